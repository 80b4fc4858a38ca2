"""`make pack`: makes what changed, leaves the rest, goes on after a failure, and says on the site what there is."""

import hashlib
import json
import re
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from scripts.content.site import load_site
from scripts.environment.folders import ROOT
from scripts.environment.problem import SetupProblem
from scripts.errors import ContentError
from scripts.export import pango
from scripts.export.listing import earlier, size, write_listing
from scripts.export.packing import Folders, Packed, forget_others, pack
from scripts.export.registry import AUDIENCES, Export, exports
from scripts.export.source import load_source
from scripts.markdown.macros import MACROS
from scripts.markdown.place import Place
from tests.docs_folder import FILES, make_docs, site_with
from tests.export.built import write_page
from tests.site.building import run_verb

EXPORT = Export("goed", "map/goed.txt", "Goed", "tekst", "lezer", "tests.export.failing", ("vorming/les.md",))
DAY = "2026-11-27"


@pytest.fixture
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Folders:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795737600")  # 2026-11-27
    write_page(tmp_path / "site")
    return Folders(tmp_path / "site", make_docs(tmp_path), tmp_path / "cache")


def run(folders: Folders, *exports: Export) -> dict[str, Packed]:
    return {packed.export.name: packed for packed in pack(list(exports), folders, lambda packed: None)}


def named(name: str, **changes: Any) -> Export:
    return replace(EXPORT, **{"name": name, "file": f"{name}.txt", **changes})


def made(folders: Folders, *exports: Export) -> list[str]:
    return [name for name, packed in run(folders, *exports).items() if packed.seconds is not None]


def test_a_file_is_made_once_and_stands_in_a_site_built_again(folders: Folders) -> None:
    assert made(folders, EXPORT) == ["goed"]
    first = (folders.site / "downloads/map/goed.txt").read_bytes()
    shutil.rmtree(folders.site)
    write_page(folders.site)

    assert made(folders, EXPORT) == []
    assert (folders.site / "downloads/map/goed.txt").read_bytes() == first


def test_only_what_is_made_of_a_changed_page_is_made_again(folders: Folders) -> None:
    write_page(folders.site, "naslag/", "<h1>Naslag</h1>")
    both = (EXPORT, named("ander", pages=("naslag/index.md",)))
    run(folders, *both)
    write_page(folders.site, "naslag/", "<h1>Naslag</h1><p>nieuw</p>")

    assert made(folders, *both) == ["ander"]


@pytest.mark.parametrize(
    ("change", "again"),
    [
        ("asset", True),
        ("title", True),
        ("date", True),
        ("theme", False),
        ("filled", False),
        ("trainer", False),
    ],
)
def test_a_file_is_made_again_when_something_in_it_changed(
    folders: Folders, monkeypatch: pytest.MonkeyPatch, change: str, again: bool
) -> None:
    (folders.site / "a.css").write_text("p {}", encoding="utf-8")
    export = replace(EXPORT, assets=("*.css",))
    run(folders, export)
    html = folders.site / "vorming/les/index.html"
    text = html.read_text(encoding="utf-8")
    if change == "asset":
        (folders.site / "a.css").write_text("p { color: red }", encoding="utf-8")
    if change == "title":
        export = replace(export, title="Beter")
    if change == "date":
        monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795824000")
    if change == "theme":
        html.write_text(text.replace("KOPTEKST", "andere kop"), encoding="utf-8")
    if change == "filled":  # the page names a file, and packing writes its size there
        html.write_text(text.replace("Staart", 'Staart<span data-download="goed">, 3 kB</span>'), encoding="utf-8")
    if change == "trainer":  # a learner's file has no notes in it
        html.write_text(text.replace("GEHEIM", "ANDERS"), encoding="utf-8")

    assert (made(folders, export) == ["goed"]) is again


def test_notes_reach_a_file_for_trainers_and_no_other(folders: Folders) -> None:
    run(folders, *(named(audience, audience=audience) for audience in AUDIENCES))
    found = {name: (folders.site / f"downloads/{name}.txt").read_text(encoding="utf-8") for name in AUDIENCES}

    assert {name: "GEHEIM" in text for name, text in found.items()} == {"lezer": False, "trainer": True, "leerplatform": False}


@pytest.mark.parametrize(
    ("name", "words"), [("stuk", "de tekening past niet"), ("leeg", "het bestand is leeg"), ("dood", "terminated abruptly")]
)
def test_a_file_that_fails_leaves_nothing_and_does_not_stop_the_others(folders: Folders, name: str, words: str) -> None:
    found = run(folders, named(name), named("traag"), named("een"))

    assert words in str(found[name].error)
    assert (found["een"].error, found["traag"].error) == (None, None)
    assert sorted(path.name for path in (folders.site / "downloads").iterdir()) == ["een.txt", "traag.txt"]
    assert len(list(folders.cache.iterdir())) == 2


def test_a_page_that_is_not_there_stops_only_its_own_file(folders: Folders) -> None:
    found = run(folders, named("een"), named("weg", pages=("weg.md",)))

    assert isinstance(found["weg"].error, SetupProblem)
    assert "de pagina /weg/ staat niet in site/: draai eerst 'make build'" in str(found["weg"].error)
    assert found["een"].error is None


def test_what_is_kept_for_no_file_any_more_is_thrown_away(folders: Folders) -> None:
    run(folders, EXPORT)
    packed = pack([replace(EXPORT, title="Beter")], folders, lambda packed: None)
    forget_others(packed, folders.cache)

    assert [path.name for path in folders.cache.iterdir()] == [packed[0].source.key if packed[0].source else ""]


