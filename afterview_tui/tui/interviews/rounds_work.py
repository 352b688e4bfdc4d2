"""What is done about rounds: interviews entered apart are joined, and parted again."""

from __future__ import annotations

from afterview_tui.domain import dates
from afterview_tui.domain.records import Interview
from afterview_tui.tui.desk import Desk
from afterview_tui.tui.front import Front
from afterview_tui.tui.keys import key
from afterview_tui.tui.kit.pick_dialog import Candidate, Pick


class RoundsWork:
    """Joins the interview shown with another as rounds of one, or parts it from its rounds."""

    def __init__(self, desk: Desk, front: Front) -> None:
        self.desk = desk
        self.front = front
        self.store = desk.store

    def join(self) -> None:
        """Ask with which interview this one is to be joined, and join all their rounds."""
        if self.desk.case is None:
            return
        interview, today = self.desk.case.facts.interview, self.desk.today
        with self.front.reporting():
            others = self.store.rounds.others(interview)
            if not others:
                self.front.say("There is no other interview on file that it could be a round of.")
                return

            def about(one: Interview) -> str:
                round_ = f"round {one.round}" if one.round > 1 else ""
                day = dates.short(one.held_on, today)
                return " · ".join(filter(None, [one.role, round_, day]))

            candidates = [Candidate(one.id, one.employer, about(one)) for one in others]
            title = (
                f"Another round of {interview.employer}, {dates.short(interview.held_on, today)}"
            )
            self.front.choose(Pick(title, candidates), lambda other: self._join(interview, other))

    def _join(self, interview: Interview, other_id: int) -> None:
        def join(_: object) -> None:
            every = self.store.rounds.join(interview, other_id)
            (mine,) = (one for one in every if one.id == interview.id)
            which = f"round {mine.round} of {len(every)}"
            self.front.say(
                f"Joined: this is {which}, by the days. {key('undo')} takes that back.", seconds=8
            )

        self.front.write(join)

    def part(self) -> None:
        """Let the interview shown stand by itself."""

        def part(_: object) -> None:
            if self.desk.case is None:
                return
            every = self.store.rounds.part(self.desk.case.facts.interview)
            stays = "The other one stands" if len(every) == 2 else "The others stay rounds"
            tail = "by itself, too" if len(every) == 2 else "of one another"
            self.front.say(
                f"It stands by itself. {stays} {tail}. {key('undo')} takes that back.", seconds=8
            )

        self.front.write(part)
