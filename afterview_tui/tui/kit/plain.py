"""Text as it goes to the screen: never as markup, never with control characters."""

from __future__ import annotations

from collections.abc import Sequence

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


def set_in(text: Content, width: int, by: int = 2) -> Content:
    """A line on as many lines as it takes; what goes on from the first is set in."""
    if text.cell_length <= width:
        return text
    first, *others = text.wrap(max(1, width - by))
    return Content("\n").join([first, *(Content.assemble(" " * by, one) for one in others)])


def name_and_about(name: str, about: str, width: int) -> Content:
    """One line with a name, and at its right, quieter, what tells it from the others."""
    left = line(name)
    room = max(width // 2, width - left.cell_length - 2)
    return spread(left, line(about, "$foreground-muted").truncate(room, ellipsis=True), width)


def offered(key: Key) -> Content:
    """A key and what it does, which a click does too."""
    words = Content.assemble((key.label, "bold $text-accent"), " ", key.says)
    return words.stylize(f"@click=screen.{key.action.removeprefix('screen.')}")


def around(parts: Sequence[Content], place: int, width: int) -> Content:
    """The one at `place`, and as many of those around it as there is room for."""
    first, last = place, place + 1
    found = _listed(parts, first, last)
    if found.cell_length > width:
        return Content.assemble("‹ ", parts[place].truncate(width - 4, ellipsis=True), " ›")
    while (first, last) != (0, len(parts)):
        wider = [(first, min(last + 1, len(parts))), (max(first - 1, 0), last)]
        fitting = [
            (ends, one)
            for ends in wider
            if ends != (first, last) and (one := _listed(parts, *ends)).cell_length <= width
        ]
        if not fitting:
            break
        (first, last), found = fitting[0]
    return found


def _listed(parts: Sequence[Content], first: int, last: int) -> Content:
    """These, and a sign at each end where more are left out."""
    more = Content("… │ ") if first else Content("")
    still_more = Content(" │ …") if last < len(parts) else Content("")
    shown = Content(" │ ").join(parts[first:last])
    return Content.assemble("‹ ", more, shown, still_more, " ›")
