"""`python -m scripts preview`: builds the site and shows it exactly as published."""

import argparse
import os
from http.server import ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

from mkdocs.utils.yaml import yaml_load

from scripts.build.port import HOST, chosen_port
from scripts.build.published_files import handler_for
from scripts.build.site import build
from scripts.environment.folders import ROOT, SITE


class _Server(ThreadingHTTPServer):
    # On Windows the option would let two previews share a port.
    allow_reuse_address = os.name == "posix"
    daemon_threads = True


def main(arguments: list[str]) -> int:
    """Builds, then serves until Ctrl-C. Raises SetupProblem when the port is taken."""
    argparse.ArgumentParser(prog="python3 -m scripts preview").parse_args(arguments)
    port = chosen_port()
    code = build(SITE)
    if code:
        return code
    path = site_path(ROOT / "mkdocs.yml")
    server = preview_server(SITE, path, port)
    print(f"\nDe site staat klaar op http://{HOST}:{port}{path} zoals ze gepubliceerd wordt. Stoppen: Ctrl-C.", flush=True)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        print()
    finally:
        server.server_close()
    return 0


def preview_server(site: Path, path: str, port: int) -> ThreadingHTTPServer:
    """A server, not started yet, of the files of `site` under `path` (as `/` or `/naam/`)."""
    return _Server((HOST, port), handler_for(site, path))


def site_path(configuration: Path) -> str:
    """The path of `site_url`, with a slash at both ends: the 404 page links to it, so we must serve under it."""
    with configuration.open(encoding="utf-8") as file:
        address = yaml_load(file)["site_url"]
    path = urlsplit(str(address)).path.strip("/")
    return f"/{path}/" if path else "/"
