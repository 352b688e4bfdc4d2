"""A line about people, cut up: the people in it, and the parts of what it tells of each.

It is cut into parts at commas, dashes, colons and slashes, and into people at "and", "&"
and semicolons where another name follows. What was cut and belongs together stays as it
was written. Nothing that was typed is dropped but what only held it together.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from afterview_tui.domain import name_shapes as shapes
from afterview_tui.domain.name_parts import (
    ADDRESS,
    AT,
    BRACKETS,
    QUOTED,
    SAID_PRONOUNS,
    Part,
    is_inverted,
    read,
    says,
    without_asides,
)
from afterview_tui.domain.records import Person

LONGEST = 500  # characters; a longer line is no line about people, and stays as it is
_LIST_MARK = re.compile(
    r"^(?:[-–—−•*·▪◦‣⁃∙●○■□✓✔➢➤→»>]+(?=[\s\w\"“(])\s*|\+\s+)?(?:\[[ xX]?\]\s+)?"
    r"(?:\(?\d{1,3}[.)\]]\s+|\(?[a-z]\)\s+|#\d{1,3}\s+|\d{1,3}\s[-–]\s)?"
)
_HELD_TOGETHER = re.compile(f"{ADDRESS}|{BRACKETS}|{QUOTED}|{SAID_PRONOUNS}", re.IGNORECASE)
# A name in quotes and its address, as mail programs write them.
_WHOLE_QUOTED = re.compile(r"^[\"“„«]([^\"“”„«»]+)[\"”“»]\s*(?=$|[,;<(\[–—-])")

_JOIN = r"(?:and|with|plus|&|\+)"
_BETWEEN = re.compile(
    rf"\s*[,;|](?:[\s,;|]|{_JOIN}\s)*|\s+[-–—]+\s*|[-–—]+\s+|\s*—\s*|\s*:\s+|\s+/\s*|/\s+"
    r"|(?<=[^\W\d_]{2})/(?=[^\W\d_]{2})"
    rf"|\s+{_JOIN}\s+",
    re.IGNORECASE,
)
_JOINS = re.compile(rf"(?<!\S){_JOIN}(?!\S)|;", re.IGNORECASE)
_COUPLE = ("&", "+")


@lru_cache(maxsize=4_096)
def people_in(line: str) -> tuple[Person, ...]:
    """Everybody whom a clean line names."""
    if len(line) > LONGEST:
        return (Person(name=line),)
    line = _WHOLE_QUOTED.sub(r"\1 ", _LIST_MARK.sub("", line))
    found = [(group[0][0], read(group)) for group in _grouped(_parts(line))]
    named = [(between, one) for between, one in found if says(one.name)]
    if title := shapes.PLURAL_TITLES.get(shapes.folded(line.partition(" ")[0])):
        named = [(between, replace(one, title=one.title or title)) for between, one in named]
    return tuple(_with_shared(named))


def _masked(text: str) -> str:
    """The text with everything that holds together covered, as long as before."""
    return _HELD_TOGETHER.sub(lambda found: "\ufffc" * len(found[0]), text)


def _parts(line: str) -> list[Part]:
    """The line cut at what stands between its parts."""
    masked, parts, start, between = _masked(line), [], 0, ""
    for found in _BETWEEN.finditer(masked):
        parts.append((between, line[start : found.start()].strip()))
        between, start = line[found.start() : found.end()], found.end()
    parts.append((between, line[start:].strip()))
    return parts


def _grouped(parts: list[Part]) -> list[list[Part]]:
    """The parts of each person. What joins no two people stays as it was written."""
    groups: list[list[Part]] = []
    if _is_list(parts):
        return [[one] for one in parts]
    for place, (between, text) in enumerate(parts):
        after = parts[place + 1][1] if place + 1 < len(parts) else ""
        if not groups or _begins(between, text, after, groups[-1]):
            groups.append([(between, text)])
        elif _JOINS.search(between) and not re.search(r"[,;|]", between):
            before, said = groups[-1][-1]
            groups[-1][-1] = (before, f"{said}{between}{text}")
        else:
            groups[-1].append((between, text))
    return groups


def _is_list(parts: list[Part]) -> bool:
    """Whether these are several people in a row: "Ann, Bob and Cy"."""
    *before, (last, _) = parts
    is_row = len(before) > 1 and _JOINS.search(last) is not None
    return (
        is_row
        and len({text.count(" ") for _, text in parts}) == 1
        and all(
            shapes.is_name(text) and not shapes.is_letters(text) and between.strip(", ") == ""
            for between, text in (*before, (", ", parts[-1][1]))
        )
    )


def _begins(between: str, text: str, after: str, group: list[Part]) -> bool:
    """Whether another person begins with this part."""
    first, bare = without_asides(group[0][1]), without_asides(text)
    is_joined = _JOINS.search(between) is not None
    if between.strip() == "/" and len(group) == 1 and not shapes.describes(first):
        is_joined = shapes.is_name(bare) and len(bare.split()) == len(first.split())
    if any(AT.match(one) for _, one in group[1:]):
        return ";" in between and shapes.is_name(bare)
    if shapes.is_title(bare):
        return is_joined and len(group) == 1
    if shapes.is_titled(bare):
        if is_joined:
            return True
        is_surname = len(group) == 1 and is_inverted(first, bare)
        return not is_surname and not (len(group) == 1 and shapes.describes(first))
    if not is_joined or not bare:
        return False
    is_name = shapes.is_name(bare) and not shapes.is_job(bare) and len(bare) > 1
    if len(group) == 1:
        if is_name:
            return not (shapes.describes(first) and _is_apart(between))
        if shapes.describes(first) or "with" in between:
            return False
        return shapes.describes(bare) or (first.islower() and _is_small_name(bare))
    return is_name and (_is_apart(between) or (_is_short(bare) and shapes.is_job(after))
                        or (not re.search(r"[A-Z]", group[-1][1]) and " " in bare))  # fmt: skip


def _is_apart(between: str) -> bool:
    return re.search(r"[,;]", between) is not None


def _is_short(text: str) -> bool:
    return len(text.split()) <= 3


def _is_small_name(text: str) -> bool:
    return bool(text) and not shapes.is_job(text) and _is_short(text)


def _with_shared(named: list[tuple[str, Person]]) -> list[Person]:
    """Pairs of whom one has the other's surname or title: "Dr. and Mrs. Smith", "Drs. A and B"."""
    every = [one for _, one in named]
    for place in range(len(every) - 1, 0, -1):
        between, (first, second) = named[place][0].strip(), every[place - 1 : place + 1]
        surname = shapes.family(second.name)
        if shapes.is_title(first.name) and second.title:
            is_couple = (shapes.folded(first.name), shapes.folded(second.title)) == ("mr", "mrs")
            name = second.name if is_couple else surname
            every[place - 1] = replace(first, title=shapes.title_and_name(f"{first.name} x")[0],
                                       name=name)  # fmt: skip
            every[place] = replace(second, name=surname) if is_couple else second
        elif between in _COUPLE and first.title == second.title and " " not in first.name:
            is_whole = " " in second.name and not shapes.describes(first.name)
            every[place - 1] = replace(first, name=f"{first.name} {surname}") if is_whole else first
    return every
