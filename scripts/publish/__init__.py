"""The last step before a site is published: `site/` → `site/`. Touches no source and needs no network."""
