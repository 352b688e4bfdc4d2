"""The table of keys, place by place: what each is called, what it does, what it says.

A key's `action` is a method `action_…` of the widget that its place names; `do('letter.form')`
is a piece of work, which `main/all_work.py` has under this name.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
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
    WRITING_JOURNAL = "Writing in the journal"
    REFLECTIONS = "All reflections"
    FORM = "In a form"
    PEOPLE = "People"
    STORIES = "Stories"
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
    WHY_CALL = "Asking why not, by phone"
    RESUME = "Résumé"
    NUMBERS = "In numbers"
    QUESTIONS = "Questions"


@dataclass(frozen=True, slots=True)
class Key:
    """One key: what it is called, what it does, and where."""

    id: str
    keys: str
    action: str
    says: str
    tip: str
    shown: bool = False
    display: str = ""
    where: Where = Where.MAIN

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


def _at(where: Where, *keys: Key) -> tuple[Key, ...]:
    return tuple(replace(key, where=where) for key in keys)


# Keys that the words of other keys speak of.
UNDO, ENTER, ESC, SPACE = "u", "Enter", "Esc", "Space"
UNDO_TEXT, REDO_TEXT = "Ctrl+Z", "Ctrl+Y"

KEYS: tuple[Key, ...] = (
    *_at(
        Where.TYPING,
        Key("help.typing", "f1", "help", "Help", "All keys on one page", display="F1"),
        Key("pane.interviews.typing", "f2", "pane('interviews')", "Interviews", "Go to the interviews", display="F2"),
        Key("pane.steps.typing", "f3", "pane('steps')", "Steps", "Go to the four steps", display="F3"),
        Key("pane.letter.typing", "f4", "pane('letter')", "Letter", "Go to the letter", display="F4"),
        Key("pane.journal.typing", "f5", "pane('journal')", "Journal", "Go to the journal", display="F5"),
        Key("letter.copy", "ctrl+o", "do('letter.copy')", "Copy letter", "Copy the letter out of the terminal", display="Ctrl+O"),
        Key("edit.outside", "ctrl+g", "do('letter.edit_outside')", "Editor", "Edit the text in $VISUAL or $EDITOR", display="Ctrl+G"),
        Key("save", "ctrl+s", "save_now", "Save", "Save now; it is also saved while you type", display="Ctrl+S"),
        Key("leave", "escape", "leave_field", "Leave", "Leave the field; what you typed is kept", display=ESC),
    ),
    *_at(
        Where.MAIN,
        Key("interview.new", "n", "do('interview.new')", "New", "A new interview", True),
        Key("today", "t", "today", "Today", "Every open task by its day, or back to the list", True),
        Key("outcome", "o", "do('interview.outcome')", "Outcome", "Note how this interview ended"),
        Key("promise", "p", "do('interview.promise')", "They decide by", "Note the day by which they decide"),
        Key("history", "h", "do('interview.history')", "History", "What happened to this interview, and when"),
        Key("people", "b", "do('people.open')", "People", "The address book: everyone met, every reference"),
        Key("resume", "R", "do('resume.open')", "Résumé", "When it was reviewed, and what your interviews suggest"),
        Key("numbers", "i", "do('numbers.open')", "In numbers", "Three numbers, each with what follows from it"),
        Key("bin", "x", "do('bin.open')", "Bin", f"What was deleted; {ENTER} brings it back"),
        Key("copy", "y", "copy", "Copy", "Copy the letter, brief, call sheet or questions you are at", True),
        Key("undo", UNDO, "step('back')", "Undo", "Take back the last change, in any pane", True),
        Key("redo", "U", "step('on')", "Redo", "Do again what was undone"),
        Key("recipient.before", "[", "recipient(-1)", "Recipient before", "The letter to the person before", display="["),
        Key("recipient.next", "]", "recipient(1)", "Next recipient", "The letter to the next person", display="]"),
        Key("zoom", "z", "zoom", "Zoom", "Give the pane the whole screen, or back"),
        Key("pane.interviews", "1", "pane('interviews')", "Interviews", "Go to the interviews"),
        Key("pane.steps", "2", "pane('steps')", "Steps", "Go to the four steps"),
        Key("pane.letter", "3", "pane('letter')", "Letter", "Go to the letter"),
        Key("pane.journal", "4", "pane('journal')", "Journal", "Go to the journal"),
        Key("me", "m", "do('people.me')", "About you", "Your name and how to reach you, for the foot of a letter"),
        Key("help", "question_mark", "help", "Help", "All keys on one page", True, "?"),
        Key("quit", "q", "app.quit", "Quit", "Quit; everything is saved"),
    ),
    *_at(
        Where.LIST,
        Key("move.down", "j,down", "cursor_down", "Down", "The next line", display="j ↓"),
        Key("move.up", "k,up", "cursor_up", "Up", "The line before", display="k ↑"),
        Key("move.first", "g,home", "first", "First", "The first line", display="g Home"),
        Key("move.last", "G,end", "last", "Last", "The last line", display="G End"),
        Key("move.page_down", "pagedown", "page_down", "Page down", "A page down", display="PgDn"),
        Key("move.page_up", "pageup", "page_up", "Page up", "A page up", display="PgUp"),
        Key("open", "enter", "select", "Open", "Open the line, or act on it", True, ENTER),
    ),
    *_at(
        Where.INTERVIEWS,
        Key("interview.edit", "e", "edit", "Edit", "Change this interview and who was there", True),
        Key("interview.round", "r", "next_round", "Round", "Enter the next round; the people come along", True),
        Key("interview.prepare", "P", "prepare", "Prepare", "One page to prepare from, for the next interview here", True),
        Key("interview.bin", "d", "bin", "Delete", f"Delete this interview; {UNDO} brings it back"),
        Key("interview.sort", "s", "screen.do('interview.sort')", "Sort", "Sort by need, by date, by employer"),
        Key("interview.filter", "/", "filter", "Find", f"List only those with these words; {ESC} lists all", True, "/"),
    ),
    *_at(
        Where.STEPS,
        Key("step.done", "space", "done", "Done", "Done, or not done after all", True, SPACE),
        Key("step.add", "a", "add", "Add", "Add a line to this step", True),
        Key("step.aside", "d", "set_aside", "Set aside", f"Set this line aside; {SPACE} brings it back", True),
        Key("step.reason", "D", "reason", "Set aside: why", "Set this line aside and say why"),
        Key("step.earlier", "<", "move(-1)", "A day earlier", "Due a day earlier", display="<"),
        Key("step.later", ">", "move(1)", "A day later", "Due a day later", display=">"),
        Key("step.week", "w", "move(7)", "A week later", "Due a week later"),
        Key("step.date", "e", "date", "Set the date", "Due on a date in your words"),
    ),
    *_at(
        Where.LETTER,
        Key("letter.write", "enter", "write", "Write", "Write in the letter", True, ENTER),
        Key("letter.facts", "e", "screen.do('letter.talk')", "Talk", "What you two talked about, and what to stress", True),
        Key("letter.sent", "space", "screen.do('letter.sent')", "Sent", "Mark it sent, or not sent after all", True, SPACE),
        Key("letter.send", "s", "screen.do('letter.send')", "Send", "Get the letter out: mail program, print, text file", True),
        Key("letter.another", "l", "screen.do('letter.another')", "Another letter", "Follow up, correct, accept, thank a reference, ask why not"),
        Key("letter.form", "f", "screen.do('letter.form')", "Form", "E-mail, card by hand, typed letter"),
        Key("letter.checks", "c,f7", "screen.do('letter.findings')", "Check", "What to look at: names, gaps, spelling, length", True, "c"),
        Key("letter.versions", "v", "screen.do('letter.versions')", "Versions", "Earlier versions: read, compare, bring back"),
        Key("letter.reword", "w", "screen.do('letter.reword')", "Reword", "Draft the whole letter in other words"),
        Key("letter.pick_template", "W", "screen.do('letter.pick_template')", "In a template", "Draft it in a template of yours, or in ours"),
        Key("letter.templates", "T", "screen.do('letter.templates')", "Templates", "Templates of letters: yours and ours"),
        Key("letter.subject", "S", "screen.do('letter.subject')", "Subject", "The subject of the e-mail"),
        Key("letter.sent_details", "D", "screen.do('letter.sent_details')", "Sent: when, how", "When and how it was sent"),
        Key("letter.anew", "d", "screen.do('letter.begin_anew')", "Back to the draft", "Back to the draft; your text is kept as an earlier version"),
        Key("letter.undo", "ctrl+z", "undo_text(-1)", "Undo in the text", "Take back the last edit of the text", display=UNDO_TEXT),
        Key("letter.redo", "ctrl+y", "undo_text(1)", "Redo in the text", "Do the edit of the text again", display=REDO_TEXT),
        Key("letter.down", "j,down", "scroll_text(1)", "Down", "Read on", display="j ↓"),
        Key("letter.up", "k,up", "scroll_text(-1)", "Up", "Read back", display="k ↑"),
        Key("letter.page_down", "pagedown", "scroll_page(1)", "Page down", "Read on by a page", display="PgDn"),
        Key("letter.page_up", "pageup", "scroll_page(-1)", "Page up", "Read back by a page", display="PgUp"),
        Key("letter.first", "g,home", "read_from('first')", "Beginning", "The beginning of the letter", display="g Home"),
        Key("letter.last", "G,end", "read_from('last')", "End", "The end of the letter", display="G End"),
    ),
    *_at(
        Where.WRITING,
        Key("writing.gap", "tab", "gap(1)", "Next gap", "The next gap; without one, out of the letter", True, "Tab"),
        Key("writing.gap_before", "shift+tab", "gap(-1)", "Gap before", "The gap before; without one, out of the letter", display="Shift+Tab"),
        Key("writing.checks", "f7", "screen.do('letter.findings')", "Check", "What to look at: names, gaps, spelling, length", True, "F7"),
        Key("writing.reword", "f8", "screen.do('letter.reword_paragraph')", "Reword", f"This paragraph in other words; {UNDO_TEXT} takes it back", True, "F8"),
    ),
    *_at(
        Where.JOURNAL,
        Key("journal.add", "a", "screen.do('journal.question')", "Question", "Note a question; the answer can wait", True),
        Key("journal.reword", "e", "reword", "Edit", "Change a question: its words, expected or not, its themes"),
        Key("journal.bin", "d", "bin", "Delete", f"Delete the question, or take the story back; {UNDO} undoes it"),
        Key("journal.practise", "P", "screen.do('journal.practise')", "Practise", "Practise the questions of all interviews, one at a time", True),
        Key("journal.tell", "s", "screen.do('journal.tell')", "Story", "Note a story that you told here, and how it landed", True),
        Key("journal.questions", "Q", "screen.do('journal.questions')", "Questions", "Every question on file: its answer, and where it was asked"),
        Key("journal.stories", "S", "screen.do('journal.stories')", "Stories", "All stories: where they were told, what they answer"),
        Key("journal.reflections", "v", "screen.do('journal.reflections')", "Reflections", "What you noted at all interviews, by prompt"),
        Key("journal.versions", "V", "screen.do('journal.versions')", "Versions", "Earlier texts of this prompt or answer, to bring back"),
    ),
    *_at(
        Where.WRITING_JOURNAL,
        Key("journal.next", "tab", "turn(1)", "Next prompt", "The next prompt; after the last, out to the list", True, "Tab"),
        Key("journal.before", "shift+tab", "turn(-1)", "Prompt before", "The prompt before; from the first, out to the list", display="Shift+Tab"),
    ),
    *_at(
        Where.REFLECTIONS,
        Key("reflections.next", "l,right", "turn(1)", "Next prompt", "The next prompt", True, "l →"),
        Key("reflections.before", "h,left", "turn(-1)", "Before", "The prompt before", True, "h ←"),
        Key("reflections.find", "slash", "find", "Filter", "Show only what has these words", True, "/"),
        Key("reflections.copy", "y", "copy", "Copy", "Copy what is shown", True),
        Key("reflections.markdown", "Y", "copy('markdown')", "As Markdown", "Copy what is shown as Markdown"),
        Key("reflections.help", "question_mark,f1", "help", "Help", "All keys on one page", True, "?"),
        Key("reflections.back", "escape,q", "back", "Back", "Out of the filter; back to the journal", True, ESC),
    ),
    *_at(
        Where.FORM,
        Key("form.save", "ctrl+s", "save", "Save", "Put it on file", True, "Ctrl+S"),
        Key("form.again", "ctrl+r", "again", "Start over", "Put the fields back to what is on file", display="Ctrl+R"),
        Key("form.later", "escape", "later", "Later", "Close; what you typed is kept for next time", True, ESC),
    ),
    *_at(
        Where.PEOPLE,
        Key("people.edit", "e", "edit", "Edit", "Change this person, wherever they appear"),
        Key("people.add", "a", "add", "Add", "Add a person: the front desk, a recruiter", True),
        Key("people.merge", "m", "merge", "Merge", "Make one person of two", True),
        Key("people.bin", "d", "bin", "Delete", f"Delete a person nobody met; {UNDO} brings them back"),
        Key("people.find", "slash", "find", "Filter", "Show only the people with these words", True, "/"),
        Key("people.open", "o", "open_interview", "Interview", "Go to the newest interview of this person", True),
        Key("people.copy", "y", "copy", "Copy", "Copy the card of this person"),
        Key("people.undo", UNDO, "step('back')", "Undo", "Take back the last change", True),
        Key("people.redo", "U", "step('on')", "Redo", "Do again what was undone"),
        Key("people.help", "question_mark,f1", "help", "Help", "All keys on one page", True, "?"),
        Key("people.back", "escape,q", "back", "Back", "Out of the filter; back to the interviews", True, ESC),
    ),
    *_at(
        Where.STORIES,
        Key("story.edit", "e", "edit", "Edit", f"Change this story; {ENTER} does the same"),
        Key("story.add", "a", "add", "Add", "Put a new story on file", True),
        Key("story.tell", "t", "tell", "Told", "Note where it was told and how it landed, or take that back", True),
        Key("story.link", "l", "link", "Question", "Link a question that it answers, or take the link off", True),
        Key("story.bin", "d", "bin", "Delete", f"Delete this story; {UNDO} brings it back"),
        Key("story.find", "slash", "find", "Filter", "Show only the stories with these words", True, "/"),
        Key("story.copy", "y", "copy", "Copy", "Copy this story as a text to speak from", True),
        Key("story.undo", UNDO, "step('back')", "Undo", "Take back the last change", True),
        Key("story.redo", "U", "step('on')", "Redo", "Do again what was undone"),
        Key("story.help", "question_mark,f1", "help", "Help", "All keys on one page", True, "?"),
        Key("story.back", "escape,q", "back", "Back", "Out of the filter; back to the journal", True, ESC),
    ),
    *_at(
        Where.TEMPLATES,
        Key("template.edit", "e", "edit", "Edit", f"Write in the template; {ENTER} does the same"),
        Key("template.add", "a", "add", "Add", "Add a template with a name, to choose for some letters", True),
        Key("template.rename", "r", "rename", "Rename", "Give a template that you added another name"),
        Key("template.remove", "d", "remove", "Ours again", f"Back to ours, or delete a named one; {UNDO} undoes it", True),
        Key("template.copy", "y", "copy", "Copy", "Copy the template"),
        Key("template.undo", UNDO, "step('back')", "Undo", "Take back the last change", True),
        Key("template.redo", "U", "step('on')", "Redo", "Do again what was undone"),
        Key("template.help", "question_mark,f1", "help", "Help", "Every name, what a template can do, the keys", True, "?"),
        Key("template.save", "ctrl+s", "save_now", "Save", "Save now; it is also saved while you type", display="Ctrl+S"),
        Key("template.back", "escape,q", "back", "Back", "Back to the list; back to the letter", True, ESC),
    ),
    *_at(
        Where.REFERENCE,
        Key("reference.asked", "a", "ask('asked')", "asked", "You asked them to vouch for you"),
        Key("reference.agreed", "g", "ask('agreed')", "said yes", "They said yes"),
        Key("reference.declined", "x", "ask('declined')", "declined", "They would rather not"),
        Key("reference.briefed", "b", "note('briefed_on')", "briefed", "You briefed them"),
        Key("reference.not_needed", "n", "note('not_needed_on')", "not needed yet", "No brief is needed yet"),
        Key("reference.called", "c", "note('called_on')", "the employer called", "The employer called them"),
        Key("reference.thanked", "t", "note('thanked_on')", "thanked", "You thanked them"),
        Key("reference.told", "o", "note('told_on')", "told the outcome", "You told them how it ended"),
        Key("reference.notes", "e", "notes", "Note, dates", "The note on them, and the dates in your words", True),
        Key("reference.undo", UNDO, "undo", "Undo", "Take back the last change", True),
    ),
    *_at(
        Where.CALL_SHEET,
        Key("call.reached", "r", "answer('reached')", "reached", "You reached them"),
        Key("call.voicemail", "v", "answer('voicemail')", "voicemail", "You left a voicemail"),
        Key("call.gatekeeper", "f", "answer('gatekeeper')", "front desk", "You spoke to the front desk"),
        Key("call.no_answer", "n", "answer('no_answer')", "no answer", "Nobody answered"),
        Key("call.emailed", "e", "answer('emailed')", "e-mailed", "You sent an e-mail instead"),
        Key("call.missed", "m", "missed", "they missed an agreed call", "They did not call at the agreed time"),
        Key("call.note", "w", "note", "write a note instead", "Draft a follow-up note to this person"),
        Key("call.before", "[", "ask_for(-1)", "Before", "Ask for the person before", display="["),
        Key("call.next", "]", "ask_for(1)", "Next person", "Ask for the next person", True, "]"),
        Key("call.print", "p", "print", "Print", "Write the call sheet to a file to print", True),
    ),
    *_at(
        Where.PREPARATION,
        Key("preparation.print", "p", "print", "To a file", "Write the sheet to a Markdown file, ready to print", True),
    ),
    *_at(
        Where.READING,
        Key("reading.copy", "y", "copy", "Copy", "Copy the page", True),
        Key("reading.down", "j,down", "scroll_text(1)", "Down", "Read on", display="j ↓"),
        Key("reading.up", "k,up", "scroll_text(-1)", "Up", "Read back", display="k ↑"),
        Key("reading.page_down", "pagedown,space", "scroll_page(1)", "Page down", "Read on by a page", display="PgDn Space"),
        Key("reading.page_up", "pageup", "scroll_page(-1)", "Page up", "Read back by a page", display="PgUp"),
        Key("reading.first", "g,home", "read_from('first')", "Beginning", "The beginning of the page", display="g Home"),
        Key("reading.last", "G,end", "read_from('last')", "End", "The end of the page", display="G End"),
        Key("reading.help", "question_mark,f1", "help", "Help", "All keys on one page; again closes it", display="? F1"),
        Key("reading.close", "escape,q", "close", "Close", "Close the page", True, ESC),
    ),
    *_at(
        Where.BIN,
        Key("bin.undo", UNDO, "undo", "Undo", "Take back the last change", True),
        Key("bin.close", "escape,q", "close", "Close", "Close the list of what was deleted", True, ESC),
    ),
    *_at(
        Where.VERSIONS,
        Key("versions.bring_back", "enter,b", "bring_back", "Bring back", "Put this version back into the letter", True, "Enter b"),
        Key("versions.compare", "c", "compare", "Compare", "Compare with the letter as it stands, or read the text", True),
        Key("versions.on", "space", "scroll_page(1)", "On", "Read on by a page", True, SPACE),
        Key("versions.back", "backspace", "scroll_page(-1)", "Back", "Read back by a page", display="Backspace"),
        Key("versions.copy", "y", "copy", "Copy", "Copy this version", True),
        Key("versions.close", "escape,q", "close", "Close", "Close the earlier versions", True, ESC),
    ),
    *_at(
        Where.BY_HAND,
        Key("hand.on", "space,enter", "move(1)", "On", "On to the next line", True, "Space Enter"),
        Key("hand.back", "backspace", "move(-1)", "Back", "Back to the line before", True, "Backspace"),
        Key("hand.down", "j,down", "move(1)", "Down", "The next line", display="j ↓"),
        Key("hand.up", "k,up", "move(-1)", "Up", "The line before", display="k ↑"),
        Key("hand.page_down", "pagedown", "move_page(1)", "Page down", "On by a page", display="PgDn"),
        Key("hand.page_up", "pageup", "move_page(-1)", "Page up", "Back by a page", display="PgUp"),
        Key("hand.first", "g,home", "move_to('first')", "First", "The first line", display="g Home"),
        Key("hand.last", "G,end", "move_to('last')", "Last", "The last line", display="G End"),
        Key("hand.envelope", "a", "envelope", "Envelope", "The address for the envelope, or back to the letter", True),
        Key("hand.posted", "p", "posted", "Posted", "It is written and posted: mark the letter sent", True),
        Key("hand.help", "question_mark,f1", "help", "Help", "All keys on one page", display="? F1"),
        Key("hand.leave", "escape,q", "leave", "Leave", "From the envelope to the letter, from the letter out of it", True, ESC),
    ),
    *_at(
        Where.FINDINGS,
        Key("findings.fix", "f", "fix", "Fix", "Put what is offered in its place", True),
        Key("findings.ignore", "i", "ignore", "Ignore", "Say no more of it in this letter", True),
        Key("findings.word", "a", "add_word", "My words", "Know this word from now on", True),
        Key("findings.close", "escape,q", "close", "Back", "Back to the letter", True, ESC),
    ),
    *_at(
        Where.PRACTICE,
        Key("practice.on", "space,enter", "go_on", "On", "Show the prepared answer; read on in it", True, "Space Enter"),
        Key("practice.again", "1,a", "went('again')", "Again", "It did not go well: it comes once more", display="1 a"),
        Key("practice.shaky", "2,s", "went('shaky')", "Shaky", "It went, but not smoothly", display="2 s"),
        Key("practice.good", "3,g", "went('good')", "Good", "It went well: it rests for a week", display="3 g"),
        Key("practice.skip", "n", "skip", "Skip", "Leave this question for another time", True),
        Key("practice.answer", "e", "write_answer", "Answer", "Write the answer, or change it", True),
        Key("practice.undo", UNDO, "undo", "Undo", "Take back the last step, and go back to its question", True),
        Key("practice.down", "j,down", "scroll_text(1)", "Down", "Read on", display="j ↓"),
        Key("practice.up", "k,up", "scroll_text(-1)", "Up", "Read back", display="k ↑"),
        Key("practice.page_down", "pagedown", "scroll_page(1)", "Page down", "Read on by a page", display="PgDn"),
        Key("practice.page_up", "pageup", "scroll_page(-1)", "Page up", "Read back by a page", display="PgUp"),
        Key("practice.first", "home", "read_from('first')", "Beginning", "Back to the question", display="Home"),
        Key("practice.last", "end", "read_from('last')", "End", "The end of the answer", display="End"),
        Key("practice.help", "question_mark,f1", "help", "Help", "All keys on one page", True, "?"),
        Key("practice.leave", "escape,q", "leave", "Stop", "Stop; what you practised is noted", True, ESC),
    ),
    *_at(
        Where.WHY_CALL,
        Key("why.asked", "a", "answer('asked')", "asked", "You asked; their answer may come, or not"),
        Key("why.told", "n", "answer('told')", "they told me", "You asked, and note what they said"),
        Key("why.letter", "l", "answer('letter')", "a letter instead", "Write the short letter to this person"),
        Key("why.before", "[", "ask_for(-1)", "Before", "Ask for the person before", display="["),
        Key("why.next", "]", "ask_for(1)", "Next person", "Ask for the next person", True, "]"),
        Key("why.print", "p", "print", "Print", "Write the page to a file to print", True),
    ),
    *_at(
        Where.RESUME,
        Key("resume.reviewed", "r", "reviewed", "Reviewed today", "Note that you reviewed it today, and what changed", True),
        Key("resume.edit", "e", "edit", "Edit notes", "Change the notes on what changed", True),
        Key("resume.undo", UNDO, "step('back')", "Undo", "Take back the last change", True),
        Key("resume.redo", "U", "step('on')", "Redo", "Do again what was undone"),
    ),
    *_at(
        Where.NUMBERS,
        Key("numbers.print", "p", "print", "To a file", "Write the sentences to a text file", True),
    ),
    *_at(
        Where.QUESTIONS,
        Key("questions.answer", "enter", "answer", "Answer", "Write the answer to this question", display=ENTER),
        Key("questions.edit", "e", "edit", "Edit", "Change its words, whether it was expected, its themes", True),
        Key("questions.add", "a", "add", "Add", "Add a question that nobody has asked yet", True),
        Key("questions.link", "l", "link", "Story", "Link a story that answers it, or take the link off", True),
        Key("questions.practise", "P", "practise", "Practise", "Practise the questions of all interviews, one at a time", True),
        Key("questions.bin", "d", "bin", "Delete", f"Delete this question everywhere; {UNDO} brings it back"),
        Key("questions.find", "slash", "find", "Filter", "Show only the questions with these words", True, "/"),
        Key("questions.copy", "y", "copy", "Copy", "Copy this question with its answer"),
        Key("questions.undo", UNDO, "step('back')", "Undo", "Take back the last change", True),
        Key("questions.redo", "U", "step('on')", "Redo", "Do again what was undone"),
        Key("questions.help", "question_mark,f1", "help", "Help", "All keys on one page", True, "?"),
        Key("questions.back", "escape,q", "back", "Back", "Out of the filter; back to the journal", True, ESC),
    ),
)  # fmt: skip

# Keys that Textual itself binds: the table still has to tell of them.
ALSO: tuple[Key, ...] = (
    *_at(
        Where.TYPING,
        Key("palette", "ctrl+p", "app.command_palette", "Palette", "Palette: every action by name", display="Ctrl+P"),
        Key("quit.anywhere", "ctrl+q", "app.quit", "Quit", "Quit; everything is saved", display="Ctrl+Q"),
        Key("field.next", "tab,shift+tab", "app.focus_next", "Next", "Next, previous pane or field", display="Tab Shift+Tab"),
        Key("text.undo", "ctrl+z,ctrl+y", "undo", "Undo", "Undo, redo in a text", display=f"{UNDO_TEXT} {REDO_TEXT}"),
    ),
    *_at(
        Where.FORM,
        Key("form.take", "right", "cursor_right", "Take", "At the end of a line: take the name that is offered", display="→"),
    ),
)  # fmt: skip

# Keys that are no news, or that their dialog names in its frame: the table is silent of them.
UNTOLD: tuple[Key, ...] = (
    Key("form.enter", "enter", "submit", "On", "", display=ENTER),
    Key("choose.back", "escape", "dismiss(None)", "Back", "Close without choosing", True, ESC),
    Key("pick.back", "escape", "dismiss(None)", "Back", "Close without picking", True, ESC),
    Key("filter.done", "enter,tab", "submit", "To the list", "", True, ENTER),
    Key("filter.leave", "escape", "screen.leave_field", "All", "", True, ESC),
)
