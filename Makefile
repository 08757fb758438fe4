# Two commands do all set-up: `make run` and `make test`. They need Python 3.11 or newer and make, nothing else.
PYTHON ?=
VENV   ?= .venv
HOST   ?= 127.0.0.1
PORT   ?= 8000
BIN    := $(VENV)/bin
RUN    := $(VENV)/.installed-run
DEV    := $(VENV)/.installed-dev

# No more threads than a small machine has; the answers do not depend on it.
export OMP_NUM_THREADS ?= 2
export TOKENIZERS_PARALLELISM ?= false

.DEFAULT_GOAL := help
.PHONY: help run test check format bench constraints clean

help:
	@echo "make run     set up, build the index where it is stale, and serve on http://$(HOST):$(PORT)/"
	@echo "make test    set up with the test tools and a browser, then run every test"
	@echo "make check   formatting, lint, types and the layers of the architecture"
	@echo "make format  put the code into the form that make check wants"
	@echo "make bench   measure answering, starting, building and memory"
	@echo "make clean   remove what was built, the virtual environment too"
	@echo "Another interpreter: make run PYTHON=python3.12. Another port: make run PORT=8080."

$(RUN): pyproject.toml constraints.txt scripts/venv.sh
	@PYTHON="$(PYTHON)" sh scripts/venv.sh "$(VENV)" run

$(DEV): pyproject.toml constraints.txt scripts/venv.sh
	@PYTHON="$(PYTHON)" sh scripts/venv.sh "$(VENV)" dev

run: $(RUN)
	@$(BIN)/report-qa build --if-stale
	@exec $(BIN)/report-qa serve --host "$(HOST)" --port "$(PORT)"

test: $(DEV)
	@sh scripts/browser.sh "$(BIN)/python"
	@$(BIN)/python -m pytest $(PYTEST_ARGS)

check: $(DEV)
	@echo "Formatting"; $(BIN)/ruff format --check .
	@echo "Lint"; $(BIN)/ruff check .
	@echo "Types"; $(BIN)/mypy
	@echo "Layers"; $(BIN)/lint-imports

format: $(DEV)
	@$(BIN)/ruff check --fix-only --quiet .
	@$(BIN)/ruff format .

bench: $(DEV)
	@$(BIN)/report-qa build --if-stale
	@for name in reading ask start build memory embedding; do \
		[ -f benchmarks/bench_$$name.py ] || continue; \
		echo "== $$name"; $(BIN)/python -m benchmarks.bench_$$name || exit 1; \
	done

# The versions in the virtual environment become the pinned ones. A local build tag (torch's +cpu) is left out.
constraints: $(DEV)
	@$(BIN)/python -m pip freeze --exclude-editable | grep -v ' @ ' | sed 's/+.*//' > constraints.txt
	@echo "constraints.txt: $$(wc -l < constraints.txt) packages"

clean:
	@rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .benchmarks
	@find index -mindepth 1 ! -name README.md -delete
	@find src tests benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +
