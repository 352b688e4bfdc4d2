"""What people type for a day and a time, and what they mean by it, one by one."""

from __future__ import annotations

from datetime import date, time

import pytest

from afterview_tui.domain.dates import month_first
from afterview_tui.domain.errors import NotUnderstood
from afterview_tui.domain.when import Direction, When, spoken_day, typed, when

SUNDAY = date(2026, 11, 29)
REFUSED = "refused"

INTERVIEWS = [
    ("the 4th", "2026-12-04"),
    ("4th 2pm", "2026-12-04 14:00"),
    ("04.12.2026", "2026-12-04"),
    ("4.12.", "2026-12-04"),
    ("fri 2:30", "2026-11-27 14:30"),
    ("fri 2:00-3:00", "2026-11-27 14:00-15:00"),
    ("fri 2:00-3", "2026-11-27 14:00-15:00"),
    ("fri 10-11", "2026-11-27 10:00-11:00"),
    ("fri 11:30-1:00", "2026-11-27 11:30-13:00"),
    ("Thu, Nov 26, 2:30 – 3:00", "2026-11-26 14:30-15:00"),
    ("Fri 2 PM — 3 PM", "2026-11-27 14:00-15:00"),
    ("fri 1-2", "2026-11-27 13:00-14:00"),
    ("2-3", REFUSED),
    ("fri at two", "2026-11-27 14:00"),
    ("two pm", "2026-11-29 14:00"),
    ("friday morning 10", "2026-11-27 10:00"),
    ("yesterday evening 6", "2026-11-28 18:00"),
    ("14h30", "2026-11-29 14:30"),
    ("fri 14h30", "2026-11-27 14:30"),
    ("fri 2.30pm", "2026-11-27 14:30"),
    ("fri @ 2", "2026-11-27 14:00"),
    ("fri 0900", "2026-11-27 09:00"),
    ("25.11. 14 Uhr", "2026-11-25 14:00"),
    ("half past two", "2026-11-29 14:30"),
    ("2026-11-20T14:00", "2026-11-20 14:00"),
    ("weds", "2026-11-25"),
    ("thur", "2026-11-26"),
    ("thurs", "2026-11-26"),
    ("last wed", "2026-11-25"),
    ("tmrw", "2026-11-30"),
    ("thursday next week 10:30", "2026-12-03 10:30"),
    ("thu next week", "2026-12-03"),
    ("friday week", "2026-12-11"),
    ("friday next week", "2026-12-04"),
    ("tomorrow week", "2026-12-07"),
    ("+2", "2026-12-01"),
    ("20-21 nov", REFUSED),
    ("fri 2pm EST", "2026-11-27 14:00 America/New_York"),
    ("by friday", REFUSED),
    ("next week", REFUSED),
    ("3/4", "2027-03-04"),
    ("25/11", "2026-11-25"),
    ("20.11 14:30", "2026-11-20 14:30"),
    ("Fri 13th 10-11am", "2026-11-13 10:00-11:00"),
    ("fri 13", "2026-11-13"),
    ("fri 4", "2026-11-27 16:00"),
    ("fri 14", "2026-11-27 14:00"),
    ("fri 20", "2026-11-20"),
    ("fri 19", REFUSED),
    ("31 nov", REFUSED),
    ("29 feb 2027", REFUSED),
    ("29 feb", "2028-02-29"),
    ("1 jan", "2027-01-01"),
    ("dec 31st", "2026-12-31"),
    ("mon 4 dec", REFUSED),
    ("mon 4 dec 12", REFUSED),
    ("sat 4 dec 12", REFUSED),
    ("fri 10.11", REFUSED),
    ("mon 4.12", REFUSED),
    ("11.20.2026", "2026-11-20"),
    ("fri 10.30", "2026-11-27 10:30"),
    ("10.11.", "2026-11-10"),
    ("fri 2026", REFUSED),
    ("fri 1900", REFUSED),
    ("fri 9-5", "2026-11-27 09:00-17:00"),
    ("fri 12-1", "2026-11-27 12:00-13:00"),
    ("fri 12:30", "2026-11-27 12:30"),
    ("fri 7", "2026-11-27 07:00"),
    ("fri 6:45", "2026-11-27 18:45"),
    ("fri 2:30am", "2026-11-27 02:30"),
    ("fri 2 in the afternoon", "2026-11-27 14:00"),
    ("fri 14:00 in the morning", REFUSED),
    ("fri afternoon", "2026-11-27"),
    ("afternoon", REFUSED),
    ("from 2 to 3 on friday", "2026-11-27 14:00-15:00"),
    ("between 2 and 3 on friday", "2026-11-27 14:00-15:00"),
    ("fri quarter to three", "2026-11-27 14:45"),
    ("fri quarter past 2 - 3", "2026-11-27 14:15-15:00"),
    ("fri ten to eleven", "2026-11-27 10:50"),
    ("fri two thirty", "2026-11-27 14:30"),
    ("fri two to three", "2026-11-27 14:00-15:00"),
    ("noon-1pm fri", "2026-11-27 12:00-13:00"),
    ("fri 14 o'clock", "2026-11-27 14:00"),
    ("fri 2 o’clock", "2026-11-27 14:00"),
    ("4 dec 2", "2026-12-04 14:00"),
    ("dec 4, 2-3", "2026-12-04 14:00-15:00"),
    ("dec 4 2-3pm", "2026-12-04 14:00-15:00"),
    ("dec 4 - 2 pm", "2026-12-04 14:00"),
    ("dec 4th-5th", REFUSED),
    ("4/5 dec", REFUSED),
    ("fri tue", REFUSED),
    ("4 dec 5 dec", REFUSED),
    ("fri 2pm 3pm", REFUSED),
    ("tomorrow, 30 nov", "2026-11-30"),
    ("tomorrow, 1 dec", REFUSED),
    ("sunday 29th", "2026-11-29"),
    ("the day before yesterday", "2026-11-27"),
    ("tonight at 8", "2026-11-29 20:00"),
    ("this afternoon at 3", "2026-11-29 15:00"),
    ("2026-11-20T09:00:00Z", "2026-11-20 09:00 Etc/UTC"),
    ("2026-11-20T04:00", "2026-11-20 04:00"),
    ("2026-11-20T14:00+01:00", "2026-11-20 14:00 Etc/GMT-1"),
    ("2026/11/20", "2026-11-20"),
    ("20260101", REFUSED),
    ("the fourth of december at two", "2026-12-04 14:00"),
    ("Fourth of December", "2026-12-04"),
    ("4 of dec", "2026-12-04"),
    ("dec the 4th", "2026-12-04"),
    ("4dec", "2026-12-04"),
    ("4th Dec '26", "2026-12-04"),
    ("20 nov 26", "2026-11-20"),
    ("20 nov 14", "2026-11-20 14:00"),
    ("20 nov 2030", "2030-11-20"),
    ("20/Nov/2026", "2026-11-20"),
    ("２０ nov １４:００", "2026-11-20 14:00"),
    ("20 nov", "2026-11-20"),
    ("5 weeks ago", "2026-10-25"),
    ("a week ago", "2026-11-22"),
    ("-3", "2026-11-26"),
    ("2 weeks", REFUSED),
    ("2d", REFUSED),
    ("in 2 weeks foo", REFUSED),
    ("Friday 2pm Lakeside", REFUSED),
    ("friday or saturday", REFUSED),
    ("20 novembre", REFUSED),
    ("two", REFUSED),
    ("at 2", "2026-11-29 14:00"),
    ("2pm UK time", "2026-11-29 14:00 Europe/London"),
    ("fri 2pm GMT+1", "2026-11-27 14:00 Etc/GMT-1"),
    ("fri 2pm GMT+3:30", REFUSED),
    ("thursday week at half past two", "2026-12-10 14:30"),
    ("monday", "2026-11-23"),
    ("next monday", "2026-11-30"),
    ("a week on friday", "2026-12-11"),
    ("2 weeks from friday", "2026-12-18"),
    ("fri 9:00-10:00 for 1 hour", REFUSED),
    ("fri 1 hour", REFUSED),
    ("fri 9:00 half an hour", "2026-11-27 09:00-09:30"),
    ("fri 9:00 (1.5 hours)", "2026-11-27 09:00-10:30"),
    ("fri 24:00", REFUSED),
    ("fri midnight", REFUSED),
    ("When: Friday, 2pm", "2026-11-27 14:00"),
    ("fri: 2pm", "2026-11-27 14:00"),
    ("m/d", REFUSED),
    ("1/2/3", REFUSED),
    ("99/99", REFUSED),
    ("00/00", REFUSED),
    ("4 dec 20266", REFUSED),
    ("dec 2026", REFUSED),
    ("december", REFUSED),
    ("friday, 4 december 2026", "2026-12-04"),
    ("sat 5/12", "2026-12-05"),
    ("20-11", "2026-11-20"),
    ("20-11-2026", "2026-11-20"),
    ("fri 2 30", REFUSED),
    ("fri 4 10", "2026-12-04 10:00"),
    ("14.10-15.10", REFUSED),
    ("fri 14.10-15.10", "2026-11-27 14:10-15:10"),
    ("9.12 - 10.12", REFUSED),
    ("at 10.11", "2026-11-29 10:11"),
    ("fri at 10.11", "2026-11-27 10:11"),
    ("Do 3.12. 14 Uhr", REFUSED),
    ("03.12.2026 um 14:00 Uhr", "2026-12-03 14:00"),
    ("3.12. at 14:00", "2026-12-03 14:00"),
    ("03.12.26, 9:30-10:30", "2026-12-03 09:30-10:30"),
    ("Thursday 03.12. 14-15 Uhr", "2026-12-03 14:00-15:00"),
    ("Thursday, 3. December 2026, 10:00 CET", "2026-12-03 10:00 Europe/Berlin"),
    ("26.11. 15h", "2026-11-26 15:00"),
    ("KW 50", REFUSED),
    ("2026-12-03 10:00", "2026-12-03 10:00"),
    ("Fri. 27.11.26 11:00 - 12:00", "2026-11-27 11:00-12:00"),
    ("30 Nov 2026, 11:00 AM IST", "2026-11-30 11:00 Asia/Kolkata"),
    ("3rd December 2026 (Thursday) 4:30 pm to 5:30 pm IST", "2026-12-03 16:30-17:30 Asia/Kolkata"),
    ("tmrw 11 am", "2026-11-30 11:00"),
    ("day after tomorrow at 12:30 pm", "2026-12-01 12:30"),
    ("01-12-2026 3:00 PM", "2026-12-01 15:00"),
    ("Sat 28-Nov-2026 10:30AM (GMT+5:30)", "2026-11-28 10:30 Asia/Kolkata"),
    ("today evening 6.30", "2026-11-29 18:30"),
    ("coming Wednesday 5 pm", "2026-12-02 17:00"),
    ("prepone to 2 dec", REFUSED),
    ("jueves 3 dic 16:00", REFUSED),
    ("Thursday 3 December, 16:00h", "2026-12-03 16:00"),
    ("3/12/2026 at 17h30", "2026-12-03 17:30"),
    ("the 26 of november at 4 in the afternoon", "2026-11-26 16:00"),
    ("next Thursday from 16:00 to 17:00 (Madrid time)", "2026-12-03 16:00-17:00 Europe/Madrid"),
    ("Wednesday 25 at 12:00", "2026-11-25 12:00"),
    ("Tuesday, 1 December · 14:00 – 14:30", "2026-12-01 14:00-14:30"),
    ("2026-12-01 @ 15.00", "2026-12-01 15:00"),
    ("Dec 1st, 2-2:30pm EST", "2026-12-01 14:00-14:30 America/New_York"),
    ("tuesday the 1st of december at 9 o clock in the morning", "2026-12-01 09:00"),
    ("9.30 on tuesday", "2026-11-24 09:30"),
    ("tue 9:30 - 11", "2026-11-24 09:30-11:00"),
    ("nxt fri 3pm", REFUSED),
    ("2moro 3pm", "2026-11-30 15:00"),
    ("wed afternoon at 2", "2026-11-25 14:00"),
    ("wed pm", "2026-11-25"),
    ("1400 tuesday", "2026-11-24 14:00"),
    ("3:30 p.m. on the 2nd", "2026-12-02 15:30"),
    (
        "Dec. 2nd (Wed.) 3:30-4:30 p.m. Pacific Standard Time",
        "2026-12-02 15:30-16:30 America/Los_Angeles",
    ),
    ("Thu, 03 Dec 2026 14:30:00 +0100", REFUSED),
    ("Sun Nov 29 14:00:00 UTC 2026", REFUSED),
    ("2.12., 15 Uhr", "2026-12-02 15:00"),
    ("Mittwoch 2.12.", REFUSED),
    ("fri 20:00", "2026-11-27 20:00"),
    ("from 3", "2026-11-29 15:00"),
    ("a week today", "2026-12-06"),
    ("Friday, 27th of November, from 10am till noon", "2026-11-27 10:00-12:00"),
    ("friday 27/11 10h-11h30", "2026-11-27 10:00-11:30"),
    ("27 november, 10 to 11 in the morning", "2026-11-27 10:00-11:00"),
    ("27th november 4:00pm IST (video)", REFUSED),
    ("11/27 (Fri) 3:00-3:45 PM CST", "2026-11-27 15:00-15:45 America/Chicago"),
    ("Friday November 27th at half past ten", "2026-11-27 10:30"),
    ("27-11-26", "2026-11-27"),
    ("27.11.", "2026-11-27"),
    ("27 Nov '26 9am-9.45am", "2026-11-27 09:00-09:45"),
    ("thanksgiving 3pm", "2026-11-26 15:00"),
    ("on the 27th at ten", "2026-11-27 10:00"),
    ("just now", REFUSED),
    ("last tuesday afternoon", "2026-11-24"),
    ("tuesday last week", "2026-11-17"),
    ("two weeks ago on friday", REFUSED),
    ("this past thursday, 1pm", "2026-11-26 13:00"),
    ("Tue 24 Nov 12:00 noon", REFUSED),
    ("Tue 24 Nov at 12", "2026-11-24 12:00"),
    ("Tue 24 Nov 12-1", "2026-11-24 12:00-13:00"),
    ("Tue 24 Nov 12.30-13.15", "2026-11-24 12:30-13:15"),
    ("Tue 24 Nov 8-9.30", "2026-11-24 08:00-09:30"),
    ("fri 13 EST", "2026-11-27 13:00 America/New_York"),
    ("next fri 13", "2026-12-04 13:00"),
    ("last fri 13", "2026-11-13"),
    ("next fri 20 nov", REFUSED),
    ("last friday 4 dec", REFUSED),
    ("next fri 4 dec", "2026-12-04"),
    ("thu 1 july", "2027-07-01"),
    ("sat 4 dec", REFUSED),
    ("mon after 2pm", REFUSED),
    ("monday 9 nov 10", "2026-11-09 10:00"),
]

