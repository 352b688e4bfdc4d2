"""Whom a typed line stands for: somebody in the list before, somebody on file, somebody new.

It is decided once, for all lines of a list together, before anything is written. As
many people come of it as lines were typed. A changed line is the same person under
another name; where it may as well be somebody else, that is left to be asked.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from afterview_tui.domain import names
from afterview_tui.domain.records import Person, Vouching
from afterview_tui.domain.text import fold

NEAR = 0.7  # how alike two words are when one is the other mistyped: "Jo" and "Joe" are 0.8
_SHORTEST = 2  # letters of a first name that stand for the whole of it

# Of somebody in the list before and a name as typed now: whether they are one.
Answers = Mapping[tuple[int, str], bool]
# What a line says of somebody by leaving it out, too; and what only counts when it is said.
_IN_A_LINE = ("name", "title", "post_nominals", "called", "pronouns", "job_title")
_IF_SAID = ("employer", "phone", "email")
_Fit = Callable[[Person, Person], float | None]


@dataclass(frozen=True, slots=True)
class TypedLine:
    """A line as typed, and whom it stands for: nobody yet on file when both are None.

    `is_listed`: in the list before, so that the line changes what is on file of them.
    `perhaps` was in the list before and may have been renamed: to be asked.
    """

    typed: Person
    stands_for: Person | None = None
    is_listed: bool = False
    perhaps: Person | None = None

    @property
    def is_renamed(self) -> bool:
        """Whether somebody of the list before has another name now."""
        before = self.stands_for
        return self.is_listed and before is not None and fold(before.name) != fold(self.typed.name)

    def changes_of(self, now: Person) -> dict[str, str]:
        """The fields of somebody of the list before that the line says otherwise than before.

        `now` is how they are on file by now. A line changes how to reach them and never
        takes it away; a note is added to the others.
        """
        if self.stands_for is None:
            return {}
        before = _as_read(self.stands_for)
        said = {name: getattr(self.typed, name) for name in (*_IN_A_LINE, *_IF_SAID)}
        changes = {
            name: new
            for name, new in said.items()
            if new != getattr(before, name) and (new or name in _IN_A_LINE)
        }
        if (notes := names.noted(now.notes, self.typed.notes)) != now.notes:
            changes["notes"] = notes
        return changes

    @property
    def was_job_title(self) -> str:
        """What the line said of their work before; nothing when they were not in the list."""
        return self.stands_for.job_title if self.stands_for is not None and self.is_listed else ""

    @property
    def question(self) -> tuple[int, str]:
        """What an answer about this line is kept under."""
        return (self.perhaps.id if self.perhaps is not None else 0, fold(self.typed.shown))


@dataclass(frozen=True, slots=True)
class Recognised:
    """A list of people as typed, and those of the list before who are not in it any more."""

    lines: tuple[TypedLine, ...]
    gone: tuple[Person, ...] = ()

    @property
    def asked(self) -> TypedLine | None:
        """The first line of which it is to be asked whether it is a new name for somebody."""
        return next((one for one in self.lines if one.perhaps is not None), None)


def as_named(one: Vouching) -> Person:
    """A reference as a line has them: in the place of their work, how the user knows them."""
    return replace(one.person, job_title=one.reference.relation)


def without_relation(line: TypedLine) -> TypedLine:
    """The line of a reference as it speaks of the person alone."""
    before = line.stands_for
    return replace(
        line,
        typed=replace(line.typed, job_title=""),
        stands_for=replace(before, job_title="") if before is not None else None,
    )


def recognise(
    typed: Sequence[Person],
    listed: Sequence[Person],
    on_file: Iterable[Person],
    employer: str = "",
    answers: Answers | None = None,
    vouching: Collection[int] = (),
    *,
    may_ask: bool = True,
) -> Recognised:
    """Whom each line stands for; where that cannot be asked, another name is another person.

    `listed` are those of the list before, `on_file` everybody. `employer` is whom the
    interview was with; without one, the lines are references. `vouching` are the ids of
    references on file.
    """
    listing = _Listing(typed, listed, on_file, employer, answers or {}, vouching, may_ask)
    return listing.recognised()


class _Listing:
    """The lines of one list while it is found out whom they stand for."""

    def __init__(
        self,
        typed: Sequence[Person],
        listed: Sequence[Person],
        on_file: Iterable[Person],
        employer: str,
        answers: Answers,
        vouching: Collection[int],
        may_ask: bool,
    ) -> None:
        self._typed = typed
        self._listed = list(dict.fromkeys(listed))
        here = {one.id for one in self._listed}
        # One look at everybody, who may be thousands: it is done again with each key.
        called = {fold(one.name) for one in typed}
        self._others = [
            one
            for one in on_file
            if not called.isdisjoint((fold(one.name), fold(one.shown))) and one.id not in here
        ]
        self._employer = employer
        self._answers = answers
        self._vouching = vouching
        self._may_ask = may_ask
        self._found: dict[int, Person] = {}
        self._perhaps: dict[int, Person] = {}

    def recognised(self) -> Recognised:
        """First whoever is there as before, then who was renamed, then who is on file."""
        for fit in (_as_it_stood, _of_one_name):
            self._found |= self._pairs(fit)
        for number, before in self._pairs(_corrected).items():
            self._rename(number, before, is_sure=self._on_file(number) is None)
        for number, before in self._in_the_same_place():
            if self._on_file(number) is None:
                self._rename(number, before, is_sure=False)
        for number in self._open_lines():
            if number not in self._perhaps and (one := self._on_file(number)) is not None:
                self._found[number] = one
        here = {one.id for one in self._listed}
        lines = []
        for number, one in enumerate(self._typed):
            who = self._found.get(number)
            is_listed = who is not None and who.id in here
            lines.append(TypedLine(one, who, is_listed, self._perhaps.get(number)))
        return Recognised(tuple(lines), tuple(self._missing()))

    def _rename(self, number: int, before: Person, *, is_sure: bool) -> None:
        """Take a line as a new name for somebody, ask whether it is, or heed the answer."""
        asked = TypedLine(self._typed[number], perhaps=before)
        is_one = self._answers.get(asked.question)
        if is_one or (is_one is None and is_sure):
            self._found[number] = before
        elif is_one is None and self._may_ask:
            self._perhaps[number] = before

    def _on_file(self, number: int) -> Person | None:
        taken = {one.id for one in self._found.values()}
        others = [one for one in self._others if one.id not in taken]
        return same(self._typed[number], others, self._employer, self._vouching)

    def _open_lines(self) -> list[int]:
        return [number for number in range(len(self._typed)) if number not in self._found]

    def _missing(self) -> list[Person]:
        """Those of the list before that no line stands for, or may stand for, so far."""
        there = {one.id for one in (*self._found.values(), *self._perhaps.values())}
        return [one for one in self._listed if one.id not in there]

    def _pairs(self, fit: _Fit) -> dict[int, Person]:
        """The lines that fit somebody of the list before, each one once, the best fit first."""
        missing = {one.id for one in self._missing()}
        fits = [
            (-how_well, abs(place - number), number, place, before)
            for number in self._open_lines()
            for place, before in enumerate(self._listed)
            if before.id in missing and (how_well := fit(self._typed[number], before)) is not None
        ]
        pairs: dict[int, Person] = {}
        taken: set[int] = set()
        for *_, number, _, before in sorted(fits, key=lambda each: each[:4]):
            if number not in pairs and before.id not in taken:
                pairs[number] = before
                taken.add(before.id)
        return pairs

    def _in_the_same_place(self) -> list[tuple[int, Person]]:
        """Lines that nobody is known by, each with who stood where they stand now."""
        lines = [number for number in self._open_lines() if number not in self._perhaps]
        missing = self._missing()
        if len(lines) == len(missing) == 1:
            return [(lines[0], missing[0])]
        gone = {one.id for one in missing}
        now: dict[int, list[int]] = {}
        for number in lines:
            above = sum(other in self._found for other in range(number))
            now.setdefault(above, []).append(number)
        before: dict[int, list[Person]] = {}
        above = 0
        for one in self._listed:
            if one.id in gone:
                before.setdefault(above, []).append(one)
            else:
                above += 1
        return [
            pair
            for place, numbers in now.items()
            for pair in zip(numbers, before.get(place, ()), strict=False)
        ]


def same(
    typed: Person, on_file: Iterable[Person], employer: str = "", vouching: Collection[int] = ()
) -> Person | None:
    """Who on file a line stands for that was typed at an interview with this employer.

    The whole name decides, case and accents aside, and the title, e-mail and employer
    where they are given: a Dr. Patel is no Mrs. Patel, and a person of one name at two
    employers is two people. Who fits best is taken, of equals the newest on file. Of
    several that a reference may be, only one who vouches already is taken.
    """
    at = fold(typed.employer or employer)
    fits = [
        one
        for one in on_file
        if is_called(one, typed.name)
        and not is_contradicted(typed, one)
        and not (at and one.employer and fold(one.employer) != at)
    ]
    if not at and len(fits) > 1 and not typed.email:
        fits = [one for one in fits if one.id in vouching]
    return max(fits, key=lambda one: (_agreement(typed, one), one.id), default=None)


def is_called(person: Person, name: str) -> bool:
    """Whether this is the person's name, with or without the title; case and accents aside."""
    return bool(name) and fold(name) in (fold(person.name), fold(person.shown))


