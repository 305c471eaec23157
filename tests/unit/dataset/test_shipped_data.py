"""The shipped data: valid for us and for the public validator, and every chain can be walked."""

from __future__ import annotations

import frictionless
import pytest

from corridor.air.timetable import options
from corridor.chain.itinerary import itinerary
from corridor.chain.node_costs import work_cost
from corridor.chain.splicing import fitting_branches
from corridor.chain.steps import part_row, steps, totals
from corridor.cli.main import DICTIONARY
from corridor.corridors.calibration import calibration, stretches
from corridor.dataset.dictionary import as_markdown
from corridor.dataset.findings import in_words
from corridor.dataset.schema import read_package
from corridor.dataset.shipped import in_checkout
from corridor.dataset.tables import SHIPPED, Dataset
from corridor.dataset.validation import validate
from corridor.evidence.factors import default_border_factor, shared_union
from corridor.evidence.figures import leg_figure, work_figure
from corridor.evidence.formulas import FORMULAS, Formula
from corridor.freight.arrays import MODES, network
from corridor.geometry import drawn_km
from tests.shipped import shipped_data


@pytest.fixture(scope="module")
def shipped() -> Dataset:
    return shipped_data()


FREIGHT_BORDERS = (
    ("rail", "BG", "RS"), ("rail", "TR", "BG"), ("rail", "MK", "RS"), ("rail", "GR", "MK"),
    ("rail", "HU", "RS"), ("rail", "RO", "RS"), ("rail", "BY", "PL"), ("road", "BG", "RS"),
)  # fmt: skip


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
    assert in_checkout(DICTIONARY).read_text(encoding="utf-8") == as_markdown(read_package(SHIPPED))


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


def test_inside_a_customs_union_only_the_factors_for_such_borders_stand(shipped: Dataset) -> None:
    borders = steps(shipped, "northern-rail").query("work == 'border'").set_index("node_id")
    assert list(borders.index) == [
        "petropavl",
        "krasnoye",
        "brest",
        "bohumin",
        "breclav",
        "komarom",
        "subotica",
    ]
    area = shipped.factors.set_index("factor_id")["area"]
    for node, row in borders.iterrows():
        between = (row["from_country"], row["to_country"])
        inside = shared_union(shipped, *between) is not None
        assert inside == (node not in {"brest", "subotica"})
        time = work_figure(shipped, str(node), "border", between=between)
        cost = work_cost(shipped, str(node), "border", between=between)
        assert cost is not None
        unchecked = node in {"bohumin", "breclav", "komarom"}
        assert time.basis == ("published" if node == "brest" else "modelled")
        assert [area[one] == "schengen" for one in time.factors] == [unchecked] * len(time.factors)
        assert [area[one] == "union" for one in cost.factors] == [inside]
        assert (cost.high == 0) == inside
        assert (time.reason[0] == "union-factor") == inside


def test_no_factor_measured_in_carec_is_a_default_where_no_member_takes_part(shipped: Dataset) -> None:
    rows = shipped.factors.set_index("factor_id")
    for one in FREIGHT_BORDERS:
        found = default_border_factor(shipped, mode=one[0], countries=one[1:])
        assert found is not None
        assert rows.loc[found.factor_id, "area"] == "elsewhere"


def test_the_kazakh_rail_border_time_is_kept_for_the_chinese_border(shipped: Dataset) -> None:
    def time(other: str) -> tuple[str, ...]:
        return work_figure(shipped, "dostyk", "border", between=("KZ", other)).factors

    assert (time("CN"), time("TM")) == (("wf-135",), ("wf-115",))


def test_what_is_known_of_each_leg_and_node_work_of_the_network(shipped: Dataset) -> None:
    whole = network(shipped)
    for quantity in ("time_h", "cost_usd_per_teu", "distance_km"):
        legs = {hop.leg_id for hop in whole.hops}
        assert not [one for one in legs if leg_figure(shipped, one, quantity).is_missing]
    works = {part for parts in whole.arc_works for part in parts}
    missing = {
        (part.work, part.mode)
        for part in works
        if part_row(shipped, part)["time_h_basis"] == "missing"
        or part_row(shipped, part).get("cost_usd_per_teu_basis") == "missing"
    }
    # Neither the border of barges nor a ship Poti - Burgas or a barge of late is known: no hours for them.
    assert missing == {("border", "river"), ("waiting", "river"), ("waiting", "sea")}
    unknown = {
        str(part.onward)
        for part in works
        if part.work == "waiting" and part_row(shipped, part)["time_h_basis"] == "missing"
    }
    assert {leg for leg in unknown if shipped.record("legs", leg)["mode"] == "sea"} == {"poti-burgas"}


def test_every_change_of_country_is_a_border_and_every_change_of_vehicle_is_work(shipped: Dataset) -> None:
    whole = network(shipped)
    for at, after in enumerate(whole.arc_hop):
        if after < 0:
            continue
        hop = whole.hops[after]
        works = [part.work for part in whole.arc_works[at]]
        ends = [shipped.record("nodes", end)["country"] for end in (hop.start, hop.end)]
        assert ("border" in works) == (ends[0] != ends[1])
        before = whole.tails[at] - 2 * len(whole.places)
        if before < 0:
            continue
        one, other = (shipped.record("legs", leg) for leg in (whole.hops[before].leg_id, hop.leg_id))
        tracks = {one["gauge_mm"], other["gauge_mm"]} - {None}
        if one["mode"] == other["mode"] == "rail" and len(tracks) > 1:
            assert "break-of-gauge" in works
        modes = {one["mode"], other["mode"]}
        drives_on = modes == {"road", "ferry"} and not tracks
        if one["mode"] != other["mode"] and modes != {"rail", "ferry"} and not drives_on:
            assert "transhipment" in works


def test_no_ship_sails_on_land(shipped: Dataset) -> None:
    waters = {"seaport", "river-port"}
    for leg in shipped.legs.to_dict("records"):
        kinds = {shipped.record("nodes", leg[end])["kind"] for end in ("from_node", "to_node")}
        if leg["mode"] in {"sea", "river"}:
            assert kinds <= waters | {"city", "rail-station"}, leg["leg_id"]
        if leg["mode"] in set(MODES) - {"sea", "river", "ferry"}:
            assert leg["via"] is None or "Sea" not in str(leg["via"])


def test_no_route_goes_back_over_a_place_that_a_leg_has_passed(shipped: Dataset) -> None:
    whole = network(shipped)
    first = 2 * len(whole.places)
    pairs = {
        (whole.hops[tail - first].leg_id, whole.hops[after].leg_id)
        for tail, after in zip(whole.tails, whole.arc_hop, strict=True)
        if tail >= first and after >= 0
    }
    for one, other in (
        ("tbilisi-poti-road", "tbilisi-batumi-road"),  # back to Tbilisi
        ("tbilisi-poti", "tbilisi-batumi"),  # Poti - Tbilisi - Batumi over the same track twice
        ("urumqi-khorgos", "urumqi-alashankou"),
        ("burgas-sofia-road", "plovdiv-sofia"),
        ("nis-belgrade", "nis-belgrade-road"),
    ):
        assert (one, other) not in pairs, (one, other)
    assert ("tbilisi-poti-road", "poti-burgas") in pairs
    assert ("gardabani-tbilisi", "tbilisi-poti") in pairs


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
