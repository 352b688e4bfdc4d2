"""What is typed or pasted, as every text on the screen gets it: cleaned at the door."""

from __future__ import annotations

from textual import events

from afterview_tui.domain.invisible import may_be_meant, never_seen
from afterview_tui.domain.text import clean


class Joiner(str):
    """A character that shows nothing by itself, and belongs to a text all the same."""

    __slots__ = ()

    def isprintable(self) -> bool:
        """Whether a text takes it, which is all that Textual asks."""
        return True


def taken_in(event: events.Key | events.Paste) -> events.Key | events.Paste | None:
    """The event as it may go on; None for a key that shows nothing wherever it stands.

    Also the texts that Textual brings, such as the line of its palette, so get
    only what may go to the terminal. Whether a joiner has something to join is
    seen once the whole text is cleaned.
    """
    if isinstance(event, events.Paste):
        return events.Paste(clean(event.text))
    if event.character and may_be_meant(event.character):
        return events.Key(event.key, Joiner(event.character))
    return None if event.character and never_seen(event.character) else event
