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
        Verb("before", "[,left", "The person, tab or sheet before", "[ ←"),
        Verb("next", "],right", "The next person, tab or sheet", "] →"),
        Verb("earlier", "<", "Due a day earlier"),
        Verb("later", ">", "Due a day later"),
        Verb("zoom", "z", "Give the pane the whole screen, or back"),
        Verb("new", "n", "A new interview"),
        Verb("news", "o", "News from the employer: an offer, a no, another round, a day"),
        Verb("prepare", "p", "Prepare: the sheet for the next interview; with questions, practise"),
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
)

_BY_ID: Mapping[str, Verb] = {verb.id: verb for verb in VERBS}


def verbs_of(ids: str) -> tuple[Verb, ...]:
    """The verbs of a key of the table, which has their ids with commas between."""
    return tuple(_BY_ID[one] for one in ids.split(",") if one)
