"""The changes. Each is frozen in time: it does not import the tables of today."""
