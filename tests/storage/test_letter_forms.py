"""A letter in several forms: each has a text of its own, and sent in one is sent."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from afterview_tui.domain.letter import Letter, LetterForm, LetterKind, LetterState
from afterview_tui.domain.recipients import recipients
from afterview_tui.domain.records import Facts, Person
from afterview_tui.domain.task import State
from afterview_tui.domain.tasks import tasks
from afterview_tui.domain.timeline import timeline
from tests.storage.conftest import MONDAY, Clock, FilledFile, noted_changes
from tests.unit.build import as_shown

if TYPE_CHECKING:
    from tests.storage.conftest import Dump, Opener

TUESDAY = date(2026, 11, 24)
CARD, EMAIL, TYPED = LetterForm.CARD, LetterForm.EMAIL, LetterForm.TYPED


def in_front(facts: Facts, person: Person, kind: LetterKind = LetterKind.THANK_YOU) -> Letter:
    """The letter as the pane shows it."""
    known = facts.letter_to(person.id, kind)
    return known or Letter(interview_id=facts.interview.id, person_id=person.id, kind=kind)


@pytest.fixture
def maria(filled: FilledFile) -> Person:
    return filled.person("Maria Chen")


def choose(filled: FilledFile, person: Person, form: LetterForm) -> None:
    filled.store.letters.choose_form(in_front(filled.facts(), person), person, form)


def write(filled: FilledFile, person: Person, text: str, parts: str = "") -> None:
    shown = in_front(filled.facts(), person)
    filled.store.letters.write(shown, person, text, shown.text, parts)


def texts(filled: FilledFile, person: Person) -> dict[LetterForm, str]:
    return {one.form: one.text for one in filled.facts().letters_to(person.id)}


def test_a_card_and_an_e_mail_to_one_person_have_their_own_texts(
    filled: FilledFile, maria: Person
) -> None:
    write(filled, maria, "By mail", "mail parts")
    choose(filled, maria, CARD)
    assert in_front(filled.facts(), maria).form is CARD
    assert in_front(filled.facts(), maria).follows_facts
    write(filled, maria, "By hand", "card parts")
    choose(filled, maria, EMAIL)
    shown = in_front(filled.facts(), maria)
    assert (shown.form, shown.text, shown.parts) == (EMAIL, "By mail", "mail parts")
    choose(filled, maria, CARD)  # all within one second
    assert in_front(filled.facts(), maria).text == "By hand"
    assert texts(filled, maria) == {EMAIL: "By mail", CARD: "By hand"}


def test_a_form_comes_in_front_though_the_clock_was_put_back(
    filled: FilledFile, maria: Person, clock: Clock
) -> None:
    choose(filled, maria, CARD)
    clock.forward(days=-3)
    choose(filled, maria, TYPED)
    assert in_front(filled.facts(), maria).form is TYPED


def test_the_form_that_is_in_front_already_is_no_change(filled: FilledFile, maria: Person) -> None:
    before = noted_changes(filled.store)
    choose(filled, maria, EMAIL)
    choose(filled, filled.person("Jo Park"), EMAIL)
    assert noted_changes(filled.store) == before
    assert filled.facts().letter_to(maria.id) is None


def test_a_letter_sent_by_e_mail_can_be_written_as_a_card_and_both_are_sent(
    filled: FilledFile,
) -> None:
    jo = filled.person("Jo Park")  # hers is sent
    choose(filled, jo, CARD)
    write(filled, jo, "By hand")
    assert _line(filled, jo) == (State.DONE, "sent Mon 23 Nov")
    filled.store.letters.mark_sent(filled.facts(), in_front(filled.facts(), jo), jo, TUESDAY)
    every = filled.facts().letters_to(jo.id)
    assert [(one.form, one.state, one.sent_on) for one in every] == [
        (CARD, LetterState.SENT, TUESDAY),
        (EMAIL, LetterState.SENT, MONDAY),
    ]
    assert _line(filled, jo) == (State.DONE, "sent Tue 24 Nov")
    said = [one.words for one in timeline([filled.facts()], TUESDAY)]
    assert sum(words.startswith("Sent ") and "Jo Park" in words for words in said) == 2
    filled.store.letters.reopen(filled.facts(), in_front(filled.facts(), jo), jo)
    assert _line(filled, jo) == (State.DONE, "sent Mon 23 Nov")
    assert filled.store.numbers.all(TUESDAY).letters.in_time == 0
    assert filled.store.numbers.all(TUESDAY).letters.later == 1


def _line(filled: FilledFile, person: Person) -> tuple[State, str]:
    met = next(one for one in filled.facts().met if one.person.id == person.id)
    every = tasks(filled.facts(), TUESDAY)
    found = next(one for one in every if one.key == f"letter:{met.meeting.id}")
    return found.state, found.note


def test_a_letter_begun_in_one_form_stays_among_those_begun_when_another_is_in_front(
    filled: FilledFile, maria: Person
) -> None:
    kind = LetterKind.CORRECTION
    filled.store.letters.write(as_shown(filled.facts(), maria, kind=kind), maria, "Sorry", "")
    filled.store.letters.choose_form(in_front(filled.facts(), maria, kind), maria, CARD)
    assert (maria.id, kind) in [one.key for one in recipients(filled.facts())]


def test_earlier_texts_are_those_of_the_form(filled: FilledFile, maria: Person) -> None:
    write(filled, maria, "By mail")
    filled.store.letters.mark_copied(in_front(filled.facts(), maria), maria)
    choose(filled, maria, CARD)
    card = in_front(filled.facts(), maria)
    assert filled.store.texts.versions(card, "text") == []
    (version,) = filled.store.texts.versions(replace(card, form=EMAIL), "text")
    assert version.text == "By mail"


def test_what_is_typed_in_a_form_that_another_window_left_goes_into_that_form(
    filled: FilledFile, maria: Person, opened: Opener
) -> None:
    shown = as_shown(filled.facts(), maria, "As drafted")
    other = opened()
    other.letters.choose_form(shown, maria, CARD)
    filled.store.letters.write(shown, maria, "By mail", "As drafted")
    assert texts(filled, maria) == {EMAIL: "By mail", CARD: ""}
    assert in_front(filled.facts(), maria).form is EMAIL


# Where the parts stand goes with the text


def test_parts_are_saved_with_the_text_and_taken_back_with_it(
    filled: FilledFile, maria: Person
) -> None:
    write(filled, maria, "One", "1")
    filled.clock.forward(minutes=11)
    write(filled, maria, "One two", "1 2")
    assert in_front(filled.facts(), maria).parts == "1 2"
    filled.store.file.undo()
    assert (in_front(filled.facts(), maria).text, in_front(filled.facts(), maria).parts) == (
        "One",
        "1",
    )
    filled.store.file.redo()
    assert in_front(filled.facts(), maria).parts == "1 2"


def test_a_text_saved_without_parts_has_none(filled: FilledFile, maria: Person) -> None:
    write(filled, maria, "One", "1")
    write(filled, maria, "Other")
    assert in_front(filled.facts(), maria).parts == ""


def test_copying_and_sending_keep_the_parts_of_a_draft_and_of_a_text(
    filled: FilledFile, maria: Person
) -> None:
    drafted = replace(as_shown(filled.facts(), maria, "As drafted"), parts="drafted")
    filled.store.letters.mark_copied(drafted, maria)
    assert in_front(filled.facts(), maria).parts == "drafted"
    filled.store.letters.mark_sent(filled.facts(), in_front(filled.facts(), maria), maria, TUESDAY)
    assert in_front(filled.facts(), maria).parts == "drafted"


def test_other_words_bring_their_parts_and_a_new_beginning_has_none(
    filled: FilledFile, maria: Person
) -> None:
    write(filled, maria, "One", "1")
    filled.store.letters.reword(in_front(filled.facts(), maria), maria, "Two", "reworded", "2")
    assert (in_front(filled.facts(), maria).text, in_front(filled.facts(), maria).parts) == (
        "Two",
        "2",
    )
    filled.store.letters.begin_anew(in_front(filled.facts(), maria), maria)
    assert in_front(filled.facts(), maria).parts == ""


def test_thanks_to_a_reference_in_two_forms_are_thanks_until_neither_is_sent(
    filled: FilledFile,
) -> None:
    amy, kind, where = filled.person("Amy Ortiz"), LetterKind.REFERENCE, filled.offer_id
    letters = filled.store.letters

    def thanked_on() -> date | None:
        return filled.facts(where).vouching[0].briefing.thanked_on

    letters.mark_sent(filled.facts(where), in_front(filled.facts(where), amy, kind), amy, MONDAY)
    letters.choose_form(in_front(filled.facts(where), amy, kind), amy, CARD)
    letters.mark_sent(filled.facts(where), in_front(filled.facts(where), amy, kind), amy, TUESDAY)
    by_mail = filled.facts(where).letters_to(amy.id, kind)[1]
    letters.reopen(filled.facts(where), by_mail, amy)
    assert thanked_on() == TUESDAY
    letters.reopen(filled.facts(where), in_front(filled.facts(where), amy, kind), amy)
    assert thanked_on() is None


@pytest.mark.parametrize("seed", range(24))
def test_whatever_is_done_each_form_keeps_its_text_and_undoing_all_gives_the_file_before(
    filled: FilledFile, maria: Person, path: Path, dump: Callable[[Path], Dump], seed: int
) -> None:
    rng, letters, file = random.Random(seed), filled.store.letters, filled.store.file
    before, noted_before = dump(path), len(noted_changes(filled.store))
    now: dict[LetterForm, tuple[str, str]] = {}
    states = [dict(now)]
    undone: list[dict[LetterForm, tuple[str, str]]] = []
    for number in range(30):
        filled.clock.forward(minutes=11)  # typing that goes on would be one change
        shown, made = in_front(filled.facts(), maria), len(noted_changes(filled.store))
        match rng.randrange(6):
            case 0:
                letters.choose_form(shown, maria, rng.choice((EMAIL, CARD)))
                if (front := filled.facts().letter_to(maria.id)) is not None:
                    now.setdefault(front.form, ("", ""))
            case 1 if shown.state is not LetterState.SENT:
                letters.mark_sent(filled.facts(), shown, maria, TUESDAY)
                now.setdefault(shown.form, (shown.text, shown.parts))
            case 2 if shown.state is LetterState.SENT:
                letters.reopen(filled.facts(), shown, maria)
            case 3 if len(states) > 1:
                file.undo()
                undone.append(states.pop())
                now = dict(states[-1])
                made = -1
            case 4 if undone:
                file.redo()
                states.append(undone.pop())
                now = dict(states[-1])
                made = -1
            case _:
                typed = f"{shown.form} {number}", f"parts {number}"
                letters.write(shown, maria, typed[0], shown.text, typed[1])
                now[shown.form] = typed
        if made >= 0 and len(noted_changes(filled.store)) > made:
            states.append(dict(now))
            undone.clear()
        on_file = {one.form: (one.text, one.parts) for one in filled.facts().letters_to(maria.id)}
        assert on_file == now
    while len(noted_changes(filled.store)) > noted_before:
        file.undo()
    assert dump(path) == before
