"""What the checks of a letter cost: the dictionary, the names on file, one letter, a huge text.

python -m tests.performance.checks
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from pathlib import Path

from afterview_tui.domain.letter import LetterForm
from afterview_tui.domain.records import Person
from afterview_tui.letters.checking import spelling
from afterview_tui.letters.checking.all_findings import findings
from afterview_tui.letters.checking.names_on_file import Held, Names
from tests.unit.checking import facts, to

NAMES = 500
_BODY = (
    "Thank you for the hour that you gave me at Lakeside Dental on Friday, and for speaking so"
    " plainly about what the work asks for. I liked how you and Ms. Park share the hard days."
)


def _milliseconds(do: Callable[[], object], times: int = 20) -> float:
    taken = []
    for _ in range(times):
        begun = time.perf_counter()
        do()
        taken.append(time.perf_counter() - begun)
    return 1000 * statistics.median(taken)


def _resident() -> float:
    """Megabytes that the process holds; 0 where the system does not tell."""
    statm = Path("/proc/self/statm")
    return int(statm.read_text().split()[1]) * 4096 / 1e6 if statm.exists() else 0.0


def _names() -> Names:
    held = [Held(number, f"Company {number} Hall", "Aide") for number in range(2, NAMES // 2)]
    people = [Person(number, f"Ann Vale{number}", "Dr.") for number in range(20, 20 + NAMES // 2)]
    return Names(held, people, [(one.id, one.id % 200 + 2) for one in people])


def main() -> None:
    """Print what each part takes."""
    before = _resident()
    begun = time.perf_counter()
    spelling.load()
    seconds = time.perf_counter() - begun
    print(f"dictionary: {1000 * seconds:.0f} ms, {_resident() - before:.1f} MB")
    print(f"{NAMES} names: {_milliseconds(_names):.1f} ms")
    names = _names()

    def check(text: str, times: int = 20) -> float:
        return _milliseconds(
            lambda: findings(text, facts=facts(), to=to(), form=LetterForm.EMAIL, names=names),
            times,
        )

    letter = "\n\n".join(["Dear Dr. Chen,", *[_BODY] * 6, "Kind regards,\nSam Rivera"])
    print(f"a letter of {len(letter.split())} words: {check(letter):.1f} ms")
    huge = (letter * (200_000 // len(letter) + 1))[:200_000]
    print(f"a text of {len(huge)} characters: {check(huge, 3):.0f} ms")
    before = _resident()
    begun = time.perf_counter()
    spelling.suggestions("recieve")
    seconds = time.perf_counter() - begun
    print(f"first suggestion: {1000 * seconds:.0f} ms, {_resident() - before:.1f} MB")
    print(f"a suggestion: {_milliseconds(lambda: spelling.suggestions('hygenist')):.1f} ms")


if __name__ == "__main__":
    main()
