"""After undo the parts of a letter are where they were, whatever was done to the text."""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest

from afterview_tui.domain.letter_spans import unpacked
from afterview_tui.domain.records import Me
from tests.tui.driving import Clock, Window, opened, second

SEEDS = range(40 if os.environ.get("AFTERVIEW_LONG") else 6)
EDITS = 40  # undo goes back over fifty


@pytest.fixture(autouse=True)
async def _known(path: Path, clock: Clock) -> None:
    """The user's name and number are on file."""
    async with second(path, clock) as store:
        store.checklist.write_me(Me(name="Robin Sample", phone="555-0100"))


def on_file(window: Window) -> tuple[str, list[str]]:
    """The text as it is on file, and what stands in each of its parts."""
    [(text, parts)] = window.rows("SELECT text, parts FROM letter")
    return text, [f"{one.name}: {one.of(text)}" for one in unpacked(parts, text)]


async def undone(window: Window) -> None:
    """Everything that can be taken back is."""
    while window.panes.letter.writer.history.undo_stack:
        await window.press("ctrl+z")


@pytest.mark.parametrize("saves", [False, True])
async def test_the_parts_are_known_again_after_backspace_over_the_signature_is_undone(
    path: Path, *, saves: bool
) -> None:
    """Tab went only between the first part and the farewell."""
    async with opened(path) as window:
        await window.press("3", "enter", "tab")
        await window.typed("You told me about the boy who counts his teeth.")
        await window.press("escape", "enter")
        writer = window.panes.letter.writer
        before, names = on_file(window), [one.name for one in writer.places]
        writer.history.clear()
        await window.press("ctrl+end")
        for _ in range(18):
            await window.typed("\b" * 50)
            if saves:
                writer.flush()
                await window.settle()
        assert len(writer.text) < len(before[0]) / 2
        await undone(window)
        assert [one.name for one in writer.places] == names
        await window.press("escape")
        assert on_file(window) == before


@pytest.mark.parametrize("seed", SEEDS)
async def test_as_many_undos_as_edits_bring_text_and_parts_back(path: Path, seed: int) -> None:
    chance = random.Random(seed)
    async with opened(path) as window:
        await window.press("3", "enter", "tab")
        await window.typed("You told me about the boy.")
        await window.press("escape", "enter")
        writer = window.panes.letter.writer
        before, text = on_file(window), writer.text
        writer.history.clear()
        for _ in range(EDITS):
            start, length = chance.randrange(len(writer.text) + 1), chance.choice([0, 0, 3, 90])
            writer.select(start, start + length)
            keys = chance.choice(["a b", "backspace", "delete", "cut", "paste", "undo", "save"])
            if keys == "cut":
                await window.press("ctrl+x")
            elif keys == "paste":
                await window.paste(chance.choice(["x", text[40:200], "[one]\n\n[two]"]))
            elif keys == "undo":
                await window.press("ctrl+z", *(["ctrl+y"] if chance.random() < 0.5 else []))
            elif keys == "save":
                writer.flush()
                await window.settle()
            elif keys in ("backspace", "delete"):
                await window.press(*[keys] * chance.choice([1, 3, 40]))
            else:
                await window.typed(keys)
        await undone(window)
        assert writer.text == text
        await window.press("escape")
        assert on_file(window) == before
