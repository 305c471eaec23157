"""What a visitor takes along: the package, its tables as CSV, workbook and geodata."""
