"""Mistakes of who writes recommendations: each gives its code, on its line."""

from pathlib import Path

import pytest

from scripts.check.command import find_problems
from scripts.check.problem import Problem
from scripts.content.site import load_site
from tests.docs_folder import FILES, make_docs
from tests.policy import PATH, REGISTER, TITLE, policy, recommendation

LAW = "@misc{wet, author={{Staat}}, title={Wet}, kind={law}, design={GOV}, year={2002} }\n"
MENU = "nav:\n  - index.md\n  - naslag/literatuur.md\n  - beleid/lokaal.md\n"
WITH_LAW = {"bronnen/literatuur.bib": FILES["bronnen/literatuur.bib"] + LAW}
DOE = {"strength": "doe", "title": "Doe dit"}
SECOND = "- {id: AANB-02, page: beleid/lokaal.md, first: 2026-11-22}\n"
FIRST_LINE = 20


def problems(folder: Path, files: dict[str, str]) -> list[Problem]:
    docs = make_docs(folder, **{"bronnen/urls.txt": "/\n/naslag/literatuur/\n/beleid/lokaal/\n", **files})
    (folder / "mkdocs.yml").write_text(MENU, encoding="utf-8")
    return find_problems(load_site(docs), folder / "mkdocs.yml")


CASES = {
    "a level nobody has": (policy(recommendation(level="dorp")), "HIB-161", FIRST_LINE),
    "no need": (policy(recommendation(need="")), "HIB-161", FIRST_LINE),
    "a number of another form": (policy(recommendation(id="AANB-1")), "HIB-161", FIRST_LINE),
    "a part left out": (policy(recommendation().replace("**Zonder geld.**", "Zonder geld:")), "HIB-162", FIRST_LINE),
    "two parts that changed places": (
        policy(recommendation().replace("**Nood.**", "**X.**").replace("**Waarom.**", "**Nood.**").replace("**X.**", "**Waarom.**")),
        "HIB-162",
        FIRST_LINE + 12,
    ),
    "a part given twice": (policy(recommendation(parts={"Hoe meten": "Zo.\n\n**Nood.** Nog eens."})), "HIB-162", FIRST_LINE + 30),
    "an empty part": (policy(recommendation(parts={"Wat het vraagt": ""})), "HIB-162", FIRST_LINE + 20),
    "parts without the recommendation itself": (policy(recommendation(intro="")), "HIB-162", FIRST_LINE),
    "a number used twice": (policy(recommendation(), recommendation()), "HIB-163", FIRST_LINE),
    "a number listed twice": (policy(register=REGISTER * 2), "HIB-163", 1),
    "a number that is not listed": (policy(register="[]\n"), "HIB-164", FIRST_LINE),
    "a number that disappeared": (policy(register=REGISTER + SECOND), "HIB-165", 2),
    "a change that the page does not tell": (
        policy(register=REGISTER.replace("22}", "22, changes: [{date: 2026-11-23, what: Duidelijker.}]}")),
        "HIB-166",
        FIRST_LINE,
    ),
    "a page that is not the one of the list": (policy(register=REGISTER.replace(PATH, "beleid/oud.md")), "HIB-166", FIRST_LINE),
    "a duty without a law": (policy(recommendation(**DOE)), "HIB-167", FIRST_LINE),
    "a safety rule without a source": (
        policy(recommendation(**DOE, parts={"Waarom": "Een veiligheidsregel."})),
        "HIB-167",
        FIRST_LINE,
    ),
    "evidence without a source": (policy(recommendation(parts={"Bewijs en grenzen": "Iedereen weet dit."})), "HIB-168", FIRST_LINE + 16),
    "a date that is still to come": (
        policy(recommendation(date="2999-01-01"), register=REGISTER.replace("2026-11-22", "2999-01-01")),
        "HIB-169",
        FIRST_LINE,
    ),
    "the page of another level": (policy(recommendation(level="vlaams, lokaal")), "HIB-170", FIRST_LINE),
    "a title that commands": (policy(recommendation(title="Doe dit")), "HIB-171", FIRST_LINE),
    "a duty that only considers": (policy(recommendation(strength="doe")), "HIB-171", FIRST_LINE),
    "a page that names no level": (
        {name: text.replace("level: lokaal\nreviewed", "reviewed") for name, text in policy().items()},
        "HIB-010",
        2,
    ),
    "a page of recommendations without one": (policy("tekst", register="[]\n"), "HIB-172", 1),
    "a dead link to a number": (
        policy(**{"index.md": FILES["index.md"] + "\n[x](beleid/lokaal.md#aanb-02)\n"}),
        "HIB-051",
        19,
    ),
}  # fmt: skip


@pytest.mark.parametrize(("files", "code", "line"), CASES.values(), ids=CASES)
def test_a_mistake_gives_its_code_on_its_line(tmp_path: Path, files: dict[str, str], code: str, line: int) -> None:
    found = [problem for problem in problems(tmp_path, files) if problem.code == code]

    assert [problem.line for problem in found][:1] == [line], found


@pytest.mark.parametrize(
    "files",
    [
        policy(),
        policy(recommendation(parts={"Bewijs en grenzen": "Inzicht uit de praktijk."}, title=TITLE)),
        policy(recommendation(**DOE, parts={"Waarom": "De wet zegt het [@wet]."}), **WITH_LAW),
        policy(recommendation(**DOE, parts={"Waarom": "Een veiligheidsregel [@kato2020]."})),
        policy(
            recommendation(status="ingetrokken", date="2026-11-23"),
            register=REGISTER.replace("22}", "22, changes: [{date: 2026-11-23, what: Ingetrokken.}]}"),
        ),
        policy(**{"index.md": FILES["index.md"] + "\n[x](beleid/lokaal.md#aanb-01)\n"}),
    ],
    ids=["as it should be", "practice", "law", "safety", "withdrawn", "linked to"],
)
def test_what_is_right_gives_no_problem(tmp_path: Path, files: dict[str, str]) -> None:
    assert problems(tmp_path, files) == []


def test_a_damaged_list_is_named_and_the_rest_is_read(tmp_path: Path) -> None:
    found = problems(tmp_path, policy(register="- {id: AANB-01, page: x, first: gisteren}\n"))

    assert ("docs/bronnen/aanbevelingen.yml", "HIB-070") in {
        (problem.path[-len("docs/bronnen/aanbevelingen.yml") :], problem.code) for problem in found
    }
