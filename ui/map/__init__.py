"""The route map with its legend and layers."""
