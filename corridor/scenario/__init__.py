"""What if: the value of a scenario, the dataset under it, planned upgrades."""
