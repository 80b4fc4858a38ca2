"""Where the page being made stands in the site, so that our own HTML can link to other pages in both engines."""

import posixpath
from dataclasses import dataclass
from typing import Any

from markdown import Markdown


@dataclass(frozen=True)
class Place:
    """`url` is the page's address below the root of the site (`doelgroep/`)."""

    url: str = ""
    directory_urls: bool = True

    def to(self, path: str, anchor: str = "") -> str:
        """The relative address of the page whose Markdown is `path` below docs/."""
        target = posixpath.relpath("/" + self._address(path), "/" + posixpath.dirname(self.url))
        folder = "/" if self._address(path).endswith("/") or not self._address(path) else ""
        return f"{target}{folder}" + (f"#{anchor}" if anchor else "")

    def _address(self, path: str) -> str:
        folder, name = posixpath.split(path.removesuffix(".md").removesuffix(".ipynb"))
        if not self.directory_urls:
            return posixpath.join(folder, f"{name}.html")
        return posixpath.join(folder, "" if name == "index" else f"{name}/")


def place_in_macros(env: Any) -> Place:
    """The page a macro is called from (MkDocs and Zensical both keep it in `env`)."""
    return Place(env.page.url, env.conf["use_directory_urls"])


def place_in_markdown(md: Markdown) -> Place:
    """The page a Markdown extension works on: MkDocs keeps it in its link processor, Zensical in a preprocessor."""
    if "relpath" in md.treeprocessors:
        processor: Any = md.treeprocessors["relpath"]
        return Place(processor.file.url, processor.config.use_directory_urls)
    if "rendering_context" in md.preprocessors:
        context: Any = md.preprocessors["rendering_context"]
        return Place(context.page.url, context.config["use_directory_urls"])
    return Place()
