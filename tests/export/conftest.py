"""The built site, made once for all tests of a run."""

from tests.site.conftest import project, shared, site

__all__ = ["project", "shared", "site"]
