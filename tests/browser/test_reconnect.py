"""A page that outlives its server: the same view comes back, the first click is heard, chips open."""

import re
import time
from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

import pytest
from serving import free_port, serving

CONNECTED = '[data-test-connection-state="CONNECTED"]'
AT_REST = f'{CONNECTED}[data-test-script-state="notRunning"]'
WAIT_S = 90
CHOSEN = """(name) => [...document.querySelectorAll('.stSelectbox')].some((box) => {
  const inputs = [...box.querySelectorAll('input')].map((input) => input.value);
  return [box.innerText, ...inputs].join().includes(name);
})"""
# What a page reports while nobody answers. Its icon comes from the process that drew it, until it runs again.
OUTAGE = re.compile(
    r"ERR_CONNECTION_REFUSED|WebSocket|DoInitPings|timed out|reaching server endpoint|not responding"
    r"|Failed to fetch|custom component|when disconnected from server|404: \S+/media/\w+\.png$|status of 404"
    r"|^page: Event$",  # a script that was on its way
    re.IGNORECASE,
)


def segment(page, name):
    page.get_by_role("radio", name=name).click()


def press(page, name):
    page.get_by_role("button", name=name).click()


def choose(page, label, option):
    page.get_by_role("combobox", name=label).click()
    page.get_by_role("option", name=option, exact=True).click()


def step_up(page, label):
    page.get_by_role("slider", name=label).press("ArrowRight")


def look_for(page, label, text):
    box = page.get_by_role("textbox", name=label)
    box.fill(text)
    box.press("Enter")


@dataclass(frozen=True)
class Click:
    path: str
    do: object
    said: tuple
    key: str
    value: str


CLICKS = {
    "segments": Click("/routes?lang=en", segment, ("Cheapest",), "want", "cheapest"),
    "button": Click("/routes?lang=en&from=almaty&to=belgrade", press, ("⇄",), "from", "belgrade"),
    "choice": Click("/?lang=en", choose, ("Language", "Русский"), "lang", "ru"),
    "slider": Click("/connectivity?lang=en&days=9", step_up, ("Within days",), "days", "10"),
    "text": Click("/sources?lang=en", look_for, ("Search the ledger", "Aktau"), "q", "Aktau"),
}


def address(page):
    return {key: values[0] for key, values in parse_qs(urlsplit(page.url).query).items()}


def wait_for_key(page, key, value):
    page.wait_for_function(
        "([key, value]) => new URLSearchParams(location.search).get(key) === value", arg=[key, value]
    )


def wait_until_asked(visit):
    until = time.monotonic() + WAIT_S
    while not visit.sent:
        assert time.monotonic() < until, "the page asked nothing of the new server"
        visit.page.wait_for_timeout(50)


def forgive_the_outage(visit):
    visit.faults[:] = [fault for fault in visit.faults if not OUTAGE.search(fault)]


@pytest.fixture
def restarted(visitor):
    """Open pages on a server, put another in its place, wait until each page has found it."""
    servers, opened_visits = [], []

    def make(opened, *, without_script=()):
        port = free_port()
        visits = []
        with serving("reconnect-before", port=port, drawn_ahead="none") as url:
            for number, path in enumerate(opened):
                visit = visitor(url)
                visit.page.set_default_timeout(WAIT_S * 1000)
                opened_visits.append(visit)
                if number in without_script:
                    visit.page.route("**/own/reconnect*", lambda route: route.fulfill(body=""))
                visits.append(visit.open(path))
                visit.page.locator(AT_REST).wait_for(state="attached")
                visit.settled()
        for visit in visits:
            visit.page.locator(CONNECTED).wait_for(state="detached")
            visit.sent.clear()
        server = serving("reconnect-after", port=port, drawn_ahead="none")
        server.__enter__()
        servers.append(server)
        for visit in visits:
            visit.page.locator(CONNECTED).wait_for(state="attached")
        return visits

    yield make
    for visit in opened_visits:
        visit.page.close()
    for server in servers:
        server.__exit__(None, None, None)
    for visit in opened_visits:
        forgive_the_outage(visit)


def test_pages_that_stayed_open_over_a_restart_hear_their_visitors(restarted):
    """One restart for all: each costs the start of two servers."""
    paths = [click.path for click in CLICKS.values()]
    folded, deaf = "/corridor?lang=en&c=tc-btk&leg=aktau-alat#bottlenecks", CLICKS["segments"]
    *clicked, of_chips, without_script = restarted(
        [*paths, folded, deaf.path], without_script={len(paths) + 1}
    )
    is_heard_before_anything_else(without_script, deaf)
    runs_again_by_itself_and_its_chips_open(of_chips, folded)
    for (kind, click), visit in zip(CLICKS.items(), clicked, strict=True):
        changes_what_was_clicked_alone(visit.page, kind, click)


def is_heard_before_anything_else(visit, click):
    assert not visit.sent
    click.do(visit.page, *click.said)
    wait_for_key(visit.page, click.key, click.value)


def runs_again_by_itself_and_its_chips_open(visit, path):
    wait_until_asked(visit)
    visit.page.locator(AT_REST).wait_for(state="attached")
    assert visit.page.url.endswith(path)
    visit.page.locator(".cx-table details.claim:has(> [data-panel]) > summary").first.click()
    visit.page.locator("details.claim[open] > .panel:not([data-panel])").wait_for()


def changes_what_was_clicked_alone(page, kind, click):
    before = address(page)
    click.do(page, *click.said)
    wait_for_key(page, click.key, click.value)
    unchanged = {key: value for key, value in before.items() if key not in {"d", click.key, "to"}}
    assert unchanged.items() <= address(page).items(), kind


def test_a_link_followed_while_nobody_answered_is_the_view_that_comes_back(visitor):
    port = free_port()
    with serving("reconnect-link-before", port=port, drawn_ahead="none") as url:
        visit = visitor(url)
        visit.page.set_default_timeout(WAIT_S * 1000)
        visit.open("/corridor?lang=en&c=tc-btk")
        visit.page.locator(AT_REST).wait_for(state="attached")
        visit.settled()
    visit.page.locator(CONNECTED).wait_for(state="detached")
    line = visit.page.locator(".site-lost")
    line.wait_for()
    assert line.inner_text() == "The connection is lost. The page stays readable and comes back by itself."
    visit.page.wait_for_timeout(3000)  # by then Streamlit has put its own words over the whole page
    assert not visit.page.get_by_role("dialog").count()
    assert visit.page.locator(".cx-answer-line").is_visible()
    visit.page.evaluate(
        """() => {
          history.pushState(null, "", "?lang=en&c=northern-rail");
          dispatchEvent(new PopStateEvent("popstate"));
        }"""
    )
    with serving("reconnect-link-after", port=port, drawn_ahead="none"):
        visit.page.locator(CONNECTED).wait_for(state="attached")
        visit.page.wait_for_function(CHOSEN, arg="Russia")
        line.wait_for(state="detached")
        assert address(visit.page)["c"] == "northern-rail"
        forgive_the_outage(visit)
