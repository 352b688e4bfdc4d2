"""Commands for what there is to write down: notes, the journal, questions, a to-do, yourself."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import click

from afterview_tui.cli import typed, which
from afterview_tui.cli.command_table import PlainCommand
from afterview_tui.cli.opened import OpenFile, opened
from afterview_tui.cli.saying import AS_JSON, say, say_json
from afterview_tui.domain import reflecting
from afterview_tui.domain.agenda import Case
from afterview_tui.domain.errors import NotUnderstood
from afterview_tui.domain.records import Facts, Question, Step
from afterview_tui.domain.text import clean_line
from afterview_tui.storage.interviews import Entry

_PROMPTS = click.Choice([*reflecting.PROMPTS])


@click.command(
    cls=PlainCommand,
    examples=[
        "afterview-tui note lakeside 'Parking is behind the house'",
        "afterview-tui note lakeside --under well 'The talk about children who are afraid'",
        "afterview-tui note lakeside --to-do 'Buy a notebook' --by fri",
        "afterview-tui note lakeside --sure 4",
    ],
)
@which.INTERVIEW
@click.argument("words", nargs=-1)
@click.option("--under", type=_PROMPTS, help="In the journal, under this prompt.")
@click.option("--to-do", "own", default="", help="As a line of the four steps instead.")
@click.option("--step", type=click.IntRange(1, 4), default=4, help="Of a line: in which step.")
@click.option("--by", "by_day", default="", metavar="DAY", help="Of a line: when it is due.")
@click.option("--sure", type=click.IntRange(1, 5), help="How sure you feel, 1 to 5.")
@click.pass_context
def note(
    context: click.Context,
    interview: str,
    words: tuple[str, ...],
    under: str | None,
    own: str,
    step: int,
    by_day: str,
    sure: int | None,
) -> None:
    """Write something down about an interview.

    A single - reads it from standard input. What was written before stays, and the new words
    stand below it.
    """
    text = typed.text(" ".join(words))
    if not (text or own or sure):
        raise NotUnderstood("Say what to note. For example: afterview-tui note lakeside 'Parking'")
    with opened(context, writes=True) as file:
        case = which.interview(file, interview)
        facts, one = case.facts, case.facts.interview
        sentence = f"noted something about {one.employer}"
        with file.store.file.change(sentence, interview_id=one.id):
            if text:
                _write(file, facts, under, text)
            if sure is not None:
                file.store.journal.feel_sure(facts, sure, file.today)
            if own:
                due = file.day(by_day, "future", "--by") if by_day else None
                file.store.checklist.add(facts, list(Step)[step - 1], clean_line(own), due)
        where = f"under “{reflecting.PROMPTS[under]}”" if under else "in the notes"
        said = [where] if text else []
        said += [f"{sure} of 5"] if sure is not None else []
        said += [f"“{clean_line(own)}” among the lines"] if own else []
        say(f"Noted for {one.employer}: {', '.join(said)}.")


def _write(file: OpenFile, facts: Facts, under: str | None, text: str) -> None:
    """Put the words below what is there."""
    if under is not None:
        before = reflecting.written(facts.reflection, under)
        file.store.journal.write(facts, under, _below(before, text), before)
        return
    one = facts.interview
    new = replace(one, notes=_below(one.notes, text))
    file.store.interviews.edit(Entry(new, None, None), one)


def _below(before: str, text: str) -> str:
    return "\n".join(filter(None, [before.rstrip(), text]))


@click.command(
    cls=PlainCommand,
    examples=[
        "afterview-tui question 'How do you calm a nervous child?' --at lakeside",
        "afterview-tui question --list",
    ],
)
@click.argument("words", nargs=-1)
@which.AT
@click.option("--answer", default="", help="Your answer; it may come later, or never.")
@click.option("--expected", is_flag=True, help="You had expected it.")
@click.option("--list", "lists", is_flag=True, help="Say every question on file instead.")
@AS_JSON
@click.pass_context
def question(
    context: click.Context,
    words: tuple[str, ...],
    at: str | None,
    answer: str,
    expected: bool,
    lists: bool,
    as_json: bool,
) -> None:
    """Note a question that came up.

    With or without an answer, at an interview or not. One on file already is noted to have come
    up again.
    """
    text = clean_line(" ".join(words))
    if not text and not lists:
        raise NotUnderstood("Say the question, or --list for those on file.")
    with opened(context, writes=not lists) as file:
        if lists:
            _say_questions(file, as_json=as_json)
            return
        case = which.interview(file, at) if at is not None else None
        with file.store.file.change(
            f"noted a question: {text}", interview_id=case.id if case is not None else None
        ):
            number = file.store.journal.ask(
                text, case.id if case is not None else None, expected=expected
            )
            if answer:
                posed = file.store.journal.get(number)
                was = posed.question if posed is not None else Question(id=number, text=text)
                file.store.journal.answer(was, typed.text(answer), was.answer)
        say(f"Noted: {text}{_came_up(case)}")


def _came_up(case: Case | None) -> str:
    return f" It came up at {case.facts.interview.employer}." if case is not None else ""


def _say_questions(file: OpenFile, *, as_json: bool) -> None:
    every = file.store.journal.questions()
    if as_json:
        say_json({"questions": every})
        return
    lines = []
    for one in every:
        at = ", ".join(interview.employer for interview in one.asked_at)
        lines.append(f"{one.question.text}{f' ({at})' if at else ''}")
        lines.append(f"  {one.question.answer or 'No answer yet.'}")
    say("\n".join(lines) or "No question is on file yet.")


@click.command(
    cls=PlainCommand,
    examples=["afterview-tui me", "afterview-tui me --name 'Kim Doe' --phone '555 0123'"],
)
@click.option("--name", help="As it stands under a letter.")
@click.option("--phone", help="Where you can be reached.")
@click.option("--email", help="Where you can be reached.")
@click.option("--address", help="For letters on paper.")
@click.option("--closing", help="Such as “Kind regards”.")
@AS_JSON
@click.pass_context
def me(context: click.Context, /, as_json: bool, **told: str | None) -> None:
    """Say what letters say about you, or change it."""
    new: dict[str, Any] = {
        name: typed.text(text) for name, text in told.items() if text is not None
    }
    with opened(context, writes=bool(new)) as file:
        mine = file.store.checklist.me()
        if new:
            mine = replace(mine, **new)
            file.store.checklist.write_me(mine)
        if as_json:
            say_json(mine)
            return
        rows = {name: ", ".join(getattr(mine, name).splitlines()) for name in told}
        say("\n".join(f"{name.capitalize()}: {text or 'not said'}" for name, text in rows.items()))
