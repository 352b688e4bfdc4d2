"""Every kind of letter in every form, with any of its parts written: whole, tidy, no two alike."""

from __future__ import annotations

import itertools
import random
import re
from dataclasses import replace
from datetime import timedelta

import pytest

from afterview_tui.domain import names
from afterview_tui.domain.letter import Letter, LetterForm, LetterKind
from afterview_tui.domain.letter_kinds import about
from afterview_tui.domain.letter_parts import Part, gap
from afterview_tui.domain.letter_spans import packed, replaced, unpacked
from afterview_tui.domain.recipients import Recipient, everybody
from afterview_tui.domain.records import Facts, Felt, Form, Meeting, Met
from afterview_tui.letters.checking import gaps_and_length
from afterview_tui.letters.drafting import wordings
from afterview_tui.letters.drafting.compose import compose, names_for, other_wording, ours
from afterview_tui.letters.drafting.current_letter import shown
from afterview_tui.letters.drafting.facts_in_words import fact_words
from afterview_tui.letters.drafting.marked_pieces import Missing
from afterview_tui.letters.drafting.template import environment
from afterview_tui.letters.drafting.written_parts import going_out, places
from tests.unit.lettered import EVERY, TUESDAY, person, some, to, variants, whole

UNTIDY = re.compile(
    r"  | [,.;:!?]|,,|,\.|;\.|:\.|[?!]\.|\. \.|(?<!\.)\.\.(?!\.)|\n\n\n|[{}]| $|None|\bon on\b"
    r"|[\U0010fff0-\U0010ffff]"
)
ALIKE = 0.65
SENTENCE = re.compile(r"[^.!?\n]+[.!?]")


def letter(facts: Facts, one: Recipient, form: LetterForm) -> Letter:
    """A letter as it is drafted."""
    new = Letter(interview_id=facts.interview.id, person_id=one.person.id, kind=one.kind, form=form)
    draft = compose(facts, one, TUESDAY, form)
    return replace(new, text=draft.text, subject=draft.subject, parts=packed(draft.spans))


def written(one: Letter, said: dict[str, str]) -> Letter:
    """The letter with these parts typed over their gaps."""
    for place in reversed(places(one.text, unpacked(one.parts, one.text), one.kind)):
        if place.part is not None and place.name in said:
            words = said[place.name]
            spans = replaced(unpacked(one.parts, one.text), place.start, place.end, len(words))
            text = one.text[: place.start] + words + one.text[place.end :]
            one = replace(one, text=text, parts=packed(spans))
    return one


def typed(part: Part) -> str:
    """What somebody may have typed into a part; different for each."""
    return f"This is what I typed about {part.name.replace('_', ' ')}, with a verb in it."


def assert_tidy(text: str) -> None:
    assert not (found := UNTIDY.search(text)), (found, text)
    for paragraph in text.split("\n\n"):
        assert re.search(r"\w", paragraph)
        assert paragraph == paragraph.strip()


def assert_whole(text: str, facts: Facts, one: Recipient) -> None:
    """Salutation and sign-off are there, and each paragraph between has its end."""
    name = names.addressed(one.person) if one.person.name else "[their name]"
    assert re.search(rf"Dear (?:{re.escape(name)}|{re.escape(name.split()[0])}),\n\n", text)
    every = text.split("\n\n")
    farewell, *foot = every[-1].split("\n")
    assert farewell == facts.me.closing or farewell.endswith(",")
    assert foot[0] == (facts.me.name or "[your name]")
    (greeting,) = (place for place, one in enumerate(every) if one.startswith("Dear "))
    for paragraph in every[greeting + 1 : -1]:
        assert gaps_and_length.gaps(paragraph) or re.search(r"[.!?]$", paragraph), paragraph
        assert paragraph[0].isupper() or paragraph.startswith(("[", "eBay")), paragraph


