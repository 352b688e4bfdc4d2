"""Paper, and which kind lies in the printer."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum


class Paper(StrEnum):
    """A kind of paper, with the envelope that goes with it."""

    A4 = "A4"
    LETTER = "US Letter"

    @property
    def other(self) -> Paper:
        """The other kind."""
        return Paper.LETTER if self is Paper.A4 else Paper.A4

    @property
    def envelope(self) -> str:
        """What the envelope for a sheet folded in three is called."""
        return "DL" if self is Paper.A4 else "No. 10"


# Where Unicode's CLDR has US Letter for the usual paper.
_LETTER_COUNTRIES = "BZ CA CL CO CR GT MX NI PA PH PR SV US VE"
_LETTER_ZONES = re.compile("America/|US/|Canada/|Mexico/|Chile/|Asia/Manila$|Pacific/Honolulu$")
# Of what the zone database files under America, by the end of the name: the rest
# of South America, Greenland, and what is French or Dutch.
_A4_IN_AMERICA = """
Buenos_Aires Catamarca Cordoba Jujuy La_Rioja Mendoza Rio_Gallegos Rosario Salta San_Juan
San_Luis Tucuman Ushuaia
Araguaina Bahia Belem Boa_Vista Campo_Grande Cuiaba Eirunepe Fortaleza Maceio Manaus Noronha
Porto_Acre Porto_Velho Recife Rio_Branco Santarem Sao_Paulo
Asuncion Cayenne Guayaquil Guyana La_Paz Lima Montevideo Paramaribo
Danmarkshavn Godthab Nuuk Scoresbysund Thule
Aruba Curacao Guadeloupe Kralendijk Lower_Princes Marigot Martinique Miquelon St_Barthelemy
"""


def paper_for(zone: str, environ: Mapping[str, str]) -> Paper:
    """The paper that is usual where the user is.

    The zone tells more than the language: English of the United States is set
    on many a machine elsewhere. A locale for paper itself was set on purpose.
    """
    country = _country(environ.get("LC_PAPER", ""))
    if not country and "/" in zone and not zone.startswith("Etc/"):
        is_letter = (
            _LETTER_ZONES.match(zone) and zone.rpartition("/")[2] not in _A4_IN_AMERICA.split()
        )
        return Paper.LETTER if is_letter else Paper.A4
    country = country or _country(environ.get("LC_ALL") or environ.get("LANG", ""))
    return Paper.LETTER if country in _LETTER_COUNTRIES.split() else Paper.A4


def _country(locale: str) -> str:
    """`US` of `en_US.UTF-8`."""
    found = re.match("[a-z]{2,3}_([A-Z]{2})", locale)
    return found[1] if found else ""
