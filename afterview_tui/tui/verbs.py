"""The verbs: every key once, and what it means wherever it works.

What a verb does in one place is said by the table of places (`key_table.py`). Users change keys by
the id of the verb, and then it has the new key everywhere.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from afterview_tui.tui.key_names import label


class Reach(StrEnum):
    """Where a verb works: the parts of the README's table."""

    TYPING = "Also while typing"
    EVERYWHERE = "Everywhere"
    FORM = "In a form"
    LETTER = "In the letter"
    BY_HAND = "Copying out by hand"


@dataclass(frozen=True, slots=True)
class Verb:
    """A key and its meaning. `keys` are as Textual names them, `display` as people read them."""

    id: str
    keys: str
    tip: str = ""
    display: str = ""
    reach: Reach = Reach.EVERYWHERE

    @property
    def label(self) -> str:
        """The key as people read it."""
        return self.display or " ".join(map(label, self.keys.split(",")))


def _of(reach: Reach, *verbs: Verb) -> tuple[Verb, ...]:
    return tuple(replace(verb, reach=reach) for verb in verbs)


def _alike(tip: str, *verbs: Verb) -> tuple[Verb, ...]:
    """Verbs of one meaning: they share a row of the table."""
    return tuple(replace(verb, tip=tip) for verb in verbs)


