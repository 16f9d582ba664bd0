"""The terminal: replies drawn with colours and numbered choices."""
