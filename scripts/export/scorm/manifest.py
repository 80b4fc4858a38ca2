"""`imsmanifest.xml`: what is in a package, in which order it is taken, and which pages talk with the platform (all of them).

It names no schema files: a package must carry those it names, and no platform we know of reads them.
"""

from collections.abc import Sequence

from lxml import etree
from lxml.builder import ElementMaker
from lxml.etree import _Element

from scripts.content.modules import FOLDER
from scripts.content.page import Page
from scripts.export.article import Article
from scripts.export.scorm.contents import Part
from scripts.export.scorm.lom import NAMESPACE as LOM
from scripts.export.scorm.lom import About, lom
from scripts.export.scorm.page import SHARED, file_name, is_conversation
from scripts.export.source import Source

CONTENT = "http://www.imsproject.org/xsd/imscp_rootv1p1p2"
ADL = "http://www.adlnet.org/xsd/adlcp_rootv1p2"
CONVERSATION = "Oefengesprek: "
# Beside what a page is about.
_KEYWORDS = ("hikikomori", "Discord", "jongeren")
_make = ElementMaker(namespace=CONTENT, nsmap={None: CONTENT, "adlcp": ADL, "imsmd": LOM})
_SCO = {"type": "webcontent", f"{{{ADL}}}scormtype": "sco"}
_ASSET = {"type": "webcontent", f"{{{ADL}}}scormtype": "asset"}


def manifest(source: Source, parts: Sequence[Part], shared: Sequence[str]) -> bytes:
    """`parts` are what the package holds; `shared` the files that all its pages use."""
    articles = dict(zip(source.export.pages, source.articles, strict=True))
    pages = [page for part in parts for page in part.pages]
    items = [_item(part, articles) for part in parts]
    # A package of one module needs no level for it.
    inside = items[0][1:] if len(items) == 1 else items
    name = source.export.name
    root = _make.manifest(
        _metadata(_whole(source, parts)),
        _make.organizations(
            _make.organization(_make.title(source.export.title), *inside, identifier=f"inhoud-{name}"), default=f"inhoud-{name}"
        ),
        _make.resources(
            *(_resource(source, page, articles[page.path]) for page in pages),
            _make.resource(*(_make.file(href=file) for file in shared), _ASSET, identifier=SHARED),
        ),
        identifier=f"hikikomori-in-beeld-{name}",
        version=source.version,
    )
    xml: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True)
    return xml


def _item(part: Part, articles: dict[str, Article]) -> _Element:
    inside = [_leaf(page, articles[page.path]) for page in part.pages]
    return _make.item(_make.title(part.module.meta.title), *inside, identifier=f"module-{part.module.folder}")


def _leaf(page: Page, article: Article) -> _Element:
    title = f"{CONVERSATION if is_conversation(article) else ''}{page.meta.title}"
    name = _name(article)
    return _make.item(_make.title(title), identifier=f"item-{name}", identifierref=f"pagina-{name}")


def _resource(source: Source, page: Page, article: Article) -> _Element:
    meta = page.meta
    kind = "Exercise" if is_conversation(article) else "Narrative Text"
    keywords = (*meta.competences, *_KEYWORDS)
    about = About(meta.title, meta.description, article.web, source.version, meta.minutes, tuple(meta.objectives), keywords, kind)
    file = file_name(article)
    return _make.resource(
        _metadata(about),
        _make.file(href=file),
        _make.dependency(identifierref=SHARED),
        {**_SCO, "identifier": f"pagina-{_name(article)}", "href": file},
    )


def _whole(source: Source, parts: Sequence[Part]) -> About:
    """Made of the pages in the package and the titles of their modules only: nothing else makes it anew."""
    pages = [page for part in parts for page in part.pages]
    if len(parts) == 1:
        inside, aims = [page.meta.title for page in pages], [aim for page in pages for aim in page.meta.objectives]
    else:
        inside = aims = [part.module.meta.title for part in parts]
    web = source.articles[0].root + FOLDER + (f"{parts[0].module.folder}/" if len(parts) == 1 else "")
    keywords = dict.fromkeys([*(one for page in pages for one in page.meta.competences), *_KEYWORDS])
    minutes = sum(page.meta.minutes for page in pages)
    return About(
        source.export.title, " · ".join(inside), web, source.version, minutes, tuple(aims), tuple(keywords), "Narrative Text"
    )


def _metadata(about: About) -> _Element:
    return _make.metadata(_make.schema("ADL SCORM"), _make.schemaversion("1.2"), lom(about))


def _name(article: Article) -> str:
    return file_name(article).removesuffix(".html")
