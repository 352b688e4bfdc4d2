"""Titles: one for each name, and the one that is on file."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from afterview_tui.domain import names
from afterview_tui.domain.records import Person
from afterview_tui.letters.checking import written_names
from afterview_tui.letters.checking.finding import Check, Finding, at
from afterview_tui.letters.checking.names_on_file import own_people, surname_words
from afterview_tui.letters.checking.salutation import Salutation, salutation
from afterview_tui.letters.checking.words_in_text import Text, words_of
from afterview_tui.letters.checking.wrong_names import Own

_TITLES = "|".join(names.TITLES)
_COURTESY = "Mr|Mrs|Ms|Miss|Mx"
# Letters after a name that say what "Dr." says before it.
_DOCTOR = "|".join(
    (
        r"D\.?D\.?S\.?|D\.?M\.?D\.?|B\.?D\.?S\.?|M\.?D\.?|D\.?C\.?|D\.?O\.?|O\.?D\.?",
        r"D\.?V\.?M\.?|V\.?M\.?D\.?|D\.?P\.?M\.?|D\.?P\.?T\.?|D\.?N\.?P\.?|M\.?B\.?B\.?S\.?",
        r"Ph\.? ?D\.?|Ed\.?D\.?|Psy\.?D\.?|Pharm\.?D\.?|Au\.?D\.?|D\.?Phil\.?",
    )
)
_NAME = r"[^\W\d_][\w'’-]*\.?"
_DOUBLE = re.compile(
    rf"\b(?P<title>{_TITLES})\b\.?[^\S\n]+(?P<name>(?:{_NAME}[^\S\n]+){{0,3}}?[^\W\d_][\w'’-]*)"
    rf"(?P<after>,?[^\S\n]*(?:{_DOCTOR})(?:,[^\S\n]*[A-Z][\w.]*)*)(?![\w])"
)
_TWICE = re.compile(
    rf"\b(?P<first>{_TITLES})\b\.?[^\S\n]+(?P<second>{_TITLES})\b\.?(?=[^\S\n]+[^\W\d_])"
)


def titles(text: Text, own: Own) -> Iterator[Finding]:
    """Titles that stand twice, and those that are not the person's."""
    greeted = salutation(text.text)
    yield from _before_and_after(text.text, greeted)
    yield from _two_in_a_row(text.text)
    yield from _wrong(text, own)


def _before_and_after(text: str, greeted: Salutation | None) -> Iterator[Finding]:
    for found in _DOUBLE.finditer(text):
        name, after = found["name"], found["after"]
        in_salutation = greeted is not None and greeted.start <= found.start() < greeted.end
        # A salutation has the title, an address the letters after the name.
        is_title_kept = in_salutation or found["title"] in ("Dr", "Doctor", "Prof", "Professor")
        in_address = greeted is not None and found.start() < greeted.start
        if in_address or not is_title_kept:
            fix = name + after
        else:
            fix = text[found.start() : found.start("after")]
        shown = after.strip(" ,")
        why = f"“{found['title']}” and “{shown}” say the same; one of them is enough."
        if found["title"] in _COURTESY.split("|"):
            why = f"“{shown}” after the name takes the place of “{found['title']}” before it."
        yield at(Check.TITLE, text, found.start(), found.end(), why, fix)


def _two_in_a_row(text: str) -> Iterator[Finding]:
    for found in _TWICE.finditer(text):
        first, second = found["first"], found["second"]
        courtesy = _COURTESY.split("|")
        if first != second and first not in courtesy and second not in courtesy:
            continue
        kept = second if first in courtesy else first
        dot = "." if "." in found[0] else ""
        why = f"“{first}” and “{second}” are two titles for one name."
        yield at(Check.TITLE, text, found.start(), found.end(), why, kept + dot)


def _wrong(text: Text, own: Own) -> Iterator[Finding]:
    people = _by_surname(own)
    for place, token in enumerate(text.tokens):
        if not written_names.is_title(text, place) or not text.is_joined(place + 1):
            continue
        said = written_names.TITLE_WORDS[token.folded]
        first = place + 1
        while _folded(text, first) in names.PARTICLES and text.is_joined(first + 1):
            first += 1
        for after in (first, first + 1):
            known = [one for one in people.get(_folded(text, after), ()) if _fits(text, after, one)]
            if not known:
                continue
            right = {written_names.title_of(one.title) for one in known}
            is_other = _is_first_name(text, first, after, known)
            if said not in right and not is_other:
                end = token.end + (text.text[token.end : token.end + 1] == ".")
                one = known[0]
                why = f"{one.name} is “{one.title}” on file."
                yield at(Check.TITLE, text.text, token.start, end, why, one.title)
            break


def _by_surname(own: Own) -> dict[str, list[Person]]:
    """People of this interview with a title on file, by the first word of their surname."""
    found: dict[str, list[Person]] = defaultdict(list)
    for person in own_people(own.facts, own.to.person):
        if person.title and (last := surname_words(person)):
            found[last[0]].append(person)
    return found


def _folded(text: Text, place: int) -> str:
    return text.tokens[place].folded if place < len(text.tokens) else ""


def _fits(text: Text, place: int, person: Person) -> bool:
    words = surname_words(person)
    return text.is_joined(place) and text.fits(place, words) and text.tokens[place].is_capital


def _is_first_name(text: Text, first: int, last: int, known: list[Person]) -> bool:
    """Whether a first name between the two says that it is somebody else of that surname."""
    if first == last:
        return False
    return (_folded(text, first),) not in {words_of(one.name)[:1] for one in known}
