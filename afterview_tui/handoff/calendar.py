"""A file for an appointment calendar: what is due as whole days, interviews with their zone.

Each entry has a name of its own that stays the same, so that a second import brings it up to date.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from afterview_tui.domain import dates
from afterview_tui.domain.agenda import Case
from afterview_tui.domain.records import Facts, Interview
from afterview_tui.domain.steps.follow_up import promise
from afterview_tui.domain.steps.outcome import is_closed
from afterview_tui.domain.text import joined

if TYPE_CHECKING:
    from icalendar import Calendar, Event

_HOUR = timedelta(hours=1)  # of an interview whose end is not known


def calendar(cases: Iterable[Case], older: Iterable[Interview], now: datetime) -> str:
    """The interviews, what is due, the days that they promised, and those to answer offers by.

    `older` ended long ago; only that they were held is in it.
    """
    from icalendar import Calendar

    made = Calendar()
    made.add("prodid", "-//afterview-tui//EN")
    made.add("version", "2.0")
    made.add("name", "Afterview")
    made.add("x-wr-calname", "Afterview")
    for case in cases:
        for event in _events(case):
            _put(made, event, now)
    for interview in older:
        _put(made, _held(interview, Facts(interview)), now)
    _add_zones(made)
    return str(made.to_ical().decode())


def _put(made: Calendar, event: Event, now: datetime) -> None:
    event.add("dtstamp", now.astimezone(UTC))
    made.add_component(event)


def _events(case: Case) -> Iterator[Event]:
    facts = case.facts
    one = facts.interview
    yield _held(one, facts)
    for task in case.tasks:
        if task.is_open and task.due is not None:
            employer = f", {one.employer}" if one.employer not in task.title else ""
            words = f"{task.title}{employer}"
            yield _whole_day(_uid(one, task.key), words, task.due, task.note)
    promised = promise(facts)
    if promised is not None and not is_closed(facts):
        yield _whole_day(_uid(one, "promised"), f"{one.employer} decides by today", promised)
    if one.answer_by is not None:
        yield _whole_day(_uid(one, "answer"), f"Answer {one.employer} by today", one.answer_by)


def _held(one: Interview, facts: Facts) -> Event:
    role = f", {one.role}" if one.role else ""
    number = f", round {one.round}" if one.round > 1 else ""
    event = _event(_uid(one, "interview"), f"Interview: {one.employer}{role}{number}")
    with_whom = joined([met.person.shown for met in facts.met])
    about = [
        f"{one.form.value.capitalize()}.",
        f"With {with_whom}." if with_whom else "",
        one.notes,
    ]
    event.add("description", "\n".join(filter(None, about)))
    if one.place:
        event.add("location", one.place)
    if one.starts_at is None:
        _days(event, one.held_on)
        return event
    zone = _zone(one.zone)
    start = datetime.combine(one.held_on, one.starts_at, zone)
    end = datetime.combine(one.held_on, one.ends_at, zone) if one.ends_at else start + _HOUR
    if end <= start:  # past midnight
        end += dates.DAY
    event.add("dtstart", start)
    event.add("dtend", end)
    return event


def _whole_day(uid: str, words: str, day: date, note: str = "") -> Event:
    event = _event(uid, words)
    if note:
        event.add("description", note)
    event.add("transp", "TRANSPARENT")  # one can still be asked for that day
    _days(event, day)
    return event


def _days(event: Event, day: date) -> None:
    event.add("dtstart", day)
    event.add("dtend", day + dates.DAY)


def _event(uid: str, words: str) -> Event:
    from icalendar import Event

    event = Event()
    event.add("uid", uid)
    event.add("summary", " ".join(words.split()))
    return event


def _uid(one: Interview, what: str) -> str:
    """A name for an entry that stays, whatever changes in it, and is no other file's."""
    entered = one.created_at.isoformat() if one.created_at is not None else ""
    mark = hashlib.sha256(f"{one.id} {entered} {what}".encode()).hexdigest()[:24]
    return f"{mark}@afterview-tui"


def _zone(name: str) -> ZoneInfo | None:
    """The zone of that name; without one that is known the hours are those of wherever one is."""
    try:
        return ZoneInfo(name) if name else None
    except (LookupError, ValueError, OSError):
        return None


def _add_zones(made: Calendar) -> None:
    events: list[Any] = made.walk("VEVENT")
    years = [event["dtstart"].dt.year for event in events]
    if years:
        first, last = max(min(years) - 1, 1970), min(max(years) + 2, 2037)
        made.add_missing_timezones(first_date=date(first, 1, 1), last_date=date(last, 1, 1))
