# The whole life of the project. Needs Python 3.11+, make and git.
PYTHON ?= python3
PORT   ?= 8501
ADDRESS ?= 127.0.0.1
VENV   := .venv
BIN    := $(VENV)/bin
export PYTHONDONTWRITEBYTECODE :=

.PHONY: help setup run test lint bench mutants data geo clean
help:
	@echo "make run    set up and serve the dashboard on http://$(ADDRESS):$(PORT)"
	@echo "make test   set up and run all tests, browser tests included"
	@echo "make lint   ruff, mypy, import contract"
	@echo "make bench  performance ratios against floors and peers measured in the same run"
	@echo "make mutants put seeded faults into the core and list those that no test notices (SEED=1 COUNT=150; an hour at most)"
	@echo "make data   validate data/routes, write the data dictionary and CITATION.cff, compile the catalogues"
	@echo "make geo    rebuild data/geo from pinned packages (byte-identical)"

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed; call make PYTHON=/path/to/python3.11"; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run-ready: requirements.txt | $(BIN)/python
	$(BIN)/python -m pip install -q --disable-pip-version-check -r requirements.txt
	$(BIN)/python -m corridor.search.compile
	@touch $@

$(VENV)/.dev-ready: requirements-dev.txt requirements.txt pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install -q --disable-pip-version-check -r requirements-dev.txt
	$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps -e .
	$(BIN)/python -m corridor.search.compile
	@touch $(VENV)/.run-ready $@

setup: $(VENV)/.dev-ready

run: $(VENV)/.run-ready
	$(BIN)/python -m streamlit run app.py --server.address $(ADDRESS) --server.port $(PORT)

test: setup
	$(BIN)/python -m pytest

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: setup
	$(BIN)/python -m pip install -q --disable-pip-version-check -r benchmarks/requirements.txt
	$(BIN)/python -m benchmarks

SEED  ?= 1
COUNT ?= 150
mutants: setup
	$(BIN)/python -m tools.mutants --seed $(SEED) --count $(COUNT) --minutes 60

data: setup
	$(BIN)/corridor validate data/routes
	$(BIN)/corridor dictionary
	$(BIN)/corridor citation
	$(BIN)/python -m tools.catalogues

geo: setup
	$(BIN)/python -m tools.geo

clean:
	rm -rf $(VENV) build artefacts
