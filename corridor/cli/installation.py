"""Checks of what is installed: Python, packages, kernels, data, catalogues, fonts, geometry."""

from __future__ import annotations

import gettext
import re
import sys
import time
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

from corridor.cli.check import FAULT, OK, WARNING, Check
from corridor.dataset import shipped
from corridor.dataset.findings import in_words
from corridor.dataset.schema import read_package
from corridor.dataset.validation import validate
from corridor.language.text import CATALOGUES, DERIVED, DOMAIN, LANGUAGES, SOURCE_LANGUAGE
from corridor.words.plural import counted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

LOCK = "requirements.lock"
MIN_PYTHON, LAST_TESTED_PYTHON = (3, 11), (3, 14)
_LOCKED = re.compile(r"^([a-z0-9-]+)==([^ ;\\]+)( ;)?", re.MULTILINE)
_LISTED = 5
MIN_TEXTS = 1_000
# Letters that fonts leave out most often: Kazakh, Serbian, Bulgarian; the sign of a subscript is drawn as 2.
_LETTERS = "ӘғҚңӨұҮһІЂђЈјЉљЊњЋћЏџЪъЁё—№·"


def python(running: tuple[int, int] = sys.version_info[:2]) -> Check:
    """Compare the running Python with those that the program is tested with."""
    told = ".".join(map(str, running))
    least, latest = (".".join(map(str, each)) for each in (MIN_PYTHON, LAST_TESTED_PYTHON))
    if running < MIN_PYTHON:
        return Check(FAULT, "Python", f"{told} is too old. Install Python {least} or newer.")
    if running > LAST_TESTED_PYTHON:
        return Check(WARNING, "Python", f"{told} is newer than {latest}, the newest that is tested.")
    return Check(OK, "Python", told)


def packages(lock: Path = shipped.ROOT / LOCK) -> Iterator[Check]:
    """Compare installed packages with the lock."""
    if not lock.is_file():
        yield Check(OK, "Packages", f"not compared: {LOCK} is not part of an installed package")
        return
    locked = _locked(lock.read_text(encoding="utf-8"))
    absent, other, count = [], [], 0
    for name, (versions, is_conditional) in locked.items():
        try:
            found = version(name)
        except PackageNotFoundError:
            if not is_conditional:
                absent.append(name)
            continue
        count += 1
        if found not in versions:
            other.append(f"{name} {found} (tested: {' or '.join(sorted(versions))})")
    cure = "Run `make setup`, or pip install --require-hashes -r requirements.lock."
    if absent:
        yield Check(FAULT, "Packages", f"not installed: {_some(absent)}. {cure}")
    if other:
        yield Check(WARNING, "Packages", f"other versions than in the lock: {_some(other)}. {cure}")
    if not (absent or other):
        yield Check(OK, "Packages", f"{counted(count, 'package')} as in {lock.name}")


def kernels() -> Check:
    """Run the compiled searches, and tell whether their machine code was there."""
    begun = time.perf_counter()
    try:
        from corridor.search import compile as kernel_compiler  # noqa: PLC0415 - loads numba, which may be missing
        from corridor.search import kernel, reach_kernel  # noqa: PLC0415 - the same

        kernel_compiler.warm_kernels()
    except Exception as error:  # noqa: BLE001 - whatever is wrong with a compiler
        return Check(FAULT, "Kernels", f"The searches cannot be compiled: {error}")
    lasted_s = time.perf_counter() - begun
    functions = [each for module in (kernel, reach_kernel) for each in vars(module).values()]
    missed = sum(len(each.stats.cache_misses) for each in functions if hasattr(each, "stats"))
    if missed:
        words = (
            f"compiled just now, in {lasted_s:.0f} s. If this comes again, each start waits as long: "
            "set NUMBA_CACHE_DIR to a folder that the server may write."
        )
        return Check(WARNING, "Kernels", words)
    return Check(OK, "Kernels", f"compiled, loaded in {lasted_s:.1f} s")


def data(folder: Path) -> Check:
    """Validate the dataset."""
    findings = validate(folder)
    if len(findings):
        first = in_words(findings.head(1))[0]
        told = f"{counted(len(findings), 'finding')} in {folder}, the first: {first}"
        return Check(FAULT, "Data", f"{told} `corridor validate {folder}` lists all.")
    return Check(OK, "Data", f"version {read_package(folder).version} in {folder}")


def catalogues(folder: Path = CATALOGUES) -> Check:
    """Load the texts of each language."""
    read = [lang for lang in LANGUAGES if lang != SOURCE_LANGUAGE and lang not in DERIVED]
    for lang in read:
        try:
            with (folder / lang / "LC_MESSAGES" / f"{DOMAIN}.mo").open("rb") as file:
                found = gettext.GNUTranslations(file)
        except (OSError, ValueError, UnicodeDecodeError) as error:
            return Check(
                FAULT, "Languages", f"The catalogue of {lang} cannot be read: {error}. Run `make data`."
            )
        count = len(getattr(found, "_catalog", {}))
        if count < MIN_TEXTS:
            words = f"The catalogue of {lang} has {counted(count, 'text')}. Run `make data`."
            return Check(FAULT, "Languages", words)
    return Check(OK, "Languages", f"{', '.join(LANGUAGES)}")


def fonts() -> Check:
    """Look for the letters of all languages in the fonts of pictures and papers."""
    try:
        from corridor.picture.lettering import letters_of_font  # noqa: PLC0415 - an extra installs matplotlib

        letters = letters_of_font()
    except ImportError as error:
        words = f"{error.name} is not installed, so there are no pictures and papers."
        return Check(WARNING, "Fonts", words)
    except (OSError, RuntimeError) as error:
        return Check(FAULT, "Fonts", f"A font cannot be read: {error}")
    absent = [letter for letter in _LETTERS if ord(letter) not in letters]
    if absent:
        return Check(WARNING, "Fonts", f"The font of pictures has no {' '.join(absent)}.")
    return Check(OK, "Fonts", f"{counted(len(letters), 'letter')}, those of all languages among them")


def geometry(folder: Path = shipped.GEO) -> Check:
    """Read every layer of the base map."""
    import geopandas as gpd  # noqa: PLC0415 - takes a second, which other verbs do not need

    files = sorted(folder.glob("*.parquet"))
    for file in files:
        try:
            rows = len(gpd.read_parquet(file))
        except Exception as error:  # noqa: BLE001 - pyarrow raises errors of many kinds on a damaged file
            return Check(FAULT, "Geometry", f"{file} cannot be read: {error}")
        if not rows:
            return Check(FAULT, "Geometry", f"{file} has no rows.")
    if not files:
        return Check(FAULT, "Geometry", f"There are no layers in {folder}.")
    return Check(OK, "Geometry", f"{counted(len(files), 'layer')} in {folder}")


def _locked(text: str) -> Mapping[str, tuple[set[str], bool]]:
    """Versions of each package in a lock, and whether only some machines need it."""
    found: dict[str, tuple[set[str], bool]] = {}
    for name, locked, marker in _LOCKED.findall(text):
        versions, is_conditional = found.get(name, (set(), True))
        found[name] = (versions | {locked}, is_conditional and bool(marker))
    return found


def _some(names: list[str]) -> str:
    """List the first names and count the rest."""
    rest = len(names) - _LISTED
    return ", ".join(names[:_LISTED]) + (f" and {rest} more" if rest > 0 else "")
