"""The page of letters to be read is the one that the wordings make."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

from afterview_tui.domain.letter import LetterForm, LetterKind
from afterview_tui.domain.letter_spans import unpacked
from afterview_tui.letters.checking.all_findings import Check
from tests.unit.checking import found

FOLDER = Path(__file__).parents[2] / "docs"


def _maker() -> ModuleType:
    spec = importlib.util.spec_from_file_location("docs_letters", FOLDER / "letters.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_page_of_letters_is_up_to_date() -> None:
    page = (FOLDER / "letters.md").read_text(encoding="utf-8")
    assert page == _maker().page(), "run: python docs/letters.py"


def test_the_page_has_every_kind_and_every_form_and_no_part_that_is_open() -> None:
    page = (FOLDER / "letters.md").read_text(encoding="utf-8")
    for kind in LetterKind:
        assert f"\n### {kind.value.capitalize()}, " in page
    for form in LetterForm:
        assert f", {form.value}: " in page
    assert "[" not in page


def test_no_letter_to_be_read_is_told_of_its_closing_its_subject_or_its_commas() -> None:
    maker = _maker()
    assert len(maker.LETTERS) > 20
    for one in maker.LETTERS:
        letter = maker.written(one)
        spans = unpacked(letter.parts, letter.text)
        told = found(
            letter.text,
            on=one.facts,
            to=maker._recipient(one),
            form=one.form,
            subject=letter.subject,
            parts=tuple((span.name, span.start, span.end) for span in spans),
        )
        checks = (Check.NO_NAME, Check.PROMISE, Check.COMMA_SPLICE)
        assert [each for each in told if each.check in checks] == []
        unsigned = letter.text.replace(one.facts.me.name, "")
        again = found(unsigned, on=one.facts, to=maker._recipient(one), form=one.form)
        assert Check.NO_NAME in [each.check for each in again], unsigned
