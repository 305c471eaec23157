"""Emissions agree with worked examples that others published."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from corridor.chain.emissions import hub_emissions, inventory, leg_emissions
from corridor.chain.splicing import Hop
from corridor.dataset.tables import Dataset, load
from tests import sample_package
from tests.shipped import shipped_data

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    Factor = tuple[str, str, float]  # quantity, mode, value


def _with(folder: Path, kilometres: dict[str, float], factors: Iterable[Factor], **modes: str) -> Dataset:
    rows = sample_package.rows()
    rows["claims"] = [
        sample_package.claim(f"d-{leg}", f"leg:{leg}", "distance_km", typical=f"{km}", as_of="2025")
        for leg, km in kilometres.items()
    ]
    for leg in rows["legs"]:
        leg |= {"mode": modes.get(leg["leg_id"].replace("-", "_"), leg["mode"]), "gauge_mm": ""}
    units = {"emission_g_co2e_per_tkm": "g CO2e/tkm", "hub_emission_kg_co2e_per_t": "kg CO2e/t"}
    rows["factors"] = [
        {
            "factor_id": f"f-{at}", "quantity": quantity, "mode": mode, "value": f"{value}",
            "unit": units[quantity], "description": "Toy", "role": "default", "source_id": "office-2025",
        }
        for at, (quantity, mode, value) in enumerate(factors)
    ]  # fmt: skip
    return load(sample_package.write(folder, rows))


def test_three_shipments_of_a_lorry_as_the_ghg_protocol_counts_them(tmp_path: Path) -> None:
    """
    Example 4.3 (Deutsche Post DHL) of the GHG Protocol, Technical Guidance for Calculating Scope 3 Emissions.

    240, 150 and 100 tkm share out 31.5 kg by 0.064 kg per tkm: 15.43, 9.64 and 6.43 kg. Read at
    https://1library.net/article/allocation-using-shortest-theoretical-distance.zw5v7oj7
    """
    tkm = {"start-gauge": 240.0, "gauge-portm": 150.0, "gauge-altport": 100.0}  # of one tonne each
    intensity = 31.5 / sum(tkm.values()) * 1000
    assert round(intensity / 1000, 3) == 0.064
    data = _with(tmp_path / "dhl", tkm, [("emission_g_co2e_per_tkm", "rail", intensity)])
    shares = [leg_emissions(data, leg).typical for leg in tkm]
    assert shares == pytest.approx([15.43, 9.64, 6.43], abs=0.005)
    assert sum(share or 0 for share in shares) == pytest.approx(31.5)


def test_a_container_from_shanghai_to_prague_as_hhla_counts_it(tmp_path: Path) -> None:
    """
    HHLA, CO2 emissions per container handled: transport chain elements and hubs of one standard container.

    Sea 19,879 km 1,739 kg (90.9 %), Hamburg 10 kg (0.5 %), rail 157 kg (8.2 %), Prague 7 kg (0.4 %), in all
    1,913 kg. Read at https://hhla.de/en/sustainability/overview/co2-emissions.html. The distance by rail is
    not printed; any distance with its intensity gives the 157 kg. The container counts as one tonne here.
    """
    km = {"altport-portn": 19879.0, "portn-bordern": 680.0, "bordern-bordero": 1.0}
    factors: list[Factor] = [
        ("emission_g_co2e_per_tkm", "sea", 1739 / 19879 * 1000),
        ("emission_g_co2e_per_tkm", "rail", 157 / 680 * 1000),
        ("hub_emission_kg_co2e_per_t", "sea", 10.0),
        ("hub_emission_kg_co2e_per_t", "road", 7.0),
    ]
    data = _with(tmp_path / "hhla", km, factors, bordern_bordero="road")
    way = [
        Hop("altport-portn", reversed=False, start="alt-port", end="port-n", member_of=""),
        Hop("portn-bordern", reversed=False, start="port-n", end="border-n", member_of=""),
        Hop("bordern-bordero", reversed=False, start="border-n", end="border-o", member_of=""),
    ]
    chain = inventory(data, way)
    assert list(chain["element"]) == ["transport", "hub", "transport", "hub", "transport"]
    told = chain["co2e_kg_per_t"].iloc[:4]
    assert list(told) == pytest.approx([1739, 10, 157, 7])
    assert told.sum() == pytest.approx(1913)
    assert list((told / told.sum() * 100).round(1)) == [90.9, 0.5, 8.2, 0.4]
    assert list(chain["factor_unit"].iloc[:2]) == ["g CO2e/tkm", "kg CO2e/t"]
    assert chain["basis"].iloc[4] == "missing"  # nothing is said of what follows


def test_only_hubs_have_hub_emissions() -> None:
    data = shipped_data()
    hub = hub_emissions(data, "poti-port", "transhipment", mode="sea")
    assert (hub.basis, hub.unit) == ("modelled", "kg/t")
    assert hub.low is not None
    assert hub.typical is not None
    assert hub.high is not None
    assert 0 < hub.low < hub.typical < hub.high
    assert hub_emissions(data, "poti-port", "border", mode="sea").is_missing


def test_the_band_takes_distance_and_factor_at_their_low_and_at_their_high_ends(tmp_path: Path) -> None:
    """90, 100 and 130 km at 10, 20 and 40 g/tkm: 0.9, 2.0 and 5.2 kg per tonne."""
    rows = sample_package.rows()
    length = {"low": "90", "typical": "100", "high": "130", "as_of": "2025"}
    rows["claims"] = [sample_package.claim("d", "leg:start-gauge", "distance_km", **length)]
    rows["factors"] = [
        {
            "factor_id": "f", "quantity": "emission_g_co2e_per_tkm", "mode": "rail", "unit": "g CO2e/tkm",
            "low": "10", "value": "20", "high": "40", "description": "Toy", "role": "default",
            "source_id": "office-2025",
        }
    ]  # fmt: skip
    told = leg_emissions(load(sample_package.write(tmp_path / "band", rows)), "start-gauge")
    assert (told.low, told.typical, told.high) == pytest.approx((0.9, 2.0, 5.2))
