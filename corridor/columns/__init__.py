"""
What a table and a column are, and each computed table: its columns with type, unit, title, description.

The Table Schema in data/routes says the same of the recorded tables. Frames, files, the API and its
description, headings, tooltips and the data dictionary read it.
"""
