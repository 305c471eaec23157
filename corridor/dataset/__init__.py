"""The tables: schema, reading, validation, places, periods, citation."""
