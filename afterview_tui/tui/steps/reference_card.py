"""The card of one reference: what to tell them, and what has happened with them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from itertools import zip_longest
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from afterview_tui.domain import dates, reference_use
from afterview_tui.domain.records import Asked, Facts, Reference, Vouching
from afterview_tui.pages.brief import brief
from afterview_tui.storage.changes import Undone
from afterview_tui.storage.drafts import Drafts
from afterview_tui.storage.references import NOTED, References
from afterview_tui.tui.keys import Where, bindings, named
from afterview_tui.tui.kit.date_hints import date_hint, date_in
from afterview_tui.tui.kit.form import Field, Form, Hint, Values
from afterview_tui.tui.kit.page import PageScreen
from afterview_tui.tui.kit.plain import line, offered

# Reads the reference as it is now on file; None when it is no longer there.
Read = Callable[[], tuple[Facts, Vouching] | None]
Save = Callable[[str, dict[str, date | None]], object]

MARKED, NOT_MARKED = "✓ ", "○ "
_BETWEEN = 4  # columns, where the states stand in two columns
_ASKING = {
    "reference.asked": Asked.ASKED,
    "reference.agreed": Asked.AGREED,
    "reference.declined": Asked.DECLINED,
}
_STATES = {
    "reference.briefed": "briefed_on",
    "reference.not_needed": "not_needed_on",
    "reference.called": "called_on",
    "reference.thanked": "thanked_on",
    "reference.told": "told_on",
}
_LABELS = {
    "briefed_on": "Briefed",
    "not_needed_on": "Not needed yet",
    "called_on": "They were called",
    "thanked_on": "Thanked",
    "told_on": "Told the outcome",
}
_ASKED_LABELS = {
    Asked.ASKED: "Asked",
    Asked.AGREED: "Said yes",
    Asked.DECLINED: "Declined",
}


class ReferenceCard(PageScreen[None]):
    """Every state has a key; the same key takes it back."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.REFERENCE)]

    def __init__(
        self,
        read: Read,
        today: date,
        references: References,
        drafts: Drafts,
        undo: Callable[[], Undone],
        *,
        month_first: bool | None = None,
    ) -> None:
        super().__init__()
        self._read = read
        self._today = today
        self._references = references
        self._drafts = drafts
        self._undo = undo
        self._month_first = month_first
        self._found: tuple[Facts, Vouching] | None = None

    def on_mount(self) -> None:
        """Read the reference."""
        self._read_again()

    def heading(self) -> tuple[str, str]:
        """Whose card it is, and for which interview."""
        if self._found is None:
            return "", ""
        facts, vouching = self._found
        return f"Reference · {vouching.person.shown}", facts.interview.employer

    def page(self, width: int) -> str:
        """The brief."""
        return brief(*self._found, self._today, width) if self._found is not None else ""

    def stem(self) -> str:
        """What the file of a copy is called."""
        return file_of(*self._found) if self._found is not None else "brief"

    def foot(self, width: int) -> Sequence[Content]:
        """How much they are asked for, how the asking stands, and what has happened."""
        if self._found is None:
            return []
        _, vouching = self._found
        asking, states = self._asking(vouching.reference), self._states(vouching)
        used = reference_use.words(vouching.use, self._today)
        quiet = [line(used, "$foreground-muted")] if used else []
        return [*quiet, *_beside(asking, states, width)]

    def action_ask(self, asked: str) -> None:
        """Note how the asking stands, or take it back."""
        with self.reporting():
            if self._found is not None:
                _, vouching = self._found
                reference, wanted = vouching.reference, Asked(asked)
                if reference.asked is wanted:
                    wanted = Asked.NOT_ASKED
                self._references.ask(reference, vouching.person, wanted, self._today)
                self._read_again()

    def action_note(self, field: str) -> None:
        """Note that something has happened today, or take it back."""
        with self.reporting():
            if self._found is not None:
                _, vouching = self._found
                is_marked = getattr(vouching.briefing, field) is not None
                self._references.note(vouching, field, None if is_marked else self._today)
                self._read_again()

    def action_notes(self) -> None:
        """Open the form with the note and the dates."""
        if self._found is None:
            return
        _, vouching = self._found

        def save(note: str, noted: dict[str, date | None]) -> None:
            self._references.write(vouching, note, **noted)

        def answered(is_done: bool | None) -> None:
            if is_done:
                self._read_again()

        order = self._month_first
        form = reference_notes(vouching, self._today, save, self._drafts, month_first=order)
        self.app.push_screen(form, answered)

    def action_undo(self) -> None:
        """Take back the last change, whatever it was, and say which."""
        with self.reporting():
            done = self._undo()
            self.afterview.say(f"Undone: {done.sentence}")
            self._read_again()

    def _read_again(self) -> None:
        """Show what is on file now; without the reference there is nothing to show."""
        with self.reporting():
            self._found = self._read()
            if self._found is None:
                self.dismiss(None)
            else:
                self.show()

    def _asking(self, reference: Reference) -> list[Content]:
        return self._column(
            [
                (key_id, reference.asked is asked, reference.asked_on)
                for key_id, asked in _ASKING.items()
            ]
        )

    def _states(self, vouching: Vouching) -> list[Content]:
        noted = {key_id: getattr(vouching.briefing, field) for key_id, field in _STATES.items()}
        return self._column([(key_id, on is not None, on) for key_id, on in noted.items()])

    def _column(self, rows: Sequence[tuple[str, bool, date | None]]) -> list[Content]:
        """A line a state: its mark, its key, and since when."""
        states = [
            offered(named(key_id), MARKED if is_marked else NOT_MARKED)
            for key_id, is_marked, _ in rows
        ]
        widest = max(state.cell_length for state in states)
        lines = []
        for state, (_, is_marked, on) in zip(states, rows, strict=True):
            day = dates.short(on, self._today) if is_marked and on is not None else ""
            padding = " " * (widest - state.cell_length + 2)
            lines.append(Content.assemble(state, padding, line(day, "$foreground-muted")))
        return lines


