"""Every change can be taken back and done again, and is whole or not at all."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import date, time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from afterview_tui.domain.errors import CannotUndo, NotSaved
from afterview_tui.domain.letter import Letter, LetterForm, LetterKind, LetterState
from afterview_tui.domain.news import Heard, News
from afterview_tui.domain.practice import Went
from afterview_tui.domain.records import (
    Briefing,
    Felt,
    Form,
    Interview,
    Me,
    Outcome,
    Person,
    Result,
    Step,
    Use,
)
from afterview_tui.domain.task import Kind, Task
from afterview_tui.domain.tasks import tasks
from afterview_tui.storage import changes
from afterview_tui.storage.checklist import NeedsMore
from afterview_tui.storage.interviews import Entry
from tests.storage.conftest import noted_changes
from tests.unit.build import as_shown

if TYPE_CHECKING:
    from tests.storage.conftest import Clock, Dump, FilledFile, Opener, Walk

MONDAY = date(2026, 11, 23)
TUESDAY = date(2026, 11, 24)

# Every use case


def add_interview(filled: FilledFile) -> None:
    new = Interview(employer="Öak & Sons", held_on=TUESDAY, starts_at=time(9, 30))
    met = [Person(name="Sam Low"), Person(name="Maria Chen", phone="555 0100")]
    filled.store.interviews.add(Entry(new, met, [Person(name="Una Vale", job_title="mentor")]))


def edit_interview(filled: FilledFile) -> None:
    changed = replace(
        filled.facts().interview,
        employer="Lakeside Group",
        role="Lead",
        held_on=date(2026, 11, 19),
        starts_at=None,
        form=Form.VIDEO,
        felt=Felt.NERVES,
        promised_on=TUESDAY,
        follows_id=filled.no_id,
    )
    met = [Person(name="Jo Park", called="JP"), Person(name="New Face")]
    filled.store.interviews.edit(Entry(changed, met, [Person(name="Tom Reed", job_title="tutor")]))


def bin_interview(filled: FilledFile) -> None:
    filled.store.interviews.bin(filled.facts().interview)


def add_reference(filled: FilledFile) -> None:
    person = Person(name="Una Vale", job_title="mentor")
    filled.store.interviews.add_reference(filled.open_id, person)


def add_known_reference(filled: FilledFile) -> None:
    person = Person(name="Tom Reed", job_title="tutor", phone="555 0101")
    filled.store.interviews.add_reference(filled.offer_id, person)


def add_met(filled: FilledFile) -> None:
    filled.store.interviews.add_met(filled.open_id, Person(name="Sam Low"), "Lakeside Dental")


def say_about(filled: FilledFile) -> None:
    said = replace(
        filled.meeting, talked_about="sailing", strength="the licence", wants_letter=False
    )
    filled.store.interviews.say_about(said)


def end(filled: FilledFile) -> None:
    filled.store.interviews.end(filled.facts().interview, Outcome.ACCEPTED, TUESDAY)


def end_no_more(filled: FilledFile) -> None:
    filled.store.interviews.end(filled.facts(filled.no_id).interview, Outcome.OPEN, TUESDAY)


def edit_person(filled: FilledFile) -> None:
    filled.store.people.edit(
        replace(filled.person("Jo Park"), address="1 Elm St", email="jo@x.org")
    )


def enter_person(filled: FilledFile) -> None:
    filled.store.people.add(Person(name="Una Vale"))


def write_first_letter(filled: FilledFile) -> None:
    filled.store.letters.write(
        as_shown(filled.facts(), filled.person("Maria Chen"), subject="Hi"),
        filled.person("Maria Chen"),
        "Dear Dr.",
        "",
    )


def write_on(filled: FilledFile) -> None:
    filled.store.letters.write(
        as_shown(filled.facts(), filled.person("Jo Park")),
        filled.person("Jo Park"),
        "Dear Jo Park,",
        "Dear Jo,",
    )


def copy_first_letter(filled: FilledFile) -> None:
    filled.store.letters.mark_copied(
        as_shown(filled.facts(), filled.person("Maria Chen"), "As drafted"),
        filled.person("Maria Chen"),
    )


def copy_letter(filled: FilledFile) -> None:
    filled.clock.forward(hours=1)
    filled.store.letters.mark_copied(
        as_shown(filled.facts(), filled.person("Jo Park"), ""), filled.person("Jo Park")
    )


def send_first_letter(filled: FilledFile) -> None:
    filled.store.letters.mark_sent(
        filled.facts(),
        as_shown(filled.facts(), filled.person("Maria Chen"), "As drafted"),
        filled.person("Maria Chen"),
        MONDAY,
    )


def reopen_letter(filled: FilledFile) -> None:
    jo = filled.person("Jo Park")
    letter = filled.facts().letter_to(jo.id)
    assert letter is not None
    filled.store.letters.reopen(filled.facts(), letter, jo)


def write_first_in_journal(filled: FilledFile) -> None:
    filled.store.journal.write(filled.facts(filled.offer_id), "improve", "Speak slower", "")


def write_on_in_journal(filled: FilledFile) -> None:
    filled.store.journal.write(filled.facts(), "well", "", "They liked the portfolio")


def feel_sure(filled: FilledFile) -> None:
    filled.store.journal.feel_sure(filled.facts(), 4, MONDAY)


def feel_sure_first(filled: FilledFile) -> None:
    filled.store.journal.feel_sure(filled.facts(filled.offer_id), 1, MONDAY)


def ask(filled: FilledFile) -> None:
    filled.store.journal.ask("Where in five years?", filled.open_id, expected=True)


def ask_of_none(filled: FilledFile) -> None:
    filled.store.journal.ask("Why should we hire you?", None)


def answer(filled: FilledFile) -> None:
    filled.store.journal.answer(filled.question, "Because teeth matter", "")


def practise(filled: FilledFile) -> None:
    filled.store.journal.practised(filled.question, Went.SHAKY, MONDAY)


def reword(filled: FilledFile) -> None:
    filled.store.journal.edit(replace(filled.question, text="Why dental hygiene?"), filled.question)


def bin_question(filled: FilledFile) -> None:
    filled.store.journal.bin(filled.question)


def add_line(filled: FilledFile) -> None:
    filled.store.checklist.add(filled.facts(), Step.REFERENCES, "Call Amy", TUESDAY)


def follow_up(filled: FilledFile) -> None:
    filled.store.checklist.follow_up(filled.facts(), Result.REACHED, TUESDAY, planned_on=MONDAY)


def add_round(filled: FilledFile) -> None:
    before = filled.facts()
    interview = replace(before.interview, id=0, held_on=date(2026, 12, 1), outcome=Outcome.OPEN)
    met = [Person(name="Maria Chen"), Person(name="Sam Low")]
    filled.store.interviews.add_round(before, Entry(interview, met, [Person(name="Amy Ortiz")]))


def hear_of_a_day(filled: FilledFile) -> None:
    heard = News(Heard.WAITING, date(2026, 12, 1), "after the holidays")
    filled.store.interviews.hear(filled.facts().interview, heard, TUESDAY)


def hear_a_no(filled: FilledFile) -> None:
    heard = News(Heard.NO, said="somebody with more years")
    filled.store.interviews.hear(filled.facts().interview, heard, TUESDAY)


def hear_of_a_round(filled: FilledFile) -> None:
    before = filled.facts()
    interview = replace(before.interview, id=0, held_on=date(2026, 12, 1), outcome=Outcome.OPEN)
    heard = News(Heard.ROUND, said="with the whole team")
    filled.store.interviews.add_round(before, Entry(interview, [], []), heard)


def miss_call(filled: FilledFile) -> None:
    filled.store.interviews.miss_call(filled.facts().interview, TUESDAY)


def say_of_try(filled: FilledFile) -> None:
    (try_,) = filled.facts().follow_ups
    filled.store.checklist.say_of_try(try_, "on Friday", date(2026, 11, 27))


def set_reference_aside_for_a_reason(filled: FilledFile) -> None:
    _, task = line_of(filled, Kind.BRIEF)
    filled.store.checklist.set_aside(filled.facts(), task, MONDAY, "on holiday until May")


def write_me(filled: FilledFile) -> None:
    filled.store.checklist.write_me(Me(name="Robin Day", closing="Kind regards,"))


def write_me_again(filled: FilledFile) -> None:
    write_me(filled)
    filled.store.checklist.write_me(Me(name="Robin May", phone="555 0102"))


def as_it_is(filled: FilledFile, name: str) -> tuple[Letter, Person]:
    """A letter as it is shown, with words in it, and whom it is to."""
    person = filled.person(name)
    return as_shown(filled.facts(), person, "As drafted", subject="As drafted"), person


def note_to(filled: FilledFile, kind: LetterKind) -> tuple[Letter, Person]:
    """A letter of another kind than thanks, as it is drafted."""
    person = filled.person("Amy Ortiz" if kind is LetterKind.REFERENCE else "Maria Chen")
    return as_shown(filled.facts(), person, "As drafted", kind=kind), person


def write_a_correction(filled: FilledFile) -> None:
    letter, person = note_to(filled, LetterKind.CORRECTION)
    filled.store.letters.write(letter, person, "I wrote Tuesday; it is Friday.", letter.text)


def reword_letter(filled: FilledFile) -> None:
    letter, person = as_it_is(filled, "Maria Chen")
    filled.store.letters.reword(letter, person, "Other words", "before another wording")


def choose_form(filled: FilledFile) -> None:
    filled.store.letters.choose_form(*as_it_is(filled, "Maria Chen"), LetterForm.CARD)


def write_subject(filled: FilledFile) -> None:
    filled.store.letters.write_subject(*as_it_is(filled, "Maria Chen"), "Thank you")


def begin_letter_anew(filled: FilledFile) -> None:
    filled.store.letters.begin_anew(*as_it_is(filled, "Jo Park"))


def correct_sent(filled: FilledFile) -> None:
    filled.store.letters.correct_sent(*as_it_is(filled, "Jo Park"), date(2026, 11, 21), "by post")


def send_follow_up_note(filled: FilledFile) -> None:
    filled.store.letters.mark_sent(filled.facts(), *note_to(filled, LetterKind.FOLLOW_UP), MONDAY)


def send_withdrawal(filled: FilledFile) -> None:
    filled.store.letters.mark_sent(filled.facts(), *note_to(filled, LetterKind.WITHDRAW), MONDAY)


def send_thanks_to_a_reference(filled: FilledFile) -> None:
    filled.store.letters.mark_sent(filled.facts(), *note_to(filled, LetterKind.REFERENCE), MONDAY)


OF = LetterKind.THANK_YOU, LetterForm.EMAIL


def write_template(filled: FilledFile) -> None:
    filled.store.templates.write(*OF, "{{ greeting }}", "")


def add_template(filled: FilledFile) -> None:
    filled.store.templates.add(*OF, "Short", "{{ greeting }}")


def add_word(filled: FilledFile) -> None:
    filled.store.words.add("hygienics")


OF_NO_INTERVIEW = [
    *(
        edit_person,
        enter_person,
        ask_of_none,
        practise,
        write_me,
        write_template,
        add_template,
        add_word,
    )
]
USE_CASES: list[Callable[[FilledFile], None]] = [
    *(add_interview, edit_interview, bin_interview, add_reference, add_known_reference),
    *(add_met, say_about, end, end_no_more, edit_person, enter_person),
    *(write_first_letter, write_on, copy_first_letter, copy_letter, send_first_letter),
    *(reopen_letter, write_first_in_journal, write_on_in_journal, feel_sure, feel_sure_first),
    *(ask, ask_of_none, answer, practise, reword, bin_question, add_line, follow_up, write_me),
    *(
        add_round,
        hear_of_a_day,
        hear_a_no,
        hear_of_a_round,
        miss_call,
        say_of_try,
        set_reference_aside_for_a_reason,
    ),
    *(write_a_correction, reword_letter, choose_form, write_subject, begin_letter_anew),
    *(correct_sent, send_follow_up_note, send_withdrawal, send_thanks_to_a_reference),
    *(write_template, add_template, add_word),
]


def said(filled: FilledFile) -> list[str]:
    return [one.sentence for one in noted_changes(filled.store)]


@pytest.mark.parametrize("do", USE_CASES, ids=lambda do: do.__name__)
def test_a_change_is_undone_and_redone_to_the_letter(
    filled: FilledFile, dump: Callable[[Path], Dump], do: Callable[[FilledFile], None]
) -> None:
    filled.clock.forward(hours=1)  # so that it does not go on from what was typed before
    file, path, sentences = filled.store.file, filled.store.path, said(filled)
    before = dump(path)
    do(filled)
    after = dump(path)
    assert after != before
    assert len(said(filled)) == len(sentences) + 1, "one use case is one change"
    for _ in range(2):
        undone = file.undo()
        assert dump(path) == before
        assert said(filled) == sentences
        redone = file.redo()
        assert redone == undone
        assert dump(path) == after
        assert said(filled)[0] == redone.sentence


@pytest.mark.parametrize("do", USE_CASES, ids=lambda do: do.__name__)
def test_a_change_says_what_it_did_and_to_which_interview(
    filled: FilledFile, do: Callable[[FilledFile], None]
) -> None:
    filled.clock.forward(hours=1)
    do(filled)
    sentence, interview_id = noted_changes(filled.store)[0]
    assert len(sentence.split()) >= 2
    assert sentence[0].islower()
    assert not sentence.endswith(".")
    assert (interview_id is None) == (do in OF_NO_INTERVIEW)
    assert filled.store.file.undo().interview_id == interview_id


@pytest.mark.parametrize(
    ("do", "sentence"),
    [
        (add_interview, "added Öak & Sons"),
        (bin_interview, "deleted Lakeside Dental"),
        (end, "noted the outcome of Lakeside Dental: accepted"),
        (hear_a_no, "noted news from Lakeside Dental: a no"),
        (hear_of_a_round, "added round 2 of Lakeside Dental"),
        (write_first_letter, "edited the letter to Dr. Maria Chen"),
        (reopen_letter, "marked the letter to Jo Park not sent"),
        (answer, "wrote an answer to “Why hygiene?”"),
        (follow_up, "followed up with Lakeside Dental: reached"),
    ],
    ids=lambda one: getattr(one, "__name__", ""),
)
def test_undo_tells_the_change_in_words(
    filled: FilledFile, do: Callable[[FilledFile], None], sentence: str
) -> None:
    filled.clock.forward(hours=1)
    do(filled)
    assert filled.store.file.undo().sentence == sentence


@pytest.mark.parametrize("do", USE_CASES, ids=lambda do: do.__name__)
def test_a_change_is_undone_and_redone_by_the_next_run_of_the_program(
    filled: FilledFile,
    opened: Opener,
    dump: Callable[[Path], Dump],
    do: Callable[[FilledFile], None],
) -> None:
    filled.clock.forward(hours=1)
    path = filled.store.path
    before = dump(path)
    do(filled)
    after = dump(path)
    opened.close_all()
    opened().file.undo()
    assert dump(path) == before
    opened.close_all()
    opened().file.redo()
    assert dump(path) == after


# Every kind of line

NEEDS_MORE = {
    ("mark_done", Kind.LETTER),
    ("mark_done", Kind.FOLLOW_UP),
    ("mark_done", Kind.OTHER_OFFER),
    ("mark_done", Kind.WITHDRAW),
    ("mark_done", Kind.TRIED),
    ("mark_done", Kind.ANSWER_OFFER),
}


def line_of(filled: FilledFile, kind: Kind) -> tuple[int, Task]:
    """An open line of this kind if there is one, else a settled one."""
    if kind is Kind.GET_READY:
        coming = Interview(employer="Elm", held_on=date(2026, 12, 9))
        number = filled.store.interviews.add(Entry(coming))
        (task,) = (one for one in tasks(filled.facts(number), MONDAY) if one.kind is kind)
        return number, task
    if kind in (Kind.WITHDRAW, Kind.IN_WRITING):
        offer = filled.facts(filled.offer_id).interview
        filled.store.interviews.end(offer, Outcome.ACCEPTED, MONDAY)
        filled.store.interviews.add_met(offer.id, Person(name="Ada Finch"), offer.employer)
    if kind is Kind.LOOK_LATER:
        filled.store.checklist.look_later(filled.facts(filled.no_id), MONDAY)
    every = [
        (number, task)
        for number in (filled.open_id, filled.offer_id, filled.no_id)
        for task in tasks(filled.facts(number), MONDAY)
        if task.kind is kind
    ]
    return min(every, key=lambda one: not one[1].is_open)


def on_line(filled: FilledFile, action: str, number: int, task: Task) -> None:
    facts, checklist = filled.facts(number), filled.store.checklist
    match action:
        case "mark_done":
            checklist.mark_done(facts, task, MONDAY)
        case "set_aside":
            checklist.set_aside(facts, task, MONDAY, "not for me")
        case "move":
            checklist.move(facts, task, date(2026, 12, 1), MONDAY)
        case _:
            checklist.mark_open(facts, task)


def again(filled: FilledFile, number: int, task: Task) -> Task | None:
    found = (one for one in tasks(filled.facts(number), MONDAY) if one.key == task.key)
    return next(found, None)


def undone_and_redone(
    filled: FilledFile, dump: Callable[[Path], Dump], before: Dump, do: Callable[[], None]
) -> None:
    do()
    after = dump(filled.store.path)
    assert after != before
    filled.store.file.undo()
    assert dump(filled.store.path) == before
    filled.store.file.redo()
    assert dump(filled.store.path) == after


# A line that only says how things stand.
LINES = [kind for kind in Kind if kind is not Kind.QUIET]


@pytest.mark.parametrize("kind", LINES)
@pytest.mark.parametrize("action", ["mark_done", "set_aside", "move"])
def test_what_is_done_to_a_line_is_undone_and_redone(
    filled: FilledFile, dump: Callable[[Path], Dump], action: str, kind: Kind
) -> None:
    number, task = line_of(filled, kind)
    before, sentences = dump(filled.store.path), said(filled)
    if (action, kind) in NEEDS_MORE:
        with pytest.raises(NeedsMore):
            on_line(filled, action, number, task)
        assert dump(filled.store.path) == before
        assert said(filled) == sentences
        return
    undone_and_redone(filled, dump, before, lambda: on_line(filled, action, number, task))
    assert len(said(filled)) == len(sentences) + 1


@pytest.mark.parametrize("kind", LINES)
@pytest.mark.parametrize("action", ["mark_done", "set_aside"])
def test_a_settled_line_is_brought_back_undone_and_redone(
    filled: FilledFile, dump: Callable[[Path], Dump], action: str, kind: Kind
) -> None:
    number, task = line_of(filled, kind)
    if (action, kind) not in NEEDS_MORE:
        on_line(filled, action, number, task)
    settled = again(filled, number, task)
    if settled is None or settled.is_open:  # it is in the bin, or is settled by more than a tick
        assert (action, kind) in NEEDS_MORE | {("set_aside", Kind.OWN), ("set_aside", Kind.TRIED)}
        return
    before = dump(filled.store.path)
    undone_and_redone(filled, dump, before, lambda: on_line(filled, "mark_open", number, settled))
    back = again(filled, number, task)
    assert (back is None) if kind is Kind.TRIED else (back is not None and back.is_open)


def test_a_line_that_is_settled_by_what_is_on_file_says_so(filled: FilledFile) -> None:
    filled.store.letters.mark_sent(
        filled.facts(),
        as_shown(filled.facts(), filled.person("Maria Chen"), "Dear"),
        filled.person("Maria Chen"),
        MONDAY,
    )
    sent = next(t for t in tasks(filled.facts(), MONDAY) if t.kind is Kind.LETTER and not t.is_open)
    with pytest.raises(NeedsMore, match="sent Mon 23 Nov"):
        filled.store.checklist.mark_open(filled.facts(), sent)


def test_the_line_that_says_quiet_is_settled_by_the_tries_made(filled: FilledFile) -> None:
    filled.store.checklist.follow_up(filled.facts(), Result.NO_ANSWER, TUESDAY)
    facts = filled.facts()
    quiet = next(t for t in tasks(facts, TUESDAY) if t.kind is Kind.QUIET)
    with pytest.raises(NeedsMore, match="Two tries are enough"):
        filled.store.checklist.mark_done(facts, quiet, TUESDAY)
    with pytest.raises(NeedsMore, match="no more is expected of you"):
        filled.store.checklist.mark_open(facts, quiet)


def test_a_line_set_aside_by_a_rule_is_brought_back_undone_and_redone(
    filled: FilledFile, dump: Callable[[Path], Dump]
) -> None:
    facts = filled.facts(filled.no_id)
    settled = next(t for t in tasks(facts, MONDAY) if t.key.startswith("letter:"))
    assert settled.note == "the outcome is known"
    before = dump(filled.store.path)
    undone_and_redone(
        filled, dump, before, lambda: on_line(filled, "mark_open", filled.no_id, settled)
    )
    back = again(filled, filled.no_id, settled)
    assert back is not None
    assert (back.is_open, back.due) == (True, filled.clock.today)
    on_line(filled, "set_aside", filled.no_id, back)
    aside = again(filled, filled.no_id, back)
    assert aside is not None
    assert aside.note == "set aside: not for me"
    on_line(filled, "mark_open", filled.no_id, aside)
    assert again(filled, filled.no_id, back) == back


def test_a_next_round_knows_what_the_references_were_told(filled: FilledFile) -> None:
    with filled.store.file.change("briefed") as change:
        amy, tom = (one.briefing.id for one in filled.facts().vouching)
        change.update(Briefing, amy, briefed_on=MONDAY, note="Will speak of the clinic.")
        change.update(Briefing, tom, not_needed_on=MONDAY)
    before = filled.facts()
    new = Interview(employer="Lakeside Dental", held_on=date(2026, 12, 1))
    people = [Person(name="Amy Ortiz"), Person(name="Tom Reed"), Person(name="Una Vale")]
    facts = filled.facts(filled.store.interviews.add_round(before, Entry(new, [], people)))
    assert (facts.interview.round, facts.interview.follows_id) == (2, filled.open_id)
    told = [(v.briefing.briefed_on, v.briefing.not_needed_on) for v in facts.vouching]
    assert told == [(MONDAY, None), (None, MONDAY), (None, None)]
    assert facts.vouching[0].briefing.note == "Will speak of the clinic."
    assert filled.facts().next_round_on == date(2026, 12, 1)


def test_how_often_a_reference_was_used_is_counted_over_all_interviews(filled: FilledFile) -> None:
    days = {filled.open_id: MONDAY, filled.offer_id: date(2026, 11, 18)}
    with filled.store.file.change("briefed") as change:
        for number, day in days.items():
            one = next(v for v in filled.facts(number).vouching if v.person.name == "Amy Ortiz")
            change.update(Briefing, one.briefing.id, briefed_on=day, thanked_on=day)
    amy = next(v for v in filled.facts().vouching if v.person.name == "Amy Ortiz")
    assert amy.use == Use(tuple(sorted(days.values())), MONDAY)
    filled.store.interviews.bin(filled.facts(filled.offer_id).interview)
    amy = next(v for v in filled.facts().vouching if v.person.name == "Amy Ortiz")
    assert amy.use == Use((MONDAY,), MONDAY)


def test_a_line_once_moved_is_moved_again_and_set_aside_in_the_same_row(filled: FilledFile) -> None:
    number, task = line_of(filled, Kind.REFLECT)
    for action in ("move", "set_aside", "mark_open", "mark_done", "mark_open", "move"):
        on_line(filled, action, number, task)
    (row,) = filled.facts(number).adjustments
    assert row.moved_to == date(2026, 12, 1)
    assert (row.set_aside_on, row.reason, row.done_on) == (None, "", None)


def test_a_tick_on_an_old_screen_keeps_what_another_window_wrote_about_me(
    filled: FilledFile, opened: Opener
) -> None:
    number, task = line_of(filled, Kind.RESUME)
    old = filled.facts(number)
    opened().checklist.write_me(Me(name="Robin Day"))
    filled.store.checklist.mark_done(old, task, MONDAY)
    assert filled.store.checklist.me() == Me(name="Robin Day", resume_reviewed_on=MONDAY)


def test_whoever_is_listed_already_is_not_listed_twice_by_one_more_line(filled: FilledFile) -> None:
    once = [Person(name="Sam Low")]
    number = filled.store.interviews.add(Entry(Interview(employer="Ames", held_on=MONDAY), once))
    assert not filled.store.interviews.add_met(number, Person(name="sam low", title="Mr"), "Ames")
    assert [one.person.shown for one in filled.facts(number).met] == ["Mr Sam Low"]
    assert filled.store.interviews.add_reference(number, Person(name="Sam Low"))
    assert not filled.store.interviews.add_reference(number, Person(name="Sam Low"))
    assert len(filled.facts(number).vouching) == 1


# How deep, and in which order


def test_at_least_fifty_changes_are_undone_and_redone(
    filled: FilledFile, opened: Opener, dump: Callable[[Path], Dump]
) -> None:
    path, states = filled.store.path, []
    for number in range(60):
        states.append(dump(path))
        filled.store.checklist.add(filled.facts(), Step.PREPARE, f"item {number}")
    last = dump(path)
    opened.close_all()
    file = opened().file
    for state in reversed(states):
        file.undo()
        assert dump(path) == state
    for state in [*states[1:], last]:
        file.redo()
        assert dump(path) == state
    with pytest.raises(CannotUndo, match="nothing to do again"):
        file.redo()


def test_saving_without_a_change_does_not_use_up_what_can_be_undone(
    filled: FilledFile, dump: Callable[[Path], Dump]
) -> None:
    before = dump(filled.store.path)
    filled.store.checklist.add(filled.facts(), Step.PREPARE, "a notebook")
    interview = filled.facts().interview
    for _ in range(changes.UNDOABLE + 50):
        filled.store.interviews.end(interview, Outcome.OPEN, MONDAY)
    filled.store.checklist.add(filled.facts(), Step.PREPARE, "a pen")
    filled.store.file.undo()
    filled.store.file.undo()
    assert dump(filled.store.path) == before


def test_what_is_too_long_ago_says_so_and_keeps_its_sentence(
    filled: FilledFile, dump: Callable[[Path], Dump], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(changes, "UNDOABLE", 3)
    for number in range(5):
        filled.store.checklist.add(filled.facts(), Step.PREPARE, f"item {number}")
    for _ in range(3):
        filled.store.file.undo()
    before = dump(filled.store.path)
    with pytest.raises(CannotUndo, match=r"“added “item 1”” is too long ago to undo"):
        filled.store.file.undo()
    assert dump(filled.store.path) == before
    assert said(filled)[0] == "added “item 1”"


def test_an_empty_file_has_nothing_to_undo_and_nothing_to_do_again(opened: Opener) -> None:
    file = opened().file
    with pytest.raises(CannotUndo, match="nothing to undo"):
        file.undo()
    with pytest.raises(CannotUndo, match="nothing to do again"):
        file.redo()


def test_a_new_change_ends_what_could_be_done_again(filled: FilledFile) -> None:
    add_line(filled)
    filled.store.file.undo()
    follow_up(filled)
    with pytest.raises(CannotUndo, match="nothing to do again"):
        filled.store.file.redo()


def test_undone_changes_are_done_again_in_their_first_order(filled: FilledFile) -> None:
    number = len(said(filled))
    for do in (add_line, follow_up, ask):
        do(filled)
    sentences = said(filled)[: len(said(filled)) - number]
    assert [filled.store.file.undo().sentence for _ in range(3)] == sentences
    assert [filled.store.file.redo().sentence for _ in range(3)] == sentences[::-1]


def test_what_another_window_did_is_undone_too(
    filled: FilledFile, opened: Opener, dump: Callable[[Path], Dump]
) -> None:
    before = dump(filled.store.path)
    other = opened()
    other.checklist.add(filled.facts(), Step.PREPARE, "from the other window")
    assert filled.store.file.undo().sentence == "added “from the other window”"
    assert dump(filled.store.path) == before


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(rng=st.randoms(use_true_random=True), steps=st.integers(1, 40))
def test_any_sequence_is_undone_to_the_empty_file_and_redone_to_the_end(
    opened: Opener,
    clock: Clock,
    dump: Callable[[Path], Dump],
    walk: type[Walk],
    tmp_path: Path,
    rng: random.Random,
    steps: int,
) -> None:
    path = tmp_path / f"{len(list(tmp_path.iterdir()))}.db"
    store = opened(path)
    try:
        empty = dump(path)
        on_the_way = walk(store, clock, rng)
        for _ in range(steps):
            on_the_way.step()
        end_of_it, log = dump(path), noted_changes(store)
        for one in log:
            assert store.file.undo().sentence == one.sentence
        assert dump(path) == empty
        for one in reversed(log):
            assert store.file.redo().sentence == one.sentence
        assert dump(path) == end_of_it
        assert [one.sentence for one in noted_changes(store)] == [n.sentence for n in log]
    finally:
        opened.close_all()


# Typing


def type_letter(filled: FilledFile, *texts: str) -> None:
    maria, base = filled.person("Maria Chen"), ""
    for text in texts:
        filled.store.letters.write(as_shown(filled.facts(), maria), maria, text, base)
        base = text
        filled.clock.forward(minutes=1)


def letter_text(filled: FilledFile) -> str | None:
    letter = filled.facts().letter_to(filled.person("Maria Chen").id)
    return letter.text if letter else None


def test_typing_in_one_letter_is_one_change(
    filled: FilledFile, dump: Callable[[Path], Dump]
) -> None:
    before, number = dump(filled.store.path), len(said(filled))
    type_letter(filled, *("Dear Dr. Chen"[:length] for length in range(1, 14)))
    assert len(said(filled)) == number + 1
    assert letter_text(filled) == "Dear Dr. Chen"
    filled.store.file.undo()
    assert dump(filled.store.path) == before
    filled.store.file.redo()
    assert letter_text(filled) == "Dear Dr. Chen"


def test_an_undo_of_typing_brings_back_the_text_from_before_it(filled: FilledFile) -> None:
    jo = filled.person("Jo Park")
    filled.clock.forward(hours=1)
    for base, text in (("Dear Jo,", "Dear J"), ("Dear J", "Dear Ms"), ("Dear Ms", "Dear Ms P")):
        filled.store.letters.write(as_shown(filled.facts(), jo), jo, text, base)
    filled.store.file.undo()
    assert [letter.text for letter in filled.facts().letters] == ["Dear Jo,"]
    filled.store.file.redo()
    assert [letter.text for letter in filled.facts().letters] == ["Dear Ms P"]


def test_typing_that_goes_on_for_an_hour_is_one_change(filled: FilledFile) -> None:
    number = len(said(filled))
    type_letter(filled, *(str(minute) for minute in range(60)))
    assert len(said(filled)) == number + 1


def test_typing_again_after_ten_minutes_is_another_change(filled: FilledFile) -> None:
    type_letter(filled, "Dear", "Dear Dr.")
    filled.clock.forward(minutes=9)  # one has passed since the last key
    filled.store.letters.write(
        as_shown(filled.facts(), filled.person("Maria Chen")),
        filled.person("Maria Chen"),
        "Dear Maria",
        "Dear Dr.",
    )
    filled.store.file.undo()
    assert letter_text(filled) == "Dear Dr."
    filled.store.file.undo()
    assert letter_text(filled) is None


def test_typing_on_just_before_ten_minutes_have_passed_is_the_same_change(
    filled: FilledFile,
) -> None:
    type_letter(filled, "Dear")
    filled.clock.forward(minutes=8, seconds=59)
    filled.store.letters.write(
        as_shown(filled.facts(), filled.person("Maria Chen")),
        filled.person("Maria Chen"),
        "Dear Dr.",
        "Dear",
    )
    filled.store.file.undo()
    assert letter_text(filled) is None


def test_typing_in_two_prompts_is_two_changes(filled: FilledFile) -> None:
    number = len(said(filled))
    for prompt in ("improve", "cared", "improve"):
        base = getattr(filled.facts().reflection, prompt)
        filled.store.journal.write(filled.facts(), prompt, f"{base} more", base)
    assert len(said(filled)) == number + 3
    filled.store.file.undo()
    assert filled.facts().reflection.improve == " more"


def test_something_else_in_between_ends_the_change_that_typing_is(filled: FilledFile) -> None:
    type_letter(filled, "Dear")
    add_line(filled)
    filled.store.letters.write(
        as_shown(filled.facts(), filled.person("Maria Chen")),
        filled.person("Maria Chen"),
        "Dear Dr.",
        "Dear",
    )
    filled.store.file.undo()
    assert letter_text(filled) == "Dear"


def test_typing_after_an_undo_does_not_go_on_from_what_was_undone(filled: FilledFile) -> None:
    type_letter(filled, "Dear")
    filled.store.file.undo()
    type_letter(filled, "Hello")
    assert letter_text(filled) == "Hello"
    filled.store.file.undo()
    assert letter_text(filled) is None
    filled.store.file.redo()
    assert letter_text(filled) == "Hello"


def test_a_change_of_state_does_not_go_on_from_typing(filled: FilledFile) -> None:
    type_letter(filled, "Dear Dr.")
    filled.store.letters.mark_sent(
        filled.facts(),
        as_shown(filled.facts(), filled.person("Maria Chen"), ""),
        filled.person("Maria Chen"),
        MONDAY,
    )
    filled.store.file.undo()
    letter = filled.facts().letter_to(filled.person("Maria Chen").id)
    assert letter is not None
    assert (letter.state, letter.text) == (LetterState.DRAFT, "Dear Dr.")


def test_a_text_that_was_undone_is_found_again_under_its_own_letter_only(
    filled: FilledFile,
) -> None:
    """Earlier words of one letter showed under the letter that took over its number."""
    maria, jo = filled.person("Maria Chen"), filled.person("Jo Park")
    first = next((one for one in (maria, jo) if not filled.facts().letter_to(one.id)), jo)
    second = maria if first is jo else jo
    before = {letter.person_id for letter in filled.facts().letters}
    filled.store.letters.write(as_shown(filled.facts(), first), first, "Dear first", "")
    written = filled.facts().letter_to(first.id)
    assert written is not None
    filled.store.file.undo()
    assert {letter.person_id for letter in filled.facts().letters} == before
    filled.store.letters.write(as_shown(filled.facts(), second), second, "Dear second", "")
    filled.store.letters.write(as_shown(filled.facts(), first), first, "Dear first again", "")
    anew, other = filled.facts().letter_to(first.id), filled.facts().letter_to(second.id)
    assert anew is not None
    assert other is not None
    assert [one.text for one in filled.store.texts.versions(anew, "text")] == ["Dear first"]
    assert "Dear first" not in [one.text for one in filled.store.texts.versions(other, "text")]


@pytest.mark.parametrize(
    ("record", "field", "do", "text"),
    [
        ("letter", "text", write_first_letter, "Dear Dr."),
        ("letter", "text", write_on, "Dear Jo Park,"),
        ("reflection", "improve", write_first_in_journal, "Speak slower"),
        ("question", "answer", answer, "Because teeth matter"),
        ("question", "text", reword, "Why dental hygiene?"),
        ("question", "text", ask, "Where in five years?"),
    ],
    ids=lambda one: getattr(one, "__name__", ""),
)
def test_typed_text_that_an_undo_takes_away_is_kept_as_a_version(
    filled: FilledFile, record: str, field: str, do: Callable[[FilledFile], None], text: str
) -> None:
    filled.clock.forward(hours=1)
    do(filled)
    every = [filled.facts(), filled.facts(filled.offer_id)]
    written: dict[str, list[object]] = {
        "letter": [letter for facts in every for letter in facts.letters],
        "reflection": [facts.reflection for facts in every],
        "question": list({one.id: one for facts in every for one in facts.questions}.values()),
    }
    filled.store.file.undo()
    found = [
        version
        for one in written[record]
        for version in filled.store.texts.versions(one, field)
        if version.why == "undone"
    ]
    assert [(version.text, version.at) for version in found] == [(text, filled.clock())]


# Whole, or not at all


class BrokeOffError(Exception):
    """Stands for anything that goes wrong in the middle."""


def test_a_change_that_breaks_off_leaves_nothing(
    filled: FilledFile, dump: Callable[[Path], Dump]
) -> None:
    before, sentences = dump(filled.store.path), said(filled)

    def half_a_change() -> None:
        with filled.store.file.change("half a change") as change:
            change.insert(Person(name="Half"))
            change.update(Interview, filled.open_id, employer="Half")
            raise BrokeOffError

    with pytest.raises(BrokeOffError):
        half_a_change()
    assert dump(filled.store.path) == before
    assert said(filled) == sentences
    add_line(filled)  # and the next one is written as ever
    assert dump(filled.store.path) != before


def test_a_use_case_that_breaks_off_leaves_nothing(
    filled: FilledFile, dump: Callable[[Path], Dump], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = dump(filled.store.path)

    def broken(*_: object, **__: object) -> int:
        raise BrokeOffError

    monkeypatch.setattr(filled.store.interviews, "_brief", broken)
    with pytest.raises(BrokeOffError):
        add_interview(filled)
    assert dump(filled.store.path) == before


def test_a_sqlite_error_in_the_middle_leaves_nothing(
    filled: FilledFile, dump: Callable[[Path], Dump]
) -> None:
    before = dump(filled.store.path)

    def no_employer() -> None:
        with filled.store.file.change("no employer") as change:
            change.insert(Person(name="Half"))
            change.update(Interview, filled.open_id, employer="")  # the schema forbids it

    with pytest.raises(NotSaved):
        no_employer()
    assert dump(filled.store.path) == before


def test_a_change_inside_another_is_undone_with_it(
    filled: FilledFile, dump: Callable[[Path], Dump]
) -> None:
    before, number = dump(filled.store.path), len(said(filled))
    with filled.store.file.change("two things"):
        add_line(filled)
        feel_sure(filled)
    assert len(said(filled)) == number + 1
    assert filled.store.file.undo().sentence == "two things"
    assert dump(filled.store.path) == before


def no_new_words(filled: FilledFile) -> None:
    filled.store.letters.write(
        as_shown(filled.facts(), filled.person("Jo Park")),
        filled.person("Jo Park"),
        "Dear Jo,",
        "Dear Jo,",
    )


def same_outcome(filled: FilledFile) -> None:
    filled.store.interviews.end(filled.facts(filled.offer_id).interview, Outcome.OFFER, MONDAY)


def same_talk(filled: FilledFile) -> None:
    filled.store.interviews.say_about(filled.meeting)


def same_question(filled: FilledFile) -> None:
    filled.store.journal.edit(filled.question, filled.question)


def same_reference(filled: FilledFile) -> None:
    filled.store.interviews.add_reference(filled.open_id, Person(name="amy ortiz"))


def same_interview(filled: FilledFile) -> None:
    facts = filled.facts()
    met = [one.person for one in facts.met]
    vouching = [replace(v.person, job_title=v.reference.relation) for v in facts.vouching]
    filled.store.interviews.edit(Entry(facts.interview, met, vouching))


@pytest.mark.parametrize(
    "do",
    [no_new_words, same_outcome, same_talk, same_question, same_reference, same_interview],
    ids=lambda do: do.__name__,
)
def test_a_change_without_effect_is_not_in_the_log(
    filled: FilledFile, dump: Callable[[Path], Dump], do: Callable[[FilledFile], None]
) -> None:
    filled.clock.forward(hours=1)
    before, sentences = dump(filled.store.path), said(filled)
    do(filled)
    assert dump(filled.store.path) == before
    assert said(filled) == sentences


def test_a_change_without_effect_can_still_be_done_again_after_an_undo(filled: FilledFile) -> None:
    add_line(filled)
    filled.store.file.undo()
    same_talk(filled)
    assert filled.store.file.redo().sentence == "added “Call Amy”"


# What was changed behind the log


def behind_the_log(path: Path, sql: str) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute(sql)
        other.commit()


@pytest.mark.parametrize(
    ("do", "sql"),
    [
        (end, "UPDATE interview SET outcome = 'no' WHERE id = 1"),
        (reword, "DELETE FROM question"),
        (write_on, "UPDATE letter SET text = 'another'"),
        (add_line, "DELETE FROM own_item WHERE text = 'Call Amy'"),
        (edit_interview, "UPDATE interview SET role = 'another' WHERE id = 1"),
    ],
    ids=lambda one: getattr(one, "__name__", ""),
)
def test_an_undo_of_what_was_changed_behind_the_log_changes_nothing(
    filled: FilledFile, dump: Callable[[Path], Dump], do: Callable[[FilledFile], None], sql: str
) -> None:
    filled.clock.forward(hours=1)
    do(filled)
    behind_the_log(filled.store.path, sql)
    before, sentences = dump(filled.store.path), said(filled)
    with pytest.raises(CannotUndo, match="changed since"):
        filled.store.file.undo()
    assert dump(filled.store.path) == before
    assert said(filled) == sentences


def test_a_redo_of_what_was_changed_behind_the_log_changes_nothing(
    filled: FilledFile, dump: Callable[[Path], Dump]
) -> None:
    reword(filled)
    filled.store.file.undo()
    behind_the_log(filled.store.path, "UPDATE question SET text = 'another'")
    before = dump(filled.store.path)
    with pytest.raises(CannotUndo, match="changed since"):
        filled.store.file.redo()
    assert dump(filled.store.path) == before


def test_a_record_that_another_window_removed_is_named_as_gone(
    filled: FilledFile, opened: Opener
) -> None:
    add_line(filled)
    item = next(one for one in filled.facts().own_items if one.text == "Call Amy")
    old = filled.facts()
    opened().file.undo()
    task = next(t for t in tasks(old, MONDAY) if t.kind is Kind.OWN and t.subject == item.id)
    with pytest.raises(NotSaved, match="no longer on file"):
        filled.store.checklist.mark_done(old, task, MONDAY)


# Who is who


def two_of_one_name(filled: FilledFile) -> int:
    """Una Vale of the bank vouches and was briefed; another one is met at Elm later."""
    interviews = filled.store.interviews
    bank = Interview(employer="Bank", role="Teller", held_on=date(2026, 11, 18))
    una = Person(name="Una Vale", employer="Bank", job_title="manager")
    number = interviews.add(Entry(bank, [], [una]))
    (vouching,) = filled.facts(number).vouching
    filled.store.references.write(
        vouching, filled.facts(number).interview, note="Will speak of the vault.", briefed_on=MONDAY
    )
    elm = Interview(employer="Elm", held_on=date(2026, 11, 19))
    interviews.add(Entry(elm, [Person(name="Una Vale", employer="Elm")]))
    return number


def test_a_changed_interview_keeps_its_reference_though_there_is_a_namesake(
    filled: FilledFile,
) -> None:
    number = two_of_one_name(filled)
    before = filled.facts(number)
    line = Person(name="Una Vale", job_title="manager", phone="555 0199")
    filled.store.interviews.edit(Entry(replace(before.interview, role="Lead"), [], [line]))
    (after,) = filled.facts(number).vouching
    assert after.briefing == before.vouching[0].briefing
    assert after.person == replace(before.vouching[0].person, phone="555 0199")


def test_a_next_round_has_the_same_reference_though_there_is_a_namesake(filled: FilledFile) -> None:
    before = filled.facts(two_of_one_name(filled))
    new = Interview(employer="Bank", held_on=date(2026, 12, 1))
    line = Person(name="Una Vale", job_title="manager")
    after = filled.facts(filled.store.interviews.add_round(before, Entry(new, [], [line])))
    assert after.vouching[0].person == before.vouching[0].person
    assert after.vouching[0].briefing.briefed_on == MONDAY


def test_a_phone_number_corrected_in_the_line_of_somebody_met_is_kept(filled: FilledFile) -> None:
    interview = filled.facts().interview
    met = [Person(name="Maria Chen", title="Dr.", phone="555 0199"), Person(name="Jo Park")]
    filled.store.interviews.edit(Entry(interview, met, None))
    assert filled.person("Maria Chen").phone == "555 0199"


def test_a_note_on_a_reference_leaves_what_another_window_noted(filled: FilledFile) -> None:
    vouching = filled.facts().vouching[0]
    filled.store.references.note(vouching, "called_on", MONDAY)
    dates = {name: getattr(vouching.briefing, name) for name in ("briefed_on", "called_on")}
    filled.store.references.write(
        vouching, filled.facts().interview, note="best after six", **dates
    )
    after = filled.facts().vouching[0].briefing
    assert (after.note, after.called_on) == ("best after six", MONDAY)


def test_a_brief_with_a_reason_that_was_made_after_all_can_be_taken_back(
    filled: FilledFile,
) -> None:
    number, task = line_of(filled, Kind.BRIEF)
    filled.store.checklist.set_aside(filled.facts(number), task, MONDAY, "on holiday")
    vouching = next(v for v in filled.facts(number).vouching if v.briefing.id == task.subject)
    filled.store.references.note(vouching, "briefed_on", MONDAY)
    done = again(filled, number, task)
    assert done is not None
    filled.store.checklist.mark_open(filled.facts(number), done)
    after = next(v for v in filled.facts(number).vouching if v.briefing.id == task.subject)
    assert after.briefing.briefed_on is None
