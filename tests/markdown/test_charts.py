"""Charts: what is joined and what is not, and that the drawing is light, the same every time, and text."""

import gzip
import re
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.content.site import load_site
from scripts.environment.folders import ROOT
from scripts.markdown.charts import drawing
from scripts.markdown.charts.canvas import spread
from scripts.markdown.charts.ink import INK, STYLES
from scripts.markdown.charts.model import (
    Bar,
    BarChart,
    Chart,
    Line,
    LineChart,
    PanelChart,
    Point,
    Range,
    RangeChart,
    breaks,
    position,
    segments,
)
from scripts.markdown.macros import MACROS
from scripts.markdown.place import Place

CSS = (ROOT / "overrides/assets/components/grafiek/grafiek.css").read_text(encoding="utf-8")
SITE_CSS = (ROOT / "overrides/assets/site.css").read_text(encoding="utf-8")
MOST_BYTES = 4096


def line(label: str, *points: tuple[str, float | None, str]) -> Line:
    return Line(label, tuple(Point(*point) for point in points))


def years(label: str, first: int, last: int, flags: str = "") -> Line:
    return Line(
        label,
        tuple(Point(str(year), 5.0 + year % 7 + len(label) / 10, flags if year == 2021 else "") for year in range(first, last)),
    )


BREAK = line("België", ("2019", 11.8, ""), ("2020", 12.0, ""), ("2021", 10.1, "b"), ("2022", 9.2, ""))
# As much as a page may ask for: as many lines as there are styles, over eleven years, each with a long name.
FULL = LineChart(tuple(years(f"een tamelijk lange naam {number}", 2015, 2026, "b") for number in range(len(STYLES))), "PC")
CHARTS: dict[str, Chart] = {
    "lines": LineChart((BREAK, years("EU", 2019, 2026)), "PC"),
    "full": FULL,
    "panels": PanelChart(
        tuple((f"gebied {number}", (years("mannen", 2015, 2026), years("vrouwen", 2015, 2026))) for number in range(4)), "PC"
    ),
    "bars": BarChart((Bar("België", 9.8), Bar("Oost-Vlaanderen", None, "nog niet opgehaald"), Bar("EU", 11.0)), "PC"),
    "ranges": RangeChart((Range("Europa", 1.7, 2.0), Range("steekproef", 3.1, 3.1, 3.1)), "PC"),
    "counts": LineChart((line("Gent", ("2024", 135_000, ""), ("2025", 1_350_000, "")),), "NR"),
}


@pytest.fixture(params=CHARTS.values(), ids=CHARTS)
def made(request: pytest.FixtureRequest) -> str:
    return drawing.svg(request.param, "naam", "Titel")


def test_a_line_stops_at_a_break() -> None:
    assert [[point.period for point in part] for part in segments(BREAK.points)] == [["2019", "2020"], ["2021", "2022"]]


def test_a_line_stops_at_a_missing_year() -> None:
    points = line("x", ("2019", 1.0, ""), ("2021", 2.0, ""), ("2022", 3.0, "")).points

    assert [[point.period for point in part] for part in segments(points)] == [["2019"], ["2021", "2022"]]


def test_a_line_stops_at_a_value_that_was_withheld() -> None:
    points = line("x", ("2019", 1.0, ""), ("2020", None, "c"), ("2021", 2.0, "")).points

    assert [[point.period for point in part] for part in segments(points)] == [["2019"], ["2021"]]


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("2024-Q4", "2025-Q1", True),
        ("2024-Q3", "2025-Q1", False),
        ("2024-12", "2025-01", True),
        ("2024-11", "2025-01", False),
        ("2024", "2025-Q1", False),
        ("2024-11-30", "2024-12-01", False),
    ],
)
def test_only_the_very_next_period_of_the_same_sort_is_joined(first: str, second: str, joined: bool) -> None:
    assert len(segments((Point(first, 1.0), Point(second, 2.0)))) == (1 if joined else 2)


def test_periods_stand_in_the_order_of_time() -> None:
    ordered = ["2023", "2024-Q2", "2024-07", "2024-11-30", "2025"]

    assert sorted(ordered, key=position) == ordered


def test_a_break_at_the_first_value_breaks_nothing() -> None:
    assert breaks((line("x", ("2021", 1.0, "b"), ("2022", 2.0, "")),)) == {}


def test_a_break_is_drawn_as_a_gap_with_the_word() -> None:
    made = drawing.svg(LineChart((BREAK,), "PC"), "naam", "Titel")

    # Two stretches of the line (a mark is a path with a transform), and one dotted upright.
    assert len(re.findall(r'<path d="[^"]+" class="s-1" fill="none"', made)) == 2
    assert ">breuk</text>" in made


