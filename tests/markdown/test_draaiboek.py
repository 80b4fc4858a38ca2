"""What trainers get on a page: programmes, a form, lesson plans and their notes; and what searching and learners never get."""

import json
import re
from pathlib import Path

import pytest

from scripts.content.modules import MODULES
from scripts.content.site import Site, load_site
from scripts.environment.folders import ROOT
from scripts.errors import ContentError
from scripts.markdown.macros.draaiboek import draaiboek
from scripts.markdown.macros.lesplan import lesplan
from scripts.markdown.macros.programmas import programmas
from scripts.markdown.macros.trainersgids import trainersgids
from scripts.markdown.place import Place
from tests.content.test_activities import FRONT
from tests.docs_folder import site_with

HERE = Place("trainers/draaiboek/")
CONTACT = "contact-en-vertrouwen"
MODULE = """\
---
title: Contact
description: Een korte beschrijving van deze module.
type: module
number: 4
lessons: [een]
aim: Iets kunnen.
---

# Contact
"""


@pytest.fixture(scope="module")
def site() -> Site:
    return load_site(ROOT / "docs")


def test_every_programme_stands_on_the_page_with_an_anchor_and_a_clock_that_starts_at_zero(site: Site) -> None:
    made = programmas(site, HERE)

    assert len(site.programmes.programmes) >= 9
    assert {60, 90, 180, 360} <= {one.minutes for one in site.programmes.programmes}
    for programme in site.programmes.programmes:
        assert f"{{#programma-{programme.name}}}" in made
        sheet = made.split(f'id="blad-{programme.name}"')[1].split("</div><p><site-druk")[0]
        times = re.findall(r'<tr class="sessie__(\w+)"><th scope="row">(\d+)\.(\d\d)</th><td>(\d+)', sheet)
        assert times[0][:3] == ("opening", "0", "00")
        kind, hours, minutes, last = times[-1]
        assert kind == "closing"
        assert int(hours) * 60 + int(minutes) + int(last) == programme.minutes


def test_a_lesson_of_a_programme_is_presented_as_a_part_of_the_whole_session(site: Site) -> None:
    sheet = programmas(site, HERE).split('id="blad-90-eerste-contact"')[1].split("</div><p><site-druk")[0]
    links = re.findall(r'href="([^"]*presenteren[^"]*)"', sheet)

    assert [link.split("?")[0] for link in links] == [
        f"../../vorming/{CONTACT}/het-eerste-bericht/",
        f"../../vorming/{CONTACT}/tempo-en-stilte/",
    ]
    assert len({link.split("?")[1] for link in links}) == 1
    assert f"{CONTACT}/het-eerste-bericht&#126;quiz-eigen-taal.oefening-drie-berichten-drie-regels,{CONTACT}/tempo" in links[0]


def test_only_programmes_with_module_six_ask_for_two_facilitators(site: Site) -> None:
    with_rules = [part.split('"')[0] for part in programmas(site, HERE).split('id="blad-')[1:] if "hoogstens 16" in part]

    assert with_rules == ["60-wie-bel-je", "180-veiligheid"]


def test_the_form_is_hidden_and_its_data_cannot_close_their_element(tmp_path: Path) -> None:
    hostile = FRONT.replace("title: Les", "title: 'Les \\u2028 x'")
    body = "\n## </script><b>Kop</b>\n\n/// oefening | </script><img src=x onerror=alert(1)>\n    minutes: 5\n\nDoe.\n///\n"
    made = draaiboek(
        site_with(tmp_path, **{"vorming/" + CONTACT + "/index.md": MODULE, "vorming/" + CONTACT + "/een.md": hostile + body}),
        HERE,
    )

    assert '<form class="draaiboek__form" hidden data-needs-script' in made
    assert made.count("</script>") == 1
    assert "<img" not in made
    data = json.loads(made.split('<script type="application/json">')[1].split("</script>")[0])
    assert data["lessons"][0]["parts"][1]["title"] == "</script><img src=x onerror=alert(1)>"


@pytest.mark.parametrize("module", MODULES)
def test_a_lesson_plan_counts_every_lesson_of_its_module(site: Site, module: str) -> None:
    made = lesplan(site, HERE, module)
    lessons = [lesson for lesson in site.room_lessons if lesson.module == module]

    assert made.count('class="sessie__les"') == len(lessons)
    assert made.count("<tr class=") == len(lessons) + sum(len(lesson.activities) for lesson in lessons)
    assert "\n" not in made


@pytest.mark.parametrize("macro", [lesplan, trainersgids])
def test_a_module_that_does_not_exist_is_named_with_those_that_do(site: Site, macro: object) -> None:
    with pytest.raises(ContentError, match="module 'gesprekken' bestaat niet") as error:
        macro(site, HERE, "gesprekken")  # type: ignore[operator]
    assert CONTACT in error.value.remedy


def notes(folder: Path, text: str) -> str:
    body = f"\n## Eerst\n\n/// trainer\n    minutes: 5\n\n{text}\n///\n"
    files = {f"vorming/{CONTACT}/index.md": MODULE, f"vorming/{CONTACT}/een.md": FRONT + body}
    return trainersgids(site_with(folder, **files), Place("trainers/lesplannen/contact/"), CONTACT)


def test_notes_keep_their_markdown_and_their_links_work_from_here(tmp_path: Path) -> None:
    made = notes(tmp_path, "**Lees** [@kato2020] op [een plek](../x/y.md#z), [hier](twee.md) of [ver](https://example.org).")

    assert "**Lees** [@kato2020]" in made
    assert '<a href="../../../vorming/x/y/&#35;z">een plek</a>' in made
    assert f'<a href="../../../vorming/{CONTACT}/twee/">hier</a>' in made
    assert "[ver](https://example.org)" in made
    assert "minutes:" not in made


def test_every_note_stands_in_an_element_that_search_passes_over_and_exports_can_leave_out(site: Site) -> None:
    for module in MODULES:
        made = trainersgids(site, HERE, module)
        outside = re.sub(
            r'<aside class="trainersgids" data-search-exclude data-nosnippet markdown="1">.*?</aside>', "", made, flags=re.DOTALL
        )

        assert made.count("<aside") == made.count("</aside>") > 0
        assert [line for line in outside.splitlines() if line.strip() and not line.startswith("### ")] == []
        assert all('data-search-exclude=""' in line for line in outside.splitlines() if line.startswith("### "))


def test_a_macro_in_notes_is_refused_because_nobody_would_run_it(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="een macro in notities") as error:
        notes(tmp_path, '[[ term("gpmi") ]]')
    assert error.value.line > 1


def test_all_notes_of_the_training_are_in_the_guides_once(site: Site) -> None:
    found = sum(trainersgids(site, HERE, module).count("<aside") for module in MODULES)
    written = sum(page.body.count("\n/// trainer") for page in site.pages.values() if page.path.startswith("vorming/"))

    assert found == written
