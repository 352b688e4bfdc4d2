"""The main screen: four panes over one file."""

from __future__ import annotations

from typing import ClassVar

from textual import events, getters, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Footer, Static

from afterview_tui.tui.keys import Where, bindings, works_while_typing
from afterview_tui.tui.panes.interviews import InterviewsPane
from afterview_tui.tui.panes.journal import JournalPane
from afterview_tui.tui.panes.letter import LetterPane
from afterview_tui.tui.panes.pane import Pane
from afterview_tui.tui.panes.steps import StepsPane
from afterview_tui.tui.screens.handling import HandlingScreen
from afterview_tui.tui.widgets.headline import Headline
from afterview_tui.tui.widgets.strip import Strip
from afterview_tui.tui.widgets.writer import Writer

# From this size all four panes show.
WIDE, HIGH = 110, 28
LEFT = ("interviews", "steps")

WELCOME = """\
After an interview there are four things to do: brief your references,
write to each person you met, ask how things stand, learn for the next.
This keeps them for you, in one file of yours and nowhere else.

    n   enter your first interview
    ?   all keys

To look around first, leave with q and run   afterview-tui demo"""


class MainScreen(HandlingScreen):
    """The list, and the interview under its cursor in the three other panes."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.TYPING), *bindings(Where.MAIN)]
    AUTO_FOCUS = "#interview-rows"

    interviews = getters.query_one("#interviews", InterviewsPane)
    steps = getters.query_one("#steps", StepsPane)
    letter = getters.query_one("#letter", LetterPane)
    journal = getters.query_one("#journal", JournalPane)

    def __init__(self) -> None:
        super().__init__()
        self._pane = "interviews"
        self._is_zoomed = False

    def compose(self) -> ComposeResult:
        """The headline, the panes, the keys."""
        yield Headline()
        yield Strip()
        yield Static(WELCOME, id="welcome", markup=False)
        with Horizontal(id="panes"):
            with Vertical(id="left"):
                yield InterviewsPane()
                yield StepsPane()
            with Vertical(id="right"):
                yield LetterPane(self.save_letter)
                yield JournalPane(self.store.journal.write, self.store.journal.answer)
        yield Footer(compact=True, show_command_palette=False)

    def on_mount(self) -> None:
        """Read the file, and look once a second whether another window changed it."""
        with self.reporting():
            self.read_all()
        self.set_interval(1.0, self.read_if_changed)

    def show_all(self) -> None:
        """Show what was read, in every pane."""
        is_empty = not self.agenda.cases and not self.older_count
        self.query_one("#welcome").display = is_empty
        self.query_one("#panes").display = not is_empty
        if is_empty:
            self.set_focus(None)
        elif self.focused is None:
            self.go_to(self._pane)
        self.query_one(Headline).show(self.agenda)
        self.interviews.show(self.agenda, self.selected, self.older_count, self.older)
        self._show_case()
        self._arrange()

    def go_to(self, pane: str) -> None:
        """Put the focus on a pane."""
        self._pane = pane
        self._arrange()
        self.query_one(f"#{pane}", Pane).take_focus()

    def flush(self) -> bool:
        """Save everything that is typed and not on disk yet. False when that failed."""
        saved = [writer.flush() for writer in self.query(Writer)]
        return all(saved)

    def not_on_disk(self) -> list[str]:
        """What is typed and could not be saved."""
        return [writer.text for writer in self.query(Writer) if writer.is_dirty]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While a text is written, the plain keys are letters."""
        if action == "leave_field":
            return isinstance(self.focused, Writer) or self._is_zoomed
        return works_while_typing(action) or not isinstance(self.focused, Writer)

    def action_pane(self, pane: str) -> None:
        """Go to a pane."""
        self.go_to(pane)

    def action_help(self) -> None:
        """Show all keys."""
        from afterview_tui.tui.dialogs.help import Help

        self.app.push_screen(Help())

    def action_leave_field(self) -> None:
        """Out of the text, back to its pane; or out of the zoom."""
        for pane in (self.letter, self.journal):
            if pane.writer.has_focus:
                pane.leave()
                return
        if self._is_zoomed:
            self.action_zoom()

    def action_save_now(self) -> None:
        """Save, and say so."""
        if self.flush():
            self.afterview.say(f"Saved in {self.store.path}")

    def action_new_interview(self) -> None:
        """Enter an interview."""
        self.enter_interview()

    def action_me(self) -> None:
        """Change what letters say about the user."""
        self.ask_about_me()

    def action_undo(self) -> None:
        """Take back the last change."""
        self._step_back("Took back", redo=False)

    def action_redo(self) -> None:
        """Do again what was undone."""
        self._step_back("Did again", redo=True)

    def action_recipient(self, by: int) -> None:
        """Show the letter to another person."""
        self.letter.next_recipient(by)

    def action_zoom(self) -> None:
        """Give the pane the whole screen, or back."""
        self._is_zoomed = not self._is_zoomed
        self._arrange()
        self.refresh_bindings()

    def action_copy_letter(self) -> None:
        """Copy the letter that is shown."""
        met = self.letter.met
        if met is None or self.case is None:
            self.afterview.say("There is no letter here to copy.")
        elif self.letter.writer.flush():
            self.afterview.copy_letter(self.case.facts, met, self.letter.text)

    def action_copy(self) -> None:
        """Copy what has the focus."""
        if self._pane == "journal" and self.case is not None and self.case.facts.questions:
            questions = [f"- {question.text}" for question in self.case.facts.questions]
            stem = f"{self.case.facts.interview.employer} questions"
            self.afterview.copy_text("\n".join(questions), stem)
        else:
            self.action_copy_letter()

    @on(InterviewsPane.Chosen)
    def _choose(self, message: InterviewsPane.Chosen) -> None:
        if message.interview_id != self.selected:
            self.selected = message.interview_id
            with self.reporting():
                self._show_case()

    @on(InterviewsPane.Opened)
    def _open(self) -> None:
        self.go_to("steps")

    @on(InterviewsPane.ClosedWanted)
    def _fold(self) -> None:
        with self.reporting():
            self.fold_closed()

    @on(Writer.Stored)
    def _stored(self, message: Writer.Stored) -> None:
        with self.reporting():
            self.read_one()
        if message.saved.both_kept:
            self.afterview.say(
                "Another window wrote here too. Your text stands;"
                " theirs is kept as an earlier version."
            )

    @on(Writer.Failed)
    def _failed(self, message: Writer.Failed) -> None:
        self.afterview.report(message.error)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """The pane with the focus is the one that shows where there is room for one."""
        for node in event.control.ancestors_with_self:
            if isinstance(node, Pane) and node.id:
                self._pane = node.id
        self._arrange()

    def on_resize(self, event: events.Resize) -> None:
        """Show as many panes as there is room for."""
        self._arrange()

    def _show_case(self) -> None:
        case = self.case
        self.steps.show(case)
        self.letter.show(case)
        self.journal.show(case)

    def _step_back(self, verb: str, *, redo: bool) -> None:
        with self.reporting():
            if not self.flush():
                return
            done = self.store.file.redo() if redo else self.store.file.undo()
            self.read_all()
            if done.interview_id is not None and done.interview_id in self.agenda.cases:
                self.selected = done.interview_id
                self.show_all()
            self.afterview.say(f"{verb}: {done.sentence}")

    def _arrange(self) -> None:
        """All four panes, the two on the left, or one."""
        is_wide = self.size.width >= WIDE and self.size.height >= HIGH
        shows_all = is_wide and not self._is_zoomed
        if shows_all:
            visible = {"interviews", "steps", "letter", "journal"}
        elif self._pane in LEFT and not self._is_zoomed:
            visible = set(LEFT)
        else:
            visible = {self._pane}
        for pane in self.query(Pane):
            pane.display = pane.id in visible
        self.query_one("#left").display = bool(visible.intersection(LEFT))
        self.query_one("#right").display = bool(visible - set(LEFT))
        self.set_class(shows_all, "-wide")
        strip = self.query_one(Strip)
        strip.display = not shows_all and bool(self.query_one("#panes").display)
        strip.show(visible)
