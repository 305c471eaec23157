"""Many questions at once: in processes, or on a Dask cluster with the same result."""
