"""Search that costs nothing until it is used, and then says which pages while the texts are on their way.

Our wrapper stands in place of the theme's worker; the index is in two files of its own.
"""

import json
import re
import unicodedata
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from shutil import rmtree
from textwrap import shorten
from typing import Any

WRAPPER = "assets/components/zoeken/zoeken.js"
# Fields of the index that are searched and never shown: what the text says in other letters (in the first index also in the
# same), and what authors say readers type.
HIDDEN_FIELD = "zoekwoorden"
AUTHORS_FIELD = "trefwoorden"
# The theme gives titles 1000: what an author names on purpose weighs more.
AUTHORS_BOOST = 5000.0
# Letters of a page that its result shows while the texts are on their way.
LEAD = 160
# Endings of compounds shorter than this are often no words of their own.
SHORTEST_TAIL = 6


def make_search_lazy(site: Path, named: Mapping[str, list[str]] | None = None) -> None:
    """`named`: the words authors gave, by where the site shows the page (`naslag/hulp/`).

    The theme asks for search_index.json on every page: it gets the settings without the texts.
    Raises ValueError when the theme no longer has one search worker where it had it.
    """
    small = site / "search" / "search_index.json"
    index = _full_index(small, named or {})
    _place_wrapper(site, index["config"]["lang"])
    _write(small.with_name("full_index.json"), _json(index))
    _write(small.with_name("titles_index.json"), _json({**index, "docs": _titled(index["docs"])}))
    _write(small, _json({**index, "docs": []}))


def make_search_offline(site: Path, named: Mapping[str, list[str]] | None = None) -> None:
    """As `make_search_lazy`, for a disk, where nothing is fetched: the theme loads a script when the search box opens."""
    source = site / "search" / "search_index.json"
    index = _full_index(source, named or {})
    _place_wrapper(site, index["config"]["lang"])
    _write(source.with_suffix(".js"), f"var __index={_json(index)};\n")
    source.unlink()


def _place_wrapper(site: Path, languages: list[str]) -> None:
    workers = list((site / "assets/javascripts/workers").glob("search.*.min.js"))
    if len(workers) != 1:
        raise ValueError(f"expected one search worker of the theme, found {len(workers)}")
    worker, wrapper = workers[0], site / WRAPPER
    lunr = site / "assets/javascripts/lunr"
    _write(worker.with_name(worker.name.replace("search.", "engine.", 1)), _engine(worker, lunr / "min", languages))
    rmtree(lunr)
    wrapper.replace(worker)
    wrapper.parent.rmdir()


def _engine(worker: Path, folder: Path, languages: list[str]) -> str:
    """The theme's worker, and behind it what it would load from `folder` for its languages, one file after the other."""
    names = ["stemmer.support", *(language for language in languages if language != "en")]
    parts = [worker, *(folder / f"lunr.{name}.min.js" for name in names)]
    return ";\n".join(part.read_text(encoding="utf-8") for part in parts)


def _full_index(source: Path, named: Mapping[str, list[str]]) -> dict[str, Any]:
    """The index of the theme with our two hidden fields."""
    index: dict[str, Any] = json.loads(source.read_text(encoding="utf-8"))
    texts = [f"{document['title']} {document['text']}" for document in index["docs"]]
    known = {word for text in texts for word in _words(text)}
    for document, text in zip(index["docs"], texts, strict=True):
        document[HIDDEN_FIELD] = " ".join([*folded_words(text), *compound_tails(text, known)])
        document[AUTHORS_FIELD] = " ".join(named.get(document["location"], []))
    fields = index["config"].setdefault("fields", {})
    fields |= {HIDDEN_FIELD: {"boost": 1.0}, AUTHORS_FIELD: {"boost": AUTHORS_BOOST}}
    return index


def _titled(documents: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Places by title and authors' words; a page also by its first words, and by words that none of all those begins with."""
    titled = [{**document, "text": _lead(document), HIDDEN_FIELD: ""} for document in documents]
    found = sorted({word for one in titled for word in _words(f"{one['title']} {one['text']} {one[AUTHORS_FIELD]}")})
    others: dict[str, set[str]] = defaultdict(set)
    for document in documents:
        others[_page(document)] |= {word for word in _words(document["text"]) if not _begins_any(word, found)}
    for one in titled:
        words = others[one["location"]] if one["location"] == _page(one) else set()
        one[HIDDEN_FIELD] = " ".join(sorted({*folded_words(one["title"]), *words, *folded_words(" ".join(words))}))
    return titled


def _lead(document: Mapping[str, Any]) -> str:
    is_page = document["location"] == _page(document)
    return shorten(_text(document["text"]), LEAD, placeholder="…") if is_page else ""


def _page(document: Mapping[str, Any]) -> str:
    location: str = document["location"]
    return location.partition("#")[0]


def _begins_any(word: str, found: list[str]) -> bool:
    """Whether a question of `word` finds one of the sorted words: the theme searches for what begins with it."""
    place = bisect_left(found, word)
    return found[place : place + 1] != [] and found[place].startswith(word)


def folded_words(html: str) -> list[str]:
    """The words with an accent, written without: who types "cooperatie" must find "coöperatie"."""
    return sorted({_fold(word) for word in _words(html) if _fold(word) != word})


def compound_tails(html: str, known: set[str]) -> list[str]:
    """The last words of compounds: who types "weigering" must find "schoolweigering". `known`: every word of the site."""
    return sorted({tail for word in _words(html) for tail in _tails(word) if tail in known})


def _tails(word: str) -> Iterator[str]:
    return (word[start:] for start in range(3, len(word) - SHORTEST_TAIL + 1))


def _words(html: str) -> set[str]:
    return set(re.findall(r"\w+", _text(html).lower()))


def _text(html: str) -> str:
    return re.sub(r"<[^>]+>", " ", html)


def _fold(word: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFD", word) if not unicodedata.combining(sign))


def _json(content: Any) -> str:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
