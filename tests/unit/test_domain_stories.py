"""Where a story was told, which to tell next, and what is said of one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from afterview_tui.domain import stories
from afterview_tui.domain.records import Question
from afterview_tui.domain.stories import Answered, Kept, Occasion
from afterview_tui.domain.story import Answering, Landed, Story, Telling
from tests.unit.build import FRIDAY, MONDAY, interview

WELL, POORLY, UNSAID = Landed.WELL, Landed.POORLY, Landed.UNSAID
LAKESIDE = interview()
SECOND = interview(MONDAY, id=2, round=2, follows_id=1)
OAK = interview(date(2026, 11, 17), id=7, employer="Oak Vision")
WHOLE = Story(1, "The recall list", "s", "t", "a", "r", "l", "teamwork, figures")


def kept(number: int = 1, *told: tuple[int, str, Landed], name: str = "") -> Kept:
    """A story told at interviews: each an id, the employer, and how it landed."""
    occasions = tuple(
        Occasion(Telling(n, number, where, landed), interview(id=where, employer=employer))
        for n, (where, employer, landed) in enumerate(told, 1)
    )
    return Kept(Story(number, name or f"Story {number}"), occasions)


def words(number: int) -> str:
    return " ".join(["word"] * number)


@pytest.mark.parametrize(
    ("told", "employer", "is_told"),
    [
        ([], "Lakeside Dental", False),
        ([(1, "Lakeside Dental", WELL)], "Lakeside Dental", True),
        ([(2, "LAKESIDE  déntal ", UNSAID)], "Lakeside Dental", True),
        ([(7, "Oak Vision", WELL)], "Lakeside Dental", False),
        ([(7, "Oak Vision", WELL), (1, "Lakeside Dental", WELL)], "lakeside dental", True),
        ([(9, "", WELL)], "", False),
    ],
)
def test_a_story_is_known_to_an_employer_whatever_the_round(
    told: list[tuple[int, str, Landed]], employer: str, is_told: bool
) -> None:
    assert bool(stories.told_at(kept(1, *told), employer)) == is_told


def test_where_it_was_told_to_an_employer_is_given_newest_first() -> None:
    occasions = (
        Occasion(Telling(2, 1, 2), SECOND),
        Occasion(Telling(1, 1, 1), LAKESIDE),
        Occasion(Telling(3, 1, 7), OAK),
    )
    found = stories.told_at(Kept(WHOLE, occasions), "Lakeside Dental")
    assert [one.interview.round for one in found] == [2, 1]


def test_for_a_further_round_the_unheard_come_landed_well_first_then_the_least_told() -> None:
    heard = kept(1, (1, "Lakeside Dental", WELL))
    never = kept(2)
    once = kept(3, (7, "Oak Vision", POORLY))
    well_twice = kept(4, (7, "Oak Vision", WELL), (8, "Hill School", UNSAID))
    well_once = kept(5, (8, "Hill School", WELL))
    every = [heard, once, never, well_twice, well_once]
    assert stories.fresh(every, "Lakeside Dental") == [well_once, well_twice, never, once]
    assert stories.heard(every, "Lakeside Dental") == [heard]


def test_without_an_employer_every_story_is_fresh() -> None:
    every = [kept(1, (1, "Lakeside Dental", WELL)), kept(2)]
    assert stories.fresh(every, "") == every


@pytest.mark.parametrize(
    ("times", "often", "worn"),
    [
        (0, "not told yet", ""),
        (1, "told once", ""),
        (2, "told twice", ""),
        (4, "told 4 times", ""),
        (5, "told 5 times", "told 5 times; a fresh one may serve better"),
        (12, "told 12 times", "told 12 times; a fresh one may serve better"),
    ],
)
def test_a_story_told_five_times_has_a_gentle_sign(times: int, often: str, worn: str) -> None:
    one = kept(1, *((n, "Oak Vision", WELL) for n in range(times)))
    assert stories.often(one) == often
    assert stories.worn(one) == worn


@pytest.mark.parametrize(
    ("story", "said"),
    [
        (WHOLE, ""),
        (replace(WHOLE, result=" \n"), "still to come: result"),
        (replace(WHOLE, task="", result=""), "still to come: task and result"),
        (replace(WHOLE, task="", action="", lesson=""), "still to come: task, action and lesson"),
        (Story(name="The chair"), "only its name yet"),
    ],
)
def test_what_a_story_misses_is_said_by_its_name(story: Story, said: str) -> None:
    assert stories.missing(story) == said


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (0, ""),
        (5, ""),
        (22, "about 10 seconds aloud"),
        (130, "about 1 minute aloud"),
        (217, "about 1 minute 40 aloud"),
        (260, "about 2 minutes aloud"),
        (290, "about 2 minutes 10 aloud; two minutes are easier to follow"),
        (1300, "about 10 minutes aloud; two minutes are easier to follow"),
    ],
)
def test_the_length_of_a_story_is_its_time_aloud(number: int, said: str) -> None:
    assert stories.length(Story(name="Not told", themes="nor this", action=words(number))) == said


def test_every_part_of_a_story_takes_time() -> None:
    each = dict.fromkeys(stories.PARTS, words(26))
    assert stories.aloud(Story(**each)) == "about 1 minute aloud"  # type: ignore[arg-type]


def test_the_likeliest_question_shares_themes_and_words() -> None:
    story = Story(name="The recall list", action="I rang every patient", themes="Teamwork")
    questions = [
        Question(1, text="Tell us about a time you were late."),
        Question(2, text="How do you speak with an anxious patient?"),
        Question(3, text="A conflict?", themes="teamwork, conflict"),
        Question(4, text="Why us?"),
    ]
    assert [one.id for one in stories.likely(story, questions)] == [3, 2, 1, 4]


def test_words_that_every_question_has_bring_no_question_forward() -> None:
    story = Story(situation="This was the time when we were there with them")
    questions = [Question(1, text="Why?"), Question(2, text="What about this time, and when?")]
    assert [one.id for one in stories.likely(story, questions)] == [1, 2]


@pytest.mark.parametrize(
    ("said", "ids"),
    [("", [1, 2]), ("RÉCALL", [1]), ("oak", [1]), ("hygiene figures", [1]), ("story", [2])],
)
def test_a_story_is_found_by_its_words_themes_questions_and_employers(
    said: str, ids: list[int]
) -> None:
    full = Kept(
        WHOLE,
        (Occasion(Telling(1, 1, 7), OAK),),
        (Answered(Answering(1, 1, 3), Question(3, text="Why hygiene?")),),
    )
    assert [one.story.id for one in stories.found([full, kept(2)], said)] == ids


def test_the_card_holds_everything_about_a_story() -> None:
    full = Kept(
        WHOLE,
        (
            Occasion(Telling(2, 1, 2, POORLY), SECOND),
            Occasion(Telling(1, 1, 1, WELL), LAKESIDE),
            Occasion(Telling(3, 1, 7), OAK),
        ),
        (Answered(Answering(1, 1, 3), Question(3, text="Why hygiene?")),),
    )
    assert [(part.heading, part.lines) for part in stories.parts(full, MONDAY)] == [
        ("The recall list", ()),
        ("Situation", ("s",)),
        ("Task", ("t",)),
        ("Action", ("a",)),
        ("Result", ("r",)),
        ("Lesson", ("l",)),
        ("Themes", ("teamwork, figures",)),
        ("Answers these questions", ("Why hygiene?",)),
        (
            "Told at",
            (
                "Mon 23 Nov: Lakeside Dental, round 2, landed not so well",
                "Fri 20 Nov: Lakeside Dental, landed well",
                "Tue 17 Nov: Oak Vision",
            ),
        ),
    ]


def test_the_card_of_a_bare_story_says_what_it_misses_and_no_more() -> None:
    (head,) = stories.parts(Kept(Story(1)), FRIDAY)
    assert (head.heading, head.lines) == ("a story without a name", ("only its name yet",))


def test_a_story_to_speak_from_has_its_parts_in_order_and_nothing_else() -> None:
    story = replace(WHOLE, action="rang\nwrote", lesson="")
    assert stories.to_speak_from(story) == (
        "The recall list\n\nSituation\ns\n\nTask\nt\n\nAction\nrang\nwrote\n\nResult\nr"
    )
