"""What belongs into the part of a letter where the cursor is, and what is noted for it."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from afterview_tui.domain.letter import LetterForm
from afterview_tui.domain.letter_parts import beginnings, is_whole
from afterview_tui.domain.records import Felt
from afterview_tui.letters.drafting.notes_for_parts import Note
from afterview_tui.letters.drafting.written_parts import ABOUT_ME, GREETING, Place
from afterview_tui.tui.keys import key
from afterview_tui.tui.kit.plain import line, spread

SHOWN = 2  # notes; the letter needs the room


ONE_THING = "As you would say it: I'm, don't. A card has room for one thing, said well."
IN_ONE_PIECE = "As you would say it: I'm, don't. All in one piece here, or place by place."


def lines_for(
    place: Place | None,
    felt: Felt,
    notes: Sequence[Note],
    width: int,
    blank: LetterForm | None = None,
) -> Content:
    """What is said under the text: what makes the part good, how it may begin, notes that fit.

    Where nothing is written yet in a letter of the form `blank`, that it need not be written
    place by place, and how much a card holds.
    """
    if place is None:
        return Content("")
    told = [line(_said(place), "$text-accent").truncate(width, ellipsis=True)]
    if blank is not None and place.part is not None:
        how = ONE_THING if blank is LetterForm.CARD else IN_ONE_PIECE
        told.insert(0, line(how).truncate(width, ellipsis=True))
    if place.part is not None and (place.is_open or place.start == place.end):
        told.append(_beginnings(beginnings(place.part, felt), width))
    told += [_noted(one, width) for one in notes[:SHOWN]]
    if len(notes) > SHOWN:
        told.append(line(f"and {len(notes) - SHOWN} more", "$foreground-muted"))
    return Content("\n").join(told)


def _said(place: Place) -> str:
    if place.part is not None:
        return place.part.good
    if place.name == GREETING:
        words, shelf = key("writing.other_words"), key("shelf")
        return f"{words} by first name. What they are called is kept with the people ({shelf})."
    if place.name in ABOUT_ME:
        return "Typed once, it is kept for all your letters."
    if place.is_open:
        return "Type what belongs here; it replaces the brackets."
    return f"This sentence is ours: {key('writing.other_words')} says it in other words."


def _beginnings(every: Sequence[str], width: int) -> Content:
    """How a part may begin, as far as there is room."""
    begun = " · ".join(one if is_whole(one) else f"{one} …" for one in every)
    label = Content.styled(f"{key('writing.other_words')}  ", "bold")
    return Content.assemble(label, line(begun, "$foreground-muted")).truncate(width, ellipsis=True)


def _noted(note: Note, width: int) -> Content:
    used = f"in the letter to {note.used_for}" if note.used_for else note.source
    source = line(used, "$foreground-muted")
    room = max(10, width - source.cell_length - 4)
    mark = "✓" if note.used_for else "·"
    words = line(f"{mark} {note.text}").truncate(room, ellipsis=True)
    return spread(words, source, width)
