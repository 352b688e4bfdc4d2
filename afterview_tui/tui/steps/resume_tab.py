"""The résumé: its reviews, what interviews suggest to change, and what was changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.widget import AwaitMount

from afterview_tui.domain import dates
from afterview_tui.domain.agenda import case
from afterview_tui.domain.person_card import Part
from afterview_tui.domain.records import Me
from afterview_tui.domain.resume import Suggestion, Why, suggestions, waiting
from afterview_tui.domain.text import clean_line, count, joined, lines
from afterview_tui.letters.drafting.own_words import without_bullet
from afterview_tui.pages.resume_page import resume_page
from afterview_tui.tui.base import BOTH_KEPT
from afterview_tui.tui.desk import Desk
from afterview_tui.tui.front import Front
from afterview_tui.tui.keys import Where, key
from afterview_tui.tui.kit.form import Field, Form, Values
from afterview_tui.tui.kit.shelf_tab import InTab, Tab

REVIEWED = "reviewed"  # the id of the line that tells of the last review
_SETTLED = 3  # employers that are named; of more only the number is said
_SEEN = "From before the last review"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why to look at the résumé: the last review is some time ago, or a journal suggests it."""

    id: str
    suggestion: Suggestion | None = None


class ResumeTab(Tab[Reason]):
    """The last review, and below it what the journals suggest; the notes are on every card."""

    where = Where.RESUME
    one, many = "line", "lines"
    no_match = "Nothing here has these words"

    def __init__(self, desk: Desk, front: Front) -> None:
        super().__init__(desk.store)
        self._front = front
        self._me = Me()
        self._waiting: list[str] = []
        self.verbs = {"open": self.go_there}
        self.others = {"done": self.review, "edit": self.edit, "copy": self.copy}

    def nothing(self) -> Part:
        """There is always the line of the last review."""
        return Part("", ())

    def load(self) -> Sequence[Reason]:
        """The review, then what no review has seen, then the rest."""
        store, today = self.store, self.today
        self._me = store.resume.me()
        self._waiting = waiting(case(one, today) for one in store.interviews.open_ones(today))
        found = suggestions(store.resume.reflected(), self._me.resume_reviewed_on)
        order = [*Why]
        found.sort(key=lambda one: (not one.is_since, order.index(one.why)))
        numbered = (Reason(f"{one.interview.id}-{one.text}", one) for one in found)
        return [Reason(REVIEWED), *numbered]

    def line(self, one: Reason) -> InTab:
        """What is suggested, and where it comes from, under why it matters."""
        if (its := one.suggestion) is None:
            number = len(self._waiting)
            waits = f"{number} {'waits' if number == 1 else 'wait'} for it" if number else ""
            return InTab(one.id, f"Reviewed: {self._reviewed}", waits)
        day = dates.short(its.interview.held_on, self.today)
        about = ", ".join(filter(None, [clean_line(its.interview.employer), day]))
        group = its.why.value if its.is_since else _SEEN
        return InTab(one.id, without_bullet(its.text), about, group)

    def parts(self, one: Reason) -> Sequence[Part]:
        """The last review and who waits for another, or what is suggested; what was changed."""
        if (its := one.suggestion) is None:
            waits = joined(self._waiting) or "nobody"
            first = Part(f"Reviewed: {self._reviewed}", (f"Waits for it: {waits}",))
        else:
            first = Part(without_bullet(its.text), (its.why.value, self.line(one).about))
        notes = tuple(lines(self._me.resume_notes)) or ("Nothing is noted yet.",)
        return [first, Part("What changed", notes)]

    @property
    def _reviewed(self) -> str:
        on = self._me.resume_reviewed_on
        return dates.spoken(on, self.today) if on is not None else "no day is noted yet"

    def go_there(self, one: Reason) -> object:
        """Leave for the interview that suggests something; the line of the review is reviewed."""
        if (its := one.suggestion) is None:
            return self.review()
        number = its.interview.id

        def go() -> None:
            self._front.reveal(number)
            self._front.go_to("journal")

        self.screen.leave(go)
        return None

    def review(self) -> AwaitMount:
        """Ask what changed, and note that it was reviewed today."""
        today, settles, resume = self.today, [*self._waiting], self.store.resume
        field = Field("changed", "What changed", "nothing, or: moved the course to the top", 3)

        def save(values: Values) -> None:
            resume.review(today, values["changed"])

        title = f"Reviewed on {dates.full(today)}"
        form = Form(title, [field], save, drafts=self.store.drafts, draft="resume-review")
        return self.ask(form, lambda: self.afterview.say(_said(settles)))

    def edit(self) -> AwaitMount:
        """Change the notes."""
        resume, before = self.store.resume, self._me.resume_notes

        def save(values: Values) -> None:
            if resume.write_notes(values["notes"], before).both_kept:
                self.afterview.say(BOTH_KEPT)

        field = Field("notes", "What changed", "the newest first", 8, value=before)
        drafts = self.store.drafts
        form = Form("Notes on the résumé", [field], save, drafts=drafts, draft="resume-notes")
        return self.ask(form)

    def copy(self) -> None:
        """Copy all of it on one page, in Markdown."""
        reflected = self.store.resume.reflected()
        page = resume_page(self._me, reflected, self._waiting, self.today)
        self.afterview.copy_text(page.markdown(), f"{self.today} résumé")


def _said(settles: list[str]) -> str:
    """What a review settled."""
    if not settles:
        return f"Noted as reviewed. {key('shelf.undo')} takes it back."
    named = joined(settles) if len(settles) <= _SETTLED else count(len(settles), "employer")
    return f"Noted as reviewed. That settles it for {named}."
