"""The freight network as arrays under a scenario and a date, with search, reach and capacity on it."""
