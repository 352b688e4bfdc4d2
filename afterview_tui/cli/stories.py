"""The command for stories: what one has to tell, and where it was told."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import click

from afterview_tui.cli import typed, which
from afterview_tui.cli.command_table import PlainCommand
from afterview_tui.cli.opened import OpenFile, opened
from afterview_tui.cli.saying import AS_JSON, say, say_json
from afterview_tui.domain import searching
from afterview_tui.domain.errors import NotUnderstood
from afterview_tui.domain.stories import NO_NAME, PARTS, Kept
from afterview_tui.domain.story import Landed, Story
from afterview_tui.domain.text import clean_line, fold
from afterview_tui.pages.page_lines import labelled


@click.command(
    cls=PlainCommand,
    examples=[
        "afterview-tui story",
        "afterview-tui story 'The lost key' --situation 'A patient stood outside' --result 'Home'",
        "afterview-tui story 'nine years' --told harbor --landed well",
    ],
)
@click.argument("name", required=False, default="")
@click.option("--situation", help="What was so; - reads standard input.")
@click.option("--task", help="What you had to do.")
@click.option("--action", help="What you did.")
@click.option("--result", help="What came of it.")
@click.option("--lesson", help="What you learned.")
@click.option("--themes", help="A few words, with commas between them.")
@click.option("--told", metavar="INTERVIEW", shell_complete=which.complete, help="Told there.")
@click.option("--landed", default="", help="With --told: well, or not so well.")
@AS_JSON
@click.pass_context
def story(
    context: click.Context,
    /,
    name: str,
    told: str | None,
    landed: str,
    as_json: bool,
    **parts: str | None,
) -> None:
    """List your stories, show one, write one, note where it was told.

    NAME is that of a new story, or words of one that is there. Without one all are named.
    """
    written: dict[str, Any] = {
        one: typed.text(said) for one, said in parts.items() if said is not None
    }
    writes = bool(name and (written or told))
    with opened(context, writes=writes) as file:
        every = file.store.stories.all()
        if not name:
            if as_json:
                say_json({"stories": every})
            else:
                say("\n".join(map(_line, every)) or "No story is on file yet.")
            return
        known = _known(every, name)
        if not writes:
            if known is None:
                raise NotUnderstood(f"No story fits “{name}”. Written with --situation, it is new.")
            say_json(known) if as_json else say(_page(known))
            return
        with file.store.file.change(f"wrote the story “{clean_line(name)}”"):
            one = _written(file, known, clean_line(name), written)
            if told is not None:
                case = which.interview(file, told)
                how = typed.one_of(landed, Landed, "--landed") if landed else Landed.UNSAID
                file.store.stories.tell(one, case.id, how)
        say(f"{'Changed' if known else 'New'}: {one.name}." if written else f"Noted: {one.name}.")


def _known(every: list[Kept], said: str) -> Kept | None:
    """The story that is meant; None where none is. Raises Several."""
    whole = [one for one in every if fold(one.story.name) == fold(said)]
    wanted = searching.words(said)
    found = whole or [
        one for one in every if searching.has(searching.searched(one.story.name), wanted)
    ]
    if len(found) > 1:
        names = "; ".join(one.story.name for one in found[: which.LISTED])
        raise which.Several(f"“{said}” fits {len(found)} stories: {names}. Say more words.")
    return found[0] if found else None


def _written(file: OpenFile, known: Kept | None, name: str, written: dict[str, Any]) -> Story:
    """The story on file with these parts. Raises NotUnderstood for one that would be empty."""
    if known is not None:
        one = replace(known.story, **written)
        if one != known.story:
            file.store.stories.edit(one, known.story)
        return one
    if not any(written.values()):
        raise NotUnderstood(f"No story fits “{name}”. Written with --situation, it is new.")
    one = Story(name=name, **written)
    return replace(one, id=file.store.stories.add(one))


def _line(kept: Kept) -> str:
    told = [one.interview.employer for one in kept.tellings]
    where = f", told at {', '.join(told)}" if told else ", not told yet"
    return f"{kept.story.name or NO_NAME}{where}"


def _page(kept: Kept) -> str:
    rows = [(part.capitalize(), getattr(kept.story, part)) for part in PARTS]
    answers = "\n".join(one.question.text for one in kept.answers)
    rows += [("Themes", kept.story.themes), ("Answers", answers)]
    return "\n".join([_line(kept), *labelled(rows)])
