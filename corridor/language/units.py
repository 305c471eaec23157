"""How each unit of the dataset is worded: the texts for the catalogues, with the place of the number."""

from typing import Final

from corridor.errors import N_
from corridor.language.text import Words, marked_plural

# Symbols: one text for any number.
_SYMBOLS: Final = {
    "km": N_("{value} km"),
    "m": N_("{value} m"),
    "mm": N_("{value} mm"),
    "m2": N_("{value} m²"),
    "km2": N_("{value} km²"),
    "ha": N_("{value} ha"),
    "degree": N_("{value}°"),
    "min": N_("{value} min"),
    "km/h": N_("{value} km/h"),
    "t": N_("{value} t"),
    "Mt": N_("{value} Mt"),
    "tkm": N_("{value} tkm"),
    "train-km": N_("{value} train-km"),
    "kg": N_("{value} kg"),
    "kg CO2e": N_("{value} kg CO₂e"),
    "g CO2": N_("{value} g CO₂"),
    "g CO2e": N_("{value} g CO₂e"),
    "Wh": N_("{value} Wh"),
    "kJ": N_("{value} kJ"),
    "TEU": N_("{value} TEU"),
    "FEU": N_("{value} FEU"),
    "%": N_("{value}%"),
    "% of hull value": N_("{value}% of hull value"),
    "ratio": N_("{value}×"),
    "USD": N_("USD {value}"),
    "EUR": N_("EUR {value}"),
    "GBP": N_("GBP {value}"),
    "KZT": N_("KZT {value}"),
}

# Words: the text depends on the number.
_COUNTED: Final = {
    "h": marked_plural("{value} h", "{value} h"),
    "d": marked_plural("{value} d", "{value} d"),
    "week": marked_plural("{value} week", "{value} weeks"),
    "month": marked_plural("{value} month", "{value} months"),
    "year": marked_plural("{value} year", "{value} years"),
    "train": marked_plural("{value} train", "{value} trains"),
    "train pair": marked_plural("{value} train pair", "{value} train pairs"),
    "wagon": marked_plural("{value} wagon", "{value} wagons"),
    "container": marked_plural("{value} container", "{value} containers"),
    "vehicle": marked_plural("{value} vehicle", "{value} vehicles"),
    "truck": marked_plural("{value} truck", "{value} trucks"),
    "vessel": marked_plural("{value} vessel", "{value} vessels"),
    "round trip": marked_plural("{value} round trip", "{value} round trips"),
    "voyage": marked_plural("{value} voyage", "{value} voyages"),
    "call": marked_plural("{value} call", "{value} calls"),
    "sailing": marked_plural("{value} sailing", "{value} sailings"),
    "flight": marked_plural("{value} flight", "{value} flights"),
    "passenger": marked_plural("{value} passenger", "{value} passengers"),
    "seat": marked_plural("{value} seat", "{value} seats"),
    "company": marked_plural("{value} company", "{value} companies"),
    "person": marked_plural("{value} person", "{value} people"),
    "job": marked_plural("{value} job", "{value} jobs"),
    "visit": marked_plural("{value} visit", "{value} visits"),
    "state": marked_plural("{value} state", "{value} states"),
    "airport": marked_plural("{value} airport", "{value} airports"),
    "aircraft": marked_plural("{value} aircraft", "{value} aircraft"),
    "route": marked_plural("{value} route", "{value} routes"),
    "run": marked_plural("{value} run", "{value} runs"),
    "movement": marked_plural("{value} movement", "{value} movements"),
    "project": marked_plural("{value} project", "{value} projects"),
    "plant": marked_plural("{value} plant", "{value} plants"),
    "mineral": marked_plural("{value} mineral", "{value} minerals"),
    "barrel": marked_plural("{value} barrel", "{value} barrels"),
    "unit": marked_plural("{value} unit", "{value} units"),
    "document": marked_plural("{value} document", "{value} documents"),
}

