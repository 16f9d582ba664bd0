"""Memory: tables, transactions and encryption at rest. Knows no platform and no HTTP."""
