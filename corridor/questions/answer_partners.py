"""Answers to questions about partner projects."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from corridor.dataset.periods import read_day
from corridor.errors import QuestionError, RouteError
from corridor.questions.answer_routes import avoided_countries
from corridor.questions.tables import Answer

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

    from corridor.dataset.tables import Dataset

    Values = Mapping[str, Any]

# As in `corridor.questions.answer_routes`: a command line must be quick to start.
# ruff: noqa: PLC0415


def register(dataset: Dataset, values: Values) -> Answer:
    """Return the projects of the register that the filters let through."""
    from corridor.partners.facets import RegisterFilters, chosen
    from corridor.partners.register import register as listed

    today = read_day(values["today"]) or dt.datetime.now(tz=dt.UTC).date()
    filters = RegisterFilters(
        theme=_term(dataset, values, "theme"),
        sector=_term(dataset, values, "sector"),
        stage=_term(dataset, values, "status"),
        partner=_known(dataset, "countries", values["country"].upper()),
        party=_known(dataset, "organisations", values["party"]),
        mineral=values["mineral"] or None,
        due=values["due"] or None,
        silence=values["silence"] or None,
    )
    found = chosen(listed(dataset, today=today), filters)
    return Answer(tables={"register": found}, facts={"today": today.isoformat()})


def follow_up(dataset: Dataset, values: Values) -> Answer:
    """Return what was agreed at a visit, and what came of it."""
    from corridor.partners.follow_up import follow_up as followed
    from corridor.partners.follow_up import occasion

    events, sector = occasion(dataset, values["event"]), _term(dataset, values, "sector")
    frame = followed(dataset, events)
    if sector is not None:
        frame = frame[frame["sector"] == sector].reset_index(drop=True)
    return Answer(tables={"promises": frame}, facts={"events": list(events)})


def project_works(dataset: Dataset, _values: Values) -> Answer:
    """Return projects and upgrades with their legs and places, and the projects without one."""
    from corridor.partners.works import join, projects_without_bottleneck

    frame = join(dataset)
    tables = {"mending": frame, "projects_without_bottleneck": projects_without_bottleneck(dataset)}
    return Answer(tables=tables, facts={"reasons": _reasons(frame)})


def gains(dataset: Dataset, values: Values) -> Answer:
    """Return the effect of each upgrade between two places."""
    from corridor.partners.upgrade_gains import gains as worked_out

    ends, avoid = _ends(dataset, values), avoided_countries(dataset, values)
    frame = worked_out(dataset, *ends, avoid=avoid)
    facts = {**_pair(ends, avoid), "reasons": _reasons(frame)}
    return Answer(tables={"upgrade_gains": frame}, facts=facts)


def steps_without_works(dataset: Dataset, values: Values) -> Answer:
    """Give the steps between two places without a project."""
    from corridor.partners.works import without_works
    from corridor.routing.ask import find_different
    from corridor.routing.question import Avoided, RouteQuestion

    ends, avoid = _ends(dataset, values), avoided_countries(dataset, values)
    asked = RouteQuestion(origin=ends[0], destination=ends[1], avoid=Avoided(countries=avoid))
    frame = without_works(dataset, find_different(dataset, asked))
    return Answer(tables={"unmended": frame}, facts=_pair(ends, avoid))


def export_route(dataset: Dataset, values: Values) -> Answer:
    """Return the routes of raw materials from sites abroad to a place, and all sites."""
    from corridor.dataset.places import find
    from corridor.freight.arrays import network
    from corridor.partners.raw_materials import abroad, export_routes, sites
    from corridor.routing.routes import Constraints

    net = network(dataset)
    end = find(dataset, values["to"], among=net.places)
    avoid = avoided_countries(dataset, values)
    found = _of_site(sites(dataset), values["site"], values["mineral"])
    constraints = Constraints(avoid_countries=avoid)
    frame = export_routes(net, abroad(dataset, found, end), end, constraints=constraints)
    facts = {"destination": end, "avoid": sorted(avoid)}
    return Answer(tables={"ways_out": frame, "sites": found}, facts=facts)


def roles(dataset: Dataset, values: Values) -> Answer:
    """Return the roles of one organisation or of all, and their number."""
    from corridor.partners.roles import counts
    from corridor.partners.roles import roles as listed

    frame, number = listed(dataset, values["organisation"] or None), counts(dataset)
    if values["organisation"]:
        number = number[number["organisation_id"] == values["organisation"]].reset_index(drop=True)
    return Answer(tables={"roles": frame, "role_counts": number})


def _term(dataset: Dataset, values: Values, name: str) -> str | None:
    """Read a word that a column of the projects may hold; None for none."""
    wanted, there = values[name], dataset.package.tables["projects"].column(name).enum
    if wanted and wanted not in there:
        raise QuestionError("value-unknown", name=name, value=wanted, known=there)
    return wanted or None


def _known(dataset: Dataset, table: str, id_: str) -> str | None:
    """Read an id of a table; None for none."""
    if id_:
        dataset.record(table, id_)
    return id_ or None


def _of_site(found: pd.DataFrame, site: str, mineral: str) -> pd.DataFrame:
    """Keep one site, or those of a mineral."""
    minerals = sorted({mineral for cell in found["minerals"] for mineral in cell})
    for name, wanted, there in (("site", site, list(found["project_id"])), ("mineral", mineral, minerals)):
        if wanted and wanted not in there:
            raise QuestionError("value-unknown", name=name, value=wanted, known=there)
    kept = [
        (not site or row["project_id"] == site) and (not mineral or mineral in row["minerals"])
        for row in found.to_dict("records")
    ]
    return found.loc[kept].reset_index(drop=True)


def _pair(ends: tuple[str, str], avoid: frozenset[str]) -> dict[str, Any]:
    """Return the two places and the avoided countries, for the facts of an answer."""
    return {"origin": ends[0], "destination": ends[1], "avoid": sorted(avoid)}


def _ends(dataset: Dataset, values: Values) -> tuple[str, str]:
    """Find the two places of a question."""
    from corridor.dataset.places import find
    from corridor.freight.arrays import network

    places = network(dataset).places
    start, end = (find(dataset, values[name], among=places) for name in ("from", "to"))
    if start == end:
        raise RouteError("ends-alike", place=start)
    return start, end


def _reasons(frame: pd.DataFrame) -> dict[str, str]:
    """Return the reasons of a table with their explanations."""
    from corridor.partners.works import NO_UPGRADE
    from corridor.scenario.upgrade_effects import WHY

    words = {**WHY, NO_UPGRADE: "No source says what it changes there."}
    return {reason: words[reason] for reason in sorted(set(frame["reason"]) - {""})}
