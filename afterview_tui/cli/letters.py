"""The command for letters: drafted, written part by part, looked over, printed, sent."""

from __future__ import annotations

from pathlib import Path

import click

from afterview_tui.cli import typed, which
from afterview_tui.cli.command_table import PlainCommand
from afterview_tui.cli.doing import send
from afterview_tui.cli.files_out import REPLACE, text_out
from afterview_tui.cli.opened import OpenFile, opened
from afterview_tui.cli.saying import say
from afterview_tui.domain.agenda import Case
from afterview_tui.domain.errors import NotUnderstood
from afterview_tui.domain.letter import Letter, LetterForm, LetterKind, LetterState
from afterview_tui.domain.letter_kinds import about
from afterview_tui.domain.letter_parts import beginnings
from afterview_tui.domain.letter_spans import packed, replaced, unpacked
from afterview_tui.domain.recipients import Recipient, everybody, recipients
from afterview_tui.domain.text import clean_line, count
from afterview_tui.letters.drafting.current_letter import shown
from afterview_tui.letters.drafting.written_parts import (
    Place,
    going_out,
    missing_beginning,
    missing_stop,
    opening_in_the_way,
    places,
)


@click.command(
    cls=PlainCommand,
    examples=[
        "afterview-tui letter harbor ruiz",
        "afterview-tui letter harbor ruiz --parts",
        "afterview-tui letter harbor ruiz --fill moment 'You told me about the recall list.'",
        "afterview-tui letter harbor ruiz --check",
        "afterview-tui letter harbor ruiz --out letter.txt",
        "afterview-tui letter harbor ruiz --sent",
    ],
)
@which.INTERVIEW
@click.argument("person", required=False, default="")
@click.option("--kind", default="thank-you", show_default=True, help="Such as follow-up, decline.")
@click.option("--form", default="", help="e-mail, card or typed; kept from then on.")
@click.option("--parts", is_flag=True, help="Say which parts are open, and how they may begin.")
@click.option("--fill", nargs=2, multiple=True, metavar="PART TEXT", help="Write a part.")
@click.option("--text", default="", help="Put a whole text in its place; - reads standard input.")
@click.option("--subject", default="", help="Write the subject of an e-mail.")
@click.option("--check", is_flag=True, help="Say what to look at; ends with 1 when there is any.")
@click.option("--out", type=click.Path(path_type=Path), help="Write it to FILE, or - to print it.")
@REPLACE
@click.option("--sent", is_flag=True, help="Note that you sent it, as it stands.")
@click.option("--how", default="", help="With --sent: how it went out.")
@click.option("--on", "on_day", default="today", metavar="DAY", help="With --sent: when.")
@click.pass_context
def letter(
    context: click.Context,
    interview: str,
    person: str,
    kind: str,
    form: str,
    parts: bool,
    fill: tuple[tuple[str, str], ...],
    text: str,
    subject: str,
    check: bool,
    out: Path | None,
    replace: bool,
    sent: bool,
    how: str,
    on_day: str,
) -> None:
    """Print a letter, write in it, look it over, send it.

    Without an option it prints the letter as it stands.
    A part that is still open stands in brackets, and is not in what --out writes. A FILE that
    ends in .html is a page to print.
    """
    what = typed.one_of(kind, LetterKind, "--kind")
    is_written = bool(form or fill or text or subject)
    with opened(context, writes=is_written or sent or out is not None) as file:
        case = which.interview(file, interview)
        if not person and len(everybody(case.facts, what)) != 1:
            say(_every(case))
            return
        to = _recipient(case, what, person)
        if is_written:
            _write(file, case, to, form, text, fill, subject)
            case = file.case(case.id)
        now = shown(case.facts, to, file.today).letter
        if parts:
            say(_parts(case, now))
        elif check:
            context.exit(_look_over(file, case, to, now))
        elif out is not None:
            _hand_out(file, case, to, now, out, replace=replace)
        elif sent:
            send(file, case, to, file.day(on_day, "past", "--on"), how)
        else:
            say(f"{_head(now)}{now.text}")


def _every(case: Case) -> str:
    """The letters of an interview, and how far each is."""
    facts, lines = case.facts, []
    for to in recipients(facts):
        one = to.letter(facts)
        state = "not begun" if one is None or one.follows_facts else one.state.value
        lines.append(f"{about(to.kind).noun.capitalize()} to {to.person.shown}: {state}.")
    name = facts.interview.employer
    return "\n".join(lines) or f"Nobody is noted yet whom you met at {name}: afterview-tui met."


def _recipient(case: Case, kind: LetterKind, said: str) -> Recipient:
    every = everybody(case.facts, kind)
    where = f"at {case.facts.interview.employer} to get a {about(kind).noun}"
    person = which.person(said, [one.person for one in every], where)
    return next(one for one in every if one.person.id == person.id)


