"""Make the fonts of pictures and papers: one file a weight from the vendored subsets of Inter."""

from __future__ import annotations

import tempfile
from pathlib import Path

from fontTools.merge import Merger, Options
from fontTools.subset import Options as SubsetOptions
from fontTools.subset import Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

ROOT = Path(__file__).resolve().parents[1]
VENDOR = ROOT / "static" / "vendor"
FOLDER = ROOT / "corridor" / "brief" / "fonts"
SUBSETS = ("latin", "latin-ext", "cyrillic", "cyrillic-ext")
WEIGHTS = (400, 600)
# Latin with its extension A, Cyrillic with the letters of Kazakh, punctuation, signs of figures.
LETTERS = (
    (0x0020, 0x007E), (0x00A0, 0x017F), (0x0218, 0x021B), (0x0259, 0x0259), (0x0400, 0x04FF),
    (0x2010, 0x2026), (0x202F, 0x203A), (0x20AC, 0x20AC), (0x20B8, 0x20B8), (0x2116, 0x2122),
    (0x2190, 0x2193), (0x2212, 0x2212), (0x2248, 0x2265),
)  # fmt: skip
# What lays text out in a browser and not here; their offsets would hang on the order of glyphs.
_LEFT_OUT = ("GSUB", "GPOS", "GDEF", "STAT", "DSIG", "MVAR", "HVAR", "gasp")


def main() -> None:
    """Write every weight."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for weight in WEIGHTS:
        file = FOLDER / f"inter-{weight}.ttf"
        made(weight).save(file, reorderTables=False)
        print(f"Wrote {file.relative_to(ROOT)}, {file.stat().st_size:,} bytes")


def made(weight: int) -> TTFont:
    """Give one weight with all letters."""
    with tempfile.TemporaryDirectory() as folder:
        files = []
        taken: set[int] = set()
        for subset in SUBSETS:
            font = _cut(weight, subset, taken)
            taken |= set(font.getBestCmap())
            files.append(f"{folder}/{subset}.ttf")
            font.save(files[-1])
        merged = Merger(options=Options(drop_tables=list(_LEFT_OUT))).merge(files)
    first = TTFont(VENDOR / f"inter-{SUBSETS[0]}.woff2")["head"]
    merged["head"].created, merged["head"].modified = first.created, first.modified
    merged.recalcTimestamp = False
    return merged


def _cut(weight: int, subset: str, taken: set[int]) -> TTFont:
    """Cut one subset at a weight down to our letters, without those that another has already."""
    font = TTFont(VENDOR / f"inter-{subset}.woff2", recalcTimestamp=False)
    letters = {code for first, last in LETTERS for code in range(first, last + 1)} - taken
    options = SubsetOptions(notdef_outline=True, layout_features=[], hinting=False, drop_tables=[])
    cutter = Subsetter(options)
    cutter.populate(unicodes=letters & set(font.getBestCmap()))
    cutter.subset(font)
    font = instancer.instantiateVariableFont(font, {"wght": weight})
    font.flavor = None
    for table in _LEFT_OUT:
        if table in font:
            del font[table]
    return font


if __name__ == "__main__":
    main()
