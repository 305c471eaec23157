"""What a chip opens to is drawn from its address, by any server, and never of a visitor's own data."""

import gzip
import os
import re
import subprocess
import sys
import threading
import time
from html import unescape
from pathlib import Path
from types import SimpleNamespace

import pytest
from starlette.applications import Starlette
from starlette.routing import Route
from starlette.testclient import TestClient

from corridor.evidence.claims import figure
from ui.evidence.chips import sources_chip, subject_chip
from ui.language.text import LANGUAGES, Words
from ui.server import panel_answer
from ui.settings.dataset import dataset

ROOT = Path(__file__).parents[3]
CHIP = ("leg", "aktau-alat", "time_h")
PATH = "/panels/claims/leg/aktau-alat/time_h"


@pytest.fixture
def client():
    panel_answer.panels.cache.clear()
    app = Starlette(routes=[Route("/panels/{path:path}", panel_answer.answer)])
    return TestClient(app, headers={"accept-language": "sr-Latn-RS,en;q=0.5"})


def version():
    return f"{dataset().version}-{dataset().content_hash}"


def visit(data, own="", lang="en"):
    return SimpleNamespace(
        dataset=data, lang=lang, words=Words(lang), dark=False, own=own, data_token=version()
    )


def drawn(own="", lang="en"):
    return subject_chip(visit(dataset(), own, lang), *CHIP, figure(dataset(), *CHIP))


def address(chip):
    return "/panels/" + unescape(re.search(r'data-panel="([^"]+)"', chip)[1])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_address_in_a_chip_gives_what_the_page_would_have_held(client, lang):
    inline = drawn("mine", lang)
    for encodings in ("gzip", "identity"):
        answer = client.get(address(drawn(lang=lang)), headers={"accept-encoding": encodings})
        assert answer.status_code == 200
        assert unsaved(answer.text) in inline
        assert answer.text.count('class="headline"') == 1


def unsaved(panel):
    """The panel without the links that save its chart: of own data there is no address to save from."""
    return re.sub(r'<details class="cx-menu.*?</details>', "", panel)


def test_an_address_can_be_read():
    assert address(drawn(lang="kk")) == f"{PATH}?lang=kk&d={version()}"


def test_another_server_with_the_same_data_answers_a_panel_that_it_never_drew():
    """A process of its own, which has drawn no page, in place of a second replica or a restarted server."""
    script = """
import sys
from starlette.applications import Starlette
from starlette.routing import Route
from starlette.testclient import TestClient
from ui.server import panel_answer
client = TestClient(Starlette(routes=[Route("/panels/{path:path}", panel_answer.answer)]))
answer = client.get(sys.argv[1])
sys.stdout.buffer.write(f"{answer.status_code} {answer.text}".encode())
"""
    other = subprocess.run(  # noqa: S603 - our own interpreter and words
        [sys.executable, "-c", script, address(drawn())],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=True,
    )
    status, _blank, text = other.stdout.decode().partition(" ")
    assert status == "200"
    assert unsaved(text) in drawn("mine")
    assert 'class="why"' in text


def test_a_page_does_not_carry_claims_that_nobody_opened():
    assert "<li" not in drawn()
    assert "<li" not in sources_chip(visit(dataset()), "osjd-2023|unece-2023")


def test_own_data_stay_in_the_page():
    panel_answer.panels.cache.clear()
    assert "<li" in drawn(own="theirs")
    assert "data-panel" not in drawn(own="theirs")
    assert len(panel_answer.panels) == 0


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("0" * 20, 400),
        ("..%2f..%2fetc", 400),
        ("%00", 400),
        ("<b>", 400),
        ("", 400),
        ("claims", 400),
        ("claims/leg/aktau-alat", 400),
        ("claims/leg/aktau-alat/time_h/more/and/more", 400),
        ("claims/leg/aktau-alat/time_h?lang=xx", 400),
        ("claims/leg/aktau-alat/time_h?lang=en&lang=ru", 400),
        ("claims/leg/aktau-alat/time_h?lang=en&mode=rail", 400),
        ("claims/leg/aktau-alat/time_h?sc=nonsense", 400),
        ("claims/leg/aktau-alat/time_h?sc=" + "a" * 4_000, 400),
        ("claims/leg/aktau-alat/time_h?" + "&".join(f"k{n}=1" for n in range(300)), 400),
        ("claims/leg/aktau-alat/time_h?lang=%ff", 400),
        ("claims/leg/nowhere/time_h", 404),
        ("claims/leg/aktau-alat/no_quantity", 404),
        ("claims/tables/aktau-alat/time_h", 404),
        ("claims/leg/aktau-alat/time_h?sc=time.nowhere.2", 404),
        ("leg/aktau-alat/gauge_change_h", 404),
        ("work/aktau-port/waiting?mode=camel", 404),
        ("work/aktau-port/nothing", 404),
        ("work/aktau-port/border?between=KZ", 400),
        ("work/aktau-port/border?between=KZ.XX", 404),
        ("work/aktau-port/waiting?onward=nowhere", 404),
        ("charge/aktau-port/waiting", 404),
        ("charge/aktau-port/border?onward=aktau-alat", 400),
        ("year/corridor/trans-caspian/volume_t/20x6", 400),
        ("year/corridor/trans-caspian/volume_t/9999", 400),
        ("year/corridor/trans-caspian/volume_t/²024", 400),
        ("sources/nobody", 404),
        ("sources/" + ".".join(["nobody"] * 65), 400),
        ("volumes/nowhere", 404),
        ("volumes/tc-btk?via=nowhere", 404),
    ],
)
def test_an_address_that_names_nothing_is_refused_in_plain_words(client, path, status):
    answer = client.get(f"/panels/{path}")
    assert answer.status_code == status
    assert answer.headers["content-type"].startswith("text/plain")
    assert answer.headers["cache-control"] == "no-store"
    told = {400: "This address cannot be read.", 404: "Nothing was found at this address."}[status]
    lang = "en" if "lang=en" in path and "lang=ru" not in path else "sr-Latn"
    assert answer.text == Words(lang).gettext(told)
    assert len(panel_answer.panels) == 0


