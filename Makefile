# make boek   bouwt de website in _build/html
# make test   draait alles wat moet slagen; met SNEL=1 alleen wat binnen een minuut kan, met INSTALLEER=1 komt Chromium erbij
#
# Hier staat alleen de voorbereiding: een virtuele omgeving in .venv met de vastgelegde versies.
# Het werk doet de opdracht `kennis` (src/kennis/cli.py). Zonder make: zie README.md.

PYTHON ?= python3
MET_UV := $(shell uv --version >/dev/null 2>&1 && echo ja)
# De omgeving hoort bij deze twee bestanden; verandert er één, dan wordt zij bijgewerkt.
STEMPEL := .venv/klaar-$(shell cat requirements.txt pyproject.toml | git hash-object --stdin)

ifeq ($(OS),Windows_NT)
BIN := .venv/Scripts
else
BIN := .venv/bin
endif

.PHONY: boek test lab klaar
.DEFAULT_GOAL := boek

boek test lab: $(STEMPEL)
	@$(BIN)/kennis $@ $(if $(filter test,$@),$(if $(SNEL),--snel) $(if $(INSTALLEER),--installeer))

klaar: $(STEMPEL)
	@:

$(STEMPEL):
ifeq ($(MET_UV),ja)
	@echo "- Omgeving maken in .venv (met uv) …"
	@test -x $(BIN)/python || uv venv --quiet --python '>=3.11' .venv
	@uv pip install --quiet --python $(BIN)/python --require-hashes -r requirements.txt
	@uv pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation -e .
else
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo "Python 3.11 of nieuwer is nodig. Wijs hem aan met: make $(or $(MAKECMDGOALS),boek) PYTHON=/pad/naar/python3"; exit 1; }
	@echo "- Omgeving maken in .venv (met pip; de eerste keer duurt dat ongeveer een minuut) …"
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv || { \
	  echo "Het maken van .venv lukt niet. Op Debian en Ubuntu helpt: sudo apt-get install python3-venv"; rm -rf .venv; exit 1; }
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
endif
	@rm -f .venv/klaar-* && touch $@
