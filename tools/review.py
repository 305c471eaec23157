"""Print how many texts native speakers have to read (`locales/REVIEW.md`): ``python -m tools.review``."""

from __future__ import annotations

import sys
from collections import Counter

from tools import catalogues
from ui.language.text import LANGUAGES


def main() -> int:
    """Print translated and English texts of each catalogue, and the columns of the dataset."""
    for domain in catalogues.DOMAINS:
        for lang, (done, total) in catalogues.coverage(domain).items():
            print(f"{LANGUAGES[lang]}, {domain}.po: {done} translated, {total - done} in English")
    columns = Counter(
        message.locations[0][0].removeprefix("data/")
        for message in catalogues.extract(catalogues.DATA_DOMAIN)
        if message.id
    )
    for column, count in columns.items():
        print(f"{column}: {count}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
