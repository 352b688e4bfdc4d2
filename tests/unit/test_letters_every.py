"""Every kind of letter in every form: whole, tidy, of the right length, and no two alike."""

from __future__ import annotations

import itertools
import random
import re

import pytest

from afterview_tui.domain import names
from afterview_tui.domain.letter import LetterForm, LetterKind
from afterview_tui.domain.recipients import Recipient, everybody
from afterview_tui.domain.records import Facts, Felt
from afterview_tui.letters.checking import gaps_and_length
from afterview_tui.letters.drafting import wordings
from afterview_tui.letters.drafting.compose import compose, names_for, ours
from afterview_tui.letters.drafting.facts_in_words import Missing, fact_words
from afterview_tui.letters.drafting.template import environment
from tests.unit.lettered import (
    ABOUT,
    EVERY,
    FORGOT,
    OPEN_GAPS,
    PANEL,
    STRENGTH,
    TUESDAY,
    met,
    sentences,
    some,
    to,
    variants,
    whole,
)

UNTIDY = re.compile(
    r"  | [,.;:!?]|,,|,\.|;\.|:\.|[?!]\.|\. \.|(?<!\.)\.\.(?!\.)|\n\n\n|[{}]| $|None|\bon on\b"
)
ALIKE = 0.65
BANNED = re.compile(
    r"hope this finds|pick your brain|writing to|reach out|touch base|check(?:ing)? in\b"
    r"|follow(?:ing)? up|passion|excit|thrill|perfect|dream|journey|opportunit|leverage|synerg"
    r"|team player|hit the ground|going forward|circle back|at your earliest|hesitate"
    r"|look forward to hearing|hear from you soon|esteemed|humbl|beg\b|desperate|please consider"
    r"|kindly|feel free to contact|n't\b|\b(?:he|she|him|her|his|hers)\b|\bpatients?\b"
    r"|\bpractice\b|unfortunately|regret|organi[sz]|apologi[sz]|reali[sz]|hono?u?red|favou?r"
    r"|judge?ment|cent(?:er|re)|anymore|any more|r[ée]sum[ée]|\bCV\b",
    re.IGNORECASE,
)


def drafts(facts: Facts, kind: LetterKind, form: LetterForm, turn: int = 0) -> list[str]:
    """The letters to all who may get one."""
    return [compose(facts, one, TUESDAY, form, turn).text for one in everybody(facts, kind)]


def paragraphs(text: str) -> list[str]:
    """What stands between the salutation and the sign-off, by paragraph."""
    every = text.split("\n\n")
    (greeting,) = (place for place, one in enumerate(every) if one.startswith("Dear "))
    return every[greeting + 1 : -1]


def assert_tidy(text: str) -> None:
    assert not (found := UNTIDY.search(text)), (found, text)
    for paragraph in text.split("\n\n"):
        assert re.search(r"\w", paragraph)
        assert paragraph == paragraph.strip()


def assert_whole(text: str, facts: Facts, one: Recipient) -> None:
    """Salutation and sign-off are there, and each sentence of the body has its end."""
    name = names.addressed(one.person) if one.person.name else "[their name]"
    assert f"Dear {name},\n\n" in text
    farewell, *foot = text.split("\n\n")[-1].split("\n")
    assert farewell == facts.me.closing or farewell.endswith(",")
    assert foot[0] == (facts.me.name or "[your name]")
    for paragraph in paragraphs(text):
        assert gaps_and_length.gaps(paragraph) or re.search(r"[.!?]$", paragraph), paragraph
        assert paragraph[0].isupper() or paragraph.startswith(("[", "eBay")), paragraph


@pytest.mark.parametrize(("kind", "form"), EVERY)
def test_a_letter_is_whole_and_tidy_whatever_is_on_file(kind: LetterKind, form: LetterForm) -> None:
    chance = random.Random(f"{kind} {form}")
    for felt, turn in itertools.product(Felt, range(wordings.turns(kind))):
        facts = some(chance, chance.randrange(99), felt)
        one = chance.choice(everybody(facts, kind))
        draft = compose(facts, one, TUESDAY, form, turn)
        assert draft.problem == ""
        assert_tidy(draft.text)
        assert_whole(draft.text, facts, one)
        words = fact_words(facts, one, TUESDAY, form)
        missing = {word for word in words.values() if isinstance(word, Missing)}
        assert {gap.text for gap in gaps_and_length.gaps(draft.text)} <= missing
        assert bool(draft.subject) is (form is LetterForm.EMAIL)
        assert not draft.subject or not UNTIDY.search(draft.subject)


@pytest.mark.parametrize(("kind", "form"), EVERY)
def test_a_letter_with_its_facts_is_as_long_as_its_kind_and_form(
    kind: LetterKind, form: LetterForm
) -> None:
    for number, turn in itertools.product(range(3), range(wordings.turns(kind))):
        for facts in variants(kind, number):
            text = drafts(facts, kind, form, turn)[0]
            assert ", fits " in gaps_and_length.length(text, form, kind), (
                gaps_and_length.word_count(text),
                text,
            )
            assert {gap.text for gap in gaps_and_length.gaps(text)} == OPEN_GAPS.get(kind, set())
            if form is LetterForm.CARD:
                assert 3 <= sentences(gaps_and_length.body(text)) <= 5, text


