"""Earlier versions: read, compared, copied, brought back; a sent letter is only looked at."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from textual.content import Content
from textual.widgets import Static

from afterview_tui.domain.text import clean
from afterview_tui.storage.texts import Version
from afterview_tui.tui.kit.versions import MOST_SHOWN, NONE_YET, SAME, Versions
from tests.tui.driving import NARROW, WIDE, ZONE, Window, opened

SIZES = [WIDE, NARROW, (60, 20)]
EVERY_SIZE = pytest.mark.parametrize("size", SIZES)
AT = datetime(2026, 11, 23, 8, 2, tzinfo=ZoneInfo(ZONE))
TODAY = date(2026, 11, 23)
NOW = "Dear Dr. Chen,\n\nThank you for Friday. I liked the new x-ray.\n\nSam Lee"
COPIED = Version(NOW.replace("liked", "enjoyed"), "copied", AT)
REWORDED = Version("Dear Maria,\n\nIt was good to meet you.", "before another wording", AT)
FRIDAY = Version("Thank you.", "sent", AT - timedelta(days=3))
VERSIONS = (COPIED, REWORDED, FRIDAY)


async def look(
    window: Window,
    versions: tuple[Version, ...] = VERSIONS,
    *,
    current: str = NOW,
    can_bring_back: bool = True,
    title: str = "Dr. Maria Chen",
) -> list[Version | None]:
    """Open the versions; what they answer is put into what is returned."""
    answers: list[Version | None] = []
    window.app.push_screen(
        Versions(title, current, versions, can_bring_back, TODAY), answers.append
    )
    await window.settle()
    return answers


def listed(window: Window) -> list[str]:
    """The lines of the list that are in view."""
    rows = window.lines_of("#version-rows").splitlines()
    return [" ".join(row.strip("│─▌ ").split()) for row in rows if row.strip("│─▌ ")]


def text(window: Window) -> str:
    """The text beside the list, as far as it is in view, on one line."""
    return " ".join(window.lines_of("#version-page").split())


@EVERY_SIZE
async def test_versions_are_listed_with_when_why_and_how_long_the_newest_first(
    path: Path, size: tuple[int, int]
) -> None:
    async with opened(path, size=size) as window:
        await look(window)
        assert "Earlier versions · Dr. Maria Chen" in window.lines_of("#versions")
        assert listed(window) == [
            "today 08:02 copied 11 words",
            "today 08:02 before another wording 6 words",
            "Fri 20 Nov sent 2 words",
        ]
        assert text(window).startswith("Dear Dr. Chen, Thank you for Friday. I enjoyed")
        for key in ("Enter Bring back", "Space Compare", "? All", "Esc Close"):
            assert key in window.screen


@EVERY_SIZE
async def test_the_text_is_that_of_the_version_under_the_cursor(
    path: Path, size: tuple[int, int]
) -> None:
    async with opened(path, size=size) as window:
        await look(window)
        await window.press("j")
        assert text(window) == "Dear Maria, It was good to meet you."
        assert "2 of 3" in window.lines_of("#versions")
        await window.press("G")
        assert text(window) == "Thank you."
        await window.press("g")
        assert "I enjoyed the new x-ray." in text(window)


@EVERY_SIZE
async def test_a_comparison_shows_what_is_gone_and_new_with_marks_and_goes_along(
    path: Path, size: tuple[int, int]
) -> None:
    async with opened(path, size=size) as window:
        await look(window)
        await window.press("space")
        assert "[-only then-] {+only now+}" in window.lines_of("#version-heading")
        assert "I [-enjoyed-] {+liked+} the new x-ray." in text(window)
        await window.press("j")
        assert "Dear [-Maria,-] {+Dr. Chen,+}" in text(window)
        await window.press("space")
        assert text(window) == "Dear Maria, It was good to meet you."


async def test_what_is_gone_and_new_differs_in_style_too(path: Path) -> None:
    async with opened(path) as window:
        await look(window)
        await window.press("space")
        words = window.app.screen.query_one("#version-words", Static).content
        assert isinstance(words, Content)
        styled = {words.plain[span.start : span.end]: str(span.style) for span in words.spans}
        assert "strike" in styled[" [-enjoyed-]"]
        assert "bold" in styled[" {+liked+}"]


async def test_a_version_is_brought_back_by_answering_it(path: Path) -> None:
    async with opened(path) as window:
        answers = await look(window)
        await window.press("j", "enter")
        assert answers == [REWORDED]
        assert window.app.screen is window.main
        assert window.rows("SELECT count(*) FROM letter") == [(0,)]


@pytest.mark.parametrize("key", ["escape", "q"])
async def test_closing_answers_nothing(path: Path, key: str) -> None:
    async with opened(path) as window:
        answers = await look(window)
        await window.press("j", "space", key)
        assert answers == [None]
        assert window.app.screen is window.main


async def test_a_version_that_the_letter_says_already_is_marked_and_not_brought_back(
    path: Path,
) -> None:
    async with opened(path) as window:
        answers = await look(window, current=COPIED.text)
        assert listed(window)[0] == "today 08:02 copied as it is now"
        await window.press("space")
        assert text(window) == SAME
        await window.press("enter")
        await window.says("It says exactly this already.")
        assert answers == []


@EVERY_SIZE
async def test_into_a_sent_letter_nothing_is_brought_back_and_that_is_said(
    path: Path, size: tuple[int, int]
) -> None:
    async with opened(path, size=size) as window:
        answers = await look(window, can_bring_back=False)
        assert " ".join(window.lines_of("#version-foot").split()) == (
            "This letter is marked sent, so nothing is put into it. y copies a version."
        )
        assert "Bring back" not in window.screen
        await window.press("enter")
        assert answers == []
        await window.press("j", "space")
        assert "Dear [-Maria,-]" in text(window)
        await window.press("y")
        await window.until(lambda: window.clipboard.texts)
        assert window.clipboard.texts == [REWORDED.text]


@EVERY_SIZE
async def test_without_versions_a_sentence_says_when_there_will_be_one(
    path: Path, size: tuple[int, int]
) -> None:
    async with opened(path, size=size) as window:
        answers = await look(window, ())
        assert text(window) == NONE_YET
        assert "Bring back" not in window.screen
        await window.press("enter", "y", "j", "space", "pagedown")
        assert text(window) == NONE_YET
        await window.press("escape")
        assert answers == [None]
        assert window.clipboard.texts == []


async def test_y_copies_the_version_to_a_file_that_tells_it_from_the_others(path: Path) -> None:
    async with opened(path) as window:
        await look(window)
        await window.press("G", "space", "y")
        await window.until(lambda: window.clipboard.texts)
        assert window.clipboard.texts == [FRIDAY.text]
        assert window.clipboard.files[0].name == "dr-maria-chen-2026-11-20-0802.txt"
        assert isinstance(window.app.screen, Versions)


async def test_neighbours_with_the_same_text_are_one_line_with_every_reason(path: Path) -> None:
    earlier = AT - timedelta(hours=1)
    same = tuple(Version(NOW, why, earlier) for why in ("copied", "copied", "sent"))
    async with opened(path) as window:
        answers = await look(window, (*same, COPIED, *same), current="")
        assert listed(window) == [
            "today 07:02 copied, sent 11 words",
            "today 08:02 copied 11 words",
            "today 07:02 copied, sent 11 words",
        ]
        await window.press("G", "enter")
        assert answers == [same[0]]


async def test_a_click_looks_and_does_not_bring_back(path: Path) -> None:
    async with opened(path) as window:
        answers = await look(window)
        row = next(number for number, one in enumerate(window.lines) if "Fri 20 Nov" in one)
        await window.pilot.click(offset=(5, row))
        await window.settle()
        assert text(window) == FRIDAY.text
        assert answers == []


async def test_a_long_text_is_read_on_and_back_by_pages(path: Path) -> None:
    long = Version("\n".join(f"line {number}" for number in range(100)), "copied", AT)
    async with opened(path, size=(60, 20)) as window:
        await look(window, (long, FRIDAY))
        page = window.app.screen.query_one("#version-page").size.height
        assert text(window).startswith("line 0 line 1")
        await window.press("pagedown", "pagedown")
        assert text(window).startswith(f"line {2 * page} ")
        await window.press("pageup")
        assert text(window).startswith(f"line {page} ")
        await window.press("j")
        assert text(window) == FRIDAY.text
        await window.press("k")
        assert text(window).startswith("line 0 line 1")


async def test_hundreds_of_versions_can_be_walked_through(path: Path) -> None:
    many = tuple(
        Version(f"Version {number}.", "copied", AT - timedelta(days=number))
        for number in range(300)
    )
    async with opened(path, size=NARROW) as window:
        answers = await look(window, many)
        await window.press("G")
        assert text(window) == "Version 299."
        assert "300 of 300" in window.screen
        await window.press("k", "space")
        assert "{+" in text(window)
        await window.press("g", "j", "enter")
        assert answers == [many[1]]


async def test_the_largest_texts_are_shown_in_part_and_answered_whole(path: Path) -> None:
    large = tuple(Version(f"{number} word" * 33_000, "copied", AT) for number in range(3))
    async with opened(path) as window:
        answers = await look(window, large, current="0 wort" * 33_000)
        assert listed(window)[0].endswith("198,000 characters")
        await window.press("space", "space", "j")
        for _ in range(60):
            await window.press("pagedown")
        left_out = 198_000 - MOST_SHOWN
        assert f"… and {left_out:,} more characters." in text(window)
        await window.press("enter")
        assert answers == [large[1]]


@pytest.mark.parametrize("size", [(20, 5), (10, 3)])
async def test_a_tiny_window_is_no_error(path: Path, size: tuple[int, int]) -> None:
    async with opened(path, size=size) as window:
        answers = await look(window)
        await window.press("j", "space", "pagedown", "G", "escape")
        assert answers == [None]


@EVERY_SIZE
async def test_hostile_text_is_shown_and_copied_safely(path: Path, size: tuple[int, int]) -> None:
    evil = "[/boom] [b]x[/b] \x1b]52;c;Ym9v\x07a\x9b31mb\u202ec\x00 東京"
    hostile = Version(evil, evil, AT)
    async with opened(path, size=size) as window:
        answers = await look(window, (hostile, FRIDAY), current=f"{evil} d", title=evil)
        assert "[/boom] [b]x[/b] abc 東京" in text(window)
        assert "[/boom]" in listed(window)[0]
        for keys in (["space"], ["y"], ["j"]):
            await window.press(*keys)
            assert all(clean(line) == line for line in window.lines)
        await window.press("k", "enter")
        assert answers == [hostile]


async def test_without_colour_the_cursor_and_the_marks_still_tell(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with opened(path) as window:
        await look(window)
        await window.press("space")
        assert "[-enjoyed-] {+liked+}" in text(window)
        rows = window.app.focused
        assert rows is not None
        assert rows.get_component_rich_style("option-list--option-highlighted").reverse


async def test_its_keys_are_in_the_list_of_what_can_be_done(path: Path) -> None:
    async with opened(path) as window:
        await look(window)
        await window.press("question_mark")
        for says in ("Bring back", "Compare", "Copy", "Close"):
            assert any(f"{mark}{says} " in window.screen for mark in ("│ ", "│▌"))
