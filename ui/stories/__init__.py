"""Stories shown: their figures filled in, their slides drawn, one document that needs no server."""
