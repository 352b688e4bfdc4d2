"""The reflection and the questions of an interview."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from afterview_tui.domain import met_before
from afterview_tui.domain import preparation as preparing
from afterview_tui.domain.errors import NotSaved
from afterview_tui.domain.feeling import Feeling
from afterview_tui.domain.practice import Posed, Went
from afterview_tui.domain.preparation import NOT_YET_GOOD, Preparation, Reflected
from afterview_tui.domain.questions import AnsweredBy, Filed
from afterview_tui.domain.records import (
    Asking,
    Facts,
    Interview,
    Meeting,
    Question,
    Reflection,
)
from afterview_tui.domain.story import Answering, Story
from afterview_tui.domain.text import clean
from afterview_tui.storage import facts as on_file
from afterview_tui.storage import stories
from afterview_tui.storage.file import File
from afterview_tui.storage.interviews import Interviews
from afterview_tui.storage.rows import columns, record, width
from afterview_tui.storage.texts import Saved, Texts

REPLACED = "before an earlier text came back"


class Journal:
    """What the user learned."""

    def __init__(self, file: File, texts: Texts, interviews: Interviews) -> None:
        self._file = file
        self._texts = texts
        self._interviews = interviews

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

    def note_talk(self, opened: Facts, meeting: Meeting, unsaid: str) -> bool:
        """Note the talk with one person, and what was not said at the interview, as one change.

        `opened` are the facts on top of which both were typed: what stayed as it was is
        not written, and another text that came under the prompt meanwhile is kept as an
        earlier one; then True is returned. Raises NotSaved.
        """
        before = next((one.meeting for one in opened.met if one.meeting.id == meeting.id), None)
        with self._file.change("noted the talk", interview_id=meeting.interview_id):
            self._interviews.say_about(meeting, before)
            base = opened.reflection.unsaid
            if unsaid == clean(base).strip():
                return False
            return self.write(opened, "unsaid", unsaid, base).both_kept

    def bring_back(self, facts: Facts, prompt: str, text: str) -> None:
        """Put an earlier text under a prompt. The one that is there is kept as a version."""
        interview = facts.interview
        sentence = f"brought back what was in the journal of {interview.employer}"
        with self._file.change(sentence, interview_id=interview.id) as change:
            known = self._file.all(Reflection, "interview_id = ?", [interview.id])
            if known:
                self._texts.keep(known[0], prompt, str(getattr(known[0], prompt)), REPLACED)
                change.update(Reflection, known[0].id, **{prompt: text})
            else:
                new = Reflection(interview_id=interview.id, **{prompt: text})  # type: ignore[arg-type]
                change.insert(new)

    def bring_back_answer(self, question: Question, text: str) -> None:
        """Put an earlier answer to a question. The one there is kept. Raises NotSaved."""
        sentence = f"brought back an answer to “{question.text}”"
        with self._file.change(sentence, interview_id=question.interview_id) as change:
            self.check(question)
            now = self._file.one(Question, question.id) or question
            self._texts.keep(now, "answer", now.answer, REPLACED)
            change.update(Question, question.id, answer=text)

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
        """The id of a question that came up, put on file when its words are new.

        The answer may come later, or never. One on file already is noted to have come
        up here, too; one noted here already stays as it is. Raises NotSaved.
        """
        with self._file.change(f"noted a question: {text}", interview_id=interview_id) as change:
            if interview_id is not None and self._file.one(Interview, interview_id) is None:
                raise NotSaved("This interview is no longer on file; another window removed it.")
            known = met_before.same(text, self.questions(), interview_id)
            if known is None:
                now = self._file.now()
                new = Question(
                    interview_id=interview_id, text=text, expected=expected, created_at=now
                )
                return change.insert(new)
            number, there = known.question.id, {one.id for one in known.asked_at}
            if interview_id is not None and interview_id not in there:
                change.insert(Asking(interview_id=interview_id, question_id=number))
            return number

    def get(self, question_id: int) -> Posed | None:
        """The question with this id, and where it came up."""
        return next(iter(self._posed("question.id = ?", "question.id", [question_id])), None)

    def answer(self, question: Question, text: str, base: str) -> Saved:
        """Save the answer to a question, typed on top of `base`."""
        merge = f"question:{question.id}:answer"
        sentence = f"wrote an answer to “{question.text}”"
        with self._file.change(sentence, interview_id=question.interview_id, merge=merge) as change:
            return self._texts.write(change, Question, question.id, "answer", text, base)

    def practised(self, question: Question, went: Went, on: date) -> None:
        """Note how a question went, practised on the local date `on`. Raises NotSaved."""
        sentence = f"practised “{question.text}”: {went.value}"
        with self._file.change(sentence) as change:  # it is for any interview
            self.check(question)
            change.update(Question, question.id, practised_on=on, went=went)

    def questions(self) -> list[Posed]:
        """Every question on file, with where it came up, in the order they were noted.

        Those that came up at interviews in the bin alone are left out.
        """
        return list(self._posed("true", "question.id"))

    def filed(self) -> list[Filed]:
        """The same, with the stories that answer them."""
        sql = f"""
            SELECT {columns(Answering, "answering")}, {columns(Story, "story")}
            FROM answering JOIN story ON story.id = answering.story_id
            WHERE answering.binned_at IS NULL AND story.binned_at IS NULL ORDER BY answering.id
        """
        split = width(Answering)
        stories: dict[int, list[AnsweredBy]] = defaultdict(list)
        for row in self._file.read(sql):
            one = AnsweredBy(record(Answering, row[:split]), record(Story, row[split:]))
            stories[one.answering.question_id].append(one)
        return [Filed(one, tuple(stories[one.question.id])) for one in self.questions()]

    def edit(self, question: Question, before: Question) -> bool:
        """Write what differs from `before`. Raises NotSaved.

        Answers whether another window had written there too: its text is kept as an
        earlier version then.
        """
        sentence = f"changed the question “{question.text}”"
        with self._file.change(sentence, interview_id=question.interview_id) as change:
            self.check(question)
            return self._texts.write_all(change, question, before)

    def bin(self, question: Question) -> None:
        """Delete a question into the bin, wherever it came up."""
        with self._file.change(
            f"deleted the question “{question.text}”", interview_id=question.interview_id
        ) as change:
            change.bin(Question, question.id, self._file.now())

    def take_off(self, question: Question, interview: Interview) -> bool:
        """Delete a question at one interview. Answers whether it stays on file for another.

        Where it was the first interview, the next one is the first from then on.
        Raises NotSaved.
        """
        question = self.check(question)  # it may have come up first elsewhere by now
        asked = f"question_id = ? AND {_OF_AN_INTERVIEW} ORDER BY id"
        askings = self._file.all(Asking, asked, [question.id])
        elsewhere = [one for one in askings if one.interview_id != interview.id]
        if question.interview_id == interview.id and not elsewhere:
            self.bin(question)
            return False
        sentence = f"took “{question.text}” off the questions of {interview.employer}"
        with self._file.change(sentence, interview_id=interview.id) as change:
            gone = [one for one in askings if one.interview_id == interview.id]
            if question.interview_id == interview.id:
                following = elsewhere[0]
                change.update(Question, question.id, interview_id=following.interview_id)
                # The two change places: what is in the bin says where it was deleted.
                change.update(Asking, following.id, interview_id=interview.id)
                gone.append(following)
            if not gone:
                raise NotSaved("It is no longer noted here; another window took it off.")
            for one in gone:
                change.bin(Asking, one.id, self._file.now())
        return True

    def check(self, question: Question) -> Question:
        """The question as it is on file. Raises NotSaved when it no longer is."""
        on_file_now = self._file.one(Question, question.id)
        if on_file_now is None:
            raise NotSaved("This question is no longer on file; another window removed it.")
        return on_file_now

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
                f"{_TEACHES} AND interview.id <> ?",
                [facts.interview.id if to_come is not None else 0],
            ),
            unanswered=preparing.without_answer(unanswered, (text for (text,) in answered)),
            shaky=self._posed(
                f"question.went IN ({marks})", "question.went, question.practised_on", NOT_YET_GOOD
            ),
            answered=self._posed(
                "trim(question.answer) <> '' AND (question.expected = 0"
                f" OR question.went IN ({marks}) OR question.interview_id = ?)",
                "question.id DESC",
                [*NOT_YET_GOOD, facts.interview.id],
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
        """The questions for which `where` holds, with the interviews where they came up."""
        sql = f"""
            SELECT interview.id, {columns(Question, "question")}
            FROM question LEFT JOIN ({_PLACES}) AS place ON place.question_id = question.id
            LEFT JOIN interview
                ON interview.id = place.interview_id AND interview.binned_at IS NULL
            WHERE question.binned_at IS NULL AND {where}
                AND (interview.id IS NOT NULL OR question.interview_id IS NULL)
            ORDER BY {order}, question.id, place.number
        """
        rows = self._file.read(sql, parameters)
        those = json.dumps(sorted({at for at, *_ in rows if at is not None}))
        known = self._file.all(Interview, "id IN (SELECT value FROM json_each(?))", [those])
        interviews = {one.id: one for one in known}
        found: dict[int, Posed] = {}
        for at, number, *rest in rows:
            if number not in found:
                found[number] = Posed(record(Question, (number, *rest)), interviews.get(at))
            elif at is not None:
                found[number] = found[number].at(interviews[at])
        return tuple(found.values())


# A reflection from which something is to be taken along.
_TEACHES = """(reflection.differently <> '' OR reflection.lessons <> ''
    OR reflection.improve <> '' OR reflection.why_not <> '')"""
# Where each question came up: first, and again. A question may have come from nowhere.
_PLACES = """
    SELECT id AS question_id, interview_id, 0 AS number FROM question
    UNION ALL
    SELECT question_id, interview_id, id FROM asking WHERE binned_at IS NULL
"""
# Not of one in the bin: what is taken off here would no longer be seen.
_OF_AN_INTERVIEW = "interview_id IN (SELECT id FROM interview WHERE binned_at IS NULL)"
# An answer that was written once is known, also when its interview was deleted.
_ANSWERED = "SELECT text FROM question WHERE binned_at IS NULL AND trim(answer) <> ''"
