"""Names of the environment variables that the operator may set; `docs/deploy.md` explains each."""

from __future__ import annotations

from typing import Final

ADDRESS: Final = "CORRIDOR_ADDRESS"
API_TOKENS: Final = "CORRIDOR_API_TOKENS"
BOUNDARIES: Final = "CORRIDOR_BOUNDARIES"
CONTACT: Final = "CORRIDOR_CONTACT"
DATA: Final = "CORRIDOR_DATA"
DRAWN_AHEAD: Final = "CORRIDOR_DRAWN_AHEAD"
FRAME_ANCESTORS: Final = "CORRIDOR_FRAME_ANCESTORS"
LOG: Final = "CORRIDOR_LOG"
METRICS: Final = "CORRIDOR_METRICS"
RATE: Final = "CORRIDOR_RATE"
SIGN_IN: Final = "CORRIDOR_SIGN_IN"
TRUSTED_PROXIES: Final = "CORRIDOR_TRUSTED_PROXIES"
VISITORS: Final = "CORRIDOR_VISITORS"

ALL: Final = (
    ADDRESS,
    API_TOKENS,
    BOUNDARIES,
    CONTACT,
    DATA,
    DRAWN_AHEAD,
    FRAME_ANCESTORS,
    LOG,
    METRICS,
    RATE,
    SIGN_IN,
    TRUSTED_PROXIES,
    VISITORS,
)
