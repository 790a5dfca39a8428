"""Where names of places stand in a sentence."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import compress
from operator import attrgetter

from summarizer.patterns.group import Group
from summarizer.patterns.names import NAME_LINKS, TITLES
from summarizer.patterns.place_context import leads_to_place, listed
from summarizer.patterns.place_words import ARTICLES, INSIDE, NOT_PLACES, NOUNS, PREPOSITIONS, REGIONS
from summarizer.patterns.places_in_capitals import CAPS_BEFORE, SAINTS, in_capitals, longer, of_a_saint
from summarizer.patterns.places_that_act import names_a_party, names_an_office
from summarizer.patterns.scan import Scan


def label(scan: Scan) -> list[tuple[int, int, bool]]:
    """Return the place that heads an item of a round-up: "* JAMRUD - A bomb …"."""
    words = scan.words
    start = 1 if words and words[0] in ("*", "-", "•") else 0
    end = start
    while end < len(words) and end - start < 4 and scan.tokens.upper(end) and words[end].isalpha():
        end += 1
    if end > start and end < len(words) and words[end] in ("-", "–", "—", ":") and len(words[start]) > 2:
        if words[end] == ":" and not (_SPEAKING | TITLES).isdisjoint(words[start:end]):
            return []  # "QUESTION:", "SECRETARY NAME:" in the record of a conversation
        return [(start, end, False)]
    return []


_SPEAKING = frozenset(
    "question questions answer answers update note moderator interviewer spokesperson q a".split()
)


_CITED = frozenset(("media", "state_media", "social_media", "monitor_ngo", "un_io"))


def _blocked(scan: Scan, labels: list[tuple[int, int, bool]]) -> set[int]:
    """Return the tokens that cannot name a place: they name a group, or a paper that is cited."""
    blocked: set[int] = set()
    stations = "raf" in scan.vocabulary
    for group in scan.groups:
        if group.head.kind != "number" and not (stations and _names_a_station(scan, group)):
            blocked.update(range(group.start, group.end))
    for mark in scan.of("speaker"):
        if mark.entry.type in _CITED:
            blocked.update(range(mark.start, mark.end))
    for mark in scan.of("capital"):
        if any(verb.start == mark.end for verb in scan.of("speech")):  # "Moscow said" speaks of a government
            blocked.update(range(mark.start, mark.end))
    peoples = scan.of("demonym")
    states = {mark.start for mark in scan.of("nation")} if peoples else ()
    for mark in peoples:
        # "the Iraqi city of X", "in Kurdish": a people or a language, unless a name begins: "Saudi Arabia"
        if mark.start not in states:
            blocked.update(range(mark.start, mark.end))
    for start, end, _ in labels:
        blocked.update(range(start, end))
    return blocked


def _names_a_station(scan: Scan, group: Group) -> bool:
    """Tell whether a force is named for its station: "at RAF Akrotiri"."""
    words = scan.words
    return (
        words[group.start : group.end] == ["raf"]
        and scan.tokens.capitals[group.end : group.end + 1] == [True]
        and group.start > 0
        and (
            words[group.start - 1] in INSIDE
            or (words[group.start - 1] in ("from", "to") and not words[group.end].endswith("s"))
        )
    )


_END = attrgetter("end")
_PLACES = frozenset(("place", "nation", "capital"))


def _where_names_begin(scan: Scan, known: Collection[int]) -> Sequence[int]:
    """Return the tokens with which a name may begin: known names, capitals and the "al" of "al-Bab", or in a
    text all in capitals what stands behind a word that leads to names."""
    tokens = scan.tokens
    if not tokens.cased:
        led = [index for index, word in enumerate(scan.words[:-1], start=1) if word in CAPS_BEFORE]
        return sorted({*led, *known}) if known else led
    found = list(compress(range(len(scan.words)), tokens.capitals))
    articles = [joined - 1 for joined in tokens.glued if scan.words[joined - 1] in _JOINED]
    return sorted({*found, *known, *articles}) if known or articles else found


def place_spans(scan: Scan) -> list[tuple[int, int, bool]]:
    """Return the spans of names of places, an item's label first: (start, end, is a region)."""
    words, tokens = scan.words, scan.tokens
    labels = label(scan)
    marks = scan.among(_PLACES)
    known = {mark.start: mark for mark in sorted(marks, key=_END)}  # of two that begin together the longer
    if not tokens.cased and not scan.vocabulary.isdisjoint(SAINTS):
        known = {start: mark for start, mark in known.items() if words[start - 1] not in SAINTS}
    begins = _where_names_begin(scan, known)
    if not begins or (begins == [0] and not known and NOUNS.isdisjoint(words[1:2])):
        return labels  # only the sentence itself begins with a capital
    blocked = _blocked(scan, labels)
    spans: list[tuple[int, int, bool]] = []
    parties: set[int] = set()
    floor = 0
    for index in begins:
        if index < floor or index in blocked:
            continue
        mark = known.get(index)
        if mark is not None:
            end = mark.end if tokens.cased else longer(scan, mark.end, blocked)
            end, region = _around(scan, mark.start, end, blocked)
            beside = mark.entry.kind == "nation" and _goes_on(words, index, parties)
            if beside or names_a_party(scan, mark, end) or names_an_office(words, index):
                parties.add(end)  # "Russia and Iran must …": what one is, the other is
            else:
                spans.append((index, end, region or mark.entry.kind == "nation"))
            floor = max(end, mark.end)
        elif tokens.cased:
            end = _capitalised(scan, index, blocked)
            if end > index:
                whole, region = _around(scan, index, end, blocked)
                if end - index > 1 and words[end - 1] in NOUNS:
                    # "Sarn Province": the noun is a part of the capitalised name
                    region, end = words[end - 1] in REGIONS, end - 1
                goes_on = bool(spans) and listed(scan, spans[-1][1], index, end)
                if goes_on or leads_to_place(scan, index, whole, end):
                    spans.append((index, whole, region))
                floor = whole
        else:
            end = of_a_saint(scan, index, blocked) if words[index] in SAINTS else index
            if end > index:
                end, region = _around(scan, index, end, blocked)
            else:
                end, region = in_capitals(scan, index, blocked)
            if end > index:
                spans.append((index, end, region))
                floor = end
    return labels + spans


