"""What is done with one part of a letter: begun in other words, filled from a note, taken out."""

from __future__ import annotations

from afterview_tui.domain.agenda import Case
from afterview_tui.domain.letter import Letter
from afterview_tui.domain.letter_parts import Part, gap
from afterview_tui.domain.letter_spans import moved_parts, replaced
from afterview_tui.domain.text import count
from afterview_tui.letters.drafting.notes_for_parts import Note, notes_for
from afterview_tui.letters.drafting.written_parts import (
    Place,
    is_begun,
    joined_thanks,
    missing_beginning,
    missing_stop,
    next_beginning,
    opening_in_the_way,
    taken_out,
)
from afterview_tui.storage.about_me import Field
from afterview_tui.tui.desk import Desk
from afterview_tui.tui.front import Front
from afterview_tui.tui.keys import key
from afterview_tui.tui.letter.letter_work import LetterWork
from afterview_tui.tui.letter.letter_writer import LetterWriter

LONGEST = 60  # characters of a name, a number or a closing; more is something else
IN_A_CLOSING = 4  # words
_ABOUT_ME: dict[str, Field] = {
    "me": "name",
    "phone": "phone",
    "email": "email",
    "farewell": "closing",
}


class PartWork:
    """Acts on the part of the letter shown where the cursor is. Every act is one edit."""

    def __init__(self, desk: Desk, front: Front, letters: LetterWork) -> None:
        self.desk = desk
        self.front = front
        self.letters = letters
        self.store = desk.store
        self._note_put: tuple[int, str] | None = None
        self._taken_out: tuple[str, int] | None = None  # the text after that, and the cursor

    @property
    def writer(self) -> LetterWriter:
        """The text."""
        return self.letters.pane.writer

    def notes(self, place: Place | None) -> tuple[Note, ...]:
        """The notes on file that fit what stands where the cursor is."""
        case, to = self.letters.pane.case, self.letters.pane.to
        if case is None or to is None or place is None or place.part is None:
            return ()
        return notes_for(place.part, case.facts, to)

    def other_words(self) -> None:
        """The next beginning of a part, or another wording of a sentence of ours."""
        if (at := self.letters.at_open_letter) is None:
            return
        case, to, letter = at
        writer, place = self.writer, self.writer.place
        if place is not None and place.part is not None:
            self._begin(case, place, place.part)
            return
        new = None
        if place is not None and place.name and not place.is_open:
            from afterview_tui.letters.drafting.compose import other_wording

            now = writer.text[place.start : place.end]
            facts, today, at_cursor = case.facts, case.today, writer.cursor - place.start
            new = other_wording(facts, to, today, letter.form, place.name, now, at_cursor)
        if place is None or new is None:
            self.front.say("There are no other words for this: it is yours, or it is a name.")
            return
        writer.put(new, place.start, place.end)
        end = place.start + len(new)
        writer.select(end, end)

    def put_note(self) -> None:
        """Put the first note in at the cursor; pressed again, the next in its place."""
        if self.letters.at_open_letter is None:
            return
        writer, place = self.writer, self.writer.place
        notes = self.notes(place)
        if place is None or not notes:
            self.front.say("Nothing is noted for this place.")
            return
        start, end = writer.selected
        after = -1
        if self._note_put is not None:
            begun, words = self._note_put
            if start == end == begun + len(words) and writer.text[begun:end] == words:
                start = begun
                after = next((i for i, one in enumerate(notes) if one.text == words), -1)
        words = notes[(after + 1) % len(notes)].text
        writer.put(words, start, end)
        writer.select(start + len(words), start + len(words))
        self._note_put = start, words

    def take_out(self) -> None:
        """Empty the part under the cursor; take out one that is open, and go to the next open one.

        A sentence of ours is selected first, so that typing replaces it.

        What is written before the place that went is not taken for another of them.
        """
        if self.letters.at_open_letter is None:
            return
        writer, place = self.writer, self.writer.place
        start, end = writer.selected
        is_again = start == end and self._taken_out == (writer.text, writer.cursor)
        if place is None or is_again:
            self.front.say("There is no part here to take out.")
            return
        if place.part is not None and not place.is_open:
            self._empty(place, place.part)
            return
        if not place.is_open and writer.selected != (place.start, place.end):
            writer.select(place.start, place.end)
            self.front.say(f"Type your own here; {key('writing.take_out')} again takes it out.")
            return
        start, end = taken_out(writer.text, place.start, place.end)
        writer.put("", start, end)
        further = (one for one in writer.places if one.start >= start and one.is_open)
        if (following := next((one for one in further if one.part is not None), None)) is not None:
            writer.go_to(following)
        else:
            # Where a paragraph went, the next one is somebody else's place: typing goes on behind
            # the one before.
            before = writer.text[:start]
            behind = len(before.rstrip("\n")) if before.endswith("\n") else start
            writer.select(behind, behind)
            self._taken_out = writer.text, behind
        self.front.say(f"Taken out. {key('text.undo')} in the text brings it back.")

    def _empty(self, place: Place, part: Part) -> None:
        """Put the prompt of a part in the place of what is written there, to begin it anew."""
        self._put_gap(place, part)
        undo, again = key("text.undo"), key("writing.take_out")
        self.front.say(f"Emptied. {again} again takes it out; {undo} brings your words back.")

    def _put_gap(self, place: Place, part: Part) -> None:
        self.writer.put(gap(part), place.start, place.end)
        self.writer.select(place.start, place.start + len(gap(part)))

    def leave_part(self) -> None:
        """The writer goes on from a part: what follows from what is written there."""
        letter = self.letters.pane.letter
        if letter is not None and not self.writer.read_only:
            self._ask_again()
            self._begin_the_sentence()
            self._end_the_sentence()
            self._make_way(letter)
            if (between := joined_thanks(self.writer.text, self.writer.spans)) is not None:
                self.writer.put(", ", *between)
            self._keep_about_me(letter)

    def _ask_again(self) -> None:
        """A part of which every word was deleted is open again."""
        place = self.writer.place
        if place is not None and place.part is not None and place.start == place.end:
            self.writer.put(gap(place.part), place.start, place.end)
            behind = place.start + len(gap(place.part))
            self.writer.select(behind, behind)

    def _begin_the_sentence(self) -> None:
        """A part that goes on from the words it was asked for by begins with them."""
        case, place = self.letters.pane.case, self.writer.place
        if case is None or place is None:
            return
        if new := missing_beginning(self.writer.text, place, case.facts.interview.felt):
            cursor, start, more = self.writer.selected, place.start, len(new)
            # From the text alone, what is put before a part might as well end the sentence before.
            spans = replaced(self.writer.spans, start, start + 1, more + 1)
            self.writer.put(new, start, start)
            self.writer.spans = spans
            self.writer.select(*(one + more if one >= start else one for one in cursor))

    def _end_the_sentence(self) -> None:
        """A part whose last sentence has no end gets it: the next one follows on the same line."""
        case, place = self.letters.pane.case, self.writer.place
        if case is None or place is None:
            return
        if stop := missing_stop(self.writer.text, place, case.facts.interview.felt):
            written = self.writer.text[place.start : place.end].rstrip()
            at, cursor = place.start + len(written), self.writer.selected
            self.writer.put(stop, at, at)
            self.writer.select(*(one + len(stop) if one >= at else one for one in cursor))

    def _keep_about_me(self, letter: Letter) -> None:
        """Keep a name, a number or a closing for all letters when it is typed in the first."""
        case, writer = self.letters.pane.case, self.writer
        if case is None or letter.follows_facts:
            return
        for one in writer.spans:
            field = _ABOUT_ME.get(one.name)
            words = one.of(writer.text).strip().rstrip(",")
            if field is None or getattr(case.facts.me, field) or not words or "[" in words:
                continue
            # "All good wishes to you and Pat" is for one reader.
            if len(words) > LONGEST or (field == "closing" and len(words.split()) > IN_A_CLOSING):
                continue
            if field != "closing" or not self._is_ours(letter, words):
                self._keep(field, words, letter)

    def _keep(self, field: Field, words: str, letter: Letter) -> None:
        others = 0

        def keep(_: Case) -> None:
            nonlocal others
            others = self.store.me.keep(field, words, letter, moved_parts)

        if self.writer.flush():
            self.front.write(keep)
            also = f" It is in {count(others, 'other letter')}, too." if others else ""
            changes = f"{key('me')} changes it."
            self.front.say(f"Kept for all letters: {words}.{also} {changes}", seconds=6)

    def _is_ours(self, letter: Letter, words: str) -> bool:
        """Whether a closing is one that we draft."""
        from afterview_tui.letters.drafting.wordings import sentences

        return words in sentences(letter.kind, letter.form)["farewell"]

    def _make_way(self, letter: Letter) -> None:
        """Our opening makes way for thanks of the writer's own."""
        cut = opening_in_the_way(self.writer.text, self.writer.spans, letter.kind)
        if cut is None or letter.which in self.letters.made_way:
            return
        self.letters.made_way.add(letter.which)  # who brings it back wants both
        self.writer.put("", *cut)
        undoes = f"{key('text.undo')} in the text brings it back."
        self.front.say(f"You begin with thanks, so our opening made way. {undoes}", seconds=6)

    def _begin(self, case: Case, place: Place, part: Part) -> None:
        writer = self.writer
        now, felt = writer.text[place.start : place.end], case.facts.interview.felt
        if not is_begun(part, felt, now):
            self.front.say("These words are yours; there are no others for them.")
            return
        new = next_beginning(part, felt, now)
        if new.startswith("["):
            self._put_gap(place, part)
        else:
            writer.begin_with(new, place.start, place.end)
