"""What is done with interviews: entering, changing, listing, deleting them; news from them."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from afterview_tui.domain.errors import AfterviewError, NotSaved
from afterview_tui.domain.records import Facts, Interview
from afterview_tui.tui.desk import Desk
from afterview_tui.tui.front import Front
from afterview_tui.tui.keys import key

# The forms and dialogs come along with the first key that opens one.
if TYPE_CHECKING:
    from afterview_tui.domain.news import News
    from afterview_tui.domain.preparation import Preparation
    from afterview_tui.storage.interviews import Entry
    from afterview_tui.tui.asked_for import Rooms

AFTER_A_NO = "Step 4 has one line more: ask what could be stronger, or only thank them."


class InterviewWork:
    """Enters, changes, finds and deletes interviews, and notes what is heard of them."""

    def __init__(self, desk: Desk, front: Front, rooms: Rooms) -> None:
        self.desk = desk
        self.front = front
        self.rooms = rooms
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
        from afterview_tui.tui.interviews.interview_form import new_interview

        def add(entry: Entry) -> None:
            self.desk.selected = self.store.interviews.add(entry)

        app = self.front.app
        form = new_interview(
            app.today,
            app.zone(),
            add,
            self.store.drafts,
            self.desk.known(),
            month_first=app.month_first,
        )
        await self.front.ask(form, self._show_the_new_one)

    def next_round(self, interview_id: int) -> None:
        """Enter the next round of this interview; the people come along."""
        self.desk.select(interview_id)
        if self.desk.case is not None:
            self._enter_round(self.desk.case.facts)

    def _enter_round(self, before: Facts, heard: News | None = None) -> None:
        """Enter the round after `before`; what was heard of it is noted along with it."""
        from afterview_tui.tui.interviews.interview_form import next_round
        from afterview_tui.tui.interviews.news_dialog import draft_of

        def add(entry: Entry) -> None:
            self.desk.selected = self.store.interviews.add_round(before, entry, heard)
            if heard is not None:
                with suppress(AfterviewError):  # the round is on file: it is not entered twice
                    self.store.drafts.drop(draft_of(before))
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

    def ask_news(self) -> None:
        """Ask what they said, and note it."""
        from afterview_tui.domain.news import Heard, in_words, now
        from afterview_tui.tui.interviews.news_dialog import NewsDialog

        if self.desk.case is None:
            return
        facts, today = self.desk.case.facts, self.desk.today

        def note(news: News) -> None:
            self.store.interviews.hear(facts.interview, news, today)
            said = in_words(news.heard, facts.interview.employer, now(facts))
            noted = f"Noted: {said}."
            asks_why = news.heard is Heard.NO and not (news.said or facts.reflection.why_not)
            more = f"\n{AFTER_A_NO}" if asks_why else ""
            self.front.say(f"{noted} {key('undo')} takes it back.{more}", seconds=8)

        drafts, order = self.store.drafts, self.front.app.month_first
        others = [one.facts for one in self.desk.agenda.cases.values()]
        dialog = NewsDialog(self.desk.case, note, drafts, others=others, month_first=order)

        def answered(is_done: bool | None) -> None:
            if dialog.round is not None:
                self._enter_round(facts, dialog.round)
            elif is_done:
                self.front.read_again()

        self.front.open(dialog, answered)

    def ask_terms(self) -> None:
        """Ask what an offer says, what of it is in writing and what was only said."""
        from afterview_tui.storage.interviews import Entry
        from afterview_tui.tui.interviews.terms_form import terms_form

        if self.desk.case is None:
            return
        interview = self.desk.case.facts.interview

        def save(said: Interview) -> None:
            self.store.interviews.edit(Entry(said, None, None), interview)

        self.front.ask(terms_form(interview, save, self.store.drafts))

    def open_history(self) -> None:
        """Show what happened to this interview, in all its rounds."""
        from afterview_tui.domain.timeline import as_text, timeline
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
        from afterview_tui.tui.interviews.interview_form import edit_interview

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
        from afterview_tui.domain import list_changes
        from afterview_tui.domain.recognising import Recognised

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

    def prepare_shown(self) -> None:
        """Show the page to prepare from, for the next interview with this employer."""
        if self.desk.selected is not None:
            self.prepare(self.desk.selected)

    def prepare(self, interview_id: int) -> None:
        """Show the page to prepare from, for the next interview there."""
        from afterview_tui.tui.interviews.preparation_page import PreparationSheet

        today, folder = self.desk.today, self.front.app.folder

        def read() -> Preparation:
            found = self.store.journal.preparation(interview_id, today)
            if found is None:
                self.desk.read()
                raise NotSaved("This interview is no longer on file; another window removed it.")
            return found

        with self.front.reporting():
            self.front.open(PreparationSheet(read, today, folder, self.rooms.journal.practise))

    def bin(self, interview_id: int) -> None:
        """Delete this interview; undo brings it back."""
        self.desk.select(interview_id)
        if self.desk.case is not None:
            interview = self.desk.case.facts.interview
            said = f"Deleted {interview.employer}. {key('undo')} brings it back."
            self.front.write(lambda _: self.store.interviews.bin(interview), said)
