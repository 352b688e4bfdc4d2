"""The stories in the journal: which were told at the interview shown."""

from __future__ import annotations

from dataclasses import dataclass

from textual.message import Message

from afterview_tui.domain.agenda import Case
from afterview_tui.domain.story import Told
from afterview_tui.tui.panes.journal_lines import told_id
from afterview_tui.tui.panes.pane import Pane
from afterview_tui.tui.widgets.rows import Rows


class TellingPane(Pane):
    """Asks for what is done with stories. A subclass lists them among its lines."""

    class TellWanted(Message):
        """A story that was told here is to be noted."""

    @dataclass
    class StoriesWanted(Message):
        """All stories are to be shown, with the cursor on this one."""

        story_id: int | None = None

    @dataclass
    class TellingBinned(Message):
        """A story is not to count as told here."""

        told: Told

    @property
    def rows(self) -> Rows:
        """The list."""
        raise NotImplementedError

    @property
    def case(self) -> Case | None:
        """The interview whose journal is shown."""
        raise NotImplementedError

    @property
    def told(self) -> Told | None:
        """The story under the cursor, if it was told here."""
        return self.told_on(self.rows.current_id)

    def told_on(self, entry: str | None) -> Told | None:
        """The story on the line with this id."""
        mine = self.case.facts.told if self.case is not None else ()
        return next((one for one in mine if told_id(one) == entry), None)

    def go_to_told(self, story_id: int) -> None:
        """Put the cursor on a story that was told here."""
        mine = self.case.facts.told if self.case is not None else ()
        for one in mine:
            if one.story.id == story_id:
                self.go_to(told_id(one))

    def go_to(self, entry: str) -> None:
        """Put the cursor on a line of the list."""
        raise NotImplementedError

    def action_tell(self) -> None:
        """Note a story that was told."""
        if self.case is not None:
            self.post_message(self.TellWanted())

    def action_stories(self) -> None:
        """Show all stories, at the one under the cursor."""
        told = self.told
        self.post_message(self.StoriesWanted(told.story.id if told is not None else None))
