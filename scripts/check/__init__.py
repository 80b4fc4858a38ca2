"""Everything that can be wrong in `docs/`, found in one run: Site → problems, each with place, code and remedy."""
