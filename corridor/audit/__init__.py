"""
The state of the evidence.

Ledger of claims, conflicts, claims due for review, coverage, and what changed between versions of the data.
"""
