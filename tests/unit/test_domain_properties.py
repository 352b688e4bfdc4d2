"""What holds for any facts on any day."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import example, given
from hypothesis import strategies as st

from afterview_tui.domain.agenda import Agenda, Day, Group
from afterview_tui.domain.letter import Letter, LetterKind, LetterState
from afterview_tui.domain.records import (
    Adjustment,
    Asked,
    Briefing,
    Facts,
    FollowUp,
    Interview,
    Me,
    Meeting,
    Met,
    Outcome,
    OwnItem,
    Person,
    Question,
    Reference,
    Reflection,
    Result,
    Step,
    Vouching,
)
from afterview_tui.domain.steps.follow_up import promise
from afterview_tui.domain.steps.prepare import FOR_THE_NEXT
from afterview_tui.domain.task import Kind, Task
from afterview_tui.domain.tasks import tasks
from tests.unit.build import CHECK, MONDAY, facts, met, vouching, zone

SATURDAY = 5  # date.weekday()
WORDS = st.sampled_from(["", "Calm", "Saturdays\nand evenings", "É 王"])
DAYS = st.dates(date(2026, 1, 1), date(2028, 12, 31))
MAYBE = st.none() | DAYS
ASKS = (Kind.FOLLOW_UP, Kind.OTHER_OFFER, Kind.WITHDRAW, Kind.ANSWER_OFFER)
STEPS = ("reflect", "questions", "resume", "differently", "ask-why", "offer")


@st.composite
def _vouching(draw: st.DrawFn, number: int) -> Vouching:
    briefing = Briefing(
        number,
        1,
        number,
        not_needed_on=draw(MAYBE),
        briefed_on=draw(MAYBE),
        called_on=draw(MAYBE),
        thanked_on=draw(MAYBE),
        told_on=draw(MAYBE),
    )
    asked = draw(st.sampled_from(Asked))
    return Vouching(
        briefing, Reference(number, 20 + number, asked=asked), Person(20 + number, "Amy Ortiz")
    )


@st.composite
def _follow_up(draw: st.DrawFn, number: int) -> FollowUp:
    return FollowUp(
        id=number,
        interview_id=1,
        planned_on=draw(MAYBE),
        done_on=draw(MAYBE),
        result=draw(st.sampled_from(Result)),
        said=draw(WORDS),
        new_promise=draw(MAYBE),
    )


@st.composite
def _letter(draw: st.DrawFn, number: int) -> Letter:
    return Letter(
        id=number,
        interview_id=1,
        person_id=draw(st.integers(1, 9)),
        kind=draw(st.sampled_from(LetterKind)),
        state=draw(st.sampled_from(LetterState)),
        sent_on=draw(MAYBE),
    )


@st.composite
def any_interview(draw: st.DrawFn) -> Interview:
    """An interview at any stage; half of them open, where most of the rules are."""
    return Interview(
        id=1,
        employer="Lakeside Dental",
        held_on=draw(DAYS),
        promised_on=draw(MAYBE),
        missed_call_on=draw(MAYBE),
        outcome=draw(st.just(Outcome.OPEN) | st.sampled_from(Outcome)),
        outcome_on=draw(MAYBE),
    )


@st.composite
def _answered_elsewhere(draw: st.DrawFn) -> Interview:
    """An offer of somebody else, or a job that was taken."""
    return Interview(
        id=draw(st.integers(2, 3)),
        employer="Oak Vision",
        held_on=draw(DAYS),
        outcome=draw(st.sampled_from([Outcome.OFFER, Outcome.ACCEPTED])),
        outcome_on=draw(MAYBE),
        answer_by=draw(MAYBE),
    )


@st.composite
def any_facts(draw: st.DrawFn) -> Facts:
    """Facts of every kind, and decisions about lines that exist or do not."""
    numbers = st.lists(st.integers(1, 9), max_size=3, unique=True)
    own = [
        OwnItem(n, 1, draw(st.sampled_from(Step)), "Return the badge", draw(MAYBE), draw(MAYBE))
        for n in draw(numbers)
    ]
    on_file = Facts(
        draw(any_interview()),
        met=tuple(
            Met(Meeting(n, 1, n, wants_letter=draw(st.booleans())), Person(n, "Maria Chen"))
            for n in draw(numbers)
        ),
        vouching=tuple(draw(_vouching(n)) for n in draw(numbers)),
        letters=tuple(draw(_letter(n)) for n in draw(numbers)),
        follow_ups=tuple(draw(_follow_up(n)) for n in draw(numbers)),
        reflection=Reflection(
            well=draw(WORDS), differently=draw(WORDS), why_not=draw(WORDS), sure=3
        ),
        questions=tuple(
            Question(n, 1, "Why?", draw(st.booleans()), draw(WORDS)) for n in draw(numbers)
        ),
        own_items=tuple(own),
        me=Me(resume_reviewed_on=draw(MAYBE)),
        next_interview_on=draw(MAYBE),
        next_round_on=draw(MAYBE),
        elsewhere=tuple(draw(st.lists(_answered_elsewhere(), max_size=2))),
    )
    known = sorted({task.key for task in tasks(on_file, on_file.interview.held_on)} | {*STEPS})
    chosen = draw(st.lists(st.sampled_from(known), max_size=3, unique=True))
    adjustments = tuple(
        Adjustment(n, 1, key, draw(MAYBE), draw(MAYBE), draw(WORDS), draw(MAYBE), draw(MAYBE))
        for n, key in enumerate(chosen, 1)
    )
    return replace(on_file, adjustments=adjustments)


def _derived(on_file: Facts, today: date) -> list[Task]:
    """The lines as the rules have them, before anything is moved by hand."""
    return list(tasks(replace(on_file, adjustments=()), today))


@CHECK
@given(any_facts(), DAYS)
def test_no_follow_up_is_due_on_a_weekend(on_file: Facts, today: date) -> None:
    for task in _derived(on_file, today):
        if task.kind in ASKS and task.due is not None:
            assert task.due.weekday() < SATURDAY


@CHECK
@given(any_facts(), DAYS)
@example(facts(MONDAY), MONDAY)
def test_no_follow_up_whose_date_is_ours_falls_on_a_monday(on_file: Facts, today: date) -> None:
    promises = [on_file.interview.promised_on, *(t.new_promise for t in on_file.follow_ups)]
    theirs = any(day is not None for day in promises)
    for task in _derived(on_file, today):
        if task.kind is not Kind.FOLLOW_UP or task.key.startswith("follow-up:missed"):
            continue
        if not theirs or task.name == "Ask again":
            assert task.due is not None
            assert task.due.weekday() != 0


@CHECK
@given(any_facts(), DAYS)
def test_a_follow_up_is_never_due_before_what_it_follows(on_file: Facts, today: date) -> None:
    for task in _derived(on_file, today):
        if task.kind is not Kind.FOLLOW_UP or task.due is None:
            continue
        tries = [try_.done_on for try_ in on_file.follow_ups]
        if task.key.startswith("follow-up:missed"):
            assert on_file.interview.missed_call_on is not None
            assert task.due >= on_file.interview.missed_call_on
        elif task.name == "Ask again":
            assert task.due > max(day for day in tries if day)
        else:
            assert task.due > (promise(on_file) or on_file.interview.held_on)


@CHECK
@given(any_facts(), DAYS)
def test_there_is_one_follow_up_at_a_time(on_file: Facts, today: date) -> None:
    every = tasks(on_file, today)
    assert sum(task.kind is Kind.FOLLOW_UP for task in every) <= 1
    assert sum(task.kind in ASKS and task.is_open for task in every) <= 1


@CHECK
@given(any_facts(), DAYS)
@example(replace(facts(), vouching=(vouching(),)), MONDAY)
def test_briefs_are_due_on_weekdays_after_the_interview(on_file: Facts, today: date) -> None:
    for task in _derived(on_file, today):
        if task.kind is Kind.BRIEF and task.due is not None:
            assert task.due.weekday() < SATURDAY
            assert 1 <= (task.due - on_file.interview.held_on).days <= 3


@CHECK
@given(any_facts(), DAYS)
def test_a_line_that_is_settled_is_not_due_and_one_that_is_open_says_so(
    on_file: Facts, today: date
) -> None:
    for task in tasks(on_file, today):
        assert task.is_open or not task.is_due(date.max)
        assert task.title.strip()
        assert task.is_open or task.note.strip()


@CHECK
@given(any_facts(), DAYS)
def test_keys_are_unique_within_an_interview(on_file: Facts, today: date) -> None:
    keys = [task.key for task in tasks(on_file, today)]
    assert len(keys) == len(set(keys))


@CHECK
@given(any_facts(), DAYS)
def test_nothing_that_prepares_for_an_interview_is_due_on_or_after_its_day(
    on_file: Facts, today: date
) -> None:
    """Where lines were moved by hand as well; one brought back or entered late is due at once."""
    interview, following = on_file.interview, on_file.next_interview_on
    for task in tasks(on_file, today):
        if not task.is_open or task.due is None:
            continue
        if task.kind is Kind.GET_READY:
            by_hand = on_file.adjustment(task.key)
            assert by_hand.moved_to or task.due == interview.held_on - timedelta(days=1)
        is_ahead = following is not None and following > max(today, interview.held_on)
        brought = on_file.adjustment(task.key).brought_back_on
        if task.kind in FOR_THE_NEXT and is_ahead and brought is None:
            assert following is not None
            assert task.due < following


@CHECK
@given(any_facts(), DAYS, DAYS)
def test_keys_do_not_depend_on_the_day(on_file: Facts, today: date, other: date) -> None:
    # Only the line that is for the evening before goes when the day is there.
    first, second = (
        [one.key for one in tasks(on_file, day) if one.kind is not Kind.GET_READY]
        for day in (today, other)
    )
    assert first == second


@CHECK
@given(st.lists(any_facts(), max_size=3), DAYS)
def test_the_groups_and_what_is_due_agree(every: list[Facts], today: date) -> None:
    numbered = [
        replace(one, interview=replace(one.interview, id=n)) for n, one in enumerate(every, 1)
    ]
    agenda = Agenda.of(numbered, today)
    due = {task.interview_id for task in agenda.due}
    assert due == {
        one.id
        for thread in agenda.group(Group.TODAY)
        for one in thread.rounds
        if one.group is Group.TODAY
    }
    listed = [one.id for group in Group for t in agenda.group(group) for one in t.rounds]
    assert sorted(listed) == [one.interview.id for one in numbered]
    days = agenda.days
    assert [*days.get(Day.LATE, []), *days.get(Day.TODAY, [])] == agenda.due
    assert sum(map(len, days.values())) == len(agenda.to_do)
    assert agenda.headline().startswith(f"{len(agenda.due) or 'nothing'} for today")


def _settled(on_file: Facts, task: Task, today: date) -> Facts:
    """The facts once this line is done, by the fact that settles it."""
    match task.kind:
        case Kind.LETTER:
            (person,) = (m.person.id for m in on_file.met if m.meeting.id == task.subject)
            sent = Letter(99, 1, person, state=LetterState.SENT, sent_on=today)
            others = [
                letter
                for letter in on_file.letters
                if (letter.person_id, letter.kind) != (person, LetterKind.THANK_YOU)
            ]
            return replace(on_file, letters=(*others, sent))
        case Kind.BRIEF:
            return _briefing(on_file, task, lambda one: replace(one, briefed_on=today))
        case Kind.THANK_REFERENCE:
            return _briefing(on_file, task, lambda one: replace(one, thanked_on=today))
        case Kind.TELL_REFERENCE:
            return _briefing(on_file, task, lambda one: replace(one, told_on=today))
        case Kind.FOLLOW_UP:
            try_ = FollowUp(99, 1, done_on=today, result=Result.VOICEMAIL)
            return replace(on_file, follow_ups=(*on_file.follow_ups, try_))
        case Kind.OWN:
            items = (
                replace(item, done_on=today) if item.id == task.subject else item
                for item in on_file.own_items
            )
            return replace(on_file, own_items=tuple(items))
        case Kind.REFLECT:
            return replace(on_file, reflection=replace(on_file.reflection, well="Calm"))
        case Kind.LOOK_AGAIN:
            return replace(on_file, reflection=replace(on_file.reflection, improve="Calm"))
        case Kind.DIFFERENTLY:
            return replace(on_file, reflection=replace(on_file.reflection, differently="Ask"))
        case _:
            others_by_hand = [a for a in on_file.adjustments if a.task != task.key]
            ticked = Adjustment(99, 1, task.key, done_on=today)
            return replace(on_file, adjustments=(*others_by_hand, ticked))


def _briefing(on_file: Facts, task: Task, change: Callable[[Briefing], Briefing]) -> Facts:
    changed = [
        replace(one, briefing=change(one.briefing)) if one.briefing.id == task.subject else one
        for one in on_file.vouching
    ]
    return replace(on_file, vouching=tuple(changed))


@CHECK
@given(any_facts(), DAYS)
@example(replace(facts(), met=(met(),), vouching=(vouching(),)), MONDAY)
def test_doing_one_line_never_makes_another_vanish(on_file: Facts, today: date) -> None:
    before = tasks(on_file, today)
    for task in before:
        if not task.is_open:
            continue
        after = {one.key: one for one in tasks(_settled(on_file, task, today), today)}
        others = {one.key for one in before if one.key != task.key}
        assert others <= after.keys()
        if task.kind is Kind.FOLLOW_UP:
            assert not after["tried:99"].is_open
        else:
            assert not after[task.key].is_open


@CHECK
@given(any_facts(), DAYS)
def test_doing_one_line_leaves_the_others_open(on_file: Facts, today: date) -> None:
    before = tasks(on_file, today)
    for task in (one for one in before if one.is_open):
        after = {one.key: one for one in tasks(_settled(on_file, task, today), today)}
        for other in before:
            if other.is_open and other.key != task.key:
                assert after[other.key] == other


@CHECK
@given(any_facts(), DAYS)
def test_the_same_facts_give_the_same_lines(on_file: Facts, today: date) -> None:
    assert tasks(on_file, today) == tasks(replace(on_file), today)


@CHECK
@given(any_facts(), DAYS)
def test_the_lines_do_not_depend_on_the_zone_of_the_process(on_file: Facts, today: date) -> None:
    with zone("Pacific/Kiritimati"):
        assert time.timezone == -14 * 3600
        east = tasks(on_file, today)
    with zone("America/Los_Angeles"):
        assert time.timezone == 8 * 3600
        west = tasks(on_file, today)
    assert east == west
