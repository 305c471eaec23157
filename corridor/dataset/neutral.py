"""Texts that a spreadsheet would take for formulas, made harmless in CSV, read back as they were.

A spreadsheet runs a cell that begins with ``=``, ``+``, ``-``, ``@``, a tab or a line end as a formula;
such a cell can call out of the machine. The shipped data holds some two dozen honest ones ("+20% on 2020"),
so leaving them out is no way. Each such **text** gets one apostrophe in front, the mark that spreadsheets
themselves use for "this is text". So that nothing is lost, a text that already looks marked (apostrophes,
then such a beginning) gets one more. The rule therefore never gives two texts the same form, `restored`
takes exactly one apostrophe off again, and `corridor.dataset.cells` does so for every CSV file it reads.
Numbers are no texts: -6.1 stays a number.

Blanks before the sign count too, and so do the wide forms ＝ ＋ － ＠ of East Asian keyboards, since some
programs skip the one and fold the other.

What it cannot prevent: a program told to split at another sign than the comma sees other cells than we
wrote.
"""

from __future__ import annotations

import re

MARK = "'"
_RUNS = re.compile(r"'*(?:\s*[=+\-@＝＋－＠]|[\t\r\n])")


def neutralised(text: str) -> str:
    """Give a text the form in which no spreadsheet runs it."""
    return MARK + text if _RUNS.match(text) else text


def restored(text: str) -> str:
    """Give back the text that `neutralised` was given."""
    return text[1:] if text.startswith(MARK) and _RUNS.match(text) else text


def is_formula(text: str) -> bool:
    """Whether a spreadsheet might run this text, or it looks as if it had been marked before."""
    return _RUNS.match(text) is not None
