"""What a view says, as plain data: the first screen in the document and every file are written from it."""
