"""The command for a report on what was done, for a job centre or for oneself."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import click

from afterview_tui.cli.command_table import PlainCommand
from afterview_tui.cli.files_out import REPLACE, STDOUT, text_out
from afterview_tui.cli.opened import OpenFile, opened
from afterview_tui.cli.places import NOTHING
from afterview_tui.cli.saying import AS_JSON, say_json
from afterview_tui.domain.errors import NotUnderstood
from afterview_tui.pages.report import COLUMNS, Report
from afterview_tui.pages.report import report as made_of
from afterview_tui.storage import facts

_BY_NAME = {".md": "markdown", ".csv": "csv", ".html": "html", ".htm": "html"}
_KINDS = ("text", "markdown", "csv", "html")


@click.command(
    cls=PlainCommand,
    examples=[
        "afterview-tui report",
        "afterview-tui report --from '1 nov' --to today --out report.html",
        "afterview-tui report --from '1 sep' --as csv --out report.csv --replace",
    ],
)
@click.option("--from", "since", default="", metavar="DAY", help="[default: a month ago]")
@click.option("--to", "until", default="", metavar="DAY", help="The last day. [default: today]")
@click.option("--as", "kind", type=click.Choice(_KINDS), help="[default: by the name of FILE]")
@click.option("--out", type=click.Path(path_type=Path), help="Write it to FILE.")
@REPLACE
@AS_JSON
@click.pass_context
def report(
    context: click.Context,
    since: str,
    until: str,
    kind: str | None,
    out: Path | None,
    replace: bool,
    as_json: bool,
) -> None:
    """Report what was done, for a job centre or yourself.

    Interviews, letters, follow-ups and outcomes stand in it with their days; how something felt
    does not. As html it is a page to print. It ends with 1 when nothing was done in that time.
    """
    with opened(context) as file:
        first, last = _days(file, since, until)
        name = file.store.checklist.me().name
        made = made_of(facts.every(file.store.file), first, last, file.today, name)
        if as_json:
            say_json(made)
        else:
            what = kind or _BY_NAME.get(out.suffix.lower() if out else "", "text")
            text_out(out or STDOUT, _written(file, made, what), replace=replace)
        context.exit(0 if made.activities else NOTHING)


def _days(file: OpenFile, since: str, until: str) -> tuple[date, date]:
    """From which day to which. A day that is named without a year is the one that fits."""
    today = file.today
    first = file.day(since, "past", "--from") if since else _month_before(today)
    last = today
    if until:
        last = file.day(until, "past", "--to")
        if last < first:
            last = file.day(until, "future", "--to")
    if last < first:
        raise NotUnderstood(f"--to {until}: that is before the day that it begins.")
    return first, last


def _month_before(day: date) -> date:
    year, month = (day.year, day.month - 1) if day.month > 1 else (day.year - 1, 12)
    return date(year, month, min(day.day, 28))


def _written(file: OpenFile, made: Report, kind: str) -> str:
    if kind == "csv":
        from afterview_tui.handoff.spreadsheet import csv_of

        return csv_of(COLUMNS, [one.cells for one in made.activities])
    if kind == "html":
        from afterview_tui.handoff.paper import paper_for
        from afterview_tui.handoff.print_pages import report_page

        return report_page(made, paper_for(file.zone(), os.environ))
    return made.markdown() if kind == "markdown" else f"{made.text()}\n"
