"""What a line of the four steps does, on a real file and without a screen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import date
from typing import Any

import pytest
from textual.screen import Screen

from afterview_tui.domain.agenda import Case
from afterview_tui.domain.errors import AfterviewError
from afterview_tui.domain.letter import LetterKind
from afterview_tui.domain.recipients import Recipient
from afterview_tui.domain.records import Interview, Outcome, Step
from afterview_tui.domain.task import Kind, State, Task
from afterview_tui.storage.interviews import Entry
from afterview_tui.storage.store import Store
from afterview_tui.tui.desk import Desk
from afterview_tui.tui.front import Front
from afterview_tui.tui.keys import Where
from afterview_tui.tui.kit.form import Form
from afterview_tui.tui.steps.steps_work import StepsWork
from tests.storage.conftest import AMY, MARIA, Clock, Opener

LAKESIDE, OAK = 1, 2


class QuietFront(Front):
    """A front without a screen: it remembers what is said, asked and gone to."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.said: list[str] = []
        self.errors: list[AfterviewError] = []
        self.asked: list[Screen[Any]] = []
        self.answer: Callable[[Any], object] | None = None
        self.at = "interviews"

    def say(self, words: str, *, seconds: float = 4) -> None:
        self.said.append(words)

    def reporting(self) -> AbstractContextManager[None]:
        @contextmanager
        def kept() -> Iterator[None]:
            try:
                yield
            except AfterviewError as error:
                self.errors.append(error)

        return kept()

    def choose(
        self,
        dialog: Screen[Any],
        answer: Callable[[Any], object],
        left: Callable[[], object] | None = None,
    ) -> Any:
        self.asked.append(dialog)
        self.answer = answer

    def ask(self, form: Screen[bool], done: Callable[[], None] | None = None) -> Any:
        self.asked.append(form)

    def go_to(self, pane: str) -> None:
        self.at = pane


class Elsewhere:
    """The other kinds of work, and the steps on the screen: it remembers what is asked of them."""

    def __init__(self) -> None:
        self.asked: list[tuple[object, ...]] = []

    @property
    def interviews(self) -> Elsewhere:
        return self

    letters = copying = journal = shelf = interviews

    def open(self, key: object = None) -> None:
        self.asked.append(("open", key))

    def begin(self, kind: LetterKind, person_id: int) -> None:
        self.asked.append(("begin", kind, person_id))

    def ask_to_whom(self, kind: LetterKind) -> None:
        self.asked.append(("ask to whom", kind))

    def toggle_sent(self, to: Recipient) -> None:
        self.asked.append(("toggle sent", to.key))

    def copy(self) -> None:
        self.asked.append(("copy",))

    def copy_to(self, key: object) -> None:
        self.asked.append(("copy to", key))

    def open_prompt(self, prompt: str) -> None:
        self.asked.append(("prompt", prompt))

    def note_question(self) -> None:
        self.asked.append(("question",))

    def ask_news(self) -> None:
        self.asked.append(("news",))

    def prepare(self, interview_id: int) -> None:
        self.asked.append(("prepare", interview_id))

    def ask_terms(self) -> None:
        self.asked.append(("terms",))

    async def practise(self) -> None:
        self.asked.append(("practise",))

    def show_beside(self, key: tuple[int, LetterKind]) -> None:
        self.asked.append(("show beside", key))

    def open_at(self, where: Where, at: str | None = None) -> Any:
        self.asked.append(("shelf", where, at))

    def show(self, case: Case | None, prefer: str | None = None) -> None:
        self.asked.append(("show", case.id if case is not None else None, prefer))


