"""
Exact multi-criteria search on plain arrays, compiled, with its plain twin as oracle.

It knows nothing of transport.
"""
