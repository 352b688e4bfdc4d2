"""The names that a template can use, each with what it is and what it stands for now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from afterview_tui.pages.page_lines import indented, labelled, wrapped

# The facts and the frame. Every other name is a sentence of ours.
EXPLAINED = {
    "to": "whom the letter is to, as they like to be addressed",
    "me": "your name",
    "phone": "your phone number",
    "email": "your e-mail address",
    "date": "today, as it stands on a letter",
    "employer": "the employer",
    "title": "the role",
    "position": "the role in a sentence",
    "day": "when the interview was, in a sentence",
    "interview_date": "when the interview was, as a date",
    "held": "“yes” once the interview was",
    "felt": "how it felt: well, mixed, or poorly and why",
    "outcome": "how it ended: open, offer, accepted, declined, no, withdrawn, quiet",
    "about": "what you two talked about",
    "forgot": "what you did not get to say",
    "strength": "what to stress",
    "new": "something new since you last spoke",
    "promised": "the day by which they were to decide, once it has passed",
    "agreed": "when a call was to come that did not",
    "asked": "when you asked before how things stand",
    "earlier": "the last letter that went to this person",
    "wrong": "what was wrong in it",
    "right": "what is right",
    "start": "the day on which you start",
    "pay": "what you were offered",
    "called": "when the employer called this reference",
    "names": "the others who were met: for whom a note is to be passed on",
    "heading": "what a typed letter is about",
    "subject": "the subject of the e-mail",
    "head": "the head of a typed letter: your address, the date, theirs",
    "greeting": "the greeting",
    "farewell": "the closing words: your own, or ours",
    "sign_off": "the closing words, your name, how to reach you",
}
_SENTENCE = "a sentence of ours"
_PART = "a part that you write"

GRAMMAR = (
    ("{{ employer }}", "What a name stands for."),
    ("{{ about | capital }}", "With a capital. There are also stop (ends it), lower, upper, trim."),
    ("{% if forgot %}", "What follows is for when there is something noted, up to {% endif %}."),
    ("{% elif strength %}", "Else, when this is so."),
    ("{% else %}", "Else."),
    ('{% if felt == "well" %}', "Compares. Also: != and, or, not."),
    ("{% if about is sentence %}", "Whether it is a whole sentence, or only a few words."),
    ("{# seen by nobody #}", "A remark."),
)
BOUNDS = (
    "A template cannot repeat, call or take in anything, so a draft always ends. One that cannot"
    " be used stays on file as it is; letters use ours until it is put right."
)


def grammar(width: int) -> list[str]:
    """What can stand in a template."""
    return [*labelled(GRAMMAR, width), "", *wrapped(BOUNDS, width)]


def names_page(names: Mapping[str, str], width: int) -> Iterator[tuple[str, list[str]]]:
    """Each name, with the lines that explain it; facts and frame first, then the sentences."""
    sentences = [name for name in names if name not in EXPLAINED]
    for name in [*(one for one in EXPLAINED if one in names), *sentences]:
        now = str(names[name]) or "nothing at the moment"  # a gap counts as nothing, too
        kind = _PART if now.startswith("[") else _SENTENCE
        yield name, [EXPLAINED.get(name, kind), *indented(now, width)]
