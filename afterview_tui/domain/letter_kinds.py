"""The kinds of letters: one entry for each, with all that tells it from the others.

To add a kind: its name in `LetterKind`, its parts in `letter_parts` or `offer_parts`, its
entry here, and its texts in `letters/drafting/templates/letters` and
`letters/drafting/templates/wordings`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from afterview_tui.domain import letter_parts, offer_parts
from afterview_tui.domain.letter import LetterForm, LetterKind
from afterview_tui.domain.letter_parts import Part
from afterview_tui.domain.records import Outcome

FORMS = {
    LetterForm.EMAIL: "an e-mail",
    LetterForm.CARD: "a card",
    LetterForm.TYPED: "a typed letter",
}
_CARD = (30, 60)  # words: three to five sentences, of whatever kind


class Settles(Enum):
    """What is noted on file when a letter of a kind is marked sent, beside the mark."""

    NOTHING = auto()
    TRY = auto()  # it is a try at asking how things stand
    THANKS = auto()  # the reference is thanked
    OTHERS = auto()  # those for whom it is are thanked


@dataclass(frozen=True, slots=True)
class KindOfLetter:
    """What there is to know about a kind of letter.

    `noun` is what it is called in a sentence ("the … to Jo Park"), `told` what the history
    of an interview calls it ("Sent … to Jo Park"), `adjective` what its templates are
    called ("a … e-mail").
    `words` are how few and how many it takes in an e-mail, `most_typed` how many on a
    sheet. Those who hire advise 100 to 180; of bad news and requests, readers liked those
    of 130 to 155 best. `says` is the outcome that the employer is told by it. `again`: a
    second one may follow the first. `names_employer`: one that does not is pointed out.
    `parts` are what the writer fills, in the order in which they stand.
    """

    parts: tuple[Part, ...]
    noun: str
    told: str
    adjective: str
    words: tuple[int, int]
    most_typed: int = 0
    says: Outcome | None = None
    settles: Settles = Settles.NOTHING
    to_reference: bool = False
    again: bool = False
    names_employer: bool = False

    def length(self, form: LetterForm) -> tuple[int, int]:
        """How few and how many words such a letter takes in this form."""
        if form is LetterForm.CARD:
            return _CARD
        fewest, most = self.words
        return fewest, (self.most_typed or most) if form is LetterForm.TYPED else most


_KINDS = {
    LetterKind.THANK_YOU: KindOfLetter(
        parts=letter_parts.THANK_YOU,
        noun="letter",
        told="the thank-you letter",
        adjective="thank-you",
        words=(60, 180),  # two or three short paragraphs
        most_typed=250,  # a sheet has room for one more
    ),
    LetterKind.FOR_OTHERS: KindOfLetter(
        parts=letter_parts.FOR_OTHERS,
        noun="note to pass on",
        told="the note to pass on",
        adjective="pass-on",
        words=(45, 180),  # a line for each of the others
        most_typed=250,
        settles=Settles.OTHERS,
    ),
    LetterKind.CORRECTION: KindOfLetter(
        parts=letter_parts.CORRECTION,
        noun="correction",
        told="the correction",
        adjective="correction",
        words=(25, 120),  # only what was wrong and what is right: more would make much of it
        again=True,
    ),
    LetterKind.FOLLOW_UP: KindOfLetter(
        parts=letter_parts.FOLLOW_UP,
        noun="follow-up note",
        told="the follow-up note",
        adjective="follow-up",
        words=(30, 150),  # who asks, what is new, and the question; a second is half of it
        settles=Settles.TRY,
        again=True,
    ),
    LetterKind.OTHER_OFFER: KindOfLetter(
        parts=offer_parts.OTHER_OFFER,
        noun="letter about another offer",
        told="the letter about another offer",
        adjective="other-offer",
        words=(40, 150),  # the day by which it matters, and why they matter more
        settles=Settles.TRY,
    ),
    LetterKind.WHY_NOT: KindOfLetter(
        parts=letter_parts.WHY_NOT,
        noun="request for advice",
        told="the letter asking what could be stronger",
        adjective="why-not",
        words=(50, 150),  # who is asked a favour is not given much to read
    ),
    LetterKind.AFTER_NO: KindOfLetter(
        parts=letter_parts.AFTER_NO,
        noun="thanks after a no",
        told="the thanks after a no",
        adjective="after-a-no",
        words=(35, 150),  # it asks for nothing; what you made of their advice takes a few lines
    ),
    LetterKind.OFFER_THANKS: KindOfLetter(
        parts=offer_parts.OFFER_THANKS,
        noun="thanks for the offer",
        told="the thanks for the offer",
        adjective="offer-thanks",
        words=(35, 150),  # thanks, and by when; the answer itself comes later
    ),
    LetterKind.MORE_TIME: KindOfLetter(
        parts=offer_parts.MORE_TIME,
        noun="request for more time",
        told="the letter asking for more time",
        adjective="more-time",
        words=(35, 150),  # until when, why, and that the job is worth waiting for
    ),
    LetterKind.ACCEPT: KindOfLetter(
        parts=offer_parts.ACCEPT,
        noun="acceptance",
        told="the letter that accepts",
        adjective="acceptance",
        words=(35, 165),  # yes, what was agreed in full, and what comes next
        says=Outcome.ACCEPTED,
    ),
    LetterKind.DECLINE: KindOfLetter(
        parts=offer_parts.DECLINE,
        noun="letter that declines",
        told="the letter that declines",
        adjective="declining",
        words=(35, 150),  # no, why, and thanks that are worth having
        says=Outcome.DECLINED,
    ),
    LetterKind.WITHDRAW: KindOfLetter(
        parts=offer_parts.WITHDRAW,
        noun="letter that withdraws",
        told="the letter that withdraws",
        adjective="withdrawal",
        words=(35, 165),  # as for a no, and a line about the appointment when there is one
        says=Outcome.WITHDRAWN,
    ),
    LetterKind.REFERENCE: KindOfLetter(
        parts=letter_parts.REFERENCE,
        noun="letter of thanks",
        told="the letter of thanks",
        adjective="thank-you",
        words=(40, 200),  # warm and short; to somebody close more is welcome
        settles=Settles.THANKS,
        to_reference=True,
        names_employer=True,
    ),
}


def about(kind: LetterKind) -> KindOfLetter:
    """What there is to know about a kind of letter."""
    return _KINDS[kind]
