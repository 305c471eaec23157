"""A reworded text is new in the code, and keeps its translations."""

import pytest
from babel.messages.catalog import Catalog

from tools import reword


@pytest.mark.parametrize(
    ("source", "written"),
    [
        ('_("Take back")\n', '_("Remove")\n'),
        ("x = f\"{_('Take back')} now\"\n", "x = f\"{_('Remove')} now\"\n"),
        ('_("Take " "back")\n', '_("Remove")\n'),
        ('é = ("Take back", "Take back all")\n', 'é = ("Remove", "Take back all")\n'),
        ('# "Take back"\n', '# "Take back"\n'),
    ],
)
def test_a_literal_is_replaced_where_it_is_the_whole_text(source, written):
    assert reword.replace_literals(source, {"Take back": "Remove"})[0] == written


def test_a_long_text_is_written_in_pieces_that_make_the_same_text():
    text = "Remove an avoid, via or closure setting. " * 5
    written, found = reword.replace_literals('x = "old"\n', {"old": text})
    namespace = {}
    exec(written, namespace)  # noqa: S102 - written here
    assert namespace["x"] == text
    assert written.count('" "') == 2
    assert found == {"old"}


def test_a_message_keeps_its_translation_and_its_context():
    catalogue = Catalog("ru")
    catalogue.add("Take back", "Убрать", context="button")
    catalogue.add(("one way", "{count} ways"), ("путь", "пути", "путей"))
    reword.move(catalogue, ("Take back",), ("Remove",), None)
    reword.move(catalogue, ("one way", "{count} ways"), ("one route", "{count} routes"), None)
    assert catalogue.get("Remove", "button").string == "Убрать"
    assert catalogue.get("one route").string == ("путь", "пути", "путей")
    assert catalogue.get("Take back", "button") is None


def test_a_text_whose_meaning_moved_gets_the_translation_that_is_given():
    catalogue = Catalog("ru")
    catalogue.add("way", "путь")
    reword.move(catalogue, ("way",), ("route",), "маршрут")
    assert catalogue.get("route").string == "маршрут"