VERBS: tuple[Verb, ...] = (
    *_of(
        Reach.TYPING,
        Verb("help.typing", "f1,ctrl+p", "What can be done here, and in every dialog", "F1 Ctrl+P"),
        *_alike(
            "The panes: interviews, four steps, letter, journal",
            Verb("pane.interviews.typing", "f2"),
            Verb("pane.steps.typing", "f3"),
            Verb("pane.letter.typing", "f4"),
            Verb("pane.journal.typing", "f5"),
        ),
        Verb("back", "escape", "One step out: text, pane, list; what you typed is kept", "Esc"),
        Verb("field.next", "tab", "The next part, prompt or field; never out of a text", "Tab"),
        Verb("field.before", "shift+tab", "The part, prompt or field before", "Shift+Tab"),
        Verb("save", "ctrl+s", "Save; a form closes", "Ctrl+S"),
        Verb("copy.typing", "ctrl+o", "Copy the letter out of the terminal", "Ctrl+O"),
        Verb("edit.outside", "ctrl+g", "Edit the text in $VISUAL or $EDITOR", "Ctrl+G"),
        Verb("text.undo", "ctrl+z", "Undo in the text", "Ctrl+Z"),
        Verb("text.redo", "ctrl+y", "Redo in the text", "Ctrl+Y"),
        Verb("check.typing", "f7", "What to look at before it goes out", "F7"),
        Verb("offer", "f8", "Other words: a beginning, our sentence, a name in a template", "F8"),
        Verb("note", "ctrl+n", "Put a note in at the cursor; again, the next one", "Ctrl+N"),
        Verb("take_out", "ctrl+t", "Take this part out of the letter", "Ctrl+T"),
        Verb("quit.anywhere", "ctrl+q", "Quit; everything is saved", "Ctrl+Q"),
    ),
    *_of(
        Reach.EVERYWHERE,
        Verb("help", "question_mark", "What can be done here: type to find it", "?"),
        Verb("search", "slash", "Search everything; in a list of its own, filter it", "/"),
        *_alike(
            "The panes: interviews, four steps, letter, journal",
            Verb("pane.interviews", "1"),
            Verb("pane.steps", "2"),
            Verb("pane.letter", "3"),
            Verb("pane.journal", "4"),
        ),
        *_alike("In a dialog: that line", *(Verb(f"line.{n}", str(n)) for n in range(1, 10))),
        Verb("shelf", "5", "The shelf: people, questions, stories and more; again, back"),
        Verb("today", "t", "Every open task by its day, or back"),
        Verb("down", "j,down", "The next line; read on", "j ↓"),
        Verb("up", "k,up", "The line before; read back", "k ↑"),
        Verb("first", "g,home", "The first line, the beginning", "g Home"),
        Verb("last", "G,end", "The last line, the end", "G End"),
        Verb("page_down", "pagedown", "A page on", "PgDn"),
        Verb("page_up", "pageup", "A page back", "PgUp"),
        Verb("open", "enter", "Do it: open, write, go there, bring back", "Enter"),
        Verb("done", "space", "Done, or not done after all: sent, briefed, posted, shown", "Space"),
        Verb("edit", "e", "Edit what is under the cursor"),
        Verb("add", "a", "Add one here"),
        Verb("remove", "d", "Delete it or set it aside; {undo} brings it back"),
        Verb("copy", "y", "Copy it"),
        Verb("send", "s", "Other ways out: mail, print, a file, by hand"),
        Verb("undo", "u", "Take back the last change; it says which"),
        Verb("redo", "U", "Do again what was undone"),
        Verb("before", "[", "The person, tab or sheet before"),
        Verb("next", "]", "The next person, tab or sheet"),
        Verb("earlier", "<", "Due a day earlier"),
        Verb("later", ">", "Due a day later"),
        Verb("zoom", "z", "Give the pane the whole screen, or back"),
        Verb("new", "n", "A new interview"),
        Verb("prepare", "p", "Prepare; in a list of questions, practise them"),
        Verb("me", "m", "About you: your name, and how to reach you"),
        Verb("quit", "q", "Back; in the main screen, quit"),
    ),
    *_of(
        Reach.LETTER,
        Verb("reword", "w", "Our sentences in other words"),
        Verb("versions", "v", "Earlier versions, compared"),
        Verb("check", "c", "What to look at before it goes out"),
    ),
    *_of(
        Reach.FORM,
        Verb("take", "right", "At the end of a line: take the name that is offered", "→"),
        Verb("again", "ctrl+r", "Put the fields back to what is on file", "Ctrl+R"),
    ),
    *_of(
        Reach.BY_HAND,
        Verb("line_before", "backspace", "Back to the line before", "Backspace"),
    ),
    # Not yet of the grammar: each goes with the room that it belongs to.
    *_of(
        Reach.EVERYWHERE,
        Verb("outcome", "o", "Note how this interview ended"),
        Verb("promise", "p", "Note the day by which they decide"),
        Verb("history", "h", "What happened to this interview, and when"),
        Verb("interview.round", "r", "Enter the next round; the people come along"),
        Verb("interview.prepare", "P", "One page to prepare from, for the next interview here"),
        Verb("step.reason", "D", "Set this line aside and say why"),
        Verb("step.week", "w", "Due a week later"),
        Verb("letter.another", "l", "Follow up, correct, accept, thank a reference, ask why not"),
        Verb("letter.form", "f", "E-mail, card by hand, typed letter"),
        Verb("letter.pick_template", "W", "Draft it in a template of yours, or in ours"),
        Verb("letter.subject", "S", "The subject of the e-mail"),
        Verb("letter.sent_details", "D", "When and how it was sent"),
        Verb("journal.practise", "P", "Practise the questions of all interviews, one at a time"),
        Verb("journal.tell", "s", "Note a story that you told here, and how it landed"),
        Verb("journal.versions", "V", "Earlier texts of this prompt or answer, to bring back"),
        Verb("reference.asked", "a", "You asked them to vouch for you"),
        Verb("reference.agreed", "g", "They said yes"),
        Verb("reference.declined", "x", "They would rather not"),
        Verb("reference.briefed", "b", "You briefed them"),
        Verb("reference.not_needed", "n", "No brief is needed yet"),
        Verb("reference.called", "c", "The employer called them"),
        Verb("reference.thanked", "t", "You thanked them"),
        Verb("reference.told", "o", "You told them how it ended"),
        Verb("call.reached", "r", "You reached them"),
        Verb("call.voicemail", "v", "You left a voicemail"),
        Verb("call.gatekeeper", "f", "You spoke to the front desk"),
        Verb("call.no_answer", "n", "Nobody answered"),
        Verb("call.emailed", "e", "You sent an e-mail instead"),
        Verb("call.missed", "m", "They did not call at the agreed time"),
        Verb("call.note", "w", "Draft a follow-up note to this person"),
        Verb("print", "p", "Write the page to a file to print"),
        Verb("versions.compare", "c", "Compare with the letter as it stands, or read the text"),
        Verb("hand.envelope", "a", "The address for the envelope, or back to the letter"),
        Verb("hand.posted", "p", "It is written and posted: mark the letter sent"),
        Verb("findings.fix", "f", "Put what is offered in its place"),
        Verb("findings.ignore", "i", "Say no more of it in this letter"),
        Verb("findings.word", "a", "Know this word from now on"),
        Verb("practice.again", "1,a", "It did not go well: it comes once more", "1 a"),
        Verb("practice.shaky", "2,s", "It went, but not smoothly", "2 s"),
        Verb("practice.good", "3,g", "It went well: it rests for a week", "3 g"),
        Verb("practice.skip", "n", "Leave this question for another time"),
        Verb("practice.first", "home", "Back to the question", "Home"),
        Verb("practice.last", "end", "The end of the answer", "End"),
        Verb("why.asked", "a", "You asked; their answer may come, or not"),
        Verb("why.told", "n", "You asked, and note what they said"),
        Verb("why.letter", "l", "Write the short letter to this person"),
    ),
)

_BY_ID: Mapping[str, Verb] = {verb.id: verb for verb in VERBS}


def verbs_of(ids: str) -> tuple[Verb, ...]:
    """The verbs of a key of the table, which has their ids with commas between."""
    return tuple(_BY_ID[one] for one in ids.split(",") if one)
