"""The table of a search for places."""

from __future__ import annotations

from corridor.columns.column import Table, text

_LANGUAGES = {
    "en": "Name (English)",
    "kk": "Name (Kazakh)",
    "ru": "Name (Russian)",
    "sr": "Name (Serbian (Cyrillic))",
    "bg": "Name (Bulgarian)",
}

PLACES = Table(
    name="places",
    title="Places",
    description="One row is a node that the words may mean, the likeliest first.",
    columns=(
        text("node_id", "Node", "Node.", required=True),
        text("kind", "Kind", "Kind of node.", required=True, values_of="nodes.kind"),
        text("country", "Country", "ISO 3166-1 code."),
        text("unlocode", "UN/LOCODE", "UN/LOCODE."),
        text("iata", "IATA code", "IATA code."),
        *(text(f"name_{lang}", title, f"{title}.") for lang, title in _LANGUAGES.items()),
        text(
            "match",
            "How it matches",
            "How the words stand in a name, id or code.",
            required=True,
            enum=("whole", "beginning", "word"),
        ),
    ),
)
