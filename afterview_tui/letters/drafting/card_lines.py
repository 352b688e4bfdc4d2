"""A letter laid out for a card, to be copied out by hand line by line."""

from __future__ import annotations

from collections.abc import Iterator

from afterview_tui.domain.columns import broken, columns
from afterview_tui.domain.recipients import Recipient
from afterview_tui.domain.records import Facts
from afterview_tui.domain.text import clean
from afterview_tui.letters.drafting.letterhead import recipient_lines

WIDTH = 40  # columns; about what one line of handwriting on a card holds


def lines(text: str, width: int = WIDTH) -> list[str]:
    """The lines of a letter, none wider than `width`, with an empty one between paragraphs.

    Lines that the user made stay apart. A word that is longer than a line goes
    on in the next.
    """
    laid_out: list[str] = []
    for line in clean(text).split("\n"):
        if line.strip():
            laid_out += [cut for one in broken(line, width) for cut in _cut(one, width)]
        elif laid_out and laid_out[-1]:
            laid_out.append("")
    return laid_out if laid_out and laid_out[-1] else laid_out[:-1]


def envelope(facts: Facts, to: Recipient) -> list[str]:
    """The lines to write on the envelope; none while no postal address is on file."""
    return recipient_lines(facts, to) if to.person.address.strip() else []


def _cut(line: str, width: int) -> Iterator[str]:
    """A line that is too wide in pieces that are not, at its spaces where it has any."""
    piece, taken = "", 0
    for character in line:
        needs = columns(character)
        if piece and taken + needs > width:
            head, space, tail = piece.rpartition(" ")
            yield head if space else piece
            piece = tail if space else ""
            taken = columns(piece)
        if piece or character != " ":
            piece, taken = piece + character, taken + needs
    yield piece