class Bench:
    """A desk with two interviews, and the work that is done at it."""

    def __init__(self, store: Store, today: Callable[[], date]) -> None:
        self.store = store
        self.desk = Desk(store, today, print)
        self.desk.read()
        self.desk.select(LAKESIDE)
        self.front = QuietFront(self.desk)
        self.elsewhere = Elsewhere()
        there = self.elsewhere
        self.steps = StepsWork(self.desk, self.front, there)
        self.steps.pane = there

    def line(self, kind: Kind, interview_id: int = LAKESIDE) -> Task:
        """The first line of this kind, as it stands now."""
        return next(t for t in self.desk.agenda.cases[interview_id].tasks if t.kind is kind)

    def own(self) -> Task:
        """A line of the user's own."""
        case = self.desk.agenda.cases[LAKESIDE]
        self.store.checklist.add(case.facts, Step.PREPARE, "send the certificate")
        self.desk.read()
        return self.line(Kind.OWN)


@pytest.fixture
def bench(opened: Opener, clock: Clock) -> Bench:
    store = opened()
    lakeside = Interview(employer="Lakeside Dental", held_on=date(2026, 11, 17))
    store.interviews.add(Entry(lakeside, [MARIA], [AMY]))
    store.interviews.add(Entry(Interview(employer="Oak Vision", held_on=date(2026, 11, 20))))
    return Bench(store, lambda: clock.today)


def test_a_line_is_done_for_its_interview_whichever_is_shown(bench: Bench) -> None:
    bench.desk.select(OAK)
    bench.steps.toggle(bench.line(Kind.BRIEF))
    assert bench.line(Kind.BRIEF).state is State.DONE
    assert bench.desk.selected == LAKESIDE
    assert bench.front.said[-1].startswith("Done: ")


def test_done_again_is_not_done_after_all(bench: Bench) -> None:
    for _ in range(2):
        bench.steps.toggle(bench.line(Kind.BRIEF))
    assert bench.line(Kind.BRIEF).is_open


def test_the_line_of_a_letter_is_settled_by_the_letter(bench: Bench) -> None:
    bench.steps.toggle(bench.line(Kind.LETTER))
    assert bench.elsewhere.asked == [("toggle sent", (1, LetterKind.THANK_YOU))]
    assert bench.line(Kind.LETTER).is_open


def test_a_follow_up_is_not_done_before_it_is_said_what_came_of_it(bench: Bench) -> None:
    bench.steps.toggle(bench.line(Kind.FOLLOW_UP))
    assert len(bench.front.asked) == 1
    assert bench.line(Kind.FOLLOW_UP).is_open


def test_an_offer_is_not_answered_before_it_is_said_how(bench: Bench) -> None:
    interview = bench.desk.agenda.cases[LAKESIDE].facts.interview
    bench.store.interviews.end(interview, Outcome.OFFER, date(2026, 11, 20))
    bench.desk.read()
    bench.steps.toggle(bench.line(Kind.ANSWER_OFFER))
    assert bench.elsewhere.asked == [("news",)]
    assert bench.line(Kind.ANSWER_OFFER).is_open


def test_each_line_leads_to_where_it_is_worked_on(bench: Bench) -> None:
    for kind, leads_to in (
        (Kind.LETTER, [("open", (1, LetterKind.THANK_YOU))]),
        (Kind.REFLECT, [("prompt", "well")]),
        (Kind.DIFFERENTLY, [("prompt", "differently")]),
        (Kind.QUESTIONS, [("open", None), ("question",)]),
    ):
        bench.elsewhere.asked.clear()
        bench.steps.open(bench.line(kind))
        assert bench.elsewhere.asked == leads_to, kind


def test_the_line_of_the_evening_before_leads_to_the_preparation_sheet(bench: Bench) -> None:
    elm = Interview(employer="Elm Labs", held_on=date(2026, 11, 24))
    number = bench.store.interviews.add(Entry(elm))
    bench.desk.read()
    line = bench.line(Kind.GET_READY, number)
    assert line.is_due(date(2026, 11, 23))
    bench.steps.open(line)
    assert bench.elsewhere.asked == [("prepare", number)]
    bench.steps.toggle(line)
    assert bench.line(Kind.GET_READY, number).state is State.DONE
    bench.desk.undo()
    assert bench.line(Kind.GET_READY, number).is_open


