"""The user's own editor: the text goes there and back, and nothing of it is lost or left about.

The editors are shell scripts, run for real; `$1` is the file that they are given.
"""

from __future__ import annotations

import os
import signal
import stat
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from afterview_tui.domain.text import LARGEST
from afterview_tui.handoff import editor
from afterview_tui.handoff.editor import edit, editor_command, on_the_terminal
from afterview_tui.handoff.errors import NotEdited

TEXT = "Dear Dr. Chen,\n\nthank you — 謝謝 🙂.\n\nRobin"


class Desk:
    """A folder for the files, an editor made for the test, and its environment."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "letters"
        self.script = folder / "an editor"
        self.seen = folder / "seen"
        self.environ = {"PATH": os.defpath, "EDITOR": f"'{self.script}'", "SEEN": str(self.seen)}

    def editor(self, does: str) -> None:
        self.script.write_text(f"#!/bin/sh\n{does}\n")
        self.script.chmod(0o700)

    def edit(self, text: str = TEXT) -> str | None:
        return edit(text, folder=self.folder, environ=self.environ)

    @property
    def left(self) -> list[Path]:
        """The files that are still there."""
        return [one for one in self.folder.rglob("*") if one.is_file()]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


@pytest.fixture(autouse=True)
def _editors_of_tests_are_quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(editor, "AT_ONCE", 0.0)


def refusal(desk: Desk, text: str = TEXT) -> str:
    with pytest.raises(NotEdited) as raised:
        desk.edit(text)
    return raised.value.message


def test_what_the_editor_saved_comes_back_and_no_file_stays(desk: Desk) -> None:
    desk.editor('cat "$1" > "$SEEN"; printf "Dear Maria,\\n\\nzoë\\n" > "$1"')
    assert desk.edit() == "Dear Maria,\n\nzoë"
    assert desk.seen.read_text() == f"{TEXT}\n"
    assert list(desk.folder.iterdir()) == []


def test_the_file_is_the_owners_alone_in_a_folder_of_its_own(desk: Desk) -> None:
    desk.editor('stat -c "%a %n" "$1" "$(dirname "$1")" > "$SEEN"')
    desk.edit()
    file, folder = (line.split(" ", 1) for line in desk.seen.read_text().splitlines())
    assert (file[0], folder[0]) == ("600", "700")
    assert file[1].endswith(".txt")
    assert Path(file[1]).parent == Path(folder[1]) != desk.folder
    assert stat.S_IMODE(desk.folder.stat().st_mode) == 0o700


def test_a_text_left_as_it_was_is_no_edit(desk: Desk) -> None:
    for does in (":", 'printf "%s" "$(cat "$1")" > "$1"', 'touch "$1"'):
        desk.editor(does)
        assert desk.edit() is None
        assert desk.left == []


@pytest.mark.parametrize("text", ["", "a", "a\n", "a\n\n", "\n", "\n\na"])
def test_the_end_of_the_last_line_is_neither_added_nor_taken(desk: Desk, text: str) -> None:
    desk.editor('printf "b\\n" >> "$1"')
    assert desk.edit(text) == f"{text}\nb"
    desk.editor(":")
    assert desk.edit(text) is None


def test_an_editor_that_replaces_the_file_by_another_is_read(desk: Desk) -> None:
    desk.editor('echo other > "$1.new"; mv "$1.new" "$1"; echo old > "$1~"')
    assert desk.edit() == "other"
    assert list(desk.folder.iterdir()) == []


def test_what_comes_back_is_clean(desk: Desk) -> None:
    desk.editor('printf "\\357\\273\\277a\\033]0;boom\\007b\\r\\nc\\n" > "$1"')
    assert desk.edit() == "ab\nc"


def test_visual_goes_before_editor_and_options_and_quotes_are_understood(desk: Desk) -> None:
    desk.editor('printf "%s|" "$@" > "$SEEN"')
    desk.environ |= {"VISUAL": f"'{desk.script}' --wait -c 'set tw=72'", "EDITOR": "/nowhere"}
    assert desk.edit() is None
    assert desk.seen.read_text().startswith("--wait|-c|set tw=72|/")


@pytest.mark.parametrize("visual", ["", "  "])
def test_an_empty_visual_names_no_editor(visual: str) -> None:
    found = editor_command({"PATH": "/bin", "VISUAL": visual, "EDITOR": "sh -u"})
    assert found == ["sh", "-u"]


def test_without_an_editor_the_message_says_how_to_name_one(desk: Desk) -> None:
    del desk.environ["EDITOR"]
    assert "EDITOR=nano" in refusal(desk)
    assert not desk.folder.exists()


@pytest.mark.parametrize(
    ("editor", "says"),
    [
        ("frobnicate --wait", "no program frobnicate, which EDITOR names"),
        ("/no/such/ed", "no program /no/such/ed"),
        ("'vim", "A quote in EDITOR is not closed: 'vim"),
        ("''", "no program"),
    ],
)
def test_an_editor_that_cannot_be_run_is_named(desk: Desk, editor: str, says: str) -> None:
    desk.environ["EDITOR"] = editor
    assert says in refusal(desk)
    assert not desk.folder.exists()


def test_an_editor_that_does_not_start_leaves_nothing(desk: Desk) -> None:
    desk.editor("")
    desk.script.write_bytes(b"\x7fELF nonsense")
    assert "could not be started" in refusal(desk)
    assert desk.left == []


def test_a_failed_editor_that_saved_nothing_changes_nothing(desk: Desk) -> None:
    desk.editor("exit 3")
    message = refusal(desk)
    assert message == "an editor ended with status 3, so the text here is as it was."
    assert list(desk.folder.iterdir()) == []


def test_what_a_failed_editor_saved_is_kept_and_named(desk: Desk) -> None:
    desk.editor('echo new > "$1"; exit 1')
    message = refusal(desk)
    (kept,) = desk.left
    assert f"kept in {kept}." in message
    assert kept.read_text() == "new\n"
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600


def test_what_a_stopped_editor_left_beside_the_file_is_kept(desk: Desk) -> None:
    desk.editor('echo unsaved > "$(dirname "$1")/.text.txt.swp"; kill -TERM $$')
    message = refusal(desk)
    assert "was stopped (signal 15)" in message
    assert [one.name for one in desk.left if one.read_text() == "unsaved\n"] == [".text.txt.swp"]
    assert f"kept in {desk.left[0].parent}." in message


@pytest.mark.parametrize(
    ("saved", "says"),
    [
        (b"caf\xe9\n", "not in UTF-8"),
        (b"PK\x03\x04\x00\x00", "not plain text"),
        ("Dear".encode("utf-16"), "not plain text"),
        (b"x" * (LARGEST + 1), "200,000 characters"),
        ("🙂".encode() * (LARGEST + 9), "200,000 characters"),
    ],
    ids=["latin-1", "binary", "utf-16", "long", "longer"],
)
def test_what_cannot_be_taken_is_kept_and_named(desk: Desk, saved: bytes, says: str) -> None:
    source = desk.seen
    source.write_bytes(saved)
    desk.editor('cat "$SEEN" > "$1"')
    message = refusal(desk)
    (kept,) = desk.left
    assert says in message
    assert f"kept in {kept}." in message
    assert kept.read_bytes() == saved


@pytest.mark.parametrize("letter", ["x", "🙂"])
def test_the_longest_text_that_fits_is_taken(desk: Desk, letter: str) -> None:
    desk.seen.write_text(letter * LARGEST + "\n")
    desk.editor('cat "$SEEN" > "$1"')
    assert desk.edit() == letter * LARGEST


def test_a_file_that_the_editor_removed_is_no_text(desk: Desk) -> None:
    desk.editor('rm "$1"')
    assert "cannot be read" in refusal(desk)
    assert list(desk.folder.iterdir()) == []


def test_whatever_else_goes_wrong_what_was_saved_stays(desk: Desk) -> None:
    def gone(command: Sequence[str], environ: Mapping[str, str]) -> int:
        Path(command[-1]).write_text("new")
        raise KeyboardInterrupt

    desk.editor(":")
    with pytest.raises(KeyboardInterrupt):
        edit(TEXT, folder=desk.folder, environ=desk.environ, run=gone)
    assert [one.read_text() for one in desk.left] == ["new"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_takes_no_file_is_named(desk: Desk) -> None:
    desk.editor(":")
    desk.folder.mkdir(mode=0o500)
    assert str(desk.folder) in refusal(desk)


def test_a_folder_that_is_a_file_is_named(desk: Desk) -> None:
    desk.editor(":")
    desk.folder.write_text("mine")
    assert f"could be written in {desk.folder}" in refusal(desk)
    assert desk.folder.read_text() == "mine"


def test_keys_that_interrupt_are_for_the_editor_alone(desk: Desk) -> None:
    before = signal.getsignal(signal.SIGINT)
    desk.editor(f'kill -INT {os.getpid()}; kill -QUIT {os.getpid()}; trap > "$SEEN"; exit 7')
    assert on_the_terminal([str(desk.script)], desk.environ) == 7
    assert signal.getsignal(signal.SIGINT) is before
    desk.editor("kill -INT $$; sleep 5")
    assert on_the_terminal([str(desk.script)], desk.environ) == -signal.SIGINT


@pytest.mark.parametrize("name", ["code", "an editor"])
def test_an_editor_that_does_not_wait_is_told_how_to_and_its_file_stays(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """The file was taken away under it: what was saved there later was nowhere."""
    desk.script = desk.script.with_name(name)
    desk.environ["EDITOR"] = f"'{desk.script}'"
    if name != "code":
        monkeypatch.setattr(editor, "AT_ONCE", float("inf"))
    desk.editor(":")
    said = refusal(desk)
    [file] = desk.left
    assert f'EDITOR="{name} --wait"' in said
    assert str(file) in said
    assert file.read_text() == f"{TEXT}\n"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_an_editor_that_was_told_to_wait_and_left_the_text_as_it_was_is_no_edit(
    desk: Desk,
) -> None:
    desk.script = desk.script.with_name("code")
    desk.environ["EDITOR"] = f"'{desk.script}' --wait"
    desk.editor(":")
    assert desk.edit() is None
    assert desk.left == []
