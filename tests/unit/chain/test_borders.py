"""Borders stand where they are worked, and a country that a leg crosses is a country that it touches."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from corridor.chain.node_work import border_of, countries_of
from corridor.chain.splicing import Hop
from corridor.dataset.tables import Dataset, load
from corridor.freight.arrays import network
from corridor.freight.capacity import capacity
from corridor.routing.ask import ask, shut
from corridor.routing.question import Avoided
from corridor.scenario.codec import AS_IT_IS
from tests import sample_package

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def shipped() -> Dataset:
    return load()


def _both_ways(dataset: Dataset, leg_id: str) -> list[str | None]:
    leg = dataset.record("legs", leg_id)
    ends = str(leg["from_node"]), str(leg["to_node"])
    works = [
        border_of(dataset, Hop(leg_id, reversed=back, start=ends[back], end=ends[not back], member_of=""))
        for back in (False, True)
    ]
    return [work and work.node for work in works]


def test_a_border_on_land_is_one_place_whichever_way_one_goes(shipped: Dataset) -> None:
    for leg in shipped.legs.to_dict("records"):
        if leg["mode"] in {"rail", "road"}:
            there, back = _both_ways(shipped, leg["leg_id"])
            assert there == back, leg["leg_id"]


@pytest.mark.parametrize(
    ("leg_id", "node"),
    [
        ("krasnoye-brest", "krasnoye"),  # not Moscow
        ("subotica-kelebia", "subotica"),
        ("red-bridge-poti-road", "red-bridge"),  # not the port of Poti
        ("warsaw-bohumin", "bohumin"),
        ("bohumin-breclav", None),
    ],
)
def test_a_border_is_worked_where_it_is(shipped: Dataset, leg_id: str, node: str | None) -> None:
    assert _both_ways(shipped, leg_id) == [node, node]


def test_no_border_is_worked_in_the_middle_of_a_country(shipped: Dataset) -> None:
    """The only ones at a city or a plain station are those of legs whose border has no place of its own."""
    inland = set()
    for leg in shipped.legs.to_dict("records"):
        node = _both_ways(shipped, leg["leg_id"])[0] if leg["mode"] in {"rail", "road"} else None
        if node and shipped.record("nodes", node)["kind"] in {"city", "rail-station"}:
            inland.add(leg["leg_id"])
    assert inland <= {"tabriz-van", "akhalkalaki-kars", "rijeka-belgrade", "bar-belgrade"}


@pytest.fixture
def crossed(tmp_path: Path) -> Dataset:
    """The sample, in which the way to the other port crosses Eastland."""
    rows = sample_package.rows()
    for leg in rows["legs"]:
        if leg["leg_id"] == "gauge-altport":
            leg["through_countries"] = "QO"
    return load(sample_package.write(tmp_path / "crossed", rows))


def test_who_avoids_a_country_avoids_a_leg_that_crosses_it(crossed: Dataset) -> None:
    assert countries_of(crossed, "gauge-altport") == {"QM", "QO"}
    net = network(crossed)
    banned = {net.hops[at].leg_id for at in net.arc_hop[net.banned(countries=["QO"]) > 0] if at >= 0}
    assert "gauge-altport" in banned
    assert "gauge-portm" not in banned
    assert "gauge-altport" in shut(crossed, AS_IT_IS, Avoided.read(crossed, "QO")).closed_legs
    legs = ask(crossed, "start", "port-n", avoid="QO").table["legs"]
    assert not legs.str.contains("altport").any()
    named = ask(crossed, "start", "alt-port").table["countries"]
    assert list(named) == ["QM|QO"]


@pytest.mark.parametrize("code", ["CZ", "SK", "CZ,SK"])
def test_the_way_from_warsaw_to_budapest_is_seen_by_who_avoids_czechia_or_slovakia(
    shipped: Dataset, code: str
) -> None:
    nodes = ask(shipped, "warsaw", "budapest", avoid=code).table["nodes"]
    assert not nodes.str.contains("bohumin|breclav|bratislava").any()
    net = network(shipped)
    shut = net.banned(countries=code.split(","))
    assert {"breclav-bratislava"} <= {net.hops[at].leg_id for at in net.arc_hop[shut > 0] if at >= 0}
    northern = ask(shipped, "astana", "belgrade", avoid=code).table["nodes"]
    assert not northern.str.contains("warsaw").any()


def test_the_railway_from_bar_is_seen_by_who_avoids_bosnia(shipped: Dataset) -> None:
    assert not len(ask(shipped, "bar", "belgrade", avoid="BA").table)
    assert capacity(network(shipped), "bar", "belgrade", avoid_countries=["BA"]).upper == 0
    assert ask(shipped, "bar", "belgrade").table["countries"].iloc[0] == "ME|BA|RS"
