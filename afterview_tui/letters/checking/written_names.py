"""Whether words are written as a name: capitals, titles, and what stands beside them."""

from __future__ import annotations

from afterview_tui.domain.names import TITLES
from afterview_tui.domain.text import fold
from afterview_tui.letters.checking import spelling
from afterview_tui.letters.checking.lexicon import words_in
from afterview_tui.letters.checking.words_in_text import Text, Token

TITLE_WORDS = {
    **{fold(title): fold(title) for title in TITLES},
    "doctor": "dr",
    "professor": "prof",
    "mister": "mr",
    "reverend": "rev",
    "doc": "dr",
}
# Written with a capital wherever they stand, and seldom somebody's name there.
_CAPITALS = words_in("capitals")
# Programs and sites with an employer's name: one meets "on Zoom" and finds a job "on Indeed".
_TOOLS = words_in("tools")
_USED = frozenset(
    ("on", "via", "over", "by", "through", "using", "with", "in", "use", "used", "a", "my")
)
_EMPLOYING = frozenset(("at", "join", "joining", "joined"))
_NEAR_PLACES = frozenset(("in", "from", "near", "around", "of", "to", "outside", "via", "through"))
_GREETED = frozenset(("dear", "hello", "hi", "hey", "thanks", "you", "again"))
_CALLING = _GREETED | {"and"}


def title_before(text: Text, at: int) -> Token | None:
    """The title before the word at `at`: "Dr." in "Dr. Chen", but no "miss" in a sentence."""
    if at and text.is_joined(at) and is_title(text, at - 1):
        return text.tokens[at - 1]
    return None


def is_title(text: Text, at: int) -> bool:
    """Whether a word is a title: with a capital, or a full stop after it."""
    token = text.tokens[at]
    is_marked = token.is_capital or text.text[token.end : token.end + 1] == "."
    return is_marked and token.folded in TITLE_WORDS


def title_of(title: str) -> str:
    """A title in one way of writing it: "dr" for "Dr." and "Doctor"."""
    word = fold(title).rstrip(".")
    return TITLE_WORDS.get(word, word)


def is_whole_name(text: Text, at: int, size: int, *, longest_is_sure: bool) -> bool:
    """Whether several words are a name: with capitals, or no words of the language at all.

    Of an employer, three words and more are no accident in small letters, and
    neither are two that somebody works at.
    """
    if longest_is_sure and (size > 2 or _before(text, at) in _EMPLOYING):
        return True
    words = text.tokens[at : at + size]
    return all(one.is_capital or not spelling.is_word(one.folded) for one in words)


def is_lone_name(text: Text, at: int) -> bool:
    """Whether one word by itself is a name: a capital that no sentence or longer name gives it."""
    token = text.tokens[at]
    if not token.is_capital or len(token.folded) < 2:
        return False
    if token.folded in _CAPITALS and not (is_called(text, at) and _before(text, at) in _GREETED):
        return False
    if token.starts_sentence and spelling.is_common(token.folded):
        return False
    return not (_is_name_beside(text, at, -1) or _is_name_beside(text, at, 1))


def is_titled(text: Text, at: int) -> bool:
    """Whether a word with a capital follows a title."""
    return text.tokens[at].is_capital and title_before(text, at) is not None


def is_tool(text: Text, at: int) -> bool:
    """Whether it is something that is used, not somebody to work for."""
    return text.tokens[at].folded in _TOOLS and _before(text, at) in _USED


def is_place(text: Text, at: int) -> bool:
    """Whether it reads as a place."""
    return _before(text, at) in _NEAR_PLACES


def is_called(text: Text, at: int) -> bool:
    """Whether somebody is spoken to by this word: "thank you, Ben"."""
    end = text.tokens[at].end
    is_set_off = text.text[end : end + 1] in (",", "!", ".", ":", "\n", "")
    return is_set_off and (_before(text, at) in _CALLING or text.tokens[at].starts_sentence)


def _before(text: Text, at: int) -> str:
    return text.tokens[at - 1].folded if at else ""


def _is_name_beside(text: Text, at: int, side: int) -> bool:
    """Whether the word beside it is part of the same longer name: "Hyde Park", "Park Lane"."""
    other = at + side
    if not 0 <= other < len(text.tokens):
        return False
    first, second = sorted((at, other))
    between = text.text[text.tokens[first].end : text.tokens[second].start]
    if between not in (" ", "-", "\u00a0"):
        return False
    beside = text.tokens[other]
    if not beside.is_capital or beside.folded in ("i", "and") or beside.text.isdigit():
        return False
    if beside.folded in TITLE_WORDS:
        return side > 0
    return not (beside.starts_sentence and spelling.is_common(beside.folded))
