"""News from an employer: one dialog for all that they say."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from afterview_tui.domain.records import FollowUp, Result
from afterview_tui.storage.store import Store
from afterview_tui.tui.interviews.interview_work import AFTER_A_NO
from afterview_tui.tui.interviews.news_dialog import NewsDialog
from tests.tui.driving import NARROW, Clock, Window, facts, opened, records, second, shows

OUTCOME = "SELECT outcome, outcome_on FROM interview WHERE id = 1"
SMALL = (60, 20)


def then(window: Window) -> str:
    """What the dialog says that will follow."""
    return " ".join(window.lines_of("#form-follows").split())


# The commonest


async def test_a_no_is_noted_with_three_keys_and_their_words(path: Path) -> None:
    async with opened(path, begin="") as window:
        await window.press("o", "6", *"somebody with 3 years more", "enter")
        assert window.rows(OUTCOME) == [("no", "2026-11-23")]
        assert window.rows("SELECT why_not FROM reflection WHERE interview_id = 1") == [
            ("somebody with 3 years more",)
        ]
        await window.press("1")
        assert "no" in window.pane("interviews").split()
        await window.press("u")
        await window.says("Undone: noted news from Lakeside Dental: a no")
        assert window.rows(OUTCOME) == [("open", None)]
        assert window.rows("SELECT why_not FROM reflection WHERE binned_at IS NULL") == []


async def test_a_no_is_noted_with_three_keys_and_no_words(path: Path) -> None:
    async with opened(path, begin="") as window:
        await window.press("o", "6", "enter")
        assert window.rows(OUTCOME) == [("no", "2026-11-23")]
        assert window.app.screen is window.main
        await window.says(AFTER_A_NO)
        await window.to_line("Ask which areas")  # is open in step 4


# The lines


@pytest.mark.parametrize(
    ("key", "outcome"),
    [
        ("3", "offer"),
        ("4", "accepted"),
        ("5", "declined"),
        ("6", "no"),
        ("7", "withdrawn"),
        ("8", "quiet"),
    ],
)
async def test_every_outcome_is_a_line_that_says_what_is_so_then(
    path: Path, key: str, outcome: str
) -> None:
    async with opened(path) as window:
        await window.press("o", key, "enter")
        assert window.rows(OUTCOME) == [(outcome, "2026-11-23")]
        await window.press("o")
        assert "since Mon 23 Nov, today" in window.screen
        assert window.current_line.startswith(f"{key}  ")
        assert window.current_line.rstrip().endswith("●")
        await window.press("1", "enter")
        assert window.rows(OUTCOME) == [("open", None)]


@pytest.mark.parametrize("news", [[], ["3", *"tue"], ["9"], ["6"]], ids=["open", "offer", "", "no"])
async def test_enter_on_what_is_so_already_changes_nothing(path: Path, news: list[str]) -> None:
    async with opened(path) as window:
        if news:
            await window.press("o", *news, "enter")
        before = records(path), window.rows("SELECT * FROM change")
        await window.press("o")
        assert shows(window, NewsDialog)
        await window.until(lambda: then(window) == "Then: nothing changes.")
        await window.press("enter")
        assert window.app.screen is window.main
        assert (records(path), window.rows("SELECT * FROM change")) == before


async def test_an_offer_has_the_day_by_which_it_wants_its_answer(path: Path) -> None:
    async with opened(path) as window:
        await window.press("o", "3")
        await window.typed("wed")
        await window.until(lambda: window.hint("answer") == "Wed 25 Nov, in 2 days")
        await window.until(lambda: "“Answer the offer” is due Wed 25 Nov" in then(window))
        await window.press("enter")
        assert window.rows("SELECT outcome, answer_by FROM interview WHERE id = 1") == [
            ("offer", "2026-11-25")
        ]
        await window.press("2")
        await window.to_line("Answer the offer")
        assert "Wed 25 Nov, in 2 days" in window.pane("steps")
        await window.press("1")
        shown = window.pane("interviews")
        assert "offer" in shown
        assert "answer by Wed 25 Nov" in shown
        await window.press("o", "3")
        await window.typed("fri")  # what is there is chosen, and so replaced
        await window.press("enter")
        assert window.rows("SELECT answer_by FROM interview WHERE id = 1") == [("2026-11-27",)]


async def test_the_day_by_which_they_decide_is_noted_from_any_pane_and_taken_back(
    path: Path,
) -> None:
    async with opened(path) as window:
        await window.press("2", "o", "1")
        await window.typed("fri")
        await window.until(lambda: "Fri 27 Nov, in 4 days" in window.hint("promised"))
        await window.until(lambda: "Mon 30 Nov, in 7 days" in then(window))
        await window.press("enter")
        assert window.rows("SELECT promised_on FROM interview WHERE id = 1") == [("2026-11-27",)]
        await window.to_line("Ask how things stand")
        assert "Mon 30 Nov, in 7 days" in window.pane("steps")
        await window.press("o", "1", "backspace", "enter")
        assert window.rows("SELECT promised_on FROM interview WHERE id = 1") == [(None,)]


async def test_a_promise_can_be_brought_forward_after_a_try(path: Path, clock: Clock) -> None:
    with closing(Store(path, clock)) as store:
        known = store.interviews.facts(1)
        assert known is not None
        number = store.checklist.follow_up(known, Result.REACHED, clock().date())
        tried = replace(FollowUp(), id=number, interview_id=1)
        store.checklist.say_of_try(tried, "next week", date(2026, 12, 4))
    async with opened(path, clock=clock) as window:
        await window.press("o", "1")
        assert window.value("promised") == "Fri 4 Dec 2026"
        await window.typed("tomorrow")
        await window.press("enter")
        assert window.rows("SELECT new_promise FROM follow_up") == [("2026-11-24",)]
        await window.press("2")
        await window.to_line("Ask how things stand")
        assert "Wed 25 Nov, in 2 days" in window.pane("steps")


async def test_a_day_that_is_no_date_is_said_and_kept(path: Path) -> None:
    async with opened(path) as window:
        await window.press("o", "1")
        await window.typed("soonish")
        await window.press("enter")
        assert "“soonish” is not understood" in window.hint("promised")
        await window.press("escape", "escape", "o")
        assert window.value("promised") == "soonish"
        assert window.rows(OUTCOME) == [("open", None)]


async def test_a_missed_call_is_of_today_unless_a_day_is_said(path: Path) -> None:
    async with opened(path) as window:
        await window.press("o", "9", "enter")
        assert window.rows("SELECT missed_call_on FROM interview WHERE id = 1") == [("2026-11-23",)]
        assert "Ask for a new time" in window.pane("steps")
        await window.press("o")
        assert window.current_line.startswith("9  ")
        await window.press("9", *"sunday", "enter")
        assert window.rows("SELECT missed_call_on FROM interview WHERE id = 1") == [("2026-11-22",)]


async def test_another_round_opens_its_form_and_its_words_go_along(path: Path) -> None:
    async with opened(path) as window:
        before = records(path)
        await window.press("o", "2", "tab")
        await window.typed("with the whole team")
        await window.press("enter")
        assert "Round 2 at Lakeside Dental" in window.screen
        assert records(path) == before
        await window.press("escape", "o")
        assert window.value("said") == "with the whole team"
        await window.press("enter")
        await window.fill("when", "dec 1")
        await window.press("ctrl+s")
        assert window.rows("SELECT notes FROM interview WHERE id = 1") == [
            ("Mon 23 Nov 2026, another round: with the whole team",)
        ]
        assert window.rows("SELECT round FROM interview WHERE id = 3") == [(2,)]
        assert window.rows("SELECT * FROM draft") == []
        assert "round 2" in window.pane("interviews")
        await window.press("u", "u")
        assert records(path)["interview"] == before["interview"]


async def test_saving_says_what_was_noted(path: Path) -> None:
    async with opened(path) as window:
        for key, words in (
            ("6", "a no from Lakeside Dental"),
            ("3", "an offer after all from Lakeside Dental"),
            ("4", "you accepted the offer from Lakeside Dental"),
            ("7", "you withdrew at Lakeside Dental"),
            ("8", "Lakeside Dental is quiet"),
            ("1", "still waiting for Lakeside Dental"),
            ("9", "a missed call from Lakeside Dental"),
        ):
            await window.press("o", key, "enter")
            await window.says(f"Noted: {words}. u takes it back.")


# Keys


async def test_words_typed_after_tab_stay_words_and_do_not_turn_a_no_into_accepted(
    path: Path,
) -> None:
    async with opened(path) as window:
        await window.press("o", "6", "tab")
        await window.typed("they liked me, no stock left\n")
        assert window.rows(OUTCOME) == [("no", "2026-11-23")]
        assert window.rows("SELECT why_not FROM reflection") == [("they liked me, no stock left",)]


@pytest.mark.parametrize("key", "123456789")
async def test_after_every_digit_words_go_into_a_text_and_tab_never_to_the_lines(
    path: Path, key: str
) -> None:
    async with opened(path) as window:
        await window.press("o", key)
        seen = {window.focused}
        for way in ("tab", "tab", "shift+tab", "shift+tab", "shift+tab"):
            await window.press(way)
            seen.add(window.focused)
        day = {"1": "field-promised", "3": "field-answer", "9": "field-missed"}
        assert seen == {"field-said", day.get(key, "field-said")}
        await window.typed("kk9")
        assert "kk9" in window.value((window.focused or "").removeprefix("field-"))
        await window.press("escape")
        assert window.focused == "field-heard"
        assert window.current_line.startswith(f"{key}  ")


async def test_the_text_with_the_cursor_is_marked(path: Path) -> None:
    async with opened(path) as window:
        await window.press("o")
        assert not window.lines_of("#field-said").startswith("▌")
        await window.press("6")
        assert window.lines_of("#field-said").startswith("▌")


async def test_digits_and_letters_choose_a_line_and_are_text_in_a_field(path: Path) -> None:
    async with opened(path) as window:
        await window.press("o", "j", "j", "k")
        assert window.current_line.startswith("2  ")
        await window.press("5", "escape")  # out of the text, to the lines
        assert window.current_line.startswith("5  ")
        await window.press("6", *"24 jobs, 3 kept")
        assert window.value("said") == "24 jobs, 3 kept"
        await window.press("up")  # out of the text, and to the line before
        assert window.focused == "field-heard"
        assert window.current_line.startswith("5  ")
        await window.press("enter")
        assert window.rows(OUTCOME) == [("declined", "2026-11-23")]
        assert "declined: 24 jobs, 3 kept" in window.rows("SELECT notes FROM interview")[0][0]


async def test_keys_that_come_in_one_bunch_do_the_same(path: Path) -> None:
    async with opened(path) as window:
        await window.typed("o6too few years\n")
        assert window.rows(OUTCOME) == [("no", "2026-11-23")]
        assert window.rows("SELECT why_not FROM reflection") == [("too few years",)]


async def test_what_is_typed_is_kept_on_escape_with_its_line(path: Path) -> None:
    async with opened(path) as window:
        await window.press("o", "6", *"too few years", "escape", "escape")
        assert window.rows(OUTCOME) == [("open", None)]
        await window.press("o")
        assert "as you left it" in window.screen
        assert window.current_line.startswith("6  ")
        assert window.value("said") == "too few years"
        await window.press("enter")
        assert window.rows(OUTCOME) == [("no", "2026-11-23")]
        assert window.rows("SELECT * FROM draft") == []


async def test_who_only_looked_at_a_line_finds_what_is_so_the_next_time(path: Path) -> None:
    """A no that was looked at must not be noted by the next Enter."""
    async with opened(path) as window:
        await window.press("o", "6", "escape", "escape", "o")
        assert window.current_line.startswith("1  ")
        await window.press("enter")
        assert window.rows(OUTCOME) == [("open", None)]


async def test_starting_over_goes_back_to_what_is_so(path: Path) -> None:
    async with opened(path) as window:
        await window.press("o", "6", *"words", "ctrl+r")
        assert window.value("said") == ""
        assert window.current_line.startswith("1  ")
        await window.press("ctrl+s")
        assert window.rows(OUTCOME) == [("open", None)]


@pytest.mark.parametrize("size", [NARROW, SMALL])
async def test_all_of_it_is_seen_in_a_small_window(path: Path, size: tuple[int, int]) -> None:
    async with opened(path, size=size) as window:
        await window.press("o", "3", *"tue")
        await window.until(lambda: then(window).startswith("Then: “Answer"))
        await window.settle()
        for words in (
            "1  Still",
            "9  A missed call",
            "What they said",
            "Then: “Answer",
            "Esc Back",
        ):
            assert words in window.screen


async def test_an_interview_that_another_window_changed_meanwhile_keeps_the_rest(
    path: Path, clock: Clock
) -> None:
    async with opened(path, clock=clock) as window, second(path, clock) as other:
        await window.press("o", "3", *"tue", "tab", *"from January")
        with other.file.change("noted something") as change:
            change.put(replace(facts(path, clock).interview, notes="Thirty hours", place="4 Shore"))
        await window.press("enter")
        one = facts(path, clock).interview
        assert (one.outcome, one.place) == ("offer", "4 Shore")
        assert one.notes == "Thirty hours\nMon 23 Nov 2026, an offer: from January"


async def test_the_history_is_found_in_the_list_of_what_can_be_done(path: Path) -> None:
    async with opened(path) as window:
        await window.press("o", "6", "enter", "question_mark")
        await window.typed("history\n")
        assert "They said no" in window.screen
