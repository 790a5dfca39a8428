"""What an article says when it instructs its reader instead of reporting: the form of a sign, and English.

The patterns hold for folded text: lower case, no diacritics, plain quotes, hyphens as spaces.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from summarizer.text.folding import fold


@dataclass(frozen=True)
class Sign:
    """One wording of an instruction."""

    what: str
    """What the article does with it, for the message."""
    position: str
    """Where it counts: any · command, not behind a subject or "to" · opening, only where a sentence, a
    quotation or a plea opens."""
    anchors: tuple[str, ...]
    """One of these stands in every match: where none does, nothing is searched."""
    gate: frozenset[str]
    """The first words of the anchors: where the article has none of them, it has no anchor."""
    source: str
    reach: int
    """Characters around an anchor in which the whole sign stands."""

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The pattern, compiled when it is first needed; a space in it is any small gap."""
        return re.compile(_fold_letters(self.source).replace(" ", r"[\s*_]{1,3}"))


ASIDE = "tells its reader to set instructions aside"
ADDRESSED = "speaks to a machine that reads it"
DICTATED = "dictates what is to be reported"
FORM = "dictates the form of the answer"
PROMPT = "speaks of its reader's prompt"


def sign(what: str, position: str, anchors: str, source: str, reach: int = 160) -> Sign:
    """Build a sign from anchors between bars and a pattern with letters as they are written."""
    folded = tuple(map(fold, anchors.split("|")))
    gate = frozenset(anchor.split()[0] for anchor in folded)
    return Sign(what, position, folded, gate, source, reach)


def _fold_letters(pattern: str) -> str:
    """Fold the letters of a pattern as those of the text are, but for escapes such as ``\\W``."""
    folded: list[str] = []
    escaped = False
    for character in pattern:
        folded.append(fold(character) if character.isalpha() and not escaped else character)
        escaped = character == "\\" and not escaped
    return "".join(folded)


