"""Draws Adaptive Cards as Teams shows them; a developer's tool."""
