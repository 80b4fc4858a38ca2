"""What an editor reads in the pull request with new figures."""

import json
from pathlib import Path
from typing import Any

import pytest

from scripts.environment.folders import ROOT
from scripts.statistics import proposal as command
from scripts.statistics.catalogue import read_catalogue
from scripts.statistics.summary import MOST_LINES, Proposal, changed_indicators, proposal
from tests.docs_folder import FILES, make_docs

CATALOGUE = read_catalogue(ROOT / "docs")
RUN = "https://example.org/runs/1"
NEET = "neet-15-29"


def seen(value: float | None, flags: str = "") -> dict[str, Any]:
    return {"value": value, "flags": flags}


def change(old: Any, new: Any, **place: str) -> dict[str, Any]:
    return {"geo": "BE", "sex": "T", "group": "", "period": "2025", **place, "old": old, "new": new}


def source(name: str = "eurostat", reason: str | None = None, state: str = "answering", **changed: list[Any]) -> dict[str, Any]:
    indicators = [
        {"indicator": one.replace("_", "-"), "state": "changed", "reason": None, "changes": changes}
        for one, changes in changed.items()
    ]
    return {"source": name, "state": state, "reason": reason, "indicators": indicators}


def propose(*sources: dict[str, Any]) -> Proposal:
    return proposal({"dry_run": False, "ok": True, "sources": list(sources)}, CATALOGUE, RUN)


def lines(*changes: dict[str, Any], indicator: str = NEET) -> list[str]:
    """The lines of the body about these changes, with ordinary spaces."""
    body = propose(source(**{indicator: list(changes)})).body.replace("\u00a0", " ")
    return [line.removeprefix("- ") for line in body.split("## Bronnen")[0].splitlines() if line.startswith("- ")]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (change(seen(9.9), seen(9.8)), "NEET, 15-29 jaar, België: 9,9 % → 9,8 % (2025)"),
        (change(seen(9.9), seen(9.8), sex="F"), "NEET, 15-29 jaar, vrouwen, België: 9,9 % → 9,8 % (2025)"),
        (change(None, seen(10.0), geo="BE23"), "NEET, 15-29 jaar, Oost-Vlaanderen: geen waarde → 10,0 % (2025)"),
        (change(seen(9.9), seen(None, "c")), "NEET, 15-29 jaar, België: 9,9 % → niet getoond (vertrouwelijk) (2025)"),
        (
            change(seen(9.9), seen(9.9, "bu")),
            "NEET, 15-29 jaar, België: 9,9 % → 9,9 % (breuk in de reeks, weinig betrouwbaar) (2025)",
        ),
        (change(seen(9.9), None), "NEET, 15-29 jaar, België: 9,9 % → geen waarde (2025)"),
    ],
)
def test_a_change_is_one_line_in_words(given: dict[str, Any], expected: str) -> None:
    assert lines(given) == [expected]


def test_a_count_and_a_group_are_written_as_on_the_site() -> None:
    given = change(seen(123456.0), seen(123460.0), geo="BE234", group="Y20-24")
    assert lines(given, indicator="bevolking-15-34") == [
        "Bevolking, 15-34 jaar, 20-24 jaar, arrondissement Gent: 123 456 → 123 460 (2025)"
    ]


def test_the_title_is_the_first_change_and_how_many_more() -> None:
    old = change(seen(9.0), seen(9.1), period="2023")
    new = change(seen(9.9), seen(9.8))
    made = propose(source(**{NEET: [old, new]}))
    assert made.title.replace("\u00a0", " ") == "Cijfers: NEET, 15-29 jaar, België: 9,9 % → 9,8 % (2025), en nog 1"
    assert made.body.index("(2025)") < made.body.index("(2023)")


def test_the_commit_names_the_sources_that_changed() -> None:
    assert propose(source(**{NEET: [change(seen(1.0), seen(2.0))]}), source("discord")).commit == "Update data: eurostat"


