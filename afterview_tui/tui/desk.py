"""What lies on the desk: every interview on file, the one that is shown, and how they are listed.

It knows nothing of a screen. Whoever shows what lies here watches it and is told of changes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from typing import TYPE_CHECKING

from afterview_tui.domain.agenda import Agenda, Case, Group, Order, case
from afterview_tui.domain.errors import AfterviewError, FileBusy, NotSaved
from afterview_tui.domain.records import Interview, Question
from afterview_tui.storage import facts
from afterview_tui.storage.changes import Undone
from afterview_tui.storage.store import Store

if TYPE_CHECKING:  # comes along with the first form
    from afterview_tui.domain.people import Known

GROUPS = (Group.TODAY, Group.COMING_UP, Group.WAITING, Group.AFTER)
GONE = "This interview is no longer on file; another window removed it."


class Changed(Enum):
    """What is other than before."""

    FILE = auto()  # everything was read anew
    LIST = auto()  # how the interviews are listed, or what is known of the one shown
    CASE = auto()  # another interview is shown


@dataclass(frozen=True)
class Listed:
    """What the list of interviews is to show.

    `older` are the interviews that ended long ago, None while they are folded;
    `older_count` is how many there are. In those that are `damaged`, something cannot be read
    as it was.
    """

    agenda: Agenda
    older_count: int = 0
    older: Sequence[Interview] | None = None
    order: Order = Order.NEED
    damaged: frozenset[int] = frozenset()

    @property
    def ids(self) -> list[int]:
        """The interviews that can be seen in the list; those under a fold cannot."""
        groups = GROUPS if self.older is None else Group
        threads = [thread for group in groups for thread in self.agenda.group(group)]
        rounds = [one.id for thread in threads for one in thread.rounds]
        return [*rounds, *(interview.id for interview in self.older or ())]


class Desk:
    """Reads the file and keeps what is read true; writes to it through its one door.

    `today` tells the local date. What cannot be read while something is only
    looked at goes to `report`; everything else raises what the file raises.
    """

    def __init__(
        self,
        store: Store,
        today: Callable[[], date],
        report: Callable[[AfterviewError], object],
    ) -> None:
        self.store = store
        self.agenda = Agenda({}, today())
        self.selected: int | None = None
        self.order = Order.NEED
        self._today = today
        self._report = report
        self._damaged: frozenset[int] = frozenset()
        self._watching: list[Callable[[Changed], object]] = []
        self._is_unfolded = False
        self._older: list[Interview] | None = None
        self._older_count = 0
        self._older_case: Case | None = None
        self._stamp = 0
        self._known: tuple[int, list[Known]] | None = None  # and the stamp as of which
        store.file.watch(self._forget_known)

    def watch(self, tell: Callable[[Changed], object]) -> None:
        """Have `tell` called whenever something is other than before."""
        self._watching.append(tell)

    @property
    def today(self) -> date:
        """The day for which everything here was read."""
        return self.agenda.today

    @property
    def is_empty(self) -> bool:
        """Whether there is no interview on file at all."""
        return not self.agenda.cases and not self._older_count

    @property
    def listed(self) -> Listed:
        """What the list of interviews shows."""
        return Listed(self.agenda, self._older_count, self._older, self.order, self._damaged)

    def mark(self, damaged: frozenset[int]) -> None:
        """List these interviews as damaged inside."""
        if damaged != self._damaged:
            self._damaged = damaged
            self._tell(Changed.LIST)

    @property
    def case(self) -> Case | None:
        """The interview shown, with its tasks."""
        if self.selected is None or self.selected in self.agenda.cases:
            return self.agenda.cases.get(self.selected or 0)
        if self._older_case is None or self._older_case.id != self.selected:
            found = None
            try:
                found = facts.of(self.store.file, self.selected)
            except AfterviewError as error:
                self._report(error)
            self._older_case = case(found, self.agenda.today) if found is not None else None
        return self._older_case

    def known(self) -> list[Known]:
        """Everybody on file, for the forms; they also work without. Read again when it changed."""
        try:
            stamp = self.store.file.stamp()
            if self._known is None or self._known[0] != stamp:
                self._known = stamp, self.store.people.all()
        except AfterviewError as error:
            self._report(error)
            return []
        return self._known[1]

    def _forget_known(self) -> None:
        self._known = None

    def read(self) -> None:
        """Read every open interview. What was selected stays so, or what is due first is."""
        today, stamp = self._today(), self.store.file.stamp()
        agenda = Agenda.of(facts.open_ones(self.store.file, today), today)
        self._older_case = None
        self.agenda = agenda
        self._find_older()
        self._stamp = stamp  # what another window writes from here on is read the next time
        if self.case is None:
            due = (task.interview_id for task in self.agenda.due)
            self.selected = next(due, next(iter(self.listed.ids), None))
        self._tell(Changed.FILE)

    def read_case(self, interview_id: int = 0) -> None:
        """Read an interview again, the one shown or this, after something small was written."""
        self._older_case = None
        if (again := interview_id or self.selected) in self.agenda.cases:
            found = facts.of(self.store.file, again)
            if found is None:  # another window removed it: what is known of it is old
                self.read()
                return
            if found == self.agenda.cases[again].facts:
                return  # then all that is shown of it is as it was
            one = case(found, self.agenda.today)
            cases = {**self.agenda.cases, again: one}
            self.agenda = Agenda(cases, self.agenda.today)
        self._tell(Changed.LIST)

    @property
    def is_of_yesterday(self) -> bool:
        """Whether a new day began since everything was read."""
        return self._today() != self.agenda.today

    def read_if_changed(self) -> None:
        """Read again when another window changed the file, or a new day began."""
        with suppress(FileBusy):  # nobody asked, and it is looked again soon
            if self.is_of_yesterday or self.store.file.stamp() != self._stamp:
                self.read()

    def select(self, interview_id: int) -> None:
        """Show another interview from now on."""
        if interview_id != self.selected:
            self.selected = interview_id
            self._tell(Changed.CASE)

    def reveal(self, interview_id: int) -> None:
        """Show an interview that is on file, and have it in the list, whatever hid it there."""
        self.selected = interview_id
        if interview_id not in self.listed.ids:
            self._is_unfolded = True
            self._find_older()
        self._tell(Changed.LIST)

    def sort(self) -> None:
        """List the interviews in the next order: by need, by date, by employer."""
        orders = list(Order)
        self.order = orders[(orders.index(self.order) + 1) % len(orders)]
        self._tell(Changed.LIST)

    def fold(self) -> None:
        """List the interviews that ended long ago, or fold them again."""
        self._is_unfolded = not self._is_unfolded
        self._find_older()
        self._tell(Changed.LIST)

    def write(self, do: Callable[[Case], object]) -> None:
        """Change the file for the interview shown, and read what came of it.

        Raises NotSaved when it is no longer on file; one that is there is shown then.
        """
        if self.case is None:
            self.read()
            raise NotSaved(GONE)
        do(self.case)
        self.read()  # what is done here may settle a line of another interview

    def undo(self) -> Undone:
        """Take back the newest change and show where it was. Raises CannotUndo, NotSaved."""
        return self._stepped(self.store.file.undo)

    def redo(self) -> Undone:
        """Do again what was undone last and show where it was. Raises CannotUndo, NotSaved."""
        return self._stepped(self.store.file.redo)

    def _stepped(self, step: Callable[[], Undone]) -> Undone:
        done = step()
        before = self._questions
        self.read()
        # A question may have come up elsewhere first, and is seen here, too.
        is_seen_here = self._questions != before
        where = done.interview_id
        if not is_seen_here and where is not None and where in self.agenda.cases:
            self.reveal(where)
        return done

    @property
    def _questions(self) -> tuple[Question, ...]:
        return self.case.facts.questions if self.case is not None else ()

    def _tell(self, what: Changed) -> None:
        for tell in self._watching:
            tell(what)

    def _find_older(self) -> None:
        """Look up those that ended long ago; they are read only when they are shown."""
        file, today = self.store.file, self.agenda.today
        self._older = facts.closed(file, today) if self._is_unfolded else None
        self._older_count = (
            facts.closed_count(file, today) if self._older is None else len(self._older)
        )
