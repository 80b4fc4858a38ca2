"""A small built site in which one page has all that an export must cope with."""

from pathlib import Path

WEB = "https://voorbeeld.be/site/"
THEME = '<header class="md-header">KOPTEKST <a href="../../">menu</a></header>'
NOTE = '<aside class="trainer" hidden="hidden" data-minutes="6"><p>GEHEIM voor de trainer</p></aside>'
QUIZ = (
    '<site-quiz class="quiz" id="quiz-eerst"><fieldset><legend class="quiz__question">Wat <em>eerst</em>?</legend>'
    '<ul class="quiz__answers">'
    '<li class="quiz__answer"><label><input type="radio" value="1"><span>Een lijst</span></label>'
    '<details class="quiz__explanation"><summary>Uitleg</summary><p>Niet juist: te vroeg.</p></details></li>'
    '<li class="quiz__answer"><label><input type="radio" value="2"><span>Er zijn</span></label>'
    '<details class="quiz__explanation"><summary>Uitleg</summary><p>Juist: zonder vraag. '
    '<span class="citations"><a href="../../naslag/#kato">Kato, 2020<span> · onderzoek</span></a> <a href="#x">SAM, z.d.</a></span>'
    "</p></details></li></ul></fieldset>"
    '<div class="quiz__tools" data-needs-script hidden><button>Kijk na</button></div>'
    '<p class="quiz__status" role="status"></p></site-quiz>'
)
EXERCISE = (
    '<section class="oefening oefening--groep" data-minutes="20"><p class="oefening__label">Oefening in groep · 20 minuten'
    ' · nodig: papier · stiften</p><p class="oefening__title">Teken</p><p>Opgave</p>'
    '<details class="oplossing"><summary>Bekijk</summary><p>Antwoord</p></details></section>'
)
BODY = (
    '<h1 id="les">De les<a class="headerlink" href="#les">&para;</a></h1><div class="over-pagina"><p>9 min lezen</p></div>'
    '<script type="application/ld+json">{"naam": "json"}</script><p>Begin van de <strong>voice</strong>kamer.</p>'
    f'<h2 id="een">Eén<a class="headerlink" href="#een">&para;</a></h2>{QUIZ}{NOTE}<p>Staart</p>'
    f'<h2 id="twee">Twee</h2>{EXERCISE}<p><a href="../../naslag/#kato">naslag</a> <a href="#een">hier</a> <a href="tel:112">112</a>'
    ' <button type="button" class="term" popovertarget="term-dm">DM</button><span class="term__meaning" id="term-dm" popover>'
    '<strong>DM</strong> uitleg <a href="../../naslag/#dm">lijst</a></span></p>'
    '<svg viewBox="0 0 4 2"><title>t</title><path d="M0 0"/></svg><img src="../plaatje.svg" alt="">'
    "<site-les><button>Markeer</button><p>Volgende</p></site-les>"
)


def write_page(site: Path, address: str = "vorming/les/", body: str = BODY) -> None:
    """As MkDocs and the theme write one."""
    file = site / address / "index.html"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(
        f'<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>x - Site</title><link rel="canonical" href="{WEB}{address}">'
        f'<meta name="description" content="Wat &quot;hier&quot; staat."></head><body>{THEME}<main><article class="md-content__inner">'
        f"{body}</article><p class='page-edit'>Wijzig deze pagina</p></main></body></html>",
        encoding="utf-8",
    )
