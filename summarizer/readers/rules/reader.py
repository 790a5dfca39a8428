"""The embedded reader: from an article to a draft."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace

from summarizer._version import __version__
from summarizer.article import Article, Sentence
from summarizer.errors import LanguageNotRead
from summarizer.patterns.at_hand import scan_of
from summarizer.patterns.damage import find_damage
from summarizer.patterns.scan import Scan, find_all_groups
from summarizer.patterns.speakers import Speaker, find_speakers
from summarizer.readers.rules.actors import Registry
from summarizer.readers.rules.adding_up import add_up
from summarizer.readers.rules.authors import AUTHORSHIP, add_authors, tells_authors
from summarizer.readers.rules.casualties import Casualties
from summarizer.readers.rules.claiming import told_by_themselves
from summarizer.readers.rules.context import add_context, add_station
from summarizer.readers.rules.dating import date_from_the_scene
from summarizer.readers.rules.event import Event
from summarizer.readers.rules.events import only_adds_up, tellings
from summarizer.readers.rules.facts import facts_of
from summarizer.readers.rules.headings import is_heading, lists_places
from summarizer.readers.rules.operations import Operations
from summarizer.readers.rules.parties import note_parties
from summarizer.readers.rules.publish import publish
from summarizer.readers.rules.reconciling import reconcile
from summarizer.readers.rules.relevance import about_conflict, document_type
from summarizer.readers.rules.sources import Sources
from summarizer.readers.rules.support import (
    SIDES,
    add_supporters,
    add_units,
    takes_sides,
    without_support,
)
from summarizer.readers.rules.telling import Facts, Telling
from summarizer.readers.rules.unreal import accidental, unreal
from summarizer.schema import Draft
from summarizer.schema.vocabulary import DocumentType, Relevance
from summarizer.text.masthead import Dateline

_BOILERPLATE = (
    "editing by",
    "reporting by",
    "writing by",
    "additional reporting",
    "compiled by",
    "(compiled by",
    "(reporting by",
    "(editing by",
    "download pdf",
    "for immediate release",
    "for queries",
    "read more",
    "subscribe",
    "follow us",
    "photo:",
    "copyright",
    "isaf joint command",
    "method:",
)


_DOCUMENT = re.compile(
    r"(?i)\b(?:download|view|open|print|read)\s+(?:as\s+|the\s+)?PDF\b|\.pdf\b|\[PDF\]|\(PDF\)"
)
"""A link to the document itself; the People's Defence Force has the same letters."""
_PARTS = SIDES | AUTHORSHIP
"""Words that may give somebody a part in an event."""
_LONGEST = 1500
"""Characters of a sentence that are read as one; the longest real ones have about 900."""
_PROSE = 100_000
"""Characters of a sentence that are read at all."""


class RulesReader:
    """Fills drafts from English text. Of a text in another language it only guesses whether it is about
    conflict."""

    name = "rules"
    version = __version__

    async def read(self, article: Article) -> Draft:
        """Return the draft of an article."""
        return self.draft(article)

    def draft(self, article: Article) -> Draft:
        """Return the draft of an article; the same article always gives the same draft."""
        if article.language not in (None, "en") and not _too_short_to_tell(article):
            raise LanguageNotRead(
                f"the embedded reader reads English, and {article.source or 'this article'} is in another "
                f"language ({article.language}); name a model, for example --model openai/gpt-4.1-mini."
            )
        dateline = None if lists_places(article.text) else article.dateline
        scans = [scan for sentence in article.sentences for scan in _scans(article, sentence, dateline)]
        if not about_conflict(scans, article.published.year if article.published else None):
            return _empty(article)
        return _read(article, scans)


def _too_short_to_tell(article: Article) -> bool:
    """Tell whether a text is a line or two of plain letters, whose language is only a guess."""
    return len(article.text) < 200 and article.text.isascii()


