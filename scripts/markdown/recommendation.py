"""The Dutch words for the codes of a recommendation."""

from scripts.content.recommendations import Facts
from scripts.markdown.figures import day

LEVELS = {
    "lokaal": "lokaal (stad, gemeente, OCMW)",
    "vlaams": "Vlaams",
    "federaal": "federaal",
    "europees": "Europees",
    "organisatie": "de organisatie zelf",
}
STRENGTHS = {"overweeg": "overweeg: een voorstel om te wegen", "doe": "doe: de wet of de veiligheid vraagt het"}
DOMAINS = {
    "welzijn": "welzijn",
    "werk": "werk",
    "onderwijs": "onderwijs",
    "jeugd": "jeugd",
    "gezondheid": "gezondheid",
    "digitaal": "digitaal",
    "gegevens": "gegevens",
}
ROLES = {
    "schepen": "schepen of burgemeester",
    "ocmw": "OCMW",
    "administratie": "administratie",
    "kabinet": "kabinet",
    "parlement": "parlement of gemeenteraad",
    "organisatie": "organisatie",
    "financier": "wie subsidieert",
}
# Needs (N) and observations (W) of the project sheet.
NEEDS = {
    "N1": "lange, intensieve trajecten",
    "N2": "meerdere levensdomeinen, over beleid heen",
    "N3": "ouders",
    "N4": "kennis en gebruik van online tools",
    "N5": "veilige speelruimte",
    "W1": "ook jongeren onder 18, en heel Vlaanderen",
    "W2": "erkenning door het woord",
    "W3": "bereik via doorverwijzers en online",
    "W4": "omgekeerd dag-nachtritme",
    "W5": "andere werkvormen en reverse matching",
    "W6": "weinig uitgesproken hulpvraag",
    "W7": "cijfers zonder definitie",
}
STATUSES = {
    "voorstel": "voorstel van deze site, {}",
    "aangepast": "voorstel van deze site, aangepast op {}",
    "ingetrokken": "ingetrokken op {}",
}


def fact_words(facts: Facts) -> dict[str, str]:
    """What stands under the title, by its name."""
    return {
        "Niveau": ", ".join(LEVELS[one] for one in facts.level),
        "Sterkte": STRENGTHS[facts.strength],
        "Domein": ", ".join(DOMAINS[one] for one in facts.domain),
        "Voor wie": ", ".join(ROLES[one] for one in facts.role),
        "Vertrekt van": "; ".join(NEEDS[one] for one in facts.need),
        "Status": STATUSES[facts.status].format(day(facts.date)),
    }
