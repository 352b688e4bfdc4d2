"""Real files, a clock that stands still, and stores that are closed at the end."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta, timezone
from pathlib import Path
from typing import Any, NamedTuple, Protocol

import pytest

from afterview_tui.domain.found import Hit, Section
from afterview_tui.domain.letter import LetterForm, LetterKind, LetterState
from afterview_tui.domain.practice import Went
from afterview_tui.domain.recognising import Recognised, TypedLine, as_named
from afterview_tui.domain.records import (
    Briefing,
    Facts,
    Felt,
    Interview,
    Meeting,
    Outcome,
    Person,
    Question,
    Result,
    Step,
)
from afterview_tui.domain.stories import Kept
from afterview_tui.domain.story import Landed, Story
from afterview_tui.domain.tasks import tasks
from afterview_tui.storage.checklist import NeedsMore
from afterview_tui.storage.interviews import Entry
from afterview_tui.storage.rows import TABLES
from afterview_tui.storage.store import Store
from tests.memory import tmp_path as tmp_path
from tests.unit.build import as_shown

Dump = dict[str, list[tuple[Any, ...]]]

MONDAY = date(2026, 11, 23)
MARIA = Person(name="Maria Chen", title="Dr.", job_title="owner")
JO = Person(name="Jo Park")
AMY = Person(name="Amy Ortiz", job_title="former manager")
TOM = Person(name="Tom Reed", job_title="teacher")


class Clock:
    """Tells the same time until it is moved."""

    def __init__(self) -> None:
        self.at = datetime(2026, 11, 23, 9, tzinfo=timezone(timedelta(hours=-5)))

    def __call__(self) -> datetime:
        return self.at

    def forward(self, **by: float) -> None:
        self.at += timedelta(**by)

    @property
    def today(self) -> date:
        return self.at.date()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "afterview.db"


class Opener:
    """Opens stores, and closes every one of them in the end."""

    def __init__(self, path: Path, clock: Clock) -> None:
        self._path = path
        self._clock = clock
        self._opened: list[Store] = []

    def __call__(self, path: Path | None = None) -> Store:
        store = Store(path or self._path, self._clock)
        self._opened.append(store)
        return store

    def close_all(self) -> None:
        while self._opened:
            self._opened.pop().close()


@pytest.fixture
def opened(path: Path, clock: Clock) -> Iterator[Opener]:
    opener = Opener(path, clock)
    yield opener
    opener.close_all()


@pytest.fixture
def store(opened: Opener) -> Store:
    return opened()


def at_once(entry: Entry) -> Entry:
    """An interview that was entered on its day."""
    held_on = entry.interview.held_on
    entered = datetime.combine(held_on, time(18), UTC)
    return replace(entry, interview=replace(entry.interview, created_at=entered))


def furnish(store: Store) -> None:
    """Put three interviews on file in which every kind of line stands."""
    lakeside = Interview(
        employer="Lakeside Dental",
        role="Hygienist",
        held_on=date(2026, 11, 20),
        starts_at=time(14),
        zone="America/New_York",
        felt=Felt.WELL,
    )
    oak = Interview(employer="Oak Vision", role="Aide", held_on=date(2026, 11, 17))
    hill = Interview(employer="Hill School", held_on=date(2026, 11, 12), felt=Felt.NERVES)
    store.interviews.add(at_once(Entry(lakeside, [MARIA, JO], [AMY, TOM])))
    store.interviews.add(at_once(Entry(oak, [Person(name="Zoë Hart")], [AMY])))
    store.interviews.add(at_once(Entry(hill, [Person(name="Ines Roy")], [TOM])))
    filled = FilledFile(store, Clock())
    store.interviews.end(filled.facts(filled.offer_id).interview, Outcome.OFFER, MONDAY)
    store.interviews.end(filled.facts(filled.no_id).interview, Outcome.NO, MONDAY)
    with store.file.change("the references were called") as change:
        for number in (filled.offer_id, filled.no_id):
            briefing = filled.facts(number).vouching[0].briefing
            change.update(Briefing, briefing.id, called_on=date(2026, 11, 19))
    facts = filled.facts()
    store.letters.write(
        as_shown(facts, filled.person("Jo Park")), filled.person("Jo Park"), "Dear Jo,", ""
    )
    store.letters.mark_sent(
        facts,
        as_shown(facts, filled.person("Jo Park"), "Dear Jo,"),
        filled.person("Jo Park"),
        MONDAY,
    )
    store.journal.write(facts, "well", "They liked the portfolio", "")
    store.journal.ask("Why hygiene?", filled.open_id)
    story = store.stories.add(Story(name="The recall list", result="Nobody was forgotten"))
    store.stories.tell(Story(id=story, name="The recall list"), filled.open_id)
    store.stories.link(Story(id=story, name="The recall list"), filled.question)
    store.journal.ask("Why hygiene?", filled.offer_id)
    store.checklist.add(facts, Step.PREPARE, "Buy a notebook")
    store.checklist.follow_up(facts, Result.VOICEMAIL, MONDAY)
    store.templates.add(LetterKind.THANK_YOU, LetterForm.EMAIL, "Warm", "Hi {{ to }}")


class FilledFile:
    """An open file with three interviews: one undecided, one with an offer, one with a no."""

    open_id, offer_id, no_id = 1, 2, 3

    def __init__(self, store: Store, clock: Clock) -> None:
        self.store = store
        self.clock = clock

    def facts(self, interview_id: int = 0) -> Facts:
        found = self.store.interviews.facts(interview_id or self.open_id)
        assert found is not None
        return found

    def person(self, name: str) -> Person:
        found = self.store.people.find(Person(name=name))
        assert found is not None
        return found

    @property
    def question(self) -> Question:
        return self.facts().questions[0]

    @property
    def kept(self) -> Kept:
        return self.store.stories.all()[0]

    @property
    def meeting(self) -> Meeting:
        return self.facts().met[0].meeting


@pytest.fixture(scope="session")
def furnished(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A file with three interviews, made once."""
    path = tmp_path_factory.mktemp("furnished") / "afterview.db"
    with closing(Store(path, Clock())) as store:
        furnish(store)
    return path.read_bytes()


