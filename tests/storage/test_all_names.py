"""The names and words on file, as the checks of a letter read them."""

from __future__ import annotations

import itertools
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest

from afterview_tui.domain.letter import Letter, LetterForm
from afterview_tui.domain.recipients import Recipient, thanked
from afterview_tui.domain.records import Facts, Interview, Person
from afterview_tui.letters.checking.all_findings import Check, Finding, findings
from afterview_tui.letters.drafting.compose import compose
from afterview_tui.sample import fill as sample
from afterview_tui.storage.interviews import Entry
from afterview_tui.storage.store import Store
from tests.storage.conftest import AMY, JO, MARIA, Clock, FilledFile, Opener

TEXT = "Dear Dr. Chen,\n\nThank you. {}\n\nKind regards,\nSam"


def look(store: Store, interview_id: int, words: str) -> list[Finding]:
    facts = store.interviews.facts(interview_id)
    assert facts is not None
    store.naming.forget()
    return list(
        findings(
            TEXT.format(words),
            facts=facts,
            to=thanked(facts.met[0]),
            form=LetterForm.CARD,
            names=store.naming.names(),
            words=[one.word for one in store.words.all()],
        )
    )


def seen(store: Store, interview_id: int, words: str) -> list[str]:
    return [one.words for one in look(store, interview_id, words) if one.check is not Check.LENGTH]


def test_names_of_every_other_interview_are_read(filled: FilledFile) -> None:
    assert seen(filled.store, 1, "Oak Vision and Hill School were kind.") == [
        "Oak Vision",
        "Hill School",
    ]
    assert seen(filled.store, 1, "Zoë Hart and Ines Roy were kind.") == ["Zoë Hart", "Ines Roy"]
    assert seen(filled.store, 1, "I would like the aide position.") == ["aide"]
    assert seen(filled.store, 1, "Jo Park, Amy Ortiz and Tom Reed were kind.") == []


def test_names_are_learned_anew_in_any_thread_and_only_where_they_are_others(
    filled: FilledFile,
) -> None:
    naming = filled.store.naming
    before = naming.names()
    naming.forget()
    assert naming.names() is before
    filled.store.interviews.bin(filled.facts(filled.offer_id).interview)
    assert naming.names() is before, "until somebody says that the file may be another"
    naming.forget()
    with ThreadPoolExecutor(1) as pool:
        now = pool.submit(naming.names).result()
    assert now is not before
    assert naming.known is now


def test_what_is_in_the_bin_is_no_name(filled: FilledFile) -> None:
    oak = filled.facts(filled.offer_id)
    filled.store.interviews.bin(oak.interview)
    words = "Oak Vision, Zoë Hart, and the aide position were fine."
    assert seen(filled.store, 1, words) == []
    filled.store.file.undo()
    assert seen(filled.store, 1, words) == ["Oak Vision", "Zoë Hart", "aide"]
    filled.store.interviews.edit(Entry(oak.interview, [], [AMY]))
    assert seen(filled.store, 1, words) == ["Oak Vision", "Zoë Hart", "aide"], "their employer is"


def test_another_round_belongs_to_the_same_employer(filled: FilledFile) -> None:
    before = filled.facts(1)
    later = Entry(before.interview, [MARIA, Person(name="Ada Quist")], [])
    number = filled.store.interviews.add_round(before, later)
    assert seen(filled.store, 1, "Ada Quist was kind.") == []
    assert seen(filled.store, number, "Jo Park was kind, and so was Lakeside Dental.") == []
    assert seen(filled.store, number, "Oak Vision was kind.") == ["Oak Vision"]


def test_an_empty_file_has_no_names(store: Store) -> None:
    first = Interview(employer="Lakeside Dental", held_on=date(2026, 11, 20))
    number = store.interviews.add(Entry(first, [MARIA, JO], []))
    assert seen(store, number, "Oak Vision was kind.") == []


def test_a_word_of_the_users_is_known(filled: FilledFile) -> None:
    store = filled.store
    assert seen(store, 1, "The periotron hummed.") == ["periotron"]
    store.words.add(" Periotron\n")
    assert [one.word for one in store.words.all()] == ["Periotron"]
    assert seen(store, 1, "The periotron hummed.") == []
    store.words.add("periotrón")
    store.words.add("  ")
    store.words.add("Zoë")
    store.words.add("acetab")
    assert [one.word for one in store.words.all()] == ["acetab", "Periotron", "Zoë"]


def test_each_word_is_a_change_that_can_be_undone(filled: FilledFile) -> None:
    store = filled.store
    store.words.add("Zoë")
    assert store.file.undo().sentence == "added “Zoë” to your words"
    assert store.words.all() == []


def test_another_window_sees_the_words(filled: FilledFile, opened: Opener) -> None:
    filled.store.words.add("Zoë")
    assert [one.word for one in opened().words.all()] == ["Zoë"]


@pytest.fixture
def sampled(opened: Opener, tmp_path: Path, clock: Clock) -> Store:
    store = opened(tmp_path / "sample.db")
    sample.fill(store, clock.today)
    return store


def written(store: Store, clock: Clock) -> list[tuple[Facts, Recipient, Letter]]:
    """Every letter of the sample that a person might have written."""
    return [
        (facts, to, letter)
        for facts in store.interviews.open_ones(clock.today)
        for to in map(thanked, facts.met)
        if (letter := to.letter(facts)) is not None
    ]


def test_the_letters_of_the_sample_have_nothing_to_look_at(sampled: Store, clock: Clock) -> None:
    names = sampled.naming.names()
    told: list[Finding] = []
    every = written(sampled, clock)
    assert len(every) >= 8
    for facts, to, letter in every:
        others = [(t.person.shown, x.text) for f, t, x in every if f == facts and t != to]
        told += findings(
            letter.text,
            facts=facts,
            to=to,
            form=letter.form,
            names=names,
            others=others,
            subject=letter.subject,
        )
    assert [one for one in told if one.check not in (Check.GAP, Check.LENGTH)] == []


def test_a_draft_is_found_to_have_gaps_at_most(sampled: Store, clock: Clock) -> None:
    names = sampled.naming.names()
    told: list[Finding] = []
    for facts in sampled.interviews.open_ones(clock.today):
        for form, met in itertools.product(LetterForm, facts.met):
            others = [
                (one.person.shown, compose(facts, thanked(one), clock.today, form).text)
                for one in facts.met
                if one != met
            ]
            draft = compose(facts, thanked(met), clock.today, form)
            told += findings(
                draft.text,
                facts=facts,
                to=thanked(met),
                form=form,
                names=names,
                others=others,
                subject=draft.subject,
            )
    assert {one.check for one in told} <= {Check.GAP, Check.LENGTH}


def test_a_letter_that_was_copied_to_another_interview_never_goes_unseen(
    sampled: Store, clock: Clock
) -> None:
    names, tried = sampled.naming.names(), 0
    for (facts, to, _), (other, _, letter) in itertools.permutations(written(sampled, clock), 2):
        if facts.interview.employer == other.interview.employer:
            continue
        every = findings(letter.text, facts=facts, to=to, form=letter.form, names=names)
        checks = {one.check for one in every}
        assert {Check.OTHER_EMPLOYER, Check.RECIPIENT} <= checks, letter.text
        tried += 1
    assert tried > 40
