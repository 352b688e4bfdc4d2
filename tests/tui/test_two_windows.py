"""Two windows on one file: what is typed in either is kept, and it is said."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from afterview_tui.domain.recipients import thanked
from afterview_tui.domain.records import Interview
from afterview_tui.letters.drafting.current_letter import shown
from afterview_tui.storage.interviews import Entry
from afterview_tui.storage.store import Store
from afterview_tui.tui.kit.form import Form
from tests.tui.driving import Clock, Window, edit_letter, facts, furnish, opened, second

BOTH_STAND = "Both texts are kept, one below the other."


def write_elsewhere(other: Store, path: Path, clock: Clock, text: str) -> None:
    """The letter to Dr. Chen, written in another window."""
    on_file = facts(path, clock)
    to = thanked(on_file.met[0])
    letter = shown(on_file, to, clock.today).letter
    other.letters.write(letter, to.person, text, letter.text)


@asynccontextmanager
async def two(path: Path, clock: Clock) -> AsyncIterator[tuple[Window, Window]]:
    """Two windows of the program itself."""
    async with opened(path, clock=clock) as one, opened(path, clock=clock) as other:
        yield one, other


def entry(interview: Interview) -> Entry:
    """A change of an interview alone; its people stay."""
    return Entry(interview, None, None)


def fill(window: Window, name: str, text: str) -> None:
    """Put a text into a field of the form that is open."""
    form = window.app.screen
    assert isinstance(form, Form)
    form.fields.put(name, text)


# Forms


@pytest.mark.parametrize("how", ["left", "killed"])
async def test_what_is_typed_in_a_form_here_outlives_the_same_form_saved_there(
    path: Path, clock: Clock, how: str
) -> None:
    """A and B open one form; A saves it: what B had typed was in no draft any more."""
    async with two(path, clock) as (here, there):
        await here.press("n")
        await there.press("n")
        await there.typed("Hill School\nTeacher")
        await there.until(lambda: "Hill School" in str(there.rows("SELECT fields FROM draft")))
        await here.typed("Bay Clinic")
        await here.press("ctrl+s")
        assert here.rows("SELECT employer FROM interview WHERE id > 2") == [("Bay Clinic",)]
        if how == "left":
            await there.press("escape")
            await there.press("n")
            assert there.value("employer") == "Hill School"
    if how == "killed":
        async with opened(path, clock=clock) as window:
            await window.press("n")
            assert window.value("employer") == "Hill School"
            assert window.value("role") == "Teacher"


async def test_two_that_leave_one_form_both_find_their_words_again(
    path: Path, clock: Clock
) -> None:
    async with two(path, clock) as (here, there):
        for window, employer in ((here, "Bay Clinic"), (there, "Hill School")):
            await window.press("n")
            await window.typed(employer)
        await here.press("escape")
        await there.press("escape")
        found = []
        for window in (here, there):
            await window.press("n")
            found.append(window.value("employer"))
        assert sorted(found) == ["Bay Clinic", "Hill School"]


# Texts


async def test_ctrl_z_does_not_take_back_what_another_window_wrote(
    path: Path, clock: Clock
) -> None:
    """It did, saved that at once, and their words were in no record, version or undo log."""
    async with opened(path, clock=clock) as window, second(path, clock) as other:
        await window.press("3", "enter")
        writer = window.panes.letter.writer
        writer.move_cursor((0, 0))
        await window.typed("Mine. ")
        await window.press("ctrl+s")
        write_elsewhere(other, path, clock, f"{writer.text} Theirs.")
        await window.until(lambda: writer.text.endswith(" Theirs."))
        await window.press("ctrl+z")
        await window.says("Another window wrote that.")
        assert writer.text.endswith(" Theirs.")
        await window.typed("More. ")
        await window.press("ctrl+z", "ctrl+z", "ctrl+s")
        [(text,)] = window.rows("SELECT text FROM letter")
        assert text.startswith("Mine. ")
        assert text.endswith(" Theirs.")


async def test_undo_says_of_a_change_that_another_window_made_it(path: Path, clock: Clock) -> None:
    async with opened(path, clock=clock) as window, second(path, clock) as other:
        other.interviews.bin(facts(path, clock, 2).interview)
        await window.until(lambda: "Oak Vision" not in window.pane("interviews"))
        await window.press("u")
        await window.says("Undone, of another window: deleted Oak Vision")


async def test_what_another_window_writes_is_seen_and_the_cursor_stays(
    path: Path, clock: Clock
) -> None:
    async with opened(path, clock=clock) as window, second(path, clock) as other:
        await window.press("3", "enter")
        writer = window.panes.letter.writer
        writer.move_cursor((0, 0))
        await window.typed("Mine. ")
        await window.press("ctrl+s")
        before = writer.cursor_location
        write_elsewhere(other, path, clock, f"{writer.text}\nTheirs.")
        await window.until(lambda: writer.text.endswith("\nTheirs."), 2.0)
        assert writer.cursor_location == before == (0, 6)
        assert window.app.focused is writer


async def test_one_letter_written_in_both_keeps_both_texts_and_says_so(
    path: Path, clock: Clock
) -> None:
    async with opened(path, clock=clock) as window, second(path, clock) as other:
        await window.press("3", "enter")
        await window.press("ctrl+s")
        write_elsewhere(other, path, clock, "Theirs.")
        await window.typed("Mine.")
        await window.press("ctrl+s")
        await window.says("theirs is kept as an earlier version")
        assert "Mine." in window.rows("SELECT text FROM letter")[0][0]
        assert ("Theirs.",) in window.rows("SELECT text FROM text_version")


# Notes and lines of forms


async def test_notes_on_an_interview_from_two_windows_are_both_kept_and_it_is_said(
    path: Path, clock: Clock
) -> None:
    """The last save won in silence."""
    async with opened(path, clock=clock) as window, second(path, clock) as other:
        await window.press("e")
        fill(window, "notes", "Mine.")
        there = facts(path, clock).interview
        other.interviews.edit(entry(replace(there, notes="Theirs.", role="Assistant")), there)
        await window.press("ctrl+s")
        await window.says(BOTH_STAND)
        on_file = window.rows("SELECT notes, role FROM interview WHERE id = 1")
        assert on_file == [("Mine.\nTheirs.", "Assistant")]


async def test_what_both_windows_add_to_a_note_stands_there_once(path: Path, clock: Clock) -> None:
    async with second(path, clock) as store:
        before = facts(path, clock).interview
        store.interviews.edit(entry(replace(before, notes="Calm.")), before)
    async with opened(path, clock=clock) as window, second(path, clock) as other:
        await window.press("e")
        fill(window, "notes", "Calm.\nMine.")
        there = facts(path, clock).interview
        other.interviews.edit(entry(replace(there, notes="Calm.\nTheirs.")), there)
        await window.press("ctrl+s")
        assert window.rows("SELECT notes FROM interview WHERE id = 1") == [
            ("Calm.\nMine.\nTheirs.",)
        ]


async def test_a_talk_noted_in_two_windows_is_kept_from_both(path: Path, clock: Clock) -> None:
    async with opened(path, clock=clock) as window, second(path, clock) as other:
        await window.press("3", "e")
        fill(window, "talked_about", "The x-ray.")
        meeting = facts(path, clock).met[0].meeting
        other.interviews.say_about(replace(meeting, talked_about="The tour."), meeting)
        await window.press("ctrl+s")
        await window.says(BOTH_STAND)
        on_file = window.rows("SELECT talked_about FROM meeting WHERE id = 1")
        assert on_file == [("The x-ray.\nThe tour.",)]


async def test_a_subject_from_two_windows_says_what_the_other_was_and_undo_brings_it(
    path: Path, clock: Clock
) -> None:
    async with opened(path, clock=clock) as window, second(path, clock) as other:
        await edit_letter(window, subject="First")
        await window.press("e")
        fill(window, "subject", "Mine")
        on_file = facts(path, clock)
        to = thanked(on_file.met[0])
        other.letters.write_subject(shown(on_file, to, clock.today).letter, to.person, "Theirs")
        await window.press("ctrl+s")
        await window.says("Another window wrote “Theirs” meanwhile. Yours stands;")
        assert window.rows("SELECT subject FROM letter") == [("Mine",)]
        await window.press("u")
        assert window.rows("SELECT subject FROM letter") == [("Theirs",)]


async def test_about_you_from_two_windows_keeps_the_fields_of_both(
    path: Path, clock: Clock
) -> None:
    """Saving it wrote every field, also those that only the other window had changed."""
    async with opened(path, clock=clock) as window, second(path, clock) as other:
        await window.choose("About you")
        fill(window, "name", "Sam Lee")
        other.checklist.write_me(replace(other.checklist.me(), phone="555 0100", name="Samuel"))
        await window.press("ctrl+s")
        assert window.rows("SELECT name, phone FROM me") == [("Sam Lee", "555 0100")]
        await window.says("Another window wrote “Samuel” meanwhile.")


async def test_a_file_that_a_sync_tool_replaces_is_noticed_without_a_key(
    path: Path, clock: Clock
) -> None:
    async with opened(path, clock=clock) as window:
        other = path.with_name("other.db")
        furnish(other, clock)
        other.replace(path)
        await window.says("was replaced by another program")
        await window.press("3", "enter")
        await window.typed("Mine.")
        await window.says("What you typed is in")
        [kept] = path.parent.glob("afterview-unsaved-*.txt")
        assert "Mine." in kept.read_text()
