"""The checklist on file: what marking a line done, moving it or setting it aside writes.

The lines themselves are derived (`domain.tasks`), so that nobody ticks twice:
marking one done notes the fact that settles it.
"""

from __future__ import annotations

from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import date
from typing import Any

from afterview_tui.domain import dates
from afterview_tui.domain.channel import Channel
from afterview_tui.domain.errors import AfterviewError
from afterview_tui.domain.records import (
    Adjustment,
    Briefing,
    Facts,
    FollowUp,
    Me,
    OwnItem,
    Result,
    Step,
)
from afterview_tui.domain.steps.follow_up import asked_line, lines_to_ask
from afterview_tui.domain.task import Kind, State, Task
from afterview_tui.storage.changes import Change
from afterview_tui.storage.file import File
from afterview_tui.storage.references import References

# The lines of a reference, and the date that settles each.
_BRIEFING = {
    Kind.BRIEF: "briefed_on",
    Kind.THANK_REFERENCE: "thanked_on",
    Kind.TELL_REFERENCE: "told_on",
}


_MORE_THAN_A_TICK = frozenset(
    {
        Kind.LETTER,
        Kind.FOLLOW_UP,
        Kind.OTHER_OFFER,
        Kind.TRIED,
        Kind.QUIET,
        Kind.ANSWER_OFFER,
        Kind.WITHDRAW,
    }
)


class NeedsMore(AfterviewError):
    """This line is settled by more than a tick."""

    title = "One more thing"


