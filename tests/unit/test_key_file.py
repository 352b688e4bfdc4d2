"""Other keys, by a file: what is taken of it, and what is said of the rest, a sentence each."""

from __future__ import annotations

from pathlib import Path

import pytest

from afterview_tui.tui.key_file import read_keys
from afterview_tui.tui.key_names import label, read_key
from afterview_tui.tui.keys import KEYS, VERBS, Keyring
from afterview_tui.tui.other_keys import OtherKeys
from afterview_tui.tui.preferences import COLOURS_FILE, KEYS_FILE, Preferences
from afterview_tui.tui.verbs import Verb


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / KEYS_FILE


@pytest.mark.parametrize(
    ("said", "changed"),
    [
        ("", {}),
        ('"undo" = "f6"', {"undo": "f6"}),
        ("undo = 'F6'", {"undo": "f6"}),
        ('copy.typing = "F12"', {"copy.typing": "f12"}),
        ('[copy]\ntyping = "f10"', {"copy.typing": "f10"}),
        ('"down" = ["J", "down"]', {"down": "J,down"}),
        ('"down" = "J, down"', {"down": "J,down"}),
        ('"down" = ","', {"down": "comma"}),
        ('"help" = "!"\n"help.typing" = "f12"', {"help": "exclamation_mark", "help.typing": "f12"}),
        # Two that change places.
        (
            '"later" = "<"\n"earlier" = ">"',
            {"later": "less_than_sign", "earlier": "greater_than_sign"},
        ),
        # One that means something already, beside its own.
        ('"zoom" = "z, y"', {}),
        ('"copy.typing" = "ctrl+o, ctrl+y"', {}),
        ('"quit.anywhere" = "f10"', {"quit.anywhere": "f10"}),
    ],
)
def test_what_is_written_down_is_taken(file: Path, said: str, changed: dict[str, str]) -> None:
    file.write_text(said, encoding="utf-8")
    found = read_keys(file)
    assert found.changed == changed
    assert bool(found.wrong) == (not changed and bool(said))


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ('"zoon" = "Z"', "There is no action “zoon”; the nearest is “zoom”."),
        ('"xyzzy" = "Z"', "There is no action “xyzzy”; the nearest is"),
        ('"story.edit" = "Z"', "“story.edit” goes by the key of “edit”: change that."),
        (
            '"undo" = "hyper+x"',
            "“hyper+x”, asked for by “undo”, is no key that a terminal sends; it keeps u.",
        ),
        ('"undo" = "ctrl+shift+u"', "is no key that a terminal sends; it keeps u."),
        ('"undo" = "z"', "z, asked for by “undo”, is taken already by “zoom” ("),
        ('"down" = "t"', "t, asked for by “down”, is taken already by “today” ("),
        ('"copy.typing" = "ctrl+q"', "Ctrl+Q, asked for by “copy.typing”, is taken already by"),
        (
            '"add" = "Z"\n"zoom" = "Z"',
            "Z, asked for by “zoom”, is taken already by “add” (Add one here); it keeps z.",
        ),
        (
            '"copy.typing" = "Y"',
            "Y, asked for by “copy.typing”, is a letter to every text that is typed there;"
            " it keeps Ctrl+O.",
        ),
        ('"check.typing" = "space"', "Space, asked for by “check.typing”, is a letter"),
        ('"save" = "backspace"', "Backspace, asked for by “save”, is needed for typing a text;"),
        ('"save" = "ctrl+h"', "Backspace, asked for by “save”, is needed for typing a text;"),
        ('"save" = "ctrl+k"', "Ctrl+K, asked for by “save”, is needed for typing"),
        ('"back" = "X"', "X, asked for by “back”, is a letter"),
        (
            '"quit.anywhere" = "Z"',
            "Z, asked for by “quit.anywhere”, is a letter to every text that is typed there,"
            " and quitting would be out of reach there; it keeps Ctrl+Q.",
        ),
        ('"quit.anywhere" = ""', "“quit.anywhere” needs a key in quotes"),
        ('"undo" = 5', '“undo” needs a key in quotes, such as "f6"; it keeps u.'),
        ('"undo" = []', "“undo” needs a key in quotes"),
        ('"undo" = ["f6", 7]', "“undo” needs a key in quotes"),
        ('"text.undo" = "x"', "“text.undo” has the same key in every text"),
        ('"signs" = "x"', "“signs” is found in the list of what can be done, and takes no key."),
        ("undo =", "keys.toml, line 1: Invalid value. Nothing of the file is used;"),
        ('undo = "f6"\n\n[[', "keys.toml, line 3: "),
        ('copy = "f6"\ncopy.typing = "f9"', "both in quotes."),
    ],
)
def test_what_is_wrong_is_said_in_one_sentence_and_changes_nothing(
    file: Path, said: str, words: str
) -> None:
    file.write_text(said, encoding="utf-8")
    found = read_keys(file)
    assert len(found.wrong) == 1
    assert words in found.wrong[0]
    assert "\n" not in found.wrong[0]
    kept = {"add"} if said.startswith('"add"') else set()
    assert set(found.changed) == kept


