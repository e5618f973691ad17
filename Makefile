# `make` lists what can be made.

PYTHON ?= $(shell python3.11 -c '' 2> /dev/null && echo python3.11 || echo python3)
BIN := .venv/bin
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.DEFAULT_GOAL := help
.PHONY: help setup setup-model setup-spark setup-development run test test-full check fmt bench bench-atlas bench-places model messages lock

help: ## This list
	@sed -n 's/^\([a-z-]*\):[^#]*## \(.*\)/\1|\2/p' $(MAKEFILE_LIST) | awk -F'|' '{printf "make %-18s %s\n", $$1, $$2}'

setup: ## Install what running needs: environment, front-end libraries, gazetteer, base map, translations, static files
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
	@$(BIN)/python scripts/places.py
	@$(BIN)/python scripts/basemap.py
	@$(BIN)/python scripts/static.py

run: setup ## Serve the demonstration on http://127.0.0.1:8000 (PORT=... to change)
	@$(BIN)/oriundo demo --serve

test: setup-development ## The whole suite on SQLite and on PostgreSQL, pages in a real Chromium
	@$(BIN)/python scripts/suite.py

test-full: setup-development setup-spark ## What takes minutes: matching on Spark gives equal links, the API keeps to its documents
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

bench: setup-development ## Identification beside its peers: quality, time, memory (PARTS="..." SIZES=... LABELS=... to choose)
	@$(PYTHON) scripts/install.py bench
	@$(BIN)/python -m bench.identification $(if $(SIZES),--sizes $(SIZES)) $(if $(LABELS),--labels $(LABELS)) $(PARTS)

model: setup-development ## Train the layer of classification again, from bench/classification/training.csv
	@$(BIN)/python bench/classification/train.py

bench-places: setup-development ## Geocode the addresses of ORIUNDO_DATA=folder, beside other ways to; prints one table each
	@test -n "$(ORIUNDO_DATA)" || { echo "Name the folder: ORIUNDO_DATA=folder make bench-places"; exit 2; }
	@$(PYTHON) scripts/install.py bench
	@$(BIN)/python -m bench.places $(if $(PART),--part $(PART))

bench-atlas: setup-development ## Search and tiles of the atlas beside their peers (SIZE=... to choose)
	@$(BIN)/python -m bench.atlas.search $(if $(SIZE),--size $(SIZE))
	@$(BIN)/python -m bench.atlas.relevance $(if $(SIZE),--size $(SIZE))
	@$(BIN)/python -m bench.atlas.tiles $(if $(SIZE),--size $(SIZE))

messages: setup-development ## Collect the sentences of the code into the catalogs, and compile them
	@$(BIN)/python scripts/messages.py update
	@$(BIN)/python scripts/messages.py compile

lock: ## Pin requirements/*.in and package.json again, with hashes (needs uv and npm)
	@command -v uv > /dev/null || { echo "uv is needed: python3 -m pip install uv"; exit 1; }
	@for name in runtime model development bench spark node; do \
	    beside=; test $$name != spark || beside="-c requirements/development.txt"; \
	    uv pip compile --quiet --generate-hashes --no-header --only-binary :all: --no-binary pyspark --no-binary reverse-geocoder --upgrade \
	        --python-version 3.11 --python-platform x86_64-manylinux_2_28 \
	        requirements/$$name.in $$beside -o requirements/$$name.txt || exit 1; \
	done
	@uv pip compile --quiet --generate-hashes --no-header --upgrade \
	    --python-version 3.11 --python-platform x86_64-manylinux_2_28 \
	    requirements/peers.in -o requirements/peers.txt
	@uv pip compile --quiet --generate-hashes --no-header --only-binary :all: --upgrade --no-deps \
	    --python-version 3.11 --python-platform x86_64-manylinux_2_28 \
	    requirements/places.in -o requirements/places.txt
	@uv pip compile --quiet --no-deps --generate-hashes --no-header --only-binary :all: --upgrade \
	    --python-version 3.11 --python-platform x86_64-manylinux_2_28 \
	    requirements/basemap.in -o requirements/basemap.txt
	@npm install --package-lock-only --ignore-scripts
	@cd requirements/basemap && npm install --package-lock-only --ignore-scripts
