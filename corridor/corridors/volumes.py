"""What is published on how much a corridor carries or could carry, year by year, source by source."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import pandas as pd

from corridor.chain.steps import steps
from corridor.columns.corridors import VOLUMES
from corridor.columns.frame import fit_frame
from corridor.dataset.periods import last_day
from corridor.evidence.claims import about
from corridor.memory.memo import Depends, remembered

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from corridor.dataset.tables import Dataset

MEASURES = ("volume_t", "volume_teu", "capacity_t_per_year", "capacity_teu_per_year")
NATURES = ("observed", "stated", "planned")
# Topics and organisations that speak of a part of a family which is no single leg or node of ours.
RELATED = {
    "trans-caspian": (
        ("topic", "kz-caspian-ports"),
        ("topic", "kz-az-seaports"),
        ("topic", "caspian-rail-ferries"),
        ("topic", "georgian-main-line"),
        ("topic", "georgian-black-sea-ports"),
        ("topic", "btk-railway"),
        ("topic", "china-azerbaijan-trains"),
        ("topic", "dostyk-moyynty"),
    ),
    "northern": (("organisation", "utlc-era"), ("topic", "kz-china-rail"), ("topic", "dostyk-moyynty")),
    "southern": (("topic", "sarakhs-rail-border"), ("topic", "instc")),
    "ocean": (("topic", "china-europe-land-sea-express"),),
}
_PLANNED, _BEFORE = "_planned", "_before"
_YEAR = len("YYYY")


class Subject(NamedTuple):
    """What a claim speaks of: a table's kind and an id in it."""

    subject_type: str
    subject_id: str


def subjects(dataset: Dataset, corridor_id: str, *, branches: Sequence[str] = ()) -> tuple[Subject, ...]:
    """
    List what speaks of how much a chain carries: its family, itself, its nodes and legs, what is related.

    Parameters
    ----------
    dataset
        The route dataset.
    corridor_id, branches
        As for `corridor.chain.steps.steps`.

    Returns
    -------
    tuple of Subject
        The family first, nodes and legs in the order of travel, then `RELATED` as far as the dataset has it.
    """
    chain = steps(dataset, corridor_id, branches=branches)
    family = dataset.record("corridors", corridor_id)["family"]
    found = [Subject("corridor", family)] if isinstance(family, str) else []
    found.append(Subject("corridor", corridor_id))
    for leg, *ends in chain.loc[chain["kind"] == "leg", ["leg_id", "from_node", "to_node"]].itertuples(
        index=False
    ):
        found += [Subject("node", ends[0]), Subject("leg", leg), Subject("node", ends[1])]
    tables = {"topic": "topics", "organisation": "organisations"}
    for subject_type, subject_id in RELATED.get(family, ()):
        if dataset.has(tables[subject_type], subject_id):
            found.append(Subject(subject_type, subject_id))
    return tuple(dict.fromkeys(found))


def volumes(dataset: Dataset, about_: Sequence[Subject]) -> pd.DataFrame:
    """
    List every claim on volume and capacity of some subjects, each with the year it speaks of.

    Parameters
    ----------
    dataset
        The route dataset.
    about_
        The subjects, as `subjects` lists them.

    Returns
    -------
    pandas.DataFrame
        One row a claim, by subject in the order given, measure, year: subject_type, subject_id; measure (one
        of `MEASURES`; a plan has the measure of what is planned); nature ("observed" for what was carried,
        "stated" for a capacity said to be there, "planned"); year (that of the period; of a plan its target,
        empty where none is stated, see `looks_ahead`; of a range its last; of a capacity without a period
        that of the page); period (as the claim writes it); is_comparable (speaks of just this, and of a whole
        year where it is an amount carried); low, typical, high (tonnes or TEU, a year); kind, fit; disagrees
        (another comparable claim of the same subject, measure, nature and year gives another value);
        claim_id, source_id.
    """
    return _listed(dataset, tuple(about_)).copy()


@remembered(depends_on=Depends.CLAIMS)
def _listed(dataset: Dataset, about_: tuple[Subject, ...]) -> pd.DataFrame:
    """List the claims on all subjects, with what disagrees marked."""
    rows = [row for subject in about_ for row in _of(dataset, subject)]
    frame = pd.DataFrame(rows, columns=list(VOLUMES.names))
    values = frame["typical"].fillna(frame["low"]).fillna(frame["high"])
    alike = ["subject_type", "subject_id", "measure", "nature", "year"]
    fair = frame.assign(value=values)[frame["is_comparable"].astype(bool) & frame["year"].notna()]
    said = fair.groupby(alike, sort=False)["value"].transform("nunique")
    frame["disagrees"] = (said > 1).reindex(frame.index, fill_value=False)
    return fit_frame(frame, VOLUMES)


def _of(dataset: Dataset, subject: Subject) -> Iterator[dict[str, Any]]:
    """Rows of one subject, by measure and year."""
    found = []
    for claim in about(dataset, *subject).to_dict("records"):
        measure = str(claim["quantity"]).removesuffix(_PLANNED).removesuffix(_BEFORE)
        if measure in MEASURES and claim["kind"] != "worst":
            found.append(_row(subject, measure, claim))
    yield from sorted(
        found, key=lambda row: (MEASURES.index(row["measure"]), row["year"] or 0, row["claim_id"])
    )


def _row(subject: Subject, measure: str, claim: dict[Any, Any]) -> dict[str, Any]:
    """One claim."""
    is_capacity = measure.startswith("capacity")
    is_plan = str(claim["quantity"]).endswith(_PLANNED) or claim["kind"] == "planned"
    nature = "planned" if is_plan else "stated" if is_capacity else "observed"
    period = claim["as_of"] if isinstance(claim["as_of"], str) else ""
    is_whole = is_capacity or is_plan or len(period) == _YEAR
    return {
        **subject._asdict(),
        "measure": measure,
        "nature": nature,
        "year": _year(claim, nature),
        "period": period or None,
        "is_comparable": claim["fit"] == "exact" and is_whole,
        **{part: claim[part] for part in ("low", "typical", "high", "kind", "fit", "claim_id", "source_id")},
    }


def _year(claim: dict[Any, Any], nature: str) -> int | None:
    """Year that a claim speaks of; a plan whose period is no later than its page states no target."""
    period, page = (claim[name] if isinstance(claim[name], str) else "" for name in ("as_of", "published"))
    if nature == "stated":
        period = period or page
    if not period or (nature == "planned" and page and not looks_ahead(period, page)):
        return None
    return last_day(period).year


def looks_ahead(period: str, page: str) -> bool:
    """
    Whether the period of a plan is its target, not the day on which it was made known.

    Parameters
    ----------
    period, page
        When the claim speaks of, and when the page appeared, as `corridor.dataset.periods` reads them.

    Returns
    -------
    bool
        A year does if it ends after the page appeared; a month or day if it comes after the page's.
    """
    if len(period.rpartition("/")[2]) == _YEAR:
        return last_day(period) > last_day(page)
    return period.rpartition("/")[2][: len(page)] > page
