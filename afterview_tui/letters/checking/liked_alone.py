"""Praise that says nothing by itself: "I liked that.", "It was interesting." """

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from afterview_tui.letters.checking.finding import Check, Finding
from afterview_tui.letters.checking.sentences import Sentence

_LONGEST = 12  # words
_WHY = "Anybody could write this: say what it was, and what you thought or did about it."
_VERY = (
    r"(?: (?:really|very|so|quite|truly|particularly|also|just|too|much|indeed|especially|extremely"
    r"|absolutely|rather|pretty|most|always|all|immediately|deeply|greatly|personally|super))*"
)
_A_LOT = (
    r"(?: (?:very much|so much|a lot|very|really|too|indeed|immensely|greatly|immediately|at once"
    r"|right away|as well|the most|best|to me|for me|to hear|to see|of you))*"
)
_IT = r"(?:that|it|this|(?:this|the|that|your) (?:idea|part|approach|talk|tour|story))"
_GOOD = (
    r"(?:great|good|nice|interesting|impressive|amazing|fascinating|wonderful|lovely|cool|awesome"
    r"|excellent|fantastic|inspiring|brilliant|beautiful|fun|exciting|perfect|terrific|incredible"
    r"|remarkable|memorable|special|superb|outstanding|insightful|informative|enjoyable|pleasant"
    r"|super|helpful|useful|motivating|impressing)"
)
_MOVED = (
    r"(?:impressed|amazed|fascinated|touched|surprised|inspired|delighted|interested|moved|thrilled"
    r"|pleased|intrigued)"
)
_THING = (
    r"(?: (?:experience|moment|thing|idea|story|talk|time|tour|point|conversation|meeting|visit))?"
)
_IS = r"(?: (?:is|was|sounds|sounded|seems|seemed|looks|looked|feels|felt)|'s)"
_ALONE = re.compile(
    r"(?:(?:and|but|also|so) )?(?:"
    rf"(?:i|we){_VERY} (?:liked|loved|enjoyed|like|love|appreciated){_VERY} {_IT}{_A_LOT}"
    rf"|i{_VERY} (?:found|find|thought|think){_VERY} (?:that )?{_IT}{_IS}?{_VERY}(?: an?)?{_VERY}"
    rf" {_GOOD}{_THING}{_A_LOT}"
    rf"|{_IT}{_VERY}{_IS}{_VERY}(?: an?)?{_VERY} {_GOOD}{_THING}{_A_LOT}"
    rf"|{_IT}{_VERY} {_MOVED} me{_A_LOT}"
    rf"|i(?: was| am|'m){_VERY} {_MOVED}(?: (?:by|with|at) {_IT})?{_A_LOT}"
    r")"
)


def praise_alone(every: Sequence[Sentence]) -> Iterator[Finding]:
    """Whole sentences that only say that something was liked."""
    for one in every:
        is_told = 1 < len(one.words) <= _LONGEST and "?" not in one.text
        if is_told and _ALONE.fullmatch(" ".join(one.small)):
            yield Finding(Check.LIKED_ALONE, one.start, one.end, one.text, _WHY)
