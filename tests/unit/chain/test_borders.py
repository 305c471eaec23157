"""Borders stand where they are worked, and a country that a leg crosses is a country that it touches."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from corridor.chain.node_work import border_of, countries_of
from corridor.chain.splicing import Hop
from corridor.chain.steps import steps_of, totals
from corridor.dataset.tables import Dataset, load
from corridor.evidence.claims import figure
from corridor.evidence.figures import leg_figure, work_figure
from corridor.freight.arrays import network
from corridor.freight.capacity import capacity
from corridor.routing.ask import ask, shut
from corridor.routing.question import Avoided
from corridor.scenario.codec import AS_IT_IS
from tests import sample_package
from tests.shipped import shipped_data

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def shipped() -> Dataset:
    return shipped_data()


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
        ("red-bridge-tbilisi-road", "red-bridge"),  # not Tbilisi
        ("batumi-sarpi-road", None),
        ("sarpi-trabzon-road", "sarpi"),
        ("oral-ozinki", "ozinki"),
        ("atyrau-aksaraiskaya", "aksaraiskaya"),
        ("astrakhan-yalama", "yalama"),
        ("astrakhan-samur-road", "samur"),
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
    assert inland <= {"tabriz-van", "akhalkalaki-kars", "rijeka-belgrade", "bar-belgrade", "astrakhan-baku"}


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


@pytest.mark.parametrize("countries", [("PL", "CZ"), ("CZ", "SK"), ("SK", "HU"), ("BG", "RO")])
def test_inside_the_schengen_area_nobody_is_checked(shipped: Dataset, countries: tuple[str, str]) -> None:
    """A lorry drives on; a train stops for locomotive and crew alone, less than at other borders."""
    place = next(str(row["node_id"]) for row in shipped.nodes.to_dict("records"))
    road = work_figure(shipped, place, "border", mode="road", between=countries)
    rail = work_figure(shipped, place, "border", mode="rail", between=countries)
    union = work_figure(shipped, place, "border", mode="rail", between=("KZ", "RU"))
    assert (road.typical, road.high) == (0.0, 0.0)
    assert rail.typical < 1 < union.typical


def test_the_border_to_poland_takes_days_as_that_to_china_does(shipped: Dataset) -> None:
    """One hour of reloading and five of control at Brest stood against 70 h at Dostyk."""
    brest = work_figure(shipped, "brest", "border", between=("BY", "PL"))
    assert (brest.low, brest.typical, brest.high, brest.basis) == (48.0, 60.0, 72.0, "published")
    assert brest.worst == 240.0


def test_leaving_georgia_by_road_takes_days_and_entering_it_hours(shipped: Dataset) -> None:
    """CPMM 2023: 45.3 h out of Georgia, 1.6 h into it; at the Red Bridge both sides are added."""
    west = work_figure(shipped, "red-bridge", "border", mode="road", between=("AZ", "GE"))
    east = work_figure(shipped, "red-bridge", "border", mode="road", between=("GE", "AZ"))
    assert west.typical == pytest.approx(4.4 + 1.6)
    assert east.typical == pytest.approx(45.3 + 4.1)
    assert west.reason[0] == east.reason[0] == "both-sides"
    turkish = work_figure(shipped, "batumi-port", "border", mode="road", between=("GE", "TR"))
    assert turkish.typical == 34.8


def test_the_truck_from_poti_to_baku_takes_the_three_to_four_days_of_the_ledger(shipped: Dataset) -> None:
    way = [
        Hop("tbilisi-poti-road", reversed=True, start="poti-port", end="tbilisi", member_of=""),
        Hop("red-bridge-tbilisi-road", reversed=True, start="tbilisi", end="red-bridge", member_of=""),
        Hop("alat-red-bridge-road", reversed=True, start="red-bridge", end="alat-port", member_of=""),
    ]
    ours = totals(steps_of(shipped, way)).set_index("criterion").loc["time_h", "typical"]
    told = figure(shipped, "topic", "baku-poti-road", "time_h")
    assert told.low <= ours <= told.high


def test_trucks_wait_hours_at_kalotina(shipped: Dataset) -> None:
    time = work_figure(shipped, "kalotina", "border", mode="road", between=("RS", "BG"))
    assert time.low == 3.0
    assert time.high > time.low
    assert time.reason[0] == "within-lower-bound"


def test_wagons_are_rolled_on_and_off_and_stay_in_the_ports(shipped: Dataset) -> None:
    way = [
        Hop("mangistau-kuryk-port", reversed=False, start="mangistau", end="kuryk-port", member_of=""),
        Hop("kuryk-alat", reversed=False, start="kuryk-port", end="alat-port", member_of=""),
        Hop("alat-boyuk-kesik", reversed=False, start="alat-port", end="boyuk-kesik", member_of=""),
    ]
    work = steps_of(shipped, way).query("kind == 'work'")
    assert list(work["work"] + "@" + work["node_id"]) == [
        "loading@kuryk-port", "dwell@kuryk-port", "waiting@kuryk-port",
        "border@alat-port", "loading@alat-port", "dwell@alat-port",
    ]  # fmt: skip
    hours = dict(zip(work["work"] + "@" + work["node_id"], work["time_h_typical"], strict=True))
    assert hours["loading@kuryk-port"] == 4.0
    assert hours["dwell@kuryk-port"] > hours["dwell@alat-port"] > 0
    assert work["cost_usd_per_teu_basis"].notna().sum() == 1


def test_from_one_ship_to_another_one_changes_and_waits(shipped: Dataset) -> None:
    """Batumi - Constanța - Poti - Burgas is no way round the wait for a ship that nobody sails."""
    way = [
        Hop("batumi-constanta", reversed=False, start="batumi-port", end="constanta-port", member_of=""),
        Hop("poti-constanta", reversed=True, start="constanta-port", end="poti-port", member_of=""),
    ]
    work = steps_of(shipped, way).query("kind == 'work'")
    assert list((work["work"] + "@" + work["node_id"]).tail(3))[:2] == [
        "transhipment@constanta-port",
        "waiting@constanta-port",
    ]
    barge = [
        Hop("cernavoda-prahovo", reversed=False, start="cernavoda", end="prahovo", member_of=""),
        Hop("prahovo-smederevo", reversed=False, start="prahovo", end="smederevo", member_of=""),
    ]
    on_board = steps_of(shipped, barge).query("kind == 'work'")["work"]
    assert list(on_board) == ["waiting", "border"]


@pytest.mark.parametrize(
    "port",
    ["aktau-port", "alat-port", "poti-port", "batumi-port", "constanta-port", "burgas-port", "varna-port"],
)
def test_a_container_stays_in_every_seaport(shipped: Dataset, port: str) -> None:
    before = work_figure(shipped, port, "dwell", mode="sea", onward="aktau-alat")
    after = work_figure(shipped, port, "dwell", mode="sea")
    assert before.typical > after.typical > 0
    assert before.factors != after.factors


def test_a_barge_is_slower_against_the_current_and_locks_take_their_time(shipped: Dataset) -> None:
    up = leg_figure(shipped, "cernavoda-prahovo", "time_h")
    down = leg_figure(shipped, "cernavoda-prahovo", "time_h", is_reversed=True)
    assert up.typical > 1.2 * down.typical
    canal = leg_figure(shipped, "constanta-cernavoda", "time_h")
    assert canal.typical == leg_figure(shipped, "constanta-cernavoda", "time_h", is_reversed=True).typical
    gates = leg_figure(shipped, "prahovo-smederevo", "time_h")
    distance = leg_figure(shipped, "prahovo-smederevo", "distance_km").typical
    assert gates.typical == pytest.approx(distance / 7.4 + 2 * 1.5)
    rows = steps_of(
        shipped,
        [Hop("cernavoda-prahovo", reversed=True, start="prahovo", end="cernavoda", member_of="")],
    )
    assert rows.query("kind == 'leg'")["time_h_typical"].iloc[0] == down.typical


def test_no_way_that_nobody_runs_is_offered_as_quickest_or_cheapest(shipped: Dataset) -> None:
    """`poti-burgas` was the quiet favourite of nearly every pair, the barge of 2007 the cheapest."""
    pairs = (
        ("khorgos-cn", "belgrade"),
        ("aktau-port", "bor"),
        ("almaty", "novi-sad"),
        ("belgrade", "almaty"),
    )
    for start, end in pairs:
        for criterion in ("time", "cost"):
            found = ask(shipped, start, end, criteria=(criterion, "time"), avoid="RU,BY,IR").table
            best = found[found["time_h_gaps"] == found["time_h_gaps"].min()]
            figure_of = {"time": "time_h_typical", "cost": "cost_usd_per_teu_typical"}[criterion]
            first = best.sort_values(figure_of).iloc[0]
            assert "poti-burgas" not in first["legs"], (start, end, criterion)
            assert "river" not in first["modes"], (start, end, criterion)


def test_the_feeder_and_the_ferry_over_the_same_water_cost_the_same_size(shipped: Dataset) -> None:
    feeder = leg_figure(shipped, "aktau-alat", "cost_usd_per_teu")
    ferry = leg_figure(shipped, "kuryk-alat", "cost_usd_per_teu")
    assert 0.5 < feeder.typical / ferry.typical < 2
    kazakh = leg_figure(shipped, "beyneu-mangistau", "cost_usd_per_teu")
    assert kazakh.high < 3 * kazakh.typical  # 1.85 a km, of all goods, was six times the index


@pytest.mark.parametrize(
    ("node", "mode", "between", "typical", "basis"),
    [
        ("brest", "rail", ("BY", "PL"), 60, "published"),
        ("brest", "road", ("BY", "PL"), 10, "published"),
        ("brest", "road", ("PL", "BY"), 7, "published"),
        ("sarpi", "road", ("GE", "TR"), 20.8, "published"),
        ("sarpi", "road", ("TR", "GE"), 2.27, "modelled"),
        ("kalotina", "road", ("BG", "RS"), 3, "modelled"),
    ],
)
def test_a_border_time_speaks_of_its_mode_and_its_direction(
    shipped: Dataset, node: str, mode: str, between: tuple[str, str], typical: float, basis: str
) -> None:
    """Trains wait 60 h at Brest; lorries were shown the same, and 34.8 h at Sarpi in both directions."""
    time = work_figure(shipped, node, "border", mode=mode, between=between)
    assert (time.typical, time.basis) == (pytest.approx(typical), basis)


def test_the_days_of_a_bad_month_at_sarpi_are_told_beside_it(shipped: Dataset) -> None:
    assert work_figure(shipped, "sarpi", "border", mode="road", between=("TR", "GE")).worst == 120


def test_no_published_border_time_of_a_node_leaves_its_mode_open(shipped: Dataset) -> None:
    claims = shipped.claims
    assert claims[(claims["subject_type"] == "node") & (claims["quantity"] == "border_time_h")].empty
