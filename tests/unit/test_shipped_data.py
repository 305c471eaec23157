"""The shipped data: valid for us and for the public validator, and every chain can be walked."""

from __future__ import annotations

import frictionless
import pytest

from corridor.calibration import calibration, stretches
from corridor.chain import steps, totals
from corridor.cli import DICTIONARY
from corridor.dataset import SHIPPED, Dataset, load
from corridor.dictionary import as_markdown
from corridor.figures import leg_figure, work_figure
from corridor.findings import in_words
from corridor.formulas import FORMULAS, Formula
from corridor.geometry import drawn_km
from corridor.itinerary import itinerary
from corridor.schema import read_package
from corridor.splicing import fitting_branches
from corridor.timetable import options
from corridor.validation import validate


@pytest.fixture(scope="module")
def shipped() -> Dataset:
    return load()


def _chains(dataset: Dataset) -> list[str]:
    corridors = dataset.corridors
    return list(corridors.loc[corridors["kind"].isin(["chain", "reference"]), "corridor_id"])


def test_it_is_valid() -> None:
    assert in_words(validate(SHIPPED)) == []


def test_the_public_validator_agrees() -> None:
    report = frictionless.validate(str(SHIPPED / "datapackage.json"))
    assert report.flatten(["title", "rowNumber", "fieldName", "note"]) == []
    assert report.valid
    assert report.stats["tasks"] == len(read_package(SHIPPED).tables)


def test_the_dictionary_is_up_to_date() -> None:
    assert DICTIONARY.read_text(encoding="utf-8") == as_markdown(read_package(SHIPPED))


def test_every_chain_can_be_walked_and_added_up(shipped: Dataset) -> None:
    for chain in _chains(shipped):
        frame = steps(shipped, chain)
        row = shipped.row("corridors", chain)
        legs = frame[frame["kind"] == "leg"]
        assert (legs["from_node"].iloc[0], legs["to_node"].iloc[-1]) == (row["from_node"], row["to_node"])
        assert (legs["from_node"].iloc[1:].to_numpy() == legs["to_node"].iloc[:-1].to_numpy()).all()
        total = totals(frame)
        assert (total["known_count"] + total["missing_count"] > 0).all()
        assert (total["missing"].map(len) == total["missing_count"]).all()
        known = total.dropna(subset=["low"])
        assert (known["low"] <= known["typical"]).all()
        assert (known["typical"] <= known["high"]).all()
        assert len(itinerary(shipped, chain)) == len(frame)
        assert set(calibration(shipped, chain)["subject_id"]) <= {chain, row["family"]}


def test_no_two_borders_of_a_chain_share_a_node(shipped: Dataset) -> None:
    for chain in _chains(shipped):
        frame = steps(shipped, chain)
        borders = frame.loc[frame["work"] == "border", "node_id"]
        assert borders.is_unique, chain


def test_no_default_border_time_stands_inside_a_customs_union(shipped: Dataset) -> None:
    borders = steps(shipped, "northern-rail").query("work == 'border'").set_index("node_id")
    inside = borders.loc[["petropavl", "moscow", "budapest"]]
    assert list(inside["time_h_basis"]) == ["missing"] * 3
    assert set(borders.drop(inside.index)["time_h_basis"]) == {"modelled"}


def test_the_kazakh_rail_border_time_is_kept_for_the_chinese_border(shipped: Dataset) -> None:
    def time(other: str) -> tuple[str, ...]:
        return work_figure(shipped, "dostyk", "border", between=("KZ", other)).factors

    assert (time("CN"), time("TM")) == (("wf-135",), ("wf-115",))


def test_stretches_with_a_published_time_stand_beside_ours(shipped: Dataset) -> None:
    danube = stretches(shipped, "tc-danube").set_index("topic_id")
    assert list(danube.index) == ["altynkol-aktau-port", "altynkol-poti-port", "altynkol-constanta-port"]
    assert danube["ours_low"].is_monotonic_increasing
    assert danube["missing_count"].is_monotonic_increasing
    assert list(stretches(shipped, "northern-rail")["topic_id"]) == ["dostyk-brest"]


def test_every_branch_fits_somewhere(shipped: Dataset) -> None:
    fitting = {branch for chain in _chains(shipped) for branch in fitting_branches(shipped, chain)}
    corridors = shipped.corridors
    assert fitting == set(corridors.loc[corridors["kind"] == "branch", "corridor_id"])


@pytest.mark.parametrize("formula", FORMULAS, ids=lambda formula: formula.name)
def test_a_formula_gives_a_figure_near_the_drawn_line(shipped: Dataset, formula: Formula) -> None:
    for type_, id_ in (formula.subject, *formula.plus, *formula.minus):
        assert shipped.has(f"{type_}s", id_)
    _, leg_id = formula.subject
    result = leg_figure(shipped, leg_id, formula.quantity)
    assert (result.basis, result.formula) == ("derived", formula.name)
    assert result.typical == pytest.approx(drawn_km(leg_id), rel=0.1)


def test_astana_belgrade_is_flown_directly(shipped: Dataset) -> None:
    found = options(shipped, "nqz", "beg")
    direct = found[found["kind"] == "direct"]
    assert list(direct["legs"]) == ["air-nqz-beg"]
    assert (found["kind"] == "one-stop").any()
