"""What opens is laid out, styled and drawn once, and looks as if Textual had done it all."""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast
from unittest.mock import patch

import pytest
from textual._context import visible_screen_stack
from textual.content import Content
from textual.css.stylesheet import Stylesheet
from textual.dom import DOMNode
from textual.renderables.background_screen import BackgroundScreen
from textual.screen import Screen
from textual.style import Style

from afterview_tui.tui.kit.footer import Footer
from afterview_tui.tui.kit.form import Form
from afterview_tui.tui.kit.over import Behind
from afterview_tui.tui.kit.rows import LateLine, Rows
from tests.performance.files import Filled
from tests.tui.driving import NARROW, WIDE, Clock, Window, opened

OPENED = [["n"], ["e"], ["o"], ["t"], ["p"], ["5"], ["f1"], ["/"], ["m"], ["3", "e"], ["3", "v"]]


@pytest.mark.parametrize("keys", [["n"], ["3", "s"]], ids="".join)
async def test_what_shines_through_is_what_textual_would_mix(path: Path, keys: list[str]) -> None:
    async with opened(path) as window:
        await window.press(*keys)
        visible_screen_stack.set(window.app._background_screens)
        behind = window.app.screen.render()
        assert isinstance(behind, Behind)
        drawn = behind.render_strips(*WIDE, Style(), cast("Any", None))
        stock = [
            list(BackgroundScreen.process_segments(strip, behind.color))
            for strip in behind.screen._compositor.render_strips()
        ]
        assert [list(strip) for strip in drawn] == stock


async def test_what_lies_behind_a_dialog_is_not_laid_out_anew(path: Path) -> None:
    async with opened(path) as window:
        laid_out: list[Screen[Any]] = []
        stock = Screen._refresh_layout

        def counted(screen: Screen[Any], *size: Any, **more: Any) -> None:
            laid_out.append(screen)
            stock(screen, *size, **more)

        with patch.object(Screen, "_refresh_layout", counted):
            await window.press("n")
        assert window.app.screen in laid_out
        assert window.main not in laid_out


async def test_a_dialog_in_a_window_of_another_size_is_laid_out_for_it_and_what_is_behind(
    path: Path,
) -> None:
    async with opened(path) as window:
        await window.press("n")
        await window.pilot.resize_terminal(*NARROW)
        await window.settle()
        assert window.app.screen.query_one("#form").region.right <= NARROW[0]
        assert window.main.query_one(Footer).region.bottom == NARROW[1]


@pytest.mark.parametrize("keys", OPENED, ids="".join)
async def test_the_styles_of_what_opened_are_those_that_it_would_find_again(
    path: Path, keys: list[str]
) -> None:
    async with opened(path) as window:
        await window.press(*keys)
        screen = window.app.screen
        before = {node: dict(node.styles.base._rules) for node in screen.walk_children()}
        screen.update_node_styles(animate=False)
        assert {node: dict(node.styles.base._rules) for node in before} == before


async def test_the_styles_of_a_dialog_are_looked_for_once(path: Path) -> None:
    async with opened(path) as window:
        found: list[DOMNode] = []
        stock = Stylesheet.apply

        def counted(sheet: Stylesheet, node: DOMNode, **more: Any) -> None:
            found.append(node)
            stock(sheet, node, **more)

        with patch.object(Stylesheet, "apply", counted):
            await window.press("n")
        assert found.count(window.app.screen.query_one(Footer)) == 1


# Forms


def form(window: Window) -> Form:
    """The form that is open."""
    assert isinstance(window.app.screen, Form)
    return window.app.screen


async def test_what_is_folded_away_is_not_there_and_is_saved_as_it_was(path: Path) -> None:
    sql = "SELECT posting, place, notes, missed_call_on FROM interview WHERE id = 1"
    async with opened(path) as window:
        await window.press("e")
        await window.fill("notes", "Ask for Kim.")
        await window.press("ctrl+s")
        before = window.rows(sql)
        await window.press("e")
        assert not form(window).query("#field-notes")
        assert form(window).values["notes"] == "Ask for Kim."
        await window.typed(" East")
        await window.press("ctrl+s")
        assert window.rows("SELECT employer FROM interview WHERE id = 1") == [
            ("Lakeside Dental East",)
        ]
        assert window.rows(sql) == before


async def test_back_from_the_first_field_leads_to_the_last_of_what_is_folded_away(
    path: Path,
) -> None:
    async with opened(path) as window:
        await window.press("e")
        await window.typed("\t\t")
        await window.press("shift+tab", "shift+tab", "shift+tab")
        assert window.focused == "field-notes"
        await window.press("tab")
        assert window.focused == "field-employer"


async def test_a_click_on_what_is_folded_away_leads_into_it(path: Path) -> None:
    async with opened(path, size=NARROW) as window:
        await window.press("n")
        row = next(at for at, one in enumerate(window.lines) if "▸ More" in one)
        await window.pilot.click(offset=(window.lines[row].index("▸") + 4, row))
        await window.settle()
        assert window.focused == "field-references"
        assert "▸ More" not in window.screen


async def test_what_is_said_of_a_field_is_not_lost_when_somebody_is_quick(path: Path) -> None:
    async with opened(path) as window:
        await window.typed("e\t\t\t\t\t\t")
        await window.until(lambda: "Amy Ortiz and Tom Reed" in window.hint("references"))
        await window.settle()
        assert "2 people: Amy Ortiz and Tom Reed" in window.screen


@pytest.mark.parametrize("size", [NARROW, (60, 20)])
async def test_each_label_stands_before_its_field_however_far_it_is_scrolled(
    path: Path, size: tuple[int, int]
) -> None:
    async with opened(path, size=size) as window:
        await window.press("e", "shift+tab")
        for _ in form(window).fields.rows:
            fields = form(window).fields.region
            for row in form(window).fields.rows.values():
                assert row.entry is not None
                if fields.contains(*row.entry.region.offset):
                    words = row.label.plain[:15]  # what is longer goes on in the next line
                    line = window.lines[row.entry.region.y]
                    assert words.split()[0] in line[fields.x : row.entry.region.x]
            await window.press("shift+tab")


# Lists


async def test_a_list_makes_only_the_lines_that_are_looked_at(tmp_path: Path) -> None:
    file = Filled(40).made(tmp_path)
    clock = Clock()
    clock.at = clock.at.now().astimezone()
    async with opened(file, clock=clock) as window:
        await window.press("t")
        options = window.panes.today.query_one(Rows).options
        late = [one.prompt for one in options if isinstance(one.prompt, LateLine)]
        assert len(late) > 3 * WIDE[1]
        assert sum("content" in vars(one) for one in late) <= WIDE[1]


def test_lines_are_the_same_that_are_made_of_the_same() -> None:
    def make(words: str) -> Content:
        return Content(words)

    assert LateLine(make, "a").is_same(LateLine(make, "a"))
    assert not LateLine(make, "a").is_same(LateLine(make, "b"))
    assert not LateLine(make, "a").is_same(LateLine(make, "a", lines=2))
    assert str(LateLine(make, "a")) == "a"
