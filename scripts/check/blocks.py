"""Block lines: every block known, closed, with a title and options it accepts."""

from collections.abc import Iterator

from scripts.check.problem import Problem, at, nearest
from scripts.content.blocks import Block, read_blocks
from scripts.content.page import Page
from scripts.content.site import Site
from scripts.markdown.blocks import BLOCKS


def check_blocks(site: Site) -> Iterator[Problem]:
    for page in site.pages.values():
        blocks = read_blocks(page)
        for stray in blocks.stray:
            yield at(
                page, stray, "HIB-023", f"'{stray.text}' sluit geen open blok", "haal weg, of gebruik evenveel / als het begin"
            )
        for block in blocks:
            yield from _block(page, block)


def _block(page: Page, block: Block) -> Iterator[Problem]:
    if block.name not in BLOCKS:
        yield at(page, block.line, "HIB-021", f"blok '{block.name}' bestaat niet", nearest(block.name, list(BLOCKS)))
        return
    if block.end is None:
        yield at(
            page,
            block.line,
            "HIB-020",
            f"blok '{block.name}' is niet gesloten",
            f"zet {'/' * block.slashes} op een eigen regel na een witregel",
        )
    yield from _title(page, block)
    yield from _options(page, block)


def _title(page: Page, block: Block) -> Iterator[Problem]:
    needed = BLOCKS[block.name].ARGUMENT
    if needed and not block.title:
        yield at(page, block.line, "HIB-022", f"blok '{block.name}' heeft geen titel", f"schrijf: /// {block.name} | Titel")
    if needed is False and block.title:
        yield at(page, block.line, "HIB-022", f"blok '{block.name}' krijgt geen titel", f"schrijf: /// {block.name}")


def _options(page: Page, block: Block) -> Iterator[Problem]:
    if block.options is None:
        yield at(
            page,
            block.line + 1,
            "HIB-022",
            "de opties van dit blok zijn niet te lezen",
            "schrijf ze als 'naam: waarde', vier spaties ingesprongen",
        )
        return
    known = BLOCKS[block.name].OPTIONS
    for name, value in block.options.items():
        if name not in known:
            yield at(
                page,
                block.line,
                "HIB-022",
                f"optie '{name}' bestaat niet bij blok '{block.name}'",
                nearest(str(name), list(known)) if known else "haal ze weg",
            )
            continue
        try:
            known[name][1](value)
        except ValueError:
            yield at(
                page,
                block.line,
                "HIB-022",
                f"optie '{name}' van blok '{block.name}' heeft een verkeerde waarde: {value}",
                "kijk in CONTRIBUTING",
            )
