"""Every field of an interview can be changed without a screen, and an interview deleted."""

from __future__ import annotations

from dataclasses import fields

import pytest

from afterview_tui.cli.changing import FIELDS
from afterview_tui.domain.records import Interview
from afterview_tui.storage.facts import interviews
from tests.cli.conftest import CommandLine
from tests.unit.test_fields_of_an_interview import NOT_TYPED, OTHER

WHOLE = {"held_on", "starts_at", "ends_at"}  # they are typed together
TYPED = [one.name for one in fields(Interview) if one.name not in NOT_TYPED | WHOLE]


def said(name: str) -> str:
    value = OTHER[name]
    return value.value if hasattr(value, "value") else str(value)


def test_every_field_that_the_form_has_is_named() -> None:
    assert {"when", *TYPED} <= set(FIELDS)


@pytest.mark.parametrize("name", TYPED)
def test_a_field_is_changed_and_nothing_else(line: CommandLine, name: str) -> None:
    line.well("add", "Oak Vision", "--when", "fri 9:00", "--met", "Zoë Hart", "--notes", "mine")
    before = line.facts("Oak Vision").interview
    line.well("change", "oak", name.replace("_", "-"), said(name))
    after = line.facts(OTHER["employer"] if name == "employer" else "Oak Vision")
    assert getattr(after.interview, name) == OTHER[name]
    assert [met.person.name for met in after.met] == ["Zoë Hart"]
    others = [one.name for one in fields(Interview) if one.name != name]
    assert [getattr(after.interview, one) for one in others] == [
        getattr(before, one) for one in others
    ]
    assert "on file already" in line.well("change", "1", name.replace("_", "-"), said(name)).out


def test_the_day_and_the_hours_are_changed_together(line: CommandLine) -> None:
    line.well("add", "Oak Vision")
    line.well("change", "oak", "when", "19 nov 14:00-15:00")
    one = line.facts("Oak Vision").interview
    assert [getattr(one, name) for name in sorted(WHOLE)] == [OTHER[name] for name in sorted(WHOLE)]


def test_a_field_is_emptied_and_what_cannot_be_is_refused(line: CommandLine) -> None:
    line.well("add", "Oak Vision", "--promised", "fri", "--place", "Mill", "--felt", "well")
    for name in ("promised-on", "place", "felt"):
        line.well("change", "oak", name, "")
    one = line.facts("Oak Vision").interview
    assert (one.promised_on, one.place, one.felt.value) == (None, "", "")
    for name, text in (("employer", ""), ("when", "grue"), ("zone", "Mars/X"), ("felt", "odd")):
        line.refused("change", "oak", name, text)
    assert "say one of" in line.refused("change", "oak", "felt", "odd")
    assert line.facts("Oak Vision").interview == one


def test_a_deleted_interview_comes_back(line: CommandLine) -> None:
    line.well("add", "Oak Vision")
    assert "undo brings it back" in line.well("delete", "oak").out
    with line.store() as store:
        assert interviews(store.file) == []
    line.well("undo")
    assert line.facts("Oak Vision").interview.employer == "Oak Vision"
