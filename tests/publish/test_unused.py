"""The theme's styles: what no element of the site can match goes; all else, and all that is odd, stays."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.publish.properties import without_unread
from scripts.publish.styles import lighten_theme
from scripts.publish.unused import without_unused
from scripts.publish.words import Words, words_of

PAGE = """<html><head><script>document.body.classList.add("from-page")</script></head>
<body dir="ltr" class="md-Typeset"><a id="up" href="#x" data-md-color-scheme="slate">x</a><table><tr></table><details><summary>y</summary></details></body></html>"""
SCRIPT = """
const box = x("aside", { class: "md-tooltip", "data-md-state": "shadow" });
box.className = `md-tag md-tag--${kind}`;
box.dataset.mdVisible = ""; box.ariaLabel = "Sluiten"; box.hidden = true;
document.querySelectorAll(".tabbed-set, #looked-for");
if (document.documentElement.getAttribute("lang-only-read") === "rtl") turn();
"""


@pytest.fixture(scope="module")
def words(tmp_path_factory: pytest.TempPathFactory) -> Words:
    site = tmp_path_factory.mktemp("site")
    (site / "index.html").write_text(PAGE, encoding="utf-8")
    (site / "bundle.js").write_text(SCRIPT, encoding="utf-8")
    (site / "workers").mkdir()
    (site / "workers" / "search.js").write_text('"only-in-worker"', encoding="utf-8")
    return words_of(site)


@pytest.mark.parametrize(
    "selector",
    [
        "*",
        ":root",
        "a",
        "A:hover",
        "table>tbody",
        ".md-typeset a",
        ".MD-TYPESET",
        "#up::before",
        ".md-tooltip:not(.nowhere)",
        ".md-tag--compat",
        ".from-page",
        "[dir=ltr] a",
        '[data-md-color-scheme="slate"]',
        "[data-md-state=shadow]",
        "[data-md-visible]",
        "[aria-label]",
        "aside[hidden]",
        "[class^=md-]",
        "details[open]>summary",
        ":is(.nowhere,a)",
        "a:has(+ .md-tooltip)",
        "a::-webkit-scrollbar",
        "svg|a",
        '[href="two words"]',
    ],
)
def test_a_rule_that_some_element_can_match_stays(words: Words, selector: str) -> None:
    assert without_unused(f"{selector}{{top:0}}", words) == f"{selector}{{top:0}}"


@pytest.mark.parametrize(
    "selector",
    [
        ".nowhere",
        "a.nowhere",
        ".md-typeset>.nowhere:hover",
        "#nowhere",
        "blockquote",
        "a~video",
        "[dir=rtl] a",
        "[data-md-color-scheme=default]",
        "[nowhere]",
        "[lang-only-read]",
        "[class^=zz-]",
        "[style*=red]",
        ".tabbed-set",
        "#looked-for",
        ".only-in-worker",
        ":is(.nowhere,video)",
        ".hidden",
    ],
)
def test_a_rule_that_no_element_can_match_goes(words: Words, selector: str) -> None:
    assert without_unused(f"{selector}{{top:0}}a{{left:0}}", words) == "a{left:0}"


def test_of_a_list_only_the_selectors_that_can_match_stay(words: Words) -> None:
    assert without_unused("a, .nowhere ,\n.md-typeset a:hover{top:0}", words) == "a,.md-typeset a:hover{top:0}"


def test_a_list_that_some_browsers_refuse_is_not_mended(words: Words) -> None:
    assert without_unused("a,.nowhere::-moz-x{top:0}", words) == "a,.nowhere::-moz-x{top:0}"


def test_inside_media_and_supports_too(words: Words) -> None:
    css = "@media screen and (min-width:60em){@supports (top:0){a{top:0}.nowhere{top:0}}}@media print{.nowhere{top:0}}"
    assert without_unused(css, words) == "@media screen and (min-width:60em){@supports (top:0){a{top:0}}}"


@pytest.mark.parametrize(
    "odd",
    [
        "",
        "@charset \"UTF-8\";@import url(x.css);@layer a,b;",
        "@font-face{font-family:x}@keyframes nowhere{from{top:0}}@page{margin:1cm}",
        "@layer x{.nowhere{top:0}}",
        "a{top:0;;color:#GGG;*zoom:1;&:hover{top:1px}}",
        'a{content:"}.nowhere{";background:url("data:image/svg+xml;utf8,<svg a=\'{}\'>")}',
        "a{top:0",
        "}a{top:0}",
        "a[{top:0}",
        "a",
        "a{content:'\n",
    ],
)  # fmt: skip
def test_what_is_odd_stays_as_it_is(words: Words, odd: str) -> None:
    kept = without_unused(odd, words)
    assert kept.removesuffix("}") == odd.removesuffix("}")


@given(st.text(alphabet="ab.#[]{}()=:;,@'\"-*>\\ \n", max_size=40))
def test_no_style_makes_it_fall_and_a_second_time_changes_nothing(css: str) -> None:
    words = Words(tags={"a"}, classes={"b"})
    once = without_unused(css, words)
    assert without_unused(once, words) == once
    assert without_unread({"x": once}, "")["x"] == without_unread(without_unread({"x": once}, ""), "")["x"]


def test_a_property_that_nothing_reads_goes_with_what_only_it_read() -> None:
    css = ":root{--icon:url('data:;');--used:1;--by-script:2;--only:3;--chain:var(--only)}:root{--gone:1}@media print{a{top:var(--used)}}"

    kept = without_unread({"main": css}, "style.setProperty('--by-script', 1)")

    assert kept == {"main": ":root{--used:1;--by-script:2}@media print{a{top:var(--used)}}"}


def test_a_property_read_in_another_sheet_stays() -> None:
    sheets = {"main": ":root{--a:1}", "palette": "a{top:calc(1px + var( --a,0))}"}

    assert without_unread(sheets, "") == sheets


def test_declarations_keep_their_weight_and_order() -> None:
    css = "a{--gone:1;color:red!important;color:blue;margin:0 -1px}"

    assert without_unread({"x": css}, "") == {"x": "a{color:red!important;color:blue;margin:0 -1px}"}


def theme(site: Path, css: str) -> Path:
    (site / "assets/stylesheets").mkdir(parents=True)
    (site / "index.html").write_text(PAGE, encoding="utf-8")
    sheet = site / "assets/stylesheets/main.0123abcd.min.css"
    sheet.write_text(css, encoding="utf-8")
    return sheet


def test_the_theme_becomes_lighter_in_its_own_files_and_ours_stay(tmp_path: Path) -> None:
    sheet = theme(tmp_path, ":root{--a:1;--b:2;--c:3}a{top:var(--a)}.nowhere{top:0}")
    own = tmp_path / "assets/site.css"
    own.write_text(".nowhere{top:var(--b)}", encoding="utf-8")

    lighten_theme(tmp_path)

    assert sheet.read_text(encoding="utf-8") == ":root{--a:1;--b:2}a{top:var(--a)}"
    assert own.read_text(encoding="utf-8") == ".nowhere{top:var(--b)}"


@pytest.mark.parametrize("address", ["url(icon.svg)", "url( '../icon.svg')", 'URL("/icon.svg")'])
def test_a_theme_whose_styles_ask_for_a_file_is_refused(tmp_path: Path, address: str) -> None:
    theme(tmp_path, f"a{{background:{address}}}")

    with pytest.raises(ValueError, match="cannot be moved"):
        lighten_theme(tmp_path)


def test_drawings_inside_the_style_are_no_files(tmp_path: Path) -> None:
    sheet = theme(tmp_path, 'a{background:url("data:image/svg+xml,<svg>");fill:url(#x)}')

    lighten_theme(tmp_path)

    assert "data:image" in sheet.read_text(encoding="utf-8")
