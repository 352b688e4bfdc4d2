"""How quick it is, as a person meets it: in a real terminal, beside a bare Textual app.

    python -m tests.performance.bench [--runs 7] [--files FOLDER] [--small]

All cases take turns in each run, so that whatever else the machine does hits all alike.
What is printed are medians; ratios of one run can be compared, seconds of two cannot.
CPU counts every thread of the program. The files are made anew unless a folder keeps them.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.performance.files import Filled
from tests.performance.measured import Measured

BARE = str(Path(__file__).with_name("bare.py"))
USUAL = Filled(200)
FILES = (Filled(10), USUAL, Filled(100, 9_900), Filled(2_000))
TEXT = "and I have been thinking about it ever since we talked, "
# What opens with one key in the main screen, and the keys that lead back.
OPENED = {
    "new interview": ("n", "escape"),
    "edit the interview": ("e", "escape"),
    "news": ("o", "escape"),
    "today": ("t", "t"),
    "the sheet": ("p", "escape"),
    "shelf": ("5", "escape"),
    "?": ("f1", "escape"),
    "search": ("/", "escape"),
    "about you": ("m", "escape"),
}
OF_A_LETTER = {
    "this letter": ("e", "escape"),
    "what to look at": ("c", "escape"),
    "versions": ("v", "escape"),
    "ways out": ("s", "escape"),
}
Figures = dict[str, dict[str, list[float]]]


class Bench:
    """Runs every case in turn, and keeps what came of it."""

    def __init__(self, folder: Path, *, is_small: bool = False) -> None:
        self.figures: Figures = defaultdict(lambda: defaultdict(list))
        self._files = {one: one.made(folder) for one in (FILES[:2] if is_small else FILES)}
        self._home = folder

    def run(self) -> None:
        """Every case once."""
        self._bare()
        for one, path in self._files.items():
            with self._started(one.called, path) as program:
                if one == USUAL:
                    self._keys(program)
                    self._panes(program)
                    self._opened(program)
                    self._at_rest("ours", program)

    @contextmanager
    def _started(self, case: str, path: Path, *program: str) -> Iterator[Measured]:
        begun = time.perf_counter()
        with Measured(path, self._home, program=program or ("-m", "afterview_tui")) as one:
            one.wait_for("Company 0")
            self._note("start s", case, time.perf_counter() - begun)
            self._note("start CPU s", case, one.cpu())
            one.settle()
            self._note("settled CPU s", case, one.cpu())
            self._note("memory MiB", case, one.memory())
            yield one
            asked = time.perf_counter()
            one.press("ctrl+q")
            one.wait_exit()
            self._note("quit s", case, time.perf_counter() - asked)

    def _bare(self) -> None:
        with self._started("bare", self._home / "none", BARE) as program:
            self._typed("j", "bare", program, "down", 40)
            self._at_rest("bare", program)
            program.press("f4")
            program.settle()
            self._written("a text", "bare", program)

    def _keys(self, program: Measured) -> None:
        program.press("1")
        program.settle()
        self._typed("j", "ours", program, "down", 40)
        program.press("3", "enter")
        program.settle()
        self._written("a text", "the letter", program)
        program.press("escape", "4", "enter")
        program.settle()
        self._written("a text", "the journal", program)
        program.press("escape")
        program.settle()

    def _typed(self, key: str, case: str, program: Measured, pressed: str, times: int) -> None:
        """Press a key again and again, each when the one before is answered."""
        taken, cpu, said = [], program.cpu(), len(program.raw)
        for _ in range(times):
            taken.append(program.answered(pressed))
        program.settle()
        self._note_keys(key, case, program, taken, cpu, said)

    def _written(self, key: str, case: str, program: Measured) -> None:
        taken, cpu, said = [], program.cpu(), len(program.raw)
        for letter in TEXT:
            taken.append(program.answered(letter))
        program.settle()
        self._note_keys(key, case, program, taken, cpu, said)

    def _note_keys(
        self, key: str, case: str, program: Measured, taken: list[float], cpu: float, said: int
    ) -> None:
        in_order = sorted(1000 * one for one in taken)
        self._note(f"{key} p50 ms", case, statistics.median(in_order))
        self._note(f"{key} p95 ms", case, in_order[int(0.95 * len(in_order))])
        self._note(f"{key} CPU ms", case, 1000 * (program.cpu() - cpu) / len(taken))
        self._note(f"{key} KB", case, (len(program.raw) - said) / 1000 / len(taken))

    def _panes(self, program: Measured) -> None:
        for key in ("2", "3", "4", "1"):
            self._note("to a pane, CPU ms", f"pane {key}", 1000 * program.spent(key))

    def _opened(self, program: Measured) -> None:
        for keys in (OPENED, OF_A_LETTER):
            program.press("1" if keys is OPENED else "3")
            program.settle()
            for name, (key, back) in keys.items():
                for time_of_day in ("first", "second"):
                    self._note(f"opened, {time_of_day}, CPU ms", name, 1000 * program.spent(key))
                    program.press(back)
                    program.settle()

    def _at_rest(self, case: str, program: Measured) -> None:
        seconds, cpu, woken = 3.0, program.cpu(), program.woken()
        program.watch(seconds)
        self._note("at rest, CPU %", case, 100 * (program.cpu() - cpu) / seconds)
        self._note("at rest, woken a second", case, (program.woken() - woken) / seconds)

    def _note(self, what: str, case: str, figure: float) -> None:
        self.figures[what][case].append(figure)


def table(figures: Figures) -> Iterator[str]:
    """One line for each figure: the median, and the ratio to that of the bare app."""
    for what, cases in figures.items():
        bare = statistics.median(cases["bare"]) if "bare" in cases else 0.0
        for case, taken in cases.items():
            median = statistics.median(taken)
            ratio = f"{median / bare:6.2f} x bare" if bare and case != "bare" else ""
            yield f"{what:<24}{case:<28}{median:9.3f}{ratio}".rstrip()


def main() -> None:
    """Measure, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--files", type=Path, help="keep the files in this folder")
    parser.add_argument("--small", action="store_true", help="leave the large files out")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as passing:
        folder = asked.files or Path(passing)
        folder.mkdir(exist_ok=True)
        bench = Bench(folder, is_small=asked.small)
        for _ in range(asked.runs):
            bench.run()
    print("\n".join(table(bench.figures)))


if __name__ == "__main__":
    main()
