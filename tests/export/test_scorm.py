"""SCORM packages: valid by the published schemas, whole, and with nothing in them that is not for a learner."""

import hashlib
import io
import json
import re
import zipfile
from pathlib import Path
from typing import Any
from urllib.parse import urldefrag

import pytest
from bs4 import BeautifulSoup, Tag
from lxml import etree

from scripts.content.blocks import read_blocks
from scripts.content.modules import modules
from scripts.content.site import load_site
from scripts.environment.folders import ROOT
from scripts.export.scorm.contents import parts
from scripts.export.scorm.lom import About, lom
from scripts.markdown.place import Place
from tests.export.scorm_packages import DOCS, EXPORTS, WHOLE, package, unpacked
from tests.site.reading import one, soup, words

# One process makes the packages.
pytestmark = pytest.mark.xdist_group("scorm")
SITE = load_site(DOCS)
SCHEMAS = ROOT / "tests" / "fixtures" / "scorm"
CP = "{http://www.imsproject.org/xsd/imscp_rootv1p1p2}"
ADL = "{http://www.adlnet.org/xsd/adlcp_rootv1p2}"
MD = "{http://www.imsglobal.org/xsd/imsmd_rootv1p2p1}"
# What SCORM 1.2 lets a platform keep of one page.
MOST = 4096
LONGEST_PLACE = 255
# On the site around what an author wrote; and in a package around the same.
NOT_ON_THE_SITE = ".trainer, .over-pagina, .headerlink, .term__meaning, .invulblad__tools, script, site-les"
NOT_IN_THE_PACKAGE = ".leerplatform__vooraf, .les-einde, site-invulblad > p:not([class])"

Files = dict[str, bytes]


class Mended(etree.Resolver):
    """The published schemas, without the two faults that ORIGIN.md tells of."""

    def resolve(self, url: str, _id: str, context: Any) -> Any:
        text = (SCHEMAS / url.rpartition("/")[2]).read_text(encoding="utf-8")
        text = text.replace('xmlns="http://www.w3.org/XML/1998/namespace" ', "", 1)
        if "imsmd" in url:
            text = text.replace('"##any"', '"##other"')
        return self.resolve_string(text.partition("?>")[2], context, base_url=url)


@pytest.fixture(scope="module")
def schema() -> etree.XMLSchema:
    parser = etree.XMLParser(no_network=True)
    parser.resolvers.add(Mended())
    files = {CP: "imscp_rootv1p1p2.xsd", ADL: "adlcp_rootv1p2.xsd", MD: "imsmd_rootv1p2p1.xsd"}
    imports = "".join(f'<xsd:import namespace="{space[1:-1]}" schemaLocation="{file}"/>' for space, file in files.items())
    together = f'<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema">{imports}</xsd:schema>'
    return etree.XMLSchema(etree.fromstring(together, parser, base_url="schemas/all.xsd"))


@pytest.fixture(scope="module")
def packages(site: Path) -> dict[str, Files]:
    return {name: unpacked(package(site, name)) for name in EXPORTS}


@pytest.fixture(scope="module")
def whole(packages: dict[str, Files]) -> dict[str, BeautifulSoup]:
    """Every page of the whole training by its file."""
    return {name: BeautifulSoup(content, "html.parser") for name, content in packages[WHOLE].items() if name.endswith(".html")}


def manifest(files: Files) -> Any:
    return etree.fromstring(files["imsmanifest.xml"])


def titles(item: Any) -> list[Any]:
    """A title, or a title with those below it."""
    inside = item.findall(f"{CP}item")
    return [item.findtext(f"{CP}title"), *([[titles(one) for one in inside]] if inside else [])]


def test_the_schemas_are_those_that_were_published() -> None:
    origin = (SCHEMAS / "ORIGIN.md").read_text(encoding="utf-8")

    for file in SCHEMAS.glob("*.xsd"):
        assert f"| {hashlib.sha256(file.read_bytes()).hexdigest()} |" in origin, file.name


@pytest.mark.parametrize("name", EXPORTS)
def test_a_manifest_is_valid(packages: dict[str, Files], schema: etree.XMLSchema, name: str) -> None:
    tree = manifest(packages[name])

    assert schema.validate(tree), schema.error_log
    assert next(iter(packages[name])) == "imsmanifest.xml"
    assert len(tree.findall(f".//{MD}lom")) == len(EXPORTS[name].pages) + 1


