"""How routes show themselves: one line for a console; a table and a small map for a notebook."""

from __future__ import annotations

import base64
from html import escape
from typing import TYPE_CHECKING, Any

from corridor.freight.arrays import CRITERIA
from corridor.freight.availability import surest_first
from corridor.geometry import leg_lines

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Mapping, Sequence

    import pandas as pd

    from corridor.chain.splicing import Hop
    from corridor.dataset.tables import Dataset
    from corridor.picture.scene import Line

    Hops = Mapping[str, Sequence[Hop]]

_UNITS = {
    "time_h": ("Time", "h"),
    "cost_usd_per_teu": ("Cost", "USD/TEU"),
    "co2e_kg_per_t": ("CO2e", "kg/t"),
    "distance_km": ("Distance", "km"),
    "borders": ("Borders", ""),
    "transhipments": ("Transhipments", ""),
}
MAX_ROWS = 12
_EDGE = 2.0
_NOTE = (
    "Boundaries are shown for orientation and imply no opinion on the legal status of any territory. "
    "Dashed lines are disputed. References to Kosovo are to be read in the context of "
    "United Nations Security Council Resolution 1244 (1999). "
    "Made with Natural Earth. Rail and road lines © OpenStreetMap contributors (ODbL 1.0), "
    "via scgraph-data. Sea lanes: searoute. Places: GeoNames (CC BY 4.0)."
)


def in_one_line(dataset: Dataset, table: pd.DataFrame, criteria: Sequence[str]) -> str:
    """
    Describe a set of routes in one line.

    Parameters
    ----------
    dataset
        The dataset of the routes.
    table, criteria
        As `corridor.routing.routes.Routes` has them.

    Returns
    -------
    str
        Such as "<Routes: 5 from Astana to Belgrade; best: time 417 h (86e2c9aa)>".
    """
    if table.empty:
        return "<Routes: none>"
    best = []
    for criterion in criteria:
        row = surest_first(table, f"{criterion}_gaps", f"{criterion}_typical").iloc[0]
        size = _size(row[f"{criterion}_typical"], int(row[f"{criterion}_gaps"]))
        name, unit = _UNITS[criterion]
        best.append(f"{name.lower()} {' '.join(filter(None, (size, unit)))} ({row['route_id']})")
    return f"<Routes: {len(table)} {_ends(dataset, table)}; best: {', '.join(best)}>"


def as_html(dataset: Dataset, table: pd.DataFrame, hops: Hops) -> str:
    """
    Write a set of routes for a notebook: the table with units, and a map where pictures can be drawn.

    Parameters
    ----------
    dataset, table
        As for `in_one_line`.
    hops
        Legs of each route by its id.

    Returns
    -------
    str
        HTML; every text in it is escaped. The map needs the extra "picture" of the installation.
    """
    if table.empty:
        return "<p>No routes.</p>"
    heads = "".join(
        f"<th>{escape(name)}{f' ({escape(unit)})' if unit else ''}</th>" for name, unit in _UNITS.values()
    )
    lines = "".join(_row(row) for row in table.head(MAX_ROWS).to_dict("records"))
    more = len(table) - MAX_ROWS
    rest = f"<p>{more} more, in the attribute <code>table</code>.</p>" if more > 0 else ""
    title = escape(f"{len(table)} {'route' if len(table) == 1 else 'routes'} {_ends(dataset, table)}")
    return (
        f"<div><p><b>{title}</b>. ≥: at least, parts are not known. Below each "
        f"sum: the weakest basis of its parts.</p>{_map(dataset, table, hops)}"
        f"<table><thead><tr><th>Route</th><th>Availability</th><th>Countries</th>{heads}</tr></thead>"
        f"<tbody>{lines}</tbody></table>"
        f"{rest}</div>"
    )


def _row(row: Mapping[Hashable, Any]) -> str:
    """Write one route."""
    texts = (
        str(row["route_id"]),
        str(row.get("availability", "")),
        str(row["countries"]).replace("|", " – "),
    )
    cells = [escape(text) for text in texts]
    for criterion in CRITERIA:
        size, basis = (
            _size(row[f"{criterion}_typical"], row[f"{criterion}_gaps"]),
            str(row[f"{criterion}_basis"]),
        )
        cells.append(f"{escape(size)}<br><small>{escape(basis)}</small>")
    return f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"


def _size(value: object, gaps: object) -> str:
    """Write a sum; one with gaps is a floor, one without any known part is unknown."""
    if not isinstance(value, int | float) or value != value:  # noqa: PLR0124 - NaN
        return "not known"
    return f"≥ {value:,.0f}" if gaps else f"{value:,.0f}"


def _ends(dataset: Dataset, table: pd.DataFrame) -> str:
    """Name where the routes begin and end."""
    places = str(table["nodes"].iloc[0]).split("|")
    start, end = (str(dataset.record("nodes", node_id)["name_en"]) for node_id in (places[0], places[-1]))
    return f"from {start} to {end}"


def _map(dataset: Dataset, table: pd.DataFrame, hops: Hops) -> str:
    """Draw the routes, the first one strongly; nothing where no picture can be drawn."""
    try:
        from corridor.picture.base_map import LIGHT  # noqa: PLC0415 - an extra of the installation
        from corridor.picture.draw import draw  # noqa: PLC0415 - the same
        from corridor.picture.scene import Picture, Place  # noqa: PLC0415 - the same
    except ModuleNotFoundError:
        return ""
    ids = list(table["route_id"])[:MAX_ROWS]
    lines = (
        *_lines(dataset, hops, ids[1:], LIGHT.soft),
        *_lines(dataset, hops, ids[:1], LIGHT.accent, is_strong=True),
    )
    if not lines:
        return ""
    lons, lats = zip(*(point for line in lines for point in line.points), strict=True)
    ends = [dataset.record("nodes", node_id) for node_id in (hops[ids[0]][0].start, hops[ids[0]][-1].end)]
    picture = Picture(
        kicker=f"Data {dataset.version} ({dataset.content_hash})",
        title=f"Routes {_ends(dataset, table)}",
        bounds=((min(lats) - _EDGE, min(lons) - _EDGE), (max(lats) + _EDGE, max(lons) + _EDGE)),
        lines=lines,
        places=tuple(
            Place(lon=float(end["lon"]), lat=float(end["lat"]), name=str(end["name_en"]), is_large=True)
            for end in ends
        ),
        credits=_NOTE,
    )
    content = base64.b64encode(draw(picture)).decode("ascii")
    words = escape(
        f"Map of the routes {_ends(dataset, table)}; the first of the table is drawn strongly", quote=True
    )
    return f'<img alt="{words}" width="600" src="data:image/png;base64,{content}">'


def _lines(
    dataset: Dataset, hops: Hops, ids: Sequence[str], colour: str, *, is_strong: bool = False
) -> Iterator[Line]:
    """Lines of the legs of routes, each leg once."""
    from corridor.picture.scene import Line  # noqa: PLC0415 - an extra of the installation

    drawn = leg_lines().set_index("leg_id")["geometry"]
    for leg in dict.fromkeys(hop.leg_id for id_ in ids for hop in hops[id_]):
        if leg in dataset.lines:
            parts = [dataset.lines[leg]]
        elif leg in drawn.index:
            shape = drawn[leg]
            parts = [tuple(part.coords) for part in getattr(shape, "geoms", [shape])]
        else:
            continue
        for points in parts:
            yield Line(
                points=tuple((float(point[0]), float(point[1])) for point in points),
                colour=colour,
                width=4.0 if is_strong else 2.0,
                is_strong=is_strong,
            )
