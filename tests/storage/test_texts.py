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
    from tests.storage.conftest import FilledFile, Opener

MONDAY = date(2026, 11, 23)

Write = Callable[["FilledFile", Store, str, str], Saved]
Read = Callable[["FilledFile"], tuple[object, str, str]]


def write_letter(filled: FilledFile, store: Store, text: str, base: str) -> Saved:
    return store.letters.write(
        as_shown(filled.facts(), filled.person("Maria Chen")),
        filled.person("Maria Chen"),
        text,
        base,
    )


def read_letter(filled: FilledFile) -> tuple[object, str, str]:
    letter = filled.facts().letter_to(filled.person("Maria Chen").id)
    assert letter is not None
    return letter, "text", letter.text


def write_prompt(filled: FilledFile, store: Store, text: str, base: str) -> Saved:
    return store.journal.write(filled.facts(), "improve", text, base)


def read_prompt(filled: FilledFile) -> tuple[object, str, str]:
    reflection = filled.facts().reflection
    return reflection, "improve", reflection.improve


def write_answer(filled: FilledFile, store: Store, text: str, base: str) -> Saved:
    return store.journal.answer(filled.question, text, base)


def read_answer(filled: FilledFile) -> tuple[object, str, str]:
    return filled.question, "answer", filled.question.answer


EVERY_TEXT = pytest.mark.parametrize(
    ("write", "read"),
    [(write_letter, read_letter), (write_prompt, read_prompt), (write_answer, read_answer)],
    ids=["letter", "prompt", "answer"],
)


def versions(filled: FilledFile, read: Read) -> list[tuple[str, str]]:
    found = filled.store.texts.versions(*read(filled)[:2])
    return [(version.text, version.why) for version in found]


@EVERY_TEXT
def test_two_windows_that_type_at_once_keep_both_texts_and_are_told(
    filled: FilledFile, opened: Opener, write: Write, read: Read
) -> None:
    other = opened()
    assert write(filled, filled.store, "from here", "").both_kept is False
    saved = write(filled, other, "from there", "")
    assert saved.both_kept is True
    assert read(filled)[2] == "from there"
    assert versions(filled, read) == [("from here", "from another window")]
    assert saved.record_id == getattr(read(filled)[0], "id")  # noqa: B009


@EVERY_TEXT
def test_windows_that_go_on_typing_by_turns_keep_the_last_text_of_each(
    filled: FilledFile, opened: Opener, write: Write, read: Read
) -> None:
    other = opened()
    write(filled, filled.store, "a", "")
    write(filled, other, "b", "")
    assert write(filled, filled.store, "aa", "a").both_kept is True
    assert write(filled, other, "bb", "b").both_kept is True
    assert read(filled)[2] == "bb"
    assert [text for text, _ in versions(filled, read)] == ["aa", "b", "a"]


@EVERY_TEXT
def test_a_window_that_has_seen_the_other_text_types_on_top_of_it(
    filled: FilledFile, opened: Opener, write: Write, read: Read
) -> None:
    other = opened()
    write(filled, filled.store, "one", "")
    assert write(filled, other, "one two", "one").both_kept is False
    assert write(filled, filled.store, "one two three", "one two").both_kept is False
    assert versions(filled, read) == []


@EVERY_TEXT
def test_two_windows_that_type_the_same_keep_no_version(
    filled: FilledFile, opened: Opener, write: Write, read: Read
) -> None:
    other = opened()
    write(filled, filled.store, "the same", "")
    assert write(filled, other, "the same", "").both_kept is False
    assert versions(filled, read) == []


@EVERY_TEXT
def test_a_text_that_another_window_emptied_is_not_kept_as_an_empty_version(
    filled: FilledFile, opened: Opener, write: Write, read: Read
) -> None:
    write(filled, filled.store, "text", "")
    write(filled, opened(), "", "text")
    write(filled, filled.store, "text more", "text")
    assert read(filled)[2] == "text more"
    assert versions(filled, read) == []


