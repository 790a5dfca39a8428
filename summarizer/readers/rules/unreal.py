"""Sentences that a reader of reports passes over: what did not happen, what would have, what is no attack.

Nothing is lost in silence: a figure in such a sentence is still seen by the check for omissions.
"""

from __future__ import annotations

from collections.abc import Sequence

_UNREAL = (
    "not true that",
    "no truth",
    "untrue that",
    "proved unfounded",
    "were unfounded",
    "was unfounded",
    "did not take place",
    "never took place",
    "did not happen",
    "called off",
    "was cancelled",
    "was canceled",
    "was postponed",
    "were postponed",
    "did not hold",
    "would have",
    "could have been killed",
    "could be killed",
    "years after the",
    "previous instructions",
    "must report",
    "number killed is",
)
_SIGNS = frozenset(
    "true truth untrue unfounded place happen called cancelled canceled postponed hold would "
    "could years instructions must number".split()
)
"""Each phrase has one of these words; most sentences have none."""
_BY_SIGN = {
    sign: tuple((frozenset(phrase.split()), f" {phrase} ") for phrase in _UNREAL if sign in phrase.split())
    for sign in _SIGNS
}
"""By sign the phrases that have it, each with all of its words."""
_TO_THE_READER = frozenset(("system", "assistant", "note", "instruction", "instructions"))
_ACCIDENTS = frozenset(
    "traffic lorry crash crashed accident accidents collision earthquake quake flood floods flooding "
    "derailed landslide avalanche cyclone hurricane tornado heatwave stampede".split()
)


def unreal(words: Sequence[str], vocabulary: set[str]) -> bool:
    """Tell whether a sentence is about what did not happen, or speaks to its reader: "It is not true …"."""
    if len(words) > 2 and words[0] in _TO_THE_READER and ":" in words[:5]:
        return True
    if not vocabulary.isdisjoint(_STORIES) and _tells_a_story(words):
        return True
    likely = [
        phrase for sign in vocabulary & _SIGNS for needed, phrase in _BY_SIGN[sign] if needed <= vocabulary
    ]
    return bool(likely) and _any_of(likely, words[:80])


def _any_of(phrases: Sequence[str], words: Sequence[str]) -> bool:
    """Tell whether one of the phrases, each between spaces, stands in the words."""
    text = f" {' '.join(words)} "
    return any(phrase in text for phrase in phrases)


_STORIES = frozenset(("film", "movie", "novel", "thriller", "videogame"))
_MAKERS = frozenset("crew crews maker makers director directors team festival star stars".split())


def _tells_a_story(words: Sequence[str]) -> bool:
    """Tell whether a sentence is about a film or a novel, and not about a film crew that was shot at."""
    return any(
        word in _STORIES and _MAKERS.isdisjoint(words[index + 1 : index + 2])
        for index, word in enumerate(words)
    )


def accidental(vocabulary: set[str]) -> bool:
    """Tell whether a sentence is about an accident or a disaster: "Heavy traffic killed five"."""
    found = vocabulary & _ACCIDENTS
    return bool(found) and not (found <= _AIRCRAFT and not vocabulary.isdisjoint(_OF_AIRCRAFT))


_AIRCRAFT = frozenset(("tornado", "typhoon", "hurricane", "cyclone"))
"""Storms that aircraft are called by."""
_OF_AIRCRAFT = frozenset(
    "raf gr4 gr4s fgr4 reaper paveway brimstone voyager aircraft jet jets patrol".split()
)


_RULED_OUT = (
    "ruled out",
    "rule out",
    "ruling out",
    "no sign",
    "no signs",
    "no indication",
    "no indications",
    "no evidence",
    "no suggestion",
    "no trace",
    "nothing to suggest",
    "nothing to support",
    "no hand of",
    "been excluded",
    "was excluded",
    "nothing suggests",
    "nothing to indicate",
    "not terrorism",
    "not a terrorist",
    "not an attack",
    "not a bomb",
    "not an act",
    "not been found",
    "not being treated",
    "not terror related",
    "took it for",
    "mistook it",
    "mistaken for",
    "denied reports",
    "denied rumours",
    "denied rumors",
    "dismissed reports",
    "dismissed rumours",
    "dismissed rumors",
    "as though",
    "as if",
    "like a",
    "like an",
    "like the",
    "i thought",
    "we thought",
    "everyone thought",
)
_RULING = frozenset(phrase.split()[0] for phrase in _RULED_OUT)
"""The words that the phrases begin with; many sentences have none."""
_BY_RULING = {
    first: tuple(
        (frozenset(phrase.split()), f" {phrase} ") for phrase in _RULED_OUT if phrase.split()[0] == first
    )
    for first in _RULING
}
"""By first word the phrases, each with all of its words."""


def ruled_out(words: Sequence[str], vocabulary: set[str]) -> bool:
    """Tell whether a sentence names what was not the cause, or likens: "no sign of a bomb", "like a war"."""
    likely = [
        phrase
        for first in vocabulary & _RULING
        for needed, phrase in _BY_RULING[first]
        if needed <= vocabulary
    ]
    return bool(likely) and _any_of(likely, words)
