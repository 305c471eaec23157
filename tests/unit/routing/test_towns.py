"""Every town that people ask for is found by each of its names, and can be reached."""

import pytest

from corridor.dataset.gazetteer import FILE, SAME_TOWN_KM, find_town, nearest_nodes
from corridor.dataset.places import find
from corridor.errors import PlaceError
from corridor.freight.arrays import network
from corridor.freight.reach import reach
from corridor.words.transliteration import serbian_latin
from tests.shipped import shipped_data

CENTRES = (
    "kokshetau", "aktobe", "konaev", "taldykorgan", "atyrau", "oral", "taraz", "karaganda", "kostanay",
    "kyzylorda", "mangistau", "pavlodar", "petropavl", "turkistan", "zhezkazgan", "oskemen", "semey",
    "shymkent", "astana", "almaty",
)  # fmt: skip
SERBIAN = (
    "pancevo", "kragujevac", "subotica", "smederevo", "sabac", "uzice", "kraljevo", "cacak", "zrenjanin",
    "nis", "bor", "novi-sad",
)  # fmt: skip
ENDS = ("mersin", "kosekoy", "wuhan", "shijiazhuang", "jinan", "bilk", "mahart-csepel")
SPELLINGS = {
    "Aktobe": "aktobe",
    "Uralsk": "oral",
    "Уральск": "oral",
    "Усть-Каменогорск": "oskemen",
    "Ust-Kamenogorsk": "oskemen",
    "Өскемен": "oskemen",
    "Кызылорда": "kyzylorda",
    "Қостанай": "kostanay",
    "Ужице": "uzice",
    "Uzice": "uzice",
    "Čačak": "cacak",
    "Шабац": "sabac",
    "Ђинан": "jinan",
    "Къзълорда": "kyzylorda",
    "BILK": "bilk",
    "Mahart": "mahart-csepel",
    "Köseköy": "kosekoy",
    "Семипалатинск": "semey",
    "Актюбинск": "aktobe",
    "Guryev": "atyrau",
    "Зрењанин": "zrenjanin",
    "Ust'-Kamenogorsk": "oskemen",
}


@pytest.fixture(scope="module")
def data():
    return shipped_data()


def test_there_are_twenty_centres_and_a_dozen_towns():
    assert len(set(CENTRES)) == 20
    assert len(set(SERBIAN)) == 12


@pytest.mark.parametrize("town", [*CENTRES, *SERBIAN, *ENDS])
def test_a_town_is_found_by_its_name_in_each_language(data, town):
    places = network(data).places
    names = data.record("nodes", town)
    for column in ("name_en", "name_kk", "name_ru", "name_sr", "name_bg"):
        assert find(data, names[column], among=places) == town, column
    assert find(data, serbian_latin(names["name_sr"]), among=places) == town
    assert names["position_precision"] in {"town", "approximate", "exact"}
    assert names["position_method"]


@pytest.mark.parametrize(("words", "town"), SPELLINGS.items())
def test_other_spellings_lead_to_the_town(data, words, town):
    assert find(data, words, among=network(data).places) == town


def test_every_town_has_a_way_to_belgrade_and_to_astana(data):
    for start, towns in (("belgrade", (*CENTRES, *ENDS)), ("astana", SERBIAN)):
        within = reach(network(data), start, limit=24 * 90)
        assert set(towns) <= set(within["node_id"])


def test_each_second_way_out_of_kazakhstan_to_russia_is_on_the_network(data):
    ends = {frozenset(pair) for pair in data.legs[["from_node", "to_node"]].itertuples(index=False)}
    for one, other in (
        ("aktobe", "iletsk"),
        ("oral", "iletsk"),
        ("oral", "ozinki"),
        ("atyrau", "aksaraiskaya"),
        ("kostanay", "troitsk"),
    ):
        assert {one, other} in ends


@pytest.mark.parametrize(
    ("words", "nearest"),
    [("Zaisan", "dostyk"), ("Зайсан", "dostyk"), ("Ridder", "oskemen"), ("Ekibastuz", "pavlodar"),
     ("Kikinda", "zrenjanin"), ("Кикинда", "zrenjanin"), ("Exibastus", None)],
)  # fmt: skip
def test_a_town_without_a_node_is_told_the_nearest_by_distance(data, words, nearest):
    with pytest.raises(PlaceError) as told:
        find(data, words, among=network(data).places)
    if nearest is None:
        assert told.value.code == "place-unknown"
        return
    assert told.value.code == "place-without-node"
    assert told.value.values["place"].id_ == nearest
    assert told.value.values["km"] > SAME_TOWN_KM
    assert str(told.value.values["km"]) in str(told.value)


def test_nearest_is_by_distance_and_bounded(data):
    town = find_town("zaisan")
    found = nearest_nodes(data, town, network(data).places)
    assert [km for _node, km in found] == sorted(km for _node, km in found)
    assert len(found) == 3
    assert dict(found)["oskemen"] == pytest.approx(325, abs=10)
    assert {data.record("nodes", node)["country"] for node, _km in found} == {"KZ"}


def test_the_gazetteer_is_small_and_of_the_lands_between():
    assert FILE.stat().st_size < 300_000
    assert find_town("") is None
    assert find_town("atlantis") is None
