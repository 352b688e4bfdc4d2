"""What is done for the file once a window is open, beside everything else: a look, and a backup."""

from __future__ import annotations

import sqlite3
from datetime import date
from pathlib import Path

from afterview_tui.domain.errors import AfterviewError
from afterview_tui.domain.text import count
from afterview_tui.storage import backups, health
from afterview_tui.storage.failures import explained
from afterview_tui.storage.health import Finding, Trouble
from afterview_tui.storage.paths import how_to, where_the_newest_backup_is

TOLD = 3


class SomethingWrong(AfterviewError):
    """Something on file is damaged, in these interviews among others; the rest can be used."""

    title = "Something on file is damaged"

    def __init__(self, message: str, interviews: frozenset[int]) -> None:
        super().__init__(message)
        self.interviews = interviews


def look_after(path: Path, today: date) -> None:
    """See whether the file is whole, and make the backup of the day.

    A damaged file is looked at before it is copied, and not after. Raises SomethingWrong, NotSaved.
    """
    try:
        found = health.findings(path)
    except (sqlite3.Error, UnicodeDecodeError) as error:
        failed = error if isinstance(error, sqlite3.Error) else sqlite3.DatabaseError(str(error))
        raise explained(failed, path) from error
    if not any(one.trouble is Trouble.DAMAGE for one in found):
        backups.daily(path, today)
    if found:
        raise SomethingWrong(said_of(path, found), health.interviews(path, found))


def said_of(path: Path, found: list[Finding]) -> str:
    """What was found, in a sentence or two, with what can be done about it."""
    if any(one.trouble is Trouble.DAMAGE for one in found):
        return (
            f"Part of {path} is damaged, so no backup was made of it."
            f" {where_the_newest_backup_is(path)} {how_to('check', path)} says more."
        )
    told = [one.words for one in found][:TOLD]
    if len(told) < len(found):
        told.append(count(len(found) - len(told), "more thing"))
    words = "; ".join(told)
    return (
        f"{words[:1].upper()}{words[1:]}. Everything else works."
        f" {how_to('check', path)} says more, and how to mend it."
    )
