"""The plain route that answers what the share panel opens to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from starlette.responses import PlainTextResponse, Response

from corridor.publication.forms import THEMES
from ui.link import nav
from ui.link.named import keys_of, taken_part, view_of
from ui.serving.http_answer import answer_content
from ui.serving.queues import Queue
from ui.settings.public_address import public_address
from ui.share.menu import menu
from ui.share.panel import panel

if TYPE_CHECKING:
    from starlette.requests import Request

_ROOT, _THEME, _CHART = "root", "theme", "chart"
_PART = re.compile(r"map(?:\.critical)?|chart\.[a-z0-9-]{1,80}")
# Its message carries figures, for which routes may have to be sought.
panels = Queue("share", at_once=2, waiting=32, patience_s=8.0)


def answer(request: Request) -> Response:
    """
    Write the share panel of a view.

    The page stands in the path, the keys of the view in the query, with ``root``: where the browser reaches
    the server; with ``part`` (and the visitor's ``theme``) the small menu of the map or of a chart. Keys that
    cannot be used are left out of the link, as the page itself leaves them out.
    """
    headers = {"Cache-Control": "no-store"}
    keys = keys_of(request.url.query)
    root = public_address(keys.pop(_ROOT, [""])[-1], request.scope)
    page = request.path_params["page"]
    if root is None or page not in {entry.name for entry in nav.ENTRIES}:
        return PlainTextResponse("There is no such view here.", status_code=404, headers=headers)
    part, theme = taken_part(keys), keys.pop(_THEME, [""])[-1]
    theme = theme if theme in THEMES else THEMES[0]
    chart = keys.pop(_CHART, [""])[-1]
    view = view_of(page, keys)
    if part and not _PART.fullmatch(part):
        return PlainTextResponse("There is no such part here.", status_code=404, headers=headers)
    shown = menu(view, root, part, theme=theme, chart=chart) if part else panel(view, root)
    content = str(shown).encode()
    return answer_content(request.headers, content, media_type="text/html", more=headers)
