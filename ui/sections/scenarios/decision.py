"""What one part of the page answers, as plain data: page and files are written from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from corridor.errors import CorridorError
from corridor.evidence.figures import leg_figure
from corridor.memory.memo import Depends, remembered
from corridor.publication.content import Cell
from corridor.questions.catalogue import QUESTIONS
from corridor.questions.parameters import read
from ui.evidence import wording
from ui.evidence.rows import by_id, rows
from ui.evidence.shown import Shown
from ui.language import format as fmt
from ui.language.text import N_
from ui.link.travel import is_asked
from ui.look.first_screen import Opening
from ui.look.modes import WORK
from ui.sections.routes.question import question

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from corridor.charts.chart import Chart
    from corridor.dataset.tables import Dataset
    from corridor.publication.content import Basis, Figure, Table
    from corridor.questions.tables import Answer
    from ui.link.view import View
    from ui.map.scene import Scene

    Row = Mapping[str, Any]

_MAX_ANSWERS = 24
_HOURS_PER_DAY, _MIN_DAYS = 24.0, 1.5
_ASKED = {question.verb: question for question in QUESTIONS}
CHARGES = {
    "party-named": "",
    "party-not-named": N_("a project, nobody named"),
    "nobody-named": N_("nobody named"),
}


@dataclass(frozen=True, eq=False, kw_only=True)
class Decision:
    """
    What a part of the page says.

    Attributes
    ----------
    opening
        The sentence.
    figures
        The cards beside the map, four at most.
    scene, map_in_words
        What the map shows.
    tables, charts
        Below it, in order.
    shown
        The frames behind it, to take along.
    note
        What is said of the method.
    sources
        Ids of the sources on which the figures rest, by first use.
    """

    opening: Opening
    figures: tuple[Figure, ...]
    scene: Scene
    map_in_words: str
    tables: tuple[Table, ...]
    shown: Shown
    charts: tuple[Chart, ...] = ()
    note: str = ""
    sources: tuple[str, ...] = ()


def ask(view: View, verb: str, keys: Mapping[str, str]) -> Answer | CorridorError:
    """
    Ask the engine what the command line and the API ask under the same name.

    Parameters
    ----------
    view
        The visit.
    verb
        Of `corridor.questions.catalogue.QUESTIONS`.
    keys
        Its parts as texts; what is left out has the default.

    Returns
    -------
    Answer or CorridorError
        Why not, where it cannot be answered.
    """
    return _asked(view.dataset, verb, tuple(sorted(keys.items())))


def asked_keys(view: View, verb: str) -> dict[str, str]:
    """Give the parts of a question that follow from the address: ends, what is left out, scenario."""
    found = question(view)
    words = found.avoid.words
    names = {part.name for part in _ASKED[verb].parameters}
    keys = {"scenario": view.state.scenario} if view.state.scenario else {}
    if verb in {"how-much", "critical-places"}:  # they leave out countries, nothing else
        words = tuple(word for word in words if view.dataset.has("countries", word))
    keys["avoid"] = ",".join(words)
    if "from" in names:
        keys |= {"from": found.origin, "to": found.destination}
    elif is_pair(view):
        keys |= {"origins": found.origin, "destinations": found.destination}
    if "date" in names and found.date is not None:
        keys["date"] = found.date.isoformat()
    return keys


def is_pair(view: View) -> bool:
    """Whether the address names an end: else the cities of both countries are looked at."""
    return is_asked(view.state, "origin") or is_asked(view.state, "destination")


def pair_words(view: View) -> str:
    """Name what is looked at: the two ends, or the cities of both countries."""
    if not is_pair(view):
        return view.words.gettext("the cities of Kazakhstan and Serbia")
    found = question(view)
    text = view.words.gettext("{origin} and {destination}")
    return text.format(
        origin=wording.node(view, found.origin), destination=wording.node(view, found.destination)
    )


def failed(view: View, error: CorridorError, scene: Scene) -> Decision:
    """Say why a part has no answer."""
    return Decision(
        opening=Opening(sentence=view.words.error(error)),
        figures=(),
        scene=scene,
        map_in_words="",
        tables=(),
        shown=Shown(tables=dict),
    )


def shown_of(verb: str, keys: Mapping[str, str], answer: Answer) -> Shown:
    """Give the tables of an answer, to take along."""
    first = next(iter(answer.tables))
    address = f"{_ASKED[verb].path.removeprefix('/')}?{urlencode(keys)}"
    return Shown(tables=lambda: dict(answer.tables), addresses=[(first, address)], choice=dict(answer.facts))


def sources_of_claims(view: View, claim_ids: Iterable[str | None]) -> tuple[str, ...]:
    """Give the ids of the sources of some claims, each once."""
    known = by_id(view.dataset, "claims")
    return tuple(dict.fromkeys(known[claim]["source_id"] for claim in claim_ids if claim in known))


def sources_of_legs(view: View, legs: Iterable[str]) -> tuple[str, ...]:
    """Give the ids of the sources of the times of some legs: of claims, else of factors."""
    factors, told = by_id(view.dataset, "factors"), []
    for leg in dict.fromkeys(legs):
        estimate = leg_figure(view.dataset, leg, "time_h")
        told += sources_of_claims(view, estimate.spoke)
        told += [factors[factor]["source_id"] for factor in estimate.factors if factor in factors]
    return tuple(dict.fromkeys(told))


def words_cell(text: object) -> Cell:
    """Give a cell of words."""
    return Cell(text="" if text is None else str(text))


def count_cell(view: View, value: float | None, basis: Basis = "") -> Cell:
    """Give a cell with a whole number; "not known" for None where it has a basis."""
    if value is None:
        return Cell(text=view.words.gettext("not known"), basis="missing") if basis else Cell(text="")
    return Cell(text=fmt.number(value, view.lang), number=value, basis=basis)


def hours_cell(
    view: View,
    value: float | None,
    basis: Basis = "modelled",
    *,
    band: str = "",
    beside: float | None = None,
) -> Cell:
    """Give a cell with a time, in the unit of the one that it stands beside."""
    if value is None:
        return Cell(text=view.words.gettext("not known"), basis="missing")
    told = size_in_words(view, value, beside=beside)
    return Cell(text=f"{told} ({band})" if band else told, number=value, basis=basis)


def size_in_words(view: View, hours: float, *, beside: float | None = None) -> str:
    """Write a time with two digits, in days where it or the one beside it is a day and a half or more."""
    if max(abs(hours), abs(beside or 0.0)) >= _MIN_DAYS * _HOURS_PER_DAY:
        return fmt.quantity(hours / _HOURS_PER_DAY, "d", view.lang, digits=2)
    return fmt.quantity(hours, "h", view.lang, digits=2)


def part_words(view: View, row: Row) -> str:
    """Name a part of a route: a leg, a place, a work at a place, or what all parts share."""
    _ = view.words.gettext
    if row.get("kind") == "common":
        return _("The common delay of all parts")
    if row.get("kind") == "model":
        return _("The parameters of the model")
    if row.get("leg_id"):
        return wording.leg(view, row["leg_id"])
    place = wording.node(view, row["node_id"])
    work = row.get("work")
    return f"{_(WORK[work].label).capitalize()}: {place}" if work in WORK else place


def charge_cell(view: View, row: Row) -> Cell:
    """Write who is in charge; where nobody is named, that stands out."""
    words = CHARGES.get(row["charge"], "")
    if words:
        return Cell(text=view.words.gettext(words), basis="missing")
    return Cell(text=organisations(view, row.get("in_charge") or ()))


def organisations(view: View, names: Sequence[str], most: int = 3) -> str:
    """Name organisations in the reader's language, the first few."""
    known = {row["name_en"]: row for row in by_id(view.dataset, "organisations").values()}
    told = [view.words.name(known[name]) if name in known else name for name in names[:most]]
    return ", ".join(told) + (", …" if len(names) > most else "")


def projects_words(view: View, ids: Sequence[str], most: int = 2) -> str:
    """Name projects, the first few."""
    known = by_id(view.dataset, "projects")
    told = [view.words.name(known[project]) for project in ids[:most] if project in known]
    return "; ".join(told) + (", …" if len(ids) > most else "")


def lines_of(answer: Answer, name: str) -> list[Row]:
    """Rows of a table of an answer, with None for what is missing."""
    return rows(answer.tables[name])


@remembered(depends_on=Depends.EVERYTHING, most=_MAX_ANSWERS)
def _asked(dataset: Dataset, verb: str, keys: tuple[tuple[str, str], ...]) -> Answer | CorridorError:
    """Ask the engine."""
    asked = _ASKED[verb]
    try:
        return asked.answer(dataset, read(asked.parameters, dict(keys), is_served=True))
    except CorridorError as error:
        return error.with_traceback(None)
