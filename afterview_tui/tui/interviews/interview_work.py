"""What is done with interviews: entering, changing, listing, ending and deleting them."""

from __future__ import annotations

from functools import partial

from afterview_tui.domain import list_changes
from afterview_tui.domain.errors import NotSaved
from afterview_tui.domain.recognising import Recognised
from afterview_tui.domain.records import Facts, Interview, Outcome
from afterview_tui.domain.timeline import as_text, timeline
from afterview_tui.storage.interviews import Entry
from afterview_tui.tui.desk import Desk
from afterview_tui.tui.front import Front
from afterview_tui.tui.interviews import outcome as outcomes
from afterview_tui.tui.interviews.interview_form import edit_interview, new_interview, next_round
from afterview_tui.tui.keys import key

AFTER_A_NO = "Noted. Step 4 has one line more: ask what could be stronger."


class InterviewWork:
    """Enters, changes, finds and ends interviews."""

    def __init__(self, desk: Desk, front: Front) -> None:
        self.desk = desk
        self.front = front
        self.store = desk.store

    def choose(self, interview_id: int) -> None:
        """Show this interview from now on."""
        with self.front.reporting():
            self.desk.select(interview_id)

    def fold(self) -> None:
        """List the interviews that ended long ago, or fold them again."""
        with self.front.reporting():
            self.desk.fold()

    def sort(self) -> None:
        """List the interviews in another order."""
        with self.front.reporting():
            self.desk.sort()
            self.front.say(f"Sorted by {self.desk.order}.")

    def open_steps(self) -> None:
        """Go to the steps of the interview shown."""
        self.front.go_to("steps")

    async def new(self) -> None:
        """Open the form for a new interview, and show what comes of it."""

        def add(entry: Entry) -> None:
            self.desk.selected = self.store.interviews.add(entry)

        app = self.front.app
        form = new_interview(
            app.today,
            app.zone,
            add,
            self.store.drafts,
            self.desk.known(),
            month_first=app.month_first,
        )
        await self.front.ask(form, self._show_the_new_one)

    def next_round(self, interview_id: int) -> None:
        """Enter the next round of this interview; the people come along."""
        self.desk.select(interview_id)
        if self.desk.case is None:
            return
        before = self.desk.case.facts

        def add(entry: Entry) -> None:
            self.desk.selected = self.store.interviews.add_round(before, entry)
            self._say_who_changed(entry)

        form = next_round(
            before,
            self.desk.today,
            add,
            self.store.drafts,
            self.desk.known(),
            month_first=self.front.app.month_first,
        )
        self.front.ask(form, self._show_the_new_one)

    def _show_the_new_one(self) -> None:
        """Go to what the new interview asks for, also when a fold would hide it."""
        if self.desk.selected is not None:
            self.front.reveal(self.desk.selected)
        self.front.go_to("steps")

    def ask_promise(self) -> None:
        """Ask by when they decide."""
        if self.desk.case is not None:
            facts, today = self.desk.case.facts, self.desk.today
            save, order = partial(self.store.interviews.promise, facts), self.front.app.month_first
            self.front.ask(
                outcomes.promise(facts, today, save, self.store.drafts, month_first=order)
            )

    def open_history(self) -> None:
        """Show what happened to this interview, in all its rounds."""
        from afterview_tui.tui.kit.reading_page import Reading

        with self.front.reporting():
            if self.desk.case is None:
                return
            interview, today = self.desk.case.facts.interview, self.desk.today
            events = timeline(self.store.interviews.thread(interview.id), today)
            title = f"{interview.employer}: what happened, and when"
            self.front.open(
                Reading(
                    "History",
                    lambda width: as_text(events, today, title, width),
                    f"{interview.held_on} {interview.employer} history",
                )
            )

    def edit(self, interview_id: int) -> None:
        """Change this interview and who was there."""
        self.desk.select(interview_id)
        if self.desk.case is not None:
            facts, today, drafts = self.desk.case.facts, self.desk.today, self.store.drafts

            def save(entry: Entry, before: Interview) -> None:
                self.store.interviews.edit(entry, before)
                self._say_who_changed(entry, facts)

            known, order = self.desk.known(), self.front.app.month_first
            self.front.ask(edit_interview(facts, today, save, drafts, known, month_first=order))

    def _say_who_changed(self, entry: Entry, before: Facts | None = None) -> None:
        """Say who has another name now, and who was taken out of the interview as it was."""
        lists = [one for one in (entry.met, entry.references) if isinstance(one, Recognised)]
        said = [
            list_changes.is_renamed(was, now, self.store.letters.still_saying(was, now))
            for was, now in list_changes.renames(*lists)
        ]
        if before is not None:
            gone = [person for one in lists for person in one.gone]
            said += [list_changes.has_left(before, gone)]
            said += [f"{key('undo')} takes that back."] if gone else []
        if words := " ".join(filter(None, said)):
            self.front.say(words, seconds=8)

    def prepare(self, interview_id: int) -> None:
        """Show the page to prepare from, for the next interview there."""
        from afterview_tui.tui.interviews.preparation_page import PreparationSheet

        today, folder = self.desk.today, self.front.app.folder
        with self.front.reporting():
            found = self.store.journal.preparation(interview_id, today)
            if found is None:
                self.desk.read()
                raise NotSaved("This interview is no longer on file; another window removed it.")
            self.front.open(PreparationSheet(found, today, folder))

    def bin(self, interview_id: int) -> None:
        """Delete this interview; undo brings it back."""
        self.desk.select(interview_id)
        if self.desk.case is not None:
            interview = self.desk.case.facts.interview
            said = f"Deleted {interview.employer}. {key('undo')} brings it back."
            self.front.write(lambda _: self.store.interviews.bin(interview), said)

    def ask_outcome(self) -> None:
        """Ask how the interview shown ended."""
        if self.desk.case is not None:
            dialog = outcomes.outcome(self.desk.case.facts.interview.employer)
            self.front.choose(dialog, self.end)

    def ask_offer_answer(self) -> None:
        """Ask what the user said to the offer."""
        self.front.choose(outcomes.offer_answer(), self.end)

    def end(self, outcome: str) -> None:
        """Note how the interview ended."""
        interviews, today = self.store.interviews, self.desk.today
        said = AFTER_A_NO if outcome == Outcome.NO else ""
        self.front.write(
            lambda case: interviews.end(case.facts.interview, Outcome(outcome), today), said
        )
