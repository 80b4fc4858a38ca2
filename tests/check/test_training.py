"""Mistakes of who writes lessons and conversations: each gives its code, on its line, with a way to mend it."""

from pathlib import Path

import pytest

from scripts.check.command import find_problems
from scripts.content.site import load_site
from tests.docs_folder import FILES, make_docs, page

GOOD = "Zin met bron [@kato2020]."
ANSWERS = "- [ ] een\n    Niet juist: b [@kato2020]\n- [x] twee\n    Juist: c (voorstel van deze site)"
END = "/// scene | {0}\n    ending: {0}\n\nklaar\n\n/// nabespreking\n\nterugblik\n\n///\n\n///\n"
ENDINGS = "\n".join(END.format(name) for name in ("een", "twee", "drie"))
CHOICES = "- [a](#een)\n    omdat\n- [b](#twee)\n    omdat\n- [c](#drie)\n    omdat"


def question(answers: str = ANSWERS, options: str = "") -> str:
    return f"/// quiz | Vraag?\n{options}\n{answers}\n\n///"


def conversation(choices: str = CHOICES, endings: str = ENDINGS, begin: str = "", name: str = "    id: gesprek") -> str:
    return f"/// gesprek | Titel\n{name}\n\n/// scene | begin\n{begin}\n\nhallo\n\n{choices}\n\n///\n\n{endings}\n///"


def lesson(body: str, minutes: int, more: str = "") -> str:
    given = f"reviewed: 2026-11-22\nreview_by: 2027-11-22\naudience: [clb]\nminutes: {minutes}\nlevel: basis\nobjectives: [x]\ncompetences: [x]"
    return page(body).replace("type: reference", f"type: lesson\n{given}{more}")


CASES = {
    "one answer": (question("- [x] een\n    Juist: b"), "HIB-090", 12),
    "no right answer": (question(ANSWERS.replace("[x]", "[ ]").replace("Juist: c", "Niet juist: c")), "HIB-091", 12),
    "two right answers": (question(ANSWERS.replace("[ ]", "[x]").replace("Niet juist", "Juist")), "HIB-092", 12),
    "an answer without explanation": (question("- [ ] een\n- [x] twee\n    Juist: c"), "HIB-093", 14),
    "an explanation that says nothing of right": (question(ANSWERS.replace("Juist: c", "Omdat: c")), "HIB-094", 16),
    "an explanation that contradicts its mark": (question(ANSWERS.replace("Juist: c", "Niet juist: c")), "HIB-094", 16),
    "an explanation that rests on nothing": (question(ANSWERS.replace(" [@kato2020]", "")), "HIB-126", 14),
    "a module that does not exist": (question(options="    module: discord\n"), "HIB-095", 12),
    "an exercise without minutes": ("/// oefening | x\n\na\n\n///", "HIB-096", 12),
    "a solution outside an exercise": ("/// oplossing\n\na\n\n///", "HIB-097", 12),
    "a heading for the trainer": ("/// trainer\n\n## Kop\n\n///", "HIB-098", 12),
    "a question asked twice": (question() + "\n\n" + question(), "HIB-099", 12),
    "an unclosed question": (f"/// quiz | Vraag?\n\n{ANSWERS}\n", "HIB-020", 12),
    "a scene outside a conversation": ("/// scene | los\n\na\n\n///", "HIB-100", 12),
    "a scene given twice": (conversation(endings=ENDINGS + END.format("een")), "HIB-101", 28),
    "a conversation without an id": (conversation(name=""), "HIB-102", 12),
    "an empty conversation": ("/// gesprek | Titel\n    id: x\n\nniets\n\n///", "HIB-103", 12),
    "an ending with a choice": (
        conversation(endings=ENDINGS.replace("klaar", "klaar\n\n- [a](#twee)\n    omdat", 1)),
        "HIB-104",
        34,
    ),
    "an ending without looking back": (
        conversation(endings=ENDINGS.replace("/// nabespreking\n\nterugblik\n\n///\n\n", "", 1)),
        "HIB-105",
        28,
    ),
    "a dead end": (conversation(choices=""), "HIB-106", 15),
    "a choice to nowhere": (conversation(CHOICES.replace("#een", "#weg")), "HIB-107", 20),
    "a choice without explanation": (conversation(CHOICES.replace("(#een)\n    omdat", "(#een)")), "HIB-108", 20),
    "an item that is no choice": (conversation(f"{CHOICES}\n- [D] (#een)"), "HIB-115", 26),
    "an effect nobody knows": (conversation(CHOICES.replace("(#een)", "(#een){ data-humor=+1 }")), "HIB-115", 20),
    "a scene nobody reaches": (conversation("- [a](#een)\n    omdat"), "HIB-109", 37),
    "a circle without an ending": (conversation("- [a](#begin)\n    omdat"), "HIB-110", 15),
    "too few endings": (conversation("- [a](#een)\n    omdat", END.format("een")), "HIB-111", 12),
    "a crisis in more scenes than a reader can bear": (
        conversation(begin="    crisis: true", endings=ENDINGS + "".join(END.format(f"s{number}") for number in range(9))),
        "HIB-112",
        12,
    ),
    "help in one scene only": (conversation(begin="    crisis: true"), "HIB-113", 28),
    "a scene with a blank in its name": (conversation(endings=ENDINGS + END.format("een twee")), "HIB-102", 66),
    "a scene with the name of a heading": (f"## Een\n\n{conversation()}", "HIB-102", 30),
    "a second conversation": (f"{conversation()}\n\n{conversation()}", "HIB-116", 69),
    "a word explained twice": ('[[ term("neet") ]] en [[ term("neet") ]]', "HIB-160", 12),
    "a vague link": ("[klik hier](naslag/literatuur.md)", "HIB-145", 12),
}


