"""The part "Many at once": a grid of questions, worked out beside the server, as heat map and table."""

from __future__ import annotations

import io
import secrets
import shlex
from typing import TYPE_CHECKING, Any

import pyarrow.parquet as pq
import streamlit as st

from corridor.brief.csv import as_csv
from corridor.charts.layout import MIN_HEIGHT
from corridor.errors import CorridorError
from corridor.publication.content import Cell, Table
from corridor.scenario.codec import encode, parse
from corridor.scenario.presets import PREFIX
from corridor.sweep import background
from corridor.sweep.heat_map import column_title, heat_map, pair_title, scenario_titles
from corridor.sweep.tasks import Sweep, folder_of, sweep_of
from ui.evidence.openings import drawn
from ui.evidence.rows import rows
from ui.evidence.shown import Shown
from ui.language import format as fmt
from ui.language.text import N_
from ui.link import address
from ui.look.chart_picture import WIDE, chart_picture, save_chart
from ui.look.first_screen import Opening
from ui.look.markup import tag
from ui.sections.routes.question import freight_places, option, question
from ui.sections.scenarios import decision, presets
from ui.sections.scenarios.decision_html import as_html
from ui.settings.dataset import folder

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd
    from markupsafe import Markup
    from streamlit.delta_generator import DeltaGenerator

    from ui.link.view import View

    Row = dict[str, Any]

TODAY, THIS = "today", "this"
_YEARS = tuple(str(year) for year in range(2026, 2031))
_SAMPLES = 400
_TICK_S = 2.0
_AROUND_ROWS, _ROW_HIGH, _MAX_HIGH = 180, 44, 900
_CRITERIA = {"time_h": N_("time"), "cost_usd_per_teu": N_("cost")}
_PARTS = ("origins", "destinations", "scenarios", "years")


def draw(view: View, answer: DeltaGenerator) -> Shown:
    """
    Draw the grid, what runs it, and its result; give the result, to take along.

    Parameters
    ----------
    view
        The visit.
    answer
        Where the sentence of the page stands.
    """
    _ = view.words.gettext
    _choose(view)
    answer.html(drawn(view, opening(view)))
    st.html(_command_html(view))
    if view.own:
        st.html(tag("p", _("Sweeps run on the data of this server, not on your own data."), class_="cx-note"))
        return Shown(tables=dict)
    sweep = asked(view)
    if isinstance(sweep, CorridorError) or len(sweep.tasks) > background.MAX_TASKS:
        return Shown(tables=dict)
    known = background.progress(sweep.digest, _holder())
    if known is None or known.state != "done":
        is_running = known is not None and known.state == "running"
        st.fragment(_progress, run_every=_TICK_S if is_running else None)(view, sweep, is_running=is_running)
        return Shown(tables=dict)
    return _result(view, known.parquet)


def opening(view: View) -> Opening:
    """Say how many questions the grid holds, and whether they can be asked from here."""
    _, _n = view.words.gettext, view.words.ngettext
    sweep = asked(view)
    if isinstance(sweep, CorridorError):
        return Opening(sentence=view.words.error(sweep))
    count = len(sweep.tasks)
    text = _n(
        "{count} question at once. Pairs of places: {pairs}, scenarios: {scenarios}, years: {dates}.",
        "{count} questions at once. Pairs of places: {pairs}, scenarios: {scenarios}, years: {dates}.",
        count,
    )
    numbers = {
        "count": count,
        "pairs": count // (len(sweep.scenarios) * len(sweep.dates)),
        "scenarios": len(sweep.scenarios),
        "dates": len(sweep.dates),
    }
    said = text.format(**{name: fmt.number(number, view.lang) for name, number in numbers.items()})
    if told := _extremes(view, result(view)):
        return Opening(sentence=told, basis=said, known="modelled")
    doubt = ""
    if count > background.MAX_TASKS:
        doubt = _("More than {most}: run the command below.").format(
            most=fmt.number(background.MAX_TASKS, view.lang)
        )
    return Opening(sentence=said, doubt=doubt)


def _extremes(view: View, found: Sequence[Row]) -> str:
    """Say which answer is the quickest and which the slowest, or the only one; empty without answers."""
    known = [row for row in found if row["time_h_p50"] is not None and "time_h" in row["best_on"].split("|")]
    if not known:
        return ""
    titles = scenario_titles(view)
    ends = []
    for row in (pick(known, key=lambda one: float(one["time_h_p50"])) for pick in (min, max)):
        size = decision.size_in_words(view, row["time_h_p50"])
        ends.append(f"{size} ({pair_title(view, row)}, {column_title(view, row, titles)})")
    if len(known) == 1:
        return f"{ends[0]}."
    text = view.words.gettext("Quickest: {quickest}. Slowest: {slowest}.")
    return text.format(quickest=ends[0], slowest=ends[1])


