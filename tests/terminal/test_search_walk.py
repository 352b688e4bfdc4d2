"""Search as bytes of a real terminal: a burst, a way there and the way back."""

from __future__ import annotations

from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from afterview_tui.domain.records import Interview, Person
from afterview_tui.storage.interviews import Entry
from afterview_tui.storage.store import Store
from tests.terminal.conftest import now, opened
from tests.terminal.driver import Terminal
from tests.unit.build import as_shown

SIZES = [(120, 36), (80, 24), (60, 20)]


@pytest.fixture
def filed(db: Path) -> Path:
    """A second interview, and a letter on file to somebody met at the first."""
    yesterday = now().date() - timedelta(days=1)
    with opened(db) as store:
        oak = Interview(employer="Oak Vision", role="Aide", held_on=yesterday)
        store.interviews.add(Entry(oak, [Person(name="Zoë Hart", phone="(212) 555-0121")]))
        facts = store.interviews.facts(1)
        assert facts is not None
        maria = facts.met[0].person
        store.letters.write(as_shown(facts, maria), maria, "Dear Dr. Chen, the recall list", "")
    return db


@pytest.mark.parametrize(("columns", "rows"), SIZES)
def test_a_burst_of_bytes_arrives_whole_and_enter_in_it_goes_there(
    filed: Path, home: Path, columns: int, rows: int
) -> None:
    with Terminal(filed, home, columns=columns, rows=rows) as terminal:
        terminal.wait_for("Lakeside Dental")
        terminal.settle()
        terminal.give(b"/dental")
        terminal.wait_for(r"│ dental +│")
        terminal.wait_for("INTERVIEWS 1")
        terminal.press("escape")
        terminal.wait_gone("INTERVIEWS 1")
        terminal.give("/zoë\r".encode())
        terminal.wait_for("Four steps · Oak Vision")
        terminal.wait_gone("Search ·")


def test_bytes_that_come_with_the_start_are_all_in_the_box(filed: Path, home: Path) -> None:
    with Terminal(filed, home) as terminal:
        terminal.give(b"/recall")
        terminal.wait_for(r"│ recall +│")
        terminal.wait_for("the recall list")


def test_a_letter_is_found_by_a_word_and_esc_leads_back(filed: Path, home: Path) -> None:
    with Terminal(filed, home) as terminal:
        terminal.wait_for("Lakeside Dental")
        terminal.press("2")
        terminal.send("/recall")
        terminal.wait_for("LETTERS 1")
        terminal.press("enter")
        terminal.wait_for("3 Letter · Dr. Maria Chen")
        terminal.wait_gone("LETTERS 1")
        terminal.press("escape", "q")
        assert terminal.wait_exit() == 0
    with closing(Store(filed, now)) as store:
        facts = store.interviews.facts(1)
        assert facts is not None
        assert facts.letters[0].text == "Dear Dr. Chen, the recall list"


def test_a_number_is_found_however_it_is_written(filed: Path, home: Path) -> None:
    with Terminal(filed, home, columns=80, rows=24) as terminal:
        terminal.wait_for("Lakeside Dental")
        terminal.send("/+1 212 5550121")
        terminal.wait_for(r"phone: \(212\) 555-0121")
