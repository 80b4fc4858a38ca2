import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import stamina

from scripts.statistics.catalogue import indicators_of
from scripts.statistics.command import main
from scripts.statistics.model import Indicator

FIXTURES = Path(__file__).parents[1] / "fixtures"
TODAY = "2026-11-22"


@pytest.fixture(autouse=True)
def no_waiting() -> Iterator[None]:
    """Two attempts instead of four, with no pause between them."""
    with stamina.set_testing(True, attempts=2, cap=True):
        yield


@pytest.fixture(autouse=True)
def loopback_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a base given by the test, a question goes to a port where nothing listens."""
    for name in ("EUROSTAT_URL", "DISCORD_URL", "OPENDATASOFT_URL"):
        monkeypatch.setenv(name, "http://127.0.0.1:9/data")
    monkeypatch.delenv("DISCORD_INVITE", raising=False)
    monkeypatch.setenv("NO_PROXY", "*")


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """A content folder of our own, with the first indicators and values."""
    return Path(shutil.copytree(FIXTURES / "snapshot" / "docs", tmp_path / "docs"))


@pytest.fixture
def neet(docs: Path) -> Indicator:
    return indicators_of("eurostat", docs)["neet-15-29"]


@pytest.fixture
def run(docs: Path) -> Callable[..., int]:
    """The update command on `docs`, on a fixed day."""
    return lambda *arguments: main(["--docs", str(docs), "--today", TODAY, *arguments])
