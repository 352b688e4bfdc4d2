"""The stories of the sample, each with the question that it answers."""

from __future__ import annotations

from dataclasses import dataclass

from afterview_tui.domain.story import Story

CARDS, ROOM, NINE_YEARS, LINE = (
    "The lost vaccination cards",
    "The double-booked room",
    "The patient after nine years",
    "The card by the door",
)


@dataclass(frozen=True, slots=True)
class Prepared:
    """A story, and the words of the questions on file that it answers."""

    story: Story
    answers: tuple[str, ...] = ()


STORIES = (
    Prepared(
        Story(
            name=CARDS,
            situation="The week before school began, a box with sixty vaccination cards was gone.",
            task="The families were due on Monday, and I had the front desk alone.",
            action="I made a list from the booking system, rang the school nurse, and copied"
            " what she had. For the rest I wrote one clear note that parents could answer.",
            result="Fifty-four of sixty were whole on Monday. The box turned up in the car park.",
            lesson="Begin with the list of what is missing, not with the search.",
            themes="order, calm",
        ),
    ),
    Prepared(
        Story(
            name=ROOM,
            situation="Two doctors had booked the only large room for the same morning.",
            task="Both had patients in the corridor.",
            action="I asked each how long they really needed, moved the shorter one forward by"
            " twenty minutes, and told every patient the new time myself.",
            result="Everybody was seen before noon, and the two now book through me.",
            themes="conflict, calm",
        ),
    ),
    Prepared(
        Story(
            name=NINE_YEARS,
            situation="A man came for a check-up after nine years without one.",
            task="He wanted to leave again as soon as he sat in the chair.",
            action="I put the instruments away, asked what had happened nine years ago, and"
            " agreed with him on a sign for stopping.",
            result="He stayed for half an hour, and he has come every six months since.",
            lesson="Ten minutes of listening save three visits.",
            themes="patience, nervous patients",
        ),
        ("A patient refuses every X-ray. And then?",),
    ),
    Prepared(
        Story(
            name=LINE,
            situation="At the clinic, people stood in line only to ask where to go.",
            task="The line reached the door every Tuesday.",
            action="I wrote a card with the four usual questions and hung it by the door.",
            themes="front desk, own idea",
        ),
        ("Which of our services would you cut first?",),
    ),
)
