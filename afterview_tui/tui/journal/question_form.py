"""The forms for a question: one line to note it in, and all there is to change."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from textwrap import shorten

from afterview_tui.domain import met_before, themes
from afterview_tui.domain.practice import Posed
from afterview_tui.domain.records import Interview, Question
from afterview_tui.storage.store import Store
from afterview_tui.tui.base import BOTH_KEPT
from afterview_tui.tui.keys import key
from afterview_tui.tui.kit import one_line_form
from afterview_tui.tui.kit.form import Field, FieldProblem, Form, Hint, Values

LONGEST = 120  # of a question in a hint: the field and the keys below want their room
EXPECTED = "yes"
_EXPECTED = (("not expected", ""), ("expected", EXPECTED))


def new_question(
    title: str,
    store: Store,
    noted: Callable[[int, str], object],
    interview: Interview | None = None,
    *,
    expected: bool,
) -> Form:
    """One line for a question that came up at the interview, or may come up at any.

    What is on file of it is said beside it, and its words are offered. `noted` is told its
    id, and where it was met before, in words.
    """
    journal = store.journal
    every, at = journal.questions(), interview.id if interview is not None else None

    def save(text: str) -> None:
        before = met_before.same(text, journal.questions(), at)
        number = journal.ask(text, at, expected=expected)
        noted(number, met_before.told(before, interview))

    def hint(name: str, values: Values) -> Hint:
        return _met_before(values[name], every, interview)

    return one_line_form.one_line(
        title,
        "Question",
        save,
        placeholder="in their words; the answer can wait",
        suggest=lambda line, _: met_before.offer(line, every),
        hint=hint,
        drafts=store.drafts,
        draft=f"question:{'none' if at is None else at}",
    )


def edit_question(question: Question, store: Store, say: Callable[[str], object]) -> Form:
    """The words of a question, whether it was expected, its themes: those in use are offered.

    What another window wrote meanwhile is kept too, and `say` is told so.
    """
    journal, in_use = store.journal, store.stories.themes()
    others = [one for one in journal.questions() if one.question.id != question.id]

    def finish(values: Values) -> None:
        if not values["text"]:
            deletes = f"{key('questions.bin')} in the list deletes a question."
            raise FieldProblem("text", f"What was asked? {deletes}")
        changed = replace(
            question,
            text=values["text"],
            expected=values["expected"] == EXPECTED,
            themes=themes.tidy(values["themes"]),
        )
        if journal.edit(changed, question):
            say(BOTH_KEPT)

    def hint(name: str, values: Values) -> Hint:
        if name != "text" or met_before.same(values["text"], others) is None:
            return Hint()
        return Hint(doubt="On file already in these words; this stays a question of its own")

    fields = [
        Field("text", "Question", "as they asked it", value=question.text),
        Field(
            "expected",
            "It was",
            options=_EXPECTED,
            value=EXPECTED if question.expected else "",
        ),
        Field(
            "themes",
            "Themes",
            "conflict, teamwork",
            value=question.themes,
            suggest=lambda line, _: themes.completion(line, in_use),
        ),
    ]
    return Form(
        "Change a question",
        fields,
        finish,
        hint=hint,
        drafts=store.drafts,
        draft=f"question-form:{question.id}",
    )


def _met_before(said: str, every: Sequence[Posed], interview: Interview | None) -> Hint:
    """What is on file of the question that is likely meant, and what Enter makes of it."""
    known = met_before.likeliest(said, every)
    if known is None:
        return Hint()
    words = shorten(known.question.text, LONGEST, placeholder="…")
    told = f"On file: “{words}” {met_before.about(known)}"
    if met_before.same(said, [known]) is None:
        return Hint(f"{told}\n{key('form.take')} takes it")
    if interview is None or interview.id in (at.id for at in known.asked_at):
        return Hint(f"{told}\nIt is noted already")
    return Hint(f"{told}\n{key('form.enter')} notes it here, too")
