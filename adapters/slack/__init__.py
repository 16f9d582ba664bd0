"""Slack: its payloads become neutral events, and neutral replies become its messages, sheets and home page."""
