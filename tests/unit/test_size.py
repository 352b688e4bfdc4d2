"""Rooms stay small enough to be looked over: a large one hides a missing idea."""

from __future__ import annotations

import ast
from pathlib import Path

PACKAGE = Path(__file__).parents[2] / "afterview_tui"
MODULE_LINES, CLASS_METHODS, FUNCTION_LINES = 400, 25, 60


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
