"""Every key in one table: footer, help, palette and the README's table are made from it.

A key's `action` is a method `action_…` of the widget that `where` names.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from textual.binding import Binding


class Where(StrEnum):
    """Where a key works."""

    TYPING = "Anywhere, also while typing"
    MAIN = "Not typing"
    LIST = "In a list"
    INTERVIEWS = "Interviews"
    STEPS = "Four steps, Today"
    LETTER = "Letter"
    WRITING = "Writing a letter"
    JOURNAL = "Journal"
    FORM = "In a form"
    PEOPLE = "People"
    TEMPLATES = "Templates"
    REFERENCE = "A reference"
    CALL_SHEET = "Call sheet"
    PREPARATION = "Preparation sheet"
    READING = "Reading a page"
    BIN = "Deleted things"
    VERSIONS = "Earlier versions"
    BY_HAND = "Copying out by hand"
    FINDINGS = "What to look at"
    PRACTICE = "Practising questions"
    QUESTIONS = "Questions"


@dataclass(frozen=True, slots=True)
class Key:
    """One key: what it is called, what it does, and where."""

    id: str
    keys: str
    action: str
    says: str
    tip: str
    where: Where
    shown: bool = False
    display: str = ""

    @property
    def binding(self) -> Binding:
        """The key as Textual has it."""
        return Binding(
            self.keys,
            self.action,
            self.says,
            show=self.shown,
            key_display=self.display or None,
            tooltip=self.tip,
            id=self.id,
        )

    @property
    def label(self) -> str:
        """The key as people read it."""
        return self.display or self.keys.replace(",", " ")


_T, _M, _L = Where.TYPING, Where.MAIN, Where.LIST
_I, _S, _W, _J, _F = Where.INTERVIEWS, Where.STEPS, Where.LETTER, Where.JOURNAL, Where.FORM
_R, _C = Where.REFERENCE, Where.CALL_SHEET
_P, _B, _A, _N = Where.READING, Where.BIN, Where.PEOPLE, Where.WRITING
_V, _H = Where.VERSIONS, Where.BY_HAND
_K = Where.FINDINGS
_X = Where.TEMPLATES
_Q = Where.PRACTICE
_O = Where.PREPARATION
_U = Where.QUESTIONS

KEYS: tuple[Key, ...] = (
    Key("help.typing", "f1", "help", "Help", "All keys on one page", _T, display="F1"),
    Key("pane.interviews.typing", "f2", "pane('interviews')", "Interviews", "Go to the interviews", _T, display="F2"),
    Key("pane.steps.typing", "f3", "pane('steps')", "Steps", "Go to the four steps", _T, display="F3"),
    Key("pane.letter.typing", "f4", "pane('letter')", "Letter", "Go to the letter", _T, display="F4"),
    Key("pane.journal.typing", "f5", "pane('journal')", "Journal", "Go to the journal", _T, display="F5"),
    Key("letter.copy", "ctrl+o", "copy_letter", "Copy letter", "Copy the letter out of the terminal", _T, display="Ctrl+O"),
    Key("edit.outside", "ctrl+g", "edit_outside", "Editor", "Edit the text in $VISUAL or $EDITOR", _T, display="Ctrl+G"),
    Key("save", "ctrl+s", "save_now", "Save", "Save now; it is also saved while you type", _T, display="Ctrl+S"),
    Key("leave", "escape", "leave_field", "Leave", "Leave the field; what you typed is kept", _T, display="Esc"),
    Key("move.down", "j,down", "cursor_down", "Down", "The next line", _L, display="j ↓"),
    Key("move.up", "k,up", "cursor_up", "Up", "The line before", _L, display="k ↑"),
    Key("move.first", "g,home", "first", "First", "The first line", _L, display="g Home"),
    Key("move.last", "G,end", "last", "Last", "The last line", _L, display="G End"),
    Key("move.page_down", "pagedown", "page_down", "Page down", "A page down", _L, display="PgDn"),
    Key("move.page_up", "pageup", "page_up", "Page up", "A page up", _L, display="PgUp"),
    Key("open", "enter", "select", "Open", "Open the line, or act on it", _L, True, "Enter"),
    Key("interview.edit", "e", "edit", "Edit", "Change this interview and who was there", _I, True),
    Key("interview.round", "r", "next_round", "Round", "Enter the next round; the people come along", _I, True),
    Key("interview.prepare", "P", "prepare", "Prepare", "One page to prepare from, for the next interview here", _I, True),
    Key("interview.bin", "d", "bin", "Delete", "Delete this interview; u brings it back", _I),
    Key("interview.sort", "s", "sort", "Sort", "Sort by need, by date, by employer", _I),
    Key("interview.filter", "/", "filter", "Find", "List only those with these words; Esc lists all", _I, True, "/"),
    Key("step.done", "space", "done", "Done", "Done, or not done after all", _S, True, "Space"),
    Key("step.add", "a", "add", "Add", "Add a line to this step", _S, True),
    Key("step.aside", "d", "set_aside", "Set aside", "Set this line aside; Space brings it back", _S, True),
    Key("step.reason", "D", "reason", "Set aside: why", "Set this line aside and say why", _S),
    Key("step.earlier", "<", "move(-1)", "A day earlier", "Due a day earlier", _S, display="<"),
    Key("step.later", ">", "move(1)", "A day later", "Due a day later", _S, display=">"),
    Key("step.week", "w", "move(7)", "A week later", "Due a week later", _S),
    Key("step.date", "e", "date", "Set the date", "Due on a date in your words", _S),
    Key("letter.write", "enter", "write", "Write", "Write in the letter", _W, True, "Enter"),
    Key("letter.facts", "e", "facts", "Talk", "What you two talked about, and what to stress", _W, True),
    Key("letter.sent", "space", "toggle_sent", "Sent", "Mark it sent, or not sent after all", _W, True, "Space"),
    Key("letter.send", "s", "screen.send", "Send", "Get the letter out: mail program, print, text file", _W, True),
    Key("letter.another", "l", "screen.another_letter", "Another letter", "Follow up, correct, accept, thank a reference, ask why not", _W),
    Key("letter.form", "f", "screen.choose_form", "Form", "E-mail, card by hand, typed letter", _W),
    Key("letter.checks", "c,f7", "screen.findings", "Check", "What to look at: names, gaps, spelling, length", _W, True, "c"),
    Key("letter.versions", "v", "screen.versions", "Versions", "Earlier versions: read, compare, bring back", _W),
    Key("letter.reword", "w", "screen.reword", "Reword", "Draft the whole letter in other words", _W),
    Key("letter.pick_template", "W", "screen.pick_template", "In a template", "Draft it in a template of yours, or in ours", _W),
    Key("letter.templates", "T", "screen.templates", "Templates", "Templates of letters: yours and ours", _W),
    Key("letter.subject", "S", "screen.subject", "Subject", "The subject of the e-mail", _W),
    Key("letter.sent_details", "D", "screen.sent_details", "Sent: when, how", "When and how it was sent", _W),
    Key("letter.anew", "d", "screen.begin_anew", "Back to the draft", "Back to the draft; your text is kept as an earlier version", _W),
    Key("letter.undo", "ctrl+z", "undo_text(-1)", "Undo in the text", "Take back the last edit of the text", _W, display="Ctrl+Z"),
    Key("letter.redo", "ctrl+y", "undo_text(1)", "Redo in the text", "Do the edit of the text again", _W, display="Ctrl+Y"),
    Key("letter.down", "j,down", "scroll_text(1)", "Down", "Read on", _W, display="j ↓"),
    Key("letter.up", "k,up", "scroll_text(-1)", "Up", "Read back", _W, display="k ↑"),
    Key("letter.page_down", "pagedown", "scroll_page(1)", "Page down", "Read on by a page", _W, display="PgDn"),
    Key("letter.page_up", "pageup", "scroll_page(-1)", "Page up", "Read back by a page", _W, display="PgUp"),
    Key("letter.first", "g,home", "read_from('first')", "Beginning", "The beginning of the letter", _W, display="g Home"),
    Key("letter.last", "G,end", "read_from('last')", "End", "The end of the letter", _W, display="G End"),
    Key("writing.gap", "tab", "gap(1)", "Next gap", "The next gap; without one, out of the letter", _N, True, "Tab"),
    Key("writing.gap_before", "shift+tab", "gap(-1)", "Gap before", "The gap before; without one, out of the letter", _N, display="Shift+Tab"),
    Key("writing.checks", "f7", "screen.findings", "Check", "What to look at: names, gaps, spelling, length", _N, True, "F7"),
    Key("writing.reword", "f8", "screen.reword_paragraph", "Reword", "This paragraph in other words; Ctrl+Z takes it back", _N, True, "F8"),
    Key("journal.add", "a", "add", "Question", "Note a question; the answer can wait", _J, True),
    Key("journal.reword", "e", "reword", "Edit", "Change its words, whether it was expected, its themes", _J),
    Key("journal.bin", "d", "bin", "Delete", "Delete the question here; u brings it back", _J),
    Key("journal.practise", "P", "practise", "Practise", "Practise the questions of all interviews, one at a time", _J, True),
    Key("journal.questions", "Q", "screen.questions", "Questions", "Every question on file: its answer, and where it was asked", _J),
    Key("interview.new", "n", "new_interview", "New", "A new interview", _M, True),
    Key("today", "t", "today", "Today", "Every open task by its day, or back to the list", _M, True),
    Key("outcome", "o", "outcome", "Outcome", "Note how this interview ended", _M),
    Key("promise", "p", "promise", "They decide by", "Note the day by which they decide", _M),
    Key("history", "h", "history", "History", "What happened to this interview, and when", _M),
    Key("people", "b", "people", "People", "The address book: everyone met, every reference", _M),
    Key("bin", "x", "show_bin", "Bin", "What was deleted; Enter brings it back", _M),
    Key("copy", "y", "copy", "Copy", "Copy the letter, brief, call sheet or questions you are at", _M, True),
    Key("undo", "u", "step('back')", "Undo", "Take back the last change, in any pane", _M, True),
    Key("redo", "U", "step('on')", "Redo", "Do again what was undone", _M),
    Key("recipient.before", "[", "recipient(-1)", "Recipient before", "The letter to the person before", _M, display="["),
    Key("recipient.next", "]", "recipient(1)", "Next recipient", "The letter to the next person", _M, display="]"),
    Key("zoom", "z", "zoom", "Zoom", "Give the pane the whole screen, or back", _M),
    Key("pane.interviews", "1", "pane('interviews')", "Interviews", "Go to the interviews", _M),
    Key("pane.steps", "2", "pane('steps')", "Steps", "Go to the four steps", _M),
    Key("pane.letter", "3", "pane('letter')", "Letter", "Go to the letter", _M),
    Key("pane.journal", "4", "pane('journal')", "Journal", "Go to the journal", _M),
    Key("me", "m", "me", "About you", "Your name and how to reach you, for the foot of a letter", _M),
    Key("help", "question_mark", "help", "Help", "All keys on one page", _M, True, "?"),
    Key("quit", "q", "app.quit", "Quit", "Quit; everything is saved", _M),
    Key("people.edit", "e", "edit", "Edit", "Change this person, wherever they appear", _A),
    Key("people.add", "a", "add", "Add", "Add a person: the front desk, a recruiter", _A, True),
    Key("people.merge", "m", "merge", "Merge", "Make one person of two", _A, True),
    Key("people.bin", "d", "bin", "Delete", "Delete a person nobody met; u brings them back", _A),
    Key("people.find", "slash", "find", "Filter", "Show only the people with these words", _A, True, "/"),
    Key("people.open", "o", "open_interview", "Interview", "Go to the newest interview of this person", _A, True),
    Key("people.copy", "y", "copy", "Copy", "Copy the card of this person", _A),
    Key("people.undo", "u", "step('back')", "Undo", "Take back the last change", _A, True),
    Key("people.redo", "U", "step('on')", "Redo", "Do again what was undone", _A),
    Key("people.help", "question_mark,f1", "help", "Help", "All keys on one page", _A, True, "?"),
    Key("people.back", "escape,q", "back", "Back", "Out of the filter; back to the interviews", _A, True, "Esc"),
    Key("questions.answer", "enter", "answer", "Answer", "Write the answer to this question", _U, display="Enter"),
    Key("questions.edit", "e", "edit", "Edit", "Change its words, whether it was expected, its themes", _U, True),
    Key("questions.add", "a", "add", "Add", "Add a question that nobody has asked yet", _U, True),
    Key("questions.link", "l", "link", "Story", "Link a story that answers it, or take the link off", _U, True),
    Key("questions.practise", "P", "practise", "Practise", "Practise the questions of all interviews, one at a time", _U, True),
    Key("questions.bin", "d", "bin", "Delete", "Delete this question everywhere; u brings it back", _U),
    Key("questions.find", "slash", "find", "Filter", "Show only the questions with these words", _U, True, "/"),
    Key("questions.copy", "y", "copy", "Copy", "Copy this question with its answer", _U),
    Key("questions.undo", "u", "step('back')", "Undo", "Take back the last change", _U, True),
    Key("questions.redo", "U", "step('on')", "Redo", "Do again what was undone", _U),
    Key("questions.help", "question_mark,f1", "help", "Help", "All keys on one page", _U, True, "?"),
    Key("questions.back", "escape,q", "back", "Back", "Out of the filter; back to the interviews", _U, True, "Esc"),
    Key("template.edit", "e", "edit", "Edit", "Write in the template; Enter does the same", _X),
    Key("template.add", "a", "add", "Add", "Add a template with a name, to choose for some letters", _X, True),
    Key("template.rename", "r", "rename", "Rename", "Give a template that you added another name", _X),
    Key("template.remove", "d", "remove", "Ours again", "Back to ours, or delete a named one; u undoes it", _X, True),
    Key("template.copy", "y", "copy", "Copy", "Copy the template", _X),
    Key("template.undo", "u", "step('back')", "Undo", "Take back the last change", _X, True),
    Key("template.redo", "U", "step('on')", "Redo", "Do again what was undone", _X),
    Key("template.help", "question_mark,f1", "help", "Help", "Every name, what a template can do, the keys", _X, True, "?"),
    Key("template.save", "ctrl+s", "save_now", "Save", "Save now; it is also saved while you type", _X, display="Ctrl+S"),
    Key("template.back", "escape,q", "back", "Back", "Back to the list; back to the letter", _X, True, "Esc"),
    Key("form.save", "ctrl+s", "save", "Save", "Put it on file", _F, True, "Ctrl+S"),
    Key("form.again", "ctrl+r", "again", "Start over", "Put the fields back to what is on file", _F, display="Ctrl+R"),
    Key("form.later", "escape", "later", "Later", "Close; what you typed is kept for next time", _F, True, "Esc"),
    Key("reference.asked", "a", "ask('asked')", "asked", "You asked them to vouch for you", _R),
    Key("reference.agreed", "g", "ask('agreed')", "said yes", "They said yes", _R),
    Key("reference.declined", "x", "ask('declined')", "declined", "They would rather not", _R),
    Key("reference.briefed", "b", "note('briefed_on')", "briefed", "You briefed them", _R),
    Key("reference.not_needed", "n", "note('not_needed_on')", "not needed yet", "No brief is needed yet", _R),
    Key("reference.called", "c", "note('called_on')", "the employer called", "The employer called them", _R),
    Key("reference.thanked", "t", "note('thanked_on')", "thanked", "You thanked them", _R),
    Key("reference.told", "o", "note('told_on')", "told the outcome", "You told them how it ended", _R),
    Key("reference.notes", "e", "notes", "Note, dates", "The note on them, and the dates in your words", _R, True),
    Key("reference.undo", "u", "undo", "Undo", "Take back the last change", _R, True),
    Key("call.reached", "r", "answer('reached')", "reached", "You reached them", _C),
    Key("call.voicemail", "v", "answer('voicemail')", "voicemail", "You left a voicemail", _C),
    Key("call.gatekeeper", "f", "answer('gatekeeper')", "front desk", "You spoke to the front desk", _C),
    Key("call.no_answer", "n", "answer('no_answer')", "no answer", "Nobody answered", _C),
    Key("call.emailed", "e", "answer('emailed')", "e-mailed", "You sent an e-mail instead", _C),
    Key("call.missed", "m", "missed", "they missed an agreed call", "They did not call at the agreed time", _C),
    Key("call.note", "w", "note", "write a note instead", "Draft a follow-up note to this person", _C),
    Key("call.before", "[", "ask_for(-1)", "Before", "Ask for the person before", _C, display="["),
    Key("call.next", "]", "ask_for(1)", "Next person", "Ask for the next person", _C, True, "]"),
    Key("call.print", "p", "print", "Print", "Write the call sheet to a file to print", _C, True),
    Key("preparation.print", "p", "print", "To a file", "Write the sheet to a Markdown file, ready to print", _O, True),
    Key("reading.copy", "y", "copy", "Copy", "Copy the page", _P, True),
    Key("reading.down", "j,down", "scroll_text(1)", "Down", "Read on", _P, display="j ↓"),
    Key("reading.up", "k,up", "scroll_text(-1)", "Up", "Read back", _P, display="k ↑"),
    Key("reading.page_down", "pagedown,space", "scroll_page(1)", "Page down", "Read on by a page", _P, display="PgDn Space"),
    Key("reading.page_up", "pageup", "scroll_page(-1)", "Page up", "Read back by a page", _P, display="PgUp"),
    Key("reading.first", "g,home", "read_from('first')", "Beginning", "The beginning of the page", _P, display="g Home"),
    Key("reading.last", "G,end", "read_from('last')", "End", "The end of the page", _P, display="G End"),
    Key("reading.close", "escape,q", "close", "Close", "Close the page", _P, True, "Esc"),
    Key("bin.undo", "u", "undo", "Undo", "Take back the last change", _B, True),
    Key("bin.close", "escape,q", "close", "Close", "Close the list of what was deleted", _B, True, "Esc"),
    Key("versions.bring_back", "enter,b", "bring_back", "Bring back", "Put this version back into the letter", _V, True, "Enter b"),
    Key("versions.compare", "c", "compare", "Compare", "Compare with the letter as it stands, or read the text", _V, True),
    Key("versions.on", "space", "scroll_page(1)", "On", "Read on by a page", _V, True, "Space"),
    Key("versions.back", "backspace", "scroll_page(-1)", "Back", "Read back by a page", _V, display="Backspace"),
    Key("versions.copy", "y", "copy", "Copy", "Copy this version", _V, True),
    Key("versions.close", "escape,q", "close", "Close", "Close the earlier versions", _V, True, "Esc"),
    Key("hand.on", "space,enter", "move(1)", "On", "On to the next line", _H, True, "Space Enter"),
    Key("hand.back", "backspace", "move(-1)", "Back", "Back to the line before", _H, True, "Backspace"),
    Key("hand.down", "j,down", "move(1)", "Down", "The next line", _H, display="j ↓"),
    Key("hand.up", "k,up", "move(-1)", "Up", "The line before", _H, display="k ↑"),
    Key("hand.page_down", "pagedown", "move_page(1)", "Page down", "On by a page", _H, display="PgDn"),
    Key("hand.page_up", "pageup", "move_page(-1)", "Page up", "Back by a page", _H, display="PgUp"),
    Key("hand.first", "g,home", "move_to('first')", "First", "The first line", _H, display="g Home"),
    Key("hand.last", "G,end", "move_to('last')", "Last", "The last line", _H, display="G End"),
    Key("hand.envelope", "a", "envelope", "Envelope", "The address for the envelope, or back to the letter", _H, True),
    Key("hand.posted", "p", "posted", "Posted", "It is written and posted: mark the letter sent", _H, True),
    Key("hand.help", "question_mark,f1", "help", "Help", "All keys on one page", _H, display="? F1"),
    Key("hand.leave", "escape,q", "leave", "Leave", "From the envelope to the letter, from the letter out of it", _H, True, "Esc"),
    Key("findings.fix", "f", "fix", "Fix", "Put what is offered in its place", _K, True),
    Key("findings.ignore", "i", "ignore", "Ignore", "Say no more of it in this letter", _K, True),
    Key("findings.word", "a", "add_word", "My words", "Know this word from now on", _K, True),
    Key("findings.close", "escape,q", "close", "Back", "Back to the letter", _K, True, "Esc"),
    Key("practice.on", "space,enter", "go_on", "On", "Show the prepared answer; read on in it", _Q, True, "Space Enter"),
    Key("practice.again", "1,a", "went('again')", "Again", "It did not go well: it comes once more", _Q, display="1 a"),
    Key("practice.shaky", "2,s", "went('shaky')", "Shaky", "It went, but not smoothly", _Q, display="2 s"),
    Key("practice.good", "3,g", "went('good')", "Good", "It went well: it rests for a week", _Q, display="3 g"),
    Key("practice.skip", "n", "skip", "Skip", "Leave this question for another time", _Q, True),
    Key("practice.answer", "e", "write_answer", "Answer", "Write the answer, or change it", _Q, True),
    Key("practice.undo", "u", "undo", "Undo", "Take back the last step, and go back to its question", _Q, True),
    Key("practice.down", "j,down", "scroll_text(1)", "Down", "Read on", _Q, display="j ↓"),
    Key("practice.up", "k,up", "scroll_text(-1)", "Up", "Read back", _Q, display="k ↑"),
    Key("practice.page_down", "pagedown", "scroll_page(1)", "Page down", "Read on by a page", _Q, display="PgDn"),
    Key("practice.page_up", "pageup", "scroll_page(-1)", "Page up", "Read back by a page", _Q, display="PgUp"),
    Key("practice.first", "home", "read_from('first')", "Beginning", "Back to the question", _Q, display="Home"),
    Key("practice.last", "end", "read_from('last')", "End", "The end of the answer", _Q, display="End"),
    Key("practice.help", "question_mark,f1", "help", "Help", "All keys on one page", _Q, display="? F1"),
    Key("practice.leave", "escape,q", "leave", "Stop", "Stop; what you practised is noted", _Q, True, "Esc"),
)  # fmt: skip

# Where Textual itself binds a key, the table still has to tell of it.
ALSO: tuple[tuple[str, str, Where], ...] = (
    ("Ctrl+P", "Palette: every action by name", Where.TYPING),
    ("Ctrl+Q", "Quit; everything is saved", Where.TYPING),
    ("Tab Shift+Tab", "Next, previous pane or field", Where.TYPING),
    ("Ctrl+Z Ctrl+Y", "Undo, redo in a text", Where.TYPING),
    ("→", "At the end of a line: take the name that is offered", Where.FORM),
)

_TYPING_ACTIONS = frozenset(
    key.action.split("(")[0].removeprefix("screen.") for key in KEYS if key.where in (_T, _N)
)


def bindings(where: Where) -> list[Binding]:
    """The bindings of one place."""
    return [key.binding for key in KEYS if key.where is where]


def named(key_id: str) -> Key:
    """The key with this id."""
    return next(key for key in KEYS if key.id == key_id)


def text_bindings() -> list[Binding]:
    """The keys that a text shows at the foot of the screen while it is written."""
    shown = ("leave", "letter.copy", "edit.outside", "help.typing")
    return [
        Binding(
            key.keys,
            f"screen.{key.action}",
            key.says,
            key_display=key.display,
            tooltip=key.tip,
            id=f"text.{key.id}",
        )
        for wanted in shown
        for key in KEYS
        if key.id == wanted
    ]


def works_while_typing(action: str) -> bool:
    """Whether an action of the table may be offered while a text is written."""
    return action in _TYPING_ACTIONS


def table() -> list[tuple[str, str, str]]:
    """Every key as people read it: where, the key, what it does."""
    rows = [(key.where, key.label, key.tip) for key in KEYS]
    rows += [(where, label, says) for label, says, where in ALSO]
    order = list(Where)
    return [
        (where.value, label, says)
        for where, label, says in sorted(rows, key=lambda row: order.index(row[0]))
    ]


def readme_table() -> str:
    """The table of keys as the README holds it."""
    rows = [f"| {where} | {_code(label)} | {says} |" for where, label, says in table()]
    return "\n".join(["| where | key | what it does |", "| --- | --- | --- |", *rows])


def _code(label: str) -> str:
    return " ".join(f"`{key}`" for key in label.split())
