"""What stands round every page: header, notices, footer, downloads, what changed since a link was made."""
