"""What is typed once about the user, in any letter, and kept for all of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Literal

from afterview_tui.domain.letter import OWN_GAPS, Letter
from afterview_tui.domain.letter_spans import unpacked
from afterview_tui.domain.records import Me
from afterview_tui.domain.text import clean_line
from afterview_tui.storage.changes import Change
from afterview_tui.storage.checklist import Checklist
from afterview_tui.storage.file import File

Field = Literal["name", "phone", "email", "closing"]
# Where the parts stand in a text that replaces another: parts, the old text, the new text.
Moved = Callable[[str, str, str], str]

_CALLED: dict[Field, str] = {
    "name": "name",
    "phone": "phone number",
    "email": "e-mail address",
    "closing": "closing",
}
# Where the foot of a letter says so, by the names that its spans have.
_AT_THE_FOOT = {"name": "me", "phone": "phone", "email": "email"}


class AboutMe:
    """Keeps the user's name, how to reach them, and how they close a letter."""

    def __init__(self, file: File, checklist: Checklist) -> None:
        self._file = file
        self._checklist = checklist

    def keep(self, field: Field, value: str, letter: Letter, moved: Moved) -> int:
        """Keep what was typed in the place of a gap of `letter`, unless there is something already.

        What is kept then fills the same gap in every other letter that somebody has written
        in and that is not sent; how many those are is returned. It is one change, and undo
        takes all of it back. `moved` says where the parts of such a letter stand afterwards.
        Raises NotSaved.
        """
        if not (value := clean_line(value)):
            return 0
        sentence = f"noted your {_CALLED[field]}"
        with self._file.change(sentence, interview_id=letter.interview_id) as change:
            me = self._checklist.me()
            if not (kept := clean_line(getattr(me, field))):
                kept = value
                self._checklist.write_me(replace(me, **{field: value}))  # type: ignore[arg-type]
            gap = OWN_GAPS.get(field, "")
            others = self._waiting(gap, letter) if gap else []
            for one in others:
                _fill(change, one, one.text.replace(gap, kept), moved)
            return len(others)

    def write(self, me: Me, moved: Moved, before: Me | None = None) -> int:
        """Put all about the user on file; what is known then fills its gaps as in `keep`.

        What was known otherwise before is put right where it still stands at the foot of a letter.
        With `before`, on top of which it was typed, only what differs from it is written.

        How many letters that were begun have it by now is returned. Raises NotSaved.
        """
        filled: set[int] = set()
        with self._file.change("changed what letters say about you") as change:
            was = self._checklist.me()
            self._checklist.write_me(me, before)
            me = self._checklist.me()
            for field, gap in OWN_GAPS.items():
                if not (value := clean_line(getattr(me, field))):
                    continue
                old = clean_line(getattr(was, field))
                for said in filter(None, dict.fromkeys([gap, old if old != value else ""])):
                    for one in self._waiting(said):
                        text = _said_anew(one, field, said, value)
                        if text != one.text:
                            _fill(change, one, text, moved)
                            filled.add(one.id)
        return len(filled)

    def _waiting(self, gap: str, but: Letter | None = None) -> list[Letter]:
        """The letters in which the gap is still open, though somebody has written in them."""
        where = "state <> 'sent' AND NOT follows_facts AND instr(text, ?) ORDER BY id"
        found = self._file.all(Letter, where, [gap])
        return [one for one in found if but is None or one.which != but.which]


def _said_anew(letter: Letter, field: str, said: str, value: str) -> str:
    """The text with `value` in the place of a gap, or of what was known before.

    That may be a word like any other: it is exchanged only where the foot of the letter has it.
    """
    if said == OWN_GAPS[field]:
        return letter.text.replace(said, value)
    text = letter.text
    for span in reversed(unpacked(letter.parts, text)):
        if span.name == _AT_THE_FOOT[field] and span.of(letter.text) == said:
            text = text[: span.start] + value + text[span.end :]
    return text


def _fill(change: Change, letter: Letter, text: str, moved: Moved) -> None:
    parts = moved(letter.parts, letter.text, text) if letter.parts else ""
    change.update(Letter, letter.id, text=text, parts=parts)
