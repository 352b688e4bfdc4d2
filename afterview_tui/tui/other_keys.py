"""The keys that somebody likes otherwise."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class OtherKeys:
    """By the id of the action, keys as Textual names them; and what was wrong, a sentence each."""

    changed: Mapping[str, str] = field(default_factory=dict)
    wrong: tuple[str, ...] = ()
