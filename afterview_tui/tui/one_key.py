"""What a key is, and where it works."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from textual.binding import Binding

from afterview_tui.tui.verbs import Verb


class Where(StrEnum):
    """Where a key works."""

    ANYWHERE = "Anywhere, in dialogs too"
    TYPING = "In the main screen, also while typing"
    MAIN = "In the main screen"
    WELCOME = "An empty file"
    LIST = "In a list"
    SEARCH = "Searching"
    INTERVIEWS = "Interviews"
    NEWS = "News"
    STEPS = "Four steps, Today"
    LETTER = "Letter"
    WRITING = "Writing a letter"
    JOURNAL = "Journal"
    WRITING_JOURNAL = "Writing in the journal"
    REFLECTIONS = "Reflections"
    FORM = "In a form"
    SHELF = "The shelf"
    PEOPLE = "People"
    STORIES = "Stories"
    TEMPLATES = "Templates"
    LINES = "Lines below a page"
    REFERENCE = "A reference"
    CALL_SHEET = "Call sheet"
    PREPARATION = "Preparation sheet"
    READING = "Reading a page"
    BIN = "Bin"
    VERSIONS = "Earlier versions"
    BY_HAND = "Copying out by hand"
    FINDINGS = "What to look at"
    PRACTICE = "Practising questions"
    WHY_CALL = "Asking why not, by phone"
    RESUME = "Résumé"
    NUMBERS = "Numbers"
    QUESTIONS = "Questions"


# The tabs of the shelf, as it has them.
TABS = (
    Where.PEOPLE,
    Where.QUESTIONS,
    Where.STORIES,
    Where.REFLECTIONS,
    Where.TEMPLATES,
    Where.RESUME,
    Where.NUMBERS,
    Where.BIN,
)
# By the names that the rows have which open them.
TABS_BY_NAME = {f"shelf.{where.name.lower()}": where for where in TABS}


@dataclass(frozen=True, slots=True)
class Key:
    """What a key does in one place, and what it is called there.

    `verb` names its verb, or several with commas between; "" is what has no key, and is found in
    the list of what can be done. `keys` and `display` are those of the verbs.
    """

    id: str
    verb: str
    action: str
    says: str
    tip: str
    shown: bool = False
    where: Where = Where.MAIN
    keys: str = ""
    display: str = ""

    def with_keys_of(self, verbs: Iterable[Verb]) -> Key:
        """The same with the keys that its verbs have."""
        verbs = tuple(verbs)
        keys = ",".join(verb.keys for verb in verbs)
        return replace(self, keys=keys, display=" ".join(verb.label for verb in verbs))

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
        return self.display
