"""What the article is to us: a report of an event, context, or not about armed conflict."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from summarizer.article import Article
from summarizer.patterns.attacks import find_attacks
from summarizer.patterns.belligerents import fights
from summarizer.patterns.count import Count
from summarizer.patterns.counts import find_counts
from summarizer.patterns.group import Group
from summarizer.patterns.lexicon import Entry, table, words_of, wordset
from summarizer.patterns.scan import Scan
from summarizer.readers.rules.topics import OPENING, speaks_of_accidents, vocabulary_of, weight_of_peace
from summarizer.readers.rules.unreal import ruled_out
from summarizer.schema.vocabulary import DocumentType


def about_conflict(scans: list[Scan], published: int | None = None) -> bool:
    """Tell whether what is told of war outweighs what is told of anything else, and somebody fights.

    `published` is the year of publication, where it is known.

    A word counts once however often it stands there: a match report that "bombards" for a page stays sport.
    What stands in the opening counts twice. A cause that was ruled out, and a war of long ago, are no signs.
    """
    told = vocabulary_of(scans)
    present = _present(scans, told, published or 0)
    if not (any(map(_armed, present)) or _violent(present)):
        return False
    opening, signs = _signs(present[:OPENING]), _signs(present[OPENING:])
    for name, weight in opening.items():
        signs[name] = max(weight, signs.get(name, 0))
    if speaks_of_accidents(told) and _unexplained(present, signs):
        return False
    war, peace = weight_of_war(present, opening, signs, told), weight_of_peace(scans, told)
    return war > peace or (war + _A_DEED_AT_ONCE > peace and _harms_at_once(present))


def _unexplained(present: list[Scan], signs: dict[str, float]) -> bool:
    """Tell whether nobody fights and no arm of war is used: an explosion needs a weapon or a hand."""
    return max(signs.values(), default=0) < _A_SIGN and not (
        any(map(_fighting, present)) or _violent(present)
    )


def _violent(scans: list[Scan]) -> bool:
    """Tell whether somebody kills or fires as in a war, though nobody in arms may be named."""
    return any(_fired_upon(scan) or _murder_of_note(scan) for scan in scans) or any(map(_slain, scans))


_A_SIGN = 2
"""The weight from which on a mark alone tells of war."""


def _present(scans: list[Scan], told: set[str], published: int) -> list[Scan]:
    """Return the sentences that may be about a war of now, by what they say and by their years."""
    years = told & _YEARS
    latest = [max(map(int, scan.vocabulary & years), default=0) for scan in scans]
    now = max([published, *latest])
    return [
        scan
        for scan, year in zip(scans, latest, strict=True)
        if not (year and now - year >= _LONG_AGO)
        and not ruled_out(scan.words, scan.vocabulary)
        and not (now >= _AFTER_THEM and _of_a_world_war(scan))
    ]


def _of_a_world_war(scan: Scan) -> bool:
    """Tell whether a sentence is about one of the two world wars: "a bomb from the Second World War"."""
    if scan.vocabulary.isdisjoint(_WORLD_WARS) or "since" in scan.vocabulary:
        return False
    words = scan.words
    return "world" not in words or words[words.index("world") + 1 :][:1] == ["war"]


_WORLD_WARS = frozenset(("world", "wwii", "ww2", "wwi"))
_AFTER_THEM = 1960
_LONG_AGO = 8
"""Years between a war and what else an article speaks of, from which on the war is history."""


_YEARS = frozenset(map(str, range(1701, 2100)))


def weight_of_war(
    scans: list[Scan], opening: dict[str, float], signs: dict[str, float], told: set[str]
) -> float:
    """Return how much speaks for war: who fights, with what, and how, each once.

    `opening` and `signs` weigh the marks of war in the opening and in the whole; `told` has every word of the
    text.
    """
    alone = 0.5 if max(signs.values(), default=0) < _A_SIGN else 1  # soldiers without an enemy make no war
    war_words = told & _war_words()
    found = [scan.vocabulary & war_words for scan in scans]
    words = len(set[str]().union(*found)) + len(set[str]().union(*found[:OPENING]))
    deeds = any(map(_fighting, scans))
    return alone * (sum(signs.values()) + sum(opening.values())) + 0.5 * words + deeds


_A_DEED_AT_ONCE = 6
"""What it weighs that the opening tells whom an armed party killed or wounded."""


_FIGHTERS = frozenset(("belligerent", "head"))


def _harms_at_once(scans: list[Scan]) -> bool:
    """Tell whether the opening tells whom an armed party killed or wounded."""
    return any(map(_harm_of_war, scans[:OPENING])) or any(map(_slain, scans[:OPENING]))


def _harm_of_war(scan: Scan) -> bool:
    return "harm" in scan.kinds and any(
        _weight(mark.entry, used=True) >= _A_SIGN for mark in scan.among(_FIGHTERS)
    )


def _slain(scan: Scan) -> bool:
    """Tell whether forces of a state, their arms or gangs kill people: "Israeli strikes killed nine"."""
    if "harm" not in scan.kinds:
        return False
    hurt = [count for count in find_counts(scan) if count.outcome in ("killed", "wounded")]
    return any(_may_kill(agent, count) for count in hurt for agent in count.agents) or (
        bool(hurt)
        and any(_may_kill(agent, hurt[0]) for attack in find_attacks(scan) for agent in attack.initiators)
    )


def _may_kill(agent: Group, count: Count) -> bool:
    """Tell whether an attacker is one of a war; a gang is, where it kills many."""
    if agent.head.type == "criminal_group":
        return count.group.amount is not None and count.group.plural and agent.plural
    return fights(agent) and agent.head.type != "state_police_or_security" and agent.owner is not None


def _signs(scans: Iterable[Scan]) -> dict[str, float]:
    """Return the fighters, arms and deeds of war by name, each with its greatest weight."""
    found: dict[str, float] = {}
    for scan in scans:
        used = not scan.kinds.isdisjoint(_USE)
        for mark in scan.among(_WITNESSES):
            weight = _weight(mark.entry, used)
            if weight > found.get(mark.entry.name, 0):
                found[mark.entry.name] = weight
    return found


_USE = frozenset(("harm", "harm_toll", "harm_bodies", "harm_state", "deed"))


def _weight(entry: Entry, used: bool) -> float:
    """Return what a mark weighs; soldiers and arms have less weight where they harm nobody."""
    kind = entry.kind
    if kind == "belligerent":
        if entry.type == "political_party":
            return 2
        return 4 if entry.type in _AT_WAR and not entry.coined else 1
    if kind in ("head", "platform"):
        if entry.name in _witness("civil_heads"):
            return 2 if used and entry.name == "drone" else 0
        if entry.type in _AT_WAR:
            return 3
        if entry.type == "unidentified_armed_group":
            return 2
        if entry.type == "state_military":
            return 1.5 if used else 0.5
        return 0.5
    if not _of_war(entry):
        return 0
    return 2 if used or kind != "means" else 1


@cache
def _war_words() -> frozenset[str]:
    return wordset("relevance", "conflict", "plain")


def _armed(scan: Scan) -> bool:
    """Tell whether a sentence speaks of those who fight, of arms of war, or of a deed done with them."""
    return (
        any(_of_war(mark.entry) for mark in scan.among(_WITNESSES))
        or _fighting(scan)
        or any(mark.entry.name in _witness("blasts") for mark in scan.of("event"))
    )


_WITNESSES = frozenset(("belligerent", "head", "platform", "means", "event", "deed", "harm"))


@cache
def _witness(name: str) -> frozenset[str]:
    return frozenset(words_of(table("relevance")["witness"][name]))


def _of_war(entry: Entry) -> bool:
    kind = entry.kind
    if kind == "belligerent":
        return True
    if kind in ("head", "platform"):
        return entry.type not in _PEACEFUL and entry.name not in _witness("civil_heads")
    if kind == "means":
        return entry.type in _witness("arms")
    return (kind == "event" and entry.type in _witness("operations")) or entry.name in _witness("wordings")


def _murder_of_note(scan: Scan) -> bool:
    """Tell whether somebody was killed for what he was: a minister, a journalist, a priest, an activist."""
    return not scan.vocabulary.isdisjoint(_MURDER) and any(
        mark.entry.type in ("official", "journalist", "aid_worker") or mark.entry.name in _witness("of_note")
        for mark in scan.of("person")
    )


def _fired_upon(scan: Scan) -> bool:
    """Tell whether a sentence has police or soldiers fire at a crowd."""
    words = scan.vocabulary
    return not (words.isdisjoint(_FIRED) or words.isdisjoint(_CROWD) or _FORCES.isdisjoint(_types(scan)))


def _types(scan: Scan) -> set[str]:
    return {mark.entry.type for mark in scan.of("head")}


_FIRED = frozenset("fired fire firing shot opened".split())
_CROWD = frozenset(
    "demonstrators demonstrator protesters protestors protester students crowd crowds marchers rioters "
    "mourners strikers".split()
)
_FORCES = frozenset(("state_police_or_security", "state_military"))
_MURDER = frozenset("murder murders murdered assassinated assassination slain slaying slayings shot".split())
_PEACEFUL = frozenset(("state_police_or_security", "government", "protesters", "criminal_group"))


_AT_WAR = frozenset(
    "rebel_group pro_government_militia political_militia identity_militia private_military coalition".split()
)


def _fighting(scan: Scan) -> bool:
    """Tell whether a sentence without any of the commonest words of war still speaks of it: "jets struck a
    depot"."""
    kinds = scan.kinds
    return "deed" in kinds and not kinds.isdisjoint(("platform", "capital", "belligerent"))


