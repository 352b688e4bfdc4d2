"""Texts as cells of a table, in which a spreadsheet computes nothing."""

from __future__ import annotations

from typing import Any

# What a spreadsheet would compute, or hand to another program.
_ACTS = ("=", "+", "-", "@", "\t", "\r")


def harmless(value: Any) -> Any:
    """A value as a cell; a text that a spreadsheet would take for a formula has a ' before it."""
    if value is None:
        return ""
    if isinstance(value, str) and value.lstrip(" \n").startswith(_ACTS):
        return f"'{value}"
    return value


def as_typed(cell: str) -> str:
    """A cell as it was before it was made harmless."""
    return cell[1:] if cell.startswith("'") and harmless(cell[1:]) == cell else cell
