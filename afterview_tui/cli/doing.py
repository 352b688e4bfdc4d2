"""Commands for the lines of the four steps, for what an employer says, and the way back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import click

from afterview_tui.cli import typed, which
from afterview_tui.cli.adding import about_an_interview, say_added, told_of
from afterview_tui.cli.command_table import PlainCommand
from afterview_tui.cli.opened import OpenFile, opened
from afterview_tui.cli.saying import say
from afterview_tui.domain import dates
from afterview_tui.domain.agenda import Case
from afterview_tui.domain.errors import NotUnderstood
from afterview_tui.domain.letter import Letter, LetterKind
from afterview_tui.domain.news import Heard, News, follows, in_words, is_news
from afterview_tui.domain.recipients import Recipient, thanked
from afterview_tui.domain.recognising import as_named
from afterview_tui.domain.records import Interview, Result
from afterview_tui.domain.steps.follow_up import is_quiet
from afterview_tui.domain.task import Kind, Task
from afterview_tui.domain.text import clean_line, with_one_stop
from afterview_tui.storage.checklist import NeedsMore

# What people call it.
_HEARD = {
    "no": Heard.NO.value,
    "rejected": Heard.NO.value,
    "rejection": Heard.NO.value,
    "offered": Heard.OFFER.value,
    "invited": Heard.ROUND.value,
    "invitation": Heard.ROUND.value,
    "ghosted": Heard.QUIET.value,
    "silence": Heard.QUIET.value,
    "nothing": Heard.WAITING.value,
    "withdrew": Heard.WITHDRAWN.value,
}

# Lines that news settle, each with an example of them.
_ANSWERS = {Kind.ANSWER_OFFER: "accepted", Kind.WITHDRAW: "withdrawn"}


@click.command(
    cls=PlainCommand,
    examples=[
        "afterview-tui done brief tom --at harbor",
        "afterview-tui done thank ana ruiz",
        "afterview-tui done ask --at harbor --result voicemail",
        "afterview-tui done --aside 'she knows already' brief amy --at harbor",
    ],
)
@click.argument("words", nargs=-1, required=True)
@which.AT
@click.option("--on", "on_day", default="today", metavar="DAY", help="When you did it.")
@click.option("--result", default="", help="Of a call: reached, voicemail, front desk, no answer.")
@click.option("--said", default="", help="Of a call: what they said.")
@click.option("--promised", default="", metavar="DAY", help="Of a call: the day they named.")
@click.option("--how", default="", help="Of a letter: how it went out.")
@click.option("--back", is_flag=True, help="Not done after all: take it back.")
@click.option(
    "--aside", default=None, metavar="REASON", help="Set it aside instead; '' gives none."
)
@click.pass_context
def done(
    context: click.Context,
    words: tuple[str, ...],
    at: str | None,
    on_day: str,
    result: str,
    said: str,
    promised: str,
    how: str,
    back: bool,
    aside: str | None,
) -> None:
    """Note that a line is done.

    A reference is briefed, a letter sent, a call made.

    The line is named by WORDS of it and of its employer, as `today` says them.
    """
    with opened(context, writes=True) as file:
        case, task = which.line(file, " ".join(words), at, is_open=not back)
        on = file.day(on_day, "past", "--on")
        store, facts = file.store, case.facts
        to = _thanked(case, task)
        if back:
            _take_back(file, case, task, to)
        elif aside is not None:
            store.checklist.set_aside(facts, task, file.today, clean_line(aside))
            say(f"Set aside: {task.title}.")
        elif task.kind in (Kind.FOLLOW_UP, Kind.OTHER_OFFER):
            _tried(file, case, task, on, result, said, promised)
        elif task.kind in _ANSWERS:
            raise NotUnderstood(
                f"{task.title}: say what the answer is. For example:"
                f" afterview-tui news {case.id} {_ANSWERS[task.kind]}"
            )
        elif to is not None:
            send(file, case, to, on, how)
        else:
            _tick(file, case, task, on)


@click.command(
    cls=PlainCommand,
    examples=[
        "afterview-tui move brief tom --at harbor --to 'next mon'",
        "afterview-tui move reflect --at harbor --to 'in 2 days'",
    ],
)
@click.argument("words", nargs=-1, required=True)
@which.AT
@click.option("--to", "to_day", required=True, metavar="DAY", help="The new day.")
@click.pass_context
def move(context: click.Context, words: tuple[str, ...], at: str | None, to_day: str) -> None:
    """Move a line of the four steps to another day.

    WORDS name it, as with `done`.
    """
    with opened(context, writes=True) as file:
        case, task = which.line(file, " ".join(words), at)
        to = file.day(to_day, "future", "--to")
        file.store.checklist.move(case.facts, task, to, file.today)
        say(f"Moved to {dates.spoken(to, file.today)}: {task.title}.")


@click.command(
    cls=PlainCommand,
    examples=[
        "afterview-tui news harbor waiting --by 'in a week'",
        "afterview-tui news harbor offer --by fri --said 'They want me from January'",
        "afterview-tui news harbor no --said 'Somebody with more years'",
        "afterview-tui news harbor round --when 'tue 10:00'",
    ],
)
@which.INTERVIEW
@click.argument("heard")
@click.option("--by", "by_day", default="", metavar="DAY", help="By when they decide, or you.")
@click.option("--said", default="", help="In their words.")
@about_an_interview
@click.pass_context
def news(
    context: click.Context,
    /,
    interview: str,
    heard: str,
    by_day: str,
    said: str,
    **told: Any,
) -> None:
    """Note what an employer says, and what follows.

    HEARD is one of: waiting, round, offer, accepted, declined, no, withdrawn, quiet, missed (they
    did not call). Another round takes the options of `add`; the people come along.
    """
    with opened(context, writes=True) as file:
        case = which.interview(file, interview)
        facts, today = case.facts, file.today
        what = typed.one_of(_HEARD.get(heard.lower(), heard), Heard, "news")
        prefer = "past" if what is Heard.MISSED else "future"
        day = file.day(by_day, prefer, "--by") if by_day else None  # type: ignore[arg-type]
        new = News(what, day, clean_line(said))
        one = facts.interview
        if what is Heard.ROUND:
            _next_round(file, case, new, told)
        elif not is_news(facts, new):
            say(with_one_stop(f"That is on file already: {in_words(what, one.employer)}."))
        else:
            then = follows(facts, new, today)
            file.store.interviews.hear(one, new, today)
            say(with_one_stop(f"Noted: {in_words(what, one.employer)}. Then: {then}."))


@click.command(
    cls=PlainCommand,
    examples=["afterview-tui undo", "afterview-tui undo --redo"],
)
@click.option("--redo", is_flag=True, help="Do again what was undone.")
@click.pass_context
def undo(context: click.Context, redo: bool) -> None:
    """Take back the last change, and say which it was.

    Whichever window made it; again, the one before.
    """
    with opened(context, writes=True) as file:
        if redo:
            say(f"Did again: {file.desk.redo().sentence}.")
        else:
            say(f"Took back: {file.desk.undo().sentence}.")


def send(file: OpenFile, case: Case, to: Recipient, on: date, how: str) -> None:
    """Mark a letter sent as it stands, and say what was left out of it, and what that settled."""
    from afterview_tui.letters.drafting.current_letter import shown
    from afterview_tui.letters.drafting.written_parts import going_out

    going = going_out(shown(case.facts, to, file.today).letter)
    file.store.letters.mark_sent(case.facts, going.letter, to.person, on, clean_line(how))
    left = f" {going.said}" if going.said else ""
    say(f"Sent: {_noun(going.letter)} to {to.person.shown}.{left}")


def _noun(letter: Letter) -> str:
    from afterview_tui.domain.letter_kinds import about

    return f"the {about(letter.kind).noun}"


def _tick(file: OpenFile, case: Case, task: Task, on: date) -> None:
    """Note the fact that settles a line; what is settled by a letter or by news is told."""
    try:
        file.store.checklist.mark_done(case.facts, task, on)
    except NeedsMore as error:
        ways = f"afterview-tui letter {case.id} --sent, or afterview-tui news {case.id}, does that."
        raise NotUnderstood(f"{error.message} {ways}") from error
    say(f"Done: {task.title}.")


def _thanked(case: Case, task: Task) -> Recipient | None:
    """Whom the letter of a line is to."""
    if task.kind is not Kind.LETTER:
        return None
    return next((thanked(m) for m in case.facts.met if m.meeting.id == task.subject), None)


def _take_back(file: OpenFile, case: Case, task: Task, to: Recipient | None) -> None:
    sent = case.facts.sent_to(to.person.id, LetterKind.THANK_YOU) if to is not None else None
    if to is not None and sent is not None:
        file.store.letters.reopen(case.facts, sent, to.person)
    else:
        file.store.checklist.mark_open(case.facts, task)
    say(f"Not done after all: {task.title}.")


def _tried(
    file: OpenFile, case: Case, task: Task, on: date, result: str, said: str, promised: str
) -> None:
    """Note a call or a mail that asked how things stand, and what came of it."""
    if not result:
        words = ", ".join(one.value for one in Result)
        raise NotUnderstood(f"{task.title}: say what came of it with --result ({words}).")
    what = typed.one_of(result, Result, "--result")
    promise = file.day(promised, "future", "--promised") if promised else None
    checklist = file.store.checklist
    person = case.facts.met[0].person.id if case.facts.met and what is Result.REACHED else None
    employer = case.facts.interview.employer
    with file.store.file.change(f"followed up with {employer}: {what.value}", interview_id=case.id):
        number = checklist.follow_up(case.facts, what, on, planned_on=task.due, person_id=person)
        if said or promise is not None:
            tried = next(one for one in file.case(case.id).facts.follow_ups if one.id == number)
            checklist.say_of_try(tried, clean_line(said), promise)
    after = file.case(case.id)
    if is_quiet(after.facts):
        say(f"Noted: {what.value}. Two tries are enough. Nothing more is expected of you.")
        return
    following = next(
        (one for one in after.tasks if one.kind is Kind.FOLLOW_UP and one.is_open), None
    )
    then = f" Next: {following.name}, {following.when(file.today)}." if following else ""
    say(f"Noted: {what.value}.{then}")


def _next_round(file: OpenFile, case: Case, heard: News, told: dict[str, Any]) -> None:
    """Put the next round on file; employer, role and people come along."""
    before = case.facts
    if told["held"] == "today":
        raise NotUnderstood("When is it? Say it with --when, such as --when 'tue 10:00'.")
    was = before.interview
    blank = Interview(
        employer=was.employer,
        role=was.role,
        held_on=file.today,
        zone=was.zone,
        form=was.form,
        place=was.place,
        contact_how=was.contact_how,
        position_facts=was.position_facts,
        wanted_for=was.wanted_for,
        who_calls=was.who_calls,
    )
    new = told_of(file, blank, told, "future")
    met = [*(one.person for one in before.met), *new.met]
    vouching = [*map(as_named, before.vouching), *new.references]
    entry = replace(new, met=met, references=vouching).entry
    say_added(file, file.store.interviews.add_round(before, entry, heard))
