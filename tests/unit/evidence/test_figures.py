"""Figures of legs and nodes fall back in the stated order and say so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from corridor.dataset.tables import Dataset, load
from corridor.errors import UnknownIdError
from corridor.evidence import figures
from corridor.evidence.factors import default_border_factor, default_factor
from corridor.evidence.figures import leg_figure, work_figure
from corridor.evidence.formulas import FORMULAS, Formula, derived
from tests import sample_package

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lengths of lines on the map: the toy legs have none but one."""
    monkeypatch.setattr(figures, "drawn_km", {"portn-bordern": 120.0}.get)


def test_published_comes_first(sample: Dataset) -> None:
    assert leg_figure(sample, "gauge-portm", "distance_km").basis == "published"


def test_distance_falls_back_on_the_drawn_line(sample: Dataset) -> None:
    distance = leg_figure(sample, "portn-bordern", "distance_km")
    assert (distance.low, distance.typical, distance.high) == (120.0, 120.0, 120.0)
    assert (distance.basis, distance.formula) == ("modelled", figures.DRAWN_LENGTH)
    assert distance.reason == ("drawn-length", "schematic", "")


def test_without_a_line_the_distance_is_missing(sample: Dataset) -> None:
    missing = leg_figure(sample, "end-bordero", "distance_km")
    assert missing.is_missing
    assert (missing.typical, missing.unit) == (None, "km")


def test_time_falls_back_on_distance_by_speed(sample: Dataset) -> None:
    time = leg_figure(sample, "gauge-portm", "time_h")
    assert (time.low, time.typical, time.high) == (10.0, 10.0, 10.0)
    assert time.reason == ("factor", "speed-rail-qm", "published")
    general = leg_figure(sample, "portn-bordern", "time_h")
    assert (general.low, general.typical, general.high) == (3.0, 6.0, 12.0)
    assert (general.factors, general.reason[2]) == (("speed-rail",), "modelled")


def test_no_factor_no_figure(sample: Dataset) -> None:
    assert leg_figure(sample, "altport-portn", "time_h").is_missing
    cost = leg_figure(sample, "start-gauge", "cost_usd_per_teu")
    assert cost.is_missing
    assert cost.lost == (("c-13", "fit-proxy"),)


def test_default_factors_follow_mode_and_country(sample: Dataset) -> None:
    def factor(mode: str, *countries: str) -> str | None:
        found = default_factor(sample, "speed_km_h", mode=mode, countries=countries)
        return found and found.factor_id

    assert factor("rail", "QM", "QM") == "speed-rail-qm"
    assert factor("rail", "QN") == "speed-rail"
    assert factor("rail", "QM", "QN") == "speed-rail"
    assert factor("road", "QM") is None


def test_work_is_published_or_modelled_or_missing(sample: Dataset) -> None:
    border = work_figure(sample, "border-o", "border")
    assert (border.typical, border.basis, border.claim_id) == (6.0, "published", "c-8")
    gauge = work_figure(sample, "gauge-town", "break-of-gauge")
    assert (gauge.low, gauge.typical, gauge.high, gauge.basis) == (4.0, 8.0, 24.0, "modelled")
    assert (gauge.formula, gauge.factors) == (figures.DEFAULT_DURATION, ("gauge",))
    dwell = work_figure(sample, "port-m", "transhipment")
    assert (dwell.quantity, dwell.typical, dwell.claim_id) == ("dwell_h", 48.0, "c-9")
    assert work_figure(sample, "port-n", "waiting").is_missing


@pytest.fixture
def bordered(tmp_path: Path) -> Dataset:
    """The sample with Midland and Eastland in one union, and with border times by default."""
    rows = sample_package.rows()
    for country in rows["countries"][1:]:
        country["customs_union"] = "EU"
    plain = {**rows["factors"][0], "quantity": "border_time_h", "unit": "h", "low": "", "high": ""}
    special = {"country": "QM", "border_with": "QN", "includes": "gauge_change_time_h"}
    rows["factors"] += [
        {**plain, "factor_id": "border", "value": "40"},
        {**plain, "factor_id": "border-qm", "value": "70", **special},
    ]
    return load(sample_package.write(tmp_path / "bordered", rows))


