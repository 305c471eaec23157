"""Chooses from a list as one would who types."""

import contextlib
import re

import pytest
from playwright.sync_api import TimeoutError as TimedOutError

ATTEMPTS = 4
OFFER_MS = 20_000


def choose(page, label, *wanted):
    """Choose options from the list with that label, one after the other, by words of each."""
    box = page.get_by_role("combobox", name=label, exact=True)
    for words in wanted:
        option = page.get_by_role("option", name=re.compile(words)).first
        # A run of the page that ends while one types closes the list; one would type again.
        for _attempt in range(ATTEMPTS):
            with contextlib.suppress(TimedOutError):
                box.click(timeout=OFFER_MS)
                box.fill("", timeout=OFFER_MS)  # the same words once more would be no change
                box.fill(words, timeout=OFFER_MS)
                option.click(timeout=OFFER_MS)
                break
        else:
            pytest.fail(f"{label} does not offer {words}")
