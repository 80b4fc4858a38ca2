"""Which Python we need. Runs before anything else, so it must parse on Python 3.6; its text is plain ASCII
because an old Python on an old console cannot print more."""

MINIMUM = (3, 11, 5)  # pymdown-extensions 13 asks for it


def complaint(version: "tuple[int, ...]") -> str:
    """One Dutch sentence when `version` (major, minor, micro) is too old, else nothing."""
    if version >= MINIMUM:
        return ""
    found, needed = (".".join(str(part) for part in numbers) for numbers in (version, MINIMUM))
    return (
        f"Python {found} is te oud, deze site heeft Python {needed} of nieuwer nodig: installeer die en start ermee, "
        "bijvoorbeeld 'make serve PYTHON=python3.12' of 'python3.12 -m scripts serve'."
    )
