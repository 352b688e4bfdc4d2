"""The words of letters as data: parts, layouts and our own sentences, without the engine."""

from __future__ import annotations

import importlib.util
import re
import sys
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import combinations, product
from pathlib import Path
from types import ModuleType

import pytest
from jinja2 import StrictUndefined, meta
from jinja2.sandbox import SandboxedEnvironment

import afterview_tui.letters.drafting as drafting
from afterview_tui.domain.letter import LetterForm, LetterKind
from afterview_tui.domain.letter_kinds import about
from afterview_tui.domain.letter_parts import beginnings, gap, is_whole
from afterview_tui.domain.recipients import everybody
from afterview_tui.domain.records import Felt

TEMPLATES = Path(drafting.__file__).parent / "templates"
FORMS = {LetterForm.EMAIL: "", LetterForm.CARD: ".card"}
FRAME = {"greeting", "sign_off", "head", "heading", "felt", "held", "agreed", "asked"}
NOT_IN_THE_BODY = {"farewell", "subject", "heading"}
DAYS = ("today", "yesterday", "on Tuesday", "on Friday, October 17")
FACTS: dict[str, tuple[str, ...]] = {
    "to": ("Dr. Chen", "[their name]"),
    "me": ("Robin Sample", "[your name]"),
    "employer": ("Lakeside Dental", "the city library", "[the employer]"),
    "position": ("the Hygienist position", "[the role]"),
    "title": ("Hygienist", "[the role]"),
    "for_role": ("", " (Hygienist)"),
    "role_first": ("", "Hygienist: "),
    "day": DAYS,
    "then": tuple(day.removeprefix("on ") for day in DAYS),
    "interview_date": ("17 October 2026",),
    "promised": ("", "Friday", "Friday, October 17"),
    "agreed": ("", "for today", "for Tuesday"),
    "asked": ("", *DAYS),
    "called": ("", *DAYS),
    "names": ("", "Ms. Park", "Dr. Chen and Ms. Park"),
    "held": ("", "yes"),
    "felt": ("well", "poorly, nerves", "poorly, forgot something"),
}
# `again`, `missed` and the like stand in a letter only when their fact is there.
NEVER_EMPTY = {"again": "asked", "missed": "agreed"}
BANNED = (
    *("finds you well", "checking in", "touch base", "touching base", "reach out", "reaching out"),
    *("earliest convenience", "passionate", "excited", "thrilled", "delighted", "hesitate"),
    *("look forward", "looking forward", "hear from you soon", "thanks in advance", "team player"),
    *("perfect fit", "great fit", "valuable asset", "opportunity", "no need to reply", "pleasure"),
    *("in advance", "feel free", "circle back", "follow up", "very interested", "hard worker"),
)
# What only the writer can say. Ours would be saying it for them.
CLAIMS = (
    *("i enjoyed", "i loved", "i was impressed", "i came away", "clearer picture", "i learned"),
    *("i want this job", "i would like to work", "i am interested", "still interested"),
    *("convinced", "i would be a good", "stayed with me", "made me want", "i believe"),
)


def _file(folder: str, kind: LetterKind, form: LetterForm) -> Path:
    return TEMPLATES / folder / f"{kind.value.replace(' ', '-')}{FORMS[form]}.txt"


def _wordings(kind: LetterKind, form: LetterForm = LetterForm.EMAIL) -> dict[str, list[str]]:
    """Our sentences of one file by name; {} where there is none."""
    path, name = _file("wordings", kind, form), ""
    found: dict[str, list[str]] = {}
    for block in path.read_text("utf-8").split("\n\n") if path.is_file() else ():
        text = " ".join(block.split())
        if text.startswith("== "):
            name = text.removeprefix("== ")
            found[name] = []
        elif text and not text.startswith("#"):
            found[name].append(text)
    return found


def _environment() -> SandboxedEnvironment:
    made = SandboxedEnvironment(undefined=StrictUndefined)
    made.filters["capital"] = lambda text: text[:1].upper() + text[1:]
    return made


def _names(source: str) -> set[str]:
    return meta.find_undeclared_variables(_environment().parse(source))


def _filled(source: str, always: str = "") -> Iterator[str]:
    """A wording with every combination of the facts that it names."""
    named = sorted(_names(source))
    values = [[v for v in FACTS[name] if v or name != always] for name in named]
    template = _environment().from_string(source)
    for chosen in product(*values):
        yield " ".join(template.render(dict(zip(named, chosen, strict=True))).split())


def _every() -> list[tuple[LetterKind, LetterForm, str, str]]:
    """Every wording of ours."""
    return [
        (kind, form, name, text)
        for kind in LetterKind
        for form in FORMS
        for name, texts in _wordings(kind, form).items()
        for text in texts
    ]


