"""The sample: a believable job search around any day, so that the program can be tried.

Everything in it is made up. It goes on file as the user would put it there;
what no form has yet goes through the door of changes.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time

from afterview_tui.domain import dates
from afterview_tui.domain.letter import LetterState
from afterview_tui.domain.recipients import thanked
from afterview_tui.domain.records import Asked, Facts, Met, Person, Question, Reference
from afterview_tui.domain.task import Kind, Task
from afterview_tui.domain.tasks import tasks
from afterview_tui.letters.drafting.compose import compose
from afterview_tui.sample import sample_people as people
from afterview_tui.sample.sample_interviews import samples
from afterview_tui.sample.sample_records import Sample, Talk
from afterview_tui.sample.sample_stories import STORIES
from afterview_tui.storage.interviews import Entry
from afterview_tui.storage.references import NOTED
from afterview_tui.storage.store import Store

_PROMPTS = ("well", "improve", "differently", "cared", "unsaid", "why_not", "lessons")


def fill(store: Store, today: date) -> None:
    """Fill a new, empty file with the sample, dated around the local date `today`.

    Each interview is one change, so that undo takes it back whole. Raises NotSaved.
    """

    def day(number: int) -> date:
        return _weekday(today, number)

    store.checklist.write_me(replace(people.ME, resume_reviewed_on=day(-3)))
    _ask(store, people.AMY, Asked.AGREED, day(-60))
    _ask(store, people.TOM, Asked.AGREED, day(-58))
    _ask(store, people.INGRID, Asked.ASKED, day(-6))
    for prepared in STORIES:
        store.stories.add(prepared.story)
    for sample in samples(day):
        with store.file.change(f"added {sample.interview.employer}"):
            _put(store, sample, today)


def _weekday(today: date, number: int) -> date:
    """The weekday that is `number` weekdays after today; before it when negative."""
    step = dates.DAY if number > 0 else -dates.DAY
    day = today
    for _ in range(abs(number)):
        day += step
        while dates.is_weekend(day):
            day += step
    return day


def _put(store: Store, sample: Sample, today: date) -> None:
    """Put one interview on file with all that happened since."""
    now = store.file.now()
    zone = getattr(now.tzinfo, "key", "")
    held = sample.interview.held_on
    entered = now if held >= today else datetime.combine(held, time(18), now.tzinfo)
    met = [talk.person for talk in sample.talks]
    vouching = [person for person, _ in sample.vouching]
    entry = Entry(replace(sample.interview, zone=zone, created_at=entered), met, vouching)
    before = _round_before(store, sample, today)
    if before is not None:
        facts = _facts(store, store.interviews.add_round(before, entry))
    else:
        facts = _facts(store, store.interviews.add(entry))
    _reflect(store, facts, sample)
    for one, talk in zip(facts.met, sample.talks, strict=True):
        _talk(store, facts, one, talk, today)
    _brief(store, facts, sample)
    _follow_up(store, facts, sample)
    for question in sample.questions:
        _question(store, facts, question)
    _tell(store, facts.interview.id, sample)
    _link(store, _facts(store, facts.interview.id))
    _by_hand(store, facts.interview.id, sample, today)


def _round_before(store: Store, sample: Sample, today: date) -> Facts | None:
    every = store.interviews.open_ones(today)
    return next((one for one in every if one.interview.employer == sample.follows), None)


def _facts(store: Store, interview_id: int) -> Facts:
    facts = store.interviews.facts(interview_id)
    if facts is None:
        raise LookupError(interview_id)
    return facts


def _ask(store: Store, person: Person, asked: Asked, on: date) -> None:
    """Put a reference on file, asked on that day."""
    with store.file.change(f"asked {person.shown} to be a reference"):
        own = replace(person, job_title="")
        reference_id = store.people.as_reference(own, relation=person.job_title)
        reference = store.file.one(Reference, reference_id)
        if reference is not None:
            store.references.ask(reference, own, asked, on)


def _talk(store: Store, facts: Facts, met: Met, talk: Talk, today: date) -> None:
    """Note what was said to one person, and write the letter as far as it is."""
    store.interviews.say_about(
        replace(
            met.meeting,
            talked_about=talk.about,
            strength=talk.strength,
            wants_letter=talk.wants_letter,
        )
    )
    if talk.letter is None:
        return
    letter, person = talk.letter, met.person
    facts = _facts(store, facts.interview.id)
    to = next(thanked(one) for one in facts.met if one.person.id == person.id)
    drafted = compose(facts, to, letter.sent_on or today, letter.form)
    shown = replace(
        letter,
        interview_id=facts.interview.id,
        person_id=person.id,
        subject=drafted.subject,
        state=LetterState.DRAFT,
        sent_on=None,
    )
    store.letters.write(shown, person, shown.text, base="")
    if letter.state is LetterState.COPIED:
        store.letters.mark_copied(shown, person)
    elif letter.sent_on is not None:
        store.letters.mark_sent(facts, shown, person, letter.sent_on)


def _brief(store: Store, facts: Facts, sample: Sample) -> None:
    for one, (_, briefing) in zip(facts.vouching, sample.vouching, strict=True):
        store.references.write(
            one,
            facts.interview,
            **{field: getattr(briefing, field) for field in (*NOTED, "to_stress", "fit", "note")},
        )


def _follow_up(store: Store, facts: Facts, sample: Sample) -> None:
    """Note the tries, each with the first person met."""
    for one in sample.tries:
        if one.done_on is None:
            continue
        asked = facts.met[0].person.id
        try_id = store.checklist.follow_up(facts, one.result, one.done_on, person_id=asked)
        noted = replace(one, id=try_id, interview_id=facts.interview.id)
        store.checklist.say_of_try(noted, one.said, one.new_promise)


def _reflect(store: Store, facts: Facts, sample: Sample) -> None:
    reflection = sample.reflection
    for prompt in _PROMPTS:
        if text := getattr(reflection, prompt):
            store.journal.write(facts, prompt, text, base="")
    if reflection.sure is not None and reflection.sure_on is not None:
        store.journal.feel_sure(facts, reflection.sure, reflection.sure_on)
    if sample.felt_later is not None:
        store.journal.feel_sure(facts, *sample.felt_later)


def _tell(store: Store, interview_id: int, sample: Sample) -> None:
    stories = {one.story.name: one.story for one in store.stories.all()}
    for name, landed in sample.told:
        store.stories.tell(stories[name], interview_id, landed)


def _link(store: Store, facts: Facts) -> None:
    """Say which of its questions a story answers."""
    stories = {one.story.name: one.story for one in store.stories.all()}
    for question in facts.questions:
        for prepared in STORIES:
            if question.text in prepared.answers:
                store.stories.link(stories[prepared.story.name], question)


def _question(store: Store, facts: Facts, question: Question) -> None:
    interview_id = facts.interview.id
    number = store.journal.ask(question.text, interview_id, expected=question.expected)
    if question.answer:
        store.journal.answer(replace(question, id=number), question.answer, base="")
    if question.practised_on is not None:
        with store.file.change("practised a question") as change:
            change.update(Question, number, practised_on=question.practised_on, went=question.went)


def _by_hand(store: Store, interview_id: int, sample: Sample, today: date) -> None:
    """Add, tick and move lines as the user would."""
    facts = _facts(store, interview_id)
    if sample.own is not None:
        step, text, due = sample.own
        store.checklist.add(facts, step, text, due)
    if sample.ticked is not None:
        kind, on = sample.ticked
        store.checklist.mark_done(facts, _line(facts, kind, today), on)
    if sample.moved is not None:
        kind, to = sample.moved
        store.checklist.move(facts, _line(facts, kind, today), to, today)


def _line(facts: Facts, kind: Kind, today: date) -> Task:
    return next(task for task in tasks(facts, today) if task.kind is kind)
