"""The blocks authors write (`/// kort`): one small module each, all registered here."""

from typing import Any

from pymdownx.blocks import BlocksExtension, BlocksProcessor

from scripts.markdown.blocks.aanbeveling import Aanbeveling
from scripts.markdown.blocks.base import SiteBlock, refuse_leftovers
from scripts.markdown.blocks.bericht import Bericht
from scripts.markdown.blocks.casus import Casus
from scripts.markdown.blocks.gesprek import Gesprek
from scripts.markdown.blocks.invulblad import Invulblad
from scripts.markdown.blocks.kort import Kort
from scripts.markdown.blocks.nabespreking import Nabespreking
from scripts.markdown.blocks.oefening import Oefening
from scripts.markdown.blocks.oplossing import Oplossing
from scripts.markdown.blocks.quiz import Quiz
from scripts.markdown.blocks.scene import Scene
from scripts.markdown.blocks.teamkaart import Teamkaart
from scripts.markdown.blocks.toets import Toets
from scripts.markdown.blocks.trainer import Trainer

BLOCKS: dict[str, type[SiteBlock]] = {
    block.NAME: block
    for block in (
        *(Kort, Casus, Bericht, Invulblad),
        *(Oefening, Oplossing, Quiz, Toets, Trainer, Teamkaart),
        *(Gesprek, Scene, Nabespreking),
        Aanbeveling,
    )
}


class Blocks(BlocksExtension):  # type: ignore[misc]  # pymdownx has no types
    def extendMarkdownBlocks(self, md: Any, block_mgr: BlocksProcessor) -> None:
        for block in BLOCKS.values():
            block_mgr.register(block, {})
        refuse_leftovers(md)


def makeExtension(**options: Any) -> Blocks:
    """Named in mkdocs.yml as `scripts.markdown.blocks`."""
    return Blocks(**options)
