"""How sure the user feels about an interview, 1 to 5."""

from __future__ import annotations

from afterview_tui.tui.kit.choice_dialog import Choose

SURE = tuple(
    (str(number), words, str(number))
    for number, words in enumerate(
        ("not at all", "hardly", "so-so", "fairly sure", "very sure"), start=1
    )
)


def sure(noted: str = "") -> Choose:
    """How sure the user feels. What was `noted` before stays."""
    if not noted:
        return Choose("How sure do you feel about it?", SURE)
    stays = f"{noted}. The first stays as it is; this is kept beside it."
    return Choose("How sure do you feel about it now?", SURE, stays)
