"""
Pairs of places and of countries.

The best between two, the parts of the index, the index, how stable its order is.
"""
