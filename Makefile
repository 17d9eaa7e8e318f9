# The market's commands. `make run` and `make test` are all that a fresh machine needs: Python 3.11+ and make.
PYTHON ?= python3
PORT ?= 8000
VENV := .venv
BIN := $(VENV)/bin

.PHONY: run demo-reset test test-all check format bench migrations requirements screenshots help

help:            ## What there is
	@grep -E '^[a-z-]+: .*##' $(MAKEFILE_LIST) | sed 's/: .*##/\t/'

run: $(VENV)/run.stamp          ## Start the market with the demo on 127.0.0.1:$(PORT)
	@$(BIN)/python -m shop.serving --port $(PORT)

demo-reset: $(VENV)/run.stamp   ## Throw the demo data away; the next `make run` starts anew
	@$(BIN)/python -m shop.serving --reset

test: $(VENV)/dev.stamp         ## The quick tests: no network, no browser
	@$(BIN)/python -m pytest -n auto --nomigrations -m "not browser and not elastic and not postgres and not stack and not whole"

test-all: $(VENV)/dev.stamp     ## Everything: PostgreSQL with migrations, Elasticsearch, the stack, Chromium (.ci/run starts them)
	@$(BIN)/python -m pytest -n auto --migrations -m "not browser and not stack"
	@$(BIN)/python -m pytest -n auto --dist loadfile --migrations -m stack tests/stack
	@$(BIN)/python -m pytest -n auto --dist worksteal --migrations -m browser tests/journeys

check: $(VENV)/dev.stamp        ## Style, types, import directions, sizes, missing migrations, templates
	@$(BIN)/ruff check . && $(BIN)/ruff format --check .
	@$(BIN)/lint-imports --no-cache
	@$(BIN)/mypy .
	@$(BIN)/python manage.py makemigrations --check --dry-run --settings shop.settings.test
	@$(BIN)/djlint templates --check --quiet
	@$(BIN)/python -m pytest --nomigrations -m "not whole" tests/architecture
	@$(BIN)/python -m pytest -n auto --nomigrations -m whole

format: $(VENV)/dev.stamp       ## Lay out code and templates as `make check` wants them
	@$(BIN)/ruff check --fix --quiet . ; $(BIN)/ruff format --quiet .
	@$(BIN)/djlint templates --reformat --quiet || true

bench: $(VENV)/dev.stamp        ## CPU-ms, queries and bytes a request at 10,000 and 100,000 products
	@$(BIN)/python -m shop.bench

migrations: $(VENV)/dev.stamp
	@$(BIN)/python manage.py makemigrations --settings shop.settings.test

requirements:    ## Pin everything anew, with hashes
	uv pip compile -q --python-version 3.11 --universal --generate-hashes --no-emit-index-url --no-header pyproject.toml -o requirements.txt
	uv pip compile -q --python-version 3.11 --universal --generate-hashes --no-emit-index-url --no-header --extra dev -c requirements.txt pyproject.toml -o requirements-dev.txt

$(VENV)/bin/pip:
	@{ $(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))'; } 2>/dev/null || \
		{ echo "Chợ Phiên needs Python 3.11 or newer; try: make $(or $(MAKECMDGOALS),run) PYTHON=python3.11"; exit 1; }
	@echo "Making the environment in $(VENV) ..."
	@$(PYTHON) -m venv --clear $(VENV) >/dev/null || \
		{ rm -rf $(VENV); echo "This Python cannot make an environment; on Debian: apt install python3-venv"; exit 1; }

$(VENV)/run.stamp: requirements.txt | $(VENV)/bin/pip
	@echo "Installing what the market needs (about a minute) ..."
	@$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

$(VENV)/dev.stamp: requirements-dev.txt | $(VENV)/bin/pip
	@echo "Installing what the tests need (a minute or two) ..."
	@$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@ $(VENV)/run.stamp
