"""The records of a job search: small, frozen, and in the words of the field.

Dates are local dates. An interview is local wall time plus the name of its
zone. A moment that the program itself noted carries its offset. `id` is 0
until the record is on file.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum

from afterview_tui.domain.channel import Channel
from afterview_tui.domain.dates import writes_month_first
from afterview_tui.domain.feeling import Feeling
from afterview_tui.domain.letter import Letter, LetterKind, LetterState, Template
from afterview_tui.domain.story import Told


class Form(StrEnum):
    """How an interview was held."""

    IN_PERSON = "in person"
    PHONE = "phone"
    VIDEO = "video"
    PANEL = "panel"
    WORKING = "working interview"
    LUNCH = "lunch"


class Felt(StrEnum):
    """How an interview felt; the poor ones by their reason, which decides the letter."""

    UNSAID = ""
    WELL = "well"
    MIXED = "mixed"
    NERVES = "poorly, nerves"
    FORGOT = "poorly, forgot something"
    PERSONAL = "poorly, something personal"


class Outcome(StrEnum):
    """How an interview ended, as far as it has."""

    OPEN = "open"
    OFFER = "offer"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    NO = "no"
    WITHDRAWN = "withdrawn"
    QUIET = "quiet"


class Asked(StrEnum):
    """Whether a person agreed to vouch for the user."""

    NOT_ASKED = "not asked"
    ASKED = "asked"
    AGREED = "agreed"
    DECLINED = "declined"


class Result(StrEnum):
    """What a follow-up came to."""

    REACHED = "reached"
    VOICEMAIL = "voicemail"
    GATEKEEPER = "front desk"
    NO_ANSWER = "no answer"
    EMAILED = "e-mailed"


class Step(StrEnum):
    """The four steps after an interview."""

    REFERENCES = "References"
    LETTERS = "Thank-you letters"
    FOLLOW_UP = "Follow up"
    PREPARE = "Prepare for the next"

    @property
    def number(self) -> int:
        """1 to 4, the order in which the steps come."""
        return _NUMBERS[self]


_NUMBERS = {step: number for number, step in enumerate(Step, 1)}


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody met at an interview, a reference, or both."""

    id: int = 0
    name: str = ""
    title: str = ""
    post_nominals: str = ""
    called: str = ""
    employer: str = ""
    job_title: str = ""
    phone: str = ""
    email: str = ""
    address: str = ""
    notes: str = ""
    pronouns: str = ""

    @property
    def shown(self) -> str:
        """The name with its title: `Dr. Maria Chen`."""
        return f"{self.title} {self.name}".strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Interview:
    """One interview with one employer.

    `follows_id` is the earlier round. `answer_by` is the day on which an offer wants its answer,
    `offer_written` its terms, a line each, and `offer_said` those that are not in writing.
    `wanted_for` (what the user wants it for) and `who_calls` (who will call a reference, and
    when) are for their briefs. `to_ask` are questions for them, one a line.
    """

    id: int = 0
    employer: str
    role: str = ""
    held_on: date
    starts_at: time | None = None
    ends_at: time | None = None
    zone: str = ""
    form: Form = Form.IN_PERSON
    place: str = ""
    round: int = 1
    follows_id: int | None = None
    felt: Felt = Felt.UNSAID
    promised_on: date | None = None
    missed_call_on: date | None = None
    contact_how: str = ""
    position_facts: str = ""
    wanted_for: str = ""
    who_calls: str = ""
    posting_link: str = ""
    posting: str = ""
    to_ask: str = ""
    outcome: Outcome = Outcome.OPEN
    outcome_on: date | None = None
    answer_by: date | None = None
    offer_written: str = ""
    offer_said: str = ""
    notes: str = ""
    created_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Meeting:
    """A person met, and what the two talked about; `thanked_in` is a note to others, by its id."""

    id: int = 0
    interview_id: int = 0
    person_id: int = 0
    position: int = 0
    talked_about: str = ""
    strength: str = ""
    wants_letter: bool = True
    thanked_in: int | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """A person who vouches for the user. Until `away_until` nobody reaches them."""

    id: int = 0
    person_id: int = 0
    relation: str = ""
    asked: Asked = Asked.NOT_ASKED
    asked_on: date | None = None
    away_until: date | None = None
    notes: str = ""


@dataclass(frozen=True, slots=True)
class Briefing:
    """What happened with one reference for one interview, each with its date.

    `to_stress` is what this one can speak of best, `fit` what they think of it themselves;
    `note` is for the user alone.
    """

    id: int = 0
    interview_id: int = 0
    reference_id: int = 0
    not_needed_on: date | None = None
    briefed_on: date | None = None
    called_on: date | None = None
    thanked_on: date | None = None
    told_on: date | None = None
    to_stress: str = ""
    fit: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class FollowUp:
    """One try at asking how things stand."""

    id: int = 0
    interview_id: int = 0
    person_id: int | None = None
    planned_on: date | None = None
    channel: Channel = Channel.PHONE
    done_on: date | None = None
    result: Result = Result.NO_ANSWER
    said: str = ""
    new_promise: date | None = None


