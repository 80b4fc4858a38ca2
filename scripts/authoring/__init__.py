"""New pages from a template, for who writes lessons and conversations."""
