"""A problem as an author reads it: `docs/x.md:41 HIB-031 what → remedy`."""

from dataclasses import dataclass
from difflib import get_close_matches

from scripts.content.page import Found, Page
from scripts.errors import ContentError

# What each code means; printed by `check-content --codes`. A number is never used again for something else.
CODES = {
    "HIB-010": "een pagina is niet te lezen (geen UTF-8), of haar front matter ontbreekt of klopt niet",
    "HIB-011": "titel bovenaan de pagina (#) ontbreekt of staat er meer dan eens",
    "HIB-012": "een kopniveau wordt overgeslagen",
    "HIB-013": "een afbeelding heeft geen beschrijving",
    "HIB-020": "een blok is niet gesloten",
    "HIB-021": "een blok bestaat niet",
    "HIB-022": "een blok heeft een verkeerde titel of optie",
    "HIB-023": "een regel met /// sluit niets",
    "HIB-030": "een macro is niet te lezen",
    "HIB-031": "een macro bestaat niet",
    "HIB-032": "een macro krijgt verkeerde argumenten",
    "HIB-033": "dezelfde grafiek staat twee keer op een pagina",
    "HIB-040": "een verwijzing naar een bron die niet in de literatuurlijst staat",
    "HIB-041": "een bron in de literatuurlijst die nergens gebruikt wordt",
    "HIB-050": "een link naar een pagina of bestand dat niet bestaat",
    "HIB-051": "een link naar een plaats op een pagina die niet bestaat",
    "HIB-052": "een link die op de site niet werkt (begint met / of wijst naar een map)",
    "HIB-060": "een pagina staat niet in het menu (nav in mkdocs.yml)",
    "HIB-061": "het menu (nav in mkdocs.yml) wijst naar een pagina die niet bestaat",
    "HIB-062": "een adres ontbreekt in docs/bronnen/urls.txt of klopt er niet",
    "HIB-070": "een bronbestand (docs/bronnen of docs/data) klopt niet",
    "HIB-071": "de projectcijfers in docs/data zijn ouder dan docs/bronnen/projectcijfers.yml",
    "HIB-072": "een cijfer heeft geen eigen pagina in docs/cijfers",
    "HIB-073": "een pagina toont met cijferpagina een ander cijfer dan haar naam zegt",
    "HIB-080": "een pagina over zelfdoding of misbruik heeft geen hulpkader",
    "HIB-081": "een woord dat we niet gebruiken",
    "HIB-090": "een vraag heeft minder dan twee antwoorden",
    "HIB-091": "geen enkel antwoord van een vraag is juist",
    "HIB-092": "een vraag heeft meer dan één juist antwoord zonder 'multiple'",
    "HIB-093": "een antwoord heeft geen uitleg",
    "HIB-094": "de uitleg van een antwoord begint niet met 'Juist:' of 'Niet juist:'",
    "HIB-095": "een vraag noemt een module die niet bestaat",
    "HIB-096": "een oefening heeft geen duur",
    "HIB-097": "een oplossing staat buiten een oefening",
    "HIB-098": "een kop in notities voor de trainer",
    "HIB-099": "een id staat twee keer op een pagina",
    "HIB-100": "een scene of nabespreking staat op een verkeerde plaats",
    "HIB-101": "een scene bestaat twee keer",
    "HIB-102": "een gesprek heeft geen id, of een scene geen goede naam",
    "HIB-103": "een gesprek heeft geen scene",
    "HIB-104": "een einde heeft nog een keuze",
    "HIB-105": "een einde heeft geen nabespreking",
    "HIB-106": "een scene loopt dood",
    "HIB-107": "een keuze leidt naar een scene die niet bestaat",
    "HIB-108": "een keuze heeft geen uitleg",
    "HIB-109": "een scene is niet te bereiken",
    "HIB-110": "vanuit een scene komt men nooit bij een einde",
    "HIB-111": "een gesprek heeft te weinig eindes",
    "HIB-112": "een gesprek over een crisis heeft te veel scènes",
    "HIB-113": "een scene in een gesprek over een crisis toont geen hulp",
    "HIB-114": "een gesprek duurt langer dan 'minutes' zegt",
    "HIB-115": "een punt in een scene is geen keuze, of doet iets wat we niet kennen",
    "HIB-116": "een pagina heeft meer dan één gesprek",
    "HIB-120": "een les hoort bij geen module",
    "HIB-121": "een les verwijst naar een les vooraf die niet bestaat",
    "HIB-122": "een les mist een verplicht blok",
    "HIB-123": "een les heeft geen '## Onthoud'",
    "HIB-124": "een les duurt langer of korter dan 'minutes' zegt",
    "HIB-125": "een module noemt een les die niet bestaat",
    "HIB-126": "de uitleg van een antwoord heeft geen bron en zegt niet dat ze een voorstel is",
    "HIB-140": "een kennispagina begint niet met 'kort'",
    "HIB-141": "een kennispagina eindigt niet met 'Verder'",
    "HIB-142": "een pagina is te lang",
    "HIB-143": "een kennispagina is te kort",
    "HIB-144": "een cijfer zonder bron",
    "HIB-145": "een link zegt niet waar hij naartoe gaat",
    "HIB-146": "een pagina zegt niet wie ze nakeek en voor wie ze is",
    "HIB-150": "een programma noemt een les, of een deel van een les, dat niet bestaat",
    "HIB-151": "de minuten van een programma kloppen niet met zijn lessen, pauzes en speling",
    "HIB-152": "module 6 staat in een programma dat daarvoor te kort is",
    "HIB-153": "module 6 staat in een programma met te weinig begeleiders",
    "HIB-154": "het openingskader of de slotronde ontbreekt in een programma",
    "HIB-155": "een programma bestaat twee keer",
    "HIB-160": "een begrip wordt twee keer uitgelegd op dezelfde pagina",
    "HIB-161": "een aanbeveling mist een optie, of heeft er een die we niet kennen",
    "HIB-162": "een aanbeveling mist een deel, of de delen staan in een andere volgorde",
    "HIB-163": "een nummer van een aanbeveling wordt twee keer gebruikt",
    "HIB-164": "een aanbeveling staat niet in docs/bronnen/aanbevelingen.yml",
    "HIB-165": "een nummer in docs/bronnen/aanbevelingen.yml staat op geen enkele pagina meer",
    "HIB-166": "een aanbeveling en docs/bronnen/aanbevelingen.yml noemen een andere pagina of datum",
    "HIB-167": "een aanbeveling zegt 'doe' zonder wet of veiligheidsregel met bron",
    "HIB-168": "het bewijs van een aanbeveling noemt geen bron en zegt niet dat het inzicht uit de praktijk is",
    "HIB-169": "een datum bij een aanbeveling ligt in de toekomst",
    "HIB-170": "een aanbeveling staat niet op de pagina van haar eerste niveau",
    "HIB-171": "de titel van een aanbeveling past niet bij haar sterkte",
    "HIB-172": "een pagina van het type 'recommendations' heeft geen aanbeveling",
    "HIB-180": "twee pagina's hebben dezelfde titel",
    "HIB-181": "twee pagina's hebben dezelfde beschrijving",
    "HIB-182": "een nieuwtje heeft een datum in de toekomst",
    "HIB-183": "een nieuwtje wijst naar een pagina die niet bestaat",
    "HIB-184": "een id in docs/bronnen/nieuws.yml staat er twee keer",
    "HIB-185": "de verklaring over toegankelijkheid heeft geen datum, of een van meer dan een jaar geleden",
    "HIB-186": "een pagina of een cijfer is nog niet ingevuld: er staat 'schrijf hier'",
}


@dataclass(frozen=True, order=True)
class Problem:
    path: str
    line: int
    code: str
    what: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line} {self.code} {self.what} → {self.remedy}"


def at(page: Page, found: Found | int, code: str, what: str, remedy: str) -> Problem:
    """A problem on a line of `page`."""
    return Problem(page.file, found if isinstance(found, int) else found.line, code, what, remedy)


def of(error: ContentError, code: str) -> Problem:
    """The problem behind an error met in reading."""
    return Problem(error.path, error.line, code, error.what, error.remedy)


def nearest(word: str, known: list[str]) -> str:
    """A hint for a name that does not exist: the closest one, or all there are."""
    close = get_close_matches(word, known, n=1)
    return f"bedoelde je '{close[0]}'?" if close else f"kies uit: {', '.join(sorted(known))}"
