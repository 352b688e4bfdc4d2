"""Dialogs that do not hide what they lie over."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from rich.console import RenderableType
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.css.styles import RulesMap
from textual.renderables.background_screen import BackgroundScreen
from textual.screen import ModalScreen, ScreenResultType
from textual.strip import Strip
from textual.style import Style as ContentStyle
from textual.visual import RenderOptions, Visual


class Behind(BackgroundScreen, Visual):
    """The screen behind, in a colour that is laid over it. Nothing in it can be clicked.

    A screen has a few dozen styles and hundreds of pieces of text: each style is mixed once,
    where Textual mixes that of every piece, and takes several times as long.
    """

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """All there is."""
        return container_width

    def get_height(self, rules: RulesMap, width: int) -> int:
        """As high as the screen."""
        return self.screen.size.height

    def render_strips(
        self, width: int, height: int | None, style: ContentStyle, options: RenderOptions
    ) -> list[Strip]:
        """The lines of the screen."""
        strips = self.screen._compositor.render_strips()[:height]
        return [Strip(self._mixed(one), one.cell_length) for one in strips]

    def _mixed(self, strip: Strip) -> Iterator[Segment]:
        for text, style, control in strip:
            bare = style.clear_meta_and_links() if style is not None else Style.null()
            yield Segment(text, _mixed(bare, self.color), control)


@lru_cache(1024)
def _mixed(style: Style, colour: Color) -> Style:
    if colour.a == 0:
        return style
    inks = (
        (Color.from_rich_color(one) + colour).rich_color if one is not None else None
        for one in (style.color, style.bgcolor)
    )
    return style + Style.from_color(*inks)


class Over(ModalScreen[ScreenResultType]):
    """A dialog that does not hide what it lies over."""

    def render(self) -> RenderableType:
        """What stands behind everything on it: the screen below, in a colour."""
        shown = super().render()
        return Behind(shown.screen, shown.color) if isinstance(shown, BackgroundScreen) else shown
