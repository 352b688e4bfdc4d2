"""All that is on file about one interview, as plain text and as Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from afterview_tui.domain import dates, names, reflecting
from afterview_tui.domain.agenda import Case, Group
from afterview_tui.domain.columns import broken
from afterview_tui.domain.letter import Letter, LetterState
from afterview_tui.domain.letter_kinds import about
from afterview_tui.domain.news import now
from afterview_tui.domain.records import Facts, Felt, Interview, Step
from afterview_tui.domain.steps.follow_up import promise
from afterview_tui.domain.task import State, Task
from afterview_tui.domain.text import lines as lines_of
from afterview_tui.domain.timeline import timeline
from afterview_tui.pages.markdown import escaped
from afterview_tui.pages.page_lines import WIDTH, introduced, labelled

_STATES = {State.OPEN: "to do", State.DONE: "done", State.SET_ASIDE: "set aside"}


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the page: a heading, labelled facts, things on a list, and whole texts."""

    heading: str
    rows: tuple[tuple[str, str], ...] = ()
    items: tuple[str, ...] = ()
    texts: tuple[tuple[str, str], ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing in it."""
        return not (self.rows or self.items or self.texts)


@dataclass(frozen=True, slots=True)
class InterviewPage:
    """What stands on the page of an interview, whatever it is written as."""

    title: str
    parts: tuple[Part, ...]

    def text(self, width: int = WIDTH) -> str:
        """As plain text, no line wider than `width` unless it is a single word."""
        blocks = ["\n".join(broken(self.title, width))]
        for part in self.parts:
            lines = [part.heading] if part.heading else []
            lines += labelled(part.rows, width)
            for item in part.items:
                first, *others = broken(item, width - 4) or [""]
                lines += [f"  {first}", *(f"    {one}" for one in others)]
            for label, text in part.texts:
                lines.append(f"  {label}:")
                lines += [
                    f"    {one}" for line in lines_of(text) for one in broken(line, width - 4)
                ]
            blocks.append("\n".join(lines))
        return "\n\n".join(blocks)

    def markdown(self, level: int = 1) -> str:
        """As Markdown, its title a heading of this level."""
        blocks = [f"{'#' * level} {escaped(self.title)}"]
        for part in self.parts:
            if part.heading:
                blocks.append(f"{'#' * (level + 1)} {escaped(part.heading)}")
            if part.rows:
                rows = (f"- **{label}:** {_in_a_line(text)}" for label, text in part.rows)
                blocks.append("\n".join(rows))
            if part.items:
                blocks.append("\n".join(f"- {escaped(item)}" for item in part.items))
            for label, text in part.texts:
                blocks.append(f"{'#' * (level + 2)} {escaped(label)}")
                blocks.append(quoted(text))
        return "\n\n".join(blocks)


def quoted(text: str) -> str:
    """A text of somebody's as Markdown: its paragraphs and its lines stay as they were typed."""
    lines = [escaped(line) for line in text.strip().split("\n")]
    return "\n".join(f"> {line}  " if line else ">" for line in lines)


def interview_page(
    case: Case, *, rounds: Sequence[Facts] = (), with_letters: bool
) -> InterviewPage:
    """The page of an interview; `rounds` tell what happened over all of them.

    `with_letters` has the texts of the letters that somebody wrote, else only how far they are.
    """
    facts, today = case.facts, case.today
    parts = [
        Part("", tuple((name, text) for name, text in _facts(case) if text)),
        *(_step(case, step) for step in Step),
        Part("People met", items=tuple(_met(facts))),
        Part("References", items=tuple(_references(facts, today))),
        _letters(facts, today, with_letters=with_letters),
        _reflection(facts, today),
        Part("Questions", items=tuple(_questions(facts))),
        Part("Stories told", items=tuple(_told(facts))),
        Part("What happened", items=tuple(_happened(rounds, today))),
    ]
    interview = facts.interview
    title = f"{interview.employer}, {interview.role}" if interview.role else interview.employer
    return InterviewPage(title, tuple(part for part in parts if not part.is_empty))


def _facts(case: Case) -> Iterator[tuple[str, str]]:
    facts, today = case.facts, case.today
    one = facts.interview
    yield "Number", str(one.id)
    yield "Interview", _held(one, today)
    yield "Place", one.place
    yield "Round", str(one.round) if one.round > 1 else ""
    yield "How it felt", one.felt.value if one.felt is not Felt.UNSAID else ""
    yield "How it stands", _stands(facts, today)
    promised = promise(facts)
    yield "They decide by", dates.full(promised) if promised is not None else ""
    yield "Answer by", dates.full(one.answer_by) if one.answer_by is not None else ""
    yield "It needs", "" if case.group is Group.CLOSED else case.group.value.lower()
    yield "To reach them", one.contact_how
    yield "About the job", one.position_facts
    yield "Why I want it", one.wanted_for
    yield "Who calls", one.who_calls
    yield "Notes", one.notes


def _held(one: Interview, today: date) -> str:
    at = ""
    if one.starts_at is not None:
        until = f" to {dates.clock(one.ends_at)}" if one.ends_at is not None else ""
        zone = f", time of {one.zone}" if one.zone else ""
        at = f" at {dates.clock(one.starts_at)}{until}{zone}"
    return f"{dates.full(one.held_on)}{at}, {one.form}, {dates.distance(one.held_on, today)}"


def _stands(facts: Facts, today: date) -> str:
    on = facts.interview.outcome_on
    return f"{now(facts)}, since {dates.spoken(on, today)}" if on is not None else now(facts).value


def _step(case: Case, step: Step) -> Part:
    mine = [task for task in case.tasks if task.step is step]
    words = case.progress(step).words
    heading = f"Step {step.number}, {step.value}: {words}"
    return Part(heading, items=tuple(_line(task, case.today) for task in mine))


def _line(task: Task, today: date) -> str:
    state, when = _STATES[task.state], task.when(today)
    told = f": {when}" if when and when != state else ""
    return f"{state.capitalize()}: {task.name}{told}"


def _met(facts: Facts) -> Iterator[str]:
    for one in facts.met:
        person = one.person
        reach = [person.phone, person.email]
        said = [one.meeting.talked_about, one.meeting.strength and f"stress {one.meeting.strength}"]
        parts = [introduced(person), *reach]
        words = "; ".join(filter(None, [" ".join(text.split()) for text in said]))
        yield f"{', '.join(filter(None, parts))}{f': {words}' if words else ''}"


def _references(facts: Facts, today: date) -> Iterator[str]:
    labels = {
        "not_needed_on": "not needed yet",
        "briefed_on": "briefed",
        "called_on": "called by the employer",
        "thanked_on": "thanked",
        "told_on": "told the outcome",
    }
    for one in facts.vouching:
        relation = f", {one.reference.relation}" if one.reference.relation else ""
        noted = [
            f"{label} {dates.short(day, today)}"
            for field, label in labels.items()
            if (day := getattr(one.briefing, field)) is not None
        ]
        parts = [one.reference.asked.value, *noted, " ".join(one.briefing.note.split())]
        yield f"{names.as_line(one.person)}{relation}: {'; '.join(filter(None, parts))}"


def _letters(facts: Facts, today: date, *, with_letters: bool) -> Part:
    written = [one for one in facts.letters if not _is_untouched(one)]
    if with_letters:
        texts = tuple((_letter(facts, one, today), _whole(one)) for one in written)
        return Part("Letters", texts=texts)
    return Part("Letters", items=tuple(_letter(facts, one, today) for one in written))


def _is_untouched(letter: Letter) -> bool:
    return letter.follows_facts and letter.state is LetterState.DRAFT


def _whole(letter: Letter) -> str:
    return f"Subject: {letter.subject}\n\n{letter.text}" if letter.subject else letter.text


def _letter(facts: Facts, letter: Letter, today: date) -> str:
    everyone = [met.person for met in facts.met] + [one.person for one in facts.vouching]
    to = next((one.shown for one in everyone if one.id == letter.person_id), "somebody else")
    state = letter.state.value
    if letter.sent_on is not None:
        how = f", {letter.sent_how}" if letter.sent_how else ""
        state = f"sent {dates.short(letter.sent_on, today)}{how}"
    noun = about(letter.kind).noun
    return f"{noun[:1].upper()}{noun[1:]} to {to}, {letter.form}: {state}"


def _reflection(facts: Facts, today: date) -> Part:
    one = facts.reflection
    texts = [(label, getattr(one, prompt)) for prompt, label in reflecting.PROMPTS.items()]
    sure = reflecting.how_sure(one, facts.feelings, facts.interview, today)
    rows = ((reflecting.SURE, sure),) if sure else ()
    return Part("Journal", rows, texts=tuple(pair for pair in texts if pair[1].strip()))


def _questions(facts: Facts) -> Iterator[str]:
    for one in facts.questions:
        answer = " ".join(one.answer.split())
        yield f"{one.text} {answer or '(no answer yet)'}"


def _told(facts: Facts) -> Iterator[str]:
    for one in facts.told:
        landed = f": {one.telling.landed.value}" if one.telling.landed.value else ""
        yield f"{one.story.name}{landed}"


def _happened(rounds: Sequence[Facts], today: date) -> Iterator[str]:
    for event in timeline(rounds, today):
        yield f"{dates.full(event.day)}: {event.words}"


def _in_a_line(text: str) -> str:
    return "; ".join(escaped(line) for line in lines_of(text))
