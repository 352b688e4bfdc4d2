"""What came of a try at asking how things stand."""

from __future__ import annotations

from afterview_tui.domain.records import Result
from afterview_tui.tui.kit.choice_dialog import Choose

RESULTS = (
    ("r", "Reached the person", Result.REACHED.value),
    ("v", "Left a voicemail", Result.VOICEMAIL.value),
    ("f", "Spoke to the front desk", Result.GATEKEEPER.value),
    ("n", "No answer", Result.NO_ANSWER.value),
    ("e", "Sent an e-mail", Result.EMAILED.value),
)
MISSED = "missed"


def follow_up_result() -> Choose:
    """What a try came to; or MISSED, when they did not call as agreed."""
    missed = ("m", "They missed an agreed call", MISSED)
    return Choose("You asked how things stand: what came of it?", (*RESULTS, missed))
