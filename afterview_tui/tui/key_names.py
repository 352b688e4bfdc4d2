"""How keys are called: by Textual, by people, and in a file of keys."""

from __future__ import annotations

import string

from textual.keys import Keys, _character_to_key

# As people read them, where that is not the name with a capital.
_LABELS = {
    "escape": "Esc",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "left": "←",
    "right": "→",
    "up": "↑",
    "down": "↓",
}
# As people may write them.
_ALSO = {
    "esc": "escape",
    "return": "enter",
    "del": "delete",
    "ins": "insert",
    "pgdn": "pagedown",
    "pgup": "pageup",
    "←": "left",
    "→": "right",
    "↑": "up",
    "↓": "down",
    # A terminal sends the same for both.
    "ctrl+i": "tab",
    "ctrl+m": "enter",
    "ctrl+h": "backspace",
    "ctrl+[": "escape",
}
_MODIFIERS = ("ctrl", "alt", "shift")  # in the order in which Textual has them
_SIGNS = {_character_to_key(one): one for one in string.punctuation}
# Some that Textual has a name for are no keys: the mouse, and answers of the terminal.
_NO_KEYS = ("<", "scroll", "vt", "cpr")
_KNOWN = {one.value for one in Keys if not one.value.startswith(_NO_KEYS)} | {"space"}


def read_key(written: str) -> str | None:
    """The name that Textual has for a key as people write it; None for one that is none."""
    said = written.strip()
    if len(said) == 1 and said not in _ALSO:
        return _character_to_key(said) if said in string.punctuation or said.isalnum() else None
    said = said.lower().replace(" ", "")
    if said in _ALSO or said in _SIGNS:
        return _ALSO.get(said, said)
    *modifiers, last = said.split("+")
    if modifiers == ["shift"] and len(last) == 1 and last.isalpha():
        return last.upper()  # which is what a terminal sends
    if not set(modifiers) <= set(_MODIFIERS):
        return None
    name = "+".join([*sorted(modifiers, key=_MODIFIERS.index), _ALSO.get(last, last)])
    return name if name in _KNOWN else None


def label(name: str) -> str:
    """A key as people read it: `Ctrl+O`, `PgDn`, `?`, `j`."""
    *modifiers, last = name.split("+")
    if len(last) == 1:
        shown = last.upper() if modifiers else last
    else:
        shown = _LABELS.get(last) or _SIGNS.get(last) or last.capitalize()
    return "+".join([*(one.capitalize() for one in modifiers), shown])


def is_typed(name: str) -> bool:
    """Whether a key puts a character into a text."""
    return len(name) == 1 or name in _SIGNS or name == "space"