@dataclass(frozen=True, slots=True)
class Reflection:
    """What the user learned from one interview.

    `happened` are the facts, for a day on which nothing more is wanted; `unsaid` is
    what the user did not get to say there, to whomever. `sure` is 1 to 5, as it was
    noted first, on `sure_on`; what is felt later is a Feeling.
    """

    id: int = 0
    interview_id: int = 0
    happened: str = ""
    well: str = ""
    improve: str = ""
    differently: str = ""
    cared: str = ""
    unsaid: str = ""
    sure: int | None = None
    sure_on: date | None = None
    why_not: str = ""
    lessons: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """A question that was asked, or may be. The answer may be empty.

    `interview_id` is where it came up first, if anywhere; where it came up again is
    an Asking. `themes` are a few words with commas between them.
    """

    id: int = 0
    interview_id: int | None = None
    text: str = ""
    expected: bool = False
    answer: str = ""
    practised_on: date | None = None
    went: str = ""
    created_at: datetime | None = None
    themes: str = ""


@dataclass(frozen=True, slots=True)
class Asking:
    """A question that was on file already came up at another interview, too."""

    id: int = 0
    interview_id: int = 0
    question_id: int = 0


@dataclass(frozen=True, slots=True)
class OwnItem:
    """A to-do that the user added to a step of an interview."""

    id: int = 0
    interview_id: int = 0
    step: Step = Step.PREPARE
    text: str = ""
    due: date | None = None
    done_on: date | None = None


@dataclass(frozen=True, slots=True)
class Adjustment:
    """What the user decided about a derived task: moved, set aside, ticked by hand.

    `brought_back_on` is for a line that a rule had set aside.
    """

    id: int = 0
    interview_id: int = 0
    task: str = ""
    moved_to: date | None = None
    set_aside_on: date | None = None
    reason: str = ""
    done_on: date | None = None
    brought_back_on: date | None = None


@dataclass(frozen=True, slots=True)
class Me:
    """The user, for the foot of a letter."""

    id: int = 1
    name: str = ""
    phone: str = ""
    email: str = ""
    address: str = ""
    closing: str = ""
    resume_reviewed_on: date | None = None
    resume_notes: str = ""


@dataclass(frozen=True, slots=True)
class Met:
    """A meeting with the person it was with."""

    meeting: Meeting
    person: Person


@dataclass(frozen=True, slots=True)
class Use:
    """How often a reference was used, over all interviews: the days, oldest first."""

    briefed: tuple[date, ...] = ()
    thanked_on: date | None = None


@dataclass(frozen=True, slots=True)
class Vouching:
    """A briefing with its reference and the person."""

    briefing: Briefing
    reference: Reference
    person: Person
    use: Use = Use()


@dataclass(frozen=True, slots=True)
class Facts:
    """All that is on file about one interview: what every rule reads.

    `questions` are those that came up here first, then those that came up again;
    `often` says of those that came up elsewhere, too, by their id, at how many interviews.
    `month_first` is whether the user writes the month before the day, as far as that is known.
    `next_interview_on` is the day of the next interview on file, with anybody: the first one
    that is still to come, or else the first one after it;
    `next_round_on` that of the next round of this one.
    `elsewhere` are interviews with others that matter here: where there is an offer to answer, the
    one first that wants it soonest, and where the user took a job last.
    """

    interview: Interview
    met: tuple[Met, ...] = ()
    vouching: tuple[Vouching, ...] = ()
    letters: tuple[Letter, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()
    reflection: Reflection = Reflection()
    feelings: tuple[Feeling, ...] = ()
    questions: tuple[Question, ...] = ()
    often: Mapping[int, int] = field(default_factory=dict)
    told: tuple[Told, ...] = ()
    own_items: tuple[OwnItem, ...] = ()
    adjustments: tuple[Adjustment, ...] = ()
    me: Me = Me()
    templates: tuple[Template, ...] = ()
    month_first: bool | None = None
    next_interview_on: date | None = None
    next_round_on: date | None = None
    elsewhere: tuple[Interview, ...] = ()

    @property
    def says_month_first(self) -> bool:
        """Whether a letter says "October 28"."""
        return writes_month_first(self.month_first, self.interview.zone, self.me.phone)

    def letter_to(self, person_id: int, kind: LetterKind = LetterKind.THANK_YOU) -> Letter | None:
        """The letter of this kind to this person in the form chosen last, when one is on file."""
        found = self.letters_to(person_id, kind)
        return found[0] if found else None

    def letters_to(
        self, person_id: int, kind: LetterKind = LetterKind.THANK_YOU
    ) -> tuple[Letter, ...]:
        """The letter of this kind to this person in each form on file, the one in front first."""
        found = [one for one in self.letters if one.person_id == person_id and one.kind == kind]
        return tuple(sorted(found, key=Letter.in_front, reverse=True))

    def sent_to(self, person_id: int, kind: LetterKind = LetterKind.THANK_YOU) -> Letter | None:
        """The letter of this kind that went to this person last, in whichever form."""
        every = self.letters_to(person_id, kind)
        sent = [one for one in every if one.state is LetterState.SENT]
        return max(sent, key=lambda one: (one.sent_on or date.min, one.id), default=None)

    def adjustment(self, task: str) -> Adjustment:
        """What the user decided about the task with this key."""
        for adjustment in self.adjustments:
            if adjustment.task == task:
                return adjustment
        return Adjustment(interview_id=self.interview.id, task=task)
