"""One source, many files: a built page as an `Article`, and each export a function over articles (`make pack`)."""
