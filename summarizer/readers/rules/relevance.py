"""What the article is to us: a report of an event, context, or not about armed conflict."""

from __future__ import annotations

from summarizer.article import Article
from summarizer.patterns.lexicon import wordset
from summarizer.patterns.scan import Scan
from summarizer.schema.vocabulary import DocumentType

_OTHER_TOPICS = ("sport", "culture", "business", "health_and_weather")


def about_conflict(scans: list[Scan]) -> bool:
    """Tell whether words of war outweigh those of sport, culture, business, health and weather.

    A word counts once however often it stands there: a match report that "bombards" for a page stays sport.
    """
    words: set[str] = set().union(*(scan.vocabulary for scan in scans))
    war = len(words & wordset("relevance", "conflict", "plain"))
    other = max(len(words & wordset("relevance", topic, "plain")) for topic in _OTHER_TOPICS)
    if len(words & wordset("relevance", "disaster", "plain")) > 1 and not names_armed_party(scans):
        return False
    if war > other and (war >= 2 or any(not scan.kinds.isdisjoint(_STRONG) for scan in scans)):
        return True
    return other == 0 and any(map(_fighting, scans))


def names_armed_party(scans: list[Scan]) -> bool:
    """Tell whether a text names somebody who fights a war: a known party, rebels, a militia, a coalition."""
    return any(
        "belligerent" in scan.kinds or any(mark.entry.type in _AT_WAR for mark in scan.of("head"))
        for scan in scans
    )


def at_war(scans: list[Scan]) -> bool:
    """Tell whether a text without an event speaks of a war: it names an armed party or a deed of war."""
    return any(not scan.kinds.isdisjoint(_OF_WAR) for scan in scans) or names_armed_party(scans)


_OF_WAR = frozenset(("belligerent", "event", "platform"))
_AT_WAR = frozenset(
    "rebel_group pro_government_militia political_militia identity_militia private_military coalition".split()
)


def _fighting(scan: Scan) -> bool:
    """Tell whether a sentence without any of the commonest words of war still speaks of it: "jets struck a
    depot"."""
    kinds = scan.kinds
    return "deed" in kinds and not kinds.isdisjoint(("harm", "platform", "capital", "belligerent"))


_STRONG = frozenset(("belligerent", "head", "event", "harm", "harm_toll", "deed", "platform"))


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
