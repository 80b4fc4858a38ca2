"""One lesson or conversation as a page of a package: above it what an employer gets to see, below it how to finish."""

from lxml import html
from lxml.html import HtmlElement

from scripts.export.article import Article, markup
from scripts.export.links import page_id, with_absolute_links
from scripts.export.shell import shell
from scripts.export.source import Source
from scripts.markdown.course import LICENCE, SITE_NAME
from scripts.markdown.figures import day
from scripts.markdown.html import link, safe

SHARED = "gedeeld"
HELP = "naslag/hulp/"
# Components whose script works here as on the site. What a sheet remembers there in a browser, nobody should find back here.
SCRIPTED = ("kopieer", "druk", "quiz", "gesprek")
STYLES = ("leerplatform.css", "site.css", "content.css", *(f"{name}.css" for name in (*SCRIPTED, "les", "invulblad")))
OWN = ("leerplatform.css", "rte.js", "leerplatform.js")
TEXT = {
    "title": "Wat je werkgever kan zien",
    "when": "Volg je dit in het leerplatform van je werkgever of je school? Dan gaat dit naar dat platform:",
    "score": "je score: hoeveel vragen je juist had, ook na opnieuw proberen",
    "never": "Dit gaat nooit mee: je keuzes in een oefengesprek, je foute antwoorden, en wat je op een blad schrijft.",
    "instead": "Liever zonder werkgever erbij?",
    "own": "Daar heb je geen account nodig en blijft je voortgang in je eigen browser.",
    "links": "Een link met ↗ opent de website in een nieuw tabblad. Wat je daar leest, telt hier niet mee.",
    "help": "Nu hulp nodig? Alle hulplijnen",
    "sheet": "Wat je hier schrijft, is weg als je deze pagina sluit. Druk het af als je het wil houden.",
    "onward": "Ga verder met het menu van je leerplatform.",
}
LESSON = {
    "status": "of je deze les begon en afrondde, en hoelang ze openstond",
    "place": "waar je gebleven was, en bij welke vragen je het juiste antwoord vond",
    "web": "Dezelfde les staat op de website.",
    "end": "Einde van deze les",
    "done": "Rond deze les af",
    "how": "Klaar? De les telt pas als afgerond wanneer je op de knop drukt.",
}
CONVERSATION = {
    "status": "of je dit gesprek begon en afrondde, en hoelang het openstond",
    "place": "of je onderaan de pagina gebleven was; nooit bij welke scène",
    "web": "Hetzelfde gesprek staat op de website.",
    "end": "Einde van dit gesprek",
    "done": "Rond dit gesprek af",
    "how": "Bereik je een einde, dan is het gesprek afgerond. Sla je het liever over? Dat kost niets: rond het dan hier af.",
}


def file_name(article: Article) -> str:
    """Of its page in a package: `een-veilige-server-doel-en-leeftijd.html`."""
    return f"{page_id(article.address).removeprefix('vorming-')}.html"


def page(source: Source, article: Article) -> str:
    """The whole page. Its links lead to the website in a tab of their own: what is opened here would be taken for this lesson."""
    body = with_absolute_links(article).body
    words = CONVERSATION if is_conversation(article) else LESSON
    for sheet in body.iter("site-invulblad"):
        _keep_nothing(sheet)
    body.find(".//h1").addnext(html.fragment_fromstring(_before(article, words)))
    body.append(html.fragment_fromstring(_end(words)))
    for outside in body.xpath(".//a[starts-with(@href, 'http')]"):
        _open_apart(outside)
    scripts = ["rte.js", *(f"{name}.js" for name in SCRIPTED if body.find(f".//site-{name}") is not None), "leerplatform.js"]
    content = f'<main dir="ltr"><site-leerplatform>{markup(body)}</site-leerplatform></main>{_foot(source, article)}'
    return shell(article.title, content, [f"{SHARED}/{name}" for name in STYLES], [f"{SHARED}/{name}" for name in scripts])


def is_conversation(article: Article) -> bool:
    return article.body.find(".//site-gesprek") is not None


def _keep_nothing(sheet: HtmlElement) -> None:
    """A sheet can be filled in and printed; the tools that keep it go."""
    for tools in sheet.find_class("invulblad__tools"):
        tools.drop_tree()
    sheet.append(html.fragment_fromstring(f"<p>{safe(TEXT['sheet'])}</p>"))
    sheet.append(html.fragment_fromstring(f'<site-druk data-target="{safe(sheet.get("id"))}"></site-druk>'))


def _open_apart(outside: HtmlElement) -> None:
    outside.set("target", "_blank")
    outside.set("rel", "noopener noreferrer")
    outside.set("class", f"{outside.get('class', '')} buiten".strip())


def _before(article: Article, words: dict[str, str]) -> str:
    told = [words["status"], *([] if is_conversation(article) else [TEXT["score"]]), words["place"]]
    items = "".join(f"<li>{safe(one)}</li>" for one in told)
    help_ = link(article.root + HELP, safe(TEXT["help"]))
    return (
        f'<section class="leerplatform__vooraf" aria-label="{safe(TEXT["title"])}">'
        f'<p class="leerplatform__titel">{safe(TEXT["title"])}</p><p>{safe(TEXT["when"])}</p><ul>{items}</ul>'
        f"<p>{safe(TEXT['never'])}</p>"
        f"<p>{safe(TEXT['instead'])} {link(article.web, safe(words['web']))} {safe(TEXT['own'])}</p>"
        f'<p>{safe(TEXT["links"])}</p><p>{help_}</p><p class="leerplatform__begin" role="status"></p></section>'
    )


def _end(words: dict[str, str]) -> str:
    """Only with a platform there is something to finish."""
    return (
        f'<div class="les-einde" role="group" aria-label="{safe(words["end"])}">'
        f'<div class="leerplatform__afronden" hidden><p>{safe(words["how"])}</p>'
        f'<p><button type="button" class="md-button md-button--primary" data-action="done">{safe(words["done"])}</button></p>'
        f'</div><p class="leerplatform__status" role="status"></p><p>{safe(TEXT["onward"])}</p></div>'
    )


def _foot(source: Source, article: Article) -> str:
    origin = html.fragment_fromstring(link(article.root, safe(SITE_NAME)))
    licence = html.fragment_fromstring(link(LICENCE, "CC BY-SA 4.0"))
    for outside in (origin, licence):
        _open_apart(outside)
    made = f"{safe(day(source.changed))}, versie {safe(source.version)}"
    return f'<footer class="leerplatform__voet md-typeset"><p>{markup(origin)} · {made} · {markup(licence)}</p></footer>'
