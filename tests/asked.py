"""Questions to ask in tests: every verb of the catalogue, some with answers of one row or none."""

from corridor.questions.catalogue import BY_VERB

_PAIR = {"from": "Astana", "to": "Belgrade"}
# With every mode avoided no route is left.
_NO_WAY = {"from": "Astana", "to": "Belgrade", "avoid": "rail,road,sea,ferry,river"}
_ACROSS = {"from": "aktau-port", "to": "alat-port"}
_MORE = {
    "route": [
        _NO_WAY,
        {**_PAIR, "cargo": "bulk", "criteria": "time,co2e"},
        {**_PAIR, "criteria": "time", "max_transhipments": "1"},
    ],
    "staircase": [{**_PAIR, "cargo": "bulk", "criteria": "time"}],
    "emissions": [{"from": "Almaty", "to": "Nis"}],
    "what-if": [{**_PAIR, "scenario": "shut.belgrade"}, {**_PAIR, "scenario": "year.2030"}],
    "compare-scenario": [
        {**_PAIR, "avoid": "RU,IR", "scenario": "preset:kuryk-winter"},
        {**_NO_WAY, "scenario": "year.2030"},
    ],
    "scenario": [{"scenario": "year.2030"}, {"scenario": "add.astana.belgrade.road.10.4000.1000"}],
    "risk": [{**_PAIR, "criterion": "cost", "samples": "50"}, {**_PAIR, "cargo": "bulk", "samples": "50"}],
    "criticality": [{"from": "Astana", "to": "Almaty", "criterion": "cost"}],
    "fix": [{**_ACROSS, "percent": "10"}],
    "capacity": [
        {"from": "aktau-port", "to": "alat-port", "unit": "teu"},
        {"from": "aktau-port", "to": "alat-port"},
    ],
    "how-sure": [
        {**_PAIR, "first": "varna-port", "second": "kars", "avoid": "RU,BY,IR", "samples": "50"},
        {**_PAIR, "compare": "scenario", "scenario": "close.aktau-alat", "samples": "50"},
    ],
    "how-much": [
        {"from": "Almaty", "to": "Belgrade", "unit": "t", "need": "20000000", "on_top": "yes"},
        {**_ACROSS, "avoid": "", "corridor": ""},
    ],
    "fix-first": [
        {"origins": "Aktau", "destinations": "Belgrade,Nis", "by": "work", "hours": "5", "samples": "50"},
        {"origins": "Aktau", "destinations": "Nis", "weights": "aktau-port:nis=2", "usd_per_day": "100"},
    ],
    "portfolios": [
        {"origins": "Aktau", "destinations": "Belgrade", "avoid": "RU,BY,IR,road", "works": "planned"},
        {"origins": "Aktau", "destinations": "Belgrade,Nis", "budget": "4", "usd_per_day": "100"},
    ],
    "critical-places": [{"origins": "Astana", "destinations": "Belgrade", "avoid": ""}],
    "reach": [{"from": "Astana", "days": "0"}],
    "connectivity": [{"origins": "Astana", "destinations": "Belgrade"}],
    "country-pairs": [{"countries": "KZ-RS"}],
    "pair-index": [{"countries": "KZ-RS,KZ-HU", "aggregation": "geometric", "normalisation": "ratio"}],
    "flights": [{"from": "Almaty", "to": "Istanbul (IST)"}],
    "journeys": [{"from": "Almaty", "to": "Nis", "date": "2026-12-01"}, {"from": "Astana", "to": "sco"}],
    "upgrades": [{"year": "2026"}],
    "places": [{"q": "no such place"}, {"q": "al", "kind": "airport"}],
    "register": [{"status": "operating"}],
    "way-out": [{"mineral": "copper"}],
    "roles": [{"organisation": "ady"}],
}


def questions():
    """Give the verbs with values of their parts: the least that each needs, then some more."""
    asked = []
    for verb, question in BY_VERB.items():
        needed = [part for part in question.parameters if part.default is None]
        given = {part.name: _PAIR.get(part.name, part.example) for part in needed}
        if verb == "places":
            given["q"] = "bel"
        asked += [(verb, one) for one in (given, *_MORE.get(verb, []))]
    return asked
