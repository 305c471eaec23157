"""What if: the value of a scenario, the dataset under it, and what planned upgrades change."""
