"""Whichever way a text comes in, it is the same: typed, pasted, in a field, in the palette."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from textual.widgets import Input

from afterview_tui.domain.text import clean_line
from tests.tui.driving import Window, opened

HOSTILE = "a\x9b31mb\x9d0;x\x9cc\u202ed\u2066e\x1b]0;x\x07f\u200bg\U000e0041h\u3164i"
ACTS = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
MEANT = [
    "👨\u200d👩\u200d👧",
    "👩🏽\u200d🔬",
    "می\u200cخواهم",
    "क्\u200dष",
    "❤\ufe0f",
    "渡邊\U000e0100",
]
MEANT += ["🏴\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f", "1\ufe0f\u20e3"]
FAKED = ["Ma\u200dria", "Ma\u200cria", "Maria\ufe0f", "Ma\u200bria", "Ma\u034fria", "Ma\u3164ria"]
FAKED += ["Maria\U000e0041", "Ma\u180eria", "Ma\u2060ria", "Ma\u00adria", "Ma\u202eria"]


async def fields(window: Window, *, typed: bool, text: str) -> tuple[str, str, str]:
    """The same text into a line, a block and a journal; what is then on file of each."""
    put = window.typed if typed else window.paste
    for keys, name in ((["n"], "employer"), (["1", "e"], "notes")):
        await window.press(*keys)
        window.entry(name).focus()
        await window.settle()
        await put(text)
        await window.press("ctrl+s")
    await window.press("4", "enter")
    await put(text)
    await window.press("escape")
    ((employer, notes),) = window.rows("SELECT employer, notes FROM interview")
    ((well,),) = window.rows("SELECT well FROM reflection")
    return employer, notes, well


@pytest.mark.parametrize("typed", [True, False], ids=["typed", "pasted"])
async def test_joiners_are_kept_when_typed_as_when_pasted(empty: Path, typed: bool) -> None:
    text = " ".join(MEANT)
    async with opened(empty) as window:
        assert await fields(window, typed=typed, text=text) == (text, text, text)


@pytest.mark.parametrize("typed", [True, False], ids=["typed", "pasted"])
async def test_what_is_not_seen_spoofs_no_name_however_it_comes_in(
    empty: Path, typed: bool
) -> None:
    text = " ".join(FAKED)
    plain = " ".join(["Maria"] * len(FAKED))
    async with opened(empty) as window:
        assert await fields(window, typed=typed, text=text) == (plain, plain, plain)


async def test_a_journal_with_a_line_of_nothing_seen_opens_again(path: Path) -> None:
    for one in "\u200b\u0301\u200d\u2060\ufe0f\U000e0041\u180e\u034f":
        async with opened(path) as window:
            await window.press("f5", "enter")
            await window.paste(f"{one}\nWell\n{one}")
            await window.press("escape")
            assert "Well" in window.pane("journal")
        async with opened(path) as window:
            assert "Well" in window.pane("journal")
            await window.press("4", "enter")
            await window.press("ctrl+z", "f7", "ctrl+x", "escape")


@pytest.mark.parametrize("screen", [["ctrl+p"], ["slash"], ["b", "slash"], ["4", "S", "slash"]])
async def test_no_line_takes_what_acts_on_the_terminal(path: Path, screen: list[str]) -> None:
    async with opened(path) as window:
        await window.press(*screen)
        await window.until(lambda: isinstance(window.app.focused, Input))
        await window.paste(HOSTILE)
        entry = window.app.focused
        assert isinstance(entry, Input)
        assert entry.value == clean_line(HOSTILE)
        await window.typed(HOSTILE.replace("\x1b", "").replace("\x07", ""))
        assert not ACTS.search(entry.value)
        assert not ACTS.search("".join(window.lines))
        await window.press("escape", "escape")
