"""Sources and data: the ledger with its facets, conflicts, ageing, coverage, sources, factors."""
