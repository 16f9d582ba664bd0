"""The coach: its questions, how answers are read and probed, and the tool verdict of each step."""
