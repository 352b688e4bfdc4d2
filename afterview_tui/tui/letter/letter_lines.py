"""The lines around a letter: to whom, how far it is, its subject, what there is to say."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from textual.content import Content

from afterview_tui.domain import dates
from afterview_tui.domain.letter import Letter, LetterKind, LetterState
from afterview_tui.domain.letter_kinds import Settles, about
from afterview_tui.domain.passed_on import bearer, thanked_by
from afterview_tui.domain.recipients import Recipient
from afterview_tui.domain.records import Facts, Person
from afterview_tui.domain.text import count, joined
from afterview_tui.letters.checking import gaps_and_length
from afterview_tui.letters.checking.finding import Check, Finding, summary
from afterview_tui.letters.drafting.current_letter import Shown
from afterview_tui.letters.drafting.written_parts import GoingOut, going_out
from afterview_tui.tui.base import ASKED
from afterview_tui.tui.keys import key, named
from afterview_tui.tui.kit.plain import around, line, offered, spread

_OFFERED = ("checks", "send", "edit", "reword", "versions")


def no_letter() -> str:
    """Said where a letter is wanted and nobody is there to write to."""
    change, go = key("interview.edit"), key("pane.interviews")
    return f"There is no letter here. {change} in {go} adds whom you met."


def is_sent() -> str:
    """Said where a letter is to be changed that is marked sent."""
    return f"This letter is marked sent. {key('letter.sent')} takes the mark away."


def nobody_for(kind: LetterKind) -> str:
    """Said where a letter of this kind is wanted, and nobody is there whom it could be to."""
    missing = "No reference" if about(kind).to_reference else "Nobody you met"
    change, go = key("interview.edit"), key("pane.interviews")
    return f"{missing} is noted for this interview. {change} in {go} adds them."


def another_begun(kind: LetterKind) -> str:
    """Said where another letter is begun in the place of one that is sent."""
    lists, brings = key("letter.versions"), key("undo")
    return (
        f"The last {about(kind).noun} is sent; this is a new one."
        f" {lists} lists the last, {brings} brings it back."
    )


def noted(letter: Letter) -> str:
    """Said once it is noted what was talked about."""
    if letter.state is LetterState.SENT:
        return "Noted. The letter is sent, and stays as it is."
    under = "It stands under the thank-you letter while you write"
    return f"Noted. {under}; {key('writing.note')} puts it in."


def unsaid_elsewhere() -> str:
    """Said where what was not said came onto file from elsewhere meanwhile."""
    return (
        "Noted. What you did not get to say was written in elsewhere, too: that text is among"
        f" the earlier ones; {key('journal.versions')} in the journal lists them."
    )


def said_of_sent(letter: Letter, person: Person, facts: Facts) -> str:
    """Said once a letter is marked sent, and what that settled."""
    words = f"Marked the {about(letter.kind).noun} to {person.shown} sent."
    known = about(letter.kind)
    if known.settles is Settles.TRY:
        return f"{words} It is noted as a try."
    if known.settles is Settles.THANKS:
        return f"{words} {person.shown} is noted as thanked."
    if known.settles is Settles.OTHERS:
        others = [met.person.shown for met in thanked_by(facts, person.id, letter.text)]
        return f"{words} It counts for {joined(others)}." if others else words
    if known.says is not None:
        return f"{words} The outcome of {facts.interview.employer} is now: {known.says}."
    return words


def another_way(person: Person, facts: Facts) -> str:
    """Said where an address is missing: who could pass the thanks on; "" where nobody could."""
    if (one := bearer(facts, person)) is None:
        return ""
    return f"{one.shown} could pass it on: {key('letter.edit')} has a note for that."


def still_open(going: GoingOut) -> str:
    """Said before a letter is marked sent whose parts are not all written."""
    number = len(going.left_out)
    are = "is open; it is" if number == 1 else "are open; they are"
    again = f"{key('letter.sent')} {ASKED}"
    return f"{count(number, 'part')} {are} not in it. {again}"


def names(everyone: Sequence[Recipient], shown: Recipient, width: int) -> Content:
    """The recipients; a click on a name shows the letter to that person.

    Where there is no room for all, those around the one shown are named.
    """
    place = [one.key for one in everyone].index(shown.key)
    parts: list[Content] = []
    for index, one in enumerate(everyone):
        style = "bold $text-accent" if index == place else "$foreground-muted"
        ahead = (index - place) % len(everyone)  # a style takes no minus sign
        parts.append(line(name(one), style).stylize(f"@click=screen.recipient({ahead})"))
    return around(parts, place, width)


def below(shown: Shown | None, *, is_read: bool) -> Content:
    """Why a template of the user's was not used; else, while reading, what else there is to do."""
    if shown is not None and shown.problem:
        return line(shown.problem)
    if shown is None or not is_read:
        return Content("")
    return Content(" · ").join(offered(named(f"letter.{name}")) for name in _OFFERED)


def state(letter: Letter, today: date) -> str:
    """How far a letter is: `draft`, `draft, yours`, `✓ sent Mon 23 Nov`."""
    if letter.state is LetterState.SENT and letter.sent_on is not None:
        return f"✓ sent {dates.short(letter.sent_on, today)}"
    if letter.follows_facts:
        return "draft"
    return "draft, yours" if letter.state is LetterState.DRAFT else letter.state.value


def subject(letter: Letter) -> Content:
    """The subject of an e-mail; a click changes it."""
    label = Content.styled("Subject  ", "$foreground-muted")
    words = Content.assemble(label, line(letter.subject))
    return words.stylize("@click=screen.do('letter.subject')")


def foot(letter: Letter, found: Sequence[Finding], width: int) -> Content:
    """How long the letter is, and the gravest thing there is to look at.

    Gaps are known at once; the rest is found a moment after the last key.
    """
    going = going_out(letter)
    length = gaps_and_length.length(going.letter.text, letter.form, letter.kind)
    left = line(length, "$foreground-muted")
    room = max(width // 2, width - left.cell_length - 2)
    if told := _to_look_at(going.letter, found):
        right = line(told, "$text-warning")
    else:
        right = line(_still_open(going, letter), "$foreground-muted")
    return spread(left, right.truncate(room, ellipsis=True), width)


def _still_open(going: GoingOut, letter: Letter) -> str:
    if not going.left_out or letter.state is LetterState.SENT:
        return ""
    number = count(len(going.left_out), "part")
    return f"{number} open, not in the letter"


def _to_look_at(letter: Letter, found: Sequence[Finding]) -> str:
    gaps = gaps_and_length.gaps(letter.text)
    graver = [one for one in found if one.check.gravity < Check.GAP.gravity]
    if gaps and not graver:
        return f"! {count(len(gaps), 'gap')} to fill: {gaps[0].text}"
    return summary(found)


def name(one: Recipient) -> str:
    """To whom a letter is, and what for where that is not thanks."""
    if one.kind is LetterKind.THANK_YOU:
        return one.person.shown
    return f"{one.person.shown}, {one.kind.value}"
