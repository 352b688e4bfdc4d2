"""A start with nothing but a file does without the command line, and all else goes through it."""

from __future__ import annotations

from pathlib import Path

import pytest

from afterview_tui.cli.start import only_a_file


def test_nothing_or_a_file_is_all_that_is_asked(tmp_path: Path) -> None:
    assert only_a_file([], {}) == ""
    assert only_a_file([], {"AFTERVIEW_DB": "jobs.db"}) == "jobs.db"
    there = tmp_path / "there.db"
    there.touch()
    for file in (there, tmp_path / "new.db"):
        assert only_a_file(["--db", str(file)], {"AFTERVIEW_DB": "jobs.db"}) == str(file)


@pytest.mark.parametrize(
    "typed",
    [
        ["--help"],
        ["--version"],
        ["--no-mouse"],
        ["today"],
        ["--db"],
        ["--db", ""],
        ["--db", "--help"],
        ["--db", "jobs.db", "today"],
        ["--db=jobs.db"],
    ],
    ids=" ".join,
)
def test_everything_else_goes_through_the_command_line(typed: list[str]) -> None:
    assert only_a_file(typed, {}) is None


def test_so_do_a_file_that_may_not_be_read_and_a_shell_that_asks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "theirs.db"
    file.touch()
    assert only_a_file([], {"_AFTERVIEW_TUI_COMPLETE": "bash_complete"}) is None
    monkeypatch.setattr("os.access", lambda path, mode: False)
    assert only_a_file(["--db", str(file)], {}) is None
