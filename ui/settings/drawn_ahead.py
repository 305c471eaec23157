"""In which languages the server draws every page before it takes visitors."""

from __future__ import annotations

import logging
import os
from typing import TYPE_CHECKING

from ui.settings.environment import DRAWN_AHEAD

if TYPE_CHECKING:
    from collections.abc import Collection

NONE = "none"
log = logging.getLogger(__name__)


def languages(known: Collection[str]) -> tuple[str, ...]:
    """
    Give the languages that ``CORRIDOR_DRAWN_AHEAD`` names: all if it is not set, nothing for ``none``.

    A server that draws fewer pages ahead takes visitors sooner, and the first visitor of each other page
    waits longer. A name that is no language of the dashboard is left out and told in the log.

    Parameters
    ----------
    known
        The languages of the dashboard, in their order.
    """
    said = os.environ.get(DRAWN_AHEAD, "").replace(",", " ").split()
    if not said:
        return tuple(known)
    unknown = [name for name in said if name not in known and name != NONE]
    if unknown:
        log.warning("%s names no language: %s. There are %s.", DRAWN_AHEAD, unknown, ", ".join(known))
    return tuple(lang for lang in known if lang in said)
