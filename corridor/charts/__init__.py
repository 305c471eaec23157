"""
Charts as plain data, and how they leave the page.

Each is drawn as SVG and PNG and told as a table from one value.
"""
