"""Text from YAML, the bibliography or the data means only itself on a page, whatever it looks like."""

import html
import importlib
import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scripts.content.site import load_site
from scripts.markdown.html import link, safe
from scripts.markdown.macros import MACROS
from scripts.markdown.place import Place
from tests.docs_folder import FILES, make_docs
from tests.markdown.rendering import rendered
from tests.policy import REGISTER, policy, recommendation

HOSTILE = {
    "script": "<script>alert(1)</script>",
    "quotes": "\"' onmouseover=alert(1) x='\"",
    "comment": "--> <!-- x",
    "jinja": "[[ hulp() ]] {{ config }} [% for x in y %] [#- x -#]",
    "markdown": "**vet** _schuin_ `code` [link](javascript:alert(1)) ![x](y) # kop | cel",
    "citation": "[@kato2020]",
    "block": "/// kort",
    "attributes": "{ .klasse #anker onclick=alert(1) }",
    "entity": "&lt;b&gt; &#60;script&#62;",
    "admonition": "!!! danger",
    "definition": "term : x\n: y",
}
schatting = importlib.import_module("scripts.markdown.macros.schatting")
# The sources that `schatting` cites.
ESTIMATES = "".join(
    f"@misc{{{estimate.citation}, author={{A}}, title={{T}}, kind={{research}}, design={{SR}} }}\n"
    for estimate in schatting.ESTIMATES
)


