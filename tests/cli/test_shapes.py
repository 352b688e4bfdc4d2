"""What the page says of the JSON of commands is so: every name in it is there."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import CommandLine

PAGE = Path(__file__).parents[2] / "docs" / "command-line.md"
ROW = re.compile(r"^\| `([^`]*--json)` \| (.*) \|$", re.MULTILINE)
ROWS = dict(ROW.findall(PAGE.read_text(encoding="utf-8")))
# Words in these rows that are no names of fields.
NO_FIELDS = {"done KEY --at NUMBER"}


def keys(data: Any) -> set[str]:
    """The names of an object, and of the objects in its lists."""
    found: set[str] = set()
    if isinstance(data, dict):
        found |= set(data)
        for value in data.values():
            if isinstance(value, list) and value and isinstance(value[0], dict):
                found |= set(value[0])
    return found


@pytest.mark.parametrize("command", ROWS)
def test_the_shape_of_json_is_as_the_page_says(sample: CommandLine, command: str) -> None:
    typed = command.replace("--json", "").replace("…", "maria").split()
    typed += {"show": ["lakeside"], "find": ["anesthesia"], "today": ["--all"]}.get(typed[0], [])
    if typed[0] == "report":
        typed += ["--from", "1 sep"]
    data = sample.well(*typed, "--json").data
    said = {one for one in re.findall(r"`([^`]+)`", ROWS[command]) if one not in NO_FIELDS}
    assert said
    assert said <= keys(data), said - keys(data)


def test_every_command_with_json_is_on_the_page() -> None:
    import click

    from afterview_tui.cli.commands import cli

    context = click.Context(cli)
    with_json = {
        name
        for name in cli.list_commands(context)
        if any(one.name == "as_json" for one in cli.get_command(context, name).params)  # type: ignore[union-attr]
    }
    assert with_json == {row.split()[0] for row in ROWS}
