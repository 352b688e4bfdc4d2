"""The four panes together: as many of them as there is room for."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.dom import DOMNode
from textual.message import Message

from afterview_tui.domain.agenda import Case, Group
from afterview_tui.tui.desk import Desk
from afterview_tui.tui.interviews.interviews_pane import InterviewsPane
from afterview_tui.tui.keys import Where, key
from afterview_tui.tui.kit.following import Following
from afterview_tui.tui.kit.footer import Footer
from afterview_tui.tui.kit.pane import Pane, is_text
from afterview_tui.tui.kit.rows import Rows
from afterview_tui.tui.main.all_work import Work
from afterview_tui.tui.steps.steps_pane import StepsPane
from afterview_tui.tui.steps.today_pane import TodayPane

# From this size all four panes show.
WIDE, HIGH = 96, 28
# What the left side shows: the list with the steps of one, or Today.
LIST: Sequence[str] = ("interviews", "steps")
TODAY: Sequence[str] = ("today",)
# What the right side shows, about one interview.
ONE: Sequence[str] = ("letter", "journal")


class Panes(Horizontal):
    """Shows what is on the desk in the panes that there is room for: all, one side, or one."""

    class Arranged(Message):
        """Other panes are on the screen than before."""

    def __init__(self, desk: Desk, work: Work) -> None:
        super().__init__(id="panes")
        self.following = Following(self, self._show_first_case)
        self.interviews = InterviewsPane(work.interviews, work, self.following)
        self.steps = StepsPane(lambda: work.steps)

        def choose(interview_id: int) -> None:
            # Not when somebody is on the way to another pane: a line that is done goes, the
            # cursor comes to another interview, and what is typed next would be noted there.
            if self.current == "today":
                work.interviews.choose(interview_id)

        self.today = TodayPane(lambda: work.steps, choose)
        self._sides = Vertical(id="left"), Vertical(id="right")
        self._named: dict[str, Pane] = {
            pane.id or "": pane for pane in (self.interviews, self.steps, self.today)
        }
        self._desk = desk
        self._work = work
        self._front = work.front
        self._way_back = work.way_back
        self._told_of: int | None = None
        self.is_whole = False
        self.left = LIST
        self.current = "interviews"
        self.is_zoomed = False
        self.shown: frozenset[str] = frozenset()
        self._front.stage = self

    def compose(self) -> ComposeResult:
        """Two columns, laid out before they are there: their styles are then found once."""
        self.lay_out()
        left, right = self._sides
        with left:
            yield from (self.interviews, self.steps, self.today)
        yield right

    async def complete(self) -> None:
        """Bring in the panes that are about one interview: the list is on the screen by then."""
        from afterview_tui.tui.journal.journal_pane import JournalPane
        from afterview_tui.tui.letter.letter_pane import LetterPane

        work = self._work
        work.steps.pane = self.steps
        self.letter = LetterPane(work.letters, work.review, work.parts)
        self.journal = JournalPane(work.journal, work.stories, work.review, work.interviews.prepare)
        self._named |= {pane.id or "": pane for pane in (self.letter, self.journal)}
        for pane in (self.letter, self.journal):
            pane.display = pane.id in self.shown
        await self._sides[1].mount(self.letter, self.journal)
        if not (self.letter.children and self.journal.children):  # the program is ending
            return
        self.is_whole = True
        self._show_first_case()
        self.post_message(self.Arranged())

    @property
    def every(self) -> list[Pane]:
        """The panes in their order. Today stands in the place of the list: its name comes last."""
        return sorted(self._named.values(), key=lambda pane: pane.id in TODAY)

    @property
    def pane(self) -> Pane:
        """The pane that has the focus, or had it last."""
        return self._named[self.current]

    def begin(self) -> None:
        """Put the focus where it was; at first on the line that is due first, if one is due."""
        case = self._desk.case
        is_due = case is not None and case.group is Group.TODAY
        if is_due and self.current == "interviews":
            self.steps.show(case)
            self.go_to("steps")
        else:
            self.go_to(self.current)

    def show(self) -> None:
        """Show what is on the desk, in every pane."""
        self.interviews.show(self._desk.listed, self._desk.selected)
        if self.today.display:
            self.today.show(self._desk.agenda, self._desk.selected)
        if self.is_whole:
            self.show_case()

    def _show_first_case(self) -> None:
        """Show an interview where none was, or another one was kept."""
        with self._front.reporting():
            self.show_case()

    def show_case(self) -> None:
        """Show the interview that is selected, in the panes that are about one.

        A text that is being written in is not exchanged: another window may
        have removed its interview, and the words belong where they were begun.
        """
        if not self.is_whole:
            return  # then it is shown as soon as they are there
        self.following.settle()
        case = self._desk.case
        self.interviews.mark(self._desk.selected)
        if self.today.display:
            self.today.mark(self._desk.selected)
        self._want_to_prepare()
        with self.app.batch_update():
            self.steps.show(case)
            for pane in (self.letter, self.journal):
                if pane.case is None or not pane.writer.has_focus or _is_of(pane.case, case):
                    pane.show(case)
                elif self._told_of != pane.case.id:
                    self._told_of = pane.case.id
                    employer = pane.case.facts.interview.employer
                    self._front.say(
                        f"{employer} is no longer the one shown. What you type stays with it;"
                        f" {key('leave')} leaves the text.",
                        seconds=8,
                    )

    def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        """Whoever leaves a text finds what is shown by then."""
        if is_text(event.control) and self._told_of is not None:
            self._told_of = None
            self.call_later(self._show_first_case)

    def turn_letter(self, by: int) -> None:
        """Show the letter to the next person, seen from the one that the cursor is about."""
        self.following.catch_up()
        self.steps.catch_up()
        self.today.catch_up()
        self.letter.next_recipient(by)

    def leave(self) -> None:
        """Out of the text, back to its pane; or back from a search, out of the zoom, of Today."""
        for pane in (self.letter, self.journal):
            if pane.writer.has_focus:
                pane.leave()
                return
        if self._way_back.is_open:
            self._way_back.take()
        elif self.is_zoomed:
            self.zoom()
        elif self.current == "today":
            self.go_to("interviews")

    @property
    def called(self) -> str:
        """The pane, and what it or the line under its cursor is about."""
        focused = self.screen.focused
        line = focused.current_words if isinstance(focused, Rows) else ""
        return " · ".join(filter(None, [self.pane.called, line]))

    def reach(self, where: Where) -> DOMNode | None:
        """Go to where these keys work: a pane, or a text that is written in one."""
        if self._desk.selected is None:
            return None  # there are no panes without an interview
        pane: Pane
        if where in (Where.WRITING, Where.WRITING_JOURNAL):
            pane = self.letter if where is Where.WRITING else self.journal
            self.go_to(pane.id or "")
            self.screen.set_focus(pane.writer)
            return pane.writer
        at_today = self.current == "today"  # where the keys of the steps work as well
        steps: Pane = self.today if at_today else self.steps
        panes = (self.interviews, steps, self.letter, self.journal)
        found = next((one for one in panes if one.WHERE is where), None)
        if found is not None:
            self.go_to(found.id or "")
        self._leave_text()
        return found

    def _leave_text(self) -> None:
        """Go from a text to its pane, at once: what is done next needs its keys to be commands."""
        if self.letter.writer.has_focus:
            self.screen.set_focus(self.letter)
        elif self.journal.writer.page is not None and self.current == "journal":
            self.journal.leave()
            self.screen.set_focus(self.journal.rows)

    @property
    def can_leave(self) -> bool:
        """Whether Escape leads anywhere: out of a text, Today or the zoom, back from a search."""
        away = self.current == "today" or self.is_zoomed or self._way_back.is_open
        return away or is_text(self.screen.focused)

    @property
    def shows_all(self) -> bool:
        """Whether there is room for both sides."""
        size = self.app.size
        return not self.is_zoomed and size.width >= WIDE and size.height >= HIGH

    def go_to(self, pane: str) -> None:
        """Put the focus on a pane."""
        self.following.catch_up()
        self._make_current(pane)
        self.pane.take_focus()
        if pane == "today":
            self.today.show(self._desk.agenda, self._desk.selected)
        elif pane == "interviews":
            self.interviews.show(self._desk.listed, self._desk.selected)

    def by_day(self) -> None:
        """Show every open task by its day; the other way back to the list."""
        self.go_to("interviews" if self.current == "today" else "today")

    def zoom(self) -> None:
        """Give the current pane the whole screen, or back."""
        self.is_zoomed = not self.is_zoomed
        self.lay_out()
        self.screen.refresh_bindings()

    def lay_out(self) -> None:
        """Show the panes that there is room for, the current one among them."""
        left = set(self.left)
        right = set(ONE)
        if self.shows_all:
            visible = left | right
        elif self.current in left and not self.is_zoomed:
            visible = left
        else:
            visible = {self.current}
        if visible == self.shown and self.shows_all == self.has_class("-wide"):
            return
        side = self._sides[0]
        side.set_class(self.left is TODAY, "-today", update=False)
        if self.shows_all != self.has_class("-wide"):
            self.toggle_class("-wide")
        elif side.is_attached:
            self.app.stylesheet.apply(side)  # nothing in it looks any different
        for name, pane in self._named.items():
            pane.display = name in visible
        self.interviews.share(is_alone="steps" not in visible)
        for side, panes in zip(self._sides, (left, right), strict=True):
            side.display = not visible.isdisjoint(panes)
        self.shown = frozenset(visible)
        self.post_message(self.Arranged())

    def on_resize(self, event: events.Resize) -> None:
        """Another size, another layout."""
        self.lay_out()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """The pane with the focus is the one to show where there is room for one."""
        if event.control is not self.interviews.rows:
            self.following.catch_up()
        for node in event.control.ancestors_with_self:
            if isinstance(node, Pane) and node.id and node.id != self.current:
                self._make_current(node.id)

    def _want_to_prepare(self) -> None:
        """At an interview that is still to come, the sheet to prepare from is what one wants."""
        case = self._desk.case
        is_coming = case is not None and case.facts.interview.held_on >= case.today
        is_here = is_coming and self.current in LIST
        self.screen.query_one(Footer).want("prepare" if is_here else "")

    def _make_current(self, pane: str) -> None:
        self.current = pane
        self._want_to_prepare()
        for side in (LIST, TODAY):
            if pane in side:
                self.left = side
        self.lay_out()


def _is_of(one: Case, other: Case | None) -> bool:
    return other is not None and one.id == other.id
