"""What can be done where somebody is, and finding it by a few letters of any word for it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from enum import StrEnum
from functools import cache

from textual.dom import DOMNode

from afterview_tui.domain import searching
from afterview_tui.domain.text import fold
from afterview_tui.tui.key_words import words_of
from afterview_tui.tui.keys import Key


class Group(StrEnum):
    """Where an action belongs, seen from where somebody is."""

    HERE = "Here"
    EVERYWHERE = "Everywhere"
    ELSEWHERE = "Elsewhere"
    ALIKE = "Like it"


@dataclass(frozen=True, slots=True)
class Action:
    """One thing that can be done: `tip` says what it does, `label` which key does it.

    `node` is the widget that does it; without one it is done elsewhere, or only told of.
    """

    key: Key
    tip: str
    group: Group
    label: str
    node: DOMNode | None = None
    words: tuple[str, ...] = field(default=(), compare=False)

    @classmethod
    def of(cls, key: Key, tip: str, group: Group, node: DOMNode | None = None) -> Action:
        """The action of a key."""
        return cls(key, tip, group, key.label, node, words_of(key.id))


# How well a word fits, from the best: the whole name, a word of it or for it, …
_NAME, _WORD, _BEGINS_NAME, _BEGINS_WORD, _IN_NAME = range(5)
_IN_TIP, _BEGINS_TIP, _SOMEWHERE = 5, 6, 7
_NOT_AT_ALL = 100
CLOSE = 0.75  # how much a word has to be like one that is known, where none has it


def found(actions: Sequence[Action], said: str) -> list[tuple[Group, list[Action]]]:
    """What fits the words that are typed, group by group, the best first.

    For none, it is all that can be done here and everywhere.

    An action fits by its name and the everyday words for it; what has a word in its tip alone is
    only like it. Where nothing fits, words that are written nearly so count.
    """
    wanted = searching.words(said)
    if not wanted:
        near_by = (one for one in actions if one.group is not Group.ELSEWHERE)
        return _grouped((one.group, one) for one in near_by)
    scored = _scored(actions, wanted)
    if not scored:
        known = {word for one in actions for word in (*_folded(one.words), *_names(one))}
        near = [next(iter(get_close_matches(word, known, 1, CLOSE)), word) for word in wanted]
        scored = _scored(actions, near)
    return _grouped(
        (action.group if score <= _IN_NAME else Group.ALIKE, action) for score, action in scored
    )


def _scored(actions: Sequence[Action], wanted: Sequence[str]) -> list[tuple[int, Action]]:
    """What has all the words, the best first."""
    scores = [(max(_fit(one, word) for word in wanted), one) for one in actions]
    order = list(Group)
    fitting = [(score, one) for score, one in scores if score < _NOT_AT_ALL]

    def place(each: tuple[int, Action]) -> tuple[int, int, bool]:
        score, action = each
        is_elsewhere = action.group is Group.ELSEWHERE  # what is at hand comes first
        is_named_so = not {*wanted}.isdisjoint(_names(action))
        return score + is_elsewhere, order.index(action.group), not is_named_so

    return sorted(fitting, key=place)


def _grouped(each: Iterable[tuple[Group, Action]]) -> list[tuple[Group, list[Action]]]:
    groups: dict[Group, list[Action]] = {}
    for group, action in each:
        groups.setdefault(group, []).append(action)
    alike = groups.pop(Group.ALIKE, None)
    return [*groups.items(), *([(Group.ALIKE, alike)] if alike else [])]


def _fit(action: Action, word: str) -> int:
    """How well a word fits an action. `letters` fits a letter."""
    either = {word, word.removesuffix("s")} if len(word) > len("its") else {word}
    return min(_fit_of(action, one) for one in either)


def _fit_of(action: Action, word: str) -> int:
    names, words = _names(action), _folded(action.words)
    if word == fold(action.key.says):
        return _NAME
    if word in names or word in words:
        return _WORD
    if any(one.startswith(word) for one in names):
        return _BEGINS_NAME
    if any(one.startswith(word) for one in words):
        return _BEGINS_WORD
    if word in fold(action.key.says):
        return _IN_NAME
    tip = _split(action.tip)
    if word in tip:
        return _IN_TIP
    if any(one.startswith(word) for one in tip):
        return _BEGINS_TIP
    return _SOMEWHERE if word in fold(action.tip) else _NOT_AT_ALL


def _names(action: Action) -> tuple[str, ...]:
    return _split(action.key.says)


@cache  # it is looked through with every letter
def _folded(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(fold, words))


@cache
def _split(text: str) -> tuple[str, ...]:
    return tuple(one.strip(".,;:…?()“”") for one in fold(text).split())
