"""Everything, or what a page showed, in one documented zip."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd

from corridor.brief.archive import zipped
from corridor.brief.contents import ODBL, Part, columns_of, descriptor, file_resource, table_resource
from corridor.brief.csv import as_csv
from corridor.brief.geo import as_geojson, as_geoparquet, leg_features, node_features
from corridor.brief.readable import readable
from corridor.brief.readme import readme
from corridor.brief.workbook import workbook
from corridor.dataset.citation import as_cff, licences

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    import geopandas as gpd

    from corridor.dataset.tables import Dataset
    from corridor.language.reader import Reader

WORKBOOK = "corridor-explorer.xlsx"
VIEW = "view.json"
_ASKED: dict[str, list[Mapping[str, Any]]] = {
    "view": [{"name": "view", "title": "Corridor Explorer", "type": "string"}]
}
_LICENCES = Path(__file__).with_name("licences")
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def bundle(
    dataset: Dataset,
    *,
    tables: Sequence[str] | None = None,
    frames: Mapping[str, pd.DataFrame] | None = None,
    view: Mapping[str, Any] | None = None,
    title_language: str | None = None,
    translate: Callable[[str], str] | None = None,
    reader: Reader | None = None,
) -> bytes:
    """
    Pack tables with their description, geodata, workbook, README, licences and citation into one zip.

    Parameters
    ----------
    dataset
        The route dataset.
    tables
        Names of its tables to pack; all if neither this nor `frames` is given.
    frames
        Further tables by name, such as the rows that a page shows. A name of the dataset's own stands for
        some of its rows and columns.
    view
        What the visitor saw: address, filters and so on; written to `view.json`. Given, the README says that
        this is not everything.
    title_language
        Language of the column titles in the workbook, such as "kk"; None for the column names.
    translate
        Puts an English column title into that language.
    reader
        For whom the workbook is written: names stand in it for ids, figures are rounded, heads and terms are
        in the reader's language (`corridor.brief.readable`). None for a workbook of the tables as they are.

    Returns
    -------
    bytes
        The zip. The same data and arguments give the same bytes.

    Raises
    ------
    UnknownIdError
        If there is no such table.
    """
    if tables is None:
        tables = tuple(dataset.package.tables) if frames is None else ()
    packed = {name: dataset.table(name) for name in tables} | dict(frames or {})
    parts = list(_parts(dataset, packed, view, translate if title_language else None, reader))
    is_whole = view is None and frames is None and set(tables) == set(dataset.package.tables)
    files = {
        "README.md": readme(
            dataset,
            packed,
            parts,
            view=view,
            title_language=None if reader is not None else title_language,
        ),
        "datapackage.json": descriptor(dataset, parts, packed, is_whole=is_whole),
        "CITATION.cff": as_cff(dataset.package.descriptor).encode(),
        **_licence_texts(dataset, packed),
        **{part.path: part.content for part in parts},
    }
    return zipped(files)


def _parts(
    dataset: Dataset,
    packed: Mapping[str, pd.DataFrame],
    view: Mapping[str, Any] | None,
    translate: Callable[[str], str] | None,
    reader: Reader | None,
) -> Iterator[Part]:
    """Make the data files."""
    package = dataset.package
    for name, frame in packed.items():
        resource = table_resource(package, name, frame)
        yield Part(path=resource["path"], content=as_csv(frame), resource=resource)
    if "legs" in packed and "leg_id" in packed["legs"]:
        yield from _geo(
            "legs", "Lines of the legs", leg_features(packed["legs"], dataset.lines), licenses=[ODBL]
        )
    if "nodes" in packed and {"lat", "lon"} <= set(packed["nodes"]):
        yield from _geo("nodes", "Points of the nodes", node_features(packed["nodes"]))
    fields = {name: columns_of(package, name, frame) for name, frame in packed.items()}
    if reader is None:
        content = workbook(packed, fields, title=package.title, translate=translate)
    else:
        told, heads = readable(packed, fields, reader)
        told, heads = {**_asked(view, reader), **told}, {**_ASKED, **heads}
        content = workbook(told, heads, title=package.title, translate=str)
    resource = file_resource(WORKBOOK, title="All tables as a workbook", mediatype=_XLSX)
    yield Part(path=WORKBOOK, content=content, resource=resource)
    if view is not None:
        content = (json.dumps(view, ensure_ascii=False, indent=2, default=str) + "\n").encode()
        resource = file_resource(VIEW, title="What the page showed", mediatype="application/json")
        yield Part(path=VIEW, content=content, resource=resource)


def _asked(view: Mapping[str, Any] | None, reader: Reader) -> dict[str, pd.DataFrame]:
    """Give the first sheet of a workbook for reading: what was asked, and where it stands."""
    said = view or {}
    version = f"{reader.dataset.version}-{reader.dataset.content_hash}"
    lines = [*said.get("conditions", ()), str(said.get("url", "")), version]
    return {"view": pd.DataFrame({"view": [line for line in lines if line]})}


def _geo(name: str, title: str, features: gpd.GeoDataFrame, **more: Any) -> Iterator[Part]:
    """Make both files of a layer."""
    for end, kind, mediatype, content in (
        ("geojson", "GeoJSON", "application/geo+json", as_geojson(features)),
        ("parquet", "GeoParquet", "application/vnd.apache.parquet", as_geoparquet(features)),
    ):
        path = f"{name}.{end}"
        resource = file_resource(path, title=f"{title} ({kind})", mediatype=mediatype, **more)
        yield Part(path=path, content=content, resource=resource)


def _licence_texts(dataset: Dataset, packed: Mapping[str, pd.DataFrame]) -> dict[str, bytes]:
    """Texts of the licences that apply and that we hold."""
    names = {str(licence.get("name")) for licence in licences(dataset.package.descriptor)}
    if "legs" in packed:
        names.add(ODBL["name"])
    texts = sorted(_LICENCES.glob("*.txt"))
    return {f"LICENSE-{file.name}": file.read_bytes() for file in texts if file.stem in names}
