"""Pages to print: a typed letter and its envelope, as HTML that loads nothing from anywhere.

A browser is the one program with a good printer dialog on every desktop, and it
sets the lines. The text is escaped, and the page may run no script.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from afterview_tui.domain.dates import full
from afterview_tui.domain.text import clean
from afterview_tui.handoff.paper import Paper
from afterview_tui.handoff.text_files import file_for, write_file
from afterview_tui.pages.report import COLUMNS, Report

if TYPE_CHECKING:
    from jinja2 import Environment

_BLANK_LINES = re.compile(r"\n[ \t]*\n\s*")
# `20 November 2026`, `November 20, 2026`: a line of its own that ends with the year.
_DATE = re.compile(r"(?=.*[^\W\d_]{3}).{0,30}\b(?:19|20)\d\d")
_HEAD_BLOCKS = 3  # sender, date, addressee
_SHORT = 60  # characters; a salutation or a farewell is no longer


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of a letter, each placed in its own way on the page."""

    sender: str = ""
    date: str = ""
    addressee: str = ""
    body: Sequence[str] = field(default_factory=tuple)
    farewell: str = ""
    signature: str = ""


def letter_page(text: str, paper: Paper) -> str:
    """A letter on a sheet: letterhead, text, and room to sign by hand."""
    return _page("letter.html", paper=paper, letter=parts(text))


def envelope_page(sender: Sequence[str], recipient: Sequence[str], paper: Paper) -> str:
    """The envelope for a letter on that paper: sender small, recipient where the post looks."""
    return _page("envelope.html", paper=paper, sender=_lines(sender), recipient=_lines(recipient))


def report_page(report: Report, paper: Paper) -> str:
    """A report on sheets of that paper, the head of its table on each."""
    return _page("report.html", paper=paper, report=report, columns=COLUMNS, day=full)


def write_page(folder: Path, stem: str, page: str) -> Path:
    """Write a page to the folder under a readable name, in place of its older self."""
    path = file_for(folder, stem).with_suffix(".html")
    write_file(path, page)
    return path


def parts(text: str) -> Parts:
    """Take a letter apart at its blank lines.

    Where it has no letterhead, or one of the user's own making, what is not
    recognised stays in the text, in its place.
    """
    blocks = [one for block in _BLANK_LINES.split(clean(text)) if (one := block.strip())]
    head, body = _head(blocks)
    dates = [place for place, block in enumerate(head) if _DATE.fullmatch(block)]
    if len(dates) != 1 or len(head) > _HEAD_BLOCKS:
        sender, date, addressee, body = "", "", "", [*head, *body]
    else:
        before, after = head[: dates[0]], head[dates[0] + 1 :]
        sender, date, addressee = "\n".join(before), head[dates[0]], "\n\n".join(after)
    body, farewell, signature = _foot(body)
    return Parts(sender, date, addressee, tuple(body), farewell, signature)


def _head(blocks: list[str]) -> tuple[list[str], list[str]]:
    """What stands above the salutation, and the rest."""
    for place, block in enumerate(blocks):
        if len(block) <= _SHORT and "\n" not in block and block.endswith((",", ":")):
            return blocks[:place], blocks[place:]
    return [], blocks


def _foot(body: list[str]) -> tuple[list[str], str, str]:
    """The body without its sign-off, the farewell, and what stands below the signature."""
    if len(body) > 1:
        farewell, _, signature = body[-1].partition("\n")
        if signature and len(farewell) <= _SHORT:
            return body[:-1], farewell, signature
    return body, "", ""


def _lines(lines: Sequence[str]) -> list[str]:
    return [line for one in lines if (line := clean(one).strip())]


def _page(name: str, **about: object) -> str:
    return _environment().get_template(name).render(about)


@cache
def _environment() -> Environment:
    # Imported here: the program opens without it, and only a page needs it.
    from jinja2 import Environment, PackageLoader, StrictUndefined

    return Environment(
        loader=PackageLoader("afterview_tui.handoff"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
