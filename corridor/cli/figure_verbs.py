"""The verb of the command line that answers "says who?": figure."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from corridor.dataset.tables import SHIPPED, load
from corridor.evidence.claims import about, figure

if TYPE_CHECKING:
    import argparse

    import pandas as pd

    from corridor.evidence.claims import Estimate

_CLAIM_CELLS = (
    "claim_id", "low", "typical", "high", "text", "kind", "fit", "confidence", "as_of", "published",
    "source_id", "definition",
)  # fmt: skip
_TABLES = {"country": "countries"}


def add_verbs(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the verb to the parser."""
    words = "say a figure, why it is that, and every claim on it"
    verb = verbs.add_parser("figure", help=words, description=words)
    verb.add_argument("subject_type", help="such as leg, node, corridor, service, topic")
    verb.add_argument("subject_id", help="such as aktau-alat")
    verb.add_argument("quantity", help="such as time_h")
    verb.add_argument("--folder", type=Path, default=SHIPPED, help="folder of the dataset (the shipped data)")
    verb.add_argument("--json", action="store_true", help="write JSON")
    verb.set_defaults(verb=_figure)


def _figure(options: argparse.Namespace) -> int:
    """Print the estimate with its claims."""
    dataset = load(options.folder)
    subject = options.subject_type, options.subject_id
    dataset.record(_TABLES.get(subject[0], f"{subject[0]}s"), subject[1])
    dataset.record("quantities", options.quantity)
    if subject[0] == "leg":
        from corridor.evidence.figures import leg_figure  # noqa: PLC0415 - geopandas takes long to load

        estimate = leg_figure(dataset, subject[1], options.quantity)
    else:
        estimate = figure(dataset, *subject, options.quantity)
    claims = _claims(about(dataset, *subject, options.quantity))
    if options.json:
        print(json.dumps({"estimate": asdict(estimate), "claims": claims}, ensure_ascii=False, indent=2))
    else:
        print("\n".join(_in_words(estimate, subject, claims)))
    return 0


def _claims(rows: pd.DataFrame) -> list[dict[str, Any]]:
    """Return the cells of claims; None where empty."""
    cells = rows.loc[:, list(_CLAIM_CELLS)].astype(object)
    return [
        {str(name): cell for name, cell in row.items()}
        for row in cells.where(cells.notna(), None).to_dict("records")
    ]


def _in_words(estimate: Estimate, subject: tuple[str, str], claims: list[dict[str, Any]]) -> list[str]:
    """Write the figure, its reason and formula, then each claim with its role."""
    reason = ", ".join(part for part in estimate.reason if part)
    lines = [
        f"{' '.join(subject)} {estimate.quantity}: {_value(asdict(estimate), estimate.unit)}",
        f"  {estimate.basis} ({reason})",
    ]
    if estimate.formula:
        lines.append(f"  formula: {'; '.join([estimate.formula, *estimate.factors])}")
    if estimate.worst is not None:
        lines.append(f"  worst reported: {estimate.worst:g} {estimate.unit}")
    lost = dict(estimate.lost)
    for claim in claims:
        mark = "*" if claim["claim_id"] == estimate.claim_id else "-"
        part = f" [{lost[claim['claim_id']]}]" if claim["claim_id"] in lost else ""
        when = claim["as_of"] or claim["published"] or "undated"
        told = f"{claim['kind']}, {claim['confidence']}, {when}, {claim['source_id']}"
        lines.append(f"  {mark} {claim['claim_id']}: {_value(claim, estimate.unit)}; {told}{part}")
        lines.append(f"      {claim['definition'] or ''}".rstrip())
    return lines


def _value(cells: dict[str, Any], unit: str) -> str:
    """Typical value with its range, a bound, or words."""
    low, typical, high = cells["low"], cells["typical"], cells["high"]
    if (low, typical, high) == (None, None, None):
        return str(cells["text"] or "not known")
    ends = "" if low == high else f"{_end(low)} to {_end(high)}"
    if typical is None:
        return f"{ends or _end(low)} {unit}"
    return f"{typical:g} {unit}" + (f" ({ends})" if ends else "")


def _end(value: float | None) -> str:
    """One end of a range."""
    return "?" if value is None else f"{value:g}"
