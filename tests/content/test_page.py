"""Reading a page: every thing with its line, and the anchors the site will really have."""

from pathlib import Path

import markdown
import pytest
from pymdownx.slugs import slugify

from scripts.content.blocks import read_blocks
from scripts.content.macros import read_macros
from scripts.content.page import Page, read_page
from tests.docs_folder import make_docs, page


def read(folder: Path, body: str) -> Page:
    return read_page(make_docs(folder, **{"index.md": page(body)}), "index.md")


def test_lines_are_those_of_the_file(tmp_path: Path) -> None:
    made = read(tmp_path, "eerste\n\n## Kop\n\n[@kato2020] en [x](y.md)")

    assert [(heading.line, heading.text) for heading in made.headings] == [(7, "Start"), (11, "Kop")]
    assert [(found.line, found.text) for found in made.citations] == [(13, "kato2020")]
    assert [(found.line, found.text) for found in made.links] == [(13, "y.md")]


@pytest.mark.parametrize(
    "heading",
    [
        "Kop één",
        "Wat is *hikikomori*?",
        "Met `code`",
        "Met [link](weg.md)",
        "Eigen anker {#eigen}",
        "Coöperatie & co.",
        "2021 en 2024",
        "Dubbel",
        "Een_woord_met_streepjes",
        "Aanhaling “zo”",
    ],
)
def test_anchors_are_those_that_markdown_gives(tmp_path: Path, heading: str) -> None:
    body = f"## {heading}\n\n## Dubbel\n\n### Dubbel"
    md = markdown.Markdown(extensions=["attr_list", "toc"], extension_configs={"toc": {"slugify": slugify(case="lower")}})
    md.convert(f"# Start\n\n{body}")

    made = read(tmp_path, body)

    tokens = [md.toc_tokens[0], *md.toc_tokens[0]["children"]]  # type: ignore[attr-defined]
    expected = [token["id"] for token in tokens] + [child["id"] for token in tokens[1:] for child in token["children"]]
    assert {one.anchor for one in made.headings} == set(expected)


def test_several_keys_in_one_citation_are_several_citations(tmp_path: Path) -> None:
    assert [found.text for found in read(tmp_path, "[@a; @b ;@c]").citations] == ["a", "b", "c"]


def test_a_link_around_a_bracket_is_one_link(tmp_path: Path) -> None:
    assert [found.text for found in read(tmp_path, "[zie [dit]](a.md) en [dat](<b.md>)").links] == ["a.md", "b.md"]


def test_nested_blocks_of_one_length_close_from_the_inside(tmp_path: Path) -> None:
    blocks = read_blocks(read(tmp_path, "/// casus | A\n\n/// kort\n\nx\n\n///\n\n///"))

    assert [(block.name, block.line, block.end) for block in blocks] == [("casus", 9, 17), ("kort", 11, 15)]
    assert not blocks.stray


def test_options_are_the_indented_lines_under_the_opening(tmp_path: Path) -> None:
    block = next(iter(read_blocks(read(tmp_path, "/// kort\n    minutes: 5\n    form: duo\n\nx\n\n///"))))

    assert block.options == {"minutes": 5, "form": "duo"}


def test_macro_calls_have_their_arguments_and_line(tmp_path: Path) -> None:
    calls, others = read_macros(read(tmp_path, 'x\n\n[[ cijfer("neet", geo="BE") ]] en [[ hulp() ]]'))

    assert [(call.line, call.text, call.arguments, call.options) for call in calls] == [
        (11, "cijfer", ("neet",), {"geo": "BE"}),
        (11, "hulp", (), {}),
    ]
    assert not others


def test_windows_line_ends_and_a_byte_order_mark_are_read(tmp_path: Path) -> None:
    docs = make_docs(tmp_path)
    (docs / "index.md").write_bytes(b"\xef\xbb\xbf" + page("## Kop").replace("\n", "\r\n").encode())

    made = read_page(docs, "index.md")

    assert made.error is None
    assert [heading.text for heading in made.headings] == ["Start", "Kop"]
