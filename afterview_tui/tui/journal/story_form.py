"""The form for a story: its parts in the order in which they are told."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from afterview_tui.domain import stories, themes
from afterview_tui.domain.story import Story
from afterview_tui.storage.drafts import Drafts
from afterview_tui.tui.kit.form import Field, FieldProblem, Form, Hint, Values

_LAST = stories.PARTS[-1]


def new_story(add: Callable[[Story], object], drafts: Drafts, in_use: Sequence[str] = ()) -> Form:
    """The form for a story that is not on file yet. `in_use` are the themes to offer."""
    return _form("A new story", Story(), add, drafts, in_use)


def edit_story(
    story: Story, edit: Callable[[Story], object], drafts: Drafts, in_use: Sequence[str] = ()
) -> Form:
    """The form for a story on file."""
    return _form(f"Change “{stories.called(story)}”", story, edit, drafts, in_use)


def _form(
    title: str,
    story: Story,
    save: Callable[[Story], object],
    drafts: Drafts,
    in_use: Sequence[str],
) -> Form:
    def finish(values: Values) -> object:
        if not values["name"]:
            raise FieldProblem("name", "What do you call it? A few words are enough.")
        return save(_filled_in(story, values))

    def hint(name: str, values: Values) -> Hint:
        return Hint(stories.length(_filled_in(story, values))) if name == _LAST else Hint()

    draft = f"story:{story.id or 'new'}"
    return Form(title, _fields(story, in_use), finish, hint=hint, drafts=drafts, draft=draft)


def _filled_in(story: Story, values: Values) -> Story:
    return replace(story, **values)  # type: ignore[arg-type]


def _fields(story: Story, in_use: Sequence[str]) -> list[Field]:
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
        Field(
            "themes",
            "Themes",
            "teamwork, conflict",
            value=story.themes,
            suggest=lambda line, _: themes.completion(line, in_use),
        ),
    ]
