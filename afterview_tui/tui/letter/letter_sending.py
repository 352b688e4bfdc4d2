"""How a letter gets out of the program, and a text into the user's own editor."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from afterview_tui.domain import text as texts
from afterview_tui.domain.agenda import Case
from afterview_tui.domain.letter import Letter, LetterForm, LetterKind, LetterState
from afterview_tui.domain.recipients import Recipient
from afterview_tui.domain.records import Person
from afterview_tui.handoff.browser import nowhere_to_open
from afterview_tui.handoff.paper import Paper, paper_for
from afterview_tui.handoff.text_files import head_of, write_text
from afterview_tui.letters.checking.finding import Check
from afterview_tui.letters.drafting import card_lines
from afterview_tui.letters.drafting.written_parts import going_out
from afterview_tui.tui.desk import Desk
from afterview_tui.tui.front import Front
from afterview_tui.tui.keys import key
from afterview_tui.tui.kit.choice_dialog import Choose
from afterview_tui.tui.kit.writer import Writer
from afterview_tui.tui.letter.letter_lines import another_way, is_sent
from afterview_tui.tui.letter.letter_review import LetterReview
from afterview_tui.tui.letter.letter_work import LetterWork
from afterview_tui.tui.ways_out import letter_stem

KEPT = "before the editor"
READ_FOR = 8.0  # seconds for a notice that names a file


# What goes on when it is meant all the same.
GOING = {
    "copy": "Copy",
    "hand": "Copy it out",
    "mail": "Open it",
    "letter": "Print",
    "file": "Write it",
}
# Whoever copies out line by line is told there of what is still to be filled.
TOLD_BY_ITSELF = (Check.GAP,)
# A letter that is to go out: its interview, to whom, and the letter as it is shown.
Outgoing = tuple[Case, Recipient, Letter]


class LetterSending:
    """Hands the letter to the mail program, the printer or a file, and texts to an editor."""

    def __init__(self, desk: Desk, front: Front, letters: LetterWork, review: LetterReview) -> None:
        self.front = front
        self.letters = letters
        self.review = review
        self.store = desk.store
        self._lines_reached: dict[tuple[int, int, LetterKind, LetterForm], int] = {}

    def edit_outside(self) -> None:
        """Edit the text that has the focus, or the letter, in the user's own editor."""
        writer = self._to_edit()
        if writer is None or writer.page is None:
            self.front.say("There is no text here to edit.")
        elif writer.read_only:
            self.front.say(self._why_it_is_only_read(writer))
        elif writer.flush():
            with self.front.reporting():
                self._edit(writer)

    def send(self) -> None:
        """Ask how the letter is to go out, and see it out."""
        if (asked := self.letters.at_letter) is not None:
            case, to, letter = asked

            def answered(way: str) -> None:
                now = self.letters.at_letter
                if now is None or (now[0].id, now[1].key) != (case.id, to.key):
                    self.front.say("That letter is no longer the one shown. It stays here.")
                    return
                what = way.split()[0]
                if what in ("envelope", "subject"):
                    self._send(now, way)
                else:
                    told = TOLD_BY_ITSELF if what == "hand" else ()
                    self.review.once_checked(lambda: self._send(now, way), GOING[what], told)

            self.front.choose(Choose(f"To {to.person.shown}", self.ways(letter.form)), answered)

    def _to_edit(self) -> Writer | None:
        focused = self.front.focused
        if isinstance(focused, Writer):
            return focused
        return self.letters.pane.writer if self.front.stage.current == "letter" else None

    def _why_it_is_only_read(self, writer: Writer) -> str:
        if writer is self.letters.pane.writer and self.letters.pane.to is not None:
            return is_sent()
        return "There is no text here to edit."

    def _edit(self, writer: Writer) -> None:
        """What was there goes into the history of the text, and for a letter onto file."""
        before, is_letter = writer.text, writer is self.letters.pane.writer
        after = self.front.app.edited_outside(before, "letter" if is_letter else "text")
        if after is None:
            self.front.say("Nothing was changed.")
            return
        with (
            self.front.reporting()
        ):  # what was edited comes onto the screen, whatever the disk says
            if is_letter and (letter := self._letter_on_file()) is not None:
                self.store.texts.keep(letter, "text", before, KEPT)
        if writer.exchange(after):
            undoes = f"{key('text.undo')} in the text undoes it."
            self.front.say(f"Taken over from your editor and saved. {undoes}")

    def _letter_on_file(self) -> Letter | None:
        """The letter shown, read anew: it may have come onto file a moment ago."""
        pane = self.letters.pane
        if pane.case is None or pane.to is None:
            return None
        facts = self.store.interviews.facts(pane.case.id)
        return pane.to.letter(facts) if facts is not None else None

    def ways(self, form: LetterForm) -> list[tuple[str, str, str]]:
        """What there is to choose: whatever fits the form of the letter and this machine."""
        paper, can_open = self._paper, not nowhere_to_open(self.front.app.environ)
        ways = [("Copy it, to paste anywhere", "copy")]
        if form is LetterForm.EMAIL:
            if can_open:
                ways.append(("Open it in your mail program; you send it there", "mail"))
        else:
            what = "in the browser, to print" if can_open else "as a page to print"
            if form is LetterForm.TYPED:
                ways += [
                    (f"The letter {what} on {paper}", f"letter {paper.name}"),
                    (f"The same on {paper.other}", f"letter {paper.other.name}"),
                ]
            ways += [
                (f"The envelope {what}: {paper.envelope}", f"envelope {paper.name}"),
                (f"The same on {paper.other.envelope}", f"envelope {paper.other.name}"),
            ]
        by_hand = ("Copy it out by hand, line by line", "hand")
        ways.insert(0 if form is LetterForm.CARD else len(ways), by_hand)
        ways.append(("Write it to a text file", "file"))
        if form is LetterForm.EMAIL:
            ways.append(("Copy its subject alone", "subject"))
        return [(str(number), words, way) for number, (words, way) in enumerate(ways, start=1)]

    @property
    def _paper(self) -> Paper:
        return paper_for(self.front.app.zone(), self.front.app.environ)

    def _send(self, outgoing: Outgoing, way: str) -> None:
        # Imported here, as the other ways out are: what few letters need, no start waits for.
        from afterview_tui.handoff.print_pages import envelope_page, letter_page, write_page

        case, to, shown = outgoing
        going = going_out(shown)
        letter, more = going.letter, f" {going.said}".rstrip()
        self.letters.tell_of_open(shown)
        folder, interview = self.front.app.folder, case.facts.interview
        stem = letter_stem(letter, to.person, interview, self.store.letters)
        what, _, paper = way.partition(" ")
        match what:
            case "copy":
                self.front.app.copy_letter(shown, to.person, interview)
            case "subject":
                self.front.app.copy_text(letter.subject, f"{stem} subject")
            case "hand":
                self._copy_out((case, to, letter))
            case "mail":
                way = another_way(to.person, case.facts)
                mail = partial(self._mail, letter, to.person, stem, more, way)
                self.front.beside(mail, "sending")
            case "letter":
                page = letter_page(letter.text, Paper[paper])
                path = write_page(folder, stem, page)
                self.front.beside(partial(self._open_page, path, what, more), "sending")
            case "envelope" if not card_lines.envelope(case.facts, to):
                shelf, edit = key("shelf"), key("people.edit")
                said = f"There is no postal address of {to.person.shown} on file."
                way = another_way(to.person, case.facts)
                way = way or f"{shelf} leads to the people; {edit} there changes one."
                self.front.say(f"{said} {way}", seconds=READ_FOR)
            case "envelope":
                me = case.facts.me
                sender = [texts.clean_line(me.name), *texts.lines(me.address)]
                page = envelope_page(sender, card_lines.envelope(case.facts, to), Paper[paper])
                path = write_page(folder, f"{stem} envelope", page)
                self.front.beside(partial(self._open_page, path, what), "sending")
            case _:
                path = write_text(folder, stem, f"{head_of(letter)}{letter.text}\n")
                self.front.say(f"The letter is in {path}.{more}", seconds=READ_FOR)

    def _copy_out(self, outgoing: Outgoing) -> None:
        """Show the letter line by line; where one stopped is where one goes on."""
        from afterview_tui.tui.letter.by_hand import ByHand

        case, to, letter = outgoing
        address = card_lines.envelope(case.facts, to)
        view = ByHand(
            letter.text, address, to.person.shown, self._lines_reached.get(letter.which, 0)
        )

        def answered(is_posted: bool) -> None:
            self._lines_reached[letter.which] = view.at
            if is_posted and letter.state is LetterState.SENT:
                changes = f"{key('letter.edit')} changes when and how."
                self.front.say(f"It is marked sent already. {changes}")
            elif is_posted:
                self.letters.mark_sent(to, "by post")

        self.front.choose(view, answered)

    async def _open_page(self, path: Path, what: str, more: str = "") -> None:
        if problem := await self.front.app.opened_outside(path.resolve().as_uri()):
            said = f"The {what} to print is {path}\n{problem}{more}"
        else:
            said = f"The {what} is in your browser; print it there. The page is {path}.{more}"
        self.front.say(said, seconds=READ_FOR)

    async def _mail(self, letter: Letter, person: Person, stem: str, more: str, way: str) -> None:
        """Open the mail program. A letter that is too long for that goes by the clipboard.

        `way` is what else can be done where there is no address.
        """
        from afterview_tui.handoff.mail import address_in, fits, mailto

        url, said = mailto(person.email, letter.subject, letter.text), []
        has = "the letter. Nothing is sent until you send it"
        if not fits(url):
            url, has = mailto(person.email, letter.subject, ""), "the address and the subject"
            copied = await self.front.app.copied(letter.text, stem, head_of(letter))
            said.append(f"The letter is too long to hand over; paste it there. {copied.notice}.")
        problem = await self.front.app.opened_outside(url)
        if not address_in(person.email):
            missing = f"There is no e-mail address of {person.shown} on file."
            said.append(f"{missing} {way}".rstrip())
        opened = problem or f"Your mail program has {has}."
        self.front.say(" ".join([opened, *said]) + more, seconds=READ_FOR)
