# Developer and CI entry points; `make` alone lists them. Needs GNU make, git and Python 3.11 or newer.
PYTHON ?= python3
# How many mistakes `make mutations` makes.
NUMBER ?= 10000

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install -qq --no-input --disable-pip-version-check --require-hashes

# A stamp per layer of the environment: an unchanged lock is not installed again.
RUN := $(VENV)/.run
TEST := $(VENV)/.test
TOOLS := $(VENV)/.tools
NODE := node_modules/.package-lock.json

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help report test test-long mutations test-all-pythons system tools test-tools wheels-check benchmark schemas pages format lock clean

help: ## toon deze lijst
	@echo "Gebruik: make DOEL [PYTHON=python3.12]"
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  %-18s %s\n", $$1, $$2 }' Makefile

report: $(RUN) ## controleer de gegevens en maak alle documenten in build/
	$(BIN)/kansrijk validate
	$(BIN)/kansrijk report --all

test: $(TEST) ## alles wat moet slagen: stijl, typen, importregels en tests
	@echo "== ruff: regels"
	$(BIN)/ruff check
	@echo "== ruff: opmaak"
	$(BIN)/ruff format --check
	@echo "== mypy: typen"
	$(BIN)/mypy
	@echo "== import-linter: lagen"
	$(BIN)/lint-imports --no-logo
	@echo "== pytest: tests en dekking"
	$(BIN)/pytest -n auto --cov

test-long: $(TEST) ## de tests die te lang duren voor elke keer
	$(BIN)/pytest -n auto -m "long and not tools"

mutations: $(TEST) ## verander de gegevens duizenden keren en tel hoe vaak dat gezien wordt
	$(BIN)/python -m scripts.mutations --number $(NUMBER) --commands 200

test-all-pythons: ## de tests op elke Python van 3.11 tot en met 3.14 die hier staat
	scripts/test_all_pythons.sh

system: ## installeer wat het systeem mist (Debian, als root of met sudo)
	scripts/tools.sh

tools: system $(TOOLS) $(NODE) ## installeer wat test-tools nodig heeft

test-tools: $(TOOLS) $(NODE) ## tests met echte andere programma's: wheel, pre-commit, editor
	KANSRIJK_REQUIRE_TOOLS=1 $(BIN)/pytest -m tools

wheels-check: $(TOOLS) ## is er voor elk platform een wheel van alles wat nodig is?
	$(BIN)/python -m scripts.check_wheels

benchmark: $(RUN) ## hoe lang opdrachten duren, als verhouding
	$(BIN)/python -m scripts.benchmark

schemas: $(RUN) ## schrijf data/schemas/ opnieuw
	$(BIN)/kansrijk schema --write

pages: $(RUN) ## schrijf docs/bevindingen/ opnieuw
	$(BIN)/python -m scripts.rule_pages

format: $(TEST) ## herstel wat vanzelf kan en maak de code op
	$(BIN)/ruff check --fix --exit-zero --quiet
	$(BIN)/ruff format

lock: $(TOOLS) ## schrijf de locks in requirements/ opnieuw (LOCK=--upgrade: nieuwste versies)
	UV=$(BIN)/uv scripts/lock.sh $(LOCK)

clean: ## verwijder alles wat gemaakt is, ook .venv
	rm -rf .venv .venv-* build dist node_modules .mypy_cache .ruff_cache .pytest_cache \
		.import_linter_cache .hypothesis .coverage .coverage.* htmlcov
	find src tests scripts -name __pycache__ -type d -prune -exec rm -rf {} +

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "kansrijk heeft Python 3.11 of nieuwer nodig; '$(PYTHON)' is dat niet."; \
		echo "Geef een andere aan, bijvoorbeeld: make PYTHON=python3.12 $(MAKECMDGOALS)"; \
		exit 1; \
	} >&2
	@$(PYTHON) -c 'import ensurepip, venv' || { \
		echo "Deze Python kan geen omgeving maken. Op Debian en Ubuntu: apt-get install python3-venv"; \
		exit 1; \
	} >&2
	@echo "== omgeving maken in $(VENV)"
	@$(PYTHON) -m venv --clear $(VENV)

$(RUN): requirements/build.txt requirements/run.txt pyproject.toml | $(BIN)/python
	@echo "== kansrijk installeren in $(VENV)"
	@$(PIP) -r requirements/build.txt
	@$(PIP) -r requirements/run.txt
	@$(BIN)/python -m pip install -qq --no-input --disable-pip-version-check \
		--no-deps --no-build-isolation --editable .
	@touch $@

$(TEST): requirements/test.txt $(RUN)
	@echo "== testgereedschap installeren in $(VENV)"
	@$(PIP) -r requirements/test.txt
	@touch $@

$(TOOLS): requirements/tools.txt $(TEST)
	@echo "== overig gereedschap installeren in $(VENV)"
	@$(PIP) -r requirements/tools.txt
	@touch $@

$(NODE): package-lock.json
	@echo "== gereedschap van Node installeren in node_modules"
	@npm ci --loglevel=error
	@touch $@
