"""The parts of letters: the sentences that only the writer can know, asked for one by one.

A part stands in a new letter as its prompt in brackets, and typing replaces it.
What is left open is not in the letter that goes out. Parts of one name may
stand in several kinds of letters, each with the prompt that fits there.
"""

from __future__ import annotations

from dataclasses import dataclass

from afterview_tui.domain.records import Felt

# Kinds of notes on file that belong to a part: they are shown beside it, to be read while typing.
TALK, NOT_SAID_NOTE, CARED, STRENGTH = "talk", "not_said", "cared", "strength"
TERMS, OFFER_SAID = "terms", "offer_said"


@dataclass(frozen=True, slots=True)
class Part:
    """A gap in a letter that the writer fills with a sentence or two of their own.

    `name` is what layouts, templates and the file call it. `prompt` asks for it, in 60
    characters at most; words in quotation marks are those with which the letter reads on best.
    `good` says in one line of 75 what makes it good. `beginnings` can be typed on from, and some
    are whole sentences to choose; behind one with a colon a few bare words do. `notes` are the
    kinds of notes on file that fit.
    """

    name: str
    prompt: str
    good: str
    beginnings: tuple[str, ...]
    notes: tuple[str, ...] = ()


def gap(part: Part) -> str:
    """How a part that is still open stands in the text."""
    return f"[{part.prompt}]"


def is_whole(beginning: str) -> bool:
    """Whether a beginning is a sentence already, to be chosen as it stands."""
    return beginning.endswith((".", "?"))


def beginnings(part: Part, felt: Felt) -> tuple[str, ...]:
    """The beginnings of a part, those first that fit how the interview felt."""
    first = _FITTING.get(felt, ()) if part.name == "not_said" else ()
    return (*first, *(one for one in part.beginnings if one not in first))


_FORGOTTEN = ("One thing I didn't get to say:", "I should also have told you that")
_WRONG = ("The right answer to your question about", "I was wrong when I said that")
_NO_ANSWER = ("You asked me", "I had no answer when you asked")
_SINCE = ("Since we spoke, I have", "I went home and looked up")
_FITTING = {Felt.FORGOT: _FORGOTTEN, Felt.NERVES: (*_WRONG, *_NO_ANSWER)}

THANKS = Part(
    "thanks",
    "Write “Thank you for …”: what did they do or show you?",
    "Something only they did: then it stands in the place of our first line.",
    ("Thank you for", "and for", "I was glad that you", "It helped that you"),
    (TALK,),
)
_WANT = (
    "I'd like the job very much.",
    "I'd very much like to work with you.",
    "I'd like to do this work, and to do it with you.",
    "I'd be very glad to join you.",
    "I'm interested, and would be glad to go on talking.",
)

THANK_YOU = (
    THANKS,
    Part(
        "reason",
        "Was something the matter that they should know?",
        "A short sentence or two, or nothing. No details, no asking for mercy.",
        (
            "I wasn't quite myself because",
            "Thank you for being so kind when",
            "Shortly before we spoke,",
            "If I seemed far away, it was because",
        ),
    ),
    Part(
        "moment",
        "What did they say that you have thought about since?",
        "They know what they said: name it, then what you thought or did, and why.",
        (
            "I've been thinking about",
            "You're right that",
            "What you said about",
            "When you showed me",
            "With",
        ),
        (TALK, CARED),
    ),
    Part(
        "you_can",
        "What would you do about it, or where did it work for you?",
        "What you'd try first, and why; or the one time you saw it work.",
        (
            "I'd start with",
            "What worked for us was",
            "We had the same at",
            "You asked whether I",
        ),
        (CARED, STRENGTH),
    ),
    Part(
        "not_said",
        "What did you not say, or say wrong?",
        "Which question it was; then all of it, a sum on lines of its own.",
        (*_FORGOTTEN[:1], *_WRONG[1:], *_SINCE, *_FORGOTTEN[1:], *_WRONG[:1], *_NO_ANSWER),
        (NOT_SAID_NOTE,),
    ),
    Part(
        "want",
        "Would you like this job? Choose a line or write one.",
        "Only what is true, and best with some of the work in it.",
        (*_WANT, "I'd be glad to start with"),
    ),
    Part(
        "next",
        "What comes next, or one friendly last word?",
        "When you are free, what you send; or something small that you both know.",
        ("I'm free", "I'll send you", "If you need anything before", "I hope that"),
    ),
)

CORRECTION = (
    Part(
        "said",
        "What did you say or write that was wrong?",
        "As you put it, and where: in the interview, or in which letter.",
        ("When we talked, I said that", "In my letter to you I wrote that", "I told you that"),
        (NOT_SAID_NOTE,),
    ),
    Part(
        "right",
        "What is right?",
        "The correct thing, whole. A sum is easier to follow on lines of its own.",
        ("The right answer is", "In fact,", "It should have been"),
        (NOT_SAID_NOTE,),
    ),
    Part(
        "sorry",
        "Write “I am sorry …”: one line, and no more. Or choose one.",
        "One line: more would make much of it.",
        (
            "I'm sorry for the mistake.",
            "Thank you for correcting it in your notes.",
            "I should have had it right the first time, and I'm sorry.",
        ),
    ),
)

