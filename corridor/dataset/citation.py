"""How to cite the data, from the metadata in datapackage.json: CITATION.cff and schema.org/Dataset."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from corridor.dataset.tables import Dataset

_MESSAGE = (
    "If you use the data or the dashboard, please cite it as below, "
    "with the data version shown in the footer."
)
_SOFTWARE = "Corridor Explorer"
_FORMATS = {
    "csv": "text/csv",
    "json": "application/json",
}


def as_cff(descriptor: Mapping[str, Any], *, software: str = "") -> str:
    """
    Write CITATION.cff (Citation File Format 1.2.0).

    Parameters
    ----------
    descriptor
        `datapackage.json` as read.
    software
        Version of the program, to be named as a reference; none is named if empty.

    Returns
    -------
    str
        YAML that ends with a line feed. What the descriptor does not say is left out.
    """
    lines = [
        "# Generated from data/routes/datapackage.json by `corridor citation`; do not edit by hand.",
        "cff-version: 1.2.0",
        f"message: {_quoted(_MESSAGE)}",
        f"title: {_quoted(_title(descriptor))}",
        "type: dataset",
        "authors:",
        *(f"  - name: {_quoted(author)}" for author in authors(descriptor)),
    ]
    if descriptor.get("description"):
        lines.append(f"abstract: {_quoted(descriptor['description'])}")
    if descriptor.get("version"):
        lines.append(f"version: {_quoted(descriptor['version'])}")
    if descriptor.get("created"):
        lines.append(f"date-released: {_quoted(str(descriptor['created'])[:10])}")
    if licences(descriptor):
        lines.append(f"license: {_quoted(licences(descriptor)[0].get('name', ''))}")
    words = descriptor.get("keywords")
    if isinstance(words, list) and words:
        lines += ["keywords:", *(f"  - {_quoted(word)}" for word in words)]
    if software:
        lines += [
            "references:",
            "  - type: software",
            f"    title: {_quoted(_SOFTWARE)}",
            f"    version: {_quoted(software)}",
            '    license: "MIT"',
            "    authors:",
            f"      - name: {_quoted(f'{_SOFTWARE} contributors')}",
        ]
    return "\n".join(lines) + "\n"


def as_json_ld(dataset: Dataset, *, api: str, is_short: bool = False) -> dict[str, Any]:
    """
    Describe the data as schema.org/Dataset, for search engines and catalogues.

    Parameters
    ----------
    dataset
        The route dataset.
    api
        Address of the API, without a slash at its end.
    is_short
        Leave out the quantities and the downloads of single tables, as a web page does.

    Returns
    -------
    dict
        JSON-LD, to be written by `json.dumps`.
    """
    source = dataset.package.descriptor
    used = dataset.countries[dataset.countries["iso2"].isin(set(dataset.nodes["country"]))]
    body: dict[str, Any] = {
        "@context": "https://schema.org/",
        "@type": "Dataset",
        "name": _title(source),
        "description": source.get("description", ""),
        "identifier": f"{dataset.package.name}@{dataset.version}+{dataset.content_hash}",
        "version": dataset.version,
        "datePublished": dataset.package.created,
        "license": [licence["path"] for licence in licences(source) if "path" in licence],
        "creator": [{"@type": "Organization", "name": author} for author in authors(source)],
        "keywords": source.get("keywords", []),
        "isAccessibleForFree": True,
        "inLanguage": "en",
        "spatialCoverage": [{"@type": "Country", "name": name} for name in used["name_en"]],
        "distribution": [_download("Everything, as one zip", f"{api}/package.zip", "application/zip")],
    }
    if not is_short:
        body["variableMeasured"] = sorted(dataset.quantities["name_en"].dropna())
        body["distribution"] += [
            _download(f"{table.title} ({end.upper()})", f"{api}/tables/{table.name}.{end}", media_type)
            for table in dataset.package.tables.values()
            for end, media_type in _FORMATS.items()
        ]
    return {key: value for key, value in body.items() if value not in ("", [])}


def in_one_line(dataset: Dataset) -> str:
    """Give the citation as one line of text."""
    names = ", ".join(authors(dataset.package.descriptor))
    year = f" ({dataset.package.created[:4]})" if dataset.package.created else ""
    return (
        f"{names}{year}. {dataset.package.title}. Version {dataset.version}, content {dataset.content_hash}."
    )


def authors(descriptor: Mapping[str, Any]) -> list[str]:
    """Names of those whom the descriptor calls authors, or of all contributors if it calls nobody so."""
    listed = descriptor.get("contributors")
    people = (
        [licence for licence in listed if isinstance(licence, dict) and licence.get("title")]
        if isinstance(listed, list)
        else []
    )
    named = [person for person in people if "author" in (person.get("roles") or [person.get("role")])]
    return [str(person["title"]) for person in named or people] or ["Unnamed contributors"]


def licences(descriptor: Mapping[str, Any]) -> list[dict[str, str]]:
    """List the licences that the descriptor names, each with name, title and path as far as it says."""
    listed = descriptor.get("licenses")
    return [entry for entry in listed if isinstance(entry, dict)] if isinstance(listed, list) else []


def _title(descriptor: Mapping[str, Any]) -> str:
    """Title, or the name where there is none."""
    return str(descriptor.get("title") or descriptor.get("name", ""))


def _download(name: str, url: str, media_type: str) -> dict[str, str]:
    """One file to download."""
    return {"@type": "DataDownload", "name": name, "contentUrl": url, "encodingFormat": media_type}


def _quoted(value: Any) -> str:
    """Write a text as YAML and JSON both read it."""
    return json.dumps(str(value), ensure_ascii=False)
