"""The preparation sheet: one page to read on the evening before an interview."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import starmap, zip_longest

from afterview_tui.domain import dates, reference_use
from afterview_tui.domain import text as texts
from afterview_tui.domain.not_said import said_since
from afterview_tui.domain.practice import Posed
from afterview_tui.domain.preparation import Preparation, same_words
from afterview_tui.domain.records import Asked, Facts, Form, Interview, Vouching
from afterview_tui.domain.steps.follow_up import made
from afterview_tui.domain.stories import Kept
from afterview_tui.domain.told_in_letters import told_in_letters
from afterview_tui.letters.drafting.dates_in_words import full_date
from afterview_tui.letters.drafting.own_words import without_bullet
from afterview_tui.pages.page_lines import HOW, WIDTH, held, introduced, kept
from afterview_tui.pages.sheet import LONGEST, SET_IN, Item, Section, Sheet, fitted

_PEOPLE = 4
_ROOM = 61  # columns beside the longest label
_EMPLOYER = _NAME = 30  # columns of a name behind what comes from there
_QUESTION = 40  # columns of a question behind the story that answers it
_ANSWER = 6  # lines of an answer, at the most
_ANSWERS = 40  # of them, at the most
_POSTING = 60  # lines of it, at the most
_READ = 20_000  # characters of it that are looked at for that: somebody pastes a whole site
# What one does well to ask in any interview, beside the questions of one's own.
_WHEN_MAY_I_ASK = "When will you decide, and when may I ask, if I hear nothing?"
_HOW_TO_REACH = "How may I best reach you then?"
_NOTHING = (
    "Nothing is on file to take along yet. What you note in the journal after an interview"
    " stands here before the next one."
)
_NO_ROUND = "No further round is on file. This is what you would take along to one."


def preparation_sheet(preparation: Preparation, today: date) -> Sheet:
    """Who and when, and what earlier interviews teach for this one, on two screens at the most.

    What is taken along or gone through once more follows behind: who vouches, what to ask them,
    every answer to have ready, and the posting.
    """
    interview = preparation.facts.interview
    employer = texts.clean_line(interview.employer) or "[the employer]"
    round_ = f", round {interview.round}" if interview.round > 1 and preparation.is_ahead else ""
    sections = tuple(section for section in _sections(preparation, today) if section.items)
    answers = _answers(preparation, today)
    is_bare = not (sections or answers.items or _in_play(preparation.facts))
    notes = ["" if preparation.is_ahead else _NO_ROUND, _NOTHING if is_bare else ""]
    title = kept(f"Prepare for {employer}{round_}", WIDTH, 2)
    rows = tuple((label, text) for label, text in _rows(preparation, today) if text)
    sheet = fitted(Sheet(title, " ".join(filter(None, notes)), rows), sections)
    behind = (
        _section("References", [_reference(one, today) for one in _in_play(preparation.facts)]),
        _section("To ask them", _to_ask(preparation)),
        answers,
        _posting(interview),
    )
    return replace(sheet, sections=(*sheet.sections, *(one for one in behind if one.items)))


def _rows(preparation: Preparation, today: date) -> list[tuple[str, str]]:
    interview = preparation.facts.interview
    if preparation.is_ahead:
        when = [("When", _when(interview, today)), ("Where", _where(interview))]
    else:
        when = [("Last round", held(interview))]
    return [
        ("Role", kept(texts.clean_line(interview.role), _ROOM, 1)),
        *when,
        ("With", "\n".join(_people(preparation.facts))),
        ("The job", kept(interview.position_facts, _ROOM, 3)),
        ("Why I want it", kept(interview.wanted_for, _ROOM, 2)),
    ]


def _when(interview: Interview, today: date) -> str:
    """`Wednesday 25 November 2026, 14:00–15:00, in 2 days`."""
    at = ""
    if interview.starts_at is not None:
        until = f"–{dates.clock(interview.ends_at)}" if interview.ends_at is not None else ""
        at = f"{dates.clock(interview.starts_at)}{until}"
    day, far = full_date(interview.held_on), dates.distance(interview.held_on, today)
    return ", ".join(filter(None, [day, at, far]))


def _where(interview: Interview) -> str:
    place = texts.clean_line(interview.place)
    usual = "in person" if place and interview.form is Form.IN_PERSON else ""
    return kept(", ".join(filter(None, [HOW.get(interview.form, usual), place])), _ROOM, 2)


def _people(facts: Facts) -> list[str]:
    named = [name for one in facts.met if (name := introduced(one.person))]
    if len(named) <= _PEOPLE:
        return [kept(name, _ROOM, 1) for name in named]
    shown = [kept(name, _ROOM, 1) for name in named[: _PEOPLE - 1]]
    return [*shown, f"and {len(named) - len(shown)} more"]


def _sections(preparation: Preparation, today: date) -> list[Section]:
    """Every list, whole; the first is what matters most."""
    unanswered = _questions(preparation.unanswered, preparation, today)
    shaky = _questions(preparation.shaky, preparation, today, but=unanswered)
    open_ = [*unanswered, *shaky]
    held_ones = preparation.earlier if preparation.is_ahead else preparation.rounds
    prepared = [Item(text) for text in _asked(preparation.facts)] if preparation.is_ahead else []
    prepared = _once(prepared, but=open_)
    answered = _questions(preparation.answered, preparation, today)
    asked = _of_rounds(held_ones, _asked, but=[*open_, *prepared, *answered])
    differently = _differently(preparation, today)
    return [
        _section("Do differently", differently),
        _section("To improve", _to_improve(preparation, today, but=differently)),
        _section("Questions without an answer", unanswered),
        _section("Shaky questions", shaky),
        _section("Prepared for this one", prepared),
        _section("Also asked here" if open_ else "Asked here before", asked),
        _section("Stories not yet told here", _untold(preparation)),
        _section(
            "Already told here",
            [*_told_here(preparation, today), *_in_letters(preparation, today)],
        ),
        _section("What was said here", _said(preparation, today)),
        _section("What they cared about", _of_rounds(held_ones, _cared)),
        _section("To say this time", _of_rounds(held_ones, _unsaid)),
    ]


def _answers(preparation: Preparation, today: date) -> Section:
    """Every answer to a question that caught the user out, or may again, below its question."""
    said = {same_words(one.question.text): one.question.answer for one in preparation.answered}
    items = _questions(preparation.answered, preparation, today)
    shown = [
        replace(one, answer=kept(said[same_words(one.text)], WIDTH - SET_IN, _ANSWER))
        for one in items[:_ANSWERS]
    ]
    return Section("Answers to have ready", tuple(shown), len(items))


def _posting(interview: Interview) -> Section:
    """The posting as it was kept: on the web it may be gone by now."""
    link = kept(texts.clean_line(interview.posting_link), WIDTH, 4)
    text = kept(interview.posting[:_READ], WIDTH, _POSTING)
    return _section("The posting", [Item(line) for line in texts.lines(f"{link}\n{text}")])


def _section(name: str, items: Sequence[Item]) -> Section:
    return Section(name, tuple(items), len(items))


def _differently(preparation: Preparation, today: date) -> list[Item]:
    return _once(
        Item(line, _source(one.interview, preparation, today))
        for one in preparation.reflected
        for line in _lines(f"{one.reflection.differently}\n{one.reflection.lessons}")
    )


def _to_improve(preparation: Preparation, today: date, but: Iterable[Item]) -> list[Item]:
    """What others said was missing, then what the user would do better themselves."""
    here = {one.interview.id for one in preparation.rounds}
    every = [(one, _source(one.interview, preparation, today)) for one in preparation.reflected]
    said = [
        Item(line, f"their no, {source}")
        for one, source in every
        if one.interview.id not in here  # of those here it is said with what else they said
        for line in _lines(one.reflection.why_not)
    ]
    own = [Item(line, source) for one, source in every for line in _lines(one.reflection.improve)]
    return _once([*said, *own], but=but)


def _to_ask(preparation: Preparation) -> list[Item]:
    """The questions for them: the user's own, then what is good to ask anybody."""
    interview = preparation.facts.interview
    if not preparation.is_ahead:
        return []
    reach = "" if texts.clean_line(interview.contact_how) else _HOW_TO_REACH
    ours = filter(None, [_WHEN_MAY_I_ASK, reach])
    return _once(Item(line) for line in [*_lines(interview.to_ask), *ours])


