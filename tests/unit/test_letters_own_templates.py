"""The user's own templates."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace

import pytest

from afterview_tui.domain.letter import LetterForm, LetterKind, Template
from afterview_tui.domain.letter_kinds import about
from afterview_tui.domain.letter_parts import gap
from afterview_tui.domain.records import Facts
from afterview_tui.letters.drafting.compose import compose, filled_in, names_for, ours
from afterview_tui.letters.drafting.former_names import former_names
from afterview_tui.letters.drafting.template import TemplateProblem
from tests.unit.lettered import EVERY, TUESDAY, met, to, variants, whole

EMAIL = LetterForm.EMAIL
OWN = "{{ greeting }}\n\nI liked {{ about }}. {{ closing }}\n\n{{ sign_off }}"


def with_template(text: str, **fields: object) -> Facts:
    one = Template(1, LetterKind.THANK_YOU, EMAIL, text=text)
    return replace(whole(), templates=(replace(one, **fields),))  # type: ignore[arg-type]


def thanks(facts: Facts, form: LetterForm = EMAIL) -> str:
    return compose(facts, to(facts, LetterKind.THANK_YOU), TUESDAY, form).text


@pytest.mark.parametrize(("kind", "form"), EVERY)
def test_our_own_template_filled_in_is_the_draft(kind: LetterKind, form: LetterForm) -> None:
    for facts in variants(kind):
        one = to(facts, kind)
        filled = filled_in(ours(kind, form), facts, one, TUESDAY, form)
        assert filled == compose(facts, one, TUESDAY, form)
        named = names_for(facts, one, TUESDAY, form)
        assert named["greeting"] in filled.text
        assert named["sign_off"] in filled.text


def test_a_template_of_the_users_own_is_used_in_place_of_ours() -> None:
    text = thanks(with_template(OWN))
    assert text.startswith("Dear Dr. Chen,\n\nI liked the new digital x-ray. ")
    assert text.endswith("Sam Rivera\n555 0142")


@pytest.mark.parametrize(
    "fields",
    [{"name": "Short"}, {"form": LetterForm.CARD}, {"kind": LetterKind.WHY_NOT}],
)
def test_a_template_with_a_name_or_for_another_letter_is_left_alone(
    fields: dict[str, object],
) -> None:
    assert thanks(with_template(OWN, **fields)) == thanks(whole())


@pytest.mark.parametrize(
    "text",
    [
        "{{ greeting }}\n\n{{ nobody }}",
        "{% if %}",
        "{{ greeting",
        "",
        "\n \n",
        "{{ greeting }}\n\n{% if not about %}Hello.{% endif %}\n\n{{ sign_off }}",
        "a b c d e f g h i j " * 201,
    ],
)
def test_a_template_that_fails_gives_ours_and_says_so(text: str) -> None:
    facts = with_template(text)
    one = to(facts, LetterKind.THANK_YOU)
    with pytest.raises(TemplateProblem) as raised:
        filled_in(text, facts, one, TUESDAY)
    draft = compose(facts, one, TUESDAY)
    assert draft.text == thanks(whole())
    assert draft.problem.startswith("Your own template could not be used, so this is ours. ")
    assert draft.problem.endswith(raised.value.message)
    assert draft.subject


def test_a_missing_fact_is_a_gap_and_is_nothing_to_an_if() -> None:
    bare = whole(panel=(met(),), unsaid="")
    one = to(bare, LetterKind.THANK_YOU)
    source = "A{% if forgot %} yes{% else %} no{% endif %}: {{ forgot }}"
    text = filled_in(source, bare, one, TUESDAY).text
    assert text == "A no: [what you did not get to say]"
    full = to(whole(), LetterKind.THANK_YOU)
    text = filled_in(source, whole(), full, TUESDAY).text
    assert text == "A yes: my two years of front-desk scheduling"


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("One  two. \n\n\n\n Three .\n", "One two.\n\nThree."),
        ("A{% if nothing %} b{% endif %}\n\n{% if nothing %}c{% endif %}\n\nD", "A\n\nD"),
        ("At {{ employer }}.", "At Acme Inc."),
        ("Wait ... and see.", "Wait ... and see."),
        ("{{ sign_off }}", "Kind regards,\nSam Rivera\n555 0142"),
    ],
)
def test_what_a_template_leaves_untidy_is_put_in_order(source: str, text: str) -> None:
    facts = whole(employer="Acme Inc.")
    facts = replace(facts, me=replace(facts.me, closing="Kind regards"))
    source = source.replace("nothing", 'felt == "poorly, nerves"')
    assert filled_in(source, facts, to(facts, LetterKind.THANK_YOU), TUESDAY).text == text


def test_a_template_from_before_has_the_parts_where_its_sentences_were() -> None:
    source = (
        "{{ greeting }}\n\n{{ opening }} {{ moment }} {{ stress }}\n\n"
        "{% if forgot %}{{ addition }}{% endif %}\n\n{{ interest }} {{ closing }}\n\n{{ sign_off }}"
    )
    facts = whole()
    text = filled_in(source, facts, to(facts, LetterKind.THANK_YOU), TUESDAY).text
    parts = {part.name: gap(part) for part in about(LetterKind.THANK_YOU).parts}
    for name in ("moment", "you_can", "want"):
        assert parts[name] in text
    assert parts["not_said"] in text


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        (LetterKind.ACCEPT, "joining"),
        (LetterKind.DECLINE, "close"),
        (LetterKind.WITHDRAW, "close"),
        (LetterKind.AFTER_NO, "close"),
        (LetterKind.OFFER_THANKS, "close"),
    ],
)
def test_a_last_word_of_ours_in_a_template_from_before_is_nothing(
    kind: LetterKind, name: str
) -> None:
    facts = whole()
    source = f"{{{{ greeting }}}}\n\nWell: {{{{ {name} }}}} {{{{ last }}}}\n\n{{{{ sign_off }}}}"
    text = filled_in(source, facts, to(facts, kind), TUESDAY).text
    last = next(gap(part) for part in about(kind).parts if part.name == "last")
    assert f"\n\nWell: {last}\n\n" in text


def test_parts_and_pieces_of_a_template_are_found_in_the_letter() -> None:
    source = (
        "{{ greeting }}\n\nWell: {{ moment }} {{ opening | capital }} {{ next }}\n\n{{ sign_off }}"
    )
    facts = whole()
    draft = filled_in(source, facts, to(facts, LetterKind.THANK_YOU), TUESDAY)
    named = {span.name: span.of(draft.text) for span in draft.spans}
    assert named["moment"].startswith("[")
    assert named["me"] == "Sam Rivera"
    # What a filter made of a sentence is no longer ours.
    assert "opening" not in named
    assert not re.search("[\U0010fff0-\U0010ffff]", draft.text)


@pytest.mark.parametrize("kind", LetterKind)
def test_no_part_has_a_name_that_stands_for_another_one(kind: LetterKind) -> None:
    """A part named like a sentence of before was nothing in every letter of its kind."""
    words = {part.name: part.name for part in about(kind).parts}
    marks = former_names(kind, defaultdict(str, words))
    assert marks.keys().isdisjoint(words)
