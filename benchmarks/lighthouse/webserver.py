"""A published site as our sample for nginx serves it: compressed, over TLS and HTTP/2, on loopback.

The protocol counts: without HTTP/2 a browser sets up a connection for every file that it wants at once.
"""

import getpass
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.lighthouse.bare import bare
from benchmarks.lighthouse.kinds import file_of
from scripts.build.port import HOST, chosen_port
from scripts.environment.folders import ROOT

SAMPLE = ROOT / "webserver/nginx.conf"
# Seconds for nginx to start, and between two looks.
PATIENCE, PAUSE = 10, 0.05
_REDIRECTING = re.compile(r"server \{\s*listen 80;.*?\n\}\n", re.DOTALL)
# Started by root, nginx would read the site as another user, who may not.
_AROUND = """
daemon off;
user {user};
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{}}
http {{
include /etc/nginx/mime.types;
access_log off;
client_body_temp_path {folder}/body;
proxy_temp_path {folder}/proxy;
fastcgi_temp_path {folder}/fastcgi;
uwsgi_temp_path {folder}/uwsgi;
scgi_temp_path {folder}/scgi;
{inside}
}}
"""


@contextmanager
def published(site: Path) -> Iterator[str]:
    """The address of `site`, until the block ends. Stops the measurement when there is no nginx, or when it does not start."""
    if not shutil.which("nginx") or not shutil.which("openssl"):
        raise SystemExit("nginx en openssl zijn nodig: apt-get install nginx openssl")
    with TemporaryDirectory() as name:
        folder, port = Path(name), chosen_port({"PORT": "0"})
        _make_certificate(folder)
        file = folder / "nginx.conf"
        inside = settings(folder, site, port)
        file.write_text(_AROUND.format(folder=folder, user=getpass.getuser(), inside=inside), encoding="utf-8")
        with subprocess.Popen(["nginx", "-p", name, "-c", str(file), "-e", f"{name}/error.log"]) as process:
            try:
                _wait(port, folder / "error.log")
                yield f"https://{HOST}:{port}/"
            finally:
                process.terminate()


@contextmanager
def bare_twins(site: Path, pages: Iterable[str]) -> Iterator[Path]:
    """`site` with these pages as bare HTML, in a folder of its own."""
    with TemporaryDirectory() as name:
        twin = Path(name) / "bare"
        shutil.copytree(site, twin)
        for address in pages:
            page = file_of(twin, address)
            page.write_bytes(bare(page.read_bytes()))
        yield twin


def _make_certificate(folder: Path) -> None:
    files = ["-keyout", str(folder / "privkey.pem"), "-out", str(folder / "fullchain.pem")]
    make = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", f"/CN={HOST}"]
    subprocess.run([*make, *files], check=True, capture_output=True)


def settings(folder: Path, site: Path, port: int) -> str:
    """The sample, without the server that redirects; raises ValueError when the sample no longer says what is replaced."""
    text = _REDIRECTING.sub("", SAMPLE.read_text(encoding="utf-8"), count=1)
    replacements = {
        "listen 443 ssl": f"listen {HOST}:{port} ssl",
        "    listen [::]:443 ssl http2;\n": "",
        "/etc/ssl/voorbeeld.be": str(folder),
        "/var/www/hikikomori-in-beeld": str(site.resolve()),
    }
    for old, new in replacements.items():
        if old not in text:
            raise ValueError(f"{SAMPLE.name} no longer says '{old.strip()}'")
        text = text.replace(old, new)
    return text


def _wait(port: int, log: Path) -> None:
    ends = time.monotonic() + PATIENCE
    while time.monotonic() < ends:
        with socket.socket() as probe:
            if probe.connect_ex((HOST, port)) == 0:
                return
        time.sleep(PAUSE)
    raise SystemExit(f"nginx does not answer:\n{log.read_text(encoding='utf-8') if log.is_file() else ''}")
