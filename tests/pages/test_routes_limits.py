"""Each limit of a question stands as a chip under the sentence, and a press takes just that one away."""

import re
from urllib.parse import parse_qs, urlsplit

from tests.pages.conftest import written

QUESTION = {"lang": "en", "from": "almaty", "to": "belgrade"}


def chips(app):
    found = re.findall(r'<a href="([^"]*)" class="cx-stay cx-chip"[^>]*>([^<]*)</a>', written(app))
    found += [
        (href, words)
        for tag, words in re.findall(r"(<a [^>]*cx-chip[^>]*>)([^<]*)</a>", written(app))
        for href in re.findall(r'href="([^"]*)"', tag)
    ]
    return {words.strip(): parse_qs(urlsplit(href.replace("&amp;", "&")).query) for href, words in found}


def test_every_limit_has_a_chip_that_takes_it_away(seen):
    app = seen("routes", **QUESTION, avoid="TR.road", maxt="6", date="2026-06-01", **{"pass": "poti-port"})
    assert not app.exception
    found = chips(app)
    assert set(found) == {
        "without Türkiye ×", "without road ×", "by Poti port ×", "at most 6 transhipments ×",
        "on 1 Jun 2026 ×",
    }  # fmt: skip
    assert found["without Türkiye ×"]["avoid"] == ["road"]
    assert found["without road ×"]["avoid"] == ["TR"]
    assert "pass" not in found["by Poti port ×"]
    assert "maxt" not in found["at most 6 transhipments ×"]
    assert "date" not in found["on 1 Jun 2026 ×"]
    assert all(keys["from"] == ["almaty"] for keys in found.values())


def test_a_question_without_limits_has_no_chip(seen):
    assert chips(seen("routes", **QUESTION)) == {}
