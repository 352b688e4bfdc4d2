"""People's names as users write them, one person a line, and as a letter says them.

"Dr. Maria Chen, DDS, owner" is a title, a name, post-nominals and a job title;
"Jennifer Park (Jen)" says what she wants to be called, "(she/her)" her pronouns, "at
TalentCo" whom somebody works for. Names are kept as typed; those all in small letters
get their capitals. How a line is read stands in `name_line` and `name_parts`, what
words look like in `name_shapes`; everybody else asks here. The first two are loaded with
the first line that is read: the list of interviews is shown without them.
"""

from __future__ import annotations

from afterview_tui.domain import name_shapes as shapes
from afterview_tui.domain.email_address import email_address
from afterview_tui.domain.name_words import PARTICLES
from afterview_tui.domain.records import Person
from afterview_tui.domain.text import clean_line, lines

TITLES = shapes.TITLES
_BEFORE_THE_GIVEN_NAME = ("sir", "dame")  # Sir Ian Grey is Sir Ian
GAP = "[name]"  # in the greeting of somebody whose name is not known

__all__ = [
    "GAP",
    "PARTICLES",
    "TITLES",
    "addressed",
    "as_line",
    "email_address",
    "family_name",
    "is_description",
    "is_doubtful_job",
    "noted",
    "people",
    "person",
    "surname",
]


def person(line: str) -> Person:
    """Read one line; of a line that names several people, the first. Nobody is `Person()`."""
    from afterview_tui.domain.name_line import people_in

    return next(iter(people_in(clean_line(line))), Person())


def people(block: str) -> list[Person]:
    """Read a block of lines, one person a line; "Dr. Chang and Dr. Parks" on a line are two."""
    from afterview_tui.domain.name_line import people_in

    return [one for line in lines(block) for one in people_in(line)]


def as_line(one: Person, *, at: str = "") -> str:
    """Write a person as the line that `person` reads; whom they work for only when it is given."""
    called = f" ({_calling(one.called)})" if one.called else ""
    pronouns = f" ({one.pronouns})" if one.pronouns else ""
    head = ", ".join(filter(None, [f"{one.shown}{called}{pronouns}", one.post_nominals]))
    job = f"{', ' if _is_plain(one) else ' - '}{one.job_title}" if one.job_title else ""
    parts = [f"{head}{job}", one.phone, one.email, f"at {at}" if at else ""]
    return ", ".join(filter(None, parts))


def _is_plain(one: Person) -> bool:
    """Whether the job is read as that after a comma, where "Acme" could be her first name.

    "CPA" could be letters after the name, and "Food and Beverage" two more people.
    """
    from afterview_tui.domain.name_line import people_in
    from afterview_tui.domain.name_parts import is_inverted

    first = one.job_title.split(",")[0]
    if is_inverted(one.name, first) or shapes.is_letters(first):
        return False
    if " and " not in one.job_title and "&" not in one.job_title:
        return True
    return [each.job_title for each in people_in(f"{one.name}, {one.job_title}")] == [one.job_title]


def _calling(called: str) -> str:
    """What to call somebody, so that it is read as that."""
    return called if shapes.is_name(called) else f"called {called}"


def noted(known: str, typed: str) -> str:
    """The notes about somebody, with those lines of what was typed that are new."""
    new = [line for line in typed.splitlines() if line not in known.splitlines()]
    return "\n".join(filter(None, [known, *new]))


def surname(one: Person) -> str:
    """The last word of the name, without "Jr." and without "van der"."""
    words = shapes.without_generation(one.name)
    return words[-1] if words else ""


def family_name(one: Person) -> str:
    """What follows a title in a salutation: the surname, and the "van der" before it."""
    return shapes.family(one.name)


def is_description(one: Person) -> bool:
    """Whether it says who somebody was, not what they are called: "the receptionist".

    They stay on file as typed, and a letter to them has a gap for the name.
    """
    if one.called or not one.name:
        return False
    is_capital = all(word[0].isupper() for word in one.name.split())
    if one.title and is_capital and one.name.isascii() and one.name[0].isalpha():
        return shapes.is_title(one.name)  # "Ms. Boss" has that name
    return shapes.describes(one.name)


def is_doubtful_job(job: str) -> bool:
    """Whether what was read as a job looks like a name, of a person or of whom they work for."""
    return shapes.is_name(job) and not shapes.is_job(job)


def addressed(one: Person) -> str:
    """How a letter addresses them.

    What they asked to be called comes first, then title and family name, then the
    full name: without a title nobody's form of address is guessed. Where only a
    description is on file, it is a gap.
    """
    if one.called:
        return one.called
    if is_description(one):
        return GAP
    if one.title:
        given = one.name.split()[:1] if shapes.folded(one.title) in _BEFORE_THE_GIVEN_NAME else []
        return f"{one.title} {' '.join(given) or family_name(one)}"
    return " ".join(shapes.without_generation(one.name))