def result(view: View) -> list[Row]:
    """Give the answers of the grid as far as this server has them; none where it was not run."""
    sweep = asked(view)
    if view.own or isinstance(sweep, CorridorError):
        return []
    parquet = background.result(sweep.digest)
    return rows(pq.read_table(io.BytesIO(parquet)).to_pandas()) if parquet else []


def asked(view: View) -> Sweep | CorridorError:
    """Give the sweep that the address names; why not, where it cannot be run."""
    origins, destinations, scenarios, years = grid_of(view)
    try:
        return sweep_of(
            view.dataset,
            origins=origins,
            destinations=destinations,
            scenarios=[_text(view, scenario) for scenario in scenarios],
            dates=years or ("",),
            avoid=question(view).avoid.words,
            rows="best",
            samples=_SAMPLES,
        )
    except CorridorError as error:
        return error.with_traceback(None)


def grid_of(view: View) -> tuple[tuple[str, ...], ...]:
    """Give origins, destinations, scenarios and years of the address; the usual ones where it names none."""
    parts = view.state.grid.split("~") if view.state.grid else ["", "", "", ""]
    origins, destinations, scenarios, years = (tuple(part.split(".")) if part else () for part in parts)
    found, known = (
        question(view),
        {preset.preset_id for preset in presets.listed(view.dataset) if preset.is_usable},
    )
    usual = (TODAY, THIS) if view.state.scenario else (TODAY,)
    listed = tuple(name for name in scenarios if name in {TODAY, THIS} or name in known) or usual
    return (
        origins or (found.origin,),
        destinations or (found.destination,),
        tuple(name for name in listed if name != THIS or view.state.scenario),
        years,
    )


def command(view: View) -> str:
    """Write the command that runs the grid outside this server, on a Dask cluster if one is named."""
    origins, destinations, scenarios, years = grid_of(view)
    parts = ["corridor", "sweep", "--origins", ",".join(origins), "--destinations", ",".join(destinations)]
    parts += ["--scenarios", ",".join(_text(view, scenario) for scenario in scenarios)]
    parts += ["--dates", ",".join(years)] if years else []
    avoid = question(view).avoid.words
    parts += ["--avoid", ",".join(avoid)] if avoid else []
    parts += ["--rows", "best", "--samples", str(_SAMPLES), "--out", "sweep.parquet"]
    return shlex.join(parts)


def _text(view: View, scenario: str) -> str:
    """Write a scenario of the grid as the library reads it."""
    if scenario == TODAY:
        return TODAY
    if scenario == THIS:
        return encode(parse(view.state.scenario).unnamed) or TODAY
    return f"{PREFIX}{scenario}"


def _choose(view: View) -> None:
    """Draw the choice of places, scenarios and years; the address holds it."""
    _ = view.words.gettext
    places = freight_places(view)
    names = {
        preset.preset_id: view.words.name(preset.row)
        for preset in presets.listed(view.dataset)
        if preset.is_usable
    }
    names = {TODAY: _("Today"), **({THIS: _("Under the scenario")} if view.state.scenario else {}), **names}
    labels = (_("From"), _("To"), _("Scenarios"), _("Years, as planned by then"))
    options = (places, places, tuple(names), _YEARS)
    titles = (
        lambda one: option(view, one),
        lambda one: option(view, one),
        lambda one: names.get(one, one),
        lambda one: one,
    )
    columns = (*st.columns(2, gap="medium"), *st.columns([2, 1], gap="medium"))
    for part, label, some, title, chosen, column in zip(
        _PARTS, labels, options, titles, grid_of(view), columns, strict=True
    ):
        key = f"sweep-{part}"
        st.session_state[key] = [choice for choice in chosen if choice in some]
        with column:
            st.multiselect(
                label,
                some,
                format_func=title,
                placeholder=_("nothing chosen"),
                select_all=False,
                key=key,
                on_change=_take,
            )


def _take() -> None:
    """Write the grid to the address."""
    address.write(grid="~".join(".".join(st.session_state[f"sweep-{part}"]) for part in _PARTS))


def _command_html(view: View) -> Markup:
    """Write the command, to be copied."""
    _ = view.words.gettext
    note = _("It resumes when it is interrupted; --scheduler tcp://HOST:8786 runs it on a Dask cluster.")
    written = tag("pre", tag("code", command(view)), class_="cx-command", tabindex="0")
    summary = tag("summary", _("The same by command line"))
    return tag("details", summary, written, tag("p", note, class_="cx-note"), class_="cx-more")


