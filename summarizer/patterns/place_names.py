"""Where names of places stand in a sentence."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import compress
from operator import attrgetter

from summarizer.patterns.lexicon import wordset
from summarizer.patterns.names import NAME_LINKS, TITLES
from summarizer.patterns.ordinary import ordinary
from summarizer.patterns.place_words import DIRECTIONS, INSIDE, NOUNS, PREPOSITIONS, REGIONS, SETTLEMENTS
from summarizer.patterns.places_that_act import names_a_party, names_an_office
from summarizer.patterns.scan import Scan

_NOT_PLACES = (
    wordset("dates", "weekdays")
    | wordset("dates", "months")
    | frozenset(
        (
            "the a an this that these those he she it they we i there which who mr mrs ms dr gen lt col "
            "president minister christmas ramadan easter islam arabic english islamic state government army "
            "police parliament congress tuesday operation general prime security council court ministry "
            "university twitter facebook telegram god defense defence justice health treasury interior "
            "branch centre center office committee commission"
        ).split()
    )
)


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
    for group in scan.groups:
        if group.head.kind != "number":
            blocked.update(range(group.start, group.end))
    for mark in scan.of("speaker"):
        if mark.entry.type in _CITED:
            blocked.update(range(mark.start, mark.end))
    for mark in scan.of("demonym"):
        # "the Iraqi city of X", "in Kurdish": a people or a language, unless it begins a name of its own
        blocked.update(range(mark.start, mark.end))
    for start, end, _ in labels:
        blocked.update(range(start, end))
    return blocked


def _where_names_begin(scan: Scan, known: Iterable[int]) -> Iterable[int]:
    """Return the tokens with which a name may begin: capitals, known names, the "al" of "al-Bab"."""
    tokens = scan.tokens
    if not tokens.cased:
        return range(len(scan.words))
    found = set(compress(range(len(scan.words)), tokens.capitals))
    found.update(known)
    found.update(joined - 1 for joined in tokens.glued if scan.words[joined - 1] in NAME_LINKS)
    return sorted(found)


def place_spans(scan: Scan) -> list[tuple[int, int, bool]]:
    """Return the spans of names of places, an item's label first: (start, end, is a region)."""
    words, tokens = scan.words, scan.tokens
    labels = label(scan)
    marks = scan.of_any("place", "nation", "capital")
    known = {mark.start: mark for mark in sorted(marks, key=_END)}  # of two that begin together the longer
    if not tokens.cased and not scan.vocabulary.isdisjoint(SAINTS):
        known = {start: mark for start, mark in known.items() if words[start - 1] not in SAINTS}
    begins = _where_names_begin(scan, known)
    if not begins or (begins == [0] and not known and NOUNS.isdisjoint(words[1:2])):
        return labels  # only the sentence itself begins with a capital
    blocked = _blocked(scan, labels)
    spans: list[tuple[int, int, bool]] = []
    floor = 0
    for index in begins:
        if index < floor or index in blocked:
            continue
        mark = known.get(index)
        if mark is not None:
            end = mark.end if tokens.cased else _longer(scan, mark.end, blocked)
            end, region = _around(scan, mark.start, end, blocked)
            if not (names_a_party(scan, mark, end) or names_an_office(words, index)):
                spans.append((index, end, region or mark.entry.kind == "nation"))
            floor = max(end, mark.end)
        elif tokens.cased:
            end = _capitalised(scan, index, blocked)
            if end > index:
                whole, region = _around(scan, index, end, blocked)
                if end - index > 1 and words[end - 1] in NOUNS:
                    # "Sarn Province": the noun is a part of the capitalised name
                    region, end = words[end - 1] in REGIONS, end - 1
                listed = bool(spans) and words[spans[-1][1] : index] in _LISTING
                if listed or _leads_to_place(scan, index, whole, end):
                    spans.append((index, whole, region))
                floor = whole
        else:
            end, region = _in_capitals(scan, index, blocked)
            if end > index:
                spans.append((index, end, region))
                floor = end
    return labels + spans


def _longer(scan: Scan, end: int, blocked: set[int]) -> int:
    """Take in what a known name is only the beginning of, in capitals: "SAN VICENTE DE LA X"."""
    words = scan.words
    if words[end : end + 1] not in (["de"], ["del"]):
        return end
    last = end + 1
    while words[last : last + 1] and words[last] in ("la", "las", "los", "el"):
        last += 1
    if last < len(words) and (_name_like(scan, last, blocked) or words[last] in _known_starts(scan)):
        return last + 1
    return end


def _known_starts(scan: Scan) -> set[str]:
    return {scan.words[mark.start] for mark in scan.of_any("place", "nation", "capital")}


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
        words[index] in NAME_LINKS
        and index + 1 < len(words)
        and index + 1 in tokens.glued
        and tokens.capitals[index + 1]
    ):
        return index
    if words[index] in _NOT_PLACES or words[index] in PREPOSITIONS or not words[index][0].isalpha():
        return index
    end = index + 1
    while end < len(words) and end not in blocked:
        if words[end] in _NOT_PLACES:
            break
        links = (
            words[end] in NAME_LINKS
            and end + 1 < len(words)
            and tokens.capitals[end + 1]
            and words[end + 1] not in _NOT_PLACES
        )
        if not (
            (tokens.capitals[end] and words[end][0].isalpha())
            or end in tokens.glued
            or (links and words[end] not in ("and", "y", "e"))
        ):
            break
        end += 1
    return end


