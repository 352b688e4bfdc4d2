"""Pane 2 and Today: the four steps, and what is done with a line of them."""
