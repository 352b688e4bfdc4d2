"""Looking a letter over: the checks, the earlier versions, the templates behind it."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Callable, Collection
from contextlib import suppress
from dataclasses import dataclass
from functools import partial

from textual import events, on, work
from textual.css.query import NoMatches

from afterview_tui.domain.letter import Letter, LetterState
from afterview_tui.domain.recipients import Recipient, everybody
from afterview_tui.domain.records import Facts
from afterview_tui.domain.text import count
from afterview_tui.letters import spelling
from afterview_tui.letters.finding import Check, Finding
from afterview_tui.letters.findings import findings, without, worth_asking
from afterview_tui.letters.naming import Names
from afterview_tui.storage.texts import Version
from afterview_tui.tui.dialogs.before_copying import COPY, LOOK, BeforeCopying
from afterview_tui.tui.dialogs.findings import Checked, FindingsDialog, Ways
from afterview_tui.tui.dialogs.versions import Versions
from afterview_tui.tui.panes.letter import LetterPane
from afterview_tui.tui.screens.lettering import LetteringScreen
from afterview_tui.tui.widgets.debounce import Debounce

# Characters: above this a check takes longer than a key may, and no letter is near it.
CHECKED_AT_ONCE = 20_000
BROUGHT_BACK = "before an earlier version came back"


@dataclass(frozen=True, slots=True)
class Looked:
    """A letter as it is looked at, with all that a check needs: it runs in a thread."""

    facts: Facts
    to: Recipient
    letter: Letter
    names: Names
    others: tuple[tuple[str, str], ...]
    words: tuple[str, ...]

    @property
    def key(self) -> tuple[int, int, str]:
        """Which letter it is, whatever its words."""
        return self.letter.interview_id, self.letter.person_id, self.letter.kind.value

    def find(self, *, spells: bool = True) -> tuple[Finding, ...]:
        """What there is to look at. The first spelling in a program loads a dictionary."""
        return findings(
            self.letter.text,
            facts=self.facts,
            to=self.to,
            form=self.letter.form,
            names=self.names,
            others=self.others,
            words=self.words,
            subject=self.letter.subject,
            spells=spells,
        )


class ReviewingScreen(LetteringScreen):
    """Checks the letter shown while it is written, beside the keys, and before it goes out."""

    def __init__(self) -> None:
        super().__init__()
        self._names: Names | None = None
        self._ignored: dict[tuple[int, int, str], set[str]] = defaultdict(set)
        self._asked: dict[tuple[int, int, str], set[str]] = defaultdict(set)
        self._looking = Debounce(self, self._look)
        self._is_looked_at = False

    def read_all(self) -> None:
        """Read everything; the names that letters are checked against may be others then."""
        self._names = None
        super().read_all()

    @on(LetterPane.Altered)
    def _altered(self) -> None:
        # Who only looks at the list does not wait for a dictionary.
        if self._is_looked_at:
            self._looking.touch()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """From the first look at a letter on, it is checked."""
        if not self._is_looked_at and self.letter.has_focus_within:
            self._is_looked_at = True
            self._looking.touch()

    def _look(self) -> None:
        self._looking.settle()
        with self.reporting():
            if (looked := self._looked_at()) is not None:
                self._check(looked)

    @work(group="checks", exclusive=True)
    async def _check(self, looked: Looked) -> None:
        found = await asyncio.to_thread(looked.find)
        self._show_findings(looked, found)

    def _show_findings(self, looked: Looked, found: tuple[Finding, ...]) -> None:
        """Show what was found, unless the letter has been written on meanwhile."""
        with suppress(NoMatches):  # the program may have ended meanwhile
            now = self.letter.letter
            if now is not None and (now.text, now.person_id) == (looked.letter.text, looked.key[1]):
                self.letter.show_findings(without(found, self._ignored[looked.key]))

    def _looked_at(self) -> Looked | None:
        """The letter shown as it stands, with what it is compared with."""
        pane = self.letter
        if pane.case is None or pane.to is None or pane.letter is None:
            return None
        if self._names is None:
            self._names = self.store.naming.names()
        words = tuple(one.word for one in self.store.words.all())
        facts, to = pane.case.facts, pane.to
        return Looked(facts, to, pane.letter, self._names, _others(facts, to), words)

    def action_findings(self) -> None:
        """Show what there is to look at in the letter, each with a way to go on."""
        with self.reporting():
            if self.at_letter is not None and (looked := self._looked_at()) is not None:
                self._open_findings(looked)

    @work(group="findings", exclusive=True)
    async def _open_findings(self, looked: Looked) -> None:
        every = await asyncio.to_thread(looked.find)
        found = without(every, self._ignored[looked.key])
        self.letter.show_findings(found)
        if not found:
            said = "Nothing to look at: names, gaps, spelling and length are fine."
            if every:
                said = f"Nothing to look at but {count(len(every), 'place')} that you ignored."
            self.afterview.say(said)
            return
        checked = Checked(looked.letter.text, looked.letter.subject, found)
        ways = Ways(self._fix, partial(self._ignore, looked.key), self._add_word)
        chosen = await self.app.push_screen_wait(FindingsDialog(checked, ways))
        self._look()
        if chosen is not None:
            self._go_to_place(chosen)

    def _go_to_place(self, one: Finding) -> None:
        if one.in_subject:
            self.action_subject()
            return
        self.go_to("letter")
        self.letter.writer.focus()
        self.letter.writer.select(one.start, one.end)

    def _fix(self, one: Finding) -> Checked:
        at = self.at_open_letter
        if at is not None and one.fix is not None:
            _, to, letter = at
            if one.in_subject:
                subject = f"{letter.subject[: one.start]}{one.fix}{letter.subject[one.end :]}"
                self.write(lambda _: self.store.letters.write_subject(letter, to.person, subject))
            else:
                self.letter.writer.put(one.fix, one.start, one.end)
                self.letter.writer.flush()
        return self._checked()

    def _ignore(self, key: tuple[int, int, str], one: Finding) -> Checked:
        self._ignored[key].add(one.key)
        return self._checked()

    def _add_word(self, one: Finding) -> Checked:
        self.store.words.add(one.words)
        return self._checked()

    def _checked(self) -> Checked:
        """What is left to look at, at once: by now the dictionary is there."""
        looked = self._looked_at()
        if looked is None:
            return Checked("", "", ())
        found = without(looked.find(), self._ignored[looked.key])
        return Checked(looked.letter.text, looked.letter.subject, found)

    def action_copy_letter(self) -> None:
        """Copy the letter that is shown."""
        if (at := self.at_letter) is not None:
            case, to, letter = at
            copy = self.afterview.copy_letter
            self.once_checked(lambda: copy(letter, to.person, case.facts.interview))

    def once_checked(
        self, go: Callable[[], object], going: str = "Copy", but: Collection[Check] = ()
    ) -> None:
        """Let the letter shown go out; where something is open, that is said first, once.

        `going` is what is done all the same, `but` what is not to be asked about.
        It is said at once: a question that comes later would take keys that are
        meant for something else. So a dictionary that is not there yet is not waited for.
        """
        with self.reporting():
            if (looked := self._looked_at()) is None:
                return
            asked = self._asked[looked.key]
            found = worth_asking(self._found_at_once(looked))
            still_open = [one for one in found if one.check not in but]
            if all(one.key in asked for one in still_open):
                go()
                return
            asked |= {one.key for one in still_open}
            answers = {COPY: go, LOOK: self.action_findings}

            def answered(answer: str) -> None:
                with self.reporting():  # by now this is a call of its own
                    answers[answer]()

            self.choose(BeforeCopying(still_open, going), answered)

    def _found_at_once(self, looked: Looked) -> tuple[Finding, ...]:
        if len(looked.letter.text) > CHECKED_AT_ONCE:
            return ()
        found = looked.find(spells=spelling.is_loaded())
        return without(found, self._ignored[looked.key])

    def action_versions(self) -> None:
        """Show the earlier versions of the letter, to bring one back."""
        if (at := self.at_letter) is None:
            return
        case, to, letter = at
        with self.reporting():
            found = self.store.texts.versions(letter, "text")
            is_open = letter.state is not LetterState.SENT
            dialog = Versions(to.person.shown, letter.text, found, is_open, case.today)
            self.choose(dialog, partial(self._bring_back, to, letter))

    def _bring_back(self, to: Recipient, letter: Letter, version: Version) -> None:
        self.put_text(to, letter, version.text, BROUGHT_BACK)
        self.afterview.say("Brought back. u, or Ctrl+Z in the text, takes that back.")


def _others(facts: Facts, to: Recipient) -> tuple[tuple[str, str], ...]:
    """The other letters of this kind that somebody has written to the same interview."""
    return tuple(
        (one.person.shown, letter.text)
        for one in everybody(facts, to.kind)
        if one.key != to.key
        and (letter := one.letter(facts)) is not None
        and not letter.follows_facts
    )