@EVERY_TEXT
def test_both_texts_are_kept_even_when_the_change_is_undone(
    filled: FilledFile, opened: Opener, write: Write, read: Read
) -> None:
    filled.clock.forward(hours=1)
    write(filled, filled.store, "base", "")
    filled.clock.forward(hours=1)
    write(filled, filled.store, "from here", "base")
    filled.clock.forward(hours=1)
    write(filled, opened(), "from there", "base")
    filled.store.file.undo()
    assert read(filled)[2] == "from here"
    assert [text for text, _ in versions(filled, read)] == ["from there", "from here"]


def test_a_version_tells_when_and_why(filled: FilledFile, opened: Opener) -> None:
    write_letter(filled, filled.store, "from here", "")
    filled.clock.forward(hours=3)
    write_letter(filled, opened(), "from there", "")
    (version,) = filled.store.texts.versions(*read_letter(filled)[:2])
    assert version.at == filled.clock()
    assert version.why == "from another window"


def test_the_text_that_was_copied_or_sent_is_kept_once(filled: FilledFile) -> None:
    maria = filled.person("Maria Chen")
    write_letter(filled, filled.store, "Dear Dr. Chen", "")
    filled.store.letters.mark_copied(as_shown(filled.facts(), maria, ""), maria)
    filled.store.letters.mark_copied(as_shown(filled.facts(), maria, ""), maria)
    filled.store.letters.mark_sent(
        filled.facts(), as_shown(filled.facts(), maria, ""), maria, MONDAY
    )
    assert versions(filled, read_letter) == [("Dear Dr. Chen", "copied")]
    letter = as_shown(filled.facts(), maria)
    filled.store.letters.reopen(filled.facts(), letter, maria)
    write_letter(filled, filled.store, "Dear Dr. Chen,", "Dear Dr. Chen")
    filled.store.letters.mark_sent(
        filled.facts(), as_shown(filled.facts(), maria, ""), maria, MONDAY
    )
    found = versions(filled, read_letter)
    assert found == [("Dear Dr. Chen,", "sent"), ("Dear Dr. Chen", "copied")]


def test_a_draft_nobody_typed_in_is_made_the_users_own_by_copying(filled: FilledFile) -> None:
    filled.store.letters.mark_copied(
        as_shown(filled.facts(), filled.person("Maria Chen"), "As shown", subject="S"),
        filled.person("Maria Chen"),
    )
    letter = filled.facts().letter_to(filled.person("Maria Chen").id)
    assert letter is not None
    assert (letter.text, letter.subject, letter.copied_at) == ("As shown", "S", filled.clock())
    assert letter.sent_on is None


def test_a_letter_that_is_opened_again_is_not_sent_in_any_way(filled: FilledFile) -> None:
    jo = filled.person("Jo Park")
    (letter,) = filled.facts().letters
    assert (letter.state, letter.sent_on, letter.sent_how) == ("sent", MONDAY, "e-mail")
    filled.store.letters.reopen(filled.facts(), letter, jo)
    (letter,) = filled.facts().letters
    assert (letter.state, letter.sent_on, letter.sent_how) == ("draft", None, "")
    filled.store.letters.mark_copied(as_shown(filled.facts(), jo, ""), jo)
    filled.store.letters.mark_sent(filled.facts(), as_shown(filled.facts(), jo, ""), jo, MONDAY)
    filled.store.letters.reopen(filled.facts(), filled.facts().letters[0], jo)
    assert filled.facts().letters[0].state == "copied"


# Each window sees the other's changes


def test_the_stamp_changes_with_the_other_windows_change_and_not_with_our_own(
    filled: FilledFile, opened: Opener
) -> None:
    other = opened()
    ours, theirs = filled.store.file.stamp(), other.file.stamp()
    filled.store.interviews.add(Entry(Interview(employer="Ames", held_on=MONDAY)))
    assert filled.store.file.stamp() == ours
    assert other.file.stamp() != theirs
    seen = other.file.stamp()
    assert other.file.stamp() == seen
    other.file.undo()
    assert other.file.stamp() == seen
    assert filled.store.file.stamp() != ours


