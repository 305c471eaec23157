"""Tables, marks, charts, colours, HTML: drawing that knows nothing of routes."""
