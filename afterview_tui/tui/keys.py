"""What is made of the table of keys: footer, help, palette and the README's table."""

from __future__ import annotations

from textual.actions import parse
from textual.binding import Binding

from afterview_tui.tui.key_table import KEYS, Key, Where

__all__ = ["ALSO", "KEYS", "Key", "Where"]

# Where Textual itself binds a key, the table still has to tell of it.
ALSO: tuple[tuple[str, str, Where], ...] = (
    ("Ctrl+P", "Palette: every action by name", Where.TYPING),
    ("Ctrl+Q", "Quit; everything is saved", Where.TYPING),
    ("Tab Shift+Tab", "Next, previous pane or field", Where.TYPING),
    ("Ctrl+Z Ctrl+Y", "Undo, redo in a text", Where.TYPING),
    ("→", "At the end of a line: take the name that is offered", Where.FORM),
)


def work_of(action: str, parameters: tuple[object, ...]) -> str:
    """What is done: `do('letter.send')` is one of many, and goes by the name of the work."""
    return str(parameters[0]) if action == "do" else action


_WHILE_TYPING = (Where.TYPING, Where.WRITING, Where.WRITING_JOURNAL)
_TYPING_ACTIONS = frozenset(
    work_of(*parse(key.action)[1:]) for key in KEYS if key.where in _WHILE_TYPING
)


def bindings(where: Where) -> list[Binding]:
    """The bindings of one place."""
    return [key.binding for key in KEYS if key.where is where]


def named(key_id: str) -> Key:
    """The key with this id."""
    return next(key for key in KEYS if key.id == key_id)


def text_bindings() -> list[Binding]:
    """The keys that a text shows at the foot of the screen while it is written."""
    shown = ("leave", "letter.copy", "edit.outside", "help.typing")
    return [
        Binding(
            key.keys,
            f"screen.{key.action}",
            key.says,
            key_display=key.display,
            tooltip=key.tip,
            id=f"text.{key.id}",
        )
        for wanted in shown
        for key in KEYS
        if key.id == wanted
    ]


def works_while_typing(action: str, parameters: tuple[object, ...] = ()) -> bool:
    """Whether an action of the table may be offered while a text is written."""
    return work_of(action, parameters) in _TYPING_ACTIONS


def table() -> list[tuple[str, str, str]]:
    """Every key as people read it: where, the key, what it does."""
    rows = [(key.where, key.label, key.tip) for key in KEYS]
    rows += [(where, label, says) for label, says, where in ALSO]
    order = list(Where)
    return [
        (where.value, label, says)
        for where, label, says in sorted(rows, key=lambda row: order.index(row[0]))
    ]


def readme_table() -> str:
    """The table of keys as the README holds it."""
    rows = [f"| {where} | {_code(label)} | {says} |" for where, label, says in table()]
    return "\n".join(["| where | key | what it does |", "| --- | --- | --- |", *rows])


def _code(label: str) -> str:
    return " ".join(f"`{key}`" for key in label.split())
