"""What to tell a reference before the employer calls, on the phone or in an e-mail."""

from __future__ import annotations

from datetime import date

from afterview_tui.domain import dates
from afterview_tui.domain import text as texts
from afterview_tui.domain.records import Facts, Interview, Person, Vouching
from afterview_tui.domain.steps.follow_up import promise
from afterview_tui.domain.text import each_once
from afterview_tui.letters.drafting import own_words
from afterview_tui.letters.drafting.dates_in_words import full_date
from afterview_tui.pages.page_lines import WIDTH, held, kept, labelled, wrapped

# What a reference cannot do without: the field that holds it → its gap.
GAPS = {
    "phone": "[their phone number]",
    "who_calls": "[who will call, and when]",
    "to_stress": "[what to stress]",
    "wanted_for": "[why you want it]",
}
_OWN = "Only for you"
_BESIDE, _POSTING = 16, 8  # columns of the labels; lines of the posting, at the most
_READ = 5_000  # characters of the posting that are looked at for that


def brief(facts: Facts, vouching: Vouching, today: date, width: int = WIDTH) -> str:
    """The facts that one reference needs, as a page of plain text to read to them, or to send.

    What a reference cannot do without is a gap in brackets while it is missing;
    the rest is left out. What is noted on them for the user alone is not in it.
    """
    interview = facts.interview
    rows = [
        ("Employer", texts.clean_line(interview.employer) or "[the employer]"),
        ("Role", interview.role),
        ("Interview", held(interview)),
        ("With", "\n".join(_with_job(met.person) for met in facts.met)),
        ("Will call", _who_calls(facts)),
        ("Decision", _decision(facts, today)),
        ("The job", interview.position_facts),
        ("Posting", _posting(interview)),
        ("To stress", "\n".join(_strengths(facts, vouching)) or GAPS["to_stress"]),
        ("Why I want it", texts.clean(interview.wanted_for).strip() or GAPS["wanted_for"]),
        ("Please tell me", _to_check(vouching)),
    ]
    return "\n".join([*_head(vouching, today, width), "", *labelled(rows, width)])


def brief_for_user(facts: Facts, vouching: Vouching, today: date, width: int = WIDTH) -> str:
    """The brief, and below it what is noted on the reference for the user alone."""
    briefing = vouching.briefing
    rows = labelled([("They think", briefing.fit), ("Note", briefing.note)], width)
    own = ["", _OWN, *rows] if rows else []
    return "\n".join([brief(facts, vouching, today, width), *own])


def missing(facts: Facts, vouching: Vouching) -> list[str]:
    """The fields that would fill the gaps of the brief."""
    there = {
        "phone": texts.clean_line(vouching.person.phone),
        "who_calls": texts.clean_line(facts.interview.who_calls) or _likely(facts),
        "to_stress": "".join(_strengths(facts, vouching)),
        "wanted_for": texts.clean_line(facts.interview.wanted_for),
    }
    return [name for name in GAPS if not there[name]]


def _head(vouching: Vouching, today: date, width: int) -> list[str]:
    """Whom it is for, and how to reach them."""
    person, away = vouching.person, vouching.reference.away_until
    named = texts.clean_line(person.shown) or "[their name]"
    relation = texts.clean_line(vouching.reference.relation)
    reach = [texts.clean_line(person.phone) or GAPS["phone"], texts.clean_line(person.email)]
    is_away = away is not None and away >= today
    blocks = [
        ", ".join(filter(None, [f"For {named}", relation])),
        ", ".join(filter(None, reach)),
        f"Away until {dates.short(away, today)}" if away is not None and is_away else "",
    ]
    return [line for block in blocks for line in wrapped(block, width)]


def _to_check(vouching: Vouching) -> str:
    """What is asked before a reference is named: the number, who is away, what they think."""
    if vouching.briefing.called_on is not None:
        return ""
    phone = texts.clean_line(vouching.person.phone)
    number = f"is {phone} still the best number" if phone else "which number should they call"
    return f"{number}, and are you away in the next weeks? What do you think, does it fit me?"


def _with_job(person: Person) -> str:
    parts = [texts.clean_line(person.shown), texts.clean_line(person.job_title)]
    return ", ".join(filter(None, parts))


def _who_calls(facts: Facts) -> str:
    """Who will call, as far as it is known: else it is probably one of the people met."""
    return texts.clean(facts.interview.who_calls).strip() or _likely(facts) or GAPS["who_calls"]


def _likely(facts: Facts) -> str:
    met = list(filter(None, (texts.clean_line(met.person.shown) for met in facts.met)))
    return f"probably {' or '.join(met)}" if met else ""


def _decision(facts: Facts, today: date) -> str:
    promised = promise(facts)
    if promised is None:
        return ""
    expected = "expected" if promised >= today else "was expected"
    return f"{expected} by {full_date(promised)}"


def _posting(interview: Interview) -> str:
    """Where the posting was, and the beginning of what it said."""
    text = kept(interview.posting[:_READ], WIDTH - _BESIDE, _POSTING)
    return "\n".join(filter(None, [texts.clean_line(interview.posting_link), text]))


def _strengths(facts: Facts, vouching: Vouching) -> list[str]:
    """What this reference can speak of best, then what fits the people met."""
    lines = texts.lines(vouching.briefing.to_stress)
    lines += [line for met in facts.met for line in texts.lines(met.meeting.strength)]
    return each_once(map(own_words.fitted, lines))
