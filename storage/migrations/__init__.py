"""The history of the tables, one file per change with its way back. A released one is never edited."""
