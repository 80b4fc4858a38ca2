"""How slides look: the kinds of slide with their boxes, in inches. A trainer changes colours and fonts once, in the theme."""

from dataclasses import dataclass, replace

WIDTH, HEIGHT = 13.333, 7.5
# Everywhere: Windows, macOS, Google and, with the same widths, LibreOffice (Liberation Sans). So the lines break where we reckon.
FONT = "Arial"
# By the names that PowerPoint shows them under; colours of the site.
COLOURS = {
    "dk1": "1F2B2D",
    "lt1": "FFFFFF",
    "dk2": "0F4C55",
    "lt2": "FBF8F2",
    "accent1": "0F4C55",
    "accent2": "F2B75C",
    "accent3": "8A5A00",
    "accent4": "2B6D75",
    "accent5": "E7F0EE",
    "accent6": "F4ECDD",
    "hlink": "0B5561",
    "folHlink": "2B6D75",
}
CREAM, WHITE, DARK, CALM, TINT, AMBER, INK, BROWN = "bg2", "bg1", "tx2", "accent5", "accent6", "accent2", "tx1", "accent3"


@dataclass(frozen=True)
class Box:
    """A place for text or a picture. `size` is the size of letters in points, `smallest` what it may shrink to.

    `bullets`: an item has an amber dot unless it says otherwise. A text that still does not fit is split over slides, but only
    where `splits`. The insets are what it leaves free inside, on each side.
    """

    name: str
    kind: str
    index: int
    x: float
    y: float
    width: float
    height: float
    size: int
    smallest: int
    colour: str = INK
    anchor: str = "t"
    bold: bool = False
    bullets: bool = False
    splits: bool = False
    centred: bool = False
    fill: str = ""
    prompt: str = ""
    inset_x: float = 0.1
    inset_y: float = 0.05


@dataclass(frozen=True)
class Bar:
    """A coloured strip."""

    x: float
    y: float
    width: float
    height: float
    colour: str


@dataclass(frozen=True)
class Layout:
    name: str
    ground: str
    boxes: tuple[Box, ...]
    bars: tuple[Bar, ...] = ()


_LEFT, _WIDE = 0.75, 11.83
_EDGE = 0.2


def _title() -> Box:
    return Box("Titel", "title", 0, _LEFT, 0.45, _WIDE, 1.2, 34, 24, DARK, anchor="b", bold=True, prompt="Titel van de dia")


def _label() -> Box:
    return Box("Label", "body", 13, _LEFT, 1.68, _WIDE, 0.45, 20, 14, prompt="Wat dit is")


def _body(smallest: int = 20, bullets: bool = False, x: float = _LEFT, width: float = _WIDE) -> Box:
    return Box("Tekst", "body", 1, x, 2.3, width, 4.4, 32, smallest, bullets=bullets, splits=True, prompt="Tekst")


def _footer(colour: str) -> tuple[Box, ...]:
    return (
        Box("Voettekst", "ftr", 10, _LEFT, 6.9, 10.5, 0.35, 12, 10, colour, anchor="ctr"),
        Box("Dianummer", "sldNum", 11, 11.58, 6.9, 1.0, 0.35, 12, 10, colour, anchor="ctr"),
    )


def _columns(*widths: float) -> tuple[Box, ...]:
    """Side by side, each on a ground of its own."""
    return tuple(
        _column(index, width, 0.5 + sum(widths[: index - 1]) + 0.15 * (index - 1)) for index, width in enumerate(widths, 1)
    )


def _column(index: int, width: float, x: float) -> Box:
    box = Box(f"Kolom {index}", "body", index, x, 1.85, width, 4.95, 22, 15, splits=True, fill=WHITE, prompt="Bericht")
    return replace(box, inset_x=0.18, inset_y=0.12)


_DARK_TITLE = (
    Box("Titel", "title", 0, _LEFT, 1.1, 8.6, 1.75, 44, 30, WHITE, anchor="b", bold=True, prompt="Titel"),
    Box("Label", "body", 13, _LEFT, 0.6, 8.6, 0.45, 18, 14, AMBER, prompt="Waar we zijn"),
    Box("Tekst", "body", 1, _LEFT, 3.05, 8.6, 3.65, 24, 16, WHITE, bullets=True, prompt="Doelen"),
    Box("QR-code", "pic", 14, 9.9, 1.95, 2.7, 2.7, 14, 14),
    Box("Onderschrift", "body", 15, 9.65, 4.75, 3.2, 1.0, 16, 12, WHITE, centred=True, prompt="Waar de code naartoe leidt"),
    *_footer(WHITE),
)
_OVER_COLUMNS = (
    Box("Titel", "title", 0, 0.5, 0.3, 12.33, 0.95, 30, 22, DARK, anchor="b", bold=True, prompt="Titel van de dia"),
    Box("Label", "body", 13, 0.5, 1.27, 12.33, 0.42, 18, 14, prompt="Wat dit is"),
)
_QUESTION = (
    Box("Titel", "title", 0, _LEFT, 0.4, _WIDE, 1.85, 32, 20, DARK, anchor="b", bold=True, prompt="Vraag"),
    Box("Label", "body", 13, _LEFT, 2.27, _WIDE, 0.45, 20, 14, prompt="Wat dit is"),
    Box("Tekst", "body", 1, _LEFT, 2.95, _WIDE, 3.75, 30, 18, splits=True, prompt="Antwoorden"),
)
_PLAIN = (_title(), _label(), _body(bullets=True), *_footer(DARK))
_EDGE_BAR = (Bar(0, 0, _EDGE, HEIGHT, DARK),)

LAYOUTS = {
    layout.name: layout
    for layout in (
        Layout("Titel", DARK, _DARK_TITLE),
        Layout("Kernpunten", CREAM, _PLAIN, _EDGE_BAR),
        Layout("Onthoud", CALM, _PLAIN, _EDGE_BAR),
        Layout("Vraag", WHITE, (*_QUESTION, *_footer(DARK)), (Bar(0, 0, WIDTH, _EDGE, DARK),)),
        Layout("Oefening", TINT, (_title(), _label(), _body(18), *_footer(DARK)), (Bar(0, 0, _EDGE, HEIGHT, AMBER),)),
        Layout(
            "Casus",
            TINT,
            (_title(), _label(), _body(20, x=1.05, width=11.53), *_footer(DARK)),
            (Bar(0.8, 2.35, 0.08, 4.3, AMBER),),
        ),
        # A good message is longer than a bad one, and with the reasons it is the other way round.
        Layout("Berichten", TINT, (*_OVER_COLUMNS, *_columns(5.23, 3.4, 3.4), *_footer(DARK))),
        Layout("Waarom", TINT, (*_OVER_COLUMNS, *_columns(3.61, 4.21, 4.21), *_footer(DARK))),
        Layout("Hulp", CALM, (_title(), _label(), _body(18), *_footer(DARK)), (Bar(0, 0, WIDTH, _EDGE, DARK),)),
    )
}
