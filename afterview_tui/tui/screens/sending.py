"""How a letter gets out of the program, and a text into the user's own editor."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from textual import work

from afterview_tui.domain import text as texts
from afterview_tui.domain.letter import Letter, LetterForm
from afterview_tui.domain.recipients import Recipient
from afterview_tui.domain.records import Facts
from afterview_tui.handoff.browser import nowhere_to_open
from afterview_tui.handoff.mail import address_in, fits, mailto
from afterview_tui.handoff.paper import Paper, paper_for
from afterview_tui.handoff.printing import envelope_page, letter_page, write_page
from afterview_tui.handoff.text_files import write_text
from afterview_tui.letters.letterhead import addressee
from afterview_tui.tui.dialogs.choose import Choose
from afterview_tui.tui.panes.letter import LetterPane
from afterview_tui.tui.panes.panes import Panes
from afterview_tui.tui.screens.handling import HandlingScreen
from afterview_tui.tui.widgets.writer import Writer

KEPT = "before the editor"
READ_FOR = 8.0  # seconds for a notice that names a file


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A letter as it stands on the screen when it is to go out."""

    facts: Facts
    to: Recipient
    form: LetterForm
    subject: str
    text: str

    @property
    def is_about(self) -> tuple[int, object]:
        """Which letter it is, whatever its words."""
        return self.facts.interview.id, self.to.key

    @property
    def stem(self) -> str:
        """What its files are called."""
        interview = self.facts.interview
        return f"{interview.held_on.isoformat()} {interview.employer} {self.to.person.name}"


