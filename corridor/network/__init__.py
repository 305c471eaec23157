"""The freight network as arrays, with search, reach and capacity on it."""
