"""From what a search found to the very place: in a pane, on a screen of its own, in a form."""

from __future__ import annotations

from afterview_tui.domain.found import Hit, Section
from afterview_tui.domain.letter import LetterKind
from afterview_tui.domain.tasks import own_key
from afterview_tui.tui.desk import Desk
from afterview_tui.tui.front import Front
from afterview_tui.tui.interviews.interview_work import InterviewWork
from afterview_tui.tui.journal.journal_work import JournalWork
from afterview_tui.tui.keys import Where
from afterview_tui.tui.kit.form import Form
from afterview_tui.tui.letter.letter_work import LetterWork
from afterview_tui.tui.letter.this_letter_work import ThisLetterWork
from afterview_tui.tui.main.shelf_work import ShelfWork
from afterview_tui.tui.main.way_back import WayBack
from afterview_tui.tui.steps.steps_work import StepsWork


class GoingThere:
    """Knows of every hit where it is."""

    def __init__(
        self,
        desk: Desk,
        front: Front,
        interviews: InterviewWork,
        steps: StepsWork,
        letters: LetterWork,
        this_letter: ThisLetterWork,
        journal: JournalWork,
        shelf: ShelfWork,
        way_back: WayBack,
    ) -> None:
        self._desk = desk
        self._front = front
        self._interviews = interviews
        self._steps = steps
        self._letters = letters
        self._this_letter = this_letter
        self._journal = journal
        self._shelf = shelf
        self._way_back = way_back

    async def go(self, hit: Hit, said: str) -> None:
        """Go to a hit of what was looked for."""
        with self._front.reporting():
            match hit.section:
                case Section.PEOPLE:
                    await self._shelf.open_at(Where.PEOPLE, str(hit.id))
                case Section.QUESTIONS:
                    await self._shelf.open_at(Where.QUESTIONS, str(hit.id))
                case Section.STORIES:
                    await self._shelf.open_at(Where.STORIES, str(hit.id))
                case Section.TEMPLATES:
                    await self._shelf.open_at(Where.TEMPLATES, self._template(hit.id))
                case Section.NOTES if hit.record == "me":
                    await self._shelf.open_at(Where.RESUME)
                case Section.NOTES if hit.person_id is not None:
                    await self._shelf.open_at(Where.PEOPLE, str(hit.person_id))
                case _:
                    self._way_back.remembered(lambda: self._go_to_pane(hit, said))

    def _template(self, number: int) -> str | None:
        """The line of the user's own template with this id."""
        from afterview_tui.tui.letter.template_list import Entry

        every = self._desk.store.templates.all()
        return next((Entry(one.kind, one.form, one).id for one in every if one.id == number), None)

    def _go_to_pane(self, hit: Hit, said: str) -> None:
        if hit.interview_id is None:
            return
        self._front.reveal(hit.interview_id)
        match hit.section:
            case Section.LETTERS:
                self._go_to_letter(hit, said)
            case Section.TALKS:
                self._go_to_talk(hit, said)
            case Section.REFLECTIONS:
                self._front.go_to("journal")
                self._journal.pane.go_to(hit.field)
            case Section.NOTES if hit.record == "interview":
                self._front.go_to("interviews")
                self._interviews.edit(hit.interview_id)
                self._go_to_field(hit.field)
            case Section.NOTES:
                self._front.go_to("steps")
                self._steps.pane.show(self._desk.case, own_key(hit.id))
            case _:
                self._front.go_to("interviews")

    def _go_to_letter(self, hit: Hit, said: str) -> None:
        case = self._desk.case
        letters = case.facts.letters if case is not None else ()
        for letter in (one for one in letters if one.id == hit.id):
            if self._letters.open_in_form(letter):
                self._letters.select(said)

    def _go_to_talk(self, hit: Hit, said: str) -> None:
        """Go to the letter that says it, or to the form of the talk where none does."""
        if hit.person_id is not None:
            self._letters.open((hit.person_id, LetterKind.THANK_YOU))
            if not self._letters.select(said):
                self._this_letter.edit(hit.field)

    def _go_to_field(self, name: str) -> None:
        """Put the cursor into a field of the form that has just been opened."""
        form = self._front.screen.app.screen

        if isinstance(form, Form):
            form.call_after_refresh(form.go_to, name)
