"""Everything on file as a folder of Markdown that can be read without any program."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from afterview_tui.domain import dates, names
from afterview_tui.domain.agenda import Case
from afterview_tui.domain.letter import Template
from afterview_tui.domain.people import Known, words
from afterview_tui.domain.practice import Posed
from afterview_tui.domain.records import Facts, Interview, Me
from afterview_tui.domain.stories import Kept
from afterview_tui.domain.text import count, fold
from afterview_tui.pages.interview_page import interview_page, quoted
from afterview_tui.pages.interviews_page import ended
from afterview_tui.pages.markdown import escaped

INDEX = "README.md"
_STORY = ("situation", "task", "action", "result", "lesson")

# Where a page goes in the folder, and its text.
Page = tuple[str, str]


def interview_file(one: Interview) -> str:
    """Where the page of an interview goes: `interviews/2026-11-20-lakeside-dental-3.md`."""
    slug = re.sub("[^a-z0-9]+", "-", fold(one.employer)).strip("-")[:40].strip("-")
    return f"interviews/{one.held_on.isoformat()}-{f'{slug}-' if slug else ''}{one.id}.md"


def interview_file_page(case: Case, rounds: Sequence[Facts]) -> Page:
    """The page of one interview, with its letters and what happened."""
    page = interview_page(case, rounds=rounds, with_letters=True)
    return interview_file(case.facts.interview), f"{page.markdown()}\n"


def index_page(every: Sequence[Interview], today: date) -> Page:
    """What is in the folder, the newest interview first."""
    lines = [
        "# My interviews",
        "",
        f"Taken along on {dates.full(today)}: {count(len(every), 'interview')}.",
        "",
    ]
    for one in every:
        what = f"{one.employer}, {one.role}" if one.role else one.employer
        told = f"{dates.full(one.held_on)}: {ended(one)}"
        lines.append(f"- [{escaped(what)}]({interview_file(one)}), {told}")
    others = ("people", "questions", "stories", "about-me")
    lines += ["", "Also here: " + ", ".join(f"[{name}]({name}.md)" for name in others) + "."]
    return INDEX, "\n".join(lines) + "\n"


def people_page(every: Sequence[Known], today: date) -> Page:
    """Everybody on file: how to reach them, and what was between you."""
    blocks = ["# People"]
    for one in every:
        person = one.person
        lines = [f"## {escaped(person.shown)}", ""]
        lines.append(f"- {escaped(names.as_line(person, at=person.employer))}")
        if person.address:
            lines.append(f"- {escaped(', '.join(person.address.splitlines()))}")
        if was := words(one, today):
            lines.append(f"- {escaped(was)}")
        if person.notes:
            lines += ["", quoted(person.notes)]
        blocks.append("\n".join(lines))
    return "people.md", "\n\n".join(blocks) + "\n"


def questions_page(every: Sequence[Posed]) -> Page:
    """Every question with its answer and where it came up."""
    blocks = ["# Questions"]
    for one in every:
        lines = [f"## {escaped(one.question.text)}", ""]
        if one.asked_at:
            lines += [escaped(", ".join(each.employer for each in one.asked_at)), ""]
        lines.append(quoted(one.question.answer) if one.question.answer else "No answer yet.")
        blocks.append("\n".join(lines))
    return "questions.md", "\n\n".join(blocks) + "\n"


def stories_page(every: Sequence[Kept]) -> Page:
    """Every story, its five parts."""
    blocks = ["# Stories"]
    for one in every:
        lines = [f"## {escaped(one.story.name)}"]
        for part in _STORY:
            if text := getattr(one.story, part):
                lines += ["", f"### {part.capitalize()}", "", quoted(text)]
        blocks.append("\n".join(lines))
    return "stories.md", "\n\n".join(blocks) + "\n"


def about_me_page(me: Me, templates: Sequence[Template]) -> Page:
    """What letters say about oneself, the notes on the résumé, templates of one's own."""
    lines = ["# About me", ""]
    lines += [
        f"- **{label}:** {escaped(', '.join(text.splitlines()))}"
        for label, text in _about(me)
        if text
    ]
    if me.resume_notes:
        lines += ["", "## Notes on the résumé", "", quoted(me.resume_notes)]
    for one in templates:
        name = one.name or "In the place of ours"
        lines += ["", f"## {escaped(name)}: {one.kind}, {one.form}", "", quoted(one.text)]
    return "about-me.md", "\n".join(lines) + "\n"


def _about(me: Me) -> Iterator[tuple[str, str]]:
    yield "Name", me.name
    yield "Phone", me.phone
    yield "E-mail", me.email
    yield "Address", me.address
    yield "Closing", me.closing
    if me.resume_reviewed_on is not None:
        yield "Résumé reviewed", dates.full(me.resume_reviewed_on)
