"""A story is presented by keys, survives a lost network, and a visitor makes one of pinned views."""

import pytest

from corridor.story.packed import unpack
from ui.language.text import Words
from ui.stories.shelf import shelf

STORY = "february-talks"
SLIDES = len(shelf()[STORY].slides)
SHOWN = "document.querySelector('.slide.is-shown').id"


def overflow(page):
    return page.evaluate(
        "() => { const slide = document.querySelector('.slide.is-shown');"
        "return Math.max(slide.scrollHeight - slide.clientHeight, slide.scrollWidth - slide.clientWidth); }"
    )


@pytest.mark.parametrize(("lang", "scheme"), [("en", "light"), ("kk", "dark")])
def test_a_story_is_presented_by_keys_and_no_slide_is_cut(opened, server, lang, scheme):
    page = opened(viewport={"width": 1920, "height": 1080}, color_scheme=scheme)
    faults = []
    page.on("pageerror", lambda fault: faults.append(str(fault)))
    page.goto(f"{server}/present/{STORY}?lang={lang}")
    page.evaluate("document.fonts.ready")
    cut = []
    for number in range(1, SLIDES + 1):
        assert page.evaluate(SHOWN) == f"slide-{number}"
        assert page.url.endswith(f"#{number}")
        if overflow(page) > 2:
            cut.append(number)
        page.keyboard.press("ArrowRight")
    assert cut == []
    page.keyboard.press("Home")
    page.keyboard.press("Space")
    assert page.evaluate(SHOWN) == "slide-2"
    page.keyboard.press("Escape")
    assert page.locator(".slide:visible").count() == SLIDES
    page.keyboard.press("Escape")
    page.reload()
    assert page.evaluate(SHOWN) == "slide-2"
    assert faults == []


def test_a_lost_network_takes_no_slide(opened, server):
    page = opened(viewport={"width": 1280, "height": 720})
    page.goto(f"{server}/present/{STORY}?lang=ru#3")
    page.context.set_offline(True)
    page.evaluate("window.dispatchEvent(new Event('offline'))")
    told = page.locator("[data-at=told]")
    told.wait_for(state="visible")
    assert told.inner_text() == Words("ru").gettext("The server is not answering. All slides stay here.")
    page.keyboard.press("ArrowRight")
    assert page.evaluate(SHOWN) == "slide-4"
    page.context.set_offline(False)
    page.evaluate("window.dispatchEvent(new Event('online'))")
    told.wait_for(state="hidden")
    assert page.evaluate(SHOWN) == "slide-4"


def test_notes_follow_the_slides_in_a_second_window(opened, server):
    page = opened(viewport={"width": 1280, "height": 720})
    page.goto(f"{server}/present/{STORY}")
    with page.expect_popup() as popup:
        page.keyboard.press("n")
    notes = popup.value
    notes.wait_for_load_state()
    notes.wait_for_function("document.documentElement.classList.contains('is-notes')")
    page.keyboard.press("ArrowRight")
    notes.wait_for_function(f"{SHOWN} === 'slide-2'")
    assert notes.locator(".slide.is-shown .notes").is_visible()
    assert notes.locator("[data-at=clock]").inner_text()
    notes.keyboard.press("ArrowRight")
    page.wait_for_function(f"{SHOWN} === 'slide-3'")


def test_a_visitor_makes_a_story_of_pinned_views(visitor, server, tmp_path):
    visit = visitor(server, width=390, height=844).open("/method?lang=en").settled()
    page = visit.page
    page.locator(".site-share > summary").click()
    page.get_by_role("button", name="Pin to my story").click()
    page.get_by_role("button", name="Pinned").wait_for()
    pin = {"address": "corridor?c=tc-btk", "heading": "The <way>", "text": "# =cmd() 🚂 سلام"}
    page.evaluate(
        """(pin) => {
          const story = JSON.parse(localStorage.getItem("corridor-story"));
          localStorage.setItem("corridor-story", JSON.stringify({ title: "", pins: [...story.pins, pin] }));
        }""",
        pin,
    )
    page.goto(f"{server}/stories?lang=en")
    own = page.locator("#own-story")
    own.get_by_label("Title of the story").fill("=Ours()")
    own.get_by_label("One sentence").first.fill("Said of the method")
    own.get_by_role("button", name="Move down").first.click()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    for target in own.locator("button").all():
        assert min(target.bounding_box()["width"], target.bounding_box()["height"]) >= 24
    with page.expect_download() as download:
        own.get_by_role("button", name="Save as a text file").click()
    file = tmp_path / "story.txt"
    download.value.save_as(file)
    own.get_by_role("button", name="Start anew").click()
    damaged = tmp_path / "damaged.txt"
    damaged.write_bytes(b"\x00\xffnot a story" * 99)
    own.locator("input[type=file]").set_input_files(damaged)
    own.get_by_text("This file is not a story.").wait_for()
    own.locator("input[type=file]").set_input_files(file)
    own.locator("ol.pins > li").nth(1).wait_for()
    with page.expect_download() as paper:
        own.get_by_role("button", name="Word").click()
    assert paper.value.suggested_filename.endswith(".docx")
    own.get_by_role("button", name="Present").click()
    page.wait_for_url("**/present/own?**")
    story = unpack(page.evaluate("new URLSearchParams(location.search).get('s')"))
    assert story.title == "=Ours()"
    assert [slide.addresses for slide in story.slides] == [(), ("corridor?c=tc-btk",), ("method",)]
    page.keyboard.press("ArrowRight")
    assert page.locator(".slide.is-shown h2").inner_text() == "The <way>"
    assert page.locator(".slide.is-shown > p").nth(1).inner_text() == "=cmd() 🚂 سلام"
    page.keyboard.press("End")
    assert page.locator(".slide.is-shown > p").nth(1).inner_text() == "Said of the method"


def test_the_checks_before_one_presents_say_what_is_ready(opened, server):
    page = opened(viewport={"width": 1920, "height": 1080})
    page.goto(f"{server}/stories?lang=en")
    card = page.locator("details[data-check]").first
    card.locator("summary").click()
    card.locator(".checks li").nth(5).wait_for()
    told = card.locator(".checks li").all_inner_texts()
    assert any(line.startswith("✓ Every figure is in the data") for line in told)
    assert any(line.startswith("✓ The server answers") for line in told)