# What stands after a stroke: 4.5 Mt/year.
_PER: Final = {
    "h": N_("/h"),
    "day": N_("/day"),
    "week": N_("/week"),
    "month": N_("/month"),
    "quarter": N_("/quarter"),
    "half-year": N_("/half-year"),
    "year": N_("/year"),
    "km": N_("/km"),
    "t": N_("/t"),
    "tkm": N_("/tkm"),
    "net tkm": N_("/net tkm"),
    "500 km/20 t": N_("/500 km and 20 t"),
    "TEU": N_("/TEU"),
    "TEU-km": N_("/TEU-km"),
    "FEU": N_("/FEU"),
    "40HC": N_("/40HC"),
    "TRN": N_("/TRN"),
    "container": N_("/container"),
    "wagon": N_("/wagon"),
    "truck": N_("/truck"),
    "vehicle": N_("/vehicle"),
    "vessel": N_("/vessel"),
    "flight": N_("/flight"),
    "kWh": N_("/kWh"),
    "EUR": N_("/EUR"),
}

# A frequency without a thing that is counted: 2 per week.
_FREQUENCY: Final = {
    "day": N_("{value} per day"),
    "week": N_("{value} per week"),
    "month": N_("{value} per month"),
    "year": N_("{value} per year"),
}

_SPELLINGS: Final = {
    "percent": "%",
    "time": "ratio",
    "day": "d",
    "tonne": "t",
    "hour": "h",
    "minute": "min",
    "people": "person",
    "ship": "vessel",
    "bbl": "barrel",
    "gCO2e": "g CO2e",
}
_PER_SPELLINGS: Final = {"d": "day", "20t/500km": "500 km/20 t", "500 km/20 t": "500 km/20 t"}
# Units of bare numbers: the name of the quantity says what is counted.
_BARE: Final = frozenset({"count", "index"})


def is_known(unit: str) -> bool:
    """Tell whether this module has words for a unit."""
    return _plain(unit) in _SYMBOLS or unit in _BARE or _split(unit) is not None


def with_unit(text: str, unit: str, count: float, words: Words) -> str:
    """Put a formatted number and its unit together.

    Parameters
    ----------
    text
        The number as written in the language.
    unit
        Unit as the dataset names it: ``km``, ``t/year``, ``flights/week``, ``per week``, ``USD/TEU``.
    count
        The number itself; the plural follows it.
    words
        The language.

    Returns
    -------
    str
        The text, with no-break spaces. A unit without words here is written as the dataset names it.
    """
    return _pattern(unit, count, words).replace(" ", "\N{NO-BREAK SPACE}").replace("{value}", text)


def _pattern(unit: str, count: float, words: Words) -> str:
    """Text of a unit with the place of the number."""
    plain = _plain(unit)
    if plain in _SYMBOLS:
        return words.gettext(_SYMBOLS[plain])
    if unit in _BARE:
        return "{value}"
    parts = _split(unit)
    if parts is None:
        return "{value} " + words.gettext(unit)
    thing, per = parts
    if not thing:
        return words.gettext(_FREQUENCY[per])
    pattern = words.gettext(_SYMBOLS[thing]) if thing in _SYMBOLS else words.ngettext(*_COUNTED[thing], count)
    return pattern + (words.gettext(_PER[per]) if per else "")


def _split(unit: str) -> tuple[str, str] | None:
    """Thing counted and what it is counted per; None if there are no words for one of them."""
    thing, _, per = unit.replace("1/", "per ").replace(" per ", "/").replace("per ", "/").partition("/")
    thing, per = _plain(thing.strip()), _PER_SPELLINGS.get(_singular(per.strip()), _singular(per.strip()))
    if not thing:
        return (thing, per) if per in _FREQUENCY else None
    known = (thing in _SYMBOLS or thing in _COUNTED) and (not per or per in _PER)
    return (thing, per) if known else None


def _plain(unit: str) -> str:
    """One spelling of a unit: the symbol, or the word in the singular."""
    if unit in _SYMBOLS or unit in _COUNTED:
        return unit
    singular = _singular(unit)
    return _SPELLINGS.get(singular, singular)


def _singular(word: str) -> str:
    """English singular of a counted thing."""
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and len(word) > 1 else word
