"""The bill of materials names every package of the lock with its digests and its licence."""

import json
import re

from corridor import __version__
from tools import notices, sbom

BILL = sbom.bill()
PACKAGES = {part["name"]: part for part in BILL["components"] if part.get("purl")}


def test_every_locked_package_is_in_it_with_digests_and_licence():
    assert {(name, part["version"]) for name, part in PACKAGES.items()} == set(notices.locked())
    for part in PACKAGES.values():
        hashes = part["externalReferences"][0]["hashes"]
        assert hashes
        assert all(re.fullmatch("[0-9a-f]{64}", found["content"]) for found in hashes)
        assert part["licenses"]


def test_it_is_a_bill_of_this_program_in_the_form_of_cyclonedx():
    assert (BILL["bomFormat"], BILL["specVersion"]) == ("CycloneDX", "1.6")
    assert re.fullmatch("urn:uuid:[0-9a-f-]{36}", BILL["serialNumber"])
    assert BILL["metadata"]["component"]["version"] == __version__
    refs = [part["bom-ref"] for part in BILL["components"]]
    assert len(refs) == len(set(refs))
    assert set(BILL["dependencies"][0]["dependsOn"]) < set(refs)


def test_what_the_repository_brings_itself_is_in_it():
    files = [file["name"] for part in BILL["components"] for file in part.get("components", ())]
    assert {"static/vendor/leaflet.js", "static/vendor/inter-latin.woff2"} <= set(files)


def test_the_same_lock_gives_the_same_bill_and_another_one_another_number():
    assert json.dumps(sbom.bill()) == json.dumps(BILL)
    digest = "0" * 64
    other = sbom.bill(f"numpy==1.0 ; python_version < '3' \\\n    --hash=sha256:{digest}\n")
    assert other["serialNumber"] != BILL["serialNumber"]
    (numpy,) = (part for part in other["components"] if part["name"] == "numpy")
    assert numpy["properties"] == [{"name": "cdx:python:marker", "value": "python_version < '3'"}]
