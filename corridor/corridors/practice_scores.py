"""How well the model of practice foretells published figures: fitted, and with each page left out in turn."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import pandas as pd

from corridor.columns.corridors import COVERAGE_OF_BANDS
from corridor.columns.frame import make_frame
from corridor.corridors.published_items import published_items
from corridor.practice.fit import Fitted, fit, leave_one_out
from corridor.practice.model import TENTH, Band, band, names
from corridor.practice.shape import SHAPES, SPEAKS_OF

if TYPE_CHECKING:
    from corridor.dataset.tables import Dataset
    from corridor.practice.model import Coefficients

SCORE_COLUMNS = {
    "item_id": "str", "quantity": "str", "speaks_of": "str", "published": "float64", "ours": "float64",
    "p10": "float64", "p50": "float64", "p90": "float64", "is_hit": "boolean", "left_out_p10": "float64",
    "left_out_p50": "float64", "left_out_p90": "float64", "is_left_out_hit": "boolean", "apart": "str",
}  # fmt: skip
_DIGITS = 6


def fitted(dataset: Dataset, quantity: str) -> Fitted:
    """
    Fit the model of a quantity on the published figures that count.

    Parameters
    ----------
    dataset
        The route dataset.
    quantity
        "time_h" or "cost_usd_per_teu".

    Returns
    -------
    Fitted
        Parameters with their errors.
    """
    return fit(_counting(dataset, quantity), quantity)


def scores(dataset: Dataset, quantity: str) -> pd.DataFrame:
    """
    Put each published figure beside the model's band, fitted and left out.

    Parameters
    ----------
    dataset
        The route dataset.
    quantity
        "time_h" or "cost_usd_per_teu".

    Returns
    -------
    pandas.DataFrame
        One row an item, columns as of the table `scores` of data/practice. A figure is a hit only if it lies
        between P10 and P90 itself; of a published range its middle counts, and an overlap is none.
    """
    known = fit(_counting(dataset, quantity), quantity).parameters
    foretold = iter(leave_one_out(_counting(dataset, quantity), quantity))
    rows = []
    for item in published_items(dataset, quantity):
        row: dict[str, Any] = {
            name: getattr(item, name)
            for name in ("item_id", "quantity", "speaks_of", "published", "ours", "apart")
        }
        if not item.apart:
            inside = band(item.as_item().sums, known, item.speaks_of)
            middle, spread = next(foretold)
            outside = Band(*(math.exp(middle + at * TENTH * spread) for at in (-1, 0, 1)))
            row |= {**inside._asdict(), "is_hit": is_hit(item.published, inside)}
            row |= {f"left_out_{end}": value for end, value in outside._asdict().items()}
            row["is_left_out_hit"] = is_hit(item.published, outside)
        rows.append(row)
    return pd.DataFrame(rows, columns=list(SCORE_COLUMNS)).astype(SCORE_COLUMNS)


def is_hit(published: float, found: Band) -> bool:
    """Whether a published figure lies between P10 and P90."""
    return found.p10 <= published <= found.p90


def coverage(table: pd.DataFrame) -> pd.DataFrame:
    """
    Count hits and measure how narrow the bands are, by quantity and by what the figures speak of.

    Parameters
    ----------
    table
        As `scores` returns it, of one quantity or of several.

    Returns
    -------
    pandas.DataFrame
        quantity, speaks_of ("timetable", "practice", "all"), items (distinct published items that count),
        hits, coverage, sharpness (median of P90 by P10), ratio (median of published by our sum); and the
        first three with each page left out: left_out_hits, left_out_coverage, left_out_sharpness.
    """
    rows = []
    for quantity in dict.fromkeys(table["quantity"]):
        for speaks_of in (*SPEAKS_OF, "all"):
            part = table[(table["quantity"] == quantity) & (table["apart"] == "")]
            part = part if speaks_of == "all" else part[part["speaks_of"] == speaks_of]
            row: dict[str, Any] = {"quantity": quantity, "speaks_of": speaks_of, "items": len(part)}
            for before, hit in (("", "is_hit"), ("left_out_", "is_left_out_hit")):
                hits = int(part[hit].sum())
                row |= {
                    f"{before}hits": hits,
                    f"{before}coverage": hits / len(part) if len(part) else math.nan,
                    f"{before}sharpness": (part[f"{before}p90"] / part[f"{before}p10"]).median(),
                }
            rows.append(row | {"ratio": (part["published"] / part["ours"]).median()})
    return make_frame(rows, COVERAGE_OF_BANDS)


def parameter_rows(found: Fitted) -> list[dict[str, Any]]:
    """Rows of the table `parameters` of data/practice."""
    parameters = found.parameters
    values = {
        **{("level", of, ""): value for of, value in parameters.level.items()},
        **{("tilt", *key): value for key, value in parameters.tilt.items()},
        **{("common", of, ""): value for of, value in parameters.common.items()},
        **{("spread", "", kind): value for kind, value in parameters.spread.items()},
    }
    return [
        {
            "quantity": parameters.quantity,
            "what": what,
            "speaks_of": of,
            "work": work,
            "value": round(values[what, of, work], _DIGITS),
            "error": round(float(error), _DIGITS),
        }
        for (what, of, work), error in zip(names(SHAPES[parameters.quantity]), found.errors, strict=True)
    ]


def covariance_rows(parameters: Coefficients) -> list[dict[str, Any]]:
    """Rows of the table `covariance` of data/practice."""
    named = ["level", *parameters.shape.groups]
    return [
        {
            "quantity": parameters.quantity,
            "speaks_of": of,
            "one": one,
            "other": other,
            "value": round(float(parameters.doubt[of][row, column]), _DIGITS),
        }
        for of in SPEAKS_OF
        for row, one in enumerate(named)
        for column, other in enumerate(named)
    ]


def _counting(dataset: Dataset, quantity: str) -> list[Any]:
    """Items that count, as the fit wants them."""
    return [item.as_item() for item in published_items(dataset, quantity) if not item.apart]
