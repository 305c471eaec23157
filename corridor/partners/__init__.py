"""Partner projects: register, follow-up, works and bottlenecks, raw materials, roles."""
