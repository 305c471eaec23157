"""What each part of the page Partners shows, as tables to take along."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from corridor.register_search import FACETS
from corridor.roles import roles
from corridor.upgrade_gains import SANCTIONED
from ui import minerals, ways_out
from ui.mending_pair import effects_between, joined, unmended
from ui.shown import Shown

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd

    from ui.mending_pair import Pair
    from ui.shell import View

# The API's names of the facets of the register.
_ASKED = {"stage": "status", "partner": "country"}


def register(view: View, found: pd.DataFrame) -> Shown:
    """Give the projects that the facets leave, as recorded and with what follows from their records."""

    def tables() -> dict[str, pd.DataFrame]:
        projects = view.dataset.projects
        return {"register": found, "projects": projects[projects["project_id"].isin(found["project_id"])]}

    kept = {_ASKED.get(one, one): getattr(view.state, one) for one in FACETS}
    query = urlencode({name: value for name, value in kept.items() if value is not None})
    own = f"register?{query}" if query else "register"
    return Shown(tables=tables, addresses=[("register", own), *_base("projects", "upgrades")], choice=kept)


def papers(view: View, chosen: Sequence[Mapping[str, Any]]) -> Shown:
    """Give the agreements that the filters leave, and the events."""
    ids = {row["agreement_id"] for row in chosen}

    def tables() -> dict[str, pd.DataFrame]:
        data = view.dataset
        agreements = data.agreements[data.agreements["agreement_id"].isin(ids)]
        return {"agreements": agreements, "events": data.events}

    return Shown(tables=tables, addresses=_base("agreements", "events"))


def promises(visit: str, promised: pd.DataFrame) -> Shown:
    """Give what was promised at a visit, as the sector leaves it, and what came of it."""
    addresses = [("promises", f"follow-up?{urlencode({'event': visit})}"), *_base("agreements", "projects")]
    return Shown(tables=lambda: {"promises": promised}, addresses=addresses, choice={"visit": visit})


def mending(view: View, pair: Pair) -> Shown:
    """Give the join, what each upgrade changes between the two places, and what nobody is to mend."""

    def tables() -> dict[str, pd.DataFrame]:
        data = view.dataset
        return {
            "mending": joined(data),
            "upgrade_gains": effects_between(data, pair),
            "unmended": unmended(data, pair),
        }

    ends = {"from": pair[0], "to": pair[1]}
    addresses = [
        ("mending", "mending"),
        ("upgrade_gains", f"gains?{urlencode(ends)}"),
        ("unmended", f"unmended?{urlencode(ends)}"),
        *_base("upgrades"),
    ]
    return Shown(tables=tables, addresses=addresses, choice=ends)


def raw_materials(view: View, destination: str) -> Shown:
    """Give the sites, their ways out, any and without sanctioned countries, and the agreements."""

    def tables() -> dict[str, pd.DataFrame]:
        papers = view.dataset.agreements
        return {
            "sites": minerals.sites_of(view),
            **{name: ways_out.ways_of(view, one, destination) for name, one in ways_out.TABLES.items()},
            "agreements": papers[papers["sector"] == minerals.SECTOR],
        }

    without = {"to": destination, "avoid": ",".join(sorted(SANCTIONED))}
    addresses = [
        ("sites", "way-out?table=sites"),
        ("ways_out", f"way-out?{urlencode({'to': destination})}"),
        ("ways_out_open", f"way-out?{urlencode(without)}"),
        ("agreements", f"tables/agreements?{urlencode({'sector': minerals.SECTOR})}"),
    ]
    return Shown(tables=tables, addresses=addresses, choice={"to": destination})


def trade(view: View) -> Shown:
    """Give trade as reported; nothing is added up."""
    return Shown(tables=lambda: {"trade": view.dataset.trade}, addresses=_base("trade"))


def organisations(view: View, organisation: str) -> Shown:
    """Give what the chosen organisation does, and all organisations."""

    def tables() -> dict[str, pd.DataFrame]:
        return {
            "roles": roles(view.dataset, organisation),
            "organisations": view.dataset.organisations,
        }

    addresses = [("roles", f"roles?{urlencode({'organisation': organisation})}"), *_base("organisations")]
    return Shown(tables=tables, addresses=addresses, choice={"organisation": organisation})


def _base(*names: str) -> list[tuple[str, str]]:
    """Addresses of tables of the dataset."""
    return [(name, f"tables/{name}") for name in names]
