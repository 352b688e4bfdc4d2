"""The tabs of the shelf, each from its room, in their order."""

from __future__ import annotations

from afterview_tui.tui.desk import Desk
from afterview_tui.tui.front import Front
from afterview_tui.tui.interviews.bin_tab import BinTab
from afterview_tui.tui.journal.journal_work import JournalWork
from afterview_tui.tui.journal.questions_tab import QuestionsTab
from afterview_tui.tui.journal.reflections_tab import ReflectionsTab
from afterview_tui.tui.journal.stories_tab import StoriesTab
from afterview_tui.tui.kit.shelf_tab import AnyTab
from afterview_tui.tui.letter.letter_work import LetterWork
from afterview_tui.tui.letter.templates_tab import TemplatesTab
from afterview_tui.tui.people.people_tab import PeopleTab
from afterview_tui.tui.steps.numbers_tab import NumbersTab
from afterview_tui.tui.steps.resume_tab import ResumeTab


def tabs_of(desk: Desk, front: Front, letters: LetterWork, journal: JournalWork) -> list[AnyTab]:
    """All of them; what they have in common with the panes they ask of the work there."""
    store = desk.store
    return [
        PeopleTab(desk, front),
        QuestionsTab(store),
        StoriesTab(desk),
        ReflectionsTab(desk, front, journal),
        TemplatesTab(letters),
        ResumeTab(desk, front),
        NumbersTab(store),
        BinTab(store),
    ]
