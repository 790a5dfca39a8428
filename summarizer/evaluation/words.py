"""The word lists behind the matching of names: what is dropped, what is too general, what means the same.

They are those of the scorer that the development sets come with, so that figures are comparable.
"""

from __future__ import annotations

import re

DROPPED = frozenset("the a an of and in at on for to from by with s near".split())
"""Words that never tell two names apart."""

GENERIC = frozenset(
    """
    force group people person member men man woman women child children troop militant militia gunman gunmen
    fighter rebel insurgent guerrilla terrorist extremist subversive soldier civilian victim individual
    official army military police government regime security personnel unit commander leader party
    organization organisation movement front network alleged suspected unidentified unknown armed heavily
    several some many other others two three four five six seven eight nine ten citizen resident local
    national united president minister former general colonel captain lieutenant mr mrs dr suspect attacker
    assailant bomber member authority state
    """.split()
)
"""Words that alone name nobody: "forces", "two", "former"."""

PLACE_NOUNS = frozenset(
    """
    city province district area region town village neighborhood neighbourhood department state country
    municipality camp governorate north south east west northern southern eastern western central street road
    vicinity outskirt capital place site home house building village base
    """.split()
)
"""Words that alone name no place."""

DEMONYMS = dict(
    pair.split(":")
    for pair in """
    afghan:afghanistan afghani:afghanistan iraqi:iraq syrian:syria israeli:israel palestinian:palestine
    russian:russia ukrainian:ukraine turkish:turkey iranian:iran lebanese:lebanon yemeni:yemen
    saudi:saudiarabia egyptian:egypt jordanian:jordan libyan:libya somali:somalia sudanese:sudan
    nigerian:nigeria malian:mali american:us usa:us u.s:us british:uk britain:uk french:france german:germany
    italian:italy spanish:spain chinese:china indian:india pakistani:pakistan salvadoran:salvador
    salvadorean:salvador colombian:colombia peruvian:peru chilean:chile bolivian:bolivia guatemalan:guatemala
    honduran:honduras nicaraguan:nicaragua argentine:argentina argentinian:argentina ecuadoran:ecuador
    ecuadorian:ecuador panamanian:panama cuban:cuba soviet:ussr kurdish:kurd kuwaiti:kuwait
    australian:australia canadian:canada ethiopian:ethiopia kenyan:kenya burmese:myanmar mexican:mexico
    venezuelan:venezuela algerian:algeria tunisian:tunisia moroccan:morocco qatari:qatar emirati:uae
    swedish:sweden danish:denmark
    """.split()
)
"""The people of a country to the country: "Syrian forces" and "forces of Syria" share a word."""

COUNTRIES = frozenset(DEMONYMS.values())
"""Countries: as a part of a name too general to tell two belligerents of one country apart."""

SAME = tuple(
    (re.compile(pattern), f" {word} ")
    for pattern, word in (
        (
            r"\bislamic state (?:in|of) iraq and (?:the )?(?:levant|syria|al[- ]sham)\b"
            r"|\bislamic state\b|\bisis\b|\bda'?esh\b|\bisil\b",
            "isil",
        ),
        (r"\btaleban\b", "taliban"),
        (r"\bal[- ]qa'?(?:ida|eda|idah)\b|\bal qaeda\b", "alqaeda"),
        (r"\bunited states(?: of america)?\b|\bu\.s\.a?\.?", "us"),
        (r"\bunited kingdom\b|\bgreat britain\b|\bu\.k\.", "uk"),
        (r"\bisrael(?:i)? defen[cs]e forces?\b|\bidf\b", "israel military"),
        (r"\bsaudi arabia(?:n)?\b", "saudiarabia"),
    )
)
"""Spellings that are one name everywhere, replaced before a name is cut into words."""

HEAD_ENDS = re.compile(
    r"\b(?:of|in|from|at|near|belonging|who|that|which|with|on|for)\b|[,(\[:]",
)
"""Where the first phrase of a name ends: its last word is the head ("members" of "members of the ELN")."""
