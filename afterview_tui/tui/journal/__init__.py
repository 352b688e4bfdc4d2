"""Pane 4: reflections, questions and stories."""
