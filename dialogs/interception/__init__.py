"""Interception: is this message tool-first, and may the coach speak now?"""
