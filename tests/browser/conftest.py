"""A real server on a free port and a real browser that can reach nothing else."""

import functools
from collections import defaultdict
from pathlib import Path

import pytest
import walking
from playwright.sync_api import sync_playwright
from serving import serving
from visiting import PATIENCE_MS, Visit, forget, watch

from tools.chromium import FLAGS, ChromiumMissingError, executable

WALKS = {"test_axe.py", "test_walk.py"}
# Their visits start from an empty profile, as a first visit does.
FIRST_VISITS = {"test_first_view_of_pages.py", "test_reconnect.py", "test_shell.py"}


def pytest_collection_modifyitems(items):
    """Let those that share a walk run one after another, so that one process walks for all of them."""
    items.sort(key=lambda item: item.path.name not in WALKS)
    for item in items:
        if Path(item.fspath).is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.browser)


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
    with serving("server", drawn_ahead="en") as url:
        yield url


@pytest.fixture(scope="session")
def walked(browser, server):
    """The walk through all pages in a setting, walked once."""
    return functools.cache(lambda setting: walking.walk(browser, server, setting))


@pytest.fixture(scope="session")
def profiles():
    """Profiles that wait for a visit, by how they look at pages: what was loaded stays, nothing else."""
    return defaultdict(list)


@pytest.fixture
def visitor(browser, profiles, request):
    """Make visits; when the test is over, none of them may have asked another host or reported a fault."""
    used, visits = [], []
    kept = defaultdict(list) if request.path.name in FIRST_VISITS else profiles

    def make(url, *, width=1440, height=900, scheme="light", locale="en-GB"):
        phone, look = width < 600, (width, height, scheme, locale)
        context = (kept[look] and kept[look].pop()) or browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme=scheme,
            locale=locale,
            is_mobile=phone,
            has_touch=phone,
        )
        context.set_default_timeout(PATIENCE_MS)
        used.append((look, context))
        visit = Visit(context.new_page(), url)
        visits.append(visit)
        watch(visit)
        return visit

    yield make
    for (look, context), visit in zip(used, visits, strict=True):
        if kept is profiles:
            forget(context, visit.url)
            profiles[look].append(context)
        else:
            context.close()
    assert [visit.foreign for visit in visits] == [[] for _ in visits]
    assert [visit.faults for visit in visits] == [[] for _ in visits]


@pytest.fixture
def opened(browser):
    """Open pages that are no visit to the dashboard."""
    contexts = []

    def make(**options):
        contexts.append(browser.new_context(**options))
        contexts[-1].set_default_timeout(PATIENCE_MS)
        return contexts[-1].new_page()

    yield make
    for context in contexts:
        context.close()


@pytest.fixture
def visit(server, visitor):
    return visitor(server)
