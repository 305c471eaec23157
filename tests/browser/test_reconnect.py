"""A page that outlives its server: the same view comes back, the first click is heard, chips open."""

import re
import time
from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

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


class Restart:
    """Pages opened on a server, and another server put in its place, which each of them finds."""

    def __init__(self, visitor):
        self.visitor, self.port, self.visits = visitor, free_port(), []

    def open(self, url, path, *, without_script=False):
        visit = self.visitor(url)
        self.visits.append(visit)
        visit.page.set_default_timeout(WAIT_S * 1000)
        if without_script:
            visit.page.route("**/own/reconnect*", lambda route: route.fulfill(body=""))
        visit.open(path)
        visit.page.locator(AT_REST).wait_for(state="attached")
        return visit.settled()

    def notice_the_end(self):
        for visit in self.visits:
            visit.page.locator(CONNECTED).wait_for(state="detached")
            visit.sent.clear()

    def find_the_next(self):
        for visit in self.visits:
            visit.page.locator(CONNECTED).wait_for(state="attached")

    def close(self):
        for visit in self.visits:
            visit.page.close()


def test_pages_that_stayed_open_over_a_restart_hear_their_visitors(visitor):
    """One restart for all: each costs the start of two servers."""
    restart = Restart(visitor)
    folded, deaf = "/corridor?lang=en&c=tc-btk&leg=aktau-alat#bottlenecks", CLICKS["segments"]
    with serving("reconnect-before", port=restart.port, drawn_ahead="none") as url:
        clicked = [restart.open(url, click.path) for click in CLICKS.values()]
        of_chips = restart.open(url, folded)
        without_script = restart.open(url, deaf.path, without_script=True)
        moved = restart.open(url, "/corridor?lang=en&c=tc-btk")
    restart.notice_the_end()
    says_that_nobody_answers_and_stays(moved)
    follows_a_link_meanwhile(moved)
    with serving("reconnect-after", port=restart.port, drawn_ahead="none"):
        restart.find_the_next()
        is_heard_before_anything_else(without_script, deaf)
        runs_again_by_itself_and_its_chips_open(of_chips, folded)
        shows_what_was_followed(moved)
        for (kind, click), visit in zip(CLICKS.items(), clicked, strict=True):
            changes_what_was_clicked_alone(visit.page, kind, click)
        restart.close()
    for visit in restart.visits:
        forgive_the_outage(visit)


def says_that_nobody_answers_and_stays(visit):
    line = visit.page.locator(".site-lost")
    line.wait_for()
    assert line.inner_text() == "The connection is lost. The page stays readable and comes back by itself."
    visit.page.wait_for_timeout(3000)  # by then Streamlit has put its own words over the whole page
    assert not visit.page.get_by_role("dialog").count()
    assert visit.page.locator(".cx-answer-line").is_visible()


def follows_a_link_meanwhile(visit):
    visit.page.evaluate(
        """() => {
          history.pushState(null, "", "?lang=en&c=northern-rail");
          dispatchEvent(new PopStateEvent("popstate"));
        }"""
    )


def shows_what_was_followed(visit):
    visit.page.wait_for_function(CHOSEN, arg="Russia")
    visit.page.locator(".site-lost").wait_for(state="detached")
    assert address(visit.page)["c"] == "northern-rail"


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
