"""Reading what people type: words, dates and numbers, in English and French."""
