"""The weekly digest: what a reader hears of the plans that were sent to them or posted. Pure."""
