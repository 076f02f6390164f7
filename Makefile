# Every target sets up its own environment first; that costs nothing when nothing changed.

PYTHON ?= python3
DATA ?= var/demo
PORT ?= 8000
PHONE_PORT ?= 8001
JOBS ?= 3
# The one without a window does the same in two thirds of the time.
CHROMIUM ?= $(shell command -v chromium-headless-shell || command -v chromium || command -v google-chrome)
TESTS ?=
BENCH ?=
PYTEST_ARGS ?=

UV_VERSION := 0.13.9
UV := .venv/uv-$(UV_VERSION)/bin/uv
BIN := .venv/bin

# Compiled modules are kept, whatever this machine says: without them every test process compiles every module anew.
unexport PYTHONDONTWRITEBYTECODE

# In CI everything must run: a missing browser is then a failure and not a shorter suite.
ifeq ($(CHROMIUM)$(CI),)
WITHOUT_BROWSER := -m "not browser"
endif

.DEFAULT_GOAL := help
.PHONY: help setup demo status test check journeys bench format lint types imports migrate migration translations \
	said screenshots docs lock clean

help:  ## Say what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-14s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: .venv/.ready  ## Install everything that is needed into .venv
	@:

.venv/.ready: pyproject.toml uv.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "checkin needs Python 3.11 or newer, and $(PYTHON) is not. Name another one: make PYTHON=python3.12 demo" >&2; \
		exit 1; }
	@test -x $(BIN)/python || { echo "Making .venv"; $(PYTHON) -m venv .venv; }
	@test -x $(UV) || $(BIN)/python -m pip install --quiet --disable-pip-version-check --target .venv/uv-$(UV_VERSION) uv==$(UV_VERSION)
	@echo "Installing what uv.lock names"
	@UV_PROJECT_ENVIRONMENT=.venv UV_COMPILE_BYTECODE=1 $(UV) sync --frozen --quiet
	@touch $@

demo: setup  ## Start the whole system with fictional tenants (DATA=, PORT=, PHONE_PORT=)
	@exec $(BIN)/checkin demo --data "$(DATA)" --port $(PORT) --phone-port $(PHONE_PORT)

status: setup  ## Show the state of the running demo as JSON (DATA=)
	@$(BIN)/checkin status --json --data "$(DATA)"

test: setup  ## Run the tests, on SQLite and PostgreSQL with a real Valkey (TESTS= for a part)
ifneq ($(WITHOUT_BROWSER),)
	@echo "There is no Chromium here: the browser tests are left out. On Debian: apt-get install chromium-headless-shell"
endif
	@CHROMIUM="$(CHROMIUM)" $(BIN)/pytest -n $(JOBS) --dist worksteal $(WITHOUT_BROWSER) $(PYTEST_ARGS) $(TESTS)

check: lint types imports test  ## Everything that must hold before a change is kept

journeys: setup  ## Run whole stories over the real wire
	@$(BIN)/pytest -n $(JOBS) $(PYTEST_ARGS) tests/journeys

bench: setup  ## Measure, print a table and write var/bench.json (BENCH= for some, as BENCH=import)
	@$(BIN)/python -m tests.bench $(BENCH)

format: setup  ## Lay the code out and mend what can be mended
	@$(BIN)/ruff format
	@$(BIN)/ruff check --fix

lint: setup  ## Check layout and style
	@$(BIN)/ruff format --check
	@$(BIN)/ruff check

types: setup  ## Check the types
	@$(BIN)/mypy

imports: setup  ## Check that imports go downwards
	@$(BIN)/lint-imports

migrate: setup  ## Bring the database of the settings to the newest version
	@$(BIN)/checkin db upgrade

migration: setup  ## Write the next migration from the models (WHAT="in some words")
	@$(BIN)/python -m checkin.migrations "$(WHAT)"

translations: setup  ## Collect the words on screen for translators
	@$(BIN)/python -m checkin.translations.update

said: setup  ## Count anew in which labelled replies each word is said
	@$(BIN)/python -m tests.domain.labelled

screenshots: setup  ## Take a picture of every page, in both widths, into var/screenshots
	@CHROMIUM="$(CHROMIUM)" $(BIN)/python -m tests.screenshots

docs: setup  ## Write the pages of docs/ that follow from the code
	@$(BIN)/python docs/generate.py

lock: setup  ## Choose the newest versions that pyproject.toml allows
	@$(UV) lock --upgrade

clean:  ## Remove what was made, but not the data in var/
	@rm -rf .venv dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