class Checklist:
    """The lines of the four steps, as things that are done."""

    def __init__(self, file: File, references: References) -> None:
        self._file = file
        self._references = references

    def mark_done(self, facts: Facts, task: Task, on: date) -> None:
        """Note the fact that settles a line. Raises NeedsMore for letters, tries and offers."""
        if task.kind in _BRIEFING:
            self._note_briefing(facts, task, on)
        elif task.kind is Kind.OWN:
            with self._change(facts, f"did “{task.name}”") as change:
                change.update(OwnItem, task.subject, done_on=on)
        elif task.kind is Kind.RESUME:
            with self._change(facts, "reviewed the résumé") as change:
                self.write_me(replace(self.me(), resume_reviewed_on=on))
        elif task.kind in _MORE_THAN_A_TICK:
            raise NeedsMore(f"“{task.title}” is not settled by a tick.")
        else:
            self._adjust(facts, task, f"ticked “{task.name}”", done_on=on)

    def mark_open(self, facts: Facts, task: Task) -> None:
        """Take back what settles a line, or bring back one that was set aside.

        A line that a rule set aside is due today from then on.
        """
        by_hand = facts.adjustment(task.key)
        sentence = f"brought back “{task.name}”"
        is_settled_by_a_fact = task.kind in _BRIEFING and task.state is State.DONE
        if (by_hand.done_on or by_hand.set_aside_on) and not is_settled_by_a_fact:
            self._adjust(facts, task, sentence, done_on=None, set_aside_on=None, reason="")
        elif task.kind in _BRIEFING and (task.state is State.DONE or _is_not_needed(facts, task)):
            field = _BRIEFING[task.kind]
            with self._change(facts, sentence) as change:
                change.update(Briefing, task.subject, not_needed_on=None, **{field: None})
        elif task.state is State.SET_ASIDE:
            self._adjust(facts, task, sentence, brought_back_on=self._file.now().date())
        elif task.kind is Kind.OWN:
            with self._change(facts, sentence) as change:
                change.update(OwnItem, task.subject, done_on=None)
        elif task.kind is Kind.TRIED:
            tried = next(one for one in facts.follow_ups if one.id == task.subject)
            with self._change(facts, "took back a try") as change:
                change.bin(FollowUp, tried.id, self._file.now())
                self.ask_again(change, facts, tried)
        elif task.kind is Kind.RESUME and facts.me.resume_reviewed_on:
            with self._change(facts, sentence) as change:
                self.write_me(replace(self.me(), resume_reviewed_on=None))
        else:
            raise NeedsMore(f"“{task.name}” is settled by what is on file: {task.note}.")

    def set_aside(self, facts: Facts, task: Task, on: date, reason: str = "") -> None:
        """Set a line aside; an own item goes to the bin, a reference is not needed yet.

        With a reason it is set aside for that reason, whatever it is.
        """
        if task.kind is Kind.BRIEF and facts.adjustment(task.key).brought_back_on:
            reason = reason or "not needed yet"  # what was brought back stays so for every rule
        if task.kind is Kind.BRIEF and not reason:
            with self._change(facts, f"set aside “{task.title}”: not needed yet") as change:
                change.update(Briefing, task.subject, not_needed_on=on)
        elif task.kind is Kind.OWN:
            with self._change(facts, f"deleted “{task.name}”") as change:
                change.bin(OwnItem, task.subject, self._file.now())
        elif task.kind is Kind.TRIED:
            self.mark_open(facts, task)
        else:
            self._adjust(facts, task, f"set aside “{task.name}”", set_aside_on=on, reason=reason)

    def move(self, facts: Facts, task: Task, to: date, today: date) -> None:
        """Move a line to another local date."""
        sentence = f"moved “{task.name}” to {dates.short(to, today)}"
        if task.kind is Kind.OWN:
            with self._change(facts, sentence) as change:
                change.update(OwnItem, task.subject, due=to)
        else:
            self._adjust(facts, task, sentence, moved_to=to)

    def look_later(self, facts: Facts, on: date) -> None:
        """Add the line about looking again whether they look for somebody, on a local date."""
        sentence = f"chose to look again at {facts.interview.employer}"
        with self._change(facts, sentence) as change:
            self._adjusted(
                change, facts, Kind.LOOK_LATER, moved_to=on, done_on=None, set_aside_on=None
            )

    def add(self, facts: Facts, step: Step, text: str, due: date | None = None) -> int:
        """Add a line of the user's own to a step."""
        item = OwnItem(interview_id=facts.interview.id, step=step, text=text, due=due)
        with self._change(facts, f"added “{text}”") as change:
            return change.insert(item)

    def follow_up(
        self,
        facts: Facts,
        result: Result,
        on: date,
        *,
        planned_on: date | None = None,
        person_id: int | None = None,
    ) -> int:
        """Note one try at asking how things stand, with whom, and what it came to."""
        channel = Channel.EMAIL if result is Result.EMAILED else Channel.PHONE
        interview = facts.interview
        new = FollowUp(
            interview_id=interview.id,
            person_id=person_id,
            planned_on=planned_on,
            channel=channel,
            done_on=on,
            result=result,
        )
        with self._change(facts, f"followed up with {interview.employer}: {result}") as change:
            self.asked(change, facts, on)
            return change.insert(new)

    def asked(self, change: Change, facts: Facts, on: date | None) -> None:
        """A try settles the line that asked for it; there is one at a time."""
        if line := asked_line(facts):
            self._adjusted(change, facts, line, done_on=on)

    def ask_again(self, change: Change, facts: Facts, taken_back: FollowUp) -> None:
        """Open the line again that this try settled besides, on its day."""
        for one in facts.adjustments:
            if one.task in lines_to_ask(facts) and one.done_on == taken_back.done_on:
                self._adjusted(change, facts, one.task, done_on=None)

    def say_of_try(self, tried: FollowUp, said: str, promise: date | None) -> None:
        """Note what they said in a try, and the new local date that they promised, if any."""
        with self._file.change("noted what they said", interview_id=tried.interview_id) as change:
            change.write_over(replace(tried, said=said, new_promise=promise), tried)

    def me(self) -> Me:
        """The user, as letters name them."""
        return self._file.one(Me, 1) or Me()

    def write_me(self, me: Me, before: Me | None = None) -> None:
        """Change what letters say about the user, as typed on top of `before`."""
        with self._file.change("changed what letters say about you") as change:
            known = self._file.one(Me, 1)
            if known is None:
                change.insert(me)
            else:
                change.write_over(replace(me, id=1), before or known)

    def _note_briefing(self, facts: Facts, task: Task, on: date) -> None:
        vouching = next(v for v in facts.vouching if v.briefing.id == task.subject)
        self._references.note(vouching, _BRIEFING[task.kind], on)

    def _adjust(self, facts: Facts, task: Task, sentence: str, **fields: Any) -> None:
        with self._change(facts, sentence) as change:
            self._adjusted(change, facts, task.key, **fields)

    def _adjusted(self, change: Change, facts: Facts, key: str, **fields: Any) -> None:
        about = [facts.interview.id, key]
        new = Adjustment(interview_id=facts.interview.id, task=key)
        known = self._file.all(Adjustment, "interview_id = ? AND task = ?", about)
        change.put(replace(known[0] if known else new, **fields))

    def _change(self, facts: Facts, sentence: str) -> AbstractContextManager[Change]:
        return self._file.change(sentence, interview_id=facts.interview.id)


def _is_not_needed(facts: Facts, task: Task) -> bool:
    briefings = (vouching.briefing for vouching in facts.vouching)
    return any(one.id == task.subject and one.not_needed_on for one in briefings)