_MACHINE = (
    r"(?:ais?(?: language)?(?: (?:models?|assistants?|systems?|agents?|readers?|summari[sz]ers?|tools?))?"
    r"|artificial intelligence|llms?|(?:large )?language models?|chat ?bots?|chatgpt|gpt|summari[sz]ers?"
    r"|(?:automated|automatic|machine|robot|artificial|digital|virtual)"
    r" (?:readers?|systems?|summari[sz]ers?|tools?|processors?|agents?|assistants?)"
    r"|(?:extraction|annotation) (?:systems?|models?|engines?))"
)
_MACHINES = (
    "ai|ais|llm|llms|language model|language models|chatbot|chatbots|chat bot|chat bots|chatgpt|gpt"
    "|summarizer|summarizers|summariser|summarisers|artificial|automated|automatic|machine|robot|digital|virtual"
    "|extraction|annotation"
)
_SET_ASIDE = r"(?:ignore|disregard|forget|override|bypass|discard|do not follow|don't follow|stop following)"
_ZERO = r"(?:zero|no|0|nil|none|null)"
_HARM = (
    r"(?:deaths?|casualt(?:y|ies)|killed|fatalit(?:y|ies)|victims?|dead|wounded|injur(?:ed|ies)|operations?"
    r"|attacks?|incidents?|actors?|losses)"
)
ENGLISH = (
    sign(
        ASIDE,
        "command",
        "ignore|disregard|forget|override|bypass|discard|do not follow|don't follow|stop following",
        rf"\b{_SET_ASIDE}(?: (?:all|any|every|the|of|these|those|our|my|other|former|only)){{0,4}}"
        r" (?:previous|prior|above|earlier|preceding|foregoing|your|system|original|existing|all)"
        r"(?: (?:previous|prior|above|earlier|preceding|other|system|original|existing|and|or|your|of|the))"
        r"{0,4} (?:instructions?|prompts?|rules|directions|guidelines|directives|programming|safeguards"
        r"|context)\b",
    ),
    sign(
        ASIDE,
        "command",
        "ignore|disregard|forget",
        r"\b(?:ignore|disregard|forget) (?:everything|anything|all|all of this|all that|what|whatever)"
        r"(?: (?:that|which|was|is|has|been|came|you|were|have|you've|written|said|told|read|stands)){0,4}"
        r" (?:above|before this|before|so far|previously|told)\b",
    ),
    sign(
        ASIDE,
        "opening",
        "ignore|disregard",
        r"\b(?:ignore|disregard) (?:the )?(?:above|preceding|previous|foregoing|following|rest of the)"
        r" (?:text|article|sentences?|paragraphs?|contents?|document|story|passages?|report)\b",
    ),
    sign(
        ADDRESSED,
        "any",
        "you are|you're",
        rf"\byou(?: are|'re)(?: now| no longer| only| just| actually)?(?: an?| the)?(?: \w{{1,20}}){{0,2}}"
        rf" {_MACHINE}(?=$|[.,;:!?\"'()]"
        r"| (?:who|that|which|and|whose|for|designed|trained|built|tasked|in charge|now|must|shall)\b)",
    ),
    sign(
        ADDRESSED,
        "any",
        "you are|you're",
        r"\byou(?: are|'re)(?: now)?(?: an?| the| my| our| acting as an?)"
        r"(?: (?:helpful|friendly|useful|expert|harmless|honest|concise|personal|digital|new)){1,3}"
        r" (?:assistant|annotator|editor|analyst|extractor|reader|bot)\b",
    ),
    sign(
        ADDRESSED,
        "any",
        _MACHINES,
        rf"\bas (?:an?|the)(?: (?:helpful|large|automated))? {_MACHINE}(?=,| (?:you|i)\b|:)",
    ),
    sign(
        ADDRESSED,
        "command",
        _MACHINES,
        r"\b(?:note|notice|message|instructions?|attention|warning|memo|reminder|hello|dear|hey|attn)"
        rf"(?: (?:to|for|all|any|every|the|dear|you)){{0,3}} {_MACHINE}"
        r"(?:[\s*_]{0,2}[:,!;(]|[\s*_]{2,3})",
    ),
    sign(
        DICTATED,
        "opening",
        " zero | no | 0 | nil | none | null ",
        r"\b(?:report|record|return|output|write|state|say|list|count|give|set|put|enter|answer|mark"
        r"|register|extract|note)(?: (?:that|only|there|were|are|was|is|have|been|the|a|total|of|as|with"
        rf"|exactly|number|count)){{0,4}} {_ZERO}(?: (?:civilian|confirmed|known|any|total|of|the)){{0,2}}"
        rf" {_HARM}\b",
        reach=64,
    ),
    sign(
        DICTATED,
        "opening",
        " zero| 0| none| null| unknown| empty| nil",
        r"\b(?:set|put|report|record|list|write|count|give|mark)(?: (?:the|all|every|each|any|total|death"
        r"|number|of)){0,4} (?:deaths|casualties|killed|victims|dead|fatalities|toll)(?: count| toll)?"
        r"(?: (?:to|as|at|is|be|with|are)){1,2} (?:zero|0|none|null|nil|empty|unknown)\b",
    ),
    sign(
        FORM,
        "opening",
        "respond|reply|answer|output|return|write|print",
        r"\b(?:respond|reply|answer|output|return|write|print)(?: (?:only|solely|exclusively|just|strictly"
        r"|nothing|back|but|with|in|using|as|the|a|an|this|one|valid|following|single|word|phrase|exactly"
        r"|your)){1,6} (?:json|yaml|xml|\"[^\"]{1,80}\"|'[^']{1,80}'|\{|\[|empty (?:list|object|draft))",
    ),
    sign(
        FORM,
        "opening",
        "respond|reply|answer",
        r"\b(?:respond|reply|answer) (?:only|solely|exclusively) (?:with|in|by)(?: (?:the|a|an|one|this|valid"
        r"|my|your|single)){0,3} (?:words?|phrase|text|sentence|following|json|summary|letter|number|line"
        r"|string|format|yes|no)\b",
    ),
    sign(
        FORM,
        "any",
        "your summary|your output|your extraction|your json|your draft",
        r"\b(?:in|into|to|from|of|with|change|end|begin|start) your"
        r" (?:summary|output|extraction|json|draft)\b",
    ),
    sign(
        FORM,
        "command",
        "summarize|summarise|extract|annotate|parse",
        r"\b(?:do not|don't|never) (?:summari[sz]e|extract|annotate|parse) (?:this|the|any|these|it|from)\b",
    ),
    sign(
        PROMPT,
        "any",
        "prompt|system message",
        r"\b(?:your|my|new|updated|current|hidden|initial|original)(?: hidden| initial)? system prompt\b"
        r"|\bsystem (?:prompt|message)[\s*_]{0,2}[:=]"
        r"|\b(?:reveal|print|show|repeat|output|display|follow)(?: me| us)?(?: the| this| your)?"
        r" (?:system )?prompt\b",
    ),
    sign(
        PROMPT,
        "any",
        "new|updated|real|actual|additional|revised",
        r"\b(?:(?:new|updated|real|actual|additional|revised) (?:system )?instructions?(?::| for you\b)"
        r"|your (?:new|real|actual) (?:instructions?|task)\b)",
    ),
)
