"""What is read of each kind of record that search finds: where it leads, and its texts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from afterview_tui.domain.found import Section
from afterview_tui.domain.reflecting import PROMPTS


@dataclass(frozen=True, slots=True)
class Source:
    """A table that is searched.

    `where` leaves out what is in the bin, with its interview too. `columns` are the id of the
    interview and of the person that a hit leads to, its name, what is said beside it, and
    the day of its interview. `fields` are the texts that a passage is taken from, with what
    people call each; one without a name is seen beside the hit already. Of a record that is
    `several`, each field with the words is a hit of its own. One that `has_gaps` is found by
    its words without those that stand where something still waits to be filled.
    """

    section: Section
    table: str
    columns: str
    fields: dict[str, str]
    joins: str = ""
    where: str = ""
    several: bool = False
    has_gaps: bool = False
    column: str = ""  # of its index, where the words are to stand in that one
    elsewhere: Mapping[str, str] = field(default_factory=dict)  # fields that are of other tables

    @property
    def texts(self) -> str:
        """The fields, for a SELECT."""
        return ", ".join(self.elsewhere.get(one, f"{self.table}.{one}") for one in self.fields)

    @property
    def alive(self) -> str:
        """The rows that are not in the bin."""
        return f"{self.joins} WHERE {self.table}.binned_at IS NULL{self.where}"


_INTERVIEW = "JOIN interview ON interview.id = {table}.interview_id"
_PERSON = "JOIN person ON person.id = {table}.person_id"
_REFERENCE = "JOIN reference ON reference.id = briefing.reference_id"
_OF_REFERENCE = "JOIN person ON person.id = reference.person_id"
_THERE = " AND interview.binned_at IS NULL"
_SHOWN = "trim(person.title || ' ' || person.name)"
_AT_EMPLOYER = f"{_SHOWN} || ' · ' || interview.employer"
# A question stays while one of the interviews where it came up is there, or none is.
_FIRST_ASKED = "FROM interview WHERE id = question.interview_id AND binned_at IS NULL"
_ASKED_AGAIN = """FROM asking JOIN interview ON interview.id = asking.interview_id
    WHERE asking.question_id = question.id
    AND asking.binned_at IS NULL AND interview.binned_at IS NULL"""
_QUESTION = f""" AND (question.interview_id IS NULL
    OR EXISTS (SELECT 1 {_FIRST_ASKED}) OR EXISTS (SELECT 1 {_ASKED_AGAIN}))"""
# Where a question came up, or somebody was met, or vouched: the first that is not in the bin.
_ASKED_AT = f"""coalesce((SELECT interview.{{0}} {_FIRST_ASKED}),
    (SELECT interview.{{0}} {_ASKED_AGAIN} ORDER BY asking.id LIMIT 1))"""
_NEWEST_OF_PERSON = """(
    SELECT interview.{} FROM interview WHERE interview.binned_at IS NULL AND id IN (
        SELECT interview_id FROM meeting WHERE person_id = person.id AND binned_at IS NULL
        UNION SELECT interview_id FROM briefing JOIN reference
        ON reference.id = briefing.reference_id
        WHERE reference.person_id = person.id AND briefing.binned_at IS NULL)
    ORDER BY held_on DESC, id DESC LIMIT 1)"""
_NAMES_THERE = """(
    SELECT coalesce(group_concat(trim(title || ' ' || name), ', '), '') FROM person
    WHERE binned_at IS NULL AND id IN (
        SELECT person_id FROM meeting
        WHERE interview_id = interview.id AND binned_at IS NULL
        UNION SELECT reference.person_id FROM briefing JOIN reference
        ON reference.id = briefing.reference_id
        WHERE interview_id = interview.id AND briefing.binned_at IS NULL))"""
_TOLD_AT = """(
    SELECT interview.id FROM telling JOIN interview ON interview.id = telling.interview_id
    WHERE telling.story_id = story.id AND telling.binned_at IS NULL
    AND interview.binned_at IS NULL ORDER BY telling.id DESC LIMIT 1)"""

INTERVIEWS = Source(
    Section.INTERVIEWS,
    "interview",
    """interview.id, NULL, interview.employer
        || CASE WHEN interview.role = '' THEN '' ELSE ' · ' || interview.role END
        || CASE WHEN interview.round > 1 THEN ' · round ' || interview.round ELSE '' END,
        CASE WHEN interview.outcome = 'open' THEN '' ELSE interview.outcome END,
        interview.held_on""",
    {"employer": "", "role": "", "place": "place", "people": "with"},
    elsewhere={"people": _NAMES_THERE},
)
PEOPLE = Source(
    Section.PEOPLE,
    "person",
    f"""{_NEWEST_OF_PERSON.format("id")}, person.id, {_SHOWN},
        CASE WHEN person.employer <> '' THEN person.employer
        ELSE coalesce({_NEWEST_OF_PERSON.format("employer")}, '') END, NULL""",
    {
        "name": "",
        "called": "called",
        "phone": "phone",
        "email": "e-mail",
        "title": "",
        "employer": "",
        "job_title": "role",
        "address": "address",
        "notes": "notes",
    },
)
# Written to the end, or not; of one that nobody wrote in, the text is no more than a draft.
_AS_WRITTEN = " AND letter.follows_facts = 0 AND instr(letter.text, '[') = 0"
_UNFINISHED = " AND (letter.follows_facts OR instr(letter.text, '['))"
_LETTERS = Source(
    Section.LETTERS,
    "letter",
    f"""letter.interview_id, letter.person_id, {_AT_EMPLOYER},
        letter.kind || CASE letter.form WHEN 'e-mail' THEN '' ELSE ', ' || letter.form END
        || ', ' || letter.state, NULL""",
    {"subject": "subject", "text": "letter"},
    f"{_INTERVIEW.format(table='letter')} {_PERSON.format(table='letter')}",
    f"{_THERE}{_AS_WRITTEN}",
)
# The rest is found by the words in it alone.
PLAIN = (
    _LETTERS,
    replace(
        _LETTERS,
        where=f"{_THERE}{_UNFINISHED}",
        has_gaps=True,
        elsewhere={"text": "CASE WHEN letter.follows_facts THEN '' ELSE letter.text END"},
    ),
    Source(
        Section.TALKS,
        "meeting",
        f"meeting.interview_id, meeting.person_id, {_AT_EMPLOYER}, '', interview.held_on",
        {"talked_about": "talked about", "strength": "to stress"},
        f"{_INTERVIEW.format(table='meeting')} {_PERSON.format(table='meeting')}",
        _THERE,
        several=True,
    ),
    Source(
        Section.REFLECTIONS,
        "reflection",
        "reflection.interview_id, NULL, interview.employer, '', interview.held_on",
        PROMPTS,
        _INTERVIEW.format(table="reflection"),
        _THERE,
        several=True,
    ),
    Source(
        Section.QUESTIONS,
        "question",
        f"""{_ASKED_AT.format("id")}, NULL, question.text,
            coalesce({_ASKED_AT.format("employer")}, ''), NULL""",
        {"text": "", "answer": "answer", "themes": "themes"},
        where=_QUESTION,
    ),
    Source(
        Section.STORIES,
        "story",
        f"{_TOLD_AT}, NULL, story.name, story.themes, NULL",
        {
            "name": "",
            "situation": "situation",
            "task": "task",
            "action": "action",
            "result": "result",
            "lesson": "lesson",
            "themes": "",
        },
    ),
)
NOTES = (
    Source(
        Section.NOTES,
        "interview",
        "interview.id, NULL, interview.employer, '', interview.held_on",
        {
            "notes": "notes",
            "position_facts": "about the job",
            "wanted_for": "why you want it",
            "who_calls": "who will call",
            "contact_how": "to reach them",
            "posting_link": "posting",
            "posting": "posting",
            "to_ask": "to ask them",
        },
        several=True,
        column="notes",
    ),
    Source(
        Section.NOTES,
        "reference",
        f"{_NEWEST_OF_PERSON.format('id')}, person.id, {_SHOWN}, 'vouches for you', NULL",
        {"relation": "relation", "notes": "notes"},
        _OF_REFERENCE,
        " AND person.binned_at IS NULL",
    ),
    Source(
        Section.NOTES,
        "briefing",
        f"briefing.interview_id, person.id, {_AT_EMPLOYER}, '', interview.held_on",
        {"note": "note", "to_stress": "to stress", "fit": "what they think of it"},
        f"{_INTERVIEW.format(table='briefing')} {_REFERENCE} {_OF_REFERENCE}",
        _THERE,
    ),
    Source(
        Section.NOTES,
        "follow_up",
        "follow_up.interview_id, follow_up.person_id, interview.employer, '', interview.held_on",
        {"said": "what they said"},
        _INTERVIEW.format(table="follow_up"),
        _THERE,
    ),
    Source(
        Section.NOTES,
        "own_item",
        "own_item.interview_id, NULL, interview.employer, '', interview.held_on",
        {"text": "to do"},
        _INTERVIEW.format(table="own_item"),
        _THERE,
    ),
    Source(Section.NOTES, "me", "NULL, NULL, 'Résumé', '', NULL", {"resume_notes": "what changed"}),
)
TEMPLATES = Source(
    Section.TEMPLATES,
    "template",
    "NULL, NULL, template.kind || ' · ' || template.form"
    " || CASE WHEN template.name = '' THEN '' ELSE ' · ' || template.name END, 'yours', NULL",
    {"name": "", "text": "template"},
)
EVERY = (INTERVIEWS, PEOPLE, *PLAIN, *NOTES, TEMPLATES)