class _Shape(HTMLParser):
    """The tags and attribute names of a page, and its text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, tuple[str, ...]]] = []
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, tuple(sorted(name for name, _ in attrs))))

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.mark.parametrize("value", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("frame", ["Zin met {} erin.", "<div>{}</div>", "{}", "- punt\n\n    {}", '<p title="{}">x</p>'])
def test_safe_text_adds_no_tag_and_loses_no_sign(value: str, frame: str) -> None:
    plain = _Shape(rendered(frame.format("woord")))
    made = _Shape(rendered(frame.format(safe(value))))

    assert made.tags == plain.tags
    if "title" not in frame:
        assert " ".join(value.split()) in " ".join(made.text.split())


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=60))
def test_safe_text_never_adds_a_tag(value: str) -> None:
    assert _Shape(rendered(f"Zin {safe(value)} einde.")).tags == [("p", ())]


def test_direction_marks_and_controls_are_taken_out() -> None:
    assert safe("a\u202eb\u2066c\u200fd\x00e\x1bf") == "abcdef"


def test_a_link_address_cannot_leave_its_attribute() -> None:
    made = link('x" onclick="alert(1)', "tekst")

    assert _Shape(made).tags == [("a", ("href",))]


def _bibliography(title: str) -> str:
    entry = FILES["bronnen/literatuur.bib"]
    return entry.replace("Defining pathological social withdrawal", title.replace("{", r"\{").replace("}", r"\}"))


@pytest.mark.parametrize("value", HOSTILE.values(), ids=HOSTILE)
def test_every_macro_shows_hostile_sources_as_text(tmp_path: Path, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")
    quoted = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ")
    changed = {
        "bronnen/literatuur.bib": _bibliography(value) + ESTIMATES,
        "bronnen/helplijnen.yml": FILES["bronnen/helplijnen.yml"].replace("Levensgevaar", f'"{quoted}"'),
        "bronnen/indicatoren.yml": FILES["bronnen/indicatoren.yml"].replace("short: NEET", f'short: "{quoted}"'),
        "data/neet.json": FILES["data/neet.json"]
        .replace('"CC BY 4.0"', '"x"')
        .replace('"publisher": "Eurostat"', f'"publisher": "{quoted}"'),
    }
    changed |= _training(quoted) | {
        "bronnen/doorverwijzen.yml": FILES["bronnen/doorverwijzen.yml"].replace("Een eerste stap.", f'"{quoted}"'),
        "bronnen/serverblauwdruk.yml": FILES["bronnen/serverblauwdruk.yml"].replace(
            '"Alleen wie ervoor opgeleid is."', f'"{quoted}"'
        ),
    }
    changed |= _policy(quoted, value) | {"bronnen/nieuws.yml": _news(quoted)}
    calm = {
        "bronnen/nieuws.yml": _news("woord"),
        "bronnen/literatuur.bib": FILES["bronnen/literatuur.bib"] + ESTIMATES,
        **_training("woord"),
        **_policy("woord", "woord"),
    }
    clean = _all_macros(make_docs(tmp_path / "clean", **calm))
    made = _all_macros(make_docs(tmp_path / "hostile", **changed))

    for name, text in made.items():
        assert _Shape(rendered(text)).tags == _Shape(rendered(clean[name])).tags, name


def _training(quoted: str) -> dict[str, str]:
    """A glossary, a module with a lesson, and a message to copy, with this text wherever an author writes some."""
    shared = (
        "description: Een korte beschrijving van deze pagina.\nreviewed: 2026-11-22\nreview_by: 2027-11-22\naudience: [clb]\n"
    )
    lesson = f'objectives: ["{quoted}"]\nminutes: 10\nlevel: basis\ncompetences: ["{quoted}"]\n'
    plain = quoted.replace('\\"', '"').replace("\\\\", "\\")
    return {
        "naslag/begrippen.md": f"---\ntitle: B\ntype: reference\ndescription: Een korte beschrijving van deze pagina.\n---\n\n# B\n\n## Begrip {{#begrip}}\n\nUitleg {plain}\n",
        "vorming/waarom-discord/index.md": f'---\ntitle: M\ntype: module\nnumber: 1\ndescription: Een korte beschrijving van deze pagina.\naim: "{quoted}"\nlessons: [les]\n---\n\n# M\n',
        "vorming/waarom-discord/les.md": f"---\ntitle: L\ntype: lesson\n{shared}{lesson}---\n\n# L\n\n## Deel\n\n{_room(plain)}\n/// bericht | Titel\n    kind: goed\n    from: x\n\n> Dag {plain}\n\nWaarom.\n\n///\n",
        "bronnen/programmas.yml": _programmes(quoted),
    }


def _room(plain: str) -> str:
    """An exercise, a sheet and a card of which the titles say this."""
    # An author who opens a comment in a page hides what follows; that is no title any more.
    title = plain.replace("\n", " ").replace("<!--", "<!-")
    exercise = f"/// oefening | {title}\n    minutes: 5\n    form: groep\n    materials: {json.dumps(title)}\n\nDoe.\n\n///\n\n"
    notes = "/// trainer\n    minutes: 5\n\nLet op.\n\n///\n\n"
    sheet = f"/// invulblad | {title}\n    id: a\n\n- Veld\n\n///\n\n/// teamkaart | {title}\n\n1. Vraag\n\n///\n"
    return exercise + notes + sheet


def _policy(quoted: str, plain: str) -> dict[str, str]:
    """A recommendation, the list of changes and a count, with this text wherever an author writes some."""
    change = REGISTER.replace("22}", f'22, changes: [{{date: 2026-11-23, what: "lang genoeg {quoted}"}}]}}')
    counts = FILES["bronnen/monitoring.yml"].replace("Meer gesprekken is niet beter.", f'"Lang genoeg {quoted}"')
    title = f"Overweeg {plain}".replace("\n", " ")
    return policy(recommendation(title=title), register=change, **{"bronnen/monitoring.yml": counts})


def _news(quoted: str) -> str:
    return f'- {{id: a, date: 2026-11-22, title: Nieuw, text: "Wat er nu bijkwam: {quoted} einde.", page: index.md}}\n'


def _programmes(quoted: str) -> str:
    items = "[{moment: opening}, {lesson: waarom-discord/zaal}, {moment: slot}]"
    return (
        f'roles:\n  - {{id: clb, name: "{quoted}", note: "{quoted}"}}\nprogrammes:\n'
        f'  - {{id: een, title: "{quoted}", minutes: 60, audience: [clb], goal: "Doel: {quoted}", items: {items}}}\n'
    )


def _all_macros(docs: Path) -> dict[str, str]:
    site, place = load_site(docs), Place()
    assert not site.faults
    figures = ("cijfer", "kaart", "tabel", "grafiek", "cijferpagina")
    bare = ("verantwoording", "hulp", "literatuur", "schatting", "doorverwijskaart", "zinnenbank", "nazicht", "hulpwijzer")
    training = (
        "modules",
        "leerpaden",
        "voortgang",
        "bewijs",
        "nieuws",
        "downloads",
        "aanbevelingen",
        "wijzigingen",
        "monitoring",
    )
    room = ("draaiboek", "programmas", "werkbladen")
    named = {
        "hulplijnen": ("nood",),
        "term": ("begrip",),
        "module": ("waarom-discord",),
        "blauwdruk": ("rechten",),
        "download": ("vragen",),
        "beleidsfiche": ("lokaal",),
        "werkblad": ("vorming/waarom-discord/les.md",),
        **dict.fromkeys(("lesplan", "trainersgids"), ("waarom-discord",)),
    }
    calls = {**dict.fromkeys(figures, ("neet",)), **dict.fromkeys((*bare, *training, *room), ()), **named}
    assert set(calls) == set(MACROS)
    made = {name: MACROS[name](site, place, *arguments) for name, arguments in calls.items()}
    pages = (
        *("cijferpagina", "verantwoording", "doorverwijskaart", "zinnenbank", "leerpaden", "downloads"),
        *("aanbevelingen", "beleidsfiche", "programmas", "trainersgids", "nieuws"),
    )
    lines = {name: text for name, text in made.items() if name not in pages}
    assert all("\n" not in text for text in lines.values()), "a macro must fit on one line of Markdown"
    return made


def test_titles_of_blocks_are_text() -> None:
    made = rendered("/// casus | <img src=x onerror=alert(1)> *a*\n\ntekst\n\n///")

    assert "<img" not in made
    assert "onerror=alert(1)&gt; *a*" in html.unescape(made).replace(">", "&gt;")
    assert re.search(r'<p class="casus__title">&lt;img', made)
