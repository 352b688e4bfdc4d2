"""Pane 1: every interview, grouped by what it needs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from afterview_tui.domain import dates
from afterview_tui.domain.agenda import Case, Group, Order, Thread
from afterview_tui.domain.records import Interview, Outcome, Step
from afterview_tui.domain.text import fold
from afterview_tui.tui.desk import GROUPS, Listed
from afterview_tui.tui.interviews.interview_work import InterviewWork
from afterview_tui.tui.interviews.two_lines import TwoLines
from afterview_tui.tui.keys import Where, bindings, key
from afterview_tui.tui.kit.following import Following
from afterview_tui.tui.kit.pane import Pane
from afterview_tui.tui.kit.plain import line, plain, spread
from afterview_tui.tui.kit.rows import Rows

if TYPE_CHECKING:
    from afterview_tui.tui.asked_for import Rooms

CLOSED_ID = "closed"
DUE = "to do"  # "today" would be taken for the day of the interview
BORDER = 2  # lines
SHORT = 40  # interviews; a longer list takes its half of any window


class InterviewsPane(Pane):
    """The list of interviews. Moving in it chooses the interview the other panes show."""

    KEY, NAME, WHERE = "pane.interviews", "Interviews", Where.INTERVIEWS
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.INTERVIEWS)]

    def __init__(self, interviews: InterviewWork, rooms: Rooms, following: Following) -> None:
        super().__init__(id="interviews")
        self._following = following
        self._interviews = interviews
        self._rooms = rooms
        self._listed: Listed | None = None
        self._is_alone = False
        self._number = 0
        self._selected: int | None = None

    def compose(self) -> ComposeResult:
        """The list."""
        yield Rows(id="interview-rows")

    def on_mount(self) -> None:
        """Name the pane."""
        self.say_title()

    @property
    def rows(self) -> Rows:
        """The list."""
        return self.query_one(Rows)

    def show(self, listed: Listed, selected: int | None) -> None:
        """Show these interviews, with the cursor on the one that is selected.

        Where a fold hides that one, the cursor is on the fold: never on another interview.
        """
        self._listed = listed
        self.say_title("" if listed.order is Order.NEED else f"by {listed.order}")
        is_other, self._selected = selected != self._selected, selected
        stays = selected is None or (self.rows.current_id == CLOSED_ID and not is_other)
        ids = listed.ids
        line = str(selected) if selected in ids else CLOSED_ID
        self.rows.show(self._options, None if stays else line)
        self._number = len(ids)
        self._fit()

    def share(self, *, is_alone: bool) -> None:
        """Take the whole height, or leave to what stands below what the list does not need."""
        if is_alone is not self._is_alone:
            self._is_alone = is_alone
            self._fit()

    def _fit(self) -> None:
        listed = self._listed
        if listed is None or self._is_alone or self._number > SHORT:
            self.styles.max_height = None
            return
        headings = sum(bool(listed.agenda.group(group)) for group in GROUPS)
        is_fold = bool(listed.older_count or listed.agenda.group(Group.CLOSED))
        self.styles.max_height = BORDER + headings + 2 * self._number + is_fold

    def mark(self, selected: int | None) -> None:
        """Put the cursor on the interview that is selected, whoever selected it."""
        if self._listed is not None and selected not in (self.current, self._selected):
            self.show(self._listed, selected)
        self._selected = selected

    @property
    def current(self) -> int | None:
        """The interview under the cursor; None on a heading, or where nothing is listed."""
        identity = self.rows.current_id or ""
        return int(identity) if identity.isdecimal() else None

    def take_focus(self) -> None:
        """The list has the focus."""
        self.rows.focus()

    def copy(self) -> None:
        """Copy the letter that is shown."""
        self._rooms.copying.copy()

    def action_edit(self) -> None:
        """Change the interview under the cursor."""
        self._at_current(self._interviews.edit)

    def action_next_round(self) -> None:
        """Enter the next round of the interview under the cursor."""
        self._at_current(self._interviews.next_round)

    def action_bin(self) -> None:
        """Delete the interview under the cursor."""
        self._at_current(self._interviews.bin)

    @on(OptionList.OptionHighlighted)
    @on(Rows.Filled)
    def _moved(self) -> None:
        """What has the cursor is what the other panes show, for whoever is in the list."""
        if self.rows.has_focus and (interview_id := self.current) is not None:
            self._selected = interview_id
            self._following.run(lambda: self._interviews.choose(interview_id))

    def on_key(self, event: events.Key) -> None:
        """Before another key does anything, the other panes show what has the cursor."""
        self._following.pressed(event.key)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Whoever comes to the list acts on the line that has the cursor."""
        if event.control is self.rows:
            self._moved()

    def _at_current(self, do: Callable[[int], object]) -> None:
        if (interview_id := self.current) is not None:
            do(interview_id)
        else:
            self.tell("Put the cursor on an interview first.")

    @on(OptionList.OptionSelected)
    def _opened(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if event.option.id == CLOSED_ID:
            self._interviews.fold()
        else:
            self._interviews.open_steps()

    def _options(self, width: int) -> Iterator[Option]:
        listed = self._listed
        if listed is None:
            return
        agenda, order = listed.agenda, listed.order
        if order is Order.NEED:
            for group in GROUPS:
                if threads := agenda.group(group):
                    yield _heading(group.value.upper(), f"group-{group.name}")
                    yield from _threads(threads, width, listed.damaged)
        else:
            yield from _threads(agenda.still_open(order), width, listed.damaged)
        yield from self._ended(listed, width)

    def _ended(self, listed: Listed, width: int) -> Iterator[Option]:
        recent, today = listed.agenda.group(Group.CLOSED, listed.order), listed.agenda.today
        number = len(recent) + listed.older_count
        if not number:
            return
        does = "shows" if listed.older is None else "folds"
        words = f"CLOSED  {number:,}, {key('open')} {does} them"
        yield Option(line(words, "$foreground-muted"), id=CLOSED_ID)
        if listed.older is None:
            return
        yield from _threads(recent, width, listed.damaged)
        for interview in listed.older:
            word = _word(interview, listed.damaged, interview.outcome)
            yield Option(_two_lines(interview, today, "", word), id=str(interview.id))


def _threads(threads: Sequence[Thread], width: int, damaged: frozenset[int]) -> Iterator[Option]:
    """Each interview with its earlier rounds below it."""
    for thread in threads:
        yield Option(_head(thread, damaged), id=str(thread.head.id))
        for earlier in thread.rounds[1:]:
            elsewhere = earlier.facts.interview.employer
            if fold(elsewhere) == fold(thread.head.facts.interview.employer):
                elsewhere = ""
            yield Option(_earlier_round(earlier, elsewhere, width), id=str(earlier.id))


def _head(thread: Thread, damaged: frozenset[int]) -> TwoLines:
    case, interview = thread.head, thread.head.facts.interview
    if thread.group is Group.CLOSED:
        word = _word(interview, damaged, interview.outcome)
        return _two_lines(interview, case.today, "", word)
    state = "" if interview.outcome is Outcome.OPEN else interview.outcome.value
    word = _word(interview, damaged, state or _due(thread))
    return _two_lines(interview, case.today, _marks(case), word)


def _word(interview: Interview, damaged: frozenset[int], else_: str) -> str:
    """That something in it cannot be read comes before everything else."""
    return "damaged" if interview.id in damaged else else_


def _two_lines(interview: Interview, today: date, marks: str, word: str) -> TwoLines:
    """What matters most comes first: in a narrow list the line is cut."""
    by = f"answer by {dates.short(interview.answer_by, today)}" if interview.answer_by else ""
    round_ = f"round {interview.round}" if interview.round > 1 else ""
    parts = [interview.role, by, round_, dates.short(interview.held_on, today)]
    return TwoLines(interview.employer, marks, word, " · ".join(filter(None, parts)))


def _earlier_round(case: Case, elsewhere: str, width: int) -> Content:
    """A round before the last; `elsewhere` is whom it was with, where that is somebody else."""
    interview = case.facts.interview
    day = dates.short(interview.held_on, case.today)
    words = " · ".join(filter(None, [f"└ round {interview.round}", elsewhere, day]))
    word = DUE if case.group is Group.TODAY else ""
    right = Content.assemble((_marks(case), "$text-accent"), plain(f"{word:>7}"))
    return spread(Content.assemble("  ", line(words, "$foreground-muted")), right, width)


def _marks(case: Case) -> str:
    return "".join(case.progress(step).mark for step in Step)


def _due(thread: Thread) -> str:
    """When the next thing is due, in the width of a column."""
    if thread.group is Group.TODAY:
        return DUE
    interview = thread.head.facts.interview
    if thread.group is Group.COMING_UP and interview.held_on > thread.head.today:
        day = interview.held_on
    elif (task := thread.next_task) is not None and task.due is not None:
        day = task.due
    else:
        return ""
    return f"{dates.weekday(day)} {day.day}"


def _heading(words: str, id: str) -> Option:  # noqa: A002
    return Option(line(words, "$foreground-muted"), id=id, disabled=True)
