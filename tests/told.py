"""What a page or a file tells, to be compared across forms."""

import unicodedata
from html.parser import HTMLParser


def bare(text):
    """A text without spaces, of whatever kind: lines are cut differently in each form."""
    plain = unicodedata.normalize("NFC", str(text))
    return "".join(letter for letter in plain if unicodedata.category(letter)[0] not in "ZC")


class Texts(HTMLParser):
    """All texts of a page but those of scripts and styles."""

    def __init__(self):
        super().__init__()
        self.found, self.hidden = [], 0

    def handle_starttag(self, tag, _attributes):
        self.hidden += tag in {"script", "style"}

    def handle_endtag(self, tag):
        self.hidden -= tag in {"script", "style"}

    def handle_data(self, data):
        if not self.hidden:
            self.found.append(data)
