"""What a chip opens to, kept at the server until somebody opens it: pages carry only its address."""

from __future__ import annotations

import gzip
import hashlib
from typing import TYPE_CHECKING

from starlette.responses import PlainTextResponse, Response

from ui.look.markup import tag
from ui.serving.assets import FOREVER

if TYPE_CHECKING:
    from markupsafe import Markup
    from starlette.requests import Request

    from ui.link.view import View

FOLDER = "panels"
_DIGEST_LENGTH = 20
_GZIP_LEVEL = 6

# By the digest of their content, so one that was drawn twice stands here once. What can stand here is bounded
# by the shipped data and the languages; panels of a visitor's own data are never kept.
_panels: dict[str, bytes] = {}


def when_opened(view: View, panel: Markup) -> Markup:
    """
    Keep a panel for the moment in which it is opened.

    Parameters
    ----------
    view
        The visit. With a visitor's own data in it, the panel stays in the page: nothing of theirs is kept.
    panel
        The panel, drawn.

    Returns
    -------
    Markup
        An empty panel with the address of its content, which ``static/own/panels.js`` fetches on opening; or
        the panel itself.
    """
    if view.own:
        return panel
    content = str(panel).encode()
    digest = hashlib.sha256(content).hexdigest()[:_DIGEST_LENGTH]
    if digest not in _panels:
        _panels[digest] = gzip.compress(content, compresslevel=_GZIP_LEVEL, mtime=0)
    waiting = view.words.gettext("The sources could not be fetched. Load the page again.")
    return tag("div", class_="panel", data_panel=digest, data_failed=waiting)


async def answer(request: Request) -> Response:
    """Send the content of a panel."""
    content = _panels.get(request.path_params["digest"])
    if content is None:
        return PlainTextResponse("There is no such panel.", status_code=404)
    headers = {"Cache-Control": FOREVER, "Vary": "Accept-Encoding"}
    if "gzip" in request.headers.get("accept-encoding", ""):
        return Response(content, headers=headers | {"Content-Encoding": "gzip"}, media_type="text/html")
    return Response(gzip.decompress(content), headers=headers, media_type="text/html")
