"""Interviews that were entered apart, joined as rounds of one, and parted again."""

from __future__ import annotations

from collections.abc import Iterable

from afterview_tui.domain import rounds
from afterview_tui.domain.errors import NotSaved
from afterview_tui.domain.records import Interview
from afterview_tui.domain.text import fold
from afterview_tui.storage import facts
from afterview_tui.storage.changes import Change
from afterview_tui.storage.file import File

MOST = 200  # interviews that are offered


class Rounds:
    """Which interviews are rounds of one another."""

    def __init__(self, file: File) -> None:
        self._file = file

    def others(self, interview: Interview) -> list[Interview]:
        """The interviews that this one may be joined with, those of its employer first."""
        mine = {one.id for one in self._of(interview.id)}
        every = self._file.all(Interview, "true ORDER BY held_on DESC, id DESC")
        found = [one for one in every if one.id not in mine]
        here = fold(interview.employer)
        return sorted(found, key=lambda one: fold(one.employer) != here)[:MOST]

    def join(self, interview: Interview, other_id: int) -> list[Interview]:
        """Make all rounds of two interviews those of one, in the order of their days.

        Raises NotJoined where they are so already, NotSaved.
        """
        sentence = f"joined rounds of {interview.employer}"
        with self._file.change(sentence, interview_id=interview.id) as change:
            those = self._of(other_id)
            every = rounds.joined(self._of(interview.id), those)
            self._write(change, every)
        return every

    def part(self, interview: Interview) -> list[Interview]:
        """Let this round stand by itself; the others follow one another without it.

        Raises NotJoined where it has no other rounds, NotSaved.
        """
        sentence = f"parted {interview.employer} from its rounds"
        with self._file.change(sentence, interview_id=interview.id) as change:
            every = rounds.parted(self._of(interview.id), interview.id)
            self._write(change, every)
        return every

    def _of(self, interview_id: int) -> list[Interview]:
        found = [one.interview for one in facts.thread(self._file, interview_id)]
        if interview_id not in {one.id for one in found}:
            raise NotSaved("This interview is no longer on file; another window removed it.")
        return found

    def _write(self, change: Change, every: Iterable[Interview]) -> None:
        for one in every:
            known = self._file.one(Interview, one.id)
            if known != one:
                change.update(Interview, one.id, round=one.round, follows_id=one.follows_id)
