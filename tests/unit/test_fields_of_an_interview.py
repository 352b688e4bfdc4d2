"""What is on file of an interview can be typed in its form, and is read on a page."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

import pytest

from afterview_tui.domain.preparation import Preparation
from afterview_tui.domain.records import Facts, Felt, Form, Interview, Outcome
from afterview_tui.domain.timeline import as_text, timeline
from afterview_tui.pages.brief import brief
from afterview_tui.pages.call_sheet import call_sheet
from afterview_tui.pages.preparation_sheet import preparation_sheet
from afterview_tui.storage.store import Store
from afterview_tui.tui.interviews.interview_form import edit_interview
from tests.unit.build import FRIDAY, MONDAY, interview, vouching

# What a field may hold besides what it holds in `interview()`.
OTHER: dict[str, Any] = {
    "employer": "Marker & Co",
    "role": "marker",
    "held_on": date(2026, 11, 19),
    "starts_at": time(14),
    "ends_at": time(15),
    "zone": "Europe/Lisbon",
    "form": Form.VIDEO,
    "place": "Marker Street 1",
    "round": 3,
    "follows_id": 7,
    "felt": Felt.WELL,
    "promised_on": date(2026, 12, 4),
    "missed_call_on": date(2026, 11, 22),
    "contact_how": "by marker",
    "position_facts": "four markers",
    "wanted_for": "time for markers",
    "who_calls": "Ms. Marker",
    "posting_link": "https://marker.example.org/",
    "posting": "Wanted: a marker",
    "to_ask": "How many markers?",
    "outcome": Outcome.OFFER,
    "outcome_on": date(2026, 11, 21),
    "answer_by": date(2026, 12, 2),
    "offer_written": "40 markers an hour",
    "offer_said": "another marker",
    "notes": "a marker",
    "created_at": datetime(2026, 11, 20, tzinfo=UTC),
}
# How an interview ended, and what an offer wants, is news, which has a dialog of its own, and so
# have its terms; a round is entered as one that follows.
NEWS = {"outcome", "answer_by", "offer_written", "offer_said"}
NOT_TYPED = {
    "id",
    "round",
    "follows_id",
    "outcome",
    "answer_by",
    "created_at",
    "offer_written",
    "offer_said",
}
# What only tells two rows apart, or when a row came. The zone is for reading the clock, and the
# notes are the user's own, for the form.
NOT_READ = {"id", "follows_id", "created_at", "zone", "notes"}
# An end needs a beginning, a day of an outcome an outcome.
BEFORE = interview(FRIDAY, starts_at=time(9), outcome=Outcome.NO, outcome_on=date(2026, 11, 20))


def test_every_field_has_something_else_to_hold() -> None:
    assert {field.name for field in fields(Interview)} - {"id"} == set(OTHER)


@pytest.fixture
def store(tmp_path: Path) -> Any:
    found = Store(tmp_path / "a.db", lambda: datetime(2026, 11, 23, 9, tzinfo=UTC))
    yield found
    found.close()


def typed(store: Store, one: Interview) -> list[tuple[str, str]]:
    form = edit_interview(Facts(one), MONDAY, lambda *_: None, store.drafts)
    return [(field.name, field.value) for field in form._fields]


@pytest.mark.parametrize("name", sorted(set(OTHER) - NOT_TYPED))
def test_a_field_of_the_interview_stands_in_its_form(store: Store, name: str) -> None:
    """Whoever adds a field and forgets the form is told here."""
    assert typed(store, replace(BEFORE, **{name: OTHER[name]})) != typed(store, BEFORE)


@pytest.mark.parametrize("name", sorted(set(OTHER) - NOT_TYPED))
def test_what_is_typed_in_the_form_is_what_is_kept(store: Store, name: str) -> None:
    """Whoever shows a field in the form and forgets to read it there is told here."""
    kept: list[Interview] = []
    form = edit_interview(
        Facts(BEFORE), MONDAY, lambda entry, _: kept.append(entry.interview), store.drafts
    )
    form._finish(dict(typed(store, replace(BEFORE, **{name: OTHER[name]}))))
    assert [getattr(one, name) for one in kept] == [OTHER[name]]


def read(one: Interview) -> str:
    """All that the pages say of an interview, those for its next round as well."""
    facts = Facts(one, vouching=(vouching(),))
    after = Facts(interview(date(2026, 12, 1), id=2, employer="Ames"))
    pages = [
        brief(facts, facts.vouching[0], MONDAY),
        call_sheet(facts, None, MONDAY),
        as_text(timeline([facts], MONDAY), MONDAY, "", 76),
        preparation_sheet(Preparation(facts), MONDAY).text(),
        preparation_sheet(Preparation(after, earlier=(facts,)), MONDAY).text(),
    ]
    return "\n".join(pages)


@pytest.mark.parametrize("name", sorted(set(OTHER) - NOT_READ))
def test_a_field_of_the_interview_is_read_on_a_page(name: str) -> None:
    """Whoever adds a field and forgets the pages is told here."""
    assert read(replace(BEFORE, **{name: OTHER[name]})) != read(BEFORE)
