"""
The tables: schema, reading, validation, places by any name, periods, citation.

`Dataset` is a frozen set of them.
"""
