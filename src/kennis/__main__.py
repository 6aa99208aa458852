"""`python -m kennis` doet hetzelfde als de opdracht `kennis`."""

from kennis.cli import hoofd

raise SystemExit(hoofd())
