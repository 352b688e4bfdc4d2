"""Dialogs. Each answers with `dismiss`; Escape never discards what was typed."""
