"""Where the page being made stands in the site, so that our own HTML can link to other pages in both engines."""

import posixpath
from dataclasses import dataclass
from typing import Any

from markdown import Markdown

# Where the publish step puts the figures as files.
DOWNLOADS = "cijfers/data"
# And what is new, for programs that follow it.
FEED = "nieuw.xml"


@dataclass(frozen=True)
class Place:
    """A page by its address below the root of the site (`doelgroep/`).

    With `source` (`doelgroep/index.md`) links name Markdown files: Zensical rewrites every link of a page, also in our HTML.
    `site_url` is that root on the web.
    """

    url: str = ""
    directory_urls: bool = True
    source: str = ""
    site_url: str = ""

    def to(self, path: str, anchor: str = "") -> str:
        """The relative address of the page whose Markdown is `path` below docs/."""
        hash_ = f"#{anchor}" if anchor else ""
        if self.source:
            return posixpath.relpath(path, posixpath.dirname(self.source)) + hash_
        location = self.location(path)
        folder = "/" if location.endswith("/") or not location else ""
        return posixpath.relpath("/" + location, "/" + posixpath.dirname(self.url)) + folder + hash_

    def to_file(self, path: str) -> str:
        """The relative address of a file that is no page, `path` below the root of the site."""
        return posixpath.relpath(path, posixpath.dirname(self.source or self.url) or ".")

    def is_at(self, path: str) -> bool:
        """Whether this is the page whose Markdown is `path`."""
        return self.source == path if self.source else self.url.strip("/") == self.location(path).strip("/")

    @property
    def canonical(self) -> str:
        """The page on the web; without `site_url` its address below the root."""
        if self.source or not self.directory_urls:
            return self.site_url + self.address(self.source or self.url)
        # MkDocs calls the home page `./`.
        return self.site_url + self.url.removeprefix("./")

    def location(self, path: str) -> str:
        """Where this copy shows the page whose Markdown is `path`, below its root; on a disk `doelgroep/index.html`."""
        return self.address(path) if self.directory_urls else f"{_without_ending(path)}.html"

    @property
    def published(self) -> "Place":
        """The same page for links that no engine rewrites, because they stand in data for a script."""
        return Place(self.address(self.source), self.directory_urls, site_url=self.site_url) if self.source else self

    def address(self, path: str) -> str:
        """Where the web shows that page, below its root: `doelgroep/`. Every copy of the site calls the page so:
        what a reader did online and offline is kept under one name.
        """
        folder, name = posixpath.split(_without_ending(path))
        return posixpath.join(folder, "" if name == "index" else f"{name}/")


def _without_ending(path: str) -> str:
    return path.removesuffix(".md").removesuffix(".ipynb").removesuffix(".html")


def place_in_macros(env: Any) -> Place:
    """The page a macro is called from: MkDocs gives it a file, Zensical a path."""
    site_url = env.conf["site_url"] or ""
    if hasattr(env.page, "file"):
        return Place(env.page.url, env.conf["use_directory_urls"], site_url=site_url)
    return Place(source=env.page.path, site_url=site_url)


def path_in_markdown(md: Markdown) -> str:
    """The Markdown of the page an extension works on, below docs/; empty outside a site."""
    if "relpath" in md.treeprocessors:
        processor: Any = md.treeprocessors["relpath"]
        return str(processor.file.src_uri)
    if "rendering_context" in md.preprocessors:
        context: Any = md.preprocessors["rendering_context"]
        return str(context.page.path)
    return ""


def place_in_markdown(md: Markdown) -> Place:
    """The page a Markdown extension works on: MkDocs keeps it in its link processor, Zensical in a preprocessor."""
    if "relpath" in md.treeprocessors:
        processor: Any = md.treeprocessors["relpath"]
        site_url = processor.config.site_url or ""
        return Place(processor.file.url, processor.config.use_directory_urls, site_url=site_url)
    if "rendering_context" in md.preprocessors:
        context: Any = md.preprocessors["rendering_context"]
        return Place(source=context.page.path, site_url=context.config.get("site_url") or "")
    return Place()
