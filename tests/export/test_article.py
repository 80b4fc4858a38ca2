"""The reader of a built page: all an author wrote, nothing of the theme, and no note for trainers where it does not belong."""

from pathlib import Path

import pytest
from lxml.html import HtmlElement

from scripts.content.blocks import Block, read_blocks
from scripts.content.page import Page
from scripts.content.site import load_site
from scripts.environment.folders import ROOT
from scripts.environment.problem import SetupProblem
from scripts.export.article import Article, for_learner, for_trainer, markup, read_article, sections, without_answers, words
from scripts.export.blocks import berichten, casussen, kort_boxes, notes, oefeningen, quizzes, teamkaarten
from scripts.export.gesprek import gesprek
from scripts.export.links import in_one_file, with_absolute_links
from scripts.export.shell import shell
from scripts.markdown.place import Place
from tests.export.built import BODY, WEB, write_page
from tests.site import addresses
from tests.site.configuration import SITE_URL

PAGES = load_site(ROOT / "docs").pages
NOTEBOOKS = {f"{SITE_URL}{address.lstrip('/')}" for address in addresses.NOTEBOOKS}
READERS = {
    "quiz": quizzes,
    "oefening": oefeningen,
    "bericht": berichten,
    "casus": casussen,
    "kort": kort_boxes,
    "teamkaart": teamkaarten,
    "invulblad": lambda body: list(body.iter("site-invulblad")),
    "trainer": notes,
}


@pytest.fixture
def article(tmp_path: Path) -> Article:
    write_page(tmp_path)
    return read_article(tmp_path, "vorming/les/")


def hrefs(body: HtmlElement) -> list[str]:
    return [link.get("href") for link in body.iter("a")]


def test_an_article_knows_what_it_is_and_where_it_stands(article: Article) -> None:
    assert (article.address, article.title, article.description) == ("vorming/les/", "De les", 'Wat "hier" staat.')
    assert (article.web, article.root) == (f"{WEB}vorming/les/", WEB)


@pytest.mark.parametrize(
    "part", ["KOPTEKST", "Wijzig deze", "¶", "9 min lezen", "json", "Markeer", "Volgende", "Kijk na", "status"]
)
def test_the_theme_and_what_needs_a_browser_are_gone(article: Article, part: str) -> None:
    assert part not in markup(article.body)


def test_a_file_that_brings_our_scripts_keeps_the_buttons_and_nothing_else_of_the_theme(tmp_path: Path) -> None:
    write_page(tmp_path)
    page = markup(read_article(tmp_path, "vorming/les/", controls=True).body)

    assert [word for word in ("Kijk na", 'role="status"', "data-needs-script") if word not in page] == []
    assert [word for word in ("KOPTEKST", "Wijzig deze", "¶", "9 min lezen", "json", "Markeer", "Volgende") if word in page] == []
    assert "Kijk na" not in markup(read_article(tmp_path, "vorming/les/").body)


def test_what_stands_after_something_that_is_taken_out_stays(article: Article) -> None:
    assert "Staart" in markup(for_learner(article).body)


def test_a_drawing_keeps_its_measures(article: Article) -> None:
    assert 'viewBox="0 0 4 2"' in markup(article.body)


def test_a_word_explained_on_click_becomes_a_link_to_its_explanation(article: Article) -> None:
    [word] = article.body.find_class("term")

    assert (word.tag, word.text, word.get("href")) == ("a", "DM", "../../naslag/#dm")
    assert "uitleg" not in markup(article.body)


def test_a_learner_gets_no_notes_and_a_trainer_sees_them(article: Article) -> None:
    assert "GEHEIM" not in markup(for_learner(article).body)
    assert "hidden" not in markup(for_trainer(article).body)
    assert "GEHEIM" in markup(for_trainer(article).body)
    assert "hidden" in markup(article.body)  # the article itself stays as it was read


def test_a_worksheet_can_leave_out_every_answer(article: Article) -> None:
    html = markup(without_answers(article).body)

    assert [word for word in ("Juist", "te vroeg", "Antwoord") if word in html] == []
    assert "Opgave" in html


