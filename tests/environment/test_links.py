"""`make links`: only what is on other sites is asked. The checker itself runs here on links it must leave alone, so offline."""

import subprocess
import tomllib
from pathlib import Path

import pytest
from pytest_httpserver import HTTPServer

from scripts.environment import links
from scripts.environment.checking import installed_program
from tests.site.configuration import SITE_URL


def site_with(folder: Path, *addresses: str) -> Path:
    anchors = "".join(f'<a href="{address}">x</a>' for address in addresses)
    (folder / "index.html").write_text(f"<!doctype html><title>x</title>{anchors}", encoding="utf-8")
    return folder


def asked(site: Path) -> list[str]:
    """What the checker would ask of this site; it asks nothing."""
    command = [installed_program("lychee"), "--config", str(links.CONFIG), "--dump", str(site)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()


def test_links_to_other_sites_are_asked_and_no_others(tmp_path: Path) -> None:
    left = ("x/", "#hier", "tel:112", "mailto:a@b.example", f"{SITE_URL}zz/", "https://github.com/o/r/edit/main/docs/x.md")
    site = site_with(tmp_path, *left, "https://elders.be/a", "http://oud.be/b")

    assert sorted(asked(site)) == ["http://oud.be/b", "https://elders.be/a"]


@pytest.mark.parametrize(("status", "code"), [(200, 0), (403, 0), (429, 0), (404, 2), (500, 2)])
def test_a_page_that_is_gone_is_broken_and_one_that_refuses_programs_is_not(
    tmp_path: Path, httpserver: HTTPServer, monkeypatch: pytest.MonkeyPatch, status: int, code: int
) -> None:
    quick = links.CONFIG.read_text(encoding="utf-8").replace("max_retries = 2", "max_retries = 0")
    config = tmp_path / "lychee.toml"
    config.write_text(quick, encoding="utf-8")
    monkeypatch.setattr(links, "CONFIG", config)
    httpserver.expect_request("/a").respond_with_data("", status=status)
    report = tmp_path / "report.md"

    assert links.main(["--site", str(site_with(tmp_path, httpserver.url_for("/a"))), "--report", str(report)]) == code
    assert (httpserver.url_for("/a") in report.read_text(encoding="utf-8")) == bool(code)
    assert str(tmp_path) not in report.read_text(encoding="utf-8")


def test_without_a_site_it_says_what_to_do(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        links.main(["--site", str(tmp_path)])

    assert "make build" in capsys.readouterr().err


def test_a_report_fits_in_an_issue_and_says_when_it_was_cut() -> None:
    assert links.shortened("é" * 70_000, "/s").endswith(links.CUT)
    assert len(links.shortened("é" * 70_000, "/s")) == links.LONGEST
    assert links.shortened("Errors in /s/naslag/index.html", "/s") == "Errors in naslag/index.html"


def test_every_exception_says_why() -> None:
    lines = links.CONFIG.read_text(encoding="utf-8").splitlines()
    excluded = tomllib.loads("\n".join(lines))["exclude"]

    places = [number for number, line in enumerate(lines) if line.strip().strip(",").strip("'") in excluded]
    assert len(places) == len(excluded) > 0
    assert all(lines[number - 1].strip().startswith("#") for number in places)
