"""Countries (ISO 3166-1 alpha-2, named by CLDR) and the groups that calls name."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from cms.core.collation import sort_key
from cms.core.languages import cldr

# What CLDR lists besides ISO 3166-1: unions, test codes and reserved codes. Kosovo's XK
# is user-assigned, and used by the European Union.
NOT_COUNTRIES = frozenset(
    {
        *("AC", "CP", "CQ", "DG", "EA", "EU", "EZ"),
        *("IC", "QO", "TA", "UN", "XA", "XB", "ZZ"),
    }
)

CODES: tuple[str, ...] = tuple(
    sorted(
        code
        for code in map(str, cldr("en").territories)
        if len(code) == 2 and code.isalpha() and code not in NOT_COUNTRIES
    )
)
CHOICES = sorted(
    ((code, cldr("en").territories[code]) for code in CODES),
    key=lambda pair: sort_key(pair[1], "en"),
)

GROUPS: Mapping[str, tuple[str, ...]] = {
    "EU": (
        *("AT", "BE", "BG", "HR", "CY", "CZ", "DK", "EE", "FI"),
        *("FR", "DE", "GR", "HU", "IE", "IT", "LV", "LT", "LU"),
        *("MT", "NL", "PL", "PT", "RO", "SK", "SI", "ES", "SE"),
    ),
    "WESTERN_BALKANS": ("AL", "BA", "XK", "ME", "MK", "RS"),
    "EASTERN_PARTNERSHIP": ("AM", "AZ", "BY", "GE", "MD", "UA"),
    "SOUTHERN_NEIGHBOURHOOD": (
        *("DZ", "EG", "IL", "JO", "LB"),
        *("LY", "MA", "PS", "SY", "TN"),
    ),
}
GROUP_NAMES = {
    "EU": _("European Union"),
    "WESTERN_BALKANS": _("Western Balkans"),
    "EASTERN_PARTNERSHIP": _("Eastern Partnership"),
    "SOUTHERN_NEIGHBOURHOOD": _("Southern Neighbourhood"),
}


def country_name(code: str, language: str) -> str:
    """Return the country's name in a language, or its code where CLDR has none."""
    return cldr(language).territories.get(code, code)