MONTH_FIRST = [
    ("04/12/2026", "2026-04-12"),
    ("3/4", "2027-03-04"),
    ("sat 5/12", "2026-12-05"),
    ("25/11", "2026-11-25"),
    ("04-12-2026", "2026-04-12"),
    ("Thursday, December 3rd at 2:30 PM ET", "2026-12-03 14:30 America/New_York"),
    ("Tue Dec 1, 2026 10am – 10:45am (EST)", "2026-12-01 10:00-10:45 America/New_York"),
    ("Wednesday, December 2, 2026 · 1:00 – 1:45pm", "2026-12-02 13:00-13:45"),
    ("Dec 3, 2026 02:30 PM Eastern Time (US and Canada)", "2026-12-03 14:30 America/New_York"),
    (
        "Thursday, December 3, 2026 2:30 PM-3:00 PM (UTC-05:00) Eastern Time (US & Canada)",
        "2026-12-03 14:30-15:00 America/New_York",
    ),
    ("12/3 @ 2:30p", "2026-12-03 14:30"),
    ("12/3/26 2pm CT", "2026-12-03 14:00 America/Chicago"),
    ("Fri Dec. 4th, 9a-10a PT", "2026-12-04 09:00-10:00 America/Los_Angeles"),
    ("next Tues 11:30", "2026-12-01 11:30"),
    ("this Thurs @ 4", "2026-12-03 16:00"),
    ("yesterday at 3ish", REFUSED),
    ("mon 3pm for 45 min", "2026-11-23 15:00-15:45"),
    ("last fri 9:15am", "2026-11-27 09:15"),
    ("day before thanksgiving 1pm", REFUSED),
    ("Nov 24 noon", "2026-11-24 12:00"),
    ("11-24-2026 13:00", "2026-11-24 13:00"),
    ("wed the 25th, 2 to 3:30", "2026-11-25 14:00-15:30"),
    ("12/1 8am sharp", "2026-12-01 08:00"),
    ("Monday 11/30 from 1 to 2 pm", "2026-11-30 13:00-14:00"),
    ("Friday Nov 20 quarter to eleven", "2026-11-20 10:45"),
    ("12/03/2026 02:30 PM", "2026-12-03 14:30"),
]

