"""Some of the commonest things, in the sample and from the start of the program.

The keys are counted besides the words that are typed. The cursor begins at what is due first.
"""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from afterview_tui.sample.fill import fill
from afterview_tui.storage.store import Store
from tests.tui.driving import Clock, Window, opened


@pytest.fixture
def sample(empty: Path, clock: Clock) -> Path:
    """The sample, as `demo` shows it."""
    with closing(Store(empty, clock)) as store:
        fill(store, clock.today)
    return empty


async def pressed(window: Window, *keys: str) -> int:
    """Press keys; answers how many they were."""
    await window.press(*keys)
    return len(keys)


async def test_a_reference_is_briefed_from_the_start(sample: Path, clock: Clock) -> None:
    async with opened(sample, clock=clock, begin="") as window:
        taken = await pressed(window, "k", "k", "k", "enter", "y", "space")
        assert window.rows(
            "SELECT person.name FROM briefing JOIN reference ON reference.id = reference_id"
            " JOIN person ON person.id = person_id WHERE briefed_on = ?",
            clock.today.isoformat(),
        ) == [("Ingrid Sørby",)]
        assert "Ingrid" in window.clipboard.texts[-1]
        assert taken == 6  # three lines up to her, then the three that it takes


async def test_a_call_that_met_the_voicemail_is_noted_from_the_start(
    sample: Path, clock: Clock
) -> None:
    async with opened(sample, clock=clock, begin="") as window:
        before = window.rows("SELECT count(*) FROM follow_up WHERE result = 'voicemail'")
        taken = await pressed(window, "j", "j", "j", "j", "enter", "2")
        after = window.rows("SELECT count(*) FROM follow_up WHERE result = 'voicemail'")
        assert after[0][0] == before[0][0] + 1
        assert taken == 6  # four lines down to it, then the two that it takes


async def test_a_letter_is_found_by_a_word_in_it(sample: Path, clock: Clock) -> None:
    async with opened(sample, clock=clock, begin="") as window:
        taken = await pressed(window, "slash")
        await window.typed("puppet")
        await window.until(lambda: "LETTERS" in window.screen)
        taken += await pressed(window, "enter")
        assert window.focused in ("letter", "letter-text")
        assert "Priya Rao-Ellis" in window.pane("letter")
        assert taken == 2
