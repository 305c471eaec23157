"""What each part of the page Partners shows, as tables to take along."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from corridor.partners.facets import FACETS
from corridor.partners.roles import counts, roles
from corridor.partners.works import join, projects_without_bottleneck
from corridor.routing.sanctioned import SANCTIONED
from ui.evidence.shown import Shown
from ui.sections.partners import export_routes, minerals
from ui.sections.partners import trade as trade_part
from ui.sections.partners.papers import listed, visits
from ui.sections.partners.works_pair import effects_between, unmended

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd

    from ui.link.view import View
    from ui.sections.partners.works_pair import Pair

# The API's names of the facets of the register.
_ASKED = {"stage": "status", "partner": "country"}


def register(view: View, found: pd.DataFrame) -> Shown:
    """Give the projects that the facets leave, as recorded and with what follows from their records."""

    def tables() -> dict[str, pd.DataFrame]:
        projects = view.dataset.projects
        return {"register": found, "projects": projects[projects["project_id"].isin(found["project_id"])]}

    kept = {_ASKED.get(facet, facet): getattr(view.state, facet) for facet in FACETS}
    query = urlencode({name: value for name, value in kept.items() if value is not None})
    own = f"register?{query}" if query else "register"
    return Shown(tables=tables, addresses=[("register", own), *_base("projects", "upgrades")], choice=kept)


def papers(view: View, chosen: Sequence[Mapping[str, Any]]) -> Shown:
    """Give the memoranda of the visit, the agreements that the filters leave, and visits and meetings."""
    ids = {row["agreement_id"] for row in (*listed(view), *chosen)}

    def tables() -> dict[str, pd.DataFrame]:
        papers, events = view.dataset.agreements, view.dataset.events
        return {
            "agreements": papers[papers["agreement_id"].isin(ids)],
            "events": events[events["event_id"].isin({row["event_id"] for row in visits(view)})],
        }

    choice = {"country": view.state.partner, "sector": view.state.sector}
    return Shown(tables=tables, addresses=_base("agreements", "events"), choice=choice)


def promises(view: View, visit: str, promised: pd.DataFrame) -> Shown:
    """Give what was promised at a visit, as the sector leaves it, and what came of it."""
    sector = view.state.sector if set(promised["sector"].dropna()) == {view.state.sector} else None
    asked = {"event": visit} | ({"sector": sector} if sector else {})
    addresses = [("promises", f"follow-up?{urlencode(asked)}"), *_base("agreements", "projects")]
    choice = {"visit": visit, "sector": sector}
    return Shown(tables=lambda: {"promises": promised}, addresses=addresses, choice=choice)


def mending(view: View, pair: Pair) -> Shown:
    """Give the join, what each upgrade changes between two places, steps and projects without the other."""

    def tables() -> dict[str, pd.DataFrame]:
        data = view.dataset
        return {
            "mending": join(data),
            "upgrade_gains": effects_between(data, pair),
            "unmended": unmended(data, pair),
            "projects_without_bottleneck": projects_without_bottleneck(data),
        }

    ends = {"from": pair[0], "to": pair[1]}
    addresses = [
        ("mending", "mending"),
        ("upgrade_gains", f"gains?{urlencode(ends)}"),
        ("unmended", f"unmended?{urlencode(ends)}"),
        ("projects_without_bottleneck", "mending?table=projects_without_bottleneck"),
        *_base("upgrades"),
    ]
    return Shown(tables=tables, addresses=addresses, choice=ends)


def raw_materials(view: View, destination: str) -> Shown:
    """Give the sites, their ways out, any and without sanctioned countries, and the agreements."""

    def tables() -> dict[str, pd.DataFrame]:
        papers = view.dataset.agreements
        ids = {row["agreement_id"] for row in minerals.papers_on(view)}
        return {
            "sites": minerals.sites_of(view),
            **{
                name: export_routes.routes_of(view, one, destination)
                for name, one in export_routes.TABLES.items()
            },
            "agreements": papers[papers["agreement_id"].isin(ids)],
        }

    without = {"to": destination, "avoid": ",".join(sorted(SANCTIONED))}
    addresses = [
        ("sites", "way-out?table=sites"),
        ("ways_out", f"way-out?{urlencode({'to': destination})}"),
        ("ways_out_open", f"way-out?{urlencode(without)}"),
        *_base("agreements"),
    ]
    return Shown(tables=tables, addresses=addresses, choice={"to": destination})


def trade(view: View) -> Shown:
    """Give trade as reported, and what is claimed of trade and companies; nothing is added up."""
    topics = trade_part.TOPICS

    def tables() -> dict[str, pd.DataFrame]:
        claims = view.dataset.claims
        about = (claims["subject_type"] == "topic") & claims["subject_id"].isin(topics)
        return {"trade": view.dataset.trade, "claims": claims[about]}

    asked = [("subject_type", "topic"), *(("subject_id", topic) for topic in topics)]
    addresses = [*_base("trade"), ("claims", f"tables/claims?{urlencode(asked)}")]
    return Shown(tables=tables, addresses=addresses)


def organisations(view: View, organisation: str) -> Shown:
    """Give what the chosen organisation does, how many roles each has, and all organisations."""

    def tables() -> dict[str, pd.DataFrame]:
        return {
            "roles": roles(view.dataset, organisation),
            "role_counts": counts(view.dataset),
            "organisations": view.dataset.organisations,
        }

    addresses = [
        ("roles", f"roles?{urlencode({'organisation': organisation})}"),
        ("role_counts", "roles?table=role_counts"),
        *_base("organisations"),
    ]
    return Shown(tables=tables, addresses=addresses, choice={"organisation": organisation})


def _base(*names: str) -> list[tuple[str, str]]:
    """Addresses of tables of the dataset."""
    return [(name, f"tables/{name}") for name in names]
