"""What is documented is what there is: pages, keys, verbs, the rule, the worked example."""

import importlib.util
import re
from pathlib import Path

import pytest
import yaml
from pandas import isna

from corridor.cli import main
from corridor.evidence.claims import about
from corridor.evidence.factors import default_factor
from corridor.evidence.figures import leg_figure
from tests.shipped import shipped_data
from tools import answers, links
from tools import verbs as cli_page
from ui.language.text import Words
from ui.link.keys import KEYS
from ui.link.nav import ENTRIES
from ui.sections.sources.rule import sentences

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
CLI = cli_page.PAGE.read_text(encoding="utf-8")
METHOD = (ROOT / "docs" / "method.md").read_text(encoding="utf-8")

DOCS = sorted(page.relative_to(ROOT).as_posix() for page in (ROOT / "docs").rglob("*.md"))


@pytest.fixture(scope="module")
def shipped():
    return shipped_data()


def verbs():
    return list(main.help_of_verbs(main.command_line()))


def test_the_page_of_links_is_what_the_registry_says():
    assert links.LINKS.read_text(encoding="utf-8") == links.as_markdown(), "run `python -m tools.links`"


def test_the_page_of_the_command_line_is_what_the_parser_says():
    assert cli_page.PAGE.read_text(encoding="utf-8") == cli_page.as_markdown(), "run `python -m tools.verbs`"


def test_the_tables_of_the_answers_stand_in_the_page_of_the_api():
    page = answers.PAGE.read_text(encoding="utf-8")
    assert page == answers.with_tables(page), "run `python -m tools.answers`"


@pytest.mark.parametrize("key", KEYS, ids=lambda key: key.name)
def test_every_key_has_its_meaning(key):
    assert len(key.meaning) > len(key.name) + 8
    assert f"| `{key.name}` | {key.meaning} |" in links.LINKS.read_text(encoding="utf-8")


@pytest.mark.parametrize("page", ENTRIES, ids=lambda page: page.name)
def test_every_page_has_its_paragraph(page):
    (words,) = re.findall(rf"^\| \*\*{page.title}\*\* \| `/{page.path}` \| (.+) \|$", README, re.MULTILINE)
    assert len(words) > 60


@pytest.mark.parametrize("verb", verbs())
def test_every_verb_has_its_line(verb):
    (words,) = re.findall(rf"^\| \[`{verb}`\]\(#{verb}\) \| (.+) \|$", CLI, re.MULTILINE)
    assert len(words) > 15


@pytest.mark.parametrize("verb", verbs())
def test_every_verb_has_its_section_with_all_that_it_takes(verb):
    _before, _heading, after = CLI.partition(f"\n### {verb}\n")
    section = after.partition("\n### ")[0]
    assert f"\n`corridor {verb}" in section
    actions = main.parsers(main.command_line())[verb]._actions
    flags = [flag for action in actions for flag in action.option_strings if flag not in {"-h", "--help"}]
    assert [flag for flag in flags if not re.search(rf"^\| `[^`]*{flag}\b", section, re.MULTILINE)] == []


def test_the_readme_starts_with_the_question_a_picture_and_the_commands():
    question, picture, commands = (README.index(part) for part in ("who says so?", "![", "## Two commands"))
    assert question < picture < commands < 2000
    (file,) = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", README)
    assert (ROOT / file).stat().st_size > 10_000


@pytest.mark.usefixtures("loaded_once")
@pytest.mark.parametrize("call", re.findall(r"^corridor (.+)$", README, re.MULTILINE))
def test_the_calls_of_the_readme_run(call, capsys):
    assert main.main(call.split()) == 0
    assert capsys.readouterr().out.strip()


@pytest.mark.usefixtures("loaded_once")
def test_the_python_of_the_readme_runs(capsys):
    (block,) = re.findall(r"^```python\n(.+?)^```$", README, re.MULTILINE | re.DOTALL)
    exec(compile(block, "README.md", "exec"), {})  # noqa: S102 - our own text
    assert "time_h" in capsys.readouterr().out


