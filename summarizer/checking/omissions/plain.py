"""Whether a sentence can tell of a plain attack: its words may save a scan, its marks a look for groups.

`attacks.plain_attacks` lets an attack pass that happened and has somebody who took part. A verb may bring
both with it. A noun, "an explosion", has an attacker where a verb carries it ("launched"), behind "by" and
"between", and where his name stands right before it; else it is plain only where somebody is harmed. Both
looks let pass what they are not sure of.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from summarizer.checking.omissions.triggers import COMBAT, Forms, forms_of
from summarizer.patterns.clauses import before_verb, passive
from summarizer.patterns.families import HOUSEHOLDS
from summarizer.patterns.lexicon import Entry, Mark, phrases
from summarizer.patterns.meaning import GROUND_TAKING, plausible
from summarizer.patterns.scan import Scan

_HARM = frozenset(("harm", "fate", "harm_loss", "harm_state", "harm_nouns", "harm_toll", "harm_bodies"))
_BEFORE_BASE = frozenset(("to", "will", "would", "did", "didn"))
"""Before "strike" they make it a verb."""
_LINKS = frozenset(("by", "between", "suicide", "u", "sana"))
"""The last two are of names that end in an "a" of its own here: "U.S.A.", "Sana'a"."""
_NAMES = frozenset(("belligerent", "head", "platform", "person", "nation", "capital", "demonym"))
_WORD = re.compile(r"\w+")
_ARMED = frozenset(("belligerent", "head", "platform", "nation", "capital", "demonym"))
"""Kinds of marks one of which every armed group has."""
_INFINITIVE = frozenset(("to", "will", "would", "did", "didn't"))
"""`_BEFORE_BASE` as the words of a scan are cut."""
_POINTING = frozenset(("the", "this", "that"))
_DEVICES = frozenset("bombing ied_or_landmine vehicle_bomb suicide_attack grenade_attack".split())
"""Nouns of these types may be what somebody threw or placed."""
_BY = 12
"""Words behind a noun within which "by" names its attacker, and words around a verb that hurls something."""


def may_be_plain(words: frozenset[str], in_order: Sequence[str]) -> bool:
    """Tell whether a sentence may tell of a plain attack; `in_order` are its words as they stand."""
    if _done().any_in(words) or _light().any_in(words) or not words.isdisjoint(_LINKS):
        return True
    if not words.isdisjoint(_BEFORE_BASE) and _bases().any_in(words):
        return True
    names = _last_of_names()
    if words.isdisjoint(names):
        return False
    nouns = _nouns().openings_in(words)
    for at, word in enumerate(in_order):
        if word in nouns and at:
            before = in_order[at - 1]
            if before in names or (before == "s" and at > 1 and in_order[at - 2] in names):
                return True
    return False


def marks_may_be_plain(scan: Scan) -> bool:
    """Tell whether the marks of a sentence that counts nobody may tell of a plain attack."""
    if not scan.vocabulary.isdisjoint(HOUSEHOLDS):
        return True  # those who act may end with a number: "a crew of five"
    if any(_may_be_done(scan, deed) for deed in scan.of("deed") if deed.entry.type in COMBAT):
        return True
    if "means" in scan.kinds and any(_may_be_hurled(scan, hurl) for hurl in scan.of("hurl")):
        return True
    if scan.kinds.isdisjoint(_ARMED):
        return False
    carried = any(light.entry.name != "claim" for light in scan.of("light"))
    return any(
        carried or _may_have_attacker(scan, noun)
        for noun in scan.of_any("event", "generic")
        if noun.entry.type in COMBAT or noun.entry.kind == "generic"
    )


def _may_be_done(scan: Scan, deed: Mark) -> bool:
    """Tell whether a verb may be one, and of an attack: "attack" may be a noun, prisoners are "taken" too."""
    if deed.entry.info == "base":
        return not scan.vocabulary.isdisjoint(_INFINITIVE) or _name_before(scan, deed.start)
    type_, lemma = deed.entry.type, deed.entry.name
    if type_ in GROUND_TAKING and lemma not in ("seize", "fall to") and deed.entry.info == "participle":
        _, auxiliaries = before_verb(scan, deed.start)
        if passive(auxiliaries):
            return plausible(scan, deed, type_, lemma, [], [], True, ())
    return True


def _may_be_hurled(scan: Scan, hurl: Mark) -> bool:
    """Tell whether something that flies or explodes stands near enough to a verb of hurling."""
    first = hurl.start - _BY if hurl.entry.info == "participle" else hurl.end
    return any(first <= means.start <= hurl.end + _BY for means in scan.of("means"))


def _may_have_attacker(scan: Scan, noun: Mark) -> bool:
    """Tell whether a noun that no verb carries may have an attacker, and tells something new."""
    words, entry = scan.words, noun.entry
    if noun.start and words[noun.start - 1] in _POINTING:
        return False
    if entry.type in _DEVICES or "suicide" in entry.name or "by" in words[noun.end : noun.end + _BY]:
        return True
    if entry.type == "clash" and "between" in scan.vocabulary:
        return True
    return _name_before(scan, noun.start)


def _name_before(scan: Scan, start: int) -> bool:
    """Tell whether a name, or "X's", stands right before a token."""
    ends = (start, start - 1) if start and scan.words[start - 1] in ("'s", "'") else (start,)
    return any(mark.end in ends and mark.entry.kind in _NAMES for mark in scan.marks)


@cache
def _done() -> Forms:
    """Verbs of attacks that may have happened, and everything that tells of harm."""
    return forms_of(
        lambda entry: (
            (entry.kind == "deed" and entry.type in COMBAT and entry.info != "base") or entry.kind in _HARM
        )
    )


@cache
def _bases() -> Forms:
    return forms_of(_is_base)


@cache
def _light() -> Forms:
    """Verbs that carry an operation, and those that hurl what explodes."""
    return forms_of(lambda entry: (entry.kind == "light" and entry.name != "claim") or entry.kind == "hurl")


@cache
def _nouns() -> Forms:
    """The nouns of operations, and the base forms that may be one."""
    return forms_of(lambda entry: entry.kind in ("event", "generic") or _is_base(entry))


@cache
def _last_of_names() -> frozenset[str]:
    """The last words of all that may name an attacker: "a Taliban member", "Ankara"."""
    last = frozenset(
        _WORD.findall(" ".join((word, *form.rest)))[-1]
        for word, forms in phrases().items()
        for form in forms
        if form.entry.kind in _NAMES
    )
    return last - {"a"}


def _is_base(entry: Entry) -> bool:
    return entry.kind == "deed" and entry.type in COMBAT and entry.info == "base"
