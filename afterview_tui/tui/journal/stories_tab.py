"""All stories: where each was told, and what it answers."""

from __future__ import annotations

from collections.abc import Sequence

from textual.widget import AwaitMount

from afterview_tui.domain import stories, themes
from afterview_tui.domain.person_card import Part
from afterview_tui.domain.records import Interview
from afterview_tui.domain.stories import Kept
from afterview_tui.domain.story import Story
from afterview_tui.tui.base import BOTH_KEPT
from afterview_tui.tui.desk import Desk
from afterview_tui.tui.journal import story_told
from afterview_tui.tui.journal.story_form import edit_story, new_story
from afterview_tui.tui.keys import Where, key
from afterview_tui.tui.kit.shelf_tab import InTab, Tab


class StoriesTab(Tab[Kept]):
    """The stories, as seen from the interview that is shown, or from none.

    Seen from an interview, those that its employer has not heard come first, and
    what is told is told there, unless it is still to come.
    """

    where = Where.STORIES
    one, many = "story", "stories"
    no_match = "No story has these words"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.store)
        self._desk = desk
        self.verbs = {
            "open": self.edit,
            "edit": self.edit,
            "done": self.tell,
            "remove": self.remove,
            "copy": self.copy,
            "link": self.link,
        }
        self.others = {"add": self.add}

    @property
    def _interview(self) -> Interview | None:
        return self._desk.case.facts.interview if self._desk.case is not None else None

    @property
    def title(self) -> str:
        """From where the stories are seen."""
        here = self._interview
        return f"{self.where} · for {here.employer}" if here is not None else self.where

    def nothing(self) -> Part:
        """Said while no story is on file."""
        return Part(
            "No story is on file yet",
            (
                "Something you did once, told in under two minutes,",
                "answers more questions than one.",
                f"{key('story.add')} adds a story; it may begin with its name alone.",
            ),
        )

    def load(self) -> Sequence[Kept]:
        """Every story, those first that serve best here."""
        every = self.store.stories.all()
        if (here := self._interview) is None:
            return every
        return [*stories.fresh(every, here.employer), *stories.heard(every, here.employer)]

    def found(self, every: Sequence[Kept], said: str) -> Sequence[Kept]:
        """Those in whose words, themes, questions or employers every word occurs."""
        return stories.found(every, said)

    def line(self, one: Kept) -> InTab:
        """The name; that it is known here, or else its themes, or how often it was told."""
        here = self._interview
        about = themes.tidy(one.story.themes) or stories.often(one)
        if here is not None and stories.told_at(one, here.employer):
            about = "already told here"
        return InTab(str(one.story.id), one.name, about)

    def parts(self, one: Kept) -> Sequence[Part]:
        """What there is to tell, what it answers, and where it was told."""
        return stories.parts(one, self.today)

    async def edit(self, kept: Kept) -> None:
        """Open the form for a story."""
        before = kept.story

        def edit(story: Story) -> None:
            if self.store.stories.edit(story, before):
                self.afterview.say(BOTH_KEPT)

        in_use = self.store.stories.themes()
        await self.ask(edit_story(before, edit, self.store.drafts, in_use))

    async def add(self) -> None:
        """Open the form for a new story."""
        added: list[int] = []

        def add(story: Story) -> None:
            added.append(self.store.stories.add(story))

        form = new_story(add, self.store.drafts, self.store.stories.themes())
        await self.ask(form, lambda: self.screen.read(str(added[-1])))

    async def tell(self, kept: Kept) -> None:
        """Ask how a story landed at the interview it is seen from, or first where that was."""
        here, today = self._interview, self.today
        if here is not None and here.held_on <= today:
            await self._ask_landed(kept, here)
            return
        places = {one.id: one for one in self.store.stories.places(today)}
        if not places:
            self.afterview.say("No interview that was held is on file yet.")
            return
        pick = story_told.pick_place(kept, list(places.values()), today)
        await self.choose(pick, lambda number: self._ask_landed(kept, places[number]))

    def _ask_landed(self, kept: Kept, interview: Interview) -> AwaitMount:
        def answered(said: str) -> None:
            noted = story_told.note(self.store.stories, kept, interview, said)
            self.screen.read(str(kept.story.id))
            self.afterview.say(noted)

        return self.choose(story_told.how_it_landed(kept, interview), answered)

    async def link(self, kept: Kept) -> None:
        """Ask which question a story answers."""
        posed = self.store.journal.questions()
        if not posed:
            self.afterview.say("No question is on file yet. The journal takes them down.")
            return
        questions = {one.question.id: one.question for one in posed}
        links = {one.question.id: one.answering for one in kept.answers}

        def picked(question_id: int) -> None:
            if (link := links.get(question_id)) is not None:
                self.write(lambda: self.store.stories.unlink(link), "The link is off.")
            else:
                question = questions[question_id]
                self.write(lambda: self.store.stories.link(kept.story, question), "Linked.")

        await self.choose(story_told.pick_question(kept, posed), picked)

    def remove(self, kept: Kept) -> None:
        """Delete a story."""
        said = f"Deleted “{kept.name}”. {key('shelf.undo')} brings it back."
        self.write(lambda: self.store.stories.bin(kept.story), said)

    def copy(self, kept: Kept) -> None:
        """Copy a story as a text to speak from."""
        self.afterview.copy_text(stories.to_speak_from(kept.story), f"{kept.name} story")
