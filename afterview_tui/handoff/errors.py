"""What can go wrong on the way out."""

from __future__ import annotations

from afterview_tui.domain.errors import AfterviewError


class HandoffFailed(AfterviewError):
    """A text could not leave the program. It is still on file."""

    title = "Not written"


class NotEdited(HandoffFailed):
    """An editor outside could not be used, or what it saved could not be taken."""

    title = "Not edited"
