"""One page in a fresh profile, and all that it asks for and says."""

from dataclasses import dataclass, field

from playwright.sync_api import Page
from serving import ARTEFACTS

PAINTED = """() => {
  const drawn = (pane) => [...document.querySelectorAll(`.leaflet-${pane}-pane path`)]
    .filter((path) => path.getAttribute("d") && path.getAttribute("d") !== "M0 0").length;
  return drawn("legs") > 0 && drawn("land") > 0;
}"""


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