def is_contradicted(one: Person, other: Person) -> bool:
    """Whether title or e-mail say that two are not one person; what is not given says nothing."""
    return any(
        mine and theirs and mine != theirs
        for mine, theirs in (
            (_title(one), _title(other)),
            (fold(one.email), fold(other.email)),
        )
    )


def namesakes(typed: Person, on_file: Iterable[Person]) -> list[Person]:
    """Everybody on file who has this name."""
    return [one for one in on_file if is_called(one, typed.name)]


def _title(one: Person) -> str:
    return fold(one.title).rstrip(".")


def _agreement(one: Person, other: Person) -> int:
    """How many details of two are given, and the same."""
    details = ("title", "email", "phone", "job_title", "post_nominals", "called")
    return sum(
        bool(mine) and fold(mine) == fold(getattr(other, name))
        for name in details
        if (mine := getattr(one, name))
    )


def _as_it_stood(typed: Person, before: Person) -> float | None:
    return 0.0 if replace(typed, id=0) == _as_read(before) else None


def _as_read(before: Person) -> Person:
    """Somebody as their own line is read: a name of an old file may be read otherwise."""
    return names.person(names.as_line(before))


def _of_one_name(typed: Person, before: Person) -> float | None:
    """By one word alone, a Mrs. Patel is not the Dr. Patel who stood there."""
    if fold(typed.name) != fold(before.name):
        return None
    if " " not in typed.name and is_contradicted(typed, replace(before, email="")):
        return None
    return float(_agreement(typed, before))


def _corrected(typed: Person, before: Person) -> float | None:
    """Whether a name was put right: a word mistyped, a word added or left out."""
    if is_contradicted(typed, replace(before, email="")):
        return None
    now, then = fold(typed.name).split(), fold(before.name).split()
    if len(now) == len(then):
        others = [pair for pair in zip(now, then, strict=True) if pair[0] != pair[1]]
        is_slip = len(others) == 1 and _is_near(*others[0])
    else:
        is_slip = set(now) <= set(then) or set(then) <= set(now)
    return SequenceMatcher(None, fold(typed.name), fold(before.name)).ratio() if is_slip else None


def _is_near(one: str, other: str) -> bool:
    """Whether a word is another one mistyped, cut short ("Jen") or its initial ("J.")."""
    short, long = sorted((one, other), key=len)
    if short.endswith(".") or len(short) >= _SHORTEST:
        stem = short.rstrip(".")
        if stem and long.startswith(stem):
            return True
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= NEAR
