"""The one place that maps mode, status, basis, work and kind to colour, dash, symbol and English label."""

from __future__ import annotations

from dataclasses import dataclass

from corridor.language import labels
from corridor.picture import palette
from ui.language.text import N_


@dataclass(frozen=True)
class Mode:
    """How one mode of transport is drawn: colour, dash and symbol together, never colour alone.

    `dash` is an SVG dash array in pixels, empty for a solid line. `path` is SVG path data on a 24 x 24 field,
    filled by the even-odd rule.
    """

    label: str
    light: str
    dark: str
    dash: str
    path: str


@dataclass(frozen=True)
class Fidelity:
    """How surely a line is drawn: its label, its opacity and its width as a share of the full width."""

    label: str
    opacity: float
    width: float
    meaning: str = ""


@dataclass(frozen=True)
class Mark:
    """A label with its sign: a character for plain text, a tone for the style sheet, a path if drawn."""

    label: str
    sign: str
    tone: str = "plain"
    path: str = ""
    meaning: str = ""


@dataclass(frozen=True)
class Look:
    """How one of several routes side by side is drawn: colour, dash and width, beside its number."""

    light: str
    dark: str
    dash: str
    width: float

    def colour(self, *, dark: bool) -> str:
        """Return the colour in the light or the dark theme."""
        return self.dark if dark else self.light


_WAVES = (
    "M2 18.5c1.7 0 1.7 1 3.3 1s1.7-1 3.4-1 1.6 1 3.3 1 1.7-1 3.3-1 1.7 1 3.4 1 1.6-1 3.3-1v2c-1.7 0-1.7 1"
    "-3.3 1s-1.7-1-3.4-1-1.6 1-3.3 1-1.7-1-3.3-1-1.7 1-3.4 1-1.6-1-3.3-1z"
)

MODES: dict[str, Mode] = {
    "rail": Mode(
        labels.MODES["rail"],
        *palette.MODES["rail"],
        "",
        "M8 2h8a3 3 0 0 1 3 3v9a3 3 0 0 1-2.6 3L19 21h-2.4l-1-1.6H8.4L7.4 21H5l2.6-4A3 3 0 0 1 5 14V5"
        "a3 3 0 0 1 3-3zM7.4 5v5h9.2V5zM9 12.3a1.4 1.4 0 1 0 0 2.8 1.4 1.4 0 0 0 0-2.8z"
        "M15 12.3a1.4 1.4 0 1 0 0 2.8 1.4 1.4 0 0 0 0-2.8z",
    ),
    "road": Mode(
        labels.MODES["road"],
        *palette.MODES["road"],
        "10 5",
        "M2 6h12v10.5H2zM15 9h4l3 4v3.5h-7zM16.3 10.3v2.7h4l-2-2.7zM6.5 15.5a2.5 2.5 0 1 1 0 5 2.5 "
        "2.5 0 0 1 0-5zM17.5 15.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5z",
    ),
    "sea": Mode(
        labels.MODES["sea"],
        *palette.MODES["sea"],
        "3 6",
        "M11 2h2v3h4v4.4l4 1.6-2.3 5.5H5.3L3 11l4-1.6V5h4zM9 7v1.7l3-1.1 3 1.1V7z" + _WAVES,
    ),
    "ferry": Mode(
        labels.MODES["ferry"],
        *palette.MODES["ferry"],
        "12 5 2 5",
        "M4 4h7v4H4zM13 4h7v4h-7zM2 10h20l-2.6 6.5H4.6z" + _WAVES,
    ),
    "river": Mode(
        labels.MODES["river"],
        *palette.MODES["river"],
        "7 4",
        "M4 6h4v4H4zM1 11h22l-3 4H4z" + _WAVES,
    ),
    "air": Mode(
        labels.MODES["air"],
        *palette.MODES["air"],
        "16 6",
        "M12 2c.8 0 1.500.9 1.5 2v5.2L22 14v2l-8.5-2.4v4.6L16 20v1.6l-4-1.1-4 1.1V20l2.5-1.8v-4.6L2 "
        "16v-2l8.5-4.8V4c0-1.1.7-2 1.5-2z",
    ),
}

FIDELITY: dict[str, Fidelity] = {
    "surveyed": Fidelity(N_("surveyed"), 1.0, 1.0, N_("follows the real line within some hundred metres")),
    "generalised": Fidelity(
        N_("generalised"), 0.92, 0.75, N_("follows the real line with gaps or coarse stretches")
    ),
    "schematic": Fidelity(N_("schematic"), 0.85, 0.45, N_("drawn to show the connection only")),
}

BASIS: dict[str, Mark] = {
    "published": Mark(labels.BASIS["published"], "●", "published", meaning=N_("a source states it")),
    "derived": Mark(
        labels.BASIS["derived"],
        "◐",
        "derived",
        meaning=N_("worked out from published figures by a named formula"),
    ),
    "modelled": Mark(
        labels.BASIS["modelled"],
        "◌",
        "modelled",
        meaning=N_("a stated factor times a distance, or a drawn length"),
    ),
    "missing": Mark(
        labels.BASIS["missing"], "∅", "missing", meaning=N_("no source found; no value is assumed")
    ),
}

