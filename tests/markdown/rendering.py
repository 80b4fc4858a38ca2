"""Markdown as pages hold it, with our blocks, made into HTML."""

import markdown

EXTENSIONS = [
    "admonition",
    "attr_list",
    "def_list",
    "md_in_html",
    "tables",
    "toc",
    "pymdownx.superfences",
    "scripts.markdown.blocks",
]


def rendered(text: str) -> str:
    return markdown.markdown(text, extensions=EXTENSIONS)
