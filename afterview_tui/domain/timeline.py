"""What happened to an interview and when, over all its rounds: the facts in their order.

What has no date on file is left out: a timeline does not guess.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from afterview_tui.domain import dates
from afterview_tui.domain.letter import Letter
from afterview_tui.domain.letter_kinds import Settles, about
from afterview_tui.domain.records import Facts, Felt, FollowUp, Form, Outcome, Result
from afterview_tui.domain.steps import follow_up
from afterview_tui.domain.text import joined, lines

WIDTH = 76  # columns; what an e-mail or a note takes without breaking lines

# What happened and on which day, before it is known on which side of today that is.
Dated = tuple[date, str]

_HELD = {
    Form.IN_PERSON: "Interview in person",
    Form.PHONE: "Interview by phone",
    Form.VIDEO: "Interview by video",
    Form.PANEL: "Interview by a panel",
    Form.WORKING: "Working interview",
    Form.LUNCH: "Interview over lunch",
}
_FELT = {
    Felt.WELL: "it went well",
    Felt.MIXED: "it felt mixed",
    Felt.NERVES: "it went poorly: nerves",
    Felt.FORGOT: "it went poorly: something was forgotten",
    Felt.PERSONAL: "it went poorly: something personal",
}
_TRIED = {
    Result.REACHED: ", reached them",
    Result.VOICEMAIL: ", left a voicemail",
    Result.GATEKEEPER: ", spoke to the front desk",
    Result.NO_ANSWER: ", no answer",
    Result.EMAILED: " by e-mail",
}
_OUTCOME = {
    Outcome.OFFER: "They made an offer",
    Outcome.ACCEPTED: "Accepted the offer",
    Outcome.DECLINED: "Declined",
    Outcome.NO: "They said no",
    Outcome.WITHDRAWN: "Withdrew",
    Outcome.QUIET: "Stopped waiting for an answer",
}


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened, or is planned."""

    day: date
    words: str
    ahead: bool = False


def timeline(rounds: Sequence[Facts], today: date) -> list[Event]:
    """What happened to an interview, all `rounds` of it, oldest first."""
    happened: list[Dated] = []
    for facts in rounds:
        happened += [
            *_held(facts, today, is_one_of_many=len(rounds) > 1),
            *_references(facts),
            *_letters(facts),
            *_tries(facts, today),
            *_end(facts),
            *_own(facts),
        ]
    happened.sort(key=lambda dated: dated[0])  # what came on one day stays in its order
    return [Event(day, words, ahead=day > today) for day, words in happened]


def as_text(events: Sequence[Event], today: date, title: str, width: int = WIDTH) -> str:
    """The timeline as plain text of so many columns, what is ahead set apart."""
    days = [_column(event.day, today) for event in events]
    column = max(map(len, days), default=0) + 2
    lines = textwrap.wrap(title, width)
    was_ahead = None
    for day, event in zip(days, events, strict=True):
        if event.ahead is not was_ahead:
            lines.append("")
            was_ahead = event.ahead
        words = (
            f"{event.words} ({dates.distance(event.day, today)})" if event.ahead else event.words
        )
        lines += textwrap.wrap(
            words,
            width,
            initial_indent=day.ljust(column),
            subsequent_indent=" " * column,
            break_on_hyphens=False,
        )
    return "\n".join(lines)


def _column(day: date, today: date) -> str:
    """`Mon  2 Nov`, so that days of one digit and of two stand under each other."""
    return dates.short(day, today).replace(f" {day.day} ", f" {day.day:>2} ", 1)


def _held(facts: Facts, today: date, *, is_one_of_many: bool) -> Iterator[Dated]:
    interview = facts.interview
    words = _HELD[interview.form]
    if interview.round > 1 or is_one_of_many:
        words = f"Round {interview.round}: {words[:1].lower()}{words[1:]}"
    if interview.starts_at is not None:
        words += f" at {dates.clock(interview.starts_at)}"
    if interview.place:
        words += f", {interview.place}"
    if facts.met:
        words += f", with {joined([met.person.shown for met in facts.met])}"
    if interview.felt is not Felt.UNSAID and interview.held_on <= today:
        words += f"; {_FELT[interview.felt]}"
    yield interview.held_on, words
    reflection = facts.reflection
    if reflection.sure is not None and reflection.sure_on is not None:
        yield reflection.sure_on, f"Noted how sure it feels: {reflection.sure} of 5"


