"""What the main screen knows: the agenda, and which interview is shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from textual.screen import Screen
from textual.widget import AwaitMount

from afterview_tui.domain.agenda import Agenda, Case, Order, case
from afterview_tui.domain.errors import NotSaved
from afterview_tui.domain.records import Interview
from afterview_tui.tui.dialogs.form import Form
from afterview_tui.tui.panes.interviews import Listed
from afterview_tui.tui.screens.place import Place

Answer = TypeVar("Answer")


class RecordsScreen(Place[None]):
    """Reads the file and keeps what is read true. A subclass shows it."""

    def __init__(self) -> None:
        super().__init__()
        self.agenda = Agenda({}, self.afterview.today)
        self.selected: int | None = None
        self.order = Order.NEED
        self.filter = ""
        self._found: set[int] | None = None
        self._is_unfolded = False
        self._older: list[Interview] | None = None
        self._older_count = 0
        self._stamp = 0
        self._older_case: Case | None = None

    @property
    def is_empty(self) -> bool:
        """Whether there is no interview on file at all."""
        return not self.agenda.cases and not self._older_count and not self.filter

    @property
    def listed(self) -> Listed:
        """What the list of interviews shows: all of them, or those that the filter leaves."""
        agenda = self.agenda if self._found is None else self.agenda.only(self._found)
        return Listed(agenda, self._older_count, self._older, self.order, self.filter)

    @property
    def case(self) -> Case | None:
        """The interview shown, with its tasks."""
        if self.selected is None or self.selected in self.agenda.cases:
            return self.agenda.cases.get(self.selected or 0)
        if self._older_case is None or self._older_case.id != self.selected:
            found = None
            with self.reporting():
                found = self.store.interviews.facts(self.selected)
            self._older_case = case(found, self.agenda.today) if found is not None else None
        return self._older_case

    def select(self, interview_id: int) -> bool:
        """Show another interview from now on. False when it is shown already."""
        is_other = interview_id != self.selected
        self.selected = interview_id
        return is_other

    def read_all(self) -> None:
        """Read every open interview. What was selected stays so, or the first is."""
        today = self.afterview.today
        self._older_case = None
        self.agenda = Agenda.of(self.store.interviews.open_ones(today), today)
        self._stamp = self.store.file.stamp()
        self._find()
        if self.case is None:
            self.selected = next(iter(self.listed.ids), None)
        self.show_all()

    def read_one(self) -> None:
        """Read the interview shown again, after something small was written."""
        self._older_case = None
        if self.selected in self.agenda.cases:
            found = self.store.interviews.facts(self.selected)
            if found is None:  # another window removed it: what is known of it is old
                self.read_all()
                return
            one = case(found, self.agenda.today)
            cases = {**self.agenda.cases, self.selected: one}
            self.agenda = Agenda(cases, self.agenda.today)
        self.show_all()

    def read_if_changed(self) -> None:
        """Read again when another window changed the file, or a new day began."""
        with self.reporting():
            is_new_day = self.afterview.today != self.agenda.today
            if is_new_day:
                self.afterview.back_up()
            if is_new_day or self.store.file.stamp() != self._stamp:
                self.read_all()

    def fold_closed(self) -> None:
        """Show the interviews that ended long ago, or fold them again."""
        self._is_unfolded = not self._is_unfolded
        self._find()
        self.show_all()

    def filter_by(self, said: str) -> None:
        """List only the interviews in which these words are found; all of them for none."""
        self.filter = said
        self._find()
        ids = self.listed.ids
        if self.selected not in ids and ids:
            self.selected = ids[0]
        self.show_all()

    def reveal(self, interview_id: int) -> None:
        """Show an interview that is on file, and have it in the list, whatever hid it there."""
        with self.reporting():
            self.filter, self.selected = "", interview_id
            self._find()
            if interview_id not in self.listed.ids:
                self._is_unfolded = True
                self._find()
            self.show_all()

    def write(self, do: Callable[[Case], object], said: str = "") -> None:
        """Change the file for the interview shown, show the result, say what was done."""
        with self.reporting():
            if self.case is None:
                self.read_all()  # so that one is shown that is there
                raise NotSaved("This interview is no longer on file; another window removed it.")
            do(self.case)
            self.read_all()  # what is done here may settle a line of another interview
            if said:
                self.afterview.say(said)

    def ask(self, form: Form, done: Callable[[], None] | None = None) -> AwaitMount:
        """Open a form; when it is finished, read again what it may have changed.

        Await it where keys may follow at once: until then they are the pane's.
        """

        def answered(is_done: bool | None) -> None:
            if is_done:
                self.read_again()
                if done is not None:
                    done()

        return self.app.push_screen(form, answered)

    def choose(
        self, dialog: Screen[Answer | None], answer: Callable[[Answer], object]
    ) -> AwaitMount:
        """Open a dialog about the interview shown; None is no answer.

        What is answered is for this interview, whichever is shown by then:
        another window may have removed it meanwhile.
        """
        asked = self.selected

        def answered(said: Answer | None) -> None:
            if said is not None:
                self.selected = asked
                answer(said)

        return self.app.push_screen(dialog, answered)

    def read_again(self, _: object = None) -> None:
        """Read everything again, after a dialog that may have changed any of it."""
        with self.reporting():
            self.read_all()

    def show_all(self) -> None:
        """Show what was read."""
        raise NotImplementedError

    def _find(self) -> None:
        """Look up what the filter leaves; the closed ones are read only when they are shown."""
        interviews, today = self.store.interviews, self.agenda.today
        self._found = self.store.search.interviews(self.filter) if self.filter else None
        is_shown = self._is_unfolded or self._found is not None
        self._older = interviews.closed(today, self._found) if is_shown else None
        self._older_count = (
            interviews.closed_count(today) if self._older is None else len(self._older)
        )
