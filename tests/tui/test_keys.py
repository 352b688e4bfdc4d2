"""The keys: one table, and everything that is made from it."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.actions import parse
from textual.app import App
from textual.binding import Binding
from textual.dom import DOMNode
from textual.widgets import OptionList

import afterview_tui.tui
from afterview_tui.tui import keys
from afterview_tui.tui.app import AfterviewApp
from afterview_tui.tui.interviews.interviews_pane import InterviewsPane
from afterview_tui.tui.interviews.news_dialog import NewsDialog
from afterview_tui.tui.interviews.preparation_page import PreparationSheet
from afterview_tui.tui.journal.journal_pane import JournalPane
from afterview_tui.tui.journal.journal_writer import JournalWriter
from afterview_tui.tui.journal.practice_dialog import Practice
from afterview_tui.tui.keys import KEYS, TABS, VERBS, Where
from afterview_tui.tui.kit.base_screen import Place
from afterview_tui.tui.kit.can_be_done import TELLS
from afterview_tui.tui.kit.form import Form
from afterview_tui.tui.kit.numbered_page import NumberedPage
from afterview_tui.tui.kit.page import PageScreen
from afterview_tui.tui.kit.rows import Rows
from afterview_tui.tui.kit.shelf import ShelfScreen
from afterview_tui.tui.kit.versions import Versions
from afterview_tui.tui.letter.by_hand import ByHand
from afterview_tui.tui.letter.findings_dialog import FindingsDialog
from afterview_tui.tui.letter.letter_pane import LetterPane
from afterview_tui.tui.letter.letter_writer import LetterWriter
from afterview_tui.tui.main.main_screen import MainScreen
from afterview_tui.tui.main.welcome import Welcome
from afterview_tui.tui.search.search_dialog import SearchDialog
from afterview_tui.tui.steps.call_sheet import CallSheet
from afterview_tui.tui.steps.reference_card import ReferenceCard
from afterview_tui.tui.steps.task_pane import TaskPane
from afterview_tui.tui.steps.why_not import WhyCall
from afterview_tui.tui.verbs import verbs_of
from tests.tui.driving import opened

README = Path(__file__).parents[2] / "README.md"
PLACES: dict[Where, type[DOMNode]] = {
    Where.ANYWHERE: AfterviewApp,
    Where.TYPING: MainScreen,
    Where.MAIN: MainScreen,
    Where.WELCOME: Welcome,
    Where.LIST: Rows,
    Where.INTERVIEWS: InterviewsPane,
    Where.NEWS: NewsDialog,
    Where.STEPS: TaskPane,
    Where.LETTER: LetterPane,
    Where.WRITING: LetterWriter,
    Where.JOURNAL: JournalPane,
    Where.WRITING_JOURNAL: JournalWriter,
    Where.FORM: Form,
    Where.SHELF: ShelfScreen,
    Where.LINES: NumberedPage,
    Where.REFERENCE: ReferenceCard,
    Where.CALL_SHEET: CallSheet,
    Where.PREPARATION: PreparationSheet,
    Where.READING: PageScreen,
    Where.VERSIONS: Versions,
    Where.BY_HAND: ByHand,
    Where.FINDINGS: FindingsDialog,
    Where.PRACTICE: Practice,
    Where.WHY_CALL: WhyCall,
    Where.SEARCH: SearchDialog,
}


def classes() -> Iterator[type[DOMNode]]:
    """Every widget, screen and app of ours."""
    for module in pkgutil.walk_packages(afterview_tui.tui.__path__, "afterview_tui.tui."):
        for _, one in inspect.getmembers(importlib.import_module(module.name), inspect.isclass):
            if issubclass(one, DOMNode) and one.__module__ == module.name:
                yield one


OURS = sorted({one for one in classes() if "BINDINGS" in vars(one)}, key=lambda one: one.__name__)


def bound(one: type[DOMNode]) -> list[Binding]:
    """The bindings that a class brings along."""
    assert all(isinstance(binding, Binding) for binding in one.BINDINGS), one
    return [binding for binding in one.BINDINGS if isinstance(binding, Binding)]


def test_every_place_of_the_table_binds_its_keys() -> None:
    assert {MainScreen, Rows, InterviewsPane, TaskPane, LetterPane, JournalPane, Form} <= set(OURS)
    for where, one in PLACES.items():
        wanted = {key.id for key in KEYS if key.where is where and key.verb}
        assert wanted
        on_every_screen = {"help"} if where is Where.ANYWHERE else set()
        assert wanted - on_every_screen <= {binding.id for binding in bound(one)}
    assert {binding.id for binding in bound(Place)} == {"help"}


@pytest.mark.parametrize("one", OURS)
def test_every_binding_has_an_id_and_words(one: type[DOMNode]) -> None:
    in_table = {key.id for key in KEYS}
    for binding in bound(one):
        assert binding.id, binding
        assert binding.description, binding
        if binding.id in in_table:
            assert binding.tooltip, binding


def test_ids_are_given_once() -> None:
    ids = Counter(binding.id for one in OURS for binding in bound(one))
    assert [name for name, number in ids.items() if number > 1] == []
    assert len({key.id for key in KEYS}) == len(KEYS)


@pytest.mark.parametrize("one", OURS)
def test_no_key_is_spelled_as_no_terminal_sends_it(one: type[DOMNode]) -> None:
    for binding in bound(one):
        for key in binding.key.split(","):
            assert not re.search(r"(ctrl|alt|shift|super)\+[A-Z]", key), binding


@pytest.mark.parametrize("one", OURS)
def test_no_key_is_bound_twice_in_one_place(one: type[DOMNode]) -> None:
    bindings = [(key, binding) for binding in bound(one) for key in binding.key.split(",")]
    taken = Counter(key for key, _ in bindings)
    assert [key for key, number in taken.items() if number > 1] == []


@pytest.mark.parametrize(
    "key", [one for one in KEYS if one.action != TELLS], ids=lambda key: key.id
)
def test_every_key_has_its_action_where_it_says(key: keys.Key) -> None:
    name = key.action.split("(")[0]
    place: type[DOMNode] = PLACES[Where.SHELF if key.where in TABS else key.where]
    if name.startswith("app."):
        name, place = name.removeprefix("app."), AfterviewApp
    elif name.startswith("screen."):
        name, place = name.removeprefix("screen."), MainScreen
    assert callable(getattr(place, f"action_{name}", None)), f"{place.__name__}.action_{name}"


async def test_every_piece_of_work_has_a_key_and_every_key_its_work(path: Path) -> None:
    named = {
        keys.work_of(*parse(key.action)[1:])
        for key in KEYS
        if key.action.removeprefix("screen.").startswith("do('")
    }
    async with opened(path) as window:
        assert named == set(window.work.by_name)


async def test_every_verb_of_a_tab_has_a_key_and_every_key_its_verb(path: Path) -> None:
    async with opened(path) as window:
        for tab in window.work.shelf.tabs.values():
            named = {parse(key.action)[2][0] for key in KEYS if key.where is tab.where}
            assert named == {*tab.verbs, *tab.others}, tab.where
        assert tuple(tab.where for tab in window.work.shelf.tabs.values()) == TABS


async def test_a_tab_binds_its_keys_and_no_other_tabs(path: Path) -> None:
    async with opened(path) as window:
        for where in TABS:
            shelf = await window.open_tab(where)
            ids = {one.id for _, one in shelf._bindings}
            wanted = {key.id for key in KEYS if key.where in (where, Where.SHELF) and key.verb}
            assert wanted <= ids
            assert not {key.id for key in KEYS if key.where in TABS} & ids - wanted
            await window.press("escape")


def test_keys_that_textual_binds_are_told_of() -> None:
    told = {name for one in KEYS for name in one.keys.split(",")}
    assert AfterviewApp.COMMAND_PALETTE_BINDING in told
    assert "ctrl+q" in {b.key for b in App.BINDINGS if isinstance(b, Binding)}
    assert "ctrl+q" in told


def test_the_table_names_every_key_once() -> None:
    table = keys.table()
    assert max(Counter(table).values()) == 1
    told = {label for _, labels, _ in table for label in labels.split()}
    assert {label for verb in VERBS for label in verb.label.split()} == told


def test_every_verb_is_of_use_in_some_place() -> None:
    used = {verb.id for one in (*KEYS, *keys.ALSO, *keys.UNTOLD) for verb in verbs_of(one.verb)}
    lines = {f"line.{number}" for number in range(1, 10)}  # of one dialog or another
    assert {verb.id for verb in VERBS} - lines == used - lines


def test_the_list_moves_with_the_keys_of_the_table_alone() -> None:
    assert set(Rows._merged_bindings.key_to_bindings if Rows._merged_bindings else {}) == {
        key for one in KEYS if one.where is Where.LIST for key in one.keys.split(",")
    }
    assert issubclass(Rows, OptionList)


def test_the_readme_has_the_same_keys() -> None:
    text = README.read_text("utf-8")
    found = re.search(r"<!-- keys -->\n(.*?)<!-- /keys -->", text, re.S)
    if found is None:
        pytest.skip("the README has no table of keys yet")
    lines = [line for line in found[1].splitlines() if line.startswith("|")]
    cells = [[c.strip() for c in re.split(r"(?<!\\)\|", line)[1:-1]] for line in lines]
    said = [tuple(cell.replace("`", "").replace("\\", "") for cell in row) for row in cells[2:]]
    assert cells[0] == ["where", "key", "what it does"]
    assert said == [(str(where), label, says) for where, label, says in keys.table()]
