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
from tests.storage.conftest import MONDAY, FilledFile
from tests.unit.build import as_shown

TUESDAY = date(2026, 11, 24)


def on_file(filled: FilledFile, person: Person, kind: LetterKind = LetterKind.THANK_YOU) -> Letter:
    found = filled.facts().letter_to(person.id, kind)
    assert found is not None
    return found


def send(
    filled: FilledFile, person: Person, kind: LetterKind, on: date = TUESDAY, interview_id: int = 1
) -> None:
    one = filled.facts(interview_id)
    letter = as_shown(one, person, "Dear you", kind=kind)
    filled.store.letters.mark_sent(one, letter, person, on)


def texts(filled: FilledFile, letter: Letter) -> list[tuple[str, str]]:
    found = filled.store.texts.versions(letter, "text")
    return [(one.text, one.why) for one in found]


def test_letters_of_two_kinds_to_one_person_are_two(filled: FilledFile) -> None:
    maria = filled.person("Maria Chen")
    for kind, text in ((LetterKind.THANK_YOU, "Thanks"), (LetterKind.CORRECTION, "Sorry")):
        filled.store.letters.write(as_shown(filled.facts(), maria, kind=kind), maria, text, "")
    assert on_file(filled, maria).text == "Thanks"
    assert on_file(filled, maria, LetterKind.CORRECTION).text == "Sorry"


def test_a_letter_to_somebody_who_was_merged_meanwhile_says_what_to_do_and_names_no_key(
    filled: FilledFile,
) -> None:
    maria, jo = filled.person("Maria Chen"), filled.person("Jo Park")
    shown = as_shown(filled.facts(), maria)
    filled.store.people.merge(jo, maria)
    with pytest.raises(NowhereToSave, match=r"removed them\. Copy what you typed\.$"):
        filled.store.letters.write(shown, maria, "Mine", "")


def test_a_form_that_is_chosen_leaves_the_draft_a_draft(filled: FilledFile) -> None:
    maria = filled.person("Maria Chen")
    shown = as_shown(filled.facts(), maria, "As drafted", subject="S")
    filled.store.letters.choose_form(shown, maria, LetterForm.CARD)
    letter = on_file(filled, maria)
    assert (letter.form, letter.follows_facts, letter.subject) == (LetterForm.CARD, True, "")
    filled.store.letters.write(replace(letter, text="As a card"), maria, "Mine", "As a card")
    letter = on_file(filled, maria)
    assert (letter.form, letter.follows_facts, letter.text) == (LetterForm.CARD, False, "Mine")


def test_a_subject_is_kept_while_the_text_still_follows_the_facts(filled: FilledFile) -> None:
    maria = filled.person("Maria Chen")
    shown = as_shown(filled.facts(), maria, "As drafted", subject="As drafted")
    filled.store.letters.write_subject(shown, maria, "Mine")
    assert (on_file(filled, maria).subject, on_file(filled, maria).follows_facts) == ("Mine", True)


def test_another_wording_keeps_the_one_before_and_is_undone_on_its_own(filled: FilledFile) -> None:
    maria = filled.person("Maria Chen")
    filled.store.letters.write(as_shown(filled.facts(), maria), maria, "Typed", "")
    filled.store.letters.reword(
        on_file(filled, maria), maria, "Other words", "before another wording"
    )
    filled.store.letters.write(on_file(filled, maria), maria, "Other words, mine", "Other words")
    assert texts(filled, on_file(filled, maria)) == [("Typed", "before another wording")]
    filled.store.file.undo()
    assert on_file(filled, maria).text == "Other words"
    assert filled.store.file.undo().sentence == "reworded the letter to Dr. Maria Chen"
    assert on_file(filled, maria).text == "Typed"


def test_another_wording_of_an_untouched_draft_keeps_the_draft(filled: FilledFile) -> None:
    maria = filled.person("Maria Chen")
    shown = as_shown(filled.facts(), maria, "As drafted", subject="S")
    filled.store.letters.reword(shown, maria, "Other words", "before another wording")
    letter = on_file(filled, maria)
    assert (letter.text, letter.subject, letter.follows_facts) == ("Other words", "S", False)
    assert texts(filled, letter) == [("As drafted", "before another wording")]


