"""The public face: one quick import, every name where it is said to be, values that show themselves."""

import ast
import base64
import importlib
import pkgutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

import corridor as cx
from corridor.freight.availability import surest_first

NAMES = [name for name in cx.__all__ if name != "__version__"]
MODULE = Path(cx.__file__)


@pytest.fixture(scope="module")
def data():
    return cx.load()


@pytest.fixture(scope="module")
def found(data):
    return cx.routes(data, "Astana", "Belgrade", avoid=["RU", "IR"])


def test_to_import_the_face_loads_no_library():
    heavy = "{'pandas', 'numpy', 'numba', 'geopandas', 'matplotlib', 'pyarrow', 'corridor.errors'}"
    asked = f"import sys, corridor; dir(corridor); print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)  # noqa: S603 - our own words
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("name", NAMES)
def test_a_name_of_the_face_is_there_and_described(name):
    value = getattr(cx, name)
    module, _colon, attribute = cx._HOMES[name].partition(":")
    assert value is getattr(importlib.import_module(module), attribute)
    assert value.__doc__
    assert name in dir(cx)


def test_the_face_lists_each_name_once_in_order():
    assert list(cx.__all__) == sorted(set(cx.__all__))
    assert set(NAMES) == set(cx._HOMES)
    assert dir(cx) == list(cx.__all__)


def test_type_checkers_see_the_same_face():
    tree = ast.parse(MODULE.read_text(encoding="utf-8"))
    seen = {
        alias.asname: f"{node.module}:{alias.name}"
        for block in tree.body
        if isinstance(block, ast.If)
        for node in block.body
        for alias in node.names
    }
    assert seen == cx._HOMES


def test_no_folder_or_module_can_take_the_place_of_a_name():
    inside = {module.name for module in pkgutil.iter_modules(cx.__path__)}
    assert {"routing", "freight", "dataset"} <= inside
    assert not inside & set(cx.__all__)


def test_a_name_that_there_is_not_is_refused_as_of_any_module():
    with pytest.raises(AttributeError, match="no attribute 'rutes'"):
        _ = cx.rutes


def test_a_dataset_is_told_in_one_line(data):
    text = repr(data)
    assert text == (
        f"<Dataset {data.version} ({data.content_hash}): {len(data.nodes):,} nodes, {len(data.legs):,} legs, "
        f"{len(data.claims):,} claims, {len(data.sources):,} sources>"
    )
    html = data._repr_html_()
    assert html.count("<tr>") == 1 + len(data.package.tables)
    assert f"<td>{len(data.claims):,}</td>" in html


def test_routes_are_told_in_one_line(data, found):
    text = repr(found)
    assert "\n" not in text
    assert text.startswith(f"<Routes: {len(found.table)} from Astana to Belgrade; best: time ")
    for criterion in found.criteria:
        best = surest_first(found.table, f"{criterion}_gaps", f"{criterion}_typical")
        assert best["route_id"].iloc[0] in text
    assert repr(cx.routes(data, "Astana", "Belgrade", avoid="RS")) == "<Routes: none>"


def test_routes_show_a_table_with_units_and_a_map(data, found):
    html = found._repr_html_()
    for unit in ("Time (h)", "Cost (USD/TEU)", "CO2e (kg/t)", "Distance (km)"):
        assert f"<th>{unit}</th>" in html
    first = found.table.iloc[0]
    assert f"<td>{first['route_id']}</td>" in html
    assert f"<td>{first['time_h_typical']:,.0f}<br><small>{first['time_h_basis']}</small></td>" in html
    picture = base64.b64decode(html.partition("base64,")[2].partition('"')[0])
    assert picture.startswith(b"\x89PNG")
    shown = html.count("<tr>") - 1
    assert shown == min(len(found.table), 12)
    assert (f"{len(found.table) - shown} more" in html) == (len(found.table) > shown)
    assert cx.routes(data, "Astana", "Belgrade", avoid="RS")._repr_html_() == "<p>No routes.</p>"


def test_a_sum_with_gaps_is_a_floor_and_one_without_parts_is_unknown(found):
    table = found.table.head(2).copy()
    table.loc[0, "time_h_gaps"] = 1
    table.loc[1, ["cost_usd_per_teu_typical", "cost_usd_per_teu_basis"]] = [float("nan"), "missing"]
    html = replace(found, table=table)._repr_html_()
    assert f"≥ {table.loc[0, 'time_h_typical']:,.0f}" in html
    assert "<td>not known<br><small>missing</small></td>" in html


def test_what_the_data_say_is_escaped(data):
    sharp = "<script>alert(1)</script>"
    nodes = data.nodes.copy()
    nodes.loc[nodes["node_id"] == "astana", "name_en"] = sharp
    found = cx.routes(replace(data, nodes=nodes), "astana", "belgrade", criteria="time")
    html = found._repr_html_()
    assert "&lt;script&gt;alert(1)" in html
    assert "<script" not in html


def test_without_the_extra_for_pictures_the_table_is_shown_alone(found, monkeypatch):
    monkeypatch.setitem(sys.modules, "corridor.picture.draw", None)
    html = found._repr_html_()
    assert "<img" not in html
    assert "<table>" in html
