"""What was noted after every interview, prompt by prompt: the same thing beside itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from afterview_tui.domain import searching
from afterview_tui.domain.looking_back import EVERYTHING, TOPICS, Looked, Noted, looked_at
from afterview_tui.domain.person_card import Part
from afterview_tui.domain.text import clean_line
from afterview_tui.pages.reflections_page import reflections_page
from afterview_tui.tui.desk import Desk
from afterview_tui.tui.front import Front
from afterview_tui.tui.journal.journal_work import JournalWork
from afterview_tui.tui.keys import Where, key
from afterview_tui.tui.kit.card import MOST_PARTS
from afterview_tui.tui.kit.shelf_tab import InTab, Tab

_BESIDE = MOST_PARTS - 2  # notes on a card, between the prompt and how many more there are


@dataclass(frozen=True, slots=True)
class Reflection:
    """What was noted under one prompt after one interview, and after `every` other one."""

    looked: Looked
    noted: Noted
    every: tuple[Looked, ...]

    @property
    def place(self) -> tuple[int, str]:
        """The interview, and the line of its journal."""
        return self.looked.interview.id, self.noted.prompt


class ReflectionsTab(Tab[Reflection]):
    """Each note under its prompt, the newest first, and the way to the journal it stands in."""

    where = Where.REFLECTIONS
    one, many = "reflection", "reflections"
    no_match = "Nothing that is noted has these words"

    def __init__(self, desk: Desk, front: Front, journal: JournalWork) -> None:
        super().__init__(desk.store)
        self._front = front
        self._journal = journal
        self.verbs = {"open": self.go_there, "copy": self.copy, "send": self.copy_as_markdown}

    def nothing(self) -> Part:
        """Said while nothing is noted."""
        return Part(
            "Nothing is noted yet",
            (
                "What you write in the journal of an interview is found here,",
                "beside what you wrote after the others.",
                f"{key('pane.journal')} leads there.",
            ),
        )

    def load(self) -> Sequence[Reflection]:
        """Every note, prompt by prompt."""
        reflected = self.store.journal.reflections()
        found: list[Reflection] = []
        for topic in TOPICS:
            if topic != EVERYTHING:
                every = tuple(looked_at(reflected, topic, self.today))
                found += [Reflection(one, one.noted[0], every) for one in every]
        return found

    def words(self, one: Reflection) -> str:
        """The note, and what tells its interview from others."""
        return searching.searched(*one.looked.heading(self.today), one.noted.text)

    def line(self, one: Reflection) -> InTab:
        """The first words of the note, and its interview, under the prompt."""
        number, prompt = one.place
        employer, _ = one.looked.heading(self.today)
        first = next(iter(one.noted.text.strip().splitlines()), "")
        return InTab(f"{number}/{prompt}", clean_line(first), employer, one.noted.name)

    def parts(self, one: Reflection) -> Sequence[Part]:
        """The note, and below it what was noted under the same prompt after other interviews."""
        others = [other for other in one.every if other is not one.looked]
        shown = [self._part(each) for each in (one.looked, *others)[:_BESIDE]]
        more = len(others) + 1 - len(shown)
        rest = Part(f"and {more} more", (f"{key('reflections.copy')} copies all",))
        return [Part(one.noted.name, ()), *shown, *[rest][:more]]

    def _part(self, one: Looked) -> Part:
        heading = " · ".join(filter(None, one.heading(self.today)))
        return Part(heading, tuple(one.noted[0].text.strip().splitlines()))

    def go_there(self, one: Reflection) -> None:
        """Leave for the journal of its interview, at its prompt."""
        number, prompt = one.place

        def go() -> None:
            self._journal.pane.leave()  # what is shown there may be another interview's next
            self._front.reveal(number)
            self._front.go_to("journal")
            self._journal.pane.go_to(prompt)

        self.screen.leave(go)

    def copy(self, one: Reflection) -> None:
        """Copy what was noted under this prompt after all interviews, as far as it is shown."""
        self._copy(one, is_markdown=False)

    def copy_as_markdown(self, one: Reflection) -> None:
        """The same in Markdown."""
        self._copy(one, is_markdown=True)

    def _copy(self, one: Reflection, *, is_markdown: bool) -> None:
        said, topic = self.said, one.noted.prompt
        looked = looked_at(self.store.journal.reflections(), topic, self.today, said)
        page = reflections_page(looked, topic, self.today, said)
        text = page.markdown() if is_markdown else page.text()
        self.afterview.copy_text(text, f"{self.today} {TOPICS[topic]}")
