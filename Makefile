# `make help` lists the targets. Everything is installed into this checkout by tools/setup.sh.
SHELL := /bin/sh
export PATH := $(CURDIR)/.venv/bin:$(CURDIR)/node_modules/.bin:$(PATH)
export NO_MKDOCS_2_WARNING := 1
export PYTHONUTF8 := 1
export SOURCE_DATE_EPOCH := $(shell git log -1 --format=%ct 2>/dev/null || echo 1735689600)

TIMED := build test check bench golden packs catalogs stdlib stamp screenshots lock
ADDRESS ?= 127.0.0.1:8000

.DEFAULT_GOAL := help
.PHONY: help setup serve clean $(TIMED) $(TIMED:%=%-now)

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' Makefile

setup: ## Install what the project needs into this checkout (every target does this first)
	@sh tools/timed.sh setup sh tools/setup.sh

serve: setup ## Serve the site with its simulator on http://127.0.0.1:8000, reloading on edits
	@DRAFT=1 mkdocs serve --dev-addr $(ADDRESS)

build: ## Write the site into site/: plain static files, for any host and any path
test: ## Run every test: JavaScript, engine, content, wheel in Pyodide, site in a browser
check: ## Check format, lint, types, content and the repository's own facts
bench: ## Measure the start in a browser against a plain Pyodide page
golden: ## Rewrite the golden transcripts; read the diff
packs: ## Print what each pack is worth as practice: verdicts, paths, and what each kind of player gets
catalogs: ## Bring translations/ up to date with the English sentences
stdlib: ## List anew the standard-library modules that the simulator ships
screenshots: ## Take the README's film-strip anew; look at it
stamp: ## Note that pages say what their outlines say today: make stamp PAGES="docs/bn/about.md …"
lock: ## Lock versions and hashes anew

$(TIMED): setup
	@sh tools/timed.sh $@ $(MAKE) --no-print-directory $@-now

build-now:
	@python -m sitebuild.prose --building
	@mkdocs build --strict

test-now: build-now
	@python -m sitebuild.browser
	@node --test --test-reporter=spec $$(find simulator tests -name '*.test.js' | sort)
	@python -m pytest $(PYTEST_ARGS)

check-now:
	@ruff format --check --quiet .
	@ruff check --quiet .
	@mypy
	@biome ci --error-on-warnings --colors=off
	@tsc --project .
	@python -m sitebuild.prose
	@python -m pytest --quiet tests/repo

bench-now: build-now
	@python -m benchmarks

golden-now:
	@REWRITE_GOLDEN=1 python -m pytest --quiet tests/engine -k golden

packs-now:
	@python -m sitebuild.proof

catalogs-now:
	@python -m sitebuild.catalogs

stdlib-now:
	@python -m sitebuild.stdlib

stamp-now:
	@python -m sitebuild.prose.stamp $(PAGES)

screenshots-now: build-now
	@REWRITE_SCREENSHOTS=1 python -m pytest --quiet tests/browser/test_film.py

lock-now:
	@sh tools/lock.sh

clean: ## Remove what was built or installed
	rm -rf .tools .venv build node_modules site
