"""What a package or a page says about itself to a catalogue: IMS Learning Resource Meta-data 1.2.1, with what SCORM 1.2 asks."""

from collections.abc import Iterable
from dataclasses import dataclass

from lxml.builder import ElementMaker
from lxml.etree import _Element

from scripts.markdown.course import LICENCE

NAMESPACE = "http://www.imsglobal.org/xsd/imsmd_rootv1p2p1"
LANGUAGE = "nl-BE"
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_lom = ElementMaker(namespace=NAMESPACE)


@dataclass(frozen=True)
class About:
    """`aims` are what someone can do afterwards; `kind` is a word of LOM for what it is (`Narrative Text`)."""

    title: str
    description: str
    web: str
    version: str
    minutes: int
    aims: tuple[str, ...]
    keywords: tuple[str, ...]
    kind: str


def lom(about: About) -> _Element:
    return _lom.lom(
        _lom.general(
            _words("title", about.title),
            _lom.language(LANGUAGE),
            _words("description", about.description),
            *_keywords(about.keywords),
        ),
        _lom.lifecycle(_words("version", about.version), _term("status", "Final")),
        _lom.metametadata(_lom.metadatascheme("ADL SCORM 1.2"), _lom.language(LANGUAGE)),
        _lom.technical(_lom.format("text/html"), _lom.location(about.web, type="URI")),
        _lom.educational(
            _term("learningresourcetype", about.kind),
            _term("intendedenduserrole", "Learner"),
            _term("context", "Continuous Formation"),
            _lom.typicallearningtime(_lom.datetime(f"PT{about.minutes}M")),
            _lom.language(LANGUAGE),
        ),
        _lom.rights(
            _term("cost", "no"), _term("copyrightandotherrestrictions", "yes"), _words("description", f"CC BY-SA 4.0, {LICENCE}")
        ),
        _lom.classification(
            _term("purpose", "Educational Objective"), _words("description", " · ".join(about.aims)), *_keywords(about.keywords)
        ),
    )


def _words(tag: str, text: str) -> _Element:
    return _lom(tag, _lom.langstring(text, {_XML_LANG: LANGUAGE}))


def _keywords(keywords: Iterable[str]) -> list[_Element]:
    return [_words("keyword", keyword) for keyword in keywords]


def _term(tag: str, value: str) -> _Element:
    """A word from the list that LOM itself gives for `tag`."""
    none = {_XML_LANG: "x-none"}
    return _lom(tag, _lom.source(_lom.langstring("LOMv1.0", none)), _lom.value(_lom.langstring(value, none)))
