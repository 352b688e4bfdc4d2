"""The text of a letter put in order, so that whoever writes a template need not care."""

from __future__ import annotations

import re

from afterview_tui.domain.text import with_one_stop

_SPACES = re.compile(r"[ \t]+")
_BEFORE_MARK = re.compile(r"\s+([,.](?:\s|$))")
_BETWEEN = re.compile(r"\n\s*\n")


def tidy(text: str) -> str:
    """Paragraphs with one empty line between them, words with one space, no stop twice."""
    paragraphs = (_paragraph(one) for one in _BETWEEN.split(text))
    return "\n\n".join(filter(None, paragraphs))


def _paragraph(text: str) -> str:
    lines = (_SPACES.sub(" ", line).strip() for line in text.split("\n"))
    joined = "\n".join(filter(None, lines))
    return with_one_stop(_BEFORE_MARK.sub(r"\1", joined))
