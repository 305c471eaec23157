"""The address is the view: keys, codec, state, pages, and what a page knows of a visit."""