def test_sections_are_cut_at_their_headings_and_lose_nothing(article: Article) -> None:
    found = sections(article)

    assert [(section.title, section.anchor) for section in found] == [("De les", "les"), ("Eén", "een"), ("Twee", "twee")]
    assert [note.minutes for note in notes(found[1].body)] == [6]
    assert " ".join(words(section.body) for section in found) == words(article.body)


def test_words_are_read_as_a_reader_reads_them(article: Article) -> None:
    assert "Begin van de voicekamer." in words(article.body)
    assert "Een lijst Uitleg Niet juist" in words(article.body)


def test_a_question_knows_its_key_and_its_sources(article: Article) -> None:
    [quiz] = quizzes(article.body)

    assert (quiz.id, quiz.question, quiz.multiple, quiz.hint) == ("quiz-eerst", "Wat eerst?", False, "")
    assert [(one.text, one.right, one.explanation) for one in quiz.answers] == [
        ("Een lijst", False, "te vroeg."),
        ("Er zijn", True, "zonder vraag. (Kato, 2020 · onderzoek; SAM, z.d.)"),
    ]


def test_a_question_without_a_key_is_refused(tmp_path: Path) -> None:
    write_page(tmp_path, body=BODY.replace("Niet juist: te", "Te"))

    with pytest.raises(ValueError, match="quiz-eerst: uitleg zonder"):
        quizzes(read_article(tmp_path, "vorming/les/").body)


def test_an_exercise_is_told_apart_from_its_solution(article: Article) -> None:
    [found] = oefeningen(article.body)

    assert (found.title, found.minutes, found.form, found.materials) == ("Teken", 20, "groep", "papier · stiften")
    assert (words(found.body), words(found.solution)) == ("Opgave", "Antwoord")


def test_links_of_a_single_page_lead_to_the_web_or_stay_on_it(article: Article) -> None:
    copy = with_absolute_links(article)

    assert {f"{WEB}naslag/#kato", "#een", "tel:112"} <= set(hrefs(copy.body))
    assert [image.get("src") for image in copy.body.iter("img")] == ["vorming/plaatje.svg"]


def test_links_between_pages_of_one_file_become_anchors(tmp_path: Path) -> None:
    write_page(tmp_path)
    write_page(tmp_path, "naslag/", '<h1 id="naslag">Naslag</h1><p id="kato">Kato</p><a href="../vorming/les/">les</a>')
    les, naslag = in_one_file([read_article(tmp_path, "vorming/les/"), read_article(tmp_path, "naslag/")])

    assert {"#naslag--kato", "#vorming-les--een", "tel:112"} <= set(hrefs(les.body))
    assert hrefs(naslag.body) == ["#vorming-les"]
    assert naslag.body.get_element_by_id("naslag--kato").text == "Kato"


def test_the_shell_holds_the_body_and_nothing_of_the_theme() -> None:
    page = shell('Les & "meer"', "<p>tekst</p>", ["a b.css"], ["x.js"])

    assert page.startswith('<!doctype html>\n<html lang="nl">')
    assert "<title>Les &amp; &quot;meer&quot;</title>" in page
    assert page.count("<body>\n<p>tekst</p>\n</body>") == 1
    assert page.index('<link rel="stylesheet" href="a b.css">') < page.index('<script defer src="x.js"></script>')


@pytest.mark.parametrize("html", ["", "<html><body><p>x</p></body></html>", "<article><p>geen titel</p></article>"])
def test_what_is_no_page_is_refused_with_its_address(tmp_path: Path, html: str) -> None:
    (tmp_path / "x").mkdir()
    (tmp_path / "x" / "index.html").write_text(html or "<!doctype html>", encoding="utf-8")

    with pytest.raises(SetupProblem, match=r"^/x/ is geen pagina"):
        read_article(tmp_path, "x/")
    with pytest.raises(SetupProblem, match="/weg/ staat niet in"):
        read_article(tmp_path, "weg/")