DAY_FIRST = [
    ("04/12/2026", "2026-12-04"),
    ("3/4", "2027-04-03"),
    ("11/20", "2026-11-20"),
    ("3 Dec 26 at 11am", "2026-12-03 11:00"),
    ("Thursday 3rd December 2026 at 10.30am", "2026-12-03 10:30"),
    ("Thurs 3/12 half 2", "2026-12-03 14:30"),
    ("tues week at 10", "2026-12-08 10:00"),
    ("a week on Thursday, 2pm GMT", "2026-12-10 14:00 Etc/GMT"),
    ("Weds 2nd Dec, 14.00 - 15.00", "2026-12-02 14:00-15:00"),
    ("2/12/2026, 09:30 to 10:15", "2026-12-02 09:30-10:15"),
    ("Friday gone", REFUSED),
    ("fortnight ago", "2026-11-15"),
    ("last Thursday ten past three", "2026-11-26 15:10"),
    ("Mon 30 Nov 1400 hrs", "2026-11-30 14:00"),
    ("tomorrow lunchtime", REFUSED),
    ("the 8th of December, quarter past 9", "2026-12-08 09:15"),
    ("Wed 25th, 12.15pm", "2026-11-25 12:15"),
]

NEXT_ROUNDS = [
    ("the 4th", "2026-12-04"),
    ("monday 9", "2026-11-30 09:00"),
    ("fri 4", "2026-12-04"),
    ("wk of 7 dec", REFUSED),
    ("Tuesday week, 9.30", "2026-12-08 09:30"),
    ("mon or tue 2pm", REFUSED),
    ("Dec 8 or 9", REFUSED),
    ("Tue 8 Dec, 10-11, then lunch", REFUSED),
    ("Thu, Dec 10 · 11:15am – 12pm", "2026-12-10 11:15-12:00"),
    ("in 10 days 3pm", "2026-12-09 15:00"),
    ("1st week of january", REFUSED),
    ("5 jan 9", "2027-01-05 09:00"),
]

