"""Tables, marks, charts, colours: drawing that knows nothing of routes."""