def test_a_break_of_one_line_among_others_names_that_line() -> None:
    made = drawing.svg(LineChart((BREAK, years("EU", 2019, 2023)), "PC"), "naam", "Titel")

    assert made.count(">België</text>") == 1


def test_a_withheld_value_is_no_zero_and_no_line() -> None:
    withheld = line("x", ("2019", 1.0, ""), ("2020", None, "c"), ("2021", 2.0, ""))
    made = drawing.svg(LineChart((withheld,), "PC"), "naam", "Titel")

    assert not re.findall(r'<path d="[^"]+" class="s-1" fill="none" stroke="#0b5561" stroke-width="2"/>', made)


def test_a_value_with_a_reservation_has_an_open_mark() -> None:
    plain = drawing.svg(LineChart((line("x", ("2019", 1.0, ""), ("2020", 2.0, "")),), "PC"), "naam", "Titel")
    reserved = drawing.svg(LineChart((line("x", ("2019", 1.0, ""), ("2020", 2.0, "u")),), "PC"), "naam", "Titel")

    assert "f-paper" not in plain
    assert reserved.count("f-paper") == 1


def test_names_and_numbers_are_text_in_dutch(made: str) -> None:
    assert re.search(r">[^<]*(\d,\d|\d %|\d 000)</text>|>[^<]*\d,\d %</text>", made)
    assert not re.search(r">[^<]*\d\.\d[^<]*</text>", made)


def test_the_lines_are_named_beside_them_with_their_newest_value() -> None:
    made = drawing.svg(CHARTS["lines"], "naam", "Titel")

    assert ">België 9,2 % (2022)</text>" in made
    assert re.search(r">EU \d+,\d %</text>", made)


def test_a_drawing_is_well_formed_and_on_one_line(made: str) -> None:
    root = ElementTree.fromstring(made.replace(" data-search-exclude", ""))

    assert "\n" not in made
    assert {element.tag for element in root.iter()} == {"svg", "title", "desc", "path", "text"}


def test_a_drawing_has_a_title_and_a_description_it_points_to(made: str) -> None:
    root = ElementTree.fromstring(made.replace(" data-search-exclude", ""))
    ids = [element.get("id") for element in root.iter() if element.get("id")]

    assert root.get("role") == "img"
    assert root.get("aria-labelledby", "").split() == ids == ["naam-t", "naam-d"]
    assert root.findtext("title") == "Titel"
    assert len(root.findtext("desc") or "") > 30


def test_a_drawing_brings_no_style_script_or_foreign_font(made: str) -> None:
    assert not re.search(r"style=|<style|<script|<image|href|font-family|DejaVu|on\w+=", made)


def test_every_colour_has_a_role_and_every_role_a_colour_for_day_night_and_paper(made: str) -> None:
    roles = {role for group in re.findall(r'class="([sf]-[^"]*)"', made) for role in group.split()}

    assert {role for role in roles if f".{role} " not in CSS} == set()
    assert set(re.findall(r"#[0-9a-f]{6}", made)) <= set(INK.values())


@pytest.mark.parametrize("number", range(1, len(STYLES) + 1))
def test_every_line_has_a_colour_by_day_by_night_and_black_on_paper(number: int) -> None:
    assert len(colours(CSS, f"--ink-{number}")) == 2
    assert f"--ink-{number}: #000" in CSS


@pytest.mark.parametrize("number", range(1, len(STYLES) + 1))
def test_names_in_the_colour_of_their_line_can_be_read(number: int) -> None:
    paper = colours(SITE_CSS, "--md-default-bg-color")

    for ink, ground in zip(colours(CSS, f"--ink-{number}"), paper, strict=False):
        assert contrast(ink, ground) >= 4.5, (ink, ground)


def test_lines_differ_without_their_colour() -> None:
    assert len({style.marker for style in STYLES}) == len({str(style.dash) for style in STYLES}) == len(STYLES)


@pytest.mark.parametrize("chart", CHARTS.values(), ids=CHARTS)
def test_a_drawing_is_the_same_every_time(chart: Chart) -> None:
    first = drawing.svg(chart, "naam", "Titel")
    drawing._shapes.cache_clear()

    assert drawing.svg(chart, "naam", "Titel") == first


