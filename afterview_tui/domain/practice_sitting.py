"""One sitting of practice: which question is at hand, what comes after it, and the way back."""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass

from afterview_tui.domain.practice import Went
from afterview_tui.domain.records import Question

TIMES = 2  # a question comes in one sitting at most, however it goes


@dataclass(frozen=True, slots=True)
class Move:
    """One step of a sitting, at the question that was the `at`th.

    `before` is that question as it was, when something was noted of it: how it
    went, or an answer.
    """

    at: int
    before: Question | None = None
    went: Went | None = None
    comes_again: bool = False

    @property
    def is_answer(self) -> bool:
        """Whether an answer was written, and nothing was gone on to."""
        return self.before is not None and self.went is None


def is_same(one: Question, other: Question) -> bool:
    """Whether nothing that a sitting may change differs: the answer, and how it went last."""
    mine, theirs = ((q.answer, q.practised_on, q.went) for q in (one, other))
    return mine == theirs


class Sitting:
    """The ids of the questions that come, in their order; `later` are those that rest.

    A sitting has an end, so that there is one to reach. What rests comes after
    it, when that is wanted.
    """

    def __init__(self, coming: Iterable[int] = (), later: Iterable[int] = ()) -> None:
        self._coming = list(coming)
        self._at = 0
        self.later = list(later)
        self.moves: list[Move] = []

    @property
    def current(self) -> int | None:
        """The question at hand; None at the end."""
        return self._coming[self._at] if self._at < len(self._coming) else None

    @property
    def practised(self) -> int:
        """How many questions were practised; one that came twice counts once."""
        said = (move.before for move in self.moves if move.went is not None)
        return len({question.id for question in said if question is not None})

    def went(self, question: Question, went: Went) -> None:
        """Note how the question at hand went, and go on.

        One to try again comes once more, at the end of the sitting.
        """
        comes_again = went is Went.AGAIN and self._coming.count(question.id) < TIMES
        if comes_again:
            self._coming.append(question.id)
        self.moves.append(Move(self._at, question, went, comes_again))
        self._at += 1

    def answered(self, question: Question) -> None:
        """Note that an answer to the question at hand was written."""
        self.moves.append(Move(self._at, question))

    def skip(self) -> None:
        """Go on to the next question."""
        self.moves.append(Move(self._at))
        self._at += 1

    def go_on(self) -> None:
        """Go on with the questions that rest."""
        self._coming += self.later
        self.later = []

    def back(self) -> None:
        """Go back to where the last step was made, as if it had not been."""
        move = self.moves.pop()
        self._at = move.at
        if move.comes_again:
            last = self._coming[::-1].index(self._coming[move.at])
            del self._coming[len(self._coming) - 1 - last]

    def pass_over(self, on_file: Container[int]) -> None:
        """Go on past questions that are no longer on file."""
        while self.current is not None and self.current not in on_file:
            self._at += 1
