"""What was done in a time: interviews, letters, follow-ups and outcomes with their days.

It is for a job centre or for oneself. How something felt is in none of it, nor what anybody said.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from afterview_tui.domain import dates
from afterview_tui.domain.channel import Channel
from afterview_tui.domain.columns import broken
from afterview_tui.domain.letter import LetterState
from afterview_tui.domain.letter_kinds import about
from afterview_tui.domain.records import Facts, Outcome, Result
from afterview_tui.domain.steps import follow_up
from afterview_tui.domain.text import clean_line, count, joined
from afterview_tui.domain.timeline import is_a_try
from afterview_tui.pages.markdown import escaped
from afterview_tui.pages.page_lines import HOW, WIDTH

COLUMNS = ("date", "employer", "role", "what", "with", "how", "result")


class Matter(StrEnum):
    """What an activity is."""

    INTERVIEW = "Interview"
    LETTER = "Letter"
    FOLLOW_UP = "Follow-up"
    OUTCOME = "Outcome"


_RESULT = {
    Result.REACHED: "reached",
    Result.VOICEMAIL: "left a voicemail",
    Result.GATEKEEPER: "spoke to the front desk",
    Result.NO_ANSWER: "no answer",
    Result.EMAILED: "",
}
_OUTCOME = {
    Outcome.OFFER: "An offer was made",
    Outcome.ACCEPTED: "Offer accepted",
    Outcome.DECLINED: "Offer declined",
    Outcome.NO: "Application turned down",
    Outcome.WITHDRAWN: "Application withdrawn",
    Outcome.QUIET: "No answer came",
}


@dataclass(frozen=True, slots=True)
class Activity:
    """One thing that was done, or is planned, on a day."""

    day: date
    employer: str
    role: str
    matter: Matter
    what: str
    person: str = ""
    how: str = ""
    result: str = ""

    @property
    def cells(self) -> tuple[str, ...]:
        """It as a row of a table."""
        row = (self.employer, self.role, self.what, self.person, self.how, self.result)
        return (self.day.isoformat(), *row)

    @property
    def words(self) -> str:
        """`Lakeside Dental, Hygienist: Interview with Dr. Maria Chen, in person`."""
        whom = f"{self.employer}, {self.role}" if self.role else self.employer
        return f"{whom}: {', '.join(filter(None, [self._said, self.how, self.result]))}"

    @property
    def _said(self) -> str:
        if not self.person:
            return self.what
        if self.matter is Matter.FOLLOW_UP:
            return self.what.replace("Asked", f"Asked {self.person}", 1)
        between = "to" if self.matter is Matter.LETTER else "with"
        return f"{self.what} {between} {self.person}"


@dataclass(frozen=True, slots=True)
class Report:
    """What was done from one day to another, both counted, by somebody."""

    name: str
    since: date
    until: date
    made_on: date
    activities: tuple[Activity, ...]

    @property
    def title(self) -> str:
        """What it is a report on."""
        return f"Job search, {dates.full(self.since)} to {dates.full(self.until)}"

    @property
    def counted(self) -> str:
        """`3 interviews, 5 letters, 1 follow-up and 1 outcome`."""
        found = [
            (one.value.lower(), [a for a in self.activities if a.matter is one]) for one in Matter
        ]
        return joined([count(len(these), name) for name, these in found])

    def text(self, width: int = WIDTH) -> str:
        """As plain text."""
        lines = [self.title, *filter(None, [self.name]), f"{self.counted}.", ""]
        for one in self.activities:
            first, *others = broken(f"{dates.full(one.day)}: {one.words}", width - 4)
            lines += [first, *(f"    {more}" for more in others)]
        lines += ["", f"Made on {dates.full(self.made_on)}."]
        return "\n".join(lines)

    def markdown(self) -> str:
        """As Markdown, the activities in a table."""
        head = " | ".join(name.capitalize() for name in COLUMNS)
        rows = [
            " | ".join(escaped(cell) for cell in (dates.full(one.day), *one.cells[1:]))
            for one in self.activities
        ]
        blocks = [f"# {escaped(self.title)}"]
        blocks += [escaped(self.name)] if self.name else []
        blocks.append(f"{self.counted}.")
        if rows:
            lines = [f"| {head} |", f"|{' --- |' * len(COLUMNS)}", *(f"| {row} |" for row in rows)]
            blocks.append("\n".join(lines))
        blocks.append(f"Made on {dates.full(self.made_on)}.")
        return "\n\n".join(blocks) + "\n"


def report(every: Iterable[Facts], since: date, until: date, today: date, name: str) -> Report:
    """What was done from `since` to `until`, the oldest first."""
    found = [
        one for facts in every for one in _activities(facts, today) if since <= one.day <= until
    ]
    found.sort(key=lambda one: (one.day, one.employer, list(Matter).index(one.matter)))
    return Report(clean_line(name), since, until, today, tuple(found))


def _activities(facts: Facts, today: date) -> Iterator[Activity]:
    one = facts.interview
    employer, role = clean_line(one.employer), clean_line(one.role)

    def activity(
        day: date | None,
        matter: Matter,
        what: str,
        person: str = "",
        how: str = "",
        result: str = "",
    ) -> Iterator[Activity]:
        if day is not None:
            yield Activity(day, employer, role, matter, what, person, how, result)

    number = f" (round {one.round})" if one.round > 1 else ""
    with_whom = joined([clean_line(met.person.shown) for met in facts.met])
    planned = "planned" if one.held_on > today else ""
    what = f"Interview{number}"
    how = HOW.get(one.form, one.form.value)
    yield from activity(one.held_on, Matter.INTERVIEW, what, with_whom, how, planned)
    people = _people(facts)
    for letter in facts.letters:
        if letter.state is LetterState.SENT and not is_a_try(facts, letter):
            noun = about(letter.kind).told.removeprefix("the ")
            to, how = people.get(letter.person_id, ""), letter.sent_how
            yield from activity(
                letter.sent_on, Matter.LETTER, f"{noun[:1].upper()}{noun[1:]}", to, how
            )
    for tried in follow_up.made(facts):
        how = "by e-mail" if tried.channel is Channel.EMAIL else "by phone"
        person = people.get(tried.person_id or 0, "")
        result = _RESULT[tried.result]
        yield from activity(
            tried.done_on, Matter.FOLLOW_UP, "Asked how things stand", person, how, result
        )
    if one.outcome is not Outcome.OPEN:
        yield from activity(one.outcome_on, Matter.OUTCOME, _OUTCOME[one.outcome])


def _people(facts: Facts) -> dict[int, str]:
    everyone: Sequence[tuple[int, str]] = [
        *((met.person.id, met.person.shown) for met in facts.met),
        *((one.person.id, one.person.shown) for one in facts.vouching),
    ]
    return {number: clean_line(shown) for number, shown in everyone}
