"""What to look at in a letter: one place after the other, each with a way to go on."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from afterview_tui.letters.checking import spelling
from afterview_tui.letters.checking.all_findings import Check, Finding
from afterview_tui.tui.keys import Where, bindings, key
from afterview_tui.tui.kit.base_screen import Place
from afterview_tui.tui.kit.choice_dialog import Choose
from afterview_tui.tui.kit.footer import Footer
from afterview_tui.tui.kit.over import Over
from afterview_tui.tui.kit.page import AROUND, FEWEST
from afterview_tui.tui.kit.plain import line, plain
from afterview_tui.tui.kit.rows import Rows

BEFORE = 24  # characters of the line that are shown before the place


@dataclass(frozen=True, slots=True)
class Checked:
    """A letter as it stands, and what there is to look at in it.

    One that is sent stays as it is.
    """

    text: str
    subject: str
    findings: tuple[Finding, ...]
    is_sent: bool = False


@dataclass(frozen=True, slots=True)
class Ways:
    """What can be done about a finding. Each does it, and hands back the letter as it is then.

    A finding comes to `fix` with its fix. They may raise AfterviewError.
    """

    fix: Callable[[Finding], Checked]
    ignore: Callable[[Finding], Checked]
    add_word: Callable[[Finding], Checked]


class FindingsDialog(Place[Finding | None], Over[Finding | None]):
    """The findings of a letter. Answers the one whose place to go to; None for Escape.

    When nothing is left to look at, it says so and stays: a key that was meant for it would
    otherwise be one for what lies below.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.FINDINGS)]

    def __init__(self, checked: Checked, ways: Ways) -> None:
        super().__init__()
        self._checked = checked
        self._ways = ways

    def compose(self) -> ComposeResult:
        """The list, and the keys."""
        with Vertical(id="findings") as box:
            box.border_title = plain(f"To look at · {key('open')} goes there")
            yield Rows(id="finding-rows")
            yield Footer()

    def on_mount(self) -> None:
        """Show what there is."""
        self.query_one(Rows).show(self._options)

    def on_resize(self) -> None:
        """The list scrolls where the window is too small for it; the keys stay in view."""
        self.query_one(Rows).styles.max_height = max(FEWEST, self.app.size.height - AROUND)

    @property
    def current(self) -> Finding | None:
        """The finding that the cursor is on."""
        place = self.query_one(Rows).highlighted
        found = self._checked.findings
        return found[place] if place is not None and place < len(found) else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what can be done about the line under the cursor."""
        if action == "add_word" and self.is_mounted:
            return self.current is not None and self.current.takes_word
        if action == "fix" and self.is_mounted:
            one = self.current
            return one is not None and _may_be_fixed(one) and not self._checked.is_sent
        return True

    @work(exclusive=True, group="fix")
    async def action_fix(self) -> None:
        """Put what is offered in its place; of spellings, the one that is chosen."""
        if (one := self.current) is None:
            return
        if one.check is Check.SPELLING:
            meant = await asyncio.to_thread(spelling.suggestions, one.words)
            one = replace(one, fix=await self._chosen(one, meant))
            if meant and one.fix is None:
                return
        if one.fix is None:
            goes = f"{key('open')} goes to the place."
            self.afterview.say(f"Only you can know what belongs there. {goes}")
        elif one == replace(self.current or one, fix=one.fix):
            self._do(self._ways.fix, one)

    async def _chosen(self, one: Finding, meant: Sequence[str]) -> str | None:
        if not meant:
            return None
        choices = [(str(number), word, word) for number, word in enumerate(meant, start=1)]
        return await self.app.push_screen_wait(Choose(f"{one.words}: what is meant?", choices))

    def action_ignore(self) -> None:
        """Say no more of it in this letter."""
        if self.current is not None:
            self._do(self._ways.ignore, self.current)

    def action_add_word(self) -> None:
        """Know the word from now on."""
        if self.current is not None and self.current.takes_word:
            self._do(self._ways.add_word, self.current)

    def action_close(self) -> None:
        """Back to the letter."""
        self.dismiss(None)

    def _do(self, way: Callable[[Finding], Checked], one: Finding) -> None:
        """Do something about a finding, and show what is left."""
        with self.reporting():
            self._checked = way(one)
        self.query_one(Rows).show(self._options)
        self.refresh_bindings()

    @on(Rows.Filled)
    @on(OptionList.OptionHighlighted)
    def _moved(self) -> None:
        self.refresh_bindings()

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.dismiss(self.current)

    def _options(self, width: int) -> Iterator[Option]:
        if not self._checked.findings:
            yield Option(
                line(f"Nothing is left to look at. {key('findings.close')} goes back."), id="none"
            )
        seen: set[str] = set()
        for one in self._checked.findings:
            name = f"{one.key} {one.in_subject}"
            while name in seen:  # the same word again
                name += "+"
            seen.add(name)
            place = _place(self._checked, one).truncate(width, ellipsis=True)
            why = line(f"  {_why(one, self._checked.is_sent)}", "$foreground-muted")
            below = Content("\n").join(_wrapped(why, width))
            yield Option(Content("\n").join([place, below]), id=name)


def _may_be_fixed(one: Finding) -> bool:
    return one.fix is not None or one.check is Check.SPELLING


def _why(one: Finding, is_sent: bool) -> str:
    if one.fix is None or is_sent:
        return one.why
    words = " ".join(one.fix.split()) or "without it"
    return f"{one.why} {key('findings.fix')} → {words}"


def _wrapped(words: Content, width: int) -> list[Content]:
    """A sentence on as many lines as it takes, each set in a little."""
    room = max(10, width - 2)
    return [Content.assemble("  ", each) for each in words.wrap(room)]


def _place(checked: Checked, one: Finding) -> Content:
    """The number of the line, and the words around the place, with the place in bold."""
    text = checked.subject if one.in_subject else checked.text
    number = text.count("\n", 0, one.start) + 1
    label = "subject" if one.in_subject else f"line {number}" if one.words else "letter"
    left = text.rfind("\n", 0, one.start) + 1
    right = text.find("\n", one.end)
    after = text[one.end : right if right >= 0 else len(text)]
    before = text[left : one.start]
    if len(before) > BEFORE:
        before = f"…{before[-BEFORE:]}"
    if not one.words:
        return Content.assemble(_label(label), line(_title(one), "bold"))
    words = line(one.words, "bold $text-warning")
    return Content.assemble(_label(label), _flat(before), words, _flat(after))


def _title(one: Finding) -> str:
    """What a finding without a place of its own is about."""
    return {
        Check.SAME_LETTER: "the letter as a whole",
        Check.ALIKE: "the letter as a whole",
        Check.LENGTH: "the length",
        Check.EMPLOYER: "the employer",
        Check.SUBJECT: "the subject",
        Check.NO_NAME: "your name",
        Check.LONG_PART: "the longest part",
    }.get(one.check, "the salutation")


def _label(label: str) -> Content:
    return plain(f"{label:<9}", "$foreground-muted")


def _flat(text: str) -> Content:
    """Text on one line, with the spaces at its ends: it stands between other words."""
    return plain(text.replace("\n", " ").replace("\t", " "))