def _near(one: str, other: str) -> bool:
    match = SequenceMatcher(None, one.lower(), other.lower(), autojunk=False)
    # The quick ones are upper bounds, and spare most of the slow one.
    steps = (match.real_quick_ratio, match.quick_ratio, match.ratio)
    return all(ratio() >= 0.8 for ratio in steps)


# --- parts ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", LetterKind)
def test_a_part_asks_in_one_short_line_and_says_in_another_what_is_good(kind: LetterKind) -> None:
    parts = about(kind).parts
    assert 2 <= len(parts) <= 7
    for part in parts:
        assert part.name.isidentifier()
        assert part.name not in FACTS.keys() | FRAME | _wordings(kind).keys()
        assert 10 <= len(part.prompt) <= 60, part.prompt
        assert 10 <= len(part.good) <= 75, part.good
        assert not re.search(r"[\[\]{}\n]", part.prompt + part.good)
        assert gap(part) == f"[{part.prompt}]"
    for field in ("name", "prompt", "good"):
        assert len({getattr(part, field) for part in parts}) == len(parts)


@pytest.mark.parametrize("kind", LetterKind)
def test_beginnings_differ_and_go_on_or_are_whole(kind: LetterKind) -> None:
    for part in about(kind).parts:
        several = part.beginnings
        assert 2 <= len(several) <= 8
        assert len(set(several)) == len(several)
        begun = [one for one in several if not is_whole(one)]
        assert len({" ".join(one.split()[:3]) for one in begun}) == len(begun), begun
        for one in several:
            assert one == one.strip()
            assert one[0].isupper() or one == "and for"  # it goes on from our thanks
            assert is_whole(one) or not re.search(r"[.!?;…]$", one)
            assert len(one) <= 75


def test_the_line_about_wanting_the_job_can_be_chosen_from_five() -> None:
    for kind in (LetterKind.THANK_YOU, LetterKind.FOR_OTHERS):
        want = next(part for part in about(kind).parts if part.name == "want")
        assert sum(map(is_whole, want.beginnings)) >= 5


def test_what_was_not_said_begins_with_what_fits_how_it_felt() -> None:
    part = next(one for one in about(LetterKind.THANK_YOU).parts if one.name == "not_said")
    assert "didn't get to say" in beginnings(part, Felt.FORGOT)[0]
    assert "right answer" in beginnings(part, Felt.NERVES)[0]
    for felt in Felt:
        assert sorted(beginnings(part, felt)) == sorted(part.beginnings)


def test_another_part_begins_the_same_however_it_felt() -> None:
    (moment, *_) = about(LetterKind.THANK_YOU).parts
    assert {beginnings(moment, felt) for felt in Felt} == {moment.beginnings}


# --- layouts -------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", LetterKind)
@pytest.mark.parametrize("form", FORMS)
def test_a_layout_names_what_there_is_and_says_nothing_itself(
    kind: LetterKind, form: LetterForm
) -> None:
    layout = _file("letters", kind, form).read_text("utf-8")
    parts = [part.name for part in about(kind).parts]
    ours = _wordings(kind).keys() | _wordings(kind, LetterForm.CARD).keys()
    assert _names(layout) <= {*parts, *ours, *FRAME}
    assert re.sub(r"\{\{.*?\}\}|\{%.*?%\}", "", layout).split() == []
    assert layout.startswith("{{ greeting }}\n\n")
    assert layout.endswith("\n\n{{ sign_off }}\n")
    stand = [name for name in re.findall(r"\{\{ (\w+) \}\}", layout) if name in parts]
    # What was left out or wrong comes first where it felt like that, else after the moment.
    last = {name: place for place, name in enumerate(stand)}
    assert sorted(last, key=last.__getitem__) == [name for name in parts if name in stand]
    assert form is LetterForm.CARD or set(stand) == set(parts)


@pytest.mark.parametrize("kind", LetterKind)
def test_each_sentence_of_ours_stands_in_a_letter(kind: LetterKind) -> None:
    layout = _file("letters", kind, LetterForm.EMAIL).read_text("utf-8")
    ours = _wordings(kind).keys() - NOT_IN_THE_BODY
    # Behind the name of a sentence may stand how the interview was held.
    assert {"opening"} <= {name.partition(" ")[0] for name in ours} <= _names(layout)
    assert {"farewell", "subject"} <= _wordings(kind).keys()


@pytest.mark.parametrize("kind", LetterKind)
def test_a_card_has_at_most_seven_places_for_sentences(kind: LetterKind) -> None:
    layout = _file("letters", kind, LetterForm.CARD).read_text("utf-8")
    either = layout.count("{% elif") + layout.count("{% else")
    assert layout.count("{{") - 2 - either <= 7


