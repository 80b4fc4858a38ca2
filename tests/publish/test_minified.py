"""What a phone gets of our own scripts and styles: all they do, nothing they say about themselves."""

import re
from pathlib import Path

import pytest

from scripts.environment.folders import ROOT
from scripts.publish.minified import minify


def test_comments_and_indentation_go_and_the_rest_stays(tmp_path: Path) -> None:
    component = tmp_path / "assets/components/les"
    component.mkdir(parents=True)
    (component / "les.js").write_text(
        "// why\n(() => {\n  /** @param {string} a */\n  const say = (a) => `${a} // no comment`;\n})();\n", encoding="utf-8"
    )
    (tmp_path / "assets/site.css").write_text("/* why */\n.a {\n  width: calc(1em + 2px);\n}\n", encoding="utf-8")

    minify(tmp_path)

    assert (component / "les.js").read_text(encoding="utf-8") == "(()=>{const say=(a)=>`${a} // no comment`;})();"
    assert (tmp_path / "assets/site.css").read_text(encoding="utf-8") == ".a{width:calc(1em + 2px)}"


def test_what_the_theme_brings_is_left_alone(tmp_path: Path) -> None:
    theirs = tmp_path / "assets/javascripts/bundle.min.js"
    theirs.parent.mkdir(parents=True)
    theirs.write_text("/* theirs */ a()", encoding="utf-8")

    minify(tmp_path)

    assert theirs.read_text(encoding="utf-8") == "/* theirs */ a()"


@pytest.mark.parametrize("script", sorted((ROOT / "overrides/assets/components").glob("*/*.js")), ids=lambda path: path.name)
def test_no_script_has_a_template_in_a_template(script: Path) -> None:
    """rjsmin takes the white space out of the inner one."""
    assert not re.search(r"\$\{[^{}`]*`", script.read_text(encoding="utf-8"))


def test_a_page_loses_the_indentation_of_templates_and_no_space_that_is_shown(tmp_path: Path) -> None:
    exact = "<pre>\n  a\n\n   b</pre><textarea>\n\n x</textarea><script>\n\n  y()</script>"
    page = tmp_path / "index.html"
    page.write_text(f"<p>\n\n    een   <b>twee</b>  \n  drie</p>\n\n\n{exact}\n\n  <p>vier</p>", encoding="utf-8")

    minify(tmp_path)

    assert page.read_text(encoding="utf-8") == f"<p>\neen   <b>twee</b>\ndrie</p>\n{exact}\n<p>vier</p>"
