"""What a user's template from before may name, and which part stands there instead.

Templates on file go on working: what was once a sentence of ours, made of noted facts, is a
part that the writer fills; a last word of ours is nothing where the writer has one.
"""

from __future__ import annotations

from collections.abc import Mapping

from afterview_tui.domain.letter import LetterKind

_NAMES: Mapping[LetterKind, Mapping[str, tuple[str, ...]]] = {
    LetterKind.THANK_YOU: {
        "interest": ("want",),
        "stress": ("you_can",),
        "addition": ("not_said",),
        "heart": ("not_said",),
        "nerves": ("not_said",),
        "personal": ("reason",),
        "closing": ("next",),
    },
    LetterKind.CORRECTION: {
        "fix": ("said", "right"),
        "close": ("sorry",),
        "rest": (),
    },
    LetterKind.FOR_OTHERS: {"close": ("last",)},
    LetterKind.FOLLOW_UP: {
        "more": ("news",),
        "anytime": (),
        "closing": (),
        "close": (),
    },
    LetterKind.OTHER_OFFER: {"close": ()},
    LetterKind.WHY_NOT: {"closing": (), "close": ()},
    LetterKind.MORE_TIME: {"close": (), "asking": (), "otherwise": (), "liked": ("last",)},
    LetterKind.ACCEPT: {
        "next": ("settle",),
        "closing": ("last",),
        "close": (),
        "joining": (),
    },
    LetterKind.DECLINE: {
        "decision": ("reason",),
        "door": ("liked",),
        "close": (),
        "grateful": (),
    },
    LetterKind.WITHDRAW: {
        "early": ("opening",),
        "decision": ("reason",),
        "door": ("liked",),
        "close": (),
        "grateful": (),
    },
    LetterKind.AFTER_NO: {"close": ()},
    LetterKind.OFFER_THANKS: {"close": ()},
    LetterKind.REFERENCE: {
        "named": ("opening",),
        "came": ("ended",),
        "closing": ("last",),
    },
}


def former_names(kind: LetterKind, words: Mapping[str, str]) -> dict[str, str]:
    """The former names of this kind, each with what stands there."""
    names = _NAMES.get(kind, {}).items()
    return {old: " ".join(words[one] for one in new) for old, new in names}
