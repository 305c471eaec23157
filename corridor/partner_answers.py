"""Answers to questions about partner projects."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from corridor.answer import Answer
from corridor.answers import day
from corridor.errors import QuestionError, RouteError

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

    from corridor.dataset import Dataset

    Values = Mapping[str, Any]

# As in `corridor.answers`: a command line must be quick to start.
# ruff: noqa: PLC0415

_SHOWN = 12


def register(dataset: Dataset, values: Values) -> Answer:
    """Give the register of projects as the filters leave it."""
    from corridor.register import register as listed
    from corridor.register_search import RegisterFilters, chosen, counts

    today = day(values["today"]) or dt.datetime.now(tz=dt.UTC).date()
    whole = listed(dataset, today=today)
    every = counts(whole, RegisterFilters())
    named = {
        facet: values[name] or None
        for name, facet in (
            ("theme", "theme"),
            ("sector", "sector"),
            ("status", "stage"),
            ("country", "partner"),
            ("party", "party"),
        )
    }
    for facet, wanted in named.items():
        if wanted is not None and wanted not in every[facet]:
            offered = ", ".join(list(every[facet])[:_SHOWN])
            message = f"No project has '{wanted[:40]}' there. There are, among others: {offered}."
            raise QuestionError(message)
    found = chosen(whole, RegisterFilters(**named, silence=values["silence"] or None))
    return Answer(tables={"register": found}, facts={"today": today.isoformat()})


def follow_up(dataset: Dataset, values: Values) -> Answer:
    """Give the promises of a visit."""
    from corridor.follow_up import follow_up as followed
    from corridor.follow_up import occasion

    events = occasion(dataset, values["event"])
    return Answer(tables={"promises": followed(dataset, events)}, facts={"events": list(events)})


def mending(dataset: Dataset, _values: Values) -> Answer:
    """Give the join of projects and upgrades with legs and places."""
    from corridor.mending import join, mends_nothing

    frame = join(dataset)
    facts = {"reasons": _reasons(frame), "mends_nothing": list(mends_nothing(dataset))}
    return Answer(tables={"mending": frame}, facts=facts)


def gains(dataset: Dataset, values: Values) -> Answer:
    """Give what each upgrade changes between two places."""
    from corridor.upgrade_gains import gains as worked_out

    ends = _ends(dataset, values)
    frame = worked_out(dataset, *ends, avoid=values["avoid"])
    facts = {"origin": ends[0], "destination": ends[1], "reasons": _reasons(frame)}
    return Answer(tables={"upgrade_gains": frame}, facts=facts)


def unmended(dataset: Dataset, values: Values) -> Answer:
    """Give the steps between two places that nobody is named to mend."""
    from corridor.asking import ask_ways
    from corridor.mending import nobody_mends

    ends = _ends(dataset, values)
    ways = ask_ways(dataset, *ends, avoid=",".join(values["avoid"]))
    frame = nobody_mends(dataset, ways)
    return Answer(tables={"unmended": frame}, facts={"origin": ends[0], "destination": ends[1]})


def way_out(dataset: Dataset, values: Values) -> Answer:
    """Give the ways of raw materials to a place, and the sites."""
    from corridor.network import network
    from corridor.places import find
    from corridor.routing import Constraints
    from corridor.way_out import sites, ways_out

    net = network(dataset)
    end = find(dataset, values["to"], among=net.places)
    found = sites(dataset)
    constraints = Constraints(avoid_countries=frozenset(values["avoid"]))
    frame = ways_out(net, found, end, constraints=constraints)
    return Answer(tables={"ways_out": frame, "sites": found}, facts={"destination": end})


def roles(dataset: Dataset, values: Values) -> Answer:
    """Give the roles of one organisation, or of all."""
    from corridor.roles import roles as listed

    return Answer(tables={"roles": listed(dataset, values["organisation"] or None)})


def _ends(dataset: Dataset, values: Values) -> tuple[str, str]:
    """Find the two places of a question."""
    from corridor.network import network
    from corridor.places import find

    places = network(dataset).places
    start, end = (find(dataset, values[name], among=places) for name in ("from", "to"))
    if start == end:
        message = f"The way starts where it ends, at {start}. Choose two different places."
        raise RouteError(message)
    return start, end


def _reasons(frame: pd.DataFrame) -> dict[str, str]:
    """Say the reasons of a table in words."""
    from corridor.mending import NO_UPGRADE
    from corridor.upgrade_effects import WHY

    words = {**WHY, NO_UPGRADE: "No source says what it moves there."}
    return {reason: words[reason] for reason in sorted(set(frame["reason"]) - {""})}