@pytest.mark.parametrize("decision", [page for page in DOCS if "decisions/" in page])
def test_every_decision_has_context_choice_and_consequence(decision):
    text = (ROOT / decision).read_text(encoding="utf-8")
    assert text.startswith(f"# {Path(decision).name[:4]} ")
    parts = [text.index(f"**{part}.**") for part in ("Context", "Choice", "Consequence")]
    assert parts == sorted(parts)


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md", "SECURITY.md", *DOCS])
def test_no_page_leads_nowhere(page):
    text = (ROOT / page).read_text(encoding="utf-8")
    targets = [link.partition("#")[0] for link in re.findall(r"\]\(([^)\s]+)\)", text)]
    folder = (ROOT / page).parent
    local = [target for target in targets if target and not target.startswith(("http", "mailto:"))]
    assert [target for target in local if not (folder / target).exists()] == []


def test_the_hooks_call_the_tools_of_the_project():
    config = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    assert [repository["repo"] for repository in config["repos"]] == ["local"]
    (hooks,) = (repository["hooks"] for repository in config["repos"])
    calls = [hook["entry"] for hook in hooks]
    assert len(calls) > 5
    assert all(call.startswith(".venv/bin/") for call in calls)
    for module in re.findall(r"-m (tools\.\w+)", " ".join(calls)):
        assert importlib.util.find_spec(module) is not None
    named = re.findall(r"(?:tests|data)/\S+", " ".join(calls))
    assert [path for path in named if not (ROOT / path).exists()] == []


def test_the_method_prints_the_rule_of_the_code():
    rule = "\n".join(f"{at}. {sentence}" for at, sentence in enumerate(sentences(Words("en")), start=1))
    assert f"## The rule\n{rule}\n" in METHOD


def test_the_example_shows_every_claim_of_the_leg(shipped):
    rows = about(shipped, "leg", "aktau-alat", "time_h").sort_values("claim_id")
    rows = rows.assign(as_of=rows["as_of"].fillna(""))
    expected = [
        f"| `{row.claim_id}` | {states(row)} | {row.kind} | {row.confidence} | {row.fit} | {row.as_of} |"
        for row in rows.itertuples()
    ]
    assert re.findall(r"^\| `c-.*$", METHOD, re.MULTILINE) == expected


def states(row):
    return f"{row.low:g} to {row.high:g}" if isna(row.typical) else f"{row.typical:g}"


def test_the_example_has_the_figure_of_the_rule(shipped):
    estimate = leg_figure(shipped, "aktau-alat", "time_h")
    code, winner, _shape = estimate.reason
    assert (code, winner) == ("confidence", "official")
    second = estimate.spoke[1]
    assert f"the confidence decides: `{estimate.claim_id}`, {winner}, stands before `{second}`" in METHOD
    assert f"**{estimate.typical:g} h**" in METHOD
    assert f"the range is **{estimate.low:g} to {estimate.high:g} h**" in METHOD
    assert {reason for _id, reason in estimate.lost} == {"fit-proxy"}


def test_the_modelled_example_can_be_worked_out_by_hand(shipped):
    distance = leg_figure(shipped, "beyneu-mangistau", "distance_km")
    time = leg_figure(shipped, "beyneu-mangistau", "time_h")
    factor = default_factor(shipped, "speed_km_h", mode="rail", countries=("KZ", "KZ"))
    assert (distance.basis, time.basis, time.factors) == ("published", "modelled", (factor.factor_id,))
    km, low, value, high = distance.typical, factor.low, factor.value, factor.high
    assert time.typical == pytest.approx(km / value)
    text = METHOD.replace("\n", " ")
    assert f"published: {km:g} km" in text
    assert f"factor `{factor.factor_id}`, is {value:g} km/h ({low:g} to {high:g})" in text
    assert f"{km:g} / {value:g} = **{km / value:.1f} h**" in text
    assert f"{km:g} / {high:g} = {time.low:.1f} h and {km:g} / {low:g} = {time.high:.1f} h" in text
