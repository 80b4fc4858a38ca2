"""An article as it stands on paper: no fields but lines, no folds, page numbers and addresses where a link was."""

from collections.abc import Callable, Sequence

from lxml.html import HtmlElement
from lxml.html.builder import CLASS, DIV, SPAN, P

from scripts.export.article import Article, markup
from scripts.export.links import in_one_file, page_id, with_absolute_links
from scripts.export.source import Source
from scripts.markdown.figures import day

# Links that need no page or address beside them: they have it in their text, or stand small between brackets.
_QUIET = frozenset(("citation", "term"))


def on_paper(source: Source, articles: Sequence[Article]) -> list[Article]:
    """Copies for one file, ids and links made so that they work together. The tags of headings are as they were."""
    return _changed(source, in_one_file(articles))


def pieces_on_paper(source: Source, articles: Sequence[Article]) -> list[Article]:
    """Copies for a file that keeps only pieces of its pages: all links lead to the web, and only the page has an id."""
    copies = [with_absolute_links(article) for article in articles]
    for copy in copies:
        for element in copy.body.xpath(".//*[@id]"):
            del element.attrib["id"]
        for link in copy.body.xpath(".//a[starts-with(@href, '#')]"):
            link.set("href", copy.web + link.get("href"))
        copy.body.set("id", page_id(copy.address))
    return _changed(source, copies)


def _changed(source: Source, copies: list[Article]) -> list[Article]:
    for copy in copies:
        for change in _CHANGES:
            change(copy.body)
        _show_links(copy)
        _date_help(source, copy.body)
    return copies


def _letter_answers(body: HtmlElement) -> None:
    """Answers get the letters of their list; a box to tick is drawn, a field becomes lines."""
    for question in body.find_class("quiz__question"):
        question.tag = "p"
        question.addprevious(P("Vraag", CLASS("quiz__label")))
    for answer in body.find_class("quiz__answer"):
        for mark in answer.xpath(".//input"):
            mark.drop_tree()
        for label in answer.xpath(".//label"):
            label.tag = "div"


def _draw_boxes(body: HtmlElement) -> None:
    for mark in body.xpath(".//input"):
        mark.addprevious(SPAN(CLASS("vakje")))
        mark.drop_tree()
    for label in body.xpath(".//li[contains(@class, 'task-list-item')]/label"):
        label.tag = "span"


def _draw_lines(body: HtmlElement) -> None:
    for field in body.xpath(".//textarea"):
        field.addprevious(lines(3))
        field.drop_tree()
    for label in body.xpath(".//ul[@class='invulblad__fields']/li/label"):
        label.tag = "p"
    # On paper nothing is typed and nothing sent.
    for warning in body.find_class("invulblad__warning"):
        warning.text = (warning.text or "").partition(" Wat je typt")[0]


def lines(count: int) -> HtmlElement:
    """So many lines to write on."""
    return DIV(CLASS("lijnen"), *(DIV(CLASS("lijn")) for _ in range(count)))


def _unfold(body: HtmlElement) -> None:
    """What folds on screen is open on paper, under the words one clicks on; an explanation needs none: it says what it is.

    Not in a conversation: who prints one reads it with `gesprek`.
    """
    for folded in body.xpath(".//details[not(ancestor::site-gesprek)]"):
        for summary in folded.xpath("./summary"):
            if "quiz__explanation" in folded.get("class", "").split():
                summary.drop_tree()
            else:
                summary.tag = "p"
                summary.set("class", "open__title")
        folded.tag = "div"


def _tidy(body: HtmlElement) -> None:
    for element in body.xpath(".//*[@tabindex]"):
        del element.attrib["tabindex"]
    for empty in body.xpath(".//div[not(node()) and not(@class)]"):
        empty.drop_tree()


_CHANGES: tuple[Callable[[HtmlElement], None], ...] = (_letter_answers, _draw_boxes, _draw_lines, _unfold, _tidy)


def _show_links(article: Article) -> None:
    """In the file: the page, by a class; elsewhere on the site its path; elsewhere on the web the whole address."""
    for link in article.body.iter("a"):
        address = link.get("href", "")
        if _QUIET & set(link.get("class", "").split()) or (link.text and link.text in _as_said(address)):
            continue
        if address.startswith("#"):
            if not address.startswith(f"#{article.body.get('id')}--") and address != f"#{article.body.get('id')}":
                link.set("class", f"{link.get('class', '')} hier".strip())
        elif address.startswith("http"):
            link.set("data-adres", "/" + address.removeprefix(article.root) if address.startswith(article.root) else address)


def _as_said(address: str) -> tuple[str, str]:
    """An address, and how people say it."""
    return address, address.removeprefix("https://").removeprefix("www.").rstrip("/")


def _date_help(source: Source, body: HtmlElement) -> None:
    if source.help_checked and "Controleer de nummers" not in body.text_content():  # else the page dates them itself
        home = source.articles[0].root.removeprefix("https://")
        for box in body.find_class("hulp"):
            box.append(P(f"Nummers van {day(source.help_checked)}: controleer ze op {home}naslag/hulp/", CLASS("hulp__date")))


def lower_headings(body: HtmlElement, levels: int) -> HtmlElement:
    """The same element: `h1` becomes `h2` when `levels` is 1, and so on; nothing goes below `h6`."""
    for heading in body.xpath(".//h1 | .//h2 | .//h3 | .//h4 | .//h5 | .//h6"):
        heading.tag = f"h{min(6, int(heading.tag[1]) + levels)}"
    return body


def inner(body: HtmlElement) -> str:
    """The HTML of what is in an element."""
    return (body.text or "") + "".join(markup(child) + (child.tail or "") for child in body)
