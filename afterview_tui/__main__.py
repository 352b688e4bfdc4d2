"""Start from the shell: `afterview-tui`, or `python -m afterview_tui`."""

from __future__ import annotations

import gc

# Nearly all that a start and a new screen make is there to stay. As often as Python looks for what
# can go, it would look through all of it, for a fifth of the time of a start.
MADE_BETWEEN_COLLECTIONS = 20_000


def main() -> None:
    """Run the command line."""
    gc.set_threshold(MADE_BETWEEN_COLLECTIONS, 20, 50)
    from afterview_tui.cli.start import run

    run()


if __name__ == "__main__":
    main()
