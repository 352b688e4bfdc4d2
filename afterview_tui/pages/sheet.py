"""A page of lists under headings that keeps to a length, as plain text and as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from afterview_tui.domain.columns import broken, columns
from afterview_tui.pages.markdown import escaped
from afterview_tui.pages.page_lines import WIDTH, kept, labelled, wrapped

LONGEST = 48  # lines, at WIDTH: two screens of the smallest usual terminal
# Lines, at the most, for one thing on a list; the fewer where there are many lists.
_ITEM = (2, 1)
SET_IN = 4  # columns by which an answer is set in


@dataclass(frozen=True, slots=True)
class Item:
    """One thing on a list, where it comes from, and what is said to it, in lines of its own."""

    text: str
    source: str = ""
    answer: str = ""

    @property
    def tail(self) -> str:
        """Where it comes from, as it stands behind the words."""
        return f" ({self.source})" if self.source else ""

    def lines(self, width: int) -> list[str]:
        """The item with its dash. Where it comes from stays together, where that fits a line."""
        lines, tail, room = broken(self.text, width - 2), self.tail, width - 2
        if lines and columns(f"{lines[-1]}{tail}") <= room:
            lines[-1] += tail
        else:
            lines += broken(tail, room)
        first, *others = lines or [""]
        answer = wrapped(self.answer, width - SET_IN)
        return [
            f"- {first}",
            *(f"  {line}" for line in others),
            *(f"{' ' * SET_IN}{line}" for line in answer),
        ]

    def markdown(self) -> str:
        """The same in Markdown."""
        answer = (f"  - {escaped(line)}" for line in wrapped(self.answer, WIDTH - SET_IN))
        return "\n".join([f"- {escaped(f'{self.text}{self.tail}')}", *answer])


@dataclass(frozen=True, slots=True)
class Section:
    """A list under its heading. `every` is how many there are on file."""

    name: str
    items: tuple[Item, ...]
    every: int = 0

    @property
    def heading(self) -> str:
        """What is on the list, and of how many it is the first."""
        shown = len(self.items)
        return f"{self.name}, {shown} of {self.every}" if shown < self.every else self.name


@dataclass(frozen=True, slots=True)
class Sheet:
    """What stands on the page, whatever it is written as."""

    title: str
    note: str
    rows: tuple[tuple[str, str], ...]
    sections: tuple[Section, ...] = ()

    @property
    def headings(self) -> frozenset[str]:
        """The lines that stand above something."""
        return frozenset([self.title, *(section.heading for section in self.sections)])

    @property
    def sources(self) -> frozenset[str]:
        """Where things come from, as the ends of lines say it."""
        every = (item.tail.strip() for section in self.sections for item in section.items)
        return frozenset(filter(None, every))

    def text(self, width: int = WIDTH) -> str:
        """The sheet as plain text, no line wider than `width` unless it is a single word."""
        lines = _head(self, width)
        for section in self.sections:
            lines += ["", section.heading]
            lines += [line for item in section.items for line in item.lines(width)]
        return "\n".join(lines)

    def markdown(self) -> str:
        """The same in Markdown."""
        blocks = [f"# {escaped(self.title)}"]
        if self.note:
            blocks.append(escaped(self.note))
        if self.rows:
            blocks.append("\n".join(_as_list(self.rows)))
        for section in self.sections:
            items = [item.markdown() for item in section.items]
            blocks += [f"## {escaped(section.heading)}", "\n".join(items)]
        return "\n\n".join(blocks)


def fitted(sheet: Sheet, sections: Sequence[Section]) -> Sheet:
    """The sheet with as many of each list as there is room for, in turns; one at the least.

    What is chosen is the same at any width, and on paper.
    """
    room = LONGEST - len(_head(sheet, WIDTH))
    for most in _ITEM:
        short = [_short(one, room, most) for one in sections]
        left = room - sum(2 + len(one.items[0].lines(WIDTH)) for one in short)
        if left >= 0:
            break
    shown = [1] * len(short)
    growing = list(range(len(short)))
    while growing:
        for number in tuple(growing):
            items = short[number].items
            taken = len(items[shown[number]].lines(WIDTH)) if shown[number] < len(items) else 0
            if taken and taken <= left:
                shown[number] += 1
                left -= taken
            else:
                growing.remove(number)
    chosen = [replace(one, items=one.items[:n]) for one, n in zip(short, shown, strict=True)]
    return replace(sheet, sections=tuple(chosen))


def _short(section: Section, room: int, most: int) -> Section:
    """The section with as many items as could have room, each on as few lines."""
    items = (
        replace(one, text=kept(one.text, WIDTH - 2, most, after=columns(one.tail)))
        for one in section.items[:room]
    )
    return replace(section, items=tuple(items))


def _head(sheet: Sheet, width: int) -> list[str]:
    """What stands above the lists."""
    lines = broken(sheet.title, width)
    for block in (broken(sheet.note, width), labelled(sheet.rows, width)):
        lines += ["", *block] if block else []
    return lines


def _as_list(rows: Iterable[tuple[str, str]]) -> Iterator[str]:
    for label, text in rows:
        first, *others = text.split("\n")
        if not others:
            yield f"- **{label}:** {escaped(first)}"
            continue
        yield f"- **{label}:**"
        yield from (f"  - {escaped(line)}" for line in (first, *others))
