"""The four steps: every kind of line done, moved, set aside, added, and taken back."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from afterview_tui.domain.records import Asked, Briefing, Felt, Outcome, Reference, Step
from tests.tui.driving import Clock, Window, facts, opened, records, second

# Room for every line of the list and of the steps; the other panes need not be drawn.
TALL = (94, 52)


def line(window: Window, words: str) -> str:
    """The line of the checklist with these words."""
    found = [one for one in window.pane("steps").splitlines() if words in one]
    assert found, window.pane("steps")
    return found[0].strip("│▌ ")


def listed(window: Window) -> str:
    """Every line of the checklist, also where a notice lies over it."""
    return "\n".join(str(option.prompt) for option in window.panes.steps.rows.options)


async def on(window: Window, words: str) -> None:
    """Go to a line of the checklist."""
    await window.press("2")
    await window.to_line(words)


@pytest.mark.parametrize(
    ("words", "sql", "before", "done", "shown"),
    [
        (
            "Amy Ortiz",
            "SELECT briefed_on FROM briefing WHERE id = 1",
            None,
            "2026-11-23",
            "briefed",
        ),
        ("Jo Park", "SELECT state FROM letter", (), "sent", "sent Mon 23 Nov"),
        (
            "Write down how",
            "SELECT done_on FROM adjustment WHERE task = 'reflect'",
            (),
            "2026-11-23",
            "done Mon 23 Nov",
        ),
        (
            "Unexpected",
            "SELECT done_on FROM adjustment WHERE task = 'questions'",
            (),
            "2026-11-23",
            "",
        ),
        ("Review the", "SELECT resume_reviewed_on FROM me", (), "2026-11-23", "reviewed"),
        (
            "Decide what",
            "SELECT done_on FROM adjustment WHERE task = 'differently'",
            (),
            "2026-11-23",
            "",
        ),
    ],
)
async def test_space_settles_a_line_and_space_takes_it_back(
    path: Path, words: str, sql: str, before: object, done: str, shown: str
) -> None:
    async with opened(path, size=TALL) as window:
        assert window.rows(sql) == ([] if before == () else [(before,)])
        await on(window, words)
        await window.press("space")
        if "letter" in sql:  # what is open in it is said first
            await window.press("space")
        assert window.rows(sql) == [(done,)]
        assert line(window, words).startswith("✓")
        assert shown in line(window, words)
        assert words in window.current_line
        await window.press("space")
        assert window.rows(sql) != [(done,)]
        assert line(window, words).startswith("○")


async def test_references_that_were_called_are_thanked_and_told(path: Path, clock: Clock) -> None:
    async with opened(path, size=TALL, clock=clock) as window, second(path, clock) as other:
        with other.file.change("they called") as change:
            change.update(Briefing, 1, called_on=date(2026, 11, 23))
        other.interviews.end(facts(path, clock).interview, Outcome.OFFER, date(2026, 11, 23))
        await window.until(lambda: "Tell Amy Ortiz" in window.pane("steps"))
        await on(window, "Thank Amy Ortiz")
        await window.press("space")
        await on(window, "Tell Amy Ortiz")
        await window.press("space")
        sql = "SELECT thanked_on, told_on FROM briefing WHERE id = 1"
        assert window.rows(sql) == [("2026-11-23", "2026-11-23")]
        await window.press("space")
        assert window.rows(sql) == [("2026-11-23", None)]


async def test_a_line_set_aside_no_longer_counts_and_space_brings_it_back(path: Path) -> None:
    async with opened(path, size=TALL) as window:
        await on(window, "Review the")
        await window.press("d", "enter")
        assert window.rows("SELECT task, set_aside_on FROM adjustment") == [
            ("resume", "2026-11-23")
        ]
        assert line(window, "Review the").startswith("–")
        assert "0 of 3" in line(window, "Prepare")
        await window.says("Set aside “Review the résumé”. u brings it back.")
        await window.press("space")
        assert window.rows("SELECT set_aside_on FROM adjustment") == [(None,)]
        assert "0 of 4" in line(window, "Prepare")


async def test_a_reference_set_aside_is_not_needed_yet(path: Path) -> None:
    async with opened(path, size=TALL) as window:
        await on(window, "Tom Reed")
        await window.press("d", "enter")
        assert window.rows("SELECT not_needed_on FROM briefing WHERE id = 2") == [("2026-11-23",)]
        assert "not needed yet" in line(window, "Tom Reed")
        await window.press("space")
        assert window.rows("SELECT not_needed_on FROM briefing WHERE id = 2") == [(None,)]


async def test_a_reason_is_asked_in_the_same_line_and_esc_sets_nothing_aside(path: Path) -> None:
    sql = "SELECT set_aside_on, reason FROM adjustment WHERE task = 'resume'"
    async with opened(path, size=TALL) as window:
        await on(window, "Review the")
        before = records(path)
        await window.press("d")
        await window.typed("sent it")
        await window.press("escape")
        assert {**records(path), "draft": []} == {**before, "draft": []}
        assert line(window, "Review the").startswith("○")
        await window.press("d")
        assert window.value("line") == "sent it"
        await window.typed(" last week\n")
        assert window.rows(sql) == [("2026-11-23", "sent it last week")]
        assert line(window, "Review the").startswith("–")
        await window.says("Set aside “Review the résumé”. u brings it back.")
        await window.press("u")
        assert window.rows(sql) == []


async def test_a_key_for_a_line_says_so_on_the_heading_of_a_step(path: Path) -> None:
    async with opened(path, size=TALL) as window:
        before = records(path)
        await on(window, "References")
        for key in ("space", "d", "e"):
            await window.press(key)
            await window.says("This is no line to do: choose one below it.")
        assert records(path) == before


async def test_a_line_that_is_not_done_after_all_says_so(path: Path) -> None:
    async with opened(path, size=TALL) as window:
        await on(window, "Review the")
        await window.press("space", "space")
        await window.says("Not done after all: Review the résumé: Lakeside Dental.")
        assert "○" in line(window, "Review the")


async def test_the_first_and_the_last_line_stay_where_they_are(path: Path) -> None:
    """Up on the first line led to the last one, and the next key acted on that."""
    async with opened(path, size=TALL) as window:
        await window.press("2", "g", "up", "k")
        assert window.panes.steps.rows.highlighted == 0
        await window.press("G")
        last = window.panes.steps.rows.highlighted
        await window.press("down", "j")
        assert window.panes.steps.rows.highlighted == last
        assert last != 0


async def test_a_settled_line_is_neither_set_aside_nor_moved(path: Path) -> None:
    async with opened(path, size=TALL) as window:
        await on(window, "Review the")
        await window.press("space")
        before = records(path)
        await window.press("d")
        await window.says("“Review the résumé” is settled already")
        await window.press(">")
        await window.says("is settled and has no date to move")
        await window.press("e")
        await window.says("is settled and has no date to set")
        assert records(path) == before
        assert window.focused == "step-rows"


async def test_due_dates_move_by_a_day_and_into_words(path: Path) -> None:
    sql = "SELECT moved_to FROM adjustment WHERE task = 'resume'"
    async with opened(path, size=TALL) as window:
        await on(window, "Review the")
        moves = [(">", "2026-11-23"), (">", "2026-11-24"), ("<", "2026-11-23")]
        for key, day in moves:
            await window.press(key)
            assert window.rows(sql) == [(day,)]
        assert "Mon 23 Nov, today" in line(window, "Review the")
        await window.press("e")
        await window.typed("fri")
        await window.until(lambda: window.hint("due") == "Fri 27 Nov, in 4 days")
        await window.press("ctrl+s")
        assert window.rows(sql) == [("2026-11-27",)]
        await window.press("e")
        await window.typed("blah\n")
        await window.until(lambda: "“blah” is not understood" in window.hint("due"))
        assert window.rows(sql) == [("2026-11-27",)]


@pytest.mark.parametrize(
    ("step", "typed", "shown"),
    [
        ("References", "Ana Lund, teacher", "Ana Lund"),
        ("Thank-you letters", "Ms. Ana Lund, R.N.", "Ms. Ana Lund"),
        ("Follow up", "Send the certificate", "Send the certificate"),
        ("Prepare", "Buy a notebook", "Buy a notebook"),
    ],
)
async def test_a_line_is_added_to_the_step_under_the_cursor(
    path: Path, clock: Clock, step: str, typed: str, shown: str
) -> None:
    async with opened(path, size=TALL, clock=clock) as window:
        await on(window, step)
        await window.press("a")
        await window.typed(typed)
        await window.press("enter")

        one = facts(path, clock)
        added = {
            "R": [v.person.shown for v in one.vouching],
            "T": [m.person.shown for m in one.met],
            "F": [i.text for i in one.own_items if i.step is Step.FOLLOW_UP],
            "P": [i.text for i in one.own_items if i.step is Step.PREPARE],
        }
        assert [letter for letter, names in added.items() if shown in names] == [step[0]]
        assert line(window, shown).startswith("○")
        assert window.focused == "step-rows"
        await window.press("u")
        assert shown not in listed(window)


async def test_a_line_of_ones_own_is_done_dated_and_deleted(path: Path) -> None:
    async with opened(path, size=TALL) as window:
        await on(window, "Prepare")
        await window.press("a")
        await window.typed("Buy tea\n")
        await on(window, "Buy tea")
        await window.press(">")
        assert window.rows("SELECT due, done_on FROM own_item") == [("2026-11-24", None)]
        await window.press("space")
        assert window.rows("SELECT done_on FROM own_item") == [("2026-11-23",)]
        await window.press("space", "d")
        assert window.rows("SELECT done_on, binned_at IS NULL FROM own_item") == [(None, 0)]
        assert "Buy tea" not in listed(window)
        await window.press("u")
        assert "Buy tea" in listed(window)


async def test_a_follow_up_asks_for_its_result_and_the_next_try_appears(path: Path) -> None:
    async with opened(path, size=TALL) as window:
        await on(window, "Ask how things stand")
        await window.press("space")
        assert "what came of it?" in window.screen
        assert window.rows("SELECT * FROM follow_up") == []
        await window.press("2")
        assert window.rows("SELECT result, done_on, channel FROM follow_up") == [
            ("voicemail", "2026-11-23", "phone")
        ]
        assert line(window, "Asked how things stand").startswith("✓")
        assert line(window, "Ask again").startswith("○")
        await on(window, "Ask again")
        await window.press("space", "j", "enter")  # the list is used with the cursor as well
        assert len(window.rows("SELECT * FROM follow_up")) == 2
        assert "Ask again" not in window.pane("steps")


async def test_escape_leaves_a_choice_without_choosing(path: Path) -> None:
    async with opened(path, size=TALL) as window:
        before = records(path)
        await on(window, "Ask how things stand")
        await window.press("space", "escape", "1", "o", "escape")
        assert records(path) == before
        assert window.focused == "interview-rows"


async def test_an_answered_follow_up_ends_the_asking(path: Path) -> None:
    async with opened(path, size=TALL) as window:
        await on(window, "Ask how things stand")
        await window.press("space", "1")
        assert window.rows("SELECT result FROM follow_up") == [("reached",)]
        assert "Ask again" not in window.pane("steps")


async def test_after_a_no_why_is_asked_and_the_references_are_left_alone(path: Path) -> None:
    async with opened(path, size=TALL) as window:
        await window.to_line("Lakeside")
        await window.press("o", "6", "enter")
        assert window.rows("SELECT outcome, outcome_on FROM interview WHERE id = 1") == [
            ("no", "2026-11-23")
        ]
        assert line(window, "Ask which areas").startswith("○")
        assert "the outcome is known" in line(window, "Amy Ortiz")
        await on(window, "Ask which areas")
        await window.press("enter", "3")
        await window.typed("More practice")
        await window.press("escape")
        assert window.rows("SELECT why_not FROM reflection") == [("More practice",)]
        await window.press("2")
        assert line(window, "Ask which areas").startswith("✓")


async def test_an_offer_wants_an_answer(path: Path) -> None:
    async with opened(path, size=TALL) as window:
        await window.to_line("Lakeside")
        await window.press("o", "3", "enter")
        assert window.rows("SELECT outcome FROM interview WHERE id = 1") == [("offer",)]
        await on(window, "Answer the offer")
        await window.press("space", "enter")
        assert window.rows("SELECT outcome FROM interview WHERE id = 1") == [("offer",)]
        await window.press("space", "4", "enter")
        assert window.rows("SELECT outcome FROM interview WHERE id = 1") == [("accepted",)]


async def test_enter_goes_to_where_a_line_is_worked_on(path: Path) -> None:
    async with opened(path, size=TALL) as window:
        await on(window, "Jo Park")
        await window.press("enter")
        assert window.focused == "letter"
        assert window.panes.letter.text.startswith("Dear Jo,")
        await on(window, "Write down how")
        await window.press("enter")
        assert window.focused == "journal-text"
        assert "What went well" in window.pane("journal")
        await window.press("escape")
        await on(window, "Unexpected")
        await window.press("enter")
        assert "A question you did not expect" in window.screen


async def test_a_new_day_is_noticed(path: Path, clock: Clock) -> None:
    async with opened(path, size=TALL, clock=clock) as window:
        assert "Mon 23 Nov 2026" in window.lines[0]
        clock.forward(days=1)
        await window.until(lambda: "Tue 24 Nov 2026" in window.lines[0])


async def test_everything_is_undone_one_by_one(path: Path, clock: Clock) -> None:
    steps = [
        ("Amy Ortiz", ["space"]),
        ("Tom Reed", ["d", "enter"]),
        ("Dr. Maria Chen", ["space", "space"]),
        ("Jo Park", ["d", "enter"]),
        ("Ask how things stand", [">"]),
        ("Ask how things stand", ["space", "4"]),
        ("Ask again", [">"]),
        ("Review the", ["space"]),
        ("Decide what", [">"]),
        ("Write down how", ["space"]),
    ]
    async with opened(path, size=TALL, clock=clock) as window:
        states = [records(path)]
        for words, keys in steps:
            await on(window, words)
            await window.press(*keys)
            clock.forward(minutes=1)
            states.append(records(path))
        await on(window, "Prepare")
        await window.press("a", "x", "enter")
        states.append(records(path))
        await window.press("1", "o", "6", "enter")
        states.append(records(path))
        await window.press("d")
        states.append(records(path))
        assert all(one != other for one, other in pairwise(states))

        for state in reversed(states[:-1]):
            await window.press("u")
            assert records(path) == state
        assert line(window, "Amy Ortiz").startswith("○")
        for state in states[1:]:
            await window.press("U")
            assert records(path) == state


async def test_a_reference_that_declined_is_set_aside(path: Path, clock: Clock) -> None:
    async with opened(path, size=TALL, clock=clock) as window, second(path, clock) as other:
        with other.file.change("declined") as change:
            change.update(Reference, 1, asked=Asked.DECLINED)
        await window.until(lambda: "declined" in window.pane("steps"))
        assert line(window, "Amy Ortiz").startswith("–")
        assert facts(path, clock).interview.felt is Felt.WELL
