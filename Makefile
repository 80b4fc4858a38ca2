# Every target is a verb of `python3 -m scripts`, which sets up .venv by itself (see CONTRIBUTING.md).
# Another Python: make serve PYTHON=python3.12 — options for a verb: make test ARGS="-k quiz"

PYTHON ?= python3
ARGS ?=

.DEFAULT_GOAL := help
.PHONY: help serve preview build build-offline build-zensical pack test test-all check check-content links new update publish lock

help serve preview build build-offline build-zensical pack test test-all check check-content links new update publish lock:
	@$(PYTHON) -m scripts $@ $(ARGS)
