"""Pieces of a letter that can be found again after a template has laid them out.

Each goes into the template between signs of its own, from the last plane of Unicode, which
no font shows and nobody types. They are taken out of the letter with the place noted.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from afterview_tui.domain.letter_spans import Span

_OPEN, _NAMED, _CLOSE = "\U0010fff0", "\U0010fff1", "\U0010fff2"
_SIGNS = re.compile(f"{_OPEN}[a-z_]*{_NAMED}|[{_OPEN}{_NAMED}{_CLOSE}]")


class Missing(str):
    """A gap in brackets that says what belongs there. A template's `if` takes it for nothing."""

    __slots__ = ()

    def __bool__(self) -> bool:
        return False


def marked(words: Mapping[str, str], names: frozenset[str]) -> dict[str, str]:
    """The words, those with one of these names between signs. A gap stays one."""
    return {name: _marked(name, text) if name in names else text for name, text in words.items()}


def unmarked(text: str) -> str:
    """A text without the signs."""
    return _SIGNS.sub("", text)


def found(text: str) -> tuple[str, tuple[Span, ...]]:
    """A text without the signs, and where each piece stands in it."""
    plain, spans = "", []
    begun: tuple[str, int] | None = None
    end = 0
    for sign in _SIGNS.finditer(text):
        plain += text[end : sign.start()]
        end = sign.end()
        if len(sign[0]) > 1:
            begun = sign[0][1:-1], len(plain)
        elif sign[0] == _CLOSE and begun is not None:
            spans.append(Span(*begun, len(plain)))
            begun = None
    return plain + text[end:], tuple(spans)


def _marked(name: str, text: str) -> str:
    if not str(text):
        return text
    return type(text)(f"{_OPEN}{name}{_NAMED}{text}{_CLOSE}")
