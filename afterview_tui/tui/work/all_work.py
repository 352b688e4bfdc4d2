"""All work of the main screen put together, and by the names that the table of keys has for it."""

from __future__ import annotations

from collections.abc import Callable

from afterview_tui.tui.desk import Desk
from afterview_tui.tui.front import Front
from afterview_tui.tui.work.letter_review import LetterReview
from afterview_tui.tui.work.letter_sending import LetterSending
from afterview_tui.tui.work.letter_work import LetterWork


class Work:
    """Each kind of work once.

    A key whose action is `do('letter.form')` calls what `by_name` has under this name.
    """

    def __init__(self, desk: Desk, front: Front) -> None:
        self.letters = LetterWork(desk, front)
        self.review = LetterReview(desk, front, self.letters)
        self.sending = LetterSending(desk, front, self.letters, self.review)
        self.by_name = self._by_name()

    def _by_name(self) -> dict[str, Callable[[], object]]:
        letters, review, sending = self.letters, self.review, self.sending
        return {
            "letter.another": letters.another,
            "letter.begin_anew": letters.begin_anew,
            "letter.copy": review.copy,
            "letter.edit_outside": sending.edit_outside,
            "letter.findings": review.open_findings,
            "letter.form": letters.choose_form,
            "letter.pick_template": letters.pick_template,
            "letter.reword": letters.reword,
            "letter.reword_paragraph": letters.reword_paragraph,
            "letter.send": sending.send,
            "letter.sent_details": letters.sent_details,
            "letter.subject": letters.ask_subject,
            "letter.templates": letters.templates,
            "letter.versions": review.versions,
        }