def file_of(facts: Facts, vouching: Vouching) -> str:
    """What the file of a copied brief is called."""
    interview = facts.interview
    return f"{interview.held_on} {interview.employer} brief {vouching.person.name}"


def _beside(left: Sequence[Content], right: Sequence[Content], width: int) -> list[Content]:
    """Two columns where there is room for them, else one under the other."""
    column = max(one.cell_length for one in left) + _BETWEEN
    if column + max(one.cell_length for one in right) > width:
        return [*left, *right]
    both = zip_longest(left, right, fillvalue=Content(""))
    return [one.pad_right(column - one.cell_length).append(other) for one, other in both]


def reference_notes(
    vouching: Vouching,
    today: date,
    save: Save,
    drafts: Drafts,
    *,
    month_first: bool | None = None,
) -> Form:
    """The note on a reference and the dates, in words. `save` gets both."""
    briefing, reference = vouching.briefing, vouching.reference
    labels = {**_LABELS}
    noted = {field: getattr(briefing, field) for field in NOTED}
    if reference.asked is not Asked.NOT_ASKED:
        labels = {"asked_on": _ASKED_LABELS[reference.asked], **labels}
        noted["asked_on"] = reference.asked_on

    def value(field: str) -> str:
        on = noted[field]
        return dates.full(on) if on is not None else ""

    def hint(name: str, values: Values) -> Hint:
        if name not in labels:
            return Hint()
        return date_hint(values[name], today, "past", month_first=month_first)

    def finish(values: Values) -> object:
        read = {
            field: date_in(field, values[field], today, "past", month_first=month_first)
            for field in labels
        }
        return save(values["note"], read)

    fields = [Field("note", "Note", "best after six, on the mobile", 3, value=briefing.note)]
    fields += [Field(field, label, value=value(field)) for field, label in labels.items()]
    return Form(
        vouching.person.shown,
        fields,
        finish,
        hint=hint,
        drafts=drafts,
        draft=f"briefing:{briefing.id}",
    )
