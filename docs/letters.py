"""Write docs/letters.md: whole letters by five invented people, so that the prose can be read.

    python docs/letters.py

What they typed stands in `people.py`; the rest is ours. The same wordings give the same
page, so a test can tell when it is out of date.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from pathlib import Path

from afterview_tui.domain.letter import Letter, LetterForm
from afterview_tui.domain.letter_spans import packed, replaced, unpacked
from afterview_tui.domain.recipients import Recipient, everybody
from afterview_tui.domain.text import count
from afterview_tui.letters.checking.gaps_and_length import word_count
from afterview_tui.letters.drafting.compose import compose
from afterview_tui.letters.drafting.written_parts import going_out, opening_in_the_way, places

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

from people import LETTERS, Typed  # noqa: E402

HEAD = """# Letters, to be read

Whole letters of every kind and form, as they go out. **What is bold** was typed by the writer,
part by part; the rest is ours. What nobody typed is not there. `python docs/letters.py` makes
this page from `docs/people.py` and `afterview_tui/letters/drafting/templates/`. Everybody in it
is made up.
"""


def main() -> None:
    """Write the page beside this script."""
    (HERE / "letters.md").write_text(page(), encoding="utf-8")


def page() -> str:
    """The whole page."""
    parts = [HEAD]
    for writer, letters in groupby(LETTERS, key=lambda one: one.writer):
        parts.append(f"## {writer}\n")
        parts += [line for one in letters for line in _shown(one)]
    return "\n".join(parts)


def written(one: Typed) -> Letter:
    """A letter with its parts typed, as it goes out."""
    to = _recipient(one)
    draft = compose(one.facts, to, one.today, one.form)
    text, spans = draft.text, draft.spans
    for place in reversed(places(text, spans, one.kind)):
        if words := one.parts.get(place.name if place.part is not None else ""):
            spans = replaced(spans, place.start, place.end, len(words))
            text = f"{text[: place.start]}{words}{text[place.end :]}"
    if (cut := opening_in_the_way(text, spans, one.kind)) is not None:
        text, spans = text[: cut[0]] + text[cut[1] :], replaced(spans, *cut, 0)
    new = Letter(kind=one.kind, form=one.form, subject=draft.subject, text=text)
    return going_out(replace(new, parts=packed(spans))).letter


def _recipient(one: Typed) -> Recipient:
    return next(to for to in everybody(one.facts, one.kind) if to.person.id == one.to)


def _shown(one: Typed) -> Iterator[str]:
    letter = written(one)
    yield f"### {one.kind.value.capitalize()}, {one.form.value}: {_recipient(one).person.shown}\n"
    subject = f"*{letter.subject}*, " if letter.form is LetterForm.EMAIL else ""
    yield f"{one.state} · {subject}{count(word_count(letter.text), 'word')}\n"
    text = letter.text
    for span in reversed(unpacked(letter.parts, letter.text)):
        if span.name in one.parts:
            text = f"{text[: span.start]}**{span.of(text)}**{text[span.end :]}"
    yield _quoted(text)
    yield ""


def _quoted(text: str) -> str:
    """A text as a quotation that keeps its lines."""
    paragraphs = (one.replace("\n", "  \n> ") for one in text.split("\n\n"))
    return "> " + "\n>\n> ".join(paragraphs)


if __name__ == "__main__":
    main()
