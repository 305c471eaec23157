"""A story filled in: its figures are those of the data, and a slide whose figure is gone says so."""

import pytest

from corridor.story.reading import read
from ui.evidence import wording
from ui.evidence.figure_keys import ClaimedFigure, LegFigure
from ui.evidence.rows import by_id
from ui.link.named import keys_of, view_of
from ui.stories.shelf import shelf
from ui.stories.slides import shown_slides

ROUTE = "routes?from=altynkol&to=belgrade&rules=eu"


def view(lang="en"):
    return view_of("overview", {"lang": [lang]})


def text(sentence):
    return "".join(piece.text for piece in sentence)


def shown(lines, lang="en"):
    return shown_slides(read(f"title: Test\n---\n{lines}"), view(lang))


@pytest.mark.parametrize("lang", ["en", "kk", "sr-Latn"])
def test_figures_are_those_of_the_data(lang):
    (slide,) = shown(
        "text\nfigure sea = leg aktau-alat time_h\nfigure weekly = service dv-nqz-beg weekly_frequency\n"
        "figure since = claim c-air-002\n# {sea}\n{weekly}\n{since}\n",
        lang,
    )
    here = view(lang)
    sea = LegFigure("aktau-alat", "time_h").estimate(here.dataset)
    weekly = ClaimedFigure("service", "dv-nqz-beg", "weekly_frequency").estimate(here.dataset)
    assert text(slide.heading) == f"{wording.figure(here, sea)} ({wording.band(here, sea)})"
    assert text(slide.paragraphs[0]) == wording.figure(here, weekly)
    assert text(slide.paragraphs[1]) == wording.claim_value(here, by_id(here.dataset, "claims")["c-air-002"])
    assert slide.sources


def test_a_figure_of_a_view_is_that_of_its_page():
    from ui.content.content import content_of  # noqa: PLC0415 - it loads the engine

    (slide,) = shown(f"view {ROUTE}\nfigure days = {ROUTE}#time\n# {{days}}\n")
    page, _mark, query = ROUTE.partition("?")
    content = content_of(view_of(page, keys_of(query)))
    time = next(figure for figure in content.figures if figure.id == "time")
    assert text(slide.heading) == f"{time.text} ({time.range_text})"
    assert slide.contents[0].sentence == content.sentence


@pytest.mark.parametrize(
    "line",
    [
        "figure gone = claim c-no-such",
        "figure gone = leg no-such time_h",
        "figure gone = planet mars time_h",
        f"figure gone = {ROUTE}#no-such",
        "figure gone = nowhere?a=b#time",
    ],
)
def test_a_slide_whose_figure_is_gone_says_so_and_the_others_stay(line):
    first, second = shown(f"text\n{line}\n# {{gone}}\n---\ntext\n# Still here\n")
    assert first.problem
    assert text(second.heading) == "Still here"


@pytest.mark.parametrize("story", list(shelf().values()), ids=lambda story: story.id)
def test_every_slide_of_the_shipped_stories_is_whole(story):
    problems = [slide.problem for slide in shown_slides(story, view("kk")) if slide.problem]
    assert not problems


def test_a_statement_in_words_has_its_source_too():
    with_source, without = shown(
        "text\nfigure said = project prj-jadar status\n# The project is at rest\n---\ntext\n# The same\n"
    )
    assert len(with_source.sources) == 1
    assert without.sources == ()


@pytest.mark.parametrize("story", list(shelf().values()), ids=lambda story: story.id)
def test_every_statement_of_the_shipped_stories_has_a_source(story):
    for slide in shown_slides(story, view()):
        assert slide.sources or slide.kind not in {"statement", "view", "views"}, text(slide.heading)


def test_a_figure_that_ends_with_a_full_stop_ends_its_sentence():
    (slide,) = shown("text\nfigure since = claim c-air-002\n# {since}.\n{since}, then.\n", "ru")
    assert text(slide.heading).endswith("г.")
    assert ".." not in text(slide.heading)
    assert text(slide.paragraphs[0]).endswith("г., then.")
