"""The line of a letter that greets its reader."""

from __future__ import annotations

import re
from dataclasses import dataclass

_GREETING = re.compile(
    r"^[^\S\n]*(?:dear|hello|hi|hey|good (?:morning|afternoon|evening))\b[^\S\n]*,?[^\S\n]*"
    r"(?P<to>[^\n]*)",
    re.I | re.M,
)
_TO_END = re.compile(r"[\s,:;!.—–-]+$")
_LONGEST_TO = 70  # characters; in a longer line the letter has begun already


@dataclass(frozen=True, slots=True)
class Salutation:
    """Whom a letter greets: the words after "Dear", and where they stand."""

    start: int
    end: int


def salutation(text: str) -> Salutation | None:
    """The salutation of a letter, if it has one."""
    found = _GREETING.search(text)
    if found is None:
        return None
    start, to = found.start("to"), found["to"]
    if len(to) > _LONGEST_TO or "," in to[:-1]:
        first, comma, rest = to.partition(",")
        # "Dear Dr. Chen, DDS," is one name, "Hi Jo, thank you" is not.
        if len(to) > _LONGEST_TO or (comma and rest.strip()[:1].islower()):
            to = first[:_LONGEST_TO]
    return Salutation(start, start + len(_TO_END.sub("", to)))