@pytest.mark.parametrize(("body", "code", "line"), CASES.values(), ids=CASES)
def test_a_mistake_gives_its_code_near_its_line(tmp_path: Path, body: str, code: str, line: int) -> None:
    docs = make_docs(tmp_path, **{"index.md": page(f"{GOOD}\n\n{body}")})
    found = [problem for problem in find_problems(load_site(docs), tmp_path / "mkdocs.yml") if problem.code == code]

    assert found
    assert found[0].path == "docs/index.md"
    assert abs(found[0].line - line) <= 2, found[0]
    assert "→" in str(found[0])


def test_scenes_that_all_lead_to_each_other_are_checked_in_no_time(tmp_path: Path) -> None:
    names = [f"s{number}" for number in range(15)]
    choices = "\n".join(f"- [naar](#{name})\n    omdat" for name in names)
    scenes = "\n".join(f"/// scene | {name}\n\nhallo\n\n{choices}\n- [stop](#een)\n    omdat\n\n///\n" for name in names)
    body = f"{GOOD}\n\n{conversation(CHOICES + chr(10) + choices, ENDINGS + scenes)}"
    docs = make_docs(tmp_path, **{"index.md": lesson(body, minutes=60)})

    assert "HIB-010" not in {problem.code for problem in find_problems(load_site(docs), tmp_path / "mkdocs.yml")}


@pytest.mark.parametrize(
    "body", [question(), conversation(), question(options="    module: opstarten\n")], ids=["question", "conversation", "pool"]
)
def test_what_is_right_gives_no_problem(tmp_path: Path, body: str) -> None:
    docs = make_docs(tmp_path, **{"index.md": page(f"{GOOD}\n\n{body}")})

    assert find_problems(load_site(docs), tmp_path / "mkdocs.yml") == []


