"""What the small menu of a map or a chart opens to: copy, save, link, embed."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlencode

from corridor.publication.forms import SIZES
from corridor.questions.charts import BY_NAME
from ui.look.markup import tag
from ui.look.picture_menu import API, pictures
from ui.share.addresses import file_address, link, part_frame
from ui.share.copying import text_to_copy

if TYPE_CHECKING:
    from markupsafe import Markup

    from ui.link.view import View


def menu(view: View, root: str, part: str, *, theme: str, chart: str = "") -> Markup:
    """
    Write the menu.

    Parameters
    ----------
    view
        The visit.
    root
        Address of the server's root, without a slash at its end.
    part
        The map or a chart, as `corridor.publication.parts` names it.
    theme
        The theme in which the visitor sees it: "light" or "dark".
    chart
        Of a chart that is not among those of the files of the view: its name and keys in the API, as they
        were sent: "years?subject_type=node&subject_id=aktau-port".
    """
    _ = view.words.gettext
    name, _mark, query = chart.partition("?")
    asked = urlencode([*parse_qsl(query), ("size", SIZES[0])])

    def address(form: str) -> str:
        if name in BY_NAME:
            return f"{API}/{name}.{form}?{asked}"
        return file_address(view, "picture-pdf" if form == "pdf" else form, part)

    return tag(
        "div",
        pictures(view, address, theme=theme),
        text_to_copy(view, _("Link"), link(view, root), kind="link"),
        None
        if name in BY_NAME
        else text_to_copy(view, _("To embed in a page"), part_frame(view, root, part), kind="frame"),
        class_="panel",
        role="group",
        aria_label=_("Save or share"),
    )
