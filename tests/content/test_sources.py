"""Hand-kept sources: what is right is read as it stands, what is wrong is named with file and line."""

import os
from pathlib import Path

import pytest

from scripts.content.bibliography import read_bibliography
from scripts.content.site import load_site
from scripts.content.urls import read_urls
from scripts.content.yaml_file import read_yaml, validate_yaml
from scripts.errors import ContentError
from tests.docs_folder import FILES, make_docs


def bibliography(folder: Path, text: str) -> tuple[dict[str, object], list[ContentError]]:
    path = folder / "x.bib"
    path.write_text(text, encoding="utf-8")
    entries, faults = read_bibliography(path, "x.bib")
    return {key: reference for key, (reference, _) in entries.items()}, faults


def test_latex_and_braces_become_plain_text_but_addresses_stay(tmp_path: Path) -> None:
    entries, faults = bibliography(
        tmp_path,
        '@misc{a, author = {M{\\"u}ller, Ann and {Stad \\& Gent}}, title = {48% {DSM}-5 \\& meer},'
        " url = {https://x.be/a~b%20c_d}, kind = {practice} }",
    )

    assert not faults
    made = entries["a"]
    assert made.title == "48% DSM-5 & meer"  # type: ignore[attr-defined]
    assert [author.family for author in made.authors] == ["Müller", "Stad & Gent"]  # type: ignore[attr-defined]
    assert made.url == "https://x.be/a~b%20c_d"  # type: ignore[attr-defined]


def test_internal_notes_are_never_kept(tmp_path: Path) -> None:
    entries, _ = bibliography(tmp_path, "@misc{a, author={A}, title={T}, kind={law}, note={intern}, annote={geheim} }")

    assert "geheim" not in repr(entries) + repr(vars(entries["a"]))


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("@misc{a, author={A}, title={T} }", "'kind' ontbreekt"),
        ("@misc{a, author={A}, title={T}, kind={law}, kleur={rood} }", "'kleur' kennen we niet"),
        ("@misc{a, title={T}, kind={law} }", "authors"),
        ("@misc{a, author={A}, title={T}, kind={law}, url={javascript:alert(1)} }", "url"),
        ("@misc{a, author={A}, title={T}, kind={law}, year={vorig jaar} }", "year"),
        ("@misc{a, author={A}, title={T}, kind={law} }\n@misc{a, author={B}, title={T}, kind={law} }", "niet te lezen"),
    ],
)
def test_a_faulty_entry_is_named_and_the_others_are_read(tmp_path: Path, text: str, what: str) -> None:
    entries, faults = bibliography(tmp_path, "@misc{goed, author={A}, title={T}, kind={law} }\n" + text)

    assert "goed" in entries
    assert len(faults) == 1
    assert what in str(faults[0])
    assert faults[0].line >= 2


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("a: 1\na: 2\n", 1, "twee keer"),
        ("a: [", 1, "YAML"),
        ("a:\n\tb: 1", 2, "YAML"),
        ("- x", 1, "sleutels"),
        ("a: &x [*x]", 1, ""),
        ("a: " + "[" * 5000, 1, ""),
    ],
)
def test_faulty_yaml_is_named_with_its_line(text: str, line: int, what: str) -> None:
    with pytest.raises(ContentError) as caught:
        validate_yaml(text, dict[str, int], path="x.yml")

    assert caught.value.path == "x.yml"
    # At the end of a file the loader in C names the line after the last one.
    assert caught.value.line in (line, line + 1)
    assert what in str(caught.value)


def test_yaml_cannot_make_python_objects() -> None:
    with pytest.raises(ContentError):
        validate_yaml("a: !!python/object/apply:os.getcwd []", dict[str, str], path="x.yml")


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match=r"weg\.yml"):
        read_yaml(tmp_path / "weg.yml", dict[str, int])


@pytest.mark.parametrize("line", ["doelgroep", "/doelgroep", "https://x.be/", "/a/ -> b", "/a/\n/a/"])
def test_a_line_that_is_no_address_is_named(tmp_path: Path, line: str) -> None:
    path = tmp_path / "urls.txt"
    path.write_text(f"# uitleg\n/\n{line}\n", encoding="utf-8")

    with pytest.raises(ContentError, match=r"urls\.txt:[34]"):
        read_urls(path, "urls.txt")


def test_the_site_is_read_again_after_a_change(tmp_path: Path) -> None:
    docs = make_docs(tmp_path)
    before = load_site(docs)
    path = docs / "bronnen" / "helplijnen.yml"
    path.write_text(FILES["bronnen/helplijnen.yml"].replace("Levensgevaar", "Nood"), encoding="utf-8")
    os.utime(path, ns=(1, 1))

    after = load_site(docs)

    assert (before.helplines[0].purpose, after.helplines[0].purpose) == ("Levensgevaar", "Nood")
    assert load_site(docs) is after
