"""Words by which a line about people is read: what somebody does, and what is no name.

Only words that are hardly anybody's name stand in `NOUNS`: "Rose Baker" and "Dean
Page" are people, whatever a baker and a page are. Those that are both are `NAMES_TOO`.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# What somebody is at work, or as seen from the other side of the table.
NOUNS = _words(
    """
    accountant administrator advisor aide analyst apprentice architect artist assistant
    associate attendant auditor bookkeeper boss buyer caregiver cashier ceo cfo chairperson
    chairwoman cio classmate cleaner clerk clinician cmo co-founder co-worker cofounder
    colleague consultant controller coo coordinator counselor coworker cto curator dentist
    designer dev developer director dispatcher doctor editor employee engineer estimator evp
    examiner executive foreman founder friend gentleman girl gm guy hygienist inspector
    instructor intern interviewer lady lawyer lecturer librarian librarians man manager men
    mentor neighbor neighbour nurse officer operator optician optometrist orthodontist owner
    panel paralegal partner people person pharmacist physician planner practitioner president
    principal professional professor programmer proprietor receptionist recruiter rep
    representative researcher scheduler scientist secretary somebody someone specialist staff
    strategist superintendent supervisor surgeon svp teacher team teammate tech technician
    technologist teller therapist trainee trainer treasurer tutor typist vet veterinarian vp
    woman women worker
    """
)
# Of these, what is somebody's name when it has a capital.
NAMES_IN_CAPITALS = _words("boss dev guy man partner person rep")
# And these are a form of address before a name.
SPOKEN_TO = _words("Nurse Officer President Principal")
# Where people work; by itself it says who it was as well as a noun does.
PLACES = _words(
    """
    accounting accounts admin administration billing desk finance frontdesk hr it legal
    logistics maintenance marketing operations payroll purchasing qa reception recruiting
    recruitment sales scheduling security training
    """
)
# What stands before a noun, and is no part of anybody's name there.
BEFORE_NOUNS = _words(
    """
    account acting area art assistant branch business chief clinical co community company
    corporate creative customer data dental department deputy development district division
    duty engineering executive floor former front general head health hiring human interim
    junior lead lab leader learning lower main medical middle night nursing office older other
    outgoing people police practice product production program project public quality regional
    research resources retail safety second senior service services shift shop site social
    software staff store strategy student success support systems talent technical treatment
    vice visitor ward younger
    """
)
# As a name these are not rare, but in a second place they say what somebody does.
NAMES_TOO = _words(
    """
    baker barber butler captain carpenter chancellor chef coach cook dean driver gardener
    guard host janitor judge mechanic pastor plumber porter sergeant server steward tailor
    """
)
# What an employer's name has in it and a person's has not.
FIRMS = _words(
    """
    agency associates bakery bank care center centre church city clinic co college company corp
    corporation county dental dentistry medical eyecare family group hospital hotel inc institute
    labs library llc llp ltd museum optical partners practice school solutions studio studios
    technologies university vision
    """
)
# In small letters these stand in no name, and what they stand in is a description.
LINKS = _words(
    """
    about at behind beside by catch caught didn't didn’t doesn't doesn’t don't don’t for forgot
    forget from got has have having in isn't knows near not of on or our over remember that
    the their then there this was wasn't wearing were when where which who who's whom whose
    with without wore
    """
)
# These begin a description.
OPENERS = _words(
    """
    another both couple each everyone few four five many nobody one several six some someone the
    these this those three two unknown unnamed
    """
)
# So do these, before what somebody does: "An" and "My" are given names in Vietnam.
OPENERS_OF_NOUNS = _words("a an any her his my no our that their your")
UNKNOWN = _words("anonymous he him n/a nobody she something tba tbd them they unknown unnamed") | {
    *("no idea", "no name", "no clue", "not sure", "name unknown", "unknown name"),
}

# In brackets these have a capital, too, and are nothing to call somebody.
REMARKS = _words(
    """
    bilingual friendly interim late maybe new nice online onsite phone remote retired skype tall
    teams temp video webex zoom monday tuesday wednesday thursday friday
    """
)
PRONOUNS = _words(
    """
    she her hers he him his they them their theirs it its ze zir hir zirs hirs xe xem xyr ey em
    eir ve ver vis fae faer per elle ella ellos él sie er ihr ihm iel il any all
    """
)
# "van der", and the "y" of "García y Vega", belong to the surname that follows.
PARTICLES = _words(
    """
    e y da dal dalla das de degli dei del dela della di do dos du san santa st ste
    al el la las le los 't af av den der des ten ter und van vander vom von zu zum zur
    bin ibn mac ní
    """
)
# In Vietnamese names these are surnames: the short word before them is a given name.
AFTER_GIVEN = _words(
    """
    bui cao chau dang dinh do doan duong ha ho hoang huynh lam le luong luu ly ngo nguyen pham
    phan quach ta thai tran trinh truong tu vo vu vuong
    """
)
# Particles with which a surname by itself may begin, but that are given names as well.
GIVEN_TOO = _words("abu al bar bat bin binte binti bon dan den do te tho ua")
GENERATIONS = _words("jr sr jnr snr junior senior ii iii iv")
BIRTH = _words("née nee né geb geborene born formerly")
# Two letters in brackets are a name to be called by ("JP"), but for these.
SHORT_LETTERS = _words("do dc jd md od rn")
# Letters of the trades that nameparser does not know.
LETTERS = _words(
    "abo bchd bdsc bsdh bsn cda coa copt cot cpot efda esq faao fagd ldo magd mbbs mfds rda"
)
