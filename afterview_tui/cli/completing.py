"""The command that has the shell complete commands, options and employers."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from afterview_tui.cli.command_table import PlainCommand
from afterview_tui.cli.saying import say

VARIABLE = "_AFTERVIEW_TUI_COMPLETE"


@click.command(
    cls=PlainCommand,
    examples=["afterview-tui completion bash", "afterview-tui completion fish"],
)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion(context: click.Context, shell: str) -> None:
    """Print what completes commands in your shell.

    For bash, put `eval "$(afterview-tui completion bash)"` into ~/.bashrc; for zsh the same with
    zsh into ~/.zshrc; for fish, write it to ~/.config/fish/completions/afterview-tui.fish.
    """
    made = get_completion_class(shell)
    if made is not None:
        root = context.find_root().command
        say(made(root, {}, "afterview-tui", VARIABLE).source())
