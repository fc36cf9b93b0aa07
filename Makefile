# Municipia's commands. `make` lists them; each one installs what it needs first.
.DEFAULT_GOAL := help
PYTHON ?= python3
BIN := .venv/bin
MANAGE := $(BIN)/python manage.py
WITH_TEST_SETTINGS := DJANGO_SETTINGS_MODULE=cms.settings.test
# Production settings with values to throw away: nothing connects to this database.
WITH_PRODUCTION_SETTINGS := DJANGO_SETTINGS_MODULE=cms.settings.base \
	SECRET_KEY="$$($(BIN)/python -c 'import secrets; print(secrets.token_urlsafe(64))')" \
	PUBLIC_URL=https://cms.example.org DATABASE_URL=postgresql://nobody@localhost/nothing
TESTS ?=
URL ?= http://127.0.0.1:8000/graphql/
SECONDS ?= 300
ARTICLES ?= 1000

.PHONY: help setup run test lint format types imports migrations deploy schema messages \
	schema-changes release-schema catalogues lock fuzz audit demo bench check

help:  ## List the commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-14s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup:  ## Make .venv and install the locked packages
	@command -v $(PYTHON) >/dev/null || { \
		echo "Municipia needs Python 3.11 or newer: install it, or name it with make PYTHON=/path/to/python3"; \
		exit 1; }
	@$(PYTHON) cms/launch/install.py

run: setup  ## Start everything on 127.0.0.1:8000, with demo content (PORT, HOST: elsewhere)
	@exec $(BIN)/python -m cms.launch

test: setup  ## Run the tests in parallel (TESTS=tests/search: only those)
	$(BIN)/python -m pytest -n auto $(TESTS)

lint: setup  ## Check the code's rules
	$(BIN)/ruff check .

format: setup  ## Write the code's layout and what lint can mend
	$(BIN)/ruff check --fix-only --quiet .
	$(BIN)/ruff format .

types: setup  ## Check the types
	@$(WITH_PRODUCTION_SETTINGS) $(BIN)/mypy

imports: setup  ## Check which room may import which
	$(BIN)/lint-imports

migrations: setup  ## Check that every model change has its migration
	$(WITH_TEST_SETTINGS) $(MANAGE) makemigrations --check --dry-run

deploy: setup  ## Check the production settings
	@$(WITH_PRODUCTION_SETTINGS) $(MANAGE) check --deploy --fail-level WARNING

schema: setup  ## Write schema.graphql
	$(WITH_TEST_SETTINGS) $(MANAGE) export_schema

schema-changes: setup  ## Check that the schema breaks nothing of the last release
	$(WITH_TEST_SETTINGS) $(MANAGE) check_schema_changes

release-schema: setup  ## Write schema.released.graphql, at a release
	$(WITH_TEST_SETTINGS) $(MANAGE) release_schema

messages: setup  ## Bring the message catalogues up to date and compile them
	$(WITH_TEST_SETTINGS) $(MANAGE) update_catalogues
	$(WITH_TEST_SETTINGS) $(MANAGE) compile_catalogues

catalogues: setup  ## Check that schema and message catalogues are up to date
	$(WITH_TEST_SETTINGS) $(MANAGE) export_schema --check
	$(WITH_TEST_SETTINGS) $(MANAGE) update_catalogues --check

lock: setup  ## Lock the newest allowed packages again
	@for name in requirements-build requirements requirements-dev benchmarks/requirements; do \
		$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
			--no-header --upgrade --output-file $$name.txt $$name.in || exit 1; done

fuzz: setup  ## Send random queries to what `make run` started (URL=, SECONDS=)
	cd tools/fuzz && ../../$(BIN)/schemathesis --config-file schemathesis.toml \
		run $(URL) --max-time $(SECONDS)

audit:  ## Audit what `make run` started by GraphQL over HTTP (URL=; needs npm)
	cd tools/graphql-http && npm ci --silent && npm run --silent audit -- $(URL)

demo: setup  ## Load the demo content again
	DJANGO_SETTINGS_MODULE=cms.settings.dev $(MANAGE) load_demo

bench: setup  ## Measure the API beside other stacks (ARTICLES="1000 100000")
	@$(BIN)/python -m benchmarks --articles $(ARTICLES)

check: setup  ## Run all that CI runs
	$(BIN)/ruff format --check .
	@$(MAKE) --no-print-directory lint types imports migrations deploy \
		catalogues schema-changes test
