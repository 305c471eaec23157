"""From claims to figures: estimate rule, formulas, factors."""
