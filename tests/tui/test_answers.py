"""After the answer: an offer, the others told of it, a job taken, the others withdrawn from."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

from afterview_tui.domain.records import Outcome
from afterview_tui.storage.interviews import Entry
from afterview_tui.storage.store import Store
from afterview_tui.tui.interviews.news_dialog import PASSED
from afterview_tui.tui.kit.choice_dialog import Choose
from afterview_tui.tui.kit.pick_dialog import Pick
from afterview_tui.tui.main.main_screen import MainScreen
from afterview_tui.tui.steps.answer_work import CALL_FIRST
from afterview_tui.tui.steps.call_sheet import CallSheet
from tests.tui.driving import (
    NARROW,
    Clock,
    Window,
    facts,
    mark_sent,
    opened,
    records,
    shows,
)

LAKESIDE, OAK = "Lakeside Dental", "Oak Vision"
OUTCOMES = "SELECT outcome, answer_by FROM interview ORDER BY id"
SENT = "SELECT interview_id, kind FROM letter WHERE state = 'sent' ORDER BY id"
TUESDAY = date(2026, 11, 24)


async def walk_to(window: Window, pane: str, words: str) -> None:
    """Go to a line with the keys alone: to the first one, then down."""
    await window.press(pane, "g")
    seen = 0
    while words not in " ".join(window.current_line.split()):
        seen += 1
        assert seen < 60, f"no line with {words!r}:\n{window.screen}"
        await window.press("j")


async def at(window: Window, employer: str, words: str) -> None:
    """The line of the steps with these words, of the interview with this employer."""
    await walk_to(window, "1", employer)
    await walk_to(window, "2", words)


def then(window: Window) -> str:
    """What the dialog says that will follow."""
    return " ".join(window.lines_of("#form-follows").split())


def below(window: Window) -> str:
    """All that is said of the line under the cursor of the steps, also what a window cuts."""
    return str(window.panes.steps.border_subtitle)


async def test_from_two_open_interviews_to_a_job_taken_with_keys_alone_and_back_and_on(
    path: Path,
) -> None:
    async with opened(path, size=NARROW) as window:
        for name in ("Amy Ortiz", "Tom Reed"):
            await at(window, LAKESIDE, name)
            await window.press("space")
        start, changes = records(path), len(window.rows("SELECT id FROM change"))

        await walk_to(window, "1", LAKESIDE)
        await window.press("o", "3", *"wed", "enter")
        assert window.rows(OUTCOMES) == [("offer", "2026-11-25"), ("open", None)]

        await at(window, LAKESIDE, "Answer the offer")
        await window.press("enter", "3", "enter")
        assert "Letter · Dr. Maria Chen · more time" in window.screen
        await mark_sent(window)
        await at(window, LAKESIDE, "Answer the offer")
        assert "asked for more time Mon 23 Nov" in below(window)

        await at(window, OAK, "Say you have an offer")
        await window.press("enter")
        assert shows(window, CallSheet)
        await window.press("7")
        assert "Letter · Zoë Hart · another offer" in window.screen
        await mark_sent(window)
        assert window.rows("SELECT interview_id, result FROM follow_up") == [(2, "e-mailed")]

        await walk_to(window, "1", LAKESIDE)
        await window.press("o", "4", "enter")
        await at(window, OAK, "Withdraw")
        await window.press("enter")
        assert "Letter · Zoë Hart · withdraw" in window.screen
        await mark_sent(window)
        assert window.rows(OUTCOMES) == [("accepted", None), ("withdrawn", None)]

        for name in ("Tell and thank Amy Ortiz", "Tell and thank Tom Reed"):
            await at(window, LAKESIDE, name)
            await window.press("space")
        assert window.rows("SELECT told_on FROM briefing WHERE interview_id = 1") == [
            ("2026-11-23",),
            ("2026-11-23",),
        ]
        assert window.rows(SENT) == [(1, "more time"), (2, "another offer"), (2, "withdraw")]

        end = records(path)
        did = len(window.rows("SELECT id FROM change")) - changes
        await window.press(*["u"] * did)
        assert records(path) == start
        await window.press(*["U"] * did)
        assert records(path) == end


# An offer


async def test_an_offer_says_who_else_is_to_be_told(path: Path) -> None:
    async with opened(path) as window:
        await walk_to(window, "1", LAKESIDE)
        await window.press("o", "3", *"wed")
        await window.until(lambda: "tell Oak Vision that you have an offer" in then(window))
        await window.press("escape", "4")
        await window.until(lambda: "withdraw at Oak Vision" in then(window))


async def test_an_offer_without_a_day_asks_for_one(path: Path) -> None:
    async with opened(path) as window:
        await walk_to(window, "1", LAKESIDE)
        await window.press("o", "3")
        await window.until(lambda: "no day yet, so ask them for one" in then(window))
        await window.press("enter")
        await at(window, LAKESIDE, "Answer the offer")
        assert "no day was named: ask for one" in below(window)


async def test_an_answer_by_day_in_the_past_is_doubted_and_taken(path: Path) -> None:
    async with opened(path) as window:
        await walk_to(window, "1", LAKESIDE)
        await window.press("o", "3", *"20 nov")
        await window.until(lambda: PASSED in window.screen)
        await window.until(lambda: "ask whether the offer still stands" in then(window))
        await window.press("enter")
        assert window.rows(OUTCOMES)[0] == ("offer", "2026-11-20")
        await at(window, LAKESIDE, "Answer the offer")
        assert "day passed: ask if it still stands" in below(window)


async def test_thanks_for_an_offer_are_written_and_settle_their_line(path: Path) -> None:
    async with opened(path) as window:
        await walk_to(window, "1", LAKESIDE)
        await window.press("o", "3", *"wed", "enter")
        await at(window, LAKESIDE, "Thank them, say by when")
        await window.press("enter")
        assert shows(window, Pick)
        await window.press("enter")
        assert "thanks for an offer" in window.screen
        await mark_sent(window)
        await at(window, LAKESIDE, "Thank them, say by when")
        assert "✓" in window.current_line


async def test_the_terms_are_noted_and_stand_beside_the_letter_that_accepts(path: Path) -> None:
    async with opened(path) as window:
        await walk_to(window, "1", LAKESIDE)
        await window.press("o", "3", *"wed", "enter")
        await at(window, LAKESIDE, "Decide")
        await window.press("enter")
        await window.typed("Start Mon 4 Jan\n41 an hour\ta week more of leave")
        await window.press("ctrl+s")
        assert window.rows("SELECT offer_written, offer_said FROM interview WHERE id = 1") == [
            ("Start Mon 4 Jan\n41 an hour", "a week more of leave")
        ]
        await at(window, LAKESIDE, "Decide")
        assert "only said: a week more of leave" in below(window)
        await at(window, LAKESIDE, "Answer the offer")
        await window.press("enter")
        assert "Only said so far: a week more of leave" in window.lines_of("#choose")
        await window.press("1", "enter", "enter")
        await window.until(lambda: "Start Mon 4 Jan" in window.screen)


async def test_the_terms_are_found_in_the_list_of_what_can_be_done(path: Path) -> None:
    async with opened(path) as window:
        await walk_to(window, "1", OAK)
        await window.choose("salary")
        assert "The offer from Oak Vision" in window.screen


async def test_an_offer_is_answered_in_the_dialog_where_nobody_was_met(
    path: Path, clock: Clock
) -> None:
    with closing(Store(path, clock)) as store:
        one = facts(path, clock).interview
        store.interviews.edit(Entry(one, [], None), one)
        store.interviews.end(one, Outcome.OFFER, clock.today)
    async with opened(path, clock=clock) as window:
        await at(window, LAKESIDE, "Answer the offer")
        await window.press("enter")
        assert "News from Lakeside Dental" in window.screen
        await window.press("4", "enter")
        assert window.rows(OUTCOMES)[0] == ("accepted", None)


# Two offers at once


async def test_of_two_offers_each_names_the_other_and_one_is_declined(path: Path) -> None:
    async with opened(path) as window:
        for employer in (LAKESIDE, OAK):
            await walk_to(window, "1", employer)
            await window.press("o", "3", *"wed", "enter")
        await at(window, OAK, "Answer the offer")
        assert "there is an offer from Lakeside Dental, too" in below(window)
        await walk_to(window, "1", LAKESIDE)
        await window.press("o", "4")
        await window.until(lambda: "decline the offer of Oak Vision" in then(window))
        await window.press("enter")
        await at(window, OAK, "Decline the offer")
        await window.press("enter")
        assert "Letter · Zoë Hart · decline" in window.screen
        await mark_sent(window)
        assert window.rows(OUTCOMES) == [("accepted", None), ("declined", None)]


# What turns round


async def test_an_offer_that_is_taken_back_brings_back_what_rested(path: Path) -> None:
    async with opened(path) as window:
        await walk_to(window, "1", LAKESIDE)
        await window.press("o", "4", "enter", "o", "6")
        await window.until(lambda: "their offer no longer stands" in then(window))
        assert "what rested at Oak Vision comes back" in then(window)
        await window.press("enter")
        await window.says("Noted: Lakeside Dental took its offer back.")
        await at(window, OAK, "Ask how things stand")


async def test_a_yes_that_is_undone_brings_the_others_back(path: Path) -> None:
    async with opened(path) as window:
        await at(window, OAK, "Ask how things stand")
        before = window.pane("steps")
        await walk_to(window, "1", LAKESIDE)
        await window.press("o", "4", "enter")
        await at(window, OAK, "Withdraw")
        await window.press("u")
        await at(window, OAK, "Ask how things stand")
        assert window.pane("steps") == before


async def test_a_no_that_turns_into_an_offer_is_said_and_keeps_their_words(path: Path) -> None:
    async with opened(path) as window:
        await walk_to(window, "1", LAKESIDE)
        await window.press("o", "6", *"more years", "enter", "o", "3")
        await window.until(lambda: "their no no longer stands" in then(window))
        await window.press("enter")
        await window.says("Noted: an offer after all from Lakeside Dental.")
        assert window.rows("SELECT why_not FROM reflection WHERE interview_id = 1") == [
            ("more years",)
        ]
        await at(window, LAKESIDE, "Answer the offer")


# The job taken


async def test_withdrawing_is_noted_with_one_key_and_asks_for_the_letter(path: Path) -> None:
    async with opened(path) as window:
        await walk_to(window, "1", LAKESIDE)
        await window.press("o", "4", "enter")
        await at(window, OAK, "Withdraw")
        await window.press("space")
        assert window.rows(OUTCOMES)[1] == ("withdrawn", None)
        await at(window, OAK, "Withdraw in writing")
        await window.press("enter")
        assert "Letter · Zoë Hart · withdraw" in window.screen


async def test_the_letter_that_withdraws_is_called_about_first_and_names_the_appointment(
    path: Path, clock: Clock
) -> None:
    with closing(Store(path, clock)) as store:
        oak = facts(path, clock, 2).interview
        store.interviews.edit(Entry(replace(oak, held_on=TUESDAY), None, None), oak)
        store.interviews.end(facts(path, clock).interview, Outcome.ACCEPTED, clock.today)
    async with opened(path, clock=clock) as window:
        await at(window, OAK, "Withdraw")
        assert "cancel Tue 24 Nov" in below(window)
        await window.press("enter")
        await window.says(CALL_FIRST)
        text = " ".join(window.panes.letter.writer.text.split())
        assert "tomorrow" in text or "Tuesday" in text


async def test_who_sets_withdrawing_aside_goes_on_with_the_interview(path: Path) -> None:
    async with opened(path) as window:
        await walk_to(window, "1", LAKESIDE)
        await window.press("o", "4", "enter")
        await at(window, OAK, "Withdraw")
        await window.press("d", *"it is only for weekends", "enter")
        await at(window, OAK, "Ask how things stand")


async def test_a_letter_that_was_begun_is_shown_beside_its_line_and_opened_at_once(
    path: Path, clock: Clock
) -> None:
    with closing(Store(path, clock)) as store:
        store.interviews.end(facts(path, clock, 2).interview, Outcome.ACCEPTED, clock.today)
    async with opened(path, clock=clock) as window:
        await at(window, LAKESIDE, "Withdraw")
        await window.press("enter", "j", "enter")
        assert "Letter · Jo Park · withdraw" in window.screen
        await window.press("enter", *"sorry", "escape")
        await at(window, LAKESIDE, "Write down how it went")
        await window.press("3", "[", "[")
        assert "Letter · Jo Park · withdraw" not in window.screen
        await at(window, LAKESIDE, "Withdraw")
        await window.until(lambda: "Letter · Jo Park · withdraw" in window.screen)
        await window.press("enter")
        assert shows(window, MainScreen)
        assert window.panes.letter.to is not None
        assert window.panes.letter.to.person.name == "Jo Park"
        await window.press("2", "y", "1")  # all the same: gaps are open
        await window.until(lambda: window.clipboard.texts)


# An offer elsewhere


async def test_what_came_of_telling_them_is_noted_as_a_try_and_taken_back(path: Path) -> None:
    async with opened(path) as window:
        await walk_to(window, "1", LAKESIDE)
        await window.press("o", "3", *"wed", "enter")
        await at(window, OAK, "Say you have an offer")
        await window.press("enter")
        assert "Another employer has offered me a job" in " ".join(window.screen.split())
        await window.press("2")
        assert window.rows("SELECT interview_id, result FROM follow_up") == [(2, "voicemail")]
        await at(window, OAK, "Say you have an offer")
        assert "✓" in window.current_line
        await at(window, OAK, "Asked how things stand")
        await window.press("space")
        await at(window, OAK, "Say you have an offer")
        assert "○" in window.current_line


async def test_a_letter_about_the_offer_that_did_not_go_out_opens_its_line_again(
    path: Path,
) -> None:
    async with opened(path) as window:
        await walk_to(window, "1", LAKESIDE)
        await window.press("o", "3", *"wed", "enter")
        await at(window, OAK, "Say you have an offer")
        await window.press("enter", "7")
        await mark_sent(window)
        assert window.rows("SELECT done_on FROM adjustment") == [("2026-11-23",)]
        await window.press("space")
        assert window.rows("SELECT done_on FROM adjustment") == [(None,)]
        await at(window, OAK, "Say you have an offer")
        assert "○" in window.current_line


# A no


async def test_thanks_after_a_no_are_offered_beside_asking_why_and_settle_it(path: Path) -> None:
    async with opened(path) as window:
        await walk_to(window, "1", LAKESIDE)
        await window.press("o", "6", "enter")
        await at(window, LAKESIDE, "Ask which areas")
        await window.press("enter")
        assert shows(window, Choose)
        await window.press("5", "enter")
        assert "Letter · Dr. Maria Chen · thanks after a no" in window.screen
        await mark_sent(window)
        await at(window, LAKESIDE, "Ask which areas")
        assert "✓" in window.current_line
        assert "thanked them Mon 23 Nov" in below(window)


async def test_one_may_choose_to_look_again_in_six_weeks(path: Path) -> None:
    async with opened(path) as window:
        await walk_to(window, "1", LAKESIDE)
        await window.press("o", "6", "enter")
        await at(window, LAKESIDE, "Ask which areas")
        await window.press("enter", "6")
        await window.says("Step 3 has a line for Tue 5 Jan 2027")
        assert shows(window, MainScreen)
        await at(window, LAKESIDE, "See if they look again")
        await window.press("enter", "enter")
        assert "thanks after a no" in window.screen
        await window.press("1", "u")
        await window.says("Undone: chose to look again at Lakeside Dental")
        assert window.rows("SELECT * FROM adjustment") == []
