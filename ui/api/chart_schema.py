"""A chart of the API as a JSON schema: axes, series and marks."""

from __future__ import annotations

from typing import Any, get_args

from corridor.charts.chart import Kind, To
from corridor.questions.charts import CHARTS

CHART_FORMS = {
    "svg": "image/svg+xml",
    "png": "image/png",
    "pdf": "application/pdf",
    "json": "application/json",
}
_NUMBER = {"type": ["number", "null"]}
_TEXT = {"type": "string"}
_AXIS: dict[str, Any] = {
    "type": "object",
    "properties": {
        "low": {"type": "number"},
        "high": {"type": "number"},
        "ticks": {"type": "array", "items": {"type": "number"}},
        "texts": {"type": "array", "items": _TEXT},
        "title": _TEXT,
        "unit": _TEXT,
        "is_named": {"type": "boolean", "description": "Whether the ticks are names, not measures."},
        "is_dates": {"type": "boolean", "description": "Whether the values are days since 0001-01-01."},
    },
    "required": ["low", "high", "ticks", "texts", "title", "unit", "is_named", "is_dates"],
}
_TARGET = {
    "type": ["object", "null"],
    "description": "What it stands for: the step of a route, a route, a claim, a project, a paper, an event.",
    "properties": {
        "kind": {"type": "string", "enum": list(get_args(To))},
        "id": _TEXT,
        "part": _TEXT,
    },
}
_MARK = {
    "type": "object",
    "properties": {
        "name": _TEXT,
        "at": {"type": "number", "description": "Its place on the axis across."},
        "low": _NUMBER,
        "typical": _NUMBER,
        "high": _NUMBER,
        "text": {"type": "string", "description": "The value with its unit."},
        "label": {"type": "string", "description": "Name and value in one sentence."},
        "basis": {"type": "string", "enum": ["", "published", "derived", "modelled", "missing"]},
        "gaps": {"type": "integer", "description": "Parts that are not known."},
        "target": _TARGET,
    },
    "required": ["name", "at", "low", "typical", "high", "text", "label", "basis", "gaps", "target"],
}
_SERIES = {
    "type": "object",
    "properties": {
        "name": _TEXT,
        "kind": {"type": "string", "enum": list(get_args(Kind))},
        "marks": {"type": "array", "items": _MARK},
    },
    "required": ["name", "kind", "marks"],
}
CHART: dict[str, Any] = {
    "type": "object",
    "properties": {
        "name": {"type": "string", "enum": [question.name for question in CHARTS]},
        "title": _TEXT,
        "caption": {"type": "string", "description": "How it is read."},
        "across": _AXIS,
        "panels": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {"up": _AXIS, "series": {"type": "array", "items": _SERIES}},
                "required": ["up", "series"],
            },
        },
        "apart": {"type": "array", "items": _MARK, "description": "What has no place on it."},
        "apart_title": _TEXT,
        "source": {"type": "string", "description": "Where the figures are from."},
        "lang": {"type": "string", "description": "Language of the texts."},
    },
    "required": ["name", "title", "caption", "across", "panels", "source", "lang"],
}
"""Schema of a chart as JSON."""
