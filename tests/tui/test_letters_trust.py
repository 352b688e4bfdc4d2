"""Letters in two windows, on a full disk, and under an open dialog: nothing goes astray."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from threading import Event
from time import sleep

import pytest

from afterview_tui.domain.errors import NotSaved, NowhereToSave
from afterview_tui.domain.letter import LetterForm, LetterKind
from afterview_tui.domain.recipients import thanked
from afterview_tui.letters.checking.finding import Finding
from afterview_tui.letters.drafting.current_letter import shown
from afterview_tui.storage.file import File
from afterview_tui.storage.letters import Letters
from afterview_tui.storage.store import Store
from afterview_tui.storage.texts import Texts
from afterview_tui.tui.keys import Where
from afterview_tui.tui.letter.looked_over import Looked
from tests.tui.driving import Clock, Window, edit_letter, facts, opened, records, second

WRONG = "Dear Dr. Chan,\n\nThank you for the machinne that you showed me at Lakeside Dental.\n"


async def write(window: Window, text: str) -> None:
    """Write the whole letter to Dr. Chen, and go back to reading it."""
    await window.press("3", "enter")
    window.panes.letter.writer.text = text
    await window.press("escape")


async def reword(window: Window) -> None:
    """Draft the letter in our template, so that what was written is an earlier version."""
    window.store.templates.add(LetterKind.THANK_YOU, LetterForm.EMAIL, "Mine", "{{ greeting }}")
    window.desk.read()
    await edit_letter(window, template="0")
    await window.until(lambda: texts(window) != [WRONG])


async def look_over(window: Window) -> None:
    """Open the list of what there is to look at."""
    await window.press("c")
    await window.until(lambda: "To look at" in window.screen)


def texts(window: Window) -> list[str]:
    return [text for (text,) in window.rows("SELECT text FROM letter ORDER BY id")]


def write_elsewhere(other: Store, path: Path, clock: Clock, text: str) -> None:
    """The letter to Dr. Chen, written in another window."""
    on_file = facts(path, clock)
    to = thanked(on_file.met[0])
    letter = shown(on_file, to, clock.today).letter
    other.letters.write(letter, to.person, text, letter.text)


async def test_a_place_that_is_gone_meanwhile_is_not_gone_to(path: Path, clock: Clock) -> None:
    async with opened(path, clock=clock) as window, second(path, clock) as other:
        await write(window, WRONG)
        await look_over(window)
        write_elsewhere(other, path, clock, "Dear Jo,")
        await window.until(lambda: window.panes.letter.text == "Dear Jo,")
        await window.to_line("machinne")
        await window.press("enter")
        await window.says("The letter reads otherwise by now")
        assert texts(window) == ["Dear Jo,"]


async def test_a_fix_never_lands_beside_its_place(path: Path, clock: Clock) -> None:
    async with opened(path, clock=clock) as window, second(path, clock) as other:
        await write(window, WRONG)
        await look_over(window)
        await window.to_line("Chan")
        anew = f"Written elsewhere.\n\n{WRONG}"
        write_elsewhere(other, path, clock, anew)
        await window.until(lambda: window.panes.letter.text == anew)
        await window.press("1")
        await window.says("The letter reads otherwise by now")
        assert texts(window) == [anew]
        await window.to_line("Chan")  # the list is of the letter as it is now
        await window.press("1")
        await window.until(lambda: texts(window) == [anew.replace("Chan", "Chen")])


@pytest.mark.parametrize("key", ["1", "2", "enter"])
async def test_a_finding_is_of_one_letter_also_when_another_is_shown_by_then(
    path: Path, clock: Clock, key: str
) -> None:
    async with opened(path, clock=clock) as window, second(path, clock) as other:
        await write(window, WRONG)
        await look_over(window)
        await window.to_line("Chan")
        other.interviews.bin(facts(path, clock).interview)
        await window.until(lambda: window.desk.selected == 2)
        before = records(path)
        await window.press(key)
        await window.says("That letter is no longer the one shown")
        assert records(path) == before
        await window.press("escape")
        assert window.app.screen is window.main


async def test_a_version_that_comes_back_too_late_goes_to_no_other_letter(
    path: Path, clock: Clock
) -> None:
    async with opened(path, clock=clock) as window, second(path, clock) as other:
        await write(window, WRONG)
        await reword(window)
        await window.press("v")
        other.interviews.bin(facts(path, clock).interview)
        await window.until(lambda: window.desk.selected == 2)
        before = records(path)
        await window.press("enter")
        await window.says("This interview is no longer on file")
        assert records(path) == before
        assert "Brought back" not in window.notice


async def test_a_letter_that_another_window_sent_is_not_written_over(
    path: Path, clock: Clock
) -> None:
    async with opened(path, clock=clock) as window, second(path, clock) as other:
        await write(window, WRONG)
        await reword(window)
        await window.press("v")
        on_file = facts(path, clock)
        (letter,) = on_file.letters
        other.letters.mark_sent(on_file, letter, on_file.met[0].person, clock.today)
        before = records(path)
        await window.press("enter")
        await window.says("marked sent")
        assert records(path) == before


async def test_what_another_window_sent_is_not_sent_a_second_time(path: Path, clock: Clock) -> None:
    """A follow-up note that is sent is a try: sent twice, it would be two."""
    async with opened(path, clock=clock) as window, second(path, clock) as other:
        await edit_letter(window, kind=LetterKind.FOLLOW_UP.value)
        await window.until(lambda: window.panes.letter.to.kind is LetterKind.FOLLOW_UP)  # type: ignore[union-attr]
        await window.press("s")
        await window.to_line("by hand")
        await window.press("enter")
        on_file = facts(path, clock)
        to = replace(thanked(on_file.met[0]), kind=LetterKind.FOLLOW_UP)
        letter = shown(on_file, to, clock.today).letter
        other.letters.mark_sent(on_file, letter, to.person, clock.today)
        before = records(path)
        await window.press("space")
        await window.says("is marked sent already")
        assert records(path) == before


class Editor:
    """An editor in which a whole other text was written."""

    def __init__(self, meanwhile: Callable[[], None] = lambda: None) -> None:
        self.meanwhile = meanwhile

    def __call__(self, command: Sequence[str], environ: Mapping[str, str]) -> int:
        self.meanwhile()
        Path(command[-1]).write_text("From the editor.\n", encoding="utf-8")
        return 0


ENVIRON = {"EDITOR": "cat", "PATH": "/usr/bin:/bin"}


def full(*arguments: object, **named: object) -> None:
    raise NotSaved("The disk is full. Free some space.")


async def test_what_comes_from_the_editor_stays_on_the_screen_when_the_disk_is_full(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(path, editor=Editor(), environ=ENVIRON) as window:
        await write(window, WRONG)
        with monkeypatch.context() as broken:
            broken.setattr(Texts, "keep", full)
            broken.setattr(Letters, "write", full)
            await window.press("ctrl+g")
            await window.says("The disk is full.")
            assert window.panes.letter.text == "From the editor."
        await window.until(lambda: texts(window) == ["From the editor."])


async def test_what_comes_from_the_editor_keeps_what_another_window_wrote_meanwhile(
    path: Path, clock: Clock
) -> None:
    async with second(path, clock) as other:
        editor = Editor(lambda: write_elsewhere(other, path, clock, "Elsewhere."))
        async with opened(path, clock=clock, editor=editor, environ=ENVIRON) as window:
            await write(window, WRONG)
            await window.press("ctrl+g")
            assert texts(window) == ["From the editor."]
            kept = [text for (text,) in window.rows("SELECT text FROM text_version")]
            assert {WRONG, "Elsewhere."} <= set(kept)


async def test_a_letter_that_cannot_be_saved_can_still_be_copied(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(path) as window:
        monkeypatch.setattr(Letters, "write", full)
        await window.press("3", "enter")
        await window.typed("Mine. ")
        await window.press("ctrl+o")
        await window.until(lambda: window.clipboard.texts)
        assert "Mine." in window.clipboard.texts[0]
        assert window.rows("SELECT 1 FROM letter") == []


async def test_a_letter_is_copied_also_when_the_names_to_check_it_by_cannot_be_read(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(File, "read_beside", full)  # so that no name was ever learned
    async with opened(path) as window:
        told: list[str] = []
        monkeypatch.setattr(window.app, "report", lambda error: told.append(error.message))
        await write(window, WRONG)
        await window.press("y")
        await window.until(lambda: window.clipboard.texts == [WRONG])
        assert any("The disk is full." in message for message in told)


async def test_what_there_is_to_look_at_does_not_open_over_a_form(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first check takes a moment, and keys that are typed by then are for the form."""
    go_on, find = Event(), Looked.find

    def slow(looked: Looked, *, at_once: bool = False) -> tuple[Finding, ...]:
        go_on.wait(5)
        return find(looked, at_once=at_once)

    async with opened(path) as window:
        await write(window, WRONG)
        monkeypatch.setattr(Looked, "find", slow)
        await window.press("c", "n")
        go_on.set()
        await window.typed("Elm Street")
        await window.until(lambda: not window.main.workers)
        assert window.value("employer") == "Elm Street"


