"""What is typed behind a command: texts, days, one of several words."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from enum import Enum
from typing import TypeVar

from afterview_tui.domain.errors import NotUnderstood
from afterview_tui.domain.text import LARGEST, clean, fold

Kind = TypeVar("Kind", bound=Enum)
STDIN = "-"


def text(said: str) -> str:
    """A text of several lines; `-` is what comes on standard input. Raises NotUnderstood."""
    if said == STDIN:
        try:
            said = sys.stdin.read(LARGEST + 1)
        except UnicodeDecodeError as error:
            raise NotUnderstood("What comes on standard input is not UTF-8.") from error
    if len(said) > LARGEST:
        raise NotUnderstood(f"A text has {LARGEST:,} characters at the most.")
    return clean(said).strip()


def one_of(said: str, kinds: Iterable[Kind], what: str) -> Kind:
    """The one of these that is meant: by its word, or by how it begins. Raises NotUnderstood."""
    every = [one for one in kinds if one.value]
    wanted = fold(said).replace("-", " ")
    spelled = {one: fold(str(one.value)).replace("-", " ") for one in every}
    found = [one for one, word in spelled.items() if word == wanted]
    found = found or [one for one, word in spelled.items() if wanted and word.startswith(wanted)]
    found = found or [one for one, word in spelled.items() if wanted and wanted in word]
    if len(found) != 1:
        between = "; " if any("," in spelled[one] for one in every) else ", "
        words = between.join(str(one.value) for one in every)
        raise NotUnderstood(f"{what} {said}: say one of {words}.")
    return found[0]


def is_zone(name: str) -> bool:
    """Whether a time zone of this machine has that name."""
    from zoneinfo import ZoneInfo

    try:
        ZoneInfo(name)
    except (LookupError, ValueError, OSError):
        return False
    return True
