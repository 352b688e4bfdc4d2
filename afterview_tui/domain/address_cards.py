"""People in the cards of an address book (vCard), as phones and mail programs write them."""

from __future__ import annotations

import quopri
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from afterview_tui.domain import names
from afterview_tui.domain.records import Person
from afterview_tui.domain.text import clean, clean_line

_FOLDED = re.compile(r"\r?\n[ \t]")
_LINE = re.compile(r'(?:[\w-]+\.)?([\w-]+)((?:;[^:"]*(?:"[^"]*"[^:";]*)*)*):(.*)', re.DOTALL)
_SPLIT = re.compile(r"(?<!\\);")
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Card:
    """Somebody in a file of cards, and the line on which their card begins.

    `problem` says why there is nobody in it.
    """

    line: int
    person: Person = field(default_factory=Person)
    problem: str = ""


def cards(text: str) -> Iterator[Card]:
    """The people of a file of cards, in their order."""
    begun, line = 0, 0
    fields: dict[str, str] = {}
    for raw in re.split(r"\r?\n(?![ \t])", text):
        line, number = line + raw.count("\n") + 1, line + 1
        found = _LINE.fullmatch(_FOLDED.sub("", raw).strip("\r\n"))
        if found is None:
            continue
        name, parameters, value = found[1].upper(), found[2].upper(), found[3]
        if name == "BEGIN" and value.strip().upper() == "VCARD":
            begun, fields = number, {}
        elif name == "END" and begun:
            yield _card(begun, fields)
            begun = 0
        elif begun and name not in fields:  # the first of several is the one that is preferred
            if "QUOTED-PRINTABLE" in parameters:
                value = quopri.decodestring(value.encode()).decode(errors="replace")
            fields[name] = value
    if begun:
        yield Card(begun, problem="this card has no end. Is the file cut off?")


def _card(line: int, fields: dict[str, str]) -> Card:
    parts = [*map(_plain, _SPLIT.split(fields.get("N", ""))), *[""] * 5][:5]
    family, given, middle, title, after = map(clean_line, parts)
    full = clean_line(_plain(fields.get("FN", ""))) or " ".join(
        filter(None, [given, middle, family])
    )
    if not full:
        return Card(line, problem="this card names nobody")
    person = names.person(full)
    company = _plain(_SPLIT.split(fields.get("ORG", ""))[0])
    address = [clean_line(_plain(one)) for one in _SPLIT.split(fields.get("ADR", ""))]
    return Card(
        line,
        replace(
            person,
            title=person.title or title,
            post_nominals=person.post_nominals or after,
            called=clean_line(_plain(fields.get("NICKNAME", ""))),
            employer=clean_line(company),
            job_title=clean_line(_plain(fields.get("TITLE", ""))) or person.job_title,
            phone=clean_line(_plain(fields.get("TEL", "")).removeprefix("tel:")),
            email=clean_line(_plain(fields.get("EMAIL", "")).removeprefix("mailto:")),
            address="\n".join(filter(None, address)),
            notes=clean(_plain(fields.get("NOTE", ""))).strip(),
        ),
    )


def _plain(value: str) -> str:
    """A value without the backslashes before commas, semicolons and new lines."""
    return _ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], value)