PROMISES = [
    ("end of next week", "2026-12-04"),
    ("in a week or two", "2026-12-13"),
    ("mid december", "2026-12-15"),
    ("before christmas", "2026-12-23"),
    ("within 10 days", "2026-12-09"),
    ("by friday", "2026-12-04"),
    ("end of the month", "2026-11-30"),
    ("early next week", "2026-12-01"),
    ("by the end of next week", "2026-12-04"),
    ("by end of november", "2026-11-30"),
    ("end of january", "2027-01-31"),
    ("before friday", "2026-12-03"),
    ("before monday", "2026-11-29"),
    ("next week", "2026-12-04"),
    ("this week", "2026-12-04"),
    ("end of the week", "2026-12-04"),
    ("in december", "2026-12-31"),
    ("december", "2026-12-31"),
    ("mid-december", "2026-12-15"),
    ("late december", "2026-12-31"),
    ("in the middle of january", "2027-01-15"),
    ("within two weeks", "2026-12-13"),
    ("within the next 2 weeks", "2026-12-13"),
    ("in 2-3 weeks", "2026-12-20"),
    ("two to three weeks", "2026-12-20"),
    ("in 10 business days", "2026-12-11"),
    ("within 48 hours", "2026-12-01"),
    ("by friday noon", "2026-12-04"),
    ("by tomorrow", "2026-11-30"),
    ("by 4 dec", "2026-12-04"),
    ("by xmas", "2026-12-25"),
    ("the week after next", "2026-12-11"),
    ("end of the year", "2026-12-31"),
    ("by new year", "2027-01-01"),
    ("fri 4", "2026-12-04"),
    ("in two weeks' time", "2026-12-13"),
    ("a week from friday", "2026-12-11"),
    ("next month", "2026-12-31"),
    ("eod tomorrow", "2026-11-30"),
    ("cob friday", "2026-12-04"),
    ("over the weekend", "2026-11-29"),
    ("soon", REFUSED),
    ("after friday", REFUSED),
    ("not friday", REFUSED),
    ("last month", REFUSED),
    ("before 6 dec", "2026-12-04"),
    ("by end of day Friday", "2026-12-04"),
    ("wk of 7 dec", "2026-12-11"),
    ("in about two weeks", "2026-12-13"),
    ("7-10 business days", "2026-12-11"),
    ("middle of next week", "2026-12-02"),
    ("EOW", "2026-12-04"),
    ("before the holidays", "2026-12-23"),
    ("first week of december", REFUSED),
    ("no later than 12 December", "2026-12-12"),
    ("after the weekend", "2026-11-30"),
    ("in a couple of weeks", "2026-12-13"),
    ("by the 15th", "2026-12-15"),
    ("sometime next week", "2026-12-04"),
    ("early january", "2027-01-10"),
    ("in a fortnight", "2026-12-13"),
    ("by the 10th at the latest", "2026-12-10"),
    ("by 5pm on friday", "2026-12-04"),
    ("before the end of the year", "2026-12-31"),
    ("first thing monday", REFUSED),
    ("monday morning", "2026-11-30"),
    ("by the end of the day tomorrow", "2026-11-30"),
    ("7 to 10 days", "2026-12-09"),
    ("within a month", "2026-12-29"),
    ("sometime in the next two weeks", "2026-12-13"),
    ("next few days", REFUSED),
    ("after christmas", REFUSED),
    ("in the new year", REFUSED),
    ("Thursday of next week", "2026-12-03"),
    ("the week of the 14th", "2026-12-18"),
    ("14 days from today", "2026-12-13"),
    ("ten days from now", "2026-12-09"),
    ("10 working days", "2026-12-11"),
    ("by month end", "2026-11-30"),
    ("mid jan", "2027-01-15"),
    ("fri or mon", REFUSED),
    ("in 3 days' time", "2026-12-02"),
    ("tuesday or wednesday at the latest", REFUSED),
    ("no later than the end of next week", "2026-12-04"),
    ("not before monday", REFUSED),
    ("friday 4 december by noon", "2026-12-04"),
    ("3 weeks max", REFUSED),
    ("in three weeks or so", "2026-12-20"),
    ("by 18/12", "2026-12-18"),
    ("within the week", "2026-12-04"),
    ("by next wednesday", "2026-12-02"),
    ("later this week", "2026-12-04"),
    ("one week from tomorrow", "2026-12-07"),
    ("December 18", "2026-12-18"),
    ("on 18th", "2026-12-18"),
    ("around the 18th", "2026-12-18"),
    ("about mid december", "2026-12-15"),
    ("by the weekend", "2026-12-04"),
    ("before the weekend", "2026-12-04"),
    ("before next week", "2026-11-29"),
    ("before december", "2026-11-30"),
    ("before the end of next week", "2026-12-04"),
    ("before mid december", "2026-12-15"),
    ("before new year", "2026-12-31"),
    ("next weekend", "2026-12-06"),
    ("by end of play friday", "2026-12-04"),
    ("not later than end of day friday", "2026-12-04"),
    ("before end of day friday", "2026-12-04"),
    ("before fri 4", "2026-12-03"),
    ("by fri 4", "2026-12-04"),
    ("fri 9", REFUSED),
    ("by next fri", "2026-12-04"),
]

