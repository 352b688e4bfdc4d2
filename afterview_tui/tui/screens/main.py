"""The main screen: four panes over one file."""

from __future__ import annotations

from inspect import isawaitable
from typing import ClassVar

from textual import events, getters, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from afterview_tui.domain.agenda import Case
from afterview_tui.domain.stories import called, to_speak_from
from afterview_tui.tui.desk import Changed
from afterview_tui.tui.keys import Where, bindings, work_of, works_while_typing
from afterview_tui.tui.panes.interviews import InterviewsPane
from afterview_tui.tui.panes.journal import JournalPane
from afterview_tui.tui.panes.letter import LetterPane
from afterview_tui.tui.panes.pane import is_text
from afterview_tui.tui.panes.panes import Panes
from afterview_tui.tui.panes.steps import StepsPane
from afterview_tui.tui.panes.task_pane import TaskPane
from afterview_tui.tui.panes.today import TodayPane
from afterview_tui.tui.screens.handling import HandlingScreen
from afterview_tui.tui.widgets.footer import Footer
from afterview_tui.tui.widgets.headline import Headline
from afterview_tui.tui.widgets.strip import Strip
from afterview_tui.tui.widgets.writer import Writer

WELCOME = """\
After an interview there are four things to do: brief your references,
write to each person you met, ask how things stand, learn for the next.
This keeps them for you, in one file of yours and nowhere else.

    n   enter your first interview
    ?   all keys

To look around first, leave with q and run   afterview-tui demo"""

_WHERE = {
    "interviews": Where.INTERVIEWS,
    "steps": Where.STEPS,
    "today": Where.STEPS,
    "letter": Where.LETTER,
    "journal": Where.JOURNAL,
}

_NEED_AN_INTERVIEW = frozenset(
    {"copy", "letter.copy", "history", "outcome", "pane", "promise", "recipient", "today", "zoom"}
)


