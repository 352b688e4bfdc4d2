"""How a letter is worded: in other words, as a draft again, as it was before."""

from __future__ import annotations

from functools import partial

from afterview_tui.domain.letter import Letter, LetterState
from afterview_tui.domain.letter_spans import moved_parts, packed, replaced, unpacked
from afterview_tui.domain.recipients import Recipient
from afterview_tui.letters.drafting.written_parts import GREETING
from afterview_tui.storage.texts import Version
from afterview_tui.tui.desk import Desk
from afterview_tui.tui.front import Front
from afterview_tui.tui.keys import key
from afterview_tui.tui.letter.letter_work import LetterWork

REWORDED = "before another wording"
BROUGHT_BACK = "before an earlier version came back"


class LetterWording:
    """Puts another text in the place of the one of the letter shown. Nothing typed is lost."""

    def __init__(self, desk: Desk, front: Front, letters: LetterWork) -> None:
        self.front = front
        self.letters = letters
        self.store = desk.store

    def begin_anew(self) -> None:
        """Go back to the draft; the text is kept as an earlier version."""
        if (at := self.letters.at_open_letter) is not None:
            _, to, letter = at
            if letter.follows_facts:
                self.front.say("This is the draft already; it follows what is noted.")
                return
            self.letters.draft_anew(to, letter)
            undo, versions = key("undo"), key("letter.versions")
            self.front.say(
                f"Back to the draft. {undo} brings your text back; {versions} lists what was."
            )

    def reword(self) -> None:
        """Put every sentence of ours in other words; what somebody typed stays."""
        from afterview_tui.letters.drafting.compose import other_wording

        if (at := self.letters.at_open_letter) is None:
            return
        case, to, letter = at
        text, spans = letter.text, unpacked(letter.parts, letter.text)
        facts, today = case.facts, case.today
        for one in reversed(spans):
            if one.name == GREETING:  # it says who it is, not how it is said
                continue
            now = one.of(text)
            new = other_wording(facts, to, today, letter.form, one.name, now)
            if new is not None:
                text = f"{text[: one.start]}{new}{text[one.end :]}"
                spans = replaced(spans, one.start, one.end, len(new))
        if text == letter.text:
            self.front.say("No sentence of ours is left in this letter.")
        else:
            self.put_text(to, letter, text, REWORDED, packed(spans))

    def put_text(
        self,
        to: Recipient,
        letter: Letter,
        text: str,
        why: str,
        parts: str,
        said: str = "",
    ) -> None:
        """Put another text in place of the letter's: one edit, which Ctrl+Z and u take back."""
        writer, letters = self.letters.pane.writer, self.store.letters
        at = writer.cursor
        self.front.write(lambda _: letters.reword(letter, to.person, text, why, parts), said)
        writer.select(at, at)

    def versions(self) -> None:
        """Show the earlier versions of the letter, to bring one back."""
        from afterview_tui.tui.kit.versions import Versions

        if (at := self.letters.at_letter) is None:
            return
        case, to, letter = at
        with self.front.reporting():
            found = self.store.texts.versions(letter, "text")
            is_open = letter.state is not LetterState.SENT
            dialog = Versions(to.person.shown, letter.text, found, is_open, case.today)
            self.front.choose(dialog, partial(self._bring_back, to, letter))

    def _bring_back(self, to: Recipient, letter: Letter, version: Version) -> None:
        said = f"Brought back. {key('undo')}, or {key('text.undo')} in the text, takes that back."
        parts = moved_parts(letter.parts, letter.text, version.text)
        self.put_text(to, letter, version.text, BROUGHT_BACK, parts, said)
