"""Search that costs nothing until it is used: the index under another name, and our wrapper in place of the worker."""

import json
import re
import unicodedata
from pathlib import Path
from typing import Any

WRAPPER = "assets/components/zoeken/zoeken.js"
# A field of the index that is searched and never shown.
HIDDEN_FIELD = "zoekwoorden"


def make_search_lazy(site: Path) -> None:
    """Raises ValueError when the theme no longer has one search worker where it had it."""
    workers = list((site / "assets/javascripts/workers").glob("search.*.min.js"))
    if len(workers) != 1:
        raise ValueError(f"expected one search worker of the theme, found {len(workers)}")
    worker, wrapper = workers[0], site / WRAPPER
    worker.rename(worker.with_name(worker.name.replace("search.", "engine.", 1)))
    wrapper.rename(worker)
    wrapper.parent.rmdir()
    _split_index(site / "search")


def _split_index(folder: Path) -> None:
    """The theme asks for search_index.json on every page: it gets the settings without the texts."""
    small = folder / "search_index.json"
    index = json.loads(small.read_text(encoding="utf-8"))
    for document in index["docs"]:
        document[HIDDEN_FIELD] = " ".join(folded_words(f"{document['title']} {document['text']}"))
    index["config"].setdefault("fields", {})[HIDDEN_FIELD] = {"boost": 1.0}
    _write(folder / "full_index.json", index)
    _write(small, {**index, "docs": []})


def folded_words(html: str) -> list[str]:
    """The words with an accent, written without: who types "cooperatie" must find "coöperatie"."""
    words = set(re.findall(r"\w+", re.sub(r"<[^>]+>", " ", html).lower()))
    return sorted(_fold(word) for word in words if _fold(word) != word)


def _fold(word: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFD", word) if not unicodedata.combining(sign))


def _write(path: Path, content: Any) -> None:
    path.write_text(json.dumps(content, ensure_ascii=False, separators=(",", ":"), sort_keys=True), encoding="utf-8")
