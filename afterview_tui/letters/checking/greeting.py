"""Greetings that nobody would send: "Dear the receptionist,", "Dear Dr. ," """

from __future__ import annotations

import re
from collections.abc import Iterator

from afterview_tui.domain import names
from afterview_tui.domain.records import Person
from afterview_tui.domain.text import fold
from afterview_tui.letters.checking import gaps_and_length, written_names
from afterview_tui.letters.checking.finding import Check, Finding, at
from afterview_tui.letters.checking.lexicon import listed
from afterview_tui.letters.checking.salutation import salutation

_BARE = re.compile(r"^[^\S\n]*dear\b[^\S\n]*[,:;!.]?[^\S\n]*$", re.I | re.M)
_SOMEBODY = listed(
    "someone somebody anyone anybody whoever whom unknown nobody none n/a no tbd one it"
)
_OPENERS = listed("the a an my his her their our that this those these some your")
_JOINED = frozenset(("or", "and", "/", "&"))
_SHORT_TITLES = frozenset(("dr", "mr", "mrs", "ms", "mx", "prof", "st"))
# How people do greet somebody whose name they do not know.
_GREETED = re.compile(
    r"(?:hiring|recruiting|recruitment|search|selection|interview|admissions|human resources|hr)?"
    r" ?(?:manager|managers|team|committee|panel|department|board)|recruiter|all|both|everyone"
    r"|everybody|colleagues?|friends?|sirs?|madam|sir or madam|sir/madam|sirs?,? madams?"
    r"|ladies and gentlemen|there|again|folks|members of .*|team at .*|chef|coach|professor|doctor"
)
_LONGEST = 12  # words that are looked at


def unsendable_greeting(text: str, person: Person) -> Iterator[Finding]:
    """A greeting of somebody without a name, or of nobody at all; `person` is whom it is for."""
    greeted = salutation(text)
    fix = names.addressed(person) if person.name else names.GAP
    if greeted is None:
        if (bare := _BARE.search(text)) and not text[: bare.start()].strip():
            end = bare.start() + len(bare[0].rstrip(" ,:;!."))
            yield Finding(Check.GREETING, end, end, "", "Nobody is greeted.", f" {fix}")
        return
    said = text[greeted.start : greeted.end]
    if not said:
        line = text[text.rfind("\n", 0, greeted.start) + 1 : greeted.start]
        if fold(line).strip(" ,:;!.").endswith("dear"):
            why = "Nobody is greeted."
            yield Finding(Check.GREETING, greeted.start, greeted.start, "", why, fix)
    elif not gaps_and_length.gaps(said) and _is_unsendable(said):
        why = f"“{said}” is not what anybody is called."
        yield at(Check.GREETING, text, greeted.start, greeted.end, why, fix)


def _is_unsendable(said: str) -> bool:
    words = said.split()[:_LONGEST]
    small = [fold(one).strip(".,;:?!()") for one in words]
    if not any(character.isalpha() for character in said):
        return True
    if _GREETED.fullmatch(" ".join(small)):
        return False
    if _is_title_alone(words):
        return True
    while small and small[0] in written_names.TITLE_WORDS and len(small) > 1:
        words, small = words[1:], small[1:]
        if not words[0].strip("?.,") or (words[0][0].islower() and small[0] in _OPENERS):
            return True
    if " ".join(small[:2]) in ("to whom", "n/a", "no name", "not known"):
        return True
    if words[0][0].islower() and small[0] in _SOMEBODY | _OPENERS:
        return True
    if small[0] in ("the", "someone", "somebody", "unknown", "whoever") and len(small) > 1:
        return True
    if any(word in ("whose", "who", "whom", "which", "whoever") for word in words[1:]):
        return True
    is_described = names.is_description(Person(name=said))
    return (is_described and words[-1][0].islower() and not words[0][0].isupper()) or (
        is_described and words[0].isupper() and words[-1][0].islower()
    )


def _is_title_alone(words: list[str]) -> bool:
    """ "Dr.", "Mr./Ms.", "Mr. or Ms." """
    pieces = [one for word in words for one in word.replace("/", " / ").split()]
    small = [fold(one).strip(".,?!") for one in pieces]
    rest = [one for one in small if one and one not in _JOINED]
    return bool(rest) and all(one in _SHORT_TITLES for one in rest)
