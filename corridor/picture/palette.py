"""Every colour by what it is for: style sheets, maps, charts, pictures and Streamlit's theme read it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping


class Tone(NamedTuple):
    """A colour in the light and in the dark theme."""

    light: str
    dark: str

    def of(self, *, dark: bool) -> str:
        """Return the colour of one theme."""
        return self.dark if dark else self.light


INK = Tone("#14202b", "#e8eef3")
INK_SOFT = Tone("#4a5b69", "#a9b8c4")
ACCENT = Tone("#0f6e84", "#4fb3c8")
LINK = Tone("#0f6e84", "#6cc4d6")
PAPER = Tone("#ffffff", "#101a24")
PAPER_SOFT = Tone("#f4f7f9", "#182531")
RULE = Tone("#d6dfe6", "#2b3b4a")
WARN = Tone("#8a4b00", "#f0c070")
WARN_PAPER = Tone("#fff6e6", "#2d2412")
GOOD = Tone("#1f6b45", "#5fce97")
CLOSED = Tone("#8c1d2f", "#ff8fa0")
SEA = Tone("#dfeaf0", "#0f1b26")
LAND = Tone("#fbfbf9", "#1d2b38")

# What lies on the map stands on land, which is lighter than the page in the dark theme.
MAP_PAPER = Tone("#ffffff", "#16222d")
MAP_RULE = Tone("#d6dfe6", "#34475a")

KEY_LINE = "#8896a2"
"""A line in a legend that stands for lines of any colour, in both themes."""

# Discs from the strongest level to the weakest; strong ones carry the one ink, weak ones the other.
DISCS: Mapping[str, Tone] = {
    "disc-1": Tone("#0b3d5c", "#ffd37a"),
    "disc-2": Tone("#2473a0", "#c98a1e"),
    "disc-3": Tone("#a9d2e8", "#5b431a"),
    "disc-4": MAP_PAPER,
    "disc-4-rim": Tone("#5d6f7c", "#a9b8c4"),
    "disc-strong-ink": Tone("#ffffff", "#14202b"),
    "disc-weak-ink": Tone("#14202b", "#ffffff"),
}

PAGE: Mapping[str, Tone] = {
    "accent": ACCENT,
    "ink": INK,
    "ink-soft": INK_SOFT,
    "paper": PAPER,
    "paper-soft": PAPER_SOFT,
    "rule": RULE,
    "sea": SEA,
    "warn": WARN,
    "warn-paper": WARN_PAPER,
}
"""Variables of the page's style sheets in the theme of the visit."""

PAGE_BY_SCHEME: Mapping[str, Tone] = {"good": GOOD, "closed": CLOSED, **DISCS}
"""Variables of the page's style sheets that follow the colour scheme of the element."""

MAP: Mapping[str, Tone] = {
    "sea": SEA,
    "land": LAND,
    "lake": SEA,
    "river": Tone("#a5cde0", "#2f4d61"),
    "water-ink": Tone("#2f6a88", "#8fb8cf"),
    "border": Tone("#aab3b9", "#45586a"),
    "railway": Tone("#dfe1e0", "#33434f"),
    "ink": INK,
    "ink-soft": INK_SOFT,
    "paper": MAP_PAPER,
    "halo": Tone("rgba(255, 255, 255, .92)", "rgba(15, 27, 38, .92)"),
    "accent": ACCENT,
    "rule": MAP_RULE,
    "warn": WARN,
    "good": GOOD,
    **DISCS,
}
"""Variables of the map's style sheet."""

# The colours keep a contrast of 3:1 to sea and land in their theme, and stay apart (CIE76 over 20) for three
# kinds of colour blindness; tests/unit/look/test_modes.py measures both.
MODES: Mapping[str, Tone] = {
    "rail": Tone("#14202b", "#f2f5f7"),
    "road": Tone("#b06a0f", "#eba52f"),
    "sea": Tone("#0b4a99", "#80a7da"),
    "ferry": Tone("#9c3fe0", "#c156f5"),
    "river": Tone("#0a8f6c", "#22d498"),
    "air": Tone("#a30f33", "#ff4062"),
}

ROUTES: tuple[Tone, ...] = (
    Tone("#0a1f6b", "#60e8d4"),
    Tone("#0a8198", "#f0e04a"),
    Tone("#d92b2b", "#f4506a"),
    Tone("#a32fe0", "#9a86ff"),
)
"""Routes side by side, by their place."""

STREAMLIT: Mapping[str, Tone] = {
    "primaryColor": ACCENT,
    "backgroundColor": PAPER,
    "secondaryBackgroundColor": PAPER_SOFT,
    "textColor": INK,
    "linkColor": LINK,
    "borderColor": RULE,
}
"""Options of Streamlit's themes."""


def as_variables(tones: Mapping[str, Tone], *, dark: bool) -> str:
    """Write tones as CSS variables of one theme."""
    return "".join(f"--{name}:{tone.of(dark=dark)};" for name, tone in tones.items())


def as_scheme_variables(tones: Mapping[str, Tone]) -> str:
    """Write tones as CSS variables that follow the colour scheme of the element that uses them."""
    return "".join(f"--{name}:light-dark({tone.light},{tone.dark});" for name, tone in tones.items())


def in_theme(colour: str, *, dark: bool) -> str:
    """Give a colour of the light theme as the theme has it; one that is of no tone stays as it is."""
    return _DARK.get(colour.lower(), colour) if dark else colour


_DARK: Mapping[str, str] = {
    tone.light.lower(): tone.dark
    for tone in (*PAGE.values(), *MAP.values(), GOOD, CLOSED, *ROUTES, *MODES.values())
}
