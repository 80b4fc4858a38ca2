"""What we ask Eurostat, and what we refuse to take from it."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from scripts.errors import SourceChanged, SourceUnavailable
from scripts.markdown.labels import FLAGS
from scripts.statistics.catalogue import indicators_of
from scripts.statistics.client import Answer, TryAgain
from scripts.statistics.model import Indicator, IndicatorData, Series
from scripts.statistics.source import Question
from scripts.statistics.sources import eurostat
from scripts.statistics.sources.eurostat import judge, parameters
from scripts.statistics.store import latest, load
from tests.statistics.answers import answer, answer_together

EUROSTAT = Path(__file__).parents[1] / "fixtures" / "eurostat"
TODAY = date(2026, 11, 22)
URL = "https://ec.europa.eu/eurostat/api/dissemination/statistics/1.0/data/edat_lfse_22?format=JSON"


@pytest.fixture
def document(neet: Indicator, docs: Path) -> dict[str, Any]:
    return answer(neet, load(docs / "data" / "neet-15-29.json"))


def parse(answer: Answer, indicator: Indicator, today: date) -> list[Series]:
    """Reads the answer to this indicator alone."""
    question = Question("x", indicator, Path(), today)
    return eurostat.parse(answer, question, [question])


def read(document: object, indicator: Indicator) -> list[Series]:
    return parse(Answer(URL, json.dumps(document).encode()), indicator, TODAY)


def drop_code(document: dict[str, Any], dimension: str, code: str) -> dict[str, Any]:
    """What Eurostat does with a code it does not know: the answer is that to a question without it."""
    codes = document["dimension"][dimension]["category"]["index"]
    kept = [one for one in sorted(codes, key=codes.__getitem__) if one != code]
    document["dimension"][dimension]["category"]["index"] = {one: place for place, one in enumerate(kept)}
    document["size"][document["id"].index(dimension)] = len(kept)
    return document | {"value": {} if not kept else {"0": 9.9}, "status": {}}


def test_asks_every_area_and_sex_in_one_question(neet: Indicator) -> None:
    assert parameters([neet]) == [
        ("format", "JSON"),
        ("lang", "en"),
        ("freq", "A"),
        ("unit", "PC"),
        ("age", "Y15-29"),
        ("training", "NO_FE_NO_NFE"),
        ("wstatus", "NEMP"),
        ("geo", "BE"),
        ("geo", "EU27_2020"),
        ("geo", "BE2"),
        ("geo", "BE23"),
        ("sex", "T"),
        ("sex", "M"),
        ("sex", "F"),
        ("sinceTimePeriod", "2015"),
    ]


def test_never_asks_for_the_last_periods_of_the_dataset(docs: Path) -> None:
    for indicator in indicators_of("eurostat", docs).values():
        assert "lastTimePeriod" not in dict(parameters([indicator]))


def test_asks_early_leavers_without_the_dimensions_that_dataset_lacks(docs: Path) -> None:
    names = dict(parameters([indicators_of("eurostat", docs)["vroegtijdige-schoolverlaters"]]))
    assert not {"wstatus", "training"} & names.keys()


def test_reads_the_values_with_their_flags_and_origin(document: dict[str, Any], neet: Indicator) -> None:
    series = {(one.key.geo, one.key.sex): one for one in read(document, neet)}
    belgium = {seen.period: (seen.value, seen.flags) for seen in series["BE", "T"].observations}

    assert belgium["2025"] == (9.8, "")
    assert belgium["2024"] == (9.9, "b")
    assert series["BE", "T"].origin.publisher == "Eurostat"
    assert series["BE", "T"].origin.dataset == "edat_lfse_22"
    assert series["BE", "T"].origin.updated == date(2026, 4, 16)
    assert series["BE", "T"].origin.retrieved == TODAY
    assert (series["BE", "T"].origin.checksum or "").startswith("sha256:")
    assert series["BE", "T"].origin.url == URL


def test_an_area_without_any_value_has_no_series(document: dict[str, Any], neet: Indicator) -> None:
    assert "BE23" in document["dimension"]["geo"]["category"]["index"]
    assert "BE23" not in {one.key.geo for one in read(document, neet)}


def test_the_newest_period_with_a_value_is_the_latest(docs: Path) -> None:
    found = latest(load(docs / "data" / "neet-15-29.json"), "BE2")
    assert found is not None
    assert (found[1].period, found[1].value, found[0].origin.publisher) == ("2023", 7.3, "Statbel")


def test_a_confidential_cell_is_kept_as_withheld(document: dict[str, Any], neet: Indicator) -> None:
    position = next(iter(document["value"]))
    del document["value"][position]
    document["status"][position] = "|C"
    withheld = [seen for one in read(document, neet) for seen in one.observations if seen.value is None]
    assert [seen.flags for seen in withheld] == ["c"]


@pytest.mark.parametrize(("status", "flags"), [("bd", "bd"), ("db", "bd"), ("|C", "c"), (": u", "u"), ("bu", "bu"), (":", "")])
def test_a_status_is_a_set_of_letters(document: dict[str, Any], neet: Indicator, status: str, flags: str) -> None:
    document["status"] = {next(iter(document["value"])): status}
    assert {seen.flags for one in read(document, neet) for seen in one.observations} - {""} == ({flags} if flags else set())


def test_every_flag_has_a_dutch_word() -> None:
    assert set(eurostat.FLAGS) == FLAGS.keys()


@pytest.mark.parametrize("status", ["q", "<script>", "bx"])
def test_an_unknown_flag_is_refused(document: dict[str, Any], neet: Indicator, status: str) -> None:
    document["status"] = {next(iter(document["value"])): status}
    with pytest.raises(SourceChanged, match="onbekende vlag"):
        read(document, neet)


@pytest.mark.parametrize(
    ("dimension", "code"),
    [
        ("geo", "BE23"),
        ("geo", "BE"),
        ("sex", "F"),
        ("age", "Y15-29"),
        ("unit", "PC"),
        ("wstatus", "NEMP"),
        ("training", "NO_FE_NO_NFE"),
        ("freq", "A"),
    ],
)
def test_a_code_that_is_dropped_in_silence_is_noticed(
    document: dict[str, Any], neet: Indicator, dimension: str, code: str
) -> None:
    with pytest.raises(SourceChanged, match=f"{code} van dimensie {dimension} ontbreekt"):
        read(drop_code(document, dimension, code), neet)


def test_the_recorded_answer_with_a_dropped_code_is_refused(neet: Indicator) -> None:
    body = (EUROSTAT / "une_rt_m-partly-unknown-filter-dropped.json").read_bytes()
    asked_two = neet.model_copy(
        update={
            "dataset": "une_rt_m",
            "geo": ["DE", "XX"],
            "sex": ["T"],
            "query": {"freq": "M", "s_adj": "SA", "age": "TOTAL", "unit": "PC_ACT"},
        }
    )
    with pytest.raises(SourceChanged, match="XX van dimensie geo ontbreekt"):
        parse(Answer(URL, body), asked_two, TODAY)
    known = parse(Answer(URL, body), asked_two.model_copy(update={"geo": ["DE"]}), TODAY)
    assert [seen.value for seen in known[0].observations] == [3.9, 3.9, 3.9, 3.9, 3.9, 4.0, 4.0]


def test_a_future_start_gives_an_empty_time_dimension_and_is_refused(document: dict[str, Any], neet: Indicator) -> None:
    document["dimension"]["time"]["category"]["index"] = {}
    document["size"][-1] = 0
    with pytest.raises(SourceChanged, match="geen enkele periode"):
        read(document | {"value": {}, "status": {}}, neet)


def test_codes_that_were_not_asked_for_are_refused_and_not_repeated(document: dict[str, Any], neet: Indicator) -> None:
    index = document["dimension"]["geo"]["category"]["index"]
    index["<script>alert(1)</script>"] = len(index)
    document["size"][document["id"].index("geo")] += 1
    with pytest.raises(SourceChanged, match="niet gevraagd") as caught:
        read(document | {"value": {"0": 9.9}, "status": {}}, neet)
    assert "script" not in str(caught.value)


def test_labels_never_get_in(document: dict[str, Any], neet: Indicator) -> None:
    text = json.dumps(document).replace("label of ", "<script>boo</script>").replace("generated for a test", "boo")
    series = parse(Answer(URL, text.encode()), neet, TODAY)
    assert series
    assert "boo" not in "".join(one.model_dump_json() for one in series)


@pytest.mark.parametrize("period", ["2025-13-45-1", "<b>2025</b>", "٢٠٢٥", "2025\n", ""])
def test_a_hostile_period_is_refused(document: dict[str, Any], neet: Indicator, period: str) -> None:
    text = json.dumps(document).replace('"2025": ', json.dumps(period) + ": ")
    with pytest.raises(SourceChanged):
        parse(Answer(URL, text.encode()), neet, TODAY)


def test_an_extra_dimension_is_refused(document: dict[str, Any], neet: Indicator) -> None:
    document["id"].insert(0, "citizen")
    document["size"].insert(0, 1)
    document["dimension"]["citizen"] = {"category": {"index": {"NAT": 0}}}
    with pytest.raises(SourceChanged, match="citizen"):
        read(document, neet)


def test_a_missing_dimension_is_refused(document: dict[str, Any], neet: Indicator) -> None:
    place = document["id"].index("wstatus")
    del document["id"][place], document["size"][place], document["dimension"]["wstatus"]
    with pytest.raises(SourceChanged, match="wstatus"):
        read(document, neet)


def test_another_dataset_is_refused(document: dict[str, Any], neet: Indicator) -> None:
    document["extension"]["id"] = "EDAT_LFSE_16"
    with pytest.raises(SourceChanged, match="EDAT_LFSE_16"):
        read(document, neet)


@pytest.mark.parametrize("updated", [None, "", "yesterday", 20260416, "2026-99-16T23:00:00+0200"])
def test_an_answer_without_a_readable_date_is_refused(document: dict[str, Any], neet: Indicator, updated: object) -> None:
    with pytest.raises(SourceChanged, match="updated"):
        read(document | {"updated": updated}, neet)


def body(name: str) -> bytes:
    return (EUROSTAT / name).read_bytes()


TOO_BIG = b'{"error":[{"status":413,"id":413,"label":"EXTRACTION_TOO_BIG: The requested extraction is too big."}]}'
ASYNCHRONOUS_413 = (
    b'{"error":[{"status":413,"id":413,"label":"ASYNCHRONOUS_RESPONSE. Your request will be treated asynchronously."}]}'
)


@pytest.mark.parametrize(("status", "text"), [(200, body("warning-413-asynchronous-documented.json")), (413, ASYNCHRONOUS_413)])
def test_both_asynchronous_forms_are_asked_again(status: int, text: bytes) -> None:
    with pytest.raises(TryAgain, match="ASYNCHRONOUS_RESPONSE"):
        judge(status, text)


@pytest.mark.parametrize(
    ("status", "text", "token"),
    [
        (404, body("error-404-not-found.json"), "ERR_NOT_FOUND_4"),
        (413, TOO_BIG, "EXTRACTION_TOO_BIG"),
        (
            400,
            b'{"error":[{"status":400,"id":"140","label":"INVALID_QUERY_DIMENSION: Dimension \\"GEO\\" is not defined"}]}',
            "INVALID_QUERY_DIMENSION",
        ),
        (400, b'{"error":{"status":"400","label":"ERR_NONEXISTING_DIMENSION"}}', "ERR_NONEXISTING_DIMENSION"),
        (200, b'{"error":[]}', "fout zonder code"),
        (200, b'{"warning":[{"label":"<script>alert(1)</script>"}]}', "fout zonder code"),
    ],
)
def test_a_refusal_is_named_by_its_code_and_never_asked_again(status: int, text: bytes, token: str) -> None:
    with pytest.raises(SourceChanged, match=token) as caught:
        judge(status, text)
    assert "script" not in str(caught.value)


@pytest.mark.parametrize("text", [b'<html lang="en" class="no-js">', b"\n<!DOCTYPE html>"])
def test_a_web_page_is_trouble_at_the_portal(text: bytes) -> None:
    with pytest.raises(SourceUnavailable, match="webpagina"):
        judge(200, text)


def test_an_answer_is_no_complaint(document: dict[str, Any]) -> None:
    judge(200, json.dumps(document).encode())


def split(indicator: Indicator) -> Indicator:
    """The same figure by education, without sexes."""
    changed = {"sex": [], "by": "isced11", "groups": {"TOTAL": "samen", "ED0-2": "laag"}, "geo": ["BE"]}
    return indicator.model_copy(update=changed)


def test_a_figure_by_education_without_sexes_asks_just_that(neet: Indicator) -> None:
    names = parameters([split(neet)])
    assert [code for name, code in names if name == "isced11"] == ["TOTAL", "ED0-2"]
    assert "sex" not in dict(names)
    assert [(key.geo, key.sex, key.group) for key in split(neet).series] == [("BE", "T", "TOTAL"), ("BE", "T", "ED0-2")]


def test_the_parts_of_a_figure_are_series_of_their_own(neet: Indicator) -> None:
    values = {("BE", "T", "TOTAL", "2025"): 9.8, ("BE", "T", "ED0-2", "2025"): 12.1}
    series = read(answer(split(neet), None, values), split(neet))
    data = IndicatorData(indicator="x", series=series)
    assert latest(data, "BE") is None
    for group, value in (("TOTAL", 9.8), ("ED0-2", 12.1)):
        found = latest(data, "BE", group=group)
        assert found is not None
        assert found[1].value == value


def test_of_figures_asked_together_each_gets_its_own_values_and_faults(docs: Path) -> None:
    catalogue = indicators_of("eurostat", docs)
    questions = [Question(name, catalogue[name], docs, TODAY) for name in ("neet-15-29", "neet-15-24")]
    known = [(one.indicator, load(docs / "data" / f"{one.name}.json"), {}) for one in questions]
    both = Answer(URL, json.dumps(answer_together(known)).encode())
    newest = [latest(IndicatorData(indicator="x", series=eurostat.parse(both, one, questions)), "BE") for one in questions]
    assert [found and found[1].value for found in newest] == [9.8, 7.4]

    dropped = Answer(URL, json.dumps(drop_code(answer_together(known), "age", "Y15-24")).encode())
    assert eurostat.parse(dropped, questions[0], questions)
    with pytest.raises(SourceChanged, match="Y15-24 van dimensie age ontbreekt"):
        eurostat.parse(dropped, questions[1], questions)


def test_only_figures_of_the_same_table_and_shape_are_asked_together(docs: Path) -> None:
    neet = indicators_of("eurostat", docs)["neet-15-29"]

    def asked_as(**changed: object) -> object:
        return eurostat.batch(Question("x", neet.model_copy(update=changed), docs, TODAY))

    assert asked_as() == asked_as(geo=["DE"], query={**neet.query, "age": "Y15-24"})
    assert len({asked_as(), asked_as(dataset="other"), asked_as(since="2020"), asked_as(sex=[]), asked_as(query={})}) == 5
