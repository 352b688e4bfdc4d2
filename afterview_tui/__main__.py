"""Start from the shell: `afterview-tui`, or `python -m afterview_tui`."""

from __future__ import annotations


def main() -> None:
    """Run the command line."""
    from afterview_tui.cli.commands import run

    run()


if __name__ == "__main__":
    main()
