"""The parts of letters about an offer or an application: yes, no, not yet, no longer."""

from __future__ import annotations

from afterview_tui.domain.letter_parts import OFFER_SAID, TALK, TERMS, Part, last_word


def _thanked(prompt: str, *ways: str) -> Part:
    """One thing that the reader did: what a yes or a no is best remembered by."""
    good = "What they did and what it meant to you; one thing that you liked there."
    return Part("liked", prompt, good, ways, (TALK,))


def _reason(prompt: str, good: str, *ways: str) -> Part:
    return Part("reason", prompt, good, ways)


ACCEPT = (
    Part(
        "terms",
        "Write “So that we both have it in writing:” pay, first day …",
        "Pay, hours, first day, leave: every number, each on a line if you like.",
        (
            "So that we both have it in writing:",
            "As I understand it, I start on",
            "We agreed on",
            "My first day is",
        ),
        (TERMS,),
    ),
    Part(
        "settle",
        "What is left to settle, or not in writing yet?",
        "Ask for what is missing; say what you send them, and by when.",
        (
            "Could you also put in writing that",
            "You will have the signed papers by",
            "Could you tell me",
            "On the first day I will bring",
        ),
        (OFFER_SAID,),
    ),
    _thanked(
        "Write “Thank you for …”: what made it easy to say yes?",
        "Thank you for",
        "It made it easy to say yes that you",
        "I am glad that",
        "When you showed me",
    ),
    last_word(
        "Write “Please tell …”: a greeting to somebody there, a wish",
        "Please tell",
        "I hope that",
        "My best to",
    ),
)

_WHY = "Write “I have …”: the honest reason, or nothing at all"
_WHY_GOOD = "Short sentences: what decided it. No names, and nothing against them."
_WHAT_THEY_DID = "Write “Thank you for …”: what did they do for you?"

DECLINE = (
    _reason(
        _WHY,
        _WHY_GOOD,
        "I have accepted",
        "I have decided to",
        "What decided it was",
        "I would like to stay in",
    ),
    _thanked(
        _WHAT_THEY_DID,
        "Thank you for",
        "I enjoyed",
        "It was good of you to",
        "I'll remember how you",
    ),
    Part(
        "settle",
        "Do you send, return or leave them anything?",
        "Say that it is in this letter, or when it comes, and what it is good for.",
        (
            "I am enclosing",
            "You will have it back by",
            "A colleague of mine",
            "If you look for somebody again, I would be glad to hear of it.",
        ),
    ),
    last_word(
        "Write “I hope that …”: a wish for them, or a greeting",
        "I hope that",
        "My best to",
        "Please give my thanks to",
    ),
)

WITHDRAW = (
    _reason(
        _WHY,
        _WHY_GOOD,
        "I have accepted",
        "I have decided to",
        "What decided it was",
        "I meant it when I said yes, but since then",
    ),
    Part(
        "settle",
        "What about a meeting you had planned, or work they did?",
        "Which meeting; sorry to whoever kept the time; that you tried to call.",
        (
            "I am sorry to cancel our meeting on",
            "Please give my apologies to",
            "I would rather have told you by phone, and",
            "If it helps, I can",
        ),
    ),
    _thanked(
        _WHAT_THEY_DID,
        "Thank you for",
        "I enjoyed",
        "It was good of you to",
        "I would have liked to",
    ),
    last_word(
        "Write “I hope that …”: a wish for them, or a greeting",
        "I hope that",
        "My best to",
        "Please give my thanks to",
    ),
)

OFFER_THANKS = (
    Part(
        "until",
        "Write “You will have my answer by …”: weekday and date",
        "A day that you can keep; or ask them by when they would like to know.",
        (
            "You will have my answer by",
            "I will call you on",
            "By when would you like to have my answer?",
        ),
    ),
    Part(
        "settle",
        "What do you have to know, or to see in writing, first?",
        "What was only said, and what nobody has said yet. No bargaining here.",
        (
            "Could you send me the terms in writing?",
            "Before then, could you tell me",
            "Could you also put in writing that",
        ),
        (OFFER_SAID,),
    ),
    _thanked(
        "Write “I was glad that …”: what made it good to hear?",
        "I was glad that",
        "It means a lot to me that",
        "Thank you for",
    ),
    last_word(
        "Write “My best to …”: a greeting to somebody there, a wish",
        "My best to",
        "Please tell",
        "I hope that",
    ),
)

MORE_TIME = (
    Part(
        "until",
        "Write “You'd have my answer by …”: weekday and date",
        "A day that you can keep.",
        ("You'd have my answer by", "I could let you know by", "I can answer by"),
    ),
    _reason(
        "Why do you need the time? The honest reason, in a few words.",
        "What you wait for, or with whom you talk it over. Two sentences, or three.",
        "I'm waiting for word from",
        "I'd like to talk it over with",
        "I don't want to say yes to you and then",
        "First I have to",
    ),
    Part(
        "glad",
        "Write “I was very glad …”: how was it to get the offer?",
        "As it was: their call, the hour of it, what you did then.",
        ("I was very glad of your call.", "I was glad that you", "It was good to hear that"),
    ),
    Part(
        "liked",
        "Write “What I like about the job is …”: which of the work?",
        "The work, or something they showed you; and that the terms are fine, if so.",
        (
            "What I like about the job is",
            "The terms are fine, and I have nothing to ask about them.",
            "I enjoyed",
            "I'd be very glad to",
        ),
        (TALK,),
    ),
    Part(
        "last",
        "Write “I know that it …”: what if they can't wait?",
        "What it costs them to wait; what you will do if they can't.",
        (
            "I know that it keeps you waiting.",
            "If that's too long for you, please say so, and",
            "I'm sorry to keep you waiting, and",
            "My best to",
        ),
        (TALK,),
    ),
)

OTHER_OFFER = (
    Part(
        "until",
        "Write “I have to answer them by …”: the weekday and date",
        "The weekday and the date, and if you like from whom it is. No bargaining.",
        ("I have to answer them by", "I have until", "They are waiting for my answer until"),
    ),
    Part(
        "want",
        "Where would you rather work? Choose a line or write one.",
        "Only what is true: they may act on it.",
        (
            "Yours is the job I want.",
            "I'd much rather work with you.",
            "If you offered me the job, I would take it.",
            "I don't want to answer them before I have heard from you.",
            "I haven't decided yet, and your answer would count.",
        ),
    ),
    Part(
        "liked",
        "Write “I'd like to …”: which work there, and with whom?",
        "The work, or how they do it, as you saw it there; in a sentence or two.",
        ("I'd like to", "I keep thinking of how you", "When you showed me", "I liked that you"),
        (TALK,),
    ),
    Part(
        "next",
        "Write “You reach me …”: when and where until then?",
        "When you can be called, and where; they may have to ask somebody first.",
        (
            "You reach me",
            "If you can't say yet, I understand.",
            "Call me or write, whichever is quicker for you.",
            "I'm at my phone",
        ),
    ),
)
