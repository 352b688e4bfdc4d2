"""Out of the terminal: into an editor, a mail program, onto paper; and nothing gets lost."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from afterview_tui.domain.letter import Letter, LetterForm, LetterState
from afterview_tui.domain.letter_parts import THANK_YOU, gap
from afterview_tui.handoff.editor import on_the_terminal
from afterview_tui.handoff.text_files import letters_folder
from afterview_tui.letters.drafting.written_parts import going_out
from afterview_tui.storage.store import Store
from afterview_tui.tui.letter.before_copying import BeforeCopying
from tests.tui.driving import (
    Clipboard,
    Clock,
    Desktop,
    Window,
    edit_letter,
    is_clean,
    mark_sent,
    opened,
)

LETTERS = "SELECT text, state FROM letter ORDER BY person_id"
VERSIONS = "SELECT text, why FROM text_version ORDER BY id"
DESKTOP = {"DISPLAY": ":0"}
SSH = DESKTOP | {"SSH_CONNECTION": "192.0.2.1 50022 192.0.2.2 22"}
MARIA = "maria@lakeside.example"
Editor = Callable[[str], dict[str, str]]
ADDRESS = "400 Shore Drive\nSpringfield, IL 62701"


@pytest.fixture
def editor(tmp_path: Path) -> Editor:
    """Make an editor of a line of shell; the environment that names it."""

    def make(does: str) -> dict[str, str]:
        script = tmp_path / "my-editor"
        script.write_text(f"#!/bin/sh\n{does}\n")
        script.chmod(0o700)
        return {"EDITOR": str(script), "PATH": "/usr/bin:/bin"}

    return make


def know(path: Path, clock: Clock, **fields: str) -> None:
    """Put something about Dr. Chen on file."""
    with closing(Store(path, clock)) as store:
        facts = store.interviews.facts(1)
        assert facts is not None
        store.people.edit(replace(facts.met[0].person, **fields))  # type: ignore[arg-type]


async def to_the_letter(window: Window) -> str:
    await window.press("3")
    return window.panes.letter.text


def goes_out(window: Window) -> str:
    """The letter shown without its open parts."""
    letter = window.panes.letter.letter
    assert letter is not None
    text = going_out(letter).letter.text
    assert gap(THANK_YOU[0]) not in text
    return text


async def make_it(window: Window, form: LetterForm, text: str = "") -> None:
    """Have the letter on file, in another form and with another text."""
    await window.press("3", "enter")
    await window.typed("x")
    await window.press("backspace", "escape")
    with window.store.file.change("changed the form of a letter", interview_id=1) as change:
        [(letter_id,)] = window.rows("SELECT id FROM letter")
        change.update(Letter, letter_id, form=form, **({"text": text} if text else {}))
    window.desk.read()
    await window.settle()


async def test_a_letter_edited_outside_is_on_file_at_once(path: Path, editor: Editor) -> None:
    environ = editor('sed -i "1s/.*/Dear Maria,/" "$1"')
    async with opened(path, environ=environ, editor=on_the_terminal) as window:
        before = await to_the_letter(window)
        await window.press("ctrl+g")
        after = before.replace("Dear Dr. Chen,", "Dear Maria,")
        assert window.rows(LETTERS) == [(after, "draft")]
        assert window.panes.letter.text == after
        assert window.focused == "letter"
        assert "Dear Maria," in window.pane("letter")
        assert "Taken over from your editor" in window.notice
        assert list(letters_folder(path).iterdir()) == []


async def test_while_writing_the_editor_has_the_text_as_it_is_typed(
    path: Path, editor: Editor
) -> None:
    environ = editor('printf "PS\\n" >> "$1"')
    async with opened(path, environ=environ, editor=on_the_terminal) as window:
        before = await to_the_letter(window)
        await window.press("enter")
        window.panes.letter.writer.move_cursor((0, 0))
        await window.typed("Hello. ")
        await window.press("ctrl+g")
        assert window.rows(LETTERS) == [(f"Hello. {before}\nPS", "draft")]
        assert window.rows(VERSIONS) == [(f"Hello. {before}", "before the editor")]
        await window.press("ctrl+z")
        assert window.panes.letter.text == f"Hello. {before}"
        await window.press("ctrl+y", "ctrl+s")
        assert window.rows(LETTERS) == [(f"Hello. {before}\nPS", "draft")]


async def test_a_reflection_can_be_edited_outside_as_well(path: Path, editor: Editor) -> None:
    environ = editor('echo "the tour of the lab" >> "$1"')
    async with opened(path, environ=environ, editor=on_the_terminal) as window:
        await window.press("4", "g", "enter")
        await window.typed("calm; ")
        await window.press("ctrl+g")
        assert window.rows("SELECT well FROM reflection") == [("calm; \nthe tour of the lab",)]
        assert window.rows(LETTERS) == []


async def test_a_text_left_as_it_was_changes_nothing(path: Path, editor: Editor) -> None:
    environ = editor('touch "$1"')
    async with opened(path, environ=environ, editor=on_the_terminal) as window:
        await to_the_letter(window)
        await window.press("ctrl+g")
        assert window.rows(LETTERS) == []
        assert "Nothing was changed." in window.notice


async def test_a_failing_editor_changes_nothing_and_its_file_is_kept(
    path: Path, editor: Editor
) -> None:
    environ = editor('echo "half a thought" > "$1"; exit 1')
    async with opened(path, environ=environ, editor=on_the_terminal) as window:
        before = await to_the_letter(window)
        await window.press("ctrl+g")
        assert window.rows(LETTERS) == []
        assert window.panes.letter.text == before
        [kept] = [one for one in letters_folder(path).rglob("*") if one.is_file()]
        assert kept.read_text() == "half a thought\n"
        assert "ended with status 1" in window.notice
        assert str(kept) in window.notice


@pytest.mark.parametrize(
    ("saves", "says"),
    [("printf 'caf\\351'", "not in UTF-8"), ("printf 'a\\000b'", "not plain text")],
)
async def test_what_is_no_text_is_not_taken_and_its_file_is_kept(
    path: Path, editor: Editor, saves: str, says: str
) -> None:
    async with opened(path, environ=editor(f'{saves} > "$1"'), editor=on_the_terminal) as window:
        before = await to_the_letter(window)
        await window.press("ctrl+g")
        assert window.rows(LETTERS) == []
        assert window.panes.letter.text == before
        assert len([one for one in letters_folder(path).rglob("*") if one.is_file()]) == 1
        assert says in window.notice
        assert all(is_clean(line) for line in window.lines)


async def test_without_an_editor_the_app_says_how_to_name_one(path: Path) -> None:
    async with opened(path) as window:
        await to_the_letter(window)
        await window.press("ctrl+g")
        assert "EDITOR=nano" in window.notice
        assert window.rows(LETTERS) == []


async def test_an_editor_that_is_not_there_is_named(path: Path) -> None:
    async with opened(path, environ={"EDITOR": "frobnicate -x", "PATH": "/bin"}) as window:
        await to_the_letter(window)
        await window.press("ctrl+g")
        assert "There is no program frobnicate" in window.notice


async def test_where_the_terminal_cannot_be_lent_the_app_says_so(
    path: Path, editor: Editor
) -> None:
    async with opened(path, environ=editor("exit 0"), editor=None) as window:
        await to_the_letter(window)
        await window.press("ctrl+g")
        assert "cannot be lent to an editor" in window.notice
        assert not [one for one in letters_folder(path).rglob("*") if one.is_file()]


async def test_a_letter_that_is_sent_is_only_read(path: Path) -> None:
    async with opened(path, environ={"EDITOR": "vi"}) as window:
        await to_the_letter(window)
        await mark_sent(window)
        await window.press("[", "ctrl+g")
        assert [state for _, state in window.rows(LETTERS)] == [LetterState.SENT]
        assert "This letter is marked sent." in window.notice


async def test_where_no_text_is_at_hand_nothing_is_edited(path: Path) -> None:
    async with opened(path, environ={"EDITOR": "vi"}) as window:
        await window.press("2", "ctrl+g")
        assert "There is no text here to edit." in window.notice


async def test_an_empty_file_has_nothing_to_edit_or_to_send(empty: Path) -> None:
    async with opened(empty, environ={"EDITOR": "vi"}) as window:
        await window.press("ctrl+g", "s")
        assert "There is no text here to edit." in window.notice
        window.work.sending.send()
        assert window.app.screen is window.main


async def test_another_window_that_wrote_meanwhile_loses_nothing(path: Path, clock: Clock) -> None:
    def as_they_write(command: Sequence[str], environ: Mapping[str, str]) -> int:
        with closing(Store(path, clock)) as store:
            facts = store.interviews.facts(1)
            assert facts is not None
            letter = facts.letters[0]
            store.letters.write(letter, facts.met[0].person, "Theirs.", letter.text)
        Path(command[-1]).write_text("Mine.\n")
        return 0

    environ = {"EDITOR": "sh", "PATH": "/bin"}
    async with opened(path, clock=clock, environ=environ, editor=as_they_write) as window:
        await window.press("3", "enter")
        await window.typed("Hello. ")
        await window.press("ctrl+g")
        assert window.rows(LETTERS) == [("Mine.", "draft")]
        [(mine, why), (theirs, _)] = window.rows(VERSIONS)
        assert "Hello. " in mine
        assert (why, theirs) == ("before the editor", "Theirs.")


MAIL, FILE, COPY, ENVELOPE = "mail program", "text file", "Copy it, to paste", "The envelope"
LETTER, OTHER_PAPER = "The letter", "The same on"


async def choose(window: Window, words: str) -> None:
    await window.press("3", "s")
    await window.to_line(words)
    await window.press("enter")
    if isinstance(window.app.screen, BeforeCopying):  # there are gaps, and that is said once
        await window.press("1")
    await window.app.workers.wait_for_complete()
    await window.settle()


async def test_an_email_goes_to_the_mail_program_whole(path: Path, clock: Clock) -> None:
    know(path, clock, email=f"Maria Chen <{MARIA}>")
    async with opened(path, clock=clock, environ=DESKTOP) as window:
        await to_the_letter(window)
        text = goes_out(window)
        assert text.startswith("Dear Dr. Chen,")
        await choose(window, MAIL)
        [url] = window.desktop.urls
        assert urlsplit(url).path == MARIA
        fields = parse_qs(urlsplit(url).query)
        assert fields["body"] == [text.replace("\n", "\r\n")]
        assert fields["subject"] == [window.panes.letter.subject]
        assert "6 open parts left out" in window.notice
        assert window.clipboard.texts == []
        assert "Nothing is sent until you send it." in window.notice
        assert "no e-mail address" not in window.notice
        assert window.rows(LETTERS) == []  # sent is the user's own mark


async def test_without_an_address_the_mail_program_opens_all_the_same(path: Path) -> None:
    async with opened(path, environ=DESKTOP) as window:
        await choose(window, MAIL)
        assert window.desktop.urls[0].startswith("mailto:?subject=")
        assert "There is no e-mail address of Dr. Maria Chen on file." in window.notice


async def test_where_an_address_is_missing_somebody_could_pass_it_on(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE person SET email = 'jo@example.org' WHERE name = 'Jo Park'")
    async with opened(path, environ=DESKTOP) as window:
        await choose(window, MAIL)
        assert "on file. Jo Park could pass it on: e has a note for that." in window.notice
        await window.press("]")
        await edit_letter(window, kind="note to pass on")
        await window.press("space", "space")
        await window.says(
            "Marked the note to pass on to Jo Park sent. It counts for Dr. Maria Chen."
        )
        thanked = "SELECT person.name FROM meeting JOIN person ON person.id = person_id"
        thanked += " WHERE thanked_in IS NOT NULL"
        assert window.rows(thanked) == [("Maria Chen",)]
        await window.press("2")
        await window.to_line("Dr. Maria Chen")
        assert "in the note to Jo Park" in window.pane("steps")
        await window.press("space")
        assert window.rows(thanked) == []
        await window.press("u")
        assert window.rows(thanked) == [("Maria Chen",)]


async def test_a_letter_too_long_to_hand_over_is_copied_instead(path: Path, clock: Clock) -> None:
    know(path, clock, email=MARIA)
    async with opened(path, clock=clock, environ=DESKTOP) as window:
        await window.press("3", "enter", "ctrl+end")
        await window.paste("\n\nand more" * 300)
        text = goes_out(window)
        await window.press("escape")
        await choose(window, MAIL)
        [url] = window.desktop.urls
        assert set(parse_qs(urlsplit(url).query)) == {"subject"}
        assert urlsplit(url).path == MARIA
        assert window.clipboard.texts == [text]
        assert "too long to hand over; paste it there. Copied," in window.notice


async def test_a_long_notice_is_read_whole_in_a_small_window(path: Path) -> None:
    async with opened(path, size=(60, 20), environ=DESKTOP) as window:
        await choose(window, MAIL)
        shown = " ".join(window.part(window.app.screen.query_one("Toast")).split())
        assert window.notice in shown.replace("▌ ", "")


async def test_a_mail_program_that_does_not_open_is_told_of(path: Path) -> None:
    desktop = Desktop("No program here would open it.")
    async with opened(path, environ=DESKTOP, desktop=desktop) as window:
        await choose(window, MAIL)
        assert "No program here would open it." in window.notice
        assert "Your mail program has" not in window.notice


async def test_over_ssh_no_mail_program_is_offered(path: Path) -> None:
    async with opened(path, environ=SSH) as window:
        await window.press("3", "s")
        assert "mail program" not in window.screen
        assert "text file" in window.screen
        await window.press("escape")
        assert window.desktop.urls == []
        assert window.app.screen is window.main


async def test_the_letter_is_written_to_a_text_file(path: Path) -> None:
    async with opened(path) as window:
        await to_the_letter(window)
        text = goes_out(window)
        await choose(window, FILE)
        file = letters_folder(path) / "2026-11-20-lakeside-dental-maria-chen.txt"
        subject = window.panes.letter.subject
        assert subject
        assert file.read_text() == f"Subject: {subject}\n\n{text}\n"
        assert str(file) in "".join(window.notice.split("\n"))
        assert "6 open parts left out" in window.notice


async def test_copying_from_the_menu_is_copying(path: Path) -> None:
    async with opened(path) as window:
        await to_the_letter(window)
        text = goes_out(window)
        await choose(window, COPY)
        assert window.clipboard.texts == [text]
        assert window.clipboard.heads == [f"Subject: {window.panes.letter.subject}\n\n"]
        assert [state for _, state in window.rows(LETTERS)] == [LetterState.COPIED]


async def test_a_card_does_not_take_the_file_of_the_e_mail(path: Path) -> None:
    async with opened(path) as window:
        await to_the_letter(window)
        mail = goes_out(window)
        await choose(window, FILE)
        await window.press("escape")
        await edit_letter(window, form="card by hand")
        card = goes_out(window)
        assert card != mail
        await choose(window, FILE)
        folder, stem = letters_folder(path), "2026-11-20-lakeside-dental-maria-chen"
        assert (folder / f"{stem}.txt").read_text().endswith(f"\n\n{mail}\n")
        assert (folder / f"{stem}-card-by-hand.txt").read_text() == f"{card}\n"


@pytest.mark.parametrize(("paper", "size"), [(LETTER, "8.5in 11in"), (OTHER_PAPER, "210mm 297mm")])
async def test_a_typed_letter_is_opened_as_a_page_to_print(
    path: Path, paper: str, size: str
) -> None:
    async with opened(path, environ=DESKTOP) as window:
        await make_it(window, LetterForm.TYPED, "Dear <b>Dr.</b> Chen,\n\nthanks.")
        await choose(window, paper)
        page = letters_folder(path) / "2026-11-20-lakeside-dental-maria-chen-typed.html"
        assert window.desktop.urls == [page.as_uri()]
        assert "Dear &lt;b&gt;Dr.&lt;/b&gt; Chen," in page.read_text()
        assert f"size: {size}" in page.read_text()
        assert "is in your browser; print it there" in window.notice


async def test_where_no_browser_opens_the_page_the_app_says_where_it_is(path: Path) -> None:
    problem = "Over SSH nothing can be opened on your own machine."
    async with opened(path, environ=SSH, desktop=Desktop(problem)) as window:
        await make_it(window, LetterForm.TYPED)
        await choose(window, LETTER)
        page = letters_folder(path) / "2026-11-20-lakeside-dental-maria-chen-typed.html"
        assert page.exists()
        assert problem in window.notice
        assert str(page) in window.notice


@pytest.mark.parametrize("form", [LetterForm.TYPED, LetterForm.CARD])
async def test_an_envelope_has_both_addresses(path: Path, clock: Clock, form: LetterForm) -> None:
    know(path, clock, address=ADDRESS)
    async with opened(path, clock=clock, environ=DESKTOP) as window:
        await make_it(window, form)
        await choose(window, ENVELOPE)
        [url] = window.desktop.urls
        page = Path(unquote(urlsplit(url).path)).read_text()
        assert "9.5in 4.125in" in page
        assert f"Dr. Maria Chen\nOwner\nLakeside Dental\n{ADDRESS}" in page


async def test_an_envelope_without_an_address_says_where_to_put_it(path: Path) -> None:
    async with opened(path, environ=DESKTOP) as window:
        await make_it(window, LetterForm.CARD)
        await choose(window, ENVELOPE)
        assert window.desktop.urls == []
        assert "There is no postal address of Dr. Maria Chen on file." in window.notice


async def test_a_folder_that_takes_no_file_is_told_of(path: Path) -> None:
    letters_folder(path).write_text("in the way")
    async with opened(path, environ=DESKTOP) as window:
        await make_it(window, LetterForm.TYPED)
        await choose(window, LETTER)
        assert "was not written" in window.notice
        assert window.desktop.urls == []


async def test_a_letter_that_is_gone_by_then_is_not_another_one(path: Path, clock: Clock) -> None:
    async with opened(path, clock=clock, environ=DESKTOP, clipboard=Clipboard()) as window:
        await window.press("3", "s")
        window.panes.letter.next_recipient(1)
        await window.press("1")
        assert "no longer the one shown" in window.notice
        assert not letters_folder(path).exists()


async def test_the_subject_is_copied_apart_from_the_letter(path: Path) -> None:
    """It was in the file only, and nothing said so: who pasted the mail typed it again."""
    async with opened(path) as window:
        await window.press("3", "y")
        await window.until(lambda: "Copy all the same" in window.screen)
        await window.press("1")
        await window.says("The subject is apart; s copies it.")
        subject = window.panes.letter.subject
        assert subject not in window.clipboard.texts[-1]
        await window.press("s")
        await window.to_line("Copy its subject alone")
        await window.press("enter")
        await window.until(lambda: len(window.clipboard.texts) == 2)
        assert window.clipboard.texts[-1] == subject
        assert window.rows("SELECT sent_on FROM letter") == [(None,)]


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (60, 20)])
@pytest.mark.parametrize("form", LetterForm)
async def test_every_way_can_be_read_in_any_window(
    path: Path, form: LetterForm, size: tuple[int, int]
) -> None:
    async with opened(path, size=size, environ=DESKTOP) as window:
        await make_it(window, form)
        await window.press("s")
        shown = " ".join(window.screen.split())
        for _, words, _ in window.work.sending.ways(form):
            assert words in shown
