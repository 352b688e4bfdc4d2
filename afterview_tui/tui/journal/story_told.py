"""What is asked when a story was told: which one, where, how it landed; and what it answers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from afterview_tui.domain import dates, stories
from afterview_tui.domain.practice import Posed
from afterview_tui.domain.records import Interview
from afterview_tui.domain.stories import Kept
from afterview_tui.domain.story import Landed
from afterview_tui.storage.stories import Stories
from afterview_tui.tui.keys import key
from afterview_tui.tui.kit.choice_dialog import Choose
from afterview_tui.tui.kit.pick_dialog import Candidate, Pick

NEW = 0  # no story on file has this id
_NOT_TOLD = "not told"
_LANDED = (
    ("w", "Well", Landed.WELL.name),
    ("n", "Not so well", Landed.POORLY.name),
    ("c", "I cannot say", Landed.UNSAID.name),
)


def pick_story(every: Sequence[Kept], interview: Interview) -> Pick:
    """Which story was told at this interview: NEW, or the id of one on file.

    Those that the employer had not heard come first.
    """
    employer = interview.employer
    candidates = [
        Candidate(NEW, "A new story"),
        *(_candidate(one, _about(one)) for one in stories.fresh(every, employer)),
        *(_candidate(one, already_told(one, interview)) for one in stories.heard(every, employer)),
    ]
    return Pick(f"A story that you told at {employer}", candidates)


def already_told(kept: Kept, interview: Interview) -> str:
    """`already told here, round 1`; of this very interview how it landed."""
    if (here := kept.at(interview.id)) is not None:
        landed = stories.how_landed(here.telling.landed)
        return ", ".join(filter(None, ["told here", landed]))
    told = stories.told_at(kept, interview.employer)
    return f"already told here, round {told[0].interview.round}" if told else ""


def how_it_landed(kept: Kept, interview: Interview) -> Choose:
    """How a story was taken at an interview; or, where it is noted, that it was not told there."""
    choices = list(_LANDED)
    if kept.at(interview.id) is not None:
        choices.append(("x", "It was not told there", _NOT_TOLD))
    return Choose(f"How did “{kept.name}” land?", choices)


def note(on_file: Stories, kept: Kept, interview: Interview, said: str) -> str:
    """Write what was answered to `how_it_landed`; what to say of it is returned."""
    here = kept.at(interview.id)
    if said == _NOT_TOLD:
        if here is not None:
            on_file.take_back(here.telling)
        return f"Taken back. {key('undo')} notes it again."
    on_file.tell(kept.story, interview.id, Landed[said])
    return "Noted."


def pick_place(kept: Kept, places: Sequence[Interview], today: date) -> Pick:
    """At which interview a story was told."""
    candidates = []
    for one in places:
        day, round_ = dates.short(one.held_on, today), f"round {one.round}" * (one.round > 1)
        told = "told there" if kept.at(one.id) is not None else ""
        about = " · ".join(filter(None, [day, round_, told]))
        candidates.append(Candidate(one.id, one.employer, about))
    return Pick(f"“{kept.name}” was told at", candidates)


def pick_question(kept: Kept, posed: Sequence[Posed]) -> Pick:
    """Which question a story answers: the likeliest first, those that it answers already last."""
    asked_by = {one.question.id: one.employer for one in posed}
    linked = {one.question.id for one in kept.answers}
    likely = stories.likely(kept.story, [one.question for one in posed])
    linked_already = f"linked; {key('open')} takes it off"
    candidates = [
        Candidate(one.id, one.text, linked_already if is_linked else asked_by[one.id])
        for is_linked in (False, True)
        for one in likely
        if (one.id in linked) is is_linked
    ]
    return Pick(f"“{kept.name}” answers", candidates)


def _candidate(kept: Kept, about: str) -> Candidate:
    return Candidate(kept.story.id, kept.name, about)


def _about(kept: Kept) -> str:
    """Where it landed well, or else how often it was told."""
    well = kept.landed_well
    return f"landed well at {well.interview.employer}" if well is not None else stories.often(kept)
