"""A letter as it is looked over, with all that a check needs. No screen is asked for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from afterview_tui.domain.letter import Letter, LetterForm, LetterKind
from afterview_tui.domain.letter_kinds import about
from afterview_tui.domain.letter_spans import Span, unpacked
from afterview_tui.domain.recipients import Recipient, everybody
from afterview_tui.domain.records import Facts
from afterview_tui.letters.checking.finding import Finding
from afterview_tui.letters.drafting.written_parts import going_out

if TYPE_CHECKING:
    from afterview_tui.storage.all_names import Naming

Key = tuple[int, int, LetterKind, LetterForm]


@dataclass(frozen=True, slots=True)
class Looked:
    """A letter as it is looked at, with all that a check needs: it runs in a thread."""

    facts: Facts
    to: Recipient
    letter: Letter
    naming: Naming
    others: tuple[tuple[str, str], ...]
    words: tuple[str, ...]
    today: date

    @property
    def key(self) -> Key:
        """Which letter it is, whatever its words."""
        return self.letter.which

    @property
    def written(self) -> tuple[Span, ...]:
        """Where the parts of the letter stand."""
        names = {part.name for part in about(self.to.kind).parts}
        spans = unpacked(self.letter.parts, self.letter.text)
        return tuple(one for one in spans if one.name in names)

    def find(self, *, at_once: bool = False) -> tuple[Finding, ...]:
        """What there is to look at. The first time in a program it loads a dictionary.

        `at_once` does without one that is not loaded yet, and with the names as they
        were learned last: either takes long.
        """
        from afterview_tui.letters.checking import spelling
        from afterview_tui.letters.checking.all_findings import findings

        return findings(
            self.letter.text,
            facts=self.facts,
            to=self.to,
            form=self.letter.form,
            names=self.naming.known if at_once else self.naming.names(),
            others=self.others,
            words=self.words,
            subject=self.letter.subject,
            beginnings=[one for part in about(self.to.kind).parts for one in part.beginnings],
            parts=[(one.name, one.start, one.end) for one in self.written],
            today=self.today,
            spells=spelling.is_loaded() or not at_once,
        )


def others(facts: Facts, to: Recipient) -> tuple[tuple[str, str], ...]:
    """The other letters of this kind that somebody has written to the same interview."""
    return tuple(
        (one.person.shown, going_out(letter).letter.text)
        for one in everybody(facts, to.kind)
        if one.key != to.key
        and (letter := one.letter(facts)) is not None
        and not letter.follows_facts
    )
