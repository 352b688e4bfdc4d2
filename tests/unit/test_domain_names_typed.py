"""Lines about people as they are really typed, and the people and greetings they are."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import fields
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from afterview_tui.domain import names
from afterview_tui.domain.records import Person
from afterview_tui.domain.text import fold, lines

TOLD = (
    *("called", "pronouns", "post_nominals", "employer", "job_title", "phone", "email", "notes"),
)


class Read(NamedTuple):
    """What a letter says after "Dear", the name on file, and what else was told."""

    greeting: str
    shown: str
    told: dict[str, str]


def p(shown: str, greeting: str = "", **told: str) -> Read:
    return Read(greeting or shown, shown, told)


def _read(line: str) -> list[Read]:
    return [
        Read(
            names.addressed(one),
            one.shown,
            {name: text for name in TOLD if (text := getattr(one, name))},
        )
        for one in names.people(line)
    ]


def _cases(rows: dict[str, list[Read]]) -> list[tuple[str, list[Read]]]:
    return list(rows.items())


GAP = "[name]"

TITLES_AND_LETTERS = {
    "Dr. Maria Chen DDS, owner": [
        p("Dr. Maria Chen", "Dr. Chen", post_nominals="DDS", job_title="owner")
    ],
    "Dr. Conan O'Neill MD": [p("Dr. Conan O'Neill", "Dr. O'Neill", post_nominals="MD")],
    "dr. jones": [p("Dr. Jones")],
    "Dr. Priya Raman BDS MFDS, principal dentist": [
        p("Dr. Priya Raman", "Dr. Raman", post_nominals="BDS MFDS", job_title="principal dentist")
    ],
    "doctor amy wong": [p("Doctor Amy Wong", "Doctor Wong")],
    "Amy Ortiz RDH, BSDH": [p("Amy Ortiz", post_nominals="RDH, BSDH")],
    "Greg Hill, MD PhD, medical director": [
        p("Greg Hill", post_nominals="MD PhD", job_title="medical director")
    ],
    "mrs. o'neill, front desk": [p("Mrs. O'Neill", job_title="front desk")],
    "Dr. S. K. Rao M.D.": [p("Dr. S. K. Rao", "Dr. Rao", post_nominals="M.D.")],
    "Sean O'Brien Jr., DDS": [p("Sean O'Brien Jr.", "Sean O'Brien", post_nominals="DDS")],
    "Ms. Ananya Krishnamurthy, R.D.H.": [
        p("Ms. Ananya Krishnamurthy", "Ms. Krishnamurthy", post_nominals="R.D.H.")
    ],
    "mr. angus mcdonald": [p("Mr. Angus McDonald", "Mr. McDonald")],
    "interviewer - Dr. Amy Wong": [p("Dr. Amy Wong", "Dr. Wong", job_title="interviewer")],
    "Ann Lee CDA": [p("Ann Lee", post_nominals="CDA")],
    "a) Ms. Boss": [p("Ms. Boss")],
    "Mary Ann Lee, MSW LCSW": [p("Mary Ann Lee", post_nominals="MSW LCSW")],
    "Mr Tom Reed Esq.": [p("Mr Tom Reed", "Mr Reed", post_nominals="Esq.")],
    "Tom Reed, Esq.": [p("Tom Reed", post_nominals="Esq.")],
    "Tom Reed, Jr., R.N.": [p("Tom Reed Jr.", "Tom Reed", post_nominals="R.N.")],
    "Patel (Mrs.)": [p("Mrs. Patel")],
    "Patel, Dr.": [p("Dr. Patel")],
    "Dr. Fiona O'Shea, BDentSc": [p("Dr. Fiona O'Shea", "Dr. O'Shea", post_nominals="BDentSc")],
    "prof jane doe": [p("Prof Jane Doe", "Prof Doe")],
    "Jane Doe, M.D., F.A.C.S.": [p("Jane Doe", post_nominals="M.D., F.A.C.S.")],
    "Jane Doe, CPA, partner": [p("Jane Doe", post_nominals="CPA", job_title="partner")],
    "Jane Doe RN": [p("Jane Doe", post_nominals="RN")],
}

SURNAMES = {
    "Dr. Nguyen Van An": [p("Dr. Nguyen Van An", "Dr. An")],
    "Dr. Le Guin": [p("Dr. Le Guin")],
    "Ms. Ursula K. Le Guin": [p("Ms. Ursula K. Le Guin", "Ms. Le Guin")],
    "Ms. Sarah St. James": [p("Ms. Sarah St. James", "Ms. St. James")],
    "Dr. Juan dela Cruz": [p("Dr. Juan dela Cruz", "Dr. dela Cruz")],
    "Mr. Robert Downey Junior": [p("Mr. Robert Downey Junior", "Mr. Downey")],
    "De Vries": [p("De Vries")],
    "Ms. St. James": [p("Ms. St. James")],
    "Mr. Van Gogh": [p("Mr. Van Gogh")],
    "Ms. Van Nguyen": [p("Ms. Van Nguyen", "Ms. Nguyen")],
    "Dr Olufemi Adeyemi-Bello": [p("Dr Olufemi Adeyemi-Bello", "Dr Adeyemi-Bello")],
    "Prof. Dr. Heike Müller": [p("Prof. Dr. Heike Müller", "Prof. Dr. Müller")],
    "Professor Anders Sørby": [p("Professor Anders Sørby", "Professor Sørby")],
    "Mr Siobhán Ní Bhriain": [p("Mr Siobhán Ní Bhriain", "Mr Ní Bhriain")],
    "Ms. Mai Le": [p("Ms. Mai Le", "Ms. Le")],
    "Dr. Anh Do": [p("Dr. Anh Do", "Dr. Do")],
    "Ms. Jack Ma": [p("Ms. Jack Ma", "Ms. Ma")],
    "Dr. Van Tran": [p("Dr. Van Tran", "Dr. Tran")],
    "Dr. Di Stefano": [p("Dr. Di Stefano")],
    "Mr. Da Silva": [p("Mr. Da Silva")],
    "Mrs. La Rue": [p("Mrs. La Rue")],
    "Ms. Chloé La Rue": [p("Ms. Chloé La Rue", "Ms. La Rue")],
    "Mr. O'Brien": [p("Mr. O'Brien")],
    "Mr. Hassan al-Farsi": [p("Mr. Hassan al-Farsi", "Mr. al-Farsi")],
    "Dr. Abdul Rahman": [p("Dr. Abdul Rahman", "Dr. Rahman")],
    "Mr. Omar bin Said": [p("Mr. Omar bin Said", "Mr. bin Said")],
    "Ms. Lena van 't Hoff": [p("Ms. Lena van 't Hoff", "Ms. van 't Hoff")],
    "Mr. Charles Fox Sr.": [p("Mr. Charles Fox Sr.", "Mr. Fox")],
    "MARIA CHEN": [p("MARIA CHEN")],
    "YO-YO MA": [p("YO-YO MA")],
    "Dr. JOHN DO": [p("Dr. JOHN DO", "Dr. DO")],
    "maria": [p("Maria")],
    "juan de la cruz": [p("Juan de la Cruz")],
    "José Ortega y Gasset": [p("José Ortega y Gasset")],
    "Rose Baker": [p("Rose Baker")],
    "Ms. Hope Young": [p("Ms. Hope Young", "Ms. Young")],
    "Herr Klaus von Stein": [p("Herr Klaus von Stein", "Herr von Stein")],
    "Sra. Carmen Ruiz": [p("Sra. Carmen Ruiz", "Sra. Ruiz")],
    "Rev. Dr. Paul Stone": [p("Rev. Dr. Paul Stone", "Rev. Dr. Stone")],
    "Mr. Kim Min-jun": [p("Mr. Kim Min-jun", "Mr. Min-jun")],
    "田中 太郎": [p("田中 太郎")],
    "Dr. 김민준": [p("Dr. 김민준")],
    "Judge Judy Stone": [p("Judge Judy Stone")],
    "Lakshmi": [p("Lakshmi")],
    "Dr. Nguyễn Thị Lan": [p("Dr. Nguyễn Thị Lan", "Dr. Lan")],
    "Mr. Jean-Luc de Montfort-Laval": [
        p("Mr. Jean-Luc de Montfort-Laval", "Mr. de Montfort-Laval")
    ],
    "DR. SMITH": [p("Dr. SMITH")],
    "Guy Pearce": [p("Guy Pearce")],
    "Marie DUPONT": [p("Marie DUPONT")],
    "A. Smith": [p("A. Smith")],
    "my tran": [p("My Tran")],
    "Will Price": [p("Will Price")],
    "Faith Page": [p("Faith Page")],
    "Rich Porter": [p("Rich Porter")],
    "will young": [p("Will Young")],
    "Dr. Martin Luther King Jr.": [p("Dr. Martin Luther King Jr.", "Dr. King")],
    "Ms. Della Reese": [p("Ms. Della Reese")],
    "Mr. Al Green": [p("Mr. Al Green", "Mr. Green")],
    "Dr. Mac Giolla": [p("Dr. Mac Giolla")],
    "Prof. Łukasz Żak": [p("Prof. Łukasz Żak", "Prof. Żak")],
    "Μαρία Παπαδοπούλου": [p("Μαρία Παπαδοπούλου")],
    "محمد علي": [p("محمد علي")],
    "山田さん": [p("山田さん")],
    "Dr Ng": [p("Dr Ng")],
    "Mr. D'Angelo": [p("Mr. D'Angelo")],
    "Dr. MacLeod": [p("Dr. MacLeod")],
    "Ms. de la Fuente": [p("Ms. de la Fuente")],
    "Dr. Ten Eyck": [p("Dr. Ten Eyck")],
    "Dr. José María de los Santos": [p("Dr. José María de los Santos", "Dr. de los Santos")],
    "Mr. El Amrani": [p("Mr. El Amrani")],
    "Dr. Ibn Sina": [p("Dr. Ibn Sina")],
    "Mrs. Van den Berg": [p("Mrs. Van den Berg")],
    "Mr. Rafael dos Santos Silva": [p("Mr. Rafael dos Santos Silva", "Mr. dos Santos Silva")],
    "Dr. Sam Lee-Wong II": [p("Dr. Sam Lee-Wong II", "Dr. Lee-Wong")],
    "MS. JANE DOE": [p("Ms. JANE DOE", "Ms. DOE")],
    "Jane ???": [p("Jane ???")],
    "Jane D": [p("Jane D")],
    "J.": [p("J.")],
    "3) Jane Doe": [p("Jane Doe")],
    "#2 Jane Doe": [p("Jane Doe")],
    "→ Jane Doe": [p("Jane Doe")],
    "Tim something": [p("Tim something")],
    "Rusty Nail": [p("Rusty Nail")],
    "Angel Price": [p("Angel Price")],
    "Dr. Pepper": [p("Dr. Pepper")],
    "Chen Wei": [p("Chen Wei")],
    "Nguyen Van An": [p("Nguyen Van An")],
    "Siobhán Ní Bhriain": [p("Siobhán Ní Bhriain")],
    "Frau Dr. Anna Weber": [p("Frau Dr. Anna Weber", "Frau Dr. Weber")],
    "María-José Pérez Gómez": [p("María-José Pérez Gómez")],
}

BESIDE_THE_NAME = {
    "Sam Park (she/her)": [p("Sam Park", pronouns="she/her")],
    "Ann Lee (owner)": [p("Ann Lee", job_title="owner")],
    "HR lady (forgot her name)": [p("HR lady", GAP, notes="forgot her name")],
    "Ida Fox (call me Mia)": [p("Ida Fox", "Mia", called="Mia")],
    "Jennifer (Jen) Park": [p("Jennifer Park", "Jen", called="Jen")],
    'Robert "Bob" Stone': [p("Robert Stone", "Bob", called="Bob")],
    "Elizabeth 'Liz' Moore, lead hygienist": [
        p("Elizabeth Moore", "Liz", called="Liz", job_title="lead hygienist")
    ],
    "Dr. Katherine Wu (goes by Kate)": [p("Dr. Katherine Wu", "Kate", called="Kate")],
    "Xiaoming Wang, known as Sean": [p("Xiaoming Wang", "Sean", called="Sean")],
    "Ash Reyes (they/them), scheduler": [
        p("Ash Reyes", pronouns="they/them", job_title="scheduler")
    ],
    "Ash Reyes they/them": [p("Ash Reyes", pronouns="they/them")],
    "Alexandra Novak (Sasha, she/her)": [
        p("Alexandra Novak", "Sasha", called="Sasha", pronouns="she/her")
    ],
    "Nina Petrova (née Ivanova)": [p("Nina Petrova", notes="née Ivanova")],
    "Paul Reed (very tall, red tie)": [p("Paul Reed", notes="very tall, red tie")],
    "Lee (not sure about the surname)": [p("Lee", notes="not sure about the surname")],
    "Grace Hopper (office manager)": [p("Grace Hopper", job_title="office manager")],
    "Jo Park (jo@oak.example).": [p("Jo Park", email="jo@oak.example")],
    "Mrs. Patel (office manager)": [p("Mrs. Patel", job_title="office manager")],
    "Jo (from the front desk)": [p("Jo", notes="from the front desk")],
    "Maria from HR": [p("Maria", notes="from HR")],
    "Maria at the front desk": [p("Maria", notes="at the front desk")],
    "Lee Chan (he/him/his), QA": [p("Lee Chan", pronouns="he/him/his", job_title="QA")],
    "Lee Chan [she/they]": [p("Lee Chan", pronouns="she/they")],
    "Lee Chan, she/her, owner": [p("Lee Chan", pronouns="she/her", job_title="owner")],
    "Lee Chan (pronouns: they/them)": [p("Lee Chan", pronouns="pronouns: they/them")],
    "Lee Chan (she)": [p("Lee Chan", pronouns="she")],
    "jennifer (jen) park": [p("Jennifer Park", "Jen", called="Jen")],
    "Jennifer Park “Jenny”": [p("Jennifer Park", "Jenny", called="Jenny")],
    "William Stone aka Bill": [p("William Stone", "Bill", called="Bill")],
    "Rob Stone (prefers e-mail)": [p("Rob Stone", notes="prefers e-mail")],
    "Rob Stone (call me tomorrow)": [p("Rob Stone", notes="call me tomorrow")],
    "Rob Stone (not his real name)": [p("Rob Stone", notes="not his real name")],
    "Ann Lee née Fox": [p("Ann Lee", notes="née Fox")],
    "Ann Lee (DDS)": [p("Ann Lee", post_nominals="DDS")],
    "Ann Lee (JP)": [p("Ann Lee", "JP", called="JP")],
    "the hygienist (red hair)": [p("the hygienist", GAP, notes="red hair")],
    "Dr. Kim (Korean, very kind)": [p("Dr. Kim", notes="Korean, very kind")],
    "Sean (Zoom)": [p("Sean", notes="Zoom")],
    "Kim Ray, x@a.example, y@b.example": [p("Kim Ray", email="x@a.example", notes="y@b.example")],
    "Tom Reed (owner, DDS)": [p("Tom Reed", job_title="owner, DDS")],
    "Jane (HR)": [p("Jane", job_title="HR")],
    "Jane D. (recruiter)": [p("Jane D.", job_title="recruiter")],
    "Jane (recruiter at TalentCo)": [p("Jane", job_title="recruiter at TalentCo")],
    "Jane (Janie) Doe (she/her), RDH": [
        p("Jane Doe", "Janie", called="Janie", pronouns="she/her", post_nominals="RDH")
    ],
    "Jane Doe (he/she/they)": [p("Jane Doe", pronouns="he/she/they")],
    "Jane Doe, they/them": [p("Jane Doe", pronouns="they/them")],
    'Jane Doe "JD"': [p("Jane Doe", "JD", called="JD")],
    "Jane Doe (aka Janie)": [p("Jane Doe", "Janie", called="Janie")],
    "Jane Doe, call her Janie": [p("Jane Doe", "Janie", called="Janie")],
    "Jane Doe (I think)": [p("Jane Doe", notes="I think")],
    "Jane Doe (2nd interviewer)": [p("Jane Doe", job_title="2nd interviewer")],
    "Jane Doe (the owner)": [p("Jane Doe", job_title="the owner")],
    "Jane Doe (Dr. Chen's assistant)": [p("Jane Doe", job_title="Dr. Chen's assistant")],
    "Jane Doe (on Zoom)": [p("Jane Doe", notes="on Zoom")],
    "Jane (surname?)": [p("Jane", notes="surname?")],
    "jane.doe@x.example (Jane Doe)": [p("Jane Doe", email="jane.doe@x.example")],
    "Jane Doe, +1 (555) 123-4567, jane@x.example": [
        p("Jane Doe", phone="+1 (555) 123-4567", email="jane@x.example")
    ],
    "Ali Khan (Store Manager)": [p("Ali Khan", job_title="Store Manager")],
}

SEVERAL = {
    "Dr. Chang and Dr. Parks": [p("Dr. Chang"), p("Dr. Parks")],
    "Mr. & Mrs. Smith": [p("Mr. Smith"), p("Mrs. Smith")],
    "Dr. and Mrs. Smith": [p("Dr. Smith"), p("Mrs. Smith")],
    "Jo & Ann Lee": [p("Jo Lee"), p("Ann Lee")],
    "Maria Chen and Jo Park": [p("Maria Chen"), p("Jo Park")],
    "Dr. Chang with Ms. Ruiz, office manager": [
        p("Dr. Chang"),
        p("Ms. Ruiz", job_title="office manager"),
    ],
    "Sam Park, owner, and Ann Lee, manager": [
        p("Sam Park", job_title="owner"),
        p("Ann Lee", job_title="manager"),
    ],
    "Maria Chen, owner; Jo Park, manager": [
        p("Maria Chen", job_title="owner"),
        p("Jo Park", job_title="manager"),
    ],
    "Maria and the receptionist": [p("Maria"), p("the receptionist", GAP)],
    "Kim & Lee": [p("Kim"), p("Lee")],
    "Drs. Chang and Parks": [p("Dr. Chang"), p("Dr. Parks")],
    "Drs. Jo & Ann Lee": [p("Dr. Jo Lee", "Dr. Lee"), p("Dr. Ann Lee", "Dr. Lee")],
    "Mr. and Mrs. John Smith": [p("Mr. John Smith", "Mr. Smith"), p("Mrs. Smith")],
    "Dr. Chen, Dr. Park": [p("Dr. Chen"), p("Dr. Park")],
    "Dr. Chen, owner, Dr. Park, associate": [
        p("Dr. Chen", job_title="owner"),
        p("Dr. Park", job_title="associate"),
    ],
    "Dr. Chen (owner) and Ann Lee (hygienist)": [
        p("Dr. Chen", job_title="owner"),
        p("Ann Lee", job_title="hygienist"),
    ],
    "Jo Park <jo@oak.example>; Ann Lee <ann@oak.example>": [
        p("Jo Park", email="jo@oak.example"),
        p("Ann Lee", email="ann@oak.example"),
    ],
    "Sam/Alex": [p("Sam"), p("Alex")],
    "Mr. Hill and Mr. Lowe, partners": [p("Mr. Hill"), p("Mr. Lowe", job_title="partners")],
    "Ann, Bob and Cy": [p("Ann"), p("Bob"), p("Cy")],
    "Ann Lee + Bob Hill": [p("Ann Lee"), p("Bob Hill")],
    "Ann Lee and two engineers": [p("Ann Lee"), p("two engineers", GAP)],
    "Mrs. Patel & the receptionist": [p("Mrs. Patel"), p("the receptionist", GAP)],
    "Dr. Ann Lee and her assistant": [p("Dr. Ann Lee", "Dr. Lee"), p("her assistant", GAP)],
    "maria and jo": [p("Maria"), p("Jo")],
}

PUT_IN_ORDER = {
    "Hall, Peter": [p("Peter Hall")],
    "Kim Ray <kim@x.com>": [p("Kim Ray", email="kim@x.com")],
    "1. Tim Cole": [p("Tim Cole")],
    "- Lena Wolf": [p("Lena Wolf")],
    "Rita Moss - owner": [p("Rita Moss", job_title="owner")],
    "Ms. De Vries, HR": [p("Ms. De Vries", job_title="HR")],
    "Mr. Sam Cole III, partner": [p("Mr. Sam Cole III", "Mr. Cole", job_title="partner")],
    "• Lena Wolf": [p("Lena Wolf")],
    "* Tim Cole, manager": [p("Tim Cole", job_title="manager")],
    "1) Dr. Ann Bo": [p("Dr. Ann Bo", "Dr. Bo")],
    "(2) Jo Park": [p("Jo Park")],
    "– Omar Haddad – assistant": [p("Omar Haddad", job_title="assistant")],
    "Rita Moss: owner": [p("Rita Moss", job_title="owner")],
    "Rita Moss / owner": [p("Rita Moss", job_title="owner")],
    "Office manager: Beth Ames": [p("Beth Ames", job_title="Office manager")],
    "Kim Ray kim.ray@x.com": [p("Kim Ray", email="kim.ray@x.com")],
    '"Ray, Kim" <kim@x.com>': [p("Kim Ray", email="kim@x.com")],
    "Jo Park, mailto:jo@oak.example?subject=Hello.": [p("Jo Park", email="jo@oak.example")],
    "Jo Park 555-123-4567": [p("Jo Park", phone="555-123-4567")],
    "Nguyen, Thi Mai": [p("Thi Mai Nguyen")],
    "de la Cruz, Maria, hygienist": [p("Maria de la Cruz", job_title="hygienist")],
    "Smith, Dr. John": [p("Dr. John Smith", "Dr. Smith")],
    "Madison, receptionist": [p("Madison", job_title="receptionist")],
    "Patel, Office Manager": [p("Patel", job_title="Office Manager")],
    "Sam Park, owner and manager": [p("Sam Park", job_title="owner and manager")],
    "Kay Bell, Director of Sales and Marketing": [
        p("Kay Bell", job_title="Director of Sales and Marketing")
    ],
    "Dean Page, Principal": [p("Dean Page", job_title="Principal")],
    "Bjørn Ødegård – butikksjef": [p("Bjørn Ødegård", job_title="butikksjef")],
    "Dev Patel, developer": [p("Dev Patel", job_title="developer")],
    "Maria at Oak Vision": [p("Maria", employer="Oak Vision")],
    "Maria Chen @ Oak Vision": [p("Maria Chen", employer="Oak Vision")],
    "Tim Cole the manager": [p("Tim Cole", job_title="the manager")],
    "Tim Cole owner": [p("Tim Cole", job_title="owner")],
    "the manager, Tim Cole": [p("Tim Cole", job_title="the manager")],
    "Receptionist Maria": [p("Maria", job_title="Receptionist")],
    "HR: Jo Park": [p("Jo Park", job_title="HR")],
    "Ann Lee, Head of Learning and Talent Growth": [
        p("Ann Lee", job_title="Head of Learning and Talent Growth")
    ],
    "Ann Lee, R&D": [p("Ann Lee", job_title="R&D")],
    "Bob Hill, Health & Safety": [p("Bob Hill", job_title="Health & Safety")],
    "Ann Lee, at Smith & Sons": [p("Ann Lee", employer="Smith & Sons")],
    "DUPONT, Marie": [p("Marie DUPONT")],
    "O'Neill, Conan": [p("Conan O'Neill")],
    "Hall, P.": [p("P. Hall")],
    "Rose, owner": [p("Rose", job_title="owner")],
    "Lindquist, Anna": [p("Anna Lindquist")],
    "- [ ] Tim Cole": [p("Tim Cole")],
    "2. dr. van der berg": [p("Dr. Van der Berg")],
    "an nguyen": [p("An Nguyen")],
    "Front Desk Maria": [p("Maria", job_title="Front Desk")],
    "Kim Ray, kim.ray@x.com.": [p("Kim Ray", email="kim.ray@x.com")],
    "Kim Ray <mailto:kim@x.com>": [p("Kim Ray", email="kim@x.com")],
    "Иван Петров, директор": [p("Иван Петров", job_title="директор")],
    "Nurse Joy": [p("Nurse Joy")],
    "Tom Reed | owner | 555-0101": [p("Tom Reed", job_title="owner", phone="555-0101")],
    "Ms. Tamara Ivanovic-Reed, practice manager": [
        p("Ms. Tamara Ivanovic-Reed", "Ms. Ivanovic-Reed", job_title="practice manager")
    ],
    "Jane Doe - HR manager": [p("Jane Doe", job_title="HR manager")],
    "Jane Doe — hiring manager": [p("Jane Doe", job_title="hiring manager")],
    "Jane Doe – VP, Sales": [p("Jane Doe", job_title="VP, Sales")],
    "Jane Doe: Head of People": [p("Jane Doe", job_title="Head of People")],
    "Jane Doe/HR": [p("Jane Doe", job_title="HR")],
    "Jane Doe, Dr. Chen's assistant": [p("Jane Doe", job_title="Dr. Chen's assistant")],
    "-Jane Doe": [p("Jane Doe")],
    "Jane Doe <jane.doe@x.example>, owner": [
        p("Jane Doe", email="jane.doe@x.example", job_title="owner")
    ],
    "Doe, Jane <jane@x.example>": [p("Jane Doe", email="jane@x.example")],
    "jane.doe@x.example, Jane Doe": [p("Jane Doe", email="jane.doe@x.example")],
    "Store Manager: Ali Khan": [p("Ali Khan", job_title="Store Manager")],
    "Ali Khan, store manager & buyer": [p("Ali Khan", job_title="store manager & buyer")],
    "Park, Ji-woo": [p("Ji-woo Park")],
    "Jörg Müller, Geschäftsführer": [p("Jörg Müller", job_title="Geschäftsführer")],
}

WITHOUT_A_NAME = {
    "Dr. something with K": [p("Dr. something", GAP, notes="with K")],
    "someone whose name I did not catch": [p("someone whose name I did not catch", GAP)],
    "the receptionist": [p("the receptionist", GAP)],
    "Front desk": [p("Front desk", GAP)],
    "two engineers": [p("two engineers", GAP)],
    "someone from HR": [p("someone from HR", GAP)],
    "tall guy with glasses": [p("tall guy with glasses", GAP)],
    "hiring manager": [p("hiring manager", GAP)],
    "her boss": [p("her boss", GAP)],
    "a lady from HR": [p("a lady from HR", GAP)],
    "guy from sales": [p("guy from sales", GAP)],
    "unknown": [p("unknown", GAP)],
    "didn't catch her name": [p("didn't catch her name", GAP)],
    "HR": [p("HR", GAP)],
    "kim.ray@x.com": [p("kim.ray@x.com", GAP)],
    "Lakeside Dental front desk": [p("Lakeside Dental front desk", GAP)],
    "?": [p("?", GAP)],
    "Johnson & Johnson recruiter": [p("Johnson & Johnson recruiter", GAP)],
    "the lady at the desk": [p("the lady at the desk", GAP)],
    "an older man": [p("an older man", GAP)],
    "CEO": [p("CEO", GAP)],
    "some guy named Tim": [p("some guy named Tim", GAP)],
    "don't remember": [p("don't remember", GAP)],
    "no idea": [p("no idea", GAP)],
    "Lead dev": [p("Lead dev", GAP)],
    "the team": [p("the team", GAP)],
    "panel of three": [p("panel of three", GAP)],
}


@pytest.mark.parametrize(("line", "expected"), _cases(TITLES_AND_LETTERS))
def test_titles_and_letters_after_the_name_are_kept_out_of_it(
    line: str, expected: list[Read]
) -> None:
    assert _read(line) == expected


@pytest.mark.parametrize(("line", "expected"), _cases(SURNAMES))
def test_a_letter_greets_by_the_whole_surname(line: str, expected: list[Read]) -> None:
    assert _read(line) == expected


@pytest.mark.parametrize(("line", "expected"), _cases(BESIDE_THE_NAME))
def test_only_a_name_beside_the_name_is_what_to_call_them(line: str, expected: list[Read]) -> None:
    assert _read(line) == expected


@pytest.mark.parametrize(("line", "expected"), _cases(SEVERAL))
def test_two_people_on_a_line_are_two_people(line: str, expected: list[Read]) -> None:
    assert _read(line) == expected


@pytest.mark.parametrize(("line", "expected"), _cases(PUT_IN_ORDER))
def test_what_stands_around_a_name_is_put_where_it_belongs(line: str, expected: list[Read]) -> None:
    assert _read(line) == expected


@pytest.mark.parametrize(("line", "expected"), _cases(WITHOUT_A_NAME))
def test_a_description_is_no_name_to_greet_by(line: str, expected: list[Read]) -> None:
    assert _read(line) == expected
    assert all(names.is_description(one) for one in names.people(line))


EVERYDAY_WORDS = """
    Rose Baker|Hope Page|Will Young|Mark Price|Grace Church|Bill Porter|Penny Price|Art Young
    Rich Banks|Frank Cook|Dean Page|Chase Driver|Mason Carpenter|Dr. Art Head|Guy Pearce|Guy
    Sunny Day|June Summers|May Bishop|Faith Judge|Earl Grey|Major Tom|Page Turner|Baker|Cook|Page
    Ms. Person|Mr. Boss|Dr. Clerk|Prof. Editor|Dev Patel|Dev|Melody Singer|Joy Gardener|Bishop
    Anna Gilchrist|Eva Lindqvist|Kurt Almquist|Man Ray|Sandy Beach|Robin Banks|Christian Chef
    An Nguyen|an nguyen|My Tran|my tran|Her Xiong|So Young Kim|The Nguyen|No Min-woo|maria|will
    may|rose|baker|mark price|rose baker|will young|hope page|tim cook|jo park|ann-marie o'neill
    In Kim|On Lee|Do Thi Mai|Xi|Ng|Li|王小明|이민준|Иван|محمد|Zoë|J. K. Rowling|O'Brien|Bo
    Charlotte Church|Tom Banker|Reception Jones|Sales Williams|Nobody Owens|Ms. Nobody
    Hugo Boss|Edith Head|Fox Mulder|Summer Ray|Forest Hill|Christopher Guy|Lady Gaga|Duke Wells
