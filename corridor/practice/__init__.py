"""What a journey takes and costs in practice: one model, its parameters fitted on what was published."""

from __future__ import annotations

from corridor.practice.bands import in_practice

__all__ = ["in_practice"]
