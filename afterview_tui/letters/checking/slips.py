"""Slips that no dictionary finds: a word twice, "would of", a small "i", a stop missing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise, zip_longest

from afterview_tui.letters.checking.finding import Check, Finding
from afterview_tui.letters.checking.sentences import Sentence
from afterview_tui.letters.checking.word_forms import is_told

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
_SMALL_I = re.compile(r"(?<![\w.'’(\[/-])i(?=['’](?:m|ve|d|ll)\b|[ \n][a-z])")
_MARKS = re.compile(r"!(?:[!?]+)|\?(?:[!?]+)")
_SPACE_BEFORE = re.compile(r"(?<=[^\W\d_]) +([,;:?!]|\.(?!\.))(?=\s|$)")
_BARE_A = re.compile(r"\b([Aa]) ((?:[aeio]|un(?!i)|um|up|ug)[a-z]+)\b(?!['’-])")
# "A European", "a one-way street"; and what follows the letter A: "plan a is", "vitamin a or".
_NO_VOWEL = re.compile(r"eu|one|once|ouija|ewe|(?:an|and|as|at|in|is|of|on|or|if|it|am|are)$")
_AN = re.compile(r"\b([Aa])n ([bcdfgjklmnpqrstvwz](?:[a-z]{3,}|[aeiouy][a-z]))\b")
# "march", "may" and "august" are also words: only behind what a month follows.
_SMALL_DAY = re.compile(
    r"(?<![\w/@.-])((?:(?:sun|mon|tues|wednes|thurs|fri|satur)day|january|february|april|june|july"
    r"|september|october|november|december)|(?:(?<=\bin )|(?<=\bby )|(?<=\buntil )|(?<=\bsince ))"
    r"(?:march|may|august))(?:['’]?s)?\b(?![/@.]\w)"
)
_OF = re.compile(r"\b(would|could|should|might|must) of\b(?! course)", re.IGNORECASE)
_SMALL_START = re.compile(r"\b([A-Za-z]{4,})\. +([a-z]{2,})\b(?![@/.])")
_SHORT = frozenset(("approx", "dept", "assn", "bros", "corp", "capt", "incl", "misc"))
# Characters of lines that another program has broken: shorter and longer ones a person has ended.
_BROKEN = range(55, 80)


def slips(text: str) -> Iterator[Finding]:
    """Each with what was meant."""
    for found in _TWICE.finditer(text):
        first, second = found[1], found[2]
        is_name = first != "I" and first[0].isupper() and second[0].isupper()  # Walla Walla
        if first.lower() not in _MEANT and not is_name:
            why = "The same word again."
            yield _slip(found, why, first)
    for found in _NO_SPACE.finditer(text):
        if found[2].lower() not in _ENDINGS:
            fixed = f"{text[found.start() : found.end(1)]} {found[2]}"
            why = "There is no space between two sentences."
            yield _slip(found, why, fixed)
    for found in _SMALL_I.finditer(text):
        yield _slip(found, "A small “i” for “I”.", "I")
    for found in _MARKS.finditer(text):
        mark = "?" if "?" in found[0] else "!"
        why = "One such mark is enough in a letter."
        yield _slip(found, why, mark)
    for found in _SPACE_BEFORE.finditer(text):
        yield _slip(found, "No space stands before this.", found[1])
    yield from _wrong_words(text)
    yield from _lines_without_a_stop(text)


def _wrong_words(text: str) -> Iterator[Finding]:
    for found in _BARE_A.finditer(text):
        if not _NO_VOWEL.match(found[2]):
            why = "Before a vowel it is “an”."
            yield _slip(found, why, f"{found[1]}n {found[2]}")
    for found in _AN.finditer(text):
        if re.search("[aeiouy]", found[2]):
            yield _slip(found, "Before a consonant it is “a”.", f"{found[1]} {found[2]}")
    for found in _SMALL_DAY.finditer(text):
        yield _slip(found, "Days and months have a capital.", found[0].capitalize())
    for found in _OF.finditer(text):
        yield _slip(found, "It sounds like “of”, and is “have”.", f"{found[1]} have")
    for found in _SMALL_START.finditer(text):
        if found[1].lower() not in _SHORT and found[2] not in _ENDINGS:
            why = "A sentence begins with a capital."
            yield _slip(found, why, f"{found[1]}. {found[2][0].upper()}{found[2][1:]}")


def _slip(found: re.Match[str], why: str, fix: str) -> Finding:
    return Finding(Check.SLIP, found.start(), found.end(), found[0], why, fix)


def _lines_without_a_stop(text: str) -> Iterator[Finding]:
    """Sentences that only the end of their line ends. Below a colon stands a list."""
    for lines in _paragraphs(text):
        longest = max(len(said) for _, said in lines)
        for (start, said), (_, below) in pairwise(lines):
            if said.endswith(":"):
                break
            first = below.split()[0]
            has_room = len(said) not in _BROKEN or len(said) + 1 + len(first) <= longest
            has_stop = not said[-1].isalnum() or not first[0].isupper()
            if has_room and not has_stop and is_told(said) and is_told(below):
                last = said.split()[-1]
                end = start + len(said)
                why = "The line ends, and no full stop ends its sentence."
                yield Finding(Check.SLIP, end - len(last), end, last, why, f"{last}.")


def unended(every: Sequence[Sentence], parts: Sequence[tuple[str, int, int]]) -> Iterator[Finding]:
    """Last sentences of a paragraph without an end. A part gets its own when it is left."""
    number = Counter(one.paragraph for one in every if one.is_line)
    for one, following in zip_longest(every, every[1:]):
        is_last = following is None or following.paragraph != one.paragraph
        is_in_part = any(start <= one.end <= end for _, start, end in parts)
        if not is_last or is_in_part or one.is_closed or not one.words or not is_told(one.text):
            continue
        last, is_list = one.words[-1], ":\n" in one.text or number[one.paragraph] > 1
        if last.end == one.end and not last.is_quoted and not is_list:
            why = "No full stop ends the sentence."
            yield Finding(Check.SLIP, last.start, last.end, last.text, why, f"{last.text}.")


def _paragraphs(text: str) -> Iterator[list[tuple[int, str]]]:
    """The lines that follow each other, each with where it starts."""
    lines: list[tuple[int, str]] = []
    start = 0
    for line in text.split("\n"):
        if line.strip():
            lines.append((start, line.rstrip()))
        elif lines:
            yield lines
            lines = []
        start += len(line) + 1
    if lines:
        yield lines
