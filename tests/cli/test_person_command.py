"""Who somebody is, and what is to be corrected, without a screen."""

from __future__ import annotations

from dataclasses import fields

import pytest

from afterview_tui.domain.records import Person
from tests.cli.conftest import CommandLine


def test_somebody_is_shown_with_what_was_before(sample: CommandLine) -> None:
    out = sample.well("person", "maria chen").out
    for words in ("Dr. Maria Chen, owner", "555-0150", "m.chen@lakeside.example.com", "met at"):
        assert words in out
    assert sample.well("person", "555-0150").out == out
    data = sample.well("person", "maria chen", "--json").data
    assert data["person"]["name"] == "Maria Chen"


def test_a_corrected_name_stays_the_same_person(sample: CommandLine) -> None:
    before = sample.facts("Lakeside Dental")
    sample.well("person", "maria chen", "name", "Maria Cheng")
    after = sample.facts("Lakeside Dental")
    assert [met.person.id for met in after.met] == [met.person.id for met in before.met]
    assert after.met[0].person.name == "Maria Cheng"
    assert after.letters == before.letters
    sample.well("undo")
    assert sample.facts("Lakeside Dental").met[0].person.name == "Maria Chen"


@pytest.mark.parametrize("field", [one.name for one in fields(Person) if one.name != "id"])
def test_every_field_of_a_person_can_be_changed(line: CommandLine, field: str) -> None:
    line.well("add", "Oak Vision", "--met", "Zoë Hart")
    line.well("person", "hart", field.replace("_", "-"), "Marker")
    assert getattr(line.facts("Oak Vision").met[0].person, field) == "Marker"


def test_of_namesakes_each_is_listed_and_what_is_missing_is_asked_for(line: CommandLine) -> None:
    line.well("add", "Oak Vision", "--met", "Zoë Hart")
    line.well("add", "Elm School", "--met", "Zoë Hart")
    said = line.refused("person", "hart")
    assert "Zoë Hart of Oak Vision" in said
    assert "Zoë Hart of Elm School" in said
    assert "Elm School" in line.well("person", "hart elm").out
    assert "Nobody on file fits “nobody”" in line.refused("person", "nobody")
    assert "What is the phone?" in line.refused("person", "hart elm", "phone")
    assert "has a name" in line.refused("person", "hart elm", "name", " ")


def test_a_call_sheet_is_printed_for_the_phone(sample: CommandLine) -> None:
    out = sample.well("show", "lakeside", "--call").out
    assert "555-015" in out
    assert "voicemail" in out.lower()
