"""What is made of the table of keys: bindings, sentences, the README's table.

Users may give an action other keys. Whoever names a key asks for it when it is said, and never
while modules are loaded: the app that runs has the keys as they are.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import cast

from textual._context import active_app
from textual.actions import parse
from textual.binding import Binding

from afterview_tui.tui.key_table import ALSO, KEYS, UNTOLD
from afterview_tui.tui.one_key import TABS, TABS_BY_NAME, Key, Where
from afterview_tui.tui.verbs import VERBS, Verb, verbs_of

__all__ = ["ALSO", "KEYS", "TABS", "TABS_BY_NAME", "UNTOLD", "VERBS", "Key", "Keyring", "Where"]

_WHILE_TYPING = (Where.ANYWHERE, Where.TYPING, Where.WRITING, Where.WRITING_JOURNAL)
OF_TEXTS = "text."  # begins the id of a binding that every text has
# The keys that a text shows at the foot of the screen while it is written.
_OF_A_TEXT = ("leave", "letter.copy", "edit.outside")
_NAMED = re.compile(r"\{([\w.]+)\}")


class Keyring:
    """The keys as they are: those of the table, but for those that a user changed.

    `changed` has the names of keys as Textual has them, by the id of the verb.
    """

    def __init__(self, changed: Mapping[str, str] | None = None) -> None:
        self.changed = dict(changed or {})
        self.verbs = tuple(map(self._as_it_is, VERBS))
        verbs = {verb.id: verb for verb in self.verbs}
        self.every = tuple(
            one.with_keys_of(verbs[verb.id] for verb in verbs_of(one.verb))
            for one in (*KEYS, *ALSO, *UNTOLD)
        )
        self._by_id = {one.id: one for one in self.every}

    def _as_it_is(self, verb: Verb) -> Verb:
        keys = self.changed.get(verb.id)
        return verb if keys is None else replace(verb, keys=keys, display="")

    def named(self, key_id: str) -> Key:
        """The key with this id."""
        return self._by_id[key_id]

    def get(self, key_id: str | None) -> Key | None:
        """The key with this id, if there is one. What a text binds goes by the same name."""
        return self._by_id.get((key_id or "").removeprefix(OF_TEXTS))

    def keymap(self) -> dict[str, str]:
        """What Textual has to bind otherwise."""
        changed = {
            one.id: one.keys
            for one in self.every
            if not self.changed.keys().isdisjoint(verb.id for verb in verbs_of(one.verb))
        }
        texts = {f"{OF_TEXTS}{one}": changed[one] for one in _OF_A_TEXT if one in changed}
        return {**changed, **texts}


_TABLE = Keyring()


def keyring() -> Keyring:
    """The keys of the app that runs, or those of the table."""
    return cast("Keyring", getattr(active_app.get(None), "keyring", _TABLE))


def work_of(action: str, parameters: tuple[object, ...]) -> str:
    """What is done: `do('letter.send')` is one of many, and goes by the name of the work."""
    return str(parameters[0]) if action == "do" else action


_TYPING_ACTIONS = frozenset(
    work_of(*parse(one.action)[1:]) for one in KEYS if one.where in _WHILE_TYPING
)


def bindings(where: Where) -> list[Binding]:
    """The bindings of one place. What users change is in the keymap of the app."""
    return [one.binding for one in KEYS if one.where is where and one.verb]


def without_key(where: Where) -> list[Key]:
    """What can be done in one place and has no key."""
    return [named(one.id) for one in KEYS if one.where is where and not one.verb]


def binding(key_id: str, *, priority: bool = False) -> Binding:
    """The binding of one key."""
    return replace(_TABLE.named(key_id).binding, priority=priority)


def named(key_id: str) -> Key:
    """The key with this id, as it is."""
    return keyring().named(key_id)


def key(key_id: str, number: int = 0) -> str:
    """The key as a sentence names it: `f"{key('undo')} brings it back."`

    Several keys may do the same; the first is named unless `number` says which.
    """
    labels = named(key_id).label.split()
    return labels[min(number, len(labels) - 1)]


def tip(one: Key, places: Mapping[str, str] | None = None) -> str:
    """What a key does, in a sentence: with the keys and the places that it speaks of."""
    said = spoken(one.tip)
    for name, place in (places or {}).items():
        said = said.replace(f"{{@{name}}}", place)
    return said


def spoken(said: str) -> str:
    """A sentence with the keys that it names by their ids."""
    return _NAMED.sub(lambda found: key(found[1]), said)


def text_bindings() -> list[Binding]:
    """The keys that a text shows at the foot of the screen while it is written."""
    return [
        Binding(
            one.keys,
            f"screen.{one.action}",
            one.says,
            key_display=one.display,
            tooltip=one.tip,
            id=f"{OF_TEXTS}{one.id}",
        )
        for one in map(_TABLE.named, _OF_A_TEXT)
    ]


def works_while_typing(action: str, parameters: tuple[object, ...] = ()) -> bool:
    """Whether an action of the table may be offered while a text is written."""
    return work_of(action, parameters) in _TYPING_ACTIONS


def table() -> list[tuple[str, str, str]]:
    """Every verb as people read it: where, the keys, what it means. Those of one meaning share."""
    rows: dict[tuple[str, str], list[str]] = {}
    for verb in keyring().verbs:
        rows.setdefault((verb.reach.value, spoken(verb.tip)), []).append(verb.label)
    return [(where, " ".join(labels), says) for (where, says), labels in rows.items()]


def readme_table() -> str:
    """The table of keys as the README holds it."""
    rows = [f"| {where} | {_code(keys)} | {says} |" for where, keys, says in table()]
    return "\n".join(["| where | key | what it does |", "| --- | --- | --- |", *rows])


def _code(keys: str) -> str:
    return " ".join(f"`{one}`" for one in keys.split())
