"""Spelling: the words of a letter that no dictionary has, and what they may be meant to be.

The dictionary is that of pyspellchecker. It is loaded with the first question,
which takes a moment, and kept in a form that takes little room.
"""

from __future__ import annotations

import gzip
import pkgutil
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache, lru_cache
from itertools import groupby
from threading import Lock
from time import sleep
from typing import TYPE_CHECKING

from afterview_tui.domain.text import fold
from afterview_tui.letters.checking.lexicon import words_in, words_of_trades

if TYPE_CHECKING:
    from spellchecker import SpellChecker

# Seen so often in the dictionary's texts that it is no name when it begins a sentence.
_COMMON = 15_000
_SUGGESTED = 3
_LONGEST = 30  # letters; what is longer is no word of a letter

# What British spelling makes of an American word, undone: colour, centre, organise, travelled.
_BRITISH = (
    (re.compile(r"our(?=(?:s|ed|ing|ites?|abl[ey]|ful|fully|al|ers?|ist|hood|ly|less)?$)"), "or"),
    (re.compile(r"is(?=(?:e|es|ed|er|ers|ing|ation|ations|ational|able)$)"), "iz"),
    (re.compile(r"ys(?=(?:e|es|ed|er|ers|ing)$)"), "yz"),
    (re.compile(r"(?<=[bcht])re(?=s?$)"), "er"),
    (re.compile(r"(?<=[nht])tred$"), "tered"),
    (re.compile(r"(?<=[^aeiou][aeiou]l)l(?=(?:ed|ing|ings|er|ers|or|ors|ist|ists|ery|ous)$)"), ""),
    (re.compile(r"ae(?=[a-z]{3})"), "e"),
    (re.compile(r"oe(?=[a-z]{3})"), "e"),
    (re.compile(r"(?<=og)ue(?=s?$)"), ""),
    (re.compile(r"(?<=gram)me(?=s?$)"), ""),
    (re.compile(r"(?<=[ef]en)c(?=e)"), "s"),
)  # fmt: skip
# What holds one of these is an address, a link, a handle or a number, and no word.
_ASIDE = re.compile(
    r"[@#\d]|://|www\.|\w\.(?:com|org|net|edu|gov|io|co|uk|ca|au|de)\b", re.IGNORECASE
)
_PIECE = re.compile(r"\S+")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_NO_WORDS = ("th", "te")  # the dictionary, made of what people type, takes them for words
_CONTRACTED = re.compile(r"['’](?:s|re|ve|ll|d|m|t)?$")
# Words with other letters come from other languages: the dictionary has few of them.
_ENGLISH = re.compile(r"[a-z]+(?:'[a-z]+)*")


@dataclass(frozen=True, slots=True)
class Unknown:
    """A word that is in no dictionary, where it stands."""

    start: int
    end: int
    word: str


class _Words:
    """Words by their first two letters, as one text each: a set takes ten times the room."""

    def __init__(self) -> None:
        self._texts: dict[str, str] = defaultdict(lambda: "\n")

    def __contains__(self, word: str) -> bool:
        return f"\n{word}\n" in self._texts.get(word[:2], "")

    def add(self, start: str, words: Sequence[str]) -> None:
        """Take in words that have a beginning in common."""
        self._texts[start] += "".join(f"{word}\n" for word in words)

    def alike(self, word: str) -> list[str]:
        """Words with the same beginning."""
        return self._texts.get(word[:2], "").split()


class _Dictionary:
    """All words, and those among them that are met every day.

    It reads the word list of pyspellchecker past that library, whose own table
    of it would take 25 MB for as long as the program runs.
    """

    def __init__(self) -> None:
        self.words, self.common = _Words(), _Words()
        packed = pkgutil.get_data("spellchecker", "resources/en.json.gz") or b""
        listed = re.finditer(r'"([^"]+)": (\d+)', gzip.decompress(packed).decode())
        for start, group in groupby(listed, lambda found: found[1][:2]):
            sleep(0)  # it takes a while, and whoever shows a screen meanwhile wants a turn
            seen = [(found[1], int(found[2])) for found in group]
            self.words.add(start, [word for word, _ in seen])
            self.common.add(start, [word for word, times in seen if times >= _COMMON])
        for start, more in groupby(sorted(_more()), lambda word: word[:2]):
            self.words.add(start, list(more))


