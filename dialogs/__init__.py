"""The domain: what Planfirst says, asks, reads and decides. Pure: no I/O, no clock, no randomness."""