def test_beginning_anew_goes_back_to_the_facts_and_keeps_the_text(filled: FilledFile) -> None:
    jo = filled.person("Jo Park")
    filled.store.letters.reopen(filled.facts(), on_file(filled, jo), jo)
    filled.store.letters.begin_anew(on_file(filled, jo), jo)
    letter = on_file(filled, jo)
    assert (letter.follows_facts, letter.state) == (True, LetterState.DRAFT)
    assert "Dear Jo," in [text for text, _ in texts(filled, letter)]
    filled.store.file.undo()
    assert (on_file(filled, jo).text, on_file(filled, jo).follows_facts) == ("Dear Jo,", False)


def test_a_follow_up_note_that_was_sent_is_a_try_by_e_mail(filled: FilledFile) -> None:
    maria = filled.person("Maria Chen")
    before = len(filled.facts().follow_ups)
    send(filled, maria, LetterKind.FOLLOW_UP)
    tried = filled.facts().follow_ups[-1]
    assert (tried.result, tried.done_on, tried.person_id) == (Result.EMAILED, TUESDAY, maria.id)
    assert len(filled.facts().follow_ups) == before + 1
    letter = on_file(filled, maria, LetterKind.FOLLOW_UP)
    filled.store.letters.reopen(filled.facts(), letter, maria)
    assert len(filled.facts().follow_ups) == before  # so that Space, Space is one try and not two


def test_one_undo_takes_back_the_sent_mark_and_what_it_settled(filled: FilledFile) -> None:
    before = filled.facts()
    send(filled, filled.person("Maria Chen"), LetterKind.FOLLOW_UP)
    said = filled.store.file.undo().sentence
    assert said == "marked the follow-up note to Dr. Maria Chen sent"
    assert filled.facts() == before


def test_a_corrected_date_of_a_follow_up_note_is_that_of_the_try(filled: FilledFile) -> None:
    maria = filled.person("Maria Chen")
    send(filled, maria, LetterKind.FOLLOW_UP)
    letter = on_file(filled, maria, LetterKind.FOLLOW_UP)
    filled.store.letters.correct_sent(letter, maria, MONDAY, "on LinkedIn")
    assert on_file(filled, maria, LetterKind.FOLLOW_UP).sent_how == "on LinkedIn"
    assert filled.facts().follow_ups[-1].done_on == MONDAY


def test_a_note_after_a_missed_call_settles_its_line(filled: FilledFile) -> None:
    filled.store.interviews.miss_call(filled.facts().interview, TUESDAY)
    assert missed_call(filled.facts()) == TUESDAY
    send(filled, filled.person("Maria Chen"), LetterKind.FOLLOW_UP)
    assert missed_call(filled.facts()) is None


def test_thanks_to_a_reference_that_were_sent_settle_their_line(filled: FilledFile) -> None:
    amy = filled.person("Amy Ortiz")

    def line() -> bool:
        every = tasks(filled.facts(filled.offer_id), TUESDAY)
        return next(one for one in every if one.kind is Kind.THANK_REFERENCE).is_open

    assert line()
    send(filled, amy, LetterKind.REFERENCE, interview_id=filled.offer_id)
    assert not line()
    one = filled.facts(filled.offer_id)
    letter = one.letter_to(amy.id, LetterKind.REFERENCE)
    assert letter is not None
    filled.store.letters.reopen(one, letter, amy)
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
    filled: FilledFile, kind: LetterKind, outcome: Outcome
) -> None:
    zoe = filled.person("Zoë Hart")
    send(filled, zoe, kind, interview_id=filled.offer_id)
    interview = filled.facts(filled.offer_id).interview
    assert (interview.outcome, interview.outcome_on) == (outcome, TUESDAY)


def test_an_outcome_that_is_noted_already_keeps_its_day(filled: FilledFile) -> None:
    filled.store.interviews.end(filled.facts(filled.offer_id).interview, Outcome.ACCEPTED, MONDAY)
    send(filled, filled.person("Zoë Hart"), LetterKind.ACCEPT, interview_id=filled.offer_id)
    assert filled.facts(filled.offer_id).interview.outcome_on == MONDAY


def test_a_question_why_not_that_was_sent_settles_its_line(filled: FilledFile) -> None:
    ines = filled.person("Ines Roy")
    send(filled, ines, LetterKind.WHY_NOT, interview_id=filled.no_id)
    every = tasks(filled.facts(filled.no_id), TUESDAY)
    assert not next(one for one in every if one.kind is Kind.ASK_WHY).is_open