async def test_checks_of_a_letter_do_not_pile_up(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A thread cannot be stopped: as many as there are pauses in typing would stall the keys."""
    running, most, find = 0, 0, Looked.find

    def slow(looked: Looked, *, at_once: bool = False) -> tuple[Finding, ...]:
        nonlocal running, most
        running += 1
        most = max(most, running)
        sleep(0.2)
        running -= 1
        return find(looked, at_once=at_once)

    async with opened(path) as window:
        await write(window, WRONG)
        monkeypatch.setattr(Looked, "find", slow)
        for _ in range(5):
            window.work.review.look()
            await window.settle()
        window.panes.letter.writer.text = WRONG.replace("Lakeside Dental", "Oak Vision")
        await window.until(lambda: "another employer" in window.lines_of("#letter-words"))
        assert most == 1


@pytest.mark.parametrize("keys", [["w"], ["v", "enter"]], ids=["wording", "version"])
async def test_another_wording_on_a_full_disk_is_said_and_changes_nothing(
    path: Path, monkeypatch: pytest.MonkeyPatch, keys: list[str]
) -> None:
    async with opened(path) as window:
        await write(window, WRONG)
        await reword(window)
        window.panes.letter.writer.move_cursor(window.panes.letter.writer.document.end)
        before, said = records(path), window.panes.letter.text
        monkeypatch.setattr(Letters, "reword", full)
        await window.press(*keys)
        await window.says("The disk is full.")
        assert "Brought back" not in window.notice
        assert (records(path), window.panes.letter.text) == (before, said)


async def test_words_typed_while_another_window_merges_their_reader_stay_in_sight(
    path: Path, clock: Clock
) -> None:
    async with opened(path, clock=clock) as window, second(path, clock) as other:
        await write(window, WRONG)
        await window.press("enter")
        await window.typed("Mine. ")
        amy = facts(path, clock).vouching[0].person
        other.people.merge(amy, facts(path, clock).met[0].person)
        await window.press("escape")
        await window.until(lambda: "Amy Ortiz" in window.pane("letter"))
        assert len(texts(window)) == 1
        assert "Mine. " in window.panes.letter.text


async def test_where_a_text_cannot_be_saved_any_more_the_key_that_takes_it_back_is_said(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(*arguments: object, **named: object) -> None:
        raise NowhereToSave("Nobody reads this any more. Copy what you typed.")

    async with opened(path) as window:
        monkeypatch.setattr(Letters, "write", gone)
        await window.press("3", "enter")
        await window.typed("Mine. ")
        await window.press("ctrl+s")
        await window.says("Copy what you typed; Ctrl+Z takes it back here.")
        await window.press("ctrl+z")
        assert "Mine. " not in window.panes.letter.text


async def test_an_interview_that_another_window_undoes_leaves_the_typed_words_on_the_screen(
    path: Path, clock: Clock
) -> None:
    async with opened(path, clock=clock) as window, second(path, clock) as other:
        await window.press("n")
        await window.typed("Elm Street\n")
        await window.fill("met", "Ann Vale")
        await window.press("ctrl+s", "3", "enter")
        other.file.undo()
        await window.typed("Mine. ")
        await window.press("ctrl+s")
        assert "Mine. " in window.panes.letter.text
        assert window.app.is_running


# Templates


async def open_template(window: Window) -> None:
    """Open the template of the thank-you e-mail, and write in it."""
    await window.open_tab(Where.TEMPLATES)
    await window.press("enter")
    assert window.focused == "template-text"


def assert_both_are_kept(window: Window) -> None:
    """What was typed before is in the template or among its earlier texts, and the rest follows."""
    ((text,),) = window.rows("SELECT text FROM template WHERE binned_at IS NULL")
    kept = [one for (one,) in window.rows("SELECT text FROM text_version")]
    assert "Second. " in text
    assert any("First. " in one for one in [text, *kept])


async def test_a_template_that_another_window_deletes_keeps_what_is_typed_here(
    path: Path, clock: Clock
) -> None:
    async with opened(path, clock=clock) as window, second(path, clock) as other:
        await open_template(window)
        await window.typed("First. ")
        await window.until(lambda: window.rows("SELECT 1 FROM template"))
        other.templates.remove(other.templates.all()[0])
        await window.typed("Second. ")
        await window.press("ctrl+s")
        assert_both_are_kept(window)


async def test_a_template_that_another_window_undoes_keeps_what_is_typed_here(
    path: Path, clock: Clock
) -> None:
    async with opened(path, clock=clock) as window, second(path, clock) as other:
        await open_template(window)
        await window.typed("First. ")
        await window.until(lambda: window.rows("SELECT 1 FROM template"))
        other.file.undo()
        await window.typed("Second. ")
        await window.press("escape")
        assert_both_are_kept(window)


async def test_ctrl_s_saves_a_template_and_says_so(path: Path) -> None:
    async with opened(path) as window:
        await open_template(window)
        await window.typed("Mine. ")
        await window.press("ctrl+s")
        assert window.rows("SELECT 1 FROM template") == [(1,)]
        await window.says("Saved in")


async def test_a_terminal_that_closes_leaves_a_template_on_file(path: Path) -> None:
    async with opened(path) as window:
        await open_template(window)
        await window.typed("Mine. ")
        assert window.app.flush()
        (text,) = window.rows("SELECT text FROM template")
        assert text[0].startswith("Mine. ")


async def test_a_template_that_cannot_be_saved_stays_and_is_tried_again(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from afterview_tui.storage.templates import Templates

    async with opened(path) as window:
        await open_template(window)
        with monkeypatch.context() as broken:
            broken.setattr(Templates, "write", full)
            await window.typed("Mine. ")
            await window.says("The disk is full.")
            await window.press("escape", "escape")
            assert window.focused == "template-text"
            assert "Mine. " in window.lines_of("#template-source")
        await window.until(lambda: window.rows("SELECT 1 FROM template"))


async def test_templates_that_cannot_be_read_are_said_to_be_so(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from afterview_tui.storage.templates import Templates

    async with opened(path) as window:
        monkeypatch.setattr(Templates, "all", full)
        await window.open_tab(Where.TEMPLATES)
        await window.says("The disk is full.")
        await window.press("enter", "a", "e", "d", "y", "escape", "escape")
        assert window.app.is_running


async def test_a_template_broken_in_another_window_leaves_the_letter_in_ours(
    path: Path, clock: Clock
) -> None:
    async with opened(path, clock=clock) as window, second(path, clock) as other:
        await window.press("3")
        other.templates.write(LetterKind.THANK_YOU, LetterForm.EMAIL, "{% for x in y %}", "")
        await window.until(lambda: "Your own template could not be used" in window.screen)
        assert window.panes.letter.text.startswith("Dear Dr. Chen,")
        assert texts(window) == []


async def test_a_key_that_the_autosave_has_not_heard_of_is_saved_before_another_letter_is_shown(
    path: Path, clock: Clock
) -> None:
    async with opened(path, clock=clock) as window:
        await window.press("3", "enter")
        pane = window.panes.letter
        pane.writer.insert("Said at the last moment. ", (0, 0))  # nothing is told of it yet
        pane.next_recipient(1)
        assert "Said at the last moment" not in pane.text
        assert window.rows("SELECT substr(text, 1, 23) FROM letter") == [
            ("Said at the last moment",)
        ]
