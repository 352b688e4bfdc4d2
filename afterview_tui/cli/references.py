"""The command for those who vouch for you: who they are, and what happened with them."""

from __future__ import annotations

from datetime import date

import click

from afterview_tui.cli import typed, which
from afterview_tui.cli.adding import people
from afterview_tui.cli.command_table import PlainCommand
from afterview_tui.cli.opened import OpenFile, opened
from afterview_tui.cli.saying import say
from afterview_tui.domain import naming_one
from afterview_tui.domain.errors import NotUnderstood
from afterview_tui.domain.records import Asked, Briefing, Facts, Person, Vouching
from afterview_tui.domain.text import joined

# What is noted by an option, and the field of the briefing or what they said.
_NOTED = {
    "not_needed": "not_needed_on",
    "briefed": "briefed_on",
    "called": "called_on",
    "thanked": "thanked_on",
    "told": "told_on",
}
_ASKED = {"asked": Asked.ASKED, "agreed": Asked.AGREED, "declined": Asked.DECLINED}


@click.command(
    cls=PlainCommand,
    examples=[
        "afterview-tui reference lakeside 'Ben Cole, former colleague, 555 0188'",
        "afterview-tui reference lakeside amy --briefed",
        "afterview-tui reference lakeside amy --brief",
    ],
)
@which.INTERVIEW
@click.argument("person", required=False, default="")
@click.option("--brief", is_flag=True, help="Print the page to brief them with.")
@click.option("--asked", is_flag=True, help="You asked them to vouch for you.")
@click.option("--agreed", is_flag=True, help="They said yes.")
@click.option("--declined", is_flag=True, help="They said no.")
@click.option("--not-needed", is_flag=True, help="Not needed yet: no brief is due.")
@click.option("--briefed", is_flag=True, help="You told them about this interview.")
@click.option("--called", is_flag=True, help="The employer called them.")
@click.option("--thanked", is_flag=True, help="You thanked them for it.")
@click.option("--told", is_flag=True, help="You told them how it ended.")
@click.option("--on", "on_day", default="today", metavar="DAY", help="When that was.")
@click.option("--note", default="", help="What to tell them, or what they said.")
@click.option("--back", is_flag=True, help="Take back what the option beside it says.")
@click.pass_context
def reference(
    context: click.Context,
    /,
    interview: str,
    person: str,
    brief: bool,
    on_day: str,
    note: str,
    back: bool,
    **noted: bool,
) -> None:
    """Name a reference, brief them, note what happened.

    A PERSON is somebody new, "Amy Ortiz, former manager", or words of a name that is there.
    Without one it says who is named for the interview.
    """
    happened = [name for name, is_so in noted.items() if is_so]
    changes = bool(person) and not brief
    with opened(context, writes=changes) as file:
        case = which.interview(file, interview)
        facts = case.facts
        if not person and not brief:
            say(_every(facts))
            return
        if not (happened or brief or note) and not naming_one.people(person, _people(facts)):
            _add(file, facts, person)
            return
        where = f"among the references for {facts.interview.employer}"
        whom = which.person(person, _people(facts), where)
        vouching = next(one for one in facts.vouching if one.person.id == whom.id)
        if brief:
            from afterview_tui.pages.brief import brief as brief_page

            say(brief_page(facts, vouching, file.today))
        elif happened or note:
            day = file.day(on_day, "past", "--on")
            _note(file, vouching, happened, None if back else day, note)
        else:
            say(f"{whom.shown} is named already. --briefed notes that you told them.")


def _every(facts: Facts) -> str:
    if not facts.vouching:
        return f"No reference is named for {facts.interview.employer}."
    named = [
        f"{one.person.shown}, {one.reference.relation}"
        if one.reference.relation
        else one.person.shown
        for one in facts.vouching
    ]
    return f"For {facts.interview.employer}: {'; '.join(named)}."


def _people(facts: Facts) -> list[Person]:
    return [one.person for one in facts.vouching]


def _add(file: OpenFile, facts: Facts, line: str) -> None:
    """Name them for this interview; one that vouched before is found again."""
    found = people(line, "reference")
    one = facts.interview
    shown = joined([each.shown for each in found])
    with file.store.file.change(f"added {shown} as a reference", interview_id=one.id):
        for each in found:
            file.store.interviews.add_reference(one.id, each)
    say(f"Added {shown} as a reference for {one.employer}.")


def _note(
    file: OpenFile,
    vouching: Vouching,
    happened: list[str],
    on: date | None,
    note: str,
) -> None:
    """Note what happened on a day, or take it back with None; one change for all of it."""
    store, person = file.store, vouching.person
    if len([name for name in happened if name in _ASKED]) > 1:
        raise NotUnderstood("Of --asked, --agreed and --declined one is meant.")
    briefing = vouching.briefing
    sentence = f"noted what happened with {person.shown}"
    with store.file.change(sentence, interview_id=briefing.interview_id) as change:
        for name in happened:
            if name in _ASKED:
                asked = _ASKED[name] if on is not None else Asked.NOT_ASKED
                store.references.ask(vouching.reference, person, asked, on or file.today)
            else:
                store.references.note(vouching, _NOTED[name], on)
        if note:
            words = "\n".join(filter(None, [briefing.note, typed.text(note)]))
            change.update(Briefing, briefing.id, note=words)
    said = [*(name.replace("_", " ") for name in happened), *(["a note"] if note else [])]
    did = "Taken back" if on is None else "Noted"
    say(f"{did}: {person.shown}, {joined(said)}.")
