"""Waiting for a ship follows from how often ships sail."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from corridor.dataset.tables import Dataset, load
from corridor.evidence.figures import work_figure
from corridor.evidence.headways import HALF_HEADWAY, waiting
from tests import sample_package

if TYPE_CHECKING:
    from pathlib import Path

WEEK = 168.0


def _with(
    tmp_path: Path, *claims: dict[str, str], status: str = "operating", factor: bool = False
) -> Dataset:
    rows = sample_package.rows()
    rows["claims"] += claims
    first = next(row for row in rows["services"] if row["service_id"] == "ferry-mn")
    rows["services"].append({**first, "service_id": "feeder-mn", "kind": "feeder", "status": status})
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


def test_the_ferry_of_kuryk_sails_more_often_than_the_feeder_of_aktau() -> None:
    data = load()
    ferry = waiting(data, "kuryk-alat", mode="ferry", country="KZ")
    feeder = waiting(data, "aktau-alat", mode="sea", country="KZ")
    assert ferry.typical == pytest.approx(WEEK / 13.8 / 2)
    assert feeder.typical == pytest.approx(WEEK / 3.5 / 2)
    assert feeder.high == pytest.approx(WEEK / 3)
