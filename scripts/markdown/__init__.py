"""Markdown in, HTML out: blocks, citations and macros. Asks Site, does no other reading or writing."""
