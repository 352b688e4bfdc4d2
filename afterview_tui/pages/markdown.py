"""Text of the user's in Markdown: it reads as it was typed, and nothing in it acts."""

from __future__ import annotations

import re

from afterview_tui.domain.text import clean_line

# An underscore inside a word, as addresses on the web have it, marks nothing.
_ACTS = re.compile(r"[\\`*\[\]<>|~]|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w+;)")
# A line that begins so would be a heading, a list or a rule.
_BEGINS = re.compile(r"^(?:[#+=-]|\d+(?=[.)](?:\s|$)))")


def escaped(text: str) -> str:
    """One line of text with a backslash wherever Markdown would read more into it."""
    safe = _ACTS.sub(lambda found: f"\\{found[0]}", clean_line(text))
    begins = _BEGINS.match(safe)
    if begins is None:
        return safe
    # A number is kept from beginning a list by its dot, not by its digits.
    at = begins.end() if begins[0].isdigit() else 0
    return f"{safe[:at]}\\{safe[at:]}"
