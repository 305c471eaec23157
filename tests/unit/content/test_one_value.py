"""One meaning, one value: every quantity that two pages show is the same on both, to the digit as shown."""

from __future__ import annotations

import re
from collections import defaultdict

import pytest

from corridor.chain.crossings import crossings
from corridor.charts.journeys import drawn_journeys, journeys_of
from corridor.charts.rivals import rival_ranges
from corridor.corridors.rivals import rivals
from corridor.dataset.records import records
from corridor.language.reader import LanguageReader
from corridor.pairs.capital_link import capital_link
from corridor.practice.quantiles import JOURNEYS, of_journeys
from corridor.questions.answer_pairs import pair_index
from corridor.questions.charts import BY_NAME
from corridor.questions.parameters import read
from corridor.routing.presented import present
from tests.shipped import shipped_data
from ui.chain import connections, itinerary
from ui.content.content import content_of
from ui.evidence.memory import today
from ui.sections.compare import choice as compare_choice
from ui.sections.compare import first_answer as compare_answer
from ui.sections.compare import tables as compare_tables
from ui.sections.connectivity import first_answer as pair_answer
from ui.sections.connectivity import frames, ranks
from ui.sections.connectivity import tables as pair_tables
from ui.sections.corridor import first_answer as corridor_answer
from ui.sections.corridor import rivals as rivals_page
from ui.sections.corridor.choice import way_of
from ui.sections.flights import first_answer as flight_answer
from ui.sections.flights import options
from ui.sections.overview import first_answer as overview_answer
from ui.sections.routes import cards, headline
from ui.sections.routes import table as routes_table
from ui.sections.routes.answer import answer, detail
from ui.sections.routes.question import question
from ui.server.share_answer import view_of

STARTS = ("khorgos-cn", "altynkol", "almaty", "astana", "aktau-port")
END = "belgrade"
CHAINS = ("tc-danube", "tc-romania", "tc-bulgaria", "tc-bulgaria-road", "tc-btk", "northern-rail")
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_TAG = re.compile(r"<[^>]+>")


@pytest.fixture(scope="module")
def data():
    return shipped_data()


class Said:
    """What the places say of each quantity: the numbers, as they are written."""

    def __init__(self):
        self.of = defaultdict(dict)

    def say(self, quantity, where, *texts):
        """Note the numbers of some texts."""
        numbers = tuple(number for text in texts for number in _NUMBER.findall(plain(text)))
        self.of[quantity][where] = numbers

    def differing(self):
        """Quantities of which two places do not say the same."""
        return {quantity: places for quantity, places in self.of.items() if len(set(places.values())) > 1}

    def shared(self):
        """How many quantities are said in more than one place."""
        return sum(len(places) > 1 for places in self.of.values())


def plain(html):
    """A text without tags, with plain spaces."""
    text = _TAG.sub(" ", str(html)).replace("\N{WORD JOINER}", "").replace("\N{NO-BREAK SPACE}", " ")
    return re.sub(r"\s+", " ", text).strip()


def part(text, pattern):
    """What a pattern finds in a text, its groups one after the other; an error if it finds nothing."""
    found = re.search(pattern, plain(text))
    assert found, (pattern, plain(text))
    return found.groups()


def rows_of(html):
    """Cells of each row of a table, as Markup."""
    return [
        re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.DOTALL)
        for row in re.findall(r"<tr[^>]*>(.*?)</tr>", str(html), re.DOTALL)
    ]


def table(content, name):
    """Rows of a table of a content as mappings from heads to texts."""
    found = next(one for one in content.tables if one.id == name)
    return [dict(zip(found.heads, (cell.text for cell in row), strict=True)) for row in found.rows]


@pytest.mark.parametrize("start", STARTS)
def test_a_route_has_the_same_figures_on_every_page(data, start):
    if not data.has("nodes", start):
        pytest.skip("the data do not hold the place")
    keys = {"from": [start], "to": [END], "rules": ["eu"], "lang": ["en"]}
    view, beside = view_of("routes", keys), view_of("compare", keys)
    found = answer(view.dataset, question(view))
    said = Said()
    told_routes(said, view, found)
    told_compare(said, beside, found)
    if start == "astana":
        told_overview(said, view_of("overview", {"lang": ["en"]}))
    assert said.differing() == {}
    assert said.shared() >= 4 * len(found.shown)


