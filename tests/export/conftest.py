"""The built site, made once for all tests of a run."""

from tests.site.conftest import browser, first_visit, project, shared, site

__all__ = ["browser", "first_visit", "project", "shared", "site"]
