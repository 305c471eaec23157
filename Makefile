# The whole life of the project. Needs Python 3.11+, make and git.
PYTHON ?= python3
PORT   ?= 8501
ADDRESS ?= 127.0.0.1
VENV   := .venv
BIN    := $(VENV)/bin
export PYTHONDONTWRITEBYTECODE :=

# Exact versions with the hash of every file; `make lock` writes them from requirements*.txt.
# WHEELHOUSE=folder installs from the files of `make wheelhouse` and asks no network; UV=uv has uv do the work of venv and pip.
WHEELHOUSE ?=
UV ?=
OFFLINE := $(if $(WHEELHOUSE),--no-index --find-links $(WHEELHOUSE))
INSTALL := $(if $(UV),$(UV) pip install -q --python $(BIN)/python,$(BIN)/python -m pip install -q --disable-pip-version-check) $(OFFLINE)
LOCK    := $(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock"

.PHONY: help setup wheelhouse run test test-load test-soak test-faults audit sbom lint lint-map bench mutants data practice docs map geo lock wheel clean
help:
	@echo "make run    set up and serve the dashboard on http://$(ADDRESS):$(PORT)"
	@echo "make wheelhouse  fetch all packages into a folder; WHEELHOUSE=folder with any other target then installs without a network"
	@echo "make test   set up and run all tests, browser tests included"
	@echo "make test-load  an audience of up to 200, and 200 clients of the API: about 10 minutes; writes its tables into docs/load.md"
	@echo "make test-soak  visitors come and go for SOAK minutes (60): whether memory, threads and files grow"
	@echo "make test-faults  killed servers, damaged data, full disk, a clock that jumps, upgrade and rollback, replicas behind nginx: some minutes"
	@echo "make lint   ruff, mypy, import contract; eslint for the script of the map, where Node is installed"
	@echo "make bench  performance ratios against floors and peers measured in the same run"
	@echo "make mutants put seeded faults into the core and list those that no test notices (SEED=1 COUNT=150; an hour at most)"
	@echo "make data   validate data/routes, write the data dictionary and CITATION.cff, compile the catalogues"
	@echo "make practice fit the model of times and costs in practice anew on the published figures (data/practice)"
	@echo "make map    build static/map/map.js from static/map/src (needs Node 20.19 or newer, with npm)"
	@echo "make docs   write the API reference and the tutorial into build/docs, to be read without a network"
	@echo "make geo    rebuild data/geo from pinned packages (byte-identical)"
	@echo "make sbom   write the bill of materials of an installation (CycloneDX) into dist/"
	@echo "make audit  ask whether locked packages have known weaknesses; ADVISORIES=osv.zip asks a copy instead of a network"
	@echo "make lock   write the lock files after a change to requirements*.txt; RENEW=--upgrade takes newer versions"
	@echo "make wheel  build the package into dist/"

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed; call make PYTHON=/path/to/python3.11"; exit 1; }
	$(if $(UV),$(UV) venv -q $(if $(WHEELHOUSE),,--seed) --python $(PYTHON) $(VENV),$(PYTHON) -m venv $(VENV))

$(VENV)/.run-ready: requirements.lock | $(BIN)/python
	$(INSTALL) --require-hashes -r requirements.lock
	$(BIN)/python -m corridor.search.compile
	@touch $@

$(VENV)/.dev-ready: requirements-dev.lock requirements.lock pyproject.toml | $(BIN)/python
	$(INSTALL) --require-hashes -r requirements-dev.lock
	$(INSTALL) --no-deps --no-build-isolation -e .
	$(BIN)/python -m corridor.search.compile
	@touch $(VENV)/.run-ready $@

setup: $(VENV)/.dev-ready

# Only for the Python and the kind of machine that it is made with. The second lock has all that the first one has.
wheelhouse: | $(BIN)/python
	$(BIN)/python -m pip download -q --disable-pip-version-check --require-hashes -r requirements-dev.lock -d $(or $(WHEELHOUSE),wheelhouse)

run: $(VENV)/.run-ready
	$(BIN)/python -m streamlit run app.py --server.address $(ADDRESS) --server.port $(PORT)

# Two processes, one of which takes over work that the other has left. A browser keeps both cores busy by itself, and its driver an event loop.
test: setup
	$(BIN)/python -m pytest --numprocesses 2 --dist worksteal --ignore tests/browser --ignore tests/load
	$(BIN)/python -m pytest tests/load tests/browser

test-load: setup
	$(INSTALL) --require-hashes -r benchmarks/requirements.lock
	$(BIN)/python -m benchmarks.load --write

SOAK ?= 60
test-soak: setup
	$(INSTALL) --require-hashes -r benchmarks/requirements.lock
	$(BIN)/python -m benchmarks.load --write --soak $(SOAK)

# Outside CI: some minutes, two servers at a time. nginx, git and the right to mount are used where they are there.
test-faults: setup
	$(INSTALL) --require-hashes -r benchmarks/requirements.lock
	$(BIN)/python -m benchmarks.faults --write

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	@if $(HAS_NODE); then $(MAKE) --no-print-directory lint-map; else echo "No Node 20.19 or newer with npm: eslint did not run over the script of the map."; fi

# Node and its packages are needed to change the script of the map, never to serve or test it.
JS       := tools/js
JS_BIN   := $(JS)/node_modules/.bin
HAS_NODE := command -v npm >/dev/null && node -e 'const [a, b] = process.versions.node.split("."); process.exit(a > 20 || (a == 20 && b >= 19) ? 0 : 1)' 2>/dev/null
$(JS)/node_modules/.ready: $(JS)/package-lock.json $(JS)/package.json
	cd $(JS) && npm ci
	@touch $@

lint-map: $(JS)/node_modules/.ready
	$(JS_BIN)/eslint --config $(JS)/eslint.config.mjs --max-warnings 0 static/map/src tests/map $(JS)
	node $(JS)/build.mjs --check

practice: setup
	$(BIN)/python -m tools.practice

map: $(JS)/node_modules/.ready
	node $(JS)/build.mjs

bench: setup
	$(INSTALL) --require-hashes -r benchmarks/requirements.lock
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

docs: setup
	$(BIN)/python -m tools.reference

geo: setup
	$(BIN)/python -m tools.geo

lock: setup
	$(LOCK) $(RENEW) requirements.txt -o requirements.lock
	$(LOCK) $(RENEW) requirements-sign-in.txt -c requirements.lock -o requirements-sign-in.lock
	$(LOCK) $(RENEW) requirements-dev.txt -c requirements.lock -c requirements-sign-in.lock -o requirements-dev.lock
	$(LOCK) $(RENEW) benchmarks/requirements.txt -c requirements-dev.lock -o benchmarks/requirements.lock

# ADVISORIES=folder or zip file of records in the form of OSV: nobody is asked then.
audit: setup
	$(BIN)/python -m tools.audit $(if $(ADVISORIES),--advisories $(ADVISORIES))

sbom: setup
	$(BIN)/python -m tools.sbom

wheel: setup
	$(BIN)/python -m pip wheel -q --disable-pip-version-check --no-deps --no-build-isolation -w dist .

clean:
	rm -rf $(VENV) build artefacts dist $(JS)/node_modules
