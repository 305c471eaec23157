"""Your own data: upload and report."""
