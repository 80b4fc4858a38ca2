"""The blocks authors write (`/// kort`): one small module each, all registered here."""

from typing import Any

from pymdownx.blocks import BlocksExtension, BlocksProcessor

from scripts.markdown.blocks.base import SiteBlock, refuse_leftovers
from scripts.markdown.blocks.casus import Casus
from scripts.markdown.blocks.kort import Kort

BLOCKS: dict[str, type[SiteBlock]] = {block.NAME: block for block in (Kort, Casus)}


class Blocks(BlocksExtension):  # type: ignore[misc]  # pymdownx has no types
    def extendMarkdownBlocks(self, md: Any, block_mgr: BlocksProcessor) -> None:
        for block in BLOCKS.values():
            block_mgr.register(block, {})
        refuse_leftovers(md)


def makeExtension(**options: Any) -> Blocks:
    """Named in mkdocs.yml as `scripts.markdown.blocks`."""
    return Blocks(**options)
