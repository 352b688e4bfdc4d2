"""The reflection and the questions of an interview."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from afterview_tui.domain import preparation as preparing
from afterview_tui.domain.practice import Posed, Went
from afterview_tui.domain.preparation import NOT_YET_GOOD, Preparation, Reflected
from afterview_tui.domain.records import Facts, Feeling, Interview, Question, Reflection
from afterview_tui.storage import facts as on_file
from afterview_tui.storage import stories
from afterview_tui.storage.file import File
from afterview_tui.storage.rows import columns, record, width
from afterview_tui.storage.texts import Saved, Texts


class Journal:
    """What the user learned."""

    def __init__(self, file: File, texts: Texts) -> None:
        self._file = file
        self._texts = texts

    def write(self, facts: Facts, prompt: str, text: str, base: str) -> Saved:
        """Save what was typed under a prompt (a field of Reflection) on top of `base`."""
        interview = facts.interview
        merge = f"reflection:{interview.id}:{prompt}"
        sentence = f"wrote in the journal of {interview.employer}"
        with self._file.change(sentence, interview_id=interview.id, merge=merge) as change:
            known = self._file.all(Reflection, "interview_id = ?", [interview.id])
            if known:
                return self._texts.write(change, Reflection, known[0].id, prompt, text, base)
            new = Reflection(interview_id=interview.id, **{prompt: text})  # type: ignore[arg-type]
            return Saved(change.insert(new))

    def feel_sure(self, facts: Facts, sure: int, on: date) -> None:
        """Note how sure the user feels, 1 to 5, on the local date `on`.

        What was noted first stays as it is; what comes later is kept beside it.
        """
        interview = facts.interview
        sentence = f"noted how sure you feel about {interview.employer}"
        with self._file.change(sentence, interview_id=interview.id) as change:
            known = self._file.all(Reflection, "interview_id = ?", [interview.id])
            if not known:
                change.insert(Reflection(interview_id=interview.id, sure=sure, sure_on=on))
            elif known[0].sure is None:
                change.update(Reflection, known[0].id, sure=sure, sure_on=on)
            else:
                change.insert(Feeling(interview_id=interview.id, sure=sure, noted_on=on))

    def ask(self, text: str, interview_id: int | None, *, expected: bool = False) -> int:
        """Save a question; the answer may come later, or never."""
        new = Question(
            interview_id=interview_id, text=text, expected=expected, created_at=self._file.now()
        )
        with self._file.change(f"noted a question: {text}", interview_id=interview_id) as change:
            return change.insert(new)

    def answer(self, question: Question, text: str, base: str) -> Saved:
        """Save the answer to a question, typed on top of `base`."""
        merge = f"question:{question.id}:answer"
        sentence = f"wrote an answer to “{question.text}”"
        with self._file.change(sentence, interview_id=question.interview_id, merge=merge) as change:
            return self._texts.write(change, Question, question.id, "answer", text, base)

    def practised(self, question: Question, went: Went, on: date) -> None:
        """Note how a question went, practised on the local date `on`."""
        sentence = f"practised “{question.text}”: {went.value}"
        with self._file.change(sentence, interview_id=question.interview_id) as change:
            change.update(Question, question.id, practised_on=on, went=went)

    def questions(self) -> list[Posed]:
        """Every question on file, with where it comes from, in the order they were noted.

        Those of an interview in the bin are left out.
        """
        return list(self._posed("true", "question.id"))

    def reword(self, question: Question, text: str) -> None:
        """Change the words of a question."""
        with self._file.change(
            f"changed a question: {text}", interview_id=question.interview_id
        ) as change:
            change.update(Question, question.id, text=text)

    def bin(self, question: Question) -> None:
        """Delete a question into the bin."""
        with self._file.change(
            f"deleted the question “{question.text}”", interview_id=question.interview_id
        ) as change:
            change.bin(Question, question.id, self._file.now())

    def preparation(self, interview_id: int, today: date) -> Preparation | None:
        """All that this interview, or the next of its rounds, can be prepared from.

        None when the interview is not on file.
        """
        rounds = on_file.thread(self._file, interview_id)
        to_come = preparing.ahead(rounds, interview_id, today)
        if to_come is None and not any(one.interview.id == interview_id for one in rounds):
            return None
        facts = to_come or rounds[-1]
        unanswered = self._posed("trim(question.answer) = ''", "question.id DESC")
        answered = self._file.read(_ANSWERED) if unanswered else []
        marks = ", ".join("?" * len(NOT_YET_GOOD))
        return Preparation(
            facts=facts,
            is_ahead=to_come is not None,
            earlier=preparing.before(rounds, facts),
            reflected=self._reflected(
                "(reflection.differently <> '' OR reflection.lessons <> '') AND interview.id <> ?",
                [facts.interview.id if to_come is not None else 0],
            ),
            unanswered=preparing.without_answer(unanswered, (text for (text,) in answered)),
            shaky=self._posed(
                f"question.went IN ({marks})", "question.went, question.practised_on", NOT_YET_GOOD
            ),
            stories=tuple(stories.every(self._file)),
        )

    def reflections(self) -> tuple[Reflected, ...]:
        """What was noted after every interview, and how sure was felt then and later."""
        later: dict[int, list[Feeling]] = {}
        for feeling in self._file.all(Feeling, "true ORDER BY id"):
            later.setdefault(feeling.interview_id, []).append(feeling)
        return tuple(
            replace(one, feelings=tuple(later.get(one.interview.id, ())))
            for one in self._reflected("true")
        )

    def _reflected(self, where: str, parameters: Sequence[Any] = ()) -> tuple[Reflected, ...]:
        """The reflections for which `where` holds, those on the newest interviews first."""
        sql = f"""
            SELECT {columns(Reflection, "reflection")}, {columns(Interview, "interview")}
            FROM reflection JOIN interview ON interview.id = reflection.interview_id
            WHERE reflection.binned_at IS NULL AND interview.binned_at IS NULL AND {where}
            ORDER BY interview.held_on DESC, interview.id DESC
        """
        split = width(Reflection)
        return tuple(
            Reflected(record(Reflection, row[:split]), record(Interview, row[split:]))
            for row in self._file.read(sql, parameters)
        )

    def _posed(self, where: str, order: str, parameters: Sequence[Any] = ()) -> tuple[Posed, ...]:
        """The questions for which `where` holds, with their interviews, if they have one."""
        sql = f"""
            SELECT {columns(Question, "question")}, {columns(Interview, "interview")}
            FROM question LEFT JOIN interview ON interview.id = question.interview_id
            WHERE question.binned_at IS NULL AND interview.binned_at IS NULL AND {where}
            ORDER BY {order}
        """
        split = width(Question)
        return tuple(
            Posed(
                record(Question, row[:split]),
                record(Interview, row[split:]) if row[split] is not None else None,
            )
            for row in self._file.read(sql, parameters)
        )


# An answer that was written once is known, also when its interview was deleted.
_ANSWERED = "SELECT text FROM question WHERE binned_at IS NULL AND trim(answer) <> ''"