@pytest.mark.parametrize(("kind", "form"), EVERY)
def test_role_and_employer_are_named_in_every_letter(kind: LetterKind, form: LetterForm) -> None:
    for turn, facts in itertools.product(range(wordings.turns(kind)), variants(kind)):
        body = gaps_and_length.body(drafts(facts, kind, form, turn)[0])
        assert "Hygienist" in body
        assert "Lakeside Dental" in body


@pytest.mark.parametrize(("kind", "form"), EVERY)
def test_each_turn_reads_anew_and_the_last_comes_back_to_the_first(
    kind: LetterKind, form: LetterForm
) -> None:
    number = wordings.turns(kind)
    for facts in variants(kind):
        one = to(facts, kind)
        each = [compose(facts, one, TUESDAY, form, turn) for turn in range(number + 1)]
        assert each[number] == each[0]
        for first, other in itertools.combinations(each[:number], 2):
            assert first.subject != other.subject or form is not LetterForm.EMAIL
            assert not set(paragraphs(first.text)) & set(paragraphs(other.text))


@pytest.mark.parametrize("kind", LetterKind)
def test_all_parts_of_a_kind_have_equally_many_wordings_a_prime_number_of_them(
    kind: LetterKind,
) -> None:
    panel = kind in (LetterKind.THANK_YOU, LetterKind.FOLLOW_UP, LetterKind.CORRECTION)
    for form in (LetterForm.EMAIL, LetterForm.CARD):
        sizes = {part: len(set(every)) for part, every in wordings.parts(kind, form).items()}
        assert sizes.pop("heading", 1) == 1
        assert set(sizes.values()) == {5 if panel else 3}, sizes


@pytest.mark.parametrize(("kind", "form"), EVERY)
def test_our_templates_use_every_sentence_and_no_name_that_there_is_not(
    kind: LetterKind, form: LetterForm
) -> None:
    from jinja2 import meta

    facts = whole()
    known = names_for(facts, to(facts, kind), TUESDAY, form)
    used = meta.find_undeclared_variables(environment().parse(ours(kind, form)))
    assert used <= set(known)
    if form is not LetterForm.CARD:
        assert set(wordings.parts(kind, form)) - {"farewell", "subject"} <= used | {"heading"}


@pytest.mark.parametrize("kind", LetterKind)
def test_a_sentence_never_goes_by_the_name_of_a_fact(kind: LetterKind) -> None:
    facts = whole()
    one = to(facts, kind)
    assert not set(fact_words(facts, one, TUESDAY)) & set(wordings.parts(kind, LetterForm.EMAIL))
    assert set(names_for(facts, one, TUESDAY)) == set(
        names_for(facts, one, TUESDAY, LetterForm.CARD)
    )


@pytest.mark.parametrize("kind", LetterKind)
def test_no_wording_has_a_cliche_a_plea_or_a_guess(kind: LetterKind) -> None:
    for form in (LetterForm.EMAIL, LetterForm.CARD):
        for every in wordings.parts(kind, form).values():
            for one in every:
                assert not (found := BANNED.search(one)), (found, one)


def _panel(chance: random.Random, number: int) -> Facts:
    """Three people, who heard different things or all the same."""
    notes = [(chance.choice(("", *ABOUT)), chance.choice(STRENGTH)) for _ in PANEL]
    unsaid = chance.choice(("", *FORGOT))
    if number % 2:
        notes = notes[:1] * 3
    panel = tuple(
        met(line, place + 1, about=about, strength=strength)
        for place, (line, (about, strength)) in enumerate(zip(PANEL, notes, strict=True))
    )
    return whole(number, panel=panel, unsaid=unsaid, felt=chance.choice(list(Felt)))


def assert_none_alike(texts: list[str]) -> None:
    for first, second in itertools.combinations(texts, 2):
        assert gaps_and_length.similarity(first, second) < ALIKE, (first, second)


def test_thank_you_letters_to_one_panel_are_not_alike_at_any_turn() -> None:
    chance = random.Random(20261120)
    for number in range(200):
        facts = _panel(chance, number)
        form = chance.choice(list(LetterForm))
        assert_none_alike(drafts(facts, LetterKind.THANK_YOU, form, turn=number // 10 % 5))


def test_another_wording_of_one_letter_is_not_that_of_a_neighbour() -> None:
    chance = random.Random(1)
    for number in range(60):
        facts = _panel(chance, number)
        assert_none_alike(
            [
                compose(facts, one, TUESDAY, turn=chance.randrange(5)).text
                for one in everybody(facts, LetterKind.THANK_YOU)
            ]
        )


@pytest.mark.parametrize("kind", [kind for kind in LetterKind if kind != LetterKind.THANK_YOU])
def test_other_letters_of_one_kind_are_not_alike_either(kind: LetterKind) -> None:
    chance = random.Random(2)
    for number in range(4):
        for facts, form in itertools.product(variants(kind, number), LetterForm):
            assert_none_alike(drafts(facts, kind, form, turn=chance.randrange(5)))


@pytest.mark.parametrize("form", LetterForm)
def test_what_one_person_gets_of_each_kind_is_not_alike(form: LetterForm) -> None:
    for number in range(10):
        facts = whole(number)
        assert_none_alike([drafts(facts, kind, form)[0] for kind in LetterKind])
