"""The second map of a page as a picture of its own: what is critical, on the page Connectivity."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from corridor.publication.parts import MAP, SECOND_MAP
from ui.content.picture import picture_of
from ui.sections.connectivity import critical_map, frames

if TYPE_CHECKING:
    from corridor.publication.content import Content
    from ui.link.view import View


def with_map(view: View, content: Content, part: str) -> tuple[Content, str]:
    """
    Put the map that a part names into the content of its view, as the map of the view.

    Parameters
    ----------
    view
        The visit.
    content
        What it says.
    part
        The part that is asked for.

    Returns
    -------
    content : Content
        As it was, unless the part is the second map of a page that has one.
    part : str
        The part of that content.
    """
    if part != SECOND_MAP or view.page != "connectivity":
        return content, part
    asked = frames.as_asked(view)
    scene = critical_map.scene(asked)
    picture = replace(picture_of(asked, scene), figures=())
    worst = critical_map.worst_words(asked)
    shown = replace(content, picture=picture, picture_text=worst, annotations=())
    return replace(shown, subject=scene.title, sentence=worst, doubt="", basis="", figures=()), MAP