def _progress(view: View, sweep: Sweep, *, is_running: bool) -> None:
    """
    Draw the button that starts the sweep, or how far it is with the button that ends it.

    Only a sweep that runs is asked about again and again: whether it does is told anew by a whole run.
    """
    _ = view.words.gettext
    known = background.progress(sweep.digest, _holder())
    if is_running != (known is not None and known.state == "running"):
        st.rerun()
    if known is not None and is_running:
        told = _("{done} of {count} questions answered").format(
            done=fmt.number(known.done, view.lang), count=fmt.number(known.tasks, view.lang)
        )
        st.progress(known.done / known.tasks, text=told)
        st.button(_("Cancel"), key="sweep-cancel", on_click=background.cancel, args=(sweep.digest, _holder()))
        return
    if known is not None and known.state in {"failed", "cancelled"}:
        words = _("Cancelled.")
        if known.state == "failed":
            words = _("The sweep has failed. Try again, or run the command.")
        st.html(tag("p", words, class_="cx-note", role="status"))
    if fault := st.session_state.pop("sweep-fault", ""):
        st.html(tag("p", fault, class_="cx-note cx-told", role="status"))
    st.button(_("Run"), key="sweep-run", type="primary", on_click=_start, args=(view, sweep))


def _holder() -> str:
    """Name of this visit, by which it holds a sweep."""
    return str(st.session_state.setdefault("sweep-holder", secrets.token_hex(8)))


def _start(view: View, sweep: Sweep) -> None:
    """Start the sweep, or say why that cannot be."""
    try:
        background.start(sweep, folder_of(folder()), _holder())
    except CorridorError as error:
        st.session_state["sweep-fault"] = view.words.error(error)


def _result(view: View, parquet: bytes) -> Shown:
    """Draw the result as heat map and table, with its files."""
    _ = view.words.gettext
    frame = pq.read_table(io.BytesIO(parquet)).to_pandas()
    chart = heat_map(view, rows(frame))
    height = min(max(MIN_HEIGHT, _AROUND_ROWS + _ROW_HIGH * len(chart.across.ticks)), _MAX_HIGH)
    st.html(chart_picture(view, chart, is_of_view=False, size=(WIDE[0], height)))
    save_chart(view, chart, key="heat")
    st.html(as_html(view, table_of(view, rows(frame))))
    files = st.container(horizontal=True, gap="small")
    with files:
        st.download_button(
            _("Download Parquet"), parquet, "sweep.parquet", key="sweep-parquet", on_click="ignore"
        )
        st.download_button(
            _("Download CSV"),
            as_csv(frame),
            "sweep.csv",
            "text/csv",
            key="sweep-csv",
            on_click="ignore",
        )

    def tables() -> dict[str, pd.DataFrame]:
        return {"sweep": frame}

    return Shown(tables=tables)


def table_of(view: View, found: Sequence[Row]) -> Table:
    """Write every answer: the best routes on time and on cost."""
    _ = view.words.gettext
    titles = scenario_titles(view)
    lines = tuple(
        (
            decision.words_cell(pair_title(view, row)),
            decision.words_cell(column_title(view, row, titles)),
            decision.words_cell(_best_on(view, row)),
            decision.hours_cell(
                view,
                row["time_h_p50"],
                band=""
                if row["time_h_p50"] is None
                else " – ".join(decision.size_in_words(view, row[f"time_h_{end}"]) for end in ("p10", "p90")),
            ),
            decision.hours_cell(view, row["time_h_typical"]),
            _cost(view, row["cost_usd_per_teu_typical"]),
        )
        for row in found
    )
    heads = (
        _("Pair"),
        _("Scenario"),
        _("Best on"),
        _("Time in practice"),
        _("Time by timetable"),
        _("Known costs per TEU"),
    )
    units = ("", "", "", "h", "h", "USD")
    return Table(id="sweep", title=_("Every answer"), heads=heads, rows=lines, units=units)


def _best_on(view: View, row: Row) -> str:
    """Say on what the route of an answer is the best."""
    _ = view.words.gettext
    if not row["best_on"]:
        return _("no route")
    return ", ".join(_(_CRITERIA[criterion]) for criterion in row["best_on"].split("|"))


def _cost(view: View, value: float | None) -> Cell:
    """Write a cost per TEU with two digits."""
    if value is None:
        return Cell(text=view.words.gettext("not known"), basis="missing")
    return Cell(text=fmt.quantity(value, "USD", view.lang, digits=2), number=value, basis="modelled")