class SendingScreen(HandlingScreen):
    """Hands the letter to the mail program, the printer or a file, and texts to an editor."""

    def flush(self) -> bool:
        """Save everything that is typed and not on disk yet. False when that failed."""
        raise NotImplementedError

    def action_copy_letter(self) -> None:
        """Copy the letter that is shown."""
        raise NotImplementedError

    def action_edit_outside(self) -> None:
        """Edit the text that has the focus, or the letter, in the user's own editor."""
        writer = self._to_edit()
        if writer is None or writer.page is None:
            self.afterview.say("There is no text here to edit.")
        elif writer.read_only:
            self.afterview.say(self._why_it_is_only_read(writer))
        elif writer.flush():
            with self.reporting():
                self._edit(writer)

    def action_send(self) -> None:
        """Ask how the letter is to go out, and see it out."""
        asked = self._outgoing()
        if asked is None:
            self.afterview.say("There is no letter here to send.")
            return

        def answered(way: str) -> None:
            now = self._outgoing()
            if now is None or now.is_about != asked.is_about:
                self.afterview.say("That letter is no longer the one shown. Nothing was sent.")
            elif self.flush():
                with self.reporting():
                    self._send(now, way)

        self.choose(Choose(f"To {asked.to.person.shown}", self._ways(asked)), answered)

    @property
    def _letter_pane(self) -> LetterPane:
        return self.query_one(LetterPane)

    def _to_edit(self) -> Writer | None:
        if isinstance(self.focused, Writer):
            return self.focused
        is_at_letter = self.query_one(Panes).current == "letter"
        return self._letter_pane.writer if is_at_letter else None

    def _why_it_is_only_read(self, writer: Writer) -> str:
        if writer is self._letter_pane.writer and self._letter_pane.letter is not None:
            return "This letter is marked sent. Space takes the mark away."
        return "There is no text here to edit."

    def _edit(self, writer: Writer) -> None:
        """What was there goes into the history of the text, and for a letter onto file."""
        pane, before = self._letter_pane, writer.text
        is_letter = writer is pane.writer
        after = self.afterview.edited_outside(before, "letter" if is_letter else "text")
        if after is None:
            self.afterview.say("Nothing was changed.")
            return
        if is_letter and (letter := self._letter_on_file()) is not None:
            self.store.texts.keep(letter, "text", before, KEPT)
        if writer.exchange(after):
            self.afterview.say(
                "Taken over from your editor and saved. Ctrl+Z in the text undoes it."
            )

    def _letter_on_file(self) -> Letter | None:
        """The letter shown, read anew: it may have come onto file a moment ago."""
        pane = self._letter_pane
        if pane.case is None or pane.to is None:
            return None
        facts = self.store.interviews.facts(pane.case.id)
        return pane.to.letter(facts) if facts is not None else None

    def _outgoing(self) -> Outgoing | None:
        pane = self._letter_pane
        if pane.case is None or pane.to is None:
            return None
        return Outgoing(pane.case.facts, pane.to, pane.form, pane.subject, pane.text)

    def _ways(self, letter: Outgoing) -> list[tuple[str, str, str]]:
        """What there is to choose: whatever fits the form of the letter and this machine."""
        paper, can_open = self._paper, not nowhere_to_open(self.afterview.environ)
        ways = [("y", "Copy it, to paste anywhere", "copy")]
        if letter.form is LetterForm.EMAIL:
            if can_open:
                ways.append(("m", "Open it in your mail program; you send it there", "mail"))
        else:
            what = "in the browser, to print" if can_open else "as a page to print"
            if letter.form is LetterForm.TYPED:
                ways += [
                    ("p", f"The letter {what} on {paper}", f"letter {paper.name}"),
                    ("P", f"The same on {paper.other}", f"letter {paper.other.name}"),
                ]
            ways += [
                ("e", f"The envelope {what}: {paper.envelope}", f"envelope {paper.name}"),
                ("E", f"The same on {paper.other.envelope}", f"envelope {paper.other.name}"),
            ]
        return [*ways, ("t", "Write it to a text file", "file")]

    @property
    def _paper(self) -> Paper:
        return paper_for(self.afterview.zone, self.afterview.environ)

    def _send(self, letter: Outgoing, way: str) -> None:
        what, _, paper = way.partition(" ")
        match what:
            case "copy":
                self.action_copy_letter()
            case "mail":
                self._mail(letter)
            case "letter":
                self._print(letter, letter_page(letter.text, Paper[paper]))
            case "envelope":
                self._print_envelope(letter, Paper[paper])
            case _:
                path = write_text(self.afterview.folder, letter.stem, f"{letter.text}\n")
                self.afterview.say(f"The letter is in {path}", seconds=READ_FOR)

    def _print(self, letter: Outgoing, page: str, what: str = "letter") -> None:
        stem = letter.stem if what == "letter" else f"{letter.stem} {what}"
        self._open_page(write_page(self.afterview.folder, stem, page), what)

    def _print_envelope(self, letter: Outgoing, paper: Paper) -> None:
        person, me = letter.to.person, letter.facts.me
        if not texts.lines(person.address):
            self.afterview.say(
                f"There is no postal address of {person.shown} on file."
                " b opens the address book; e there changes a person.",
                seconds=READ_FOR,
            )
            return
        sender = [texts.clean_line(me.name), *texts.lines(me.address)]
        recipient = addressee(person, letter.facts.interview.employer)
        self._print(letter, envelope_page(sender, recipient, paper), "envelope")

    @work(group="sending")
    async def _open_page(self, path: Path, what: str) -> None:
        if problem := await self.afterview.opened_outside(path.resolve().as_uri()):
            self.afterview.say(f"The {what} to print is {path}\n{problem}", seconds=READ_FOR)
        else:
            self.afterview.say(
                f"The {what} is in your browser; print it there. The page is {path}",
                seconds=READ_FOR,
            )

    @work(group="sending")
    async def _mail(self, letter: Outgoing) -> None:
        """Open the mail program. A letter that is too long for that goes by the clipboard."""
        person = letter.to.person
        url, said = mailto(person.email, letter.subject, letter.text), []
        is_whole = fits(url)
        if not is_whole:
            copied = await self.afterview.copied(letter.text, letter.stem)
            said.append(f"The letter is too long to hand over; paste it there. {copied.notice}.")
            url = mailto(person.email, letter.subject, "")
        problem = await self.afterview.opened_outside(url)
        opened = problem or "Your mail program has the letter. Nothing is sent until you send it."
        if not is_whole and not problem:
            opened = "Your mail program has the address and the subject."
        if not address_in(person.email):
            said.append(f"There is no e-mail address of {person.shown} on file.")
        self.afterview.say(" ".join([opened, *said]), seconds=READ_FOR)
