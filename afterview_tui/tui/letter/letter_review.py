"""Looking a letter over: the checks, and what is asked before it goes out."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Callable, Collection
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from textual.css.query import NoMatches

from afterview_tui.domain.letter import LetterState
from afterview_tui.domain.text import count
from afterview_tui.letters.checking.finding import Check, Finding, without, worth_asking
from afterview_tui.letters.drafting.written_parts import going_out
from afterview_tui.tui.asked_for import LetterKey
from afterview_tui.tui.desk import Changed, Desk
from afterview_tui.tui.front import Front
from afterview_tui.tui.kit.debounce import Debounce
from afterview_tui.tui.letter.letter_work import LetterWork
from afterview_tui.tui.letter.looked_over import Key, Looked, others
from afterview_tui.tui.letter.this_letter_work import ThisLetterWork

# What the checks bring along is loaded with the first of them: the first screen does not wait.
if TYPE_CHECKING:
    from afterview_tui.tui.letter.findings_dialog import Checked

# Another window may change what a dialog lies over.
ANOTHER = "That letter is no longer the one shown."
OTHERWISE = "The letter reads otherwise by now. This is what there is to look at in it."


class LetterReview:
    """Checks the letter shown while it is written, beside the keys, and before it goes out."""

    def __init__(
        self, desk: Desk, front: Front, letters: LetterWork, this_letter: ThisLetterWork
    ) -> None:
        self.desk = desk
        self.front = front
        self.letters = letters
        self.this_letter = this_letter
        self.store = desk.store
        self._ignored: dict[Key, set[str]] = defaultdict(set)
        self._asked: dict[Key, set[str]] = defaultdict(set)
        self._looking = Debounce(front.screen, self.look)
        self._is_looked_at = False
        self._is_checking = self._is_due = False
        desk.watch(self._forget_names)

    def _forget_names(self, what: Changed) -> None:
        """The names that letters are checked against may be others by now."""
        if self._is_looked_at and what is Changed.FILE:
            self.store.naming.forget()

    def altered(self) -> None:
        """The letter reads otherwise than before, or another one is shown."""
        # Who only looks at the list does not wait for a dictionary.
        if self._is_looked_at:
            self._looking.touch()

    def looked_at(self) -> None:
        """From the first look at a letter on, it is checked."""
        if not self._is_looked_at:
            self._is_looked_at = True
            self._looking.touch()

    def look(self) -> None:
        """Check the letter, unless it is being checked; then once more after that."""
        self._looking.settle()
        self._is_due = True
        if not self._is_checking:
            self.front.beside(self._check, "checks")

    async def _check(self) -> None:
        """Check the letter, one check at a time: a thread cannot be stopped, and many are slow."""
        self._is_checking = True
        try:
            while self._is_due:
                self._is_due = False
                # It may be due when the window loses its parts.
                with self.front.reporting(), suppress(NoMatches):
                    if (looked := self.as_it_stands()) is not None:
                        self._show_findings(looked, await asyncio.to_thread(looked.find))
        finally:
            self._is_checking = False

    def _show_findings(self, looked: Looked, found: tuple[Finding, ...]) -> None:
        """Show what was found, unless the letter has been written on meanwhile."""
        with suppress(NoMatches):  # the program may have ended meanwhile
            now = self.letters.pane.letter
            if now is not None and (now.which, now.text) == (looked.key, looked.letter.text):
                self.letters.pane.show_findings(without(found, self._ignored[looked.key]))

    def as_it_stands(self) -> Looked | None:
        """The letter shown as it stands, with what it is compared with."""
        pane = self.letters.pane
        if pane.case is None or pane.to is None or pane.letter is None:
            return None
        words = tuple(one.word for one in self.store.words.all())
        facts, to = pane.case.facts, pane.to
        naming, today = self.store.naming, pane.case.today
        return Looked(facts, to, pane.letter, naming, others(facts, to), words, today)

    def open_findings(self) -> None:
        """Show what there is to look at in the letter, each with a way to go on."""
        with self.front.reporting():
            if self.letters.at_letter is not None and (looked := self.as_it_stands()) is not None:
                self.front.beside(partial(self._find_all, looked), "findings", exclusive=True)

    async def _find_all(self, looked: Looked) -> None:
        with self.front.reporting():
            every = await asyncio.to_thread(looked.find)
            found = without(every, self._ignored[looked.key])
            self._show_findings(looked, found)
            if not self.front.is_in_front:  # what is typed by now is for another screen
                return
            if found:
                self._go_through(looked, found)
            elif every:
                places = count(len(every), "place")
                self.front.say(f"Nothing to look at but {places} that you ignored.")
            else:
                said = "Nothing to look at: names, sentences, gaps, spelling and length are fine."
                self.front.say(said)

    def _go_through(self, looked: Looked, found: tuple[Finding, ...]) -> None:
        from afterview_tui.tui.letter.findings_dialog import FindingsDialog, Ways

        checked, key = _checked(looked, found), looked.key
        ways = Ways(
            partial(self._fix, key), partial(self._ignore, key), partial(self._add_word, key)
        )
        self.front.open(FindingsDialog(checked, ways), partial(self._looked_over, key))

    def _looked_over(self, key: Key, chosen: Finding | None) -> None:
        self.look()
        if chosen is not None and self._still_stands(key, chosen):
            self._go_to_place(chosen)

    def _still_stands(self, key: Key, one: Finding) -> bool:
        """Whether a finding is where it was found; else that is said."""
        pane = self.letters.pane
        if pane.letter is None or pane.letter.which != key:
            self.front.say(ANOTHER)
            return False
        text = pane.letter.subject if one.in_subject else pane.letter.text
        if text[one.start : one.end] != one.words:
            self.front.say(OTHERWISE)
            return False
        return True

    def _go_to_place(self, one: Finding) -> None:
        if one.in_subject:
            self.this_letter.edit("subject")
            return
        self.front.go_to("letter")
        writer = self.letters.pane.writer
        writer.focus()
        writer.select(one.start, one.end)

    def _fix(self, key: Key, one: Finding) -> Checked:
        at = self.letters.at_open_letter
        if at is not None and one.fix is not None and self._still_stands(key, one):
            _, to, letter = at
            if one.in_subject:
                subject = one.fixed(letter.subject)
                self.front.write(
                    lambda _: self.store.letters.write_subject(letter, to.person, subject)
                )
            else:
                writer = self.letters.pane.writer
                writer.put(one.fix, one.start, one.end)
                writer.flush()
        return self._checked(key)

    def _ignore(self, key: Key, one: Finding) -> Checked:
        self._ignored[key].add(one.key)
        return self._checked(key)

    def _add_word(self, key: Key, one: Finding) -> Checked:
        self.store.words.add(one.words)
        return self._checked(key)

    def _checked(self, key: Key) -> Checked:
        """What is left to look at, at once: by now the dictionary is there."""
        from afterview_tui.tui.letter.findings_dialog import Checked

        looked = self.as_it_stands()
        if looked is None or looked.key != key:
            self.front.say(ANOTHER)
            return Checked("", "", ())
        found = without(looked.find(at_once=True), self._ignored[looked.key])
        self._show_findings(looked, found)
        return _checked(looked, found)

    def copy(self) -> None:
        """Copy the letter that is shown."""
        if (at := self.letters.at_letter) is not None:
            case, to, letter = at

            def copy() -> None:
                self.front.app.copy_letter(letter, to.person, case.facts.interview)
                self.letters.tell_of_open(letter)  # what is said of the copy tells it

            self.once_checked(copy)
        elif (unsaved := self.letters.pane.letter) is None:
            self.front.say("There is no letter here to copy.")
        else:  # what cannot be saved is all the more to be copied
            self.front.app.copy_text(going_out(unsaved).letter.text, "letter not saved")

    def copy_to(self, key: LetterKey) -> None:
        """Show this letter of the interview shown, and copy it."""
        self.letters.pane.show(self.desk.case, key)
        self.copy()

    def once_checked(
        self, go: Callable[[], object], going: str = "Copy", but: Collection[Check] = ()
    ) -> None:
        """Let the letter shown go out; where something is open, that is said first, once.

        `going` is what is done all the same, `but` what is not to be asked about.
        It is said at once: a question that comes later would take keys that are
        meant for something else. So a dictionary that is not there yet is not waited for.
        """
        from afterview_tui.tui.letter.before_copying import LOOK, BeforeCopying

        def answered(answer: str) -> None:
            if answer == LOOK:
                self.open_findings()
                return
            asked.update(one.key for one in still_open)  # who turns back is asked again
            with self.front.reporting():
                go()

        asked, still_open = self._not_yet_asked(but)
        if still_open:
            self.front.choose(BeforeCopying(still_open, going), answered)
        else:
            with self.front.reporting():
                go()

    def _not_yet_asked(self, but: Collection[Check]) -> tuple[set[str], list[Finding]]:
        """What was asked about the letter shown, and what is open of which some was not."""
        with self.front.reporting():  # a letter goes out also when the file is out of reach
            looked = self.as_it_stands()
            if looked is not None:
                asked, ignored = self._asked[looked.key], self._ignored[looked.key]
                found = worth_asking(without(looked.find(at_once=True), ignored))
                still_open = [one for one in found if one.check not in but]
                if any(one.key not in asked for one in still_open):
                    return asked, still_open
        return set(), []


def _checked(looked: Looked, found: tuple[Finding, ...]) -> Checked:
    from afterview_tui.tui.letter.findings_dialog import Checked

    letter = looked.letter
    return Checked(letter.text, letter.subject, found, letter.state is LetterState.SENT)
