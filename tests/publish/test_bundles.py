"""What a page asks for travels together: one file of styles, one of scripts, in the order of the page."""

import re
from pathlib import Path

import pytest

from scripts.publish.bundles import bundle

SHARED = """<link rel="stylesheet" href="../assets/stylesheets/main.0123abcd.min.css">

  <link rel="stylesheet" href="../assets/stylesheets/palette.0123abcd.min.css">
<link rel="stylesheet" href="../assets/site.css">
"""
COMPONENTS = """<link rel="stylesheet" href="../assets/components/grafiek/grafiek.css">
<script defer src="../assets/components/opslag/opslag.js"></script>
<link rel="stylesheet" href="../assets/components/les/les.css">
<script defer src="../assets/components/les/les.js"></script>
<link rel="stylesheet" href="../assets/components/quiz/quiz.css">
<script defer src="../assets/components/quiz/quiz.js"></script>
"""


def built(folder: Path, head: str) -> Path:
    """A page below a folder, and all it names."""
    for name in ("opslag", "les", "quiz", "grafiek"):
        component = folder / "assets/components" / name
        component.mkdir(parents=True)
        (component / f"{name}.css").write_text(f"/* {name} */", encoding="utf-8")
        (component / f"{name}.js").write_text(f"// {name}", encoding="utf-8")
    (folder / "assets/stylesheets").mkdir()
    for name in ("stylesheets/main.0123abcd.min", "stylesheets/palette.0123abcd.min", "site"):
        (folder / f"assets/{name}.css").write_text(f'@charset "UTF-8";/* {name[:15]} */', encoding="utf-8")
    page = folder / "les/index.html"
    page.parent.mkdir()
    page.write_text(head, encoding="utf-8")
    return page


def linked(page: Path) -> list[str]:
    """The files that a page names, in order."""
    return [found[1] for found in re.finditer(r'(?:href|src)="\.\./([^"]+)"', page.read_text(encoding="utf-8"))]


def test_the_styles_of_all_pages_become_one_file_in_their_order(tmp_path: Path) -> None:
    page = built(tmp_path, SHARED)

    bundle(tmp_path)

    [style] = linked(page)
    assert re.fullmatch(r"assets/site\.[0-9a-f]{8}\.css", style)
    assert (tmp_path / style).read_text(encoding="utf-8") == "/* stylesheets/mai */\n/* stylesheets/pal */\n/* site */"


def test_several_components_become_one_file_in_their_order(tmp_path: Path) -> None:
    page = built(tmp_path, COMPONENTS)

    bundle(tmp_path)

    styles, scripts = [sorted(one for one in linked(page) if one.endswith(end)) for end in ("css", "js")]
    assert [re.sub(r"\.[0-9a-f]{8}\.", ".", name) for name in styles + scripts] == [
        "assets/components/grafiek.css",
        "assets/components/les-quiz.css",
        "assets/components/opslag-les-quiz.js",
    ]
    assert (tmp_path / scripts[0]).read_text(encoding="utf-8") == "// opslag\n// les\n// quiz"


def test_a_file_has_another_name_when_something_else_is_in_it(tmp_path: Path) -> None:
    head = '<script defer src="../assets/components/les/les.js"></script>'
    one, other = built(tmp_path / "one", head), built(tmp_path / "other", head)
    (tmp_path / "other/assets/components/les/les.js").write_text("// changed", encoding="utf-8")

    bundle(tmp_path / "one")
    bundle(tmp_path / "other")

    assert linked(one) != linked(other)


@pytest.mark.parametrize("address", ["/naam/assets/site.css", "assets/site.css", "../../assets/site.css"])
def test_the_way_to_the_root_stays_as_the_page_has_it(tmp_path: Path, address: str) -> None:
    page = built(tmp_path, f'<link rel="stylesheet" href="{address}">')

    bundle(tmp_path)

    assert f'href="{address.removesuffix("site.css")}site.' in page.read_text(encoding="utf-8")


def test_a_second_time_changes_nothing(tmp_path: Path) -> None:
    page = built(tmp_path, SHARED + COMPONENTS)
    bundle(tmp_path)
    first = page.read_text(encoding="utf-8")

    bundle(tmp_path)

    assert page.read_text(encoding="utf-8") == first
