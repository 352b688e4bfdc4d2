"""A week of a job search with commands alone; the app shows it, and an open one sees it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from afterview_tui.domain.agenda import Group
from afterview_tui.domain.letter import LetterState
from afterview_tui.domain.records import Outcome
from tests.cli.conftest import CommandLine
from tests.tui.driving import opened


def week(line: CommandLine) -> None:
    """From Monday's interview to Friday's offer, and the next interview is prepared."""
    line.well("me", "--name", "Kim Doe", "--phone", "555 0123", "--email", "kim@example.com")
    line.well(
        *("add", "Harbor Clinic", "--role", "Hygienist", "--when", "today 8am", "--felt", "well"),
        *("--met", "Dr. Ana Ruiz, owner", "--met", "Sam Lee, office manager"),
        *("--reference", "Amy Ortiz, former manager, 555 0101", "--promised", "fri"),
    )
    line.well("met", "harbor", "ruiz", "--talk", "Children who come back", "--stress", "my calm")
    said = line.well("today").out
    for words in ("Thank Dr. Ana Ruiz", "Thank Sam Lee", "Write down how it went"):
        assert words in said
    moment = "You told me about the children who come back, and I have thought of little else."
    line.well("letter", "harbor", "ruiz", "--fill", "moment", moment)
    can = "At my last practice I halved the waiting list."
    line.well("letter", "harbor", "ruiz", "--fill", "you_can", can)
    line.well("letter", "harbor", "ruiz", "--out", "ruiz.txt")
    assert moment in Path("ruiz.txt").read_text(encoding="utf-8")
    line.well("done", "thank", "ruiz")
    line.well("done", "thank", "sam", "--aside", "said hello only")
    line.well("note", "harbor", "--under", "well", "The talk about children", "--sure", "4")
    line.well("question", "What would you change here?", "--at", "harbor")

    line.clock.forward(days=1)  # Tuesday
    assert "Amy Ortiz" in line.well("reference", "harbor", "amy", "--brief").out
    line.well("done", "brief", "amy")
    line.well("add", "Oak Vision", "--when", "next mon 10:00", "--met", "Zoë Hart")
    assert line("today", "--short").code in (0, 1)

    line.clock.forward(days=1)  # Wednesday
    line.well("reference", "harbor", "amy", "--called", "--note", "They asked about Fridays")
    assert "Thank Amy Ortiz" in line.well("today", "--all").out
    line.well("done", "thank", "amy")

    line.clock.forward(days=2)  # Friday
    said = line.well("news", "harbor", "offer", "--by", "next tue", "--said", "From January").out
    assert "Answer the offer" in said
    line.well("letter", "harbor", "ruiz", "--kind", "more time")
    line.well("export", "ics", "week.ics")
    line.well("report", "--from", "mon", "--out", "week.html")
    assert line("today").code in (0, 1)
    assert "What would you change here?" in line.well("show", "oak", "--prepare").out
    line.well("question", "What would you change here?", "--answer", "The recall list first")
    line.well("news", "harbor", "offer", "--by", "next wed")


async def test_the_app_shows_a_week_that_was_kept_with_commands_alone(line: CommandLine) -> None:
    week(line)
    harbor = line.facts("Harbor Clinic")
    assert harbor.interview.outcome is Outcome.OFFER
    assert [one.state for one in harbor.letters if one.sent_on] == [LetterState.SENT]
    assert harbor.vouching[0].briefing.thanked_on is not None
    async with opened(line.path, clock=line.clock) as window:
        case = window.desk.agenda.cases[harbor.interview.id]
        assert case.group in (Group.TODAY, Group.COMING_UP)
        shown = window.screen
        for words in ("Harbor Clinic", "Hygienist", "Oak Vision", "Answer the offer"):
            assert words in shown
        await window.press("u")
        await window.until(lambda: "noted news from Harbor Clinic" in window.notice)
    answer_by = line.facts("Harbor Clinic").interview.answer_by
    assert answer_by == date(2026, 12, 1)


async def test_an_open_app_sees_what_a_command_did(line: CommandLine) -> None:
    line.well("add", "Harbor Clinic", "--met", "Dr. Ana Ruiz")
    async with opened(line.path, clock=line.clock) as window:
        assert "Elm School" not in window.screen
        line.well("add", "Elm School", "--met", "Ines Roy")
        line.well("done", "thank", "ruiz")
        await window.until(lambda: "Elm School" in window.screen)
        facts = window.desk.agenda.cases[1].facts
        assert facts.letters[0].state is LetterState.SENT


@pytest.mark.parametrize("times", [3])
def test_a_week_can_be_taken_back_step_by_step(line: CommandLine, times: int) -> None:
    week(line)
    for _ in range(times):
        assert line.well("undo").out.startswith("Took back: ")
    for _ in range(times):
        assert line.well("undo", "--redo").out.startswith("Did again: ")
    assert line.facts("Harbor Clinic").interview.outcome is Outcome.OFFER
