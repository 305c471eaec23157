"""The one formatter."""

import csv
import math
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from corridor.language.units import is_known
from ui.language.format import (
    MISSING,
    band,
    duration,
    money,
    number,
    partial_date,
    quantity,
    weekday,
    weekdays,
)
from ui.language.text import LANGUAGES

ROUTES = Path(__file__).parents[3] / "data" / "routes"
ANY_LANGUAGE = st.sampled_from(list(LANGUAGES))
ANY_NUMBER = st.one_of(st.none(), st.floats(), st.integers(), st.just(pd.NA), st.decimals(allow_nan=True))
ANY_UNIT = st.sampled_from(
    [
        "km",
        "h",
        "d",
        "min",
        "mm",
        "t",
        "t/year",
        "TEU",
        "%",
        "USD",
        "USD/TEU",
        "per week",
        "trains/day",
        "of 34",
        "",
    ]
)


def plain(text):
    """Text with ordinary spaces, as one would type it."""
    return text.replace("\xa0", " ").replace("\u2009", " ").replace("\u202f", " ")


@given(value=ANY_NUMBER, unit=ANY_UNIT, lang=ANY_LANGUAGE, digits=st.none() | st.integers(1, 9))
@example(value=1.5e308, unit="km", lang="en", digits=1)
def test_figures_never_raise(value, unit, lang, digits):
    assert number(value, lang, digits=digits)
    assert quantity(value, unit, lang, digits=digits)
    assert duration(value, lang)
    assert money(value, "EUR", lang)


@given(low=ANY_NUMBER, typical=ANY_NUMBER, high=ANY_NUMBER, unit=ANY_UNIT, lang=ANY_LANGUAGE)
def test_bands_never_raise(low, typical, high, unit, lang):
    assert band(low, typical, high, unit, lang)


@given(st.text(alphabet="0123456789-/ x"), ANY_LANGUAGE)
def test_dates_and_weekdays_never_raise(text, lang):
    assert partial_date(text, lang)
    assert weekdays(text, lang)


@given(st.integers(-(10**14), 10**14))
def test_whole_numbers_are_written_out(value):
    assert int(number(value, "en").replace(",", "").replace("−", "-")) == value
    assert int(number(value, "ru").replace("\xa0", "").replace("−", "-")) == value


@given(st.floats(1e-6, 1e12), st.integers(1, 9))
def test_significant_digits_keep_the_value(value, digits):
    written = float(number(value, "en", digits=digits).replace(",", ""))
    assert math.isclose(written, value, rel_tol=10 ** (1 - digits))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_missing_is_a_dash_in_every_language(lang):
    for gap in (None, math.nan, math.inf, pd.NA, pd.NaT, ""):
        assert number(gap, lang) == quantity(gap, "km", lang) == duration(gap, lang) == MISSING
        assert partial_date(gap, lang) == weekdays(gap, lang) == MISSING
    assert band(None, math.nan, None, "km", lang) == MISSING


def test_separators_follow_the_language():
    written = {lang: plain(number(3128.5, lang, digits=5)) for lang in LANGUAGES}
    assert written == {
        "en": "3,128.5",
        "kk": "3 128,5",
        "ru": "3 128,5",
        "sr": "3.128,5",
        "sr-Latn": "3.128,5",
        "bg": "3 128,5",
    }


def test_number_rounds_by_hand():
    assert [number(value, "en") for value in (5.6666, 2.345, 128.44, 0.00123456)] == [
        "5.67",
        "2.35",
        "128",
        "0.00123",
    ]
    assert number(-4.5, "en") == "−4.5"


def test_unit_words_follow_the_language():
    written = {lang: plain(quantity(4_500_000, "t/year", lang)) for lang in LANGUAGES}
    assert written == {
        "en": "4.5 Mt/year",
        "kk": "4,5 млн т/жыл",
        "ru": "4,5 млн т/год",
        "sr": "4,5 мил. t/год.",
        "sr-Latn": "4,5 mil. t/god.",
        "bg": "4,5 млн. т/год.",
    }


def test_units_are_held_to_their_number():
    assert quantity(78, "km", "en") == "78\xa0km"
    assert quantity(1520, "mm", "en") == "1520\xa0mm"
    assert plain(quantity(1, "trains/day", "en")) == "1 train/day"
    assert plain(quantity(2, "per week", "en")) == "2 per week"
    assert plain(quantity(2, "flights per week", "en")) == "2 flights/week"
    assert plain(quantity(7.6, "percent", "en")) == "7.6%"
    assert plain(quantity(22, "of 34", "en")) == "22 of 34"


