"""Rooms stay small enough to be looked over: a large one hides a missing idea."""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from textual.message import Message

import afterview_tui
from afterview_tui.tui.main.main_screen import MainScreen

PACKAGE = Path(__file__).parents[2] / "afterview_tui"
MODULE_LINES, CLASS_METHODS, FUNCTION_LINES = 400, 25, 60
# With all that a class has from other classes of ours.
ALL_MEMBERS, ALL_CLASSES = 70, 6
MAIN_MEMBERS, MAIN_CLASSES = 40, 2
MESSAGES = 10


def _too_large(path: Path) -> list[str]:
    source = path.read_text(encoding="utf-8")
    found = []
    if (lines := source.count("\n")) > MODULE_LINES:
        found.append(f"{path.name} has {lines} lines")
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            if (lines := (node.end_lineno or 0) - node.lineno) > FUNCTION_LINES:
                found.append(f"{path.name}: {node.name} has {lines} lines")
        elif isinstance(node, ast.ClassDef):
            methods = [
                n for n in node.body if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)
            ]
            if len(methods) > CLASS_METHODS:
                found.append(f"{path.name}: {node.name} has {len(methods)} methods")
    return found


def test_no_module_class_or_function_is_larger_than_one_can_look_over() -> None:
    assert [one for path in sorted(PACKAGE.rglob("*.py")) for one in _too_large(path)] == []


@cache
def _classes_in(path: Path) -> dict[str, ast.ClassDef]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {node.name: node for node in ast.walk(tree) if isinstance(node, ast.ClassDef)}


def _own_members(one: type) -> set[str]:
    """The methods and attributes that a class defines itself, those of its objects among them."""
    node = _classes_in(Path(inspect.getfile(one)))[one.__name__]
    found = set()
    for part in node.body:
        if isinstance(part, ast.FunctionDef | ast.AsyncFunctionDef):
            found.add(part.name)
            found |= {
                name.attr
                for name in ast.walk(part)
                if isinstance(name, ast.Attribute)
                and isinstance(name.ctx, ast.Store)
                and isinstance(name.value, ast.Name)
                and name.value.id == "self"
            }
        elif isinstance(part, ast.Assign | ast.AnnAssign):
            targets = part.targets if isinstance(part, ast.Assign) else [part.target]
            found |= {target.id for target in targets if isinstance(target, ast.Name)}
    return found


def _ours(one: type, package: str = afterview_tui.__name__) -> list[type]:
    """A class and those above it, as far as they are ours."""
    return [each for each in one.__mro__ if each.__module__.partition(".")[0] == package]


def members(one: type, package: str = afterview_tui.__name__) -> set[str]:
    """All that a class has from us, inherited or not."""
    return {name for each in _ours(one, package) for name in _own_members(each)}


def every_class() -> Iterator[type]:
    """Every class of the package."""
    for found in pkgutil.walk_packages(afterview_tui.__path__, f"{afterview_tui.__name__}."):
        if not found.name.endswith("__main__"):
            module = importlib.import_module(found.name)
            for one in vars(module).values():
                if inspect.isclass(one) and one.__module__ == found.name:
                    yield from _with_nested(one)


def _with_nested(one: type) -> Iterator[type]:
    yield one
    for nested in vars(one).values():
        if inspect.isclass(nested) and nested.__qualname__.startswith(f"{one.__qualname__}."):
            yield nested


@pytest.mark.parametrize("one", [*every_class()], ids=lambda one: one.__qualname__)
def test_no_class_is_large_with_all_that_it_inherits(one: type) -> None:
    assert len(members(one)) <= ALL_MEMBERS, sorted(members(one))
    assert len(_ours(one)) <= ALL_CLASSES, _ours(one)


class Low:
    """Stands at the foot of a ladder."""

    kind = "ladder"

    def __init__(self) -> None:
        self.low = 1

    def first(self) -> None: ...


class High(Low):
    """Stands on it."""

    other: int

    def first(self) -> None:
        self.high = 2


def test_what_is_inherited_counts_and_what_is_written_over_counts_once() -> None:
    package = __name__.partition(".")[0]
    assert members(High, package) == {"kind", "__init__", "low", "first", "other", "high"}
    assert _ours(High, package) == [High, Low]


def test_the_main_screen_lays_out_and_no_more() -> None:
    assert len(members(MainScreen)) <= MAIN_MEMBERS, sorted(members(MainScreen))
    assert len(_ours(MainScreen)) <= MAIN_CLASSES


def test_what_is_left_to_a_subclass_is_abstract_and_no_stub_that_raises() -> None:
    stubs = [
        path.name
        for path in PACKAGE.rglob("*.py")
        if "NotImplementedError" in path.read_text(encoding="utf-8")
    ]
    assert stubs == []


def test_messages_are_few_because_they_tell_what_happened_and_wish_for_nothing() -> None:
    found = [one for one in every_class() if issubclass(one, Message)]
    assert 0 < len(found) <= MESSAGES, found
    assert [one.__qualname__ for one in found if one.__name__.endswith("Wanted")] == []
