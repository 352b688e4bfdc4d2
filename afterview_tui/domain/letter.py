"""Letters, and what is kept to write them: their kinds and forms, templates, words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

_A_MOMENT = timedelta(seconds=1)  # as fine as moments are kept


# What stands in a letter while it is not known of the user: field of `Me` → its gap.
OWN_GAPS = {
    "name": "[your name]",
    "phone": "[your phone number]",
    "email": "[your e-mail address]",
}


class LetterKind(StrEnum):
    """What a letter is for."""

    THANK_YOU = "thank-you"
    FOR_OTHERS = "note to pass on"
    CORRECTION = "correction"
    FOLLOW_UP = "follow-up note"
    OTHER_OFFER = "another offer"
    WHY_NOT = "why-not"
    AFTER_NO = "thanks after a no"
    OFFER_THANKS = "thanks for an offer"
    MORE_TIME = "more time"
    ACCEPT = "accept"
    DECLINE = "decline"
    WITHDRAW = "withdraw"
    REFERENCE = "thanks to a reference"


class LetterForm(StrEnum):
    """How a letter goes out."""

    EMAIL = "e-mail"
    CARD = "card by hand"
    TYPED = "typed"


class LetterState(StrEnum):
    """How far a letter is. Copied is not sent: sent is the user's own mark."""

    DRAFT = "draft"
    COPIED = "copied"
    SENT = "sent"


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter that the user decided something about. An untouched draft is not on file.

    Each form of a letter is one of its own. While it `follows_facts` nobody has
    written in it: it is drafted anew from the facts, and `text` is only what was
    drafted last. `parts` says where each part stands in the text; who drafts
    letters knows how. `chosen_at` is when this form was put in front of the others.
    """

    id: int = 0
    interview_id: int = 0
    person_id: int = 0
    kind: LetterKind = LetterKind.THANK_YOU
    form: LetterForm = LetterForm.EMAIL
    subject: str = ""
    text: str = ""
    state: LetterState = LetterState.DRAFT
    copied_at: datetime | None = None
    sent_on: date | None = None
    sent_how: str = ""
    created_at: datetime | None = None
    follows_facts: bool = False
    parts: str = ""
    chosen_at: datetime | None = None

    @property
    def which(self) -> tuple[int, int, LetterKind, LetterForm]:
        """What tells it from every other letter, on file or not."""
        return self.interview_id, self.person_id, self.kind, self.form

    def in_front(self) -> tuple[float, int]:
        """What the forms of one letter are sorted by: the one chosen last is the greatest."""
        return self.chosen_at.timestamp() if self.chosen_at is not None else 0.0, self.id


def last_sent(letters: Iterable[Letter], *kinds: LetterKind) -> date | None:
    """The day on which one of these kinds went out last, to whomever."""
    sent = (one for one in letters if one.kind in kinds and one.state is LetterState.SENT)
    return max((one.sent_on for one in sent if one.sent_on is not None), default=None)


def chosen_after(others: Iterable[Letter], now: datetime) -> datetime:
    """The moment that puts a form in front of the others, also when they were chosen just now."""
    before = [one.chosen_at for one in others if one.chosen_at is not None]
    return max([now, *(at + _A_MOMENT for at in before)], key=datetime.timestamp)


@dataclass(frozen=True, slots=True)
class Template:
    """A letter template of the user's own, in Jinja2. One without a name replaces ours."""

    id: int = 0
    kind: LetterKind = LetterKind.THANK_YOU
    form: LetterForm = LetterForm.EMAIL
    name: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Word:
    """A word that the user told the spelling check to know."""

    id: int = 0
    word: str = ""
