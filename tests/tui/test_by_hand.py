"""Copying out by hand: one line at a time, always in view, and then the envelope."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from textual import events

from afterview_tui.domain.text import clean
from afterview_tui.tui.letter.by_hand import NO_WORDS, ByHand
from afterview_tui.tui.letter.lines_by_hand import MARK
from tests.tui.driving import NARROW, WIDE, Window, opened

SIZES = [WIDE, NARROW, (60, 20)]
EVERY_SIZE = pytest.mark.parametrize("size", SIZES)
LETTER = (
    "Dear Dr. Chen,\n\nThank you for meeting me on Friday about the position."
    " I liked hearing about the new digital x-ray.\n\nKind regards,\nSam Lee"
)
LINES = [
    "Dear Dr. Chen,",
    "Thank you for meeting me on Friday about",
    "the position. I liked hearing about the",
    "new digital x-ray.",
    "Kind regards,",
    "Sam Lee",
]
ADDRESS = ("Maria Chen, DDS", "Lakeside Dental", "12 Lake Street", "Springfield, IL 62701")
LONG = "\n".join(f"Line number {number}." for number in range(1, 31))


async def write(
    window: Window,
    text: str = LETTER,
    address: tuple[str, ...] = ADDRESS,
    *,
    title: str = "Dr. Maria Chen",
    at: int = 0,
) -> tuple[ByHand, list[bool | None]]:
    """Open the view; what it answers is put into the list that is returned."""
    answers: list[bool | None] = []
    view = ByHand(text, address, title, at)
    window.app.push_screen(view, answers.append)
    await window.settle()
    return view, answers


def shown(window: Window) -> list[str]:
    """The lines in view, without the spaces between them."""
    return [line for line in window.lines_of("#hand-lines").splitlines() if line]


def current(window: Window) -> str:
    """The line that has the mark."""
    (marked,) = (line for line in shown(window) if line.startswith(MARK))
    return marked.removeprefix(MARK)


def progress(window: Window) -> str:
    """How far one is, as the first line says it."""
    return window.lines[0].rstrip().rpartition("  ")[2].strip()


@EVERY_SIZE
async def test_the_letter_stands_in_lines_of_a_card_in_the_middle_far_apart(
    path: Path, size: tuple[int, int]
) -> None:
    async with opened(path, size=size) as window:
        await write(window)
        assert "By hand   Dr. Maria Chen" in window.lines[0]
        assert progress(window) == "line 1 of 6"
        assert [line.removeprefix(MARK) for line in shown(window)] == LINES
        rows = [i for i, line in enumerate(window.lines[:-1]) if any(o in line for o in LINES)]
        gaps = [below - above for above, below in pairwise(rows)]
        assert gaps == [3, 2, 2, 3, 2], "a wider space between paragraphs"
        longest = next(line for line in window.lines if LINES[1] in line)
        left = longest.index(LINES[1])
        assert abs(left - (size[0] - left - 40)) <= 2


@EVERY_SIZE
async def test_keys_move_the_mark_on_and_back_and_to_the_ends(
    path: Path, size: tuple[int, int]
) -> None:
    async with opened(path, size=size) as window:
        view, _ = await write(window)
        for key, at in [
            ("enter", 1), ("enter", 2), ("j", 3), ("down", 4), ("backspace", 3), ("k", 2),
            ("up", 1), ("G", 5), ("enter", 5), ("g", 0), ("backspace", 0), ("end", 5), ("home", 0),
            ("pagedown", 5), ("pageup", 0),
        ]:  # fmt: skip
            await window.press(key)
            assert current(window) == LINES[at], key
            assert progress(window) == f"line {at + 1} of 6"
            assert view.at == at


@EVERY_SIZE
async def test_the_current_line_is_always_in_view_with_its_neighbours(
    path: Path, size: tuple[int, int]
) -> None:
    async with opened(path, size=size) as window:
        await write(window, LONG)
        for number in range(1, 31):
            assert current(window) == f"Line number {number}."
            for neighbour in (number - 1, number + 1):
                if 1 <= neighbour <= 30:
                    assert any(f"Line number {neighbour}." in line for line in shown(window))
            await window.press("enter")
        assert progress(window) == "line 30 of 30"
        await window.pilot.resize_terminal(60, 12)
        await window.settle()
        assert current(window) == "Line number 30."
        await window.press("pageup")
        assert current(window) != "Line number 30."


async def test_the_current_line_has_a_style_and_what_is_written_is_quieter(path: Path) -> None:
    async with opened(path) as window:
        view, _ = await write(window)
        await window.press("j")
        words = view.lines.render()
        styled = {words.plain[span.start : span.end]: str(span.style) for span in words.spans}
        assert "bold" in styled[LINES[1]]
        assert "muted" in styled[LINES[0]]
        assert LINES[2] not in styled


async def test_posted_is_answered_with_yes_and_leaving_with_no_and_the_place_is_kept(
    path: Path,
) -> None:
    async with opened(path) as window:
        view, answers = await write(window)
        await window.press("j", "j", "escape")
        assert answers == [False]
        assert window.app.screen is window.main
        view, answers = await write(window, at=view.at)
        assert current(window) == LINES[2]
        await window.press("space")
        assert answers == [True]
        assert window.app.screen is window.main
        assert window.rows("SELECT count(*) FROM letter") == [(0,)]


@pytest.mark.parametrize(("at", "line"), [(-3, 0), (99, 5)])
async def test_a_place_that_a_shorter_letter_no_longer_has_is_the_nearest_one(
    path: Path, at: int, line: int
) -> None:
    async with opened(path) as window:
        view, _ = await write(window, at=at)
        assert current(window) == LINES[line]
        assert view.at == line


@EVERY_SIZE
async def test_the_address_is_a_second_page_and_the_letter_is_where_it_was(
    path: Path, size: tuple[int, int]
) -> None:
    async with opened(path, size=size) as window:
        view, answers = await write(window)
        await window.press("j", "j", "]")
        assert "Envelope   Dr. Maria Chen" in window.lines[0]
        assert [line.removeprefix(MARK) for line in shown(window)] == list(ADDRESS)
        assert progress(window) == "line 1 of 4"
        await window.press("G")
        assert current(window) == "Springfield, IL 62701"
        assert view.at == 2
        await window.press("]")
        assert current(window) == LINES[2]
        await window.press("]", "escape")
        assert answers == []
        assert current(window) == LINES[2]
        await window.press("]", "space")
        assert answers == [True]


@EVERY_SIZE
async def test_without_an_address_it_is_said_where_to_add_it(
    path: Path, size: tuple[int, int]
) -> None:
    async with opened(path, size=size) as window:
        await write(window, address=())
        await window.press("]")
        assert " ".join(shown(window)) == (
            "No postal address is on file yet. Among the people on the shelf there is a field for"
            " it: 5 on the first screen, then e on the person."
        )
        assert "line" not in window.lines[0]
        await window.press("j", "G", "backspace", "pagedown", "[")
        assert current(window) == LINES[0]


@pytest.mark.parametrize("text", ["", " \n\n"])
async def test_a_letter_without_words_is_no_error(path: Path, text: str) -> None:
    async with opened(path) as window:
        view, answers = await write(window, text)
        assert shown(window) == [NO_WORDS]
        await window.press("j", "k", "G", "g", "pagedown", "escape")
        assert answers == [False]
        assert view.at == 0


@EVERY_SIZE
@pytest.mark.parametrize(
    ("gaps", "said"),
    [("[what you talked about]", "! 1 gap is still open"), ("[x-ray] TODO", "! 2 gaps are")],
)
async def test_open_gaps_are_said_before_they_are_in_ink(
    path: Path, size: tuple[int, int], gaps: str, said: str
) -> None:
    async with opened(path, size=size) as window:
        await write(window, f"Dear Jo,\n\nI liked {gaps}.")
        assert said in window.lines[1]
        await window.press("G")
        assert said in window.lines[1]
        await window.press("]")
        assert "gap" not in window.screen


async def test_the_last_line_says_what_comes_next(path: Path) -> None:
    async with opened(path) as window:
        await write(window)
        assert window.lines[1].strip() == ""
        await window.press("G")
        assert (
            window.lines[1].strip() == "The last line. ] shows the envelope, Space marks it posted."
        )
        await window.press("k")
        assert window.lines[1].strip() == ""


@EVERY_SIZE
async def test_a_click_goes_to_a_line_and_the_wheel_moves(
    path: Path, size: tuple[int, int]
) -> None:
    async with opened(path, size=size) as window:
        await write(window)
        for at in (4, 1, 5, 0, 3):
            row = next(i for i, line in enumerate(window.lines) if LINES[at] in line)
            await window.pilot.click(offset=(size[0] // 2, row))
            await window.settle()
            assert current(window) == LINES[at]
        for wheel, at in ((events.MouseScrollDown, 4), (events.MouseScrollUp, 3)):
            # The pilot has no public wheel.
            await window.pilot._post_mouse_events([wheel], "#hand-lines")
            await window.settle()
            assert current(window) == LINES[at]


@EVERY_SIZE
async def test_the_keys_stand_at_the_foot_and_in_the_list(
    path: Path, size: tuple[int, int]
) -> None:
    async with opened(path, size=size) as window:
        await write(window)
        for key in ("Enter On", "Space Posted", "] Envelope", "Esc Leave"):
            assert key in window.lines[-1]
        await window.press("question_mark")
        assert "Copying out by hand" in window.screen
        assert "│ Posted " in window.screen
        await window.press("escape")
        assert current(window) == LINES[0]


async def test_without_colour_the_mark_still_tells(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with opened(path) as window:
        await write(window, f"{LETTER} [gap here]")
        await window.press("j")
        assert window.app.no_color
        assert current(window) == LINES[1]
        assert window.lines[1].strip().startswith("! 1 gap")


@pytest.mark.parametrize("size", [(30, 8), (10, 3)])
async def test_a_tiny_window_is_no_error(path: Path, size: tuple[int, int]) -> None:
    async with opened(path, size=size) as window:
        _, answers = await write(window)
        await window.press("j", "G", "]", "j", "[", "pageup", "space")
        assert answers == [True]


@EVERY_SIZE
async def test_hostile_text_is_shown_safely(path: Path, size: tuple[int, int]) -> None:
    evil = "[/boom] [b]x[/b] \x1b]52;c;Ym9v\x07a\x9b31mb\u202ec\x00 東京"
    async with opened(path, size=size) as window:
        await write(window, evil, (evil,), title=evil)
        for key in ("G", "]"):
            await window.press(key)
            assert "[/boom] [b]x[/b] abc 東京" in window.lines[0]
            assert current(window) == "[/boom] [b]x[/b] abc 東京"
            assert all(clean(line) == line for line in window.lines)


async def test_the_longest_letter_is_walked_through(path: Path) -> None:
    async with opened(path) as window:
        await write(window, "word " * 40_000)
        assert progress(window) == "line 1 of 5000"
        await window.press("G", "k")
        assert progress(window) == "line 4999 of 5000"
