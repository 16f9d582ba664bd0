"""Adapters: translate a platform to neutral events, and neutral replies to the platform."""
