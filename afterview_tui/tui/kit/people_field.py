"""The address book beside a field in which people are typed: who is on file, and what was said."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date

from afterview_tui.domain import list_changes, names, people
from afterview_tui.domain.people import Known
from afterview_tui.domain.recognising import Recognised, TypedLine, as_named, recognise
from afterview_tui.domain.records import Facts, Person
from afterview_tui.domain.text import count, fold, joined
from afterview_tui.tui.keys import key
from afterview_tui.tui.kit.form_fields import FormQuestion, Hint, Values

_WORD = re.compile(r"[^\W_]+")
SHOWN = 3  # people whose past is told; the fields below want their room


class OnFile:
    """Whom the lines of a form stand for, and what may be said and offered of them.

    `facts` is the interview that the form is about, or the round before it
    (`is_next_round`): the people in it are in the form from the beginning. `employer` is
    whom the interview is with where no field of the form says it.
    """

    def __init__(
        self,
        known: Sequence[Known],
        today: date,
        facts: Facts | None = None,
        *,
        employer: str = "",
        is_next_round: bool = False,
    ) -> None:
        self._known = {one.person.id: one for one in known}
        self._today = today
        self._facts = facts
        self._is_next_round = is_next_round
        self._employer = facts.interview.employer if facts is not None else employer
        self._met = [one.person for one in facts.met] if facts is not None else []
        self._named = [as_named(one) for one in facts.vouching] if facts is not None else []
        self._vouching = {one.person.id for one in known if one.reference is not None}
        # Of a name typed in the place of another: whether it is the same person.
        self._answers: dict[tuple[int, str], bool] = {}

    def met(self, line: str, values: Values) -> str:
        """What a line of people met may become, at the employer that the form names."""
        every = list(self._known.values())
        return people.completion(line, every, values.get("employer", self._employer))

    def reference(self, line: str, values: Values) -> str:
        """What a line of references may become."""
        return people.completion(line, list(self._known.values()), as_reference=True)

    def people_met(self, block: str, employer: str = "") -> Recognised:
        """Whom the lines of people met stand for."""
        return self._recognised(block, self._met, employer or self._employer)

    def references(self, block: str) -> Recognised:
        """Whom the lines of references stand for; they may work anywhere."""
        return self._recognised(block, self._named, "")

    def question(self, found: Recognised) -> FormQuestion | None:
        """What is to be asked of these lines before they are put on file, if anything."""
        line = found.asked
        if line is None or line.perhaps is None:
            return None
        before, now = line.perhaps.shown, line.typed.shown
        return FormQuestion(
            f"{before} is {now} now?",
            (
                ("1", "The same person: letters and notes stay", "renamed"),
                ("2", f"Somebody else, in the place of {before}", "other"),
            ),
            self._answered(line),
        )

    def hint_met(self, block: str, employer: str = "") -> Hint:
        """Who was understood, what was before, and what looks wrong or is to be asked."""
        return self._hint(block, self.people_met(block, employer), employer or self._employer)

    def hint_references(self, block: str) -> Hint:
        """The same of references."""
        return self._hint(block, self.references(block), "")

    def _recognised(self, block: str, listed: Sequence[Person], employer: str) -> Recognised:
        every = [one.person for one in self._known.values()]
        typed = names.people(block)
        return recognise(typed, listed, every, employer, self._answers, self._vouching)

    def _answered(self, line: TypedLine) -> Callable[[str], None]:
        def answered(said: str) -> None:
            self._answers[line.question] = said == "renamed"

        return answered

    def _hint(self, block: str, found: Recognised, employer: str) -> Hint:
        told = [words for line in found.lines if (words := self._before(line))]
        more = ["…"] if len(told) > SHOWN else []
        parts = [_understood(found, block), *told[:SHOWN], *more]
        doubts = [words for line in found.lines if (words := self._doubt(line, found, employer))]
        if self._facts is not None and not self._is_next_round:
            doubts += [list_changes.will_leave(self._facts, one) for one in found.gone]
        return Hint("\n".join(filter(None, parts)), doubt="\n".join(doubts[:SHOWN]))

    def _before(self, line: TypedLine) -> str:
        """Who somebody was until now, or what was between them and the user."""
        if line.is_renamed and line.stands_for is not None:
            return f"{line.stands_for.shown} is {line.typed.shown} from now on"
        known = self._known.get(line.stands_for.id) if line.stands_for is not None else None
        if known is None:
            return ""
        this = 0
        if self._facts is not None and not self._is_next_round:
            this = self._facts.interview.id
        words = people.words(known, self._today, but=this)
        is_here = bool(this) and this in {one.id for one in known.interviews}
        if not words and is_here:
            return ""
        return f"{known.person.shown}: {words or 'on file'}"

    def _doubt(self, line: TypedLine, found: Recognised, employer: str) -> str:
        typed = line.typed
        said = [people.doubts(typed)]
        if line.perhaps is not None:
            said.append(
                f"{typed.shown}: {line.perhaps.shown} with another name, or somebody else?"
                " Asked when you save"
            )
        elif line.stands_for is None:
            here = {one.stands_for.id for one in found.lines if one.stands_for is not None}
            elsewhere = people.another(typed, list(self._known.values()), employer)
            if elsewhere is not None and elsewhere.id not in here:
                at = f" of {elsewhere.employer}" if elsewhere.employer else ", on file already"
                take, keep = key("form.take"), key("form.enter")
                ways = f"{take} takes that one, {keep} keeps a new one"
                said.append(f"The {elsewhere.shown}{at}? {ways}")
        return "\n".join(filter(None, said))


def _understood(found: Recognised, block: str) -> str:
    """Who the people are; of one alone, only when it is not what was typed, word for word."""
    typed = [line.typed for line in found.lines]
    if len(typed) < 2:
        return _read_as(typed[0], block) if typed else ""
    shown = [one.shown for one in typed[:3]] + (["…"] if len(typed) > 3 else [])
    names_typed = {fold(one.shown) for one in typed}
    same = ", two of one name" if len(names_typed) < len(typed) else ""
    return f"{count(len(typed), 'person', 'people')}{same}: {joined(shown)}"


def _read_as(one: Person, typed: str) -> str:
    line = names.as_line(one, at=one.employer)
    if _words(line) == _words(typed):
        return ""
    notes = ", ".join(one.notes.splitlines())
    return f"Read as {line}; noted: {notes}" if notes else f"Read as {line}"


def _words(text: str) -> list[str]:
    return _WORD.findall(fold(text))
