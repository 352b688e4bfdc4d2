"""The address book on file: who is read, who may be deleted, and two that become one."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from afterview_tui.domain import names
from afterview_tui.domain.errors import AfterviewError, NotSaved
from afterview_tui.domain.letter import Letter, LetterForm, LetterKind, LetterState
from afterview_tui.domain.people import Known
from afterview_tui.domain.records import (
    Adjustment,
    Asked,
    Briefing,
    Interview,
    Meeting,
    Person,
    Reference,
    Result,
)
from afterview_tui.domain.task import Kind, State, Task
from afterview_tui.domain.tasks import tasks
from afterview_tui.storage.interviews import Entry
from afterview_tui.storage.merging import SamePerson
from afterview_tui.storage.people import StillNeeded
from afterview_tui.storage.store import Store
from tests.storage.conftest import AMY, MARIA, MONDAY, Clock, Dump, FilledFile
from tests.unit.build import as_shown

if TYPE_CHECKING:
    from tests.storage.conftest import Opener, Walk

FRIDAY = date(2026, 11, 20)
Dumper = Callable[[Path], Dump]


def known(store: Store, name: str) -> Known:
    """The one person of this name in the address book."""
    (one,) = (one for one in store.people.all() if one.person.name == name)
    return one


def meet(store: Store, employer: str, *people: Person, vouching: tuple[Person, ...] = ()) -> int:
    """Put an interview on file; its id is returned."""
    interview = Interview(employer=employer, held_on=FRIDAY)
    return store.interviews.add(Entry(interview, people, vouching))


def change(store: Store, record: Any, **fields: Any) -> None:
    """Change a record past the modules that would."""
    with store.file.change("changed") as one:
        one.update(type(record), record.id, **fields)


def meeting(store: Store, interview_id: int, name: str) -> Meeting:
    """The meeting with this person at an interview."""
    facts = store.interviews.facts(interview_id)
    assert facts is not None
    return next(met.meeting for met in facts.met if met.person.name == name)


def briefing(store: Store, interview_id: int, name: str) -> Briefing:
    """The briefing of this reference for an interview."""
    facts = store.interviews.facts(interview_id)
    assert facts is not None
    return next(v.briefing for v in facts.vouching if v.person.name == name)


def letters(store: Store, person: Person) -> list[Letter]:
    """The letters to a person that are not in the bin."""
    return store.file.all(Letter, "person_id = ? ORDER BY id", [person.id])


def line(store: Store, interview_id: int, key: str) -> Task:
    """The line with this key on the checklist of an interview."""
    facts = store.interviews.facts(interview_id)
    assert facts is not None
    return next(task for task in tasks(facts, MONDAY) if task.key == key)


class Two:
    """Jo Park and Jo Parker, met at the same two interviews and at one each."""

    def __init__(self, store: Store) -> None:
        self.store = store
        park = Person(name="Jo Park", employer="Lakeside")
        parker = Person(name="Jo Parker", employer="Lakeside")
        self.both = meet(store, "Lakeside", park, parker, vouching=(park, parker))
        self.parks = meet(store, "Oak", park, vouching=(park,))
        self.parkers = meet(store, "Hill", parker, vouching=(parker,))

    @property
    def keep(self) -> Person:
        """Jo Parker, who is kept."""
        return self._named("Jo Parker")

    @property
    def other(self) -> Person:
        """Jo Park, who goes."""
        return self._named("Jo Park")

    def merge(self) -> Known:
        """Merge the two; what the address book has of them then."""
        self.store.people.merge(self.keep, self.other)
        assert self.store.people.find(Person(name="Jo Park")) is None
        return known(self.store, "Jo Parker")

    def facts(self, interview_id: int) -> Any:
        return self.store.interviews.facts(interview_id)

    def write(self, interview_id: int, person: Person, text: str) -> None:
        self.store.letters.write(as_shown(self.facts(interview_id), person), person, text, "")

    def send(self, interview_id: int, person: Person, text: str) -> None:
        self.store.letters.mark_sent(
            self.facts(interview_id),
            as_shown(self.facts(interview_id), person, text),
            person,
            MONDAY,
        )

    def versions(self, interview_id: int, person: Person) -> list[str]:
        letter = Letter(interview_id=interview_id, person_id=person.id)
        return [one.text for one in self.store.texts.versions(letter, "text")]

    def _named(self, name: str) -> Person:
        found = self.store.people.find(Person(name=name))
        assert found is not None
        return found


@pytest.fixture
def two(store: Store) -> Two:
    return Two(store)


# Reading


def test_everybody_is_listed_by_surname_and_name(store: Store) -> None:
    meet(store, "Lakeside", MARIA, Person(name="Zoë Álvarez"), Person(name="Ann Chen"))
    store.people.add(Person(name="éric Bo"))
    assert [one.person.name for one in store.people.all()] == [
        "Zoë Álvarez",
        "éric Bo",
        "Ann Chen",
        "Maria Chen",
    ]


def test_a_person_comes_with_all_that_happened_newest_first(filled: FilledFile) -> None:
    store = filled.store
    again = Interview(employer="Ames", held_on=date(2026, 11, 21))
    store.interviews.add(Entry(again, [Person(name="Jo Park", employer="Lakeside Dental")]))
    jo = known(store, "Jo Park")
    assert [one.interview.employer for one in jo.encounters] == ["Ames", "Lakeside Dental"]
    assert [(one.is_letter_sent, one.sent_on) for one in jo.encounters] == [
        (False, None),
        (True, MONDAY),
    ]
    assert jo.reference is None
    assert jo.roles(MONDAY) == "met"
    assert jo.roles(date(2026, 11, 1)) == "to meet"
    assert jo.newest is not None
    assert jo.newest.employer == "Ames"

    amy = known(store, "Amy Ortiz")
    assert amy.reference is not None
    assert amy.reference.relation == "former manager"
    assert [one.interview.employer for one in amy.vouched] == ["Lakeside Dental", "Oak Vision"]
    assert amy.vouched[1].briefing.called_on == date(2026, 11, 19)
    assert amy.encounters == ()


def test_what_the_front_desk_said_is_theirs(filled: FilledFile) -> None:
    store = filled.store
    person_id = store.people.add(Person(name="Sam Lee", job_title="front desk"))
    try_id = store.checklist.follow_up(filled.facts(), Result.GATEKEEPER, MONDAY)
    with store.file.change("noted who") as one:
        one.update(
            type(filled.facts().follow_ups[0]), try_id, person_id=person_id, said="call later"
        )
    sam = known(store, "Sam Lee")
    assert sam.roles(MONDAY) == "front desk"
    assert [one.follow_up.said for one in sam.calls] == ["call later"]


def test_what_is_in_the_bin_is_left_out(filled: FilledFile) -> None:
    store = filled.store
    store.interviews.bin(filled.facts(filled.offer_id).interview)
    assert known(store, "Zoë Hart").encounters == ()
    amy = known(store, "Amy Ortiz")
    assert [one.interview.employer for one in amy.vouched] == ["Lakeside Dental"]
    gone = store.people.add(Person(name="Nobody Here"))
    store.people.bin(Person(id=gone, name="Nobody Here"))
    assert "Nobody Here" not in [one.person.name for one in store.people.all()]


def test_any_number_is_read_in_the_same_few_queries(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    read = store.file.read

    def counted(sql: str, *parameters: Any) -> list[Any]:
        asked.append(sql)
        return read(sql, *parameters)

    monkeypatch.setattr(store.file, "read", counted)
    store.people.all()
    few = len(asked)
    for number in range(30):
        meet(store, f"Employer {number}", Person(name=f"Person {number}"), vouching=(AMY,))
    asked.clear()
    assert len(store.people.all()) == 31
    assert len(asked) == few
    assert few <= 6


# Adding, changing, deleting


def test_somebody_on_file_is_not_entered_twice_and_nothing_new_is_lost(store: Store) -> None:
    first = store.people.add(Person(name="Sam Lee", phone="555-0101", notes="kind"))
    again = store.people.add(
        Person(name="sam lee", phone="555-0199", email="sam@oak.example", notes="asks back")
    )
    assert first == again
    assert store.people.get(first) == Person(
        id=first,
        name="Sam Lee",
        phone="555-0101",
        email="sam@oak.example",
        notes="kind\nasks back\nOther phone: 555-0199",
    )


def test_pronouns_and_a_remark_are_added_to_whom_is_met_again(store: Store) -> None:
    first = store.people.add(names.person("Sam Lee (kind)"))
    assert store.people.add(names.person("Sam Lee (she/her) (asks back)")) == first
    sam = Person(id=first, name="Sam Lee", pronouns="she/her", notes="kind\nasks back")
    assert store.people.get(first) == sam
    assert store.people.add(names.person("Sam Lee (they/them) (kind)")) == first
    said = "kind\nasks back\nOther pronouns: they/them"
    assert store.people.get(first) == replace(sam, notes=said)
    store.file.undo()
    assert store.people.get(first) == sam
    store.file.undo()
    assert store.people.get(first) == Person(id=first, name="Sam Lee", notes="kind")


def test_one_name_at_two_employers_is_two_people(store: Store) -> None:
    first = store.people.add(Person(name="Sam Lee", employer="Oak"))
    second = store.people.add(Person(name="Sam Lee", employer="Hill"))
    assert first != second


def test_a_change_leaves_what_another_window_changed(store: Store, opened: Opener) -> None:
    person_id = store.people.add(Person(name="Sam Lee"))
    before = store.people.get(person_id)
    assert before is not None
    opened().people.edit(replace(before, phone="555-0101"), before)
    store.people.edit(replace(before, name="Sam Leigh"), before)
    assert store.people.get(person_id) == Person(person_id, "Sam Leigh", phone="555-0101")


def test_a_person_that_is_gone_is_not_changed(store: Store) -> None:
    person = Person(store.people.add(Person(name="Sam Lee")), "Sam Lee")
    store.people.bin(person)
    with pytest.raises(NotSaved, match="no longer on file"):
        store.people.edit(replace(person, phone="555-0101"), person)


def test_somebody_nobody_met_can_be_deleted_and_brought_back(
    store: Store, path: Path, dump: Dumper
) -> None:
    person = Person(store.people.add(Person(name="Sam Lee")), "Sam Lee")
    before = dump(path)
    store.people.bin(person)
    assert store.people.all() == []
    assert store.file.undo().sentence == "deleted Sam Lee"
    assert dump(path) == before


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("Maria Chen", "was met at Lakeside Dental. Take them out of that interview first"),
        ("Amy Ortiz", "is one of your references"),
    ],
)
def test_whoever_is_still_spoken_of_is_not_deleted(
    filled: FilledFile, path: Path, dump: Dumper, name: str, says: str
) -> None:
    before = dump(path)
    with pytest.raises(StillNeeded, match=says) as refused:
        filled.store.people.bin(filled.person(name))
    assert "merge the two" in refused.value.message
    assert dump(path) == before


def test_an_interview_in_the_bin_still_needs_its_people(filled: FilledFile) -> None:
    filled.store.interviews.bin(filled.facts(filled.offer_id).interview)
    with pytest.raises(StillNeeded, match=r"Oak Vision \(in the bin\)"):
        filled.store.people.bin(filled.person("Zoë Hart"))


# Two become one


def test_every_interview_of_both_is_an_interview_of_the_one(two: Two) -> None:
    jo = two.merge()
    assert [one.interview.employer for one in jo.encounters] == ["Hill", "Oak", "Lakeside"]
    assert [one.interview.employer for one in jo.vouched] == ["Hill", "Oak", "Lakeside"]
    for interview_id in (two.both, two.parks, two.parkers):
        facts = two.facts(interview_id)
        assert [met.person.name for met in facts.met] == ["Jo Parker"]
        assert [v.person.name for v in facts.vouching] == ["Jo Parker"]


def test_two_meetings_at_one_interview_become_one_with_both_texts(two: Two) -> None:
    store = two.store
    for name, fields in (
        ("Jo Parker", {"talked_about": "the x-ray", "strength": "calm", "wants_letter": False}),
        ("Jo Park", {"talked_about": "the café", "strength": "calm"}),
    ):
        store.interviews.say_about(replace(meeting(store, two.both, name), **fields))
    one = meeting(store, two.both, "Jo Parker")
    jo = two.merge()
    assert jo.encounters[-1].meeting == replace(
        one,
        talked_about="the x-ray\nthe café",
        strength="calm",
        wants_letter=True,
    )


def test_a_letter_goes_over_with_its_earlier_texts(two: Two) -> None:
    two.write(two.parks, two.other, "Dear Jo")
    two.store.letters.mark_copied(as_shown(two.facts(two.parks), two.other, "Dear Jo"), two.other)
    two.write(two.parks, two.other, "Dear Jo,")
    jo = two.merge().person
    (letter,) = letters(two.store, jo)
    assert (letter.interview_id, letter.text, letter.state) == (
        two.parks,
        "Dear Jo,",
        LetterState.COPIED,
    )
    assert two.versions(two.parks, jo) == ["Dear Jo"]
    two.store.file.undo()
    assert two.versions(two.parks, two.other) == ["Dear Jo"]
    assert two.versions(two.parks, two.keep) == []


@pytest.mark.parametrize("sent", ["Jo Park", "Jo Parker", "both", "neither"])
def test_of_two_letters_the_one_further_along_stays(two: Two, sent: str) -> None:
    two.write(two.both, two.keep, "To Parker")
    two.write(two.both, two.other, "To Park")
    for person in (two.keep, two.other):
        if sent in (person.name, "both"):
            two.send(two.both, person, "")
    stays = "To Park" if sent == "Jo Park" else "To Parker"
    goes = "To Parker" if sent == "Jo Park" else "To Park"
    keep, other = two.keep, two.other
    two.merge()
    (letter,) = letters(two.store, keep)
    assert letter.text == stays
    assert (letter.state is LetterState.SENT) == (sent != "neither")
    assert letter.sent_on == (None if sent == "neither" else MONDAY)
    assert goes in two.versions(two.both, keep)
    assert letters(two.store, other) == []


def test_a_letter_that_was_written_stays_before_one_that_only_has_its_form(two: Two) -> None:
    begun = as_shown(two.facts(two.both), two.keep, "As drafted")
    two.store.letters.choose_form(begun, two.keep, LetterForm.CARD)
    two.write(two.both, two.other, "To Park")
    keep = two.keep
    two.merge()
    shown = two.facts(two.both).letter_to(keep.id)
    assert shown is not None
    assert (shown.text, shown.form) == ("To Park", LetterForm.EMAIL)
    assert {one.form for one in letters(two.store, keep)} == {LetterForm.EMAIL, LetterForm.CARD}
    two.store.file.undo()
    (letter,) = letters(two.store, keep)
    assert letter.follows_facts


def test_letters_of_two_kinds_both_stay(two: Two) -> None:
    two.write(two.both, two.keep, "Thanks")
    with two.store.file.change("wrote") as one:
        why = Letter(
            interview_id=two.both, person_id=two.other.id, kind=LetterKind.WHY_NOT, text="Why"
        )
        one.insert(why)
    jo = two.merge().person
    assert [(one.kind, one.text) for one in letters(two.store, jo)] == [
        (LetterKind.THANK_YOU, "Thanks"),
        (LetterKind.WHY_NOT, "Why"),
    ]


def test_a_letter_can_be_written_on_after_the_merge(two: Two) -> None:
    two.write(two.both, two.keep, "To Parker")
    two.write(two.both, two.other, "To Park")
    jo = two.merge().person
    two.store.letters.write(
        as_shown(two.facts(two.both), jo), jo, "To Parker, with love", "To Parker"
    )
    two.store.letters.write(as_shown(two.facts(two.parks), jo), jo, "And here", "")
    assert [one.text for one in letters(two.store, jo)] == ["To Parker, with love", "And here"]


@pytest.mark.parametrize(
    ("mine", "theirs", "stays"),
    [
        ((Asked.NOT_ASKED, None), (Asked.ASKED, FRIDAY), (Asked.ASKED, FRIDAY)),
        ((Asked.AGREED, FRIDAY), (Asked.ASKED, MONDAY), (Asked.AGREED, FRIDAY)),
        ((Asked.AGREED, FRIDAY), (Asked.DECLINED, MONDAY), (Asked.DECLINED, MONDAY)),
        ((Asked.AGREED, None), (Asked.ASKED, MONDAY), (Asked.AGREED, MONDAY)),
    ],
)
def test_a_reference_was_asked_as_far_as_either_was(
    two: Two, mine: Any, theirs: Any, stays: Any
) -> None:
    for name, (asked, on), relation in (
        ("Jo Parker", mine, "tutor"),
        ("Jo Park", theirs, "former manager"),
    ):
        reference = known(two.store, name).reference
        change(two.store, reference, asked=asked, asked_on=on, relation=relation)
    reference = two.merge().reference
    assert reference is not None
    assert (reference.asked, reference.asked_on) == stays
    assert reference.relation == "tutor"
    assert reference.notes == "Other relation: former manager"
    assert len(two.store.file.all(Reference, "1")) == 1


def test_a_reference_that_only_the_other_was_goes_over(store: Store) -> None:
    meet(store, "Lakeside", Person(name="Jo Parker"), vouching=(Person(name="Jo Park"),))
    keep, other = known(store, "Jo Parker"), known(store, "Jo Park")
    store.people.merge(keep.person, other.person)
    assert other.reference is not None
    jo = known(store, "Jo Parker")
    assert jo.reference == replace(other.reference, person_id=keep.person.id)
    assert jo.roles(MONDAY) == "met, reference"


def test_two_briefings_become_one_with_every_date_the_earlier_of_two(two: Two) -> None:
    change(
        two.store,
        briefing(two.store, two.both, "Jo Parker"),
        briefed_on=MONDAY,
        called_on=MONDAY,
        note="by phone",
    )
    change(
        two.store,
        briefing(two.store, two.both, "Jo Park"),
        briefed_on=FRIDAY,
        thanked_on=MONDAY,
        note="has the résumé",
    )
    stays = briefing(two.store, two.both, "Jo Parker")
    two.merge()
    assert briefing(two.store, two.both, "Jo Parker") == replace(
        stays,
        briefed_on=FRIDAY,
        called_on=MONDAY,
        thanked_on=MONDAY,
        note="by phone\nhas the résumé",
    )


def test_what_was_decided_about_a_line_that_moves_is_kept(two: Two) -> None:
    one = meeting(two.store, two.parks, "Jo Park")
    key = f"{Kind.LETTER}:{one.id}"
    task = line(two.store, two.parks, key)
    two.store.checklist.set_aside(two.facts(two.parks), task, MONDAY, "they asked me not to")
    two.merge()
    assert line(two.store, two.parks, key).note == "set aside: they asked me not to"


def test_what_was_decided_about_two_lines_holds_for_the_one_that_stays(two: Two) -> None:
    store, moved = two.store, date(2026, 12, 1)
    goes = line(store, two.both, f"letter:{meeting(store, two.both, 'Jo Park').id}")
    brief = line(store, two.both, f"brief:{briefing(store, two.both, 'Jo Park').id}")
    store.checklist.move(two.facts(two.both), goes, moved, MONDAY)
    store.checklist.move(two.facts(two.both), brief, moved, MONDAY)
    mine = line(store, two.both, f"brief:{briefing(store, two.both, 'Jo Parker').id}")
    store.checklist.move(two.facts(two.both), mine, MONDAY, MONDAY)
    two.merge()
    letter = f"letter:{meeting(store, two.both, 'Jo Parker').id}"
    assert line(store, two.both, letter).due == moved
    assert line(store, two.both, mine.key).due == MONDAY


def test_a_line_that_only_the_other_had_set_aside_stays_open(two: Two) -> None:
    store = two.store
    goes = line(store, two.both, f"letter:{meeting(store, two.both, 'Jo Park').id}")
    store.checklist.set_aside(two.facts(two.both), goes, MONDAY, "the same as Jo Parker")
    two.merge()
    letter = f"letter:{meeting(store, two.both, 'Jo Parker').id}"
    assert line(store, two.both, letter).state is State.OPEN


def test_follow_ups_go_over(two: Two) -> None:
    try_id = two.store.checklist.follow_up(two.facts(two.parks), Result.REACHED, MONDAY)
    (one,) = two.facts(two.parks).follow_ups
    change(two.store, one, person_id=two.other.id)
    assert [call.follow_up.id for call in two.merge().calls] == [try_id]


def test_empty_fields_are_filled_and_what_differs_is_kept_in_the_notes(store: Store) -> None:
    keep = Person(name="Jo Parker", phone="555-0101", employer="Oak", notes="likes tea")
    other = Person(
        name="Jo Park",
        title="Ms.",
        phone="555-0199",
        employer="oak",
        email="jo@oak.example",
        address="1 Elm\nAnytown",
        notes="back on Monday",
    )
    keep = replace(keep, id=store.people.add(keep))
    other = replace(other, id=store.people.add(other))
    store.people.merge(keep, other)
    assert store.people.get(keep.id) == replace(
        keep,
        title="Ms.",
        email="jo@oak.example",
        address="1 Elm\nAnytown",
        notes="likes tea\nback on Monday\nOther name: Jo Park\nOther phone: 555-0199",
    )


def test_a_merge_is_one_change_in_words_and_undo_takes_it_back_whole(
    two: Two, path: Path, dump: Dumper
) -> None:
    two.write(two.both, two.keep, "To Parker")
    two.send(two.both, two.other, "To Park")
    two.write(two.parks, two.other, "Hello")
    change(two.store, briefing(two.store, two.both, "Jo Park"), briefed_on=FRIDAY)
    before = dump(path)
    two.merge()
    after = dump(path)
    undone = two.store.file.undo()
    assert undone.sentence == "merged Jo Park into Jo Parker"
    assert dump(path) == before
    two.store.file.redo()
    assert dump(path) == after
    two.store.file.undo()
    assert dump(path) == before


def test_a_person_is_not_merged_into_themselves(
    filled: FilledFile, path: Path, dump: Dumper
) -> None:
    before = dump(path)
    jo = filled.person("Jo Park")
    with pytest.raises(SamePerson):
        filled.store.people.merge(jo, jo)
    assert dump(path) == before


def test_somebody_whom_another_window_removed_is_not_merged(two: Two, opened: Opener) -> None:
    keep, other = two.keep, two.other
    opened().people.merge(keep, other)
    with pytest.raises(NotSaved, match="no longer on file"):
        two.store.people.merge(keep, other)


def test_a_meeting_in_the_bin_comes_back_with_the_one_who_stays(two: Two, path: Path) -> None:
    facts = two.facts(two.parks)
    two.store.interviews.edit(Entry(facts.interview, [], [two.other]))
    two.merge()
    sql = "SELECT person_id FROM meeting WHERE interview_id = ? AND binned_at IS NOT NULL"
    assert two.store.file.read(sql, [two.parks]) == [(two.keep.id,)]


@pytest.mark.parametrize("seed", range(8))
def test_whatever_is_on_file_is_merged_and_taken_back(
    opened: Opener, path: Path, clock: Clock, walk: type[Walk], dump: Dumper, seed: int
) -> None:
    """In files made by chance nothing is lost in a merge, and undo is exact."""
    store, rng = opened(), random.Random(seed)
    steps = walk(store, clock, rng)
    for _ in range(40):
        steps.step()
    for _ in range(4):
        everybody = store.people.all()
        if len(everybody) < 2:
            break
        keep, other = rng.sample(everybody, 2)
        before, talks = dump(path), _said(store, keep, other)
        store.people.merge(keep.person, other.person)
        after = dump(path)
        (one,) = (k for k in store.people.all() if k.person.id == keep.person.id)
        now = _said(store, one)  # what another text holds already is not said twice
        assert [said for said in talks if not any(said in text for text in now)] == []
        assert {e.interview.id for e in one.encounters} == {
            e.interview.id for e in (*keep.encounters, *other.encounters)
        }
        assert len({e.interview.id for e in one.encounters}) == len(one.encounters)
        assert {v.interview.id for v in one.vouched} == {
            v.interview.id for v in (*keep.vouched, *other.vouched)
        }
        assert len({v.interview.id for v in one.vouched}) == len(one.vouched)
        assert store.file.read("PRAGMA foreign_key_check") == []
        store.file.undo()
        assert dump(path) == before
        store.file.redo()
        assert dump(path) == after


def _said(store: Store, *people: Known) -> set[str]:
    """Every piece of text about these people that is in view or an earlier version."""
    said: set[str] = set()
    for one in people:
        said |= set(one.person.notes.splitlines())
        for encounter in one.encounters:
            told = encounter.meeting
            said |= {*told.talked_about.splitlines(), *told.strength.splitlines()}
        for letter in letters(store, one.person):
            said.add(letter.text)
        sql = "SELECT text FROM text_version WHERE subject LIKE ?"
        about = f"letter:%:{one.person.id}:%"
        said |= {text for (text,) in store.file.read(sql, [about])}
    return said - {""}


def test_adjustments_are_never_two_for_one_line(two: Two) -> None:
    store = two.store
    for name in ("Jo Park", "Jo Parker"):
        task = line(store, two.both, f"letter:{meeting(store, two.both, name).id}")
        store.checklist.move(two.facts(two.both), task, MONDAY, MONDAY)
    two.merge()
    stays = f"letter:{meeting(store, two.both, 'Jo Parker').id}"
    assert len(store.file.all(Adjustment, "task = ?", [stays])) == 1


def test_errors_are_of_the_one_tree() -> None:
    assert issubclass(StillNeeded, AfterviewError)
    assert issubclass(SamePerson, AfterviewError)
