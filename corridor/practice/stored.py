"""The tables of the model in data/practice: which figures it is fitted on, its parameters, its scores."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

import pandas as pd

from corridor.dataset import shipped
from corridor.dataset.cells import read_cells
from corridor.dataset.check_columns import check_columns
from corridor.dataset.findings import as_frame
from corridor.dataset.schema import read_package
from corridor.errors import DatasetError, Phrase
from corridor.practice.model import Coefficients
from corridor.practice.shape import PAPER, PRACTICE, SHAPES, SPEAKS_OF

if TYPE_CHECKING:
    from pathlib import Path

_MEASURED = frozenset({"observed", "worst"})
FOLDER = shipped.ROOT / "data" / "practice"


def table(name: str, *, folder: Path = FOLDER) -> pd.DataFrame:
    """
    Read one table of the model, checked against its schema.

    Parameters
    ----------
    name
        "times", "costs", "boxes", "parameters", "covariance" or "scores".
    folder
        Folder with `datapackage.json` and the tables.

    Returns
    -------
    pandas.DataFrame
        Typed cells; an empty text is "".

    Raises
    ------
    DatasetError
        If the table does not fit its schema.
    """
    described = read_package(folder).tables[name]
    cells, findings = read_cells((folder / described.path).read_bytes(), described)
    findings = [*findings, *check_columns(cells)]
    if findings:
        first = Phrase(f"{described.path}: {findings[0].problem}")
        raise DatasetError("data-unusable", findings=as_frame(findings), folder=folder, first=first)
    columns: dict[str, Any] = {}
    for column in described.columns:
        values = cells.columns[column.name]
        if column.type == "number":
            columns[column.name] = [float(cell) if cell else float("nan") for cell in values]
        elif column.type == "boolean":
            columns[column.name] = pd.array([cell == "true" if cell else None for cell in values], "boolean")
        else:
            columns[column.name] = pd.array(list(values), dtype="str")
    return pd.DataFrame(columns)


@lru_cache(maxsize=len(SHAPES))
def parameters(quantity: str) -> Coefficients:
    """
    Read the fitted parameters of a quantity.

    Parameters
    ----------
    quantity
        "time_h" or "cost_usd_per_teu".

    Returns
    -------
    Coefficients
        As `python -m tools.practice` wrote them.
    """
    rows = table("parameters")
    parts: dict[str, dict[tuple[str, str], float]] = {"tilt": {}}
    for row in rows[rows["quantity"] == quantity].to_dict("records"):
        parts.setdefault(row["what"], {})[row["speaks_of"], row["work"]] = float(row["value"])
    stated = table("covariance")
    doubt = {}
    for speaks_of in SPEAKS_OF:
        rows = stated[(stated["quantity"] == quantity) & (stated["speaks_of"] == speaks_of)]
        order = ["level", *SHAPES[quantity].groups]
        doubt[speaks_of] = rows.pivot_table("value", "one", "other").loc[order, order].to_numpy()
    return Coefficients(
        quantity=quantity,
        level={of: value for (of, _work), value in parts["level"].items()},
        tilt=parts["tilt"],
        common={of: value for (of, _work), value in parts["common"].items()},
        spread={work: value for (_of, work), value in parts["spread"].items()},
        doubt=doubt,
    )


def speaks_of(claim_id: str, kind: str) -> str:
    """
    Say whether a claim speaks of the timetable or of practice.

    Parameters
    ----------
    claim_id
        The claim, looked up among the items that were read one by one.
    kind
        Its kind, which decides for all others: observed figures and worst cases speak of practice.

    Returns
    -------
    str
        "timetable" or "practice".
    """
    read = _read_claims().get(claim_id)
    return read or (PRACTICE if kind in _MEASURED else PAPER)


@lru_cache(maxsize=1)
def _read_claims() -> dict[str, str]:
    """Look up what the claims of the items speak of."""
    rows = pd.concat([table("times"), table("costs")], ignore_index=True)
    return {
        claim: of
        for claims, of in zip(rows["claim_ids"], rows["speaks_of"], strict=True)
        for claim in claims.split("|")
    }
