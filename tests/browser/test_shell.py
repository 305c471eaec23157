"""The shell in a browser: right page at once, nothing from elsewhere, notices, headers."""

import contextlib
import http.server
import json
import threading
import urllib.request

from serving import serving
from visiting import PAINTED

from ui.link.nav import MENU


def test_a_deep_link_is_first_to_a_server_under_a_path_and_framed_by_another_site(visitor, monkeypatch):
    with elsewhere() as site:
        monkeypatch.setenv("CORRIDOR_FRAME_ANCESTORS", f"'self' {site.url}")
        with serving("under-a-path", "--server.baseUrlPath", "/kz", drawn_ahead="none") as url:
            visit = visitor(url).open("/corridor?lang=ru&c=tc-btk&map=balkans")
            assert visit.map
            visit.settled()
            pages = visit.page.locator(".st-key-site-pages a")
            assert pages.count() == len(MENU) + 1  # and the stories
            assert pages.and_(visit.page.locator(":has(strong)")).inner_text() == "Коридор"
            assert visit.page.locator("h1").inner_text() == "Коридор"
            assert visit.page.locator(".site-footer").is_visible()
            told = share(visit)
            link = told[".share-link"]
            assert link.startswith(f"{url}/corridor?lang=ru&c=tc-btk&map=balkans&d=")
            site.page = f"<!doctype html><title>A ministry</title>{told['.share-frame']}"
            host = visitor(site.url).open("/")
            frame = host.page.wait_for_selector("iframe").content_frame()
            frame.wait_for_selector(".site-framed")
            assert frame.query_selector(".st-key-site-pages") is None
            frame.wait_for_selector(".site-footer")
            inner = frame.wait_for_selector(".stCustomComponentV1 iframe, iframe.stCustomComponentV1")
            inner.content_frame().wait_for_function(PAINTED)
            assert (
                inner.content_frame().evaluate(
                    "document.querySelector('[data-preset=balkans]').getAttribute('aria-pressed')"
                )
                == "true"
            )
            # The map alone takes just the height that it needs.
            site.page = f"<!doctype html><title>A ministry</title>{told['.share-part']}"
            host.open("/")
            host.page.wait_for_selector("iframe").content_frame().wait_for_selector("figure.map svg")
            host.page.wait_for_function("document.querySelector('iframe').style.height !== ''")
            assert 200 < host.page.evaluate("document.querySelector('iframe').offsetHeight") < 1400
            # A page left open keeps asking for its server, which is about to stop.
            for page in (visit.page, host.page):
                page.goto("about:blank")


def test_a_page_is_not_shown_in_frames_of_sites_that_nobody_named(browser, server):
    with elsewhere() as site:
        site.page = f'<!doctype html><iframe src="{server}/?embed=true"></iframe>'
        context = browser.new_context()
        page = context.new_page()
        with page.expect_console_message(lambda message: "frame-ancestors" in message.text):
            page.goto(site.url)
        context.close()


def test_the_share_panel_gives_the_address_as_it_stands(visitor, server):
    visit = visitor(server).open("/corridor?lang=sr&c=tc-btk")
    assert visit.map
    visit.settled()
    visit.map.click("[data-preset=caspian]")
    visit.page.wait_for_url("**map=caspian**")
    told = share(visit)
    assert "c=tc-btk" in told[".share-link"]
    assert "map=caspian" in told[".share-link"]
    assert told[".share-link"] in told[".share-message"]
    visit.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    visit.page.locator(".share-copy").first.click()
    visit.page.wait_for_function(
        "(link) => navigator.clipboard.readText().then((text) => text === link)", arg=told[".share-link"]
    )
    visit.page.keyboard.press("Escape")
    visit.page.wait_for_selector(".site-share .share-link", state="hidden")


