"""What is done with stories: noting where one was told, and opening one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from textual.widget import AwaitMount

from afterview_tui.domain.agenda import Case
from afterview_tui.domain.records import Interview
from afterview_tui.domain.stories import Kept, called, to_speak_from
from afterview_tui.domain.story import Story, Told
from afterview_tui.tui.asked_for import AskedOfShelf
from afterview_tui.tui.desk import Desk
from afterview_tui.tui.front import Front
from afterview_tui.tui.journal import story_told
from afterview_tui.tui.journal.journal_lines import told_id
from afterview_tui.tui.journal.story_form import new_story
from afterview_tui.tui.keys import Where, key


class StoriesView(Protocol):
    """The stories told at the interview shown, as the work on them knows them."""

    @property
    def case(self) -> Case | None:
        """The interview whose journal is shown."""

    @property
    def told(self) -> Told | None:
        """The story under the cursor, if it was told here."""

    def go_to(self, entry: str) -> None:
        """Put the cursor on a line of the list."""


class StoryWork:
    """Notes which story was told at the interview shown, and opens it among all."""

    pane: StoriesView  # puts itself here

    def __init__(self, desk: Desk, front: Front, shelf: AskedOfShelf) -> None:
        self.desk = desk
        self.shelf = shelf
        self.front = front
        self.store = desk.store

    async def tell(self) -> None:
        """Ask which story was told here, and how it landed."""
        if self.desk.case is None:
            return
        interview = self.desk.case.facts.interview
        if interview.held_on > self.desk.today:
            shows = f"{key('shelf')} shows what you could tell there."
            self.front.say(f"It is still to come. {shows}")
            return
        with self.front.reporting():
            every = self.store.stories.all()
            if not every:
                await self._ask_new_story(interview, every)
                return

            def picked(story_id: int) -> None:
                found = [one for one in every if one.story.id == story_id]
                if found:
                    self._ask_landed(found[0], interview)
                else:
                    self._ask_new_story(interview, every)

            await self.front.choose(story_told.pick_story(every, interview), picked)

    def _ask_new_story(self, interview: Interview, every: Sequence[Kept]) -> AwaitMount:
        added: list[Kept] = []

        def add(story: Story) -> None:
            number = self.store.stories.add(story)
            added.append(Kept(replace(story, id=number)))

        form = new_story(add, self.store.drafts, self.store.stories.themes())
        return self.front.ask(form, lambda: self._ask_landed(added[-1], interview))

    def _ask_landed(self, kept: Kept, interview: Interview) -> None:
        stories = self.store.stories

        def note(said: str) -> None:
            self.front.write(
                lambda _: self.front.say(story_told.note(stories, kept, interview, said))
            )
            self._go_to(kept.story.id)

        self.front.choose(story_told.how_it_landed(kept, interview), note)

    def _go_to(self, story_id: int) -> None:
        case = self.pane.case
        for told in case.facts.told if case is not None else ():
            if told.story.id == story_id:
                self.pane.go_to(told_id(told))

    def copy(self, told: Told) -> None:
        """Copy a story as a text to speak from."""
        self.front.app.copy_text(to_speak_from(told.story), f"{called(told.story)} story")

    def take_back(self, told: Told) -> None:
        """A story is not to count as told here."""
        stories = self.store.stories
        said = f"“{called(told.story)}” is no longer noted here. {key('undo')} notes it again."
        self.front.write(lambda _: stories.take_back(told.telling), said)

    def open(self, told: Told) -> AwaitMount:
        """Open all stories, at this one."""
        return self.shelf.open_at(Where.STORIES, str(told.story.id))
