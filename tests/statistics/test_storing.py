"""A reader sees the old file or the new one, whatever happens in between."""

import json
import os
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from scripts.errors import ContentError
from scripts.statistics import store
from scripts.statistics.status import SourceStatus, Status, load_status, write_status

ROOT = Path(__file__).parents[2]


def test_a_file_read_and_written_again_is_the_same(docs: Path) -> None:
    for path in sorted((docs / "data").glob("*.json")):
        if path.name != "status.json":
            assert store.serialise(store.load(path)) == path.read_text(encoding="utf-8"), path.name


def test_text_is_readable_sorted_and_ends_with_a_newline(docs: Path) -> None:
    data = store.load(docs / "data" / "vroegtijdige-schoolverlaters.json")
    text = store.serialise(data)
    assert "enquête" in text
    assert text.endswith("}\n")
    assert [(one.key.geo, one.key.sex) for one in data.series] == sorted((one.key.geo, one.key.sex) for one in data.series)
    assert list(json.loads(text)["series"][0]) == ["key", "origin", "observations"]


def test_a_failing_replace_leaves_the_old_file_and_nothing_beside_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "x.json"
    store.write(path, "old\n")

    def fail(self: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OSError, match="No space"):
        store.write(path, "new\n")
    assert path.read_text(encoding="utf-8") == "old\n"
    assert [one.name for one in tmp_path.iterdir()] == ["x.json"]


def test_a_kill_while_writing_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    store.write(path, "old\n")
    code = (
        "import os, sys; from pathlib import Path; from scripts.statistics import store\n"
        "os.fsync = lambda descriptor: os._exit(9)\n"
        "store.write(Path(sys.argv[1]), 'new' * 100_000)"
    )
    assert subprocess.run([sys.executable, "-c", code, str(path)], cwd=ROOT, check=False).returncode == 9
    assert path.read_text(encoding="utf-8") == "old\n"


def test_two_writers_at_once_leave_one_whole_file(tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    texts = [letter * 200_000 + "\n" for letter in "ab"]
    store.write(path, texts[0])
    seen = set()

    def write(text: str) -> None:
        for _ in range(20):
            store.write(path, text)

    writers = [threading.Thread(target=write, args=(text,)) for text in texts]
    for writer in writers:
        writer.start()
    while any(writer.is_alive() for writer in writers):
        seen.add(path.read_text(encoding="utf-8"))
    for writer in writers:
        writer.join()
    seen.add(path.read_text(encoding="utf-8"))
    assert seen <= set(texts)
    assert [one.name for one in tmp_path.iterdir()] == ["x.json"]


def test_a_web_server_may_read_what_is_written(tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        store.write(tmp_path / "x.json", "new\n")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "x.json").stat().st_mode) == 0o644


@pytest.mark.parametrize(
    ("damage", "what"),
    [
        (lambda text: text[:-40], "beschadigd"),
        (lambda text: "", "beschadigd"),
        (lambda text: text.replace('"value": 9.8', '"value": "9.8"'), "beschadigd"),
        (lambda text: text.replace('"value": 9.8', '"value": true'), "beschadigd"),
        (lambda text: text.replace('"value": 9.8', '"value": NaN'), "beschadigd"),
        (lambda text: text.replace('"flags"', '"flag"'), "beschadigd"),
        (lambda text: text.replace('"period": "2025"', '"period": "<b>"'), "beschadigd"),
        (lambda text: text.replace('"indicator": "neet-15-29"', '"indicator": "other"'), "hoort bij"),
    ],
    ids=[
        "cut off",
        "empty",
        "a value as text",
        "a value that is true",
        "NaN",
        "an unknown key",
        "a hostile period",
        "another indicator",
    ],
)
def test_a_damaged_file_is_named_with_a_remedy(docs: Path, damage: object, what: str) -> None:
    path = docs / "data" / "neet-15-29.json"
    text = path.read_text(encoding="utf-8")
    damaged = damage(text)  # type: ignore[operator]
    assert damaged != text
    path.write_text(damaged, encoding="utf-8")
    with pytest.raises(ContentError, match=what) as caught:
        store.load(path)
    assert str(path) in str(caught.value)
    assert "→" in str(caught.value)


def test_a_missing_file_is_named_or_none(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="niet te lezen"):
        store.load(tmp_path / "x.json")
    assert store.load_if_there(tmp_path / "x.json") is None


def test_a_file_that_is_no_utf8_is_named(tmp_path: Path) -> None:
    (tmp_path / "x.json").write_bytes(b"\xff\xfe")
    with pytest.raises(ContentError, match="UTF-8"):
        store.load(tmp_path / "x.json")


def test_an_unchanged_status_is_not_written(tmp_path: Path) -> None:
    status = Status(sources={"eurostat": SourceStatus(state="answering")})
    write_status(tmp_path, status, status)
    assert not (tmp_path / "status.json").exists()
    write_status(tmp_path, Status(), status)
    assert load_status(tmp_path) == status


def test_a_damaged_status_is_named(tmp_path: Path) -> None:
    (tmp_path / "status.json").write_text('{"sources": {"eurostat": {"state": "fine"}}}', encoding="utf-8")
    with pytest.raises(ContentError, match="beschadigd"):
        load_status(tmp_path)
