"""How long it takes until the first name is on the screen, as ratios to a bare app.

    python -m tests.performance.bench [RUNS]

The cases take turns, so that whatever else the machine does hits all alike.
Ratios of one run can be compared; seconds cannot.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

from afterview_tui.domain import names
from afterview_tui.domain.records import Interview
from afterview_tui.storage.interviews import Entry
from afterview_tui.storage.store import Store
from tests.terminal.driver import Terminal

BARE = str(Path(__file__).with_name("bare.py"))
CASES = {"bare": 0, "10 interviews": 10, "200 interviews": 200}


def _now() -> datetime:
    return datetime.now().astimezone()


def _filled(path: Path, number: int) -> Path:
    """A file with so many open interviews, two people met and two references each."""
    with closing(Store(path, _now)) as store, store.file.change("filled"):
        for index in range(number):
            held_on = _now().date() - timedelta(days=index % 40)
            interview = Interview(employer=f"Company {index:04}", role="Aide", held_on=held_on)
            met = names.people(f"Dr. Ann Vale{index}\nBo Lind{index}")
            store.interviews.add(Entry(interview, met, names.people("Amy Ortiz\nTom Varley")))
    return path


def _seconds(db: Path, home: Path, program: tuple[str, ...]) -> float:
    begun = time.perf_counter()
    with Terminal(db, home, program=program) as terminal:
        terminal.wait_for("Company 0")
        return time.perf_counter() - begun


def main(runs: int = 7) -> None:
    """Print the median of each case and its ratio to the bare app."""
    taken: dict[str, list[float]] = {case: [] for case in CASES}
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        files = {case: _filled(home / f"{n}.db", n) for case, n in CASES.items()}
        for _ in range(runs):
            for case, number in CASES.items():
                program = ("-m", "afterview_tui") if number else (BARE,)
                taken[case].append(_seconds(files[case], home, program))
    bare = statistics.median(taken["bare"])
    for case, seconds in taken.items():
        median = statistics.median(seconds)
        print(f"{case:<16}{median:6.3f} s  {median / bare:5.2f} x bare")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 7)
