"""Macro calls: readable, known, and run with the arguments given, so that a wrong indicator shows here and not in the build."""

import inspect
from collections.abc import Iterator

from scripts.check.problem import Problem, at, nearest
from scripts.content.macros import MacroCall, read_macros
from scripts.content.page import Page
from scripts.content.site import Site
from scripts.errors import ContentError
from scripts.markdown.macros import MACROS
from scripts.markdown.place import Place


def check_macros(site: Site) -> Iterator[Problem]:
    for page in site.pages.values():
        calls, others = read_macros(page)
        for other in others:
            yield at(page, other, "HIB-030", f"tussen [[ en ]]: {other.text}", 'schrijf een macro als [[ cijfer("neet-15-29") ]]')
        explained: set[str] = set()
        for call in calls:
            yield from _call(site, page, call)
            if call.text == "term" and call.arguments and str(call.arguments[0]) in explained:
                yield at(page, call, "HIB-160", f"'{call.arguments[0]}' wordt twee keer uitgelegd", "laat alleen de eerste staan")
            if call.text == "term":
                explained |= {str(argument) for argument in call.arguments[:1]}


def _call(site: Site, page: Page, call: MacroCall) -> Iterator[Problem]:
    if call.text not in MACROS:
        yield at(page, call, "HIB-031", f"macro '{call.text}' bestaat niet", nearest(call.text, list(MACROS)))
        return
    macro = MACROS[call.text]
    try:
        inspect.signature(macro).bind(site, Place(), *call.arguments, **call.options)
        macro(site, Place(), *call.arguments, **call.options)
    except TypeError as error:
        yield at(page, call, "HIB-032", f"macro '{call.text}': {error}", "kijk in CONTRIBUTING hoe je hem schrijft")
    except ContentError as error:
        yield at(page, call, "HIB-032", f"macro '{call.text}': {error.what}", error.remedy)