def test_one_mistake_leaves_the_other_lines_alone(file: Path) -> None:
    file.write_text('"undo" = "f6"\n"redo" = "y"\n"zoom" = "Z"\n', encoding="utf-8")
    found = read_keys(file)
    assert found.changed == {"undo": "f6", "zoom": "Z"}
    assert len(found.wrong) == 1


def test_keys_that_would_change_places_with_one_that_is_refused_are_refused_too(file: Path) -> None:
    # The new one of `undo` is free only if `zoom` gets another, which it does not.
    file.write_text('"undo" = "z"\n"zoom" = "t"\n', encoding="utf-8")
    found = read_keys(file)
    assert found.changed == {}
    assert len(found.wrong) == 2


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b'\xef\xbb\xbf"undo" = "f6"'])
def test_bytes_that_are_no_utf8_are_said_to_be_none_and_a_mark_at_the_start_is_no_harm(
    file: Path, content: bytes
) -> None:
    file.write_bytes(content)
    found = read_keys(file)
    assert bool(found.wrong) != bool(found.changed)


def test_a_file_that_is_not_there_or_is_a_folder_ends_nothing(file: Path) -> None:
    assert read_keys(file) == OtherKeys()
    file.mkdir()
    assert "cannot be read" in read_keys(file).wrong[0]


def test_names_of_no_end_and_control_characters_are_cut(file: Path) -> None:
    file.write_text(f'"{"x" * 5000}\\u001b[31m" = "x"', encoding="utf-8")
    (said,) = read_keys(file).wrong
    assert len(said) < 200
    assert "\x1b" not in said


@pytest.mark.parametrize("verb", VERBS, ids=lambda one: one.id)
def test_the_keys_of_the_table_are_taken_when_they_are_written_down(file: Path, verb: Verb) -> None:
    keys = ", ".join(f'"{each}"' for each in verb.keys.split(","))
    file.write_text(f'"{verb.id}" = [{keys}]', encoding="utf-8")
    found = read_keys(file)
    is_fixed = any("has the same key in every text" in said for said in found.wrong)
    assert set(found.changed) == (set() if is_fixed else {verb.id})
    assert len(found.wrong) == int(is_fixed)


def test_every_key_of_the_table_is_called_as_people_write_it() -> None:
    for one in Keyring().every:
        for name in filter(None, one.keys.split(",")):
            known = read_key(name)
            assert known, one
            assert read_key(label(known)) == known


def test_texts_bind_what_was_changed_under_a_name_of_their_own() -> None:
    keymap = Keyring({"copy.typing": "f6"}).keymap()
    assert keymap == {"letter.copy": "f6", "text.letter.copy": "f6"}


def test_a_verb_with_another_key_has_it_in_every_place() -> None:
    keymap = Keyring({"edit": "f6"}).keymap()
    edits = {one.id for one in KEYS if one.verb == "edit"}
    assert keymap == dict.fromkeys(edits, "f6")
    assert len(edits) > len({"one", "two"})


def test_colours_are_remembered_and_a_file_that_is_broken_is_none(tmp_path: Path) -> None:
    kept = Preferences(tmp_path / "deeper")
    assert kept.colours == ""
    kept.choose_colours("nord")
    assert Preferences(tmp_path / "deeper").colours == "nord"
    (tmp_path / COLOURS_FILE).write_bytes(b"\xff\xff")
    assert Preferences(tmp_path).colours == ""
    nowhere = Preferences(None)
    nowhere.choose_colours("nord")
    assert nowhere.colours == ""
    assert nowhere.other_keys() == OtherKeys()
