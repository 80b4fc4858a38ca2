"""Public figures: fetched on a schedule into `docs/data/`, read from there by the build."""
