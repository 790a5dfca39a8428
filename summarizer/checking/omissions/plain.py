"""Whether the words of a sentence can tell of a plain attack: a look at them saves a scan.

`attacks.plain_attacks` lets an attack pass that happened and has somebody who took part. A verb may bring
both with it. A noun, "an explosion", has an attacker where a verb carries it ("launched"), behind "by" and
"between", and where his name stands right before it; else it is plain only where somebody is harmed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from summarizer.checking.omissions.triggers import COMBAT, Forms, forms_of
from summarizer.patterns.lexicon import Entry, phrases

_HARM = frozenset(("harm", "fate", "harm_loss", "harm_state", "harm_nouns", "harm_toll", "harm_bodies"))
_BEFORE_BASE = frozenset(("to", "will", "would", "did", "didn"))
"""Before "strike" they make it a verb."""
_LINKS = frozenset(("by", "between", "suicide", "u", "sana"))
"""The last two are of names that end in an "a" of its own here: "U.S.A.", "Sana'a"."""
_NAMES = frozenset(("belligerent", "head", "platform", "person", "nation", "capital", "demonym"))
_WORD = re.compile(r"\w+")


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
