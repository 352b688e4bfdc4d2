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
# "Jr." comes after the surname; "van der" and the "García y" of "García y Vega" belong to it.
_SUFFIXES = frozenset(("jr", "sr", "jnr", "snr", "ii", "iii", "iv"))
_AND = frozenset(("e", "y"))
_ROMANCE = frozenset(
    ("da", "dal", "dalla", "das", "de", "degli", "dei", "del", "della", "di", "do", "dos", "du")
)
_ARTICLES = frozenset(("al", "el", "la", "las", "le", "los"))
_GERMANIC = frozenset(
    ("af", "av", "den", "der", "des", "ten", "ter", "und", "van", "vom", "von", "zu", "zum", "zur")
)
PARTICLES = _AND | _ROMANCE | _ARTICLES | _GERMANIC | {"bin"}
# In capitals these are particles as well, unless a name begins with them.
_CAPITALS = frozenset(("De", "Del", "Della", "Van", "Von"))
_AFTER_CAPITALS = frozenset(("Den", "Der", "La", "Las", "Los"))
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
    """The last word of the name, without "Jr." and without "van der"."""
    words = _without_suffix(one.name)
    return words[-1] if words else ""


def family_name(one: Person) -> str:
    """What follows a title in a salutation: the surname, and the "van der" before it."""
    words = _without_suffix(one.name)
    first = len(words) - 1
    while first > 0 and _belongs_to_next(words, first - 1):
        first -= 1
    return " ".join(words[first:])


def first_name(one: Person) -> str:
    """What to call them when there is no title: as they asked, or the first word."""
    return one.called or next(iter(one.name.split()), "")


def addressed(one: Person) -> str:
    """How a letter addresses them.

    What they asked to be called comes first, then title and family name, then the
    full name: without a title nobody's form of address is guessed.
    """
    if one.called:
        return one.called
    return f"{one.title} {family_name(one)}" if one.title else one.name


def _without_suffix(name: str) -> list[str]:
    words = name.split()
    while len(words) > 1 and words[-1].rstrip(".").casefold() in _SUFFIXES:
        del words[-1]
    return words


def _belongs_to_next(words: list[str], place: int) -> bool:
    """Whether a word is a part of the surname that goes on after it."""
    word, after = words[place], words[place + 1]
    if word in PARTICLES:
        return True
    if word in _CAPITALS:
        return place > 0 or after in _AFTER_CAPITALS
    if word in _AFTER_CAPITALS:
        return place > 0 and words[place - 1] in _CAPITALS
    return place > 0 and after in _AND
