"""The sections that pages are made of, in a folder for each page."""