FACTS = [
    ("the 4th", "2026-11-04"),
    ("fri", "2026-11-27"),
    ("by friday", REFUSED),
    ("last week", REFUSED),
    ("last week", REFUSED),
    ("the 20th", "2026-11-20"),
    ("this morning", "2026-11-29"),
    ("Friday evening", "2026-11-27"),
    ("two days ago", "2026-11-27"),
]


def shown(one: When) -> str:
    """`2026-12-04 14:00-15:00 Europe/London`."""
    starts = f" {one.starts_at:%H:%M}" if one.starts_at is not None else ""
    ends = f"-{one.ends_at:%H:%M}" if one.ends_at is not None else ""
    return f"{one.day}{starts}{ends} {one.zone}".strip()


def read(said: str, order: bool | None = None, *, is_past: bool = True) -> str:
    """What an interview's day and time are read as."""
    prefer: Direction = "past" if is_past else "future"
    try:
        return shown(when(said, SUNDAY, prefer=prefer, month_first=order))
    except NotUnderstood:
        return REFUSED


@pytest.mark.parametrize(("said", "meant"), INTERVIEWS)
def test_when_an_interview_was_or_will_be(said: str, meant: str) -> None:
    assert read(said) == meant


@pytest.mark.parametrize(("said", "meant"), MONTH_FIRST)
def test_slashes_are_month_first_where_the_user_has_it_so(said: str, meant: str) -> None:
    assert read(said, order=True) == meant


