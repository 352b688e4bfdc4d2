"""What to tell a reference before the employer calls, on the phone or in an e-mail."""

from __future__ import annotations

from datetime import date

from afterview_tui.domain import text as texts
from afterview_tui.domain.records import Facts, Interview, Person, Vouching
from afterview_tui.domain.steps.follow_up import promise
from afterview_tui.domain.text import each_once
from afterview_tui.letters.drafting import own_words
from afterview_tui.letters.drafting.dates_in_words import full_date
from afterview_tui.pages.page_lines import WIDTH, held, kept, labelled, wrapped

_BESIDE, _POSTING = 15, 8  # columns of the labels; lines of the posting, at the most


def brief(facts: Facts, vouching: Vouching, today: date, width: int = WIDTH) -> str:
    """The facts that one reference needs, as a page of plain text.

    What a reference cannot do without is a gap in brackets while it is missing;
    the rest is left out.
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
        ("To stress", "\n".join(_strengths(facts)) or "[what to stress]"),
        ("Why I want it", texts.clean(interview.wanted_for).strip() or "[why you want it]"),
        ("Note", vouching.briefing.note),
    ]
    return "\n".join([*_head(vouching, width), "", *labelled(rows, width)])


def _head(vouching: Vouching, width: int) -> list[str]:
    """Who it is for, and how to reach them."""
    person = vouching.person
    named = texts.clean_line(person.shown) or "[their name]"
    relation = texts.clean_line(vouching.reference.relation)
    reach = [texts.clean_line(person.phone), texts.clean_line(person.email)]
    blocks = [", ".join(filter(None, [named, relation])), ", ".join(filter(None, reach))]
    return [line for block in blocks for line in wrapped(block, width)]


def _with_job(person: Person) -> str:
    parts = [texts.clean_line(person.shown), texts.clean_line(person.job_title)]
    return ", ".join(filter(None, parts))


def _who_calls(facts: Facts) -> str:
    """Who will call, as far as it is known: else it is probably one of the people met."""
    said = texts.clean(facts.interview.who_calls).strip()
    met = list(filter(None, (texts.clean_line(met.person.shown) for met in facts.met)))
    likely = f"probably {' or '.join(met)}" if met else "[who will call, and when]"
    return said or likely


def _decision(facts: Facts, today: date) -> str:
    promised = promise(facts)
    if promised is None:
        return ""
    expected = "expected" if promised >= today else "was expected"
    return f"{expected} by {full_date(promised)}"


def _posting(interview: Interview) -> str:
    """Where the posting was, and the beginning of what it said."""
    text = kept(interview.posting, WIDTH - _BESIDE, _POSTING)
    return "\n".join(filter(None, [texts.clean_line(interview.posting_link), text]))


def _strengths(facts: Facts) -> list[str]:
    lines = [line for met in facts.met for line in texts.lines(met.meeting.strength)]
    return each_once(map(own_words.fitted, lines))
