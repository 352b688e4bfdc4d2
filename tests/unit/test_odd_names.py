"""A name of whatever is on file has a first name, a surname and a form of address."""

from __future__ import annotations

import pytest

from afterview_tui.domain import names
from afterview_tui.domain.records import Person
from tests.tui.odd import ODD


@pytest.mark.parametrize("odd", ODD)
@pytest.mark.parametrize("title", ["", "Dr."])
def test_any_name_can_be_addressed(odd: str, title: str) -> None:
    text = ODD[odd]
    name = text.decode(errors="replace") if isinstance(text, bytes) else text
    one = Person(name=name, title=title)
    for part in (names.surname, names.family_name, names.addressed):
        assert isinstance(part(one), str)
    assert isinstance(names.addressed(Person(name="Maria Chen", title=name)), str)
