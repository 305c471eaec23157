"""Legend, attribution and boundary note under every map."""

from __future__ import annotations

from base64 import b64encode
from html import escape
from typing import TYPE_CHECKING

from corridor.picture.palette import KEY_LINE, MAP_PAPER, PAPER
from ui.look.modes import FIDELITY, MARKS, MODES, STATUS, mode_colour
from ui.map.credits import attribution, boundary_note

if TYPE_CHECKING:
    import pandas as pd

    from ui.link.view import View
    from ui.map.scene import Scene

_FULL_WIDTH = 4.2


def legend(view: View, scene: Scene, *, after: str = "", credits_: bool = True) -> str:
    """
    Word and draw what the lines of a scene mean; below, who drew them and, folded, how exactly.

    Parameters
    ----------
    view
        The visit.
    scene
        The scene; only modes, fidelities and states that occur in it are explained.
    after
        Id of the legend, to which the link leads that passes the map over.
    credits_
        Whether the credits follow: once on a page is enough.

    Returns
    -------
    str
        HTML for ``st.html``.
    """
    _ = view.words.gettext
    legs = view.dataset.legs
    others = [leg for alternative in scene.alternatives for leg in alternative.legs]
    shown = legs[legs["leg_id"].isin((*scene.legs, *scene.context, *others))]
    bold = legs[legs["leg_id"].isin(scene.legs)]
    keys = [*_modes(view, shown), *_statuses(view, bold), *_marks(view, scene)]
    looks = _looks(view, scene)
    if looks:  # modes are not drawn then
        keys = [*looks, *keys[len(_modes(view, shown)) :]]
    keys += [
        f'<span><b class="map-disc level-{level}">{escape(text)}</b>{escape(words)}</span>'
        for level, text, words in scene.disc_keys
    ]
    note = f"{attribution(view)} {boundary_note(view)}" if credits_ else ""
    lines = "".join(_fidelities(view, bold))
    exact = (
        f'<details class="map-exact" lang="{view.lang}">'
        f"<summary>{escape(_('How exact the lines are'))}</summary>"
        f'<p class="map-key">{lines}</p></details>'
        if lines
        else ""
    )
    return (
        f'<div class="map-key cx-after-map" id="{after}" tabindex="-1" lang="{view.lang}" '
        f'aria-label="{escape(_("Legend"))}" role="group">{"".join(keys)}</div>'
        + (f'<p class="map-note" lang="{view.lang}">{escape(note)}</p>' if note else "")
        + exact
    )


def _modes(view: View, shown: pd.DataFrame) -> list[str]:
    """One key a mode: a stretch of its line with its symbol, and its name."""
    _ = view.words.gettext
    present = set(shown["mode"])
    return [
        f"<span>{_image(_mode_line(name, dark=view.dark))}{escape(_(mode.label))}</span>"
        for name, mode in MODES.items()
        if name in present
    ]


def _fidelities(view: View, shown: pd.DataFrame) -> list[str]:
    """One key a fidelity of the drawn lines."""
    _ = view.words.gettext
    present = set(shown["geometry_fidelity"])
    return [
        f"<span>{_image(_fidelity_line(name, dark=view.dark))}"
        f"{escape(_(one.label))}: {escape(_(one.meaning))}</span>"
        for name, one in FIDELITY.items()
        if name in present
    ]


def _statuses(view: View, shown: pd.DataFrame) -> list[str]:
    """One key a state other than operating: its sign on the map, and its name."""
    _ = view.words.gettext
    present = set(shown["status"]) - {"operating"}
    return [
        f'<span><b class="map-sign">{escape(status.sign)}</b>{escape(_(status.label))}</span>'
        for name, status in STATUS.items()
        if name in present
    ]


def _marks(view: View, scene: Scene) -> list[str]:
    """One key a mark that the scene puts on legs or nodes."""
    _ = view.words.gettext
    present = {code for _id, code in scene.marks}
    return [
        f'<span><b class="map-sign {code}">{escape(mark.sign)}</b>{escape(_(mark.label))}</span>'
        for code, mark in MARKS.items()
        if code in present
    ]


def _looks(view: View, scene: Scene) -> list[str]:
    """One key a route that has a look of its own: its line and its number; the cards beside tell more."""
    name = view.words.gettext("Route {number}")
    return [
        f"<span>{_image(_line(look.colour(dark=view.dark), look.dash, look.width))}"
        f"{escape(alternative.key or name.format(number=alternative.label))}</span>"
        for alternative in scene.alternatives
        if (look := alternative.look) is not None
    ]


def _mode_line(name: str, *, dark: bool) -> str:
    """Draw a stretch of line in the look of a mode, its symbol in the middle."""
    mode, colour = MODES[name], mode_colour(name, dark=dark)
    paper = PAPER.of(dark=dark)
    dash = f' stroke-dasharray="{mode.dash}"' if mode.dash else ""
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" width="48" height="18" viewBox="0 0 48 18">'
        f'<path d="M0 9H48" stroke="{colour}" stroke-width="3.4" fill="none"{dash}/>'
        f'<circle cx="24" cy="9" r="9" fill="{paper}"/>'
        f'<g transform="translate(17 2) scale(.583)" fill="{colour}">'
        f'<path fill-rule="evenodd" d="{mode.path}"/></g></svg>'
    )


def _fidelity_line(name: str, *, dark: bool) -> str:
    """Draw a stretch of line as surely as the map draws it; a schematic one is hollow, as there."""
    if name == "schematic":
        return _line(KEY_LINE, "", _FULL_WIDTH, core=MAP_PAPER.of(dark=dark))
    return _line(KEY_LINE, "", _FULL_WIDTH * FIDELITY[name].width)


def _line(colour: str, dash: str, width: float, *, core: str = "") -> str:
    """Draw a stretch of plain or hollow line."""
    dashes = f' stroke-dasharray="{dash}"' if dash else ""
    inside = f'<path d="M0 6H32" stroke="{core}" stroke-width="{width * 0.45:.2f}"/>' if core else ""
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" width="32" height="12" viewBox="0 0 32 12">'
        f'<path d="M0 6H32" stroke="{colour}" stroke-width="{width:.2f}"{dashes}/>{inside}</svg>'
    )


def _image(svg: str) -> str:
    """Put a drawing into an image: Streamlit drops inline SVG."""
    return f'<img alt="" src="data:image/svg+xml;base64,{b64encode(svg.encode()).decode()}">'
