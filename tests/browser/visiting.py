"""One page in a fresh profile, and all that it asks for and says."""

from dataclasses import dataclass, field

from playwright.sync_api import Page
from serving import ARTEFACTS

# For what comes at once on an idle machine and takes its time on a busy one.
PATIENCE_MS = 120_000
PAINTED = """() => {
  const drawn = (pane) => [...document.querySelectorAll(`.leaflet-${pane}-pane path`)]
    .filter((path) => path.getAttribute("d") && path.getAttribute("d") !== "M0 0").length;
  return drawn("legs") > 0 && drawn("land") > 0;
}"""

# The live page has taken the place of the document, no run is asked for or going on, and nothing has changed
# for a while: a busy machine may draw long after the run.
SETTLED = """() => {
  const app = document.querySelector('[data-testid=stApp]');
  const isBusy = () => document.getElementById('cx-first')
    || document.querySelector('[data-testid=stStatusWidget]')
    || app?.dataset.testScriptState !== 'notRunning';
  if (isBusy()) return false;
  return new Promise((done) => {
    const until = performance.now() + 3000;
    let changed = performance.now();
    const watch = new MutationObserver(() => { changed = performance.now(); });
    watch.observe(document.body, { childList: true, subtree: true, characterData: true });
    const look = () => {
      const now = performance.now();
      if (!isBusy() && now < until && now - changed < 150) return setTimeout(look, 25);
      watch.disconnect();
      done(!isBusy());
    };
    look();
  });
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
        self.page.wait_for_function(SETTLED)
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


def forget(context, url):
    """Close the pages of a profile and take from it all but the files and compiled scripts that it keeps."""
    page = context.new_page()
    for other in context.pages:
        if other is not page:
            other.close()
    session = context.new_cdp_session(page)
    session.send(
        "Storage.clearDataForOrigin",
        {"origin": url, "storageTypes": "cookies,local_storage,indexeddb,service_workers"},
    )
    page.close()
    context.clear_cookies()
    context.clear_permissions()
    context.set_offline(False)
