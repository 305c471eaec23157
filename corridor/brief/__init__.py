"""
What a visitor takes along.

The package, its tables as CSV, workbook and geodata, with sources, licence and citation.
"""
