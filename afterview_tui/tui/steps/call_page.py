"""A page to ring somebody from: whom, what to say, and lines for what came of it."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from typing import ClassVar

from afterview_tui.domain.records import Facts, Person
from afterview_tui.tui.kit.numbered_page import NumberedPage, PageLine
from afterview_tui.tui.kit.page import Answer


class CallPage(NumberedPage[Answer]):
    """One of a few people is asked for. A subclass says whom, and what to say to them."""

    TITLE_OF_PAGE: ClassVar[str]
    ANSWERS: ClassVar[Sequence[str]]
    TO_A_PERSON: ClassVar[str]  # the answer that needs somebody to write to

    @abstractmethod
    def whom_in(self, facts: Facts) -> Sequence[Person]:
        """Whom one can ask, the best first."""

    def ids_in(self, facts: Facts) -> Sequence[int]:
        """The ids of the people."""
        return [one.id for one in self.whom_in(facts)]

    @property
    def person(self) -> Person | None:
        """Whom to ask for; None when nobody is noted as met."""
        return next((one for one in self.whom_in(self.facts) if one.id == self.about), None)

    @property
    def above(self) -> str:
        """What the page is, and whom to ask for."""
        return " · ".join([self.TITLE_OF_PAGE, *([self.person.shown] if self.person else [])])

    def said(self) -> str:
        """What is asked."""
        return "What came of it?"

    def lines(self) -> Sequence[PageLine]:
        """What may come of it."""
        return [PageLine(one) for one in self.ANSWERS if self.person or one != self.TO_A_PERSON]

    def begins_at(self) -> str:
        """What one hopes for."""
        return self.ANSWERS[0]

    def stem(self) -> str:
        """What the file of a copy is called."""
        return file_of(self.facts, self.person, self.TITLE_OF_PAGE)


def file_of(facts: Facts, person: Person | None, title: str) -> str:
    """What the file of a page with this title is called."""
    interview = facts.interview
    name = person.name if person is not None else ""
    return f"{interview.held_on} {interview.employer} {title} {name}"
