"""The letters: drafted, made one's own, copied, marked sent, and never lost."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from afterview_tui.domain.letter_parts import THANK_YOU, gap
from afterview_tui.letters.checking.gaps_and_length import word_count
from afterview_tui.tui.kit import debounce
from afterview_tui.tui.preferences import Preferences
from tests.tui.driving import Clock, Window, facts, mark_sent, opened, records, second
from tests.tui.patience import within
from tests.unit.build import as_shown

LETTERS = "SELECT person_id, text, state FROM letter ORDER BY person_id"


async def write(window: Window, text: str) -> None:
    """Go to the letter to Dr. Chen and type at its start."""
    await window.press("3", "enter")
    window.panes.letter.writer.move_cursor((0, 0))
    await window.typed(text)


async def copy_all_the_same(window: Window) -> None:
    """Say yes to copying a letter that still has gaps."""
    await window.until(lambda: "Copy all the same" in window.screen)
    await window.press("1")


async def test_each_person_has_a_draft_of_their_own(path: Path) -> None:
    async with opened(path) as window:
        drafts = []
        for name in ("Dear Dr. Chen,", "Dear Jo,"):
            drafts.append(window.panes.letter.text)
            assert drafts[-1].startswith(name)
            assert name in window.pane("letter")
            await window.press("]")
        # What they may share is the greeting's end, the gaps and the name at the foot.
        ours = [re.sub(r"\[[^]]*\]", "", draft) for draft in drafts]
        sentences = [set(re.split(r"(?<=[.!?])\s+|\n\n", draft)) for draft in ours]
        assert all(any(len(one.split()) > 4 for one in each) for each in sentences)
        assert [one for one in sentences[0] & sentences[1] if len(one.split()) > 4] == []
        assert window.panes.letter.text == drafts[0]  # the last leads to the first again
        assert "thank-you · e-mail" in window.pane("letter")


async def test_a_draft_that_nobody_touched_is_not_on_file(path: Path) -> None:
    async with opened(path) as window:
        await window.press("3", "enter", "escape", "]", "enter", "right", "escape")
        await window.press("ctrl+s")
        await window.pilot.pause(0.4)
        assert window.rows(LETTERS) == []


async def test_what_is_typed_is_on_file_within_a_second(path: Path) -> None:
    async with opened(path) as window:
        await write(window, "Hello. ")
        assert window.focused == "letter-text"
        await window.until(lambda: window.rows(LETTERS), seconds=1.5)

        [(person_id, text, state)] = window.rows(LETTERS)
        assert person_id == facts(path, window.clock).met[0].person.id
        assert text.startswith("Hello. Dear Dr. Chen,")
        assert text == window.panes.letter.text
        assert state == "draft"
        await window.until(lambda: "draft, yours" in window.pane("letter"))


async def test_a_letter_typed_in_without_a_pause_is_still_on_file_within_a_second(
    path: Path,
) -> None:
    async with opened(path) as window:
        await write(window, "")
        async with within(3):
            while not window.rows(LETTERS):
                await window.typed("x")  # keys keep coming, faster than a pause is long


async def to_escape(window: Window) -> None:
    await window.press("escape")
    assert window.focused == "letter"


async def to_another_interview(window: Window) -> None:
    await window.press("f2", "j")
    assert "Oak Vision" in window.pane("steps")


async def to_another_pane(window: Window) -> None:
    await window.press("f5")
    assert window.focused == "journal-rows"


async def to_another_recipient(window: Window) -> None:
    await window.press("escape", "]")
    assert window.panes.letter.text.startswith("Dear Jo,")


async def to_saving(window: Window) -> None:
    await window.press("ctrl+s")
    await window.says("Saved in")


async def to_a_new_interview(window: Window) -> None:
    await window.press("escape", "n")


async def to_the_end(window: Window) -> None:
    window.app.post_message(window.key("ctrl+q"))
    await window.until_closed()


@pytest.mark.parametrize(
    "leave",
    [
        to_escape,
        to_another_interview,
        to_another_pane,
        to_another_recipient,
        to_saving,
        to_a_new_interview,
        to_the_end,
    ],
)
async def test_leaving_a_letter_saves_it_at_once(
    path: Path, leave: Callable[[Window], Awaitable[None]]
) -> None:
    async with opened(path) as window:
        await write(window, "Mine. ")
        await leave(window)
        [(_, text, _)] = window.rows(LETTERS)
        assert text.startswith("Mine. Dear Dr. Chen,")


async def test_a_letter_is_found_again_as_it_was_left(path: Path) -> None:
    async with opened(path) as window:
        await write(window, "Mine. ")
        await window.press("f2", "j", "k")
        assert window.panes.letter.text.startswith("Mine. Dear Dr. Chen,")
    async with opened(path) as window:
        assert "Mine. Dear Dr. Chen," in window.pane("letter")


async def test_space_marks_a_letter_sent_and_its_line_done(path: Path) -> None:
    async with opened(path) as window:
        await mark_sent(window)
        [(_, text, state)] = window.rows(LETTERS)
        assert state == "sent"
        assert text.startswith("Dear Dr. Chen,")
        assert window.rows("SELECT sent_on, sent_how FROM letter") == [("2026-11-23", "e-mail")]
        await window.says("Marked the letter to Dr. Maria Chen sent.")
        assert "Next: Jo Park. u takes it back." in window.notice
        await window.press("[")
        assert "✓ sent Mon 23 Nov" in window.pane("letter")
        steps = window.pane("steps")
        assert "1 of 2" in steps.split("Thank-you letters")[1].splitlines()[0]
        assert "✓ Dr. Maria Chen" in steps


async def test_the_line_of_a_letter_marks_it_sent_as_well(path: Path) -> None:
    async with opened(path) as window:
        await window.press("2")
        await window.to_line("Jo Park")
        await window.press("space")
        await window.says("6 parts are open; they are not in it. Space again marks it sent.")
        assert window.rows("SELECT state FROM letter") == []
        await window.press("space")
        assert window.rows("SELECT state FROM letter") == [("sent",)]
        assert facts(path, window.clock).letters[0].text.startswith("Dear Jo,")
        await window.press("space")
        assert window.rows("SELECT state FROM letter") == [("draft",)]


async def test_a_sent_letter_is_read_only_until_the_mark_is_taken_away(path: Path) -> None:
    async with opened(path) as window:
        await mark_sent(window)
        await window.press("[", "enter")
        assert "The letter to Dr. Maria Chen is marked sent" in window.screen
        await window.press("escape")
        window.panes.letter.writer.focus()
        await window.press("H", "H", "H")
        assert window.panes.letter.writer.read_only
        assert "HHH" not in window.panes.letter.text
        await window.press("3", "enter", "1")
        assert window.rows("SELECT state, sent_on FROM letter") == [("draft", None)]
        await window.typed("Mine")
        await window.press("escape")
        assert "Mine" in window.rows("SELECT text FROM letter")[0][0]


async def test_who_types_on_in_a_letter_that_is_sent_changes_nothing_by_it(path: Path) -> None:
    """Enter said that it was sent, and the letters that came next were commands."""
    async with opened(path) as window:
        await mark_sent(window)
        before = window.rows("SELECT * FROM letter"), window.rows("SELECT * FROM change")
        await window.press("[", "enter", *"xx dear so and so", "space")
        assert (window.rows("SELECT * FROM letter"), window.rows("SELECT * FROM change")) == before
        assert "is marked sent" in window.screen
        await window.press("2")
        assert "This letter · Dr. Maria Chen" in window.screen


async def test_undo_after_a_key_that_only_asked_takes_nothing_back(path: Path) -> None:
    """Space had only asked, and u took back an older change, at another interview."""
    async with opened(path) as window:
        before = records(path)
        await window.press("3", "space")
        await window.says("Space again marks it sent.")
        await window.press("u")
        await window.says("Nothing was changed. u again undoes: added Oak Vision")
        assert records(path) == before
        await window.press("4", "enter")
        await window.typed("Calm")
        await window.press("escape", "3", "space", "u", "u")
        await window.says("Undone: ")
        assert records(path) == before


async def test_who_begins_to_type_before_the_text_is_told_how_to_write(path: Path) -> None:
    async with opened(path) as window:
        before = records(path)
        await window.press("3", "T")
        await window.says("Plain keys are commands here. Enter writes.")
        assert records(path) == before


async def test_a_key_of_ones_own_is_no_beginning_of_a_text(path: Path, tmp_path: Path) -> None:
    folder = tmp_path / "config"
    folder.mkdir()
    (folder / "keys.toml").write_text('check = "T"\n')
    async with opened(path, preferences=Preferences(folder)) as window:
        await window.press("3", "T")
        assert "To look at" in window.screen
        assert "Plain keys" not in window.screen


async def test_a_letter_that_another_window_takes_the_mark_from_is_not_marked_again(
    path: Path, clock: Clock
) -> None:
    """What was asked stood there meanwhile, and its answer would have sent the letter again."""
    async with opened(path, clock=clock) as window:
        await mark_sent(window)
        await window.press("[", "enter")
        async with second(path, clock) as other:
            one = other.interviews.facts(1)
            assert one is not None
            other.letters.reopen(one, one.letters[0], one.met[0].person)
        await window.press("1")
        assert window.rows("SELECT state FROM letter") == [("draft",)]


async def test_undo_and_redo_say_what_they_did(path: Path) -> None:
    async with opened(path) as window:
        await mark_sent(window)
        assert "Dear Jo," in window.pane("letter")
        await window.press("u")
        assert "Dear Dr. Chen," in window.pane("letter")  # the one that was sent
        assert window.rows("SELECT * FROM letter") == []
        await window.says("Undone: marked the letter to Dr. Maria Chen sent")
        assert "0 of 2" in window.pane("steps").split("Thank-you letters")[1].splitlines()[0]
        await window.press("U")
        assert window.rows("SELECT state FROM letter") == [("sent",)]
        await window.says("Done again: marked the letter to Dr. Maria Chen sent")
        await window.press("U")
        await window.says("There is nothing to do again.")


async def test_undo_of_typing_brings_the_draft_back_and_keeps_the_text(path: Path) -> None:
    async with opened(path) as window:
        await write(window, "Mine. ")
        await window.press("escape", "u")
        assert window.rows("SELECT * FROM letter") == []
        assert window.panes.letter.text.startswith("Dear Dr. Chen,")
        assert "Mine. Dear" in window.rows("SELECT text FROM text_version")[0][0]
        await window.press("U")
        assert window.panes.letter.text.startswith("Mine. ")


@pytest.mark.parametrize(
    "keys", [["3", "y"], ["3", "ctrl+o"], ["1", "y"], ["3", "enter", "ctrl+o"]]
)
async def test_a_copied_letter_is_noted_as_copied_and_not_as_sent(
    path: Path, keys: list[str]
) -> None:
    async with opened(path) as window:
        await window.press(*keys)
        await copy_all_the_same(window)
        await window.until(lambda: window.rows(LETTERS))
        [(_, text, state)] = window.rows(LETTERS)
        assert state == "copied"
        assert window.rows("SELECT sent_on FROM letter") == [(None,)]
        [copied] = window.clipboard.texts
        assert copied.split() == re.sub(r"\[(?!your)[^]]*\]", "", text).split()
        assert "[What" not in copied
        assert window.clipboard.files[0].parent.name == "afterview-letters"
        await window.says("Copied, ")
        assert f"Copied, {word_count(copied)} words" in window.notice
        await window.until(lambda: "copied" in window.pane("letter").splitlines()[1])
        assert "0 of 2" in window.pane("steps").split("Thank-you letters")[1].splitlines()[0]


async def test_the_newest_text_is_copied(path: Path) -> None:
    async with opened(path) as window:
        await write(window, "Mine. ")
        await window.press("ctrl+o")
        await copy_all_the_same(window)
        await window.until(lambda: window.clipboard.texts)
        assert window.clipboard.texts[0].startswith("Mine. Dear Dr. Chen,")


async def test_gaps_are_counted_and_enter_selects_the_first_part(path: Path) -> None:
    async with opened(path) as window:
        assert "2 gaps to fill: [your name]" in window.pane("letter")
        await window.press("3", "enter")
        assert window.panes.letter.writer.selected_text == gap(THANK_YOU[0])
        await window.typed("You showed me the x-ray.")
        assert "You showed me the x-ray." in window.panes.letter.text
        assert gap(THANK_YOU[0]) not in window.panes.letter.text


async def test_what_was_talked_about_is_on_file_and_never_pasted_into_the_draft(path: Path) -> None:
    async with opened(path) as window:
        await window.press("3", "e", "tab", "tab", "tab")
        await window.paste("the new digital x-ray")
        await window.press("ctrl+s")
        assert window.rows("SELECT talked_about FROM meeting ORDER BY id")[0] == (
            "the new digital x-ray",
        )
        assert "x-ray" not in window.panes.letter.text
        await window.press("enter")
        assert "the new digital x-ray" in window.lines_of("#letter-part")


async def test_what_was_not_said_is_one_note_for_everybody_and_for_the_journal(path: Path) -> None:
    unsaid = "SELECT unsaid FROM reflection WHERE interview_id = 1"
    async with opened(path) as window:
        await window.press("3", "e")
        await window.fill("unsaid", "my certificate")
        await window.until(lambda: window.hint("unsaid").startswith("For everybody you met here"))
        await window.press("ctrl+s")
        assert window.rows(unsaid) == [("my certificate",)]
        await window.press("]", "e")
        assert window.value("unsaid") == "my certificate"
        await window.press("escape", "2", "1", "4")
        await window.to_line("What I wanted to say")
        await window.press("enter")
        assert "my certificate" in window.pane("journal")
        await window.typed(", and more")
        await window.press("escape", "3", "e")
        assert window.value("unsaid") == "my certificate, and more"


async def test_what_is_not_said_in_the_form_is_kept_beside_what_came_into_the_journal(
    path: Path, clock: Clock
) -> None:
    async with opened(path, clock=clock) as window, second(path, clock) as other:
        await window.press("3", "e")
        await window.fill("unsaid", "mine")
        other.journal.write(facts(path, clock), "unsaid", "theirs", "")
        await window.press("ctrl+s")
        await window.says("What you did not get to say was written in elsewhere, too")
        assert window.rows("SELECT unsaid FROM reflection WHERE interview_id = 1") == [("mine",)]
        kept = "SELECT text FROM text_version WHERE subject = 'reflection:1'"
        assert window.rows(kept) == [("theirs",)]


async def test_two_windows_in_one_letter_keep_both_texts_and_say_so(
    path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    for limit in ("PAUSE", "AT_MOST"):  # what is typed here is not saved before theirs
        monkeypatch.setattr(debounce, limit, 60.0)
    async with opened(path, clock=clock) as window, second(path, clock) as other:
        await write(window, "Mine. ")
        one = facts(path, clock)
        other.letters.write(as_shown(one, one.met[0].person), one.met[0].person, "Theirs.", "")
        await window.press("escape")

        [(_, text, _)] = window.rows(LETTERS)
        kept = [version for (version,) in window.rows("SELECT text FROM text_version")]
        assert text.startswith("Mine. Dear Dr. Chen,")
        assert kept == ["Theirs."]
        await window.says("Another window wrote here too. Your text stands")


async def test_a_letter_changed_in_another_window_is_shown(path: Path, clock: Clock) -> None:
    async with opened(path, clock=clock) as window, second(path, clock) as other:
        one = facts(path, clock)
        other.letters.write(as_shown(one, one.met[0].person), one.met[0].person, "Theirs.", "")
        await window.until(lambda: "Theirs." in window.pane("letter"))


async def test_a_letter_is_read_by_line_page_and_end(path: Path) -> None:
    async with opened(path, size=(60, 14)) as window:
        await window.press("3")
        writer = window.panes.letter.writer
        await window.press("G")
        await window.until(lambda: writer.scroll_y == writer.max_scroll_y > 0)
        await window.press("g")
        await window.until(lambda: writer.scroll_y == 0)
        await window.press("j")
        await window.until(lambda: writer.scroll_y == 1)
        await window.press("pagedown")
        await window.until(lambda: writer.scroll_y == 1 + writer.size.height)


async def test_a_click_on_a_name_shows_the_letter_to_that_person(path: Path) -> None:
    async with opened(path) as window:
        before = window.panes.letter.text
        names = window.lines_of("#recipients")
        await window.pilot.click("#recipients", offset=(names.index("Jo Park") + 1, 0))
        await window.until(lambda: window.panes.letter.text.startswith("Dear Jo,"))
        assert window.panes.letter.text != before
        await window.pilot.click("#recipients", offset=(names.index("Maria") + 1, 0))
        await window.until(lambda: window.panes.letter.text == before)
