"""Themes: a line with commas, tidied, and completed from those in use."""

from __future__ import annotations

import pytest

from afterview_tui.domain import themes


@pytest.mark.parametrize(
    ("line", "tidied"),
    [
        ("", ""),
        (" , ,", ""),
        ("teamwork", "teamwork"),
        (" teamwork ,conflict,, Teamwork", "teamwork, conflict"),
        ("Qualité,qualite", "Qualité"),
    ],
)
def test_a_line_is_kept_with_each_theme_once(line: str, tidied: str) -> None:
    assert themes.tidy(line) == tidied


def test_the_themes_in_use_are_told_once_the_most_used_first() -> None:
    lines = ["pay", "conflict, teamwork", "Teamwork", "teamwork, conflict", ""]
    assert themes.in_use(lines) == ("teamwork", "conflict", "pay")


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("te", "teamwork"),
        ("TE", "teamwork"),
        ("conflict, te", "conflict, teamwork"),
        ("conflict,te", "conflict, teamwork"),
        ("teamwork, te", "teamwork, tempo"),
        ("teamwork", ""),
        ("conflict, ", ""),
        ("x", ""),
        ("", ""),
    ],
)
def test_the_last_theme_of_a_line_is_completed(line: str, offered: str) -> None:
    assert themes.completion(line, ("teamwork", "tempo", "conflict")) == offered
