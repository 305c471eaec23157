"""What every map shares beside the geography: looks, parts to zoom to, words in each language."""

from __future__ import annotations

from typing import Any

from corridor.language.labels import BASIS
from corridor.language.units import with_unit
from ui.language.text import LANGUAGES, N_, Words
from ui.link.key_values import PRESETS
from ui.look.modes import FIDELITY, MARKS, MODES, STATUS
from ui.map.leg_figures import BASES

# South-west and north-east corner in degrees.
BOUNDS: dict[str, tuple[tuple[float, float], tuple[float, float]]] = {
    "whole": ((37.0, 18.0), (54.5, 83.0)),
    "kazakhstan": ((40.5, 48.0), (55.0, 86.0)),
    "caspian": ((38.2, 47.5), (46.0, 55.5)),
    "caucasus": ((38.8, 40.5), (43.2, 50.5)),
    "black-sea": ((40.6, 27.0), (46.6, 42.0)),
    "balkans": ((41.0, 18.5), (46.2, 29.5)),
}
PRESET_LABELS = {
    "whole": N_("Whole link"),
    "kazakhstan": N_("Kazakhstan"),
    "caspian": N_("Caspian Sea"),
    "caucasus": N_("Caucasus"),
    "black-sea": N_("Black Sea"),
    "balkans": N_("Balkans"),
}
NODE_KINDS = {
    "airport": N_("airport"),
    "seaport": N_("sea port"),
    "river-port": N_("river port"),
    "rail-station": N_("railway station"),
    "border-crossing": N_("border crossing"),
    "dry-port": N_("dry port"),
    "city": N_("city"),
    "project": N_("project"),
}
# A number of each plural form.
_COUNTS = {"other": 1.5, "many": 5, "few": 2, "one": 1}


def look() -> dict[str, Any]:
    """Collect looks and words for the map's script; it is sent once, not with every change."""
    return {
        "modes": {
            name: {"light": mode.light, "dark": mode.dark, "dash": mode.dash, "path": mode.path}
            for name, mode in MODES.items()
        },
        "fidelity": {name: {"opacity": look.opacity, "width": look.width} for name, look in FIDELITY.items()},
        "signs": {name: look.sign for name, look in STATUS.items() if name != "operating"},
        "marks": {name: look.sign for name, look in MARKS.items()},
        "order": list(PRESETS),
        "presets": {name: {"bounds": BOUNDS[name]} for name in PRESETS},
        "words": {lang: _words(Words(lang)) for lang in LANGUAGES},
    }


def _words(words: Words) -> dict[str, Any]:
    """Words of the map in one language."""
    _ = words.gettext
    return {
        "modes": {name: _(mode.label) for name, mode in MODES.items()},
        "statuses": {name: _(status.label) for name, status in STATUS.items()},
        "drawn": {name: f"{_('Line:')} {_(one.label)} ({_(one.meaning)})" for name, one in FIDELITY.items()},
        "marks": {name: _(one.label) for name, one in MARKS.items()},
        "kinds": {name: _(label) for name, label in NODE_KINDS.items()},
        "preset": {name: _(label) for name, label in PRESET_LABELS.items()},
        "presets": _("Parts of the map"),
        "zoom_in": _("Zoom in"),
        "zoom_out": _("Zoom out"),
        "fingers": _("Use two fingers to move the map"),
        "wide": _("Full width"),
        "full": _("Full screen"),
        "keys": _("Arrow keys go from place to place, Enter opens, Escape leaves."),
        "list": _("Choose one"),
        "no_time": _("time not known"),
        "basis": [_(BASIS[name]) for name in BASES],
        "units": {unit: _plurals(unit, words) for unit in ("h", "d", "km")},
        "mm": _("mm"),
        "from_here": _("From here"),
        "to_here": _("To here"),
    }


def _plurals(unit: str, words: Words) -> dict[str, str]:
    """Pattern of a unit for each plural form, by its name in Unicode's rules."""
    return {name: with_unit("{value}", unit, count, words) for name, count in _COUNTS.items()}
