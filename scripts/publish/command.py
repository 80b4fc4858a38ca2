"""`python -m scripts publish`: makes a built site ready for the web."""

import argparse
from pathlib import Path

from scripts.content.site import load_site
from scripts.markdown.place import Place
from scripts.publish.bundles import bundle
from scripts.publish.csp import add_policy
from scripts.publish.downloads import write_downloads
from scripts.publish.minified import minify
from scripts.publish.notebooks import strip_notebooks
from scripts.publish.redirects import write_redirects
from scripts.publish.search import make_search_lazy
from scripts.publish.styles import lighten_theme


def publish(site: Path, docs: Path) -> None:
    """Changes `site` in place; the policy comes last, because it counts the scripts that are left."""
    strip_notebooks(site)
    minify(site)
    pages = load_site(docs).pages.values()
    named = {Place().address(page.path): page.meta.search_words for page in pages if page.meta and page.meta.search_words}
    make_search_lazy(site, named)
    lighten_theme(site)
    bundle(site)
    write_downloads(site, docs)
    write_redirects(site, docs / "bronnen" / "urls.txt")
    add_policy(site)


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m scripts publish", description="Maakt een gebouwde site klaar voor het web.")
    parser.add_argument("site", type=Path, help="de map met de gebouwde site")
    parser.add_argument("--docs", type=Path, default=Path("docs"), help="de map met de inhoud")
    options = parser.parse_args(arguments)
    publish(options.site, options.docs)
    return 0
