"""The sections that pages are made of, a folder for each page."""
