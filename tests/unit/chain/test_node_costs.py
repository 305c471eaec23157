"""Work at nodes has a price, published or by a default charge; waiting has none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from corridor.chain.node_costs import DEFAULT_CHARGE, work_cost
from corridor.chain.splicing import hops
from corridor.chain.staircase import staircase
from corridor.chain.steps import steps_of
from corridor.dataset.tables import Dataset, load
from corridor.evidence.factors import default_border_factor, default_factor
from tests import sample_package
from tests.shipped import shipped_data

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def priced(tmp_path: Path) -> Dataset:
    """The sample with charges, Midland and Eastland in one union, Westland a CAREC member."""
    rows = sample_package.rows()
    rows["countries"][0]["carec_member"] = "true"
    for country in rows["countries"][1:]:
        country["customs_union"] = "EU"
    plain = {"description": "Toy", "unit": "USD/TEU", "role": "default", "source_id": "office-2025"}
    border = plain | {"quantity": "border_cost_usd_per_teu", "mode": "rail"}
    rows["factors"] += [
        border | {"factor_id": "b-1", "low": "100", "value": "200", "high": "400"},
        border | {"factor_id": "b-2", "value": "90", "area": "elsewhere"},
        border | {"factor_id": "b-3", "mode": "any", "value": "0", "area": "union"},
        plain
        | {
            "factor_id": "t-1", "quantity": "transhipment_cost_usd_per_teu", "mode": "any", "low": "30",
            "value": "70", "high": "290",
        },
        plain | {"factor_id": "r-1", "quantity": "cost_usd_per_teu_km", "mode": "rail", "value": "1"},
        plain
        | {
            "factor_id": "r-2", "quantity": "cost_usd_per_teu_km", "mode": "rail", "value": "0.3",
            "country": "QM",
        },
        plain
        | {
            "factor_id": "r-3", "quantity": "cost_usd_per_teu_km", "mode": "rail", "value": "0.3",
            "country": "QN",
        },
    ]  # fmt: skip
    rows["claims"].append(
        sample_package.claim(
            "p", "node:alt-port", "transhipment_cost_usd_per_teu", typical="55", as_of="2025"
        )
    )
    rows["quantities"].append(
        {
            "quantity_id": "transhipment_cost_usd_per_teu", "name_en": "Cost", "unit": "USD/TEU",
            "value_type": "number", "group": "cost", "description": "Toy.",
        }
    )  # fmt: skip
    return load(sample_package.write(tmp_path / "priced", rows))


def test_a_charge_is_published_or_modelled_or_missing(priced: Dataset, sample: Dataset) -> None:
    said = work_cost(priced, "alt-port", "transhipment", mode="sea")
    modelled = work_cost(priced, "port-n", "transhipment", mode="sea")
    assert said is not None
    assert modelled is not None
    assert (said.typical, said.basis, said.claim_id) == (55.0, "published", "p")
    assert (modelled.low, modelled.typical, modelled.high) == (30.0, 70.0, 290.0)
    assert (modelled.formula, modelled.factors) == (DEFAULT_CHARGE, ("t-1",))
    missing = work_cost(sample, "port-n", "transhipment", mode="sea")
    assert missing is not None
    assert missing.is_missing


def test_waiting_has_no_price_of_its_own(priced: Dataset) -> None:
    assert work_cost(priced, "port-m", "waiting", mode="ferry") is None


@pytest.mark.parametrize(
    ("node", "between", "factor", "reason"),
    [
        ("port-n", ("QM", "QN"), "b-1", ("factor", "b-1", "")),
        ("border-o", ("QN", "QO"), "b-3", ("union-factor", "EU", "")),
    ],
)
def test_a_border_takes_the_factor_of_its_kind(
    priced: Dataset, node: str, between: tuple[str, str], factor: str, reason: tuple[str, str, str]
) -> None:
    cost = work_cost(priced, node, "border", between=between)
    assert cost is not None
    assert (cost.factors, cost.reason) == ((factor,), reason)


def test_a_change_of_gauge_that_the_border_counts_costs_nothing_by_itself(priced: Dataset) -> None:
    alone = work_cost(priced, "gauge-town", "break-of-gauge")
    counted = work_cost(priced, "gauge-town", "break-of-gauge", counted_in="port-m")
    assert alone is not None
    assert counted is not None
    assert (alone.typical, counted.typical, counted.high) == (70.0, 0.0, 0.0)


def test_elsewhere_means_that_no_carec_member_takes_part(priced: Dataset) -> None:

    wanted = {"mode": "rail", "quantity": "border_cost_usd_per_teu"}

    def found(*countries: str) -> str | None:
        factor = default_border_factor(priced, countries=countries, **wanted)
        return factor and factor.factor_id

    assert (found("QM", "QN"), found("QN", ""), found("QO", "QM")) == ("b-1", "b-2", "b-1")


def test_two_countries_with_one_and_the_same_factor_share_it(priced: Dataset) -> None:
    def found(*countries: str) -> str | None:
        factor = default_factor(priced, "cost_usd_per_teu_km", mode="rail", countries=countries)
        return factor and factor.factor_id

    assert (found("QM", "QN"), found("QM", "QO"), found("QN"), found("QO")) == ("r-2", "r-1", "r-3", "r-1")


def test_the_charges_are_steps_of_the_staircase() -> None:
    data = shipped_data()
    corners = staircase(steps_of(data, hops(data, "tc-bulgaria")))
    rise = corners["cost_usd_per_teu_typical"].diff()
    assert (rise[corners["work"].isin(["border", "transhipment"])] > 0).all()
    assert (rise[corners["work"] == "waiting"] == 0).all()
    assert corners["cost_usd_per_teu_gaps"].iloc[-1] == 0


def test_only_a_border_between_two_countries_is_spared_by_their_union(priced: Dataset) -> None:
    """Midland and Eastland share a union, which spares the border; reloading has its usual price."""
    reloaded = work_cost(priced, "port-n", "transhipment", mode="sea", between=("QN", "QO"))
    unsaid = work_cost(priced, "border-o", "border")
    assert reloaded is not None
    assert unsaid is not None
    assert reloaded.reason == ("factor", "t-1", "")
    assert unsaid.reason == ("factor", "b-2", "")
