"""The Dutch words for the codes in our data. A code without a word here is an error, never shown as it is."""

KINDS = {"project": "project", "research": "onderzoek", "practice": "praktijk", "law": "wet", "statistics": "cijfer"}

DESIGNS = {
    "SR": "overzicht van studies",
    "RCT": "studie met loting",
    "COH": "opvolgstudie",
    "CC": "vergelijkende studie",
    "XS": "bevraging",
    "QUAL": "interviews of observatie",
    "OP": "opinie van experts",
    "GOV": "overheid of organisatie",
    "PRESS": "pers",
}

AREAS = {
    "EU27_2020": "Europese Unie (27 landen)",
    "BE": "België",
    "BE2": "Vlaams Gewest",
    "BE23": "Oost-Vlaanderen",
    "project": "in en rond Gent",
}

SEXES = {"T": "totaal", "M": "mannen", "F": "vrouwen"}

FLAGS = {
    "b": "breuk in de reeks: niet vergelijkbaar met vroeger",
    "d": "andere definitie",
    "p": "voorlopig",
    "e": "schatting",
    "u": "weinig betrouwbaar",
    "c": "vertrouwelijk",
}

NOT_FETCHED = "nog niet opgehaald"
