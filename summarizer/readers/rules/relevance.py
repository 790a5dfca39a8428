"""What the article is to us: a report of an event, context, or not about armed conflict."""

from __future__ import annotations

from functools import cache

from summarizer.article import Article
from summarizer.patterns.lexicon import Entry, table, words_of, wordset
from summarizer.patterns.scan import Scan
from summarizer.schema.vocabulary import DocumentType

_OTHER_TOPICS = (
    "sport",
    "culture",
    "business",
    "health_and_weather",
    "accident_and_disaster",
    "crime_and_court",
    "politics_and_labour",
    "animals_and_science",
)
_FICTION = frozenset("film movie novel thriller game videogame play opera exhibition series".split())


def about_conflict(scans: list[Scan]) -> bool:
    """Tell whether words of war outweigh those of other topics, and somebody fights, or with arms of war.

    A word counts once however often it stands there: a match report that "bombards" for a page stays sport.
    Soldiers in a flood make no war.
    """
    words: set[str] = set().union(*(scan.vocabulary for scan in scans))
    of_war = words & wordset("relevance", "conflict", "plain")
    war = len(of_war)
    doubtful = of_war <= wordset("relevance", "conflict", "weak")
    of_others = words & _words_of_others(doubtful)
    other = max(len(of_others & _words_of(topic, doubtful)) for topic in _OTHER_TOPICS)
    if doubtful or any(not scan.vocabulary.isdisjoint(_FICTION) for scan in scans[:2]):
        other *= 2  # soldiers have accidents, and a film about a war is full of its words
    if other and war <= other:
        return False
    disaster = len(of_others & wordset("relevance", "accident_and_disaster", "plain")) > 2
    if disaster and not names_armed_party(scans):
        return False
    blast = other == 0
    return any(_armed(scan, blast) or _murder_of_note(scan) for scan in scans)


def _armed(scan: Scan, blast: bool) -> bool:
    """Tell whether a sentence speaks of those who fight, of arms of war, or of a deed done with them.

    Police, murders and arrests are in the news of peace as well; so are explosions: a `blast` tells of war
    only where nothing in the article speaks of an accident or the like.
    """
    if any(_of_war(mark.entry) for mark in scan.of_any(*_WITNESSES)):
        return True
    if not blast:
        return False
    return _fighting(scan) or any(mark.entry.name in _witness("blasts") for mark in scan.of("event"))


_WITNESSES = ("belligerent", "head", "platform", "means", "event", "deed", "harm")


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


_MURDER = frozenset("murder murders murdered assassinated assassination slain slaying slayings shot".split())
_PEACEFUL = frozenset(("state_police_or_security", "government", "protesters", "criminal_group"))


@cache
def _words_of(topic: str, doubtful: bool) -> frozenset[str]:
    """Return the words of a topic; where war is doubtful, also those that it shares with war."""
    plain = wordset("relevance", topic, "plain")
    if doubtful and topic in _SHARING:
        return plain | wordset("relevance", topic, "besides")
    return plain


@cache
def _words_of_others(doubtful: bool) -> frozenset[str]:
    """Return the words of all these topics: few of them stand in an article, and only those are sorted."""
    return frozenset().union(*(_words_of(topic, doubtful) for topic in _OTHER_TOPICS))


_SHARING = frozenset(_OTHER_TOPICS[4:])


def names_armed_party(scans: list[Scan]) -> bool:
    """Tell whether a text names somebody who fights a war: a known party, rebels, a militia, a coalition."""
    return any(
        "belligerent" in scan.kinds or any(mark.entry.type in _AT_WAR for mark in scan.of("head"))
        for scan in scans
    )


_AT_WAR = frozenset(
    "rebel_group pro_government_militia political_militia identity_militia private_military coalition".split()
)


def _fighting(scan: Scan) -> bool:
    """Tell whether a sentence without any of the commonest words of war still speaks of it: "jets struck a
    depot"."""
    kinds = scan.kinds
    return "deed" in kinds and not kinds.isdisjoint(("platform", "capital", "belligerent"))


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
    if "who has died" in text or "is survived by" in whole or "obituary" in text:
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
