# `make demo` shows tactful at work, `make test` proves it. Both make what they need in .venv by themselves.
# Variables: ARGS="--once" (demo), ARGS="tests/checks -k thanks" (test), ARGS="--write" (eval),
# JOBS=4 (test), PYTHON=/path/to/python3.

SHELL := /bin/sh
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input
INSTALL := $(PIP) install --require-hashes
# Nothing is fetched to build the checkout: hatchling is locked with the rest.
CHECKOUT := $(PIP) install --quiet --no-deps --no-build-isolation -e .
JOBS := 2
PYTHON :=
ARGS :=

.DEFAULT_GOAL := help
.PHONY: help env demo test servers lint types eval train lock clean

help:  ## this list
	@echo "make ..."
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  %-7s %s\n", $$1, $$2 }' Makefile

env: $(VENV)/.installed  ## makes .venv with what tactful runs on

demo: env  ## shows tactful at work on this machine: nothing to set up, nothing leaves it
	@echo "== Starting the demo"
	@$(BIN)/tactful demo $(ARGS)

test: servers lint types  ## all tests, with real servers where they can be had
	@echo "== Tests, $(JOBS) at a time"
	@$(BIN)/pytest -n $(JOBS) --dist loadscope --no-loadscope-reorder $(ARGS)

servers:
	@sh tests/servers/install.sh

lint: $(VENV)/.installed-dev  ## style (ruff)
	@echo "== Style"
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

types: $(VENV)/.installed-dev  ## types (mypy)
	@echo "== Types"
	@$(BIN)/mypy

eval: env  ## measures how well the checks read labelled mail (docs/EVALUATION.md)
	@$(BIN)/python -m training.evaluate $(ARGS)

TRAIN := .venv-train
train: env  ## trains the reader anew from labelled mail: an hour or two (training/README.md)
	@test -d $(TRAIN) || $(BIN)/python -m venv $(TRAIN)
	@$(TRAIN)/bin/python -m pip install --quiet --no-deps -r training/requirements.txt
	@$(TRAIN)/bin/python -m training.train --out $(TRAIN)/reader $(ARGS)
	@$(TRAIN)/bin/python -m training.export --weights $(TRAIN)/reader --out checks/reader/model
	@$(BIN)/python -m training.choose --left-out $(TRAIN)/reader/left-out.json --out checks/reader/model/thresholds.json

lock: $(VENV)/.installed-dev  ## locks the dependencies again, as new as pyproject.toml lets them be (needs uv)
	@UV=$$(command -v uv || command -v $(BIN)/uv) || { echo "Needs uv, for example: pipx install uv"; exit 1; }; \
	for lock in requirements.lock:build requirements-dev.lock:dev; do \
		echo "== Locking $${lock%:*}"; \
		$$UV pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
			--no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" \
			--group $${lock#*:} pyproject.toml -o $${lock%:*} || exit 1; \
	done

clean:  ## removes .venv and what tools left
	rm -rf $(VENV) $(TRAIN) dist .mypy_cache .ruff_cache .pytest_cache .hypothesis

# The first Python that is new enough, not too new, and able to make an environment.
$(BIN)/python:
	@check='import sys, venv, ensurepip; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 14))'; \
	find() { for python in $(PYTHON) python3.13 python3.12 python3.11 python3; do \
		if command -v $$python >/dev/null 2>&1 && $$python -c "$$check" >/dev/null 2>&1; then echo $$python; return; fi; \
	done; }; \
	python=$$(find); \
	if [ -z "$$python" ] && [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then \
		echo "== Installing python3-venv, which Debian keeps apart from Python"; \
		{ apt-get update -q && apt-get install -q -y --no-install-recommends python3 python3-venv; } || true; \
		python=$$(find); \
	fi; \
	if [ -z "$$python" ]; then \
		echo "tactful needs Python 3.11, 3.12 or 3.13 with venv (Debian, Ubuntu: apt install python3-venv)."; \
		echo "Where it lies elsewhere: make PYTHON=/path/to/python3"; \
		exit 1; \
	fi; \
	echo "== Making an environment in $(VENV) with $$($$python --version)"; \
	$$python -m venv $(VENV)

$(VENV)/.installed: $(BIN)/python requirements.lock pyproject.toml
	@echo "== Installing what tactful runs on into $(VENV)"
	@$(INSTALL) -r requirements.lock
	@$(CHECKOUT)
	@touch $@

$(VENV)/.installed-dev: $(BIN)/python requirements-dev.lock pyproject.toml
	@echo "== Installing what tactful and its tests run on into $(VENV)"
	@$(INSTALL) -r requirements-dev.lock
	@$(CHECKOUT)
	@touch $@ $(VENV)/.installed
