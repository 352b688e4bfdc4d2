"""How long search takes in a large file: 10,000 interviews with 5 million words.

    python -m tests.performance.search [FILE] [INTERVIEWS]

The file is made once, which takes minutes, and is used again. What is printed are
milliseconds from the words to the lines, as the thread behind the screen needs them.
"""

from __future__ import annotations

import bisect
import itertools
import random
import re
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from afterview_tui.storage.store import Store

INTERVIEWS = 10_000
WORDS = {"letter": 140, "prompt": 24, "question": 11, "answer": 40, "talk": 14, "notes": 20}
PROMPTS = ("happened", "well", "improve", "differently", "cared", "lessons")
TODAY = date(2026, 11, 23)
# Beginnings as they grow under the fingers, words, names, numbers.
ASKED = {
    "one letter": list("abcdefghilmnoprstuw"),
    "two letters": re.findall("..", "anbecodeexfohainlimanoofpaesethtounwewh"),
    "three letters": re.findall("...", "abocondisforintmarnotproreathethaworyoustrcom"),
    "a word": ["recall", "because", "morning", "patient", "teacher", "answer", "school"],
    "two words": ["the pa", "we wo", "good mor", "of th", "in a", "maria ch", "they were"],
    "an employer": ["Mill 12", "mill 4711", "oak", "harbor 99", "corner 7", "dental 5", "bakery"],
    "a person": ["maria", "chen", "jo park", "vale12", "soerby 77", "ingrid", "lind500"],
    "a phone number": ["555-0121", "555", "(212) 555", "+1 212 555 0121", "0121", "5550999"],
    "not on file": ["xyzzy", "qqq", "zzyzx maria", "xq"],
}
EMPLOYERS = ["Mill", "Oak", "Harbor", "Corner", "Dental", "Bakery", "Library", "Museum", "Stone"]


def now() -> datetime:
    """A fixed moment."""
    return datetime(2026, 11, 23, 9).astimezone()


class Words:
    """Words of English, as often as people use them."""

    def __init__(self, rng: random.Random) -> None:
        from spellchecker import SpellChecker

        counted = SpellChecker().word_frequency.dictionary
        self._words = sorted(counted, key=lambda one: (-counted[one], one))[:30_000]
        # Zipf: the second word half as often as the first, and so on.
        self._up_to = list(itertools.accumulate(1 / n for n in range(1, len(self._words) + 1)))
        self._rng = rng

    def some(self, number: int) -> str:
        """So many words in sentences."""
        top, pick = self._up_to[-1], self._rng.random
        found = [
            self._words[bisect.bisect_left(self._up_to, pick() * top)]
            for _ in range(max(1, round(number * (0.5 + pick()))))
        ]
        for place in range(0, len(found), 12):
            found[place] = found[place].capitalize()
        return " ".join(found) + "."


def fill(path: Path, number: int) -> None:
    """Make the file."""
    with closing(Store(path, now)):
        pass
    rng = random.Random(7)
    words = Words(rng)
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("PRAGMA cache_size = -400000")
        for row in range(1, number + 1):
            _one(db, rng, words, row, TODAY - timedelta(days=number - row))
            if row % 500 == 0:
                print(f"{row} interviews", file=sys.stderr)


def _one(db: sqlite3.Connection, rng: random.Random, words: Words, row: int, day: date) -> None:
    def put(table: str, **values: object) -> int:
        names = [f[1] for f in known[table] if f[3] and f[4] is None and f[1] not in values]
        values |= {name: "" for name in names if name != "id"}
        sql = f"INSERT INTO {table} ({', '.join(values)}) VALUES ({', '.join('?' * len(values))})"  # noqa: S608
        return db.execute(sql, list(values.values())).lastrowid or 0

    known = _columns(db)
    first = rng.choice(
        [
            "Mill",
            "Oak",
            "Harbor",
            "Corner",
            "Dental",
            "Bakery",
            "Library",
            "Museum",
            "Garden",
            "Stone",
        ]
    )
    outcome = "open" if row % 100 == 0 else "no"
    here = put(
        "interview",
        employer=f"{first} {rng.choice(['House', 'Works', 'Lane', 'Group'])} {row}",
        role=rng.choice(["Hygienist", "Clerk", "Visitor guide", "Desk officer"]),
        held_on=day.isoformat(),
        round=1,
        form="in person",
        outcome=outcome,
        outcome_on=day.isoformat(),
        notes=words.some(WORDS["notes"]),
    )
    for place, name in enumerate((f"Maria Chen Vale{row}", f"Jo Park Lind{row}")):
        number = f"(212) 555-{(row * 2 + place) % 10_000:04}"
        person = put("person", name=name, phone=number, email=f"{place}.{row}@mill.example")
        put(
            "meeting",
            interview_id=here,
            person_id=person,
            position=place,
            wants_letter=1,
            talked_about=words.some(WORDS["talk"]),
        )
        text = f"Dear {name},\n\n{words.some(WORDS['letter'])}\n\nKind regards"
        about = {"interview_id": here, "person_id": person, "kind": "thank-you", "form": "e-mail"}
        put("letter", **about, subject=words.some(5), text=text, state="sent")
    put("reflection", interview_id=here, **{one: words.some(WORDS["prompt"]) for one in PROMPTS})
    put(
        "question",
        interview_id=here,
        expected=0,
        text=words.some(WORDS["question"]),
        answer=words.some(WORDS["answer"]),
    )


_known: dict[str, list[tuple[Any, ...]]] = {}


def _columns(db: sqlite3.Connection) -> dict[str, list[tuple[Any, ...]]]:
    if not _known:
        for table in ("interview", "person", "meeting", "letter", "reflection", "question"):
            _known[table] = db.execute(f"PRAGMA table_info({table})").fetchall()
    return _known


def _milliseconds(do: Callable[[], object]) -> tuple[float, float]:
    """By the clock, and of a processor: a machine that is busy elsewhere makes the first longer."""
    begun, worked = time.perf_counter(), time.thread_time()
    do()
    return 1000 * (time.perf_counter() - begun), 1000 * (time.thread_time() - worked)


def main(path: Path, number: int) -> None:
    """Print the median and the 95th percentile of each kind of question."""
    if not path.exists():
        fill(path, number)
    print(f"{path.stat().st_size / 1e6:.0f} MB")
    every: list[tuple[float, float]] = []
    with closing(Store(path, now)) as store:
        for kind, asked in ASKED.items():
            taken = []
            for _, said in itertools.product(range(3), asked):
                taken.append(_milliseconds(lambda said=said: store.search.everything(said)))  # type: ignore[misc]
            every += taken
            print(_told(kind, taken))
    print(_told("all", every))


def _told(kind: str, taken: list[tuple[float, float]]) -> str:
    said = [kind.ljust(16)]
    for name, which in (("by the clock", 0), ("of a processor", 1)):
        numbers = [one[which] for one in taken]
        high = statistics.quantiles(numbers, n=20)[-1]
        said.append(f"{name}: p50 {statistics.median(numbers):5.1f}, p95 {high:5.1f}")
    return "   ".join(said)


if __name__ == "__main__":
    given = sys.argv[1:]
    where = Path(given[0]) if given else Path(tempfile.gettempdir()) / "afterview-search.db"
    main(where, int(given[1]) if len(given) > 1 else INTERVIEWS)