@pytest.mark.parametrize(("said", "meant"), DAY_FIRST)
def test_slashes_are_day_first_where_the_user_has_it_so(said: str, meant: str) -> None:
    assert read(said, order=False) == meant


@pytest.mark.parametrize(("said", "meant"), NEXT_ROUNDS)
def test_when_the_next_round_is(said: str, meant: str) -> None:
    assert read(said, is_past=False) == meant


def of_day(said: str, *, is_past: bool) -> str:
    """The day that is read, or that none is."""
    try:
        return str(spoken_day(said, SUNDAY, prefer="past" if is_past else "future").day)
    except NotUnderstood:
        return REFUSED


@pytest.mark.parametrize(("said", "meant"), PROMISES)
def test_by_when_something_is_promised(said: str, meant: str) -> None:
    assert of_day(said, is_past=False) == meant


@pytest.mark.parametrize(("said", "meant"), FACTS)
def test_on_which_day_something_was_done(said: str, meant: str) -> None:
    assert of_day(said, is_past=True) == meant


@pytest.mark.parametrize(
    ("said", "order", "words"),
    [
        ("fri 2:30", None, "Fri 27 Nov, 14:30 in the afternoon, 2 days ago"),
        ("fri 6:45", None, "Fri 27 Nov, 18:45 in the evening, 2 days ago"),
        ("fri 7:30", None, "Fri 27 Nov, 07:30 in the morning, 2 days ago"),
        ("fri 2:30pm", None, "Fri 27 Nov, 14:30, 2 days ago"),
        ("fri 1:00-1:45pm", None, "Fri 27 Nov, 13:00–13:45, 2 days ago"),
        ("4 dec 14:30-15:00", None, "Fri 4 Dec, 14:30–15:00, in 5 days"),
        (
            "04/12/2026",
            False,
            "Fri 4 Dec?, in 5 days; or Sun 12 Apr: type “12 apr 2026”",
        ),
        ("04/12/2026", True, "Sun 12 Apr?, 231 days ago; or Fri 4 Dec: type “4 dec”"),
        ("3/4", True, "Thu 4 Mar 2027?, in 95 days; or Sat 3 Apr 2027: type “3 apr”"),
        ("3/4", False, "Sat 3 Apr 2027?, in 125 days; or Thu 4 Mar 2027: type “4 mar”"),
        ("25/11", True, "Wed 25 Nov, 4 days ago"),
        ("4/4", True, "Sun 4 Apr 2027, in 126 days"),
        (
            "fri 4",
            None,
            "Fri 27 Nov?, 16:00 in the afternoon, 2 days ago; or Fri 4 Dec: type “4 dec”",
        ),
        ("fri 13", None, "Fri 13 Nov?, 16 days ago; or 13:00: type “fri 13:00”"),
        ("fri afternoon", None, "Fri 27 Nov, 2 days ago; at what time in the afternoon?"),
        ("fri 2pm EST", None, "Fri 27 Nov, 14:00, time of America/New_York, 2 days ago"),
        (
            "thu next week",
            None,
            "Thu 3 Dec?, in 4 days; or Thu 10 Dec: type “10 dec”",
        ),
    ],
)
def test_what_was_taken_for_granted_is_said_and_the_other_reading_offered(
    said: str, order: bool | None, words: str
) -> None:
    assert when(said, SUNDAY, prefer="past", month_first=order).words(SUNDAY) == words


