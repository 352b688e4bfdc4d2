"""The words of a text as names are looked up in it: folded, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from afterview_tui.domain.names import TITLES
from afterview_tui.domain.text import fold

_WORD = re.compile(r"[^\W_]+|&")
# What may stand between two words of one name, a line's end among it: "J. P. Morgan",
# "Hill & Co", "Rao-Ellis", "O’Brien". An empty line, or the end of a sentence, ends a name.
_WITHIN = re.compile(r"[^\S\n]*[.,'’/+&-]?[^\S\n]*\n?[^\S\n]*")
_ENDS_SENTENCE = re.compile(r"[.!?…:][\"'”’)\]]*\s|\n")
_SHORT = frozenset((*map(fold, TITLES), "st", "no", "vs", "inc", "ltd", "co", "jr", "sr"))
_LONGEST_GAP = 12  # characters between two words of one name
_DASHES = "—–•*#>"


@dataclass(frozen=True, slots=True)
class Token:
    """One word: as written, folded, and where it is."""

    text: str
    folded: str
    start: int
    end: int
    starts_sentence: bool

    @property
    def is_capital(self) -> bool:
        """Whether it begins as a name does; a script without capitals leaves it open."""
        return not self.text[0].islower()


@dataclass(frozen=True)
class Text:
    """A text with its words."""

    text: str

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """Every word, in order."""
        return tuple(_tokens(self.text))

    def fits(self, at: int, words: Sequence[str]) -> bool:
        """Whether these folded words follow each other from the token at `at` on, as one name."""
        tokens = self.tokens
        if at + len(words) > len(tokens):
            return False
        for number, word in enumerate(words):
            if tokens[at + number].folded != word:
                return False
            if number and not self.is_joined(at + number):
                return False
        return True

    def is_joined(self, at: int) -> bool:
        """Whether the token at `at` may belong to one name with the token before it."""
        if not 0 < at < len(self.tokens):
            return False
        before, this = self.tokens[at - 1], self.tokens[at]
        between = self.text[before.end : this.start]
        if len(between) > _LONGEST_GAP or not _WITHIN.fullmatch(between):
            return False
        return "." not in between or _is_short(before)


def words_of(name: str) -> tuple[str, ...]:
    """The folded words of a name, as they are looked up; "and" is "&"."""
    return tuple(token.folded for token in _tokens(name))


def _tokens(text: str) -> Iterator[Token]:
    end = 0
    before: Token | None = None
    for found in _WORD.finditer(text):
        folded = fold(found[0])
        if not folded:
            continue
        between = text[end : found.start()] if before is not None else ""
        starts = before is None or _is_start(before, between)
        folded = "and" if folded == "&" else folded
        before = Token(found[0], folded, found.start(), found.end(), starts)
        end = found.end()
        yield before


def _is_start(before: Token, between: str) -> bool:
    if between.strip(" \t'\"“‘(") == "." and _is_short(before):
        return False
    return bool(_ENDS_SENTENCE.search(between)) or any(dash in between for dash in _DASHES)


def _is_short(token: Token) -> bool:
    """Whether a full stop after this word need not end the sentence: "Dr.", "J."."""
    return token.folded in _SHORT or (len(token.text) == 1 and token.text.isupper())
