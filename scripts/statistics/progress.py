"""Shows how far an update is, on stderr: one line per source that counts up on a terminal, a plain line elsewhere."""

from dataclasses import dataclass
from typing import TextIO


@dataclass(frozen=True)
class Progress:
    """`stream` is None when nothing is to be shown."""

    stream: TextIO | None = None

    def step(self, source: str, done: int, total: int) -> None:
        if self.stream is None:
            return
        if self.stream.isatty():
            print(f"\r{source}: {done} van {total} cijfers gelezen", end="", file=self.stream, flush=True)
        elif done == total:
            print(f"{source}: {total} cijfers gelezen", file=self.stream, flush=True)

    def end(self) -> None:
        """The source is ready, also when not all answers came."""
        if self.stream is not None and self.stream.isatty():
            print(file=self.stream, flush=True)
