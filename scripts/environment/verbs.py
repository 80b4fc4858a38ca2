"""The verbs of `python -m scripts`: the Makefile has a target per verb and nothing more."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Verb:
    """`module` has `main(arguments) -> exit code`; `development` verbs need the packages for tests as well."""

    module: str
    summary: str
    development: bool = False

    @property
    def locks(self) -> list[str]:
        """The lock files, in the project folder, whose packages this verb needs."""
        return ["requirements.txt", "requirements-dev.txt"] if self.development else ["requirements.txt"]


VERBS = {
    "serve": Verb("scripts.build.serve", "toon de site terwijl je schrijft; ververst vanzelf, zonder notebooks"),
    "preview": Verb("scripts.build.preview", "bouw de site en toon ze precies zoals ze gepubliceerd wordt"),
    "build": Verb("scripts.build.site", "bouw de site in site/"),
    "build-offline": Verb("scripts.build.offline", "bouw een kopie die zonder internet opent, in site-offline/"),
    "build-zensical": Verb("scripts.build.zensical", "bouw met Zensical, de opvolger van Material, in site-zensical/", True),
    "pack": Verb("scripts.export.command", "maak de bestanden om mee te nemen, in site/downloads/"),
    "test": Verb("scripts.environment.testing", "voer alle tests uit", True),
    "test-all": Verb("scripts.environment.testing_all", "voer alle tests uit, met elke pagina in elke weergave", True),
    "check": Verb("scripts.environment.checking", "kijk code, workflows en inhoud na, zonder te bouwen", True),
    "check-content": Verb("scripts.check.command", "kijk alleen de inhoud van docs/ na"),
    "links": Verb("scripts.environment.links", "vraag elke link naar een andere site op (na build, met internet)", True),
    "new": Verb("scripts.authoring.command", "maak een pagina, les, oefengesprek, cijfer of aanbeveling om in te vullen"),
    "update": Verb("scripts.statistics.command", "haal nieuwe cijfers op in docs/data/"),
    "publish": Verb("scripts.publish.command", "werk een gebouwde site af (stap van build)"),
    "lock": Verb("scripts.environment.locking", "vernieuw requirements.txt en requirements-dev.txt", True),
}


def help_text() -> str:
    """What `help` prints: a line per verb."""
    width = max(map(len, VERBS))
    lines = [f"  {name:<{width}}  {verb.summary}" for name, verb in VERBS.items()]
    return "\n".join(
        [
            "Gebruik: make OPDRACHT      (of zonder make: python3 -m scripts OPDRACHT)",
            "",
            *lines,
            f"  {'help':<{width}}  toon dit overzicht",
            "",
            'Opties gaan met make zo mee: make test ARGS="-k quiz". Een andere poort: PORT=8001 make serve.',
        ]
    )
