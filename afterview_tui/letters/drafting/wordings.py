"""What our letters are made of: read from `templates/`, chosen for a reader, filled with facts.

A layout, in `templates/letters/`, says what a letter has, and in which paragraphs; a
file in `templates/wordings/` holds several wordings of each sentence of ours. There a part starts
with a line of its own, `== opening`, and its wordings, in Jinja2, have a blank
line between them. Behind its name may stand how the interview was held, `== opening lunch`, where
that has words of its own. A paragraph that starts with `#` is a remark.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import TYPE_CHECKING
from zlib import crc32

from afterview_tui.domain.letter import LetterForm, LetterKind
from afterview_tui.letters.drafting.template import environment

if TYPE_CHECKING:
    from jinja2 import Template

_HEADING = "== "


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads a letter: the `place` among the `people` to whom such letters may go.

    `held` is how they met, as `Interview.form` says it.
    """

    kind: LetterKind
    form: LetterForm
    interview_id: int
    place: int
    people: int
    held: str = ""

    def choices(self, part: str) -> list[str]:
        """The wordings of a part for this reader, not yet filled, the first one first.

        Neighbours on a panel begin with neighbouring ones, and none is offered that
        somebody else there gets, until they run out; the interview shifts each part,
        so that two interviews differ.
        """
        every = sentences(self.kind, self.form, self.held)[part]
        shift = crc32(f"{self.kind} {part} {self.interview_id}".encode())
        of_others = {(shift + place) % len(every) for place in range(self.people)}
        first = (shift + self.place) % len(every)
        turned = [(first + step) % len(every) for step in range(len(every))]
        return [every[one] for one in turned if one == first or one not in of_others]


@cache
def sentences(kind: LetterKind, form: LetterForm, held: str = "") -> Mapping[str, tuple[str, ...]]:
    """All wordings of each sentence of ours; a card has shorter ones where they are too long.

    `held` is how the interview was held: some sentences are others then.
    """
    letter = wordings(_slug(kind))
    short = f"{_slug(kind)}.card"
    is_short = form is LetterForm.CARD and _file("wordings", short).is_file()
    every = {**letter, **wordings(short)} if is_short else letter
    usual = {name: choices for name, choices in every.items() if " " not in name}
    return {name: every.get(f"{name} {held}", choices) for name, choices in usual.items()}


@cache
def wordings(name: str) -> Mapping[str, tuple[str, ...]]:
    """The parts of one file, in its order, each with all its wordings."""
    found: dict[str, list[str]] = {}
    part = ""
    for block in _file("wordings", name).read_text("utf-8").split("\n\n"):
        text = " ".join(block.split())
        if text.startswith(_HEADING):
            part = text.removeprefix(_HEADING)
            found[part] = []
        elif text and not text.startswith("#"):
            found[part].append(text)
    return {part: tuple(choices) for part, choices in found.items()}


@cache
def layout(kind: LetterKind, form: LetterForm) -> str:
    """Our template of a letter. A typed letter is the e-mail's under its head."""
    name = _slug(kind)
    if form is LetterForm.CARD:
        return _file("letters", f"{name}.card").read_text("utf-8")
    head = _file("letters", "head").read_text("utf-8") if form is LetterForm.TYPED else ""
    return head + _file("letters", name).read_text("utf-8")


def filled(source: str, words: Mapping[str, str]) -> str:
    """A wording with the facts in their places, on one line."""
    return " ".join(_template(source).render(words).split())


@cache
def _template(source: str) -> Template:
    return environment().from_string(source)


def _slug(kind: LetterKind) -> str:
    return kind.value.replace(" ", "-")


def _file(folder: str, name: str) -> Traversable:
    return resources.files("afterview_tui.letters.drafting") / "templates" / folder / f"{name}.txt"
