"""Claim chips, the wording of figures, rows of the ledger."""
