"""Who says so: the sources that a sentence quotes or cites."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from summarizer.patterns.group import Group
from summarizer.patterns.lexicon import Mark
from summarizer.patterns.names import TITLES
from summarizer.patterns.scan import Scan
from summarizer.patterns.voices import kind_of_voice, party_in, voice_ending, voice_from


class Speaker(NamedTuple):
    """A source: `name` as written, or "" for a pronoun that points back to the last one."""

    name: str
    kind: str
    anonymous: bool
    start: int
    end: int
    verb: int
    """The token of the verb of speech, or of "according"."""
    denies: bool = False
    party: Group | None = None
    """The party that it is, or that its name holds, for which it speaks."""
    itself: bool = False
    """Whether a party speaks that no word for a source names: "Hamas", "Afghan troops", "Israel"."""
    of_another: bool = False
    """Whether he speaks for whoever was named before: "its spokesman, Brigadier X, said"."""


_PRONOUNS = frozenset(["he", "she", "they", "it", "who"])
_DENIALS = frozenset(["deny", "reject", "dismiss", "refute"])
_STOPS = frozenset(
    (
        ', ; : . " ( ) [ ] that when while after before where and but said says told as because if '
        "although which who on in at to from was were is are has have had been , -- – —"
    ).split()
)
_ANONYMOUS_WORDS = frozenset(
    "source sources official officials witness witnesses resident residents condition anonymity".split()
)


def speaks(scan: Scan) -> bool:
    """Tell whether a sentence has any word that a source may stand with."""
    return "speech" in scan.kinds or "according" in scan.vocabulary


def find_speakers(scan: Scan) -> list[Speaker]:
    """Return the sources of a sentence, in order.

    "Two died, a military source said" gives "a military source"; "he said" gives a speaker without a name.
    """
    if not speaks(scan):
        return []
    marks = scan.of("speaker")
    found: list[Speaker] = []
    for verb in scan.of("speech"):
        if verb.entry.info == "base" and verb.entry.name != "say":
            continue
        speaker = _before(scan, verb, marks) or _behind(scan, verb, marks) or _saying(scan, verb)
        if speaker is not None and not any(other.start == speaker.start for other in found):
            found.append(speaker)
    words = scan.words
    for index, word in enumerate(words[:-1] if "according" in scan.vocabulary else ()):
        if word == "according" and words[index + 1] == "to":
            speaker = _at(scan, index + 2, marks, index, "say")
            if speaker is not None:
                found.append(speaker)
    return found


def _before(scan: Scan, verb: Mark, marks: Sequence[Mark]) -> Speaker | None:
    """Read the subject before the verb: "the ministry said", "Colonel X, head of Y, said"."""
    words = scan.words
    position = verb.start
    while position and (
        words[position - 1].endswith("ly")
        or words[position - 1] in ("also", "has", "have", "had", "later", "on", "today", "yesterday")
    ):
        position -= 1
    if position and words[position - 1] in _PRONOUNS:
        if words[position - 1] in ("it", "who"):
            return None
        return Speaker("", "unknown", False, position - 1, position, verb.start, verb.entry.name in _DENIALS)
    end = position
    if end and words[end - 1] == ",":
        # an explanation between commas: "X, head of the brigade, said"
        opening = end - 2
        while opening > 0 and words[opening] != "," and end - opening < 24:
            opening -= 1
        if words[opening] == "," and opening > 0:
            return _ending_at(scan, opening, marks, verb, detail=(opening + 1, end - 1))
    return _ending_at(scan, end, marks, verb)


def _ending_at(
    scan: Scan, end: int, marks: Sequence[Mark], verb: Mark, detail: tuple[int, int] | None = None
) -> Speaker | None:
    words = scan.words
    start = end
    while start and end - start < 12 and words[start - 1] not in _STOPS:
        start -= 1
    # "a spokesman for the army in Kabul": small words inside stay as long as a source noun stands before them
    if start and words[start - 1] in ("in", "on", "at", "from", "to"):
        earlier = [mark for mark in marks if mark.end == start - 1 or mark.end == start - 2]
        if earlier:
            start = earlier[0].start
            while start and words[start - 1] not in _STOPS:
                start -= 1
    if start == end:
        return None
    found = _made(scan, start, end, marks, verb.start, verb.entry.name, detail)
    if found is not None or _claims_a_deed(words, verb):
        return found
    voice = voice_ending(scan, end)
    if voice is not None and any(word.endswith("ing") for word in words[start : voice.start]):
        return None  # "a team supporting ground forces declared": the team did
    if voice is None and start and words[start - 1] in ("in", "from"):
        voice = voice_ending(scan, start - 1)
    return _party(scan, voice, verb.start, verb.entry.name)


def _behind(scan: Scan, verb: Mark, marks: Sequence[Mark]) -> Speaker | None:
    """Read the subject behind the verb: "…", said Colonel X."""
    words = scan.words
    if verb.entry.name not in ("say", "report", "add", "write", "confirm") or not verb.start:
        return None
    if words[verb.start - 1] not in (",", '"', "'"):
        return None
    return _at(scan, verb.end, marks, verb.start, verb.entry.name)


def _saying(scan: Scan, verb: Mark) -> Speaker | None:
    """Read who claims a deed and then tells of it: "X claimed the attack, saying it had killed 43"."""
    if verb.entry.info != "ing" or not verb.start or scan.words[verb.start - 1] not in (",", "statement"):
        return None
    claims = [mark for mark in scan.of("speech") if mark.end <= verb.start and mark.entry.name == "claim"]
    voice = voice_ending(scan, claims[0].start) if claims else None
    return _party(scan, voice, verb.start, "say")


def _at(scan: Scan, start: int, marks: Sequence[Mark], verb: int, lemma: str) -> Speaker | None:
    words = scan.words
    end = start
    while (
        end < len(words)
        and end - start < 10
        and (words[end] not in _STOPS or (words[end] == "." and words[end - 1] in TITLES))
    ):
        end += 1
    if end == start:
        return None
    return _made(scan, start, end, marks, verb, lemma, None) or _party(
        scan, voice_from(scan, start), verb, lemma
    )


def _party(scan: Scan, voice: Group | None, verb: int, lemma: str) -> Speaker | None:
    """Return a party as its own source: "the Taliban said", "according to Israel"."""
    if voice is None:
        return None
    name = scan.span(voice.core if voice.amount else voice.start, voice.end)
    # who denies his part in a death does not deny the death
    denies = lemma in _DENIALS and _PARTS.isdisjoint(scan.words[verb : verb + _FAR])
    itself = voice.owner is None or voice.owner.kind != "capital"  # a government that has its seat there
    return Speaker(name, kind_of_voice(voice), False, voice.start, voice.end, verb, denies, voice, itself)


def _claims_a_deed(words: list[str], verb: Mark) -> bool:
    """Tell whether an attack is claimed and nothing is said of it: "claimed responsibility for"."""
    return verb.entry.name == "claim" and not _DEEDS_CLAIMED.isdisjoint(words[verb.end : verb.end + 3])


_PARTS = frozenset(("responsibility", "involvement"))
_FAR = 20
_DEEDS_CLAIMED = frozenset(("responsibility", "credit", "authorship"))


def _made(
    scan: Scan,
    start: int,
    end: int,
    marks: Sequence[Mark],
    verb: int,
    lemma: str,
    detail: tuple[int, int] | None,
) -> Speaker | None:
    words = scan.words
    inside = [mark for mark in marks if start <= mark.start and mark.end <= end]
    named = _names(scan, start, end)
    if not inside and not named:
        return None
    if not inside and detail is not None:
        inside = [mark for mark in marks if detail[0] <= mark.start and mark.end <= detail[1]]
    while start < end and words[start] in ("but", "however", "meanwhile", "and", "also"):
        start += 1
    known = [mark for mark in inside if mark.entry.type != "unknown"]
    kind = (known or inside)[0].entry.type if (known or inside) else "unknown"
    if kind == "government" and any(
        mark.entry.type in ("local_official", "health", "police", "military") for mark in known
    ):
        kind = next(mark.entry.type for mark in known if mark.entry.type != "government")
    has_name = scan.tokens.cased and (bool(named) or any(scan.tokens.capitals[start + 1 : end]))
    anonymous = not has_name and not _ANONYMOUS_WORDS.isdisjoint(words[start:end])
    party = party_in(scan, start, end)
    name = scan.span(start, end)
    of_another = words[start] in _WHOSE and party is None
    if of_another and detail is not None and any(group.start == detail[0] for group in _names(scan, *detail)):
        name, anonymous = scan.span(*detail), False
    return Speaker(name, kind, anonymous, start, end, verb, lemma in _DENIALS, party, of_another=of_another)


_WHOSE = frozenset(("its", "their"))


def _names(scan: Scan, start: int, end: int) -> list[Group]:
    """Return the names of persons in a stretch."""
    return [
        group
        for group in scan.groups
        if group.head.kind == "name" and group.start >= start and group.end <= end
    ]
