"""Only Escape leaves a text: nothing that is typed becomes a command."""

from __future__ import annotations

from pathlib import Path

import pytest

from afterview_tui.tui.kit.pane import is_text
from tests.tui.driving import opened

ON_FILE = "SELECT count(*) FROM interview WHERE outcome = 'open'"
# Ways into a text, and how to tell that it is one of ours.
INTO = {
    "letter": ["3", "enter"],
    "journal": ["4", "enter"],
    "search": ["slash"],
    "filter": ["5", "slash"],
    "template": ["5", *"]]]]", "enter"],
    "list of actions": ["question_mark"],
}


@pytest.mark.parametrize("keys", INTO.values(), ids=INTO)
@pytest.mark.parametrize("tab", ["tab", "shift+tab"])
async def test_tab_tab_and_a_word_change_nothing_but_the_text(
    path: Path, keys: list[str], tab: str
) -> None:
    async with opened(path) as window:
        before = window.rows(ON_FILE)
        await window.press(*keys)
        for _ in range(12):
            await window.press(tab)
            assert is_text(window.app.focused), window.screen
        await window.typed("done")
        assert is_text(window.app.focused)
        await window.press("escape", "escape", "escape")
        assert window.rows(ON_FILE) == before
        assert window.rows("SELECT count(*) FROM adjustment") == [(0,)]
