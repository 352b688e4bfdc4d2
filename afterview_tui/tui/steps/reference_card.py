"""The card of one reference: what to tell them, and what has happened with them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import ClassVar

from textual.binding import BindingType

from afterview_tui.domain import dates, reference_use
from afterview_tui.domain.records import Asked, Facts, Vouching
from afterview_tui.domain.task import Kind
from afterview_tui.domain.tasks import tasks
from afterview_tui.domain.text import clean
from afterview_tui.pages.brief import brief, brief_for_user, missing
from afterview_tui.pages.tell_outcome import message, tell_outcome
from afterview_tui.tui.keys import Where, bindings, key, named
from afterview_tui.tui.kit.numbered_page import NumberedPage, PageLine
from afterview_tui.tui.steps.reference_form import LABELS, reference_form

_ASKING = {"asked": Asked.ASKED, "agreed": Asked.AGREED, "declined": Asked.DECLINED}
_ANSWERS = (Asked.AGREED, Asked.DECLINED)
_EXCEPTIONS = ("declined", "not_needed")
_FILL = "fill"
_STATES = ("not_needed", "briefed", "called", "thanked", "told")
# Which line is to be done next, by what the four steps ask for.
_NEXT = {
    Kind.BRIEF: "briefed",
    Kind.THANK_REFERENCE: "thanked",
    Kind.TELL_REFERENCE: "told",
}
# What is noted with a line, where its name is no word for that.
_NOTED = {"not_needed": "no brief needed", "called": "called", "told": "told the outcome"}


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
        """What to tell them: the brief, with what is noted for the user alone, or how it ended."""
        return page_for(self.facts, self.vouching, self._is_telling, self.afterview.today, width)

    @property
    def text(self) -> str:
        """The same as it goes out: without what is for the user alone."""
        return going_out(self.facts, self.vouching, self._is_telling, self.afterview.today)

    def stem(self) -> str:
        """What the file of a copy is called."""
        return file_of(self.facts, self.vouching, self._is_telling)

    @property
    def _is_telling(self) -> bool:
        return self.begins_at() == _NEXT[Kind.TELL_REFERENCE]

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
            *([PageLine(_FILL, state=self._lacking)] if self._lacking else []),
        ]

    @property
    def _lacking(self) -> str:
        """What the brief lacks, as far as it is still to be told."""
        lacking = [] if self._is_telling else missing(self.facts, self.vouching)
        return ", ".join(LABELS[name].lower() for name in lacking)

    def begins_at(self) -> str:
        """The line for what is to be done next with them."""
        every = tasks(self.facts, self.afterview.today)
        of_them = [one for one in every if one.kind in _NEXT and one.subject == self.about]
        still = [one.kind for one in of_them if one.is_open]
        is_open = self._opened_for in still or not still
        return _NEXT[self._opened_for if is_open else still[0]]

    def do(self, name: str) -> None:
        """Note that something has happened today, or take it back; or fill what is missing."""
        if name == _FILL:
            self._open_form(only=missing(self.facts, self.vouching))
            return
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
        """Open the form with all that can be said of them, and the dates."""
        self._open_form()

    def _open_form(self, only: Sequence[str] = ()) -> None:
        facts, vouching, app = self.facts, self.vouching, self.afterview

        def save(said: Mapping[str, object]) -> None:
            self.store.references.write(vouching, facts.interview, **said)

        def answered(is_done: bool | None) -> None:
            if is_done:
                self.read_again()

        drafts, order = self.store.drafts, app.month_first
        form = reference_form(
            facts, vouching, app.today, save, drafts, only=only, month_first=order
        )
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


def page_for(facts: Facts, vouching: Vouching, is_telling: bool, today: date, width: int) -> str:
    """What there is to tell a reference, as the user reads it."""
    if is_telling and (words := tell_outcome(facts, vouching, today, width)):
        return words
    return brief_for_user(facts, vouching, today, width)


def going_out(facts: Facts, vouching: Vouching, is_telling: bool, today: date) -> str:
    """What there is to tell a reference, as it goes out of the program."""
    words = message(facts, vouching, today) if is_telling else ""
    return clean(words or brief(facts, vouching, today))


def file_of(facts: Facts, vouching: Vouching, is_telling: bool) -> str:
    """What the file of a copy is called."""
    interview, what = facts.interview, "outcome" if is_telling else "brief"
    return f"{interview.held_on} {interview.employer} {what} {vouching.person.name}"
