"""Reading what people type: words, dates, numbers, owners and wishes about the talk, in English and French."""
