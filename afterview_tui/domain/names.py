"""People's names as users write them, one person a line.

"Dr. Maria Chen, DDS, owner" is a title, a name, post-nominals and a job title;
"Jennifer Park (Jen)" says what she wants to be called, "at TalentCo" whom somebody
works for. Names are kept as typed.
"""

from __future__ import annotations

import re

from afterview_tui.domain.records import Person
from afterview_tui.domain.text import clean_line, lines

TITLES = ("Dr", "Prof", "Mr", "Mrs", "Ms", "Miss", "Mx", "Rev", "Sir", "Dame")
_TITLE = re.compile(rf"^({'|'.join(TITLES)})(\.|\b)\s+(?=\S)", re.IGNORECASE)
# "(Jen)", but not the "(555)" of a phone number.
_CALLED = re.compile(r"\s*\(([^()\d]+)\)")
# D.C., DDS, R.N., PhD, M.Sc.: short, with dots or capitals, and no plain word.
_POST_NOMINAL = re.compile(
    r"^(?:[A-Z]\.?){2,6}$|^(?:[A-Z][A-Za-z]{0,3}\.){1,4}[A-Z]?[a-z]?\.?$|^[A-Z][a-z]?[A-Z][A-Za-z]?$"
)
# These look like post-nominals and are what somebody does.
_JOBS = frozenset(("CEO", "CFO", "CIO", "CMO", "COO", "CTO", "EVP", "GM", "HR", "SVP", "VP"))
# Whom they work for, when that is not whom the interview was with.
_AT = re.compile(r"^at\s+(?!the\b)(?=\S)")
_EMAIL = re.compile(r"^\S+@\S+$")
_PHONE = re.compile(r"^\+?[\d\s()./-]{6,}$")


def person(line: str) -> Person:
    """Read one line: title, name, what to call them, post-nominals, then the job title.

    An e-mail address or a phone number among the parts is put where it belongs.
    What follows "at" is whom they work for, commas and all.
    """
    line = clean_line(line)
    called = ""
    if match := _CALLED.search(line):
        called = match[1].strip()
        line = clean_line(_CALLED.sub("", line, count=1))
    name, *parts = [part.strip() for part in line.split(",")]
    title = ""
    if match := _TITLE.match(name):
        title = match[0].strip()
        name = name[match.end() :]
    letters: list[str] = []
    rest: list[str] = []
    employer: list[str] = []
    email = phone = ""
    for part in filter(None, parts):
        if _EMAIL.match(part):
            email = part
        elif _PHONE.match(part):
            phone = part
        elif employer or _AT.match(part):
            employer.append(_AT.sub("", part) if not employer else part)
        elif _POST_NOMINAL.match(part) and part not in _JOBS and not rest:
            letters.append(part)
        else:
            rest.append(part)
    return Person(
        name=name,
        title=title,
        called=called,
        post_nominals=", ".join(letters),
        employer=", ".join(employer),
        job_title=", ".join(rest),
        email=email,
        phone=phone,
    )


def people(block: str) -> list[Person]:
    """Read a block of lines, one person a line."""
    return [one for line in lines(block) if (one := person(line)).name]


def as_line(one: Person, *, at: str = "") -> str:
    """Write a person as the line that `person` reads; whom they work for only when it is given."""
    called = f" ({one.called})" if one.called else ""
    parts = [f"{one.shown}{called}", one.post_nominals, one.job_title, one.phone, one.email]
    parts.append(f"at {at}" if at else "")
    return ", ".join(filter(None, parts))


def surname(one: Person) -> str:
    """The last word of the name: what follows a title in a salutation."""
    return one.name.split()[-1] if one.name else ""


def first_name(one: Person) -> str:
    """What to call them when there is no title: as they asked, or the first word."""
    return one.called or (one.name.split()[0] if one.name else "")


def addressed(one: Person) -> str:
    """How a letter addresses them.

    What they asked to be called comes first, then title and surname, then the
    full name: without a title nobody's form of address is guessed.
    """
    if one.called:
        return one.called
    return f"{one.title} {surname(one)}" if one.title else one.name