"""
REAL = [one.strip() for line in lines(EVERYDAY_WORDS) for one in line.split("|")]


@pytest.mark.parametrize("name", REAL)
def test_a_name_that_is_an_everyday_word_stays_a_name(name: str) -> None:
    one = names.person(name)
    assert not names.is_description(one)
    assert names.GAP not in names.addressed(one)


def test_whom_they_asked_to_be_called_fills_the_gap() -> None:
    one = names.person("the receptionist (Jen)")
    assert (one.name, names.is_description(one), names.addressed(one)) == (
        *("the receptionist", False, "Jen"),
    )


@pytest.mark.parametrize(
    "typed",
    [
        *("jo@oak.example", "mailto:jo@oak.example", "MAILTO:jo@oak.example", "<jo@oak.example>"),
        *("jo@oak.example.", "jo@oak.example,", '"jo@oak.example"', "‘jo@oak.example’"),
        *("mailto:jo@oak.example?subject=Hi%20there&body=x", "<mailto:jo@oak.example>."),
        *(
            "  jo@oak.example  ",
            "(jo@oak.example)",
            "jo@oak.example?cc=a@b.example",
            "jo@oak.example;",
        ),
    ],
)
def test_an_address_is_kept_without_what_links_put_around_it(typed: str) -> None:
    assert names.email_address(typed) == "jo@oak.example"


@pytest.mark.parametrize("typed", ["", "jo", "jo at oak", "ask Jo?", "<none>"])
def test_what_is_no_address_stays_as_typed(typed: str) -> None:
    assert names.email_address(typed) == typed


PIECES = st.sampled_from(
    [
        *("Dr.", "dr.", "Drs.", "Mrs.", "Maria", "Chen", "Le", "van", "der", "O'Neill", "jones"),
        *("Hall", "P.", "smith", "王小明", "DDS", "MD", "MA", "Jr.", "III", "she/her", "they"),
        *("(", ")", "[", "]", '"', "“", "”", "'", "<", ">", ",", ";", ".", "?", "—", ":", "/", "|"),
        *(" - ", " – ", " and ", " & ", " with ", " at ", " from ", "@", "•", "* ", "1.", "3"),
        *("kim@x.example", "mailto:a@b.example", "call me", "goes by", "née", "owner", "the"),
        *("receptionist", "HR", "someone", "who", "front desk", "555-0101", "(555) 123-4567"),
    ]
)
TYPED = (
    st.text(max_size=50)
    | st.lists(PIECES, max_size=10).map(" ".join)
    | st.lists(PIECES, max_size=10).map("".join)
)
# What only holds a line together, and goes when it is taken apart.
GLUE = re.compile(
    r"\b(?:and|with|plus|at|mailto|drs)\b|\b(?:call(?:ed)?(?: (?:me|her|him|them))?|goes by)\b"
    r"|(?<=\S@)([^\s?]+)\?\S*|^\W*\d{1,3}\W|^\W*[a-z]\)",
    re.IGNORECASE,
)


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", fold(text))


@settings(max_examples=300, deadline=None)
@given(TYPED)
def test_no_word_that_is_typed_is_lost(typed: str) -> None:
    for line in lines(typed):
        on_file = [
            str(getattr(one, field.name))
            for one in names.people(line)
            for field in fields(Person)
            if field.name != "id"
        ]
        kept = set(_words(" ".join(on_file)))
        said = set(_words(GLUE.sub(r" \1 ", line)))
        assert said <= kept, line


LATE = """
import sys
from afterview_tui.domain import names
from afterview_tui.domain.records import Person
import afterview_tui.tui.app, afterview_tui.storage.store

for one in (Person(name="Maria Chen", title="Dr."), Person(name="Jo Park"), Person(name="Li")):
    names.addressed(one), names.surname(one), names.as_line(one), names.is_description(one)
assert "nameparser" not in sys.modules
names.addressed(Person(name="Ursula K. Le Guin", title="Ms."))
assert "nameparser" in sys.modules
"""


def test_nameparser_is_not_loaded_for_the_start_and_an_ordinary_name() -> None:
    subprocess.run([sys.executable, "-c", LATE], check=True)


def test_a_text_pasted_into_the_line_of_a_person_stays_whole() -> None:
    advert = "We seek a hygienist, full time, and " * 2_000
    (one,) = names.people(advert)
    assert one.name == advert.strip()
