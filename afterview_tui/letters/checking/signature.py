"""Whether the writer's name stands under a letter."""

from __future__ import annotations

import re
from collections.abc import Iterator

from afterview_tui.domain.letter import LetterForm
from afterview_tui.domain.text import fold
from afterview_tui.letters.checking.finding import Check, Finding
from afterview_tui.letters.checking.gaps_and_length import gaps
from afterview_tui.letters.checking.lexicon import listed
from afterview_tui.letters.checking.salutation import salutation

_WHY = "Your name is not in it: it stands under a letter."
_NO_NAMES = listed("dr mr mrs ms mx prof jr sr ii iii iv phd")
_FORMAL = listed("dr mr mrs ms mx prof professor sir madam sirs")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_LATER = re.compile(r"\n[^\S\n]*p\.?\s?s\b\.?.*\Z", re.I | re.S)
_STOP = re.compile(r"[.!?…][\"'”’)]*\s+(?=\S)")
_ADDRESS = re.compile(r"\S*(?:@|://|www\.)\S*")  # "sam@example.org" is no signature
_LONGEST = 8  # words of a line of a sign-off
_FEWEST = 4  # words of a sentence: "Sam Rivera, Jr." has fewer


def no_name_under_it(text: str, name: str, form: LetterForm) -> Iterator[Finding]:
    """A letter that its writer did not sign; `name` is theirs, as it is on file.

    On a card, and to whom they greet without a title, the first name does.
    """
    greeted, own = salutation(text), _words(name.partition(",")[0])
    if greeted is None or not own or any("name" in fold(one.text) for one in gaps(text)):
        return
    is_close = form is LetterForm.CARD or not _FORMAL.intersection(
        _words(text[greeted.start : greeted.end], but=frozenset())
    )
    wanted = {own[-1], own[0]} if is_close else {own[-1]}
    under = _ADDRESS.sub("", _LATER.sub("", text[greeted.end :]))
    if not any(wanted.intersection(_words(line)) for line in _signing(under)):
        end = len(text.rstrip())
        yield Finding(Check.NO_NAME, end, end, "", _WHY, about="name")


def _signing(text: str) -> Iterator[str]:
    """The lines that may be a signature: short ones that are no sentence, and the last words."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    for line in lines:
        words = _words(line)
        is_sentence = line.endswith((".", "!", "?", "…")) and len(words) >= _FEWEST
        if len(words) <= _LONGEST and not is_sentence:
            yield line
    if lines:
        *_, last = _STOP.split(lines[-1])
        if len(_words(last)) < _FEWEST:
            yield last


def _words(text: str, but: frozenset[str] = _NO_NAMES) -> list[str]:
    """The words of a name, without initials and what is put before or behind it."""
    every = [fold(one) for one in _WORD.findall(text)]
    return [one for one in every if len(one) > 1 and one not in but]
