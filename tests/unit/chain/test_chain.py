"""Chains: legs in order, node work where it belongs, totals that name what they lack."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
import pytest

from corridor.chain.itinerary import itinerary
from corridor.chain.splicing import Hop, fitting_branches, hops
from corridor.chain.steps import CRITERIA, steps, steps_of, totals
from corridor.dataset.tables import Dataset, load
from corridor.errors import BranchError, UnknownIdError
from corridor.evidence import figures
from tests import sample_package

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    """The toy legs have no lines on the map."""
    monkeypatch.setattr(figures, "drawn_km", {}.get)


def _walk(dataset: Dataset, corridor_id: str, *branches: str) -> list[str]:
    frame = steps(dataset, corridor_id, branches=branches)
    return [
        leg if kind == "leg" else f"{work}:{node}"
        for kind, leg, work, node in zip(
            frame["kind"], frame["leg_id"], frame["work"], frame["node_id"], strict=True
        )
    ]


def test_node_work_stands_where_it_happens(sample: Dataset) -> None:
    assert _walk(sample, "main") == [
        "start-gauge",
        "break-of-gauge:gauge-town",
        "gauge-portm",
        "loading:port-m",  # wagons roll onto the ferry: no transhipment
        "dwell:port-m",
        "waiting:port-m",
        "portm-portn",
        "border:port-n",
        "loading:port-n",
        "dwell:port-n",
        "portn-bordern",
        "bordern-bordero",
        "border:border-o",  # a border time is published there
        "break-of-gauge:border-o",
        "end-bordero",
    ]


def test_a_ship_without_rails_means_transhipment(sample: Dataset) -> None:
    assert _walk(sample, "main", "other-crossing")[2:10] == [
        "gauge-altport",
        "transhipment:alt-port",
        "dwell:alt-port",
        "waiting:alt-port",
        "altport-portn",
        "border:port-n",
        "transhipment:port-n",
        "dwell:port-n",
    ]


def test_a_journey_that_starts_at_a_port_waits_for_its_ship_and_one_that_ends_at_a_port_does_not(
    sample: Dataset,
) -> None:
    ferry = steps_of(sample, [Hop("portm-portn", reversed=False, start="port-m", end="port-n", member_of="")])
    assert list(ferry["work"].dropna()) == ["waiting", "border"]
    assert (ferry["node_id"].iloc[0], ferry["onward"].iloc[0]) == ("port-m", "portm-portn")
    train = steps_of(
        sample, [Hop("gauge-portm", reversed=False, start="gauge-town", end="port-m", member_of="")]
    )
    assert not len(train["work"].dropna())


def test_a_reversed_leg_runs_the_other_way(sample: Dataset) -> None:
    last = steps(sample, "main").iloc[-1]
    assert (last["from_node"], last["to_node"], last["reversed"]) == ("border-o", "end", True)


def test_figures_stand_in_the_steps(sample: Dataset) -> None:
    frame = steps(sample, "main").set_index("leg_id")
    row = frame.loc["start-gauge"]
    assert (row["time_h_low"], row["time_h_typical"], row["time_h_high"]) == (8.0, 10.0, 20.0)
    assert (row["time_h_basis"], row["time_h_claim_id"]) == ("published", "c-2")
    work = steps(sample, "main").query("kind == 'work'")
    assert work["distance_km_basis"].isna().all()


def test_countries_stand_in_the_steps(sample: Dataset) -> None:
    frame = steps(sample, "main").set_index("position")
    countries = [tuple(pair) for pair in frame[["from_country", "to_country"]].to_numpy()]
    assert countries[:8] == [("QM", "QM")] * 6 + [("QM", "QN")] * 2
    assert countries[12:] == [("QN", "QO"), ("QO", "QO"), ("QO", "QO")]
    assert frame["counted_in"].isna().all()


def test_a_border_time_that_counts_the_change_of_gauge_is_not_added_to(tmp_path: Path) -> None:
    rows = sample_package.rows()
    rows["claims"] = [row for row in rows["claims"] if row["claim_id"] != "c-8"]
    rows["factors"].append(
        {
            **rows["factors"][0], "factor_id": "border", "quantity": "border_time_h", "country": "QO",
            "border_with": "QN", "includes": "gauge_change_time_h", "low": "", "value": "70", "high": "",
        }
    )  # fmt: skip
    work = steps(load(sample_package.write(tmp_path, rows)), "main").query("kind == 'work'").set_index("work")
    gauge = work.loc["break-of-gauge"].set_index("node_id")
    assert (gauge.loc["border-o", "counted_in"], gauge.loc["border-o", "time_h_typical"]) == ("border-o", 0.0)
    assert pd.isna(gauge.loc["gauge-town", "counted_in"])
    assert gauge.loc["gauge-town", "time_h_typical"] == 8.0
    assert work.loc["border"].set_index("node_id").loc["border-o", "time_h_typical"] == 70.0


def test_a_border_inside_a_customs_union_is_listed_without_a_default(tmp_path: Path) -> None:
    rows = sample_package.rows()
    rows["claims"] = [row for row in rows["claims"] if row["claim_id"] != "c-8"]
    general = {**rows["factors"][0], "factor_id": "border", "quantity": "border_time_h", "value": "40"}
    rows["factors"].append({**general, "low": "", "high": ""})
    outside = steps(load(sample_package.write(tmp_path / "apart", rows)), "main")
    assert "border:border-o" not in totals(outside)["missing"].iloc[1]
    for country in rows["countries"]:
        country["customs_union"] = "EAEU"
    inside = steps(load(sample_package.write(tmp_path / "together", rows)), "main")
    assert (inside["work"] == "border").sum() == (outside["work"] == "border").sum() == 2
    assert "border:border-o" in totals(inside)["missing"].iloc[1]


def test_positions_count_from_one_and_the_frame_is_the_callers_own(sample: Dataset) -> None:
    frame = steps(sample, "main")
    assert list(frame["position"]) == list(range(1, len(frame) + 1))
    frame["kind"] = "spoilt"
    assert set(steps(sample, "main")["kind"]) == {"leg", "work"}


def test_totals_are_sums_of_the_known_part_and_say_so(sample: Dataset) -> None:
    total = totals(steps(sample, "main")).set_index("criterion")
    assert list(total.index) == list(CRITERIA)
    distance = total.loc["distance_km"]
    assert (distance["typical"], distance["basis"]) == (950.0, "published")
    assert distance["missing"] == ("portn-bordern", "bordern-bordero", "end-bordero")
    assert (distance["known_count"], distance["missing_count"], distance["total_complete"]) == (3, 3, False)
    time = total.loc["time_h"]
    assert time["typical"] == 10 + 8 + 10 + 48 + 30 + 6 + 8
    assert time["basis"] == "modelled"
    assert "border:port-n" in time["missing"]
    cost = total.loc["cost_usd_per_teu"]
    assert (cost["basis"], cost["known_count"], cost["total_complete"]) == ("missing", 0, False)
    assert cost[["low", "typical", "high"]].isna().all()


def test_a_family_has_no_steps_and_no_total(sample: Dataset) -> None:
    frame = steps(sample, "toys")
    assert frame.empty
    assert not totals(frame)["total_complete"].any()


def test_branches_take_the_place_of_stretches(sample: Dataset) -> None:
    legs = [hop.leg_id for hop in hops(sample, "main", branches=["other-start", "other-crossing"])]
    assert legs == [
        "farstart-gauge", "gauge-altport", "altport-portn", "portn-bordern", "bordern-bordero", "end-bordero",
    ]  # fmt: skip
    swapped = hops(sample, "main", branches=["other-crossing", "other-start"])
    assert [hop.leg_id for hop in swapped] == legs


def test_a_branch_that_repeats_the_chain_is_a_start_on_the_way(sample: Dataset) -> None:
    assert hops(sample, "main", branches=["short-start"])[0].leg_id == "gauge-portm"


def test_branches_that_fit_are_listed(sample: Dataset) -> None:
    assert fitting_branches(sample, "main") == ("other-crossing", "other-start", "short-start")
    assert fitting_branches(sample, "other-start") == ()


@pytest.mark.parametrize(
    ("corridor", "branches", "error", "words"),
    [
        ("main", ["toys"], BranchError, "is not a branch"),
        ("other-start", ["short-start"], BranchError, "begins where the corridor"),
        ("main", ["nowhere"], UnknownIdError, "nowhere"),
        ("nowhere", [], UnknownIdError, "nowhere"),
        ("toys", ["other-start"], BranchError, "does not touch"),
    ],
)
def test_what_does_not_fit_is_an_error(
    sample: Dataset, corridor: str, branches: list[str], error: type[Exception], words: str
) -> None:
    with pytest.raises(error, match=words):
        hops(sample, corridor, branches=branches)


def test_the_itinerary_follows_the_steps(sample: Dataset) -> None:
    walk = itinerary(sample, "main")
    assert len(walk) == len(steps(sample, "main"))
    first, gauge, ferry_border, border = walk[0], walk[1], walk[7], walk[12]
    assert (first.leg_id, first.operators, first.time_h.typical) == ("start-gauge", ("toy-rail",), 10.0)
    assert (gauge.work, gauge.gauge_mm, gauge.next_gauge_mm) == ("break-of-gauge", 1435, 1520)
    assert (ferry_border.from_country, ferry_border.to_country) == ("QM", "QN")
    assert ferry_border.time_h.basis == "missing"
    assert (border.from_country, border.to_country, border.distance_km) == ("QN", "QO", None)
