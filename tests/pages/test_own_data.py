"""The page Your own data: refuses, explains, lets explore; nothing of it reaches another visit."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import TYPE_CHECKING

from streamlit.util import calc_hash

from tests.hostile.files import CASES, SCRIPT, changed, one, sample, sample_table, shipped
from tests.pages.conftest import Outline, written
from ui.language.text import LANGUAGES, Words
from ui.link.nav import ENTRIES, PAGES_FOLDER, entry
from ui.sections.own_data.report import report_csv
from ui.sections.own_data.upload import ENDINGS
from ui.settings.dataset import dataset

if TYPE_CHECKING:
    from streamlit.testing.v1 import AppTest

    from corridor.intake import Upload

PLACE = "Terminal Zhasyl 77"
CASES_FOLDER = Path(__file__).parents[1] / "cases"


def bring(app: AppTest, uploads: list[Upload]) -> AppTest:
    files = [(upload.name, upload.content, "application/octet-stream") for upload in uploads]
    app.get("file_uploader")[0].set_value(files)
    return app.run()


def explore(app: AppTest) -> AppTest:
    return app.button(key="own-explore").click().run()


def go(app: AppTest, page: str, **keys: str) -> AppTest:
    app.switch_page(f"../../{PAGES_FOLDER.name}/{entry(page).file}")
    if page != "overview":
        app._page_hash = calc_hash(entry(page).path)
    app.query_params.clear()
    for key, value in keys.items():
        app.query_params[key] = value
    return app.run()


def secret_land() -> list[Upload]:
    def rename(rows: list[dict[str, str]]) -> None:
        next(row for row in rows if row["node_id"] == "port-m")["name_en"] = PLACE

    return sample(name="Secret land", nodes=sample_table("nodes", rename))


def all_of(app: AppTest) -> str:
    """Everything that a page sends to the browser: its HTML, its widgets, its map."""
    parts = [written(app)]
    for kind in ("selectbox", "multiselect", "radio", "button", "markdown", "warning", "component_instance"):
        parts += [str(getattr(element, "proto", "")) for element in app.get(kind)]
    parts += [str(element) for element in app.main]
    return "\n".join(parts)


def test_the_app_lives_through_every_hostile_file(visit) -> None:
    app = visit("own-data", lang="en")
    for name, case in CASES.items():
        uploads = case.make()
        if any(upload.name.rpartition(".")[2] not in ENDINGS for upload in uploads):
            continue
        bring(app, uploads)
        assert not app.exception, name
        outline = Outline(written(app))
        assert outline.faults == [], name
        (outcome,) = outline.by_class("own-outcome")
        assert ("cannot be used" in outcome[1]) == (case.check is not None), name
        assert bool(outline.by_class("own-findings")) == (case.check is not None), name
        assert bool([one for one in app.button if one.key == "own-explore"]) == (case.check is None), name
    bring(app, sample())
    explore(app)
    assert not app.exception
    assert "Midland" in written(app)


def test_the_report_names_file_row_and_column_and_can_be_taken_along(visit) -> None:
    app = visit("own-data", lang="en")
    bring(app, one("nodes.csv", changed("nodes", 5, lat="=1+2", kind="harbour")))
    html = written(app)
    for part in ("nodes.csv", ">5<", ">lat<", ">kind<", "harbour", "not a number"):
        assert part in html
    intake = app.session_state["own-intake"][1]
    rows = list(csv.DictReader(io.StringIO(report_csv(intake, Words("en")).decode("utf-8-sig"))))
    assert len(rows) == len(intake.findings)
    assert {row["row"] for row in rows} == {"5"}
    assert not any(row["value"].startswith("=") for row in rows)
    assert app.get("download_button")


def test_the_report_speaks_the_visitors_language_and_says_what_was_assumed_apart(visit) -> None:
    app = visit("own-data", lang="ru")
    bring(app, one("error-cells.xlsx", (CASES_FOLDER / "error-cells.xlsx").read_bytes()))
    html = written(app)
    (findings,) = Outline(html).by_class("own-findings")
    for part in ("name_kk (C)", "в ячейке не значение, а ошибка", "Исправьте формулу", "claims.csv *"):
        assert part in findings[1], part
    assert findings[1].index("error-cells.xlsx") < findings[1].index("claims.csv *")
    (notes,) = Outline(html).by_class("own-notes")
    assert "Принято по предположению" in notes[1]
    assert "Ячеек с формулами: 2" in notes[1]
    assert 'lang="en"' not in html[html.index("own-outcome") :].partition("own-notes")[0]


def test_own_data_are_marked_on_every_page_and_in_every_language(visit) -> None:
    app = visit("own-data", lang="ru")
    bring(app, one("claims.csv", changed("claims", 2, note="Our own look")))
    explore(app)
    marked = set()
    # Words differ by language, what a page works out of own data does not.
    for page, lang in (*((page, "en") for page in ENTRIES), *((ENTRIES[0], lang) for lang in LANGUAGES)):
        go(app, page.name, lang=lang)
        assert not app.exception, (page.name, lang)
        assert not app.warning, (page.name, lang)
        (words,) = Outline(written(app)).by_class("own-words")
        assert "claims.csv" in words[1]
        marked.add(words[1])
    assert len(marked) == len(LANGUAGES)
    app.button(key="own-leave").click().run()
    assert not Outline(written(app)).by_class("own-words")
    assert "own" not in app.query_params


def test_nothing_reaches_another_visit(visit) -> None:
    mine, before = visit("own-data", lang="en"), dataset()
    bring(mine, secret_land())
    explore(mine)
    go(mine, "corridor", lang="en", own="1")
    assert PLACE in all_of(mine)
    for page in ENTRIES:
        go(mine, page.name, lang="en", own="1")
    for page in ENTRIES:
        other = visit(page.name, lang="en")
        assert not other.exception
        sent = all_of(other)
        assert PLACE not in sent
        assert "port-m" not in sent
        assert not Outline(written(other)).by_class("own-words")
    assert dataset() is before


def test_the_chain_of_own_data_is_shown_and_kept_in_the_address(visit) -> None:
    app = visit("own-data", lang="en")
    bring(app, secret_land())
    explore(app)
    go(app, "corridor", lang="en", own="1", c="main", leg="gauge-portm")
    html = written(app)
    assert not Outline(html).by_class("site-notices")
    assert PLACE in html


def test_a_link_made_with_own_data_says_so_to_others(seen) -> None:
    html = written(seen("corridor", lang="en", own="1", c="main"))
    assert "which no link carries" in html
    assert "c=main" in html


def test_a_script_in_a_name_stays_text(visit) -> None:
    app = visit("own-data", lang="en")
    bring(app, CASES["script in a name"].make())
    explore(app)
    for page in ("corridor", "sources", "own-data"):
        go(app, page, lang="en", own="1")
        html = written(app)
        assert "<script>document" not in html
        assert "<img src=x" not in html
    go(app, "corridor", lang="en", own="1")
    assert "&lt;script&gt;document" in written(app)
    (frame,) = (json.loads(element.proto.json_args) for element in _frames(app))
    scene = frame["feature_group"]
    assert "<script" not in scene
    assert "\\u003cscript>" in scene
    assert SCRIPT.split("{{")[1] in scene


def _frames(app: AppTest) -> list:
    found = []

    def walk(block) -> None:
        for child in getattr(block, "children", {}).values():
            if hasattr(getattr(child, "proto", None), "json_args"):
                found.append(child)
            walk(child)

    walk(app.main)
    return found


def test_changed_files_are_read_anew_and_taken_back(visit) -> None:
    app = visit("own-data", lang="en")
    bring(app, one("trade.csv", shipped("trade") + "a,b\n"))
    assert "cannot be used" in written(app)
    bring(app, one("trade.csv", shipped("trade")))
    assert "Nothing is wrong" in written(app)
    app.get("file_uploader")[0].set_value(None)
    app.run()
    assert not Outline(written(app)).by_class("own-outcome")
    assert "own-intake" not in app.session_state
