"""The stories that the user tells, where they were told, and what they answer."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import date

from afterview_tui.domain import themes
from afterview_tui.domain.errors import NotSaved
from afterview_tui.domain.records import Interview, Question
from afterview_tui.domain.stories import NO_NAME, Answered, Kept, Occasion
from afterview_tui.domain.story import Answering, Landed, Story, Telling
from afterview_tui.domain.text import clean_line, fold
from afterview_tui.storage.file import File
from afterview_tui.storage.rows import columns, record, width
from afterview_tui.storage.texts import Texts

GONE = "This story is no longer on file; another window removed it."
_LANDED = {Landed.UNSAID: "", Landed.WELL: "; it landed well", Landed.POORLY: "; not so well"}


class Stories:
    """What the user has to tell."""

    def __init__(self, file: File, texts: Texts) -> None:
        self._file = file
        self._texts = texts

    def all(self) -> list[Kept]:
        """Every story by its name, with its tellings and the questions that it answers."""
        return every(self._file)

    def add(self, story: Story) -> int:
        """Put a new story on file."""
        with self._file.change(f"added the story {_named(story)}") as change:
            return change.insert(replace(story, created_at=self._file.now()))

    def edit(self, story: Story, before: Story) -> bool:
        """Write what differs from `before`. Raises NotSaved.

        Answers whether another window had written there too: its text is kept as an
        earlier version then.
        """
        with self._file.change(f"changed the story {_named(story)}") as change:
            self._on_file(story)
            return self._texts.write_all(change, story, before)

    def bin(self, story: Story) -> None:
        """Delete a story into the bin; its tellings and links stay with it. Raises NotSaved."""
        with self._file.change(f"deleted the story {_named(story)}") as change:
            self._on_file(story)
            change.bin(Story, story.id, self._file.now())

    def tell(self, story: Story, interview_id: int, landed: Landed = Landed.UNSAID) -> None:
        """Note that a story was told at an interview, and how it landed. Raises NotSaved.

        Told there already, it is not told twice: how it landed is changed.
        """
        employer = self._employer(interview_id)
        sentence = f"told {_named(story)} at {employer}{_LANDED[landed]}"
        with self._file.change(sentence, interview_id=interview_id) as change:
            self._on_file(story)
            there = "story_id = ? AND interview_id = ?"
            known = self._file.all(Telling, there, [story.id, interview_id])
            for telling in known:
                change.update(Telling, telling.id, landed=landed)
            if not known:
                change.insert(Telling(0, story.id, interview_id, landed))

    def take_back(self, telling: Telling) -> None:
        """Note that a story was not told at an interview after all. Raises NotSaved."""
        story = self._file.one(Story, telling.story_id)
        employer = self._employer(telling.interview_id)
        sentence = f"noted that {_named(story)} was not told at {employer}"
        with self._file.change(sentence, interview_id=telling.interview_id) as change:
            if self._file.one(Telling, telling.id) is None:
                raise NotSaved("This is no longer noted there; another window took it back.")
            change.bin(Telling, telling.id, self._file.now())

    def themes(self) -> tuple[str, ...]:
        """The themes in use, of stories and of questions, the most used first."""
        every = """
            SELECT themes FROM story WHERE binned_at IS NULL AND themes <> ''
            UNION ALL
            SELECT themes FROM question WHERE binned_at IS NULL AND themes <> ''
        """
        return themes.in_use(line for (line,) in self._file.read(every))

    def link(self, story: Story, question: Question) -> None:
        """Note that a story answers a question; once is enough. Raises NotSaved."""
        sentence = f"linked {_named(story)} to “{clean_line(question.text)}”"
        with self._file.change(sentence, interview_id=question.interview_id) as change:
            self._on_file(story)
            if self._file.one(Question, question.id) is None:
                raise NotSaved("This question is no longer on file; another window removed it.")
            both = "story_id = ? AND question_id = ?"
            if not self._file.all(Answering, both, [story.id, question.id]):
                change.insert(Answering(0, story.id, question.id))

    def unlink(self, answering: Answering) -> None:
        """Note that a story does not answer a question after all. Raises NotSaved."""
        story = self._file.one(Story, answering.story_id)
        question = self._file.one(Question, answering.question_id) or Question()
        sentence = f"took {_named(story)} off “{clean_line(question.text)}”"
        with self._file.change(sentence, interview_id=question.interview_id) as change:
            if self._file.one(Answering, answering.id) is None:
                raise NotSaved("This link is no longer on file; another window removed it.")
            change.bin(Answering, answering.id, self._file.now())

    def places(self, today: date) -> list[Interview]:
        """The interviews at which a story may have been told by `today`, newest first."""
        where = "held_on <= ? ORDER BY held_on DESC, id DESC"
        return self._file.all(Interview, where, [today.isoformat()])

    def _on_file(self, story: Story) -> None:
        if self._file.one(Story, story.id) is None:
            raise NotSaved(GONE)

    def _employer(self, interview_id: int) -> str:
        interview = self._file.one(Interview, interview_id)
        if interview is None:
            raise NotSaved("This interview is no longer on file; another window removed it.")
        return interview.employer


def every(file: File) -> list[Kept]:
    """Every story by its name. Tellings and questions of an interview in the bin are left out."""
    tellings: dict[int, list[Occasion]] = defaultdict(list)
    split = width(Telling)
    for row in file.read(_TOLD):
        telling = record(Telling, row[:split])
        tellings[telling.story_id].append(Occasion(telling, record(Interview, row[split:])))
    answers: dict[int, list[Answered]] = defaultdict(list)
    split = width(Answering)
    for row in file.read(_ANSWERS):
        answering = record(Answering, row[:split])
        answers[answering.story_id].append(Answered(answering, record(Question, row[split:])))
    return [
        Kept(one, tuple(tellings[one.id]), tuple(answers[one.id]))
        for one in sorted(file.all(Story, "true"), key=lambda one: (fold(one.name), one.id))
    ]


def _named(story: Story | None) -> str:
    name = clean_line(story.name) if story is not None else ""
    return f"“{name}”" if name else NO_NAME


_TOLD = f"""
    SELECT {columns(Telling, "telling")}, {columns(Interview, "interview")}
    FROM telling JOIN interview ON interview.id = telling.interview_id
    WHERE telling.binned_at IS NULL AND interview.binned_at IS NULL
    ORDER BY interview.held_on DESC, interview.id DESC, telling.id
"""
# A question stays while any interview that it came up at does.
_ANSWERS = f"""
    SELECT {columns(Answering, "answering")}, {columns(Question, "question")}
    FROM answering JOIN question ON question.id = answering.question_id
    WHERE answering.binned_at IS NULL AND question.binned_at IS NULL
    AND (question.interview_id IS NULL OR EXISTS (
        SELECT 1 FROM interview WHERE interview.binned_at IS NULL AND interview.id IN (
            SELECT question.interview_id
            UNION ALL
            SELECT asking.interview_id FROM asking
            WHERE asking.question_id = question.id AND asking.binned_at IS NULL)))
    ORDER BY answering.id
"""
