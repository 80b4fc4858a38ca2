"""A correction by hand changes what is shown, never what the source said."""

from pathlib import Path

import pytest

from scripts.errors import ContentError
from scripts.statistics.corrections import applied, corrections, with_corrections
from scripts.statistics.merge import rows
from scripts.statistics.store import latest, load

ROOT = Path(__file__).parents[2]
CORRECT = """\
- indicator: neet-15-29
  geo: BE
  period: "2025"
  action: correct
  source_value: 9.8
  value: 9.9
  reason: De bron kondigde een rechtzetting aan.
  who: redactie
  date: 2026-11-22
"""
HIDE = CORRECT.replace("action: correct\n  source_value: 9.8\n  value: 9.9", "action: hide")


def write(docs: Path, text: str) -> Path:
    (docs / "bronnen" / "correcties.yml").write_text(text, encoding="utf-8")
    return docs


def newest(docs: Path) -> tuple[str, float | None]:
    found = latest(with_corrections(load(docs / "data" / "neet-15-29.json"), corrections(docs)), "BE")
    assert found is not None
    return found[1].period, found[1].value


def test_the_site_has_no_correction_yet_and_its_example_works(docs: Path) -> None:
    path = ROOT / "docs" / "bronnen" / "correcties.yml"
    assert corrections(ROOT / "docs") == []
    lines = path.read_text(encoding="utf-8").split("# Voorbeeld:\n")[1].splitlines()
    example = "\n".join(line.removeprefix("# ") for line in lines if line.startswith("#"))
    assert [one.value for one in corrections(write(docs, example))] == [9.9]


def test_without_the_file_there_is_no_correction(docs: Path) -> None:
    assert corrections(docs) == []
    data = load(docs / "data" / "neet-15-29.json")
    assert with_corrections(data, []) is data


def test_a_corrected_value_is_shown_and_the_original_kept(docs: Path) -> None:
    write(docs, CORRECT)
    data = load(docs / "data" / "neet-15-29.json")
    assert newest(docs) == ("2025", 9.9)
    found = applied(data, corrections(docs))
    assert [(one.original and one.original.value, one.correction.value, one.lapsed) for one in found] == [(9.8, 9.9, False)]
    assert latest(data, "BE")[1].value == 9.8  # type: ignore[index]


def test_a_correction_touches_nothing_else(docs: Path) -> None:
    write(docs, CORRECT)
    data = load(docs / "data" / "neet-15-29.json")
    before = {row.place: row for row in rows(data.series)}
    after = {row.place: row for row in rows(with_corrections(data, corrections(docs)).series)}
    assert {place for place in before if before[place] != after.get(place)} == {("BE", "T", "", "2025")}
    other = load(docs / "data" / "neet-15-24.json")
    assert with_corrections(other, corrections(docs)) is other


def test_a_hidden_value_is_not_shown_and_the_one_before_is(docs: Path) -> None:
    write(docs, HIDE)
    assert newest(docs) == ("2024", 9.9)


def test_a_correction_lapses_when_the_source_says_something_else(docs: Path) -> None:
    write(docs, CORRECT.replace("source_value: 9.8", "source_value: 9.7"))
    assert newest(docs) == ("2025", 9.8)
    assert [one.lapsed for one in applied(load(docs / "data" / "neet-15-29.json"), corrections(docs))] == [True]


def test_a_correction_of_a_value_that_is_not_there_does_nothing(docs: Path) -> None:
    write(docs, CORRECT.replace('"2025"', '"2001"'))
    assert newest(docs) == ("2025", 9.8)
    assert [one.original for one in applied(load(docs / "data" / "neet-15-29.json"), corrections(docs))] == [None]


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("indicator: neet-15-29", "indicator: neet", "onbekend cijfer 'neet'"),
        ("geo: BE", "geo: XX", "geen reeks XX/T"),
        ("geo: BE", "geo: BE\n  group: ED0-2", "geen reeks BE/T/ED0-2"),
        ("geo: BE", "geo: BE\n  sex: V", "sex"),
        ("value: 9.9", "value: 99", "ligt buiten"),
        ("  value: 9.9\n", "", "source_value en value nodig"),
        ("action: correct", "action: hide", "geen van beide"),
        ("action: correct", "action: delete", "action"),
        ("who: redactie", "who: Jan Peeters", "who"),
        ("reason: De bron kondigde een rechtzetting aan.", "reason: fout", "reason"),
        ("date: 2026-11-22", "date: vandaag", "date"),
        ('period: "2025"', "period: vorig jaar", "period"),
        ("  who: redactie\n", "", "who"),
    ],
)
def test_a_mistake_in_a_correction_is_named(docs: Path, old: str, new: str, what: str) -> None:
    assert old in CORRECT
    write(docs, CORRECT.replace(old, new, 1) if old != "value: 9.9" else CORRECT.replace("  value: 9.9", f"  {new}"))
    with pytest.raises(ContentError, match=r"correcties\.yml:\d+ ") as caught:
        corrections(docs)
    assert what in str(caught.value)