def test_a_default_border_time_holds_only_with_the_neighbour_it_names(bordered: Dataset) -> None:
    def factor(*countries: str) -> str | None:
        found = default_border_factor(bordered, mode="rail", countries=countries)
        return found and found.factor_id

    assert (factor("QM", "QN"), factor("QN", "QM")) == ("border-qm", "border-qm")
    assert (factor("QM", "QO"), factor("QO", "QM"), factor("QM", "")) == ("border", "border", "border")
    assert default_border_factor(bordered, mode="sea", countries=("QM", "QN")) is None


def test_no_default_border_time_inside_a_customs_union(bordered: Dataset) -> None:
    inside = work_figure(bordered, "border-n", "border", between=("QN", "QO"))
    assert inside.is_missing
    assert (inside.reason, inside.unit) == (("inside-customs-union", "EU", ""), "h")
    assert work_figure(bordered, "border-o", "border", between=("QN", "QO")).basis == "published"
    assert work_figure(bordered, "port-n", "border", between=("QM", "QN")).typical == 70.0
    assert work_figure(bordered, "end", "border", between=("QM", "QO")).typical == 40.0
    assert work_figure(bordered, "start", "border").typical == 40.0


def test_a_break_of_gauge_that_the_border_counts_takes_no_time_of_its_own(bordered: Dataset) -> None:
    counted = work_figure(bordered, "gauge-town", "break-of-gauge", counted_in="port-m")
    assert (counted.low, counted.typical, counted.high, counted.basis) == (0.0, 0.0, 0.0, "modelled")
    assert counted.reason == ("counted-in-border", "port-m", "")


def test_unknown_things_are_errors(sample: Dataset) -> None:
    with pytest.raises(UnknownIdError):
        leg_figure(sample, "no-such-leg", "time_h")
    with pytest.raises(UnknownIdError):
        work_figure(sample, "no-such-node", "border")
    with pytest.raises(KeyError):
        work_figure(sample, "port-n", "painting")


def test_a_formula_subtracts_published_parts(sample: Dataset) -> None:
    formula = Formula(
        name="the whole way less the first leg",
        subject=("leg", "end-bordero"),
        quantity="distance_km",
        plus=(("topic", "start-port-m"),),
        minus=(("leg", "start-gauge"),),
    )
    result = derived(sample, "leg", "end-bordero", "distance_km", formulas=(formula,))
    assert result is not None
    assert (result.typical, result.basis, result.formula) == (301.0, "derived", formula.name)
    assert result.spoke == ("c-14", "c-1")


@pytest.mark.parametrize("minus", [("leg", "portm-portn"), ("leg", "end-bordero")])
def test_a_formula_needs_every_part(sample: Dataset, minus: tuple[str, str]) -> None:
    formula = Formula(
        name="none",
        subject=("leg", "a"),
        quantity="distance_km",
        plus=(("leg", "gauge-portm"),),
        minus=(minus,),
    )
    assert derived(sample, "leg", "a", "distance_km", formulas=(formula,)) is None


def test_formula_names_are_distinct() -> None:
    names = [formula.name for formula in FORMULAS]
    assert len(set(names)) == len(names)


def test_a_formula_that_leaves_nothing_gives_no_figure(sample: Dataset) -> None:
    """A stretch less itself is 0 km long, and no leg is."""
    nothing = Formula(
        name="nothing",
        subject=("leg", "end-bordero"),
        quantity="distance_km",
        plus=(("leg", "start-gauge"),),
        minus=(("leg", "start-gauge"),),
    )
    assert derived(sample, "leg", "end-bordero", "distance_km", formulas=(nothing,)) is None


