"""
What each column of a computed table means.

The Table Schema in data/routes does the same for the recorded tables.
"""
