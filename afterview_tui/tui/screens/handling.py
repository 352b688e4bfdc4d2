"""What the other panes ask for, and what is written for it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from textual import on

from afterview_tui.domain import list_changes
from afterview_tui.domain.errors import NotSaved
from afterview_tui.domain.letter import Letter, LetterState
from afterview_tui.domain.recognising import Recognised
from afterview_tui.domain.records import Facts, Interview, Met, Person
from afterview_tui.domain.timeline import as_text, timeline
from afterview_tui.storage.interviews import Entry
from afterview_tui.storage.texts import Saved
from afterview_tui.tui.dialogs import asking
from afterview_tui.tui.dialogs.form import Values
from afterview_tui.tui.dialogs.interview_form import edit_interview, new_interview, next_round
from afterview_tui.tui.panes.interviews import InterviewsPane
from afterview_tui.tui.panes.journal import JournalPane
from afterview_tui.tui.panes.letter import LetterPane
from afterview_tui.tui.screens.journaling import JournalingScreen


class HandlingScreen(JournalingScreen):
    """Answers the messages of the interviews and the letter."""

    async def action_new_interview(self) -> None:
        """Open the form for a new interview, and show what comes of it."""

        def add(entry: Entry) -> None:
            self.selected = self.store.interviews.add(entry)

        app = self.afterview
        form = new_interview(
            app.today,
            app.zone,
            add,
            self.store.drafts,
            self.known(),
            month_first=app.month_first,
        )
        await self.ask(form, self._show_the_new_one)

    @on(InterviewsPane.RoundWanted)
    def _ask_round(self, message: InterviewsPane.RoundWanted) -> None:
        self.select(message.interview_id)
        if self.case is None:
            return
        before = self.case.facts

        def add(entry: Entry) -> None:
            self.selected = self.store.interviews.add_round(before, entry)
            self._say_who_changed(entry)

        form = next_round(
            before,
            self.agenda.today,
            add,
            self.store.drafts,
            self.known(),
            month_first=self.afterview.month_first,
        )
        self.ask(form, self._show_the_new_one)

    def _show_the_new_one(self) -> None:
        """Go to what the new interview asks for, also when a filter would hide it."""
        if self.selected is not None:
            self.reveal(self.selected)
        self.go_to("steps")

    def action_promise(self) -> None:
        """Ask by when they decide."""
        if self.case is not None:
            facts, interviews, today = self.case.facts, self.store.interviews, self.agenda.today
            save = partial(interviews.promise, facts)
            order = self.afterview.month_first
            self.ask(asking.promise(facts, today, save, self.store.drafts, month_first=order))

    def action_history(self) -> None:
        """Show what happened to this interview, in all its rounds."""
        from afterview_tui.tui.dialogs.reading import Reading

        with self.reporting():
            if self.case is None:
                return
            interview, today = self.case.facts.interview, self.agenda.today
            events = timeline(self.store.interviews.thread(interview.id), today)
            title = f"{interview.employer}: what happened, and when"
            self.app.push_screen(
                Reading(
                    "History",
                    lambda width: as_text(events, today, title, width),
                    f"{interview.held_on} {interview.employer} history",
                )
            )

    def action_show_bin(self) -> None:
        """Show what was deleted."""
        from afterview_tui.tui.dialogs.bin import BinDialog

        self.app.push_screen(BinDialog(), self.read_again)

    def action_people(self) -> None:
        """Open the address book, and go to the interview that is chosen there."""
        from afterview_tui.tui.screens.people import PeopleScreen

        def answered(interview_id: int | None) -> None:
            self.read_again()
            if interview_id is not None:
                self.reveal(interview_id)

        self.app.push_screen(PeopleScreen(), answered)

    async def action_me(self) -> None:
        """Open the form about the user."""
        me = self.store.checklist.me()

        def save(values: Values) -> None:
            self.store.checklist.write_me(replace(me, **values))  # type: ignore[arg-type]

        await self.ask(asking.about_me(me, save, self.store.drafts))

    @on(InterviewsPane.EditWanted)
    def _edit_interview(self, message: InterviewsPane.EditWanted) -> None:
        self.select(message.interview_id)
        if self.case is not None:
            facts, today, drafts = self.case.facts, self.agenda.today, self.store.drafts

            def edit(entry: Entry, before: Interview) -> None:
                self.store.interviews.edit(entry, before)
                self._say_who_changed(entry, facts)

            order = self.afterview.month_first
            self.ask(edit_interview(facts, today, edit, drafts, self.known(), month_first=order))

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
            self.afterview.say(words, seconds=8)

    @on(InterviewsPane.PrepareWanted)
    @on(JournalPane.PrepareWanted)
    def _show_preparation(
        self, message: InterviewsPane.PrepareWanted | JournalPane.PrepareWanted
    ) -> None:
        from afterview_tui.tui.dialogs.preparation import PreparationSheet

        today, folder = self.agenda.today, self.afterview.folder
        with self.reporting():
            found = self.store.journal.preparation(message.interview_id, today)
            if found is None:
                self.read_all()
                raise NotSaved("This interview is no longer on file; another window removed it.")
            self.app.push_screen(PreparationSheet(found, today, folder))

    @on(InterviewsPane.BinWanted)
    def _bin_interview(self, message: InterviewsPane.BinWanted) -> None:
        self.select(message.interview_id)
        if self.case is not None:
            interview = self.case.facts.interview
            said = f"Deleted {interview.employer}. u brings it back."
            self.write(lambda _: self.store.interviews.bin(interview), said)

    def action_outcome(self) -> None:
        """Ask how the interview shown ended."""
        if self.case is not None:
            dialog = asking.outcome(self.case.facts.interview.employer)
            self.choose(dialog, self.end_interview)

    @on(LetterPane.FactsWanted)
    def _ask_talk(self, message: LetterPane.FactsWanted) -> None:
        to = message.to
        if not to.meeting.id:
            self.afterview.say("What you talked about is noted for those you met.")
            return
        met = Met(to.meeting, to.person)

        def save(values: Values) -> None:
            said = replace(met.meeting, **values)  # type: ignore[arg-type]
            self.store.interviews.say_about(said, before=met.meeting)

        def noted() -> None:
            letter = to.letter(self.case.facts) if self.case is not None else None
            if letter is not None and letter.state is LetterState.SENT:
                self.afterview.say("Noted. The letter is sent, and stays as it is.")
            elif letter is not None and not letter.follows_facts:
                self.afterview.say(
                    "Noted. The letter is yours, and stays as it is; w drafts it anew.", seconds=8
                )

        today = self.agenda.today
        self.ask(asking.talk(met, save, self.store.drafts, self.known(), today), noted)

    def save_letter(self, letter: Letter, person: Person, text: str, base: str) -> Saved:
        """Save a letter while it is typed."""
        return self.store.letters.write(letter, person, text, base)
