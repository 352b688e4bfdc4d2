"""All stories: the list, and the card of the one under the cursor."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.widget import AwaitMount
from textual.widgets import OptionList

from afterview_tui.domain import stories, themes
from afterview_tui.domain.person_card import Part
from afterview_tui.domain.records import Interview
from afterview_tui.domain.stories import Kept
from afterview_tui.domain.story import Story
from afterview_tui.tui.base import BOTH_KEPT
from afterview_tui.tui.journal import story_told
from afterview_tui.tui.journal.story_form import edit_story, new_story
from afterview_tui.tui.keys import Where, bindings, key
from afterview_tui.tui.kit.plain import plain
from afterview_tui.tui.kit.shelf import Shelf


class StoriesScreen(Shelf[Kept, None]):
    """The list and the card, as seen from one interview or from none.

    Seen from an interview, those that its employer has not heard come first, and
    what is told is told there, unless it is still to come.
    """

    WHERE = Where.STORIES
    TITLE_OF_LIST, ONE, MANY = "Stories", "story", "stories"
    NO_MATCH, FIND = "No story has these words", "story.find"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.STORIES)]

    def __init__(self, interview: Interview | None = None, at: int | None = None) -> None:
        super().__init__(at)
        self._interview = interview

    def on_mount(self) -> None:
        """Say from where the stories are seen."""
        if self._interview is not None:
            words = f"{self.TITLE_OF_LIST} · for {self._interview.employer}"
            self.query_one("#stories-list").border_title = plain(words)

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

    def load(self) -> list[Kept]:
        """Every story, those first that serve best here."""
        every = self.store.stories.all()
        if self._interview is None:
            return every
        employer = self._interview.employer
        return [*stories.fresh(every, employer), *stories.heard(every, employer)]

    def id_of(self, one: Kept) -> int:
        """The story's."""
        return one.story.id

    def found(self, every: Sequence[Kept], said: str) -> list[Kept]:
        """Those in whose words, themes, questions or employers every word occurs."""
        return stories.found(every, said)

    def named(self, one: Kept) -> tuple[str, str]:
        """The name; that it is known here, or else its themes, or how often it was told."""
        here = self._interview
        if here is not None and stories.told_at(one, here.employer):
            return one.name, "already told here"
        return one.name, themes.tidy(one.story.themes) or stories.often(one)

    def parts(self, one: Kept) -> Sequence[Part]:
        """What there is to tell, what it answers, and where it was told."""
        return stories.parts(one, self.afterview.today)

    async def action_edit(self) -> None:
        """Open the form for the story under the cursor."""
        if (kept := self.current) is None:
            return
        before = kept.story

        def edit(story: Story) -> None:
            if self.store.stories.edit(story, before):
                self.afterview.say(BOTH_KEPT)

        await self.ask(edit_story(before, edit, self.store.drafts, self._themes))

    async def action_add(self) -> None:
        """Open the form for a new story."""
        added: list[int] = []

        def add(story: Story) -> None:
            added.append(self.store.stories.add(story))

        form = new_story(add, self.store.drafts, self._themes)
        await self.ask(form, lambda: self.read(added[-1]))

    async def action_tell(self) -> None:
        """Ask how the story landed at the interview it is seen from, or first where that was."""
        if (kept := self.current) is None:
            return
        here, today = self._interview, self.afterview.today
        if here is not None and here.held_on <= today:
            await self._ask_landed(kept, here)
            return
        with self.reporting():
            places = {one.id: one for one in self.store.stories.places(today)}
            if not places:
                self.afterview.say("No interview that was held is on file yet.")
                return

            def picked(interview_id: int | None) -> None:
                if interview_id is not None:
                    self._ask_landed(kept, places[interview_id])

            pick = story_told.pick_place(kept, list(places.values()), today)
            await self.app.push_screen(pick, picked)

    async def action_link(self) -> None:
        """Ask which question the story under the cursor answers."""
        if (kept := self.current) is None:
            return
        with self.reporting():
            posed = self.store.journal.questions()
            if not posed:
                self.afterview.say("No question is on file yet. The journal takes them down.")
                return
            questions = {one.question.id: one.question for one in posed}
            links = {one.question.id: one.answering for one in kept.answers}

            def picked(question_id: int | None) -> None:
                if question_id is None:
                    return
                if (link := links.get(question_id)) is not None:
                    self._write(lambda: self.store.stories.unlink(link), "The link is off.")
                else:
                    question = questions[question_id]
                    self._write(lambda: self.store.stories.link(kept.story, question), "Linked.")

            await self.app.push_screen(story_told.pick_question(kept, posed), picked)

    def action_bin(self) -> None:
        """Delete the story under the cursor."""
        if (kept := self.current) is not None:
            said = f"Deleted “{kept.name}”. {key('story.undo')} brings it back."
            self._write(lambda: self.store.stories.bin(kept.story), said)

    def action_copy(self) -> None:
        """Copy the story as a text to speak from."""
        if (kept := self.current) is not None:
            self.afterview.copy_text(stories.to_speak_from(kept.story), f"{kept.name} story")

    @on(OptionList.OptionSelected)
    async def _selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        await self.action_edit()

    @property
    def _themes(self) -> tuple[str, ...]:
        return self.store.stories.themes()

    def _ask_landed(self, kept: Kept, interview: Interview) -> AwaitMount:
        def answered(said: str | None) -> None:
            if said is not None:
                with self.reporting():
                    noted = story_told.note(self.store.stories, kept, interview, said)
                    self.read(kept.story.id)
                    self.afterview.say(noted)

        return self.app.push_screen(story_told.how_it_landed(kept, interview), answered)

    def _write(self, do: Callable[[], object], said: str) -> None:
        """Change the file, show the result, say what was done."""
        with self.reporting():
            do()
            self.read()
            self.afterview.say(said)
