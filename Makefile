# Each target sets up what it needs. `make setup` twice installs and trains nothing the second time.
SHELL := /bin/sh
.PHONY: setup run test check audit format bench mutate clean

setup:
	@sh requirements/setup.sh

run: setup
	@exec .venv/bin/frontdoor run

# Two workers, a file to one of them; `make test WORKERS=0` runs all in one process.
test: setup
	@.venv/bin/pytest -n $(or $(WORKERS),2) --dist loadfile --no-loadscope-reorder $(PYTEST)

check: setup
	@.venv/bin/ruff format --check .
	@.venv/bin/ruff check .
	@.venv/bin/mypy
	@.venv/bin/lint-imports --no-cache
	@.venv/bin/bandit --quiet --configfile pyproject.toml --recursive actions backend bot nlu
	@.venv/bin/frontdoor programmes check

# A quarter of an hour: suites that nobody here wrote, at length. docs/outside-suites.md says what they found.
audit:
	@sh requirements/setup.sh audit
	@OUTSIDE_EXAMPLES=60 .venv/bin/pytest tests/outside
	@.venv/bin/python -m tests.outside.site_audit

format: setup
	@.venv/bin/ruff format .
	@.venv/bin/ruff check --fix .

bench: setup
	@.venv/bin/python -m tests.bench

# Half an hour at most, and what it leaves is thrown away: nothing else needs it. docs/benchmarks/mutation.md reads it.
mutate: setup
	@timeout 1800 .venv/bin/mutmut run; .venv/bin/mutmut results

clean:
	rm -rf mutants .venv .venv-rasa .venv-audit .uv bot/models nlu/learned/model nlu/written/model build *.egg-info
