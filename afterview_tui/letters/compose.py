"""Drafts of thank-you letters, from the facts on file.

How the interview felt decides which parts a letter has; the person's place on
the panel decides their wording. A missing fact leaves a gap in brackets that
says what belongs there.
"""

from __future__ import annotations

import re
from datetime import date

from afterview_tui.domain import names
from afterview_tui.domain import text as texts
from afterview_tui.domain.letter import LetterForm
from afterview_tui.domain.records import Facts, Felt, Interview, Me, Meeting, Met
from afterview_tui.letters import phrases
from afterview_tui.letters.letterhead import letterhead
from afterview_tui.letters.spelled import spelled_day
from afterview_tui.letters.wording import Choice, filled

_ROLE_NOUN = re.compile(r"\s+(?:position|role|job|post|opening|vacancy)$", re.I)
_ARTICLE = re.compile(r"^(?:the|an?)\s+", re.I)
# "Acme Inc." at the end of a sentence brings a full stop of its own.
_TWO_STOPS = re.compile(r"(?<!\.)\.\.(?!\.)")


def compose_old(facts: Facts, met: Met, today: date, form: LetterForm = LetterForm.EMAIL) -> str:
    """A thank-you letter to one person met, as plain text."""
    choice = _choice(facts, met)
    words = words_for(facts, met, today, form)
    paragraphs = [
        " ".join(filled(choice.of(part), words) for part in parts)
        for parts in _plan(facts.interview.felt, met.meeting, form)
    ]
    head = letterhead(facts, met.person, today) if form is LetterForm.TYPED else []
    body = [_TWO_STOPS.sub(".", paragraph) for paragraph in paragraphs]
    foot = _sign_off(facts.me, form, choice)
    return "\n\n".join([*head, f"Dear {words['to']},", *body, foot])


def subject_old(facts: Facts, met: Met) -> str:
    """The subject of the e-mail."""
    words = words_for(facts, met, facts.interview.held_on)
    return filled(_choice(facts, met).of("subject"), words)


def words_for(
    facts: Facts, met: Met, today: date, form: LetterForm = LetterForm.EMAIL
) -> dict[str, str]:
    """What a wording can name, each as it stands in a sentence, or its gap.

    `position` and `title` are "the Hygienist position" and "Hygienist"; `day`
    is "today", "on Friday" or "on the 6th of November".
    """
    interview, meeting = facts.interview, met.meeting
    return {
        "to": names.addressed(met.person) if met.person.name.strip() else "[their name]",
        "me": texts.clean_line(facts.me.name) or "[your name]",
        "employer": texts.clean_line(interview.employer) or "[the employer]",
        "day": _day(interview, today, form),
        "about": phrases.fitted(meeting.talked_about) or "[what you two talked about]",
        "forgot": phrases.fitted(meeting.forgot) or "[what you did not get to say]",
        "strength": phrases.fitted(meeting.strength) or "[what to stress]",
        **_role(interview),
    }


def _role(interview: Interview) -> dict[str, str]:
    role = _ARTICLE.sub("", texts.clean_line(interview.role))
    if not role:
        return {"title": "[the role]", "position": "[the role]"}
    noun = "" if _ROLE_NOUN.search(role) else " position"
    return {"title": _ROLE_NOUN.sub("", role), "position": f"the {role}{noun}"}


def _day(interview: Interview, today: date, form: LetterForm) -> str:
    # Paper is read days after it was written, so "today" is for e-mail alone.
    if interview.held_on == today and form is LetterForm.EMAIL:
        return "today"
    return f"on {spelled_day(interview.held_on, today)}"


def _choice(facts: Facts, met: Met) -> Choice:
    """The person's place on the panel; a meeting still being edited is known by its id."""
    for place, one in enumerate(facts.met):
        if one == met or 0 < one.meeting.id == met.meeting.id:
            return Choice(facts.interview.id, place)
    return Choice(facts.interview.id, met.meeting.position)


def _plan(felt: Felt, meeting: Meeting, form: LetterForm) -> list[list[str]]:
    """The parts of the letter, by paragraph."""
    point = _point(felt, meeting)
    strength = "strength" if meeting.strength.strip() else ""
    personal = "personal" if felt is Felt.PERSONAL else ""
    if form is LetterForm.CARD:
        # A card has room for one thing to add.
        extra = point or ("" if personal else strength)
        order = ["moment", personal, extra] if felt is not Felt.FORGOT else [extra, "moment"]
        return [[f"card_{part}" for part in ["opening", *order, "closing"] if part]]
    middle = [["moment", strength], [personal, point]]
    if felt is Felt.FORGOT:
        middle = [[point, strength], ["moment"]]
    elif felt is Felt.NERVES:
        middle = [["moment"], [point, strength]]
    paragraphs = [["opening"], *middle, ["interest", "closing"]]
    return [parts for paragraph in paragraphs if (parts := [part for part in paragraph if part])]


def _point(felt: Felt, meeting: Meeting) -> str:
    """The part that brings in what was forgotten; some letters want it even as a gap."""
    if felt is Felt.FORGOT:
        return "heart"
    if felt is Felt.NERVES:
        return "nerves"
    return "addition" if phrases.fitted(meeting.forgot) else ""


def _sign_off(me: Me, form: LetterForm, choice: Choice) -> str:
    """The closing line, the name, and how to reach the user; a card has room for one way."""
    reach = [line for field in (me.phone, me.email) if (line := texts.clean_line(field))]
    if form is LetterForm.CARD:
        reach = reach[:1]
    elif not reach:
        reach = ["[your phone number]"]
    name = texts.clean_line(me.name) or "[your name]"
    return "\n".join([_farewell(me, choice), name, *reach])


def _farewell(me: Me, choice: Choice) -> str:
    own = texts.clean_line(me.closing).rstrip(" ,")
    own = own or choice.of("farewell")
    return own if phrases.is_sentence(own) else f"{own},"


from dataclasses import dataclass


@dataclass(frozen=True)
class Draft:
    text: str
    subject: str
    problem: str = ""


def compose(facts, to, today, form=LetterForm.EMAIL, turn=0):
    met = Met(to.meeting, to.person)
    if turn:
        from dataclasses import replace

        met = Met(replace(to.meeting, position=to.meeting.position + turn, id=-5), to.person)
    return Draft(compose_old(facts, met, today, form), subject_old(facts, met))


def reworded(facts, to, today, form, paragraph, turn):
    return None
