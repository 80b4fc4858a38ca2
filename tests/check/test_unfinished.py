"""What `new` made and nobody filled in is never published."""

from pathlib import Path

import pytest

from scripts.check.unfinished import check_unfinished
from scripts.content.site import load_site
from tests.docs_folder import FILES, make_docs, page


@pytest.mark.parametrize(
    ("changed", "place"),
    [
        ({"index.md": page("Zin.\n\nSchrijf hier wat telt.")}, "docs/index.md:11"),
        ({"index.md": page("Zin.\n\n- schrijf hier")}, "docs/index.md:11"),
        ({"index.md": page("Zin.").replace("Een korte", "Schrijf hier een")}, "docs/index.md:1"),
        (
            {"bronnen/indicatoren.yml": FILES["bronnen/indicatoren.yml"].replace("edat_lfse_22", "schrijf hier")},
            "docs/bronnen/indicatoren.yml:1",
        ),
    ],
)
def test_says_where_a_sentence_of_the_template_is_left(tmp_path: Path, changed: dict[str, str], place: str) -> None:
    [problem] = check_unfinished(load_site(make_docs(tmp_path, **changed)))

    assert f"{problem.path}:{problem.line} {problem.code}" == f"{place} HIB-186"


def test_a_finished_site_has_none(tmp_path: Path) -> None:
    assert list(check_unfinished(load_site(make_docs(tmp_path)))) == []
