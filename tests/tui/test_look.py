"""The look: everything can be read and seen, in every theme."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.strip import Strip
from textual.theme import BUILTIN_THEMES, Theme

from afterview_tui.tui.kit.rows import Rows
from afterview_tui.tui.look import DARK, LEGIBLE, LIGHT, SEEN, contrast, made_legible
from tests.tui.driving import opened

OF_TEXTUAL = {name: one for name, one in BUILTIN_THEMES.items() if not name.startswith("ansi")}
COLOURED = [DARK, LIGHT, *OF_TEXTUAL.values()]
TEXTS: tuple[str, ...] = (
    "foreground",
    "foreground-muted",
    "text-muted",
    "text-disabled",
    "text-warning",
)
TEXTS += ("text-accent", "footer-key-foreground")
FRAMES = ("frame", "frame-focus", "mark")
GROUNDS = ("background", "surface", "panel", "cursor", "cursor-idle")
SHOWN: tuple[str, ...] = (DARK.name, LIGHT.name, "textual-dark", "textual-light", "nord", "gruvbox")
SHOWN += ("solarized-light", "tokyo-night", "catppuccin-latte", "solarized-dark")


def colours(theme: Theme) -> dict[str, Color]:
    made = made_legible(theme.to_color_system().generate())
    return {name: Color.parse(made[name]) for name in (*TEXTS, *GROUNDS, *FRAMES)}


@pytest.mark.parametrize("theme", COLOURED, ids=lambda one: one.name)
def test_texts_can_be_read_on_every_ground_and_borders_and_marks_be_seen(theme: Theme) -> None:
    found = colours(theme)
    for ground in GROUNDS:
        for text in TEXTS:
            assert contrast(found[text], found[ground]) >= LEGIBLE, (text, ground)
    for ground in ("background", "surface"):
        for name in FRAMES:
            assert contrast(found[name], found[ground]) >= SEEN, (name, ground)


def segments(lines: Sequence[Strip]) -> Iterator[Segment]:
    for segment in (one for strip in lines for one in strip):
        style = segment.style
        if style is not None and style.color and style.bgcolor and not style.reverse:
            yield segment


def of(segment: Segment) -> float:
    style = segment.style or Style.null()
    return contrast(*map(Color.from_rich_color, (style.color, style.bgcolor)))


def hard_to_read(lines: Sequence[Strip]) -> dict[str, float]:
    """The texts on these lines that cannot be read well, with their contrast."""
    texts = (one for one in segments(lines) if any(map(str.isalnum, one.text)))
    return {one.text.strip(): of(one) for one in texts if of(one) < LEGIBLE}


def hard_to_see(lines: Sequence[Strip]) -> dict[str, float]:
    """The borders on these lines that cannot be seen well."""
    borders = (one for one in segments(lines) if set(one.text) & set("─│╭╰╮╯▌"))
    return {one.text.strip(): of(one) for one in borders if of(one) < SEEN}


@pytest.mark.parametrize("theme", SHOWN)
async def test_what_the_screens_show_can_be_read_in_every_theme(path: Path, theme: str) -> None:
    async with opened(path, size=(100, 36)) as window:
        window.app.theme = theme
        for keys in (["1"], ["2"], ["4"], ["t"], ["n"], ["escape", "1", "question_mark", "down"]):
            await window.press(*keys)
            is_over = window.app.screen is not window.app.screen_stack[0]
            shown = window._strips
            if is_over:  # what lies below is meant to be pale
                region = window.app.screen.children[0].region
                shown = [
                    one.crop(region.x, region.right) for one in shown[region.y : region.bottom]
                ]
            assert hard_to_read(shown) == {}, keys
            assert hard_to_see(shown) == {}, keys


@pytest.mark.parametrize("theme", ["ansi-dark", "ansi-light"])
async def test_in_the_colours_of_the_terminal_the_line_under_the_cursor_is_reversed(
    path: Path, theme: str
) -> None:
    async with opened(path) as window:
        window.app.theme = theme
        await window.press("2", "j")
        rows = window.app.screen.query_one("#step-rows", Rows)
        reversed_ = [
            any(one.style is not None and one.style.reverse for one in rows.render_line(y))
            for y in range(rows.size.height)
        ]
        assert reversed_.count(True) == 1
        assert reversed_.index(True) == rows.highlighted


async def test_the_line_under_the_cursor_has_a_mark_without_any_colour(path: Path) -> None:
    async with opened(path, environ={"NO_COLOR": "1"}) as window:
        await window.press("2")
        marked = [line for line in window.lines if "▌" in line]
        assert marked