def _paragraphs(kind: LetterKind, form: LetterForm = LetterForm.EMAIL) -> list[list[str]]:
    """What stands in each paragraph of a layout."""
    layout = _file("letters", kind, form).read_text("utf-8")
    return [re.findall(r"\{\{ (\w+) \}\}", one) for one in layout.split("\n\n")]


def test_what_was_agreed_is_a_paragraph_of_its_own_so_that_it_can_be_a_list() -> None:
    assert ["terms"] in _paragraphs(LetterKind.ACCEPT)
    terms, *_ = about(LetterKind.ACCEPT).parts
    assert terms.beginnings[0].endswith(":")


@pytest.mark.parametrize("kind", [LetterKind.DECLINE, LetterKind.WITHDRAW])
def test_the_reason_follows_the_no_at_once(kind: LetterKind) -> None:
    assert _paragraphs(kind)[1][:2] == ["opening", "reason"]


@pytest.mark.parametrize("kind", LetterKind)
def test_the_last_word_is_the_writers_and_none_of_ours_stands_beside_it(kind: LetterKind) -> None:
    if "last" in {part.name for part in about(kind).parts}:
        assert _paragraphs(kind)[-2][-1] == "last"
        assert "close" not in _wordings(kind)


def test_a_request_for_time_asks_for_a_day_says_what_if_not_and_ends_with_the_writer() -> None:
    assert _paragraphs(LetterKind.MORE_TIME)[-4:-1] == [
        ["opening", "glad"],
        ["reason", "until"],
        ["wait", "last"],
    ]
    asks = re.compile(r"time|later|request|days")
    assert all(asks.search(one) for one in _wordings(LetterKind.MORE_TIME)["subject"])


@pytest.mark.parametrize("kind", LetterKind)
def test_between_the_opening_and_the_closing_every_sentence_is_the_writers(
    kind: LetterKind,
) -> None:
    """Whoever writes in one piece has nothing of ours left over behind it."""
    parts = {part.name for part in about(kind).parts}
    ours = {"greeting", "opening", "again", "missed", "freed", "sign_off"}
    for form in (LetterForm.EMAIL, LetterForm.CARD):
        names = [name for paragraph in _paragraphs(kind, form) for name in paragraph]
        assert set(names) - parts <= ours, (kind, form)


# --- our own sentences ---------------------------------------------------------------------------


def test_there_are_wordings_enough() -> None:
    thanks = _wordings(LetterKind.THANK_YOU)
    assert len(thanks["opening"]) == 13
    card = _wordings(LetterKind.THANK_YOU, LetterForm.CARD)
    assert {len(texts) for texts in card.values()} == {7}
    for kind in LetterKind:
        fewest = {LetterKind.THANK_YOU: 7, LetterKind.FOLLOW_UP: 7}.get(kind, 5)
        for name, texts in _wordings(kind).items():
            assert name == "heading" or len(texts) >= fewest, (kind, name)


def test_wordings_are_as_many_as_a_prime_so_that_turning_goes_through_all() -> None:
    for kind in LetterKind:
        for form in FORMS:
            for name, texts in _wordings(kind, form).items():
                assert name == "heading" or len(texts) in (5, 7, 13), (kind, form, name)


def test_no_sentence_of_ours_stands_twice_nor_nearly() -> None:
    # Each way of thanking for a talk is like the others; they are short, and the day is in all.
    body = [
        one
        for one in _every()
        if one[2] not in NOT_IN_THE_BODY
        and not (one[0] is LetterKind.THANK_YOU and one[2].startswith("opening"))
    ]
    near = [(one[3], other[3]) for one, other in combinations(body, 2) if _near(one[3], other[3])]
    assert near == []


def test_subjects_and_farewells_differ_within_a_kind() -> None:
    for kind in LetterKind:
        for name in ("subject", "farewell"):
            texts = [text.lower() for text in _wordings(kind)[name]]
            assert len(set(texts)) == len(texts)


def test_no_opening_stands_twice_and_each_of_a_thank_you_is_thanks_in_a_few_words() -> None:
    for kind in LetterKind:
        for form in FORMS:
            texts = _wordings(kind, form).get("opening", [])
            assert len(set(texts)) == len(texts)
    openings = [
        next(_filled(text))
        for name, texts in _wordings(LetterKind.THANK_YOU).items()
        for text in texts
        if name.startswith("opening")
    ]
    assert all(len(one.split()) <= 12 for one in openings)
    assert all(
        "thank" in one.lower() or "grateful" in one or "kind of you" in one for one in openings
    )


def test_a_thank_you_card_names_the_day() -> None:
    card = _wordings(LetterKind.THANK_YOU, LetterForm.CARD)
    assert all("{{ day }}" in opening for opening in card["opening"])


@pytest.mark.parametrize("phrase", [*BANNED, *CLAIMS, "!", ";;", "—"])
def test_a_phrase_that_nobody_should_read_stands_nowhere(phrase: str) -> None:
    assert [one for one in _every() if phrase in one[3].lower()] == []


