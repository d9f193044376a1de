# kgraph on a machine that has only Python 3.11 or newer and make.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
STORE := out/demo-store
LOCK := uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate --no-header --no-emit-index-url
PYTEST_FLAGS ?= -n 2 --dist loadgroup --tb short -r fE

.PHONY: help demo map test test-hard check gate bench names picture size docs fuseki neo4j lock clean
.DELETE_ON_ERROR:

help: ## this list
	@grep -hE '^[a-z0-9-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

.venv/.run: requirements/build.lock requirements/run.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "kgraph needs Python 3.11 or newer"; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/build.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/run.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

.venv/.dev: .venv/.run requirements/dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.lock
	@touch $@

demo: .venv/.run ## sample articles in; what came in, three questions, out/map.html and out/graph.ttl
	@rm -rf $(STORE) && mkdir -p out
	@PATH="$(CURDIR)/$(BIN):$$PATH" KGRAPH_STORE=$(STORE) sh tools/demo.sh

map: demo ## the map of the sample articles: out/map.html

test: .venv/.dev ## all tests
	$(BIN)/python -m pytest $(PYTEST_FLAGS) --ignore=tests/hard

test-hard: .venv/.dev ## faults, load, hostile input; not part of make test (KGRAPH_HARD=full: hours)
	$(BIN)/python -m pytest $(PYTEST_FLAGS) tests/hard tests/hostile

check: .venv/.dev ## style, types, layers, docs
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest tests/test_docs.py tests/test_layers.py

gate: .venv/.dev ## what is extracted from sample and golden articles, against floors that do not go down
	$(BIN)/python tools/gate.py

bench: .venv/.dev ## figures of speed and memory: the whole pipeline, and one more article in a large store
	$(BIN)/python benchmarks/ingest.py

picture: .venv/.dev ## take the picture of the map in README.md anew (needs Chromium)
	$(BIN)/python tools/make_map_picture.py

names: .venv/.dev ## learn the spellings of names anew: make names PAIRS=FILE.tsv
	$(BIN)/python tools/learn_names.py $(PAIRS)

fuseki: ## start Apache Jena Fuseki with an empty dataset until Ctrl-C (needs Java 17, and Maven once)
	@$(PYTHON) tools/servers/fuseki_server.py

neo4j: .venv/.run ## a Neo4j of your own to try things out, until Ctrl-C (needs Java 17 and Maven; keeps nothing)
	$(BIN)/python tools/servers/neo4j_server.py

size: ## what a default install weighs, measured in a fresh environment
	$(PYTHON) tools/install_size.py

docs: .venv/.dev ## write the command line reference, the predicates and the output in README.md anew
	$(BIN)/python tools/make_cli_docs.py
	$(BIN)/python tools/make_readme.py

lock: ## pin versions anew (needs uv)
	$(LOCK) requirements/build.in -o requirements/build.lock
	$(LOCK) pyproject.toml -o requirements/run.lock
	$(LOCK) --extra dev -c requirements/run.lock -c requirements/build.lock pyproject.toml requirements/build.in -o requirements/dev.lock

clean: ## remove what make wrote, the environment too
	rm -rf .venv out build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
