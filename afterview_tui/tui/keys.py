"""What is made of the table of keys: footer, help, palette and the README's table."""

from __future__ import annotations

from textual.actions import parse
from textual.binding import Binding

from afterview_tui.tui.key_table import ALSO, KEYS, UNTOLD
from afterview_tui.tui.one_key import Key, Where

__all__ = ["ALSO", "KEYS", "UNTOLD", "Key", "Where"]


OF_TEXTS = "text."  # begins the id of a binding that every text has


def work_of(action: str, parameters: tuple[object, ...]) -> str:
    """What is done: `do('letter.send')` is one of many, and goes by the name of the work."""
    return str(parameters[0]) if action == "do" else action


_WHILE_TYPING = (Where.TYPING, Where.WRITING, Where.WRITING_JOURNAL)
_TYPING_ACTIONS = frozenset(
    work_of(*parse(one.action)[1:]) for one in KEYS if one.where in _WHILE_TYPING
)


def bindings(where: Where) -> list[Binding]:
    """The bindings of one place."""
    return [one.binding for one in KEYS if one.where is where]


def named(key_id: str) -> Key:
    """The key with this id."""
    return next(one for one in (*KEYS, *ALSO, *UNTOLD) if one.id == key_id)


def key(key_id: str, number: int = 0) -> str:
    """The key as a sentence names it: `f"{key('undo')} brings it back."`

    Several keys may do the same; the first is named unless `number` says which.
    """
    return named(key_id).label.split()[number]


def text_bindings() -> list[Binding]:
    """The keys that a text shows at the foot of the screen while it is written."""
    shown = ("leave", "letter.copy", "edit.outside", "help.typing")
    return [
        Binding(
            one.keys,
            f"screen.{one.action}",
            one.says,
            key_display=one.display,
            tooltip=one.tip,
            id=f"{OF_TEXTS}{one.id}",
        )
        for one in map(named, shown)
    ]


def works_while_typing(action: str, parameters: tuple[object, ...] = ()) -> bool:
    """Whether an action of the table may be offered while a text is written."""
    return work_of(action, parameters) in _TYPING_ACTIONS


def table() -> list[tuple[str, str, str]]:
    """Every key as people read it: where, the key, what it does."""
    order = list(Where)
    rows = sorted((*KEYS, *ALSO), key=lambda one: order.index(one.where))
    return [(one.where.value, one.label, one.tip) for one in rows]


def readme_table() -> str:
    """The table of keys as the README holds it."""
    rows = [f"| {where} | {_code(label)} | {says} |" for where, label, says in table()]
    return "\n".join(["| where | key | what it does |", "| --- | --- | --- |", *rows])


def _code(label: str) -> str:
    return " ".join(f"`{one}`" for one in label.split())
