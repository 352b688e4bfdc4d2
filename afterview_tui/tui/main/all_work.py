"""All work of the main screen put together, and by the names that the table of keys has for it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial
from typing import TYPE_CHECKING

from afterview_tui.tui.desk import Desk
from afterview_tui.tui.front import Front
from afterview_tui.tui.interviews.interview_work import InterviewWork
from afterview_tui.tui.keys import TABS_BY_NAME, Where
from afterview_tui.tui.main.way_back import WayBack

# What the first screen does not need comes along with the first key that does.
if TYPE_CHECKING:
    from afterview_tui.tui.interviews.rounds_work import RoundsWork
    from afterview_tui.tui.journal.journal_work import JournalWork
    from afterview_tui.tui.journal.story_work import StoryWork
    from afterview_tui.tui.letter.letter_review import LetterReview
    from afterview_tui.tui.letter.letter_sending import LetterSending
    from afterview_tui.tui.letter.letter_wording import LetterWording
    from afterview_tui.tui.letter.letter_work import LetterWork
    from afterview_tui.tui.letter.part_work import PartWork
    from afterview_tui.tui.letter.this_letter_work import ThisLetterWork
    from afterview_tui.tui.main.file_work import FileWork
    from afterview_tui.tui.main.going_there import GoingThere
    from afterview_tui.tui.main.shelf_work import ShelfWork
    from afterview_tui.tui.main.taking_along_work import TakingAlongWork
    from afterview_tui.tui.people.people_work import PeopleWork
    from afterview_tui.tui.search.search_work import SearchWork
    from afterview_tui.tui.steps.steps_work import StepsWork


class Work:
    """Each kind of work once, made when it is first asked for.

    A key whose action is `do('letter.edit')` calls what `by_name` has under this name.
    """

    def __init__(self, desk: Desk, front: Front) -> None:
        self.desk = desk
        self.front = front
        self.interviews = InterviewWork(desk, front, self)
        self.way_back = WayBack(desk, front, lambda: self.letters)
        self.by_name = self._by_name()

    @cached_property
    def steps(self) -> StepsWork:
        """What is done with a line of the four steps."""
        from afterview_tui.tui.steps.steps_work import StepsWork

        return StepsWork(self.desk, self.front, self)

    @cached_property
    def rounds(self) -> RoundsWork:
        """Joining interviews as rounds, and parting them again."""
        from afterview_tui.tui.interviews.rounds_work import RoundsWork

        return RoundsWork(self.desk, self.front)

    @cached_property
    def letters(self) -> LetterWork:
        """What is done with letters."""
        from afterview_tui.tui.letter.letter_work import LetterWork

        return LetterWork(self.desk, self.front)

    @cached_property
    def this_letter(self) -> ThisLetterWork:
        """The form about the letter shown."""
        from afterview_tui.tui.letter.this_letter_work import ThisLetterWork

        return ThisLetterWork(self.desk, self.front, self.letters)

    @cached_property
    def review(self) -> LetterReview:
        """Looking a letter over, and copying it."""
        from afterview_tui.tui.letter.letter_review import LetterReview

        return LetterReview(self.desk, self.front, self.letters, self.this_letter)

    @property
    def copying(self) -> LetterReview:
        """What is done with a letter that is to go out."""
        return self.review

    @cached_property
    def wording(self) -> LetterWording:
        """Other words for what is ours, and earlier versions."""
        from afterview_tui.tui.letter.letter_wording import LetterWording

        return LetterWording(self.desk, self.front, self.letters)

    @cached_property
    def parts(self) -> PartWork:
        """What is done with the parts of a letter."""
        from afterview_tui.tui.letter.part_work import PartWork

        return PartWork(self.desk, self.front, self.letters)

    @cached_property
    def sending(self) -> LetterSending:
        """The other ways out."""
        from afterview_tui.tui.letter.letter_sending import LetterSending

        return LetterSending(self.desk, self.front, self.letters, self.review)

    @cached_property
    def journal(self) -> JournalWork:
        """What is done in the journal."""
        from afterview_tui.tui.journal.journal_work import JournalWork

        return JournalWork(self.desk, self.front)

    @cached_property
    def stories(self) -> StoryWork:
        """What is done with stories."""
        from afterview_tui.tui.journal.story_work import StoryWork

        return StoryWork(self.desk, self.front, self.shelf)

    @cached_property
    def shelf(self) -> ShelfWork:
        """What is opened on the shelf."""
        from afterview_tui.tui.main.shelf_work import ShelfWork

        return ShelfWork(self.desk, self.front, self.letters, self.journal)

    @cached_property
    def people(self) -> PeopleWork:
        """What is done with people."""
        from afterview_tui.tui.people.people_work import PeopleWork

        return PeopleWork(self.desk, self.front)

    @cached_property
    def going(self) -> GoingThere:
        """Going where a search leads."""
        from afterview_tui.tui.main.going_there import GoingThere

        return GoingThere(
            self.desk,
            self.front,
            self.interviews,
            self.steps,
            self.letters,
            self.this_letter,
            self.journal,
            self.shelf,
            self.way_back,
        )

    @cached_property
    def search(self) -> SearchWork:
        """Searching everything."""
        from afterview_tui.tui.search.search_work import SearchWork

        return SearchWork(self.front, self.going.go)

    @cached_property
    def file(self) -> FileWork:
        """What is done with the file as a whole."""
        from afterview_tui.tui.main.file_work import FileWork

        return FileWork(self.desk, self.front)

    @cached_property
    def taking_along(self) -> TakingAlongWork:
        """Taking everything along in other formats."""
        from afterview_tui.tui.main.taking_along_work import TakingAlongWork

        return TakingAlongWork(self.desk, self.front)

    def _by_name(self) -> dict[str, Callable[[], object]]:
        return {
            "file.backup": lambda: self.file.back_up(),
            "file.check": lambda: self.file.check(),
            "file.export": lambda: self.taking_along.ask(),
            "interview.history": lambda: self.interviews.open_history(),
            "interview.join": lambda: self.rounds.join(),
            "interview.part": lambda: self.rounds.part(),
            "interview.new": lambda: self.interviews.new(),
            "interview.news": lambda: self.interviews.ask_news(),
            "interview.prepare": lambda: self.interviews.prepare_shown(),
            "interview.sort": lambda: self.interviews.sort(),
            "interview.terms": lambda: self.interviews.ask_terms(),
            "journal.practise": lambda: self.journal.practise(),
            "journal.tell": lambda: self.stories.tell(),
            "journal.versions": lambda: self.journal.versions(),
            "letter.talk": lambda: self.this_letter.edit("talked_about"),
            "letter.begin_anew": lambda: self.wording.begin_anew(),
            "letter.copy": lambda: self.review.copy(),
            "letter.edit_outside": lambda: self.sending.edit_outside(),
            "letter.findings": lambda: self.review.open_findings(),
            "letter.edit": lambda: self.this_letter.edit(),
            "letter.form": lambda: self.this_letter.edit("form"),
            "letter.pick_template": lambda: self.this_letter.edit("template"),
            "letter.reword": lambda: self.wording.reword(),
            "letter.other_words": lambda: self.parts.other_words(),
            "letter.note": lambda: self.parts.put_note(),
            "letter.take_out": lambda: self.parts.take_out(),
            "letter.send": lambda: self.sending.send(),
            "letter.sent": lambda: self.letters.toggle_shown_sent(),
            "letter.sent_details": lambda: self.this_letter.edit("on"),
            "letter.subject": lambda: self.this_letter.edit("subject"),
            "letter.versions": lambda: self.wording.versions(),
            "people.me": lambda: self.people.about_the_user(),
            "search.open": lambda: self.search.open(),
            "shelf.open": lambda: self.shelf.open(),
            "today": lambda: self.front.stage.by_day(),
            "zoom": lambda: self.front.stage.zoom(),
            **{name: partial(self._open_tab, where) for name, where in TABS_BY_NAME.items()},
        }

    def _open_tab(self, where: Where) -> object:
        return self.shelf.open_at(where)
