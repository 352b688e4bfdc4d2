"""The interviews of the sample, each in another state, with what happened since.

`day(-3)` is the third weekday before today, `day(2)` the second one after it.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import time

from afterview_tui.domain.letter import Letter, LetterForm, LetterState
from afterview_tui.domain.practice import Went
from afterview_tui.domain.records import (
    Briefing,
    Felt,
    FollowUp,
    Form,
    Interview,
    Outcome,
    Question,
    Reflection,
    Result,
    Step,
)
from afterview_tui.domain.story import Landed
from afterview_tui.domain.task import Kind
from afterview_tui.sample import sample_letters as letters
from afterview_tui.sample import sample_people as people
from afterview_tui.sample.sample_records import Day, Sample, Talk, asked, sent
from afterview_tui.sample.sample_stories import CARDS, NINE_YEARS, ROOM

FIRST_MONTH = "What would you change here in your first month?"


def samples(day: Day) -> list[Sample]:
    """Every interview of the sample, oldest first; the one still to come is last."""
    every = (
        *(_school, _library, _hotel, _council, _software, _software_again),
        *(_bakery, _oak, _lakeside, _museum),
    )
    return [one(day) for one in every]


def _school(day: Day) -> Sample:
    return Sample(
        Interview(
            employer="Two Ponds School",
            role="Office Assistant",
            held_on=day(-52),
            place="Two Ponds School, main office",
            felt=Felt.WELL,
            outcome=Outcome.DECLINED,
            outcome_on=day(-45),
            notes="Kind people, but only twelve hours a week.",
        ),
        [Talk(people.HELEN)],
        [(people.AMY, Briefing(briefed_on=day(-51), told_on=day(-45)))],
        reflection=Reflection(well="They liked the story of the lost vaccination cards."),
        told=[(CARDS, Landed.WELL)],
    )


def _hotel(day: Day) -> Sample:
    return Sample(
        Interview(
            employer="Blue Lantern Hotel",
            role="Night Receptionist",
            held_on=day(-19),
            starts_at=time(16),
            form=Form.PHONE,
            felt=Felt.MIXED,
            outcome=Outcome.WITHDRAWN,
            outcome_on=day(-15),
            notes="Nights only, which the advert did not say.",
        ),
        [Talk(people.NADIA)],
        reflection=Reflection(
            well="Asked about the hours before it was too late to ask.",
            differently="Ask about hours in the first call.",
        ),
        questions=[asked(FIRST_MONTH)],
        ticked=(Kind.QUESTIONS, day(-17)),
    )


def _library(day: Day) -> Sample:
    return Sample(
        Interview(
            employer="Elm Street Library",
            role="Library Assistant",
            held_on=day(-24),
            starts_at=time(10),
            place="Elm Street Library, reading room",
            felt=Felt.WELL,
            promised_on=day(-15),
            contact_how="by phone, mornings",
        ),
        [
            Talk(
                people.SIAN,
                about="the Saturday story hour",
                letter=sent(day(-23), letters.TO_SIAN, LetterForm.CARD),
            )
        ],
        [(people.AMY, Briefing(briefed_on=day(-23)))],
        [
            FollowUp(done_on=day(-13), result=Result.VOICEMAIL, said="left name and number"),
            FollowUp(done_on=day(-7), result=Result.EMAILED),
        ],
        Reflection(
            well="Stayed calm when the children came in, and helped one find a book.",
            improve="Spoke too fast about the catalogue course.",
            differently="Pause before answering. Nobody minds a pause.",
            lessons="A look around before the talk gives something real to speak about.",
            sure=4,
            sure_on=day(-24),
        ),
        [asked("A reader says that a fine is wrong. And now?", "We look at the record together.")],
    )


def _council(day: Day) -> Sample:
    return Sample(
        Interview(
            employer="Milbrook Town Council",
            role="Residents' Desk Officer",
            held_on=day(-11),
            starts_at=time(13, 30),
            place="Town hall, room 2",
            felt=Felt.NERVES,
        ),
        [
            Talk(
                people.PAUL,
                about="the parking permits going online",
                strength="my patience with forms and with the people who fill them in",
                letter=sent(day(-10), letters.TO_PAUL),
            ),
            Talk(
                people.RUTH,
                about="the Tuesday queue at the residents' desk",
                letter=sent(day(-10), letters.TO_RUTH),
            ),
        ],
        [(people.TOM, Briefing(briefed_on=day(-9), note="Reach him after four."))],
        [FollowUp(done_on=day(-4), result=Result.VOICEMAIL, said="asked for a call back")],
        Reflection(
            well="The example of the double-booked room.",
            improve="My voice shook for the first ten minutes.",
            differently="Arrive early enough to sit down for a while.",
            unsaid="How a card by the door made our own line shorter.",
            sure=2,
            sure_on=day(-11),
        ),
        [asked("Which of our services would you cut first?"), asked(FIRST_MONTH)],
        moved=(Kind.QUESTIONS, day(3)),
        told=[(ROOM, Landed.UNSAID)],
        felt_later=(3, day(-4)),
    )


def _software(day: Day) -> Sample:
    return Sample(
        Interview(
            employer="Thistle Lane Software",
            role="Support Specialist",
            held_on=day(-16),
            starts_at=time(11),
            form=Form.PHONE,
            felt=Felt.WELL,
            notes="Half an hour, mostly about the busy weeks.",
        ),
        [Talk(people.DANA, about="how the team plans its weeks", wants_letter=False)],
        [(people.TOM, Briefing(not_needed_on=day(-15)))],
        reflection=Reflection(
            well="Had the advert in front of me, with my notes on it.",
            differently="Stand up while talking; the voice is better.",
            sure=4,
            sure_on=day(-16),
        ),
        ticked=(Kind.QUESTIONS, day(-12)),
    )


def _software_again(day: Day) -> Sample:
    return Sample(
        Interview(
            employer="Thistle Lane Software",
            role="Support Specialist",
            held_on=day(-9),
            starts_at=time(15),
            form=Form.VIDEO,
            felt=Felt.FORGOT,
            outcome=Outcome.NO,
            outcome_on=day(-2),
        ),
        [
            Talk(
                people.MAREK,
                about="help pages that people read to the end",
                letter=sent(day(-9), letters.TO_MAREK),
            ),
            Talk(people.DANA),
        ],
        [(people.TOM, Briefing(briefed_on=day(-8), told_on=day(-1)))],
        reflection=Reflection(
            improve="Went blank when they asked for a written sample.",
            differently="Keep three things to show within reach.",
            unsaid="The guide to the booking system that I wrote at the clinic.",
            sure=2,
            sure_on=day(-9),
        ),
        questions=[
            Question(
                text="Explain to a customer why the fix takes a week.",
                answer="Say what is known, what happens next and when I will write again.",
                practised_on=day(-5),
                went=Went.SHAKY,
            )
        ],
        follows="Thistle Lane Software",
        moved=(Kind.ASK_WHY, day(0)),
    )


def _bakery(day: Day) -> Sample:
    return Sample(
        Interview(
            employer="Corner Loaf Bakery",
            role="Shop Supervisor",
            held_on=day(-7),
            starts_at=time(6, 30),
            place="3 Mill Lane, by the back door",
            felt=Felt.WELL,
            outcome=Outcome.OFFER,
            outcome_on=day(0),
            answer_by=day(1),
            position_facts="Team of five, early shifts, the till and the orders.",
            notes="Thirty hours a week, starts on the first of the month.",
        ),
        [
            Talk(
                people.RENEE,
                about="the early orders from the cafés",
                letter=sent(day(-6), letters.TO_RENEE),
            )
        ],
        [
            (people.AMY, Briefing(briefed_on=day(-6), called_on=day(-2), thanked_on=day(-2))),
            (people.TOM, Briefing(briefed_on=day(-6), called_on=day(0), note="A short call.")),
        ],
        reflection=Reflection(
            well="Carried trays while we talked, and it felt like work already.",
            differently="Ask about the pay before the second coffee.",
        ),
        questions=[asked("What bread would you take off the shelf?", "The one I bin most.")],
    )


def _oak(day: Day) -> Sample:
    return Sample(
        Interview(
            employer="Oak Vision",
            role="Optometric Aide",
            held_on=day(-5),
            starts_at=time(11),
            ends_at=time(12),
            place="20 Oak Row, first floor",
            felt=Felt.WELL,
            promised_on=day(4),
            contact_how="by e-mail",
            position_facts="Pre-tests, frames and the front desk; two optometrists, four aides.",
            wanted_for="to learn the work behind the front desk",
        ),
        [
            Talk(
                people.FALK,
                about="how older patients get through the visual field test",
                strength="my steady voice with people who are anxious",
                letter=sent(day(-5), letters.TO_FALK),
            ),
            Talk(
                people.BEN, about="glasses for small children", letter=sent(day(-4), letters.TO_BEN)
            ),
            Talk(people.HANNA, wants_letter=False),
        ],
        [
            (people.AMY, Briefing(briefed_on=day(-4))),
            (people.INGRID, Briefing(not_needed_on=day(-4), note="Only before an offer.")),
        ],
        reflection=Reflection(
            well="Knew the order of the pre-tests, and said so when I was not sure of one.",
            improve="Did not ask who would train me.",
            differently="Bring two questions of my own, on paper.",
            cared="People who notice when a patient is lost.",
            unsaid="That I can work every other Saturday.",
            lessons="“I would look it up” is a good answer when it is true.",
            sure=4,
            sure_on=day(-5),
        ),
        questions=[
            asked("What if a child will not sit still?", "It gets a small job: holding the frames.")
        ],
        told=[(CARDS, Landed.WELL), (NINE_YEARS, Landed.POORLY)],
    )


def _museum(day: Day) -> Sample:
    return Sample(
        Interview(
            employer="Stonebridge Folk Museum",
            role="Visitor Guide",
            held_on=day(2),
            starts_at=time(14),
            form=Form.PANEL,
            place="The old mill, side entrance",
            contact_how="by phone",
            posting_link="https://jobs.example.org/stonebridge-visitor-guide",
            posting="Visitor guide, three days a week, two of them weekends. You lead groups of"
            " all ages through the mill, and you can say why a thing was mended, not thrown away.",
            to_ask="Who plans the tours, and may a guide change them?",
        ),
        [Talk(people.THEODORA), Talk(people.IKER)],
        [(people.TOM, Briefing())],
        questions=[
            asked("Why a museum, after a clinic?", expected=True),
            asked("Which object would you show first?", "The mended bowl.", expected=True),
        ],
        own=(Step.PREPARE, "Print two copies of the résumé", day(1)),
    )


AMY_KNOWS = Briefing(
    to_stress="the evening clinic, which I set up with her",
    fit="She thinks that families are where I am best.",
    note="Best after six, never on Mondays.",
)


def _lakeside(day: Day) -> Sample:
    return Sample(
        Interview(
            employer="Lakeside Dental",
            role="Dental Hygienist",
            held_on=day(-1),
            starts_at=time(9, 30),
            ends_at=time(10, 45),
            place="4 Shore Road",
            felt=Felt.MIXED,
            promised_on=day(7),
            contact_how="by phone, through Jo Park",
            position_facts="Four days a week, many families, two hygienists and a trainee.",
            wanted_for="time with each patient, and colleagues who stay",
            who_calls="Ms. Jo Park, in the first week of the month",
        ),
        [
            Talk(
                people.MARIA,
                about="the ten extra minutes for nervous patients",
                strength="my calm with patients who have stayed away for years",
                letter=Letter(text=letters.TO_MARIA),
            ),
            Talk(
                people.JO,
                about="the recall list and how you keep it short",
                strength="my years at a busy front desk",
            ),
            Talk(
                people.PRIYA,
                about="the puppet that teaches children to brush",
                letter=Letter(state=LetterState.COPIED, text=letters.TO_PRIYA),
            ),
        ],
        [
            (people.AMY, replace(AMY_KNOWS, briefed_on=day(-1))),
            (people.INGRID, Briefing(note="Wait for her yes, then send the advert.")),
            (people.TOM, Briefing(not_needed_on=day(-1))),
        ],
        reflection=Reflection(
            well="Dr. Chen nodded at the story of the patient who came back after nine years.",
            improve="Gave a long answer about gaps between jobs. Two sentences would do.",
            differently="Put the certificates on one page and hand it over at the start.",
            cared="Time with patients, and a team that stays.",
            unsaid="The certificate in local anesthesia.",
            lessons="One story told well is worth more than five points.",
            sure=3,
            sure_on=day(-1),
        ),
        questions=[
            asked(FIRST_MONTH),
            asked("A patient refuses every X-ray. And then?", "I ask what worries them."),
        ],
        told=[(NINE_YEARS, Landed.WELL)],
    )
