"""What is imported is what is required, pinned and locked; both commands install from the locks."""

import ast
import re
import sys
import tomllib
from importlib.metadata import PackageNotFoundError, requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
EXTRAS = PROJECT["optional-dependencies"]
OURS = {"app", "benchmarks", "corridor", "pages", "tests", "tools", "ui"}
# Packages that are imported under another name than they are installed by.
CALLED = {"PIL": "pillow", "docx": "python-docx", "pptx": "python-pptx", "yaml": "pyyaml"}
# What need not be imported: runners, linters, builders, stubs, what the test client speaks through.
BY_NAME = {
    "hatchling",
    "httpx2",
    "import-linter",
    "mypy",
    "openapi-spec-validator",
    "pandas-stubs",
    "pytest-xdist",
    "ruff",
    "schemathesis",
    "types-openpyxl",
    "uv",
    "websockets",
}
LOCKS = {
    "requirements.txt": "requirements.lock",
    "requirements-sign-in.txt": "requirements-sign-in.lock",
    "requirements-dev.txt": "requirements-dev.lock",
    "benchmarks/requirements.txt": "benchmarks/requirements.lock",
}
ENTRY = re.compile(r"^(?P<name>[a-z0-9-]+)==(?P<version>[^ ;\\]+)(?: ; [^\\]+?)?(?P<hashes>(?: \\\n    --hash=sha256:[0-9a-f]{64})*)$", re.MULTILINE)  # fmt: skip  # noqa: E501


def imported(*places):
    """Packages that the files below some places import, by the names that they are installed by."""
    found = set()
    for place in places:
        path = ROOT / place
        for file in [path] if path.is_file() else path.rglob("*.py"):
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Import):
                    found |= {alias.name.partition(".")[0] for alias in node.names}
                elif isinstance(node, ast.ImportFrom) and node.level == 0:
                    found.add(node.module.partition(".")[0])
    local = {file.stem for file in (ROOT / "tests").rglob("*.py")}
    return {
        canonicalize_name(CALLED.get(name, name))
        for name in found - OURS - local - set(sys.stdlib_module_names)
    }


def required(path):
    """Requirements that a file of requirements names itself, by name."""
    lines = [line.split("#")[0].strip() for line in (ROOT / path).read_text(encoding="utf-8").splitlines()]
    return named([line for line in lines if line and not line.startswith("-r ")])


def named(texts):
    """Requirements by name."""
    return {canonicalize_name(one.name): one for one in map(Requirement, texts)}


def locked(path):
    """Version and hashes of each package in a lock."""
    text = (ROOT / path).read_text(encoding="utf-8")
    return {match["name"]: (match["version"], match["hashes"].split()) for match in ENTRY.finditer(text)}


def test_requirements_name_what_is_imported_and_no_more():
    assert set(required("requirements.txt")) == imported("corridor", "ui", "pages", "app.py")


def test_requirements_of_development_name_what_tests_and_tools_import():
    dev = set(required("requirements-dev.txt"))
    beside = imported("tests", "tools")
    for path in ("requirements.txt", "requirements-sign-in.txt"):
        beside -= set(required(path))
    assert dev - BY_NAME <= beside <= dev
    assert dev >= BY_NAME


def test_a_wheel_requires_what_the_library_imports():
    texts = (PROJECT["dependencies"], *(EXTRAS[extra] for extra in ("picture", "papers", "sweep")))
    parts = [set(named(one)) - {PROJECT["name"]} for one in texts]
    assert set().union(*parts) == imported("corridor")
    assert sum(map(len, parts)) == len(set().union(*parts))


def test_the_extra_of_the_dashboard_requires_what_its_code_imports():
    assert set(named(EXTRAS["ui"])) - {PROJECT["name"]} == imported("ui", "pages", "app.py") - set(
        named(PROJECT["dependencies"])
    )


def test_what_a_wheel_requires_allows_the_pins():
    pins = required("requirements.txt")
    wanted = [*PROJECT["dependencies"], *(one for texts in EXTRAS.values() for one in texts)]
    wheel = {name: one for name, one in named(wanted).items() if name != PROJECT["name"]}
    assert set(wheel) == set(pins)
    for name, requirement in wheel.items():
        (pin,) = pins[name].specifier
        assert requirement.specifier.contains(pin.version), f"{requirement} does not allow {pin.version}"


@pytest.mark.parametrize("path", LOCKS)
def test_every_requirement_is_one_exact_version(path):
    found = required(path)
    assert found
    for requirement in found.values():
        assert [one.operator for one in requirement.specifier] == ["=="], requirement


@pytest.mark.parametrize(("path", "lock"), LOCKS.items())
def test_the_lock_is_in_step_with_its_requirements(path, lock):
    versions = {name: version for name, (version, _hashes) in locked(lock).items()}
    found = required(path)
    wanted = {name: one.specifier.__str__().removeprefix("==") for name, one in found.items()}
    assert {name: versions.get(name) for name in wanted} == wanted, "run `make lock`"


@pytest.mark.parametrize("lock", LOCKS.values())
def test_every_line_of_a_lock_has_hashes_and_names_no_server(lock):
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert "://" not in text
    packages = locked(lock)
    assert len(packages) == len(re.findall(r"^[A-Za-z0-9]", text, re.MULTILINE))
    assert [name for name, (_version, hashes) in packages.items() if not hashes] == []


def test_the_locks_agree():
    run, sign_in, dev, bench = (locked(lock) for lock in LOCKS.values())
    assert all(lock.items() <= dev.items() for lock in (run, sign_in))
    assert dev.items() <= bench.items()


@pytest.mark.parametrize("lock", LOCKS.values())
def test_a_lock_holds_all_that_its_packages_need(lock):
    packages = locked(lock)
    seen = 0
    for name in packages:
        try:
            needs = [Requirement(text) for text in requires(name) or []]
        except PackageNotFoundError:  # for another system, another Python, or the benchmarks alone
            continue
        seen += 1
        for need in needs:
            if need.marker is None or need.marker.evaluate({"extra": ""}):
                version, _hashes = packages.get(canonicalize_name(need.name), ("", []))
                assert version, f"{name} needs {need}; run `make lock`"
                assert need.specifier.contains(version, prereleases=True), f"{name} needs {need}"
    assert seen > len(packages) // 2


def test_the_commands_and_the_container_install_from_the_locks_alone():
    files = ("Makefile", "Dockerfile", ".ci/run")
    text = "\n".join((ROOT / path).read_text(encoding="utf-8") for path in files)
    installs = re.findall(r"^.*(?:pip install|\$\(INSTALL\)).*$", text, re.MULTILINE)
    assert len(installs) > 4
    for line in installs:
        is_defined = line.startswith("INSTALL :=")
        assert is_defined or "--require-hashes" in line or "--no-deps --no-build-isolation -e ." in line, line
        assert ".txt" not in line