def test_a_page_built_again_is_read_again(tmp_path: Path) -> None:
    write_page(tmp_path, body="<h1>Oud</h1>")
    assert read_article(tmp_path, "vorming/les/").title == "Oud"
    write_page(tmp_path, body="<h1>Nieuw en langer</h1>")

    assert read_article(tmp_path, "vorming/les/").title == "Nieuw en langer"


# The real site, compared with what authors wrote: the Markdown is read by another program than the HTML.


@pytest.fixture(scope="module")
def articles(site: Path) -> dict[str, Article]:
    return {path: read_article(site, Place().address(path)) for path in PAGES}


def blocks(page: Page, name: str) -> list[Block]:
    return [block for block in read_blocks(page) if block.name == name]


@pytest.mark.parametrize("name", READERS)
def test_every_block_of_the_site_is_found_on_its_page(articles: dict[str, Article], name: str) -> None:
    written = {path: len(blocks(page, name)) for path, page in PAGES.items()}

    assert sum(written.values()) > 15
    assert {path: len(READERS[name](articles[path].body)) for path in PAGES} == written


def test_titles_minutes_and_fields_are_those_of_the_author(articles: dict[str, Article]) -> None:
    for path, page in PAGES.items():
        body = articles[path].body
        assert [(one.title, one.minutes, one.form, one.materials) for one in oefeningen(body)] == [
            (one.title, one.given["minutes"], one.given.get("form", "solo"), one.given.get("materials", ""))
            for one in blocks(page, "oefening")
        ]
        assert [note.minutes for note in notes(body)] == [one.given.get("minutes") for one in blocks(page, "trainer")]
        assert [quiz.multiple for quiz in quizzes(body)] == [one.given.get("multiple", False) for one in blocks(page, "quiz")]
        assert [one.kind for one in berichten(body)] == [one.given["kind"] for one in blocks(page, "bericht")]
        assert all(sheet.xpath(".//ul[@class='invulblad__fields']/li/label") for sheet in body.iter("site-invulblad"))
        assert all(one.lines and words(one.why) for one in berichten(body))


def test_every_conversation_is_whole(articles: dict[str, Article]) -> None:
    for path, page in PAGES.items():
        found = gesprek(articles[path].body)
        assert [scene.id for scene in (found.scenes if found else ())] == [scene.title for scene in blocks(page, "scene")]
        for scene in found.scenes if found else ():
            assert scene.ending == (scene.debriefing is not None) == (not scene.choices), f"{path} {scene.id}"
            assert {choice.to for choice in scene.choices} <= {one.id for one in found.scenes}
            assert all(choice.text and choice.feedback for choice in scene.choices)


def test_no_note_for_trainers_is_left_for_a_learner(articles: dict[str, Article]) -> None:
    kept = {path: words(for_learner(article).body) for path, article in articles.items()}
    written = {
        (path, line.text) for path, page in PAGES.items() for block in blocks(page, "trainer") for line in page.lines
        if line.line in block.inside and len(line.text) > 40 and "[" not in line.text and "*" not in line.text
    }  # fmt: skip

    assert len(written) > 100
    assert [where for where in written if where[1] in kept[where[0]]] == []
    assert [where for where in written if where[1] not in words(for_trainer(articles[where[0]]).body)] == []


def test_the_whole_site_can_stand_in_one_file(articles: dict[str, Article]) -> None:
    together = in_one_file(list(articles.values()))
    ids = [element.get("id") for article in together for element in article.body.iter() if element.get("id")]
    root = articles["index.md"].root

    assert len(ids) == len(set(ids)) > 1000
    targets = {href for article in together for href in hrefs(article.body) if href}
    assert {href for href in targets if href.startswith("#")} <= {f"#{one}" for one in ids}
    assert {href for href in targets if not href.startswith(("#", "https://", "http://", "tel:", "mailto:"))} == set()
    assert {href for href in targets if href.startswith(root) and href.endswith("/")} <= NOTEBOOKS


def test_no_page_brings_along_what_needs_a_browser(articles: dict[str, Article]) -> None:
    for path, article in articles.items():
        html = markup(article.body)
        found = [sign for sign in ("<script", "<style", "data-needs-script", "<site-druk", "¶", "headerlink") if sign in html]
        assert found == [], path
