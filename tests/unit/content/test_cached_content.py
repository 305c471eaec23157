"""A view's content is worked out once a day for all forms; only its link depends on who asks."""

import datetime as dt
from dataclasses import replace

from ui.content import cached
from ui.content.content import content_of
from ui.link.named import view_of

ROUTE = {"from": ["altynkol"], "to": ["belgrade"]}


def test_it_is_the_content_of_the_view(monkeypatch):
    view = view_of("routes", ROUTE)
    whole = content_of(view, "https://example.org/kz")
    assert cached.cached_content(view, "https://example.org/kz") == whole
    monkeypatch.setattr(cached, "content_of", lambda _view: None)
    assert cached.cached_content(view) == replace(whole, link="")


def test_another_day_and_another_view_are_asked_anew(monkeypatch):
    view = view_of("routes", ROUTE)
    asked = []
    monkeypatch.setattr(cached, "content_of", lambda asked_view: asked.append(asked_view) or "content")
    monkeypatch.setattr(cached, "today", lambda: dt.date(2031, 1, 1))
    cached.cached_content(view)
    cached.cached_content(view)
    cached.cached_content(view_of("routes", {**ROUTE, "rules": ["all"]}))
    monkeypatch.setattr(cached, "today", lambda: dt.date(2031, 1, 2))
    cached.cached_content(view)
    assert len(asked) == 3