@pytest.mark.parametrize(("kind", "form"), EVERY)
def test_a_letter_goes_out_whole_and_tidy_with_any_of_its_parts(
    kind: LetterKind, form: LetterForm
) -> None:
    chance = random.Random(f"{kind} {form}")
    parts = about(kind).parts
    for felt, chosen in itertools.product(
        Felt, itertools.product((False, True), repeat=len(parts))
    ):
        facts = some(chance, chance.randrange(99), felt)
        one = chance.choice(everybody(facts, kind))
        said = {part.name: typed(part) for part, is_in in zip(parts, chosen, strict=True) if is_in}
        draft = written(letter(facts, one, form), said)
        going = going_out(draft).letter
        assert_tidy(going.text)
        assert_whole(going.text, facts, one)
        for part in parts:
            assert gap(part) not in going.text
            has_place = gap(part) in letter(facts, one, form).text
            assert going.text.count(typed(part)) == (has_place and part.name in said)
        for span in unpacked(going.parts, going.text):
            if span.name in said:
                assert span.of(going.text) == said[span.name]


@pytest.mark.parametrize(("kind", "form"), EVERY)
def test_a_draft_is_whole_whatever_is_on_file(kind: LetterKind, form: LetterForm) -> None:
    chance = random.Random(f"{kind} {form} bare")
    for felt in Felt:
        facts = some(chance, chance.randrange(99), felt)
        one = chance.choice(everybody(facts, kind))
        draft = compose(facts, one, TUESDAY, form)
        assert draft.problem == ""
        assert_tidy(draft.text)
        assert_whole(draft.text, facts, one)
        words = fact_words(facts, one, TUESDAY, form)
        missing = {str(word) for word in words.values() if isinstance(word, Missing)}
        parts = {gap(part) for part in about(kind).parts} | {"[their name]"}
        assert {gap.text for gap in gaps_and_length.gaps(draft.text)} <= missing | parts
        assert bool(draft.subject) is (form is LetterForm.EMAIL)
        assert not draft.subject or not UNTIDY.search(draft.subject)


@pytest.mark.parametrize(("kind", "form"), EVERY)
def test_each_piece_of_a_draft_is_found_in_it(kind: LetterKind, form: LetterForm) -> None:
    for facts in variants(kind):
        one = to(facts, kind)
        draft = compose(facts, one, TUESDAY, form)
        named = names_for(facts, one, TUESDAY, form)
        assert {"farewell", "me"} < {span.name for span in draft.spans}
        for span in draft.spans:
            assert span.of(draft.text) == named[span.name]


@pytest.mark.parametrize(("kind", "form"), EVERY)
def test_our_own_layouts_name_no_name_that_there_is_not(kind: LetterKind, form: LetterForm) -> None:
    from jinja2 import meta

    facts = whole()
    known = names_for(facts, to(facts, kind), TUESDAY, form)
    used = meta.find_undeclared_variables(environment().parse(ours(kind, form)))
    assert used <= set(known)
    if form is not LetterForm.CARD:
        assert {part.name for part in about(kind).parts} <= used
        assert set(wordings.sentences(kind, form)) - {"farewell", "subject"} <= used | {"heading"}


@pytest.mark.parametrize("kind", LetterKind)
def test_a_part_or_sentence_never_goes_by_the_name_of_a_fact(kind: LetterKind) -> None:
    facts = whole()
    one = to(facts, kind)
    ours = {*wordings.sentences(kind, LetterForm.EMAIL), *(part.name for part in about(kind).parts)}
    # What was right was a gap of its own in templates from before, and is the part now.
    assert set(fact_words(facts, one, TUESDAY)) & ours <= {"right"}
    assert set(names_for(facts, one, TUESDAY)) == set(
        names_for(facts, one, TUESDAY, LetterForm.CARD)
    )


def panel(chance: random.Random, number: int) -> Facts:
    """Two to seven people."""
    people = tuple(
        Met(Meeting(place, 1, place, place - 1), person(f"Sam Example{place}", place))
        for place in range(1, chance.randint(3, 8))
    )
    return whole(number, panel=people, felt=chance.choice(list(Felt)))


def held_as(facts: Facts, held: Form) -> Facts:
    return replace(facts, interview=replace(facts.interview, form=held))


