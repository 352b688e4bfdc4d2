"""The form about one letter: which it is, how it goes out, what it is to say, when it went."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from afterview_tui.domain import dates
from afterview_tui.domain.letter import Letter, LetterForm, LetterKind, LetterState, Template
from afterview_tui.domain.letter_kinds import about
from afterview_tui.domain.recipients import Recipient, kinds_now
from afterview_tui.domain.records import Facts, Outcome
from afterview_tui.domain.text import count, fold
from afterview_tui.letters.drafting.compose import ours
from afterview_tui.letters.drafting.written_parts import going_out
from afterview_tui.storage.drafts import Drafts
from afterview_tui.tui.kit.date_hints import date_hint
from afterview_tui.tui.kit.form import Field, Form, Hint, Values

FORMS = (
    ("e-mail", LetterForm.EMAIL.value),
    ("card by hand", LetterForm.CARD.value),
    ("typed letter", LetterForm.TYPED.value),
)
TALK = ("talked_about", "unsaid", "strength")
SENDING = ("on", "how")
AGAIN = "again"  # in the place of a kind: one more of the kind that is shown, which is sent
AS_IT_IS, OURS = "", "0"  # in the place of the id of a template on file
EVERYBODY = "For everybody you met here it is one note; it stands in the journal, too."


class ThisLetter(Form):
    """Begins at one of its fields, by its name; without that one, at the first."""

    def __init__(
        self,
        title: str,
        fields: Sequence[Field],
        finish: Callable[[Values], object],
        at: str,
        *,
        hint: Callable[[str, Values], Hint],
        follows: Callable[[Values], str],
        drafts: Drafts,
        draft: str,
    ) -> None:
        super().__init__(
            title, fields, finish, hint=hint, follows=follows, drafts=drafts, draft=draft
        )
        self._at = at

    def on_mount(self) -> None:
        """Go to where one wants to be."""
        super().on_mount()
        self.go_to(self._at)


def fields(facts: Facts, to: Recipient, letter: Letter) -> list[Field]:
    """What there is to say of a letter. One that is sent has its words already."""
    is_open = letter.state is not LetterState.SENT
    found = [
        Field("kind", "Which letter", options=_kinds(facts, to, letter), value=to.kind.value),
        Field("form", "Goes out as", options=FORMS, value=letter.form.value),
    ]
    own = fitting(facts.templates, to.kind, letter.form)
    if is_open and own:
        named = [(one.name or "yours", str(one.id)) for one in own]
        options = [("as it is", AS_IT_IS), *named, ("ours", OURS)]
        found.append(Field("template", "Template", options=options, value=AS_IT_IS))
    if is_open and letter.form is LetterForm.EMAIL:
        found.append(Field("subject", "Subject", "empty: as drafted", value=letter.subject))
    if to.meeting.id:
        found += _talk(facts, to)
    day = dates.full(letter.sent_on) if letter.sent_on is not None else ""
    return [
        *found,
        Field("on", "Sent on", "yesterday, fri, 20 nov", value=day),
        Field("how", "How", "by post, on LinkedIn", value=letter.sent_how),
    ]


def _kinds(facts: Facts, to: Recipient, letter: Letter) -> list[tuple[str, str]]:
    kinds = [(kind.value, kind.value) for kind in kinds_now(facts, to.kind)]
    if letter.state is LetterState.SENT and about(to.kind).again:
        kinds.append((f"another {to.kind.value}", AGAIN))
    return kinds


def _talk(facts: Facts, to: Recipient) -> list[Field]:
    talked, strength = to.meeting.talked_about, to.meeting.strength
    unsaid = facts.reflection.unsaid
    return [
        Field("talked_about", "You talked about", "what they showed or told you", 2, value=talked),
        Field("unsaid", "You did not get to say", "what you left out there", 2, value=unsaid),
        Field("strength", "To stress", "what you can do for them", 2, value=strength),
    ]


def hinted(before: str, today: date, month_first: bool | None) -> Callable[[str, Values], Hint]:
    """What is said beside the fields. `before` is what the two met for earlier."""

    def hint(name: str, values: Values) -> Hint:
        match name:
            case "talked_about" if before:
                return Hint(f"Before: {before}")
            case "unsaid":
                return Hint(EVERYBODY)
            case "on":
                return date_hint(values["on"], today, "past", month_first=month_first)
        return Hint()

    return hint


def following(facts: Facts, to: Recipient, letter: Letter) -> Callable[[Values], str]:
    """What comes of it when the form is saved; else what brings other letters."""
    left_out = len(going_out(letter).left_out)
    is_waiting = facts.interview.outcome in (Outcome.OPEN, Outcome.QUIET)
    others = "There are other letters once an offer or a no is noted." if is_waiting else ""

    def follows(values: Values) -> str:
        said = others
        if values["kind"] != to.kind.value:
            said = "Then: another letter is begun and shown; this one stays as it is."
        elif values["form"] != letter.form.value and not letter.follows_facts:
            said = "Then: it has a text of its own in that form; this one is kept."
        elif values["on"] and letter.state is not LetterState.SENT:
            said = "Then: it is marked sent."
            if left_out:
                said += f" {count(left_out, 'open part')} left out."
        return said

    return follows


def fitting(templates: Sequence[Template], kind: LetterKind, form: LetterForm) -> list[Template]:
    """The user's templates for a letter of this kind and form; the one without a name first."""
    own = [one for one in templates if (one.kind, one.form) == (kind, form)]
    return sorted(own, key=lambda one: fold(one.name))


def source_of(
    picked: str, templates: Sequence[Template], kind: LetterKind, form: LetterForm
) -> str:
    """The template that was picked, by its id on file, or OURS."""
    found = [one.text for one in fitting(templates, kind, form) if str(one.id) == picked]
    return found[0] if found else ours(kind, form)