_OPENING = 4
"""Sentences, the title among them, in which news says that somebody was killed."""


def document_type(article: Article, scans: list[Scan]) -> DocumentType:
    """Guess the kind of text from its standing formulas."""
    text = article.text[:600].casefold()
    whole = article.text.casefold() if len(article.text) < 60_000 else text
    if (
        "for immediate release" in text
        or "news release" in text
        or "press release" in text
        or "public affairs" in text
    ):
        return DocumentType.PRESS_RELEASE
    if "live updates" in text or "live blog" in text or "as it happened" in text:
        return DocumentType.LIVE_BLOG
    # news of a murder ends on the family as well
    slain = any("harm" in scan.kinds for scan in scans[:_OPENING])
    if "who has died" in text or "obituary" in text or ("is survived by" in whole and not slain):
        return DocumentType.OBITUARY
    if any(phrase in text for phrase in ("on trial", "court heard", "sentenced", "verdict", "tribunal")):
        return DocumentType.COURT_REPORT
    if any(
        phrase in text
        for phrase in (
            "situation report",
            "weekly note",
            "following are security developments",
            "operational update",
        )
    ):
        return DocumentType.SITUATION_REPORT
    if "[begin recording]" in whole or "interview with" in text:
        return DocumentType.INTERVIEW
    return DocumentType.NEWS
