"""The mistakes of who edits the ready-made programmes: each named with its line."""

from dataclasses import replace
from pathlib import Path

import pytest

from scripts.check.programmes import check_programmes
from scripts.content.programmes import Programmes
from scripts.content.site import Site, load_site
from scripts.content.yaml_file import read_yaml
from scripts.environment.folders import ROOT

TEXT = (ROOT / "docs/bronnen/programmas.yml").read_text(encoding="utf-8")
LESSON = "- {lesson: contact-en-vertrouwen/het-eerste-bericht, skip: [quiz-eigen-taal]}"


@pytest.fixture(scope="module")
def site() -> Site:
    return load_site(ROOT / "docs")


def problems(folder: Path, site: Site, text: str) -> list[tuple[str, int, str]]:
    """The real lessons, with another file of programmes."""
    file = folder / "bronnen/programmas.yml"
    file.parent.mkdir()
    file.write_text(text, encoding="utf-8")
    changed = replace(site, docs=folder, programmes=read_yaml(file, Programmes))
    return [(one.code, one.line, one.what) for one in sorted(check_programmes(changed))]


def line_of(words: str, text: str = TEXT) -> int:
    return text[: text.index(words)].count("\n") + 1


def test_the_programmes_of_the_site_are_right(tmp_path: Path, site: Site) -> None:
    assert problems(tmp_path, site, TEXT) == []


@pytest.mark.parametrize(
    ("before", "after", "code", "what"),
    [
        (LESSON, LESSON.replace("eerste-", "erste-"), "HIB-150", "les 'contact-en-vertrouwen/het-erste-bericht' bestaat niet"),
        (LESSON, LESSON.replace("eigen-taal", "weg"), "HIB-150", "'quiz-weg' bij 'skip' staat niet in"),
        (LESSON, LESSON.replace("skip: [", "also: ["), "HIB-150", "'quiz-eigen-taal' bij 'also' staat niet in"),
        (", sections: [wat-je-niet-belooft]", ", sections: [weg]", "HIB-150", "'weg' staat niet in"),
    ],
    ids=["a lesson that is not there", "a part that is not there", "a question as an exercise", "a section that is not there"],
)
def test_a_name_that_does_not_exist_is_named_on_its_line(
    tmp_path: Path, site: Site, before: str, after: str, code: str, what: str
) -> None:
    found = problems(tmp_path, site, TEXT.replace(before, after))

    assert [one[0] for one in found][:1] == [code]
    assert what in found[0][2]
    assert found[0][1] == line_of(before)


def test_a_programme_that_gives_too_much_says_how_much(tmp_path: Path, site: Site) -> None:
    found = problems(tmp_path, site, TEXT.replace(LESSON, LESSON.replace(", skip: [quiz-eigen-taal]", "")))

    assert found == [
        ("HIB-151", line_of("  - id: eerste-contact"), "de lessen duren samen 63 minuten; in 90 minuten is er plaats voor 62")
    ]


def test_a_programme_that_gives_too_little_is_named_too(tmp_path: Path, site: Site) -> None:
    found = problems(tmp_path, site, TEXT.replace("    minutes: 60\n", "    minutes: 120\n", 1))

    assert [(code, line) for code, line, _ in found] == [("HIB-151", line_of("  - id: uren"))]


def test_module_six_asks_time_and_a_second_facilitator(tmp_path: Path, site: Site) -> None:
    short = TEXT.replace("skip: [oefening-protocol-in-drie-rollen]", "skip: [warm-overdragen]")
    with_exercise = TEXT.replace(", skip: [oefening-protocol-in-drie-rollen]", "")
    alone = TEXT.replace("    facilitators: 2\n", "", 1)

    assert problems(_sub(tmp_path, "a"), site, short) == []
    assert ("HIB-152", line_of("  - id: wie"), "'Protocol in drie rollen' uit module 6 in 60 minuten") in problems(
        _sub(tmp_path, "b"), site, with_exercise
    )
    assert problems(_sub(tmp_path, "c"), site, alone) == [
        ("HIB-153", line_of("  - id: wie"), "module 6 zonder tweede begeleider")
    ]


def _sub(folder: Path, name: str) -> Path:
    (folder / name).mkdir()
    return folder / name


@pytest.mark.parametrize("moment", ["opening", "slot"])
def test_opening_and_closing_never_drop(tmp_path: Path, site: Site, moment: str) -> None:
    found = problems(tmp_path, site, TEXT.replace(f"      - {{moment: {moment}}}\n", "", 1))

    assert [code for code, _, _ in found] == ["HIB-154"]


def test_two_programmes_with_one_name_are_both_named(tmp_path: Path, site: Site) -> None:
    found = problems(tmp_path, site, TEXT.replace("id: jeugdwerk\n    title", "id: dubbele-rol\n    title"))

    assert [code for code, _, _ in found] == ["HIB-155", "HIB-155"]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("programmes: 3", "programmes"),
        (TEXT.replace("minutes: 180", "minutes: 999", 1), "'programmes.6.minutes'"),
        (TEXT.replace("- {moment: opening}", "- {moment: opening, lesson: x}", 1), "één van beide"),
        (TEXT.replace("goal:", "doel:", 1), "goal"),
        ("", ""),
    ],
)
def test_a_file_that_cannot_be_read_is_one_problem_and_gives_no_programmes(tmp_path: Path, text: str, what: str) -> None:
    docs = tmp_path / "docs"
    (docs / "bronnen").mkdir(parents=True)
    (docs / "bronnen/programmas.yml").write_text(text, encoding="utf-8")
    site = load_site(docs)

    faults = [fault for fault in site.faults if fault.path.endswith("programmas.yml")]
    assert len(faults) == 1
    assert what in faults[0].what
    assert list(check_programmes(site)) == []
