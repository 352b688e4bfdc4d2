"""Texts that are not letters: pages to call from, to prepare from, to take along."""