def told_routes(said, view, found):
    """What the page Routes says: sentence, cards, table, itinerary, charts, content."""
    best = found.summary.route_id
    opening = headline.opening(view, found)
    sentence = plain(opening.sentence)
    said.say(
        (best, "time"),
        "sentence of Routes",
        *part(sentence, r"([\d.]+) days in practice \(([\d.]+–[\d.]+)\)"),
    )
    said.say((best, "cost middle"), "sentence of Routes", *part(sentence, r"USD ([\d,]+) per TEU"))
    said.say((best, "timetable"), "basis of Routes", *part(opening.basis, r"([\d.]+ \w+) by timetable"))
    html = str(cards.cards(view, found, best))
    by_card = {
        re.search(r'id="card-([^"]+)"', card).group(1): card for card in html.split('<li class="cx-card')[1:]
    }
    listed = {one["Route"].split(":")[0]: one for one in table(content_of(view), "routes")}
    rows = {
        plain(cells[0]).split(" ")[0]: cells
        for cells in rows_of(routes_table.routes_table(view, found, best))[1:]
    }
    for route in found.shown:
        card = plain(by_card[route])
        row = found.rows[route]
        number = found.number(route)
        ends = part(card, r"([\d.]+) to ([\d.]+) days")
        usual = listed[f"Route {number}"]
        said.say((route, "time range"), "card", *ends)
        said.say((route, "time range"), "content", *part(usual["Time in practice"], r"\(([\d.]+–[\d.]+)"))
        said.say((route, "time"), "content", usual["Time in practice"].replace(", 8 of 10", ""))
        said.say((route, "cost"), "card", *part(card, r"USD ([\d,]+) per TEU, ([\d,]+) to ([\d,]+)"))
        for name, key in (
            ("timetable", "Time by timetable"),
            ("known cost", "Known costs per TEU"),
            ("co2e", "CO₂e per tonne"),
            ("distance", "Distance"),
            ("borders", "Borders"),
            ("transhipments", "Transhipments"),
        ):
            said.say((route, name), "content", usual[key])
        said.say((route, "distance"), "card", *part(card, r"Distance (.*?) Borders"))
        said.say((route, "borders"), "card", *part(card, r"Borders (\d+)"))
        said.say((route, "transhipments"), "card", *part(card, r"Transhipments (\d+)"))
        of = detail(view.dataset, found, route)
        told = crossings(step["work"] for step in of.steps)
        said.say((route, "transhipments"), "steps", str(told.transhipments))
        said.say((route, "borders"), "steps", str(told.borders))
        summary = itinerary.summary(view, of.itinerary)
        said.say((route, "transhipments"), "itinerary", *part(summary, r"(\d+) transhipment"))
        said.say((route, "borders"), "itinerary", *part(summary, r"(\d+) border"))
        chart = drawn_journeys(view, {route: journeys_of("A", of.likely)}, title="")
        ranged = next(mark for mark in chart.marks if mark.range_text)
        said.say((route, "time"), "dots", ranged.text, ranged.range_text)
        said.say((route, "time P90"), "dots", *part(chart.caption, r"at most ([\d.]+) d, in"))
        said.say((route, "time P90"), "card", ends[1])
        assert chart.caption.startswith(f"In 18 of {JOURNEYS} journeys")
        assert str(int(row["transhipments_typical"])) in usual["Transhipments"]
        cells = rows.get(str(number))
        if cells is not None:
            said.say((route, "transhipments"), "table of routes", cells[-1])
            said.say((route, "borders"), "table of routes", cells[-2])


