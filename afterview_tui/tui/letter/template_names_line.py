"""The line that lists what a template can name, with what each stands for now."""

from __future__ import annotations

import re
from collections.abc import Mapping

from textual import events
from textual.content import Content

from afterview_tui.tui.keys import key
from afterview_tui.tui.kit.one_line import OneLine
from afterview_tui.tui.kit.plain import line, spread

LONGEST_VALUE = 24  # columns of what a name stands for
# The word that is being typed inside braces.
_BEGUN = re.compile(r"\{[{%](?:(?![}%]\}).)*?(\w*)$")


class NamesLine(OneLine):
    """Lists all names; while one is typed, those that begin as it does."""

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self._names: Mapping[str, str] = {}

    def show(self, names: Mapping[str, str], before: str) -> None:
        """Show these names, or those of them that fit what stands `before` the cursor."""
        begun = _BEGUN.search(before)
        fitting = {name: names[name] for name in names if begun and name.startswith(begun[1])}
        self._names = fitting or names
        self._say()

    def on_resize(self, event: events.Resize) -> None:
        """The line is made for one width."""
        self._say()

    def _say(self) -> None:
        more = line(f"{key('template.names')} all names", "$foreground-muted")
        self.say(spread(_listed(self._names), more, max(10, self.content_size.width)))


def _listed(names: Mapping[str, str]) -> Content:
    parts = []
    for name, now in names.items():
        # A gap counts as nothing, but stands for the words in its brackets.
        value = line(str(now).partition("\n")[0] or "–", "$foreground-muted")
        cut = value.truncate(LONGEST_VALUE, ellipsis=True)
        parts.append(Content.assemble((name, "$text-accent"), " ", cut))
    return Content("  ").join(parts)
