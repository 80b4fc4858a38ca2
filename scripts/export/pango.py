"""WeasyPrint, which makes the PDFs, needs a library of the system. Every export that imports it asks here first."""

from scripts.environment.problem import SetupProblem

PACKAGES = ("libpango-1.0-0", "libpangoft2-1.0-0")


def require_pango() -> None:
    """Raises SetupProblem when WeasyPrint cannot start."""
    try:
        import weasyprint  # noqa: F401 - its import is what fails
    except OSError as error:
        raise SetupProblem(
            f"PDF's maken lukt niet zonder Pango: installeer het met 'sudo apt install {' '.join(PACKAGES)}' "
            "(op macOS 'brew install pango', op Windows zoals WeasyPrint het beschrijft)."
        ) from error
