"""One question before a letter goes out with something left to look at."""

from __future__ import annotations

from collections.abc import Sequence

from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from afterview_tui.letters.checking.all_findings import Finding, in_short
from afterview_tui.letters.drafting.own_words import capital
from afterview_tui.tui.kit.choice_dialog import Choose
from afterview_tui.tui.kit.plain import line, plain

SHOWN = 3
COPY, LOOK = "copy", "look"


class BeforeCopying(Choose):
    """Answers COPY or LOOK; None for Escape. The gravest findings are told first."""

    def __init__(self, findings: Sequence[Finding], going: str = "Copy") -> None:
        """`going` is what is done all the same."""
        choices = (("1", f"{going} all the same", COPY), ("2", "Look at them", LOOK))
        super().__init__("Before it goes out", choices)
        self._findings = findings

    def on_mount(self) -> None:
        """Say what there is to look at."""
        super().on_mount()
        once = {one.key: one for one in self._findings}
        gravest = sorted(once.values(), key=lambda one: one.check.gravity)
        told = [line(capital(in_short(one))) for one in gravest[:SHOWN]]
        if len(gravest) > SHOWN:
            told.append(plain(f"and {len(gravest) - SHOWN} more", "$foreground-muted"))
        words = Static(Content("\n").join(told), id="before-copying", markup=False)
        self.query_one("#choose", Vertical).mount(words, before=0)