def told_compare(said, view, found):
    """What the page Compare says: sentence, cards, table of totals, likelihood, content."""
    beside = compare_choice.beside(view.dataset, found, compare_choice.chosen(view, found))
    heads = ["what", *beside.ids]
    totals = {
        plain(cells[0]): dict(zip(heads, cells, strict=True))
        for cells in rows_of(compare_tables.totals_table(view, found, beside))[1:]
    }
    content = content_of(view)
    listed = {next(iter(row.values())): list(row.values())[1:] for row in table(content, "totals")}
    shown = str(compare_answer.beside(view, found, beside)).split('<li class="cx-card')[1:]
    by_name = {
        "time": "Time in practice",
        "cost": "Cost per TEU in practice",
        "timetable": "Time by timetable",
        "known cost": "Known costs per TEU",
        "co2e": "CO₂e per tonne",
        "distance": "Distance",
        "borders": "Borders",
        "transhipments": "Transhipments",
    }
    for at, route in enumerate(beside.ids):
        for name, title in by_name.items():
            text = re.sub(r'<small class="cx-difference".*?</small>', "", totals[title][route])
            said.say((route, name), "totals of Compare", re.sub(r"\d+ parts? not known", "", plain(text)))
            said.say((route, name), "content of Compare", listed[title][at].replace(", 8 of 10", ""))
        text = re.sub(r'<small class="cx-difference".*?</small>', "", shown[at])
        figures = re.findall(r'<p class="cx-compared-figure">(.*?)</p>', text, re.DOTALL)
        said.say((route, "time"), "card of Compare", figures[0])
        said.say((route, "cost"), "card of Compare", figures[1])
    likely = table(content, "likely")
    html = rows_of(compare_tables.likely_table(view, found, beside))[1:]
    for row, one in enumerate(beside.ids):
        for column, other in enumerate(beside.ids, start=1):
            if one == other:
                continue
            key = (one, other, "faster")
            said.say(key, "table", html[row][column])
            said.say(key, "content", list(likely[row].values())[column])
            said.say(key, "draws", str(of_journeys(beside.likely.beats.loc[one, other])))
    first, second = re.search(
        r"Route (\d+) is faster than route (\d+) in", plain(compare_answer.opening(view, found, beside).basis)
    ).groups()
    ids = {str(found.number(route)): route for route in beside.ids}
    share = part(compare_answer.opening(view, found, beside).basis, r"in (\d+) of 20 journeys")
    said.say((ids[first], ids[second], "faster"), "sentence of Compare", *share)


def told_overview(said, view):
    """What the Overview says of the quickest freight route between the capitals."""
    link = capital_link(view.dataset)
    sentence = overview_answer.opening(view).sentence
    pattern = r"takes ([\d.]+ \w+) in practice \(([\d.]+–[\d.]+).*?\), ([\d.]+ \w+) by timetable"
    middle, band, timetable = part(sentence, pattern)
    said.say((link.route_id, "time"), "sentence of Overview", middle, band)
    said.say((link.route_id, "timetable"), "sentence of Overview", timetable)


