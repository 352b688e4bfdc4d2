"""What the main screen knows: the agenda, and which interview is shown."""

from __future__ import annotations

from afterview_tui.domain.agenda import Agenda, Case, Group, case
from afterview_tui.domain.records import Interview
from afterview_tui.tui.screens.place import Place


class RecordsScreen(Place[None]):
    """Reads the file and keeps what is read true. A subclass shows it."""

    def __init__(self) -> None:
        super().__init__()
        self.agenda = Agenda({}, self.afterview.today)
        self.older: list[Interview] | None = None
        self.older_count = 0
        self.selected: int | None = None
        self._stamp = 0
        self._older_case: Case | None = None

    @property
    def case(self) -> Case | None:
        """The interview shown, with its tasks."""
        if self.selected is None or self.selected in self.agenda.cases:
            return self.agenda.cases.get(self.selected or 0)
        if self._older_case is None or self._older_case.id != self.selected:
            found = self.store.interviews.facts(self.selected)
            self._older_case = case(found, self.agenda.today) if found is not None else None
        return self._older_case

    def read_all(self) -> None:
        """Read every open interview. What was selected stays so, or the first is."""
        today = self.afterview.today
        self._older_case = None
        self.agenda = Agenda.of(self.store.interviews.open_ones(today), today)
        self.older_count = self.store.interviews.closed_count(today)
        if self.older is not None:
            self.older = self.store.interviews.closed(today)
        self._stamp = self.store.file.stamp()
        if self.case is None:
            self.selected = self._first()
        self.show_all()

    def read_one(self) -> None:
        """Read the interview shown again, after something small was written."""
        self._older_case = None
        if self.selected in self.agenda.cases:
            found = self.store.interviews.facts(self.selected)
            if found is not None:
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
        """Show the closed interviews, or fold them again."""
        today = self.agenda.today
        self.older = self.store.interviews.closed(today) if self.older is None else None
        self.show_all()

    def show_all(self) -> None:
        """Show what was read."""
        raise NotImplementedError

    def _first(self) -> int | None:
        for group in Group:
            if cases := self.agenda.group(group):
                return cases[0].id
        return None