@pytest.mark.parametrize("table", ["quantities", "factors", "upgrades"])
def test_every_unit_of_the_dataset_has_words(table):
    with (ROUTES / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        numeric = [row for row in csv.DictReader(file) if row.get("value_type", "number") == "number"]
    assert numeric
    assert sorted({row["unit"] for row in numeric if row["unit"] and not is_known(row["unit"])}) == []


def test_millions_are_worded_only_where_no_digit_is_lost():
    assert plain(quantity(107_700_000, "USD", "en")) == "USD 107.7 million"
    assert plain(quantity(1_234_567, "t", "en")) == "1,234,567 t"


def test_money_names_the_currency():
    assert plain(money(2500, "USD", "en")) == "USD 2,500"
    assert plain(money(2500, "USD", "ru")) == "2 500 долл. США"
    assert plain(quantity(2500, "USD/TEU", "sr")) == "2.500 USD/TEU"
    assert plain(money(5, "CHF", "en")) == "5 CHF"


def test_duration_in_every_language():
    written = {lang: plain(duration(76, lang)) for lang in LANGUAGES}
    assert written == {
        "en": "3 d 4 h",
        "kk": "3 тәулік 4 сағ",
        "ru": "3 сут 4 ч",
        "sr": "3 дана 4 сата",
        "sr-Latn": "3 dana 4 sata",
        "bg": "3 дни 4 ч",
    }


def test_duration_counts_minutes_up_to_two_days():
    spans = {
        0: "0 h",
        0.5: "30 min",
        340 / 60: "5 h 40 min",
        24: "24 h",
        47.999: "2 d",
        500.4: "20 d 20 h",
        -3: "−3 h",
    }
    assert {hours: plain(duration(hours, "en")) for hours in spans} == spans
    assert plain(quantity(340, "min", "en")) == "5 h 40 min"


def test_band_says_what_is_known():
    assert band(480, 500, 528, "h", "en") == "20–22\xa0d"
    assert plain(band(10, None, 12.5, "h", "en")) == "10–12.5 h"
    assert plain(band(3000, None, 2500, "USD/TEU", "en")) == "USD 2,500–3,000/TEU"
    assert plain(band(2e6, None, 4.5e6, "t", "en")) == "2–4.5 Mt"
    assert plain(band(800_000, None, 1_200_000, "t", "en")) == "800,000–1,200,000 t"
    assert plain(band(20, 21, None, "d", "en")) == "21 d"
    assert plain(band(20, None, None, "d", "en")) == "from 20 d"
    assert plain(band(None, None, 22, "d", "en")) == "up to 22 d"
    assert plain(band(5, None, 5, "km", "en")) == "5 km"


def test_partial_dates_keep_their_precision():
    written = {text: plain(partial_date(text, "en")) for text in ("2025", "2025-11", "2025-11-03")}
    assert written == {"2025": "2025", "2025-11": "November 2025", "2025-11-03": "3 Nov 2025"}
    assert plain(partial_date("2025-11", "kk")) == "2025 ж. қараша"
    assert plain(partial_date("2025-11", "ru")) == "ноябрь 2025 г."
    assert partial_date("2025-11", "sr-Latn") == "novembar 2025."


def test_date_ranges():
    assert plain(partial_date("2025-01/2025-09", "en")) == "January – September 2025"
    assert plain(partial_date("2025-01/2025-09", "sr")) == "јануар – септембар 2025."
    assert plain(partial_date("2021/2024", "ru")) == "2021–2024"
    assert plain(partial_date("2024/2025-03", "en")) == "2024 – March 2025"


def test_what_is_no_date_comes_back():
    assert [partial_date(text, "en") for text in ("2025-13", "2025-02-30", "soon")] == [
        "2025-13",
        "2025-02-30",
        "soon",
    ]


def test_weekdays_in_every_language():
    written = {lang: weekdays("41", lang) for lang in LANGUAGES}
    assert written == {
        "en": "Mon, Thu",
        "kk": "Дс, Бс",
        "ru": "Пн, Чт",
        "sr": "Пон, Чет",
        "sr-Latn": "Pon, Čet",
        "bg": "Пн, Чт",
    }
    assert weekdays("1234567", "en") == "daily"
    assert weekdays("8", "en") == "8"
    assert weekday(3, "kk", width="wide") == "Сәрсенбі"