@pytest.fixture
def filled(opened: Opener, path: Path, clock: Clock, furnished: bytes) -> FilledFile:
    path.touch(0o600)
    path.write_bytes(furnished)
    return FilledFile(opened(), clock)


def _dump(path: Path) -> Dump:
    with closing(sqlite3.connect(path)) as connection:
        return {
            table: connection.execute(f"SELECT * FROM {table} ORDER BY id").fetchall()  # noqa: S608
            for table in TABLES.values()
        }


@pytest.fixture
def dump() -> Callable[[Path], Dump]:
    """Every row of every record on file, read past the program."""
    return _dump


def hits(store: Store, said: str, *sections: Section) -> list[Hit]:
    """What a search finds, of some sections or of all."""
    every = store.search.everything(said, sections or frozenset(Section), 100).sections
    return [hit for found in every for hit in found.hits]


def interviews_found(store: Store, said: str) -> set[int]:
    """The interviews that a search lists as such."""
    return {hit.id for hit in hits(store, said, Section.INTERVIEWS)}


class Noted(NamedTuple):
    """A change that stands: what it did, and to which interview."""

    sentence: str
    interview_id: int | None


def noted_changes(store: Store) -> list[Noted]:
    """The changes that stand, newest first, read past the program."""
    with closing(sqlite3.connect(store.path)) as connection:
        found = connection.execute(
            "SELECT sentence, interview_id FROM change WHERE undone_at IS NULL ORDER BY id DESC"
        )
        return [Noted(*row) for row in found]


WORDS = (
    "café",
    "Zoë",
    "Sørby",
    "Łódź",
    "Müller’s",
    "Über",
    "dentist",
    "co-op",
    "naïve",
    "plan",
    "謝謝",
    "team",
    "listen",
)
EMPLOYERS = ("Lakeside", "Öak Vision", "Hill & Co", "Ames")
NAMES = ("Maria Chen", "Jo Park", "Dæhne Đorđe", "Zoë Hart", "Amy Ortiz", "Tom Reed")
PROMPTS = ("happened", "well", "improve", "differently", "cared", "unsaid", "why_not", "lessons")


class Ticking(Protocol):
    """A clock that can be moved."""

    @property
    def today(self) -> date: ...

    def forward(self, **by: float) -> None: ...


