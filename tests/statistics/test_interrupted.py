"""Real processes that are killed, run out of disk or run at the same time leave the old or the new, never a mixture."""

import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from pytest_httpserver import HTTPServer

from scripts.statistics.command import main
from scripts.statistics.store import load
from tests.statistics.answers import serve

ROOT = Path(__file__).parents[2]
CHANGED = {
    ("neet-15-29", "BE", "T", "2025"): 10.4,
    ("neet-15-24", "BE", "T", "2025"): 7.9,
    ("vroegtijdige-schoolverlaters", "EU27_2020", "T", "2025"): 9.3,
}
# Each flush to disk says so and takes a moment, so that there is time to kill and to be in each other's way.
SLOW = """\
import os, sys, time
fsync = os.fsync
def slow(descriptor):
    print("flush", file=sys.stderr, flush=True)
    time.sleep(0.05)
    fsync(descriptor)
os.fsync = slow
"""
FULL = "import resource\nresource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))\n"
MAIN = "import sys\nfrom scripts.statistics.command import main\nsys.exit(main(sys.argv[1:]))\n"


def start(docs: Path, base: str, *arguments: str, before: str = SLOW, **environment: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [
            sys.executable,
            "-c",
            before + MAIN,
            "--docs",
            str(docs),
            "--today",
            "2026-11-22",
            *(arguments or ("--source", "eurostat")),
        ],
        cwd=ROOT,
        env={**os.environ, "EUROSTAT_URL": base, "NO_PROXY": "*", **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def finish(process: "subprocess.Popen[str]") -> tuple[int, str]:
    """Its exit code, and all it said."""
    out, err = process.communicate()
    return process.returncode, out + err


def texts(docs: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (docs / "data").glob("[!.]*")}


def left_behind(docs: Path) -> list[Path]:
    return list((docs / "data").glob(".*"))


@pytest.fixture
def base(docs: Path, httpserver: HTTPServer) -> str:
    return serve(httpserver, docs, CHANGED)


@pytest.fixture
def new(docs: Path, base: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, bytes]:
    """The files as an undisturbed update leaves them."""
    other = Path(shutil.copytree(docs, tmp_path / "undisturbed"))
    monkeypatch.setenv("EUROSTAT_URL", base)
    assert main(["--docs", str(other), "--today", "2026-11-22", "--source", "eurostat"]) == 0
    assert texts(other) != texts(docs)
    return texts(other)


@pytest.mark.parametrize("flush", [1, 2, 5, 7])
def test_a_killed_update_leaves_each_file_old_or_new_and_the_next_one_finishes(
    docs: Path, base: str, new: dict[str, bytes], flush: int
) -> None:
    old = texts(docs)
    process = start(docs, base)
    assert process.stderr is not None
    for _ in range(flush):
        while process.stderr.readline().strip() != "flush":
            pass
    process.send_signal(signal.SIGKILL)

    assert finish(process)[0] == -signal.SIGKILL
    found = texts(docs)
    assert found.keys() == old.keys()
    assert {name for name, text in found.items() if text not in (old[name], new[name])} == set()

    assert finish(start(docs, base, before=""))[0] == 0
    assert texts(docs) == new
    assert left_behind(docs) == []


def test_two_updates_at_once_leave_the_new_files(docs: Path, base: str, new: dict[str, bytes]) -> None:
    both = [start(docs, base), start(docs, base)]
    assert [finish(process)[0] for process in both] == [0, 0]
    assert texts(docs) == new
    assert left_behind(docs) == []


def test_two_updates_of_other_sources_do_not_lose_each_others_status(docs: Path, base: str, httpserver: HTTPServer) -> None:
    listed = docs / "bronnen" / "indicatoren.yml"
    text = listed.read_text(encoding="utf-8")
    one = text[text.index("neet-15-24:") : text.index("vroegtijdige")].replace("neet-15-24", "leden")
    listed.write_text(f"{text}\n{one.replace('source: eurostat', 'source: discord')}", encoding="utf-8")
    httpserver.expect_request("/invites/abcdef").respond_with_data("{}", status=404)
    unknown = {"DISCORD_INVITE": "abcdef", "DISCORD_URL": httpserver.url_for("")}
    both = [start(docs, base), start(docs, base, "--source", "discord", **unknown)]
    assert [finish(process)[0] for process in both] == [0, 1]
    states = json.loads((docs / "data" / "status.json").read_text(encoding="utf-8"))["sources"]
    assert {name: state["state"] for name, state in states.items()} == {"discord": "failing", "eurostat": "answering"}


def test_a_full_disk_leaves_the_old_files_and_is_said(docs: Path, base: str) -> None:
    old = texts(docs)
    code, said = finish(start(docs, base, before=FULL))
    assert code == 1
    assert "bewaren lukte niet" in said
    assert "Traceback" not in said
    assert {name: text for name, text in texts(docs).items() if name != "status.json"} == {
        name: text for name, text in old.items() if name != "status.json"
    }
    assert left_behind(docs) == []
    for path in (docs / "data").glob("[!s]*.json"):
        load(path)
