"""The file in which users give actions other keys, read and checked before anything starts.

    "undo" = "f6"
    "down" = ["J", "down"]

What is wrong in it is said in a sentence, and that action keeps its own keys: the program starts
with every file.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from textual.binding import Binding
from textual.widgets import Input, TextArea

from afterview_tui.domain.text import clean_line, spelled_out
from afterview_tui.tui.key_names import is_typed, label, read_key
from afterview_tui.tui.key_table import ALSO, KEYS, UNTOLD
from afterview_tui.tui.keys import Key, Where
from afterview_tui.tui.other_keys import OtherKeys
from afterview_tui.tui.verbs import VERBS, Verb, verbs_of

QUIT = "quit.anywhere"
_ROWS: Mapping[str, tuple[Key, ...]] = {
    verb.id: tuple(one for one in (*KEYS, *ALSO, *UNTOLD) if verb in verbs_of(one.verb))
    for verb in VERBS
}
_AT = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")
# Textual binds these itself in every text and every field.
_FIXED = ("field.next", "field.before", "text.undo", "text.redo", "take", "open")
_CHANGEABLE = {verb.id: verb for verb in VERBS if verb.id not in _FIXED}
# Where texts are typed, what has a key must leave the letters to them.
_TYPED_IN = (
    Where.ANYWHERE,
    Where.TYPING,
    Where.WRITING,
    Where.WRITING_JOURNAL,
    Where.FORM,
    Where.SEARCH,
)
_NEVER_TYPED = ("help",)  # it is for where there is no text


def read_keys(path: Path) -> OtherKeys:
    """Read a file of keys. One that is not there changes nothing."""
    text = ""
    try:
        text = path.read_bytes().decode("utf-8-sig")
        said = tomllib.loads(text)
    except FileNotFoundError:
        return OtherKeys()
    except OSError as error:
        return OtherKeys(wrong=(f"{_shown(path)} cannot be read: {error.strerror}.",))
    except UnicodeDecodeError:
        return OtherKeys(wrong=(f"{_shown(path)} is no text in UTF-8; nothing of it is used.",))
    except tomllib.TOMLDecodeError as error:
        return OtherKeys(wrong=(_of_toml(path, text, str(error)),))
    return checked(dict(_flat(said)))


def checked(said: Mapping[str, Any]) -> OtherKeys:
    """Take what can be taken of the keys that are written down; say what is wrong with the rest."""
    wrong: list[str] = []
    changed: dict[str, list[str]] = {}
    for name, value in said.items():
        keys = _keys_of(name, value, wrong)
        if keys:
            changed[name] = keys
    while (taken := _taken_twice(changed)) is not None:
        name, sentence = taken
        del changed[name]
        wrong.append(sentence)
    return OtherKeys({name: ",".join(keys) for name, keys in changed.items()}, tuple(wrong))


def _flat(said: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, Any]]:
    """`help.typing` without quotes is a table in TOML."""
    for name, value in said.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{before}{name}.")
        else:
            yield f"{before}{name}", value


def _keys_of(name: str, value: Any, wrong: list[str]) -> list[str]:
    """The keys of one line; none where something is wrong with it."""
    shown = _quoted(name)
    if name not in _CHANGEABLE:
        wrong.append(_unknown(name))
        return []
    own = _CHANGEABLE[name]
    written = value if isinstance(value, list) else _apart(value) if isinstance(value, str) else []
    if not written or not all(isinstance(one, str) and one.strip() for one in written):
        wrong.append(f'{shown} needs a key in quotes, such as "f6"; it keeps {own.label}.')
        return []
    keys: list[str] = []
    for one in written:
        key = read_key(one)
        if key is None:
            wrong.append(
                f"{_quoted(one)}, asked for by {shown}, is no key that a terminal sends;"
                f" it keeps {own.label}."
            )
            return []
        if reason := _needed_while_typing(own, key):
            quits = ", and quitting would be out of reach there" if name == QUIT else ""
            wrong.append(
                f"{label(key)}, asked for by {shown}, {reason}{quits}; it keeps {own.label}."
            )
            return []
        keys.append(key)
    return list(dict.fromkeys(keys))


def _apart(value: str) -> list[str]:
    """`n, down` are two keys; a comma by itself is one."""
    return [value] if value.strip() == "," else value.split(",")


def _needed_while_typing(own: Verb, key: str) -> str:
    """Why a key cannot be had where texts are typed; "" where it can."""
    works_there = any(one.where in _TYPED_IN or one in UNTOLD for one in _ROWS[own.id])
    if not works_there or own.id in _NEVER_TYPED or key in _names(own):
        return ""
    if is_typed(key):
        return "is a letter to every text that is typed there"
    return "is needed for typing a text" if key in _NEEDED else ""


def _needed() -> Iterator[str]:
    free = {name for one in KEYS if one.where in _TYPED_IN for name in _names(one)}
    for widget in (Input, TextArea):
        for binding in widget.BINDINGS:
            if isinstance(binding, Binding):
                yield from (one for one in binding.key.split(",") if one not in free)
    yield from ("tab", "shift+tab", "enter", "ctrl+c", "ctrl+z", "ctrl+y")


def _taken_twice(changed: dict[str, list[str]]) -> tuple[str, str] | None:
    """The last line that asks for a key that means something else already, and a sentence."""
    for name in reversed(changed):
        own = _CHANGEABLE[name]
        for other in VERBS:
            theirs = changed.get(other.id) or _names(other)
            both = [one for one in changed[name] if one in theirs]
            share = other is own or set(_names(own)) & set(_names(other))
            if both and not share:
                return name, (
                    f"{label(both[0])}, asked for by {_quoted(name)}, is taken already by"
                    f" {_quoted(other.id)} ({other.tip}); it keeps {own.label}."
                )
    return None


def _names(one: Key | Verb) -> list[str]:
    """The keys of the table by the names that Textual has for them."""
    return [read_key(each) or each for each in one.keys.split(",") if each]


def _unknown(name: str) -> str:
    if name in _FIXED:
        return f"{_quoted(name)} has the same key in every text, which cannot be changed."
    if name in {one.id for one in KEYS if not one.verb}:
        return f"{_quoted(name)} is found in the list of what can be done, and takes no key."
    if (row := next((one for one in KEYS if one.id == name and one.verb), None)) is not None:
        verb = verbs_of(row.verb)[0]
        return f"{_quoted(name)} goes by the key of {_quoted(verb.id)}: change that."
    near = get_close_matches(name, _CHANGEABLE, 1, 0)
    return f"There is no action {_quoted(name)}; the nearest is {_quoted(near[0])}."


def _of_toml(path: Path, text: str, said: str) -> str:
    found = _AT.search(said)
    line = (found and found[1]) or text.rstrip("\n").count("\n") + 1
    return (
        f"{_shown(path)}, line {line}: {clean_line(_AT.sub('', said))}. Nothing of the file is"
        ' used; a line is written like "undo" = "f6", with both in quotes.'
    )


def _quoted(name: str) -> str:
    return f"“{clean_line(name)[:60]}”"


def _shown(path: Path) -> str:
    return spelled_out(str(path))


_NEEDED = frozenset(_needed())
