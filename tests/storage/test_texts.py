"""Long texts: two windows on one file lose nothing of each other."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

import pytest

from afterview_tui.domain.errors import NotSaved
from afterview_tui.domain.records import Interview
from afterview_tui.storage.interviews import Entry
from afterview_tui.storage.store import Store
from afterview_tui.storage.texts import Saved
from tests.storage.conftest import hits, noted_changes
from tests.unit.build import as_shown

if TYPE_CHECKING:
    from tests.storage.conftest import Desk, Opener

MONDAY = date(2026, 11, 23)

Write = Callable[["Desk", Store, str, str], Saved]
Read = Callable[["Desk"], tuple[object, str, str]]


def write_letter(desk: Desk, store: Store, text: str, base: str) -> Saved:
    return store.letters.write(
        as_shown(desk.facts(), desk.person("Maria Chen")), desk.person("Maria Chen"), text, base
    )


def read_letter(desk: Desk) -> tuple[object, str, str]:
    letter = desk.facts().letter_to(desk.person("Maria Chen").id)
    assert letter is not None
    return letter, "text", letter.text


def write_prompt(desk: Desk, store: Store, text: str, base: str) -> Saved:
    return store.journal.write(desk.facts(), "improve", text, base)


def read_prompt(desk: Desk) -> tuple[object, str, str]:
    reflection = desk.facts().reflection
    return reflection, "improve", reflection.improve


def write_answer(desk: Desk, store: Store, text: str, base: str) -> Saved:
    return store.journal.answer(desk.question, text, base)


def read_answer(desk: Desk) -> tuple[object, str, str]:
    return desk.question, "answer", desk.question.answer


EVERY_TEXT = pytest.mark.parametrize(
    ("write", "read"),
    [(write_letter, read_letter), (write_prompt, read_prompt), (write_answer, read_answer)],
    ids=["letter", "prompt", "answer"],
)


def versions(desk: Desk, read: Read) -> list[tuple[str, str]]:
    found = desk.store.texts.versions(*read(desk)[:2])
    return [(version.text, version.why) for version in found]


@EVERY_TEXT
def test_two_windows_that_type_at_once_keep_both_texts_and_are_told(
    desk: Desk, opened: Opener, write: Write, read: Read
) -> None:
    other = opened()
    assert write(desk, desk.store, "from here", "").both_kept is False
    saved = write(desk, other, "from there", "")
    assert saved.both_kept is True
    assert read(desk)[2] == "from there"
    assert versions(desk, read) == [("from here", "from another window")]
    assert saved.record_id == getattr(read(desk)[0], "id")  # noqa: B009


@EVERY_TEXT
def test_windows_that_go_on_typing_by_turns_keep_the_last_text_of_each(
    desk: Desk, opened: Opener, write: Write, read: Read
) -> None:
    other = opened()
    write(desk, desk.store, "a", "")
    write(desk, other, "b", "")
    assert write(desk, desk.store, "aa", "a").both_kept is True
    assert write(desk, other, "bb", "b").both_kept is True
    assert read(desk)[2] == "bb"
    assert [text for text, _ in versions(desk, read)] == ["aa", "b", "a"]


@EVERY_TEXT
def test_a_window_that_has_seen_the_other_text_types_on_top_of_it(
    desk: Desk, opened: Opener, write: Write, read: Read
) -> None:
    other = opened()
    write(desk, desk.store, "one", "")
    assert write(desk, other, "one two", "one").both_kept is False
    assert write(desk, desk.store, "one two three", "one two").both_kept is False
    assert versions(desk, read) == []


@EVERY_TEXT
def test_two_windows_that_type_the_same_keep_no_version(
    desk: Desk, opened: Opener, write: Write, read: Read
) -> None:
    other = opened()
    write(desk, desk.store, "the same", "")
    assert write(desk, other, "the same", "").both_kept is False
    assert versions(desk, read) == []


@EVERY_TEXT
def test_a_text_that_another_window_emptied_is_not_kept_as_an_empty_version(
    desk: Desk, opened: Opener, write: Write, read: Read
) -> None:
    write(desk, desk.store, "text", "")
    write(desk, opened(), "", "text")
    write(desk, desk.store, "text more", "text")
    assert read(desk)[2] == "text more"
    assert versions(desk, read) == []


@EVERY_TEXT
def test_both_texts_are_kept_even_when_the_change_is_undone(
    desk: Desk, opened: Opener, write: Write, read: Read
) -> None:
    desk.clock.forward(hours=1)
    write(desk, desk.store, "base", "")
    desk.clock.forward(hours=1)
    write(desk, desk.store, "from here", "base")
    desk.clock.forward(hours=1)
    write(desk, opened(), "from there", "base")
    desk.store.file.undo()
    assert read(desk)[2] == "from here"
    assert [text for text, _ in versions(desk, read)] == ["from there", "from here"]


def test_a_version_tells_when_and_why(desk: Desk, opened: Opener) -> None:
    write_letter(desk, desk.store, "from here", "")
    desk.clock.forward(hours=3)
    write_letter(desk, opened(), "from there", "")
    (version,) = desk.store.texts.versions(*read_letter(desk)[:2])
    assert version.at == desk.clock()
    assert version.why == "from another window"


def test_the_text_that_was_copied_or_sent_is_kept_once(desk: Desk) -> None:
    maria = desk.person("Maria Chen")
    write_letter(desk, desk.store, "Dear Dr. Chen", "")
    desk.store.letters.mark_copied(as_shown(desk.facts(), maria, ""), maria)
    desk.store.letters.mark_copied(as_shown(desk.facts(), maria, ""), maria)
    desk.store.letters.mark_sent(desk.facts(), as_shown(desk.facts(), maria, ""), maria, MONDAY)
    assert versions(desk, read_letter) == [("Dear Dr. Chen", "copied")]
    letter = as_shown(desk.facts(), maria)
    desk.store.letters.reopen(desk.facts(), letter, maria)
    write_letter(desk, desk.store, "Dear Dr. Chen,", "Dear Dr. Chen")
    desk.store.letters.mark_sent(desk.facts(), as_shown(desk.facts(), maria, ""), maria, MONDAY)
    found = versions(desk, read_letter)
    assert found == [("Dear Dr. Chen,", "sent"), ("Dear Dr. Chen", "copied")]


def test_a_draft_nobody_typed_in_is_made_the_users_own_by_copying(desk: Desk) -> None:
    desk.store.letters.mark_copied(
        as_shown(desk.facts(), desk.person("Maria Chen"), "As shown", subject="S"),
        desk.person("Maria Chen"),
    )
    letter = desk.facts().letter_to(desk.person("Maria Chen").id)
    assert letter is not None
    assert (letter.text, letter.subject, letter.copied_at) == ("As shown", "S", desk.clock())
    assert letter.sent_on is None


def test_a_letter_that_is_opened_again_is_not_sent_in_any_way(desk: Desk) -> None:
    jo = desk.person("Jo Park")
    (letter,) = desk.facts().letters
    assert (letter.state, letter.sent_on, letter.sent_how) == ("sent", MONDAY, "e-mail")
    desk.store.letters.reopen(desk.facts(), letter, jo)
    (letter,) = desk.facts().letters
    assert (letter.state, letter.sent_on, letter.sent_how) == ("draft", None, "")
    desk.store.letters.mark_copied(as_shown(desk.facts(), jo, ""), jo)
    desk.store.letters.mark_sent(desk.facts(), as_shown(desk.facts(), jo, ""), jo, MONDAY)
    desk.store.letters.reopen(desk.facts(), desk.facts().letters[0], jo)
    assert desk.facts().letters[0].state == "copied"


# Each window sees the other's changes


def test_the_stamp_changes_with_the_other_windows_change_and_not_with_our_own(
    desk: Desk, opened: Opener
) -> None:
    other = opened()
    ours, theirs = desk.store.file.stamp(), other.file.stamp()
    desk.store.interviews.add(Entry(Interview(employer="Ames", held_on=MONDAY)))
    assert desk.store.file.stamp() == ours
    assert other.file.stamp() != theirs
    seen = other.file.stamp()
    assert other.file.stamp() == seen
    other.file.undo()
    assert other.file.stamp() == seen
    assert desk.store.file.stamp() != ours


def test_the_stamp_stays_while_nothing_is_written(desk: Desk, opened: Opener) -> None:
    before = desk.store.file.stamp()
    other = opened()
    other.interviews.open_ones(MONDAY)
    hits(other, "Lakeside")
    assert desk.store.file.stamp() == before


def test_a_window_reads_what_the_other_wrote_without_opening_again(
    desk: Desk, opened: Opener
) -> None:
    other = opened()
    assert len(other.interviews.open_ones(MONDAY)) == 3
    desk.store.interviews.add(Entry(Interview(employer="Ames", held_on=MONDAY)))
    assert len(other.interviews.open_ones(MONDAY)) == 4


# Unfinished forms


def test_an_unfinished_form_is_there_for_the_next_run(desk: Desk, opened: Opener) -> None:
    desk.store.drafts.keep("new", {"employer": "Öak", "role": ""})
    desk.store.drafts.keep("new", {"employer": "Öak Vision", "role": "Aide"})
    opened.close_all()
    drafts = opened().drafts
    assert drafts.get("new") == {"employer": "Öak Vision", "role": "Aide"}
    assert drafts.get("other") == {}


@pytest.mark.parametrize("emptied", [{}, {"employer": ""}])
def test_a_form_that_was_emptied_is_forgotten(desk: Desk, emptied: dict[str, str]) -> None:
    desk.store.drafts.keep("new", {"employer": "Oak"})
    desk.store.drafts.keep("new", emptied)
    assert desk.store.drafts.get("new") == {}
    assert desk.store.file.read("SELECT count(*) FROM draft") == [(0,)]


def test_a_form_is_not_in_the_log_of_changes(desk: Desk) -> None:
    before = noted_changes(desk.store)
    desk.store.drafts.keep("new", {"employer": "Oak"})
    desk.store.drafts.drop("new")
    assert noted_changes(desk.store) == before


def test_an_earlier_text_of_a_prompt_comes_back_and_the_one_there_is_kept(desk: Desk) -> None:
    journal, texts = desk.store.journal, desk.store.texts
    journal.bring_back(desk.facts(), "well", "The tour")
    after = desk.facts().reflection
    assert after.well == "The tour"
    assert [one.text for one in texts.versions(after, "well")] == ["They liked the portfolio"]
    assert (
        desk.store.file.undo().sentence == "brought back what was in the journal of Lakeside Dental"
    )
    assert desk.facts().reflection.well == "They liked the portfolio"
    journal.bring_back(desk.facts(desk.no_id), "well", "The tour")
    assert desk.facts(desk.no_id).reflection.well == "The tour"


def test_an_earlier_answer_comes_back_and_the_one_there_is_kept(desk: Desk) -> None:
    journal, texts = desk.store.journal, desk.store.texts
    journal.answer(desk.question, "The teeth", "")
    shown = desk.question
    journal.answer(shown, "The people", "The teeth")
    journal.bring_back_answer(shown, "The teeth")
    assert desk.question.answer == "The teeth"
    assert [one.text for one in texts.versions(shown, "answer")] == ["The people"]
    journal.bin(shown)
    with pytest.raises(NotSaved, match="This question is no longer on file"):
        journal.bring_back_answer(shown, "The people")
