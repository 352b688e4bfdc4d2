"""All work of the main screen put together, and by the names that the table of keys has for it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from afterview_tui.tui.desk import Desk
from afterview_tui.tui.front import Front
from afterview_tui.tui.interviews.interview_work import InterviewWork
from afterview_tui.tui.journal.journal_work import JournalWork
from afterview_tui.tui.journal.story_work import StoryWork
from afterview_tui.tui.letter.letter_review import LetterReview
from afterview_tui.tui.letter.letter_sending import LetterSending
from afterview_tui.tui.letter.letter_wording import LetterWording
from afterview_tui.tui.letter.letter_work import LetterWork
from afterview_tui.tui.letter.part_work import PartWork
from afterview_tui.tui.letter.this_letter_work import ThisLetterWork
from afterview_tui.tui.main.going_there import GoingThere
from afterview_tui.tui.main.shelf_work import NAMES, ShelfWork
from afterview_tui.tui.main.taking_along_work import TakingAlongWork
from afterview_tui.tui.people.people_work import PeopleWork
from afterview_tui.tui.search.search_work import SearchWork
from afterview_tui.tui.steps.steps_work import StepsWork


class Work:
    """Each kind of work once.

    A key whose action is `do('letter.edit')` calls what `by_name` has under this name.
    """

    def __init__(self, desk: Desk, front: Front) -> None:
        self.front = front
        self.people = PeopleWork(desk, front)
        self.journal = JournalWork(desk, front)
        self.interviews = InterviewWork(desk, front, self.journal)
        self.letters = LetterWork(desk, front)
        self.shelf = ShelfWork(desk, front, self.letters, self.journal)
        self.stories = StoryWork(desk, front, self.shelf)
        self.this_letter = ThisLetterWork(desk, front, self.letters)
        self.review = LetterReview(desk, front, self.letters, self.this_letter)
        self.wording = LetterWording(desk, front, self.letters)
        self.parts = PartWork(desk, front, self.letters)
        self.sending = LetterSending(desk, front, self.letters, self.review)
        self.steps = StepsWork(
            desk, front, self.interviews, self.letters, self.review, self.journal, self.shelf
        )
        self.going = GoingThere(
            desk,
            front,
            self.interviews,
            self.steps,
            self.letters,
            self.this_letter,
            self.journal,
            self.shelf,
        )
        self.taking_along = TakingAlongWork(desk, front)
        self.search = SearchWork(front, self.going.go)
        self.by_name = self._by_name()

    def _by_name(self) -> dict[str, Callable[[], object]]:
        interviews, people, journal = self.interviews, self.people, self.journal
        letters, review, sending = self.letters, self.review, self.sending
        edit = self.this_letter.edit
        return {
            "file.export": self.taking_along.ask,
            "interview.history": interviews.open_history,
            "interview.new": interviews.new,
            "interview.news": interviews.ask_news,
            "interview.prepare": interviews.prepare_shown,
            "interview.sort": interviews.sort,
            "journal.practise": journal.practise,
            "journal.tell": self.stories.tell,
            "journal.versions": journal.versions,
            "letter.another": lambda: edit("kind"),
            "letter.begin_anew": self.wording.begin_anew,
            "letter.copy": review.copy,
            "letter.edit_outside": sending.edit_outside,
            "letter.findings": review.open_findings,
            "letter.edit": edit,
            "letter.form": lambda: edit("form"),
            "letter.pick_template": lambda: edit("template"),
            "letter.reword": self.wording.reword,
            "letter.other_words": self.parts.other_words,
            "letter.note": self.parts.put_note,
            "letter.take_out": self.parts.take_out,
            "letter.send": sending.send,
            "letter.sent": letters.toggle_shown_sent,
            "letter.sent_details": lambda: edit("on"),
            "letter.subject": lambda: edit("subject"),
            "letter.versions": self.wording.versions,
            "people.me": people.about_the_user,
            "search.open": self.search.open,
            "shelf.open": self.shelf.open,
            "today": lambda: self.front.stage.by_day(),
            "zoom": lambda: self.front.stage.zoom(),
            **{name: partial(self.shelf.open_at, where) for name, where in NAMES.items()},
        }