def _more() -> frozenset[str]:
    """Words of offices and trades, and of British spelling, that the dictionary has not."""
    return words_in("more_words") | words_of_trades()


_LOADING = Lock()
_loaded: list[_Dictionary] = []


def load() -> None:
    """Load the dictionary now, if it is not loaded yet. Any thread may ask."""
    with _LOADING:
        if not _loaded:
            _loaded.append(_Dictionary())


def is_loaded() -> bool:
    """Whether asking about a word takes no time."""
    return bool(_loaded)


def _dictionary() -> _Dictionary:
    if not _loaded:
        load()
    return _loaded[0]


@cache
def _checker() -> SpellChecker:
    # Imported here: only somebody who asks what a word may be needs it.
    from spellchecker import SpellChecker

    # Two letters wrong would take seconds to try in a long word.
    checker = SpellChecker(distance=1)
    checker.word_frequency.load_words(_more())
    return checker


def is_common(word: str) -> bool:
    """Whether a folded word is an everyday one: a name that is spelled so may be no name.

    Without the dictionary no word is: rather one question too many than one too few.
    """
    return is_loaded() and word in _dictionary().common


@lru_cache(maxsize=16_384)
def is_word(word: str) -> bool:
    """Whether a word in small letters is in the dictionary, in American or British spelling."""
    known, plain = _dictionary().words, fold(word)
    if word in known or plain in known:
        return True
    return any(british.sub(american, plain, count=1) in known for british, american in _BRITISH)


def unknown(text: str, words: Iterable[str] = ()) -> Iterator[Unknown]:
    """The words of a text that are neither in the dictionary nor among these folded `words`.

    Names of people and places have no dictionary: what has a capital within a
    sentence is let pass, and so are acronyms, addresses, numbers and other scripts.
    """
    from afterview_tui.letters.checking.words_in_text import Text

    starts = {token.start for token in Text(text).tokens if token.starts_sentence}
    mine = frozenset(words)
    for piece in _PIECE.finditer(text):
        if _ASIDE.search(piece[0]):
            continue
        for found in _WORD.finditer(piece[0]):
            start, word = piece.start() + found.start(), found[0]
            if word[0].isupper() and start not in starts:
                continue
            if not _is_known(word, mine):
                yield Unknown(start, start + len(word), word)


def _is_known(word: str, mine: frozenset[str]) -> bool:
    small, plain = word.casefold().replace("’", "'"), fold(word)
    if len(plain) < 2 or len(plain) > _LONGEST or not _ENGLISH.fullmatch(small):
        return True
    if word[1:] != word[1:].lower():  # an acronym, or a name with capitals of its own
        return True
    stem = _CONTRACTED.sub("", plain)
    if plain in mine or stem in mine or len(stem) < 2:
        return True
    return small not in _NO_WORDS and (is_word(small) or is_word(stem))


def suggestions(word: str) -> tuple[str, ...]:
    """What a word may be meant to be, the likeliest first, with its capital kept.

    The first question takes as long as loading the dictionary does.
    """
    small = word.casefold().replace("’", "'")
    if not small or len(small) > _LONGEST:
        return ()
    if small in _NO_WORDS:
        return ("The",) if word[:1].isupper() else ("the",)
    checker = _checker()
    near = (checker.candidates(small) or set()) - {small}
    seen = checker.word_frequency
    found = sorted(near, key=lambda one: (-seen[one], one))
    if not found:
        found = get_close_matches(small, _dictionary().words.alike(small), _SUGGESTED, cutoff=0.75)
    if small[:-1] in found and small.endswith("s"):  # "the childrens corner"
        found.insert(0, f"{small[:-1]}'s")
    capital = word[:1].isupper()
    return tuple(one[:1].upper() + one[1:] if capital else one for one in found[:_SUGGESTED])
