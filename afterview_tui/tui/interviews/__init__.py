"""Pane 1, and all that is done with an interview."""
