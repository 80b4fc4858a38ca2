"""THE reader of a built page: what an author wrote, without the theme and without what needs a browser.

Every export is made of articles. Their trees are shared: never change one; the functions here give copies.
"""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from lxml import html
from lxml.html import HtmlElement

from scripts.environment.problem import SetupProblem

# What is for a browser, or what the theme or a template adds around the text.
_NOT_CONTENT = ".//script | .//style | .//comment() | .//site-les | .//*[@data-download]"
# What only works with the script of a component. Scripts fill `role=status`.
_CONTROLS = ".//site-druk | .//site-kopieer | .//site-filter | .//*[@data-needs-script] | .//*[@role='status']"
_NOT_CONTENT_CLASSES = ("headerlink", "anchor-link", "over-pagina", "term__meaning")
# A reader must see white space between these, also where the HTML has none.
_BLOCKS = frozenset(
    (
        *("article", "aside", "blockquote", "br", "dd", "details", "div", "dl", "dt", "fieldset", "figcaption", "figure", "hr"),
        *("h1", "h2", "h3", "h4", "h5", "h6", "label", "legend", "li", "ol", "p", "pre", "section", "summary", "ul"),
        *("caption", "table", "tbody", "td", "th", "thead", "tr", "textarea"),
        *("site-gesprek", "site-invulblad", "site-quiz", "site-toets"),
    )
)


@dataclass(frozen=True, eq=False)
class Article:
    """A page of the built site.

    `address` is its place below the root of the site (`vorming/bewijs/`; the home page is empty), `web` its full address.
    `body` is the `<article>` with its `<h1>`; links and ids are those of the page, notes for trainers are in it, hidden.
    """

    address: str
    title: str
    description: str
    web: str
    body: HtmlElement

    @property
    def root(self) -> str:
        """The home page of the site on the web, with a slash at its end."""
        return self.web.removesuffix(self.address)


def read_article(site: Path, address: str, controls: bool = False) -> Article:
    """The page at `address` of the published folder `site`; with `controls` also what works only with our scripts.

    Raises SetupProblem when it is not there or is no page.
    """
    file = site / address / "index.html"
    if not file.is_file():
        raise SetupProblem(f"de pagina /{address} staat niet in {site.name}/: draai eerst 'make build'")
    return _read(file, address, controls, file.stat().st_mtime_ns)


@lru_cache(maxsize=256)
def _read(file: Path, address: str, controls: bool, _stamp: int) -> Article:
    tree = html.parse(file, html.HTMLParser(encoding="utf-8"))
    body = None if tree.getroot() is None else tree.find(".//article")
    if body is None or body.find(".//h1") is None:
        raise SetupProblem(f"/{address} is geen pagina met tekst: er is geen <article> met een titel")
    _clean(body, _NOT_CONTENT if controls else f"{_NOT_CONTENT} | {_CONTROLS}")
    description = str(tree.xpath("string(//meta[@name='description']/@content)"))
    web = str(tree.xpath("string(//link[@rel='canonical']/@href)"))
    return Article(address, words(body.find(".//h1")), description, web, body)


def _clean(body: HtmlElement, unwanted: str) -> None:
    for button in body.xpath(".//button[@class='term']"):
        _link_to_meaning(button, body)
    for element in [*body.xpath(unwanted), *(found for name in _NOT_CONTENT_CLASSES for found in body.find_class(name))]:
        element.drop_tree()
    for drawing in body.iter("svg"):  # the parser writes the attributes of HTML in small letters, SVG does not know them so
        if (box := drawing.attrib.pop("viewbox", None)) is not None:
            drawing.set("viewBox", box)


def _link_to_meaning(button: HtmlElement, body: HtmlElement) -> None:
    """A word that is explained on click becomes a link to its explanation in the glossary."""
    meaning = body.get_element_by_id(button.get("popovertarget"), None)
    link = None if meaning is None else meaning.find(".//a")
    button.attrib.clear()
    button.tag = "span" if link is None else "a"
    button.set("class", "term")
    if link is not None:
        button.set("href", link.get("href"))


def for_learner(article: Article) -> Article:
    """A copy without the notes for trainers."""
    return _without(article, "trainer")


def for_trainer(article: Article) -> Article:
    """A copy in which the notes for trainers can be seen."""
    copy = replace(article, body=deepcopy(article.body))
    for note in copy.body.find_class("trainer"):
        note.attrib.pop("hidden", None)
    return copy


def without_answers(article: Article) -> Article:
    """A copy without solutions and without the explanations of questions, which are their key."""
    return _without(article, "oplossing", "quiz__explanation")


def _without(article: Article, *names: str) -> Article:
    body = deepcopy(article.body)
    for element in [found for name in names for found in body.find_class(name)]:
        element.drop_tree()
    return replace(article, body=body)


@dataclass(frozen=True, eq=False)
class Section:
    """A heading with what follows until the next. `body` is a `<section>` of copies, heading included; `anchor` its id."""

    title: str
    anchor: str
    body: HtmlElement


def sections(article: Article) -> list[Section]:
    """The article cut at its `<h2>`; the first is what stands before them, under the `<h1>`."""
    found: list[HtmlElement] = [html.Element("section")]
    for element in _top(article.body):
        if element.tag == "h2":
            found.append(html.Element("section"))
        found[-1].append(deepcopy(element))
    return [_section(body) for body in found if len(body)]


def _top(body: HtmlElement) -> Iterator[HtmlElement]:
    """The outermost elements; a box around the title is looked into."""
    for element in body:
        if element.tag != "h1" and element.find(".//h1") is not None:
            yield from _top(element)
        else:
            yield element


def _section(body: HtmlElement) -> Section:
    heading = body.xpath("./h1 | ./h2")
    return Section(words(heading[0]), heading[0].get("id", ""), body) if heading else Section("", "", body)


def markup(element: HtmlElement) -> str:
    """The HTML of an element."""
    element_html: str = html.tostring(element, encoding="unicode", with_tail=False)
    return element_html


def words(element: HtmlElement) -> str:
    """What a reader reads of an element, on one line; sources stand between brackets."""
    return " ".join("".join(_pieces(element)).split())


def _pieces(element: Any) -> Iterator[str]:
    if not isinstance(element.tag, str):  # a comment
        return
    if "citations" in element.get("class", "").split():
        yield f"({'; '.join(words(source) for source in element)})"
        return
    yield element.text or ""
    for child in element:
        yield from _pieces(child)
        yield (" " if child.tag in _BLOCKS else "") + (child.tail or "")
