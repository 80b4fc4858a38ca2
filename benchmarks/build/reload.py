"""How long an author waits: from saving a page to a browser that shows it, with `make serve` in a copy of the project."""

import re
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.request import urlopen

from benchmarks.build.cost import variables
from tests.site.building import verb


@dataclass(frozen=True)
class Edit:
    """A word of a file below docs/ that an author changes, and the page where it is then shown."""

    file: str
    word: str
    page: str


LESSON = "vorming/discord-in-de-vingers/werkaccount"
EDITS = {
    "tekst op een kennispagina": Edit("doelgroep/wie-zijn-het.md", "de jongeren kwamen", "doelgroep/wie-zijn-het/"),
    "tekst in een les": Edit(f"{LESSON}.md", "wie online met jongeren werkt", f"{LESSON}/"),
    "een begrip, zoals een andere pagina het uitlegt": Edit(
        "naslag/begrippen.md", "Hoe vaak iets voorkomt", "doelgroep/hoe-vaak/"
    ),
    "een hulplijn, zoals een les ze toont": Edit("bronnen/helplijnen.yml", "nu in levensgevaar", f"{LESSON}/"),
}
MOST_BUILDS = 4
_ADDRESS = re.compile(r"op (http://\S+/) ")
_EPOCH = re.compile(r"livereload\((\d+)")


@contextmanager
def serving(project: Path) -> Iterator[tuple[str, float]]:
    """The address `make serve` shows the copy on, once it answers, and how many seconds that took."""
    begun = time.perf_counter()
    told = project / "serve.log"
    # A file and not a pipe: nobody reads on, and a full pipe would hold up the server.
    with (
        told.open("w", encoding="utf-8") as log,
        subprocess.Popen(verb("serve"), cwd=project, env=variables(PORT="0"), stdout=log, stderr=subprocess.STDOUT) as server,
    ):
        while "Serving on" not in told.read_text(encoding="utf-8"):
            if server.poll() is not None:
                raise SystemExit(f"make serve stopped:\n{told.read_text(encoding='utf-8')[-2000:]}")
            time.sleep(0.05)
        found = _ADDRESS.search(told.read_text(encoding="utf-8"))
        address = found[1] if found else ""
        try:
            yield address, time.perf_counter() - begun
        finally:
            server.terminate()


def seconds_to_reload(project: Path, address: str, edit: Edit, word: str) -> float:
    """Changes a word into `word` and asks for the page as its live reload does, until it shows it; the file is put back."""
    file, page = project / "docs" / edit.file, address + edit.page
    before = file.read_text(encoding="utf-8")
    shown = _get(page)
    begun = time.perf_counter()
    file.write_text(before.replace(edit.word, word, 1), encoding="utf-8")
    shown = _until(address, page, shown, lambda text: word in text)
    taken = time.perf_counter() - begun
    file.write_text(before, encoding="utf-8")
    _until(address, page, shown, lambda text: word not in text)
    return taken


def _until(address: str, page: str, shown: str, is_there: Callable[[str], bool]) -> str:
    """The page once it is as wanted. Stops the measurement when a few builds did not bring it there."""
    for _ in range(MOST_BUILDS):
        if is_there(shown):
            return shown
        shown = _next(address, page, shown)
    raise SystemExit(f"{page} does not show what was changed")


def _next(address: str, page: str, shown: str) -> str:
    """The page of the build after the one that is `shown`."""
    epoch = _EPOCH.search(shown)
    _get(f"{address}livereload/{epoch[1] if epoch else 0}/0")
    return _get(page)


def _get(address: str) -> str:
    with urlopen(address, timeout=120) as answer:  # noqa: S310 - a server of our own
        return str(answer.read().decode("utf-8"))
