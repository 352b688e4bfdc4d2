"""What an employer says, or does not say: what is so, what becomes of the facts, what follows.

One function tells the facts as they are once it is noted. Storage writes what differs in them, and
the lines of the four steps, derived from them, tell beforehand what will be due.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from afterview_tui.domain import dates
from afterview_tui.domain.records import Facts, Outcome
from afterview_tui.domain.steps.follow_up import missed_call, missed_key, promise, promising_try
from afterview_tui.domain.steps.outcome import (
    are_rounds,
    goes_on,
    is_closed,
    job_taken,
    offer_elsewhere,
    went_on,
)
from afterview_tui.domain.task import Kind, Task
from afterview_tui.domain.tasks import tasks
from afterview_tui.domain.text import count, joined

NAMED = 2  # lines that are named of those that follow; of more it is said how many


class Heard(StrEnum):
    """What there is to hear from an employer."""

    WAITING = "still waiting"
    ROUND = "another round"
    OFFER = "an offer"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    NO = "a no"
    WITHDRAWN = "withdrawn"
    QUIET = "quiet"
    MISSED = "a missed call"


_OUTCOME = {
    Heard.WAITING: Outcome.OPEN,
    Heard.ROUND: Outcome.OPEN,
    Heard.OFFER: Outcome.OFFER,
    Heard.ACCEPTED: Outcome.ACCEPTED,
    Heard.DECLINED: Outcome.DECLINED,
    Heard.NO: Outcome.NO,
    Heard.WITHDRAWN: Outcome.WITHDRAWN,
    Heard.QUIET: Outcome.QUIET,
}


_OFFERED = (Heard.OFFER, Heard.ACCEPTED)


@dataclass(frozen=True, slots=True)
class News:
    """What was heard. `day` is by when they decide, or want an answer, or when they did not call.

    `said` are their words, on one line.
    """

    heard: Heard
    day: date | None = None
    said: str = ""


def in_words(heard: Heard, employer: str, before: Heard | None = None) -> str:
    """What was heard after what was heard `before`, in a part of a sentence about the employer."""
    match heard:
        case Heard.NO if before in _OFFERED:
            return f"{employer} took its offer back"
        case Heard.OFFER if before is Heard.NO:
            return f"{heard} after all from {employer}"
        case Heard.ACCEPTED | Heard.DECLINED:
            return f"you {heard} the offer from {employer}"
        case Heard.WITHDRAWN:
            return f"you withdrew at {employer}"
        case Heard.WAITING:
            return f"{heard} for {employer}"
        case Heard.QUIET:
            return f"{employer} is {heard}"
    return f"{heard} from {employer}"


def now(facts: Facts) -> Heard:
    """What was heard last, as far as it still holds."""
    if went_on(facts):
        return Heard.ROUND
    if facts.interview.outcome is Outcome.OPEN:
        return Heard.WAITING if missed_call(facts) is None else Heard.MISSED
    return next(one for one, outcome in _OUTCOME.items() if outcome is facts.interview.outcome)


def day_of(facts: Facts, heard: Heard) -> date | None:
    """The day that is on file for a line: by when they decide, want an answer, did not call."""
    if heard is Heard.WAITING:
        return promise(facts)
    if heard is Heard.OFFER:
        return facts.interview.answer_by
    return missed_call(facts) if heard is Heard.MISSED else None


def is_news(facts: Facts, news: News) -> bool:
    """Whether anything of it is not on file yet."""
    same = news.heard is now(facts) and news.day == day_of(facts, news.heard)
    return bool(news.said) or not same


def noted(facts: Facts, news: News, today: date) -> Facts:
    """The facts once it is noted, on the local date `today`.

    Their words for a no belong to the journal; all others stand in the notes of the interview,
    with the day. Another round is an interview of its own, which is not made here.
    """
    facts = _with_words(facts, news, today)
    if news.heard is Heard.MISSED:
        return _missed(facts, news.day or today)
    interview, outcome = facts.interview, _OUTCOME[news.heard]
    if outcome is not interview.outcome:
        on = None if outcome is Outcome.OPEN else today
        interview = replace(interview, outcome=outcome, outcome_on=on)
    answer_by = news.day if news.heard is Heard.OFFER else None
    facts = replace(facts, interview=replace(interview, answer_by=answer_by))
    return _promised(facts, news.day, today) if news.heard is Heard.WAITING else facts


def _with_words(facts: Facts, news: News, today: date) -> Facts:
    if not news.said:
        return facts
    if news.heard is Heard.NO:
        before = facts.reflection.why_not.rstrip()
        why_not = "\n".join(filter(None, [before, news.said]))
        return replace(facts, reflection=replace(facts.reflection, why_not=why_not))
    before = facts.interview.notes.rstrip()
    words = f"{dates.full(today)}, {news.heard}: {news.said}"
    notes = "\n".join(filter(None, [before, words]))
    return replace(facts, interview=replace(facts.interview, notes=notes))


def _promised(facts: Facts, on: date | None, today: date) -> Facts:
    """They decide by that day; it takes the place of the one that stands."""
    if (missed := missed_call(facts)) is not None:  # they were heard of since
        facts = _adjusted(facts, missed_key(missed), today)
    if on == promise(facts):
        return facts
    if (tried := promising_try(facts)) is None:
        return replace(facts, interview=replace(facts.interview, promised_on=on))
    tries = [replace(t, new_promise=on) if t == tried else t for t in facts.follow_ups]
    return replace(facts, follow_ups=tuple(tries))


def _missed(facts: Facts, on: date) -> Facts:
    """They did not call on that day; whoever had an appointment was not done with waiting."""
    interview = replace(facts.interview, missed_call_on=on)
    if interview.outcome is Outcome.QUIET:
        interview = replace(interview, outcome=Outcome.OPEN, outcome_on=None)
    return _adjusted(replace(facts, interview=interview), missed_key(on), None)


def _adjusted(facts: Facts, line: str, done_on: date | None) -> Facts:
    """With this line ticked by hand on a day, or on none."""
    known = facts.adjustment(line)
    new = replace(known, done_on=done_on)
    if new == known:
        return facts
    others = [one for one in facts.adjustments if one.task != line]
    return replace(facts, adjustments=(*others, new))


def follows(facts: Facts, news: News, today: date, others: Iterable[Facts] = ()) -> str:
    """What it means for the four steps: `“Answer the offer” is due Tue 24 Nov, tomorrow`.

    `others` are the interviews that are open besides: what it means for them is said, too.
    """
    if not is_news(facts, news):
        return "nothing changes"
    if news.heard is Heard.ROUND and not went_on(facts):
        return f"the form for round {facts.interview.round + 1} opens; the people come along"
    before = {task.key: task for task in tasks(facts, today) if task.is_open}
    after = {task.key: task for task in tasks(noted(facts, news, today), today) if task.is_open}
    new = [one for one in after.values() if one.key not in before or before[one.key].due != one.due]
    gone = len(_gone(before, after))
    said = [*_of_the_offer(facts, news, today), *_due(facts, new, today)]
    said += [*_elsewhere(facts, noted(facts, news, today), others), *_told(facts, new)]
    said += [f"{count(gone, 'line')} fall{'s' * (gone == 1)} away"] if gone else []
    if news.said:
        place = "the journal" if news.heard is Heard.NO else "the notes"
        said.append(f"their words go into {place}")
    return "; ".join(said) or "nothing more is to do"


def _of_the_offer(facts: Facts, news: News, today: date) -> Iterator[str]:
    """What is odd about an offer, and good to know before it is noted."""
    before = now(facts)
    if news.heard is Heard.OFFER:
        if before is Heard.NO:
            yield "their no no longer stands"
        if news.day is None:
            yield "no day yet, so ask them for one"
        elif news.day < today:
            yield "that day has passed, so ask whether the offer still stands"
        if (other := offer_elsewhere(facts)) is not None:
            yield f"there is an offer from {other.employer}, too"
    elif news.heard is Heard.NO and before in _OFFERED:
        yield "their offer no longer stands"


def _elsewhere(facts: Facts, after: Facts, others: Iterable[Facts]) -> Iterator[str]:
    """What is to be said elsewhere, or need no longer be."""
    here, new = facts.interview, after.interview
    said: dict[str, list[str]] = {}
    for other in others:
        one = other.interview
        if are_rounds(one, here) or is_closed(other) or goes_on(other):
            continue
        is_open = one.outcome is Outcome.OPEN
        was_taken = job_taken(replace(other, elsewhere=(here,))) is not None
        is_taken = job_taken(replace(other, elsewhere=(new,))) is not None
        if is_taken and not was_taken:
            words = "withdraw at {}" if is_open else "decline the offer of {}"
        elif was_taken and not is_taken:
            words = "what rested at {} comes back"
        elif is_open and new.outcome is Outcome.OFFER and here.outcome is not Outcome.OFFER:
            words = "tell {} that you have an offer"
        else:
            continue
        said.setdefault(words, []).append(one.employer)
    for words, employers in said.items():
        yield words.format(_named(employers))


def _named(employers: Sequence[str]) -> str:
    more = len(employers) - NAMED
    return joined([*employers[:NAMED], *([f"{more} more"] if more > 0 else [])])


def _gone(before: dict[str, Task], after: dict[str, Task]) -> list[Task]:
    """What nobody asks for any more. Of asking them there is one line at a time, whatever it is."""
    asks = any(one.kind is Kind.FOLLOW_UP for one in after.values())
    gone = [one for key, one in before.items() if key not in after]
    return [one for one in gone if not (asks and one.kind is Kind.FOLLOW_UP)]


def _due(facts: Facts, new: list[Task], today: date) -> list[str]:
    mine = [one for one in new if one.kind is not Kind.TELL_REFERENCE]
    mine.sort(key=lambda task: (task.kind is not Kind.ANSWER_OFFER, task.due or date.max))
    employer = facts.interview.employer
    said = []
    named = 1 if mine and mine[0].kind is Kind.ANSWER_OFFER else NAMED  # its others lead to it
    for one in mine[:named]:
        title = one.title.removesuffix(f": {employer}")
        when = f"is due {dates.spoken(one.due, today)}" if one.due is not None else "is open"
        said.append(f"“{title}” {when}")
    more = len(mine) - named
    return [*said, f"{count(more, 'line')} more"] if more > 0 else said


def _told(facts: Facts, new: list[Task]) -> list[str]:
    """Whom to tell."""
    subjects = [one.subject for one in new if one.kind is Kind.TELL_REFERENCE]
    named = [one.person.shown for one in facts.vouching if one.briefing.id in subjects]
    return [f"tell {joined(named)}"] if named else []
