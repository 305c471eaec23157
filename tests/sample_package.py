"""A small complete route dataset in a made-up land, for tests; codes QM, QN, QO are free for users."""

from __future__ import annotations

import csv
import json
from pathlib import Path

DESCRIPTOR = Path(__file__).resolve().parent.parent / "data" / "routes" / "datapackage.json"

_NODE = {"position_precision": "exact", "position_method": "made up", "gauge_change": "false"}
_LEG = {"both_ways": "true", "status": "operating", "geometry_fidelity": "schematic"}
_CLAIM = {
    "fit": "exact", "kind": "observed", "confidence": "official", "source_id": "office-2025",
    "checked_on": "2026-11-01", "check_by": "2027-12-31",
}  # fmt: skip


def _node(id_: str, kind: str, country: str, lat: float, lon: float, **more: str) -> dict[str, str]:
    names = {"node_id": id_, "name_en": id_.title(), "kind": kind, "country": country}
    return {**_NODE, **names, "lat": str(lat), "lon": str(lon), **more}


def _leg(id_: str, ends: str, mode: str, gauge: str = "", **more: str) -> dict[str, str]:
    start, end = ends.split(">")
    return {
        **_LEG,
        "leg_id": id_,
        "from_node": start,
        "to_node": end,
        "mode": mode,
        "gauge_mm": gauge,
        **more,
    }


def claim(id_: str, subject: str, quantity: str, **more: str) -> dict[str, str]:
    """One row of the claims table; `subject` is written "leg:gauge-portm"."""
    type_, name = subject.split(":")
    return {
        **_CLAIM,
        "claim_id": id_,
        "subject_type": type_,
        "subject_id": name,
        "quantity": quantity,
        **more,
    }


def _member(chain: str, sequence: int, leg: str, *, reversed_: str = "false") -> dict[str, str]:
    return {"corridor_id": chain, "sequence": str(sequence), "leg_id": leg, "reversed": reversed_}


def _quantity(id_: str, unit: str, group: str, value_type: str = "number") -> dict[str, str]:
    words = {"name_en": id_, "description": f"Toy quantity {id_}."}
    return {"quantity_id": id_, "unit": unit, "value_type": value_type, "group": group, **words}


