"""People in the forms: found while a name is typed, and told of beside the field."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from afterview_tui.domain.names import person
from afterview_tui.domain.records import Interview, Person
from afterview_tui.domain.text import clean
from afterview_tui.storage.interviews import Entry
from afterview_tui.storage.store import Store
from afterview_tui.tui.kit.form import Form
from tests.tui.driving import ZONE, Clock, Window, facts, opened

WHOLE = "Dr. Maria Chen, owner"
ELSEWHERE = f"{WHOLE}, at Lakeside Dental"


async def new(window: Window, field: str = "met", employer: str = "Lakeside Dental") -> None:
    """Open the form for a new interview, with the focus on a field of people."""
    await window.press("n")
    await window.typed(employer)
    window.entry(field).focus()
    await window.settle()


def people(path: Path) -> list[str]:
    with closing(Store(path, Clock())) as store:
        return sorted(one.person.name for one in store.people.all())


# Completed by the right arrow, and by nothing else


async def test_a_person_met_again_is_found_by_two_letters(path: Path, clock: Clock) -> None:
    before = people(path)
    async with opened(path, clock=clock) as window:
        await new(window)
        await window.typed("ma")
        assert f"ma  → {WHOLE}" in window.screen
        await window.press("right")
        assert window.value("met") == WHOLE
        await window.press("ctrl+s")
        assert people(path) == before
        one = facts(path, clock, 3)
        assert one.met[0].person == facts(path, clock, 1).met[0].person


async def test_the_ghost_goes_on_where_the_typing_ends(path: Path) -> None:
    async with opened(path) as window:
        await new(window)
        await window.typed("dr. mar")
        assert "dr. maria Chen, owner" in window.screen
        assert "→" not in window.lines_of("#fields")
        await window.press("right")
        assert window.value("met") == WHOLE
        await window.press("ctrl+z")
        assert window.value("met") == "dr. mar"


async def test_keys_typed_ahead_take_the_ghost_only_with_the_right_arrow(path: Path) -> None:
    async with opened(path) as window:
        await new(window)
        await window.typed("mar\nzoe")
        assert window.value("met") == "mar\nzoe"
        for key in ("r", "i", "g", "h", "t"):
            window.app.post_message(window.key(key))
        await window.settle()
        assert window.value("met") == "mar\nzoeright"
        for key in ("enter", "m", "a", "right"):
            window.app.post_message(window.key(key))
        await window.settle()
        assert window.value("met") == f"mar\nzoeright\n{WHOLE}"


@pytest.mark.parametrize("key", ["tab", "enter", "down", "end", "shift+right", "ctrl+s"])
async def test_no_other_key_takes_the_ghost(path: Path, key: str) -> None:
    async with opened(path) as window:
        await new(window)
        await window.typed("mar")
        assert WHOLE in window.screen
        await window.press(key)
        if key == "ctrl+s":
            assert "Mar" in people(path)
        else:
            assert window.value("met").strip() == "mar"


async def test_who_moves_about_takes_nothing(path: Path) -> None:
    async with opened(path) as window:
        await new(window)
        await window.typed("mar\n")
        await window.press("up", "end")
        assert WHOLE not in window.screen
        await window.press("right")
        assert window.value("met") == "mar\n"
        await window.press("up", "end", "left", "right", "right")
        assert window.value("met") == "mar\n"


async def test_a_field_that_is_come_back_to_offers_nothing(path: Path) -> None:
    async with opened(path) as window:
        await new(window)
        await window.typed("mar")
        await window.press("tab", "shift+tab")
        assert WHOLE not in window.lines_of("#field-met")
        await window.press("right")
        assert window.value("met") == "mar"


async def test_at_another_employer_the_line_says_where_and_nobody_is_entered_twice(
    path: Path, clock: Clock
) -> None:
    before = people(path)
    async with opened(path, clock=clock) as window:
        await new(window, employer="Oak Vision")
        await window.typed("mar")
        await window.press("right")
        assert window.value("met") == ELSEWHERE
        await window.until(lambda: "met at Lakeside Dental" in window.hint("met"))
        assert "second" not in window.hint("met")
        await window.press("ctrl+s")
        assert people(path) == before
        assert facts(path, clock, 3).met[0].person.employer == "Lakeside Dental"


async def test_a_reference_is_completed_with_how_you_know_them(path: Path, clock: Clock) -> None:
    async with opened(path, clock=clock) as window:
        await new(window, "references")
        await window.typed("am")
        await window.press("right")
        assert window.value("references") == "Amy Ortiz, former manager"
        await window.typed("\ntom")
        await window.press("right")
        assert window.value("references") == "Amy Ortiz, former manager\nTom Reed, teacher"
        await window.until(
            lambda: "Amy Ortiz: vouches for you: former manager" in window.hint("references")
        )


async def test_a_line_of_its_own_is_completed_too(path: Path, clock: Clock) -> None:
    async with opened(path, clock=clock) as window:
        await window.press("2")
        await window.to_line("Thank-you letters")
        await window.press("a")
        await window.typed("zo")
        assert "zoë Hart, at Oak Vision" in window.screen
        await window.press("right")
        assert window.value("line") == "Zoë Hart, at Oak Vision"
        await window.until(lambda: "Zoë Hart: met at Oak Vision" in window.hint("line"))
        await window.press("enter")
        met = facts(path, clock).met
        assert met[-1].person == facts(path, clock, 2).met[0].person


async def test_a_line_is_left_as_typed_by_enter(path: Path, clock: Clock) -> None:
    async with opened(path, clock=clock) as window:
        await window.press("2")
        await window.to_line("Thank-you letters")
        await window.press("a")
        await window.typed("zo\n")
        assert facts(path, clock).met[-1].person.name == "Zo"


async def test_two_people_on_one_line_are_both_put_on_file(path: Path, clock: Clock) -> None:
    async with opened(path, clock=clock) as window:
        await window.press("2")
        await window.to_line("Thank-you letters")
        await window.press("a")
        await window.typed("Dr. Chang and Dr. Parks\n")
        shown = [one.person.shown for one in facts(path, clock).met]
        assert shown[-2:] == ["Dr. Chang", "Dr. Parks"]


async def test_what_was_understood_otherwise_than_typed_is_said(path: Path, clock: Clock) -> None:
    async with opened(path, clock=clock) as window:
        await new(window)
        await window.typed("Hall, Peter (the tall one)")
        said = "Read as Peter Hall; noted: the tall one"
        await window.until(lambda: window.hint("met") == said)
        await window.press("ctrl+s")
        hall = facts(path, clock, 3).met[0].person
        assert (hall.name, hall.notes, hall.called) == ("Peter Hall", "the tall one", "")


async def test_somebody_without_a_name_is_kept_as_typed_and_it_is_said(
    path: Path, clock: Clock
) -> None:
    async with opened(path, clock=clock) as window:
        await new(window)
        await window.typed("the receptionist")
        await window.until(lambda: "the receptionist is no name" in window.hint("met"))
        await window.press("ctrl+s")
        assert facts(path, clock, 3).met[0].person.name == "the receptionist"


async def test_pronouns_and_notes_stay_when_a_line_is_changed(path: Path, clock: Clock) -> None:
    async with opened(path, clock=clock) as window:
        await new(window)
        await window.typed("Sam Park (they/them) (met late)")
        await window.press("ctrl+s")
        sam = facts(path, clock, 3).met[0].person
        assert (sam.name, sam.pronouns, sam.notes) == ("Sam Park", "they/them", "met late")
    with closing(Store(path, clock)) as store:
        known = store.interviews.facts(3)
        assert known is not None
        store.interviews.edit(Entry(known.interview, met=[person("Sam Park (she/her), owner")]))
        known = store.interviews.facts(3)
        assert known is not None
        sam = known.met[0].person
        assert (sam.pronouns, sam.job_title, sam.notes) == ("she/her", "owner", "met late")


async def test_in_a_line_the_arrow_inside_only_moves(path: Path) -> None:
    async with opened(path) as window:
        await window.press("2")
        await window.to_line("References")
        await window.press("a")
        await window.typed("tom")
        await window.press("left", "right")
        assert window.value("line") == "tom"
        await window.press("shift+right")
        assert window.value("line") == "tom"


async def test_a_pasted_block_is_people_and_the_last_line_may_be_completed(path: Path) -> None:
    async with opened(path) as window:
        await new(window)
        await window.paste("Ann Bo\r\nmar")
        assert window.value("met") == "Ann Bo\nmar"
        await window.press("right")
        assert window.value("met") == f"Ann Bo\n{WHOLE}"


# Said beside the field


async def test_who_is_on_file_and_what_was_said_stands_beside_the_field(
    path: Path, clock: Clock
) -> None:
    with closing(Store(path, clock)) as store:
        met = store.interviews.facts(1)
        assert met is not None
        store.interviews.say_about(replace(met.met[0].meeting, talked_about="the new x-ray"))
    async with opened(path, clock=clock) as window:
        await new(window)
        await window.typed("maria chen\nNobody Yet")
        said = (
            "2 people: Maria Chen and Nobody Yet\n"
            "Dr. Maria Chen: met at Lakeside Dental, Fri 20 Nov: the new x-ray"
        )
        await window.until(lambda: window.hint("met") == said)


async def test_a_second_of_one_name_is_said_as_the_employer_is_typed(path: Path) -> None:
    async with opened(path) as window:
        await new(window)
        await window.typed("Jo Park")
        await window.until(lambda: "Jo Park: met at Lakeside Dental" in window.hint("met"))
        await window.fill("employer", " and Sons")
        asked = "The Jo Park of Lakeside Dental? → takes that one, Enter keeps a new one"
        await window.until(lambda: asked in window.hint("met"))
        await window.press("ctrl+s")
        assert people(path).count("Jo Park") == 2


async def test_who_is_in_the_interview_already_is_no_news(path: Path) -> None:
    async with opened(path) as window:
        await window.press("1", "e")
        await window.until(lambda: window.hint("met"))
        assert window.hint("met") == "2 people: Dr. Maria Chen and Jo Park"
        await window.fill("employer", " and Sons")
        await window.pilot.pause(0.1)
        assert window.hint("met") == "2 people: Dr. Maria Chen and Jo Park"


async def test_what_looks_wrong_is_said_and_kept(path: Path, clock: Clock) -> None:
    async with opened(path, clock=clock) as window:
        await new(window)
        await window.typed("Jo Park, jo.park.example.com")
        await window.until(lambda: "jo.park.example.com has no @" in window.hint("met"))
        await window.press("ctrl+s")
        assert facts(path, clock, 3).met[0].person.job_title == "jo.park.example.com"


async def test_a_promise_before_the_interview_is_said_and_kept(path: Path, clock: Clock) -> None:
    async with opened(path, clock=clock) as window:
        await window.press("n")
        await window.typed("Ames")
        await window.fill("promised", "fri 27 nov 2026")
        await window.until(lambda: window.hint("promised") == "Fri 27 Nov, in 4 days")
        await window.fill("when", "30 nov 2026")
        await window.until(lambda: "That is before the interview" in window.hint("promised"))
        await window.press("ctrl+s")
        assert facts(path, clock, 3).interview.promised_on == date(2026, 11, 27)


async def test_your_own_address_without_an_at_is_said_and_kept(path: Path) -> None:
    async with opened(path) as window:
        await window.press("m")
        await window.fill("email", "robin.example.com")
        await window.until(lambda: window.hint("email") == "! robin.example.com has no @")
        await window.typed("@")
        await window.press("ctrl+s")
        assert window.rows("SELECT email FROM me") == [("robin.example.com@",)]


async def test_what_was_said_before_is_in_view_when_you_meet_again(
    path: Path, clock: Clock
) -> None:
    with closing(Store(path, clock)) as store:
        first = store.interviews.facts(1)
        assert first is not None
        store.interviews.say_about(replace(first.met[0].meeting, talked_about="the new x-ray"))
        again = Interview(employer="Lakeside Dental", held_on=date(2026, 11, 23), zone=ZONE)
        store.interviews.add(Entry(again, [Person(name="Maria Chen")]))
    async with opened(path, clock=clock) as window:
        window.desk.reveal(3)
        await window.press("3", "e")
        said = "Before: met at Lakeside Dental, Fri 20 Nov: the new x-ray"
        await window.until(lambda: window.hint("talked_about") == said)
        await window.press("escape")
        window.desk.reveal(2)
        await window.press("3", "e")
        assert isinstance(window.app.screen, Form)
        await window.pilot.pause(0.1)
        assert window.hint("talked_about") == ""


async def test_a_title_of_their_own_makes_nobody_a_second_person(path: Path) -> None:
    with closing(Store(path, Clock())) as store, store.file.change("gave a title") as change:
        change.update(Person, 1, title="Sra.")
    async with opened(path) as window:
        await new(window)
        await window.typed("mar")
        await window.press("right")
        assert window.value("met") == "Sra. Maria Chen, owner"
        await window.press("ctrl+s")
        assert len(people(path)) == 5


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
async def test_hints_leave_every_field_within_reach(path: Path, size: tuple[int, int]) -> None:
    async with opened(path, size=size) as window:
        await new(window, employer="Ames")
        await window.typed("Jo Park\nMaria Chen, a.b.example.com\nZoe Hart\nAmy Ortiz")
        await window.until(lambda: "Zoë Hart" in window.hint("met"))
        for field in ("references", "promised", "place", "employer"):
            await window.fill(field, f" {field}")
            await window.until(lambda field=field: field in window.screen)  # type: ignore[misc]
            assert "Ctrl+S Save" in window.screen


HOSTILE = "Zed [/boom]\x1b]52;c;Ym9vbQ==\x07[b]x[/b]\u202e Quux"


async def test_a_hostile_name_is_offered_and_told_of_safely(path: Path) -> None:
    with closing(Store(path, Clock())) as store, store.file.change("a foreign hand") as change:
        change.update(Person, 1, name=HOSTILE, title="[red]", employer=HOSTILE, notes=HOSTILE)
    async with opened(path) as window:
        await new(window, employer="Ames")
        await window.typed("zed")
        assert "Zed [/boom][b]x[/b] Quux" in window.screen
        await window.press("right")
        assert clean(window.value("met")) == window.value("met")
        await window.until(lambda: window.hint("when"))
        assert all(clean(line) == line for line in window.lines)
        await window.press("escape")
        await window.press("3", "e")
        assert all(clean(line) == line for line in window.lines)
