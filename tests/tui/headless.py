"""What an app without a terminal need not do: paint each step on the way, read its styles anew.

Half of the time of a test went there. Both are about Textual, not about the app.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

from rich.console import RenderableType
from textual import screen as textual_screen
from textual._compositor import Compositor
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet
from textual.screen import Screen


class WhenStill(Compositor):
    """Paints what changed once the app is still, and not with every step on the way there.

    `Window.settle` asks for it after each key, so an error in drawing is the test's own error.
    `Window.lines` and a screenshot have the whole screen painted, as it is at that moment.
    """

    def render_update(
        self,
        full: bool = False,
        screen_stack: list[Screen[Any]] | None = None,
        simplify: bool = False,
    ) -> RenderableType | None:
        """The whole screen when that is asked for; what changed waits for `paint`."""
        return super().render_update(full, screen_stack, simplify) if full else None

    def paint(self, behind: list[Screen[Any]]) -> None:
        """Paint what changed, over the screens behind it."""
        super().render_update(screen_stack=behind)


@contextmanager
def painting(*, always: bool) -> Iterator[None]:
    """In this block, screens are painted with every change, or once the app is still."""
    compositor = Compositor if always else WhenStill
    with patch.object(textual_screen, "Compositor", compositor):
        yield


@contextmanager
def rules_read_once() -> Iterator[None]:
    """In this block, what is read of a style sheet is kept for the next app: it has the same."""
    known: dict[tuple[object, ...], list[RuleSet]] = {}
    read = Stylesheet._parse_rules

    def rules(sheet: Stylesheet, *which: Any, **more: Any) -> list[RuleSet]:
        key = (*sheet._variables.items(), *which, *more.items())
        if key not in known:
            known[key] = read(sheet, *which, **more)
        return known[key]

    with patch.object(Stylesheet, "_parse_rules", rules):
        yield