# What a lesson must have, each part in a block of its own; "onthoud" is its last heading.
PARTS = {
    "kort": "/// kort\n\n- a\n\n///",
    "quiz": question(),
    "solo": "/// oefening | x\n    minutes: 2\n\na\n\n///",
    "groep": "/// oefening | y\n    form: groep\n    minutes: 5\n\na\n\n///",
    "trainer": "/// trainer\n\na\n\n///",
    "teamkaart": "/// teamkaart | t\n\na\n\n///",
    "invulblad": "/// invulblad | b\n    id: b\n\n### a\n\n///",
    "onthoud": "## Onthoud\n\n- a",
}
MODULE = "type: module\nnumber: 8\naim: x\nlessons: [les]"


def of_a_module(folder: Path, parts: dict[str, str], *, minutes: int = 5, more: str = "", module: str = MODULE) -> Path:
    """A folder with one module of one lesson. Its words and exercises take about 5 minutes."""
    body = "\n\n".join([GOOD, "woord " * 300, *parts.values()])
    files = {
        "vorming/opstarten/index.md": page(GOOD).replace("type: reference", module),
        "vorming/opstarten/les.md": lesson(body, minutes, more),
    }
    return make_docs(folder, **files)


def codes_of(docs: Path, path: str) -> set[str]:
    found = find_problems(load_site(docs), docs.parent / "mkdocs.yml")
    return {problem.code for problem in found if problem.path == f"docs/vorming/opstarten/{path}"}


LESSON_CODES = {"HIB-120", "HIB-121", "HIB-122", "HIB-123", "HIB-124"}


def test_a_lesson_with_all_its_parts_in_a_module_gives_no_problem_of_its_own(tmp_path: Path) -> None:
    docs = of_a_module(tmp_path, PARTS)

    assert codes_of(docs, "les.md") & LESSON_CODES == set()
    assert "HIB-125" not in codes_of(docs, "index.md")


@pytest.mark.parametrize("missing", PARTS)
def test_a_lesson_that_misses_a_part_is_told_which(tmp_path: Path, missing: str) -> None:
    docs = of_a_module(tmp_path, {name: text for name, text in PARTS.items() if name != missing})

    assert codes_of(docs, "les.md") & (LESSON_CODES - {"HIB-124"}) == {"HIB-123" if missing == "onthoud" else "HIB-122"}


@pytest.mark.parametrize("minutes", [10, 60])
def test_a_lesson_says_how_long_it_really_takes(tmp_path: Path, minutes: int) -> None:
    assert "HIB-124" in codes_of(of_a_module(tmp_path, PARTS, minutes=minutes), "les.md")


@pytest.mark.parametrize("before", ["vorming/opstarten/weg.md", "vorming/opstarten/les.md", "index.md"])
def test_what_to_read_before_a_lesson_is_another_lesson(tmp_path: Path, before: str) -> None:
    docs = of_a_module(tmp_path, PARTS, more=f"\nprerequisites: [{before}]")

    assert "HIB-121" in codes_of(docs, "les.md")


def test_a_module_and_its_lessons_name_each_other(tmp_path: Path) -> None:
    docs = of_a_module(tmp_path, PARTS, module=MODULE.replace("[les]", "[andere]"))

    assert "HIB-120" in codes_of(docs, "les.md")
    assert "HIB-125" in codes_of(docs, "index.md")


def test_a_conversation_that_takes_longer_than_it_says_is_named(tmp_path: Path) -> None:
    long = conversation().replace("hallo", "woord " * 900)
    docs = make_docs(tmp_path, **{"index.md": lesson(f"{GOOD}\n\n{long}", minutes=5)})

    assert "HIB-114" in {problem.code for problem in find_problems(load_site(docs), tmp_path / "mkdocs.yml")}


