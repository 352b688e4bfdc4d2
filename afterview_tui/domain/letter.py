"""Letters, and what is kept to write them: their kinds and forms, templates, words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class LetterKind(StrEnum):
    """What a letter is for."""

    THANK_YOU = "thank-you"
    FOR_OTHERS = "note to pass on"
    CORRECTION = "correction"
    FOLLOW_UP = "follow-up note"
    OTHER_OFFER = "another offer"
    WHY_NOT = "why-not"
    AFTER_NO = "thanks after a no"
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

    While it `follows_facts` nobody has written in it: it is drafted anew from
    the facts, in its `form`, and `text` is only what was drafted last.
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
