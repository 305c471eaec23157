"""What the data leave open: ledger, conflicts, ageing, coverage, history."""