def test_a_formula_that_leaves_less_than_a_kilometre_gives_it(tmp_path: Path) -> None:
    rows = sample_package.rows()
    rows["claims"] = [
        sample_package.claim("whole", "leg:gauge-portm", "distance_km", typical="100", as_of="2025"),
        sample_package.claim("part", "leg:start-gauge", "distance_km", typical="99.5", as_of="2025"),
    ]
    formula = Formula(
        name="the rest",
        subject=("leg", "end-bordero"),
        quantity="distance_km",
        plus=(("leg", "gauge-portm"),),
        minus=(("leg", "start-gauge"),),
    )
    data = load(sample_package.write(tmp_path / "short", rows))
    rest = derived(data, "leg", "end-bordero", "distance_km", formulas=(formula,))
    assert rest is not None
    assert rest.typical == 0.5


def test_the_band_of_a_difference_takes_every_part_at_its_worst(tmp_path: Path) -> None:
    """100 to 120 less 30 to 50, typically 110 and 40: at least 100 - 50, at most 120 - 30."""
    rows = sample_package.rows()
    rows["claims"] = [
        sample_package.claim("whole", "leg:gauge-portm", "distance_km", low="100", typical="110", high="120"),
        sample_package.claim("part", "leg:start-gauge", "distance_km", low="30", typical="40", high="50"),
    ]
    for claim in rows["claims"]:
        claim["as_of"] = "2025"
    formula = Formula(
        name="the rest",
        subject=("leg", "end-bordero"),
        quantity="distance_km",
        plus=(("leg", "gauge-portm"),),
        minus=(("leg", "start-gauge"),),
    )
    data = load(sample_package.write(tmp_path / "parts", rows))
    rest = derived(data, "leg", "end-bordero", "distance_km", formulas=(formula,))
    assert rest is not None
    assert (rest.low, rest.typical, rest.high, rest.unit) == (50.0, 70.0, 90.0, "km")
    assert rest.spoke == ("whole", "part")


def test_a_figure_that_is_missing_has_its_unit_all_the_same(sample: Dataset, tmp_path: Path) -> None:
    """From the table of quantities; for those that every leg has, also where that table is silent."""
    assert leg_figure(sample, "altport-portn", "waiting_h").unit == "h"
    rows = sample_package.rows()
    rows["quantities"] = [row for row in rows["quantities"] if row["quantity_id"] != "time_h"]
    rows["claims"] = [row for row in rows["claims"] if row["quantity"] != "time_h"]
    for table in ("projects", "upgrades"):
        rows[table] = [row for row in rows[table] if row.get("quantity") != "time_h"]
    silent = leg_figure(load(sample_package.write(tmp_path / "silent", rows)), "altport-portn", "time_h")
    assert (silent.is_missing, silent.unit) == (True, "h")


def test_the_band_of_a_cost_takes_distance_and_rate_at_their_low_and_at_their_high_ends(
    tmp_path: Path,
) -> None:
    """90, 100 and 130 km at 1, 2 and 4 USD per TEU and kilometre: 90, 200 and 520 USD per TEU."""
    rows = sample_package.rows()
    length = {"low": "90", "typical": "100", "high": "130", "as_of": "2025"}
    rows["claims"] = [sample_package.claim("d", "leg:start-gauge", "distance_km", **length)]
    rows["factors"] = [
        {
            "factor_id": "rate", "quantity": "cost_usd_per_teu_km", "mode": "rail", "low": "1", "value": "2",
            "high": "4", "unit": "USD/TEU-km", "description": "Toy", "role": "default",
            "source_id": "office-2025",
        },
        {
            "factor_id": "speed", "quantity": "speed_km_h", "mode": "rail", "low": "10", "value": "20",
            "high": "30", "unit": "km/h", "description": "Toy", "role": "default", "source_id": "office-2025",
        },
    ]  # fmt: skip
    data = load(sample_package.write(tmp_path / "rated", rows))
    cost = leg_figure(data, "start-gauge", "cost_usd_per_teu")
    assert (cost.low, cost.typical, cost.high) == (90.0, 200.0, 520.0)
    # The quickest train over the shortest distance, the slowest over the longest: 90 / 30 and 130 / 10 hours.
    time = leg_figure(data, "start-gauge", "time_h")
    assert (time.low, time.typical, time.high) == (3.0, 5.0, 13.0)
