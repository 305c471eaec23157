"""
Where a figure shows its sources.

Claim chips, the wording of figures, rows of the ledger, tables to take along.
"""
