"""The letters of the sample, as a person would have written them."""

from __future__ import annotations

from afterview_tui.sample.sample_people import ME


def _letter(hello: str, *paragraphs: str) -> str:
    foot = "\n".join([ME.closing, ME.name, ME.phone, ME.email])
    return "\n\n".join([f"Dear {hello},", *paragraphs, foot])


TO_MARIA = _letter(
    "Dr. Chen",
    "Thank you for the time you took to show me Lakeside Dental and to talk about the dental"
    " hygienist position. What I keep thinking of is your habit of giving nervous patients ten"
    " minutes more. It's how I learned to work, and I hadn't met it in a practice before.",
    "One thing I didn't get to say: I hold a certificate in local anesthesia, and I'd be glad"
    " to use it. With patients who have stayed away for years, it has helped me more than once to"
    " keep the first visit short and calm.",
    "I'd be happy to join your team. If anything is still open, a call after five reaches me.",
)

TO_PRIYA = _letter(
    "Priya",
    "Thank you for showing me the children's corner at Lakeside Dental, and for letting the puppet"
    " explain it to me. I have taught brushing with a giant toothbrush and a lot of talking. Yours"
    " is the better way, because the child does the teaching.",
    "You also said plainly which days are the hard ones and how you two share them. I was grateful"
    " for that. As a second hygienist I'd bring steady hands, full notes, and the readiness to"
    " take the late families on a Thursday.",
    "I hope that we get to work side by side. Until then, I'm practising with the puppet.",
)

TO_FALK = _letter(
    "Dr. Falk",
    "Thank you for the hour at Oak Vision and for explaining how your aides prepare a visit. I had"
    " done the visual field test from the other side of the machine only. Seeing how you helped an"
    " older patient through it, one sentence at a time, showed me what the work is about.",
    "At the clinic where I kept the front desk, I was the one they called when somebody was"
    " anxious. A steady voice costs nothing and changes the next half hour. I'd like to bring"
    " it to the pre-tests.",
    "The position of optometric aide interests me more now than before we met. I look forward to"
    " hearing from you.",
)

TO_BEN = _letter(
    "Mr. Hollins",
    "I enjoyed the half hour at your bench at Oak Vision. That you fit children's frames sitting"
    " on the floor made me laugh at first, and then it made sense: they look at you, not at the"
    " mirror, and the bridge ends up where it should be.",
    "You asked whether small screws try my patience. They don't. I repaired the label printer at"
    " my last job until nobody remembered how long it had been broken, and I liked doing it. I"
    " would be glad to learn adjustments from you, and to keep the tray in order.",
    "Thank you for the welcome, and for the spare screw, which I have found in my pocket.",
)

TO_PAUL = _letter(
    "Mr. Wetherby",
    "Thank you for meeting me about the residents' desk at Milbrook Town Council. I was nervous,"
    " as you will have seen, and your question about the parking permits is the one that settled"
    " me, because I have lived through such a change.",
    "When our clinic moved its appointments online, I sat beside the people who didn't trust it"
    " and filled in the first form with them. Most came back only to say that it had worked."
    " Patience with forms, and with the people who fill them in, is what I'd bring to"
    " the residents' desk.",
    "I'd welcome the chance to do the same in Milbrook. Thank you again for your time.",
)

TO_RUTH = _letter(
    "Ms. Abara",
    "Thank you for taking me along the Tuesday queue at Milbrook Town Council. You told me about"
    " the man who comes every week with the same letter, and that you read it with him every time."
    " I went home thinking about how much of the work is that.",
    "At the clinic I had the front desk on Mondays, when sixty people came before noon. I learned"
    " to look up first and to type second, and the waiting room was quieter for it.",
    "I'd be glad to share the desk with you. If it helps, I can come in on a Tuesday and"
    " watch for an hour.",
)

TO_MAREK = _letter(
    "Mr. Vondra",
    "Thank you for the talk about the support position at Thistle Lane Software. I liked your"
    " measure of a help page: somebody reads it to the end and does not write to you.",
    "When you asked for something I had written, nothing came to mind, which was a pity. I wrote"
    " the guide to the booking system that my clinic still uses: eleven pages, each of them one"
    " task, each tried out by a colleague who had never done it. I'd be glad to send it.",
    "That is the kind of work I hope to do more of, and your team seems a good place to learn it."
    " Thank you for the honest answers about the busy weeks.",
)

TO_RENEE = _letter(
    "Renée",
    "Thank you for letting me come in by the back door while the ovens were on. I have rarely"
    " understood a job so quickly. By the time the cafés had their orders, I knew what a shop"
    " supervisor at Corner Loaf Bakery does before most people are awake.",
    "What I can add is order where things pile up. At the clinic I kept the day's list for nine"
    " people, and it was seldom wrong by noon. Six in the morning is early for me, but I was at"
    " your door at ten past, and I was glad to be there.",
    "I'd like to do it again, with an apron. Thank you for the rye loaf too; it's gone.",
)

TO_SIAN = _letter(
    "Ms. Prosser-Lee",
    "Thank you for showing me Elm Street Library. The Saturday story hour, with the children on"
    " the window steps, has stayed with me. I'd be glad to help keep it as lively as it is.",
)