_APPRECIATED = Part(
    "appreciated",
    "Write “It was good of you to …”: one thing they did or said",
    "What it was and what it meant to you, said to them as “you”.",
    (
        "It was good of you to",
        "It helped me that you",
        "I was glad to hear that",
        "I was disappointed, but I can see why",
    ),
    (TALK,),
)


def last_word(prompt: str, *ways: str) -> Part:
    """A last word that only somebody who was there can write."""
    good = "As you would say it at the door: their daughter, the match, the dog."
    return Part("last", prompt, good, ways, (TALK,))


FOLLOW_UP = (
    Part(
        "still",
        "Do you still want it? Choose a line or write one.",
        "Only what is true; they may have wondered.",
        (
            "I'd still like the job very much.",
            "I'm still interested, and nothing has changed on my side.",
            "My interest has only grown.",
            "I'd still be glad to",
        ),
    ),
    Part(
        "news",
        "What is new since you last spoke?",
        "Something finished, learned or decided; or thanks for what they did since.",
        (
            "Since we spoke, I have",
            "You may like to know that",
            "After our talk I tried",
            "Thank you for",
        ),
        (NOT_SAID_NOTE, CARED, STRENGTH),
    ),
    Part(
        "ask",
        "What makes it easy to answer? How do they reach you?",
        "“How do things stand?” is asked already. That a line will do; when, where.",
        (
            "I know how full your days are; a line is plenty.",
            "You reach me at",
            "If it takes longer, a rough date would be enough.",
            "Is there anything else that you need from me?",
            "Is the position still open?",
            "May I call you",
            "Which other time would suit you for the call?",
        ),
    ),
    last_word(
        "Write “Thank you …”: thanks or a greeting, and no hurry",
        "Thank you, and all the best to",
        "Thank you again for",
        "I hope that",
    ),
)


WHY_NOT = (
    _APPRECIATED,
    Part(
        "question",
        "What would you like to ask them? One question, or two.",
        "Narrow enough for a two-line answer, about you and not their choice.",
        (
            "Which one thing would have made my application stronger?",
            "If I applied again next year, what would you want to see?",
            "Was there an answer of mine that",
            "How could I have shown better that",
        ),
        (NOT_SAID_NOTE,),
    ),
    Part(
        "ease",
        "Write “Two lines …”: make it easy to answer. Choose one.",
        "So that they can answer shortly, or not at all.",
        (
            "Two lines would help me, whenever you have a minute.",
            "Be as frank as you like.",
            "A sentence is plenty, and any time is early enough.",
            "You can tell me in a line or on the phone, as you prefer.",
        ),
    ),
)

AFTER_NO = (
    _APPRECIATED,
    Part(
        "keep",
        "Write “Please keep me in mind …”: for what, and from when?",
        "One line; then what you have made of their advice.",
        (
            "Please keep me in mind for",
            "If a place comes free again, I'd be glad to hear of it.",
            "I'd apply again if",
            "I've taken your advice, and",
        ),
        (STRENGTH,),
    ),
    last_word(
        "Write “I hope that …”: a wish for them, thanks to somebody",
        "I hope that",
        "Please thank",
        "My best to",
    ),
)

REFERENCE = (
    Part(
        "did",
        "Write “It was good of you to …”: what did it mean to you?",
        "They know what they did. Tell them what it was worth to you, warmly.",
        (
            "It was good of you to",
            "I hear that you",
            "I was glad that you told them",
            "Because of you, I",
        ),
    ),
    Part(
        "ended",
        "Write “There is no word yet …”, or how it ended",
        "The plain news, and that you will tell them the rest.",
        (
            "There's no word yet, and you'll hear from me as soon as there is.",
            "I have the job, and",
            "They have chosen somebody else, and",
        ),
    ),
    Part(
        "last",
        "Write “How is …?”: ask after them, or when you come by",
        "A visit, a call, how they are: as you would say it to them.",
        ("How is", "I have owed you", "When may I", "I hope that"),
    ),
)

FOR_OTHERS = (
    Part(
        "did",
        "What did this person do for you?",
        "One thing, said to them as “you”: the call, the welcome, the tour.",
        ("You made sure that", "When I arrived, you", "You answered my question about"),
        (TALK,),
    ),
    Part(
        "message",
        "What should the others hear? One thing for each, by name.",
        "What each of them said or showed, and what you thought of it.",
        ("Please tell", "Would you let them know that", "I keep thinking of what"),
        (TALK,),
    ),
    Part(
        "want",
        "Would you like this job? Choose a line or write one.",
        "Only what is true. One line is plenty.",
        (
            "I'd like to work with all of you.",
            "I'd like to do this work, and to do it with all of you.",
            "I'd be glad to join you.",
            "I'm interested, and would be glad to go on talking.",
            "I hope that you will choose me.",
            "I'd like this job very much, and they may know it.",
        ),
    ),
    Part(
        "last",
        "Write “Thank you for passing it on.” Or choose a line.",
        "One line for whoever carries it to the others.",
        (
            "Thank you for passing it on.",
            "It is kind of you to carry this to the others.",
            "I know that this is one more errand for you, so thank you.",
        ),
    ),
)
