"""News from an employer: what is so, what they say now, and what follows from it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.content import Content
from textual.css.query import QueryType
from textual.dom import DOMNode
from textual.geometry import Region
from textual.widget import Widget
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from afterview_tui.domain import dates
from afterview_tui.domain.agenda import Case
from afterview_tui.domain.news import Heard, News, day_of, follows, is_news, now
from afterview_tui.domain.records import Facts
from afterview_tui.domain.when import Direction
from afterview_tui.storage.drafts import Drafts
from afterview_tui.tui.keys import Where, bindings, key, named
from afterview_tui.tui.kit.date_hints import date_hint, date_in
from afterview_tui.tui.kit.field_rows import SAID, Fields, Placed, Row, in_a_row
from afterview_tui.tui.kit.form import Field, FieldProblem, Form, Hint, Line, Values
from afterview_tui.tui.kit.plain import line, plain, spread
from afterview_tui.tui.kit.rows import Rows

NOW = "●"
LINES, DAY = 22, 14  # columns of the lines, and of what the day beside one is called
PASSED = "That day has passed"
# The day that belongs to a line: its field, what it is called, and what a bare weekday means in it.
_DAYS: dict[Heard, tuple[str, str, Direction]] = {
    Heard.WAITING: ("promised", "they decide by", "future"),
    Heard.OFFER: ("answer", "answer by", "future"),
    Heard.MISSED: ("missed", "on", "past"),
}
# What there is to know beside the other lines.
_BESIDE = {
    Heard.ROUND: "a form opens; the people come along",
    Heard.NO: "in their words, below",
    Heard.QUIET: "I no longer wait",
}


class NewsLines(Rows):
    """What an employer may say. What is chosen is the line under the cursor, once there is one."""

    def __init__(self, said: Heard) -> None:
        super().__init__(id="field-heard")
        self._said: str = said

    @property
    def said(self) -> str:
        """The line that is chosen."""
        return self._said

    @said.setter
    def said(self, said: str) -> None:
        self._said = str(said)
        self.go_to(said)


class NewsFields(Fields):
    """What is so; below it the lines, and beside each its day, or what there is to know of it."""

    AROUND = Fields.AROUND - 1  # it takes the line below it, too: all of it is to be seen at once

    def __init__(
        self, rows: Sequence[Row], make: Callable[[Field], Widget], so_far: Content
    ) -> None:
        super().__init__(rows, make)
        self.rows["heard"].label = so_far

    def placed(self, width: int) -> Iterator[Placed]:
        """Where all that is, at that width."""
        heard, lines = self.rows["heard"], len(Heard)
        after = heard.label.cell_length
        yield Placed(
            heard,
            Region(0, 0, after, 1),
            Region(0, 1, LINES, lines),
            Region(after + 1, 0, width * SAID // 100 - 1, 1),
        )
        for y, one in enumerate(Heard, 1):
            area = Region(LINES, y, width - LINES, 1)
            if one in _DAYS:
                yield in_a_row(self.rows[_field_of(one)], area, DAY)
            else:
                beside = Row.of(Field("", _BESIDE.get(one, "")))
                beside.label = beside.label.truncate(area.width, ellipsis=True)
                yield Placed(beside, area, Region(), Region())
        yield in_a_row(self.rows["said"], Region(0, lines + 2, width, 1))


class NewsDialog(Form):
    """The lines of what an employer may say, and the words in which they said it.

    `note` puts it on file. What is on file already is noted by nobody; a further round is not
    noted here: then `round` has what was said of it once this is closed. `others` are the
    interviews that are open besides.
    """

    WHERE = Where.NEWS
    AUTO_FOCUS = "#field-heard"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.NEWS)]

    def __init__(
        self,
        case: Case,
        note: Callable[[News], object],
        drafts: Drafts,
        *,
        others: Sequence[Facts] = (),
        month_first: bool | None = None,
    ) -> None:
        self._case = case
        self._others = others
        self._note = note
        self._month_first = month_first
        self.round: News | None = None
        facts = case.facts
        lines, way_out = f"{key('news.1')}–{key('news.9')}", f"{key('news.back')} back, kept"
        super().__init__(
            f"News from {facts.interview.employer}",
            list(_fields(facts)),
            self._finish_it,
            hint=self._say,
            follows=self._then,
            drafts=drafts,
            draft=draft_of(facts),
            below=f"{lines} · {key('open')} notes it · {way_out}",
        )

    def made(self, field: Field) -> Widget:
        """The lines, to choose from; what else is typed, in a line."""
        if field.name != "heard":
            return super().made(field)
        left = self._draft.kept.get("heard")
        return NewsLines(next((one for one in Heard if one == left), now(self._case.facts)))

    def fields_of(self, rows: Sequence[Row]) -> Fields:
        """What is so; the lines, each with its day beside it; the words."""
        so_far = _so_far(self._case.facts, self._case.today)
        return NewsFields(rows, self.made, so_far)

    def on_mount(self) -> None:
        """Show the lines, with the cursor on what is so, or as it was left."""
        self._lines.show(self._options, self._heard)
        self._choose(self._heard)

    def _options(self, width: int) -> Iterator[Option]:
        for number, heard in enumerate(Heard, 1):
            one = named(f"news.{number}")
            mark = NOW if heard is now(self._case.facts) else ""
            yield Option(spread(plain(f"{one.label}  {one.says}"), plain(mark), width), id=heard)

    def reach(self, where: Where) -> DOMNode | None:
        """Go from a text to the lines."""
        if where is not self.WHERE:
            return None
        self.set_focus(self._lines)
        return self

    def _move_focus(
        self, direction: int = 0, selector: str | type[QueryType] = "*"
    ) -> Widget | None:
        # Tab goes round among the texts: in the lines a letter of a sentence would be a key.
        return super()._move_focus(direction, Line if direction else selector)

    def action_choose(self, heard: str) -> None:
        """Put the cursor on a line, and go to what there is to type for it."""
        self._choose(Heard(heard))
        entry = self.query_one(f"#field-{_field_of(self._heard) or 'said'}", Line)
        self.set_focus(entry)
        entry.action_select_all()

    def action_later(self) -> None:
        """From a text to the lines; from there out of the dialog, and what is typed is kept."""
        if self.focused is self._lines:
            super().action_later()
        else:
            self.set_focus(self._lines)

    def action_move(self, by: int) -> None:
        """From a text back to the lines, to the next one or the one before."""
        rows = self._lines
        self.set_focus(rows)
        if by > 0:
            rows.action_cursor_down()
        else:
            rows.action_cursor_up()

    def action_save(self) -> None:
        """Note it; for another round, its form comes first."""
        if self._heard is not Heard.ROUND or now(self._case.facts) is Heard.ROUND:
            super().action_save()
        elif self.flush():
            self.round = News(Heard.ROUND, said=self.values["said"])
            self.dismiss(False)

    def action_again(self) -> None:
        """Put all back to what is on file, and go back to the lines."""
        super().action_again()
        self._choose(self._heard)
        self.set_focus(self._lines)

    def entered(self, entry: Line) -> None:
        """Enter notes it, from any field."""
        self.action_save()

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self._choose(Heard(event.option.id or ""))
        self.action_save()

    @on(OptionList.OptionHighlighted)
    @on(Rows.Filled)
    def _moved(self) -> None:
        if (current := self._lines.current_id) is not None:
            self._choose(Heard(current))

    @property
    def _lines(self) -> NewsLines:
        return self.query_one(NewsLines)

    @property
    def _heard(self) -> Heard:
        return Heard(self._lines.said)

    def _choose(self, heard: Heard) -> None:
        """This line counts from now on, and its day can be typed."""
        self._lines.said = heard
        for one, (name, *_) in _DAYS.items():
            self.query_one(f"#field-{name}", Input).can_focus = one is heard
        self._autosave.touch()
        self._think(*self._fields[1:-1])

    def _news(self, values: Values) -> News:
        """What the fields say. Raises FieldProblem."""
        heard, day = Heard(values["heard"]), None
        if heard in _DAYS:
            name, _, prefer = _DAYS[heard]
            typed, order = values[name], self._month_first
            day = date_in(name, typed, self._case.today, prefer, month_first=order)
        return News(heard, day, values["said"])

    def _finish_it(self, values: Values) -> None:
        news = self._news(values)
        if is_news(self._case.facts, news):
            self._note(news)

    def _then(self, values: Values) -> str:
        """What follows from it; nothing while a day is not understood, which is said beside it."""
        try:
            said = follows(self._case.facts, self._news(values), self._case.today, self._others)
            return f"Then: {said}."
        except FieldProblem:
            return ""

    def _say(self, name: str, values: Values) -> Hint:
        """What the day is understood as that belongs to the line under the cursor."""
        heard = Heard(values["heard"])
        if heard not in _DAYS or _field_of(heard) != name:
            return Hint()
        typed, prefer, order = values[name], _DAYS[heard][2], self._month_first
        if heard is Heard.OFFER:
            return date_hint(
                typed, self._case.today, prefer, self._case.today, doubt=PASSED, month_first=order
            )
        earliest = self._case.facts.interview.held_on if heard is Heard.WAITING else None
        return date_hint(typed, self._case.today, prefer, earliest, month_first=order)


def _so_far(facts: Facts, today: date) -> Content:
    """What is so, and since when."""
    heard, interview = now(facts), facts.interview
    day = interview.missed_call_on if heard is Heard.MISSED else interview.outcome_on
    since = f", since {dates.spoken(day, today)}" if day is not None else ""
    return line(f"Now: {heard}{since}", "$foreground-muted")


def draft_of(facts: Facts) -> str:
    """The name of the draft in which what is typed is kept."""
    return f"news:{facts.interview.id}"


def _field_of(heard: Heard) -> str:
    """The field of the day that belongs to a line; "" for none."""
    return _DAYS[heard][0] if heard in _DAYS else ""


def _fields(facts: Facts) -> Iterator[Field]:
    yield Field("heard", "", value=now(facts), goes_along=True)
    for heard, (name, label, _) in _DAYS.items():
        on_file = day_of(facts, heard)
        placeholder = "today" if heard is Heard.MISSED else "tue, in a week"
        value = dates.full(on_file) if on_file is not None else ""
        yield Field(name, label, placeholder, value=value, looks_at=("heard",))
    yield Field("said", "What they said", "in their words, if you like")