def _empty(article: Article) -> Draft:
    dateline = article.dateline.place if article.dateline else None
    return Draft(
        relevance=Relevance.NOT_CONFLICT,
        document_type=DocumentType.OTHER,
        headline="",
        abstract="",
        dateline=dateline,
    )


def _scans(article: Article, sentence: Sentence, dateline: Dateline | None) -> list[Scan]:
    """Return a sentence looked up, without its dateline; nothing for a byline and other standing lines.

    A run of text without a full stop is taken in pieces, so that the time stays linear; what is longer than
    any prose (a dump of a table, noise) is read no further than `_PROSE` characters.
    """
    text = sentence.text
    if text[:40].casefold().startswith(_BOILERPLATE):
        return []
    if dateline is not None and sentence.start <= dateline.start < sentence.end:
        text = text[min(dateline.end, sentence.end) - sentence.start :]
    if "PDF" in text and "Force" not in article.text:
        text = _DOCUMENT.sub(" ", text)
    if len(text) <= _LONGEST:
        return [scan_of(article, sentence.number, text)]
    pieces: list[Scan] = []
    start = 0
    text = text[:_PROSE]
    while start < len(text):
        space = text.rfind(" ", start + 1, start + _LONGEST)
        end = len(text) if len(text) - start <= _LONGEST else space if space > 0 else start + _LONGEST
        pieces.append(scan_of(article, sentence.number, text[start:end]))
        start = end
    return pieces


def _read(article: Article, scans: list[Scan]) -> Draft:
    find_all_groups(scans)
    registry = Registry(scans, article.published)
    operations, casualties, sources = (
        Operations(registry, _written_in(article)),
        Casualties(registry),
        Sources(registry, scans),
    )
    published = article.published
    headings = {0, *(scan.number for scan in scans if is_heading(scan))}
    body = facts_of([scan for scan in scans if scan.number not in headings and not _unreal(scan)])
    body = [facts for facts in body if facts.attacks or not accidental(facts.scan.vocabulary)]
    told = [facts for facts in body if facts.attacks or facts.counts]
    title = facts_of([scan for scan in scans if scan.number in headings])
    reading = body if told else title + body
    # What only looks at sentences goes through all of them first; see `facts_of`.
    speakers = [find_speakers(facts.scan) for facts in reading]
    by_whose_word = [
        without_support(told_by_themselves(facts, speaking)) if facts.attacks or facts.counts else facts
        for facts, speaking in zip(reading, speakers, strict=True)
    ]
    stories = [tellings(facts, published) if facts.attacks or facts.counts else [] for facts in by_whose_word]
    damages = [find_damage(facts.scan) for facts in reading]
    for facts, speaking, story, damage in zip(by_whose_word, speakers, stories, damages, strict=True):
        event: Event | None = None
        if story or facts.counts or speaking or not facts.scan.vocabulary.isdisjoint(_PARTS):
            cited = sources.of(facts.scan, speaking)
            denied = _denied(facts, [speaker for speaker, _ in cited])
            told_of = _undenied(facts, denied, published) if denied else story
            event = _read_sentence(facts, told_of, operations, casualties, cited, denied)
        if not facts.counts:
            casualties.name(facts.scan)
        if damage:
            _note_damage(facts.scan, damage, event, operations)
    for facts in title:
        if told:
            _support(facts, operations, published)
    attacked = {facts.scan.number for facts in reading if facts.attacks}
    reconcile(casualties.rows, {facts.scan.number: facts.scan.words for facts in reading}, attacked)
    add_up(casualties.rows, operations.events)
    date_from_the_scene(operations.events, {scan.number: scan for scan in scans}, headings)
    operations.nest_places()
    note_parties(scans, registry)
    add_context(body, operations)
    add_station(article, operations)
    draft = publish(article, registry, operations, casualties, sources, document_type(article, scans))
    if draft.relevance == Relevance.NOT_CONFLICT and any(map(_unreal, scans)):
        draft.relevance = Relevance.CONTEXT_ONLY
    return draft


