"""The plain route that answers what the share panel opens to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.responses import HTMLResponse, PlainTextResponse, Response

from ui.language.text import SOURCE_LANGUAGE, Words
from ui.link import nav
from ui.link.state import parse, vocabulary
from ui.link.view import View
from ui.settings.dataset import dataset
from ui.settings.public_address import public_address
from ui.share.panel import panel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from starlette.requests import Request

_ROOT = "root"


async def answer(request: Request) -> Response:
    """
    Write the share panel of a view.

    The page stands in the path, the keys of the view in the query, with ``root``: where the browser reaches
    the server. Keys that cannot be used are left out of the link, as the page itself leaves them out.
    """
    headers = {"Cache-Control": "no-store"}
    root = public_address(request.query_params.get(_ROOT, ""), request.headers)
    page = request.path_params["page"]
    if root is None or page not in {entry.name for entry in nav.ENTRIES}:
        return PlainTextResponse("There is no such view here.", status_code=404, headers=headers)
    names = dict.fromkeys(name for name in request.query_params if name != _ROOT)
    keys: dict[str, Sequence[str]] = {name: request.query_params.getlist(name) for name in names}
    return HTMLResponse(str(panel(view_of(page, keys), root)), headers=headers)


def view_of(page: str, keys: dict[str, Sequence[str]], *, guess: str = SOURCE_LANGUAGE) -> View:
    """
    Give the view that a page and the keys of an address name, of the server's own data.

    Where the address names no language, `guess` is taken.
    """
    data = dataset()
    if "vocabulary" not in data.remembered:
        data.remembered["vocabulary"] = vocabulary(data)
    state = parse(keys, data.remembered["vocabulary"], guess=guess).state
    return View(
        page=page,
        state=state,
        words=Words(state.lang),
        lang=state.lang,
        dark=False,
        embed=False,
        dataset=data,
        data_token=f"{data.version}-{data.content_hash}",
    )
