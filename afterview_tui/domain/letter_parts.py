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


@dataclass(frozen=True, slots=True)
class Part:
    """A gap in a letter that the writer fills with a sentence or two of their own.

    `name` is what layouts, templates and the file call it. `prompt` asks for it, in 60
    characters at most; `good` says in one line of 75 what makes it good. `beginnings` can be
    typed on from, and some are whole sentences to choose. `notes` are the kinds of notes on
    file that fit.
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


_FORGOTTEN = ("One thing I did not get to say is that", "I should also have told you that")
_WRONG = ("The right answer to your question about", "I was wrong when I said that")
_NO_ANSWER = ("You asked me", "I had no answer when you asked")
_SINCE = ("Since we spoke, I have", "I went home and looked up")
_FITTING = {Felt.FORGOT: _FORGOTTEN, Felt.NERVES: (*_WRONG, *_NO_ANSWER)}

THANK_YOU = (
    Part(
        "moment",
        "What did they say or show that stayed with you?",
        "One thing, said to them as “you”, and what you thought or did about it.",
        (
            "You told me about",
            "When you showed me",
            "I keep coming back to what you said about",
            "Your question about",
        ),
        (TALK,),
    ),
    Part(
        "reason",
        "Was something the matter that they should know?",
        "One plain sentence, or nothing. They need no details.",
        (
            "I was not quite myself because",
            "Shortly before we spoke,",
            "If I seemed far away, it was because",
        ),
    ),
    Part(
        "not_said",
        "What did you not say, or say wrong?",
        "The thing itself, in full, so that they need not ask for it.",
        (*_FORGOTTEN, *_SINCE, *_WRONG, *_NO_ANSWER),
        (NOT_SAID_NOTE,),
    ),
    Part(
        "you_can",
        "What have you done that meets what they need?",
        "Something you did: where, how much, what came of it. A number helps.",
        (
            "You said that you need",
            "At my last job I",
            "For the past few years I have",
            "What I would bring to it is",
        ),
        (CARED, STRENGTH),
    ),
    Part(
        "want",
        "Would you like this job? Choose a line or write one.",
        "Only what is true. One line is plenty.",
        (
            "I am interested, and I would be glad to go on talking.",
            "This is work that I would like to do.",
            "I would like to work with you.",
            "I would be glad to join you.",
            "I hope that you will choose me.",
            "I want this job.",
            "After talking with you, I",
        ),
    ),
    Part(
        "next",
        "What is one easy next thing: a date, a call, a visit?",
        "One thing that takes them no effort: when you are free, what you send.",
        ("I am free", "I can start", "If it helps, I can", "Would it be useful if I"),
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
        "The correct thing, whole. Nothing about how it came to be wrong.",
        ("The right answer is", "In fact,", "It should have been"),
        (NOT_SAID_NOTE,),
    ),
)

FOLLOW_UP = (
    Part(
        "news",
        "What is new on your side since you last spoke?",
        "A fact that bears on the job: something finished, learned or decided.",
        ("Since we spoke, I have", "You may like to know that", "After our talk I tried"),
        (NOT_SAID_NOTE, CARED, STRENGTH),
    ),
    Part(
        "ask",
        "What would you like to know from them? One question.",
        "“How do things stand?” is asked already: one question more, or none.",
        (
            "When do you expect to know more?",
            "Is there anything else that you need from me?",
            "Is the position still open?",
            "Which other time would suit you for the call?",
            "May I call you",
        ),
    ),
)

_APPRECIATED = Part(
    "appreciated",
    "What did you appreciate, in the talk or since?",
    "One thing they did, said to them as “you”, and what it was good for.",
    ("You took the time to", "It helped me that you", "I have since used what you"),
    (TALK,),
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
)

AFTER_NO = (
    _APPRECIATED,
    Part(
        "keep",
        "What should they keep you in mind for?",
        "Which work, and from when. A line you mean, or nothing.",
        (
            "Please keep me in mind if",
            "I would come again if",
            "Should the place come free again, I would like to hear of it.",
        ),
        (STRENGTH,),
    ),
)


def _liked(prompt: str) -> Part:
    return Part(
        "liked",
        prompt,
        "One thing you saw or heard there, said to them as “you”.",
        ("You told me about", "When you showed me", "I have not forgotten how you"),
        (TALK,),
    )


def _reason(prompt: str, *ways: str) -> Part:
    return Part("reason", prompt, "The true reason in one sentence, or nothing at all.", ways)


_THERE = "What did you like there?"

ACCEPT = (
    Part(
        "terms",
        "What was agreed: title, pay, hours, first day?",
        "Every number, so that both of you have it in writing.",
        ("We agreed on", "As I understand it, I start", "My first day is"),
    ),
    _liked("What made you say yes? One thing."),
    Part(
        "settle",
        "What is left to settle before the first day?",
        "One question, or what you send and when.",
        ("Is there anything for me to sign", "I will send you", "Where should I be"),
    ),
)

DECLINE = (
    _reason(
        "Why not? The true reason, or nothing.",
        "I have accepted",
        "What decided it was",
        "I would like to stay in",
    ),
    _liked(_THERE),
    Part(
        "settle",
        "Is anything left to settle, or to leave open?",
        "Something you return or pass on, or whether they may ask again.",
        ("I will send back", "A colleague of mine", "If you look for somebody again"),
    ),
)

WITHDRAW = (
    _reason(
        "Why? The true reason, or nothing.",
        "I have accepted",
        "What decided it was",
        "I have found that",
    ),
    _liked(_THERE),
    Part(
        "settle",
        "Is anything left to settle?",
        "An appointment, papers of yours that they hold, whom you told already.",
        ("I have already told", "Please delete", "If it saves you trouble, I can"),
    ),
)

MORE_TIME = (
    Part(
        "until",
        "By which day will you answer?",
        "The day itself, and that you keep to it.",
        ("You would have my answer by", "May I answer by", "I can tell you by"),
    ),
    _reason(
        "Why do you need the time? The true reason, or nothing.",
        "I would like to talk it over with",
        "Before I answer, I have to",
        "Another employer",
    ),
    _liked("What speaks for them? One thing."),
)

OTHER_OFFER = (
    Part(
        "until",
        "By which day must you answer the other offer?",
        "The day, and if you like from whom the offer is. No bargaining.",
        ("I have to give them my answer by", "They are waiting until", "I have until"),
    ),
    _liked("Why would you rather go to this employer? One thing."),
    Part(
        "want",
        "Where would you rather work? Choose a line or write one.",
        "Only what is true: they may act on it.",
        (
            "I would rather work with you.",
            "You are my first choice.",
            "I do not want to answer them before I have heard from you.",
            "If you offered me the job, I would take it.",
            "I have not decided yet, and your answer would count.",
            "What draws me to you is",
        ),
    ),
)

REFERENCE = (
    Part(
        "did",
        "What did they do for you?",
        "The thing itself: the call they took, the letter, what they said of you.",
        ("You spoke with", "You found the time to", "They told me that you"),
    ),
    Part(
        "ended",
        "How did it end, or how does it stand?",
        "The plain news, so that they need not ask.",
        ("I have the job, and", "They have chosen somebody else, and", "I expect to hear"),
    ),
    Part(
        "meant",
        "What did it mean to you that they did it?",
        "What it changed for you, or what you can do for them.",
        ("Because of you, I", "It meant a lot to me that", "If you ever need"),
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
        "What each of them said or showed, and what you thought or did about it.",
        ("Please tell", "Would you let them know that", "I keep thinking of what"),
        (TALK,),
    ),
    Part(
        "want",
        "Would you like this job? Choose a line or write one.",
        "Only what is true. One line is plenty.",
        (
            "I would like to work with all of you.",
            "This is work that I would like to do.",
            "I would be glad to join you.",
            "I am interested, and I would be glad to go on talking.",
            "I hope that you will choose me.",
            "I want this job, and they may know it.",
        ),
    ),
)
