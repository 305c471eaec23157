"""What the address in a chip gives is what the page would have held in its place, on every page."""

import pytest

from tests.pages.conftest import panel_at
from tests.pages.test_basis import VIEWS
from ui.evidence import chips, memory, panels
from ui.sections.corridor import volumes
from ui.settings.dataset import dataset

SCENARIO = "node.aktau-port.0.5_time.aktau-alat.1.5_cost.aktau-alat.2"
SCENES = [
    *((page, {"lang": "en"} | keys) for page, keys in VIEWS),
    ("corridor", {"lang": "ru", "c": "tc-danube", "year": "2027"}),
    ("routes", {"lang": "sr-Latn", "from": "almaty", "to": "belgrade", "avoid": "RU", "sc": SCENARIO}),
    ("routes", {"lang": "kk", "from": "almaty", "to": "belgrade", "sc": "year.2030"}),
    ("routes", {"lang": "en", "how": "air", "from": "ala", "to": "beg"}),
]


@pytest.fixture
def put_off(monkeypatch):
    """By address, what each panel that is put off would hold in the page."""
    found = {}

    def when_opened(view, key, draw):
        found[panels.address_of(view, key)] = str(draw())
        return panels.when_opened(view, key, draw)

    monkeypatch.setattr(chips, "when_opened", when_opened)
    monkeypatch.setattr(volumes, "when_opened", when_opened)
    dataset().memo.forget(chips._drawn)
    memory._pieces.clear()
    return found


@pytest.mark.parametrize(("page", "keys"), SCENES, ids=lambda value: str(value)[:60])
def test_every_panel_of_a_page_is_drawn_from_its_address_alone(visit, put_off, page, keys):
    app = visit(page, **keys)
    assert not app.exception
    different = [address for address, held in put_off.items() if panel_at(address) != held]
    assert different == []


def test_every_kind_of_panel_has_an_address(visit, put_off):
    for page, keys in (
        ("corridor", {"c": "tc-btk"}),
        ("routes", {"from": "almaty", "to": "belgrade", "avoid": "RU", "sc": SCENARIO}),
    ):
        visit(page, lang="en", **keys)
    kinds = {address.partition("/")[0] for address in put_off}
    assert kinds == {"claims", "leg", "work", "charge", "year", "sources", "volumes"}
    under_scenario = [address for address in put_off if "sc=" in address]
    assert {address.partition("/")[0] for address in under_scenario} >= {"leg", "work", "charge"}
    assert all(len(address) < 600 for address in put_off)
