"""Everything the coach says and the words by which it reads, as data: one module per locale or table."""
