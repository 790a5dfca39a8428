"""Whether two phrases name the same victims, as far as their nouns tell."""

from __future__ import annotations

import re
from functools import lru_cache

from summarizer.text.folding import fold

_WORD = re.compile(r"[^\W_]+")
_NOUN_ENDS = frozenset(
    (
        "of in from at on near by with without among who whom whose which that and or as for to during after "
        "before when while killed wounded injured hurt dead missing detained captured displaced aged since "
        "including between"
    ).split()
)
"""Behind the noun that the phrase is about: "people | killed by bombs", "members | of the army"."""
_DETERMINERS = frozenset("the a an his her its their our my other another some all more".split())
_COLLECTIVE = frozenset("member group part number total pair couple family dozen hundred thousand".split())
"""A noun that says nothing without what follows it."""
_ANYBODY = frozenset(
    (
        "person dead death victim body corpse casualty fatality one life toll wounded injured individual "
        "soul killed loss missing"
    ).split()
)
"""A noun that may stand for any victims."""
_IRREGULAR = {"people": "person", "men": "man", "women": "woman", "children": "child", "lives": "life"}


@lru_cache(maxsize=4096)
def head_noun(victims: str) -> str:
    """Return the noun of a phrase, folded and in the singular; the whole phrase where a noun alone says
    nothing.

    >>> head_noun("Iraqi soldiers"), head_noun("people killed by bombs"), head_noun("members of the PDF")
    ('soldier', 'person', 'member of the pdf')
    """
    words = _WORD.findall(fold(victims[:200]))
    while len(words) > 1 and words[0] in _DETERMINERS:
        del words[0]
    end = next((index for index, word in enumerate(words) if index and word in _NOUN_ENDS), len(words))
    if not words:
        return ""
    noun = singular(words[end - 1])
    joined = "and" in words[end : end + 1]
    if noun in _COLLECTIVE or joined:
        return " ".join([*words[: end - 1], noun, *words[end:]])
    return noun


def names_anybody(victims: str) -> bool:
    """Tell whether the phrase may mean any victims: "people", "the dead"."""
    return head_noun(victims) in _ANYBODY


def singular(noun: str) -> str:
    """Return a noun in the singular, by rule; what has no rule stays.

    >>> singular("policemen"), singular("casualties"), singular("soldiers")
    ('policeman', 'casualty', 'soldier')
    """
    if noun in _IRREGULAR:
        return _IRREGULAR[noun]
    if noun.endswith("men") and len(noun) > 4:
        return f"{noun[:-3]}man"
    if noun.endswith("ies") and len(noun) > 4:
        return f"{noun[:-3]}y"
    return noun[:-1] if noun.endswith("s") and not noun.endswith(("ss", "us", "is")) else noun
