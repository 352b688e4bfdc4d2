"""Text files: whole, private, readable names, and never anywhere but in their folder."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterview_tui.domain.errors import AfterviewError
from afterview_tui.domain.letter import Letter, LetterForm
from afterview_tui.handoff.errors import HandoffFailed
from afterview_tui.handoff.text_files import file_for, head_of, write_file, write_text


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_text_is_written_as_utf8_with_plain_newlines(tmp_path: Path) -> None:
    path = write_text(tmp_path, "Dr. Maria Chen", "Dear Zoë,\r\n\r\n謝謝 🙂\r\n")
    assert path == tmp_path / "dr-maria-chen.txt"
    assert path.read_bytes() == "Dear Zoë,\n\n謝謝 🙂\n".encode()


def test_only_the_owner_can_read_the_file_and_its_new_folder(tmp_path: Path) -> None:
    path = write_text(tmp_path / "a" / "letters", "x", "text")
    assert mode(path) == 0o600
    assert mode(path.parent) == 0o700


def test_a_folder_that_was_there_keeps_its_rights(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    write_text(tmp_path, "x", "text")
    assert mode(tmp_path) == 0o755


def test_the_newer_text_takes_the_place_of_the_older(tmp_path: Path) -> None:
    first = write_text(tmp_path, "Jo Park", "a long first text")
    first.chmod(0o644)
    assert write_text(tmp_path, "Jo Park", "short") == first
    assert first.read_text() == "short"
    assert mode(first) == 0o600
    assert list(tmp_path.iterdir()) == [first]


def test_a_link_is_replaced_and_what_it_pointed_to_stays(tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.write_text("mine")
    link = tmp_path / "letters" / "x.txt"
    link.parent.mkdir()
    link.symlink_to(other)
    write_file(link, "text")
    assert other.read_text() == "mine"
    assert link.read_text() == "text"
    assert not link.is_symlink()


def test_control_sequences_do_not_leave_with_the_text(tmp_path: Path) -> None:
    path = write_text(tmp_path, "x", "Dear \x1b]52;c;aGk=\x07Jo\x00,\ud800")
    assert path.read_text() == "Dear Jo,"


@pytest.mark.parametrize(
    ("stem", "name"),
    [
        ("Thank-you: Dr. José Ñúñez", "thank-you-dr-jose-nunez"),
        ("Søren Łuczak & Weiß", "soren-luczak-weiss"),
        ("../../etc/passwd", "etc-passwd"),
        ("/etc/passwd", "etc-passwd"),
        ("..", "letter"),
        ("a\x00b\nc", "a-b-c"),
        ("-rf --", "rf"),
        ("C:\\Users", "c-users"),
        ("", "letter"),
        ("🙂 !", "letter"),
    ],
)
def test_a_stem_becomes_a_readable_name(tmp_path: Path, stem: str, name: str) -> None:
    assert file_for(tmp_path, stem) == tmp_path / f"{name}.txt"


def test_names_that_ascii_cannot_hold_do_not_share_one_file(tmp_path: Path) -> None:
    names = [
        file_for(tmp_path, stem).stem for stem in ("李明", "王芳", "Dr. 李明", "x" * 99, "x" * 98)
    ]
    assert len(set(names)) == 5
    assert names[0].startswith("letter-")
    assert names[2].startswith("dr-")
    assert file_for(tmp_path, "李明").stem == names[0]


@given(st.text())
def test_any_stem_gives_a_safe_name(stem: str) -> None:
    path = file_for(Path("/folder"), stem)
    assert path.parent == Path("/folder")
    assert path.suffix == ".txt"
    assert 1 <= len(path.stem) <= 60
    assert path.stem.isascii()
    assert path.stem.replace("-", "").isalnum()
    assert path.stem[0] != "-"


def test_a_folder_that_is_a_file_is_an_error_that_says_so(tmp_path: Path) -> None:
    blocked = tmp_path / "letters"
    blocked.write_text("I am a file")
    with pytest.raises(HandoffFailed, match=r"Check that .*letters is a folder") as caught:
        write_text(blocked, "x", "text")
    assert isinstance(caught.value, AfterviewError)
    assert blocked.read_text() == "I am a file"


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (errno.ENOSPC, "Free some space"),
        (errno.EROFS, "choose another"),
        (errno.EACCES, "choose another"),
        (errno.EIO, "was not written: Input/output error"),
    ],
)
@pytest.mark.parametrize("step", ["os.fsync", "pathlib.Path.replace"])
def test_a_failed_write_leaves_the_older_text_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, code: int, words: str
) -> None:
    path = write_text(tmp_path, "x", "older")

    def refuse(*_: object) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(step, refuse)
    with pytest.raises(HandoffFailed, match=words):
        write_text(tmp_path, "x", "newer")
    assert path.read_text() == "older"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_folder_is_an_error_that_says_what_to_do(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(HandoffFailed, match="Make the folder writable"):
            write_text(tmp_path, "x", "text")
    finally:
        tmp_path.chmod(0o700)


@pytest.mark.parametrize(
    ("form", "subject", "head"),
    [
        (LetterForm.EMAIL, "Thank you", "Subject: Thank you\n\n"),
        (LetterForm.EMAIL, " Thank\tyou\nall\x1b[2J", "Subject: Thank you\n\n"),
        (LetterForm.EMAIL, " \n", ""),
        (LetterForm.CARD, "Thank you", ""),
        (LetterForm.TYPED, "Thank you", ""),
    ],
)
def test_the_file_of_an_e_mail_begins_with_its_subject(
    form: LetterForm, subject: str, head: str
) -> None:
    assert head_of(Letter(form=form, subject=subject)) == head