def test_a_link_made_with_the_first_data_lists_what_changed_since(visit):
    visit.open("/corridor?lang=en&c=tc-danube&d=0.1.0-66a1d52e6d7f")
    notice = visit.page.locator(".site-notices")
    notice.get_by_text("of this page changed since").wait_for()
    notice.locator("summary", has_text="What changed").click()
    rows = notice.locator(".cx-since tbody tr")
    assert rows.count() > 0
    assert rows.first.locator("td").count() == 2
    assert visit.page.evaluate("document.querySelector('.stMain').scrollWidth <= innerWidth")


def share(visit):
    visit.page.locator(".site-share > summary").click()
    visit.page.wait_for_selector(".share-message")
    return {
        name: visit.page.locator(name).inner_text()
        for name in (".share-link", ".share-frame", ".share-part", ".share-message")
    }


@contextlib.contextmanager
def elsewhere():
    """Serve one page from another origin of this machine."""

    class Site(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            body = self.server.page.encode() if self.path == "/" else b""
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_words):
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Site) as site:
        site.page, site.url = "", f"http://127.0.0.1:{site.server_port}"
        thread = threading.Thread(target=site.serve_forever)
        thread.start()
        yield site
        site.shutdown()
        thread.join()


def test_pages_follow_each_other_in_one_language_and_back_is_one_step(visit):
    visit.open("/?lang=sr-Latn")
    assert visit.map
    visit.settled()
    visit.page.locator(".st-key-site-pages a[href*='corridor']").click()
    visit.page.wait_for_url("**/corridor?lang=sr-Latn**")
    assert visit.map
    assert visit.page.locator("h1").inner_text() == "Koridor"
    visit.page.go_back()
    visit.page.wait_for_url("**/?lang=sr-Latn**")
    visit.page.wait_for_function("document.querySelector('h1')?.innerText === 'Pregled'")


def test_garbage_in_the_address_is_told_and_harmless(visit):
    visit.open(
        "/corridor?c=%3Cscript%3Ealert(1)%3C/script%3E&lang=xx&at=9_9&map=mars&via=..&leg=%00&v=9&d=old&zz=1"
    )
    assert visit.map
    notices = visit.page.locator(".site-notices li")
    assert notices.count() == 6
    assert "c=<script>" in notices.all_inner_texts()[0]
    assert visit.page.locator(".stException").count() == 0


def test_headers_compression_and_lifetimes(server):
    def ask(path, **headers):
        request = urllib.request.Request(server + path, headers=headers)  # noqa: S310 - our own address
        with urllib.request.urlopen(request) as answer:  # noqa: S310
            return answer.headers, answer.read()

    headers, body = ask("/corridor")
    assert "frame-ancestors 'self'" in headers["Content-Security-Policy"]
    assert "unsafe-inline" not in headers["Content-Security-Policy"].split("style-src")[0]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"]
    assert b"<title>Corridor Explorer</title>" in body
    script = body.decode().split('type="module" crossorigin src=".')[1].split('"')[0]
    headers, small = ask(script, **{"Accept-Encoding": "gzip, br"})
    assert headers["Content-Encoding"] == "br"
    assert "immutable" in headers["Cache-Control"]
    headers, plain = ask(script)
    assert len(small) < len(plain) / 3
    headers, _ = ask("/healthz")
    assert headers["Cache-Control"] == "no-store"
    _, ready = ask("/readyz")
    assert json.loads(ready)["ready"] is True


WIDER_THAN_PAPER = """() => [...document.querySelectorAll(".cx-table")]
  .filter((one) => one.getBoundingClientRect().right > innerWidth + 1).length"""


def test_a_printed_page_holds_its_tables_whole(visitor, server):
    visit = visitor(server, width=703)
    for path in ("/partners?part=mending&lang=en", "/partners?part=papers&lang=en", "/routes?lang=en"):
        visit.page.emulate_media(media="screen")
        visit.open(path).page.wait_for_selector(".cx-table", state="attached")  # a long one is folded
        visit.settled()
        visit.page.emulate_media(media="print")
        assert visit.page.evaluate(WIDER_THAN_PAPER) == 0, path
