"""English labels of modes, of work at places, of bases and of themes: the keys of their translations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corridor.language.text import N_

if TYPE_CHECKING:
    from collections.abc import Mapping

MODES: Mapping[str, str] = {
    "rail": N_("rail"),
    "road": N_("road"),
    "sea": N_("sea"),
    "ferry": N_("ferry"),
    "river": N_("river"),
    "air": N_("air"),
}
WORK: Mapping[str, str] = {
    "border": N_("border control"),
    "break-of-gauge": N_("break of gauge"),
    "transhipment": N_("transhipment"),
    "loading": N_("wagons rolled on or off"),
    "dwell": N_("stay in port"),
    "waiting": N_("waiting"),
}
BASIS: Mapping[str, str] = {
    "published": N_("published"),
    "derived": N_("derived"),
    "modelled": N_("modelled"),
    "missing": N_("missing"),
}
THEMES: Mapping[str, str] = {
    "flights": N_("Direct flights Astana – Belgrade"),
    "trans-caspian": N_("Effective use of the Trans-Caspian corridor"),
    "new-routes": N_("New logistics routes"),
    "infrastructure-formats": N_("Formats of cooperation in infrastructure"),
    "critical-raw-materials": N_("Critical raw materials"),
    "energy-industry": N_("Energy and industry"),
    "agriculture": N_("Agriculture: crops, seed, frozen food"),
    "companies": N_("Serbian companies in Kazakhstan"),
    "memoranda": N_("Joint statement and memoranda"),
    "earlier-agreements": N_("Earlier agreements on raw materials"),
    "other": N_("Other projects"),
}