@pytest.mark.parametrize(
    ("said", "other"),
    [("04/12/2026", "12 apr 2026"), ("3/4", "3 apr"), ("fri 4", "4 dec"), ("fri 13", "fri 13:00")],
)
def test_what_is_offered_is_read_as_the_other_reading(said: str, other: str) -> None:
    first = when(said, SUNDAY, prefer="past")
    assert f"type “{other}”" in first.other
    second = when(other, SUNDAY, prefer="past")
    assert second != first
    assert second.other == ""


def test_next_friday_is_next_weeks_and_the_one_of_this_week_is_offered() -> None:
    wednesday = date(2026, 11, 25)
    said = when("next fri", wednesday, prefer="past")
    assert (said.day, said.other) == (date(2026, 12, 4), "or Fri 27 Nov: type “27 nov”")


@pytest.mark.parametrize(
    ("said", "other"),
    [
        ("fri 2pm", "or Fri 27 Nov: type “27 nov”"),  # three days ago, four days ahead
        ("tue", "or Tue 24 Nov: type “24 nov”"),
        ("sat 2pm", ""),  # the day before yesterday
        ("mon 10am", ""),
        ("last fri 2pm", ""),
    ],
)
def test_a_bare_weekday_of_an_interview_offers_the_coming_one_when_the_last_is_a_while_ago(
    said: str, other: str
) -> None:
    monday = date(2026, 11, 23)
    found = when(said, monday, prefer="past")
    assert found.day <= monday
    assert found.other == other
    assert spoken_day(said.split(" 2pm")[0].split(" 10am")[0], monday, prefer="past").other == ""


