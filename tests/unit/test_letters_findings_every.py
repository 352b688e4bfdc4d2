"""Every check finds something: one that is made and never asked is told here."""

from __future__ import annotations

import ast
from pathlib import Path

from afterview_tui.letters import checking
from afterview_tui.letters.checking.finding import Check

FOLDER = Path(checking.__file__).parent
# `finding` says what a finding is; everything else there may make some.
MAKERS = [path for path in FOLDER.glob("*.py") if path.name != "finding.py"]


def _names_in(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)} | {
        node.id for node in ast.walk(tree) if isinstance(node, ast.Name)
    }


def test_every_check_is_made_somewhere() -> None:
    made = {
        name
        for path in FOLDER.glob("*.py")
        if path.name != "finding.py"
        for name in _names_in(path)
    }
    assert {one.name for one in Check} <= made


def test_whatever_yields_findings_is_asked_for_them() -> None:
    asked = _names_in(FOLDER / "all_findings.py")
    finders = {
        f"{path.stem}.{node.name}"
        for path in MAKERS
        if path.name != "all_findings.py"
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, ast.FunctionDef)
        and not node.name.startswith("_")
        and node.returns is not None
        and "Finding" in ast.unparse(node.returns)
        and ast.unparse(node.returns) != "Finding"
    }
    assert finders
    assert {one for one in finders if one.rpartition(".")[2] not in asked} == set()
