"""Whatever is on file can be shown: odd texts in every field, on every screen, at every size."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from textual.screen import Screen
from textual.widgets import Input, TextArea

import afterview_tui.tui
from afterview_tui.domain.letter import LetterForm, LetterKind
from afterview_tui.domain.task import Kind, Task
from afterview_tui.sample.fill import fill
from afterview_tui.storage.rows import TABLES
from afterview_tui.storage.store import Store
from afterview_tui.tui.kit.rows import Rows
from afterview_tui.tui.main.main_screen import MainScreen
from tests.tui.driving import NARROW, WIDE, Clock, Window, opened, rows
from tests.tui.odd import ACTS, ODD, fields_of, spoil

SMALLEST = (60, 20)
A_FEW = 7  # texts at once, in turn from field to field
# From the four panes to every screen and dialog. What stands in front opens the next one.
DOORS = """
question_mark · f1 c o l o u r s enter · t · t · n · m · z · z
f1 h i s t o r y enter · p · p enter · o · o 6
5 e · 5 G · 5 ] e · 5 enter · 5 G · 5 ] e · 5 space · 5 G · 5 ] G · 5 slash a
5 ] enter a · 5 G e · 5 f8 · 5 ] space · 5 e · 5 G · 5 ] j · 5 s · 5 ] G · 5 enter · 5 ]
1 e · o 2 enter · 1 s · / a b · 3 / tab e · / f1 · 2 a · 2 d · 2 e · 2 space · u
2 g j enter e · 2 g j enter 9 · 1 f1 j o i n space a s enter · 1 f1 p a r t space f enter
3 enter [ a b ] · 3 c · 3 y · 3 e · 3 s · 3 s 2 1 G ] enter · 3 v space
3 w ctrl+z · 4 a · 4 e · 4 f1 p r a c t i s e enter space · 4 G a · 4 v
4 enter tab · 4 G
3 enter f8 f8 ctrl+n ctrl+n tab ctrl+n tab ctrl+n tab ctrl+t shift+tab
"""
LONG_WALK = 900.0  # seconds, for a machine that is busy with something else
TEXTS = list(ODD.values())


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A file with every kind of record, made once."""
    path, clock = tmp_path_factory.mktemp("sample") / "afterview.db", Clock()
    with closing(Store(path, clock)) as store:
        fill(store, clock.today)
        for name in ("", "mine"):
            store.templates.add(LetterKind.THANK_YOU, LetterForm.EMAIL, name, "{{ greeting }} a")
        store.words.add("word")
        store.drafts.keep("interview:new", {"employer": "a", "met": "a", "notes": "a"})
        store.drafts.keep("person:new", {"name": "a"})
    for table in TABLES.values():
        assert rows(path, f"SELECT count(*) FROM {table}") != [(0,)], table  # noqa: S608
    return path.read_bytes()


@pytest.fixture
def full(empty: Path, sample: bytes) -> Path:
    """A file with every kind of record."""
    empty.write_bytes(sample)
    return empty


def look(window: Window) -> None:
    """Paint what is in front, and see that nothing in it acts on a terminal."""
    painted = "\n".join(window.lines)
    assert not ACTS.search(painted), ascii(ACTS.findall(painted))


def unchanged(command: Sequence[str], environ: Mapping[str, str]) -> int:
    """An editor that is closed again at once."""
    return 0


async def home(window: Window) -> None:
    """Back to the four panes."""
    for _ in range(8):
        is_text = isinstance(window.app.focused, Input | TextArea)
        if isinstance(window.app.screen, MainScreen) and not is_text:
            return
        await window.press("escape")
    raise AssertionError(f"no way back from {window.app.screen}:\n{window.screen}")


async def test_every_odd_text_in_every_field_is_shown_in_all_panes(full: Path) -> None:
    async with opened(full, size=WIDE, longest=LONG_WALK) as window:
        for name, text in ODD.items():
            spoil(full, [text])
            window.desk.read_if_changed()
            await window.settle()
            look(window)
            assert window.app.is_running, name


@pytest.mark.parametrize("size", [NARROW, SMALLEST], ids=str)
async def test_odd_texts_are_shown_in_each_pane_where_there_is_little_room(
    full: Path, size: tuple[int, int]
) -> None:
    async with opened(full, size=size, longest=LONG_WALK) as window:
        for first in range(0, len(TEXTS), A_FEW):
            spoil(full, TEXTS[first : first + A_FEW])
            window.desk.read_if_changed()
            for pane in "1234":
                await window.press(pane)
                look(window)


@pytest.mark.parametrize("name", ODD)
def test_every_record_can_be_read_whatever_its_texts_are(full: Path, name: str) -> None:
    spoil(full, [ODD[name]])
    clock = Clock()
    with closing(Store(full, clock)) as store:
        for facts in store.interviews.open_ones(clock.today):
            assert facts.interview.employer
        for kind in TABLES:
            records: list[Any] = store.file.all(kind, "1")
            for one in records:
                for field in fields_of(kind):
                    assert isinstance(getattr(one, field), str)


@pytest.mark.parametrize(("size", "turn"), [(WIDE, 0), (NARROW, 7), (SMALLEST, 13)], ids=str)
async def test_every_screen_opens_on_odd_texts(
    full: Path, size: tuple[int, int], turn: int
) -> None:
    spoil(full, TEXTS[turn:] + TEXTS[:turn])
    seen: set[type[Screen[Any]]] = set()
    async with opened(full, size=size, editor=unchanged, longest=LONG_WALK) as window:

        async def press(*keys: str) -> None:
            for key in keys:
                await window.press(key)
                if key == "c":  # a thread looks the letter over
                    await window.app.workers.wait_for_complete()
                    await window.settle()
                look(window)
                seen.update(type(one) for one in window.app.screen_stack)

        for keys in DOORS.replace("\n", " · ").split(" · "):
            await press(*keys.split())
            await home(window)
        kinds: set[Kind] = set()
        for (interview_id,) in window.rows("SELECT id FROM interview"):
            window.desk.select(interview_id)
            assert window.desk.case is not None
            for task in window.desk.case.tasks:
                if task.kind not in kinds:
                    kinds.add(task.kind)
                    window.desk.reveal(interview_id)
                    await window.press("2")
                    await to_task(window, task)
                    await press("enter", *(["2"] if task.kind is Kind.ASK_WHY else []))
                    await home(window)
    missing = {one.__name__ for one in screens() - seen}
    assert not missing, missing


async def to_task(window: Window, task: Task) -> None:
    """Put the cursor of the four steps on a line."""
    found = window.main.query_one("#steps").query_one(Rows)
    found.highlighted = found.get_option_index(task.key)
    await window.settle()
    assert found.current_id == task.key


def screens() -> set[type[Screen[Any]]]:
    """Every screen of ours that is opened as it is, and not only inherited from."""
    for found in pkgutil.walk_packages(afterview_tui.tui.__path__, "afterview_tui.tui."):
        importlib.import_module(found.name)
    every: set[type[Screen[Any]]] = set()
    todo: list[type[Any]] = [Screen]
    while todo:
        one = todo.pop()
        todo += one.__subclasses__()
        if one.__module__.startswith("afterview_tui") and not one.__subclasses__():
            every.add(one)
    return every
