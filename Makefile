# `make` lists what can be made.

PYTHON ?= $(shell python3.11 -c '' 2> /dev/null && echo python3.11 || echo python3)
BIN := .venv/bin
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.DEFAULT_GOAL := help
.PHONY: help setup setup-model setup-spark setup-development run test test-full check fmt bench model messages lock

help: ## This list
	@sed -n 's/^\([a-z-]*\):[^#]*## \(.*\)/\1|\2/p' $(MAKEFILE_LIST) | awk -F'|' '{printf "make %-18s %s\n", $$1, $$2}'

setup: ## Install what running needs: environment, front-end libraries, translations, static files
	@$(PYTHON) scripts/install.py runtime
	@$(BIN)/python scripts/vendor.py
	@$(MAKE) --no-print-directory built

setup-model: ## Install the optional encoder, so that a small model answers where rules do not (32 MB)
	@$(PYTHON) scripts/install.py model

setup-spark: ## Install what matching on Spark needs beside Java 17 (500 MB)
	@$(PYTHON) scripts/install.py spark

setup-development: ## Install what checking and testing need, too
	@$(PYTHON) scripts/install.py development
	@$(BIN)/python scripts/vendor.py --development
	@$(MAKE) --no-print-directory built

.PHONY: built
built:
	@$(BIN)/python scripts/messages.py compile
	@$(BIN)/python manage.py collectstatic --no-input --clear --verbosity 0

run: setup ## Serve the demonstration on http://127.0.0.1:8000 (PORT=... to change)
	@$(BIN)/oriundo demo --serve

test: setup-development ## The whole suite on SQLite and on PostgreSQL, pages in a real Chromium
	@$(BIN)/python scripts/suite.py

test-full: setup-development setup-spark ## What takes minutes: matching on Spark gives equal links
	@$(BIN)/python scripts/full.py

check: setup-development ## Style, types, order of the folders, migrations, deployment settings
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python manage.py makemigrations --check --dry-run
	SECRET_KEY=$$($(BIN)/python -c 'import secrets; print(secrets.token_urlsafe(64))') HTTPS=1 \
	    $(BIN)/python manage.py check --deploy --fail-level WARNING

fmt: setup-development ## Put the code into its common shape
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: setup-development ## Identify over the real lists of ORIUNDO_DATA=folder; prints time, memory, funnel
	@test -n "$(ORIUNDO_DATA)" || { echo "Name the folder of lists: ORIUNDO_DATA=folder make bench"; exit 2; }
	@$(BIN)/python bench/identification/run.py

model: setup-development ## Train the layer of classification again, from bench/classification/training.csv
	@$(BIN)/python bench/classification/train.py

messages: setup-development ## Collect the sentences of the code into the catalogs, and compile them
	@$(BIN)/python scripts/messages.py update
	@$(BIN)/python scripts/messages.py compile

lock: ## Pin requirements/*.in and package.json again, with hashes (needs uv and npm)
	@command -v uv > /dev/null || { echo "uv is needed: python3 -m pip install uv"; exit 1; }
	@for name in runtime model development spark node; do \
	    beside=; test $$name != spark || beside="-c requirements/development.txt"; \
	    uv pip compile --quiet --generate-hashes --no-header --only-binary :all: --no-binary pyspark --upgrade \
	        --python-version 3.11 --python-platform x86_64-manylinux_2_28 \
	        requirements/$$name.in $$beside -o requirements/$$name.txt || exit 1; \
	done
	@npm install --package-lock-only --ignore-scripts
