"""Bytes that become keys: no byte is wrong enough to end anything, and the next key works."""

from __future__ import annotations

from time import sleep

import pytest
from textual import events

from afterview_tui.tui import terminal
from afterview_tui.tui.terminal import Incoming


def typed(*pieces: bytes) -> str:
    """The characters of the keys that these bytes are, read piece by piece."""
    incoming = Incoming()
    keys = [one for data in pieces for one in incoming.take(data) if isinstance(one, events.Key)]
    return "".join(key.character or f"<{key.key}>" for key in keys)


@pytest.mark.parametrize(
    ("data", "keys"),
    [
        (b"caf\xe9s", "caf\ufffds"),
        (b"\xe1\xe9\xffx", "\ufffd\ufffd\ufffdx"),
        (b"\xc3x", "\ufffdx"),
        (b"\xf0\x9f\x91x", "\ufffdx"),
        (b"\xed\xa0\x80x", "\ufffd\ufffd\ufffdx"),
        ("é界👩‍🚀".encode(), "é界👩‍🚀"),
        (b"\x1b[99999999ux", "x"),
        (b"\x1b[1114112;5ux", "x"),
        (b"a\x1b[55555555555;1ub", "ab"),
    ],
)
def test_what_is_no_text_is_seen_or_dropped(data: bytes, keys: str) -> None:
    assert typed(data) == keys


@pytest.mark.parametrize(
    ("data", "keys"),
    [
        (b"\x1bc", ["escape", "c"]),
        (b"a\x1bcd", ["a", "escape", "c", "d"]),
        (b"\x1bC", ["escape", "C"]),
        (b"\x1b/", ["escape", "slash"]),
        (b"\x1b[A", ["up"]),
        (b"\x1b\x7f", ["ctrl+w"]),
        (b"\x1b[99;3u", ["alt+c"]),  # a terminal that tells the two apart
    ],
)
def test_escape_and_a_letter_close_behind_it_are_both_of_them(data: bytes, keys: list[str]) -> None:
    """The Escape was lost and a "c" stood in the letter: who types fast leaves with both."""
    incoming = Incoming()
    got = [*incoming.take(data)]
    for _ in range(30):
        sleep(0.01)
        got += incoming.waited()
    assert [one.key for one in got if isinstance(one, events.Key)] == keys


def test_a_letter_that_comes_in_two_pieces_is_one_letter() -> None:
    assert typed(b"caf\xc3", b"\xa9") == "café"


@pytest.mark.parametrize("garbage", [bytes([one]) for one in range(0x80, 0x100)], ids=repr)
def test_after_any_byte_that_is_no_ascii_keys_work(garbage: bytes) -> None:
    assert typed(garbage, b"x", b"y").endswith("y")


def test_a_window_without_a_size_and_a_click_in_it_end_nothing() -> None:
    incoming = Incoming()
    list(incoming.take(b"\x1b[48;0;0;0;0t\x1b[<0;3;3M"))
    assert [one.key for one in incoming.take(b"z") if isinstance(one, events.Key)] == ["z"]


def test_a_paste_with_bytes_that_are_no_text_is_one_paste() -> None:
    (paste,) = Incoming().take(b"\x1b[200~caf\xe9\xc3\x1b[201~")
    assert isinstance(paste, events.Paste)
    assert paste.text == "caf\ufffd\ufffd"


def test_a_paste_whose_end_does_not_come_ends_all_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    at = [100.0]
    monkeypatch.setattr(terminal, "monotonic", lambda: at[0])
    incoming = Incoming()
    assert list(incoming.take(b"\x1b[20")) == []
    assert list(incoming.take(b"0~half")) == []
    at[0] += terminal.CUT_OFF - 1
    assert list(incoming.waited()) == []
    assert list(incoming.take(b" a paste")) == []  # it was slow, not over
    at[0] += terminal.CUT_OFF + 1
    (paste,) = incoming.waited()
    assert isinstance(paste, events.Paste)
    assert paste.text == "half a paste"
    assert [one.key for one in incoming.take(b"q") if isinstance(one, events.Key)] == ["q"]


def test_a_paste_that_has_ended_is_not_ended_again(monkeypatch: pytest.MonkeyPatch) -> None:
    at = [100.0]
    monkeypatch.setattr(terminal, "monotonic", lambda: at[0])
    incoming = Incoming()
    assert len(list(incoming.take(b"\x1b[200~whole\x1b[201~"))) == 1
    at[0] += 2 * terminal.CUT_OFF
    assert list(incoming.waited()) == []


def test_somebody_who_types_is_looked_after_more_often_than_nobody(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    at = 1000.0
    monkeypatch.setattr(terminal, "monotonic", lambda: at)
    incoming = Incoming()
    assert incoming.wait == terminal.REST
    list(incoming.take(b"\x1b"))
    assert incoming.wait == terminal.LOOK, "it may be a key, or the start of one"
    at += terminal.GOES_ON
    assert incoming.wait == terminal.REST
    list(incoming.take(terminal.BEGIN.encode()))
    at += terminal.GOES_ON
    assert incoming.wait == terminal.LOOK, "the rest of a paste is on its way"
