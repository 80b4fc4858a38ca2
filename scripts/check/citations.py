"""Citations and the bibliography are the same set: no unknown key, no uncited source."""

from collections.abc import Iterator

from scripts.check.problem import Problem, at, nearest
from scripts.content.site import Site


def check_citations(site: Site) -> Iterator[Problem]:
    known = list(site.bibliography)
    cited = {key for service in site.referral.services for key in service.sources}
    cited |= {key for gap in site.referral.gaps for key in gap.sources}
    for key in sorted(cited - set(known)):
        path = f"{site.docs.name}/bronnen/doorverwijzen.yml"
        yield Problem(path, 1, "HIB-040", f"bron '{key}' bestaat niet", _hint(key, known))
    for page in site.pages.values():
        for citation in page.citations:
            cited.add(citation.text)
            if citation.text not in site.bibliography:
                yield at(page, citation, "HIB-040", f"bron '@{citation.text}' bestaat niet", _hint(citation.text, known))
    for key, (_, line) in site.bibliography.items():
        if key not in cited:
            path = f"{site.docs.name}/bronnen/literatuur.bib"
            yield Problem(path, line, "HIB-041", f"bron '{key}' wordt nergens gebruikt", "verwijs ernaar of haal ze weg")


def _hint(key: str, known: list[str]) -> str:
    hint = nearest(key, known)
    return hint if hint.startswith("bedoelde") else "zet ze in docs/bronnen/literatuur.bib"
