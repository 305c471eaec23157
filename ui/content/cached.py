"""The content of views, worked out once for every form that leaves the server."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from corridor.memory.caches import Cache
from ui.content.content import content_of, link_of
from ui.evidence.memory import today
from ui.link.state import encode
from ui.sections.scenarios import sweep_part

if TYPE_CHECKING:
    from corridor.publication.content import Content
    from ui.link.view import View

MAX_CONTENTS = 48
_contents: Cache[Content] = Cache("contents of views", most=MAX_CONTENTS)


def cached_content(view: View, root: str | None = None) -> Content:
    """
    Give what a view of the server's own data says, as worked out before on the same day.

    Parameters
    ----------
    view, root
        As for `ui.content.content.content_of`. Only the link of a content names the root.
    """
    is_swept = view.page == "scenarios" and view.state.lab == "sweep" and bool(sweep_part.result(view))
    key = (view.page, view.data_token, today(), tuple(encode(view.state).items()), is_swept)
    found = _contents.get(key, lambda: content_of(view))
    return found if root is None else replace(found, link=link_of(view.page, found.query, root))
