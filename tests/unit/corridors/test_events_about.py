"""Events are about a subject by the documents that they share, and by nothing else."""

from dataclasses import replace

import pandas as pd

from corridor.corridors.events import events_about
from corridor.dataset.tables import Dataset
from tests.shipped import shipped_data


def with_events(data: Dataset, **sources: str) -> Dataset:
    rows = [
        {"event_id": id_, "date": f"2026-01-0{at}", "name_en": id_, "kind": "visit", "sources": cell}
        for at, (id_, cell) in enumerate(sources.items(), start=1)
    ]
    events = pd.DataFrame(rows, columns=data.events.columns).astype(data.events.dtypes.to_dict())
    return replace(data, events=events)


def test_an_event_is_about_a_leg_if_a_claim_on_the_leg_rests_on_its_document():
    data = shipped_data()
    claims = data.claims[data.claims["subject_id"] == "aktau-alat"]
    document = claims["source_id"].iloc[0]
    other = next(one for one in data.sources["source_id"] if one not in set(claims["source_id"]))
    told = with_events(data, second=f"{other}|{document}", elsewhere=other, first=document)
    found = events_about(told, {"aktau-alat"})["event_id"].tolist()
    assert [one for one in found if one != "elsewhere"] == ["second", "first"]
    assert ("elsewhere" in found) == (other in documents(data, "aktau-alat"))


def documents(data: Dataset, leg: str) -> set[str]:
    """Sources of upgrades of a leg and of projects that touch it, read by hand."""
    upgrades = data.upgrades.loc[data.upgrades["subject_id"] == leg, "sources"]
    touching = data.projects["mends"].fillna("").str.split("|").map(lambda ids: leg in ids)
    cells = [*upgrades, *data.projects.loc[touching, "sources"]]
    return {source for cell in cells if isinstance(cell, str) for source in cell.split("|")}


def test_nothing_is_about_what_no_document_speaks_of():
    assert events_about(shipped_data(), {"no-such-part"}).empty
    assert events_about(shipped_data(), ()).empty
