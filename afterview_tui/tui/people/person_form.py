"""The form for a person in the address book."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from afterview_tui.domain import names, people
from afterview_tui.domain.people import Known
from afterview_tui.domain.records import Person
from afterview_tui.storage.drafts import Drafts
from afterview_tui.tui.keys import key
from afterview_tui.tui.kit.form import Field, FieldProblem, Form, Hint, Values


def new_person(
    add: Callable[[Person], object], known: Sequence[Known], today: date, drafts: Drafts
) -> Form:
    """The form for somebody new: the front desk, a recruiter."""
    return _form("New person", Person(), add, known, today, drafts)


def edit_person(
    person: Person,
    edit: Callable[[Person], object],
    known: Sequence[Known],
    today: date,
    drafts: Drafts,
) -> Form:
    """The form for a person on file. What changes here changes wherever they appear."""
    others = [one for one in known if one.person.id != person.id]
    return _form(f"Change {person.shown}", person, edit, others, today, drafts)


def _form(
    title: str,
    person: Person,
    save: Callable[[Person], object],
    others: Sequence[Known],
    today: date,
    drafts: Drafts,
) -> Form:
    def finish(values: Values) -> object:
        if not values["name"]:
            raise FieldProblem("name", "Who is it? A name is enough.")
        typed = {**values, "email": names.email_address(values["email"])}
        return save(replace(person, **typed))  # type: ignore[arg-type]

    def hint(name: str, values: Values) -> Hint:
        if name == "name":
            return _namesake(person, values, others, today)
        alone = {
            "email": Person(email=names.email_address(values["email"])),
            "phone": Person(phone=values["phone"]),
        }
        return Hint(doubt=people.doubts(alone[name])) if name in alone else Hint()

    return Form(
        title,
        _fields(person),
        finish,
        hint=hint,
        drafts=drafts,
        draft=f"person:{person.id or 'new'}",
    )


def _fields(person: Person) -> list[Field]:
    return [
        Field(
            "name",
            "Name",
            "Jennifer Park",
            value=person.name,
            looks_at=("title", "employer", "email"),
        ),
        Field("title", "Title", "Dr., Ms.", value=person.title),
        Field("post_nominals", "After the name", "DDS, R.N.", value=person.post_nominals),
        Field("called", "Called", "Jen, if they said so", value=person.called),
        Field("pronouns", "Pronouns", "she/her, if they said so", value=person.pronouns),
        Field("employer", "Employer", "where they work", value=person.employer),
        Field("job_title", "Role", "what they are there", value=person.job_title),
        Field("phone", "Phone", value=person.phone),
        Field("email", "E-mail", value=person.email),
        Field("address", "Address", "for the envelope", lines=3, value=person.address),
        Field("notes", "Notes", "whatever helps: when to reach them", lines=3, value=person.notes),
    ]


def _namesake(person: Person, values: Values, others: Sequence[Known], today: date) -> Hint:
    """Somebody of that name is on file: a new person joins them, a changed one does not."""
    typed = Person(
        name=values["name"],
        title=values["title"],
        employer=values["employer"],
        email=values["email"],
    )
    found = people.same(typed, others)
    if found is None:
        second = ""
        if (there := people.another(typed, others)) is not None:
            second = (
                f"{there.shown}, {there.employer}, is on file; this will be a second {typed.name}."
                f" If they are one, “Merge” in the list ({key('help')}) joins them"
            )
        return Hint(doubt="\n".join(filter(None, [second, people.doubts(typed)])))
    where = ", ".join(filter(None, [found.person.shown, found.person.employer]))
    words = people.words(found, today)
    told = f"{where}: {words}" if words else where
    if person.id:
        doubt = f"On file already. If they are one, “Merge” in the list ({key('help')}) joins them"
        return Hint(told, doubt=doubt)
    return Hint(f"{told}\nOn file already: what is new here is added to them")