KNOWLEDGE = """\
---
title: Start
description: Een korte beschrijving van deze module.
type: knowledge
reviewed: 2026-11-22
review_by: 2027-11-22
audience: [clb]
---

# Start

/// kort | In één minuut

- Punt.

///

Zin met bron [@kato2020].
{0}

## Verder

- [Literatuur](naslag/literatuur.md)
"""
LONG = "\n\n".join(["Dit is een zin met een paar woorden erin."] * 30)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (KNOWLEDGE.format(LONG).replace("/// kort | In één minuut\n\n- Punt.\n\n///\n", ""), "HIB-140"),
        (KNOWLEDGE.format(LONG).replace("## Verder", "## Slot"), "HIB-141"),
        (KNOWLEDGE.format(LONG * 6), "HIB-142"),
        (KNOWLEDGE.format(f"{LONG}\n\nOngeveer 12 % doet dit."), "HIB-144"),
        (KNOWLEDGE.format(f"{LONG}\n\n- 400 jongeren vonden de server"), "HIB-144"),
    ],
    ids=["no gist", "no way onward", "too long", "a percentage without a source", "a count without a source"],
)
def test_a_page_of_knowledge_owes_its_reader_something(tmp_path: Path, text: str, code: str) -> None:
    docs = make_docs(tmp_path, **{"index.md": text})

    assert code in {problem.code for problem in find_problems(load_site(docs), tmp_path / "mkdocs.yml")}


def test_a_page_of_knowledge_is_not_too_short(tmp_path: Path) -> None:
    docs = make_docs(tmp_path, **{"klein.md": KNOWLEDGE.format("kort")})

    found = find_problems(load_site(docs), tmp_path / "mkdocs.yml")
    assert ("docs/klein.md", "HIB-143") in {(problem.path, problem.code) for problem in found}


@pytest.mark.parametrize(
    "sentence",
    [
        "Ongeveer 12 % doet dit [@kato2020].",
        "| Wat | Hoeveel [@kato2020] |\n|---|---|\n| dit | 12 % |",
        "/// casus | Sam\n\n12 jongeren.\n\n///",
    ],
    ids=["cited", "cited in the heading of its table", "invented"],
)
def test_a_figure_with_a_source_or_in_fiction_is_no_problem(tmp_path: Path, sentence: str) -> None:
    docs = make_docs(tmp_path, **{"index.md": KNOWLEDGE.format(f"{LONG}\n\n{sentence}")})

    assert find_problems(load_site(docs), tmp_path / "mkdocs.yml") == []


def test_a_page_that_people_act_on_says_who_checked_it_and_for_whom(tmp_path: Path) -> None:
    docs = make_docs(tmp_path, **{"voor/clb.md": page(GOOD), "cijfers/x.md": page(GOOD)})

    found = find_problems(load_site(docs), tmp_path / "mkdocs.yml")
    assert [problem.path for problem in found if problem.code == "HIB-146"] == ["docs/voor/clb.md"]


def test_a_page_that_says_only_half_of_it_is_refused(tmp_path: Path) -> None:
    half = page(GOOD).replace("type: reference", "type: reference\nreviewed: 2026-11-22")
    docs = make_docs(tmp_path, **{"voor/clb.md": half})

    found = [problem for problem in find_problems(load_site(docs), tmp_path / "mkdocs.yml") if problem.code == "HIB-010"]
    assert "horen samen" in found[0].what


def test_an_overdue_page_is_named_and_stops_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from scripts.check.command import main

    docs = make_docs(tmp_path, **{"index.md": KNOWLEDGE.format(LONG).replace("2027-11-22", "2025-01-01")})

    assert main(["--docs", str(docs), "--config", str(tmp_path / "mkdocs.yml")]) == 0
    assert "docs/index.md:1 te laat: na te kijken voor 2025-01-01" in capsys.readouterr().out


def test_a_source_named_only_on_the_referral_map_must_exist(tmp_path: Path) -> None:
    wrong = FILES["bronnen/doorverwijzen.yml"].replace("how: Zelf bellen.", "how: Zelf bellen., sources: [weg]")
    docs = make_docs(tmp_path, **{"bronnen/doorverwijzen.yml": wrong})

    assert "HIB-040" in {problem.code for problem in find_problems(load_site(docs), tmp_path / "mkdocs.yml")}
