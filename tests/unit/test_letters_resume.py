"""The résumé's page: its review, what interviews suggest with their source, what changed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from afterview_tui.domain.columns import columns
from afterview_tui.domain.preparation import Reflected
from afterview_tui.domain.records import Me, Outcome, Reflection
from afterview_tui.domain.text import clean
from afterview_tui.pages.page_lines import WIDTH
from afterview_tui.pages.resume_page import resume_page
from afterview_tui.pages.sheet import LONGEST
from tests.unit.build import FRIDAY, MONDAY, THURSDAY, interview

TUESDAY = date(2026, 11, 24)
OAK = interview(date(2026, 11, 17), id=7, employer="Oak Vision", outcome=Outcome.NO)
HERE = Reflected(
    Reflection(1, 1, improve="- My CV hides the course", cared="Recall rates"), interview()
)
THERE = Reflected(Reflection(2, 7, why_not="More years", lessons="Name figures"), OAK)
NOTES = "Thu 19 Nov 2026: Two pages\nSun 1 Nov 2026: Course first"


def text(
    me: Me,
    reflected: Sequence[Reflected] = (HERE, THERE),
    waiting: Sequence[str] = (),
    width: int = WIDTH,
) -> str:
    return resume_page(me, reflected, waiting, TUESDAY).text(width)


def test_a_page_with_something_of_everything() -> None:
    me = Me(resume_reviewed_on=THURSDAY, resume_notes=NOTES)
    page = text(me, waiting=["Lakeside Dental", "Hill School"])
    assert page.split("\n") == [
        "Résumé",
        "",
        "Reviewed      Thu 19 Nov, 5 days ago",
        "Waits for it  Lakeside Dental and Hill School",
        "",
        "About the résumé itself",
        "- My CV hides the course (Lakeside Dental, Fri 20 Nov)",
        "",
        "What they cared about",
        "- Recall rates (Lakeside Dental, Fri 20 Nov)",
        "",
        "From before the last review",
        "- More years (Oak Vision, Tue 17 Nov)",
        "- Name figures (Oak Vision, Tue 17 Nov)",
        "",
        "What changed",
        "- Thu 19 Nov 2026: Two pages",
        "- Sun 1 Nov 2026: Course first",
    ]


def test_before_the_first_review_everything_is_new() -> None:
    page = text(Me())
    assert "Reviewed  no day is noted yet" in page
    assert "Why not, in their words\n- More years" in page
    assert "What you took from it\n- Name figures" in page
    assert "From before" not in page


@pytest.mark.parametrize("reflected", [(), (HERE, THERE)])
def test_where_nothing_is_new_it_says_so(reflected: Sequence[Reflected]) -> None:
    page = text(Me(resume_reviewed_on=MONDAY), reflected)
    assert "Nothing new in your journal suggests a change." in page
    assert "yesterday" in page


def test_of_what_a_review_has_seen_only_a_little_stands_there() -> None:
    many = Reflected(Reflection(1, 1, cared="\n".join(f"Point {n}" for n in range(9))), interview())
    page = text(Me(resume_reviewed_on=FRIDAY), [many])
    assert page.count("- Point") == 4


def test_it_keeps_to_a_length_and_says_of_how_many() -> None:
    many = Reflected(
        Reflection(1, 1, cared="\n".join(f"Point {n}" for n in range(90))), interview()
    )
    notes = "\n".join(f"Change {n}" for n in range(90))
    page = text(Me(resume_notes=notes), [many])
    assert len(page.split("\n")) <= LONGEST
    assert " of 90\n- Point 0 " in page
    assert " of 90\n- Change 0\n" in page


@pytest.mark.parametrize("width", [40, 56, WIDTH])
def test_nothing_typed_acts_or_is_wider_than_the_page(width: int) -> None:
    evil = "\x1b[2J[red]x[/]\u202e " * 9
    here = interview(employer=evil)
    page = text(Me(resume_notes=evil), [Reflected(Reflection(1, 1, cared=evil), here)], [], width)
    assert page == clean(page)
    assert max(map(columns, page.split("\n"))) <= width