@pytest.mark.parametrize("phrase", [*BANNED, "!", "—"])
def test_no_part_suggests_such_a_phrase(phrase: str) -> None:
    said = [
        text
        for kind in LetterKind
        for part in about(kind).parts
        for text in (part.prompt, part.good, *part.beginnings)
    ]
    assert [text for text in said if phrase in text.lower()] == []


@pytest.mark.parametrize("kind", LetterKind)
def test_every_wording_reads_whatever_is_on_file(kind: LetterKind) -> None:
    for form in FORMS:
        for name, texts in _wordings(kind, form).items():
            for text in (one for each in texts for one in _filled(each, NEVER_EMPTY.get(name, ""))):
                assert text, (name, texts)
                assert not re.search(r"\s[,.;:?]|[,;:] ?[,;:.?]|\.\.|\?\.|[{}]|\( ?\)", text), text
                assert text[0].isupper() or text[0] == "[" or name == "subject", text
                if name not in NOT_IN_THE_BODY:
                    assert text[-1] in ".?", text
                    assert not re.search(r"[.?] [a-z]", text), text
                elif name != "subject":
                    assert text[-1] not in ".?,", text


@pytest.mark.parametrize("kind", LetterKind)
def test_a_close_is_short(kind: LetterKind) -> None:
    for form in FORMS:
        closes = _wordings(kind, form).get("close", [])
        for text in (one for each in closes for one in _filled(each)):
            assert len(text.split()) <= 16, text


@pytest.mark.parametrize("kind", [one for one in LetterKind if not about(one).to_reference])
def test_a_subject_says_which_job_it_is_about(kind: LetterKind) -> None:
    subjects = _wordings(kind)["subject"]
    assert [text for text in subjects if not _names(text) & {"for_role", "role_first"}] == []


@pytest.mark.parametrize("kind", [one for one in LetterKind if about(one).names_employer])
def test_who_has_to_name_the_employer_does_in_every_subject_or_opening(kind: LetterKind) -> None:
    ours = _wordings(kind)
    assert any(all("employer" in _names(text) for text in ours[n]) for n in ("subject", "opening"))


def test_the_subject_of_a_follow_up_does_not_press() -> None:
    pressing = re.compile(r"\byet\b|\bnews\b|decided|answer|still", re.I)
    assert [one for one in _wordings(LetterKind.FOLLOW_UP)["subject"] if pressing.search(one)] == []


@pytest.mark.parametrize("kind", [LetterKind.THANK_YOU, LetterKind.AFTER_NO, LetterKind.WHY_NOT])
def test_a_card_sends_no_regards(kind: LetterKind) -> None:
    assert [one for one in _wordings(kind, LetterForm.CARD)["farewell"] if "egards" in one] == []


@pytest.mark.parametrize("kind", LetterKind)
def test_a_subject_fits_the_line_of_an_inbox(kind: LetterKind) -> None:
    for text in (one for each in _wordings(kind)["subject"] for one in _filled(each)):
        assert len(text) <= 78, text


# --- the people of docs/letters.md ---------------------------------------------------------------


def _people() -> ModuleType:
    path = Path(__file__).parents[2] / "docs" / "people.py"
    spec = importlib.util.spec_from_file_location("docs_people", path)
    assert spec is not None
    assert spec.loader is not None
    module = sys.modules[spec.name] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_people_write_letters_of_every_kind_and_form() -> None:
    letters = _people().LETTERS
    assert {one.kind for one in letters if one.form is LetterForm.EMAIL} == {*LetterKind}
    assert {one.form for one in letters} == {*LetterForm}
    assert len({one.writer for one in letters}) == 5


def test_what_the_people_typed_belongs_to_a_part_of_that_letter() -> None:
    for one in _people().LETTERS:
        form = LetterForm.CARD if one.form is LetterForm.CARD else LetterForm.EMAIL
        layout = _names(_file("letters", one.kind, form).read_text("utf-8"))
        assert one.parts.keys() <= {part.name for part in about(one.kind).parts} & layout, one.state
        assert all(text[-1] in ".?" for text in one.parts.values()), one.state
        assert one.to in {each.person.id for each in everybody(one.facts, one.kind)}, one.state


def test_no_sentence_of_theirs_stands_in_two_letters_to_one_employer() -> None:
    chosen = {
        beginning
        for kind in LetterKind
        for part in about(kind).parts
        for beginning in part.beginnings
        if is_whole(beginning)
    }
    seen: dict[tuple[int, str], int] = {}
    for one in _people().LETTERS:
        for text in one.parts.values():
            for sentence in re.split(r"(?<=[.?]) ", text):
                key = (one.facts.interview.id, sentence)
                assert sentence in chosen or seen.setdefault(key, one.to) == one.to, sentence
