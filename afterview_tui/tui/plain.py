"""Text as it goes to the screen: never as markup, never with control characters."""

from __future__ import annotations

from textual.content import Content

from afterview_tui.domain.text import clean
from afterview_tui.tui.keys import Key


def plain(text: str, style: str = "") -> Content:
    """Text of the user's, literal. Rows from an older or a foreign hand are cleaned again."""
    return Content.styled(clean(text), style) if style else Content(clean(text))


def line(text: str, style: str = "") -> Content:
    """Text of the user's on one line."""
    return plain(" ".join(text.split()), style)


def spread(left: Content, right: Content, width: int) -> Content:
    """One line with the left part cut to fit before the right part."""
    room = max(0, width - right.cell_length - 1)
    cut = left.truncate(room, ellipsis=True)
    return cut.pad_right(max(0, width - cut.cell_length - right.cell_length)).append(right)


def name_and_about(name: str, about: str, width: int) -> Content:
    """One line with a name, and at its right, quieter, what tells it from the others."""
    left = line(name)
    room = max(width // 2, width - left.cell_length - 2)
    return spread(left, line(about, "$foreground-muted").truncate(room, ellipsis=True), width)


def offered(key: Key, mark: str = "") -> Content:
    """A key and what it does, which a click does too."""
    words = Content.assemble(mark, (key.label, "bold $text-accent"), " ", key.says)
    return words.stylize(f"@click=screen.{key.action.removeprefix('screen.')}")
