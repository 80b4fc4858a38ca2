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
    "BE234": "arrondissement Gent",
    "discord": "de Discord-server",
    "project": "in en rond Gent",
}

# In a chart, where a name stands beside its line.
SHORT_AREAS = {"EU27_2020": "EU"}

SEXES = {"T": "totaal", "M": "mannen", "F": "vrouwen"}

FLAGS = {
    "b": "breuk in de reeks: niet vergelijkbaar met vroeger",
    "d": "andere definitie",
    "p": "voorlopig",
    "e": "schatting",
    "u": "weinig betrouwbaar",
    "c": "vertrouwelijk",
    "f": "voorspelling",
    "n": "niet significant",
    "r": "herzien",
    "s": "schatting van Eurostat",
    "z": "niet van toepassing",
}

NOT_FETCHED = "nog niet opgehaald"
TOO_OLD = "te oud om te tonen"
