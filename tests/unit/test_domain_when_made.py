"""Thousands of phrases made of what people say: read as they were meant, or refused.

What a phrase means is worked out here by counting days, and never by the grammar
that is tested.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

import pytest

from afterview_tui.domain.errors import NotUnderstood
from afterview_tui.domain.when import Direction, When, spoken_day, when
from tests.unit.build import zone

# One moment at which it is Sunday evening in one zone and Monday in the other.
MOMENT = datetime(2026, 11, 29, 22, 30, tzinfo=UTC)
ZONES = ["America/Los_Angeles", "Pacific/Auckland"]
PHRASES = 3_000
NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
SHORT = {
    0: ["mon", "Mon."],
    1: ["tue", "tues", "Tue."],
    2: ["wed", "weds", "Wed."],
    3: ["thu", "thur", "thurs", "Thu."],
    4: ["fri", "FRI", "Fri."],
    5: ["sat", "Sat."],
    6: ["sun", "Sun."],
}
MONTHS = [date(2026, month, 1).strftime("%B").lower() for month in range(1, 13)]
WORDS = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
]  # fmt: skip
DAY = timedelta(days=1)

Made = tuple[str, date]
MadeTime = tuple[str, time, time | None]


@dataclass(frozen=True)
class Maker:
    """Makes phrases for a day, and knows what each means."""

    dice: random.Random
    today: date
    prefer: Direction

    def weekday(self) -> Made:
        """`thurs`, `next friday`, `wed next week`, `tuesday week`."""
        index = self.dice.randrange(7)
        name = self.dice.choice([NAMES[index], NAMES[index].title(), *SHORT[index]])
        ahead = next(self.today + n * DAY for n in range(1, 8) if self._is(index, n))
        behind = next(self.today - n * DAY for n in range(1, 8) if self._is(index, -n))
        today = self.today if self.today.weekday() == index else None
        monday = self.today - self.today.weekday() * DAY
        plain = ahead if self.prefer == "future" else today or behind
        return self.dice.choice(
            [
                (name, plain),
                (f"on {name}", plain),
                (f"last {name}", behind),
                (f"next {name}", ahead if ahead >= monday + 7 * DAY else ahead + 7 * DAY),
                (f"this {name}", today or ahead),
                (f"{name} week", ahead + 7 * DAY),
                (f"a week on {name}", ahead + 7 * DAY),
                (f"{name} next week", monday + (7 + index) * DAY),
                (f"next week {name}", monday + (7 + index) * DAY),
                (f"{name} after next", monday + (14 + index) * DAY),
            ]
        )

    def _is(self, index: int, days: int) -> bool:
        return (self.today + days * DAY).weekday() == index

    def calendar_day(self) -> Made:
        """`4 dec`, `Dec 4th, 2026`, `the 4th of december`, `04.12.2026`, `2026-12-04`."""
        day = self.today + self.dice.randrange(-50, 120) * DAY
        number, month = day.day, MONTHS[day.month - 1]
        name = self.dice.choice([month, month.title(), month[:3], f"{month[:3]}."])
        tail = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th") if number // 10 != 1 else "th"
        weekday = self.dice.choice(SHORT[day.weekday()])
        said = self.dice.choice(
            [
                f"{number} {name}",
                f"{name} {number}",
                f"the {number}{tail} of {name}",
                f"{number}{tail} {name}",
                f"{name} {number}{tail}",
                f"{weekday} {number} {name}",
                f"{weekday}, {name} {number}",
                f"{number}{tail} {name} {day.year}",
                f"{name} {number}, {day.year}",
                f"{weekday}, {number} {name} {day.year}",
                f"{day:%Y-%m-%d}",
                f"{day:%d.%m.%Y}",
                f"{number}.{day.month}.{day.year}",
                f"{number}-{month[:3]}-{day.year}",
                f"{number}/{day.month}/{day.year}",
                f"{number}/{day.month}/{day:%y}",
            ]
        )
        return said, day

    def near_day(self) -> Made:
        """`today`, `the day after tomorrow`, `in two weeks`, `3 days ago`, `+2`."""
        number = self.dice.randrange(2, 12)
        many = self.dice.choice([str(number), WORDS[number - 1]])
        return self.dice.choice(
            [
                ("today", self.today),
                (self.dice.choice(["tomorrow", "tmrw", "Tomorrow"]), self.today + DAY),
                ("yesterday", self.today - DAY),
                ("the day after tomorrow", self.today + 2 * DAY),
                ("day before yesterday", self.today - 2 * DAY),
                ("tomorrow week", self.today + 8 * DAY),
                (f"in {many} days", self.today + number * DAY),
                (f"in {many} weeks", self.today + 7 * number * DAY),
                (f"{many} days ago", self.today - number * DAY),
                (f"{many} weeks ago", self.today - 7 * number * DAY),
                ("a week ago", self.today - 7 * DAY),
                (f"+{number}", self.today + number * DAY),
            ]
        )

    def day(self) -> Made:
        """Any of them."""
        return self.dice.choice([self.weekday, self.calendar_day, self.near_day])()

    def time_of_day(self) -> MadeTime:
        """`14:30`, `2.30 pm`, `half past two`, `14 Uhr`, `noon`: by day, as interviews are."""
        hour, minute = self.dice.randrange(8, 19), self.dice.choice([0, 15, 30, 45])
        at, twelve = time(hour, minute), (hour - 1) % 12 + 1
        half, word = "am" if hour < 12 else "pm", WORDS[twelve - 1]
        following = WORDS[twelve % 12]
        ways = [
            f"{hour}:{minute:02}",
            f"at {hour}:{minute:02}",
            f"{hour}h{minute:02}",
            f"{hour:02}{minute:02} hrs",
            f"{hour}:{minute:02} Uhr",
            f"{twelve}:{minute:02}{half}",
            f"{twelve}:{minute:02} {half.upper()}",
            f"@ {twelve}.{minute:02} {half}",
        ]
        if hour >= 12:
            ways.append(f"{twelve}:{minute:02}")
        if minute == 0:
            ways += [f"{twelve}{half}", f"{twelve} {half[0]}.m.", f"{hour} Uhr", f"{word} {half}"]
            ways += [f"{hour} o'clock", f"at {twelve} {half}"]
        if hour == 12 and minute == 0:
            ways += ["noon", "midday", "12 noon"]
        if minute in (15, 30):
            ways.append(f"{'half' if minute == 30 else 'quarter'} past {word}")
        if minute == 45 and hour < 18:
            ways.append(f"quarter to {following}")
        if minute == 0 and hour != 12:
            ways.append(f"{twelve} in the {'morning' if hour < 12 else 'afternoon'}")
        return self.dice.choice(ways), at, None

    def span(self) -> MadeTime:
        """`2-3pm`, `11:30 to 1:00`, `from 14:00 to 15:30`, `2pm for 45 minutes`."""
        first = self.dice.randrange(8 * 4, 17 * 4) * 15
        last = first + self.dice.choice([30, 45, 60, 90, 120])
        starts, ends = (time(at // 60, at % 60) for at in (first, last))
        plain = [f"{at.hour}:{at.minute:02}" for at in (starts, ends)]
        short = [f"{(at.hour - 1) % 12 + 1}:{at.minute:02}" for at in (starts, ends)]
        half = ["am" if at.hour < 12 else "pm" for at in (starts, ends)]
        dash = self.dice.choice(["-", " - ", " – ", "—", " to ", " until "])
        ways = [
            f"{plain[0]}{dash}{plain[1]}",
            f"from {plain[0]} to {plain[1]}",
            f"between {plain[0]} and {plain[1]}",
            f"{short[0]}{half[0]}{dash}{short[1]}{half[1]}",
            f"{short[0]} {half[0].upper()}{dash}{short[1]} {half[1].upper()}",
            f"{plain[0]} for {last - first} minutes",
        ]
        ways.append(f"{short[0]}{dash}{short[1]}")
        if half[0] == half[1]:
            ways.append(f"{short[0]}{dash}{short[1]}{half[1]}")
        return self.dice.choice(ways), starts, ends

    def phrase(self) -> tuple[str, When]:
        """A day with a time, a span or neither, in either order."""
        said, day = self.day()
        kind = self.dice.choice(["day", "time", "time", "span"])
        if kind == "day":
            return said, When(day)
        words, starts, ends = self.time_of_day() if kind == "time" else self.span()
        glue = self.dice.choice([" ", ", ", " "])
        is_first = self.dice.random() < 0.3 and not said.startswith(("on ", "+"))
        text = f"{words}{glue}{said}" if is_first else f"{said}{glue}{words}"
        return text, When(day, starts, ends)


def local_day(name: str) -> date:
    """The day it is in a zone."""
    with zone(name):
        return datetime.fromtimestamp(MOMENT.timestamp()).date()


def makers(name: str, seed: int) -> Callable[[], Maker]:
    """Makers for the day it is in a zone, and for some other days."""
    dice = random.Random(seed)
    today = local_day(name)

    def one() -> Maker:
        near = today if dice.random() < 0.5 else today + dice.randrange(-400, 400) * DAY
        return Maker(dice, near, dice.choice(["past", "future"]))

    return one


def test_the_two_zones_have_different_days() -> None:
    assert [local_day(name).weekday() for name in ZONES] == [6, 0]


@pytest.mark.parametrize("name", ZONES)
def test_three_thousand_phrases_are_read_as_they_were_meant(name: str) -> None:
    make = makers(name, seed=20261129)
    wrong = []
    for _ in range(PHRASES):
        maker = make()
        text, meant = maker.phrase()
        try:
            found = when(text, maker.today, prefer=maker.prefer, month_first=False)
        except NotUnderstood as error:
            wrong.append((text, maker.today, maker.prefer, meant, error.message))
            continue
        if found != meant:
            wrong.append((text, maker.today, maker.prefer, meant, found.words(maker.today)))
    assert wrong[:5] == []


FOREIGN = [
    "lakeside", "maria", "zoom", "interview", "maybe", "unless", "not", "except",
    "instead", "room", "novembre", "lunes", "jeudi", "rescheduled", "cancelled", "without",
    "xyzzy", "ish", "tbc", "q4", "über", "日",
]  # fmt: skip


@pytest.mark.parametrize("name", ZONES)
def test_a_foreign_word_among_three_thousand_phrases_is_never_read_in_silence(name: str) -> None:
    make = makers(name, seed=4)
    silent = []
    for _ in range(PHRASES):
        maker = make()
        text, _ = maker.phrase()
        pieces = text.split()
        foreign = maker.dice.choice(FOREIGN)
        pieces.insert(maker.dice.randrange(len(pieces) + 1), foreign)
        said = " ".join(pieces)
        read = maker.dice.choice([when, spoken_day])
        try:
            found = read(said, maker.today, prefer=maker.prefer)
        except NotUnderstood as error:
            if foreign not in error.message:
                silent.append((said, error.message))
        else:
            silent.append((said, found.words(maker.today)))
    assert silent[:5] == []