def test_a_corridor_has_the_same_figures_on_every_page(data):
    said = Said()
    reader = LanguageReader(data, "en")
    overview = view_of("overview", {"lang": ["en"]})
    listed = {}
    for one in table(content_of(overview), "corridors"):
        listed[re.sub(r" \([^()]* – [^()]*\)$", "", one["Corridor"])] = one
    shown = {
        plain(cells[0]): cells for cells in rows_of(connections.freight_table(overview)) if len(cells) > 2
    }
    for chain in CHAINS:
        view = view_of("corridor", {"lang": ["en"], "c": [chain]})
        name = reader.words.name(data.record("corridors", chain))
        way = way_of(view)
        content = content_of(view)
        figures = {
            figure.name: f"{figure.text} {figure.range_text}".replace(", 8 of 10", "")
            for figure in content.figures
        }
        sentence = corridor_answer.opening(view, way).sentence
        pattern = r": (.*?) in practice \((.*?)\), (.*?) by timetable"
        middle, band, timetable = part(sentence, pattern)
        said.say((chain, "time"), "sentence of Corridor", middle, band)
        said.say((chain, "timetable"), "sentence of Corridor", timetable)
        said.say((chain, "time"), "content of Corridor", figures["Time in practice"])
        said.say((chain, "cost"), "content of Corridor", figures["Cost per TEU in practice"])
        said.say((chain, "timetable"), "content of Corridor", figures["Time by timetable"])
        said.say((chain, "distance"), "content of Corridor", figures["Distance"])
        row = listed[name]
        said.say((chain, "time"), "content of Overview", row["Time in practice"].replace(", 8 of 10", ""))
        said.say(
            (chain, "cost"), "content of Overview", row["Cost per TEU in practice"].replace(", 8 of 10", "")
        )
        said.say((chain, "timetable"), "content of Overview", row["Time by timetable"])
        said.say((chain, "distance"), "content of Overview", row["Distance"])
        said.say((chain, "borders"), "content of Overview", row["Borders"])
        said.say((chain, "transhipments"), "content of Overview", row["Transhipments"])
        cells = next(cells for title, cells in shown.items() if title.startswith(name))
        said.say((chain, "time"), "table of Overview", cells[2])
        said.say((chain, "cost"), "table of Overview", cells[4])
        said.say((chain, "borders"), "table of Overview", cells[5])
        said.say((chain, "transhipments"), "table of Overview", re.sub(r"<small>.*?</small>", "", cells[6]))
        told_rivals(said, view, way, chain)
    assert said.differing() == {}
    assert said.shared() >= 5 * len(CHAINS)


def told_rivals(said, view, way, chain):
    """What the rivals on the page Corridor say of a chain on its own work."""
    steps = [
        row
        for row in corridor_answer.sums(view.dataset, way.corridor, way.branches)[0]
        if row["kind"] == "leg"
    ]
    ends = steps[0]["from_node"], steps[-1]["to_node"]
    found = records(rivals(view.dataset, *ends))
    own = next(row for row in found if row["corridor_id"] == chain)
    legs = [part_.removesuffix("~") for part_ in own["legs"].split("|")]
    if legs != [row["leg_id"] for row in steps]:
        return  # the same work by a shorter way of its own legs is another route
    drawn = {
        figure: next(
            mark
            for mark in rival_ranges(view, found, figure, chosen=chain, title="").marks
            if mark.target.id == chain
        )
        for figure in ("time", "cost")
    }
    lines = rows_of(rivals_page.section(view, way))
    cells = next(line for line in lines if len(line) > 2 and plain(line[0]).startswith(drawn["time"].name))
    for at, figure in ((1, "time"), (3, "cost")):
        text = re.sub(r"\d+ parts? without a figure", "", plain(cells[at]))
        said.say((chain, figure), "table of rivals", text)
        said.say((chain, figure), "chart of rivals", drawn[figure].text, drawn[figure].range_text)
    said.say(
        (chain, "timetable"), "table of rivals", re.sub(r"\d+ parts? without a figure", "", plain(cells[2]))
    )
    said.say((chain, "borders"), "table of rivals", cells[6])
    said.say((chain, "transhipments"), "table of rivals", cells[7])


def test_the_pair_has_the_same_rank_and_figures_everywhere(data):
    said = Said()
    view = view_of("connectivity", {"lang": ["en"]})
    content = content_of(view)
    figures = {figure.name: figure for figure in content.figures}
    answered = pair_index(
        data,
        {
            "avoid": (),
            "countries": (),
            "weights": (),
            "normalisation": "min-max",
            "aggregation": "arithmetic",
            "scenario": "",
        },
    )
    ours = next(row for row in records(answered.tables["index"]) if row["pair"] == frames.OURS)
    opening = pair_answer.opening(view)
    question_ = BY_NAME["pairs"]
    chart = question_.draw(LanguageReader(data, "en"), read(question_.parameters, {}), today())
    mark = next(mark for mark in chart.marks if mark.is_strong)
    count = str(len(answered.tables["index"]))
    said.say("rank", "sentence", *part(opening.sentence, r"number (\d+) of (\d+)"))
    said.say("rank", "content", figures["Rank among pairs of countries"].text)
    said.say("rank", "answer", str(ours["rank"]), count)
    said.say("rank", "chart", mark.at_text, str(len(chart.marks)))
    said.say("rank", "words", *part(ranks.in_words(view), r"number (\d+) of (\d+)"))
    said.say("index", "content", figures["Index"].text)
    said.say("index", "basis", *part(opening.basis, r"Index (\d+) of"))
    said.say("index", "chart", mark.text)
    said.say("ranks under other weights", "sentence", *part(opening.doubt, r"number (\d+) to (\d+)"))
    said.say("ranks under other weights", "chart", mark.range_text)
    said.say(
        "ranks under other weights", "words", *part(ranks.in_words(view), r"between rank (\d+) and (\d+)")
    )
    assert said.differing() == {}
    assert said.shared() == 3
    assert pair_tables.title("time") == "Time by timetable"


