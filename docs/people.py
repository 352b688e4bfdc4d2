"""Five people who write letters in `letters.md`, and what they typed into each part.

Everybody here is made up. `LETTERS` is in the order of the page: person by person, and each
letter with the facts as they were on its day.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from afterview_tui.domain.letter import LetterForm, LetterKind
from afterview_tui.domain.records import (
    Briefing,
    Facts,
    Felt,
    FollowUp,
    Interview,
    Me,
    Meeting,
    Met,
    Outcome,
    Person,
    Reference,
    Result,
    Vouching,
)

EMAIL, CARD, TYPED = LetterForm.EMAIL, LetterForm.CARD, LetterForm.TYPED


@dataclass(frozen=True, slots=True)
class Typed:
    """A letter: whose facts, to whom, on which day, and what was typed into its parts.

    `state` says what has happened, for who reads the page. `names` are those for whom a
    note is to be passed on. A part that is not in `parts` was left open.
    """

    writer: str
    state: str
    facts: Facts
    today: date
    kind: LetterKind
    to: int
    parts: Mapping[str, str]
    form: LetterForm = EMAIL
    names: str = ""


def _met(interview: int, *people: Person) -> tuple[Met, ...]:
    """Those met at one interview, in their order."""
    return tuple(
        Met(Meeting(100 * interview + place, interview, person.id, place), person)
        for place, person in enumerate(people, 1)
    )


def _vouching(interview: int, person: Person, called_on: date | None = None) -> Vouching:
    return Vouching(
        Briefing(interview, interview, person.id, called_on=called_on),
        Reference(person.id, person.id),
        person,
    )


def _now(facts: Facts, **fields: object) -> Facts:
    """The same interview a while later."""
    return replace(facts, interview=replace(facts.interview, **fields))  # type: ignore[arg-type]


# --- Nadia: a hygienist, to the owner of a practice and to the one who runs its front desk -------

NADIA = "Nadia Okafor, dental hygienist. It went well, with two people."
_lowell = Person(11, "Marguerite Lowell", "Dr.", "DDS", job_title="owner", address="9 Harrow Lane")
_arden = Person(12, "Tess Arden", "Ms.", called="Tess", job_title="office manager")
_osei = Person(13, "Daniel Osei", "Mr.", called="Daniel", employer="Fernside Dental")
_nadia = Facts(
    Interview(
        id=11,
        employer="Harrow Lane Dental",
        role="Hygienist",
        held_on=date(2026, 10, 13),
        felt=Felt.WELL,
    ),
    met=_met(11, _lowell, _arden),
    vouching=(_vouching(11, _osei, date(2026, 10, 19)),),
    me=Me(
        name="Nadia Okafor",
        phone="555-0111",
        email="nadia@example.com",
        address="31 Sample Street\nAnytown",
    ),
)
_nadia_has_it = _now(_nadia, outcome=Outcome.ACCEPTED, outcome_on=date(2026, 10, 22))

# --- Marek: a pastry cook whose second language is English ---------------------------------------

MAREK = "Marek Havlik, pastry cook, writes in his second language. Nerves, and a wrong answer."
_whitcombe = Person(21, "Joan Whitcombe", "Ms.", job_title="kitchen director")
_marek = Facts(
    Interview(
        id=21,
        employer="Seven Elms Hotel",
        role="Pastry Cook",
        held_on=date(2026, 10, 15),
        felt=Felt.NERVES,
        promised_on=date(2026, 10, 23),
    ),
    met=_met(21, _whitcombe),
    me=Me(name="Marek Havlik", phone="555-0122", email="marek@example.com"),
)
_marek_asked = replace(
    _now(_marek, promised_on=None),
    follow_ups=(FollowUp(21, 21, 21, done_on=date(2026, 10, 27), result=Result.EMAILED),),
)
_marek_no = _now(_marek_asked, outcome=Outcome.NO, outcome_on=date(2026, 11, 10))

# --- Ruth: a school librarian whose mother had died ----------------------------------------------

RUTH = "Ruth Delgado, school librarian. A death in the family, nine days before."
_prideaux = Person(31, "Owen Prideaux", "Mr.", job_title="principal", address="2 Creek Road")
_marsh = Person(32, "Lena Marsh", "Ms.", job_title="fifth grade teacher")
_ruth = Facts(
    Interview(
        id=31,
        employer="Alder Creek School",
        role="School Librarian",
        held_on=date(2026, 10, 19),
        felt=Felt.PERSONAL,
    ),
    met=_met(31, _prideaux, _marsh),
    me=Me(
        name="Ruth Delgado",
        phone="555-0133",
        email="ruth@example.com",
        address="8 Mill Row\nAnytown",
    ),
)
_ruth_offer = _now(_ruth, outcome=Outcome.OFFER, outcome_on=date(2026, 11, 9))

# --- Sam: a lift technician, before a panel of three, who forgot the main thing ------------------

SAM = "Sam Iversen, lift technician. A panel of three, and the main thing forgotten."
_rao = Person(41, "Anil Rao", "Mr.", job_title="service manager")
_foss = Person(42, "Dana Foss", called="Dana", job_title="lead technician")
_beck = Person(43, "Carol Beck", "Ms.", job_title="personnel")
_sam = Facts(
    Interview(
        id=41,
        employer="Northgate Lifts",
        role="Service Technician",
        held_on=date(2026, 10, 21),
        felt=Felt.FORGOT,
    ),
    met=_met(41, _rao, _foss, _beck),
    me=Me(name="Sam Iversen", phone="555-0144", email="sam@example.com"),
)

# --- Bea: a veterinary nurse, over some weeks ----------------------------------------------------

BEA = "Bea Thornquist, veterinary nurse. One application that ends with a no, and one withdrawn."
_santangelo = Person(51, "Hugh Santangelo", "Dr.", "DVM", job_title="head of surgery")
_nair = Person(52, "Priya Nair", "Ms.", job_title="practice manager")
_grant = Person(53, "Milo Grant", "Mr.", called="Milo", job_title="night nurse")
_abara = Person(54, "Gwen Abara", "Ms.", called="Gwen")
_rask = Person(55, "Elin Rask", "Dr.", "DVM")
_bea_is = Me(name="Bea Thornquist", phone="555-0155", email="bea@example.com")
_bea = Facts(
    Interview(
        id=51,
        employer="Quayside Animal Hospital",
        role="Veterinary Nurse",
        held_on=date(2026, 10, 23),
        felt=Felt.MIXED,
    ),
    met=_met(51, _santangelo, _nair, _grant),
    vouching=(_vouching(51, _abara, date(2026, 11, 2)),),
    me=_bea_is,
)
_bea_no = _now(_bea, outcome=Outcome.NO, outcome_on=date(2026, 11, 6))
_bea_elsewhere = Facts(
    Interview(id=52, employer="Mossbank Clinic", role="Night Nurse", held_on=date(2026, 11, 20)),
    met=_met(52, _rask),
    me=_bea_is,
)

LETTERS = (
    Typed(
        NADIA,
        "The next day",
        _nadia,
        date(2026, 10, 14),
        LetterKind.THANK_YOU,
        11,
        {
            "thanks": "Thank you for letting me stay for the first patient yesterday afternoon.",
            "moment": "You told me about the man who sat outside in his car for an hour before"
            " his first visit in nine years, and that you went out to him. I have had patients"
            " like him, and I had never thought of going outside.",
            "not_said": "I should also have told you that I'm certified in local anesthesia, so"
            " nobody would have to wait until you can leave the other room.",
            "you_can": "Last year at Fernside I took on the patients who had stayed away. Of the"
            " forty-one I saw, thirty-six came back for a second visit.",
            "want": "I'd like to work with you.",
            "next": "I can start on the second of November, and any Friday before that I could"
            " spend a morning with you, so that you see me at work.",
        },
    ),
    Typed(
        NADIA,
        "The next day, to the other of the two",
        _nadia,
        date(2026, 10, 14),
        LetterKind.THANK_YOU,
        12,
        {
            "moment": "When you showed me the recall list that you keep by hand beside the one on"
            " the computer, I wanted to copy it. You know who comes if she is called before nine,"
            " and no program has a field for that.",
            "you_can": "On quiet afternoons at Fernside I called the people on the overdue list"
            " myself, and in a year it went from two hundred names to about sixty.",
            "want": "I'd be glad to join you.",
            "next": "If you send me the forms for my registration, you will have them back the"
            " same day.",
        },
    ),
    Typed(
        NADIA,
        "A card, the same evening",
        _nadia,
        date(2026, 10, 13),
        LetterKind.THANK_YOU,
        11,
        {
            "moment": "I keep coming back to what you said about the ten minutes you leave free"
            " after a frightened patient. I have never seen that on a schedule.",
            "want": "This is work that I'd like to do.",
        },
        CARD,
    ),
    Typed(
        NADIA,
        "They offered it, and she accepts",
        _now(_nadia, outcome=Outcome.OFFER, outcome_on=date(2026, 10, 21)),
        date(2026, 10, 22),
        LetterKind.ACCEPT,
        11,
        {
            "terms": "So that we both have it in writing: thirty-four dollars an hour, four days a"
            " week with Wednesdays off, and a start on Monday, November 2.",
            "liked": "It made it easy to say yes that you asked Tess what she thought before you"
            " answered me.",
            "settle": "I'll bring my registration and my vaccination record on the first day."
            " Which door should I come to at eight?",
        },
    ),
    Typed(
        NADIA,
        "A card to her reference, who was called on Monday",
        _nadia_has_it,
        date(2026, 10, 23),
        LetterKind.REFERENCE,
        13,
        {
            "ended": "I have the job, and I start on November 2.",
            "did": "It meant a lot to me that you told them about the winter when we were two"
            " short.",
        },
        CARD,
    ),
    Typed(
        MAREK,
        "The next day",
        _marek,
        date(2026, 10, 16),
        LetterKind.THANK_YOU,
        21,
        {
            "moment": "You showed me the old oven with three doors and told me which door lies"
            " about the heat. In my first bakery we had one like this, and I felt at home.",
            "not_said": "You asked me how long the croissant dough rests, and I was nervous and"
            " said two hours. The right answer is overnight in the cold, and I have done it so"
            " for eleven years.",
            "you_can": "In Brno I baked breakfast for 220 guests with one helper, in winter for"
            " 300.",
            "want": "I'd very much like to work with you.",
            "next": "If it helps, I can come one morning at four and bake with you, so you see my"
            " hands and not my English.",
        },
    ),
    Typed(
        MAREK,
        "The day they named has passed",
        _marek,
        date(2026, 10, 27),
        LetterKind.FOLLOW_UP,
        21,
        {
            "news": "Since we spoke, I have passed the course in food safety, and the paper came"
            " on Monday.",
            "ask": "May I come by and bake one morning while you decide?",
            "last": "Thank you again for the end of that loaf.",
        },
    ),
    Typed(
        MAREK,
        "A second try",
        _marek_asked,
        date(2026, 11, 5),
        LetterKind.FOLLOW_UP,
        21,
        {
            "news": "I have now found a room ten minutes from the hotel on foot, so the early"
            " shift is no problem.",
            "ask": "When do you expect to know more?",
        },
    ),
    Typed(
        MAREK,
        "It was a no",
        _marek_no,
        date(2026, 11, 12),
        LetterKind.WHY_NOT,
        21,
        {
            "appreciated": "It helped me that you let me finish my sentences, which in English does"
            " not happen to me every day.",
            "question": "Which one thing would have made my application stronger? I ask myself if"
            " it was the language or the baking, because I can work on both.",
            "ease": "Two lines would help me, whenever you have a minute.",
        },
    ),
    Typed(
        RUTH,
        "The next day, typed",
        _ruth,
        date(2026, 10, 20),
        LetterKind.THANK_YOU,
        31,
        {
            "moment": "You told me about the boy who borrows the same book on sharks every Friday"
            " and returns it every Monday. I have been thinking about what to leave on top of it"
            " one week, and I have three ideas.",
            "reason": "My mother died nine days before we spoke, and if I seemed slow to answer,"
            " that was why.",
            "not_said": "I should also have told you that I ran the reading hour at Millbrook for"
            " six years. It began with eighteen families and ended with more than seventy.",
            "want": "This is work that I'd like to do.",
            "next": "I'm free any afternoon after three, if you would like to go on where we"
            " stopped.",
        },
        TYPED,
    ),
    Typed(
        RUTH,
        "A card, the next day",
        _ruth,
        date(2026, 10, 20),
        LetterKind.THANK_YOU,
        32,
        {
            "moment": "Your question about books for which a child is too young went home with"
            " me. I'd still let them carry one around for a week.",
            "want": "I'd be glad to join you.",
        },
        CARD,
    ),
    Typed(
        RUTH,
        "There is an offer",
        _ruth_offer,
        date(2026, 11, 9),
        LetterKind.OFFER_THANKS,
        31,
        {
            "until": "You will have my answer by Friday, November 13.",
            "settle": "Could you also put in writing that the summer weeks are free?",
            "liked": "I was glad that it was you who called.",
            "last": "I know that it keeps you waiting; if that is too long, please call me. My best"
            " to Ms. Marsh and the fifth grade.",
        },
    ),
    Typed(
        RUTH,
        "She needs longer",
        _ruth_offer,
        date(2026, 11, 10),
        LetterKind.MORE_TIME,
        31,
        {
            "until": "Could I let you know by Monday, November 16?",
            "reason": "I do need to ask you for some time, though. Before I answer I have to talk"
            " with my sister, who shares the care of our father with me.",
            "glad": "I was in the library when you called, and told the fish about it.",
            "wait": "I know that it keeps you waiting, and if it's too long, please say so.",
            "last": "Thank you again for showing me that reading corner. My best to Ms. Marsh and"
            " the fifth grade.",
        },
    ),
    Typed(
        RUTH,
        "She declines",
        _ruth_offer,
        date(2026, 11, 16),
        LetterKind.DECLINE,
        31,
        {
            "reason": "My father needs one of us close by, and with ninety minutes on the road I"
            " couldn't promise you a whole school year.",
            "liked": "I'll remember how you knew every child in that corridor by name.",
            "settle": "A colleague of mine, Ines Palmer, built the Millbrook library with me and"
            " is looking for a school like yours. She knows that I'm naming her.",
            "last": "I hope that somebody has a new book on sharks ready by Friday.",
        },
    ),
    Typed(
        SAM,
        "The next day",
        _sam,
        date(2026, 10, 22),
        LetterKind.THANK_YOU,
        41,
        {
            "thanks": "and for driving me back to the station.",
            "moment": "When you put the burnt contactor on the table and let me look at it for as"
            " long as I wanted, I understood what you look for in people.",
            "not_said": "One thing I didn't get to say is that I'm certified for passenger"
            " rescue. I did eleven last year, two of them at night and alone, and nobody was"
            " hurt.",
            "you_can": "You said that you need somebody for the old relay controllers, and I have"
            " kept four of them running since 2019.",
            "want": "I'd like to work with you.",
            "next": "Would it be useful if I sent you the certificate and my log?",
        },
    ),
    Typed(
        SAM,
        "The next day, to the lead technician",
        _sam,
        date(2026, 10, 22),
        LetterKind.THANK_YOU,
        42,
        {
            "moment": "You told me that you write every fault on the inside of the cabinet door"
            " for whoever comes next. I have done that since my first year and was told off for"
            " it twice.",
            "not_said": "I should also have told you that I do rescues: I have the certificate,"
            " and last year there were eleven.",
            "want": "I hope that you will choose me.",
            "next": "I'm free to ride along on any Saturday.",
        },
    ),
    Typed(
        SAM,
        "The next day, to the one from personnel",
        _sam,
        date(2026, 10, 22),
        LetterKind.THANK_YOU,
        43,
        {
            "not_said": "Your question about the longest I ever stayed on a job was a good one. I"
            " gave you a number, and the better answer is that I have never left one with a lift"
            " standing still.",
            "next": "I can start four weeks after you say yes, and my driving record is on its"
            " way to you.",
        },
    ),
    Typed(
        SAM,
        "A mistake in the first of these letters",
        _sam,
        date(2026, 10, 23),
        LetterKind.CORRECTION,
        41,
        {
            "said": "In my letter to you I wrote that I have kept four relay controllers running"
            " since 2019.",
            "right": "It should have been 2021, when the last of the four came to me.",
            "sorry": "I'm sorry for the mistake.",
        },
    ),
    Typed(
        SAM,
        "Somebody else has made an offer",
        _sam,
        date(2026, 11, 2),
        LetterKind.OTHER_OFFER,
        41,
        {
            "until": "I have until Friday, November 6, to answer them.",
            "want": "I'd rather work with you.",
            "liked": "What draws me to you is that nobody rides alone at night in the first"
            " year; I haven't heard that anywhere else.",
            "ask": "Is there anything you can tell me before then? If you can't say yet, I'll"
            " understand.",
        },
    ),
    Typed(
        SAM,
        "They offered it, and he accepts on a sheet of paper",
        _now(_sam, outcome=Outcome.OFFER, outcome_on=date(2026, 11, 5)),
        date(2026, 11, 6),
        LetterKind.ACCEPT,
        41,
        {
            "terms": "We agreed on 58,000 a year, the van, every third weekend on call, and a"
            " first day on Monday, November 30.",
            "liked": "Thank you for calling me yourself, a day before I had to answer the others.",
            "settle": "I gave notice this morning. Is there anything for me to sign before the"
            " 30th?",
        },
        TYPED,
    ),
    Typed(
        BEA,
        "There is one address only",
        _bea,
        date(2026, 10, 24),
        LetterKind.FOR_OTHERS,
        52,
        {
            "did": "You made sure that I saw the night ward, although it wasn't on the plan.",
            "message": "Please tell Dr. Santangelo that I have read both papers on cats and"
            " anesthesia, and that he was right about the second. And would you let Milo Grant"
            " know that I told my son about the parrot?",
            "want": "I'd like to work with all of you.",
            "last": "It's kind of you to carry this to the others.",
        },
        names="Dr. Santangelo and Milo Grant",
    ),
    Typed(
        BEA,
        "An answer that wasn't quite right",
        _bea,
        date(2026, 10, 25),
        LetterKind.CORRECTION,
        51,
        {
            "said": "When you asked, I said that I have run ketamine infusions.",
            "right": "I have prepared and watched them many times, but each of them was started"
            " by a veterinarian.",
            "sorry": "I should have had it right the first time, and I'm sorry.",
        },
    ),
    Typed(
        BEA,
        "A call was planned, and nobody called",
        _now(_bea, missed_call_on=date(2026, 10, 29)),
        date(2026, 10, 30),
        LetterKind.FOLLOW_UP,
        52,
        {"ask": "Would Monday after four suit you, or any time on Tuesday?"},
    ),
    Typed(
        BEA,
        "A card after the no",
        _bea_no,
        date(2026, 11, 9),
        LetterKind.AFTER_NO,
        51,
        {
            "appreciated": "It was good of you to call me yourself, and to tell me what you had"
            " seen in me.",
            "keep": "Please keep me in mind if the night ward needs somebody in spring.",
        },
        CARD,
    ),
    Typed(
        BEA,
        "The same, by e-mail",
        _bea_no,
        date(2026, 11, 9),
        LetterKind.AFTER_NO,
        52,
        {
            "appreciated": "It was good of you to tell me the plan for the day at the door, down"
            " to where the coffee was.",
            "keep": "I'd apply again if the night ward needs somebody, from March at the latest.",
            "last": "Please thank Milo for the story of the parrot.",
        },
    ),
    Typed(
        BEA,
        "To her reference, who was called",
        _bea_no,
        date(2026, 11, 9),
        LetterKind.REFERENCE,
        54,
        {
            "did": "I hear that you gave them half an hour and began with the night of the flood."
            " Because of you, I know how I look from outside, and I'll go to the next"
            " one with my back straight.",
            "ended": "They have chosen somebody else, and I took it better than I thought I would.",
            "last": "I have owed you a Sunday since June, and the dog a walk.",
        },
    ),
    Typed(
        BEA,
        "Before another interview",
        _bea_elsewhere,
        date(2026, 11, 16),
        LetterKind.WITHDRAW,
        55,
        {
            "reason": "I have accepted a place on a night team nearer to my son's school.",
            "settle": "The papers that I sent you can be deleted.",
            "liked": "Thank you for finding me an hour before your surgery.",
            "last": "I hope that the new ward is finished before the frost.",
        },
    ),
)
