"""`docs/bronnen/serverblauwdruk.yml`: a server to copy, with the reason of every role, channel, permission and setting."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Literal

from pydantic import Field, model_validator

from scripts.content.frozen import Frozen, Text

Id = Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]*$")]


class _Part(Frozen):
    id: Id
    reason: Text


class ServerRole(_Part):
    """What a group of members may do; from the one with the least to the one with the most."""

    name: Text
    who: Text


class Channel(_Part):
    """A place in the server. `read` and `write` (in a voice channel: listen and speak) name roles."""

    name: Text
    kind: Literal["tekst", "spraak", "stage"]
    purpose: Text
    read: list[Id] = []
    write: list[Id] = []


class Permission(_Part):
    """One right; `discord`: its name in the program; `roles`: who has it, which can be nobody."""

    name: Text
    discord: Text
    roles: list[Id] = []


class Setting(_Part):
    """One choice for the whole server, and what it costs."""

    name: Text
    choice: Text
    tradeoff: Text | None = None


class Rule(_Part):
    """One sentence that members read."""

    text: Text


class Blueprint(Frozen):
    """A proposal of this site. Every role that is named exists; no id is used twice in a part."""

    reviewed: date | None = None
    roles: list[ServerRole] = []
    channels: list[Channel] = []
    permissions: list[Permission] = []
    settings: list[Setting] = []
    rules: list[Rule] = []

    @model_validator(mode="after")
    def _agrees_with_itself(self) -> "Blueprint":
        known = {role.id for role in self.roles}
        for owner, role in self._named():
            if role not in known:
                raise ValueError(f"'{owner}' noemt de rol '{role}', die niet bij 'roles' staat")
        for part in (self.roles, self.channels, self.permissions, self.settings, self.rules):
            ids = [one.id for one in part]
            if twice := next((one for one in ids if ids.count(one) > 1), None):
                raise ValueError(f"'{twice}' staat er twee keer")
        return self

    def _named(self) -> Iterator[tuple[str, str]]:
        yield from ((one.id, role) for one in self.channels for role in (*one.read, *one.write))
        yield from ((one.id, role) for one in self.permissions for role in one.roles)
