"""The file is moved, deleted or replaced while it is open."""

from __future__ import annotations

import shutil
import stat
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from afterview_tui.domain.errors import NotSaved

if TYPE_CHECKING:
    from tests.storage.conftest import Opener

pytestmark = pytest.mark.disk


def put_in_its_place(path: Path, opened: Opener) -> None:
    """As a sync tool does: a whole other file gets the name."""
    other = path.with_name("other.db")
    with closing(opened(other)) as store:
        store.journal.ask("Theirs?", None)
    other.replace(path)


def test_a_file_that_another_one_replaced_is_noticed_and_what_it_held_is_kept(
    opened: Opener, path: Path
) -> None:
    """A window went on with the old one, and nobody was told."""
    store = opened()
    store.journal.ask("Ours?", None)
    put_in_its_place(path, opened)
    with pytest.raises(NotSaved, match="was replaced by another program") as raised:
        store.file.stamp()
    [kept] = path.parent.glob("afterview-replaced-*.db")
    assert str(kept) in raised.value.message
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert [one.question.text for one in opened(kept).journal.questions()] == ["Ours?"]
    assert [one.question.text for one in opened(path).journal.questions()] == ["Theirs?"]
    with pytest.raises(NotSaved):  # it is kept once
        store.file.stamp()
    assert len([*path.parent.glob("afterview-replaced-*.db")]) == 1


def test_nothing_is_written_to_a_file_that_replaced_the_one_that_is_open(
    opened: Opener, path: Path
) -> None:
    store = opened()
    put_in_its_place(path, opened)
    before = path.read_bytes()
    with pytest.raises(NotSaved, match="was replaced by another program"):
        store.journal.ask("Ours?", None)
    assert path.read_bytes() == before


def test_a_file_that_is_moved_away_is_noticed_and_goes_on_when_it_is_back(
    opened: Opener, path: Path
) -> None:
    store = opened()
    away = path.rename(path.with_name("away.db"))
    with pytest.raises(NotSaved, match="was moved or deleted"):
        store.file.stamp()
    assert not path.exists()
    away.rename(path)
    store.file.stamp()
    store.journal.ask("Ours?", None)


def test_a_copy_written_into_the_same_file_is_read_as_a_change(opened: Opener, path: Path) -> None:
    store = opened()
    stamp = store.file.stamp()
    other = path.with_name("other.db")
    with closing(opened(other)) as there:
        there.journal.ask("Theirs?", None)
    shutil.copyfile(other, path)
    assert store.file.stamp() != stamp
    assert [one.question.text for one in store.journal.questions()] == ["Theirs?"]
