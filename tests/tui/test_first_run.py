"""From an empty file to the first interview, and the form that makes it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from afterview_tui.domain.records import Felt
from afterview_tui.domain.task import Kind
from afterview_tui.domain.tasks import tasks
from afterview_tui.tui.kit.form import Form
from tests.tui.driving import NARROW, Clock, Window, facts, opened, rows

BLOCK = "\n\n   Lakeside Dental  \nWe are hiring a hygienist\nApply by Friday\n"


async def fill_in(window: Window) -> None:
    """Enter a whole interview; most of it is pasted, which takes no time."""
    await window.press("n")
    for text in ("Lakeside Dental", "Dental hygienist", "fri 2pm"):
        await window.paste(text)
        await window.press("enter")
    await window.paste("Dr. Maria Chen, owner\nJo Park")
    await window.press("tab", "w", "tab")
    await window.paste("Amy Ortiz, former manager\nTom Reed, teacher")


async def test_an_empty_file_says_what_this_is_and_offers_the_first_interview(empty: Path) -> None:
    async with opened(empty) as window:
        assert "After an interview there are four things to do" in window.screen
        assert "n       enter your first interview" in window.screen
        assert "Enter   look around in sample data" in window.screen
        assert all(sign in window.screen for sign in "○◐●·✓–")
        assert "nothing for today" in window.lines[0]

        await window.press("n")

        assert isinstance(window.app.screen, Form)
        assert window.focused == "field-employer"


async def test_enter_on_an_empty_file_looks_around_in_the_sample(empty: Path) -> None:
    async with opened(empty) as window:
        assert window.focused == "welcome"
        await window.press("enter")
        app = window.app
        assert app.wants_the_other
        assert app.was_quit
    assert rows(empty, "SELECT count(*) FROM interview") == [(0,)]


async def test_with_an_interview_on_file_enter_leads_to_no_sample(path: Path) -> None:
    async with opened(path) as window:
        await window.press("1", "enter", "escape")
        assert not window.app.wants_the_other


async def test_no_key_does_harm_on_an_empty_file(empty: Path) -> None:
    async with opened(empty) as window:
        for key in ("u", "U", "y", "t", "z", "z", "[", "]", "ctrl+o", "1", "2", "3", "4"):
            await window.press(key, "e", "d", "space", "a", "escape", "escape")
        assert window.rows("SELECT count(*) FROM interview") == [(0,)]
        assert "first interview" in window.screen


async def test_an_interview_is_on_file_as_it_was_typed(empty: Path, clock: Clock) -> None:
    async with opened(empty, clock=clock) as window:
        await window.press("n")
        await window.typed("Lakeside Dental\nDental hygienist\nfri 2pm\n")
        await window.typed("Dr. Maria Chen, owner\nJo Park\tw\t")
        await window.typed("Amy Ortiz, former manager\nTom Reed, teacher")
        await window.press("ctrl+s")

        one = facts(empty, clock)
        assert one.interview.employer == "Lakeside Dental"
        assert one.interview.role == "Dental hygienist"
        assert one.interview.held_on.isoformat() == "2026-11-20"
        assert one.interview.starts_at is not None
        assert one.interview.starts_at.isoformat("minutes") == "14:00"
        assert one.interview.zone == "America/New_York"
        assert one.interview.felt is Felt.WELL
        assert [met.person.shown for met in one.met] == ["Dr. Maria Chen", "Jo Park"]
        assert one.met[0].person.job_title == "owner"
        assert [v.person.name for v in one.vouching] == ["Amy Ortiz", "Tom Reed"]
        assert one.vouching[0].reference.relation == "former manager"
        assert window.rows("SELECT * FROM draft") == []


async def test_a_new_interview_shows_at_once_what_is_due(empty: Path) -> None:
    async with opened(empty) as window:
        await fill_in(window)
        await window.press("ctrl+s")

        assert window.focused == "step-rows"
        assert "Lakeside Dental" in window.pane("interviews")
        assert "Dental hygienist · Fri 20 Nov" in window.pane("interviews")
        steps = window.pane("steps")
        assert "References" in steps
        assert "0 of 2" in steps
        assert "Dr. Maria Chen" in steps
        assert "Amy Ortiz" in steps
        assert "late" not in steps
        assert "ago" not in steps
        assert "5 for today · first: brief Amy Ortiz" in window.lines[0]
        await window.to_line("Dr. Maria Chen")
        assert "today is still fine" in window.pane("steps")
        assert "Dear Dr. Chen," in window.pane("letter")


async def test_the_form_says_what_it_understood(empty: Path) -> None:
    async with opened(empty) as window:
        await window.press("n")
        await window.until(lambda: window.hint("when") == "Mon 23 Nov, today")
        await window.fill("when", "fri 2pm")
        both = "Fri 20 Nov?, 14:00, 3 days ago; or Fri 27 Nov: type “27 nov”"
        await window.until(lambda: window.hint("when") == both)
        assert "Fri 20 Nov?, 14:00, 3 days ago" in window.screen
        await window.fill("met", "Dr. Maria Chen, owner\nJo Park")
        await window.until(lambda: window.hint("met") == "2 people: Dr. Maria Chen and Jo Park")
        await window.fill("promised", "fri")
        await window.until(lambda: window.hint("promised") == "Fri 27 Nov, in 4 days")


async def test_without_an_employer_nothing_is_saved_and_nothing_is_lost(empty: Path) -> None:
    async with opened(empty) as window:
        await window.press("n")
        await window.fill("role", "Hygienist")
        await window.press("ctrl+s")

        assert window.rows("SELECT * FROM interview") == []
        assert window.hint("employer") == "! Whom was it with? A name is enough."
        assert window.focused == "field-employer"
        assert window.value("role") == "Hygienist"


@pytest.mark.parametrize(
    ("said", "problem"),
    [("blah", "“blah” is not understood"), ("3pm-2pm", "It ends at 14:00, not after")],
)
async def test_a_date_that_is_not_understood_is_said_beside_the_field(
    empty: Path, said: str, problem: str
) -> None:
    async with opened(empty) as window:
        await window.press("n")
        await window.typed("Lakeside\nHygienist\n")
        await window.typed(said)
        await window.until(lambda: problem in window.hint("when"))
        await window.press("ctrl+s")

        assert window.rows("SELECT * FROM interview") == []
        assert problem in window.hint("when")
        assert window.focused == "field-when"
        assert window.value("when") == said
        assert window.value("employer") == "Lakeside"


async def test_escape_keeps_the_form_and_n_brings_it_back(empty: Path) -> None:
    async with opened(empty) as window:
        await fill_in(window)
        await window.press("escape")
        assert not isinstance(window.app.screen, Form)
        assert window.rows("SELECT count(*) FROM interview") == [(0,)]
        assert window.rows("SELECT form FROM draft") == [("interview:new",)]

        await window.press("n")
        assert window.value("employer") == "Lakeside Dental"
        assert window.value("met") == "Dr. Maria Chen, owner\nJo Park"
        assert window.value("felt") == Felt.WELL.value
        assert "as you left it" in window.screen


async def test_a_form_outlives_the_program(empty: Path) -> None:
    async with opened(empty) as window:
        await window.press("n")
        await window.typed("Lakeside")
        await window.until(lambda: window.rows("SELECT count(*) FROM draft") == [(1,)])
    async with opened(empty) as window:
        await window.press("n")
        assert window.value("employer") == "Lakeside"


async def test_a_form_that_is_quit_from_is_kept_to_the_last_key(empty: Path) -> None:
    async with opened(empty) as window:
        await window.press("n")
        await window.typed("Lakeside Dental")
        await window.pilot.press("ctrl+q")
        assert window.app.return_code == 0
    async with opened(empty) as window:
        await window.press("n")
        assert window.value("employer") == "Lakeside Dental"


async def test_starting_over_empties_the_form(empty: Path) -> None:
    async with opened(empty) as window:
        await fill_in(window)
        await window.press("ctrl+r")
        assert window.value("employer") == ""
        assert window.value("met") == ""
        assert window.value("felt") == ""
        await window.press("escape")
        assert window.rows("SELECT * FROM draft") == []


async def test_saving_twice_enters_an_interview_once(empty: Path) -> None:
    async with opened(empty) as window:
        await fill_in(window)
        await window.press("ctrl+s", "ctrl+s", "ctrl+s")
        assert window.rows("SELECT employer FROM interview") == [("Lakeside Dental",)]
        assert not isinstance(window.app.screen, Form)


async def test_a_block_pasted_into_a_line_gives_its_first_line(empty: Path) -> None:
    async with opened(empty) as window:
        await window.press("n")
        await window.paste(BLOCK)
        assert window.value("employer") == "Lakeside Dental"
        await window.press("ctrl+s")
        assert window.rows("SELECT employer FROM interview") == [("Lakeside Dental",)]


async def test_a_block_pasted_into_who_you_met_makes_one_person_a_line(
    empty: Path, clock: Clock
) -> None:
    async with opened(empty, clock=clock) as window:
        await window.press("n")
        await window.typed("Lakeside")
        await window.fill("met", "")
        await window.paste("Dr. Maria Chen, owner\r\n\r\n  Jo Park (JP) \nMs. Ana Lund, R.N.\n")
        await window.press("ctrl+s")

        people = [met.person for met in facts(empty, clock).met]
        assert [person.shown for person in people] == ["Dr. Maria Chen", "Jo Park", "Ms. Ana Lund"]
        assert people[1].called == "JP"
        assert people[2].post_nominals == "R.N."


async def test_what_is_too_long_for_a_line_is_refused_in_words(empty: Path) -> None:
    async with opened(empty) as window:
        await window.press("n")
        await window.typed("Lakeside")
        await window.paste("word " * 1000)
        assert window.value("employer") == "Lakeside"
        await window.says("A line may hold 1,000 characters")


async def test_editing_changes_what_was_changed_and_keeps_the_meetings(
    path: Path, clock: Clock
) -> None:
    before = facts(path, clock)
    async with opened(path, clock=clock) as window:
        await window.to_line("Lakeside")
        await window.press("e")
        assert "Change Lakeside Dental" in window.screen
        assert window.value("when") == "Fri 20 Nov 2026 14:00"
        assert window.value("met") == "Dr. Maria Chen, owner\nJo Park"
        window.entry("role").focus()
        await window.press("end")
        await window.typed(" II")
        window.entry("met").focus()
        await window.press("down", "down", "end", "enter")
        await window.typed("Ana Lund")
        await window.press("ctrl+s")

        after = facts(path, clock)
        assert after.interview.role == "Hygienist II"
        assert after.interview.starts_at == before.interview.starts_at
        assert [m.meeting.id for m in after.met[:2]] == [m.meeting.id for m in before.met]
        assert [m.person.shown for m in after.met] == ["Dr. Maria Chen", "Jo Park", "Ana Lund"]
        assert [v.briefing.id for v in after.vouching] == [v.briefing.id for v in before.vouching]
        assert "Hygienist II" in window.pane("interviews")
        assert "Ana Lund" in window.pane("steps")


async def test_the_form_of_one_interview_does_not_leak_into_another(path: Path) -> None:
    async with opened(path) as window:
        await window.to_line("Lakeside")
        await window.press("e")
        await window.fill("place", "Dock Street")
        await window.press("escape")
        await window.to_line("Oak Vision")
        await window.press("e")
        assert window.value("employer") == "Oak Vision"
        assert window.value("place") == ""
        await window.press("escape")
        await window.press("n")
        assert window.value("employer") == ""
    assert rows(path, "SELECT place FROM interview ORDER BY id") == [("",), ("",)]


async def test_deleting_an_interview_is_said_and_undone(path: Path) -> None:
    async with opened(path) as window:
        await window.to_line("Lakeside")
        await window.press("d")
        assert window.rows("SELECT employer FROM interview WHERE binned_at IS NULL") == [
            ("Oak Vision",)
        ]
        await window.says("Deleted Lakeside Dental. u brings it back.")
        assert "Lakeside" not in window.pane("interviews")
        assert "Oak Vision" in window.pane("steps")
        await window.press("u")
        assert window.rows("SELECT count(*) FROM interview WHERE binned_at IS NULL") == [(2,)]
        assert "Lakeside" in window.pane("interviews")
        await window.says("Undone: deleted Lakeside Dental")


async def test_how_it_felt_is_chosen_by_the_first_letter_of_any_word(path: Path) -> None:
    async with opened(path) as window:
        await window.press("n")
        felt = window.entry("felt")
        felt.focus()
        chosen = []
        for letter in "wfnnp":
            await window.press(letter)
            chosen.append(felt.value)
        assert chosen == [Felt.WELL, Felt.FORGOT, Felt.UNSAID, Felt.NERVES, Felt.PERSONAL]


async def test_how_it_felt_is_chosen_by_its_digit_or_by_a_click(path: Path) -> None:
    async with opened(path) as window:
        await window.press("n")
        felt = window.entry("felt")
        felt.focus()
        chosen = []
        for digit in "13509":
            await window.press(digit)
            chosen.append(felt.value)
        assert chosen == [Felt.WELL, Felt.NERVES, Felt.PERSONAL, Felt.UNSAID, Felt.UNSAID]
        row = next(at for at, one in enumerate(window.lines) if "2 mixed" in one)
        await window.pilot.click(offset=(window.lines[row].index("mixed"), row))
        assert felt.value == Felt.MIXED


async def test_tab_goes_on_into_what_is_folded_and_no_key_is_lost_on_the_way(empty: Path) -> None:
    async with opened(empty, size=NARROW) as window:
        await window.press("n")
        assert "▸ More: references, they decide by, held, place" in window.screen
        await window.fill("employer", "Oak Vision")
        window.entry("felt").focus()
        await window.typed("\tAmy")
        assert "▸ More" not in window.screen
        assert window.value("references") == "Amy"
        await window.press("ctrl+s")
        assert window.rows("SELECT name FROM person") == [("Amy",)]


async def test_the_form_says_what_will_follow_and_that_is_what_follows(
    empty: Path, clock: Clock
) -> None:
    async with opened(empty, clock=clock) as window:
        await window.press("n")
        for name, text in (("employer", "Oak Vision"), ("when", "fri 2pm"), ("met", "Jo\nAna")):
            await window.fill(name, text)
        said = "Then: 2 letters, today; ask how things stand, Fri 27 Nov."
        await window.until(lambda: said in window.screen)
        await window.press("ctrl+s")
    one = facts(empty, clock)
    due = {task.kind: task.due for task in tasks(one, clock.today)}
    assert due[Kind.LETTER] == clock.today
    assert due[Kind.FOLLOW_UP] == date(2026, 11, 27)
