"""The route map: what it shows as plain data, its look, legend and layers."""
