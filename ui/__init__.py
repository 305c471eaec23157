"""What the pages share: shell, URL state, map, tables, claim chips, words, formats."""