STATUS: dict[str, Mark] = {
    "operating": Mark(N_("operating"), "●", "good"),
    "partly": Mark(N_("partly in service"), "◐", "part"),
    "seasonal": Mark(N_("seasonal"), "◐", "part"),
    "restricted": Mark(N_("restricted"), "▲", "warn"),
    "suspended": Mark(N_("suspended"), "▲", "warn"),
    "construction": Mark(N_("construction"), "◒", "part"),
    "pre-construction": Mark(N_("pre-construction"), "○", "open"),
    "announced": Mark(N_("announced"), "○", "open"),
    "shelved": Mark(N_("shelved"), "×", "closed"),
    "cancelled": Mark(N_("cancelled"), "×", "closed"),
    "ended": Mark(N_("ended"), "×", "closed"),
    "historic": Mark(N_("historic"), "×", "closed"),
    "unknown": Mark(N_("unknown"), "?", "plain"),
}

WORK: dict[str, Mark] = {
    "border": Mark(labels.WORK["border"], "‖", "work", "M3 4h4v18H3zM8 7.5l14-3V8L8 11z"),
    "break-of-gauge": Mark(
        labels.WORK["break-of-gauge"],
        "⇹",
        "work",
        "M3 3h2.2v18H3zM18.8 3H21v18h-2.2zM8 3h2v7h4V3h2v18h-2v-8h-4v8H8z",
    ),
    "transhipment": Mark(
        labels.WORK["transhipment"], "⇅", "work", "M7 2l5 6H8.5v12h-3V8H2zM17 22l-5-6h3.5V4h3v12H22z"
    ),
    "loading": Mark(
        labels.WORK["loading"], "⇆", "work", "M7 4l-5 5 5 5v-4h13V8H7zM17 10.5l5 5-5 5v-4H4v-2h13z"
    ),
    "dwell": Mark(
        labels.WORK["dwell"],
        "⚓",
        "work",
        "M12 2a3 3 0 0 1 1.2 5.7V10H17v2h-3.8v7.3c3-.4 5.2-2.4 5.6-5.3h2.2c-.5 4.6-4.3 8-9 8s-8.5-3.4-9-8h"
        "2.2c.4 2.9 2.6 4.9 5.6 5.3V12H7v-2h3.8V7.7A3 3 0 0 1 12 2z",
    ),
    "waiting": Mark(
        labels.WORK["waiting"],
        "…",
        "work",
        "M12 2a10 10 0 1 1 0 20 10 10 0 0 1 0-20zM12 4.4a7.6 7.6 0 1 0 0 15.2 7.6 7.6 0 0 0 0-15.2zM11 "
        "6.5h2v5l3.6 2.1-1 1.7L11 12.6z",
    ),
}

# Routes beside each other, by their place: of one width, since none is more than another.
LOOKS: tuple[Look, ...] = (
    Look(*palette.ROUTES[0], "", 3.6),
    Look(*palette.ROUTES[1], "16 5", 3.6),
    Look(*palette.ROUTES[2], "9 3 2 3", 3.6),
    Look(*palette.ROUTES[3], "3 5", 3.6),
)

# What a map marks on a leg or a node; each code is a class of the map's style sheet, too.
MARKS: dict[str, Mark] = {
    "done": Mark(N_("upgrade done by that year"), "✚", "good"),
    "due": Mark(N_("upgrade planned by that year"), "+", "open"),
    "late": Mark(N_("upgrade past its date, not recorded as done"), "!", "warn"),
    "mended": Mark(N_("works that fix it, completed"), "✚", "good"),
    "mending": Mark(N_("project or works that should fix it"), "+", "open"),
    "shut": Mark(N_("closed under the scenario"), "×", "closed"),
    "changed": Mark(N_("changed under the scenario"), "~", "warn"),
    "added": Mark(N_("added under the scenario, an assumption"), "+", "open"),
}

KINDS: dict[str, Mark] = {
    "observed": Mark(N_("observed"), "5", meaning=N_("measured or reported after the fact")),
    "scheduled": Mark(N_("scheduled"), "4", meaning=N_("a timetable or tariff")),
    "agreed": Mark(N_("agreed"), "3", meaning=N_("in a signed paper")),
    "planned": Mark(N_("planned"), "2", meaning=N_("intended")),
    "claimed": Mark(N_("claimed"), "1", meaning=N_("said in general")),
    "worst": Mark(N_("worst"), "!", meaning=N_("an extreme event")),
}

FIT: dict[str, str] = {
    "exact": N_("about exactly this"),
    "wider": N_("covers more than this"),
    "narrower": N_("covers a part of this"),
    "proxy": N_("about something similar"),
}


def mode_colour(mode: str, *, dark: bool) -> str:
    """Return the colour of a mode in the light or the dark theme."""
    return MODES[mode].dark if dark else MODES[mode].light


def svg_symbol(path: str, *, colour: str = "currentColor", size: int = 24) -> str:
    """Return a symbol as an SVG document, for the map and for exports (`st.html` drops inline SVG)."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" width="{size}" height="{size}" '
        f'aria-hidden="true"><path fill="{colour}" fill-rule="evenodd" d="{path}"/></svg>'
    )