def test_other_data_are_told_with_a_link_to_the_page_as_it_is_now(client):
    answer = client.get(f"{PATH}?lang=bg&d=0.1.0-0123456789ab")
    assert answer.status_code == 410
    assert answer.headers["cache-control"] == "no-store"
    assert Words("bg").gettext("The data have changed since this page was opened.") in answer.text
    assert re.search(r'<a href="\?" data-now>[^<]+</a>', answer.text)


def test_only_an_address_with_the_version_of_the_data_may_be_kept_unasked(client):
    versioned, plain = client.get(f"{PATH}?lang=en&d={version()}"), client.get(f"{PATH}?lang=en")
    assert versioned.text == plain.text
    kept = re.fullmatch(r"public, max-age=(\d+), immutable", versioned.headers["cache-control"])
    assert 0 <= int(kept[1]) <= 24 * 3600
    assert plain.headers["cache-control"] == "no-cache"
    for known in (plain.headers["etag"], f'"x", W/{plain.headers["etag"]}', "*"):
        again = client.get(f"{PATH}?lang=en", headers={"if-none-match": known})
        assert again.status_code == 304
        assert not again.content


@pytest.mark.parametrize(
    ("accepted", "encoding"), [("gzip", "gzip"), ("gzip;q=0", None), ("gzip;q=0.2, identity;q=0.9", None)]
)
def test_a_panel_is_sent_in_the_encoding_that_the_caller_prefers(client, accepted, encoding):
    answer = client.get(PATH, headers={"accept-encoding": accepted})
    assert answer.status_code == 200
    assert answer.headers.get("content-encoding") == encoding
    assert answer.headers["vary"] == "Accept-Encoding"
    assert answer.text == client.get(PATH, headers={"accept-encoding": "identity"}).text


def test_a_panel_is_not_sent_to_whoever_refuses_every_encoding(client):
    assert client.get(PATH, headers={"accept-encoding": "gzip;q=0, identity;q=0"}).status_code == 406


def test_a_panel_that_many_open_at_once_is_drawn_once_and_not_by_the_event_loop(client, monkeypatch):
    threads, real = [], panel_answer.draw

    def draw(*asked):
        threads.append(threading.current_thread().name)
        time.sleep(0.2)
        return real(*asked)

    monkeypatch.setattr(panel_answer, "draw", draw)
    answers = []
    with client:  # one event loop for all
        asking = [threading.Thread(target=lambda: answers.append(client.get(PATH))) for _ in range(8)]
        for one in asking:
            one.start()
        for one in asking:
            one.join()
    assert [answer.status_code for answer in answers] == [200] * 8
    assert len(threads) == 1
    assert threads[0].startswith("panels")


def test_when_too_many_wait_the_next_is_told_to_come_back(client, monkeypatch):
    monkeypatch.setattr(panel_answer.panels.queue, "places", 0)
    answer = client.get(f"{PATH}?lang=en")
    assert answer.status_code == 503
    assert answer.headers["retry-after"].isdigit()
    assert answer.text == "The server is busy. Try again in a few seconds."


def test_panels_of_a_thousand_scenarios_stay_within_their_bound(client, monkeypatch):
    made = []
    monkeypatch.setattr(panel_answer.panels.cache, "_most", 50)
    for number in range(200):
        scenario = f"time.aktau-alat.{1 + number / 100:.2f}"
        made.append(client.get(f"/panels/leg/aktau-alat/time_h?lang=en&sc={scenario}"))
    assert {answer.status_code for answer in made} == {200}
    assert len({answer.text for answer in made}) > 1
    assert len(panel_answer.panels) == 50
    assert 0 < panel_answer.panels.cache.weight <= panel_answer.MAX_BYTES


def test_what_is_kept_is_small(client):
    client.get(PATH)
    (((content, _digest), weight),) = panel_answer.panels.cache._kept.values()
    assert weight == len(content) < len(gzip.decompress(content))