def test_the_schemas_refuse_a_manifest_that_is_wrong(packages: dict[str, Files], schema: etree.XMLSchema) -> None:
    for path in (f"{CP}organizations", f".//{MD}title/{MD}langstring", f".//{CP}resource[1]"):
        tree = manifest(packages[WHOLE])
        found = tree.find(path)
        if found.tag.endswith("resource"):
            found.set(f"{ADL}scormtype", "les")
        else:
            found.getparent().remove(found)
        assert not schema.validate(tree), path


@pytest.mark.parametrize("name", EXPORTS)
def test_a_manifest_names_every_file_and_no_other(packages: dict[str, Files], name: str) -> None:
    tree = manifest(packages[name])
    named = [file.get("href") for file in tree.iter(f"{CP}file")]
    resources = {found.get("identifier"): found for found in tree.iter(f"{CP}resource")}
    leaves = [item.get("identifierref") for item in tree.iter(f"{CP}item") if item.get("identifierref")]

    assert sorted([*named, "imsmanifest.xml"]) == sorted(packages[name])
    assert {resources[leaf].get(f"{ADL}scormtype") for leaf in leaves} == {"sco"}
    assert [resources[leaf].get("href") for leaf in leaves] == [file for file in packages[name] if file.endswith(".html")]
    assert all(found.get("identifierref") in resources for found in tree.iter(f"{CP}dependency"))


def test_the_whole_training_holds_every_lesson_in_order_and_each_conversation_once(packages: dict[str, Files]) -> None:
    organization = manifest(packages[WHOLE]).find(f".//{CP}organization")
    found = {title: [name for [name] in inside] for title, inside in map(titles, organization.findall(f"{CP}item"))}
    numbered = [module for module in modules(SITE) if module.meta.number]
    [talks] = [module for module in modules(SITE) if not module.meta.number]

    assert list(found) == [module.meta.title for module in numbered]
    for module in numbered:
        lessons = [lesson.meta.title for lesson in module.lessons]
        assert found[module.meta.title][: len(lessons)] == lessons
        assert all(title.startswith("Oefengesprek: ") for title in found[module.meta.title][len(lessons) :])
    told = [title.removeprefix("Oefengesprek: ") for inside in found.values() for title in inside if title.startswith("Oefen")]
    assert sorted(told) == sorted(talk.meta.title for talk in talks.lessons)


def test_a_module_is_the_same_part_as_in_the_whole(packages: dict[str, Files]) -> None:
    organization = manifest(packages[WHOLE]).find(f".//{CP}organization")
    apart = [manifest(files).find(f".//{CP}organization") for name, files in packages.items() if name != WHOLE]

    assert [titles(one) for one in apart] == [titles(one) for one in organization.findall(f"{CP}item")]
    assert len(apart) == 8


def text_of(page: BeautifulSoup, unwanted: str) -> str:
    """What stands in the article, read without our own reader."""
    copy = BeautifulSoup(str(one(page, "article")), "html.parser")
    for element in copy.select(unwanted):
        element.decompose()
    return words(copy.get_text())


def test_every_page_says_what_the_site_says(site: Path, packages: dict[str, Files], whole: dict[str, BeautifulSoup]) -> None:
    for path, (name, page) in zip(EXPORTS[WHOLE].pages, whole.items(), strict=True):
        on_the_site = text_of(soup(site, "/" + Place().address(path)), NOT_ON_THE_SITE)

        assert len(on_the_site) > 3000
        assert text_of(page, NOT_IN_THE_PACKAGE) == on_the_site, name
    for files in packages.values():
        assert all(
            content == packages[WHOLE][name] or name == "imsmanifest.xml" for name, content in files.items() if "html" not in name
        )


def test_no_note_for_trainers_is_in_a_package(whole: dict[str, BeautifulSoup]) -> None:
    notes = [
        line.text.strip() for path in EXPORTS[WHOLE].pages for block in read_blocks(SITE.pages[path]) if block.name == "trainer"
        for line in SITE.pages[path].lines if line.line in block.inside and len(line.text) > 40 and not re.search(r"[\[*]", line.text)
    ]  # fmt: skip
    everything = words(" ".join(page.get_text() for page in whole.values()))

    assert len(notes) > 100
    assert [note for note in notes if note in everything] == []
    assert [name for name, page in whole.items() if page.select(".trainer, [data-minutes] > .trainer")] == []


