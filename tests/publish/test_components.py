"""The components of a page travel together: one file of styles, one of scripts, in the order of the page."""

from pathlib import Path

from scripts.publish.components import join_components

HEAD = """<link rel="stylesheet" href="../assets/components/grafiek/grafiek.css">
<script defer src="../assets/components/opslag/opslag.js"></script>
<link rel="stylesheet" href="../assets/components/les/les.css">
<script defer src="../assets/components/les/les.js"></script>
<link rel="stylesheet" href="../assets/components/quiz/quiz.css">
<script defer src="../assets/components/quiz/quiz.js"></script>
"""


def built(folder: Path, head: str) -> Path:
    """A page below a folder, and the components it names."""
    for name in ("opslag", "les", "quiz", "grafiek"):
        component = folder / "assets/components" / name
        component.mkdir(parents=True)
        (component / f"{name}.css").write_text(f"/* {name} */", encoding="utf-8")
        (component / f"{name}.js").write_text(f"// {name}", encoding="utf-8")
    page = folder / "les/index.html"
    page.parent.mkdir()
    page.write_text(head, encoding="utf-8")
    return page


def test_several_components_become_one_file_in_their_order(tmp_path: Path) -> None:
    page = built(tmp_path, HEAD)

    join_components(tmp_path)

    html = page.read_text(encoding="utf-8")
    assert html.count("<script") == 1
    assert "../assets/components/opslag-les-quiz.js" in html
    assert html.count('rel="stylesheet"') == 2
    script = (tmp_path / "assets/components/opslag-les-quiz.js").read_text(encoding="utf-8")
    assert script == "// opslag\n// les\n// quiz"


def test_one_component_stays_as_it_is(tmp_path: Path) -> None:
    head = '<script defer src="../assets/components/les/les.js"></script>'
    page = built(tmp_path, head)

    join_components(tmp_path)

    assert page.read_text(encoding="utf-8") == head
