"""Teams: its activities become neutral events, and neutral replies become its messages, cards and dialogs."""
