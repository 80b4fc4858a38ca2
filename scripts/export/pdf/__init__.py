"""Papers: the same articles as A4 books, sheets and cards, in tagged PDF."""
