"""What came of a try at asking how things stand."""

from __future__ import annotations

from afterview_tui.domain.records import Result
from afterview_tui.tui.kit.choice_dialog import Choose

RESULTS = (
    ("1", "Reached the person", Result.REACHED.value),
    ("2", "Left a voicemail", Result.VOICEMAIL.value),
    ("3", "Spoke to the front desk", Result.GATEKEEPER.value),
    ("4", "No answer", Result.NO_ANSWER.value),
    ("5", "Sent an e-mail", Result.EMAILED.value),
)
MISSED = "missed"


def follow_up_result() -> Choose:
    """What a try came to; or MISSED, when they did not call as agreed."""
    missed = ("6", "They missed an agreed call", MISSED)
    return Choose("You asked how things stand: what came of it?", (*RESULTS, missed))
