"""Samples for operators are well formed and name only settings that there are; each setting is explained."""

import configparser
import re
import tomllib
from pathlib import Path

import pytest
import yaml

from ui.settings.environment import ALL

ROOT = Path(__file__).resolve().parents[2]
DEPLOY = ROOT / "deploy"
SAMPLES = sorted(path for path in DEPLOY.rglob("*") if path.is_file())
COMPOSE = yaml.safe_load((DEPLOY / "compose.yaml").read_text(encoding="utf-8"))
KUBERNETES = list(yaml.safe_load_all((DEPLOY / "kubernetes" / "corridor.yaml").read_text(encoding="utf-8")))


@pytest.mark.parametrize("path", [*SAMPLES, ROOT / "Dockerfile"], ids=lambda path: path.name)
def test_a_sample_names_only_settings_that_there_are(path):
    assert set(re.findall(r"\bCORRIDOR_[A-Z_]+", path.read_text(encoding="utf-8"))) <= set(ALL)


@pytest.mark.parametrize("name", ALL)
def test_every_setting_is_explained(name):
    assert f"| `{name}` |" in (ROOT / "docs" / "deploy.md").read_text(encoding="utf-8")


def test_a_container_and_a_package_carry_all_that_the_server_reads():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    packed = set(project["tool"]["hatch"]["build"]["targets"]["wheel"]["only-include"])
    ignored = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    copied = {line.removeprefix("!") for line in ignored if line.startswith("!")}
    assert packed <= copied
    texts = [
        path.read_text(encoding="utf-8")
        for name in ("corridor", "ui")
        for path in (ROOT / name).rglob("*.py")
    ]
    read = {name for text in texts for name in re.findall(r'\bROOT / "([a-z]+)"', text)}
    assert {"pages", "static", "stories"} <= read
    assert read - {"build"} <= packed


def test_every_sample_stands_in_the_list():
    listed = (DEPLOY / "README.md").read_text(encoding="utf-8")
    names = {path.relative_to(DEPLOY).as_posix() for path in SAMPLES} - {"README.md"}
    assert set(re.findall(r"^\| `([^`]+)` \|", listed, re.MULTILINE)) == names


@pytest.mark.parametrize("name", ["nginx/corridor.conf", "caddy/Caddyfile"])
def test_a_proxy_passes_sockets_and_closes_what_is_not_for_visitors(name):
    text = (DEPLOY / name).read_text(encoding="utf-8")
    code = re.sub(r"#.*", "", text)
    assert code.count("{") == code.count("}")
    assert "/metrics" in code
    assert "404" in code
    if "nginx" in name:
        for header in ("Upgrade", "Host", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto"):
            assert f"proxy_set_header {header} " in code
        # Passed on as a visitor sent it, it would be the visitor's word.
        assert "$proxy_add_x_forwarded_for" not in code


def test_the_proxy_of_compose_says_what_that_of_nginx_says():
    inside = COMPOSE["configs"]["site"]["content"].replace("$$", "$")
    sample = (DEPLOY / "nginx" / "corridor.conf").read_text(encoding="utf-8")
    ours = {line.strip() for line in sample.splitlines() if line.strip().startswith("proxy_")}
    theirs = {line.strip() for line in inside.splitlines() if line.strip().startswith("proxy_")}
    assert theirs <= ours
    assert {line for line in ours - theirs if "tries" not in line} == set()


def test_containers_may_do_nothing_that_they_need_not():
    for name in ("first", "second"):
        service = COMPOSE["services"][name]
        assert service["read_only"] is True
        assert service["cap_drop"] == ["ALL"]
        assert "ports" not in service
    assert COMPOSE["networks"]["inside"]["internal"] is True
    pod = KUBERNETES[0]["spec"]["template"]["spec"]
    assert pod["securityContext"]["runAsNonRoot"] is True
    for container in (*pod["containers"], *pod["initContainers"]):
        assert container["securityContext"]["readOnlyRootFilesystem"] is True
        assert container["securityContext"]["capabilities"]["drop"] == ["ALL"]


def test_the_unit_gives_the_server_time_to_stop_and_nothing_to_write():
    unit = configparser.ConfigParser(strict=False, interpolation=None)
    unit.optionxform = str
    unit.read(DEPLOY / "systemd" / "corridor.service", encoding="utf-8")
    service = unit["Service"]
    assert int(service["TimeoutStopSec"]) > 5
    assert service["ProtectSystem"] == "strict"
    assert service["DynamicUser"] == service["NoNewPrivileges"] == "yes"
