"""A real server on a free port and a real browser that can reach nothing else."""

import functools
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import walking
from playwright.sync_api import Page, sync_playwright
from serving import ARTEFACTS, serving

from tools.chromium import FLAGS, ChromiumMissingError, executable


def pytest_collection_modifyitems(items):
    for item in items:
        if Path(item.fspath).is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.browser)


@dataclass
class Visit:
    """One page in a fresh browser profile, and all that it asked and said."""

    page: Page
    url: str
    foreign: list = field(default_factory=list)
    faults: list = field(default_factory=list)
    sent: list = field(default_factory=list)

    def open(self, path):
        self.page.goto(self.url + path)
        return self

    @property
    def map(self):
        """The map's frame, once legs and land are painted."""
        frame = self.page.wait_for_selector(
            "iframe.stCustomComponentV1, .stCustomComponentV1 iframe"
        ).content_frame()
        frame.wait_for_function(PAINTED)
        return frame

    def settled(self):
        """Wait until the live page has taken the place of the document, and Streamlit has nothing to do."""
        self.page.wait_for_function(
            "!document.getElementById('cx-first') && !document.querySelector('[data-testid=stStatusWidget]')"
        )
        self.page.wait_for_timeout(300)
        return self

    def picture(self, name, *, full=False):
        ARTEFACTS.mkdir(parents=True, exist_ok=True)
        self.page.screenshot(path=ARTEFACTS / f"{name}.png", full_page=full)


PAINTED = """() => {
  const drawn = (pane) => [...document.querySelectorAll(`.leaflet-${pane}-pane path`)]
    .filter((path) => path.getAttribute("d") && path.getAttribute("d") !== "M0 0").length;
  return drawn("legs") > 0 && drawn("land") > 0;
}"""


@pytest.fixture(scope="session")
def chromium():
    try:
        return executable()
    except ChromiumMissingError as missing:
        pytest.fail(str(missing))


@pytest.fixture(scope="session")
def browser(chromium):
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, headless=True, args=list(FLAGS))
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def server():
    with serving("server") as url:
        yield url


@pytest.fixture(scope="session")
def walked(browser, server):
    """The walk through all pages in a setting, walked once."""
    return functools.cache(lambda setting: walking.walk(browser, server, setting))


@pytest.fixture
def visitor(browser):
    """Make visits; when the test is over, none of them may have asked another host or reported a fault."""
    contexts, visits = [], []

    def make(url, *, width=1440, height=900, scheme="light", locale="en-GB"):
        phone = width < 600
        context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme=scheme,
            locale=locale,
            is_mobile=phone,
            has_touch=phone,
        )
        contexts.append(context)
        visit = Visit(context.new_page(), url)
        visits.append(visit)
        watch(visit)
        return visit

    yield make
    for context in contexts:
        context.close()
    assert [visit.foreign for visit in visits] == [[] for _ in visits]
    assert [visit.faults for visit in visits] == [[] for _ in visits]


@pytest.fixture
def opened(browser):
    """Open pages that are no visit to the dashboard."""
    contexts = []

    def make(**options):
        contexts.append(browser.new_context(**options))
        return contexts[-1].new_page()

    yield make
    for context in contexts:
        context.close()


def watch(visit):
    page = visit.page

    def on_request(request):
        if not request.url.startswith(("http://127.0.0.1:", "data:", "blob:", "about:")):
            visit.foreign.append(request.url)

    def on_console(message):
        if message.type == "error":
            visit.faults.append(f"console: {message.text}")

    def on_response(response):
        if response.status >= 400:
            visit.faults.append(f"{response.status}: {response.url}")

    def on_failure(request):
        # A page that is left while it loads drops what it asked for.
        if "ERR_ABORTED" not in (request.failure or ""):
            visit.faults.append(f"failed: {request.url} {request.failure}")

    def on_socket(socket):
        socket.on("framesent", lambda payload: visit.sent.append(len(payload)))

    page.on("request", on_request)
    page.on("console", on_console)
    page.on("response", on_response)
    page.on("websocket", on_socket)
    page.on("pageerror", lambda error: visit.faults.append(f"page: {error}"))
    page.on("requestfailed", on_failure)


@pytest.fixture
def visit(server, visitor):
    return visitor(server)