class MainScreen(HandlingScreen):
    """The list, and the interview under its cursor in the three other panes."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.TYPING), *bindings(Where.MAIN)]
    AUTO_FOCUS = ""  # an empty file has nothing to put the focus on
    _is_painted = False
    _told_of: int | None = None

    panes = getters.query_one(Panes)
    interviews = getters.query_one("#interviews", InterviewsPane)
    steps = getters.query_one("#steps", StepsPane)
    today = getters.query_one("#today", TodayPane)
    letter = getters.query_one("#letter", LetterPane)
    journal = getters.query_one("#journal", JournalPane)

    def compose(self) -> ComposeResult:
        """The headline, the panes, the keys."""
        yield Headline()
        yield Strip()
        yield Static(WELCOME, id="welcome", markup=False)
        yield Panes(
            left=(InterviewsPane(), StepsPane(), TodayPane()),
            right=(
                LetterPane(self.work.letters, self.work.review),
                JournalPane(self.store.journal.write, self.store.journal.answer),
            ),
        )
        yield Footer()

    def on_mount(self) -> None:
        """Read the file, and look once a second whether another window changed it."""
        self.front.stage = self
        self.front.read_again()
        # The names come first: drafting a letter is what takes the longest.
        self.call_after_refresh(self._first_case)
        self.set_interval(1.0, self._look_again)

    def _look_again(self) -> None:
        if self.desk.is_of_yesterday:
            self.afterview.back_up()
        with self.reporting():
            self.desk.read_if_changed()

    def show_change(self, what: Changed) -> None:
        """Show what is other than before."""
        if what is Changed.CASE:
            self.show_case()
        else:
            self.show_all()

    def show_all(self) -> None:
        """Show what was read, in every pane."""
        self.query_one("#welcome").display = self.desk.is_empty
        self.panes.display = not self.desk.is_empty
        if self.desk.is_empty:
            self.set_focus(None)
        elif self.focused is None:
            self.front.go_to(self.panes.current)
        self.query_one(Headline).show(self.desk.agenda)
        self.interviews.show(self.desk.listed, self.desk.selected)
        if self.today.display:
            self.today.show(self.desk.agenda)
        if self._is_painted:
            self.show_case()
        self._name_panes()

    @property
    def current(self) -> str:
        """The pane that has the focus, or had it last."""
        return self.panes.current

    def go_to(self, pane: str) -> None:
        """Put the focus on a pane."""
        self.panes.go_to(pane)
        if pane == "today":
            self.today.show(self.desk.agenda)
        elif pane == "interviews":
            self.interviews.show(self.desk.listed, self.desk.selected)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While a text is written, the plain keys are letters."""
        if work_of(action, parameters) in _NEED_AN_INTERVIEW and self.desk.selected is None:
            return False
        if action == "leave_field":
            return self._can_leave
        return works_while_typing(action, parameters) or not is_text(self.focused)

    @property
    def _can_leave(self) -> bool:
        """Whether Escape leads anywhere: out of a text, the filter, Today or the zoom."""
        away = self.panes.current == "today" or self.panes.is_zoomed
        return away or is_text(self.focused) or bool(self.desk.filter)

    async def action_do(self, name: str) -> None:
        """Do a piece of work by its name. What is typed ahead is for what it opens."""
        done = self.work.by_name[name]()
        if isawaitable(done):
            await done

    def action_pane(self, pane: str) -> None:
        """Go to a pane."""
        self.front.go_to(pane)

    def action_help(self) -> None:
        """Show all keys."""
        self.front.app.show_help(_WHERE[self.panes.current])

    def action_leave_field(self) -> None:
        """Out of the text, back to its pane; or out of the zoom, of Today, of the filter."""
        for pane in (self.letter, self.journal):
            if pane.writer.has_focus:
                pane.leave()
                return
        if self.panes.is_zoomed:
            self.action_zoom()
        elif self.panes.current == "today":
            self.front.go_to("interviews")
        else:
            self.interviews.leave()

    def action_today(self) -> None:
        """Show every open task by its day; the other way back to the list."""
        if self.panes.current == "today":
            self.front.go_to("interviews")
        else:
            self.front.go_to("today")

    def action_save_now(self) -> None:
        """Save, and say so."""
        if self.flush():
            self.front.say(f"Saved in {self.store.path}")

    def action_recipient(self, by: int) -> None:
        """Show the letter to another person."""
        self.letter.next_recipient(by)

    def action_zoom(self) -> None:
        """Give the pane the whole screen, or back."""
        self.panes.zoom()
        self.refresh_bindings()

    def action_copy(self) -> None:
        """Copy what has the focus."""
        pane = self.query_one(f"#{self.panes.current}")
        if isinstance(pane, TaskPane):
            self.copy_of_a_line(pane.current)
        elif pane is self.journal and (told := self.journal.told) is not None:
            self.front.app.copy_text(to_speak_from(told.story), f"{called(told.story)} story")
        elif pane is self.journal and (case := pane.case) is not None and case.facts.questions:
            questions = [f"- {question.text}" for question in case.facts.questions]
            stem = f"{case.facts.interview.employer} questions"
            self.front.app.copy_text("\n".join(questions), stem)
        else:
            self.work.review.copy()

    @on(Writer.Stored)
    def _stored(self, message: Writer.Stored) -> None:
        with self.front.reporting():
            self.desk.read_case()
        if message.saved.both_kept:
            self.front.say(
                "Another window wrote here too. Your text stands;"
                " theirs is kept as an earlier version."
            )

    @on(Panes.Arranged)
    def _name_panes(self) -> None:
        """Where not all panes show, the strip names them."""
        strip = self.query_one(Strip)
        strip.display = bool(self.panes.display) and not self.panes.shows_all
        strip.show(self.panes.shown)

    def _first_case(self) -> None:
        self._is_painted = True
        with self.front.reporting():
            self.show_case()

    def show_case(self) -> None:
        """Show the interview that is selected, in the panes that are about one.

        A text that is being written in is not exchanged: another window may
        have removed its interview, and the words belong where they were begun.
        """
        case = self.desk.case
        with self.app.batch_update():
            self.steps.show(case)
            for pane in (self.letter, self.journal):
                if pane.case is None or not pane.writer.has_focus or _is_of(pane.case, case):
                    pane.show(case)
                elif self._told_of != pane.case.id:
                    self._told_of = pane.case.id
                    employer = pane.case.facts.interview.employer
                    self.front.say(
                        f"{employer} is no longer the one shown. What you type stays with it;"
                        " Esc leaves the text.",
                        seconds=8,
                    )

    def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        """Whoever leaves a text finds what is shown by then."""
        if isinstance(event.control, Writer) and self._told_of is not None:
            self._told_of = None
            self.call_later(self._first_case)

    def action_step(self, way: str) -> None:
        """Take back the last change, or do again what was undone last."""
        self.stepped(way, self.desk)


def _is_of(one: Case, other: Case | None) -> bool:
    return other is not None and one.id == other.id
