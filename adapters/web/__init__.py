"""The browser page: its wire format, and the static files that draw it."""
