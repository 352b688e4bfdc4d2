"""Hostile text in every field and on every screen: shown as it is, and harmless."""

from __future__ import annotations

import sqlite3
import unicodedata
from contextlib import closing
from pathlib import Path

import pytest
from textual.widgets import Input, TextArea

from afterview_tui.domain.text import clean, clean_line
from afterview_tui.tui.kit.form import Form
from tests.tui.driving import Clock, Window, opened, records

MARKUP = "[/boom] [A b] [b]x[/b] $5{x}\\["
CONTROL = (
    "a\x1b]52;c;Ym9vbQ==\x07b\x1b[31mc\x9b31md\x1b]0;boom\x1b\\e\x00\x07\x08\x7f"
    "\u202ef\u202c\u2066g 👩\u200d⚕️ 東京 Zoe\u0308 a\u0301"
)
# What is typed or pasted, and what of it is text. Each walk takes a handful at once.
ALL = [
    pytest.param(MARKUP, MARKUP, id="markup"),
    pytest.param(CONTROL, "abcdefg 👩\u200d⚕️ 東京 Zoë á", id="control"),
]


# Everywhere a row of a foreign hand is seen: zoomed, in writers, dialogs and notices.
LOOKS = [
    ["2", "z"], ["z", "3"], ["enter"], ["escape", "z"], ["z", "4", "enter"],
    ["escape", "1", "o"], ["escape", "e"], ["escape", "2", "a"], ["escape", "3", "e"],
    ["escape", "]", "space"], ["3", "y"], ["1", "d"], ["u"], ["u"], ["u"],
]  # fmt: skip


def assert_safe(window: Window) -> None:
    """Nothing on the screen or on file acts on a terminal."""
    for line in window.lines:
        assert clean(line).rstrip() == unicodedata.normalize("NFC", line).rstrip()
    for rows in records(window.path).values():
        for row in rows:
            for value in row:
                assert not isinstance(value, str) or clean(value) == value
    for column, table in (("sentence", "change"), ("fields", "draft"), ("text", "text_version")):
        for (value,) in window.rows(f"SELECT {column} FROM {table}"):  # noqa: S608
            assert clean(value) == value


def squeezed(text: str) -> str:
    """A text without what the screen may break it at."""
    return "".join(character for character in text if character not in " \n│▌")


async def fill_form(window: Window, text: str) -> None:
    """Paste a text into every field of the form that is open."""
    form = window.app.screen
    assert isinstance(form, Form)
    form.fields.entry(next(reversed(form.values)))
    for entry in [*form.query(Input), *form.query(TextArea)]:
        if entry.id in ("field-when", "field-promised", "field-due", "field-on"):
            continue
        entry.focus()
        await window.settle()
        await window.paste(text)
    assert_safe(window)


@pytest.mark.parametrize(("text", "kept"), ALL)
async def test_hostile_text_is_entered_shown_and_undone_safely(
    empty: Path, text: str, kept: str
) -> None:
    async with opened(empty, painted=True) as window:
        await window.press("n")
        await fill_form(window, text)
        await window.press("ctrl+s")
        assert window.rows("SELECT employer, role, place FROM interview") == [(kept, kept, kept)]
        assert window.rows("SELECT count(*) FROM person") != [(0,)]
        assert squeezed(kept) in squeezed(window.pane("interviews"))
        assert squeezed(kept) in squeezed(window.pane("steps"))
        assert_safe(window)

        await window.press("4", "enter")
        await window.paste(text)
        await window.press("escape")
        assert window.rows("SELECT well FROM reflection") == [(clean(text),)]
        assert squeezed(kept) in squeezed(window.pane("journal"))
        await window.press("4", "a")
        await fill_form(window, text)
        await window.press("enter")
        assert window.rows("SELECT text FROM question") == [(kept,)]
        await window.to_line(kept)
        await window.press("enter")
        assert_safe(window)
        await window.press("escape", "3", "enter")
        await window.paste(text)
        await window.press("escape")
        assert clean(text) in window.rows("SELECT text FROM letter")[0][0]
        assert_safe(window)

        await window.press("2", "a")
        assert squeezed(kept) in squeezed(window.lines_of("#form"))
        await window.press("escape", "1", "o")
        assert squeezed(kept) in squeezed(window.lines_of("#form"))
        assert_safe(window)
        await window.press("escape", "1", "e")
        assert squeezed(kept) in squeezed(window.lines_of("#form"))
        await window.press("escape", "1", "d")
        assert squeezed(kept) in squeezed(window.notice)
        assert_safe(window)
        await window.press("u")
        assert squeezed(kept) in squeezed(window.notice)
        assert_safe(window)


