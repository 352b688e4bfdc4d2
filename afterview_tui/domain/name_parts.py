"""One person of a line, read from the parts that the line was cut into.

The first part is the name; each other part goes where its looks say. What fits nowhere
is what they do, or, in brackets beside the name, a note.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from afterview_tui.domain import name_shapes as shapes
from afterview_tui.domain.email_address import email_address
from afterview_tui.domain.name_words import (
    BEFORE_NOUNS,
    BIRTH,
    LINKS,
    PARTICLES,
    PRONOUNS,
    REMARKS,
    SPOKEN_TO,
)
from afterview_tui.domain.records import Person
from afterview_tui.domain.text import fold

MOST_ASIDES = 4  # in brackets beside a name; with more of them it is something else
Part = tuple[str, str]  # what stands between it and the part before, and its text

QUOTED = r"\"[^\"]+\"|“[^“”]+”|„[^„“”]+[“”]|«[^«»]+»|(?<!\S)['‘][^'‘’,]+['’](?![^\s,;.)])"
BRACKETS = r"\((?!\d+\))[^()]*(?:\)|$)|\[[^\[\]]*(?:\]|$)"
ADDRESS = r"<?(?:mailto:)?[^\s<>()\[\],;\"“”]+@[^\s<>()\[\],;\"“”]+>?"
_ASIDE = re.compile(f"{BRACKETS}|{QUOTED}")
_MAILED = re.compile(ADDRESS, re.IGNORECASE)
_SAID = rf"(?:{'|'.join(sorted(PRONOUNS))})"
SAID_PRONOUNS = rf"\b{_SAID}(?:/{_SAID}){{1,3}}\b"
_PHONE = re.compile(r"^\+?[\d\s()./-]{6,}$")
_PHONE_AT_END = re.compile(r"\s(\+?\(?\d(?:[\d\s()./-]{5,})\d)$")
# Whom they work for, when that is not whom the interview was with.
AT = re.compile(r"^(?:at\s+(?!the\b)|@\s+)(?=\S)")
_CALLING = re.compile(
    r"^(?:please\s+)?(?:call(?:ed)?(?:\s+(?:me|her|him|them))?|(?:s?he\s+|they\s+)?go(?:es)?\s+by"
    r"|known\s+as|prefers(?:\s+to\s+be\s+called)?|likes\s+to\s+be\s+called|nick(?:name)?:?"
    r"|a\.?k\.?a\.?)\s+(.+)$",
    re.IGNORECASE,
)
_CALLING_WITHIN = re.compile(
    r"\s+(?=(?:goes\s+by|known\s+as|a\.?k\.?a\.?|call\s+(?:me|her|him|them))\s+\S)", re.IGNORECASE
)
_PRONOUNS = re.compile(
    rf"(?:{_SAID}(?:\s*[/,]\s*{_SAID}){{1,3}}|she|he|they"
    rf"|pronouns:?\s+{_SAID}(?:\s*[/,]\s*{_SAID}){{0,3}}|{_SAID}\s+pronouns)",
    re.IGNORECASE,
)
_PRONOUNS_AT_END = re.compile(rf"\s({SAID_PRONOUNS})$", re.IGNORECASE)


def is_inverted(name: str, given: str) -> bool:
    """Whether the surname stands first: "Hall, Peter", but not "Madison, receptionist"."""
    title, surname = shapes.title_and_name(name)
    own, given = shapes.title_and_name(given)
    words, first = surname.split(), given.split()
    if not words or (title and own) or not 0 < len(first) <= 2:
        return False
    is_one = len(words) == 1 or all(shapes.folded(one) in PARTICLES for one in words[:-1])
    if not is_one or not shapes.is_name(words[-1].title()) or shapes.describes(surname):
        return False
    is_given = shapes.is_name(given) and not shapes.is_job(given)
    is_suffix = shapes.is_generation(first[-1]) or _looks_like_letters(given)
    return is_given and not is_suffix


def _looks_like_letters(text: str) -> bool:
    """Whether capitals are letters after a name, and no initials before it: "Hall, P."."""
    return shapes.is_letters(text) and not re.fullmatch(r"[A-Z]\.?(?:\s[A-Z]\.?)?", text)


# Reading


@dataclass
class _Told:
    """What a line told of one person so far."""

    is_small: bool = False  # the name is all in small letters
    title: str = ""
    called: str = ""
    pronouns: str = ""
    letters: list[str] = field(default_factory=list)
    employer: str = ""
    job: str = ""
    job_goes_on: bool = False
    email: str = ""
    phone: str = ""
    notes: list[str] = field(default_factory=list)

    def put(self, between: str, text: str) -> None:
        """Put a part where its looks say."""
        goes_on, self.job_goes_on = self.job_goes_on, False
        if not says(text):
            return
        if self.put_reach(text) or self.put_calling(text):
            return
        if self.employer:
            self.employer += f"{_tidy(between)}{text}"
        elif AT.match(text):
            self.employer = AT.sub("", text)
        elif _tidy(between) == ", " and shapes.is_letters(text) and not self.job:
            self.letters.append(text)
        else:
            self.job += f"{_tidy(between) if goes_on else ', '}{text}" if self.job else text
            self.job_goes_on = True

    def put_reach(self, text: str) -> bool:
        """Whether it is an e-mail address or a phone number; a second one is a note."""
        if _MAILED.fullmatch(text):
            address = email_address(text)
            if self.email:
                self.notes.append(address)
            self.email = self.email or address
            return True
        if _PHONE.match(text):
            if self.phone:
                self.notes.append(text)
            self.phone = self.phone or text
            return True
        return False

    def put_calling(self, text: str) -> bool:
        """Whether it says by what title, name or pronouns to speak of them."""
        if _PRONOUNS.fullmatch(text) and not self.pronouns:
            self.pronouns = text
            return True
        if shapes.is_title(text) and not shapes.is_job(text) and not self.title:
            self.title = text
            return True
        match = _CALLING.match(text)
        if match is None or self.called:
            return False
        called = match[1].strip()
        is_sure = shapes.is_name(called) or text.casefold().startswith("called ")
        if is_sure or (self.is_small and " " not in called):
            self.called = called if is_sure else shapes.capitalised(called)
        return bool(self.called)

    def put_aside(self, text: str, name: str, *, is_quoted: bool = False) -> None:
        """Put what stood in brackets or quotes beside the name."""
        if not says(text) or self.put_reach(text) or self.put_calling(text):
            return
        pieces = [one.strip() for one in text.split(",")]
        is_list = any(_PRONOUNS.fullmatch(one) or _MAILED.fullmatch(one) for one in pieces)
        if len(pieces) > 1 and is_list:
            for one in pieces:
                self.put_aside(one, name)
        elif AT.match(text) and not self.employer:
            self.employer = AT.sub("", text)
        elif is_quoted and not self.called and shapes.is_name(text):
            self.called = text
        elif shapes.are_known_letters(text):
            self.letters.append(text)
        elif _is_born(text):
            self.notes.append(text)
        elif shapes.is_job(text) and text.split()[0] not in LINKS - {"the"}:
            self.job += f", {text}" if self.job else text
        elif not self.called and _is_to_call(text, name):
            self.called = text if text != text.lower() else shapes.capitalised(text)
        else:
            self.notes.append(text)


def read(group: list[Part]) -> Person:
    """The person of whom these parts tell."""
    (_, name), *details = group
    told = _Told()
    name, details = _name_first(name, details)
    asides = [found[0] for found in _ASIDE.finditer(name)]
    if len(asides) > MOST_ASIDES:
        return Person(name=_joined_again(group))
    name = _tidied(_ASIDE.sub(" ", name))
    if _MAILED.fullmatch(name) and asides and shapes.is_name(_bare(asides[0])):
        name = f"{_bare(asides.pop(0))} {name}"
    for found in _MAILED.finditer(name):
        if name != found[0]:
            told.put_reach(found[0])
    name = _tidied(_MAILED.sub(" ", name)) or name
    name, *tail = _CALLING_WITHIN.split(name, maxsplit=1)
    told.is_small = name.islower()
    name = _with_end_taken(name, told)
    for aside in asides:
        told.put_aside(_bare(aside), name, is_quoted=aside[0] not in "([")
    for one in tail:
        told.put("", one)
    for between, text in details:
        for found in _MAILED.finditer(text):
            told.put_reach(found[0])
        told.put(between, _tidied(_MAILED.sub(" ", text)) if _MAILED.search(text) else text)
    return _person(name, told)


def _person(name: str, told: _Told) -> Person:
    letters = told.letters
    while letters and shapes.is_generation(letters[0]) and name:
        name = f"{name} {letters.pop(0)}"
    title = ""
    if not shapes.describes(name):
        name, tail = _without_tail(name)
        _put_tail(tail, told)
    if not shapes.describes(name):
        title, name = shapes.title_and_name(name)
        name, own = shapes.name_and_letters(name)
        letters = [own, *letters] if own else letters
    if not shapes.describes(name):
        job, name = _job_before(name)
        told.job = ", ".join(filter(None, [job, told.job]))
        name = shapes.capitalised(name)
    if title and told.title:
        told.notes.append(told.title)
    found = Person(
        name=name,
        title=title or shapes.title_and_name(f"{told.title} x")[0] or told.title,
        called=told.called,
        pronouns=told.pronouns,
        post_nominals=", ".join(letters),
        employer=told.employer,
        job_title=told.job,
        email=told.email,
        phone=told.phone,
        notes="\n".join(told.notes),
    )
    return found if says(name) else _somebody(found)


def _somebody(found: Person) -> Person:
    """A person of whom a line tells something, but no name: what it tells stands there."""
    for told in (
        *("called", "job_title", "employer", "notes", "post_nominals", "email", "phone"),
        *("title", "pronouns"),
    ):
        if says(text := getattr(found, told)):
            first, *others = text.splitlines()
            return replace(found, **{told: "\n".join(others), "name": first})
    return found


def _name_first(name: str, details: list[Part]) -> tuple[str, list[Part]]:
    """The name, where the surname or the job stands before it: "Hall, Peter", "HR: Jo Park"."""
    if not details:
        return name, details
    (between, text), *others = details
    bare, first = without_asides(text), without_asides(name)
    if _tidy(between) == ", " and is_inverted(first, bare):
        title, given = shapes.title_and_name(text)
        return f"{title} {given} {name}".strip(), others
    if _MAILED.fullmatch(name) and shapes.is_name(bare):
        return text, [(", ", name), *others]
    is_name = shapes.is_titled(bare) or (shapes.is_name(bare) and not shapes.is_letters(bare))
    if shapes.describes(first) and shapes.is_job(first) and is_name and not shapes.is_job(bare):
        return text, [(", ", name), *others]
    return name, details


def _with_end_taken(name: str, told: _Told) -> str:
    """The name without a phone number or pronouns that stand behind it."""
    for pattern in (_PHONE_AT_END, _PRONOUNS_AT_END):
        if found := pattern.search(name):
            told.put("", found[1])
            name = name[: found.start()]
    return name


def _without_tail(name: str) -> tuple[str, str]:
    """A name and what follows it in small letters: "Tim Cole" and "from the front desk"."""
    words = name.split()
    for place in range(1, len(words)):
        word = words[place]
        is_link = word in LINKS or word in ("@", "the", "a", "an") or word in BIRTH
        if is_link or (word[0].islower() and not words[0][0].islower() and _is_job_word(word)):
            return " ".join(words[:place]), " ".join(words[place:])
    return name, ""


def _is_job_word(word: str) -> bool:
    return shapes.is_noun(word) or word in BEFORE_NOUNS


def _put_tail(tail: str, told: _Told) -> None:
    if not tail:
        return
    if AT.match(tail) and not AT.sub("", tail)[0].islower():
        told.employer = ", ".join(filter(None, [AT.sub("", tail), told.employer]))
    elif tail.split()[0] not in LINKS - {"the"} and shapes.is_job(tail):
        told.job = ", ".join(filter(None, [tail, told.job]))
    else:
        told.notes.insert(0, tail)


def _job_before(name: str) -> tuple[str, str]:
    """The job that stands before a name without a comma: "Receptionist Maria"."""
    words = name.split()
    place = 1 if words and shapes.folded(words[0]) in ("the", "our", "a") else 0
    while place < len(words) and _is_job_word(words[place].lower()):
        place += 1
    job, rest = words[:place], " ".join(words[place:])
    is_spoken_to = place == 1 and words[0] in SPOKEN_TO  # "Dear Nurse Joy"
    if any(map(shapes.is_noun, job)) and shapes.is_name(rest) and not is_spoken_to:
        return " ".join(job), rest
    return "", name


def _is_to_call(text: str, name: str) -> bool:
    """Whether what stands in brackets is a name: with capitals, or short for the first name."""
    if shapes.folded(text) in REMARKS:
        return False
    if shapes.is_name(text) and len(text.split()) <= 3:
        return True
    return text.islower() and len(text) > 1 and name.casefold().startswith(text[:2])


def _joined_again(group: list[Part]) -> str:
    """The parts as they were written."""
    return "".join(
        f"{between if place else ''}{text}" for place, (between, text) in enumerate(group)
    )


def _bare(aside: str) -> str:
    """What stands within brackets or quotes."""
    return aside.strip("()[]\"“”„«»'‘’ ")


def _is_born(text: str) -> bool:
    return shapes.folded(text.split()[0]) in BIRTH


def says(text: str) -> bool:
    """Whether there is more in a text than punctuation; "?" is somebody unknown."""
    return re.search(r"[\w?]", fold(text)) is not None


def without_asides(text: str) -> str:
    """A part without what stands in brackets or quotes, and without addresses."""
    return _tidied(_MAILED.sub(" ", _ASIDE.sub(" ", text)))


def _tidied(text: str) -> str:
    """Single spaces, and nothing of the punctuation at the ends; "Jr." keeps its full stop."""
    text = " ".join(text.split()).strip(' \t,;:/|&+<>"“”')
    return text if re.search(r"\w\.$", text) else text.rstrip(" .-–—")


def _tidy(between: str) -> str:
    """What stood between two parts, as it is written again; commas that stood twice once."""
    return ", " if between and not between.strip(" ,") else between
