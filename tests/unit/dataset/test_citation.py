"""Citation and description for catalogues come from the metadata of the data."""

from __future__ import annotations

import json
import re

import yaml

from corridor import __version__
from corridor.cli.publication_verbs import CITATION
from corridor.dataset.citation import as_cff, as_json_ld, authors, in_one_line
from corridor.dataset.schema import read_package
from corridor.dataset.shipped import in_checkout
from corridor.dataset.tables import SHIPPED
from tests.shipped import shipped_data
from ui.server.document import inline_scripts, page


def test_citation_file_on_disk_is_the_generated_one():
    text = as_cff(read_package(SHIPPED).descriptor, software=__version__)
    assert in_checkout(CITATION).read_text(encoding="utf-8") == text, "run `corridor citation`"
    (software,) = yaml.safe_load(text)["references"]
    assert (software["type"], software["version"]) == ("software", __version__)
    assert software["authors"]


def test_citation_file_says_what_the_descriptor_says():
    source = read_package(SHIPPED).descriptor
    cff = yaml.safe_load(as_cff(source))
    assert "references" not in cff
    assert cff["cff-version"] == "1.2.0"
    assert cff["title"] == source["title"]
    assert cff["version"] == source["version"]
    assert cff["date-released"] == source["created"][:10]
    assert cff["license"] == source["licenses"][0]["name"]
    assert [one["name"] for one in cff["authors"]] == authors(source)


def test_texts_cannot_break_out_of_the_citation_file():
    title = 'A "quoted": title\nauthors: []  # \\ 𝄞'
    cff = yaml.safe_load(as_cff({"title": title, "name": "x", "contributors": "nobody", "licenses": [1]}))
    assert cff["title"] == title
    assert cff["authors"] == [{"name": "Unnamed contributors"}]


def test_one_line_names_version_and_content(sample):
    line = in_one_line(sample)
    assert sample.version in line
    assert sample.content_hash in line


def test_start_page_describes_the_data_without_a_script():
    data = as_json_ld(shipped_data(), api="/kz/api/v1", is_short=True) | {"name": "</script><b>\\1"}
    text = page(data=data)
    found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', text, flags=re.DOTALL)
    assert [json.loads(one) for one in found] == [data]
    assert len(inline_scripts()) == text.count("<script>")
    assert data["distribution"][0]["contentUrl"] == "/kz/api/v1/package.zip"
