# Everything lives in .venv. A stamp file there says what is installed, so that a second call costs nothing.

BIN := .venv/bin
# The newest Python that the project supports; another one: make run PYTHON=/path/to/python
PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3 python; do \
	$$p -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' 2>/dev/null && echo $$p && break; done)
LOCK := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --no-emit-index-url --generate-hashes \
	--custom-compile-command "make lock"

DRAW := $(BIN)/python -m scripts.teams_cards.render --out docs/pictures/teams

.PHONY: run test crash year check model docs lock bench pictures playground clean

run: .venv/installed  ## the page on http://127.0.0.1:3978, its database in data/
	@$(BIN)/planfirst run

test: .venv/installed-dev  ## all tests
	@$(BIN)/pytest

crash: .venv/installed-dev  ## processes killed, faults everywhere: nothing lost, nothing said twice (ten minutes)
	@$(BIN)/python -m tests.crash.long

year: .venv/installed-dev  ## a year of weekly digests: 200 people, nine time zones, kills and downtimes (a minute)
	@$(BIN)/python -m tests.year.long $(SEED)

check: .venv/installed-dev  ## style, types, who may import whom, what the coach says
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m scripts.lint_content

model: .venv/installed  ## the judge's weights, learned from tests/corpus
	@$(BIN)/python -m scripts.train_judge

docs: .venv/installed  ## docs/dialogs.md from the code
	@$(BIN)/python -m scripts.dialogs_page

lock: $(BIN)/uv  ## pin anew what pyproject.toml asks for
	$(LOCK) --upgrade pyproject.toml -o requirements.lock
	$(LOCK) --upgrade --extra llm pyproject.toml -c requirements.lock -o requirements-llm.lock
	$(LOCK) --upgrade --extra dev --extra llm pyproject.toml -c requirements-llm.lock -o requirements-dev.lock

bench: .venv/installed-dev  ## what a turn costs, beside the peers
	@$(BIN)/python -m benchmarks.run

pictures: .venv/installed-dev  ## docs/pictures: what people see, from talks that are held for it (needs Node, Chromium)
	@$(BIN)/python -m tests.bot.slack.gallery build/gallery
	@$(BIN)/python -m scripts.pictures build/gallery docs/pictures/slack --scale 1.25 \
		--varied offer question_buttons plan_card review_request progress home
	@$(BIN)/python -m tests.bot.teams.gallery build/gallery_teams
	@cd scripts/teams_cards && npm ci --no-progress --loglevel=error
	@$(DRAW) build/gallery_teams/*.json --theme light --width 700 > build/cards.json
	@$(DRAW) $(addprefix build/gallery_teams/,offer.json plan_card.json review_request.json) --theme dark --width 360 > build/cards.json

playground: .venv/installed-dev  ## a talk in Microsoft's own client, in build/playground (needs Node, Chromium)
	@cd scripts/playground && npm ci --no-progress --loglevel=error
	@rm -rf build/playground
	@$(BIN)/python -m tests.bot.teams.playground scripts/playground/talk.steps build/playground

clean:  ## what was installed and built; never data/
	rm -rf .venv build dist *.egg-info .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis

.venv/made:
	@test -n "$(PYTHON)" || { echo "Planfirst needs Python 3.11, 3.12 or 3.13; none was found. \
	Install one, or name it: make run PYTHON=/path/to/python" >&2; exit 1; }
	@echo "Installing into .venv: once, some 150 MB"
	@$(PYTHON) -m venv .venv || { echo "On Debian and Ubuntu: apt install python3-venv" >&2; exit 1; }
	@touch $@

.venv/installed: .venv/made requirements.lock pyproject.toml
	$(BIN)/pip install --quiet --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --no-deps -e .
	@touch $@

# The development lock holds everything of the other one.
.venv/installed-dev: .venv/made requirements-dev.lock pyproject.toml
	$(BIN)/pip install --quiet --require-hashes -r requirements-dev.lock
	$(BIN)/pip install --quiet --no-deps -e .
	@touch $@ .venv/installed

$(BIN)/uv: .venv/made
	$(BIN)/pip install --quiet uv