def _questions(
    posed: Sequence[Posed], preparation: Preparation, today: date, but: Iterable[Item] = ()
) -> list[Item]:
    """The questions, each once: those asked here first, then those asked most often."""
    here = {one.interview.id for one in preparation.rounds}
    grouped: dict[str, list[Posed]] = {}
    said = {"", *(same_words(item.text) for item in but)}
    for one in posed:
        if (words := same_words(one.question.text)) not in said:
            grouped.setdefault(words, []).append(one)

    def rank(group: list[Posed]) -> tuple[bool, int]:
        asked_at = {at.id for one in group for at in one.asked_at}
        return not asked_at & here, -len(asked_at)

    def source(group: list[Posed]) -> str:
        asked_at = {at.id: at for one in group for at in one.asked_at}
        at_here = [interview for number, interview in asked_at.items() if number in here]
        if len(asked_at) > 1 and not at_here:
            return f"asked at {len(asked_at)} interviews"
        first = next(iter([*at_here, *asked_at.values()]), None)
        return _source(first, preparation, today) if first is not None else ""

    every = sorted(grouped.values(), key=rank)
    named = [texts.clean_line(group[0].question.text) for group in every]
    # More than a sheet holds are only counted.
    sources = map(source, every[:LONGEST])
    return list(starmap(Item, zip_longest(named, sources, fillvalue="")))