@pytest.mark.parametrize(("text", "kept"), ALL)
async def test_hostile_text_in_the_other_forms_and_the_letter_head(
    path: Path, text: str, kept: str
) -> None:
    async with opened(path, painted=True) as window:
        await window.press("m")
        await fill_form(window, text)
        await window.press("ctrl+s")
        assert window.rows("SELECT name, closing FROM me") == [(kept, kept)]
        await window.press("3", "e")
        await fill_form(window, text)
        await window.fill("on", "fri")
        await window.press("ctrl+s")
        assert window.rows("SELECT sent_how FROM letter") == [(clean_line(text),)]
        assert window.rows("SELECT talked_about FROM meeting WHERE id = 1") == [
            (clean(text).strip(),)
        ]
        assert clean(window.panes.letter.text) == window.panes.letter.text
        for step in ("References", "Thank-you", "Prepare"):
            await window.press("2")
            await window.to_line(step)
            await window.press("a")
            await fill_form(window, text)
            await window.press("ctrl+s")
        assert window.rows("SELECT text FROM own_item") == [(kept,)]
        await window.press("2")
        await window.to_line(kept)
        await window.press("e")
        await window.paste(text)
        await window.press("ctrl+s")
        assert_safe(window)
        await window.press("escape", "2", "d", "enter")
        assert_safe(window)
        await window.press("ctrl+o", "1")
        await window.until(lambda: window.clipboard.texts)
        assert clean(window.clipboard.texts[0]) == window.clipboard.texts[0]
        window.app.post_message(window.key("ctrl+p"))
        await window.settle()
        await window.paste(text)
        await window.pilot.pause(0.1)
        assert window.app.is_running


async def test_hostile_keys_are_no_text(path: Path) -> None:
    async with opened(path, painted=True) as window:
        await window.press("4", "enter")
        await window.typed("a[/b]\u202e\u200fé東")
        await window.press("escape")
        assert window.rows("SELECT well FROM reflection") == [("a[/b]é東",)]
        assert_safe(window)


@pytest.mark.parametrize(("text", "kept"), ALL)
async def test_rows_of_a_foreign_hand_are_shown_safely(path: Path, text: str, kept: str) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE interview SET employer = ?1, role = ?1, place = ?1", [text])
        connection.execute("UPDATE person SET name = ?1, title = ?1, job_title = ?1", [text])
        connection.execute("UPDATE reference SET relation = ?1", [text])
        connection.execute("UPDATE meeting SET talked_about = ?1, strength = ?1", [text])
        connection.execute("UPDATE change SET sentence = ?1", [text])
        connection.execute(
            "INSERT INTO reflection (interview_id, well, improve, differently, cared, unsaid,"
            " why_not, lessons) VALUES (1, ?1, ?1, ?1, ?1, ?1, ?1, ?1)",
            [text],
        )
        connection.execute(
            "INSERT INTO question (interview_id, text, expected, answer, went)"
            " VALUES (1, ?1, 0, ?1, '')",
            [text],
        )
        connection.execute(
            "INSERT INTO own_item (interview_id, step, text) VALUES (1, 'Prepare for the next', ?)",
            [text],
        )
    async with opened(path, painted=True) as window:

        def look() -> None:
            for line in window.lines:
                assert clean(line).rstrip() == unicodedata.normalize("NFC", line).rstrip()

        shown = squeezed(kept)
        for pane in ("interviews", "steps", "journal"):
            assert shown in squeezed(window.pane(pane)), pane
        look()
        for keys in LOOKS:
            await window.press(*keys)
            look()
        for line in window.app.export_screenshot().splitlines():
            assert "\x1b" not in line
            assert "\x9b" not in line


async def test_a_hundred_thousand_letters_are_taken_and_shown(path: Path) -> None:
    words = "word " * 20_000
    async with opened(path, painted=True) as window:
        await window.press("4", "enter")
        await window.paste(words)
        await window.press("escape")
        assert window.rows("SELECT length(well) FROM reflection") == [(100_000,)]
        assert "word word word" in window.pane("journal")
        await window.press("3", "enter")
        await window.paste(words)
        await window.press("escape")
        assert window.rows("SELECT length(text) > 100000 FROM letter") == [(1,)]
        await window.press("4", "a")
        await window.paste(words)
        assert window.value("line") == ""
        await window.says("A line may hold 1,000 characters")


async def test_more_than_a_letter_may_hold_is_refused_in_words(path: Path) -> None:
    async with opened(path, painted=True) as window:
        await window.press("4", "enter")
        await window.paste("word " * 50_000)
        assert window.panes.journal.writer.text == ""
        await window.says("Nothing was pasted.")


async def test_hostile_text_from_another_window_is_shown_safely(path: Path, clock: Clock) -> None:
    async with opened(path, clock=clock, painted=True) as window:
        with closing(sqlite3.connect(path)) as connection, connection:
            connection.execute("UPDATE interview SET employer = '[/boom] \x1b]0;x\x07Dental'")
        await window.until(lambda: "[/boom] Dental" in window.pane("interviews"))
        assert all(clean(line) == line for line in window.lines)
