"""Writes the man page, docs/afterview-tui.1, from the words of --help: `python docs/man.py`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import click

from afterview_tui.cli.command_table import SECTIONS, PlainCommand
from afterview_tui.cli.commands import cli

PAGE = Path(__file__).with_name("afterview-tui.1")
CODES = (
    ("0", "It is done."),
    ("1", "Nothing was found, or is to do, where that is a question."),
    ("2", "It was not understood, or it failed; one line on standard error says what to do."),
)


def man_page() -> str:
    """The page in the language of man."""
    root = click.Context(cli, info_name="afterview-tui")
    lines = ['.TH AFTERVIEW-TUI 1 "" "afterview-tui" "User Commands"', ".ad l", ".SH NAME"]
    lines.append(f"afterview-tui \\- {_plain(_first(cli.help).rstrip('.').lower())}")
    lines += [".SH SYNOPSIS", ".B afterview-tui", "[OPTIONS] [COMMAND] [ARGS]..."]
    lines += [".SH DESCRIPTION", *_text(cli.help), ".SH OPTIONS", *_options(cli, root)]
    names = cli.list_commands(root)
    for heading, section in SECTIONS.items():
        mine = [name for name in names if name in section]
        if heading == list(SECTIONS)[-1]:
            mine += [name for name in names if not any(name in one for one in SECTIONS.values())]
        lines.append(f".SH {_plain(heading.upper())}")
        for name in mine:
            command = cli.get_command(root, name)
            if command is not None and not command.hidden:
                lines += _command(command, click.Context(command, root, name))
    lines.append(".SH EXIT STATUS")
    for code, says in CODES:
        lines += [".TP", f".B {code}", _plain(says)]
    lines += [".SH ENVIRONMENT", ".TP", ".B AFTERVIEW_DB", "The file to use, as with --db."]
    return "\n".join(lines) + "\n"


def _command(command: click.Command, context: click.Context) -> Iterator[str]:
    usage = " ".join(command.collect_usage_pieces(context))
    yield f".SS {_plain(f'{context.info_name} {usage}')}"
    yield from _text(command.help)
    if command.epilog:
        yield from _text(command.epilog)
    yield from _options(command, context)
    if isinstance(command, PlainCommand) and command.examples:
        yield ".PP"
        yield "For example:"
        yield ".PP"
        yield ".nf"
        yield from (f"  {_plain(one)}" for one in command.examples)
        yield ".fi"


def _options(command: click.Command, context: click.Context) -> Iterator[str]:
    for parameter in command.get_params(context):
        record = parameter.get_help_record(context)
        if record is not None:
            yield from (".TP", f".B {_plain(record[0])}", _plain(record[1]))


def _text(text: str | None) -> Iterator[str]:
    for paragraph in re.split(r"\n\s*\n", (text or "").strip()):
        yield ".PP"
        yield _plain(" ".join(paragraph.split()))


def _first(text: str | None) -> str:
    return " ".join((text or "").strip().split("\n\n")[0].split())


def _plain(text: str) -> str:
    """Words in which man finds nothing of its own."""
    safe = text.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{safe}" if safe.startswith((".", "'")) else safe


if __name__ == "__main__":
    PAGE.write_text(man_page(), encoding="utf-8")