@pytest.mark.parametrize(
    ("said", "named"),
    [
        ("fri 2pm with Maria", "“with Maria” is not understood"),
        ("friday or saturday", "“or saturday” is not understood"),
        ("fri half past foo", "“half past foo” is not understood"),
        ("20 novembre", "“novembre” is not understood"),
        ("fri tue", "“tue” does not go with the rest"),
        ("20-21 nov", "“20-21 nov” is more than one day"),
        ("mon 4 dec", "4 Dec 2026 is a Friday, not a Monday"),
        ("2-3", "“2-3” can be a day or an hour"),
        ("fri 1900", "“1900” can be a year or a time. Type “19:00”"),
        ("2 weeks", "Type “in 2 weeks” or “2 weeks ago”"),
        ("next week", "“next week” is more than one day"),
        ("fri 2pm GMT+3:30", "“GMT+3:30” is no time zone I know"),
        ("fri 14:00 in the morning", "14:00 is not in the morning"),
        ("fri 2pm " + "very " * 30, "That is too long for a date"),
    ],
)
def test_the_part_that_is_not_understood_is_named(said: str, named: str) -> None:
    with pytest.raises(NotUnderstood) as error:
        when(said, SUNDAY, prefer="past")
    assert named in error.value.message


def test_every_line_of_what_was_pasted_is_read() -> None:
    assert read("Thu Nov 26\n2:30pm – 3pm") == "2026-11-26 14:30-15:00"
    assert read("Thu Nov 26\nRoom 4") == REFUSED


def test_an_hour_said_where_only_a_day_is_kept_is_not_dropped_in_silence() -> None:
    said = spoken_day("by friday noon", SUNDAY, prefer="future")
    assert (said.day, said.missing) == (date(2026, 12, 4), "the day alone is kept")
    assert spoken_day("friday", SUNDAY, prefer="future").missing == ""


@pytest.mark.parametrize(
    ("locale", "order"),
    [
        ("en_US.UTF-8", True),
        ("en_PH", True),
        ("en_GB.UTF-8", False),
        ("de_DE.UTF-8", False),
        ("en_IN", False),
        ("en_CA.UTF-8", None),
        ("C.UTF-8", None),
        ("POSIX", None),
        ("", None),
    ],
)
def test_the_order_of_day_and_month_is_that_of_the_locale(locale: str, order: bool | None) -> None:
    assert month_first(locale) is order


TIMES = [time(hour, minute) for hour in range(24) for minute in (0, 15, 45)]


@pytest.mark.parametrize("starts", TIMES)
def test_what_is_on_file_is_read_back_as_it_was(starts: time) -> None:
    held = date(2026, 12, 4)
    for ends in [None, *(later for later in TIMES if later > starts)]:
        text = typed(held, starts, ends)
        assert when(text, SUNDAY, prefer="past") == When(held, starts, ends), text
