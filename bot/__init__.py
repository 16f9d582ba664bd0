"""Composition and runtime: settings, commands, the turn loop, the command line. Nobody imports bot."""
