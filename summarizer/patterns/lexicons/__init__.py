"""Word lists as data files; `summarizer.patterns.lexicon` reads them."""
