"""A content with everything in it, small, with letters and texts that are hard to write."""

from corridor.charts.axis import axis
from corridor.charts.chart import Chart, Mark, Panel, Series
from corridor.picture.scene import Line, Picture, Place
from corridor.publication.content import Annotation, Cell, Claim, Content, Figure, Source, Table

HOSTILE = ']#panic("x") $x$ <b>&amp;</b> \\u{1F600} =1+1 😀\x00\x1b\u202e "quoted" {{x}} </w:t>'
LETTERS = {
    "en": "Astana to Belgrade ≥ 4 000 CO₂e",
    "kk": "Әлі Ғани Қазақ Ңұр Өмір Ұлы Үміт Һал Іле",
    "ru": "Съезд ёлка",
    "sr": "Ђорђе Љиљана Њива Ћуприја Џон јаје",
    "sr-Latn": "Đorđe Čačak Ćuprija Šabac Žabalj",
    "bg": "Ъгъл щъркел",
}


def chart(name="staircases", kind="line", tone="route-1"):
    """Draw a chart with three marks."""
    marks = tuple(
        Mark(name=f"Mark {at}", at=float(at), typical=1.5 * at, text=f"{1.5 * at} d", basis="published")
        for at in range(1, 4)
    )
    across = axis([0, 4], title="Distance", unit="km", write=str)
    up = axis([0, 5], title="Time", unit="d", write=str)
    panel = Panel(up=up, series=(Series(name="Route 1", kind=kind, marks=marks, tone=tone),))
    return Chart(
        name=name, title="Time on the way", across=across, panels=(panel,), mark_title="Mark",
        at_title="Distance", caption="How time grows.", source="Corridor Explorer",
    )  # fmt: skip


def content(lang="en", *, rows=60, text="", link="https://corridor.example.org/routes?from=astana"):
    """Return a content in a language; `text` is added wherever a visitor's or a source's words may stand."""
    words = f"{LETTERS[lang]} {text}".strip().strip()
    long = tuple(
        (
            Cell(text=f"{number}: {words}"),
            Cell(text=f"{number},5 d", number=number + 0.5, basis="published", claims=("c1",)),
            Cell(text="—", basis="missing"),
        )
        for number in range(1, rows + 1)
    )
    wide = tuple(tuple(Cell(text=f"wide-{row}-{at}") for at in range(14)) for row in range(3))
    return Content(
        page="routes",
        lang=lang,
        title="Routes",
        subject=words,
        sentence=f"16 d (13–19) {words}",
        doubt=f"Not confirmed. {text}".strip(),
        basis="Modelled on published times",
        conditions=(f"From Astana to Belgrade {text}".strip(), "Without Russia"),
        figures=(
            Figure(id="time", name="Time", text="16 d", range_text="13–19", basis="modelled", claims=("c1",)),
            Figure(id="cost", name="Cost", text="5 600 USD", doubt="old", claims=("c2",)),
        ),
        picture=Picture(
            kicker="Corridor Explorer",
            title="Astana to Belgrade",
            bounds=((35.0, 10.0), (55.0, 80.0)),
            lines=(Line(points=((20.5, 44.8), (51.9, 47.1), (71.4, 51.1)), colour="#14202b", width=4.0),),
            places=(Place(lon=20.5, lat=44.8, name="Belgrade"), Place(lon=71.4, lat=51.1, name="Astana")),
        ),
        picture_text=f"The route leads by Aktau. {text}".strip(),
        charts=(chart(), chart("years", "bar", "observed")),
        tables=(
            Table(
                id="itinerary", title=f"Itinerary {text}".strip(), heads=("Step", "Time", "Cost"), rows=long,
                note="All steps.", units=("", "h", ""),
            ),
            Table(id="wide", title="Wide", heads=tuple(f"Heading {at}" for at in range(14)), rows=wide),
        ),
        claims=(Claim(id="c1", text="16 days", source="s1"), Claim(id="c2", text="5 600 USD", source="s2")),
        sources=(
            Source(id="s1", citation=f"Railways: Timetable {text}".strip(), url="https://rail.example.org/a?b=1&c=2"),
            Source(id="s2", citation="Port: Tariff", url="https://port.example.org/", date="2025-03-01"),
            Source(id="s3", citation="Ministry: Statement", date="2026-02"),
        ),
        annotations=(Annotation(text=f"Look here {text}".strip(), lon=51.2, lat=43.6),),
        query="from=astana",
        link=link,
        data_version="0.3.0",
        data_date="2026-11-20",
        known_until="November 2026",
    )  # fmt: skip
