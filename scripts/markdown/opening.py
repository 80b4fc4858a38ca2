"""What stands around the text of a page by its type: under the title for whom and when it was checked; in a lesson its frame;
for search engines what the home page, the questions and the glossary are.

A Markdown extension and not a template, so that it knows the whole Site in both engines.
"""

from pathlib import Path
from typing import Any

from markdown import Extension, Markdown
from markdown.postprocessors import Postprocessor

from scripts.content.front_matter import Lesson
from scripts.markdown.about import about
from scripts.markdown.lesson import lesson_end, lesson_start
from scripts.markdown.page_data import page_data
from scripts.markdown.place import path_in_markdown, place_in_markdown
from scripts.markdown.site_of_build import site_in_markdown


class _Opening(Postprocessor):
    def __init__(self, md: Markdown, docs: Path) -> None:
        super().__init__(md)
        self.docs = docs

    def run(self, text: str) -> str:
        # The table of contents runs this on the words of every heading too; those are no page.
        if "</h1>" not in text:
            return text
        path = path_in_markdown(self.md)
        site = site_in_markdown(self.md, self.docs) if path else None
        page = site.pages.get(path) if site else None
        if site is None or page is None or page.meta is None:
            return text
        place = place_in_markdown(self.md)
        # Data that no reader sees waits until the end.
        start, end = about(page, place) if page.meta.reviewed else "", page_data(page, place, text)
        if isinstance(page.meta, Lesson):
            start, end = start + lesson_start(site, page, place), lesson_end(site, page, place)
        return text.replace("</h1>", f"</h1>\n{start}", 1) + end


class Opening(Extension):
    def __init__(self, **options: Any) -> None:
        self.config = {"docs": ["docs", "the folder with the pages"]}
        super().__init__(**options)

    def extendMarkdown(self, md: Markdown) -> None:
        # After raw HTML is back in place (30).
        md.postprocessors.register(_Opening(md, Path(self.getConfig("docs"))), "opening", 5)


def makeExtension(**options: Any) -> Opening:
    """Named in mkdocs.yml as `scripts.markdown.opening`."""
    return Opening(**options)
