"""A place is found by every name that a page shows for it, and by what people type for that name."""

from collections import defaultdict

import pytest

from corridor.cli.main import main
from corridor.dataset.places import find, search, spellings
from corridor.errors import PlaceError
from corridor.freight.arrays import network
from corridor.words.folding import folded_words
from tests.shipped import shipped_data
from ui.language.text import LANGUAGES, Words

DATA = shipped_data()
NODES = DATA.nodes.to_dict("records")
# What a visitor types, and the place that is meant.
TYPED = {
    "Beograd": "belgrade",
    "Београд": "belgrade",
    "Budimpešta": "budapest",
    "budimpesta": "budapest",
    "Constanta": "constanta-port",
    "Constanţa": "constanta-port",
    "Urumqi": "urumqi",
    "Ürümqi": "urumqi",
    "Turkmenbasy": "turkmenbashi-port",
    "Türkmenbaşy": "turkmenbashi-port",
    "Malaszewicze": "malaszewicze",
    "Timisoara": "timisoara",
    "Kapikule": "kapikule",
    "Xi'an": "xian",
    "Xi’an": "xian",
    "Xian": "xian",
    "xi an": "xian",
}


def shown_names():
    return [(node["node_id"], lang, Words(lang).name(node)) for node in NODES for lang in LANGUAGES]


def test_every_name_that_a_page_shows_is_found_as_a_whole():
    # Many names are spelled alike in several languages.
    matches = {
        name: search(DATA, name, most=len(NODES)).set_index("node_id")["match"]
        for name in {name for _node_id, _lang, name in shown_names()}
    }
    lost = [one for one in shown_names() if matches[one[2]].get(one[0]) != "whole"]
    assert len(NODES) >= 110
    assert lost == []


def test_every_name_that_a_page_shows_means_its_place_unless_several_bear_it():
    bearers = defaultdict(set)
    for node_id, _lang, name in shown_names():
        bearers[folded_words(name)].add(node_id)
    places = network(DATA).places
    for node_id, _lang, name in shown_names():
        if node_id not in places:
            continue
        if len(bearers[folded_words(name)] & set(places)) == 1:
            assert find(DATA, name, among=places) == node_id
        else:
            with pytest.raises(PlaceError, match=node_id):
                find(DATA, name, among=places)


@pytest.mark.parametrize("words", TYPED)
def test_what_people_type_is_understood(words):
    assert search(DATA, words).iloc[0]["node_id"] == TYPED[words]


def test_codes_are_understood_with_a_blank_and_in_small_letters():
    coded = [node for node in NODES if isinstance(node["unlocode"], str)]
    assert coded
    for node in coded:
        code = node["unlocode"]
        for written in (code, f"{code[:2]} {code[2:]}", code.lower()):
            found = search(DATA, written, most=len(NODES)).set_index("node_id")["match"]
            assert found.get(node["node_id"]) == "whole", written


def test_the_airport_of_a_code_is_understood():
    flown = [node for node in NODES if isinstance(node["iata"], str)]
    assert flown
    for node in flown:
        assert node["node_id"] in set(search(DATA, node["iata"], most=len(NODES))["node_id"])


def test_spellings_are_folded_and_name_serbian_in_both_scripts():
    found = spellings(DATA)["belgrade"]
    assert {"belgrade", "београд", "beograd", "белград"} <= set(found)
    assert all(text == folded_words(text) for text in found)


@pytest.mark.usefixtures("loaded_once")
def test_the_command_line_takes_a_name_of_any_page(capsys):
    assert main(["route", "Astana", "Beograd"]) == 0
    latin = capsys.readouterr().out
    assert main(["route", "Астана", "belgrade"]) == 0
    assert capsys.readouterr().out == latin
    assert "Belgrade" in latin