def _references(facts: Facts) -> Iterator[Dated]:
    for vouching in facts.vouching:
        briefing, name = vouching.briefing, vouching.person.shown
        yield from _dated(briefing.briefed_on, f"Briefed {name}")
        yield from _dated(briefing.called_on, f"The employer called {name}")
        yield from _dated(briefing.thanked_on, f"Thanked {name} for taking the call")


def _letters(facts: Facts) -> Iterator[Dated]:
    for letter in facts.letters:
        if is_a_try(facts, letter):
            continue
        name = _named(facts, letter.person_id)
        told = about(letter.kind).told
        words = f"{told} to {name}" if name else told
        how = f", {letter.sent_how}" if letter.sent_how else ""
        copied_on = letter.copied_at.date() if letter.copied_at is not None else None
        if copied_on is not None and copied_on == letter.sent_on:
            yield copied_on, f"Copied and sent {words}{how}"
        else:
            yield from _dated(copied_on, f"Copied {words}")
            yield from _dated(letter.sent_on, f"Sent {words}{how}")


def is_a_try(facts: Facts, letter: Letter) -> bool:
    """Whether a letter that asks how things stand is told as the try that it was."""
    return about(letter.kind).settles is Settles.TRY and any(
        (one.result, one.done_on, one.person_id)
        == (Result.EMAILED, letter.sent_on, letter.person_id)
        for one in facts.follow_ups
    )


def _named(facts: Facts, person_id: int | None) -> str:
    """Somebody's name, as long as they are among the people of the interview."""
    everyone = [met.person for met in facts.met] + [v.person for v in facts.vouching]
    return next((one.shown for one in everyone if one.id == person_id), "")


def _tries(facts: Facts, today: date) -> Iterator[Dated]:
    yield from _dated(facts.interview.missed_call_on, "They did not call as agreed")
    for try_ in follow_up.made(facts):
        yield from _dated(try_.done_on, _tried(facts, try_, today))
    for try_ in facts.follow_ups:
        if try_.done_on is None and try_.planned_on is not None and try_.planned_on > today:
            yield try_.planned_on, "A follow-up is planned"
    for promised in _promises(facts, today):
        yield promised, "The day they promised to decide by"


def _tried(facts: Facts, try_: FollowUp, today: date) -> str:
    whom = _named(facts, try_.person_id)
    words = f"Asked {whom} how things stand" if whom else "Asked how things stand"
    words += _TRIED[try_.result]
    if try_.said:
        words += f": {' '.join(try_.said.split()).rstrip('.')}"
    if try_.new_promise is not None:
        words += f". They promised to decide by {dates.short(try_.new_promise, today)}"
    return words


def _promises(facts: Facts, today: date) -> list[date]:
    """The promised days that came before an end; of those ahead the one that still holds."""
    interview = facts.interview
    named = {interview.promised_on, *(try_.new_promise for try_ in facts.follow_ups)}
    days = sorted(day for day in named if day is not None)
    if interview.outcome is not Outcome.OPEN:
        end = interview.outcome_on or today
        return [day for day in days if day <= end]
    latest = follow_up.promise(facts)
    return [day for day in days if day <= today or day == latest]


def _end(facts: Facts) -> Iterator[Dated]:
    interview = facts.interview
    if interview.outcome is not Outcome.OPEN:
        yield from _dated(interview.outcome_on, _OUTCOME[interview.outcome])
    terms = interview.offer_written, interview.offer_said
    for said, how in zip(terms, ("in writing", "only said"), strict=True):
        if said:
            day = interview.outcome_on or interview.held_on
            yield day, f"Their offer, {how}: {'; '.join(lines(said))}"
    yield from _dated(interview.answer_by, "The day to answer their offer by")
    for vouching in facts.vouching:
        yield from _dated(vouching.briefing.told_on, f"Told {vouching.person.shown} the outcome")


def _own(facts: Facts) -> Iterator[Dated]:
    for item in facts.own_items:
        yield from _dated(item.done_on, f"Did “{item.text}”")


def _dated(day: date | None, words: str) -> Iterator[Dated]:
    """An event, if its day is known."""
    if day is not None:
        yield day, words
