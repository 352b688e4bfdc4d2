"""What letters say about the user."""

from __future__ import annotations

from collections.abc import Callable

from afterview_tui.domain import names, people
from afterview_tui.domain.records import Me, Person
from afterview_tui.storage.drafts import Drafts
from afterview_tui.tui.kit.form import Field, Form, Hint, Values


def about_me(me: Me, save: Callable[[Values], object], drafts: Drafts) -> Form:
    """What letters say about the user."""

    def finish(values: Values) -> object:
        return save({**values, "email": names.email_address(values["email"])})

    def hint(name: str, values: Values) -> Hint:
        email = names.email_address(values["email"])
        reach = {"phone": Person(phone=values["phone"]), "email": Person(email=email)}
        return Hint(doubt=people.doubts(reach[name])) if name in reach else Hint()

    fields = [
        Field("name", "Name", "as you sign", value=me.name),
        Field("phone", "Phone", value=me.phone),
        Field("email", "E-mail", value=me.email),
        Field("address", "Address", lines=3, value=me.address),
        Field("closing", "Closing", "empty: as each letter has it", value=me.closing),
    ]
    return Form("About you", fields, finish, hint=hint, drafts=drafts, draft="me")
