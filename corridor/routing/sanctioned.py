"""Countries under wide sanctions, which many shippers leave out."""

from __future__ import annotations

SANCTIONED = frozenset({"BY", "IR", "RU"})
