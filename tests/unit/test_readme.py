"""The README says what the program does, and its two lines are the ones that are run."""

from __future__ import annotations

import os
import re
from pathlib import Path

from afterview_tui.tui.keys import readme_table

ROOT = Path(__file__).parents[2]
TABLE = re.compile(r"(?<=<!-- keys -->\n).*?(?=\n<!-- /keys -->)", re.DOTALL)


def test_the_table_of_keys_is_the_one_that_the_program_has() -> None:
    readme = ROOT / "README.md"
    text = readme.read_text(encoding="utf-8")
    if os.environ.get("UPDATE_GOLDEN"):
        text = TABLE.sub(lambda _: readme_table(), text)
        readme.write_text(text, encoding="utf-8")
    found = TABLE.search(text)
    assert found is not None
    assert found[0] == readme_table()


def test_the_first_screen_has_a_picture_and_two_lines_to_paste() -> None:
    first_screen = (ROOT / "README.md").read_text(encoding="utf-8").split("## ")[0]
    pictures = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", first_screen)
    assert pictures
    assert all((ROOT / picture).is_file() for picture in pictures)
    blocks = re.findall(r"```sh\n(.*?)\n```", first_screen, re.DOTALL)
    assert [block.count("\n") for block in blocks] == [0, 0]


def test_ci_runs_the_test_line_of_the_readme() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    pattern = re.search(r"grep -E '([^']+)' README.md", script)
    assert pattern is not None
    lines = (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
    assert sum(bool(re.search(pattern[1], line)) for line in lines) == 1