def _goes_on(words: list[str], index: int, ends: set[int]) -> bool:
    """Tell whether a name goes on with a list: "X and", "X, Y, and" before it."""
    if index and words[index - 1] == "and":
        return index - 1 in ends or (words[index - 2] == "," and index - 2 in ends)
    return index > 0 and words[index - 1] == "," and index - 1 in ends


def _around(scan: Scan, start: int, end: int, blocked: set[int]) -> tuple[int, bool]:
    """Take in the place noun behind a name: "Anbar Province", "Sangin district"."""
    words = scan.words
    if end < len(words) and end not in blocked and words[end] in NOUNS and end not in scan.tokens.glued:
        return end + 1, words[end] in REGIONS
    if start and words[start - 1] == "of" and start > 1:
        return end, words[start - 2] in REGIONS
    return end, False


def _capitalised(scan: Scan, index: int, blocked: set[int]) -> int:
    """Return the end of the run of capitalised words at the token, with its small links ("de", "al")."""
    words, tokens = scan.words, scan.tokens
    if not tokens.capitals[index] and not (
        words[index] in _JOINED
        and index + 1 < len(words)
        and index + 1 in tokens.glued
        and tokens.capitals[index + 1]
    ):
        return index
    if words[index] in NOT_PLACES or words[index] in PREPOSITIONS or not words[index][0].isalpha():
        return index
    end = index + 1
    while end < len(words) and end not in blocked:
        if words[end] in NOT_PLACES:
            break
        links = (
            (
                words[end] in NAME_LINKS
                or words[end] in _WITHIN
                or (words[end] in ARTICLES and end + 1 in tokens.glued)
            )
            and end + 1 < len(words)
            and tokens.capitals[end + 1]
            and words[end + 1] not in NOT_PLACES
        )
        if not (
            (tokens.capitals[end] and words[end][0].isalpha())
            or end in tokens.glued
            or (links and words[end] not in ("and", "y", "e"))
        ):
            break
        end += 1
    return end


_JOINED = NAME_LINKS | ARTICLES
_WITHIN = frozenset("ad ed ez ud ul abi".split())
"""Articles inside a name that are no English words: "Salah ad Din"."""
