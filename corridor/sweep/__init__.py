"""Many questions at once: on threads, or on a Dask cluster with the same result."""
