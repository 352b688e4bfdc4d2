"""Slips of the fingers that no dictionary finds: a word twice, no space after a full stop."""

from __future__ import annotations

import re
from collections.abc import Iterator

from afterview_tui.letters.checking.finding import Check, Finding

_TWICE = re.compile(
    r"(?<![\w'’-])([^\W\d_]+)(?:(?:[ \t]+|[ \t]*\n[ \t]*)(\1)(?![\w'’-]))+", re.IGNORECASE
)
# Said twice on purpose, or by the grammar: "all that that means", "a very, very long way".
_MEANT = frozenset(
    (
        *("had", "that", "very", "so", "much", "many", "no", "yes", "really", "far", "long"),
        *("again", "more", "ha", "bye", "on", "in", "is", "there", "quite", "too", "never", "wow"),
    )
)
_NO_SPACE = re.compile(r"(?<![\w.@/])[^\W\d_]*[a-zß-ÿ]{2}([.?!])([A-ZÀ-Þ][a-zß-ÿ]+|I)(?![\w@/.])")
_ENDINGS = frozenset(("com", "org", "net", "edu", "io", "js", "py"))


def slips(text: str) -> Iterator[Finding]:
    """Each with what was meant."""
    for found in _TWICE.finditer(text):
        first, second = found[1], found[2]
        is_name = first != "I" and first[0].isupper() and second[0].isupper()  # Walla Walla
        if first.lower() not in _MEANT and not is_name:
            why = "The same word again."
            yield Finding(Check.SLIP, found.start(), found.end(), found[0], why, first)
    for found in _NO_SPACE.finditer(text):
        if found[2].lower() not in _ENDINGS:
            fixed = f"{text[found.start() : found.end(1)]} {found[2]}"
            why = "There is no space between two sentences."
            yield Finding(Check.SLIP, found.start(), found.end(), found[0], why, fixed)
