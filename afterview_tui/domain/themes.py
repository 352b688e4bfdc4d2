"""Themes: a few words with commas between them, which bring things of a kind together."""

from __future__ import annotations

from collections.abc import Iterable

from afterview_tui.domain.text import clean_line, fold


def split(line: str) -> tuple[str, ...]:
    """`conflict, teamwork` as its themes, each once; case and accents aside."""
    named = filter(None, map(clean_line, line.split(",")))
    found: dict[str, str] = {}
    for theme in named:
        found.setdefault(fold(theme), theme)
    return tuple(found.values())


def tidy(line: str) -> str:
    """The line with its themes evenly apart, each once."""
    return ", ".join(split(line))


def in_use(lines: Iterable[str]) -> tuple[str, ...]:
    """The themes of many lines, the most used first."""
    used: dict[str, int] = {}
    named: dict[str, str] = {}
    for line in lines:
        for theme in split(line):
            used[fold(theme)] = used.get(fold(theme), 0) + 1
            named.setdefault(fold(theme), theme)
    return tuple(named[one] for one in sorted(used, key=lambda one: (-used[one], one)))


def completion(line: str, known: Iterable[str]) -> str:
    """What a line becomes when its last theme is one in use; "" when it is none."""
    before, comma, last = line.rpartition(",")
    wanted = fold(clean_line(last))
    if not wanted:
        return ""
    there = {fold(theme) for theme in split(before)}
    for theme in known:
        if fold(theme) not in there and fold(theme).startswith(wanted):
            whole = f"{before}{comma}{' ' if comma else ''}{theme}"
            return whole if whole != line else ""
    return ""
