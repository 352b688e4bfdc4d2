"""What was typed is kept, said to be in danger when it is, and handed back when all else fails."""

from __future__ import annotations

import asyncio
import stat
from pathlib import Path

import pytest

from afterview_tui.domain.errors import NotSaved
from afterview_tui.storage.checklist import Checklist
from afterview_tui.storage.drafts import Drafts
from afterview_tui.storage.interviews import Entry, Interviews
from afterview_tui.storage.journal import Journal
from afterview_tui.storage.letters import Letters
from afterview_tui.tui.kit.form import Form
from tests.tui.driving import TOM, Clock, Window, facts, opened, records, second

TEXTS = "SELECT text FROM letter"


class Disk:
    """Makes saving fail for as long as it is full."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.is_full = True
        for kind, name in (
            (Letters, "write"),
            (Letters, "mark_sent"),
            (Journal, "write"),
            (Drafts, "keep"),
            (Interviews, "add"),
            (Interviews, "bin"),
        ):
            self._guard(monkeypatch, kind, name)

    def _guard(self, monkeypatch: pytest.MonkeyPatch, kind: type, name: str) -> None:
        real = getattr(kind, name)

        def guarded(*args: object, **named: object) -> object:
            if self.is_full:
                raise NotSaved("The disk is full. Free some space.")
            return real(*args, **named)

        monkeypatch.setattr(kind, name, guarded)


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Disk:
    return Disk(monkeypatch)


async def write(window: Window) -> None:
    """Type at the start of the first letter."""
    await window.press("3", "enter")
    window.panes.letter.writer.move_cursor((0, 0))
    await window.typed("Mine. ")


def warned(window: Window) -> bool:
    """Whether quitting was answered with a warning."""
    return "press Ctrl+Q again" in " ".join(window.notice.split())


async def test_a_save_that_fails_is_said_and_the_text_stays_and_is_tried_again(
    path: Path, disk: Disk
) -> None:
    async with opened(path) as window:
        await write(window)
        await window.says("The disk is full.")
        assert window.rows(TEXTS) == []
        assert window.panes.letter.text.startswith("Mine. Dear Dr. Chen,")
        assert "Mine. Dear Dr. Chen," in window.pane("letter")
        await window.typed("Still. ")
        assert "Mine. Still. Dear Dr. Chen," in window.pane("letter")
        disk.is_full = False
        await window.until(lambda: window.rows(TEXTS))
        assert window.rows(TEXTS)[0][0].startswith("Mine. Still. Dear Dr. Chen,")
        assert not window.panes.letter.writer.is_dirty


async def test_a_file_that_takes_no_more_is_said_and_the_text_saved_when_it_does(
    path: Path,
) -> None:
    async with opened(path) as window:
        await window.press("4", "enter")
        [(pages,)] = window.store.file.read("PRAGMA page_count")
        window.store.file.read(f"PRAGMA max_page_count = {pages}")
        await window.paste("many words " * 9000)
        await window.says("is full. Free some space. What you typed is in")
        assert window.rows("SELECT well FROM reflection") == []
        assert len(window.panes.journal.writer.text) == 99_000
        window.store.file.read("PRAGMA max_page_count = 1000000")
        await window.until(lambda: window.rows("SELECT well FROM reflection"))
        assert len(window.rows("SELECT well FROM reflection")[0][0]) == 99_000
        assert window.rows("PRAGMA quick_check") == [("ok",)]


async def test_ctrl_s_does_not_say_saved_when_it_is_not(path: Path, disk: Disk) -> None:
    async with opened(path) as window:
        await write(window)
        await window.press("ctrl+s")
        await window.says("The disk is full.")
        assert "Saved in" not in window.notice


async def test_quitting_with_an_unsaved_letter_asks_once_more_and_hands_the_text_back(
    path: Path, disk: Disk
) -> None:
    async with opened(path) as window:
        await write(window)
        await window.press("ctrl+q")
        await window.until(lambda: warned(window))
        assert window.app.is_running
        assert "Mine. Dear Dr. Chen," in window.pane("letter")
        window.app.post_message(window.key("ctrl+q"))
        await window.until_closed()
        assert window.app.unsaved.startswith("Mine. Dear Dr. Chen,")
    assert window.rows(TEXTS) == []


async def test_quitting_with_an_unsaved_form_hands_it_back(empty: Path, disk: Disk) -> None:
    async with opened(empty) as window:
        await window.press("n")
        await window.typed("Lakeside\nHygienist")
        await window.press("ctrl+q")
        await window.until(lambda: warned(window))
        assert window.value("employer") == "Lakeside"
        window.app.post_message(window.key("ctrl+q"))
        await window.until_closed()
        assert "Lakeside" in window.app.unsaved
        assert "Hygienist" in window.app.unsaved


async def test_quitting_when_all_is_saved_asks_nothing(path: Path) -> None:
    async with opened(path) as window:
        await write(window)
        window.app.post_message(window.key("ctrl+q"))
        await window.until_closed()
        assert window.app.unsaved == ""
        assert window.app.return_code == 0
    assert window.rows(TEXTS)[0][0].startswith("Mine. ")


async def test_once_the_disk_has_room_again_quitting_saves(path: Path, disk: Disk) -> None:
    async with opened(path) as window:
        await write(window)
        await window.press("ctrl+q")
        await window.until(lambda: warned(window))
        disk.is_full = False
        window.app.post_message(window.key("ctrl+q"))
        await window.until_closed()
        assert window.app.unsaved == ""
    assert window.rows(TEXTS)[0][0].startswith("Mine. ")


@pytest.mark.parametrize(
    "keys", [["f2", "j", "k"], ["escape", "]", "["], ["f5", "f4"], ["escape", "space"]]
)
async def test_an_unsaved_letter_is_not_lost_on_the_way(
    path: Path, disk: Disk, keys: list[str]
) -> None:
    async with opened(path) as window:
        await write(window)
        await window.press(*keys)
        assert window.rows(TEXTS) == []
        assert window.panes.letter.text.startswith("Mine. Dear Dr. Chen,")
        disk.is_full = False
        await window.until(lambda: window.rows(TEXTS))
        [(text,)] = window.rows(TEXTS)
        assert text.startswith("Mine. Dear Dr. Chen,")
        assert window.rows("SELECT person_id, state FROM letter") == [(1, "draft")]


async def test_an_unsaved_prompt_is_not_lost_to_another_interview(path: Path, disk: Disk) -> None:
    async with opened(path) as window:
        await window.press("4", "enter")
        await window.typed("They laughed")
        await window.press("f2", "j")
        assert window.panes.journal.writer.text == "They laughed"
        disk.is_full = False
        await window.until(lambda: window.rows("SELECT interview_id, well FROM reflection"))
        assert window.rows("SELECT interview_id, well FROM reflection") == [(1, "They laughed")]
        await window.until(lambda: "4 Journal · Oak Vision" in window.pane("journal"))
        assert "They laughed" not in window.pane("journal")


async def test_the_panes_agree_again_once_a_letter_is_saved(path: Path, disk: Disk) -> None:
    async with opened(path) as window:
        await write(window)
        await window.press("f2", "j")
        disk.is_full = False
        await window.until(lambda: window.rows(TEXTS))
        await window.until(lambda: "Dear Zoë," in window.pane("letter"))
        assert "Oak Vision" in window.pane("steps")
        # Whoever goes back finds what is on file, and not what was there before.
        await window.press("k")
        assert window.panes.letter.text.startswith("Mine. Dear Dr. Chen,")


async def test_a_form_that_cannot_be_saved_stays_open_as_it_is(empty: Path, disk: Disk) -> None:
    async with opened(empty) as window:
        await window.press("n")
        await window.typed("Lakeside")
        await window.press("ctrl+s")
        await window.says("The disk is full.")
        assert isinstance(window.app.screen, Form)
        await window.press("escape")
        assert isinstance(window.app.screen, Form)
        assert window.value("employer") == "Lakeside"
        disk.is_full = False
        await window.press("ctrl+s")
        assert window.rows("SELECT employer FROM interview") == [("Lakeside",)]


async def test_a_change_that_fails_is_said_and_shown_as_not_done(path: Path, disk: Disk) -> None:
    async with opened(path) as window:
        await window.press("d")
        await window.says("The disk is full.")
        assert "Lakeside Dental" in window.pane("interviews")
        await window.press("3", "space")
        assert "✓" not in window.pane("letter")
        assert window.rows(TEXTS) == []


async def test_a_terminal_that_closes_leaves_what_was_typed_on_file(path: Path) -> None:
    async with opened(path) as window:
        await write(window)
        await asyncio.sleep(0)
        assert window.app.flush()
        assert window.rows(TEXTS)[0][0].startswith("Mine. ")


@pytest.mark.parametrize(
    "keys",
    [
        ["o", "6", "enter"],
        ["2", "F", "space", "2"],
        ["2", "F", "enter", "2"],
        ["4", "S", "enter", "4"],
    ],
    ids=["news", "try", "call sheet", "sure"],
)
async def test_an_answer_about_an_interview_that_another_window_removed_goes_to_no_other(
    path: Path, clock: Clock, keys: list[str]
) -> None:
    """The list moves on to the next interview while the dialog is open."""
    lines = {"F": "Ask how things stand", "S": "How sure I feel"}
    async with opened(path, clock=clock) as window, second(path, clock) as other:
        for key in keys[:-1]:
            await (window.to_line(lines[key]) if key in lines else window.press(key))
        removed = facts(path, clock).interview
        other.interviews.bin(removed)
        before = records(path)
        await window.until(lambda: window.desk.selected == 2)
        await window.press(keys[-1])
        await window.says("This interview is no longer on file")
        assert records(path) == before
        assert "Oak Vision" in str(window.panes.steps.border_title)


async def test_typing_never_goes_on_in_the_letter_of_another_interview(
    path: Path, clock: Clock
) -> None:
    async with opened(path, clock=clock) as window, second(path, clock) as other:
        await window.press("3", "enter")
        await window.typed("First words. ")
        other.interviews.bin(facts(path, clock).interview)
        await window.until(lambda: window.desk.selected == 2)
        await window.says("What you type stays with it")
        await window.typed("More words. ")
        await window.press("ctrl+s")
        (one,) = window.rows("SELECT interview_id, text FROM letter")
        assert one[0] == 1
        assert "More words. " in one[1]
        await window.press("escape")
        await window.until(lambda: "Zoë Hart" in window.pane("letter"))
        other.bin.restore(other.bin.all()[0])
        assert facts(path, clock).letters
        assert "More words. " in window.rows("SELECT text FROM letter")[0][0]


async def test_a_journal_that_is_written_in_is_not_exchanged(path: Path, clock: Clock) -> None:
    async with opened(path, clock=clock) as window, second(path, clock) as other:
        await window.press("4", "enter")
        await window.typed("Calm")
        other.interviews.bin(facts(path, clock).interview)
        await window.until(lambda: window.desk.selected == 2)
        await window.typed(" at last")
        await window.press("escape")
        assert window.rows("SELECT interview_id, well FROM reflection") == [(1, "Calm at last")]
        await window.until(lambda: "Oak Vision" in window.pane("journal"))


async def test_a_reason_that_could_not_be_saved_is_still_there(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(path) as window:
        await window.press("2")
        await window.to_line("Review the")
        await window.press("d")
        await window.typed("on holiday")
        with monkeypatch.context() as broken:
            broken.setattr(Checklist, "set_aside", _full)
            await window.press("enter")
            await window.says("The disk is full.")
        assert window.value("line") == "on holiday"
        await window.press("enter")
        assert window.rows("SELECT reason FROM adjustment") == [("on holiday",)]


async def test_a_reason_goes_to_the_line_it_was_typed_for(path: Path, clock: Clock) -> None:
    async with opened(path, clock=clock) as window, second(path, clock) as other:
        await window.press("2")
        await window.to_line("Review the")
        await window.press("d")
        await window.typed("on holiday")
        other.interviews.bin(facts(path, clock).interview)
        await window.until(lambda: window.desk.selected == 2)
        await window.press("enter")
        assert window.rows("SELECT interview_id, task FROM adjustment") == [(1, "resume")]


async def test_a_card_does_not_note_on_a_reference_that_was_taken_out(
    path: Path, clock: Clock
) -> None:
    async with opened(path, clock=clock) as window, second(path, clock) as other:
        await window.press("2")
        await window.to_line("Amy Ortiz")
        await window.press("enter")
        interview = facts(path, clock).interview
        other.interviews.edit(Entry(interview, None, [TOM]), interview)
        await window.press("5")
        assert window.rows("SELECT briefed_on FROM briefing WHERE id = 1") == [(None,)]
        await window.says("This reference is no longer on file")


def _full(*arguments: object, **named: object) -> None:
    raise NotSaved("The disk is full.")


async def test_a_file_that_others_could_read_is_the_users_alone_and_it_is_said(
    path: Path,
) -> None:
    """What came by another way, a mail or a stick, stayed readable for everybody."""
    path.chmod(0o644)
    async with opened(path) as window:
        await window.says("Others on this machine could read")
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    async with opened(path) as window:
        assert "Others" not in window.notice


async def test_a_notice_that_something_is_not_saved_stays_until_it_is(
    path: Path, disk: Disk
) -> None:
    async with opened(path) as window:
        await write(window)
        await window.says("The disk is full.")
        [kept] = path.parent.glob("afterview-unsaved-*.txt")
        assert "Mine. Dear Dr. Chen," in kept.read_text()
        window.app.say("Something else in passing.")
        await window.says("Something else in passing.")
        assert "The disk is full." in window.notice
        disk.is_full = False
        await window.until(lambda: window.rows(TEXTS))
        await window.until(lambda: "The disk is full." not in window.notice)
        assert not kept.exists()