@pytest.mark.parametrize("form", LetterForm)
@pytest.mark.parametrize(
    ("held", "words"),
    [
        (Form.WORKING, re.compile(r"work|room for me|having me|taking me along")),
        (Form.LUNCH, re.compile("lunch")),
    ],
)
def test_a_letter_after_a_working_interview_or_a_lunch_thanks_for_that(
    held: Form, words: re.Pattern[str], form: LetterForm
) -> None:
    chance = random.Random(7)
    for number in range(20):
        facts = held_as(panel(chance, number), held)
        for one in everybody(facts, LetterKind.THANK_YOU):
            named = names_for(facts, one, TUESDAY, form)
            assert words.search(named["opening"]), named["opening"]
            other = other_wording(facts, one, TUESDAY, form, "opening", named["opening"])
            assert other is None or words.search(other), other
        usual = names_for(held_as(facts, Form.PANEL), one, TUESDAY, form)["opening"]
        assert "lunch" not in usual
        assert "room for me" not in usual


def own_sentences(facts: Facts, one: Recipient, form: LetterForm) -> list[str]:
    """Every sentence of ours in a letter that goes out with nothing typed."""
    drafted = letter(facts, one, form)
    mine = wordings.sentences(one.kind, form, facts.interview.form.value)
    spans = unpacked(drafted.parts, drafted.text)
    return [
        found[0].strip()
        for span in spans
        if span.name in mine and span.name != "farewell"
        for found in SENTENCE.finditer(span.of(drafted.text))
    ]


def test_no_sentence_of_ours_stands_twice_in_the_letters_to_one_panel() -> None:
    chance = random.Random(20261120)
    for number in range(200):
        facts = held_as(panel(chance, number), chance.choice(list(Form)))
        form = chance.choice(list(LetterForm))
        everyone = everybody(facts, LetterKind.THANK_YOU)
        said = [one for to in everyone for one in own_sentences(facts, to, form)]
        assert len(said) == len(set(said)), said
        assert sum("position at" in one for one in said) <= 1
        subjects = [compose(facts, to, TUESDAY).subject for to in everyone]
        assert len(set(subjects)) == len(subjects)


def test_the_other_words_of_a_sentence_are_nobody_elses_and_come_back_in_the_end() -> None:
    chance = random.Random(1)
    for number in range(40):
        facts = panel(chance, number)
        first, *others = everybody(facts, LetterKind.THANK_YOU)
        taken = {one for to in others for one in own_sentences(facts, to, LetterForm.EMAIL)}
        begun = names_for(facts, first, TUESDAY)["opening"]
        now, seen = begun, [begun]
        for _ in range(20):
            new = other_wording(facts, first, TUESDAY, LetterForm.EMAIL, "opening", now)
            assert new is not None
            assert new not in taken
            if new == begun:
                break
            seen.append(new)
            now = new
        assert new == begun
        assert len(set(seen)) == len(seen) > 5


@pytest.mark.parametrize("kind", LetterKind)
@pytest.mark.parametrize("form", LetterForm)
def test_our_sentences_are_known_again_whatever_day_it_is(
    kind: LetterKind, form: LetterForm
) -> None:
    facts = whole()
    one = to(facts, kind)
    draft = compose(facts, one, TUESDAY, form)
    known = [span for span in draft.spans if span.name in ("opening", "close", "again")]
    assert known
    for later in (TUESDAY, TUESDAY + timedelta(days=1), TUESDAY + timedelta(days=40)):
        for span in known:
            now = span.of(draft.text)
            new = other_wording(facts, one, later, form, span.name, f"Hello! {now} And tea.")
            assert new is not None
            assert now not in new
            assert new.startswith("Hello! ")
            assert new.endswith(" And tea.")


def test_a_draft_follows_the_facts_until_somebody_writes() -> None:
    facts = whole()
    one = to(facts, LetterKind.THANK_YOU)
    known = shown(facts, one, TUESDAY).letter
    assert known.follows_facts
    assert unpacked(known.parts, known.text)
