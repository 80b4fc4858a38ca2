"""The one reader of `docs/`: pages, blocks, citations, hand-kept sources, each with file and line."""
