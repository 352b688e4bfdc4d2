"""Pane 3: letters, their checks, their ways out, their templates."""