@pytest.mark.parametrize("start", ["almaty", "astana"])
def test_the_fewest_of_a_pair_of_cities_are_those_of_its_best_route(start):
    row = next(
        row
        for row in records(frames.cities(view_of("connectivity", {}).dataset))
        if (row["origin"], row["destination"]) == (start, END)
    )
    view = view_of("routes", {"from": [start], "to": [END], "rules": ["all"], "wish": ["fewest"]})
    found = present(view.dataset, question(view)).whole.table
    assert found["transhipments_typical"].min() == row["transhipments_least"]
    usual = view_of("routes", {"from": [start], "to": [END], "rules": ["eu"], "lang": ["en"]})
    told = answer(usual.dataset, question(usual))
    assert not any("transhipments" in led for led in told.leads.values())  # it was not asked for


@pytest.mark.parametrize("ends", [("nqz", "beg"), ("ala", "beg")])
def test_flights_are_counted_alike(data, ends):
    said = Said()
    view = view_of("flights", {"lang": ["en"], "from": [ends[0]], "to": [ends[1]]})
    by_air = view_of("routes", {"lang": ["en"], "from": [ends[0]], "to": [ends[1]], "by": ["air"]})
    found = options.connections_between(view, *ends)
    alive = found[found["status"] != "ended"]
    question_ = BY_NAME["week"]
    chart = question_.draw(
        LanguageReader(data, "en"), read(question_.parameters, {"from": ends[0], "to": ends[1]}), today()
    )
    said.say("rows of the week", "chart", str(len(chart.across.texts)))
    said.say("rows of the week", "options", str(len(alive)))
    html = str(options.week(view, found, *ends))
    said.say("rows of the week", "page", str(html.count('scope="row"')))
    said.say(
        "rows of the week", "Routes by air", str(str(options.week(by_air, found, *ends)).count('scope="row"'))
    )
    direct = records(found[found["kind"] == "direct"])
    if direct:
        days = {int(day) for day in direct[0]["weekdays"]}
        drawn = {
            int(mark.typical)
            for mark in chart.marks
            if mark.at == 0 and mark.tone in {"confirmed", "published"}
        }
        assert drawn == days
        is_confirmed = any(mark.tone == "confirmed" for mark in chart.marks)
        doubt = flight_answer.opening(view, found, *ends).doubt
        assert is_confirmed != ("no timetable of this season" in (doubt or ""))
    assert said.differing() == {}


def test_projects_and_claims_are_counted_alike(data):
    said = Said()
    partners, sources = (content_of(view_of(page, {"lang": ["en"]})) for page in ("partners", "sources"))
    said.say("projects", "sentence", *part(partners.sentence, r"(\d+) partner project"))
    said.say("projects", "data", str(len(data.projects)))
    said.say(
        "projects", "content", next(figure.text for figure in partners.figures if "rojects" in figure.name)
    )
    said.say("claims", "sentence", *part(sources.sentence, r"([\d,]+) claim"))
    said.say("claims", "data", f"{len(data.claims):,}")
    assert said.differing() == {}


def test_a_difference_is_found():
    said = Said()
    said.say("time", "one page", "17 d (12–25 d)")
    said.say("time", "another", "21 d (12–25 d)")
    assert set(said.differing()) == {"time"}
