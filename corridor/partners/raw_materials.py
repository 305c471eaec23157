"""Routes of raw materials from each mine or plant to a destination."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from corridor.chain.node_work import Work, country_of, in_order
from corridor.columns.frame import make_frame
from corridor.columns.partners import SITES, WAYS_OUT
from corridor.dataset.tables import split_ids
from corridor.geometry import geodesic_km
from corridor.routing.routes import Constraints, routes

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from corridor.dataset.tables import Dataset
    from corridor.freight.arrays import Network
    from corridor.routing.routes import Routes

CRITERIA = ("time_h", "cost_usd_per_teu", "co2e_kg_per_t")
EU = "EU"
_SEAS = frozenset({"sea", "ferry"})
_LAND_KINDS = frozenset({"rail-station", "city", "dry-port", "border-crossing", "seaport", "river-port"})


def sites(dataset: Dataset) -> pd.DataFrame:
    """
    List the mines, plants and finds of raw materials, with the nearest place of the network.

    Parameters
    ----------
    dataset
        The route dataset.

    Returns
    -------
    pandas.DataFrame
        One row a project that names minerals: project_id; minerals (tuple); country (the first of the
        project's); status; lat, lon, place_precision (NaN where no place is known); access_node (the nearest
        land node of the freight network in that country; missing without a place), access_km (shortest
        distance to it: how the goods get there is not in the data); partners (other countries of the
        project).
    """
    from corridor.freight.arrays import network  # noqa: PLC0415 - only the places are needed, and only here

    places = network(dataset).places
    rows = []
    for id_ in dataset.projects["project_id"]:
        project = dataset.record("projects", id_)
        if not project["minerals"]:
            continue
        country, *partners = split_ids(project["countries"])
        row = {name: project[name] for name in SITES.names if name in project}
        row |= {
            "minerals": split_ids(project["minerals"]),
            "country": country,
            "partners": tuple(partners),
            **_access(dataset, places, country, project),
        }
        rows.append(row)
    return make_frame(rows, SITES)


def export_routes(
    network: Network,
    sites: pd.DataFrame,
    destination: str = "belgrade",
    *,
    constraints: Constraints | None = None,
) -> pd.DataFrame:
    """
    Find the route from the access node of each site to a destination.

    Parameters
    ----------
    network
        The freight network.
    sites
        As `sites` returns them; those without an access node are left out.
    destination
        Node id.
    constraints
        What the ways must keep to, such as avoiding a country.

    Returns
    -------
    pandas.DataFrame
        One row a site that has a way: project_id, access_node, destination, route_id (the quickest with the
        fewest gaps), countries and legs (tuples, as travelled); for each q of `CRITERIA` q_low, q_typical,
        q_high, q_gaps, q_basis, as `corridor.routing.routes.routes`; distance_km (typical); borders (how
        many), border_nodes, gauge_breaks, ports (tuples of nodes); eu_entry (first node inside the European
        Union; missing if the way does not touch it).

    Raises
    ------
    UnknownIdError, RouteError
        As `corridor.routing.routes.routes`.
    """
    known: dict[str, Routes] = {}
    rows = []
    for site in sites.to_dict("records"):
        node = site["access_node"]
        if pd.isna(node) or node == destination:
            continue
        if node not in known:
            known[node] = routes(network, node, destination, criteria=CRITERIA, constraints=constraints)
        found = known[node]
        if len(found.table):
            rows.append({"project_id": site["project_id"], **_way(network.dataset, found, destination)})
    return make_frame(rows, WAYS_OUT)


def abroad(dataset: Dataset, sites: pd.DataFrame, destination: str) -> pd.DataFrame:
    """Return the sites outside the country of a destination."""
    return sites[sites["country"] != country_of(dataset, destination)].reset_index(drop=True)


def _access(
    dataset: Dataset, places: Sequence[str], country: str, project: Mapping[str, Any]
) -> dict[str, Any]:
    """Return the nearest place of the network and the straight distance to it."""
    if project["lat"] is None:
        return {"access_node": None}
    near = []
    for place in places:
        node = dataset.record("nodes", place)
        if node["country"] == country and node["kind"] in _LAND_KINDS:
            near.append((geodesic_km(project["lat"], project["lon"], node["lat"], node["lon"]), place))
    if not near:
        return {"access_node": None}
    access_km, place = min(near)
    return {"access_node": place, "access_km": access_km}


def _way(dataset: Dataset, found: Routes, destination: str) -> dict[str, Any]:
    """Return the fastest of the routes with the fewest gaps, with its node work."""
    best = found.table.sort_values(["time_h_gaps", "time_h_typical", "route_id"]).iloc[0]
    way = found.hops[best["route_id"]]
    works = [part for part in in_order(dataset, tuple(way)) if isinstance(part, Work)]
    nodes = [way[0].start, *(hop.end for hop in way)]
    at_sea = [hop for hop in way if dataset.record("legs", hop.leg_id)["mode"] in _SEAS]
    borders = [work.node for work in works if work.work == "border"]
    figures = [name for name in WAYS_OUT.names if name in found.table.columns]
    return {
        **{name: best[name] for name in figures},
        "access_node": way[0].start,
        "destination": destination,
        "countries": split_ids(best["countries"]),
        "legs": tuple(hop.leg_id for hop in way),
        "distance_km": best["distance_km_typical"],
        "borders": len(borders),
        "border_nodes": tuple(borders),
        "gauge_breaks": tuple(work.node for work in works if work.work == "break-of-gauge"),
        "ports": tuple(dict.fromkeys(end for hop in at_sea for end in (hop.start, hop.end))),
        "eu_entry": next((node for node in nodes if _is_in_eu(dataset, node)), None),
    }


def _is_in_eu(dataset: Dataset, node: str) -> bool:
    """Return whether a node lies in the European Union."""
    country = country_of(dataset, node)
    return dataset.has("countries", country) and dataset.record("countries", country)["customs_union"] == EU
