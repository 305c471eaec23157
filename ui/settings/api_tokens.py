"""Tokens with which programs ask the API of a server for invited people."""

from __future__ import annotations

import hashlib
import os
import re
from hmac import compare_digest
from pathlib import Path
from typing import TYPE_CHECKING

from ui.settings.environment import API_TOKENS

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_TOKENS = 100
MAX_TOKEN_LETTERS = 200
_MAX_BYTES = 20_000
_LINE = re.compile(r"[\w.-]{1,64} ([0-9a-f]{64})")


class UnusableTokensError(ValueError):
    """The file of tokens cannot be read as one, so the server does not start."""

    def __init__(self, why: str) -> None:
        super().__init__(f"The file that {API_TOKENS} names cannot be used: {why}")


def api_tokens() -> tuple[bytes, ...]:
    """
    Read the digests of the tokens that the operator has given out; none where the setting is empty.

    Returns
    -------
    tuple of bytes
        SHA-256 digests; the tokens themselves are nowhere on the server.

    Raises
    ------
    UnusableTokensError
        If the file cannot be read, is too long, or has a line that is none.
    """
    given = os.environ.get(API_TOKENS, "").strip()
    return tuple(_digests(Path(given))) if given else ()


def is_token(given: str, digests: tuple[bytes, ...]) -> bool:
    """
    Whether a text is one of the tokens; it takes as long for each text of the same length.

    Parameters
    ----------
    given
        What a program sent; hostile.
    digests
        Digests of the tokens.
    """
    if not given or len(given) > MAX_TOKEN_LETTERS:
        return False
    digest = hashlib.sha256(given.encode()).digest()
    return sum([compare_digest(digest, known) for known in digests]) > 0


def _digests(file: Path) -> Iterator[bytes]:
    """Read the lines of a file: a name and a digest; a line may be empty, or a note after a number sign."""
    try:
        with file.open("rb") as opened:
            text = opened.read(_MAX_BYTES + 1).decode()
    except (OSError, UnicodeDecodeError) as error:
        raise UnusableTokensError(type(error).__name__) from error
    lines = {number: line.strip() for number, line in enumerate(text.splitlines(), 1)}
    lines = {number: line for number, line in lines.items() if line and not line.startswith("#")}
    if len(text) > _MAX_BYTES or len(lines) > MAX_TOKENS:
        msg = f"it has more than {MAX_TOKENS} tokens or {_MAX_BYTES:,} letters."
        raise UnusableTokensError(msg)
    for number, line in lines.items():
        found = _LINE.fullmatch(line)
        if found is None:
            msg = f"line {number} is not a name and a SHA-256 digest of 64 small letters and digits."
            raise UnusableTokensError(msg)
        yield bytes.fromhex(found[1])
