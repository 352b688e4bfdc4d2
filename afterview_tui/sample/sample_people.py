"""Everybody in the sample: plainly made-up people with numbers and addresses kept for examples."""

from __future__ import annotations

from afterview_tui.domain.records import Me, Person

ME = Me(
    name="Robin Sample",
    phone="555-0100",
    email="robin@example.com",
    address="12 Sample Street\nAnytown",
    closing="Kind regards,",
    resume_notes="Moved the hygiene course to the top. Still two pages.",
)

# The references: a reference's job title is how the user knows them.

AMY = Person(
    name="Amy Ortiz",
    employer="Sunny Lane Clinic",
    job_title="former manager",
    phone="555-0101",
    email="amy.ortiz@example.org",
)
TOM = Person(
    name="Tom Varley",
    employer="Sunny Lane Clinic",
    job_title="former colleague",
    phone="555-0102",
    email="tom.varley@example.org",
)
INGRID = Person(
    name="Ingrid Sørby",
    title="Dr.",
    employer="Anytown College",
    job_title="course tutor",
    phone="555-0103",
    email="i.sorby@college.example.org",
)

# Lakeside Dental

MARIA = Person(
    name="Maria Chen",
    title="Dr.",
    post_nominals="DDS",
    job_title="owner",
    phone="555-0150",
    email="m.chen@lakeside.example.com",
    address="Lakeside Dental\n4 Shore Road\nAnytown",
)
JO = Person(
    name="Jo Park",
    title="Ms.",
    job_title="office manager",
    phone="555-0151",
    email="jo.park@lakeside.example.com",
)
PRIYA = Person(
    name="Priya Rao-Ellis",
    called="Priya",
    post_nominals="RDH",
    pronouns="she/her",
    job_title="lead hygienist",
    email="priya@lakeside.example.com",
)

# Oak Vision

FALK = Person(
    name="Anne-Marie Falk",
    title="Dr.",
    post_nominals="OD",
    job_title="optometrist",
    phone="555-0140",
    email="falk@oakvision.example.com",
)
BEN = Person(
    name="Ben Hollins", title="Mr.", job_title="optician", email="ben@oakvision.example.com"
)
HANNA = Person(name="Hanna Weiss-Lund", job_title="trainee")

# The other employers

SIAN = Person(
    name="Siân Prosser-Lee",
    title="Ms.",
    job_title="branch librarian",
    phone="555-0110",
    email="sian@library.example.org",
    address="Elm Street Library\n40 Elm Street\nAnytown",
)
PAUL = Person(name="Paul Wetherby", title="Mr.", job_title="town clerk", phone="555-0120")
RUTH = Person(name="Ruth Abara", title="Ms.", job_title="deputy clerk", phone="555-0121")
RENEE = Person(
    name="Renée Castell",
    called="Renée",
    job_title="owner",
    phone="555-0130",
    email="renee@cornerloaf.example.com",
)
MAREK = Person(
    name="Marek Vondra", title="Mr.", job_title="support lead", email="marek@thistle.example.com"
)
DANA = Person(name="Dana Orchard", title="Ms.", job_title="people team")
THEODORA = Person(name="Theodora Wynn", title="Ms.", job_title="visitor services manager")
IKER = Person(name="Iker Beltz", title="Mr.", job_title="curator", email="iker@museum.example.org")
HELEN = Person(name="Helen Garrow", title="Mrs.", job_title="office lead")
NADIA = Person(name="Nadia Ferris", title="Ms.", job_title="front office manager")
