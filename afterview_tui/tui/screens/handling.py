"""What the other panes ask for, and what is written for it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from textual import on

from afterview_tui.domain import list_changes
from afterview_tui.domain.errors import NotSaved
from afterview_tui.domain.recognising import Recognised
from afterview_tui.domain.records import Facts, Interview
from afterview_tui.domain.timeline import as_text, timeline
from afterview_tui.storage.interviews import Entry
from afterview_tui.tui.dialogs import asking
from afterview_tui.tui.dialogs.form import Values
from afterview_tui.tui.dialogs.interview_form import edit_interview, new_interview, next_round
from afterview_tui.tui.panes.interviews import InterviewsPane
from afterview_tui.tui.panes.journal import JournalPane
from afterview_tui.tui.screens.journaling import JournalingScreen


class HandlingScreen(JournalingScreen):
    """Answers the messages of the interviews and the letter."""

    async def action_new_interview(self) -> None:
        """Open the form for a new interview, and show what comes of it."""

        def add(entry: Entry) -> None:
            self.desk.selected = self.store.interviews.add(entry)

        app = self.front.app
        form = new_interview(app.today, app.zone, add, self.store.drafts, self.desk.known())
        await self.front.ask(form, self._show_the_new_one)

    @on(InterviewsPane.RoundWanted)
    def _ask_round(self, message: InterviewsPane.RoundWanted) -> None:
        self.desk.select(message.interview_id)
        if self.desk.case is None:
            return
        before = self.desk.case.facts

        def add(entry: Entry) -> None:
            self.desk.selected = self.store.interviews.add_round(before, entry)
            self._say_who_changed(entry)

        form = next_round(before, self.desk.today, add, self.store.drafts, self.desk.known())
        self.front.ask(form, self._show_the_new_one)

    def _show_the_new_one(self) -> None:
        """Go to what the new interview asks for, also when a filter would hide it."""
        if self.desk.selected is not None:
            self.front.reveal(self.desk.selected)
        self.front.go_to("steps")

    def action_promise(self) -> None:
        """Ask by when they decide."""
        if self.desk.case is not None:
            facts, interviews, today = (
                self.desk.case.facts,
                self.store.interviews,
                self.desk.today,
            )
            save = partial(interviews.promise, facts)
            self.front.ask(asking.promise(facts, today, save, self.store.drafts))

    def action_history(self) -> None:
        """Show what happened to this interview, in all its rounds."""
        from afterview_tui.tui.dialogs.reading import Reading

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

    def action_show_bin(self) -> None:
        """Show what was deleted."""
        from afterview_tui.tui.dialogs.bin import BinDialog

        self.front.open(BinDialog(), self.front.read_again)

    def action_people(self) -> None:
        """Open the address book, and go to the interview that is chosen there."""
        from afterview_tui.tui.screens.people import PeopleScreen

        def answered(interview_id: int | None) -> None:
            self.front.read_again()
            if interview_id is not None:
                self.front.reveal(interview_id)

        self.front.open(PeopleScreen(), answered)

    async def action_me(self) -> None:
        """Open the form about the user."""
        me = self.store.checklist.me()

        def save(values: Values) -> None:
            self.store.checklist.write_me(replace(me, **values))  # type: ignore[arg-type]

        await self.front.ask(asking.about_me(me, save, self.store.drafts))

    @on(InterviewsPane.EditWanted)
    def _edit_interview(self, message: InterviewsPane.EditWanted) -> None:
        self.desk.select(message.interview_id)
        if self.desk.case is not None:
            facts, today, drafts = self.desk.case.facts, self.desk.today, self.store.drafts

            def edit(entry: Entry, before: Interview) -> None:
                self.store.interviews.edit(entry, before)
                self._say_who_changed(entry, facts)

            self.front.ask(edit_interview(facts, today, edit, drafts, self.desk.known()))

    def _say_who_changed(self, entry: Entry, before: Facts | None = None) -> None:
        """Say who has another name now, and who was taken out of the interview as it was."""
        lists = [one for one in (entry.met, entry.references) if isinstance(one, Recognised)]
        said = [
            list_changes.is_renamed(was, now, self.store.letters.still_saying(was, now))
            for was, now in list_changes.renames(*lists)
        ]
        if before is not None:
            gone = [person for one in lists for person in one.gone]
            said.append(list_changes.has_left(before, gone))
        if words := " ".join(filter(None, said)):
            self.front.say(words, seconds=8)

    @on(InterviewsPane.PrepareWanted)
    @on(JournalPane.PrepareWanted)
    def _show_preparation(
        self, message: InterviewsPane.PrepareWanted | JournalPane.PrepareWanted
    ) -> None:
        from afterview_tui.tui.dialogs.preparation import PreparationSheet

        today, folder = self.desk.today, self.front.app.folder
        with self.front.reporting():
            found = self.store.journal.preparation(message.interview_id, today)
            if found is None:
                self.desk.read()
                raise NotSaved("This interview is no longer on file; another window removed it.")
            self.front.open(PreparationSheet(found, today, folder))

    @on(InterviewsPane.BinWanted)
    def _bin_interview(self, message: InterviewsPane.BinWanted) -> None:
        self.desk.select(message.interview_id)
        if self.desk.case is not None:
            interview = self.desk.case.facts.interview
            said = f"Deleted {interview.employer}. u brings it back."
            self.front.write(lambda _: self.store.interviews.bin(interview), said)

    def action_outcome(self) -> None:
        """Ask how the interview shown ended."""
        if self.desk.case is not None:
            dialog = asking.outcome(self.desk.case.facts.interview.employer)
            self.front.choose(dialog, self.end_interview)
