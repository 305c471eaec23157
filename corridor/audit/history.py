"""The figures of earlier data versions, kept small: what a link made with older data showed."""

from __future__ import annotations

import csv
import gzip
import io
import math
from dataclasses import asdict, dataclass, fields
from typing import TYPE_CHECKING, Any

import pandas as pd

from corridor.audit.headline_figures import chain_totals, headline_figures
from corridor.dataset.tables import SHIPPED
from corridor.memory.memo import Depends, remembered

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from corridor.audit.headline_figures import Key
    from corridor.dataset.tables import Dataset
    from corridor.evidence.claims import Estimate

FOLDER = SHIPPED.parent / "history"
ENDING = ".csv.gz"
TOTAL_UNITS = {"distance_km": "km", "time_h": "h", "cost_usd_per_teu": "USD/TEU"}
KEY = ("subject_type", "subject_id", "quantity")
_LEVEL = 9
_DIGITS = 10
_SAME = 1e-6


@dataclass(frozen=True, kw_only=True)
class Figure:
    """
    One headline figure as it was published.

    Attributes
    ----------
    unit, low, typical, high, worst, text, basis, claim_id
        As in `corridor.evidence.claims.Estimate`.
    shape
        What the headline is: "stated", "midpoint", "lower-bound", "upper-bound", "words" or "".
    gaps
        Parts of a chain's sum without a figure.
    """

    unit: str = ""
    low: float | None = None
    typical: float | None = None
    high: float | None = None
    worst: float | None = None
    text: str | None = None
    basis: str = "missing"
    claim_id: str | None = None
    shape: str = ""
    gaps: int = 0


NOTHING = Figure()
PARTS = tuple(field.name for field in fields(Figure))


@remembered(depends_on=Depends.LEGS | Depends.FIGURES)
def published(dataset: Dataset) -> dict[Key, Figure]:
    """
    Give every headline figure of a dataset; those that are missing are left out.

    Parameters
    ----------
    dataset
        The route dataset.

    Returns
    -------
    dict
        Figure by subject type, subject and quantity; a chain's sum has the subject type "total".
    """
    found = {
        name: _kept(figure) for name, figure in headline_figures(dataset).items() if not figure.is_missing
    }
    for name, row in chain_totals(dataset).items():
        if row["basis"] != "missing":
            found[name] = _summed(row, name[2])
    return found


def versions(folder: Path | None = None) -> dict[str, Path]:
    """
    List the data versions whose figures are kept.

    Parameters
    ----------
    folder
        Where they are kept; data/history if None.

    Returns
    -------
    dict
        File by version and content hash, such as "0.1.0-66a1d52e6d7f".
    """
    folder = FOLDER if folder is None else folder
    return {path.name.removesuffix(ENDING): path for path in sorted(folder.glob(f"*{ENDING}"))}


def found(version: str, folder: Path | None = None) -> dict[Key, Figure] | None:
    """
    Give the figures of an earlier data version.

    Parameters
    ----------
    version
        Such as "0.1.0-66a1d52e6d7f"; without the hash it must be the only content of that version.
    folder
        As for `versions`.

    Returns
    -------
    dict or None
        As `published`; None if that version is not known here.
    """
    known = versions(folder)
    matching = [name for name in known if version in {name, name.partition("-")[0]}]
    return _read(known[matching[0]]) if len(matching) == 1 else None


def write(dataset: Dataset, folder: Path | None = None) -> Path:
    """
    Keep the figures of a dataset under its version and content hash.

    Parameters
    ----------
    dataset
        The route dataset.
    folder
        As for `versions`.

    Returns
    -------
    pathlib.Path
        The file; the same figures give the same text.
    """
    folder = FOLDER if folder is None else folder
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{dataset.version}-{dataset.content_hash}{ENDING}"
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\n")
    table.writerow([*KEY, *PARTS])
    for name, one in sorted(published(dataset).items()):
        table.writerow([*name, *(_cell(value) for value in asdict(one).values())])
    path.write_bytes(gzip.compress(text.getvalue().encode(), compresslevel=_LEVEL, mtime=0))
    return path


def changes(old: Mapping[Key, Figure], new: Mapping[Key, Figure]) -> pd.DataFrame:
    """
    List the figures that differ between two data versions.

    A figure that another source now states to the same digits has not changed.

    Parameters
    ----------
    old, new
        As `published` or `found`.

    Returns
    -------
    pandas.DataFrame
        One row a figure: subject_type, subject_id, quantity, change ("changed", "removed", "added", in this
        order), then each part of `Figure` as old_ and new_.
    """
    order = {"changed": 0, "removed": 1, "added": 2}
    rows = []
    for key in dict.fromkeys((*old, *new)):
        was, is_ = old.get(key, NOTHING), new.get(key, NOTHING)
        if _is_same(was, is_):
            continue
        change = "added" if key not in old else "removed" if key not in new else "changed"
        cells = {f"old_{name}": cell for name, cell in asdict(was).items()}
        cells |= {f"new_{name}": cell for name, cell in asdict(is_).items()}
        rows.append(dict(zip(KEY, key, strict=True)) | {"change": change} | cells)
    rows.sort(key=lambda row: (order[row["change"]], *(row[name] for name in KEY)))
    columns = [*KEY, "change", *(f"old_{name}" for name in PARTS), *(f"new_{name}" for name in PARTS)]
    return pd.DataFrame(rows, columns=columns, dtype=object)


def _kept(estimate: Estimate) -> Figure:
    """Take from an estimate what is kept."""
    return Figure(
        unit=estimate.unit,
        low=estimate.low,
        typical=estimate.typical,
        high=estimate.high,
        worst=estimate.worst,
        text=estimate.text,
        basis=estimate.basis,
        claim_id=estimate.claim_id,
        shape=estimate.reason[-1] if estimate.basis == "published" else "",
    )


def _summed(row: Mapping[str, Any], criterion: str) -> Figure:
    """Take from a chain's sum what is kept."""
    low, typical, high = (float(row[end]) for end in ("low", "typical", "high"))
    gaps = int(row["missing_count"])
    unit = TOTAL_UNITS[criterion]
    return Figure(unit=unit, low=low, typical=typical, high=high, basis=str(row["basis"]), gaps=gaps)


def _is_same(was: Figure, is_: Figure) -> bool:
    """Say whether two figures read the same; a millionth is no change, for files hold rounded numbers."""
    words = [(figure.text, figure.unit, figure.basis, figure.gaps) for figure in (was, is_)]
    numbers = [(figure.low, figure.typical, figure.high, figure.worst) for figure in (was, is_)]
    return words[0] == words[1] and all(
        first == second
        or (first is not None and second is not None and math.isclose(first, second, rel_tol=_SAME))
        for first, second in zip(*numbers, strict=True)
    )


def _cell(value: object) -> str:
    """Write one part."""
    return "" if value is None else f"{value:.{_DIGITS}g}" if isinstance(value, float) else str(value)


def _read(path: Path) -> dict[Key, Figure]:
    """Read a file that `write` made."""
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        table = csv.DictReader(file)
        return {(row[KEY[0]], row[KEY[1]], row[KEY[2]]): _figure(row) for row in table}


def _figure(row: Mapping[str, str]) -> Figure:
    """Read one figure."""
    numbers = {name: float(row[name]) if row[name] else None for name in ("low", "typical", "high", "worst")}
    return Figure(
        unit=row["unit"],
        text=row["text"] or None,
        basis=row["basis"],
        claim_id=row["claim_id"] or None,
        shape=row["shape"],
        gaps=int(row["gaps"]),
        **numbers,
    )