def _write(
    file: OpenFile,
    case: Case,
    to: Recipient,
    form: str,
    text: str,
    fill: tuple[tuple[str, str], ...],
    subject: str,
) -> None:
    """Write in the letter, all as one change. Raises NotUnderstood."""
    store, person = file.store, to.person
    with store.file.change(f"wrote to {person.shown}", interview_id=case.id):
        if form:
            now = shown(case.facts, to, file.today).letter
            store.letters.choose_form(now, person, typed.one_of(form, LetterForm, "--form"))
            case = file.case(case.id)
        now = shown(case.facts, to, file.today).letter
        if now.state is LetterState.SENT:
            raise NotUnderstood(
                f"It is marked sent. afterview-tui done --back thank {person.name} opens it again."
            )
        new = now
        if text:
            new = _with(new, typed.text(text), "")
        for name, words in fill:
            new = _filled(case, new, name, typed.text(words))
        if new.text != now.text:
            store.letters.write(now, person, new.text, now.text, new.parts)
        if subject:
            current = shown(file.case(case.id).facts, to, file.today).letter
            store.letters.write_subject(current, person, clean_line(subject))


def _with(letter: Letter, text: str, parts: str) -> Letter:
    from dataclasses import replace

    return replace(letter, text=text, parts=parts)


def _filled(case: Case, letter: Letter, name: str, words: str) -> Letter:
    """The letter with these words in one of its parts. Raises NotUnderstood."""
    text, spans = letter.text, unpacked(letter.parts, letter.text)
    every = [one for one in places(text, spans, letter.kind) if one.part is not None]
    place = next((one for one in every if one.name == name), None)
    if place is None:
        there = ", ".join(one.name for one in every)
        raise NotUnderstood(f"--fill {name}: the parts of this letter are {there or 'all gone'}.")
    text = text[: place.start] + words + text[place.end :]
    spans = replaced(spans, place.start, place.end, len(words))
    felt = case.facts.interview.felt

    def written() -> Place | None:
        return next((one for one in places(text, spans, letter.kind) if one.name == name), None)

    if (one := written()) is not None:
        more = missing_beginning(text, one, felt)
        text = text[: one.start] + more + text[one.start :]
        spans = replaced(spans, one.start, one.start + 1, len(more) + 1)
    if (one := written()) is not None:
        stop = missing_stop(text, one, felt)
        end = one.start + len(text[one.start : one.end].rstrip())
        text, spans = text[:end] + stop + text[end:], replaced(spans, end, end, len(stop))
    if (cut := opening_in_the_way(text, spans, letter.kind)) is not None:
        text, spans = text[: cut[0]] + text[cut[1] :], replaced(spans, *cut, 0)
    return _with(letter, text, packed(spans))


def _parts(case: Case, letter: Letter) -> str:
    """Each part, whether it is open, what is good there and how it may begin."""
    spans = unpacked(letter.parts, letter.text)
    blocks = []
    for one in places(letter.text, spans, letter.kind):
        if one.part is None:
            blocks.append(f"{letter.text[one.start : one.end]}: still to be filled.")
            continue
        state = "open" if one.is_open else f"“{letter.text[one.start : one.end]}”"
        begins = "; ".join(beginnings(one.part, case.facts.interview.felt))
        blocks.append(
            f"{one.name}: {state}\n  {one.part.prompt}\n  {one.part.good}\n  It may begin: {begins}"
        )
    return "\n\n".join(blocks) or "Nothing is open in this letter."


def _look_over(file: OpenFile, case: Case, to: Recipient, letter: Letter) -> int:
    """Say what there is to look at; 1 when there is anything."""
    from afterview_tui.letters.checking.finding import gravity
    from afterview_tui.tui.letter.looked_over import Looked, others

    words = tuple(one.word for one in file.store.words.all())
    looked = Looked(
        case.facts, to, letter, file.store.naming, others(case.facts, to), words, case.today
    )
    found = sorted(looked.find(), key=gravity)
    if not found:
        say("Nothing to look at: names, sentences, gaps, spelling and length are fine.")
        return 0
    for one in found:
        place = f"“{' '.join(one.words.split())}”: " if one.words else ""
        fix = f" Perhaps “{one.fix}”." if one.fix else ""
        say(f"{place}{one.why}{fix}")
    return 1


def _head(letter: Letter) -> str:
    is_mail = letter.form is LetterForm.EMAIL and letter.subject
    return f"Subject: {letter.subject}\n\n" if is_mail else ""


def _hand_out(
    file: OpenFile, case: Case, to: Recipient, letter: Letter, out: Path, *, replace: bool
) -> None:
    """Write the letter as it goes out, and note that it left the program."""
    going = going_out(letter)
    text = f"{_head(going.letter)}{going.letter.text.rstrip()}\n"
    if out.suffix.lower() in (".html", ".htm"):
        import os

        from afterview_tui.handoff.paper import paper_for
        from afterview_tui.handoff.print_pages import letter_page

        zone = case.facts.interview.zone or file.zone()
        text = letter_page(going.letter.text, paper_for(zone, os.environ))
    text_out(out, text, replace=replace)
    file.store.letters.mark_copied(letter, to.person)
    if going.left_out:
        click.echo(f"{count(len(going.left_out), 'open part')} left out.", err=True)
