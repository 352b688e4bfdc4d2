"""Search over everything that was typed; accents, case and letters such as ø do not count.

What is asked is spelled as the index is: by the alphabet here, the rest by FTS5.
"""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import dataclass

from afterview_tui.domain import phone
from afterview_tui.domain.alphabet import PLAIN
from afterview_tui.storage.file import File

_WORD = re.compile(r"\w+")
_LETTERS = re.compile(r"[^\W_]+")
_PLAIN = str.maketrans(PLAIN)

# Where a hit leads: its interview, and the person or the question in it.
_SOURCES = {
    "interview": "SELECT id, id AS interview_id, employer || ', ' || role FROM interview",
    "person": """
        SELECT person.id,
            (SELECT id FROM interview WHERE id IN (
                SELECT interview_id FROM meeting WHERE person_id = person.id
                UNION SELECT interview_id FROM briefing JOIN reference
                ON reference.id = briefing.reference_id WHERE reference.person_id = person.id)
             ORDER BY binned_at IS NOT NULL, id DESC LIMIT 1) AS interview_id,
            trim(title || ' ' || name) FROM person""",
    "meeting": "SELECT id, interview_id, talked_about FROM meeting",
    "letter": "SELECT id, interview_id, text FROM letter",
    "reflection": "SELECT id, interview_id, well || ' ' || differently FROM reflection",
    "question": """
        SELECT question.id,
            (SELECT place.interview_id FROM (
                SELECT question.interview_id, 0 AS number
                UNION ALL
                SELECT interview_id, id FROM asking
                WHERE question_id = question.id AND binned_at IS NULL) AS place
             JOIN interview ON interview.id = place.interview_id
             ORDER BY interview.binned_at IS NOT NULL, place.number LIMIT 1) AS interview_id,
            text FROM question""",
    "story": """
        SELECT story.id,
            (SELECT telling.interview_id FROM telling
             JOIN interview ON interview.id = telling.interview_id
             WHERE telling.story_id = story.id
             AND telling.binned_at IS NULL AND interview.binned_at IS NULL
             ORDER BY telling.id DESC LIMIT 1) AS interview_id,
            name FROM story""",
}

_OF_PEOPLE = """
    SELECT interview_id FROM meeting WHERE binned_at IS NULL AND person_id IN ({people})
    UNION
    SELECT briefing.interview_id FROM briefing JOIN reference
    ON reference.id = briefing.reference_id
    WHERE briefing.binned_at IS NULL AND reference.person_id IN ({people})"""
# The interviews with a word in their own fields, or in a name or an address of somebody there.
_IN_PERSON = "SELECT rowid FROM person_fts WHERE person_fts MATCH :in_person"
_WITH_WORD = f"""
    SELECT id FROM interview WHERE binned_at IS NULL AND id IN (
        SELECT rowid FROM interview_fts WHERE interview_fts MATCH :in_interview
        UNION
        {_OF_PEOPLE.format(people=_IN_PERSON)})
"""
_WITH_PEOPLE = f"""
    SELECT id FROM interview WHERE binned_at IS NULL AND id IN (
        {_OF_PEOPLE.format(people="SELECT value FROM json_each(:people)")})
"""


@dataclass(frozen=True, slots=True)
class Hit:
    """A record in which the words were found."""

    record: str
    record_id: int
    interview_id: int | None
    text: str
    employer: str


class Search:
    """Finding things again."""

    def __init__(self, file: File) -> None:
        self._file = file

    def find(self, said: str, limit: int = 50) -> list[Hit]:
        """The records that hold every word, the last one as a beginning. Best first."""
        words = _WORD.findall(_spelled(said))
        if not words:
            return []
        asked = " ".join(f'"{word}"' for word in words) + "*"
        people = json.dumps(self._with_number(said) if not phone.apart(said)[0].strip() else [])
        hits: list[Hit] = []
        for table, source in _SOURCES.items():
            by_number = "UNION SELECT value FROM json_each(:people)" if table == "person" else ""
            sql = f"""
                SELECT found.*, interview.employer FROM (
                    {source} WHERE {table}.binned_at IS NULL AND {table}.id IN (
                        SELECT * FROM (
                            SELECT rowid FROM {table}_fts WHERE {table}_fts MATCH :asked
                            ORDER BY rank LIMIT :limit)
                        {by_number})
                ) AS found
                LEFT JOIN interview ON interview.id = found.interview_id
                WHERE interview.binned_at IS NULL
            """
            for row_id, interview_id, text, employer in self._file.read(
                sql, {"asked": asked, "limit": limit, "people": people}
            ):
                hits.append(Hit(table, row_id, interview_id, text or "", employer or ""))
        return hits[:limit]

    def interviews(self, said: str) -> set[int] | None:
        """The interviews in which every word begins some word; None when no word was said.

        Looked at are employer, role, place and notes, and the names, e-mail addresses and phone
        numbers of those met or vouching there. Not all words need stand in one place.
        """
        rest, numbers = phone.apart(said)
        found = self._with_words(rest)
        for number in numbers:
            sql, people = _WITH_PEOPLE, json.dumps(self._with_number(number))
            here = {one for (one,) in self._file.read(sql, {"people": people})}
            here |= self._with_words(number) or set()
            found = here if found is None else found & here
        return found

    def _with_words(self, said: str) -> set[int] | None:
        found: set[int] | None = None
        for word in dict.fromkeys(_LETTERS.findall(_spelled(said))):
            asked = {
                "in_interview": f'{{listed}} : "{word}"*',
                "in_person": f'{{name reach}} : "{word}"*',
            }
            here = {number for (number,) in self._file.read(_WITH_WORD, asked)}
            found = here if found is None else found & here
            if not found:
                break
        return found

    def _with_number(self, number: str) -> list[int]:
        """The people whose phone number it may be. Their numbers are few enough to be looked at."""
        sql = "SELECT id, phone FROM person WHERE phone <> ''"
        return [one for one, on_file in self._file.read(sql) if phone.reaches(number, on_file)]


def _spelled(said: str) -> str:
    return unicodedata.normalize("NFC", said).translate(_PLAIN)