def test_what_is_moved_behind_the_next_interview_stays_before_it(bench: Bench) -> None:
    bench.store.interviews.add(Entry(Interview(employer="Elm", held_on=date(2026, 11, 27))))
    bench.desk.read()
    for number in (LAKESIDE, OAK):
        bench.steps.move(bench.line(Kind.RESUME, number), 9)
        assert bench.line(Kind.RESUME, number).due == date(2026, 11, 26)
        assert bench.line(Kind.RESUME, number).note == "before the interview on Fri 27 Nov"


def test_a_line_of_ones_own_is_gone_to_from_today_and_done_in_the_steps(bench: Bench) -> None:
    own = bench.own()
    bench.desk.select(OAK)
    bench.steps.go_to(own)
    assert (bench.desk.selected, bench.front.at) == (LAKESIDE, "steps")
    assert bench.elsewhere.asked == [("show", LAKESIDE, own.key)]
    assert bench.line(Kind.OWN).is_open
    bench.steps.open(own)
    assert bench.line(Kind.OWN).state is State.DONE


def test_a_line_moves_from_its_day_and_undo_moves_it_back(bench: Bench) -> None:
    due = bench.line(Kind.REFLECT).due
    assert due is not None
    bench.steps.move(bench.line(Kind.REFLECT), 9)
    assert bench.line(Kind.REFLECT).due == date.fromordinal(due.toordinal() + 9)
    bench.desk.undo()
    assert bench.line(Kind.REFLECT).due == due


def test_what_is_settled_has_no_date_to_move_and_is_not_set_aside(bench: Bench) -> None:
    bench.steps.toggle(bench.line(Kind.BRIEF))
    settled = bench.line(Kind.BRIEF)
    bench.steps.move(settled, 1)
    assert bench.front.said[-1].endswith("is settled and has no date to move.")
    bench.steps.set_aside(settled)
    assert "is settled already" in bench.front.said[-1]
    assert bench.line(Kind.BRIEF) == settled


def test_a_line_is_set_aside_only_once_the_reason_is_answered(bench: Bench) -> None:
    line = bench.line(Kind.REFLECT)
    bench.steps.set_aside(line)
    assert bench.line(Kind.REFLECT).is_open
    forms = [one for one in bench.front.asked if isinstance(one, Form)]
    assert [form.called for form in forms] == [f"Set aside: {line.name}"]


def test_what_is_set_aside_can_be_brought_back(bench: Bench) -> None:
    line, today, checklist = bench.line(Kind.REFLECT), bench.desk.today, bench.store.checklist
    bench.front.write(lambda case: checklist.set_aside(case.facts, line, today))
    assert bench.line(Kind.REFLECT).state is State.SET_ASIDE
    bench.steps.toggle(bench.line(Kind.REFLECT))
    assert bench.line(Kind.REFLECT).is_open


def test_a_line_of_ones_own_is_deleted(bench: Bench) -> None:
    bench.steps.set_aside(bench.own())
    assert bench.front.said[-1].startswith("Deleted ")
    tasks = bench.desk.agenda.cases[LAKESIDE].tasks
    assert all(task.state is State.SET_ASIDE for task in tasks if task.kind is Kind.OWN)


def test_the_letter_of_a_line_is_what_is_copied_there(bench: Bench) -> None:
    bench.steps.copy(bench.line(Kind.LETTER))
    assert bench.elsewhere.asked == [("copy to", (1, LetterKind.THANK_YOU))]


def test_a_heading_and_a_line_without_a_text_have_nothing_to_copy(bench: Bench) -> None:
    bench.steps.copy(None)
    bench.steps.copy(bench.line(Kind.REFLECT))
    assert bench.front.said == ["There is nothing here to copy."] * 2


def test_a_line_whose_interview_another_window_deleted_is_told_of(
    bench: Bench, opened: Opener
) -> None:
    line, elsewhere = bench.line(Kind.BRIEF), opened()
    found = elsewhere.interviews.facts(LAKESIDE)
    assert found is not None
    elsewhere.interviews.bin(found.interview)
    bench.desk.read()
    bench.steps.toggle(line)
    assert ["no longer on file" in error.message for error in bench.front.errors] == [True]
    assert bench.desk.selected == OAK
    assert not bench.front.said
