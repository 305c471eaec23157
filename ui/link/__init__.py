"""The address is the view: keys, codec, state, pages."""
