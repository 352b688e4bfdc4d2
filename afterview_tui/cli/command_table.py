"""Every command, where it is written, and what stands in its help.

A command is loaded when it is asked for: a line at login waits for nothing else.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import Any

import click

# Under which heading of the help, and in which module of this folder.
SECTIONS: dict[str, dict[str, str]] = {
    "See what there is": {
        "today": "today",
        "list": "seeing",
        "show": "seeing",
        "find": "seeing",
    },
    "Note what happens": {
        "add": "adding",
        "met": "adding",
        "reference": "references",
        "letter": "letters",
        "done": "doing",
        "move": "doing",
        "news": "doing",
        "note": "noting",
        "question": "noting",
        "story": "stories",
        "me": "noting",
        "change": "changing",
        "person": "people",
        "delete": "changing",
        "undo": "doing",
    },
    "Take it along": {
        "export": "exporting",
        "import": "importing",
        "report": "reporting",
    },
    "Keep it safe": {
        "backup": "file_commands",
        "restore": "file_commands",
        "check": "file_commands",
        "merge": "file_commands",
    },
    "The program": {
        "completion": "completing",
    },
}
_REST = "The program"
_MODULES = {name: module for section in SECTIONS.values() for name, module in section.items()}
# What people try instead.
ALSO = {
    "search": "find",
    "grep": "find",
    "agenda": "today",
    "due": "today",
    "todo": "today",
    "ls": "list",
    "interviews": "list",
    "new": "add",
    "people": "person",
    "references": "reference",
    "letters": "letter",
    "thank": "letter",
    "tick": "done",
    "sent": "done",
    "postpone": "move",
    "outcome": "news",
    "heard": "news",
    "notes": "note",
    "questions": "question",
    "stories": "story",
    "dump": "export",
    "mend": "check",
    "repair": "check",
    "edit": "change",
    "set": "change",
    "remove": "delete",
    "rm": "delete",
}


class PlainCommand(click.Command):
    """A command with examples in its help; a test runs every one of them."""

    def __init__(self, *args: Any, examples: Sequence[str] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.examples = tuple(examples)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The examples, each on a line as it is typed."""
        if self.examples:
            formatter.write_paragraph()
            formatter.write_text("For example:")
            for one in self.examples:
                formatter.write(f"  {one}\n")
        super().format_epilog(ctx, formatter)


class CommandTable(click.Group):
    """Finds a command by its name, or by what people call it."""

    command_class = PlainCommand

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Every name, in the order of the help."""
        rest = [name for name in super().list_commands(ctx) if name not in _MODULES]
        return [*_MODULES, *rest]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load the command of this name; None where there is none."""
        name = ALSO.get(cmd_name, cmd_name)
        if name in _MODULES:
            module = import_module(f"afterview_tui.cli.{_MODULES[name]}")
            for one in vars(module).values():
                if isinstance(one, click.Command) and one.name == name:
                    return one
        return super().get_command(ctx, name)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that is meant. Raises click.UsageError, with what may be meant instead."""
        if args and self.get_command(ctx, args[0]) is None and not args[0].startswith("-"):
            from difflib import get_close_matches

            every = [*self.list_commands(ctx), *ALSO]
            near = get_close_matches(args[0], every, n=1)
            meant = ALSO.get(near[0], near[0]) if near else ""
            tip = f" Do you mean {meant}?" if meant else ""
            raise click.UsageError(f"There is no command {args[0]}.{tip}", ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The commands under their headings."""
        every = {name: self.get_command(ctx, name) for name in self.list_commands(ctx)}
        for heading, names in SECTIONS.items():
            mine = [name for name in every if name in names]
            if heading == _REST:
                mine += [name for name in every if name not in _MODULES]
            found = [(name, one) for name in mine if (one := every[name]) is not None]
            rows = [(name, one.get_short_help_str(70)) for name, one in found if not one.hidden]
            with formatter.section(heading):
                formatter.write_dl(rows)
