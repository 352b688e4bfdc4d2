"""What the three numbers are made of, counted in the file."""

from __future__ import annotations

from datetime import date

from afterview_tui.domain import dates
from afterview_tui.domain.numbers import Answers, CameUp, Letters, counted
from afterview_tui.domain.numbers import Numbers as Counted
from afterview_tui.storage.file import File
from afterview_tui.storage.rows import day

# A letter that is not sent counts once its last good day, the day after, is over.
_LETTERS = """
    WITH one AS (
        SELECT julianday(thanked_on) - julianday(held_on) AS days
        FROM (
            SELECT meeting.*, (
                SELECT min(sent_on) FROM letter WHERE letter.interview_id = meeting.interview_id
                AND (letter.id = meeting.thanked_in
                    OR letter.person_id = meeting.person_id AND letter.kind = 'thank-you')
                AND letter.state = 'sent' AND letter.binned_at IS NULL) AS thanked_on
            FROM meeting WHERE binned_at IS NULL
        ) AS meeting JOIN interview ON interview.id = meeting.interview_id
        WHERE interview.binned_at IS NULL AND (thanked_on IS NOT NULL OR (
            meeting.wants_letter AND interview.held_on < :yesterday
            AND NOT EXISTS (
                SELECT 1 FROM adjustment WHERE adjustment.interview_id = meeting.interview_id
                AND task = 'letter:' || meeting.id AND set_aside_on IS NOT NULL
            )
        ))
    )
    SELECT count(*) FILTER (WHERE days <= 1), count(*) FILTER (WHERE days > 1),
        count(*) FILTER (WHERE days IS NULL)
    FROM one
"""
# The day of an offer that was answered is no longer on file, nor that of an invitation to
# a next round: those are left out. A no after several rounds is one no, that of the last.
# What is quiet has no days.
_ANSWERS = """
    SELECT CASE WHEN outcome IN ('offer', 'no')
        THEN CAST(julianday(outcome_on) - julianday(held_on) AS INTEGER) END AS days, count(*)
    FROM interview WHERE binned_at IS NULL AND (
        (outcome IN ('offer', 'no') AND outcome_on >= held_on)
        OR (outcome IN ('open', 'quiet') AND held_on < :today)
    ) AND NOT EXISTS (
        SELECT 1 FROM interview AS later
        WHERE later.follows_id = interview.id AND later.binned_at IS NULL
    )
    GROUP BY days ORDER BY days
"""
_CAME_UP = """
    WITH came (text, answer, interview_id) AS (
        SELECT text, answer, interview_id FROM question WHERE binned_at IS NULL
        UNION ALL
        SELECT question.text, question.answer, asking.interview_id
        FROM asking JOIN question ON question.id = asking.question_id
        WHERE asking.binned_at IS NULL AND question.binned_at IS NULL
    )
    SELECT text, max(trim(answer) <> ''), group_concat(interview.id), max(interview.held_on)
    FROM came LEFT JOIN interview ON interview.id = came.interview_id
        AND interview.binned_at IS NULL AND interview.held_on <= :today
    GROUP BY text
"""


class Numbers:
    """Counts over all interviews."""

    def __init__(self, file: File) -> None:
        self._file = file

    def all(self, today: date) -> Counted:
        """The three numbers as they stand on the local date `today`."""
        on = {"today": today.isoformat(), "yesterday": (today - dates.DAY).isoformat()}
        ((in_time, later, unsent),) = self._file.read(_LETTERS, on)
        waited = self._file.read(_ANSWERS, on)
        return Counted(
            Letters(in_time, later, unsent),
            Answers(
                tuple(days for days, times in waited if days is not None for _ in range(times)),
                sum(times for days, times in waited if days is None),
            ),
            counted(_came_up(*row) for row in self._file.read(_CAME_UP, on)),
        )


def _came_up(text: str, is_answered: int, at: str | None, last_on: str | None) -> CameUp:
    if at is None or last_on is None:
        return CameUp(text, bool(is_answered))
    numbers = frozenset(map(int, at.split(",")))
    return CameUp(text, bool(is_answered), numbers, day(last_on))
