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
        "Write “The terms, as I have them: …”: pay, hours, first day",
        "Every number: pay, hours, leave, first day; each on a line if you like.",
        (
            "The terms, as I have them:",
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
            "On the first day I'll bring",
        ),
        (OFFER_SAID,),
    ),
    _thanked(
        "Write “Thank you for …”: what made it easy to say yes?",
        "Thank you for",
        "It made it easy to say yes that you",
        "I'm glad that",
        "When you showed me",
    ),
    last_word(
        "Write “Please tell …”: a greeting to somebody there, a wish",
        "Please tell",
        "I hope that",
        "My best to",
    ),
)

_WHY = "What decided it? The honest reason, or nothing at all"
_WHY_GOOD = "How it came to that, kindly told; no names, and nothing against them."
_WHAT_THEY_DID = "Write “Thank you for …”: what did they do for you?"

DECLINE = (
    _reason(
        _WHY,
        _WHY_GOOD,
        "What decided it was",
        "The other job is",
        "I've decided to",
        "I'd like to stay in",
    ),
    Part(
        "liked",
        "Write “I enjoyed …”: what did you like there, or in them?",
        "Thanks for what they did; something you saw there, and what you thought.",
        ("I enjoyed", "Thank you for", "I liked how you", "I'll remember how you"),
        (TALK,),
    ),
    Part(
        "settle",
        "Do you send, return or leave them anything?",
        "Say that it is in this letter, or when it comes, and what it is good for.",
        (
            "I'm enclosing",
            "You will have it back by",
            "A colleague of mine",
            "If you look for somebody again, I'd be glad to hear of it.",
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
        "What decided it was",
        "I've accepted",
        "I've decided to",
        "I meant it when I said yes, but since then",
    ),
    Part(
        "settle",
        "What about a meeting you had planned, or work they did?",
        "Which meeting; sorry to whoever kept the time; that you tried to call.",
        (
            "I'm sorry to cancel our meeting on",
            "Please give my apologies to",
            "I'd rather have told you by phone, and",
            "If it helps, I can",
        ),
    ),
    _thanked(
        _WHAT_THEY_DID,
        "Thank you for",
        "I enjoyed",
        "It was good of you to",
        "I'd have liked to",
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
            "I'll call you on",
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
        "glad",
        "Write “I was very glad …”: how was it to get the offer?",
        "As it was: their call, the hour of it, what you did then.",
        ("I was very glad of your call.", "I was glad that you", "It was good to hear that"),
    ),
    _reason(
        "Write “I do need to ask for some time …”: what for?",
        "What you wait for, or with whom you talk it over. Two sentences, or three.",
        "I do need to ask you for some time, though.",
        "I'm waiting for word from",
        "I'd like to talk it over with",
        "I don't want to say yes to you and then",
    ),
    Part(
        "until",
        "Write “Could I let you know by …”: the weekday and the date",
        "As a question: it is a favor. A day that you can keep.",
        ("Could I let you know by", "May I answer by", "You'd have my answer by"),
    ),
    Part(
        "wait",
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
    Part(
        "last",
        "Write “Thank you again for …”: what they showed or told you",
        "A last word: something you liked there; that the terms are fine, if so.",
        (
            "Thank you again for",
            "I liked that you",
            "What I like about the job is",
            "The terms are fine, and I have nothing to ask about them.",
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
            "If you offered me the job, I'd take it.",
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
        "ask",
        "Write “Is there anything you can tell me …”: your question",
        "Who has to agree first; that you don't press, and will understand.",
        (
            "Is there anything you can tell me before then?",
            "Do you know yet when you'll decide?",
            "I know that others have to agree first, but",
            "If you can't say yet, I'll understand.",
        ),
    ),
    Part(
        "next",
        "Write “You reach me …”: when and where until then?",
        "When you can be called, and where.",
        (
            "You reach me",
            "Call me or write, whichever is quicker for you.",
            "I'm at my phone",
        ),
    ),
)