def test_a_source_that_failed_hides_no_other_and_is_named() -> None:
    failed = source("gent", "time-out na 60 s", "failing")
    body = propose(source(**{NEET: [change(seen(9.9), seen(9.8))]}), failed).body
    assert "België" in body
    assert "- gent: antwoordt niet, laatste goede waarden behouden: `time-out na 60 s`" in body
    assert "- eurostat: antwoordt\n" in body


def test_when_only_a_state_changed_the_proposal_says_so() -> None:
    made = propose(source("eurostat", "503", "failing"))
    assert made.title == "Cijfers: de stand van een bron veranderde"
    assert made.commit == "Update data: status"
    assert "geen waarde; alleen de stand van de bronnen" in made.body


def test_an_indicator_whose_origin_alone_changed_is_named() -> None:
    assert lines() == ["NEET, 15-29 jaar: herkomst of datum gewijzigd, waarden niet"]


def test_what_a_source_says_stays_text() -> None:
    body = propose(source("gent", "`@iedereen`\n\n# kop ![x](https://x.example/) " + "x" * 9000, "failing")).body
    [line] = [line for line in body.splitlines() if line.startswith("- gent")]
    assert line.count("`") == 2
    assert line.endswith("`")
    assert len(line) < 500


def test_a_first_fetch_of_everything_stays_readable() -> None:
    made = propose(source(**{NEET: [change(None, seen(1.0), period=str(1000 + year)) for year in range(5000)]}))
    assert f"- en nog {5000 - MOST_LINES}" in made.body
    assert len(made.body) < 60_000
    assert len(made.title) < 250


def test_the_body_tells_what_the_proposal_does_not_start_and_where_the_charts_are() -> None:
    body = propose(source(**{NEET: []})).body
    assert RUN in body
    assert "Sluit het en open het opnieuw" in body
    assert "`vergelijking`" in body


def test_changed_indicators_are_those_whose_file_changed() -> None:
    unchanged = {"indicator": "x", "state": "unchanged", "reason": None, "changes": []}
    given = source(**{NEET: []})
    given["indicators"].append(unchanged)
    assert changed_indicators({"sources": [given]}) == [NEET]


def test_the_command_writes_the_proposal_with_the_charts_of_before_and_after(tmp_path: Path) -> None:
    before = make_docs(tmp_path / "before", **{"data/neet.json": two_years(10.0)})
    after = make_docs(tmp_path / "after", **{"data/neet.json": two_years(12.3)})
    update = tmp_path / "update.json"
    update.write_text(json.dumps({"sources": [source(neet=[change(seen(10.0), seen(12.3))])]}), encoding="utf-8")
    output = tmp_path / "out"

    options = ["--before", str(before), "--docs", str(after), "--run", RUN, "--output", str(output)]
    assert command.main([str(update), *options]) == 0

    assert (output / "title.txt").read_text(encoding="utf-8").startswith("Cijfers: NEET")
    assert (output / "commit.txt").read_text(encoding="utf-8") == "Update data: eurostat"
    old, new = (output / "vergelijking.html").read_text(encoding="utf-8").split("<h3>Na</h3>")
    assert "<svg" in old
    assert "<svg" in new
    assert "10,0" in old
    assert "12,3" not in old
    assert "12,3" in new


def test_a_figure_without_chart_is_said_not_to_have_one(tmp_path: Path) -> None:
    data = json.loads(FILES["data/neet.json"])
    del data["series"][0]["observations"][:-1]
    before = make_docs(tmp_path / "before", **{"data/neet.json": json.dumps(data)})
    after = make_docs(tmp_path / "after")
    assert "Geen grafiek" in command.comparison(["neet"], before, after).split("<h3>Na</h3>")[0]


def two_years(value: float) -> str:
    """The data of the small docs folder with another newest value."""
    data = json.loads(FILES["data/neet.json"])
    data["series"][0]["observations"][-1]["value"] = value
    return json.dumps(data)