def _written_in(article: Article) -> str | None:
    return article.dateline.place if article.dateline is not None else None


def _unreal(scan: Scan) -> bool:
    return unreal(scan.words, scan.vocabulary)


def _read_sentence(
    facts: Facts,
    story: list[Telling],
    operations: Operations,
    casualties: Casualties,
    speakers: list[tuple[Speaker, str]],
    denied: set[int],
) -> Event | None:
    """Take in one sentence: what happened, to whom, by whose word; return the event that it tells of."""
    scan = facts.scan
    event: Event | None = None
    owners: dict[int, Event | None] = {}
    if story:
        ids = list(dict.fromkeys(source for _, source in speakers))
        for telling in story:
            told = operations.add(telling, ids)
            if told is not None or telling.past:
                owners.update((count.group.start, told) for count in telling.counts)
            event = event if telling.stage == "planned" else told or event
    if tells_authors(scan):
        add_authors(scan, operations)
    if takes_sides(scan):
        add_units(scan, operations.registry)
        supported = add_supporters(scan, operations)
        event = event or supported
    if facts.counts:
        if event is None and (facts.attacks or not only_adds_up(facts)):
            event = _whose(facts, operations)
        casualties.add(scan, facts.counts, event, speakers, denied, owners)
        if event is not None:
            event.evidence.add(scan.number)
    return event


def _undenied(facts: Facts, denied: set[int], published: dt.date | None) -> list[Telling]:
    """Return the events that a sentence tells beside what it says was denied; none where that is all."""
    stated = [count for count in facts.counts if count.group.start not in denied]
    return tellings(replace(facts, counts=stated), published) if stated else []


def _denied(facts: Facts, speakers: Sequence[Speaker]) -> set[int]:
    """Return where the counts begin that somebody denies; what he says instead is no more denied."""
    denials = [speaker.verb for speaker in speakers if speaker.denies] if facts.counts else []
    words = facts.scan.words
    return {
        count.group.start
        for verb in denials
        for count in facts.counts
        if verb < count.at and _INSTEAD.isdisjoint(words[verb : count.group.start])
    }


_INSTEAD = frozenset(("saying", "but", "adding", "insisting"))


def _whose(facts: Facts, operations: Operations) -> Event | None:
    """Return the event of counts that open none: the latest, or for "eleven of the wounded" the latest with
    wounded."""
    happened = [event for event in operations.events if event.stage != "planned" and not event.past]
    outcomes = {count.outcome for count in facts.counts if count.hint == "part"}
    harmed = [event for event in happened if not outcomes.isdisjoint(event.harm)]
    return next(reversed(harmed or happened), None)


def _note_damage(scan: Scan, damage: list[str], event: Event | None, operations: Operations) -> None:
    """Give what a sentence says was destroyed or seized to its event, else to the event before."""
    if event is None:
        latest = operations.events[-3:]
        event = next((known for known in reversed(latest) if known.last >= scan.number - 3), None)
    if event is not None and event.stage != "planned" and len(event.damage) < _MOST_DAMAGE:
        event.damage.extend(phrase for phrase in damage if phrase not in event.damage)
        event.evidence.add(scan.number)


_MOST_DAMAGE = 12


def _support(facts: Facts, operations: Operations, published: dt.date | None) -> None:
    """Let the title support the event that it names; it never opens one where the body has any.

    Where the body has said at which spot, the title adds only what it was near.
    """
    told = tellings(facts, published)
    for event in operations.events:
        for telling in told:
            types = {telling.type, *(attack.type for attack in telling.attacks)}
            if event.type in types and not event.past:
                event.evidence.add(0)
                if "initiator" in event.roles.values():
                    telling = replace(telling, attacks=[])
                if event.where.spots:
                    telling = replace(
                        telling, places=[place for place in telling.places if place.relation is not None]
                    )
                operations.fill(event, telling, [])
                return