_LISTING = (["and"], ["and", "then"], [",", "and", "then"], [",", "and"], ["then"], [",", "then"])


_NOT_ALONE = NOUNS | DIRECTIONS
TOPONYMS = wordset("places", "toponyms")
PARTS = frozenset(
    (
        "outskirts vicinity heart middle part parts area centre center edge suburbs east west capture fall "
        "recapture liberation"
    ).split()
)


def _leads_to_place(scan: Scan, start: int, whole: int, end: int) -> bool:
    """Tell whether an unknown capitalised name is a place by what stands around it."""
    words = scan.words
    if _NOT_ALONE.issuperset(words[start:whole]) or words[start] in TITLES:
        return False
    if whole > end or any(mark.end == start for mark in scan.of("deed")):
        return True
    if words[start] in TOPONYMS and end - start > 1:
        return True
    before = words[start - 1] if start else ""
    lead = words[start - 2] if start > 1 else ""
    if before == "of" and lead:
        return lead in NOUNS or lead in DIRECTIONS or lead in PARTS or lead == ","
    if words[whole : whole + 1] == ["'s"] and before not in INSIDE:
        return False
    if before in INSIDE:
        after = words[whole] if whole < len(words) else ""
        return after not in ("said", "told") or before in ("in", "near")
    if before == "the" and lead in ("in", "near", "at"):
        return whole < len(words) and words[whole] in NOUNS
    if before in ("from", "to", "between"):
        return whole - start <= 3 and {"mr", "gen"}.isdisjoint(words[start:whole])
    return before in SETTLEMENTS or (before in DIRECTIONS and not scan.tokens.capitals[start - 1])


_CAPS_LEADS = frozenset(
    (
        "town city village hamlet department municipality canton neighborhood district province port "
        "commune suburb intendancy state community farm ranch hacienda area "
        "settlement jurisdiction vicinity outskirts highway"
    ).split()
)


def _in_capitals(scan: Scan, index: int, blocked: set[int]) -> tuple[int, bool]:
    """Find names in a text all in capitals by their nouns: "CITY OF X", "IN X Y DEPARTMENT", "VICINITY OF
    X"."""
    words = scan.words
    if index == 0 or words[index - 1] not in _CAPS_BEFORE:
        return index, False
    if words[index] in SAINTS:
        end = _of_a_saint(scan, index, blocked)
        if end > index:
            return _around(scan, index, end, blocked)
    if words[index - 1] == "of" and index > 1 and words[index - 2] in _CAPS_LEADS:
        end = index
        while end < len(words) and end - index < 4 and _name_like(scan, end, blocked):
            end += 1
        if end > index:
            return end, words[index - 2] in REGIONS
    before = words[index - 1]
    if before in _CAPS_BEFORE:
        end = index
        while (
            end < len(words)
            and end - index < 4
            and words[end] not in NOUNS
            and _name_like(scan, end, blocked)
        ):
            end += 1
        if end > index and end < len(words) and words[end] in _CAPS_NOUNS:
            return end + 1, words[end] in REGIONS
        # "IN SOYAPANGO." or "IN X, Y DEPARTMENT": one or two unknown words between a preposition and a stop
        if before in ("in", "near") and index < end <= index + 2 and _stops(words, end):
            return end, False
        # "ON THE ROAD FROM X TO Y"
        if before in ("from", "to") and words[index - 2] in _WAYS and index < end <= index + 2:
            return end, False
        # "ROAD LINKING X AND Y"
        if before in ("linking", "between") and index < end <= index + 2 and words[end : end + 1] == ["and"]:
            return end, False
    return index, False


_END = attrgetter("end")
SAINTS = frozenset("san santa santo sao".split())
"""With which names of towns begin, and of nobody."""


def _of_a_saint(scan: Scan, index: int, blocked: set[int]) -> int:
    """Return the end of a name that begins with a saint, in capitals: "SAN JUAN X", "SANTA ROSA DE X"."""
    words = scan.words
    end = index + 1
    while end < len(words) and end - index < 5 and end not in blocked and words[end].isalpha():
        if not (_name_like(scan, end, blocked) or end == index + 1 or words[end - 1] in ("de", "la", "los")):
            break
        end += 1
    while words[end - 1] in ("de", "del", "la", "los", "las", "el"):
        end -= 1
    return end if end - index > 1 and words[index + 1] not in NOUNS else index


_WAYS = frozenset(("road", "highway"))


_CAPS_BEFORE = frozenset(
    "in near at , from to around of between linking the on barrio colonia canton hamlet town village".split()
)


_CAPS_NOUNS = frozenset(
    (
        "department province district municipality canton jurisdiction neighborhood village city town "
        "commune sector suburb intendancy hamlet state region barracks park square farm ranch hacienda "
        "area zone community "
        "airport volcano hill highway avenue street port county"
    ).split()
)


def _stops(words: list[str], end: int) -> bool:
    return (
        end >= len(words)
        or words[end] in (",", ".", ";", "[", "(")
        or words[end] in ("department", "when", "where")
    )


def _name_like(scan: Scan, index: int, blocked: set[int]) -> bool:
    words = scan.words
    if (
        index in blocked
        or not words[index].isalpha()
        or words[index] in PREPOSITIONS
        or words[index] in _NOT_PLACES
    ):
        return False
    if words[index] in ("de", "la", "el", "los", "las", "del", "san", "santa"):
        return True
    return not ordinary(words[index])
