"""`corridor doctor` says in words what is missing, and exits with 1 where the server would not work."""

from __future__ import annotations

import json
import shutil
import socket
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from corridor.cli import doctor_verbs, installation, machine
from corridor.cli.check import FAULT, OK, WARNING, Check
from corridor.cli.main import main
from corridor.dataset import shipped

HERE = "127.0.0.1"


def free_port():
    with socket.socket() as probe:
        probe.bind((HERE, 0))
        return probe.getsockname()[1]


@contextmanager
def answering(body):
    class Answer(BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_words):
            return

    server = HTTPServer((HERE, 0), Answer)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def test_a_good_installation_is_said_to_be_one(capsys):
    assert main(["doctor", "--port", str(free_port())]) == 0
    told = capsys.readouterr().out
    for subject in (
        "Python", "Packages", "Kernels", "Data", "Geometry", "Languages", "Fonts", "Settings", "Folder",
        "Memory", "Port",
    ):  # fmt: skip
        assert f" {subject} " in told
    assert "fault" not in told.replace("default", "")


def test_faulty_data_and_a_wrong_setting_are_faults(package, monkeypatch, capsys):
    (package / "countries.csv").write_text("nothing\n", encoding="utf-8")
    monkeypatch.setenv("CORRIDOR_LOG", "xml")
    assert main(["doctor", "--folder", str(package), "--port", str(free_port()), "--json"]) == 1
    found = {check["subject"]: check for check in json.loads(capsys.readouterr().out)["checks"]}
    assert found["Data"]["state"] == found["Settings"]["state"] == FAULT
    assert "findings in" in found["Data"]["words"]
    assert f"corridor validate {package}" in found["Data"]["words"]


def test_the_summary_counts(monkeypatch, capsys):
    found = [Check(OK, "A", "fine"), Check(WARNING, "B", "slow"), Check(FAULT, "C", "broken")]
    for count, last, code in (
        (1, "Everything is there.", 0),
        (2, "1 warning. The dashboard works.", 0),
        (3, "1 fault and 1 warning. The dashboard does not work like this.", 1),
    ):
        monkeypatch.setattr(doctor_verbs, "checks", lambda *_asked, count=count: iter(found[:count]))
        assert main(["doctor"]) == code
        assert capsys.readouterr().out.splitlines()[-1] == last


@pytest.mark.parametrize("port", ["0", "70000", "-1"])
def test_a_port_that_does_not_exist_is_refused(port, capsys):
    assert main(["doctor", "--port", port]) == 1
    assert "Choose a port from 1 to 65535" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("running", "state"), [((3, 10), FAULT), ((3, 11), OK), ((3, 14), OK), ((3, 15), WARNING)]
)
def test_python_is_neither_too_old_nor_untested(running, state):
    assert installation.python(running).state == state


def lock(tmp_path, text):
    file = tmp_path / "requirements.lock"
    file.write_text(text, encoding="utf-8")
    return list(installation.packages(file))


def test_packages_are_compared_with_the_lock(tmp_path):
    from importlib.metadata import version  # noqa: PLC0415 - of what is installed here

    hashes = " \\\n    --hash=sha256:00\n"
    (fine,) = lock(tmp_path, f"numpy=={version('numpy')}{hashes}")
    assert fine.state == OK
    absent, other = lock(tmp_path, f"no-such-package==1.0{hashes}numpy==0.1{hashes}pandas==0.2{hashes}")
    assert (absent.state, other.state) == (FAULT, WARNING)
    assert "no-such-package" in absent.words
    assert f"numpy {version('numpy')} (tested: 0.1)" in other.words
    # Only some machines need it; and one of two versions is enough.
    marked = f"no-such-package==1.0 ; sys_platform == 'plan9'{hashes}"
    assert {check.state for check in lock(tmp_path, marked)} == {OK}
    both = f"numpy==0.1 ; python_version < '3'{hashes}numpy=={version('numpy')}{hashes}"
    assert {check.state for check in lock(tmp_path, both)} == {OK}


def test_without_a_lock_packages_are_not_compared(tmp_path):
    (check,) = installation.packages(tmp_path / "requirements.lock")
    assert check.state == OK
    assert "not compared" in check.words


def test_a_compiler_that_fails_is_a_fault(monkeypatch):
    from corridor.search import compile as kernel_compiler  # noqa: PLC0415 - only here

    def fail():
        message = "no compiler"
        raise RuntimeError(message)

    monkeypatch.setattr(kernel_compiler, "warm_kernels", fail)
    check = installation.kernels()
    assert check.state == FAULT
    assert "no compiler" in check.words


def test_a_catalogue_that_is_gone_or_damaged_is_a_fault(tmp_path):
    folder = tmp_path / "locales"
    shutil.copytree(shipped.ROOT / "locales", folder)
    assert installation.catalogues(folder).state == OK
    (folder / "ru/LC_MESSAGES/explorer.mo").write_bytes(b"nothing")
    assert installation.catalogues(folder).state == FAULT
    (folder / "kk/LC_MESSAGES/explorer.mo").unlink()
    check = installation.catalogues(folder)
    assert check.state == FAULT
    assert "of kk " in check.words


def test_a_layer_that_is_damaged_is_a_fault(tmp_path):
    assert installation.geometry(tmp_path).state == FAULT
    (tmp_path / "lakes.parquet").write_bytes(b"nothing")
    check = installation.geometry(tmp_path)
    assert check.state == FAULT
    assert "lakes.parquet" in check.words


@pytest.mark.parametrize(("free_mb", "state"), [(449, FAULT), (450, WARNING), (699, WARNING), (700, OK)])
def test_memory_is_compared_with_what_was_measured(free_mb, state):
    assert machine.memory(free_mb).state == state


def test_a_folder_that_cannot_be_written_makes_starts_slower(tmp_path):
    assert machine.scratch(tmp_path / "new").state == OK
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    check = machine.scratch(tmp_path / "file" / "build")
    assert check.state == WARNING
    assert "holds them in memory" in check.words


def test_a_port_is_free_taken_or_served_by_us():
    assert machine.port(HERE, free_port()).state == OK
    with answering(b'{"ready": true, "data": "9.9"}') as number:
        check = machine.port(HERE, number)
        assert (check.state, "9.9" in check.words) == (OK, True)
    for body in (b"nothing", b"[]", b'{"ready": "yes"}', b"\xff"):
        with answering(body) as number:
            check = machine.port(HERE, number)
            assert check.state == FAULT
            assert "--port" in check.words


def test_an_address_of_another_machine_cannot_be_listened_at():
    assert machine.port("192.0.2.1", free_port()).state == FAULT
