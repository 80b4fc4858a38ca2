"""Makes the files that changed, two at a time, and keeps them: a new build of the site wipes its folder, not ours.

A file is kept under the key of all it is made of, so a file that is there is right. One that fails does not stop the others.
"""

import importlib
import secrets
import time
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path

from scripts.environment.problem import SetupProblem
from scripts.export.registry import FOLDER, Export
from scripts.export.source import Source, load_source

PROCESSES = 2


@dataclass(frozen=True)
class Folders:
    """The published site, the content it was built from, and where made files are kept."""

    site: Path
    docs: Path
    cache: Path


@dataclass(frozen=True)
class Packed:
    """What became of one file: `seconds` is None when nothing had changed; with an `error` there is no file."""

    export: Export
    source: Source | None = None
    seconds: float | None = None
    error: BaseException | None = None


def pack(exports: list[Export], folders: Folders, tell: Callable[[Packed], None]) -> list[Packed]:
    """Puts each file in the site, and tells of each as soon as it is there. In the order of `exports`."""
    done: dict[str, Packed] = {}
    for packed in _packed(exports, folders):
        if packed.source and not packed.error:
            _replace(folders.site / FOLDER / packed.export.file, _kept(folders, packed.source).read_bytes())
        done[packed.export.name] = packed
        tell(packed)
    return [done[export.name] for export in exports]


def _packed(exports: list[Export], folders: Folders) -> Iterator[Packed]:
    changed = []
    for export in exports:
        try:
            source = load_source(export, folders.site, folders.docs)
        except SetupProblem as error:
            yield Packed(export, error=error)
            continue
        if _kept(folders, source).is_file():
            yield Packed(export, source)
        else:
            changed.append(source)
    yield from _made(changed, folders, PROCESSES)


def _made(sources: list[Source], folders: Folders, processes: int) -> Iterator[Packed]:
    if not sources:
        return
    with ProcessPoolExecutor(min(processes, len(sources))) as pool:
        futures = {pool.submit(make, source.export, folders): source for source in sources}
        broken = []
        try:
            for future in as_completed(futures):
                if len(sources) > 1 and isinstance(future.exception(), BrokenExecutor):
                    broken.append(futures[future])
                else:
                    yield _outcome(futures[future], future)
        finally:
            pool.shutdown(cancel_futures=True)
    # A process that was killed takes the pool along: which file did it, shows when each has a pool of its own.
    for source in broken:
        yield from _made([source], folders, 1)


def _outcome(source: Source, future: Future[float]) -> Packed:
    error = future.exception()
    return Packed(source.export, source, error=error) if error else Packed(source.export, source, future.result())


def make(export: Export, folders: Folders) -> float:
    """Makes one file and keeps it, in a process of its own; the seconds it took."""
    begun = time.perf_counter()
    source = load_source(export, folders.site, folders.docs)
    content: bytes = importlib.import_module(export.module).make(source)
    if not content:
        raise ValueError("het bestand is leeg")
    _replace(_kept(folders, source), content)
    return time.perf_counter() - begun


def forget_others(packed: list[Packed], cache: Path) -> None:
    """Throws away what is kept for no file any more; only after all were packed."""
    wanted = {one.source.key for one in packed if one.source}
    for path in cache.iterdir() if cache.is_dir() else ():
        if path.name not in wanted:
            path.unlink()


def _kept(folders: Folders, source: Source) -> Path:
    return folders.cache / source.key


def _replace(path: Path, content: bytes) -> None:
    """Writes the whole file or nothing."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(8)}.tmp")
    try:
        temporary.write_bytes(content)
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