def test_the_first_screen_says_what_an_employer_sees_and_what_never(whole: dict[str, BeautifulSoup]) -> None:
    for name, page in whole.items():
        first = one(page, "h1").find_next_sibling()
        assert isinstance(first, Tag)
        text = words(first.get_text())
        assert "Wat je werkgever kan zien" in text
        assert "Dit gaat nooit mee: je keuzes in een oefengesprek, je foute antwoorden, en wat je op een blad schrijft." in text
        assert ("je score" in text) == bool(page.select("site-quiz")), name


def test_the_help_box_stays(site: Path, whole: dict[str, BeautifulSoup]) -> None:
    for path, page in zip(EXPORTS[WHOLE].pages, whole.values(), strict=True):
        boxes = [words(box.get_text()) for box in soup(site, "/" + Place().address(path)).select("article .hulp")]
        assert [words(box.get_text()) for box in page.select(".hulp")] == boxes
        assert page.select('.leerplatform__vooraf a[href$="/naslag/hulp/"]')


def test_nothing_is_asked_from_outside_and_every_link_out_opens_apart(
    packages: dict[str, Files], whole: dict[str, BeautifulSoup]
) -> None:
    for name, page in whole.items():
        loaded = [str(element.get("src") or element.get("href")) for element in page.select("[src], link[href]")]
        assert loaded
        assert [file for file in loaded if file not in packages[WHOLE]] == [], name
        ids = {str(element["id"]) for element in page.select("[id]")}
        for link in page.select("a[href]"):
            address, anchor = urldefrag(str(link["href"]))
            if address.startswith("http"):
                assert (link.get("target"), link.get("rel")) == ("_blank", ["noopener", "noreferrer"]), link
            else:
                assert address.startswith("tel:") or (address == "" and anchor in ids), f"{name}: {link}"
        assert page.select("script:not([src]), iframe, form, [onclick], base") == []
    for name, content in packages[WHOLE].items():
        if name.endswith((".js", ".css")):
            assert not re.search(rb"https?:|fetch\(|XMLHttpRequest|localStorage|sendBeacon|@import", content), name


def test_what_is_written_on_a_sheet_is_not_kept(packages: dict[str, Files], whole: dict[str, BeautifulSoup]) -> None:
    assert "gedeeld/invulblad.js" not in packages[WHOLE]
    for name, page in whole.items():
        for sheet in page.select("site-invulblad"):
            assert "Wat je hier schrijft, is weg als je deze pagina sluit." in sheet.get_text(), name
            assert sheet.select("[type=checkbox], [data-action]") == []
            assert one(sheet, "site-druk")["data-target"] == sheet["id"]


def test_progress_fits_in_what_a_platform_keeps(whole: dict[str, BeautifulSoup]) -> None:
    """Even with every question right; played in test_scorm_played.py."""
    for name, page in whole.items():
        progress = json.dumps({"v": 1, "right": [quiz["id"] for quiz in page.select("site-quiz")]}, separators=(",", ":"))
        assert len(progress) <= MOST / 4, name
        assert max(len(str(heading["id"])) for heading in page.select("h2[id]")) <= LONGEST_PLACE


def test_the_same_content_gives_the_same_bytes(site: Path) -> None:
    name = next(iter(EXPORTS))
    content = package(site, name)

    assert package(site, name) == content
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_conversation_without_a_lesson_before_it_has_no_module() -> None:
    homes = [page.path for part in parts(SITE) for page in part.pages]

    assert len(homes) == len(set(homes)) == len(EXPORTS[WHOLE].pages)
    assert [part.module.folder for part in parts(SITE)] == [module.folder for module in modules(SITE) if module.meta.number]


def test_no_title_is_a_command(schema: etree.XMLSchema) -> None:
    text = "<lom> & \"]]>\" é 日本 'x'"
    tree = etree.fromstring(etree.tostring(lom(About(text, text, "https://x.be/", "1", 5, (text,), (text,), "Exercise"))))

    assert schema.validate(tree), schema.error_log
    assert tree.findtext(f"{MD}general/{MD}title/{MD}langstring") == text