def _source(interview: Interview, preparation: Preparation, today: date) -> str:
    """`Oak Vision`; of an earlier round `here, Fri 20 Nov`."""
    if preparation.is_ahead and interview.id == preparation.facts.interview.id:
        return "for this one"
    if any(one.interview.id == interview.id for one in preparation.rounds):
        return f"here, {dates.short(interview.held_on, today)}"
    return _employer(interview)


def _untold(preparation: Preparation) -> list[Item]:
    """`The recall list (landed well at Oak Vision)`, or the question that it answers."""
    return [Item(one.name, _worth(one)) for one in preparation.untold]


def _worth(story: Kept) -> str:
    """Why a story is worth telling: where it landed well, or what it answers."""
    if (well := story.landed_well) is not None:
        return f"landed well at {_employer(well.interview)}"
    question = kept(story.answers[0].question.text, _QUESTION, 1) if story.answers else ""
    return f"for “{question}”" if question else ""


def _told_here(preparation: Preparation, today: date) -> list[Item]:
    """The stories with the round; one told for another job here, with the day."""
    rounds = {one.interview.id for one in preparation.rounds}
    return [
        Item(
            one.name,
            f"round {last.interview.round}"
            if last.interview.id in rounds
            else dates.short(last.interview.held_on, today),
        )
        for one, last in preparation.told_here
    ]


def _in_letters(preparation: Preparation, today: date) -> list[Item]:
    """What the user wrote of themselves, and when."""
    return _once(
        Item(one.text, f"to {name}, {dates.short(one.sent_on, today)}" if one.sent_on else name)
        for round_ in preparation.rounds
        for one in told_in_letters(round_)
        if (name := kept(texts.clean_line(one.person), _NAME, 1) or "them")
    )


def _employer(interview: Interview) -> str:
    return kept(texts.clean_line(interview.employer), _EMPLOYER, 1)


def _of_rounds(
    rounds: Sequence[Facts], told: Callable[[Facts], Iterable[str]], but: Iterable[Item] = ()
) -> list[Item]:
    """What was told of each round, with its number where there are several."""
    return _once(
        (
            Item(line, f"round {one.interview.round}" if len(rounds) > 1 else "")
            for one in rounds
            for text in told(one)
            for line in _lines(text)
        ),
        but=but,
    )


def _asked(facts: Facts) -> Iterator[str]:
    return (texts.clean_line(question.text) for question in facts.questions)


def _cared(facts: Facts) -> Iterator[str]:
    yield facts.reflection.cared


def _unsaid(facts: Facts) -> Iterator[str]:
    yield facts.reflection.unsaid
    known = {one.text for one in told_in_letters(facts)}
    yield from (one.text for one in said_since(facts) if one.text not in known)


def _said(preparation: Preparation, today: date) -> list[Item]:
    """What came back: when asking how things stand, in the talk, and why not."""
    found = []
    for one in preparation.rounds:
        for tried in reversed(made(one)):
            day = dates.short(tried.done_on, today) if tried.done_on is not None else ""
            found += [Item(line, day) for line in _lines(tried.said)]
        found += [Item(line, "why not") for line in _lines(one.reflection.why_not)]
        for met in one.met:
            name = kept(texts.clean_line(met.person.shown), _NAME, 1)
            about = f"with {name}" if name else ""
            found += [Item(line, about) for line in _lines(met.meeting.talked_about)]
    return _once(found)


def _in_play(facts: Facts) -> list[Vouching]:
    """The references that may still be asked for this interview."""
    return [
        one
        for one in facts.vouching
        if one.reference.asked is not Asked.DECLINED and texts.clean_line(one.person.name)
    ]


def _reference(one: Vouching, today: date) -> Item:
    """`Amy Ortiz, former manager: briefed twice in 30 days`."""
    relation = texts.clean_line(one.reference.relation)
    named = ", ".join(filter(None, [texts.clean_line(one.person.shown), relation]))
    told = reference_use.words(one.use, today) or _told(one, today)
    away = one.reference.away_until
    if away is not None and away >= today:
        told += f", away until {dates.short(away, today)}"
    return Item(f"{named}: {told}", answer=kept(one.briefing.fit, WIDTH - SET_IN, 2))


def _told(one: Vouching, today: date) -> str:
    briefing = one.briefing
    if briefing.called_on is not None:
        return f"called {dates.short(briefing.called_on, today)}"
    if briefing.briefed_on is not None:
        return f"briefed {dates.short(briefing.briefed_on, today)}"
    return "no brief needed yet" if briefing.not_needed_on is not None else "not briefed yet"


def _once(items: Iterable[Item], but: Iterable[Item] = ()) -> list[Item]:
    """Those that say something, each once, and none that is said elsewhere on the sheet."""
    known = {same_words(item.text) for item in but}
    found: dict[str, Item] = {}
    for item in items:
        if (words := same_words(item.text)) not in known and item.text:
            found.setdefault(words, item)
    return list(found.values())


def _lines(text: str) -> list[str]:
    """The lines of a text without the dashes of a list."""
    return list(filter(None, map(without_bullet, texts.lines(text))))
