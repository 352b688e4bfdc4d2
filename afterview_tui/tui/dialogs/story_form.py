"""The form for a story: its parts in the order in which they are told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from afterview_tui.domain import stories
from afterview_tui.domain.story import Story
from afterview_tui.storage.drafts import Drafts
from afterview_tui.tui.dialogs.form import Field, FieldProblem, Form, Hint, Values

_LAST = stories.PARTS[-1]


def new_story(add: Callable[[Story], object], drafts: Drafts) -> Form:
    """The form for a story that is not on file yet."""
    return _form("A new story", Story(), add, drafts)


def edit_story(story: Story, edit: Callable[[Story], object], drafts: Drafts) -> Form:
    """The form for a story on file."""
    return _form(f"Change “{stories.called(story)}”", story, edit, drafts)


def _form(title: str, story: Story, save: Callable[[Story], object], drafts: Drafts) -> Form:
    def finish(values: Values) -> object:
        if not values["name"]:
            raise FieldProblem("name", "What do you call it? A few words are enough.")
        return save(_filled_in(story, values))

    def hint(name: str, values: Values) -> Hint:
        return Hint(stories.length(_filled_in(story, values))) if name == _LAST else Hint()

    draft = f"story:{story.id or 'new'}"
    return Form(title, _fields(story), finish, hint=hint, drafts=drafts, draft=draft)


def _filled_in(story: Story, values: Values) -> Story:
    return replace(story, **values)  # type: ignore[arg-type]


def _fields(story: Story) -> list[Field]:
    return [
        Field("name", "Name", "a few words to find it by", value=story.name),
        Field("situation", "Situation", "where it was, and when", 3, value=story.situation),
        Field("task", "Task", "what was yours to do", 2, value=story.task),
        Field("action", "Action", "what you did, step by step", 4, value=story.action),
        Field("result", "Result", "what came of it; a figure, if any", 2, value=story.result),
        Field(
            _LAST,
            "Lesson",
            "what you took from it",
            2,
            value=story.lesson,
            looks_at=stories.PARTS[:-1],
        ),
        Field("themes", "Themes", "teamwork, conflict", value=story.themes),
    ]
