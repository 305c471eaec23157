"""Waiting for a ship follows from how often ships sail."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from corridor.dataset.tables import Dataset, load
from corridor.evidence.figures import work_figure
from corridor.evidence.headways import FULL_SHIPS, HALF_HEADWAY, waiting
from tests import sample_package
from tests.shipped import shipped_data

if TYPE_CHECKING:
    from pathlib import Path

WEEK = 168.0


def _with(
    tmp_path: Path, *claims: dict[str, str], status: str = "operating", factor: bool = False
) -> Dataset:
    rows = sample_package.rows()
    rows["claims"] += claims
    first = next(row for row in rows["services"] if row["service_id"] == "ferry-mn")
    rows["services"].append(
        {**first, "service_id": "feeder-mn", "kind": "feeder", "status": status, "last_seen": "2025"}
    )
    if factor:
        plain = {"quantity": "headway_h", "unit": "h", "description": "Weekly", "role": "default"}
        band = {"low": "24", "value": "168", "high": "240", "source_id": "office-2025", "mode": "ferry"}
        rows["factors"].append({"factor_id": "weekly", **plain, **band})
    return load(sample_package.write(tmp_path / "sample", rows))


def _sails(service: str, **more: str) -> dict[str, str]:
    return sample_package.claim(
        f"f-{service}", f"service:{service}", "weekly_frequency", as_of="2025", **more
    )


def test_half_a_headway_is_waited_nothing_at_best_a_whole_one_at_worst(tmp_path: Path) -> None:
    data = _with(tmp_path, _sails("ferry-mn", low="2", typical="3", high="4"))
    wait = waiting(data, "portm-portn", mode="ferry", country="QM")
    assert (wait.low, wait.typical, wait.high) == (0.0, WEEK / 6, WEEK / 2)
    assert (wait.basis, wait.formula, wait.spoke) == ("derived", HALF_HEADWAY, ("f-ferry-mn",))
    assert wait.reason == ("headway", "ferry-mn", "")


@pytest.mark.parametrize(
    ("status", "services", "sailings"),
    [("operating", "ferry-mn|feeder-mn", 4), ("unknown", "ferry-mn", 3), ("ended", "ferry-mn", 3)],
)
def test_services_that_run_add_up(tmp_path: Path, status: str, services: str, sailings: int) -> None:
    told = (_sails("ferry-mn", typical="3"), _sails("feeder-mn", typical="1"))
    wait = waiting(_with(tmp_path, *told, status=status), "portm-portn", mode="ferry", country="QM")
    assert wait.reason[1] == services
    assert wait.typical == pytest.approx(WEEK / sailings / 2)


def test_unknown_services_count_where_none_is_known_to_run(tmp_path: Path) -> None:
    data = _with(tmp_path, _sails("feeder-mn", typical="1"), status="unknown")
    assert waiting(data, "portm-portn", mode="ferry", country="QM").reason[1] == "feeder-mn"


def test_without_a_frequency_a_factor_stands_in_else_it_is_missing(tmp_path: Path) -> None:
    wait = waiting(_with(tmp_path / "a", factor=True), "portm-portn", mode="ferry", country="QM")
    assert (wait.low, wait.typical, wait.high, wait.basis) == (0.0, 84.0, 240.0, "modelled")
    assert wait.reason == ("headway-factor", "weekly", "")
    assert waiting(_with(tmp_path / "b"), "portm-portn", mode="ferry", country="QM").is_missing


def test_a_published_wait_goes_before_the_headway(tmp_path: Path) -> None:
    told = sample_package.claim("w", "node:port-n", "waiting_h", typical="9", as_of="2025")
    data = _with(tmp_path, _sails("ferry-mn", typical="3"), told)
    ours = work_figure(data, "port-n", "waiting", mode="ferry", onward="portm-portn")
    assert (ours.typical, ours.basis) == (9.0, "published")


def _by_wagons(tmp_path: Path, **more: str) -> Dataset:
    rows = sample_package.rows()
    for quantity, unit in (("wagons_per_week", "wagons per week"), ("wagons_per_ship", "wagons")):
        words = {"name_en": quantity, "value_type": "number", "group": "volume", "description": "Toy."}
        rows["quantities"].append({"quantity_id": quantity, "unit": unit, **words})
    for quantity, value in more.items():
        rows["claims"].append(
            sample_package.claim(
                quantity.replace("_", "-"), "service:ferry-mn", quantity, typical=value, as_of="2025"
            )
        )
    return load(sample_package.write(tmp_path, rows))


def test_without_a_frequency_the_wagons_tell_how_many_full_ships_sail(tmp_path: Path) -> None:
    data = _by_wagons(tmp_path / "both", wagons_per_week="300", wagons_per_ship="50")
    wait = waiting(data, "portm-portn", mode="ferry", country="QM")
    assert wait.typical == pytest.approx(WEEK / 3 / 2)  # 150 wagons each way in 3 full ships
    assert wait.reason == ("headway-wagons", "ferry-mn", "")
    assert (wait.basis, wait.formula) == ("derived", FULL_SHIPS)
    assert set(wait.spoke) == {"wagons-per-week", "wagons-per-ship"}
    alone = _by_wagons(tmp_path / "alone", wagons_per_week="300")
    assert waiting(alone, "portm-portn", mode="ferry", country="QM").is_missing


def test_where_no_ship_is_recorded_nobody_knows_the_wait(tmp_path: Path) -> None:
    data = _with(tmp_path, factor=True)
    wait = waiting(data, "altport-portn", mode="ferry", country="QM")
    assert (wait.is_missing, wait.reason) == (True, ("no-service", "altport-portn", ""))
    shown = work_figure(data, "alt-port", "waiting", mode="ferry", onward="altport-portn")
    assert (shown.is_missing, shown.reason[0]) == (True, "no-service")


def test_a_service_not_seen_for_years_gives_no_headway(tmp_path: Path) -> None:
    rows = sample_package.rows()
    ferry = next(row for row in rows["services"] if row["service_id"] == "ferry-mn")
    ferry |= {"status": "unknown", "last_seen": "2007"}
    rows["claims"].append(_sails("ferry-mn", typical="1"))
    data = load(sample_package.write(tmp_path, rows))
    assert waiting(data, "portm-portn", mode="ferry", country="QM").reason[0] == "no-service"


def test_the_wagons_of_kuryk_fill_about_three_and_a_half_ships_a_week() -> None:
    data = shipped_data()
    ferry = waiting(data, "kuryk-alat", mode="ferry", country="KZ")
    feeder = waiting(data, "aktau-alat", mode="sea", country="KZ")
    assert ferry.typical == pytest.approx(WEEK / (16_450 * 7 / 304 / 2 / 54) / 2, rel=1e-3)
    assert WEEK / 2 / ferry.typical == pytest.approx(3.5, abs=0.1)
    assert feeder.typical == pytest.approx(WEEK / 3.5 / 2)
    assert feeder.high == pytest.approx(WEEK / 3)


def test_neither_poti_burgas_nor_the_barge_of_2007_has_a_known_wait() -> None:
    data = shipped_data()
    for leg_id, mode in (("poti-burgas", "sea"), ("constanta-cernavoda", "river")):
        assert waiting(data, leg_id, mode=mode, country="GE").reason[0] == "no-service"
    assert not waiting(data, "batumi-burgas", mode="ferry", country="GE").is_missing
