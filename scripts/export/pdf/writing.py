"""HTML to PDF: tagged, in our own letters, with nothing from outside, and the same bytes for the same content."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any

from scripts.export.pango import require_pango
from scripts.export.source import Source
from scripts.markdown.course import SITE_NAME

_EXPORT = Path(__file__).parents[1]
# What a screen reader is promised, and checks can hold it to: tags, title, language, order (ISO 14289).
_VARIANT = "pdf/ua-1"


def pdf(source: Source, page: str, style: str) -> bytes:
    """The PDF of a whole HTML page. `style` is `book` or `cards`; images are named by their path in the site.

    Raises ValueError with what WeasyPrint warned about: a link to nowhere, an image that is not there.
    """
    return write(source, lay_out(source, page, style))


def lay_out(source: Source, page: str, style: str) -> Any:
    """The document of WeasyPrint, to look at how many `pages` it has before it is written."""
    require_pango()
    from weasyprint import HTML

    fonts, sheets = _styles(style)
    with _no_warnings():
        html = HTML(string=page, base_url=f"{source.site.as_uri()}/", url_fetcher=_fetcher(source.site))
        return html.render(font_config=fonts, stylesheets=sheets)


def write(source: Source, document: Any) -> bytes:
    """The bytes of a document, with what is known about it in its data."""
    data = document.metadata
    data.authors, data.description, data.generator = [SITE_NAME], source.export.title, SITE_NAME
    data.created = data.modified = source.changed.isoformat()
    with _no_warnings():
        content: bytes = document.write_pdf(pdf_variant=_VARIANT, pdf_identifier=source.key.encode(), optimize_images=False)
    return content


@lru_cache(maxsize=4)
def _styles(style: str) -> tuple[Any, list[Any]]:
    """The letters and the style sheets, read once per process."""
    from weasyprint import CSS
    from weasyprint.text.fonts import FontConfiguration

    fonts = FontConfiguration()
    with _no_warnings():
        files = (_EXPORT / "styles" / f"{name}.css" for name in ("paper", style))
        return fonts, [CSS(filename=file, font_config=fonts, url_fetcher=_fetcher(_EXPORT)) for file in files]


def _fetcher(folder: Path) -> Any:
    """Reads files below `folder`, and nothing else: no network, nothing of this machine."""
    from weasyprint.urls import URLFetcher

    class Below(URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: Any = None) -> Any:
            if not url.startswith(f"{folder.as_uri()}/"):
                raise ValueError(f"{url} staat niet in {folder.name}/")
            return super().fetch(url, headers)

    return Below(allowed_protocols={"file"})


@contextmanager
def _no_warnings() -> Iterator[None]:
    """What WeasyPrint would only log, is an error here: else a picture could be missing in silence."""
    logger = logging.getLogger("weasyprint")
    met: list[str] = []
    handler = logging.Handler(logging.WARNING)
    handler.emit = lambda record: met.append(record.getMessage())  # type: ignore[method-assign]
    logger.addHandler(handler)
    try:
        yield
    finally:
        logger.removeHandler(handler)
    if met:
        raise ValueError("; ".join(met[:5]))
