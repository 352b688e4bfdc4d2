"""Letters of every kind: what is decided about them, and what sending one settles."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from afterview_tui.domain.errors import NowhereToSave
from afterview_tui.domain.letter import Letter, LetterForm, LetterKind, LetterState
from afterview_tui.domain.records import Outcome, Person, Result
from afterview_tui.domain.steps.follow_up import missed_call
from afterview_tui.domain.task import Kind
from afterview_tui.domain.tasks import tasks
from tests.storage.conftest import MONDAY, Desk
from tests.unit.build import as_shown

TUESDAY = date(2026, 11, 24)


def on_file(desk: Desk, person: Person, kind: LetterKind = LetterKind.THANK_YOU) -> Letter:
    found = desk.facts().letter_to(person.id, kind)
    assert found is not None
    return found


def send(
    desk: Desk, person: Person, kind: LetterKind, on: date = TUESDAY, interview_id: int = 1
) -> None:
    one = desk.facts(interview_id)
    letter = as_shown(one, person, "Dear you", kind=kind)
    desk.store.letters.mark_sent(one, letter, person, on)


def texts(desk: Desk, letter: Letter) -> list[tuple[str, str]]:
    found = desk.store.texts.versions(letter, "text")
    return [(one.text, one.why) for one in found]


def test_letters_of_two_kinds_to_one_person_are_two(desk: Desk) -> None:
    maria = desk.person("Maria Chen")
    for kind, text in ((LetterKind.THANK_YOU, "Thanks"), (LetterKind.CORRECTION, "Sorry")):
        desk.store.letters.write(as_shown(desk.facts(), maria, kind=kind), maria, text, "")
    assert on_file(desk, maria).text == "Thanks"
    assert on_file(desk, maria, LetterKind.CORRECTION).text == "Sorry"


def test_a_letter_to_somebody_who_was_merged_meanwhile_says_what_to_do_and_names_no_key(
    desk: Desk,
) -> None:
    maria, jo = desk.person("Maria Chen"), desk.person("Jo Park")
    shown = as_shown(desk.facts(), maria)
    desk.store.people.merge(jo, maria)
    with pytest.raises(NowhereToSave, match=r"removed them\. Copy what you typed\.$"):
        desk.store.letters.write(shown, maria, "Mine", "")


def test_a_form_that_is_chosen_leaves_the_draft_a_draft(desk: Desk) -> None:
    maria = desk.person("Maria Chen")
    shown = as_shown(desk.facts(), maria, "As drafted", subject="S")
    desk.store.letters.choose_form(shown, maria, LetterForm.CARD)
    letter = on_file(desk, maria)
    assert (letter.form, letter.follows_facts, letter.subject) == (LetterForm.CARD, True, "")
    desk.store.letters.write(replace(letter, text="As a card"), maria, "Mine", "As a card")
    letter = on_file(desk, maria)
    assert (letter.form, letter.follows_facts, letter.text) == (LetterForm.CARD, False, "Mine")


def test_a_subject_is_kept_while_the_text_still_follows_the_facts(desk: Desk) -> None:
    maria = desk.person("Maria Chen")
    shown = as_shown(desk.facts(), maria, "As drafted", subject="As drafted")
    desk.store.letters.write_subject(shown, maria, "Mine")
    assert (on_file(desk, maria).subject, on_file(desk, maria).follows_facts) == ("Mine", True)


def test_another_wording_keeps_the_one_before_and_is_undone_on_its_own(desk: Desk) -> None:
    maria = desk.person("Maria Chen")
    desk.store.letters.write(as_shown(desk.facts(), maria), maria, "Typed", "")
    desk.store.letters.reword(on_file(desk, maria), maria, "Other words", "before another wording")
    desk.store.letters.write(on_file(desk, maria), maria, "Other words, mine", "Other words")
    assert texts(desk, on_file(desk, maria)) == [("Typed", "before another wording")]
    desk.store.file.undo()
    assert on_file(desk, maria).text == "Other words"
    assert desk.store.file.undo().sentence == "reworded the letter to Dr. Maria Chen"
    assert on_file(desk, maria).text == "Typed"


def test_another_wording_of_an_untouched_draft_keeps_the_draft(desk: Desk) -> None:
    maria = desk.person("Maria Chen")
    shown = as_shown(desk.facts(), maria, "As drafted", subject="S")
    desk.store.letters.reword(shown, maria, "Other words", "before another wording")
    letter = on_file(desk, maria)
    assert (letter.text, letter.subject, letter.follows_facts) == ("Other words", "S", False)
    assert texts(desk, letter) == [("As drafted", "before another wording")]


def test_beginning_anew_goes_back_to_the_facts_and_keeps_the_text(desk: Desk) -> None:
    jo = desk.person("Jo Park")
    desk.store.letters.reopen(desk.facts(), on_file(desk, jo), jo)
    desk.store.letters.begin_anew(on_file(desk, jo), jo)
    letter = on_file(desk, jo)
    assert (letter.follows_facts, letter.state) == (True, LetterState.DRAFT)
    assert "Dear Jo," in [text for text, _ in texts(desk, letter)]
    desk.store.file.undo()
    assert (on_file(desk, jo).text, on_file(desk, jo).follows_facts) == ("Dear Jo,", False)


def test_a_follow_up_note_that_was_sent_is_a_try_by_e_mail(desk: Desk) -> None:
    maria = desk.person("Maria Chen")
    before = len(desk.facts().follow_ups)
    send(desk, maria, LetterKind.FOLLOW_UP)
    tried = desk.facts().follow_ups[-1]
    assert (tried.result, tried.done_on, tried.person_id) == (Result.EMAILED, TUESDAY, maria.id)
    assert len(desk.facts().follow_ups) == before + 1
    letter = on_file(desk, maria, LetterKind.FOLLOW_UP)
    desk.store.letters.reopen(desk.facts(), letter, maria)
    assert len(desk.facts().follow_ups) == before  # so that Space, Space is one try and not two


def test_one_undo_takes_back_the_sent_mark_and_what_it_settled(desk: Desk) -> None:
    before = desk.facts()
    send(desk, desk.person("Maria Chen"), LetterKind.FOLLOW_UP)
    said = desk.store.file.undo().sentence
    assert said == "marked the follow-up note to Dr. Maria Chen sent"
    assert desk.facts() == before


def test_a_corrected_date_of_a_follow_up_note_is_that_of_the_try(desk: Desk) -> None:
    maria = desk.person("Maria Chen")
    send(desk, maria, LetterKind.FOLLOW_UP)
    letter = on_file(desk, maria, LetterKind.FOLLOW_UP)
    desk.store.letters.correct_sent(letter, maria, MONDAY, "on LinkedIn")
    assert on_file(desk, maria, LetterKind.FOLLOW_UP).sent_how == "on LinkedIn"
    assert desk.facts().follow_ups[-1].done_on == MONDAY


def test_a_note_after_a_missed_call_settles_its_line(desk: Desk) -> None:
    desk.store.interviews.miss_call(desk.facts().interview, TUESDAY)
    assert missed_call(desk.facts()) == TUESDAY
    send(desk, desk.person("Maria Chen"), LetterKind.FOLLOW_UP)
    assert missed_call(desk.facts()) is None


def test_thanks_to_a_reference_that_were_sent_settle_their_line(desk: Desk) -> None:
    amy = desk.person("Amy Ortiz")

    def line() -> bool:
        every = tasks(desk.facts(desk.offer_id), TUESDAY)
        return next(one for one in every if one.kind is Kind.THANK_REFERENCE).is_open

    assert line()
    send(desk, amy, LetterKind.REFERENCE, interview_id=desk.offer_id)
    assert not line()
    one = desk.facts(desk.offer_id)
    letter = one.letter_to(amy.id, LetterKind.REFERENCE)
    assert letter is not None
    desk.store.letters.reopen(one, letter, amy)
    assert line()


@pytest.mark.parametrize(
    ("kind", "outcome"),
    [
        (LetterKind.ACCEPT, Outcome.ACCEPTED),
        (LetterKind.DECLINE, Outcome.DECLINED),
        (LetterKind.WITHDRAW, Outcome.WITHDRAWN),
    ],
)
def test_a_letter_that_says_how_it_ends_notes_the_outcome(
    desk: Desk, kind: LetterKind, outcome: Outcome
) -> None:
    zoe = desk.person("Zoë Hart")
    send(desk, zoe, kind, interview_id=desk.offer_id)
    interview = desk.facts(desk.offer_id).interview
    assert (interview.outcome, interview.outcome_on) == (outcome, TUESDAY)


def test_an_outcome_that_is_noted_already_keeps_its_day(desk: Desk) -> None:
    desk.store.interviews.end(desk.facts(desk.offer_id).interview, Outcome.ACCEPTED, MONDAY)
    send(desk, desk.person("Zoë Hart"), LetterKind.ACCEPT, interview_id=desk.offer_id)
    assert desk.facts(desk.offer_id).interview.outcome_on == MONDAY


def test_a_question_why_not_that_was_sent_settles_its_line(desk: Desk) -> None:
    ines = desk.person("Ines Roy")
    send(desk, ines, LetterKind.WHY_NOT, interview_id=desk.no_id)
    every = tasks(desk.facts(desk.no_id), TUESDAY)
    assert not next(one for one in every if one.kind is Kind.ASK_WHY).is_open
