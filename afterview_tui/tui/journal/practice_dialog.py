"""Practice: one question at a time, its answer hidden until it is asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from afterview_tui.domain import dates, practice
from afterview_tui.domain.practice import Posed, Went
from afterview_tui.domain.practice_sitting import Sitting, is_same
from afterview_tui.domain.records import Interview, Question
from afterview_tui.domain.text import count
from afterview_tui.letters.drafting import card_lines
from afterview_tui.storage.store import Store
from afterview_tui.tui.base import BOTH_KEPT
from afterview_tui.tui.keys import Where, bindings, key, named
from afterview_tui.tui.kit.base_screen import Place
from afterview_tui.tui.kit.footer import Footer
from afterview_tui.tui.kit.form import Field, Form, Values
from afterview_tui.tui.kit.one_line import OneLine
from afterview_tui.tui.kit.plain import line, offered, plain, spread
from afterview_tui.tui.kit.scrolling import Scrolling

AT_THE_END = "That is all for now."
HOW = "How did it go?"
PLACEHOLDER = "What you would say, in your own words."
ANSWER_LINES = 8
WIDEST = 60  # columns of an answer; a question has those of a card
AROUND = 4  # columns beside it at least, the scrollbar among them
AROUND_PAGE = 4  # lines: the headline, what to do, a space, the keys
FAR_APART = 4  # lines of a question at most that stand apart
ABOVE = 3  # the question stands a third of the way down, where there is room

_RATINGS = ("practice.again", "practice.shaky", "practice.good")


class Practice(Scrolling, Place[None]):
    """Goes through the questions of all interviews. What is noted is on file at once."""

    WHERE = Where.PRACTICE
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.PRACTICE)]

    def __init__(self) -> None:
        super().__init__()
        self._every: dict[int, Posed] = {}
        self._coming: Interview | None = None
        self._sitting = Sitting()
        self._is_revealed = False

    def compose(self) -> ComposeResult:
        """What it is for, the question, what to do, the keys."""
        yield OneLine(id="headline")
        with VerticalScroll(id="practice-page", can_focus=False):
            yield Static(id="practice-words", markup=False)
        yield OneLine(id="practice-foot")
        yield Footer()

    def on_mount(self) -> None:
        """Read the questions and put them in order, once: what is noted does not change it."""
        with self.reporting():
            self._coming = self.store.interviews.coming()
            today = self.afterview.today
            every = practice.order(self.store.journal.questions(), today, self._coming)
            ids = [one.question.id for one in every]
            resting = [
                one.question.id
                for one in every
                if practice.rests(one.question, today, self._coming)
            ]
            self._sitting = Sitting(ids[: len(ids) - len(resting)], resting)  # they come last
        self._show_current()

    def on_resize(self, event: events.Resize) -> None:
        """Lines are made for one width."""
        self._show()

    @property
    def scrolled(self) -> Widget:
        """The question and its answer."""
        return self.query_one("#practice-page")

    @property
    def posed(self) -> Posed | None:
        """The question at hand; None at the end."""
        number = self._sitting.current
        return self._every.get(number) if number is not None else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What is about a question needs one; how it went is said once its answer was seen."""
        if action == "went":
            return self.posed is not None and self._is_revealed
        if action in ("skip", "write_answer"):
            return self.posed is not None
        if action == "go_on":
            return self.posed is not None or bool(self._sitting.later)
        return True

    def on_key(self, event: events.Key) -> None:
        """Whoever begins to type the answer here is told where it is written."""
        is_asked = self.posed is not None
        if is_asked and event.is_printable and event.key not in self.active_bindings:
            self.afterview.say(f"Nothing is typed here. {key('practice.answer')} writes an answer.")

    def action_go_on(self) -> None:
        """Show the answer; read on in it; at the end, go on with what rests."""
        if self.posed is None:
            self._sitting.go_on()
            self._show_current()
        elif self._is_revealed and self.scrolled.scroll_y >= self.scrolled.max_scroll_y:
            again, shaky, good = (key(one) for one in _RATINGS)
            self.afterview.say(f"{HOW} {again} again, {shaky} shaky, {good} good.")
        elif self._is_revealed:
            self.action_scroll_page(1)
        else:
            self._reveal()

    def action_went(self, went: str) -> None:
        """Note how it went, and go on."""
        with self.reporting():
            if (posed := self.posed) is not None:
                said = Went(went)
                self.store.journal.practised(posed.question, said, self.afterview.today)
                self._sitting.went(posed.question, said)
                self._show_current()

    def action_skip(self) -> None:
        """Go on; nothing is noted."""
        self._sitting.skip()
        self._show_current()

    async def action_write_answer(self) -> None:
        """Open the form for the answer. It shows what there is, so it is no longer hidden."""
        if (posed := self.posed) is None:
            return
        before = posed.question

        def answered(is_done: bool | None) -> None:
            with self.reporting():
                self._read()
                if is_done and self._is_other(before):
                    self._sitting.answered(before)
            self._show()

        self._reveal()
        form = answer_form(before, self.store, self.afterview.say)
        await self.app.push_screen(form, answered)

    def action_undo(self) -> None:
        """Take back the last step of this sitting, and go back to its question."""
        if not self._sitting.moves:
            self.afterview.say("There is nothing to take back here yet.")
            return
        move = self._sitting.moves[-1]
        # A question that was skipped, or went as it had gone before, left no change.
        if move.before is not None and self._is_other(move.before):
            if self.stepped("back") is None:
                return
            with self.reporting():
                self._read()
            if self._is_other(move.before):
                self._show()  # another window had changed something since
                return
        self._sitting.back()
        self._show_current(is_revealed=move.is_answer)

    def action_leave(self) -> None:
        """Stop, and say what was done."""
        if self._sitting.practised:
            self.afterview.say(f"{self._sitting.practised} practised.")
        self.dismiss()

    def on_click(self, event: events.Click) -> None:
        """A click on the page shows the answer."""
        if self.posed is not None and not self._is_revealed and event.widget is not None:
            page = self.scrolled
            if event.widget is page or page in event.widget.ancestors:
                self._reveal()

    def _is_other(self, before: Question) -> bool:
        """Whether something of what is noted here is on file in another way than `before`."""
        now = self._every.get(before.id)
        return now is None or not is_same(now.question, before)

    def _reveal(self) -> None:
        self._is_revealed = True
        self._show()

    def _read(self) -> None:
        self._every = {one.question.id: one for one in self.store.journal.questions()}

    def _show_current(self, *, is_revealed: bool = False) -> None:
        """Show the question at hand as it is now on file, or that there is none."""
        with self.reporting():
            self._read()
        self._sitting.pass_over(self._every)
        self._is_revealed = is_revealed
        self.scrolled.scroll_home(animate=False)
        self._show()

    def _show(self) -> None:
        width, height = self.app.size
        column = min(WIDEST, max(10, width - 2 * AROUND))
        margin = " " * max(0, (width - column) // 2)
        above, below = self._words(column)
        room = height - AROUND_PAGE
        # Where the question stands, it stays; it moves up only for an answer that needs the room.
        start = max(1, min((room - len(above)) // ABOVE, room - len(above) - len(below)))
        rows = [Content.assemble(margin, row) for row in (*above, *below)]
        self.query_one("#practice-words", Static).update(
            Content("\n").join([*[Content("")] * start, *rows])
        )
        self.query_one("#headline", OneLine).say(self._headline(max(10, width - 2)))
        foot = Content.assemble(margin, self._foot()).truncate(width, ellipsis=True)
        self.query_one("#practice-foot", OneLine).say(foot)
        self.refresh_bindings()

    def _words(self, column: int) -> tuple[list[Content], list[Content]]:
        """The question, or what is said in its place; and the answer, once it is to be seen."""
        if (posed := self.posed) is None:
            return _muted(self._end(), column), []
        question, today = posed.question, self.afterview.today
        asked = card_lines.lines(question.text, min(column, card_lines.WIDTH))
        space = Content("")
        between = [space] if len(asked) <= FAR_APART else []
        rows = [row for one in asked for row in (line(one, "bold"), *between)]
        rows += [] if between else [space]
        rows += _muted(practice.about(posed, today), column)
        if not self._is_revealed:
            return rows, []
        if not question.answer.strip():
            none = f"No answer is prepared yet. {key('practice.answer')} writes one; it can wait."
            return rows, [Content(""), *_muted(none, column)]
        return rows, [Content(""), *map(plain, card_lines.lines(question.answer, column))]

    def _end(self) -> str:
        if not self._every:
            return (
                f"No questions are noted yet. In the journal of an interview, {key('journal.add')}"
                " notes one that you were asked; the answer can wait. It is then practised here."
            )
        practised, resting = self._sitting.practised, len(self._sitting.later)
        said = f"{practised} practised. {AT_THE_END}" if practised else AT_THE_END
        if resting:
            went = "went well lately and rests" if resting == 1 else "went well lately and rest"
            rest = f"{count(resting, 'question')} {went}."
            said = f"{said}\n\n{rest} {key('practice.on', 1)} practises them all the same."
        return said

    def _headline(self, width: int) -> Content:
        """Which interview is next, and what was done so far."""
        name = Content.styled("Practice", "bold")
        if (coming := self._coming) is not None:
            when = dates.spoken(coming.held_on, self.afterview.today)
            name = Content.assemble(name, "   ", line(f"next: {coming.employer}, {when}"))
        done = self._sitting.practised
        return spread(name, line(f"{done} practised" if done else ""), width)

    def _foot(self) -> Content:
        """What to do with the question."""
        if self.posed is None:
            return Content("")
        if not self._is_revealed:
            say_it = f"Say it aloud; {key('practice.on')} shows the answer"
            writes = f"{key('practice.answer')} writes one."
            return line(f"{say_it}, {writes}", "$foreground-muted")
        ratings = [offered(named(key_id)) for key_id in _RATINGS]
        return Content("   ").join([line(HOW, "$foreground-muted"), *ratings])


def answer_form(question: Question, store: Store, say: Callable[[str], object]) -> Form:
    """The answer to a question, in a few lines.

    What another window wrote meanwhile is kept too, and `say` is told so.
    """
    journal, drafts = store.journal, store.drafts

    def save(values: Values) -> None:
        journal.check(question)
        if journal.answer(question, values["answer"], question.answer).both_kept:
            say(BOTH_KEPT)

    field = Field("answer", "Your answer", PLACEHOLDER, ANSWER_LINES, value=question.answer)
    return Form(question.text, [field], save, drafts=drafts, draft=f"answer:{question.id}")


def _muted(words: str, column: int) -> list[Content]:
    return [line(one, "$foreground-muted") for one in card_lines.lines(words, column)]
