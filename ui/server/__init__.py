"""The ASGI app: start-up, plain routes, headers, and the entry script of every visit."""