def test_the_index_tells_what_each_file_is(folders: Folders) -> None:
    make_docs(
        folders.docs.parent,
        **{"bronnen/helplijnen.yml": FILES["bronnen/helplijnen.yml"].replace("in_box", "checked: 2026-11-23, in_box")},
    )
    every = [EXPORT, named("hulp", helplines=True)]
    write_listing(folders.site, every, pack(every, folders, lambda packed: None))
    [good, help_] = json.loads((folders.site / "downloads/index.json").read_text(encoding="utf-8"))
    content = (folders.site / "downloads/map/goed.txt").read_bytes()

    assert good.pop("version") == load_source(EXPORT, folders.site, folders.docs).version
    assert good == {
        "name": "goed", "file": "map/goed.txt", "title": "Goed", "kind": "tekst", "audience": "lezer", "bytes": len(content),
        "sha256": hashlib.sha256(content).hexdigest(), "date": DAY, "help_checked": None,
    }  # fmt: skip
    assert help_["help_checked"] == "2026-11-23"


def test_the_pages_say_size_date_and_version_and_nothing_of_a_file_that_is_not_there(folders: Folders) -> None:
    links = "".join(
        f'<p><a href="x">x</a> (tekst<span data-download="{name}">, grootte na het maken</span>)</p>' for name in ("goed", "stuk")
    )
    write_page(folders.site, "naslag/", f"<h1>Naslag</h1>{links}")
    every = [EXPORT, named("stuk")]
    write_listing(folders.site, every, pack(every, folders, lambda packed: None))
    write_listing(folders.site, every, [])  # filling what is filled changes nothing
    html = (folders.site / "naslag/index.html").read_text(encoding="utf-8")
    version = load_source(EXPORT, folders.site, folders.docs).version

    assert f'(tekst<span data-download="goed">, 1 kB, 27 november 2026, versie {version}</span>)' in html
    assert '(tekst<span data-download="stuk">, grootte na het maken</span>)' in html


@pytest.mark.parametrize("text", ["", "[", "{}", "[1]", '[{"naam": 1}]', "null", '"x"'])
def test_an_index_that_is_not_ours_counts_as_none(tmp_path: Path, text: str) -> None:
    (tmp_path / "downloads").mkdir()
    (tmp_path / "downloads/index.json").write_text(text, encoding="utf-8")

    assert earlier(tmp_path) == {}


def test_sizes_are_in_words_a_reader_knows() -> None:
    assert [size(count) for count in (0, 1, 1499, 43_200, 999_499, 999_500, 1_234_567, 34_000_000)] == [
        *("1 kB", "1 kB", "1 kB", "43 kB", "999 kB", "1,0 MB", "1,2 MB", "34,0 MB")
    ]


def test_the_macro_links_to_a_file_and_refuses_one_that_does_not_exist(tmp_path: Path) -> None:
    site = site_with(tmp_path)
    html = MACROS["download"](site, Place("vorming/les/"), "vragen")

    assert html.startswith('<a href="../../downloads/vragen.gift.txt" download="">Alle vragen')
    assert html.endswith('(Moodle GIFT<span data-download="vragen">, grootte na het maken</span>)')
    with pytest.raises(ContentError, match=r"'weg' bestaat niet → kies uit: .*vragen"):
        MACROS["download"](site, Place(), "weg")


def test_the_page_of_downloads_lists_every_file_once() -> None:
    site = load_site(ROOT / "docs")
    listed = MACROS["downloads"](site, Place("downloads/"))

    for export in exports(site):
        assert listed.count(f'href="{export.file}"') == 1
    assert 'href="index.json"' in listed


def test_every_file_has_a_name_and_a_place_of_its_own_and_pages_that_exist() -> None:
    site = load_site(ROOT / "docs")
    every = exports(site)

    assert len({export.name for export in every}) == len({export.file for export in every}) == len(every) > 0
    for export in every:
        assert set(export.pages) <= set(site.pages), export.name
        assert export.file not in ("index.json", "index.html")


def test_without_pango_one_sentence_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str, *arguments: Any) -> Any:
        if name == "weasyprint":
            raise OSError("cannot load library 'libpango-1.0-0'")
        return original(name, *arguments)

    original = __import__
    monkeypatch.setattr("builtins.__import__", missing)

    with pytest.raises(SetupProblem, match=r"sudo apt install libpango-1\.0-0 libpangoft2-1\.0-0"):
        pango.require_pango()


def test_the_command_packs_the_real_site_twice_and_makes_it_once(site: Path, project: Path, tmp_path: Path) -> None:
    ours = tmp_path / "site"
    shutil.copytree(site, ours)
    first = run_verb(project, "pack", "--site", str(ours), "--only", "vragen", "--only", "signaalkaart")
    content = (ours / "downloads/vragen.gift.txt").read_bytes()
    second = run_verb(project, "pack", "--site", str(ours), "--only", "vragen")

    assert "vragen.gift.txt  gemaakt in " in first
    assert "pdf/signaalkaart.pdf  gemaakt in " in first
    assert "vragen.gift.txt  ongewijzigd" in second
    assert (ours / "downloads/vragen.gift.txt").read_bytes() == content
    downloads = (ours / "downloads/index.html").read_text(encoding="utf-8")
    assert re.search(r'data-download="vragen">, \d+ kB', downloads)
    assert re.search(r'data-download="signaalkaart">, \d+ kB[^<]*, hulpnummers nagekeken op', downloads)
    assert re.search(r"onbekend: weg\. Kies uit: [^\n]*vragen", run_verb(project, "pack", "--only", "weg", codes=(2,)))
