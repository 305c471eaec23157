"""
From claims to figures: the estimate rule, derived figures by formula, modelled ones by factor.

Every figure carries its basis.
"""
