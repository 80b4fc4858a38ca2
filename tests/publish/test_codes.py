"""The QR code of a page that can be presented."""

import re
from pathlib import Path

import pytest
import segno

from scripts.publish.codes import web_address, write_codes

WEB = "https://voorbeeld.test/les/"


def page(site: Path, folder: str, head: str, asks: str) -> Path:
    target = site / folder / "index.html"
    target.parent.mkdir(parents=True)
    target.write_text(f"<head>{head}</head><site-zaal{asks}></site-zaal>", encoding="utf-8")
    return target


def test_a_page_that_asks_for_a_code_gets_one_with_its_address_on_the_web(tmp_path: Path) -> None:
    page(tmp_path, "les", f'<link rel="canonical" href="{WEB}">', ' data-code="../assets/qr/les.svg"')
    page(tmp_path, "ander", f'<link rel="canonical" href="{WEB}">', "")
    write_codes(tmp_path)
    made = list(tmp_path.rglob("*.svg"))
    assert made == [tmp_path / "assets/qr/les.svg"]
    drawn = made[0].read_text(encoding="utf-8")
    # Read back from a photograph of the screen once; here it is enough that it is the drawing of this address.
    path = re.search(r' d="([^"]+)"', segno.make(WEB, error="m").svg_inline(border=2))
    assert path is not None
    assert path[1] in drawn
    assert drawn.startswith("<svg xmlns=")
    assert "viewBox" in drawn


def test_a_page_without_an_address_on_the_web_gets_none(tmp_path: Path) -> None:
    page(tmp_path, "les", "", ' data-code="../assets/qr/les.svg"')
    write_codes(tmp_path)
    assert not list(tmp_path.rglob("*.svg"))


@pytest.mark.parametrize(
    ("canonical", "address"),
    [(WEB, WEB), ("https://voorbeeld.test/les.html", WEB), ("https://voorbeeld.test/les/index.html", WEB)],
)
def test_the_copy_on_a_disk_names_the_address_on_the_web(canonical: str, address: str) -> None:
    assert web_address(canonical) == address
