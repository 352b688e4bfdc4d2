"""The stories that the user tells, and where they were told."""

from __future__ import annotations

from dataclasses import fields, replace

from afterview_tui.domain.errors import NotSaved
from afterview_tui.domain.records import Question
from afterview_tui.domain.story import Answering, Story
from afterview_tui.storage.file import File
from afterview_tui.storage.texts import Texts
from afterview_tui.storage.versions import TEXTS


class Stories:
    """What the user has to tell."""

    def __init__(self, file: File, texts: Texts) -> None:
        self._file = file
        self._texts = texts

    def add(self, story: Story) -> int:
        """Put a new story on file."""
        with self._file.change(f"added the story “{story.name}”") as change:
            return change.insert(replace(story, created_at=self._file.now()))

    def edit(self, story: Story, before: Story) -> bool:
        """Write what differs from `before`. Raises NotSaved.

        Answers whether another window had written there too: its text is kept as an
        earlier version then.
        """
        both_kept = False
        with self._file.change(f"changed the story “{story.name}”") as change:
            if self._file.one(Story, story.id) is None:
                raise NotSaved("This story is no longer on file; another window removed it.")
            for name in (field.name for field in fields(Story)):
                new, old = getattr(story, name), getattr(before, name)
                if new == old:
                    continue
                if name in TEXTS["story"]:
                    saved = self._texts.write(change, Story, story.id, name, new, old)
                    both_kept = both_kept or saved.both_kept
                else:
                    change.update(Story, story.id, **{name: new})
        return both_kept

    def all(self) -> list[Story]:
        """Every story on file, by name."""
        return self._file.all(Story, "true ORDER BY name COLLATE NOCASE, id")

    def link(self, story: Story, question: Question) -> None:
        """Note that a story answers a question; once is enough."""
        sentence = f"noted that “{story.name}” answers “{question.text}”"
        with self._file.change(sentence, interview_id=question.interview_id) as change:
            ids = [story.id, question.id]
            if not self._file.all(Answering, "story_id = ? AND question_id = ?", ids):
                change.insert(Answering(story_id=story.id, question_id=question.id))

    def unlink(self, answering: Answering) -> None:
        """Note that a story does not answer a question after all."""
        with self._file.change("took a story away from a question") as change:
            change.bin(Answering, answering.id, self._file.now())
