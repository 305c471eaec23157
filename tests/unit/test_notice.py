"""NOTICE names every package that an installation carries, and every library inside one."""

from importlib.metadata import PackageNotFoundError

import pytest

from tools import notices

TEXT = notices.NOTICE.read_text(encoding="utf-8")


@pytest.mark.parametrize(("name", "version"), notices.locked())
def test_a_locked_package_stands_in_notice_with_its_licence(name, version):
    assert f"\n  {name} {version}: " in TEXT, "run `python -m tools.notices`"


def test_notice_is_what_the_installed_packages_state():
    assert notices.renewed(TEXT) == TEXT, "run `python -m tools.notices`"


def test_a_package_that_is_gone_leaves_notice():
    longer = TEXT.replace("\n  zict ", "\n  gone 1.0: MIT\n  zict ")
    assert longer != TEXT
    assert notices.renewed(longer) == TEXT


@pytest.mark.parametrize(
    ("package", "part"),
    [
        ("shapely", "GEOS (LGPL-2.1)"),
        ("pyproj", "PROJ (MIT)"),
        ("pyogrio", "GDAL (MIT)"),
        ("pyarrow", "Apache Arrow C++ (Apache-2.0)"),
        ("ortools", "COIN-OR"),
        ("llvmlite", "LLVM (Apache-2.0 with LLVM exception)"),
        ("streamlit", "React"),
    ],
)
def test_what_a_wheel_carries_is_named_beside_it(package, part):
    (line,) = [line for line in TEXT.splitlines() if line.startswith(f"  {package} ")]
    assert part in line


def test_every_library_inside_a_package_is_known():
    known = 0
    for name, _version in notices.locked():
        try:
            found = notices.libraries(name)
        except PackageNotFoundError:
            continue
        known += sum(bool(notices.described(library)) for library in found)
    assert known > 20


def test_a_library_that_nobody_has_looked_at_is_refused():
    with pytest.raises(KeyError):
        notices.described("zzz")


@pytest.mark.parametrize(
    "part", ["Leaflet", "Inter", "OpenStreetMap", "Natural Earth", "GeoNames", "python:3.11-slim"]
)
def test_what_the_repository_carries_is_named(part):
    assert part in TEXT.partition(notices.BEGIN)[0]
