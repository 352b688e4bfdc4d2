"""Search over everything that was typed; accents, case and letters such as ø do not count.

What is asked is spelled as the index is: by the alphabet here, the rest by FTS5. The newest
come first, which the index gives without reading the rest of what it has.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import Any

from afterview_tui.domain import phone
from afterview_tui.domain.alphabet import PLAIN
from afterview_tui.domain.found import NOTHING, Found, Hit, Results, Section
from afterview_tui.domain.found_words import Asked, Passage, asked, has_all, passage, spans
from afterview_tui.letters.checking.gaps_and_length import without_gaps
from afterview_tui.storage.file import File
from afterview_tui.storage.rows import day
from afterview_tui.storage.searched_records import (
    EVERY,
    INTERVIEWS,
    PEOPLE,
    Source,
)

MOST = 100  # hits of a section that are counted
FEW = 5  # and shown, where all sections are
_LONGEST = 400  # characters of a passage; a line of the screen cuts it
_NAMESAKES = 300  # people with a word in their name whose interviews are looked at

_LETTERS = re.compile(r"[^\W_]+")
_PLAIN = str.maketrans(PLAIN)
_ALL = frozenset(Section)

Read = Callable[[str, Mapping[str, Any]], list[Any]]

_OF_PEOPLE = """
    SELECT interview_id FROM meeting
    WHERE binned_at IS NULL AND person_id IN (SELECT value FROM json_each(:people))
    UNION
    SELECT briefing.interview_id FROM briefing JOIN reference
    ON reference.id = briefing.reference_id WHERE briefing.binned_at IS NULL
    AND reference.person_id IN (SELECT value FROM json_each(:people))"""
_STILL = f"""SELECT id FROM {{table}} WHERE binned_at IS NULL
    AND id IN (SELECT value FROM json_each(:ids)) ORDER BY id DESC LIMIT {MOST + 1}"""
# All at once, each on a line: thousands are read one by one in a multiple of the time.
_PHONES = """
    SELECT coalesce(group_concat(id || ':' || replace(phone, '\n', ','), '\n'), '')
    FROM person WHERE phone <> ''"""


class Search:
    """Finding things again."""

    def __init__(self, file: File) -> None:
        self._file = file

    def everything(
        self, said: str, sections: Collection[Section] = _ALL, lines: int = FEW
    ) -> Results:
        """What holds every word that was said, each as a beginning: so many hits a section.

        Any thread may ask. Raises NotSaved or FileDamaged when the file is out of reach.
        """
        wanted = asked(said)
        if not wanted or not _terms(said):
            return Results()
        with self._file.beside() as read:
            asking = _Asking(read, said, wanted)
            every = [asking.section(one, lines) for one in Section if one in sections]
        return Results(wanted, tuple(one for one in every if one.number))


class _Asking:
    """One search: the words, and a way to read."""

    def __init__(self, read: Read, said: str, wanted: Asked) -> None:
        self._read = read
        self._wanted = wanted
        self._terms = _terms(said)
        rest, self._numbers = phone.apart(said)
        self._rest = _terms(rest)
        self._people = [self._with_number(number) for number in self._numbers]

    def section(self, section: Section, lines: int) -> Found:
        """The hits of one section."""
        hits: list[Hit] = []
        number = 0
        for source in (one for one in EVERY if one.section is section):
            if number > MOST and len(hits) >= lines:
                break  # whatever is found there is neither shown nor counted
            ids = self._ids(source)
            found = list(self._hits(source, ids[: max(0, lines - len(hits))]))
            number += max(len(ids), len(found))
            hits += found
        return Found(section, tuple(hits[:lines]), min(number, MOST), is_more=number > MOST)

    def _ids(self, source: Source) -> list[int]:
        if source is INTERVIEWS:
            return self._interviews()
        if source is PEOPLE:
            return self._all_people()
        found = self._matching(source, source.column)
        return [hit.id for hit in self._hits(source, found)] if source.has_gaps else found

    def _interviews(self) -> list[int]:
        """Those of an employer with these words first; then by role, place, and who was there."""
        found = self._matching(INTERVIEWS, "employer")
        if len(found) <= MOST:
            found += self._matching(INTERVIEWS, "employer listed")
        if len(found) <= MOST:
            found += self._still("interview", self._with_people())
        return list(dict.fromkeys(found))

    def _with_people(self) -> set[int]:
        """The interviews with each word in their own fields, or in a name of somebody there."""
        asked_for = [([term], list[int]()) for term in self._rest]
        asked_for += [(_terms(n), p) for n, p in zip(self._numbers, self._people, strict=True)]
        found: set[int] | None = None
        for terms, numbered in asked_for:
            people = [*self._rowids("person", terms, "name reach", _NAMESAKES), *numbered]
            here = self._one_column(_OF_PEOPLE, {"people": json.dumps(people)}) if people else []
            if len(asked_for) > 1:
                here += self._rowids("interview", terms, "employer listed")
            found = set(here) if found is None else found & set(here)
            if not found:
                break
        return found or set()

    def _all_people(self) -> list[int]:
        """Those with these words in their name first, then those with this phone number."""
        found = self._matching(PEOPLE, "name")
        if self._numbers:
            numbered = set.intersection(*map(set, self._people))
            found += self._still("person", self._with_rest(numbered))
        if len(found) <= MOST:
            found += self._matching(PEOPLE)
        return list(dict.fromkeys(found))

    def _with_rest(self, people: Collection[int]) -> Collection[int]:
        """Those of a few people who have the words beside the number, too."""
        fields = " || ' ' || ".join(PEOPLE.fields)
        sql = f"SELECT id, {fields} FROM person WHERE id IN (SELECT value FROM json_each(:ids))"
        words = asked(" ".join(self._rest))
        texts = self._read(sql, {"ids": json.dumps(list(people))}) if words else []
        return [one for one, text in texts if has_all(text, words)] if words else people

    def _rowids(
        self, table: str, terms: Sequence[str], column: str = "", most: int = -1
    ) -> list[int]:
        """The rows with these words, the newest first; those in the bin, too."""
        sql = f"""SELECT rowid FROM {table}_fts WHERE {table}_fts MATCH :asked
            ORDER BY rowid DESC LIMIT {most}"""
        return self._one_column(sql, {"asked": _match(terms, column)})

    def _still(self, table: str, ids: Collection[int]) -> list[int]:
        """Those of the rows that are not in the bin, the newest first, as many as are counted."""
        return self._one_column(_STILL.format(table=table), {"ids": json.dumps(sorted(ids))})

    def _matching(self, source: Source, column: str = "") -> list[int]:
        """The rows with all words in one column of the index, or in any; the newest first."""
        table = source.table
        sql = f"""SELECT {table}_fts.rowid FROM {table}_fts
            JOIN {table} ON {table}.id = {table}_fts.rowid {source.alive}
            AND {table}_fts MATCH :asked ORDER BY {table}_fts.rowid DESC LIMIT {MOST + 1}"""
        return self._one_column(sql, {"asked": _match(self._terms, column)})

    def _one_column(self, sql: str, parameters: Mapping[str, Any]) -> list[int]:
        return [one for (one,) in self._read(sql, parameters)]

    def _with_number(self, number: str) -> list[int]:
        """The people whose phone number it may be, a few hundred at most."""
        ((book,),) = self._read(_PHONES, {})
        found: set[int] = set()
        for line in _lines_with(phone.end_of(number), book):
            person, _, on_file = line.partition(":")
            if phone.reaches(number, on_file):
                found.add(int(person))
            if len(found) == _NAMESAKES:
                break
        return list(found)

    def _hits(self, source: Source, ids: Sequence[int]) -> Iterator[Hit]:
        """Read these rows, and say of each where the words are."""
        if not ids:
            return
        table = source.table
        sql = f"""SELECT {table}.id, {source.columns}, {source.texts} FROM {table} {source.alive}
            AND {table}.id IN (SELECT value FROM json_each(:ids))"""
        rows = {row[0]: row for row in self._read(sql, {"ids": json.dumps(ids)})}
        for row in (rows[one] for one in ids if one in rows):
            number, interview, person, name, about, held_on, *read = row
            texts = dict(zip(source.fields, read, strict=True))
            if source.has_gaps:
                texts = {one: without_gaps(text) for one, text in texts.items()}
                if not has_all(" ".join(texts.values()), self._wanted):
                    continue
            for field, where in self._where(source, texts):
                yield Hit(
                    source.section,
                    table,
                    number,
                    interview,
                    person,
                    name,
                    about or "",
                    day(held_on),
                    field,
                    source.fields.get(field, ""),
                    where,
                )

    def _where(self, source: Source, texts: Mapping[str, str]) -> Iterator[tuple[str, Passage]]:
        """The fields that the words stand in, with the passage; one of them, unless several."""
        whole = [field for field, text in texts.items() if has_all(text, self._wanted)]
        if not whole:
            # They stand in several fields together, of which those without a label are seen
            # anyway; or it is a number that is written otherwise.
            marks = {one: len(spans(text, self._wanted)) for one, text in texts.items()}
            whole = sorted(texts, key=lambda one: (-marks[one], source.fields[one] == ""))[:1]
            if source is PEOPLE and self._numbers and not marks[whole[0]]:
                whole = ["phone"]
        for field in whole if source.several else whole[:1]:
            if source.fields[field]:
                yield field, self._passage(field, texts[field])
            else:
                yield field, NOTHING

    def _passage(self, field: str, text: str) -> Passage:
        found = passage(text, self._wanted, _LONGEST)
        if field == "phone" and not found.marks and self._numbers:
            return Passage(found.text, ((0, len(found.text)),))
        return found


def _terms(said: str) -> list[str]:
    """The words as the index has them; those without a space between them stand together."""
    spelled = unicodedata.normalize("NFC", said).translate(_PLAIN)
    parts = (" ".join(_LETTERS.findall(one)) for one in spelled.split())
    return list(dict.fromkeys(filter(None, parts)))


def _lines_with(pattern: re.Pattern[str], book: str) -> Iterator[str]:
    """The lines in which a pattern is found, and those for which it is not made."""
    for match in pattern.finditer(book):
        start = book.rfind("\n", 0, match.start()) + 1
        end = book.find("\n", start)
        yield book[start:end] if end >= 0 else book[start:]
    if not book.isascii():
        yield from (line for line in book.split("\n") if not line.isascii())


def _match(terms: Sequence[str], column: str = "") -> str:
    """A question to FTS5: each term as a beginning."""
    every = " AND ".join(f'"{term}"*' for term in terms)
    return f"{{{column}}} : ({every})" if column else every
