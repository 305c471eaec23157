"""Whether routes can be had: the worst of their parts, with the reasons, and the best among what is sure."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pandas as pd

from corridor.columns.frame import make_frame
from corridor.columns.routes import AVAILABILITY
from corridor.dataset.periods import last_day
from corridor.errors import N_
from corridor.freight.availability import (
    AVAILABILITIES,
    Reason,
    leg_reasons,
    rank,
    surest_first,
    unsure_legs,
    worst,
)
from corridor.freight.running import SAILS
from corridor.language.dates import partial_date
from corridor.language.text import DERIVED, LANGUAGES, Words
from corridor.routing.routes import routes, undominated

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from corridor.chain.splicing import Hop
    from corridor.dataset.tables import Dataset
    from corridor.freight.arrays import Network
    from corridor.routing.question import RouteQuestion
    from corridor.routing.routes import Routes

LABELS: Mapping[str, str] = {
    "running": N_("running"),
    "seasonal": N_("not all year"),
    "possible": N_("not confirmed"),
    "restricted": N_("restricted"),
}
ENGLISH = Words("en")
# Who issues restrictions, as the data name them.
_ISSUERS = (N_("European Union"), N_("United States"), N_("European Union; United Nations"), N_("Poland"),
            N_("Lithuania"), N_("Port of Kuryk"))  # fmt: skip
_PHRASES: Mapping[str, str] = {
    "service-seen": N_("{service}, last seen {seen}"),
    "service-old": N_("{service}: not seen since {seen}"),
    "service-unsure": N_("{service}: not confirmed, last seen {seen}"),
    "no-service": N_("no service found: {where}"),
    "line-open": N_("railway and road in operation"),
    "line-unsure": N_("operation not confirmed: {where}"),
    "season": N_("only in season, months not known: {where}"),
    "assumed": N_("assumed by the scenario: {where}"),
}
_UNDATED: Mapping[str, str] = {"service-unsure": N_("{service}: not confirmed")}


def surest(network: Network, question: RouteQuestion) -> Routes:
    """
    Find the best routes for a question, where one beats another only if it is at least as sure to be had.

    Parameters
    ----------
    network
        The network of the question.
    question
        What is asked.

    Returns
    -------
    Routes
        As `corridor.routing.routes.routes`, with the columns of `with_availability`: what is running or
        seasonal first, then what is not confirmed, then what is restricted. A route that is merely possible
        never displaces one that runs.

    Raises
    ------
    UnknownIdError, RouteError
        As `corridor.routing.routes.routes`.
    """
    unsure = unsure_legs(network.dataset, question.date, question.cargo)
    limits = question.constraints
    found = with_availability(
        routes(
            network, question.origin, question.destination, criteria=question.criteria, constraints=limits
        ),
        question,
    )
    # If all that is best overall is sure, the search among what is sure would find the same.
    highest = max((rank(row) for row in found.table["availability"]), default=2)
    for most in range(highest):
        left_out = frozenset(leg for leg, place in unsure.items() if place > most)
        stricter = replace(limits, avoid_legs=limits.avoid_legs | left_out)
        more = routes(
            network, question.origin, question.destination, criteria=question.criteria, constraints=stricter
        )
        found = _together(found, with_availability(more, question))
    return _in_order(found)


def with_availability(found: Routes, question: RouteQuestion) -> Routes:
    """
    Add to a table of routes whether each can be had, and why.

    Parameters
    ----------
    found
        As `corridor.routing.routes.routes` returns them.
    question
        What was asked: the day of travel and the cargo are those that count.

    Returns
    -------
    Routes
        The same with the columns availability ("running", "seasonal", "possible" or "restricted": the worst
        of the legs), availability_reasons (English; of what makes it so, joined by "; ") and confirmed_on
        (the day on which the ship seen longest ago was last seen, of those that the route needs; empty
        where none is), behind `countries`.
    """
    told = {route: reasons_of(found.dataset, hops, question) for route, hops in found.hops.items()}
    ids = found.table["route_id"]
    at = list(found.table.columns).index("countries") + 1
    table = found.table.copy()
    texts = {
        "availability": [worst(told[route]) for route in ids],
        "availability_reasons": [_why(found.dataset, told[route]) for route in ids],
        "confirmed_on": [_confirmed(found.dataset, told[route]) for route in ids],
    }
    for place, (name, values) in enumerate(texts.items(), start=at):
        table.insert(place, name, pd.Series(values, index=table.index, dtype="str"))
    return replace(found, table=table)


def reasons_of(dataset: Dataset, hops: Sequence[Hop], question: RouteQuestion) -> tuple[Reason, ...]:
    """Return the reasons of all legs of a route, in the order of travel."""
    return tuple(
        reason
        for hop in hops
        for reason in leg_reasons(dataset, hop.leg_id, date=question.date, cargo=question.cargo)
    )


def reasons(found: Routes, question: RouteQuestion) -> pd.DataFrame:
    """
    List why each route can or cannot be had.

    Parameters
    ----------
    found, question
        As for `with_availability`.

    Returns
    -------
    pandas.DataFrame
        One row a reason of a route, the worst first: route_id; availability; code (of
        `corridor.freight.availability.Reason`); legs (ids separated by |); service_id, restriction_id;
        valid_from, valid_to (of the restriction); seen (the service); issued_by; sources (ids separated by
        |); text_en, text_kk, text_ru, text_sr, text_bg (the reason in words).
    """
    rows = []
    for route, hops in found.hops.items():
        told = reasons_of(found.dataset, hops, question)
        for reason, legs in grouped(told).items():
            rows.append({"route_id": route, **as_row(found.dataset, reason, legs)})
    return make_frame(rows, AVAILABILITY)


def grouped(told: Sequence[Reason]) -> Mapping[Reason, tuple[str, ...]]:
    """Group reasons that differ only in their leg, the worst first; legs stay in the order of travel."""
    found: dict[Reason, list[str]] = {}
    for reason in told:
        found.setdefault(replace(reason, leg_id=""), []).append(reason.leg_id)
    order = sorted(found, key=lambda reason: -AVAILABILITIES.index(reason.availability))
    return {reason: tuple(found[reason]) for reason in order}


def as_row(dataset: Dataset, reason: Reason, legs: Sequence[str]) -> dict[str, str]:
    """Lay a reason out with what the data say of it; keys as of `reasons` without the route."""
    rule = dataset.record("restrictions", reason.restriction_id) if reason.restriction_id else {}
    service = dataset.record("services", reason.service_id) if reason.service_id else {}
    return {
        "availability": reason.availability,
        "code": reason.code,
        "legs": "|".join(dict.fromkeys(legs)),
        "service_id": reason.service_id,
        "restriction_id": reason.restriction_id,
        "valid_from": str(rule.get("valid_from") or ""),
        "valid_to": str(rule.get("valid_to") or ""),
        "seen": reason.seen,
        "issued_by": issuer(dataset, reason),
        "sources": str(rule.get("sources") or service.get("sources") or ""),
        **{
            f"text_{lang}": in_words(dataset, reason, legs, Words(lang))
            for lang in LANGUAGES
            if lang not in DERIVED
        },
    }


def issuer(dataset: Dataset, reason: Reason) -> str:
    """Say who issued a restriction; where the pages do not say, who published the first of them."""
    if not reason.restriction_id:
        return ""
    rule = dataset.record("restrictions", reason.restriction_id)
    if rule["issued_by"]:
        return str(rule["issued_by"])
    source = str(rule["sources"]).partition("|")[0]
    return str(dataset.record("sources", source)["publisher"]) if dataset.has("sources", source) else ""


def in_words(dataset: Dataset, reason: Reason, legs: Sequence[str], words: Words = ENGLISH) -> str:
    """
    Write a reason.

    Parameters
    ----------
    dataset
        The route dataset.
    reason
        The reason.
    legs
        Legs that it speaks of.
    words
        The language.

    Returns
    -------
    str
        One phrase, without a full stop. Names and notes are those of the data: escape them for HTML.
    """
    _ = words.gettext
    if reason.code == "restriction":
        return _of_restriction(dataset, reason, words)
    where = ", ".join(_leg_name(dataset, leg, words) for leg in dict.fromkeys(legs))
    service = dataset.record("services", reason.service_id) if reason.service_id else {}
    template = _(_PHRASES[reason.code] if reason.seen else _UNDATED.get(reason.code, _PHRASES[reason.code]))
    seen = partial_date(reason.seen, words.lang)
    return template.format(service=words.data(service.get("name") or "") or where, where=where, seen=seen)


def _of_restriction(dataset: Dataset, reason: Reason, words: Words) -> str:
    """Write a restriction with since when and who says so."""
    _ = words.gettext
    rule, by = dataset.record("restrictions", reason.restriction_id), issuer(dataset, reason)
    begins, ends = (partial_date(rule[name], words.lang) for name in ("valid_from", "valid_to"))
    if rule["yearly"]:
        span = _("every year")
    elif rule["valid_to"]:
        span = _("{begins} to {ends}").format(begins=begins, ends=ends)
    else:
        span = _("since {begins}").format(begins=begins)
    return f"{words.name(rule)} ({'; '.join(filter(None, (span, words.data(by))))})"


def _leg_name(dataset: Dataset, leg_id: str, words: Words) -> str:
    """Name a leg by its ends."""
    leg = dataset.record("legs", leg_id)
    return " – ".join(words.name(dataset.record("nodes", leg[end])) for end in ("from_node", "to_node"))


def _why(dataset: Dataset, told: Sequence[Reason]) -> str:
    """Write the reasons that make a route what it is; of what runs, the services."""
    state = worst(told)
    parts = {reason: legs for reason, legs in grouped(told).items() if reason.availability == state}
    named = {reason: legs for reason, legs in parts.items() if reason.code != "line-open"}
    return "; ".join(in_words(dataset, reason, legs) for reason, legs in (named or parts).items())


def _confirmed(dataset: Dataset, told: Sequence[Reason]) -> str:
    """Day on which the ship of a route that was seen longest ago was last seen."""
    seen = [
        reason.seen
        for reason in told
        if reason.code == "service-seen" and dataset.record("legs", reason.leg_id)["mode"] in SAILS
    ]
    return min(seen, key=last_day, default="")


def _together(found: Routes, more: Routes) -> Routes:
    """Put two answers to the same question together."""
    new = more.table[~more.table["route_id"].isin(found.table["route_id"])]
    return replace(
        found,
        table=pd.concat([found.table, new], ignore_index=True) if len(found.table) else more.table,
        hops={**found.hops, **more.hops},
        finished=found.finished and more.finished,
    )


def _in_order(found: Routes) -> Routes:
    """Sort routes by how sure they are, then as usual; leave out those that a surer one beats."""
    criteria = found.criteria
    table = found.table.assign(rank=list(map(rank, found.table["availability"])))
    judged = [f"{criterion}_{part}" for part in ("typical", "gaps") for criterion in criteria]
    table = table.loc[undominated(table, [*judged, "rank"])].drop(columns="rank")
    order = [
        *(f"{criterion}_gaps" for criterion in criteria),
        *(f"{criterion}_typical" for criterion in criteria),
        "route_id",
    ]
    table = surest_first(table, *order).reset_index(drop=True)
    return replace(found, table=table, hops={route: found.hops[route] for route in table["route_id"]})
