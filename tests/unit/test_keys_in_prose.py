"""No sentence of the program names a key by itself: it asks the table, and follows it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from afterview_tui.tui import keys
from afterview_tui.tui.interviews.interviews_pane import InterviewsPane
from afterview_tui.tui.journal.journal_pane import JournalPane
from afterview_tui.tui.letter import letter_lines
from afterview_tui.tui.letter.letter_pane import LetterPane
from afterview_tui.tui.steps.steps_pane import StepsPane
from afterview_tui.tui.steps.today_pane import TodayPane

PACKAGE = Path(__file__).parents[2] / "afterview_tui"

# What stands in an f-string for a value that is put in.
PUT_IN = "\N{REPLACEMENT CHARACTER}"
_WORD = rf"(?:[a-z]{{2,}}|{PUT_IN})"
_BEGINS = r"(?:^|(?<=[\s(“]))"
_NAMED = r"(?:Space|Enter|Esc|Escape|Tab|Backspace|Delete|Insert|Home|End|PgUp|PgDn)"
# Enter, Delete and their like are verbs too, and then have an object.
_OBJECT = r"(?:a|an|the|this|it|them|what|your|their|another|with|nobody)\b"
WAYS = {
    # "u brings it back", "merge them with m in the list", "Press 1, then e, to add", "f → Chen"
    "a letter": rf"{_BEGINS}[b-zB-HJ-Z],? +(?:→ )?{_WORD}",
    # "In the journal, a notes one", but not "in a business"
    "the letter a": r"(?:^|[.,;:!?]\s|[(“])a [a-z]+s\b(?! (?:is|are|of)\b)",
    # "/ changes the filter", "→ takes it"
    "a sign": r"(?:^|[.;:?!(“] |  |\n|\b(?:[Pp]ress|with|by|or) )[][/?<>←→↑↓]+ [a-z]{2,}",
    # "e in 1", "press 1"
    "a number": r"\b(?:in|[Pp]ress|with|then) [1-9](?=[.,;)”]|$| (?:adds|shows|and|or|then)\b)",
    # "Enter goes there", "taken back with Space", "Esc back"
    "a key with a name": (
        rf"\b{_NAMED} (?!{_OBJECT}){_WORD}|\b(?:[Pp]ress|with|by|or) {_NAMED}\b|^{_NAMED}[.,;]"
    ),
    # "Ctrl+Z takes it back", "F1 all names"
    "a key with another": r"\b(?:Ctrl|Alt|Shift|Cmd|Option)\+\S|\bF\d{1,2}\b",
    # "press x to go on"
    "to press": rf"\b[Pp]ress (?!{PUT_IN})\S+",
}
_WAYS = re.compile("|".join(f"(?:{way})" for way in WAYS.values()))
# "1 Interviews", "t Today": a key and what it opens.
_TITLE = re.compile(r"[1-9a-zB-HJ-Z] (?!(?:Home|End)$)[A-Z][a-z]+(?: [a-z]+)*")
# Keys alone make none: "Space Enter", "g Home".
_SENTENCE = re.compile(rf"(?<!\S){_WORD}")
# Texts that begin like this name no key of ours; and why.
ALLOWED = {
    "To paste, use your terminal's own paste": "its keys are the terminal's, which we never see",
    "a an and any": "words of questions that tell little, in a row",
    "s are": "the end of a word, and what goes on from it",
}
# Where letters stand beside each other that are no sentence; and why.
DATA = {
    "sample/": "addresses, and what people write in letters",
    "domain/alphabet.py": "letters and what they are folded to",
    "domain/name_words.py": "words of names, of one letter among them",
}


def names_a_key(words: str) -> str:
    """How a text names a key; empty when it names none, or is no sentence."""
    found = _TITLE.fullmatch(words) or (_SENTENCE.search(words) and _WAYS.search(words))
    return found[0] if found else ""


def literals(tree: ast.AST) -> Iterator[str]:
    """Every text in a module, docstrings aside; an f-string whole, as far as it is written."""
    docs = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    whole = [node for node in ast.walk(tree) if isinstance(node, ast.JoinedStr)]
    parts = {id(part) for node in whole for part in node.values}
    for node in whole:
        yield "".join(
            str(part.value) if isinstance(part, ast.Constant) else PUT_IN for part in node.values
        )
    for one in ast.walk(tree):
        value = one.value if isinstance(one, ast.Constant) else None
        if isinstance(value, str) and id(one) not in docs | parts:
            yield value


def sentences() -> Iterator[tuple[str, str]]:
    """Where a text stands, and the text."""
    for path in sorted(PACKAGE.rglob("*.py")):
        where = path.relative_to(PACKAGE).as_posix()
        if not where.startswith(tuple(DATA)):
            for words in literals(ast.parse(path.read_text(encoding="utf-8"))):
                yield where, words


def test_no_sentence_names_a_key_that_it_did_not_ask_the_table_for() -> None:
    found = [
        (where, names_a_key(words), words)
        for where, words in sentences()
        if names_a_key(words) and not words.startswith(tuple(ALLOWED))
    ]
    assert found == []


SAMPLES = {
    "a letter": [
        f"Deleted {PUT_IN}. u brings it back.",
        "Nothing is open; n enters an interview.",
        "If they are one, merge them with m in the list",
        "b on the first screen, then e on the person.",
        "In the letter, D changes when and how.",
        f"{PUT_IN} f → {PUT_IN}",
        "    n   enter your first interview",
    ],
    "the letter a": [
        "a adds one",
        "In the journal of an interview, a notes one that you were asked.",
    ],
    "a sign": [
        "/ changes the filter.",
        "All keys: ? shows them.",
        f"{PUT_IN}\n→ takes it",
        "type to find   ↑↓ move",
    ],
    "a number": ["Add them in 1.", "It is found in 3 and below."],
    "a key with a name": [
        "To look at · Enter goes there",
        f"CLOSED  {PUT_IN}, Enter {PUT_IN} them",
        "This letter is marked sent. Space takes the mark away.",
        "What you type stays with it; Esc leaves the text.",
        "The list is left with Tab",
    ],
    "a key with another": [
        "Brought back. Ctrl+Z in the text takes that back.",
        "F1 all names",
        "The field before: Shift+Tab",
    ],
    "to press": ["Press 1, then e, to add whom you met.", "Copy it, or press x again."],
}


def test_there_is_a_sample_of_each_way_to_name_a_key() -> None:
    assert list(SAMPLES) == list(WAYS)


@pytest.mark.parametrize(("way", "words"), [(way, one) for way in SAMPLES for one in SAMPLES[way]])
def test_a_sentence_that_names_a_key_is_found(way: str, words: str) -> None:
    assert re.search(WAYS[way], words)
    assert all(map(names_a_key, literals(ast.parse(f"say({words!r})"))))


@pytest.mark.parametrize("title", ["1 Interviews", "2 Four steps", "t Today"])
def test_a_title_that_begins_with_a_key_is_found(title: str) -> None:
    assert names_a_key(title)


@pytest.mark.parametrize(
    "words",
    [
        f"Deleted {PUT_IN}. {PUT_IN} brings it back.",
        f"There is no letter here. {PUT_IN} in {PUT_IN} adds whom you met.",
        f"Press {PUT_IN}, then {PUT_IN}, to add whom you met.",
        "Enter the next round; the people come along",
        "Delete this interview",
        "Step 4 has one line more: ask what could be stronger.",
        "fri, 27 nov, in 2 weeks",
        "1 letter",
        "I went home, and a day later it ended.",
        "It begins at the end of a line.",
        "g Home",
        "Space Enter",
    ],
)
def test_a_sentence_that_asks_the_table_or_is_about_something_else_is_not_found(words: str) -> None:
    assert names_a_key(words) == ""


def test_an_f_string_is_read_whole_and_a_docstring_not_at_all() -> None:
    code = '''def told(one):\n    """u brings it back."""\n    return f"{one}. u {one}", "a adds"'''
    assert list(literals(ast.parse(code))) == [f"{PUT_IN}. u {PUT_IN}", "a adds"]


@pytest.mark.parametrize("beginning", ALLOWED)
def test_what_is_allowed_is_still_there(beginning: str) -> None:
    assert any(words.startswith(beginning) for _, words in sentences())


def asked_for() -> Iterator[tuple[str, str, int]]:
    """Where a sentence asks for a key, the id that it asks for, and which of the keys."""
    for path in sorted((PACKAGE / "tui").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                given = [one.value for one in node.args if isinstance(one, ast.Constant)]
                if node.func.id in ("key", "named") and given:
                    yield path.name, str(given[0]), int(str(given[1])) if given[1:] else 0


def test_every_key_that_a_sentence_asks_for_is_in_the_table() -> None:
    panes = (InterviewsPane, StepsPane, LetterPane, JournalPane, TodayPane)
    every = [*asked_for(), *(("pane_names.py", pane.KEY, 0) for pane in panes)]
    assert len(every) > len(panes)
    labels = {one.id: one.label.split() for one in (*keys.KEYS, *keys.ALSO, *keys.UNTOLD)}
    assert [one for one in every if len(labels.get(one[1], [])) <= one[2]] == []


def test_a_sentence_follows_a_key_that_changes(monkeypatch: pytest.MonkeyPatch) -> None:
    assert letter_lines.no_letter() == "There is no letter here. e in 1 adds whom you met."
    others = {"edit": "E", "pane.interviews": "ctrl+f2,1", "done": "question_mark"}
    monkeypatch.setattr(keys, "_TABLE", keys.Keyring(others))
    assert letter_lines.no_letter() == "There is no letter here. E in Ctrl+F2 adds whom you met."
    assert letter_lines.is_sent() == "This letter is marked sent. ? takes the mark away."


def test_a_tip_that_speaks_of_a_key_follows_it_too(monkeypatch: pytest.MonkeyPatch) -> None:
    assert keys.tip(keys.named("interview.bin")) == "Delete this interview; u brings it back"
    monkeypatch.setattr(keys, "_TABLE", keys.Keyring({"undo": "f6"}))
    assert keys.tip(keys.named("interview.bin")) == "Delete this interview; F6 brings it back"


def test_tips_speak_of_keys_that_there_are() -> None:
    every = keys.Keyring().every
    named = [name for one in every for name in re.findall(r"\{([\w.]+)\}", one.tip)]
    assert len(named) > len(["undo"])
    assert set(named) <= {one.id for one in every if one.keys}


ASKING = ("key", "named", "tip", "table")


def test_no_key_is_asked_for_while_modules_are_loaded() -> None:
    """What is asked for then is the key of the table, whatever a user has put in its place."""
    found = []
    for path in sorted((PACKAGE / "tui").rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        later = {
            id(inner)
            for node in ast.walk(tree)
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
            for part in (node.body if isinstance(node.body, list) else [node.body])
            for inner in ast.walk(part)
        }
        found += [
            (path.name, node.lineno)
            for node in ast.walk(tree)
            if isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id in ASKING
            and id(node) not in later
        ]
    assert found == []
