"""The page of a view: whole without server or script, escaped, linked within itself, figures as given."""

import re
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser

import pytest
from sample_content import HOSTILE, LETTERS, chart, content

from corridor.charts.chart import Target
from corridor.publication.forms import write
from corridor.publication.html import policy

MAX_BYTES = 3_000_000


class Page(HTMLParser):
    """What stands in a page: elements with their attributes, and its texts."""

    def __init__(self, text):
        super().__init__()
        self.elements, self.texts, self.inside = [], [], []
        self.feed(text)

    def handle_starttag(self, name, attributes):
        self.elements.append((name, dict(attributes)))
        self.inside.append(name)

    def handle_endtag(self, _name):
        self.inside.pop() if self.inside else None

    def handle_data(self, data):
        if not {"script", "style"} & set(self.inside[-1:]):
            self.texts.append(data)

    def values(self, key):
        return [attributes[key] for _name, attributes in self.elements if key in attributes]


def page(given):
    return Page(write(given, form="html").decode())


@pytest.mark.parametrize("lang", LETTERS)
def test_figures_and_words_are_those_of_the_view(lang):
    given = content(lang)
    made = page(given)
    assert made.elements[0] == ("html", {"lang": lang})
    told = " ".join("".join(made.texts).split())
    wanted = [given.sentence, given.doubt, given.subject, *given.conditions]
    wanted += [one.text for one in given.figures]
    wanted += [cell.text for table in given.tables for row in table.rows for cell in row]
    wanted += [source.citation for source in given.sources] + [claim.text for claim in given.claims]
    assert [words for words in wanted if " ".join(words.split()) not in told] == []


def test_nothing_is_asked_for():
    given = content()
    text = write(given, form="html").decode()
    assert len(text.encode()) < MAX_BYTES
    made = Page(text)
    assert not made.values("src")
    assert not {"link", "iframe", "img", "object"} & {name for name, _attributes in made.elements}
    assert "@import" not in text
    assert set(re.findall(r"url\((\w+):", text)) == {"data"}
    outer = {one for one in made.values("href") if not one.startswith("#")}
    assert outer == {given.link, *(source.url for source in given.sources if source.url)}
    assert "default-src 'none'" in policy()
    assert policy() in unescape(text)


def test_every_link_within_the_page_leads_somewhere():
    marked = chart()
    panel = marked.panels[0]
    marks = tuple(
        replace(mark, label=mark.name, target=Target("claim", id_))
        for mark, id_ in zip(panel.series[0].marks, ("c1", "c2", "unknown"), strict=True)
    )
    series = replace(panel.series[0], marks=marks, kind="point")
    linked = replace(marked, panels=(replace(panel, series=(series,)),))
    made = page(replace(content(), charts=(linked,)))
    anchors = set(made.values("id"))
    assert len(anchors) == len(made.values("id"))
    inner = [one.removeprefix("#") for one in made.values("href") if one.startswith("#")]
    assert set(inner) <= anchors
    from_chart = [
        attributes["href"] for name, attributes in made.elements
        if name == "a" and attributes.get("aria-label", "").startswith("Mark")
    ]  # fmt: skip
    assert from_chart == ["#claim-c1", "#claim-c2"]
    assert {"claim-c1", "source-s2", "itinerary-1"} <= anchors


@pytest.mark.parametrize("words", ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', HOSTILE])
def test_hostile_words_are_only_read(words):
    given = content(text=words)
    source = replace(given.sources[0], url="javascript:alert(1)")
    made = page(replace(given, sources=(source,), link="javascript:alert(2)"))
    assert [name for name, _attributes in made.elements].count("script") == 1
    assert not any(key.startswith("on") for _name, attributes in made.elements for key in attributes)
    assert not any(one.startswith("javascript") for one in made.values("href"))


def test_headings_tables_and_buttons_are_made_for_everybody():
    made = page(content())
    heads = [name for name, _attributes in made.elements if re.fullmatch(r"h\d", name)]
    assert heads[0] == "h1"
    assert heads.count("h1") == 1
    assert set(heads[1:]) == {"h2"}
    assert {"col", "row"} == set(made.values("scope"))
    buttons = [attributes for name, attributes in made.elements if name == "button"]
    assert len(buttons) == 3
    assert all(attributes["aria-label"] for attributes in buttons)
    assert ("main", {}) in made.elements


def test_the_same_view_gives_the_same_bytes():
    assert write(content("kk"), form="html") == write(content("kk"), form="html")
