"""What the journal asks for about stories, and what is written for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from textual import on
from textual.widget import AwaitMount

from afterview_tui.domain.records import Interview
from afterview_tui.domain.stories import Kept, called
from afterview_tui.domain.story import Story
from afterview_tui.tui.dialogs import telling
from afterview_tui.tui.dialogs.story_form import new_story
from afterview_tui.tui.panes.telling import TellingPane
from afterview_tui.tui.screens.finding import FindingScreen


class TellingScreen(FindingScreen):
    """Answers the messages of the journal that are about stories."""

    @on(TellingPane.TellWanted)
    async def _ask_story(self) -> None:
        if self.desk.case is None:
            return
        interview = self.desk.case.facts.interview
        if interview.held_on > self.desk.today:
            self.front.say("It is still to come. S shows what you could tell there.")
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

            await self.front.choose(telling.pick_story(every, interview), picked)

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
            self.front.write(lambda _: self.front.say(telling.note(stories, kept, interview, said)))
            self.query_one(TellingPane).go_to_told(kept.story.id)

        self.front.choose(telling.how_it_landed(kept, interview), note)

    @on(TellingPane.TellingBinned)
    def _take_back(self, message: TellingPane.TellingBinned) -> None:
        stories, told = self.store.stories, message.told
        said = f"“{called(told.story)}” is no longer noted here. u notes it again."
        self.front.write(lambda _: stories.take_back(told.telling), said)

    @on(TellingPane.StoriesWanted)
    async def _show_stories(self, message: TellingPane.StoriesWanted) -> None:
        """Open the stories. What is typed ahead is for them."""
        from afterview_tui.tui.screens.stories import StoriesScreen

        interview = self.desk.case.facts.interview if self.desk.case is not None else None
        await self.front.open(StoriesScreen(interview, message.story_id), self.front.read_again)
