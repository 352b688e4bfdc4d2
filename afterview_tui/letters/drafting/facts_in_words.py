"""The facts as a letter can name them, each as it stands in a sentence, or its gap."""

from __future__ import annotations

import re
from datetime import date

from afterview_tui.domain import names, passed_on
from afterview_tui.domain import text as texts
from afterview_tui.domain.letter import OWN_GAPS, LetterForm, LetterKind, LetterState
from afterview_tui.domain.recipients import Recipient
from afterview_tui.domain.records import Facts, Interview, Person
from afterview_tui.domain.steps.follow_up import counted, missed_call, promise
from afterview_tui.letters.drafting import own_words
from afterview_tui.letters.drafting.dates_in_words import (
    letter_date,
    on_day,
    spelled_day,
    this_week,
)
from afterview_tui.letters.drafting.marked_pieces import Missing
from afterview_tui.letters.drafting.news import something_new

_ROLE_NOUN = re.compile(r"\s+(?:position|role|job|post|opening|vacancy)$", re.I)
_IN_BRACKETS = re.compile(r"\s*[(\[][^()\[\]]*[)\]]\s*$")
_ARTICLE = re.compile(r"^(?:the|an?)\s+", re.I)
_CALLED = {LetterForm.EMAIL: "e-mail", LetterForm.CARD: "card", LetterForm.TYPED: "letter"}


def fact_words(
    facts: Facts, to: Recipient, today: date, form: LetterForm = LetterForm.EMAIL
) -> dict[str, str]:
    """Every fact that a wording or a template can name.

    `position` and `title` are "the Hygienist position" and "Hygienist"; a subject has
    `role_first`, "Hygienist: ", or `for_role`, " (Hygienist)", which are empty without a role.
    Days read "today", "yesterday", "on Friday" or "on Friday, October 17", and `then` is `day`
    without "on". What may well be missing is empty, and what a letter needs is a gap.
    """
    interview, meeting, me = facts.interview, to.meeting, facts.me
    order = facts.says_month_first
    return {
        "to": _to(to.person),
        "me": texts.clean_line(me.name) or Missing(OWN_GAPS["name"]),
        "phone": texts.clean_line(me.phone) or Missing(OWN_GAPS["phone"]),
        "email": texts.clean_line(me.email) or Missing(OWN_GAPS["email"]),
        "date": letter_date(today, order),
        "employer": texts.clean_line(interview.employer) or Missing("[the employer]"),
        **_role(interview),
        "day": (day := day_in_letter(interview.held_on, today, form, order)),
        "then": day.removeprefix("on "),
        "interview_date": letter_date(interview.held_on, order),
        "held": "yes" if interview.held_on <= today else "",
        "felt": interview.felt.value,
        "outcome": interview.outcome.value,
        "about": own_words.fitted(meeting.talked_about) or Missing("[what you two talked about]"),
        "forgot": own_words.fitted(facts.reflection.unsaid)
        or Missing("[what you did not get to say]"),
        "strength": own_words.fitted(meeting.strength) or Missing("[what to stress]"),
        **_asking(facts, to, today, form),
        "earlier": _earlier(facts, to, today, form),
        "wrong": Missing("[what was wrong]"),
        "right": Missing("[what is right]"),
        "start": Missing("[the start date]"),
        "pay": Missing("[the pay]"),
        "called": _called(facts, to, today, form),
        "names": _others(facts, to),
    }


def _others(facts: Facts, to: Recipient) -> str:
    """Those for whom a note to this person is to be passed on."""
    others = [_to(met.person) for met in passed_on.meant_for(facts, to.person.id)]
    return texts.joined(others) if others else Missing("[for whom it is]")


def _to(person: Person) -> str:
    if not texts.clean_line(person.name):
        return Missing("[their name]")
    to = texts.clean_line(names.addressed(person))
    return Missing(to) if to == names.GAP else to


def day_in_letter(day: date, today: date, form: LetterForm, month_first: bool | None = None) -> str:
    """`today`, `yesterday`, `on Friday`: paper is read days after it was written."""
    return on_day(day, today, is_read_today=form is LetterForm.EMAIL, month_first=month_first)


def _role(interview: Interview) -> dict[str, str]:
    role = _ARTICLE.sub("", texts.clean_line(interview.role))
    if not role:
        missing = Missing("[the role]")
        return {"title": missing, "position": missing, "for_role": "", "role_first": ""}
    noun = "" if _ROLE_NOUN.search(role) else " position"
    if noun:  # "Data analyst, planning team" is one for a subject, too long for a sentence
        title, position = role, f"the {role.partition(',')[0].rstrip()}{noun}"
    else:
        title, position = _ROLE_NOUN.sub("", role), f"the {role}"
    short = _in_subject(title)
    in_subject = {"for_role": f" ({short})", "role_first": f"{short}: "}
    return {"title": title, "position": position, **in_subject}


def _in_subject(title: str) -> str:
    """A role as a subject has room for it: without what stands in brackets behind it.

    "Lead operator, day shift" is a lead operator; "Director, Marketing" is no director.
    """
    title = _IN_BRACKETS.sub("", title) or title
    first = title.partition(",")[0].rstrip()
    return first if " " in first else title


def _asking(facts: Facts, to: Recipient, today: date, form: LetterForm) -> dict[str, str]:
    """What a follow-up can bring in: the day that passed, the try before, something new."""
    promised, missed, tries = promise(facts), missed_call(facts), counted(facts)
    before = tries[-1].done_on if tries else None
    new = something_new(facts, to.person) or Missing("[something new since you last spoke]")
    return {
        "new": new,
        "promised": this_week(promised, today, facts.says_month_first)
        if promised and promised < today
        else "",
        "agreed": agreed(missed, today, facts.says_month_first) if missed else "",
        "asked": day_in_letter(before, today, form, facts.says_month_first) if before else "",
    }


def agreed(missed: date, today: date, month_first: bool | None = None) -> str:
    """When a call was to come that did not: `for today`, `for Tuesday`."""
    return "for today" if missed == today else f"for {spelled_day(missed, today, month_first)}"


def _earlier(facts: Facts, to: Recipient, today: date, form: LetterForm) -> str:
    """The last letter that went to this person: `the card that I sent you on Friday`."""
    sent = [
        letter
        for letter in facts.letters
        if letter.person_id == to.person.id
        and letter.state is LetterState.SENT
        and letter.kind is not LetterKind.CORRECTION
    ]
    if not sent:
        return "my last letter to you"
    last = max(sent, key=lambda letter: letter.sent_on or date.min)
    day = (
        f" {day_in_letter(last.sent_on, today, form, facts.says_month_first)}"
        if last.sent_on
        else ""
    )
    return f"the {_CALLED[last.form]} that I sent you{day}"


def _called(facts: Facts, to: Recipient, today: date, form: LetterForm) -> str:
    """When the employer called this reference; "" while they have not."""
    for vouching in facts.vouching:
        if vouching.person.id == to.person.id and vouching.briefing.called_on is not None:
            return day_in_letter(vouching.briefing.called_on, today, form, facts.says_month_first)
    return ""
