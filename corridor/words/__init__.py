"""Words apart from any language's catalogue: spelling, transliteration, plural."""
