"""The address book beside a field in which people are typed: who is on file, and what was said."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from afterview_tui.domain import names, people
from afterview_tui.domain.people import Known
from afterview_tui.domain.records import Interview, Person
from afterview_tui.domain.text import count, fold, joined
from afterview_tui.tui.dialogs.form_fields import Hint, Values

_WORD = re.compile(r"[^\W_]+")
SHOWN = 3  # people whose past is told; the fields below want their room


class OnFile:
    """What a form may say and offer of the people on file.

    `interview` is the one that the form is about, when it is on file; `listed`
    are those whom the form starts with: of them it is known who they are.
    """

    def __init__(
        self,
        known: Sequence[Known],
        today: date,
        *,
        interview: Interview | None = None,
        listed: Sequence[Person] = (),
    ) -> None:
        self._known = known
        self._today = today
        self._interview = interview
        self._here = {fold(one.name): one.id for one in listed}

    def met(self, line: str, values: Values) -> str:
        """What a line of people met may become, at the employer that the form names."""
        return people.completion(line, self._known, values.get("employer", self._employer))

    def reference(self, line: str, values: Values) -> str:
        """What a line of references may become."""
        return people.completion(line, self._known, as_reference=True)

    def hint(self, block: str, employer: str = "") -> Hint:
        """Who was understood, what was before, and what looks wrong.

        Without an `employer` they are references, who may work anywhere.
        """
        typed = names.people(block)
        told = [words for one in typed if (words := self._before(one, employer))]
        more = ["…"] if len(told) > SHOWN else []
        parts = [_understood(typed, block), *told[:SHOWN], *more]
        doubts = [words for one in typed if (words := self._doubt(one, employer))]
        return Hint("\n".join(filter(None, parts)), doubt="\n".join(doubts[:SHOWN]))

    @property
    def _employer(self) -> str:
        return self._interview.employer if self._interview is not None else ""

    def _find(self, person: Person, employer: str) -> Known | None:
        here = self._here.get(fold(person.name))
        listed = [one for one in self._known if one.person.id == here]
        return listed[0] if listed else people.same(person, self._known, employer)

    def _before(self, person: Person, employer: str) -> str:
        known = self._find(person, employer)
        if known is None:
            return ""
        this = self._interview.id if self._interview is not None else 0
        words = people.words(known, self._today, but=this)
        is_here = bool(this) and this in {one.id for one in known.interviews}
        if not words and is_here:
            return ""
        return f"{known.person.shown}: {words or 'on file'}"

    def _doubt(self, person: Person, employer: str) -> str:
        is_here = fold(person.name) in self._here
        second = "" if is_here else people.second(person, self._known, employer)
        return "\n".join(filter(None, [second, people.doubts(person)]))


def _understood(typed: Sequence[Person], block: str) -> str:
    """Who the people are; of one alone, only when it is not what was typed, word for word."""
    if len(typed) < 2:
        return _read_as(typed[0], block) if typed else ""
    shown = [one.shown for one in typed[:3]] + (["…"] if len(typed) > 3 else [])
    return f"{count(len(typed), 'person', 'people')}: {joined(shown)}"


def _read_as(one: Person, typed: str) -> str:
    line = names.as_line(one, at=one.employer)
    if _words(line) == _words(typed):
        return ""
    notes = ", ".join(one.notes.splitlines())
    return f"Read as {line}; noted: {notes}" if notes else f"Read as {line}"


def _words(text: str) -> list[str]:
    return _WORD.findall(fold(text))
