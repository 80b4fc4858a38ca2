"""Keeps secrets out of what we say: every message and traceback of an update passes here."""

import os

SECRET_VARIABLES = ("DISCORD_INVITE",)
SHOWN = "(geheim)"


def redacted(text: str) -> str:
    """`text` without the values of the secret variables; of an address also its last part alone."""
    for name in SECRET_VARIABLES:
        value = os.environ.get(name, "").strip()
        for secret in (value, value.rstrip("/").rsplit("/", 1)[-1]):
            text = text.replace(secret, SHOWN) if secret else text
    return text