class Walk:
    """Does what a user might do next, whatever that is, for as long as it is asked."""

    def __init__(self, store: Store, clock: Ticking, rng: random.Random) -> None:
        self._store = store
        self._clock = clock
        self._rng = rng

    def step(self) -> None:
        """One thing, in any of the modules of storage. It may turn out to change nothing."""
        self._clock.forward(minutes=self._rng.choice((0, 1, 15)))
        every = self._store.interviews.open_ones(self._clock.today)
        moves = [
            self._change_interview,
            self._write,
            self._ask,
            self._check,
            self._check,
            self._tell,
        ]
        if len(every) < 2 or self._rng.random() < 0.1:
            self._store.interviews.add(self._entry(Interview(employer="x", held_on=MONDAY)))
        else:
            self._rng.choice(moves)(self._rng.choice(every))

    def _text(self) -> str:
        return " ".join(self._rng.choices(WORDS, k=self._rng.randint(0, 5)))

    def _day(self) -> date:
        return MONDAY + timedelta(days=self._rng.randint(-20, 20))

    def _entry(self, interview: Interview) -> Entry:
        changed = replace(
            interview,
            employer=self._rng.choice(EMPLOYERS),
            role=self._text(),
            held_on=self._day(),
            notes=self._text(),
        )
        met, vouch = (self._rng.sample(NAMES, self._rng.randint(0, 3)) for _ in range(2))
        people = [Person(name=name, notes=self._text()) for name in met]
        return Entry(changed, people, [Person(name=n, job_title=self._text()) for n in vouch])

    def _change_interview(self, facts: Facts) -> None:
        interviews, interview = self._store.interviews, facts.interview
        person = Person(name=self._rng.choice(NAMES))
        match self._rng.randrange(8):
            case 0:
                interviews.edit(self._entry(interview))
            case 6:
                there = self._changed([one.person for one in facts.met])
                named = self._changed([as_named(one) for one in facts.vouching])
                interviews.edit(Entry(interview, there, named))
            case 7:
                later = replace(interview, id=0, held_on=self._day())
                there = self._changed([one.person for one in facts.met])
                interviews.add_round(facts, Entry(later, there, None))
            case 1:
                interviews.add_met(interview.id, person, interview.employer)
            case 2:
                interviews.add_reference(interview.id, person)
            case 3:
                for met in facts.met:
                    interviews.say_about(replace(met.meeting, talked_about=self._text()))
            case 4:
                interviews.end(interview, self._rng.choice(list(Outcome)), self._day())
            case _:
                interviews.bin(interview)

    def _changed(self, listed: list[Person]) -> Recognised:
        """A list of people as somebody changes it: renamed, taken out, moved, added, twice."""
        lines = [TypedLine(one, one, is_listed=True) for one in listed]
        self._rng.shuffle(lines)
        gone = [one.typed for one in lines[3:]]
        for number, line in enumerate(lines[:3]):
            if self._rng.random() < 0.4:
                name = self._rng.choice((*NAMES, "Joe Parker", "Mary Chen"))
                lines[number] = replace(line, typed=replace(line.typed, name=name))
        new = [Person(name=name) for name in self._rng.choices(NAMES, k=self._rng.randint(0, 2))]
        found = self._store.people.recognise(new, listed)
        taken = {one.id for one in listed}
        lines[3:] = [
            one for one in found.lines if one.stands_for is None or one.stands_for.id not in taken
        ]
        return Recognised(tuple(lines), tuple(gone))

    def _write(self, facts: Facts) -> None:
        self._store.journal.write(facts, self._rng.choice(PROMPTS), self._text(), "")
        for met in facts.met[:1]:
            match self._rng.randrange(4):
                case 0:
                    self._store.letters.write(
                        as_shown(facts, met.person), met.person, self._text(), ""
                    )
                case 1:
                    self._store.letters.mark_copied(
                        as_shown(facts, met.person, self._text()), met.person
                    )
                case 2:
                    shown = as_shown(facts, met.person, self._text())
                    if shown.state is not LetterState.SENT:
                        self._store.letters.mark_sent(facts, shown, met.person, self._day())
                case _:
                    if letter := facts.letter_to(met.person.id):
                        self._store.letters.reopen(facts, letter, met.person)

    def _ask(self, facts: Facts) -> None:
        journal = self._store.journal
        if not facts.questions or self._rng.random() < 0.4:
            journal.ask(self._text(), facts.interview.id)
            return
        question = self._rng.choice(facts.questions)
        match self._rng.randrange(6):
            case 0:
                journal.answer(question, self._text(), question.answer)
            case 1:
                changed = replace(question, text=self._text(), themes=self._text())
                journal.edit(changed, question)
            case 2:
                journal.bin(question)
            case 3:
                journal.take_off(question, facts.interview)
            case 4:
                journal.practised(question, self._rng.choice(list(Went)), self._day())
            case _:
                journal.feel_sure(facts, self._rng.randint(1, 5), self._day())

    def _tell(self, facts: Facts) -> None:
        stories, known = self._store.stories, self._store.stories.all()
        if not known or self._rng.random() < 0.2:
            stories.add(Story(name=self._text(), action=self._text()))
            return
        kept = self._rng.choice(known)
        match self._rng.randrange(6):
            case 0:
                stories.edit(replace(kept.story, result=self._text()), kept.story)
            case 1:
                stories.bin(kept.story)
            case 2:
                stories.tell(kept.story, facts.interview.id, self._rng.choice(list(Landed)))
            case 3:
                for told in kept.tellings[:1]:
                    stories.take_back(told.telling)
            case 4:
                for question in facts.questions[:1]:
                    stories.link(kept.story, question)
            case _:
                for answered in kept.answers[:1]:
                    stories.unlink(answered.answering)

    def _check(self, facts: Facts) -> None:
        checklist, today = self._store.checklist, self._clock.today
        task = self._rng.choice(tasks(facts, today))
        try:
            match self._rng.randrange(9):
                case 0:
                    checklist.mark_done(facts, task, self._day())
                case 1:
                    checklist.mark_open(facts, task)
                case 2:
                    checklist.set_aside(facts, task, self._day(), self._text())
                case 3:
                    checklist.move(facts, task, self._day(), today)
                case 4:
                    checklist.add(facts, self._rng.choice(list(Step)), self._text())
                case 5:
                    checklist.follow_up(facts, self._rng.choice(list(Result)), self._day())
                case 6:
                    self._store.resume.review(self._day(), self._text())
                case 7:
                    notes = self._store.resume.me().resume_notes
                    self._store.resume.write_notes(self._text(), notes)
                case _:
                    checklist.write_me(replace(facts.me, name=self._text()))
        except NeedsMore:
            pass  # a line that is settled by more than a tick


@pytest.fixture
def walk() -> type[Walk]:
    return Walk