def test_the_stamp_stays_while_nothing_is_written(filled: FilledFile, opened: Opener) -> None:
    before = filled.store.file.stamp()
    other = opened()
    other.interviews.open_ones(MONDAY)
    hits(other, "Lakeside")
    assert filled.store.file.stamp() == before


def test_a_window_reads_what_the_other_wrote_without_opening_again(
    filled: FilledFile, opened: Opener
) -> None:
    other = opened()
    assert len(other.interviews.open_ones(MONDAY)) == 3
    filled.store.interviews.add(Entry(Interview(employer="Ames", held_on=MONDAY)))
    assert len(other.interviews.open_ones(MONDAY)) == 4


# Unfinished forms


def test_an_unfinished_form_is_there_for_the_next_run(filled: FilledFile, opened: Opener) -> None:
    filled.store.drafts.keep("new", {"employer": "Öak", "role": ""})
    filled.store.drafts.keep("new", {"employer": "Öak Vision", "role": "Aide"})
    opened.close_all()
    drafts = opened().drafts
    assert drafts.get("new") == {"employer": "Öak Vision", "role": "Aide"}
    assert drafts.get("other") == {}


@pytest.mark.parametrize("emptied", [{}, {"employer": ""}])
def test_a_form_that_was_emptied_is_forgotten(filled: FilledFile, emptied: dict[str, str]) -> None:
    filled.store.drafts.keep("new", {"employer": "Oak"})
    filled.store.drafts.keep("new", emptied)
    assert filled.store.drafts.get("new") == {}
    assert filled.store.file.read("SELECT count(*) FROM draft") == [(0,)]


def test_a_form_is_not_in_the_log_of_changes(filled: FilledFile) -> None:
    before = noted_changes(filled.store)
    filled.store.drafts.keep("new", {"employer": "Oak"})
    filled.store.drafts.drop("new")
    assert noted_changes(filled.store) == before


def test_an_earlier_text_of_a_prompt_comes_back_and_the_one_there_is_kept(
    filled: FilledFile,
) -> None:
    journal, texts = filled.store.journal, filled.store.texts
    journal.bring_back(filled.facts(), "well", "The tour")
    after = filled.facts().reflection
    assert after.well == "The tour"
    assert [one.text for one in texts.versions(after, "well")] == ["They liked the portfolio"]
    assert (
        filled.store.file.undo().sentence
        == "brought back what was in the journal of Lakeside Dental"
    )
    assert filled.facts().reflection.well == "They liked the portfolio"
    journal.bring_back(filled.facts(filled.no_id), "well", "The tour")
    assert filled.facts(filled.no_id).reflection.well == "The tour"


def test_an_earlier_answer_comes_back_and_the_one_there_is_kept(filled: FilledFile) -> None:
    journal, texts = filled.store.journal, filled.store.texts
    journal.answer(filled.question, "The teeth", "")
    shown = filled.question
    journal.answer(shown, "The people", "The teeth")
    journal.bring_back_answer(shown, "The teeth")
    assert filled.question.answer == "The teeth"
    assert [one.text for one in texts.versions(shown, "answer")] == ["The people"]
    journal.bin(shown)
    with pytest.raises(NotSaved, match="This question is no longer on file"):
        journal.bring_back_answer(shown, "The people")


def test_going_back_and_forth_keeps_each_text_once(filled: FilledFile) -> None:
    """A hundred undos and redos of a long text made a file of 22 MB."""
    first, second = "One. " * 5000, "Two. " * 5000
    write_letter(filled, filled.store, first, "")
    maria = filled.person("Maria Chen")
    filled.store.letters.reword(as_shown(filled.facts(), maria), maria, second, "before")
    for _ in range(20):
        filled.store.file.undo()
        filled.store.file.redo()
    texts = [text for text, _ in versions(filled, read_letter)]
    assert sorted(texts) == sorted({*texts})
    assert {first, second} <= {*texts}
