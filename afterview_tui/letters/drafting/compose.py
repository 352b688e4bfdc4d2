"""Drafts of letters, of every kind and form, from the facts on file.

A template says which sentences a letter has, and when: ours, or the user's own
in its place. The person's place on the panel decides their wording, and each
turn has another. A missing fact leaves a gap in brackets that says what belongs
there.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from afterview_tui.domain import text as texts
from afterview_tui.domain.letter import LetterForm, LetterKind
from afterview_tui.domain.recipients import Recipient, everybody
from afterview_tui.domain.records import Facts, Me
from afterview_tui.letters.checking.gaps_and_length import gaps, similarity, word_count
from afterview_tui.letters.drafting import own_words
from afterview_tui.letters.drafting.facts_in_words import fact_words
from afterview_tui.letters.drafting.letterhead import letterhead
from afterview_tui.letters.drafting.template import TemplateProblem, rendered
from afterview_tui.letters.drafting.tidying import tidy
from afterview_tui.letters.drafting.wordings import Choice, filled, skeleton, turns

LONGEST = 2_000  # words; nobody sends more, so a template has gone wrong
RECOGNISED = 0.6  # how alike a paragraph must be to one of ours; others are below 0.4
AROUND = 12  # characters beside a gap by which it is found again

_CUT = 300  # characters of each thing that is noted, where all of it is too long for a letter
TOO_LONG = "What is noted for this letter is too long for one. Only its beginning is used."


@dataclass(frozen=True, slots=True)
class Draft:
    """A letter as it is drafted. Only an e-mail has a subject.

    `problem` says why the user's own template was not used, when it was not.
    """

    text: str
    subject: str = ""
    problem: str = ""


def compose(
    facts: Facts, to: Recipient, today: date, form: LetterForm = LetterForm.EMAIL, turn: int = 0
) -> Draft:
    """A letter in the user's own template, or else in ours. Each turn has other wordings."""
    words = names_for(facts, to, today, form, turn)
    subject = words["subject"] if form is LetterForm.EMAIL else ""
    problem = ""
    own = _own(facts, to.kind, form)
    if own is not None:
        try:
            return Draft(_laid_out(own, words), subject)
        except TemplateProblem as error:
            problem = f"Your own template could not be used, so this is ours. {error.message}"
    try:
        return Draft(_laid_out(ours(to.kind, form), words), subject, problem)
    except TemplateProblem:
        # Whatever is on file, a letter can be shown and written.
        shorter = {name: text[:_CUT] for name, text in words.items()}
        return Draft(_laid_out(ours(to.kind, form), shorter), subject[:_CUT], TOO_LONG)


def ours(kind: LetterKind, form: LetterForm) -> str:
    """Our own template for a letter, to start one's own from."""
    return skeleton(kind, form)


def filled_in(
    source: str,
    facts: Facts,
    to: Recipient,
    today: date,
    form: LetterForm = LetterForm.EMAIL,
    turn: int = 0,
) -> str:
    """A letter in the given template. Raises TemplateProblem."""
    return _laid_out(source, names_for(facts, to, today, form, turn))


def names_for(
    facts: Facts, to: Recipient, today: date, form: LetterForm = LetterForm.EMAIL, turn: int = 0
) -> dict[str, str]:
    """Every name that a template can use, with what it stands for: facts, sentences, frame.

    A fact that is missing is a gap in brackets; a template's `if` takes it for nothing.
    """
    words = fact_words(facts, to, today, form)
    choice = Choice(to.kind, form, facts.interview.id, _place(facts, to), turn)
    sentences = {part: tidy(filled(source, words)) for part, source in choice.each().items()}
    farewell = _farewell(facts.me, sentences["farewell"])
    return {
        **words,
        "heading": "",  # a letter to somebody close has none
        **sentences,
        "head": "\n\n".join(letterhead(facts, to, today)),
        "greeting": f"Dear {words['to']},",
        "farewell": farewell,
        "sign_off": "\n".join([farewell, words["me"], *_reach(words, form)]),
    }


def reworded(
    facts: Facts, to: Recipient, today: date, form: LetterForm, paragraph: str, turn: int
) -> str | None:
    """The next wording of one paragraph of a letter; None when it is none of ours.

    It may have been written in, as long as it can be recognised. What stands
    where ours has a gap is kept.
    """
    cycle = [
        compose(facts, to, today, form, turn + step).text.split("\n\n")
        for step in range(turns(to.kind))
    ]
    found = []
    for step, draft in enumerate(cycle):
        for place, ours in enumerate(draft):
            kept = _kept(ours, paragraph)
            found.append((similarity(_with(kept, ours), paragraph), step, place, kept))
    alike, step, place, kept = max(found, key=lambda one: one[0])  # the first of equals
    if alike < RECOGNISED:
        return None
    for draft in cycle[step + 1 :] + cycle[:step]:
        if place < len(draft) and draft[place] != cycle[step][place]:
            return _with(kept, draft[place])
    return None


def _kept(ours: str, paragraph: str) -> dict[str, str]:
    """What a person put in the gaps of a paragraph, found by the words around each."""
    found = {}
    every = gaps(ours)
    for before, gap, after in zip((None, *every), every, (*every[1:], None), strict=False):
        start = max(gap.start - AROUND, before.end if before else 0)
        end = min(gap.end + AROUND, after.start if after else len(ours))
        left, right = re.escape(ours[start : gap.start]), re.escape(ours[gap.end : end])
        left, right = left or r"\A", right or r"\Z"
        if match := re.search(f"{left}(.+?){right}", paragraph, re.DOTALL):
            found[gap.text] = match[1]
    return found


def _with(kept: dict[str, str], text: str) -> str:
    for gap, words in kept.items():
        text = text.replace(gap, words)
    return text


def _own(facts: Facts, kind: LetterKind, form: LetterForm) -> str | None:
    """The user's template that replaces ours."""
    for template in facts.templates:
        if (template.kind, template.form, template.name) == (kind, form, ""):
            return template.text
    return None


def _laid_out(source: str, words: dict[str, str]) -> str:
    text = tidy(rendered(source, words))
    number = word_count(text)
    if not number:
        raise TemplateProblem("Nothing is left between the greeting and the end of the letter.")
    if number > LONGEST:
        raise TemplateProblem(f"The letter would have {number:,} words. Leave some of it out.")
    return text


def _place(facts: Facts, to: Recipient) -> int:
    """The place among all who may get such a letter; facts being edited do not change it."""
    for place, one in enumerate(everybody(facts, to.kind)):
        if one == to or 0 < one.person.id == to.person.id:
            return place
    return to.meeting.position


def _farewell(me: Me, ours: str) -> str:
    own = texts.clean_line(me.closing).rstrip(" ,") or ours
    return own if own_words.is_sentence(own) else f"{own},"


def _reach(words: dict[str, str], form: LetterForm) -> list[str]:
    """How to reach the user; a card has room for one way, and may do without."""
    ways = [words[way] for way in ("phone", "email") if words[way]]
    if form is LetterForm.CARD:
        return ways[:1]
    return ways or [words["phone"]]
