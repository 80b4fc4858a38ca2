"""What a built site loses and keeps when it goes to a disk."""

from pathlib import Path

import pytest

from scripts.publish.offline import fit_for_disk, web_address

ROOT = "https://voorbeeld.be/site/"
LINKS = """\
<a href="../downloads/handboek.pdf">a</a> <a class="b" href="../downloads/hier.pdf#2">b</a>
<a href="../naslag/hulp.html#x">c</a> <a href="https://elders.be/downloads/x.pdf">d</a>"""
# Written for the address /voor/notebook/.
NOTEBOOK = '<a href="../trainer/#x">a</a> <a href="../">b</a> <a href="../../">c</a> <a href="../weg/">d</a>'


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def page(url: str, body: str = "") -> str:
    return f'<link rel="canonical" href="{ROOT}{url}"><meta property="og:url" content="{ROOT}{url}">{body}'


@pytest.fixture
def site(tmp_path: Path) -> Path:
    write(tmp_path / "index.html", page("index.html"))
    write(tmp_path / "downloads/index.html", page("downloads/index.html", '<a href="gids.pptx">x</a> <a href="hier.pdf">y</a>'))
    write(tmp_path / "downloads/hier.pdf", "")
    write(tmp_path / "voor/index.html", page("voor/index.html"))
    write(tmp_path / "voor/notebook.html", page("voor/notebook.html", NOTEBOOK))
    write(tmp_path / "voor/trainer.html", page("voor/trainer.html", LINKS))
    for name in ("404.html", "sitemap.xml", "sitemap.xml.gz", "assets/javascripts/workers/a.js.map", "assets/javascripts/a.js"):
        write(tmp_path / name, "")
    fit_for_disk(tmp_path)
    return tmp_path


def test_what_only_a_server_needs_is_not_taken_along(site: Path) -> None:
    left = {path.name for path in site.rglob("*") if path.is_file()}
    assert left == {"index.html", "notebook.html", "trainer.html", "hier.pdf", "a.js"}


@pytest.mark.parametrize(
    ("name", "address"), [("index.html", ""), ("downloads/index.html", "downloads/"), ("voor/trainer.html", "voor/trainer/")]
)
def test_a_page_names_its_address_on_the_web(site: Path, name: str, address: str) -> None:
    assert (site / name).read_text(encoding="utf-8").startswith(page(address))


def test_a_file_that_is_not_in_the_copy_is_fetched_from_the_web(site: Path) -> None:
    html = (site / "voor/trainer.html").read_text(encoding="utf-8")
    assert f'<a href="{ROOT}downloads/handboek.pdf">' in html
    assert html.replace(f"{ROOT}downloads/handboek", "../downloads/handboek").endswith(LINKS)
    listed = (site / "downloads/index.html").read_text(encoding="utf-8")
    assert listed.endswith(f'<a href="{ROOT}downloads/gids.pptx">x</a> <a href="hier.pdf">y</a>')


def test_a_link_to_a_folder_leads_to_the_file_of_its_page(site: Path) -> None:
    html = (site / "voor/notebook.html").read_text(encoding="utf-8")
    linked = '<a href="trainer.html#x">a</a> <a href="index.html">b</a> <a href="../index.html">c</a> <a href="../weg/">d</a>'
    assert html.endswith(linked)


def test_a_site_without_an_address_on_the_web_is_refused(tmp_path: Path) -> None:
    write(tmp_path / "index.html", "<html></html>")
    with pytest.raises(ValueError, match="site_url"):
        web_address(tmp_path)
