"""The user's own templates, and another wording of one paragraph."""

from __future__ import annotations

from dataclasses import replace

import pytest

from afterview_tui.domain.letter import LetterForm, LetterKind, Template
from afterview_tui.domain.recipients import everybody
from afterview_tui.domain.records import Facts
from afterview_tui.letters.checking import gaps_and_length
from afterview_tui.letters.drafting.compose import compose, filled_in, names_for, ours, reworded
from afterview_tui.letters.drafting.template import TemplateProblem
from afterview_tui.letters.drafting.wordings import turns
from tests.unit.lettered import EVERY, TUESDAY, met, to, variants, whole

EMAIL = LetterForm.EMAIL
OWN = "{{ greeting }}\n\nI liked {{ about }}. {{ closing }}\n\n{{ sign_off }}"


def with_template(text: str, **fields: object) -> Facts:
    one = Template(1, LetterKind.THANK_YOU, EMAIL, text=text)
    return replace(whole(), templates=(replace(one, **fields),))  # type: ignore[arg-type]


def thanks(facts: Facts, form: LetterForm = EMAIL, turn: int = 0) -> str:
    return compose(facts, to(facts, LetterKind.THANK_YOU), TUESDAY, form, turn).text


@pytest.mark.parametrize(("kind", "form"), EVERY)
def test_our_own_template_filled_in_is_the_draft(kind: LetterKind, form: LetterForm) -> None:
    for facts in variants(kind):
        one = to(facts, kind)
        filled = filled_in(ours(kind, form), facts, one, TUESDAY, form, 1)
        assert filled == compose(facts, one, TUESDAY, form, 1).text
        named = names_for(facts, one, TUESDAY, form, 1)
        assert named["greeting"] in filled
        assert named["sign_off"] in filled


def test_a_template_of_the_users_own_is_used_in_place_of_ours() -> None:
    text = thanks(with_template(OWN))
    assert text.startswith("Dear Dr. Chen,\n\nI liked the new digital x-ray. ")
    assert text.endswith("Sam Rivera\n555 0142\nsam@example.org")
    assert thanks(with_template(OWN), turn=1) != text


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
    text = filled_in(source, bare, one, TUESDAY)
    assert text == "A no: [what you did not get to say]"
    full = to(whole(), LetterKind.THANK_YOU)
    text = filled_in(source, whole(), full, TUESDAY)
    assert text == "A yes: my two years of front-desk scheduling"


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("One  two. \n\n\n\n Three .\n", "One two.\n\nThree."),
        ("A{% if nothing %} b{% endif %}\n\n{% if nothing %}c{% endif %}\n\nD", "A\n\nD"),
        ("At {{ employer }}.", "At Acme Inc."),
        ("Wait ... and see.", "Wait ... and see."),
        ("{{ sign_off }}", "Kind regards,\nSam Rivera\n555 0142\nsam@example.org"),
    ],
)
def test_what_a_template_leaves_untidy_is_put_in_order(source: str, text: str) -> None:
    facts = whole(employer="Acme Inc.")
    facts = replace(facts, me=replace(facts.me, closing="Kind regards"))
    source = source.replace("nothing", 'felt == "poorly, nerves"')
    assert filled_in(source, facts, to(facts, LetterKind.THANK_YOU), TUESDAY) == text


@pytest.mark.parametrize(("kind", "form"), EVERY)
def test_each_paragraph_of_a_draft_can_be_had_in_other_words(
    kind: LetterKind, form: LetterForm
) -> None:
    for facts in variants(kind)[:3]:
        one = to(facts, kind)
        cycle = [
            compose(facts, one, TUESDAY, form, turn).text.split("\n\n")
            for turn in range(turns(kind))
        ]
        for place, paragraph in enumerate(cycle[0]):
            others = [draft[place] for draft in cycle[1:] if draft[place] != paragraph]
            said = reworded(facts, one, TUESDAY, form, paragraph, 0)
            assert said == (others[0] if others else None), paragraph


def test_a_paragraph_goes_through_all_its_wordings_and_comes_back() -> None:
    facts = whole()
    one = to(facts, LetterKind.THANK_YOU)
    said = [thanks(facts).split("\n\n")[1]]
    for _ in range(5):
        said.append(reworded(facts, one, TUESDAY, EMAIL, said[-1], 0) or "")
    assert said[5] == said[0]
    assert len(set(said)) == 5


@pytest.mark.parametrize(
    "paragraph",
    [
        "",
        "Dear Dr. Chen,",
        "I loved the dog under your desk, and I hope that it got its walk in the end.",
        "Thank you again for the lovely tour of the garden and of the room with the fossils.",
    ],
)
def test_what_the_user_wrote_is_left_alone(paragraph: str) -> None:
    facts = whole()
    for kind in LetterKind:
        assert reworded(facts, to(facts, kind), TUESDAY, EMAIL, paragraph, 0) is None


def test_a_paragraph_that_was_touched_is_still_recognised() -> None:
    facts = whole()
    one = to(facts, LetterKind.THANK_YOU)
    before = thanks(facts).split("\n\n")
    touched = before[2].replace("the new digital x-ray", "the new x-ray in room two")
    assert touched != before[2]
    assert (
        reworded(facts, one, TUESDAY, EMAIL, touched, 0) == thanks(facts, turn=1).split("\n\n")[2]
    )


@pytest.mark.parametrize("kind", [LetterKind.CORRECTION, LetterKind.ACCEPT])
@pytest.mark.parametrize("form", LetterForm)
def test_a_gap_that_the_user_filled_stays_filled(kind: LetterKind, form: LetterForm) -> None:
    facts = whole()
    for one in everybody(facts, kind):
        for turn in range(turns(kind)):
            for paragraph in compose(facts, one, TUESDAY, form, turn).text.split("\n\n"):
                if not (gaps := gaps_and_length.gaps(paragraph)):
                    continue
                filled = paragraph
                for number, gap in enumerate(gaps):
                    filled = filled.replace(gap.text, f"word {number}, and more")
                said = reworded(facts, one, TUESDAY, form, filled, turn)
                assert said is not None
                assert not gaps_and_length.gaps(said)
                assert "word 0, and more" in said
                assert "word 1, and more" in said
                assert said != filled


def test_a_fact_on_file_takes_the_place_of_what_filled_its_gap() -> None:
    bare = whole(panel=(met(),))
    paragraph = thanks(bare).split("\n\n")[2]
    filled = paragraph.replace("[what you two talked about]", "the boat")
    one = to(bare, LetterKind.THANK_YOU)
    assert "the boat" in (reworded(bare, one, TUESDAY, EMAIL, filled, 0) or "")
    known = whole(panel=(met(about="the ship"),))
    said = reworded(known, to(known, LetterKind.THANK_YOU), TUESDAY, EMAIL, filled, 0)
    assert said is not None
    assert "the ship" in said
