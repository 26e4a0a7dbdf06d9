# What a person types. Everything behind these words is in scripts/, tests/run.py and manage.py.

# The first Python from 3.11 on that can make a virtual environment. The system's own comes first: it
# was compiled with what a run of it had shown, which makes everything a sixth quicker; one that
# was compiled on this machine often was not.
PYTHON ?= $(shell for p in /usr/bin/python3 python3 python3.14 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$p; break; }; done)

.PHONY: help python run install install-run test test-fast faults bench format lock clean-data pictures meeting weights lighthouse access bench-matching

help:
	@echo "make run         start Kindred at 127.0.0.1:8000 (PORT=…, DATA_DIR=…)"
	@echo "make install     install what a developer needs into .venv"
	@echo "make test        every check there is (eight minutes on two cores)"
	@echo "make test-fast   style, types and page tests on SQLite (under a minute)"
	@echo "make faults      bad nights for longer: FAULT_SECONDS=… a night, SEEDS=… nights"
	@echo "make bench-matching  match 10,000 people with 2,000 mentors: time, memory, gap"
	@echo "make bench       what a room costs, beside others: ROUNDS=… times, ONLY=… scenes"
	@echo "make format      put the code into its form"
	@echo "make pictures    docs/pictures/ anew; make weights, make lighthouse measure the pages"
	@echo "make access      every kind of page of the demo, as each person sees it, by the accessibility checker"
	@echo "make meeting     plays one meeting in four browsers on both kinds of servers, with pictures"
	@echo "make lock        lock the dependencies anew, with hashes"
	@echo "make clean-data  delete the data of this machine's own community (var/)"

python:
	@test -n "$(PYTHON)" || { echo "Kindred needs Python 3.11 or newer with venv (Debian: the packages python3 and python3-venv)."; exit 1; }

install: python
	@$(PYTHON) scripts/install.py dev

install-run: python
	@$(PYTHON) scripts/install.py base

run: install-run
	@exec .venv/bin/python manage.py dev

test: install
	@.venv/bin/python -m tests.run all

test-fast: install
	@.venv/bin/python -m tests.run fast

faults: install
	@.venv/bin/python -m tests.run faults

bench-matching: install
	@.venv/bin/python -m tests.mentoring.bench_matching

bench: install
	@.venv/bin/python -m tests.bench

pictures meeting weights lighthouse access: install
	@.venv/bin/python -m tests.looks.$@

format: install
	@.venv/bin/ruff format . && .venv/bin/ruff check --fix .

lock: python
	@$(PYTHON) scripts/lock.py

clean-data:
	@rm -rf var && echo "var/ is gone; make run begins anew."
