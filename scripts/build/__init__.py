"""From `docs/` to a site: built by MkDocs or Zensical, or served while you write."""