def rows() -> dict[str, list[dict[str, str]]]:
    """Every table's rows; columns left out are empty cells."""
    return {
        "countries": [
            {"iso2": code, "name_en": name, "note": "Code free for users in ISO 3166-1"}
            for code, name in (("QM", "Westland"), ("QN", "Midland"), ("QO", "Eastland"))
        ],
        "organisations": [
            {"organisation_id": "toy-rail", "name_en": "Toy Rail", "kind": "railway", "country": "QM"},
            {"organisation_id": "toy-ships", "name_en": "Ships", "kind": "shipping-line", "country": "QN"},
            {"organisation_id": "toy-air", "name_en": "Toy Air", "kind": "airline", "code": "TY"},
        ],
        "nodes": [
            _node("start", "rail-station", "QM", 40, 60),
            _node("far-start", "rail-station", "QM", 41, 62),
            _node("gauge-town", "rail-station", "QM", 40, 58, gauge_change="true"),
            _node("port-m", "seaport", "QM", 40, 56),
            _node("alt-port", "seaport", "QM", 41, 56),
            _node("port-n", "seaport", "QN", 40, 52),
            _node("border-n", "border-crossing", "QN", 40, 50),
            _node("border-o", "border-crossing", "QO", 40, 49.5, gauge_change="true"),
            _node("end", "city", "QO", 40, 48),
            _node("aaa", "airport", "QM", 40.1, 60.1, iata="AAA"),
            _node("bbb", "airport", "QO", 40.1, 48.1, iata="BBB"),
            _node("ccc", "airport", "QN", 40.1, 52.1, iata="CCC"),
        ],
        "legs": [
            _leg("start-gauge", "start>gauge-town", "rail", "1435", operators="toy-rail"),
            _leg("farstart-gauge", "far-start>gauge-town", "rail", "1435"),
            _leg("gauge-portm", "gauge-town>port-m", "rail", "1520", sources="office-2025|paper-2024"),
            _leg("gauge-altport", "gauge-town>alt-port", "rail", "1520"),
            _leg("portm-portn", "port-m>port-n", "ferry", "1520", operators="toy-ships"),
            _leg("altport-portn", "alt-port>port-n", "sea"),
            _leg("portn-bordern", "port-n>border-n", "rail", "1520"),
            _leg("bordern-bordero", "border-n>border-o", "rail", "1520"),
            _leg("end-bordero", "end>border-o", "rail", "1435"),
            _leg("air-aaa-bbb", "aaa>bbb", "air"),
            _leg("air-aaa-ccc", "aaa>ccc", "air"),
            _leg("air-bbb-ccc", "bbb>ccc", "air"),
        ],
        "services": [
            {
                "service_id": "ty-aaa-bbb", "kind": "flight", "operator": "toy-air", "from_node": "aaa",
                "to_node": "bbb", "legs": "air-aaa-bbb", "both_ways": "true", "weekdays": "14",
                "status": "operating", "last_seen": "2026-02-27",
            },
            {
                "service_id": "ty-aaa-ccc", "kind": "flight", "operator": "toy-air", "from_node": "aaa",
                "to_node": "ccc", "legs": "air-aaa-ccc", "both_ways": "false", "weekdays": "26",
                "status": "operating", "last_seen": "2025-05",
            },
            {
                "service_id": "ty-ccc-bbb", "kind": "flight", "operator": "toy-air", "from_node": "ccc",
                "to_node": "bbb", "legs": "air-bbb-ccc", "both_ways": "false", "weekdays": "37",
                "status": "suspended", "last_seen": "2024",
            },
            {
                "service_id": "xx-ccc-bbb", "kind": "flight", "from_node": "ccc", "to_node": "bbb",
                "legs": "air-bbb-ccc", "both_ways": "true", "status": "unknown",
            },
            {
                "service_id": "ferry-mn", "kind": "ferry", "operator": "toy-ships", "from_node": "port-m",
                "to_node": "port-n", "legs": "portm-portn", "both_ways": "true", "status": "operating",
            },
        ],
        "corridors": [
            {"corridor_id": "toys", "name_en": "Toys", "kind": "family"},
            {
                "corridor_id": "main", "name_en": "Main chain", "kind": "chain", "family": "toys",
                "from_node": "start", "to_node": "end",
            },
            {
                "corridor_id": "other-crossing", "name_en": "Crossing", "kind": "branch", "family": "toys",
                "from_node": "gauge-town", "to_node": "port-n",
            },
            {
                "corridor_id": "other-start", "name_en": "Other start", "kind": "branch", "family": "toys",
                "from_node": "far-start", "to_node": "gauge-town",
            },
            {
                "corridor_id": "short-start", "name_en": "Short start", "kind": "branch", "family": "toys",
                "from_node": "gauge-town", "to_node": "port-m",
            },
        ],
        "corridor_legs": [
            _member("main", 1, "start-gauge"),
            _member("main", 2, "gauge-portm"),
            _member("main", 3, "portm-portn"),
            _member("main", 4, "portn-bordern"),
            _member("main", 5, "bordern-bordero"),
            _member("main", 6, "end-bordero", reversed_="true"),
            _member("other-crossing", 1, "gauge-altport"),
            _member("other-crossing", 2, "altport-portn"),
            _member("other-start", 1, "farstart-gauge"),
            _member("short-start", 1, "gauge-portm"),
        ],
        "topics": [{"topic_id": "start-port-m", "name_en": "Start to Port-M", "kind": "pair"}],
        "quantities": [
            _quantity("distance_km", "km", "distance"),
            _quantity("time_h", "h", "time"),
            _quantity("cost_usd_per_teu", "USD/TEU", "cost"),
            _quantity("border_time_h", "h", "time"),
            _quantity("gauge_change_h", "h", "time"),
            _quantity("transhipment_h", "h", "time"),
            _quantity("dwell_h", "h", "time"),
            _quantity("waiting_h", "h", "time"),
            _quantity("block_min", "min", "air"),
            _quantity("weekly_frequency", "flights/week", "frequency"),
            _quantity("launched_on", "date", "air", "date"),
        ],
        "sources": [
            {
                "source_id": "office-2025", "publisher": "Toy Office", "title": "Toy yearbook",
                "published": "2025-06-01", "language": "en", "kind": "official",
            },
            {"source_id": "paper-2024", "publisher": "Toy Paper", "title": "Toy news", "kind": "press"},
        ],
        "claims": [
            claim("c-1", "leg:start-gauge", "distance_km", typical="200", as_of="2024", published="2025-06"),
            claim("c-2", "leg:start-gauge", "time_h", low="8", high="12", as_of="2025-03"),
            claim(
                "c-3", "leg:start-gauge", "time_h", typical="20", kind="planned", confidence="press",
                source_id="paper-2024", published="2024-05",
            ),
            claim("c-4", "leg:start-gauge", "time_h", typical="90", kind="worst", as_of="2025-01"),
            claim("c-5", "leg:gauge-portm", "distance_km", typical="300", as_of="2024"),
            claim("c-6", "leg:portm-portn", "time_h", typical="30", kind="scheduled", published="2026-01-10"),
            claim("c-7", "leg:portm-portn", "distance_km", typical="450", as_of="2023"),
            claim("c-8", "node:border-o", "border_time_h", typical="6", as_of="2025"),
            claim("c-9", "node:port-m", "dwell_h", low="24", typical="48", high="72", as_of="2025"),
            claim("c-10", "corridor:main", "time_h", low="120", high="240", kind="claimed", as_of="2025"),
            claim("c-11", "leg:air-aaa-bbb", "block_min", typical="340", kind="scheduled", as_of="2025"),
            claim("c-12", "leg:air-aaa-bbb", "launched_on", text="2025-11-03"),
            claim("c-13", "leg:start-gauge", "cost_usd_per_teu", typical="500", fit="proxy", as_of="2025"),
            claim("c-14", "topic:start-port-m", "distance_km", typical="501", as_of="2024"),
        ],
        "factors": [
            {
                "factor_id": "speed-rail", "quantity": "speed_km_h", "mode": "rail", "description": "Trains",
                "low": "10", "value": "20", "high": "40", "unit": "km/h", "role": "default",
                "source_id": "office-2025",
            },
            {
                "factor_id": "speed-rail-qm", "quantity": "speed_km_h", "mode": "rail", "country": "QM",
                "description": "Freight trains in Westland", "value": "30", "unit": "km/h", "role": "default",
                "source_id": "office-2025",
            },
            {
                "factor_id": "speed-rail-old", "quantity": "speed_km_h", "mode": "rail", "country": "QM",
                "description": "Freight trains once", "value": "5", "unit": "km/h", "role": "alternative",
                "source_id": "office-2025",
            },
            {
                "factor_id": "gauge", "quantity": "gauge_change_time_h", "mode": "rail",
                "description": "Change of bogies", "low": "4", "value": "8", "high": "24", "unit": "h",
                "role": "default", "source_id": "office-2025",
            },
        ],
        "projects": [
            {
                "project_id": "second-track", "name_en": "Second track", "sector": "transport",
                "place_precision": "none", "status": "construction", "do_not_sum": "true",
                "mends": "start-gauge|gauge-town", "organisations": "toy-rail", "countries": "QM|QN",
            },
        ],
        "upgrades": [
            {
                "upgrade_id": "second-track-time", "name_en": "Second track", "subject_type": "leg",
                "subject_id": "start-gauge", "quantity": "time_h", "from_value": "10", "to_value": "6",
                "unit": "h", "expected_on": "2028", "status": "construction", "project_id": "second-track",
            },
        ],
        "agreements": [
            {
                "agreement_id": "toy-treaty", "name_en": "Toy treaty", "kind": "treaty", "countries": "QM|EU",
                "sector": "transport", "event_id": "toy-visit", "completeness": "whole",
                "projects": "second-track",
            },
        ],
        "events": [{"event_id": "toy-visit", "date": "2026-02-26", "name_en": "Toy visit", "kind": "visit"}],
        "restrictions": [],
        "presets": [],
        "trade": [
            {
                "trade_id": "qm-qo-2025", "reporter": "QM", "partner": "QO", "period": "2025",
                "flow": "export", "value_usd": "1000000", "source_id": "office-2025",
            },
        ],
    }  # fmt: skip


def write(folder: Path, tables: dict[str, list[dict[str, str]]] | None = None) -> Path:
    """Write the sample, or other rows, as a Data Package with the shipped descriptor."""
    tables = rows() if tables is None else tables
    folder.mkdir(parents=True, exist_ok=True)
    descriptor = DESCRIPTOR.read_bytes()
    (folder / "datapackage.json").write_bytes(descriptor)
    for resource in json.loads(descriptor)["resources"]:
        names = [field["name"] for field in resource["schema"]["fields"]]
        with (folder / resource["path"]).open("w", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(file, names, restval="", lineterminator="\n")
            writer.writeheader()
            writer.writerows(tables[resource["name"].replace("-", "_")])
    return folder
