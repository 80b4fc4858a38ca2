"""Practice conversations as cards for a room: the trainer reads the other aloud, the group decides what the worker does.

The conversation about a crisis is not among them: nobody plays that, and its help must stand on every scene.
"""

from html import escape

from scripts.export.article import Article, markup
from scripts.export.gesprek import Choice, Gesprek, Scene, gesprek
from scripts.export.pdf.cards import card, cards_of, first
from scripts.export.pdf.paper import inner, on_paper
from scripts.export.pdf.writing import pdf
from scripts.export.source import Source

_HOW = (
    "<p>Alles is verzonnen. De trainer leest voor wat de ander zegt. Deelnemers spelen alleen de werker; <strong>niemand speelt "
    "een jongere</strong>. Meekijken en zwijgen mag, stoppen ook.</p>"
    "<ol><li>Lees de kaart voor. De groep kiest een antwoord, of bedenkt er zelf een en neemt wat er het best op lijkt.</li>"
    "<li>Lees bij de uitleg wat die keuze doet, en ga naar de kaart die erbij staat.</li>"
    "<li>Reken een derde van de tijd om te spelen en twee derde om na te praten.</li></ol>"
    "<p>Het gesprek over een bericht van 03.12 uur zit hier niet bij: het gaat over gedachten aan zelfdoding, en dat speel je "
    "niet in een zaal. Het staat op de site. (voorstel van deze site)</p>"
)


def make(source: Source) -> bytes:
    return pdf(source, page(source), "cards")


def page(source: Source) -> str:
    """Raises ValueError when a page holds no conversation."""
    pages = on_paper(source, source.articles)
    names = "".join(f'<li><a href="#{page.body.get("id")}">{escape(page.title)}</a></li>' for page in pages)
    cards = [first(source, f'{_HOW}<ul class="kaartblad__lijst">{names}</ul>')]
    for page in pages:
        talk = gesprek(page.body)
        if talk is None:
            raise ValueError(f"/{page.address}: geen gesprek")
        scenes = [_scene(source, talk, number) for number in range(len(talk.scenes))]
        cards += [_opening(source, page, talk), *scenes, _key(talk)]
    return cards_of(source, cards)


def _opening(source: Source, page: Article, talk: Gesprek) -> str:
    """What the room hears before the first card; warning and help of the page come along."""
    boxes = [box for name in ("warning", "hulp") for box in page.body.find_class(name)[:1] if box.getparent() is page.body]
    body = inner(talk.intro) + "".join(markup(box) for box in boxes)
    label = f"Oefengesprek, verzonnen · {len(talk.scenes)} kaarten, begin bij kaart 1"
    return card(source, label, talk.title, body, "opening", page.body.get("id"))


def _scene(source: Source, talk: Gesprek, number: int) -> str:
    scene = talk.scenes[number]
    body = inner(scene.body) + _choices(talk, scene) + (inner(scene.debriefing) if scene.debriefing is not None else "")
    return card(source, f"{talk.title}, verzonnen · kaart {number + 1}", scene.title, body, "einde" if scene.ending else "scene")


def _choices(talk: Gesprek, scene: Scene) -> str:
    items = "".join(f"<li>{escape(choice.text)} <em>Kaart {_number(talk, choice)}</em></li>" for choice in scene.choices)
    return f'<p class="kaartblad__vraag">Wat doe je?</p><ol class="keuzes">{items}</ol>' if items else ""


def _number(talk: Gesprek, choice: Choice) -> int:
    """Of the card a choice leads to."""
    return [scene.id for scene in talk.scenes].index(choice.to) + 1


def _key(talk: Gesprek) -> str:
    """For the trainer: what every choice does, and where it leads."""
    rows = "".join(
        f"<tr><td>{number}{letter}</td><td>{escape(choice.text)}</td><td>{escape(choice.feedback)} {escape(choice.effect)}</td>"
        f"<td>{_number(talk, choice)}</td></tr>"
        for number, scene in enumerate(talk.scenes, 1)
        for letter, choice in zip("ABCDEFGH", scene.choices, strict=False)
    )
    head = "<tr><th>Kaart</th><th>Keuze</th><th>Wat deze keuze doet</th><th>Naar</th></tr>"
    title = f"Uitleg bij de keuzes: {escape(talk.title)}"
    return f'<section class="uitleg"><h2>{title}</h2><table><thead>{head}</thead><tbody>{rows}</tbody></table></section>'
