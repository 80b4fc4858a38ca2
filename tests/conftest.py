"""What every test finds: the clock of a build, as `make build` sets it, so that plain `pytest` sees what `make test` sees."""

from collections.abc import Iterator

import pytest

from scripts.build.surroundings import commit_time
from scripts.environment.folders import ROOT


@pytest.fixture(autouse=True, scope="session")
def clock_of_the_build() -> Iterator[None]:
    """A test that needs another date sets it with monkeypatch."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", str(commit_time(ROOT)))
        yield
