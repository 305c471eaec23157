"""Checks the menus of a page: each map and chart has one, and each leads to a part of the view."""

import re
from html import unescape
from urllib.parse import parse_qs

from corridor.publication.parts import SECOND_MAP
from ui.content.content import content_of
from ui.link.named import keys_of, view_of

_DRAWN = re.compile(
    r'class="(?:cx-stairs-frame|cx-scatter|cx-bars|cx-dots|cx-index|cx-week|cx-chart-picture|[ry]c|pc|rv)[" ]'
)


def check_menus(app, page, query=""):
    """Fail where a map or chart of a page has no menu, or a menu no part of the view."""
    html = "\n".join(element.proto.body for element in app.get("html"))
    content = content_of(view_of(page, keys_of(query)))
    menus = re.findall(r'data-part="([^"]+)"(?! data-chart)', html)
    maps = [menu for menu in menus if menu.startswith("map")]
    charts = [menu for menu in menus if menu not in maps]
    assert len(maps) == len(app.get("component_instance")) == len(set(maps)), (page, query)
    assert set(maps) - {SECOND_MAP} == ({"map"} if content.picture is not None else set()), (page, query)
    assert sorted(charts) == sorted(f"chart.{chart.id}" for chart in content.charts), (page, query)
    for address in re.findall(r'href="(\./brief/[^"]+part=(?:map|chart)[^"]*)"', html):
        assert set(parse_qs(unescape(address))["part"]) & set(menus), address
    saved = html.count('class="claim cx-menu"') + html.count('class="cx-menu is-inside"')
    assert len(_DRAWN.findall(html)) <= saved - len(maps), (page, query)
