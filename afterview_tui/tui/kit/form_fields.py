"""The fields of a form: what they are, and the texts that are typed into them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from textual import events
from textual.content import Content
from textual.widgets import Input
from textual.widgets.text_area import Selection

from afterview_tui.domain.errors import AfterviewError
from afterview_tui.domain.text import clean, clean_line, fold
from afterview_tui.tui.kit.choice import Choice
from afterview_tui.tui.kit.text_box import TextBox, say_too_long

LONGEST_LINE = 1_000
LONGEST_BLOCK = 200_000

Values = dict[str, str]
# What a line that is typed may become; nothing when there is nothing to offer.
Offer = Callable[[str], str]
# The same, of a line and what all fields hold.
Suggest = Callable[[str, Values], str]


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a form: one line, a block of `lines` lines, or a choice of `options`.

    `suggest` is asked what the line under the cursor may become; it gets the
    line and what all fields hold. `looks_at` are the other fields that the
    hint of this one depends on. With `is_more` it is folded away until somebody comes to it. What
    `goes_along` is kept only with something else that was typed.
    """

    name: str
    label: str
    placeholder: str = ""
    lines: int = 1
    options: Sequence[tuple[str, str]] = ()
    value: str = ""
    suggest: Suggest | None = None
    looks_at: Sequence[str] = ()
    is_more: bool = False
    goes_along: bool = False


@dataclass(frozen=True, slots=True)
class Hint:
    """What is said beside a field while it is typed in; `doubt` stands below and keeps nobody.

    `label` is what the field is called from then on, where that depends on other fields.
    """

    text: str = ""
    is_problem: bool = False
    doubt: str = ""
    label: str = ""


class FieldProblem(AfterviewError):
    """One field keeps the form from being saved."""

    title = "One field needs another look"

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field


@dataclass(frozen=True, slots=True)
class FormQuestion:
    """What a form asks before it is saved; `choices` are (key, words, value), as in Choose."""

    title: str
    choices: Sequence[tuple[str, str, str]]
    answer: Callable[[str], None]
    field: str = ""


class Unanswered(AfterviewError):
    """Something is to be asked before the form can be saved."""

    title = "One question first"

    def __init__(self, question: FormQuestion) -> None:
        super().__init__(question.title)
        self.question = question


class Entry(Protocol):
    """What a field is typed or chosen in."""

    said: str


class Line(Input):
    """A line of text. A pasted block gives its first line that is not empty.

    What the line may become stands behind it as a ghost. The right arrow at
    the end takes it, and no other key does: what is typed ahead stays as typed.
    """

    def __init__(
        self,
        value: str,
        *,
        placeholder: str,
        id: str,  # noqa: A002
        entered: Callable[[Line], None],
        offer: Offer | None = None,
    ) -> None:
        self._entered = entered
        self._offer = offer
        self._offered = ""
        super().__init__(value, placeholder=placeholder, id=id, select_on_focus=False)

    async def action_submit(self) -> None:
        """Enter goes on at once: what is typed ahead belongs to the next field."""
        self._entered(self)

    def action_cursor_right(self, select: bool = False) -> None:
        """Take what is offered; else go on by a character."""
        offered = self._offered if self._suggestion and self.cursor_at_end and not select else ""
        self._suggestion = ""
        if offered:
            self.value = offered
            self.cursor_position = len(offered)
        else:
            super().action_cursor_right(select)

    def watch_value(self, value: str) -> None:
        """Offer what the line may become, while it is typed."""
        self._offered = _offered(self._offer, value) if self.has_focus else ""
        # Input shows what its suggestion has beyond the value.
        self._suggestion = value + _ghost(value, self._offered) if self._offered else ""

    @property
    def said(self) -> str:
        """What is typed, cleaned."""
        return clean_line(self.value)

    @said.setter
    def said(self, value: str) -> None:
        self.value = value

    def _on_paste(self, event: events.Paste) -> None:
        event.prevent_default()
        event.stop()
        text = clean_line(event.text)
        if len(text) + len(self.value) > LONGEST_LINE:
            say_too_long(self, f"A line may hold {LONGEST_LINE:,} characters; nothing was pasted.")
        elif text:
            selection = self.selection
            self.replace(text, *sorted((selection.start, selection.end)))


class Block(TextBox):
    """A few lines of text, in a form. The line under the cursor may have a ghost, as in Line."""

    def __init__(
        self,
        value: str,
        *,
        placeholder: str,
        id: str,  # noqa: A002
        offer: Offer | None = None,
    ) -> None:
        self._offer = offer
        self._offered = ""
        super().__init__(value, id=id, placeholder=Content(placeholder))
        self.move_cursor(self.document.end)

    def update_suggestion(self) -> None:
        """Offer what the line may become, while it is typed."""
        row, column = self.cursor_location
        line = self.document.get_line(row)
        is_typed = self.has_focus and self.selection.is_empty and column == len(line)
        self._offered = _offered(self._offer, line) if is_typed else ""
        self.suggestion = _ghost(line, self._offered) if self._offered else ""

    def watch_selection(self, before: Selection, now: Selection) -> None:
        """Who only moves about takes nothing on the way."""
        self.suggestion = ""

    def on_blur(self) -> None:
        """Who comes back later takes nothing by going on."""
        self.suggestion = ""

    def action_cursor_right(self, select: bool = False) -> None:
        """Take what is offered for the whole line; else go on by a character."""
        offered = self._offered if self.suggestion and not select else ""
        self.suggestion = ""
        if offered:
            row, column = self.cursor_location
            self.replace(offered, (row, 0), (row, column), maintain_selection_offset=False)
        else:
            super().action_cursor_right(select)

    @property
    def said(self) -> str:
        """What is typed, cleaned."""
        return clean(self.text).strip()

    @said.setter
    def said(self, value: str) -> None:
        self.text = value

    async def _on_paste(self, event: events.Paste) -> None:
        event.prevent_default()
        event.stop()
        text = clean(event.text)
        if len(text) + len(self.text) > LONGEST_BLOCK:
            say_too_long(self, f"This may hold {LONGEST_BLOCK:,} characters; nothing was pasted.")
        else:
            await super()._on_paste(events.Paste(text))
            self.update_suggestion()


def entry_of(
    field: Field, value: str, values: Callable[[], Values], entered: Callable[[Line], None]
) -> Line | Block | Choice:
    """What a field is typed or chosen in; `values` are what all fields of its form hold."""
    suggest, name = field.suggest, f"field-{field.name}"
    offer = None if suggest is None else lambda line: suggest(line, values())
    if field.options:
        return Choice(field.options, value, id=name)
    if field.lines > 1:
        return Block(value, placeholder=field.placeholder, id=name, offer=offer)
    return Line(value, placeholder=field.placeholder, id=name, entered=entered, offer=offer)


def left(field: Field, value: str) -> str:
    """What a field holds in which this was left, as long as nobody comes to it."""
    if field.options:
        values = [one for _, one in field.options]
        return value if value in values else values[0]
    return clean(value).strip() if field.lines > 1 else clean_line(value)


def _offered(offer: Offer | None, line: str) -> str:
    return clean_line(offer(line)) if offer is not None and line.strip() else ""


def _ghost(line: str, offered: str) -> str:
    """What is shown behind the line: its rest, or the whole where taking it changes more."""
    typed, rest = offered[: len(line)], offered[len(line) :]
    return rest if rest and fold(typed) == fold(line) else f"  → {offered}"
