"""
Partner projects.

Register, follow-up of what was promised, works at bottlenecks, raw materials, roles of organisations.
"""
