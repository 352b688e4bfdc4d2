"""Undo and redo in every text of several lines, whatever was typed before."""

from __future__ import annotations

import os
import random
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from textual import events
from textual.app import App, ComposeResult
from textual.document._wrapped_document import WrappedDocument
from textual.geometry import Size
from textual.widgets import TextArea

from afterview_tui.tui.kit.form_fields import Block
from afterview_tui.tui.kit.text_box import TextBox
from afterview_tui.tui.kit.writer import Writer
from tests.tui.driving import Window, opened

LINES = "first line\nsecond line\nthird line\nfourth line\nfifth line\nsixth line"
EDITS = (
    *("enter", "backspace", "delete", "ctrl+k", "ctrl+u", "ctrl+w", "ctrl+d", "ctrl+shift+k"),
    *("ctrl+x", "ctrl+v", "f7", "f6", "shift+up", "shift+down", "ctrl+left", "ctrl+right"),
    *("up", "down", "left", "right", "home", "end", "pageup", "pagedown", "a", "b", "界", "space"),
)
STEPS = 4_000 if os.environ.get("AFTERVIEW_LONG") else 250


def test_every_text_of_several_lines_is_such_a_box() -> None:
    assert issubclass(Writer, TextBox)
    assert issubclass(Block, TextBox)


class Small(App[None]):
    """A box that is four lines high."""

    CSS = "TextBox { height: 4; border: none; padding: 0; }"

    def compose(self) -> ComposeResult:
        yield TextBox(soft_wrap=True, compact=True)


class Boxed:
    """The box, and keys for it."""

    def __init__(self, app: Small, pause: Callable[[], Coroutine[Any, Any, None]]) -> None:
        self.app = app
        self.box = app.query_one(TextBox)
        self.still = pause

    async def press(self, *keys: str) -> None:
        for key in keys:
            typed = " " if key == "space" else key if len(key) == 1 else None
            self.app.post_message(events.Key(key, typed))
        await self.still()

    async def paste(self, text: str) -> None:
        self.app.post_message(events.Paste(text))
        await self.still()

    async def resize(self, width: int, height: int) -> None:
        assert self.app._driver is not None
        self.app._driver._size = (width, height)
        self.app.post_message(events.Resize(Size(width, height), Size(width, height)))
        await self.still()

    @property
    def is_laid_out(self) -> bool:
        """Whether its lines are broken as they are in a text that was never edited."""
        shown, anew = self.box.wrapped_document, WrappedDocument(self.box.document)
        anew.wrap(shown._width, self.box.indent_width)
        return (
            shown._wrap_offsets == anew._wrap_offsets
            and shown._offset_to_line_info == anew._offset_to_line_info
            and shown._line_index_to_offsets == anew._line_index_to_offsets
        )


@asynccontextmanager
async def boxed() -> AsyncIterator[Boxed]:
    app = Small()
    async with app.run_test(size=(30, 8)) as pilot:
        app.query_one(TextBox).focus()

        async def pause() -> None:
            for _ in range(3):
                await pilot.pause(0)

        yield Boxed(app, pause)


async def test_an_undo_that_takes_the_scrollbar_away_keeps_the_program() -> None:
    async with boxed() as one:
        await one.paste(LINES)
        await one.press("ctrl+z")
        assert one.box.text == ""
        await one.press("ctrl+y")
        assert one.box.text == LINES
        assert one.is_laid_out


async def test_ctrl_u_takes_the_line_before_the_cursor_and_never_the_ones_above() -> None:
    """Held a moment too long, it ate the paragraph before."""
    async with boxed() as one:
        await one.paste("kept as it is\n\na paragraph that is broken over several lines of the box")
        await one.press("left", "ctrl+u", "ctrl+u", "ctrl+u", "ctrl+u")
        assert one.box.text == "kept as it is\n\nx"
        await one.press("ctrl+z")
        assert one.box.text.endswith("of the box")
        assert one.is_laid_out


async def test_lines_that_were_typed_are_taken_back_one_by_one() -> None:
    async with boxed() as one:
        for line in LINES.split("\n"):
            await one.press(*line.replace(" ", "_"), "enter")
        for _ in range(30):
            await one.press("ctrl+z")
        assert one.box.text == ""
        for _ in range(30):
            await one.press("ctrl+y")
        assert one.box.text == f"{LINES}\n".replace(" ", "_")
        assert one.is_laid_out


@pytest.mark.parametrize("seed", range(4))
async def test_no_row_of_edits_and_undos_ends_the_program(seed: int) -> None:
    """All the way back and on again gives the same text."""
    chance = random.Random(seed)
    async with boxed() as one:
        for step in range(STEPS):
            kind = chance.random()
            if kind < 0.15:
                words = ("", "word " * chance.randint(1, 9), "\ttab\t界", "e\u0301👩‍🚀")
                await one.paste("\n".join(chance.choices(words, k=chance.randint(1, 7))))
            elif kind < 0.42:
                await one.press(*["ctrl+z"] * chance.randint(1, 4))
            elif kind < 0.52:
                await one.press(*["ctrl+y"] * chance.randint(1, 4))
            elif kind < 0.6:
                await one.resize(chance.choice((1, 2, 5, 12, 30, 80)), chance.choice((1, 3, 8, 20)))
            elif kind < 0.62:
                one.box.replace(chance.choice(("", "x\ny\nz")), (0, 0), one.box.document.end)
            else:
                await one.press(*chance.choices(EDITS, k=chance.randint(1, 3)))
            one.app.screen._compositor.render_strips()
            assert one.is_laid_out, f"seed {seed}, step {step}"
        await one.press(*["ctrl+y"] * 60)
        text = one.box.text
        await one.press(*["ctrl+z"] * 60, *["ctrl+y"] * 60)
        assert one.box.text == text


async def _story(window: Window) -> None:
    await window.press("5", "]", "]")
    await window.press("a")
    await window.press("tab")


async def _whom(window: Window) -> None:
    await window.press("n")
    window.entry("met").focus()
    await window.settle()


async def _talk(window: Window) -> None:
    await window.press("3", "e")
    next(iter(window.app.screen.query(Block))).focus()
    await window.settle()


async def _journal(window: Window) -> None:
    await window.press("f5", "enter")


async def _letter(window: Window) -> None:
    await window.press("3", "enter")


@pytest.mark.parametrize("go", [_story, _whom, _talk, _journal, _letter])
@pytest.mark.parametrize("size", [(120, 36), (80, 24), (60, 12)])
async def test_lines_that_were_pasted_are_taken_back(
    path: Path, go: Callable[[Window], Coroutine[Any, Any, None]], size: tuple[int, int]
) -> None:
    async with opened(path, size=size) as window:
        await go(window)
        text = window.app.focused
        assert isinstance(text, TextArea), text
        before = text.text
        await window.paste(LINES)
        assert "third line" in text.text
        await window.press("ctrl+z")
        assert text.text == before
        await window.typed("typed\nin\nsix\nlines\nor\nso\n")
        for _ in range(20):
            await window.press("ctrl+z")
        assert text.text == before
