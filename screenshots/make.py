"""Make the pictures in this folder from the sample data, at a fixed date.

    python screenshots/make.py

The same program and the same date give the same pictures to the byte, so a
test can tell when they are out of date.
"""

from __future__ import annotations

import asyncio
import html
import re
import tempfile
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from rich.cells import cell_len
from textual.pilot import Pilot

from afterview_tui.sample.fill import fill
from afterview_tui.storage.store import Store
from afterview_tui.tui.app import AfterviewApp

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
HERE = Path(__file__).parent
FONTS = "'DejaVu Sans Mono', 'Menlo', 'Consolas', monospace"

_FONT_FACE = re.compile(r"\s*@font-face \{.*?\}", re.DOTALL)
_FONT_NAME = re.compile(r"Fira Code,\s*monospace|Fira Code")
_RUN = re.compile(
    r'<text (?P<head>[^>]*?) x="(?P<x>[\d.]+)" y="(?P<y>[\d.]+)" textLength="[\d.]+"'
    r"(?P<rest>[^>]*)>(?P<text>[^<]*)</text>"
)
_CELL = 12.2  # the width of one cell in the pictures that Textual draws


@dataclass(frozen=True)
class Picture:
    """One picture: its size in cells, the keys that lead to it, and on what data."""

    name: str
    size: tuple[int, int] = (120, 36)
    keys: Sequence[str] = ()
    sample: bool = True


PICTURES = (
    Picture("main-120x36"),
    Picture("main-80x24", (80, 24)),
    Picture("letter", (80, 24), ("3", "right_square_bracket")),
    Picture(
        "checks",
        (80, 24),
        ("3", "right_square_bracket", "enter", "down", "down",
         *"At Oak Vision, Ms. Perk, you were so welcomming. ", "escape", "c"),
    ),
    Picture("by-hand", (80, 24), (
        "3", "right_square_bracket", "e", "tab", "right", "ctrl+s",
        "s", *["enter"] * 5,
    )),
    Picture("templates", (120, 36), ("3", "5", *["right_square_bracket"] * 4, "enter")),
    Picture("journal", (80, 24), ("4",)),
    Picture("stories", (120, 36), ("5", *["right_square_bracket"] * 2, "j")),
    Picture("reflections", (120, 36), ("5", *["right_square_bracket"] * 3, "j")),
    Picture("preparation", (80, 36), ("slash", *"museum", "enter", "p")),
    Picture("numbers", (80, 24), ("5", *["left_square_bracket"] * 2)),
    Picture("search", (80, 24), ("slash", *"nervous")),
    Picture("today", (120, 36), ("t", "j", "j", "j")),
    Picture("call-sheet", (80, 24), ("2", "g", *["j"] * 9, "enter")),
    Picture("reference", (120, 36), ("2", "g", "j", "j", "enter")),
    Picture("first-run", (80, 24), sample=False),
    Picture(
        "new-interview",
        (80, 24),
        ("n", *"Harbor Dental", "enter", *"Dental assistant", "enter", *"fri 2pm", "enter",
         *"Dr. Ana Vale, owner", "enter", *"Sam Lind (Sam)", "tab", "w"),
    ),
)  # fmt: skip


@asynccontextmanager
async def shown(picture: Picture, folder: Path) -> AsyncIterator[Pilot[None]]:
    """The app as the picture has it."""
    with closing(Store(folder / f"{picture.name}.db", lambda: NOW)) as store:
        if picture.sample:
            fill(store, NOW.date())
        app = AfterviewApp(store, lambda: NOW, lambda: "Europe/London", environ={})
        async with app.run_test(size=picture.size) as pilot:
            for key in picture.keys:
                await pilot.press("space" if key == " " else key)
                await _still(pilot)
            await pilot.app.workers.wait_for_complete()
            await _still(pilot)
            if app.focused is not None and hasattr(app.focused, "cursor_blink"):
                app.focused.cursor_blink = False
                await pilot.pause()
            yield pilot


async def _still(pilot: Pilot[None]) -> None:
    """Wait until no message is on its way, however slow the machine is."""
    quiet = 0
    while quiet < 3:
        screens = pilot.app.screen_stack
        nodes = [
            pilot.app,
            *(node for one in screens for node in one.walk_children(with_self=True)),
        ]
        quiet = 0 if any(node.message_queue_size for node in nodes) else quiet + 1
        await pilot.pause(0)


async def draw(picture: Picture, folder: Path) -> str:
    """The picture as SVG."""
    async with shown(picture, folder) as pilot:
        svg = pilot.app.export_screenshot(title="afterview")
    svg = _FONT_NAME.sub(FONTS, _FONT_FACE.sub("", svg))
    svg = _RUN.sub(_words, svg)
    return "\n".join(line.rstrip() for line in svg.splitlines()) + "\n"


def _words(run: re.Match[str]) -> str:
    """Place each word of a run by itself: some viewers fold the spaces between."""
    text = html.unescape(run["text"])
    placed = []
    for word in re.finditer(r"[^\xa0 ]+", text):
        x = float(run["x"]) + cell_len(text[: word.start()]) * _CELL
        placed.append(
            f'<text {run["head"]} x="{x:.1f}" y="{run["y"]}"'
            f' textLength="{cell_len(word[0]) * _CELL:.1f}"{run["rest"]}>'
            f"{html.escape(word[0])}</text>"
        )
    return "".join(placed)


async def main() -> None:
    """Make every picture."""
    with tempfile.TemporaryDirectory() as folder:
        for picture in PICTURES:
            target = HERE / f"{picture.name}.svg"
            target.write_text(await draw(picture, Path(folder)), encoding="utf-8")
            print(target.relative_to(HERE.parent))


if __name__ == "__main__":
    asyncio.run(main())
