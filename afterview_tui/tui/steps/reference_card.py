"""The card of one reference: what to tell them, and what has happened with them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import ClassVar

from textual.binding import BindingType

from afterview_tui.domain import dates, reference_use
from afterview_tui.domain.records import Asked, Facts, Vouching
from afterview_tui.domain.task import Kind
from afterview_tui.domain.tasks import tasks
from afterview_tui.pages.brief import brief
from afterview_tui.storage.drafts import Drafts
from afterview_tui.storage.references import NOTED
from afterview_tui.tui.keys import Where, bindings, key, named
from afterview_tui.tui.kit.date_hints import date_hint, date_in
from afterview_tui.tui.kit.form import Field, Form, Hint, Values
from afterview_tui.tui.kit.numbered_page import NumberedPage, PageLine

# Takes the note on a reference, and the dates.
Save = Callable[[str, dict[str, date | None]], object]

_ASKING = {"asked": Asked.ASKED, "agreed": Asked.AGREED, "declined": Asked.DECLINED}
_ANSWERS = (Asked.AGREED, Asked.DECLINED)
_EXCEPTIONS = ("declined", "not_needed")
_STATES = ("not_needed", "briefed", "called", "thanked", "told")
# Which line is to be done next, by what the four steps ask for.
_NEXT = {
    Kind.BRIEF: "briefed",
    Kind.THANK_REFERENCE: "thanked",
    Kind.TELL_REFERENCE: "told",
}
_LABELS = {
    "briefed_on": "Briefed",
    "not_needed_on": "Not needed yet",
    "called_on": "They were called",
    "thanked_on": "Thanked",
    "told_on": "Told the outcome",
}
# What is noted with a line, where its name is no word for that.
_NOTED = {"not_needed": "no brief needed", "called": "called", "told": "told the outcome"}
_ASKED_LABELS = {
    Asked.ASKED: "Asked",
    Asked.AGREED: "Said yes",
    Asked.DECLINED: "Declined",
}


class ReferenceCard(NumberedPage[None]):
    """The brief, and a line for each state: doing it once more takes it back."""

    OF = "reference"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.REFERENCE)]

    def __init__(self, facts: Facts, briefing_id: int, opened_for: Kind = Kind.BRIEF) -> None:
        """`opened_for` is what is to be done with them."""
        super().__init__(facts, briefing_id)
        self._opened_for = opened_for

    def ids_in(self, facts: Facts) -> Sequence[int]:
        """The ids of the briefings."""
        return [one.briefing.id for one in facts.vouching]

    @property
    def vouching(self) -> Vouching:
        """Whose card it is."""
        return next(one for one in self.facts.vouching if one.briefing.id == self.about)

    @property
    def above(self) -> str:
        """Whose card it is."""
        return f"Reference · {self.vouching.person.shown}"

    def page(self, width: int) -> str:
        """The brief."""
        return brief(self.facts, self.vouching, self.afterview.today, width)

    def stem(self) -> str:
        """What the file of a copy is called."""
        return file_of(self.facts, self.vouching)

    def said(self) -> str:
        """How much they are asked for."""
        return reference_use.words(self.vouching.use, self.afterview.today)

    def lines(self) -> Sequence[PageLine]:
        """How the asking stands, and what has happened."""
        reference, briefing = self.vouching.reference, self.vouching.briefing
        days = {name: getattr(briefing, f"{name}_on") for name in _STATES}
        return [
            *(
                self._line(name, reference.asked is asked, reference.asked_on)
                for name, asked in _ASKING.items()
            ),
            *(self._line(name, day is not None, day) for name, day in days.items()),
        ]

    def begins_at(self) -> str:
        """The line for what is to be done next with them."""
        every = tasks(self.facts, self.afterview.today)
        of_them = [one for one in every if one.kind in _NEXT and one.subject == self.about]
        still = [one.kind for one in of_them if one.is_open]
        is_open = self._opened_for in still or not still
        return _NEXT[self._opened_for if is_open else still[0]]

    def do(self, name: str) -> None:
        """Note that something has happened today, or take it back."""
        vouching, today = self.vouching, self.afterview.today
        is_marked = next(one.is_marked for one in self.lines() if one.name == name)
        if (asked := _ASKING.get(name)) is not None:
            wanted = Asked.NOT_ASKED if vouching.reference.asked is asked else asked
            self.store.references.ask(vouching.reference, vouching.person, wanted, today)
        else:
            self.store.references.note(vouching, f"{name}_on", None if is_marked else today)
        says = named(f"{self.OF}.{name}").says
        did = f"“{says}” taken off" if is_marked else f"{_NOTED.get(name, says.lower())} today"
        self.afterview.say(f"{vouching.person.shown}: {did}. {key('lines.undo')} takes it back.")
        self.read_again()

    def action_notes(self) -> None:
        """Open the form with the note and the dates."""
        vouching, app = self.vouching, self.afterview

        def save(note: str, noted: dict[str, date | None]) -> None:
            self.store.references.write(vouching, note, **noted)

        def answered(is_done: bool | None) -> None:
            if is_done:
                self.read_again()

        drafts, order = self.store.drafts, app.month_first
        form = reference_notes(vouching, app.today, save, drafts, month_first=order)
        self.app.push_screen(form, answered)

    def _line(self, name: str, is_marked: bool, on: date | None) -> PageLine:
        """A state: since when, or that it is not so."""
        if not is_marked:
            return PageLine(name, False, _not_so(name, self.vouching.reference.asked))
        return PageLine(name, True, dates.short(on, self.afterview.today) if on else "yes")


def _not_so(name: str, asked: Asked) -> str:
    """What there is to say of a state that is not marked."""
    if name == "asked" and asked in _ANSWERS:
        return "answered"
    is_no = name in _EXCEPTIONS or (name == "agreed" and asked is Asked.DECLINED)
    return "no" if is_no else "not yet"


def file_of(facts: Facts, vouching: Vouching) -> str:
    """What the file of a copied brief is called."""
    interview = facts.interview
    return f"{interview.held_on} {interview.employer} brief {vouching.person.name}"


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
