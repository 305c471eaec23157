"""A published bound bounds what stands in; it is not the low, typical and high end of anything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from corridor.dataset.estimate import Estimate
from corridor.dataset.tables import load
from corridor.evidence.bounds import LOWER, UPPER, WITHIN, is_bound, within
from corridor.evidence.figures import leg_figure, work_figure
from tests import sample_package
from tests.shipped import shipped_data

if TYPE_CHECKING:
    from pathlib import Path

_HOURS = st.floats(0.1, 1000, allow_nan=False)


def _bound(value: float, shape: str) -> Estimate:
    band = {"low": value, "typical": value, "high": value, "basis": "published", "claim_id": "c"}
    return Estimate(quantity="time_h", unit="h", reason=("only-claim", "agreed", shape), spoke=("c",), **band)


def _model(values: list[float]) -> Estimate:
    low, typical, high = sorted(values)
    band = {"low": low, "typical": typical, "high": high, "basis": "modelled"}
    return Estimate(quantity="time_h", unit="h", reason=("factor", "f", ""), factors=("f",), **band)


@given(st.lists(_HOURS, min_size=3, max_size=3, unique=True), _HOURS, st.sampled_from([UPPER, LOWER]))
def test_what_stands_in_is_held_within_the_bound(values: list[float], value: float, shape: str) -> None:
    model = _model(values)
    held = within(_bound(value, shape), model)
    low, typical, high = held.low, held.typical, held.high
    assert low <= typical <= high
    slack = 1e-9 * value
    assert high <= value + slack if shape == UPPER else low >= value - slack
    assert low < high or value in {low, high}
    assert held.basis == "modelled"
    assert held.reason == (WITHIN[shape], "c", "")
    assert held.spoke[0] == "c"


@given(st.lists(_HOURS, min_size=3, max_size=3, unique=True), st.sampled_from([UPPER, LOWER]))
def test_a_bound_beyond_the_figure_changes_nothing_of_it(values: list[float], shape: str) -> None:
    model = _model(values)
    held = within(_bound(2000.0 if shape == UPPER else 0.01, shape), model)
    assert (held.low, held.typical, held.high) == (model.low, model.typical, model.high)


@given(_HOURS, st.lists(_HOURS, min_size=3, max_size=3, unique=True))
def test_a_ceiling_below_the_whole_figure_leaves_a_range(value: float, values: list[float]) -> None:
    model = _model([value + one for one in values])
    held = within(_bound(value, UPPER), model)
    assert held.low < held.high <= value * (1 + 1e-9)


def test_a_bound_on_a_leg_or_on_work_is_not_its_figure(tmp_path: Path) -> None:
    rows = sample_package.rows()
    rows["claims"] += [
        sample_package.claim("up", "leg:portn-bordern", "time_h", high="3", as_of="2025"),
        sample_package.claim("down", "node:gauge-town", "gauge_change_h", low="9", as_of="2025"),
        sample_package.claim("dist", "leg:portn-bordern", "distance_km", typical="120", as_of="2025"),
    ]
    data = load(sample_package.write(tmp_path / "bounds", rows))
    leg = leg_figure(data, "portn-bordern", "time_h")
    assert (leg.basis, leg.high, leg.reason[0]) == ("modelled", 3.0, WITHIN[UPPER])
    assert leg.low < leg.high
    work = work_figure(data, "gauge-town", "break-of-gauge")
    assert (work.low, work.typical, work.reason[0]) == (9.0, 9.0, WITHIN[LOWER])
    assert work.high >= 9.0


def test_no_figure_of_a_leg_is_a_mere_bound() -> None:
    """Not more than 24 h from Alat to Böyük Kəsik is no time of 24 h, neither is one of 24 h to Rijeka."""
    data = shipped_data()
    for leg_id in data.legs["leg_id"]:
        for quantity in ("time_h", "distance_km"):
            assert not is_bound(leg_figure(data, leg_id, quantity)), (leg_id, quantity)
    for leg_id in ("alat-boyuk-kesik", "rijeka-belgrade"):
        time = leg_figure(data, leg_id, "time_h")
        assert time.low < time.typical < time.high <= 24