def test_another_process_with_other_settings_draws_the_same_bytes(tmp_path: Path) -> None:
    (tmp_path / "matplotlibrc").write_text("font.size: 40\nsvg.fonttype: path\n", encoding="utf-8")
    code = (
        "import sys; from scripts.markdown.charts import drawing; from scripts.markdown.charts.model import *;"
        "sys.stdout.buffer.write(drawing.svg(LineChart((Line('EU', (Point('2024', 9.9), Point('2025', 9.8, 'p'))),), 'PC'), 'n', 'T').encode())"
    )
    environment = {"PYTHONPATH": str(ROOT), "PYTHONHASHSEED": "7", "MPLCONFIGDIR": str(tmp_path), "PATH": ""}
    there = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, env=environment, capture_output=True, check=True).stdout
    here = drawing.svg(LineChart((line("EU", ("2024", 9.9, ""), ("2025", 9.8, "p")),), "PC"), "n", "T")

    assert there.decode() == here


def test_a_drawing_is_light(made: str) -> None:
    assert len(gzip.compress(made.encode())) <= MOST_BYTES


def test_every_chart_of_the_site_is_light_with_its_table() -> None:
    site = load_site(ROOT / "docs")
    pages = [MACROS["cijferpagina"](site, Place(), name) for name in site.data if site.indicators[name].source != "project"]
    figures = [figure for page in pages for figure in re.findall(r'<figure class="grafiek".*?</figure>', page)]

    assert figures
    assert [figure[:80] for figure in figures if len(gzip.compress(figure.encode())) > MOST_BYTES] == []


def test_a_chart_already_drawn_is_not_drawn_again() -> None:
    drawing.svg(FULL, "een", "Titel")
    before = drawing._shapes.cache_info().hits
    drawing.svg(FULL, "twee", "Andere titel")

    assert drawing._shapes.cache_info().hits == before + 1


def test_reading_the_macros_does_not_load_matplotlib() -> None:
    code = "import sys, scripts.markdown.macros; sys.exit('matplotlib' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


@pytest.mark.parametrize(
    "hostile",
    ["</title><script>alert(1)</script>", '" onload="x', "$\\frac{1}{2}$", "&lt;b&gt; [@kato2020] [[ hulp() ]]", "/// kort"],
)
def test_hostile_names_stay_text(hostile: str) -> None:
    made = drawing.svg(LineChart((line(hostile, ("2024", 1.0, ""), ("2025", 2.0, "b")),), "PC"), "naam", hostile)
    root = ElementTree.fromstring(made.replace(" data-search-exclude", ""))

    assert {element.tag for element in root.iter()} == {"svg", "title", "desc", "path", "text"}
    assert root.findtext("title") == " ".join(hostile.split())
    assert any(hostile in (element.text or "") for element in root.iter("text"))


@given(st.lists(st.floats(0, 200), min_size=1, max_size=8))
def test_names_beside_lines_never_overlap_and_stay_in_order(wanted: list[float]) -> None:
    placed = spread(wanted, 15, 0, 200)

    ordered = sorted(placed)
    assert all(after - before >= 15 - 1e-6 for before, after in pairwise(ordered))
    assert all(placed[i] >= placed[j] for i in range(len(wanted)) for j in range(len(wanted)) if wanted[i] > wanted[j])
    assert max(placed) <= 200


def test_names_with_room_stand_where_their_line_ends() -> None:
    assert spread([10.0, 100.0, 50.0], 15, 0, 200) == [10.0, 100.0, 50.0]


def test_a_range_upside_down_is_refused() -> None:
    with pytest.raises(ValueError, match="range"):
        Range("x", 2.0, 1.0)
    with pytest.raises(ValueError, match="range"):
        Range("x", 1.0, 2.0, 3.0)


def test_a_range_is_a_stroke_from_low_to_high_with_its_best_value_as_a_dot() -> None:
    without = drawing.svg(RangeChart((Range("x", 1.0, 4.0),), "PC"), "naam", "Titel")
    dotted = drawing.svg(RangeChart((Range("x", 1.0, 4.0, 2.0),), "PC"), "naam", "Titel")

    assert "1,0 tot 4,0 %</text>" in without
    assert dotted.count("transform=") == without.count("transform=") + 1


def test_a_bar_without_value_has_words_in_its_place() -> None:
    made = drawing.svg(CHARTS["bars"], "naam", "Titel")

    assert ">nog niet opgehaald</text>" in made
    assert made.count('class="f-1"') == 2


def colours(css: str, name: str) -> list[str]:
    """The values of a custom property that are colours of a screen, in the order of the file: day, then night."""
    return [value for value in re.findall(rf"{name}: (#[0-9a-f]{{3,6}})\b", css) if len(value) == 7]


def contrast(first: str, second: str) -> float:
    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
