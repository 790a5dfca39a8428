"""Who is cited: speakers gathered into sources, pronouns resolved to the last one named."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from summarizer.patterns.belligerents import fights
from summarizer.patterns.group import Group
from summarizer.patterns.scan import Scan
from summarizer.patterns.speakers import Speaker
from summarizer.patterns.tokens import fold
from summarizer.patterns.voices import kind_of_voice
from summarizer.readers.rules.actors import Registry

_HARM = frozenset(("harm", "fate", "harm_state", "harm_nouns", "harm_toll", "harm_bodies"))
_ARTICLES = ("the ", "a ", "an ", "its ", "their ", "his ")


class Sources:
    """The sources of one article, each once."""

    def __init__(self, registry: Registry, scans: Sequence[Scan]) -> None:
        self.registry = registry
        self._scans = {scan.number: scan for scan in scans}
        self.records: list[dict[str, Any]] = []
        """The fields of the sources, in order."""
        self._by_name: dict[str, str] = {}
        self._last: str | None = None
        self.parties: dict[str, str] = {}
        """Source id -> key of the party for which it speaks."""

    def of(self, scan: Scan, speakers: Sequence[Speaker]) -> list[tuple[Speaker, str]]:
        """Return the speakers of a sentence with the ids of their sources, in order."""
        found: list[tuple[Speaker, str]] = []
        for speaker in speakers:
            if not speaker.name:
                if self._last is not None:
                    found.append((speaker, self._last))
                continue
            source = self._known(scan, speaker)
            self._last = source
            found.append((speaker, source))
        return found

    def _known(self, scan: Scan, speaker: Speaker) -> str:
        """Return the id of a speaker; "the military source" is the "military source" named before."""
        folded = fold(speaker.name)
        for article in _ARTICLES:
            folded = folded.removeprefix(article)
        known = self._by_name.get(folded) or self._by_last_word(folded)
        if known is not None:
            return known
        identifier = f"S{len(self.records) + 1}"
        self.records.append(
            {
                "id": identifier,
                "name": speaker.name,
                "kind": speaker.kind,
                "actor": None,
                "anonymous": speaker.anonymous,
            }
        )
        self._by_name[folded] = identifier
        if speaker.party is not None:
            self._speaks_for(scan, speaker.party, identifier, speaker.itself)
        elif speaker.of_another and (party := self._named_before(scan, speaker.start)) is not None:
            self.records[-1]["kind"] = kind_of_voice(party[1])
            self._speaks_for(*party, identifier, itself=False)
        return identifier

    def _named_before(self, scan: Scan, start: int) -> tuple[Scan, Group] | None:
        """Return the party that "its" means: the last one before it in the sentence, else the first one of
        the sentence before."""
        here = [group for group in scan.groups if group.end <= start and fights(group)]
        if here:
            return scan, here[-1]
        before = self._scans.get(scan.number - 1)
        there = [group for group in before.groups if fights(group)] if before is not None else []
        return (before, there[0]) if before is not None and there else None

    def _speaks_for(self, scan: Scan, party: Group, source: str, itself: bool) -> None:
        """Note the party of a source; one with a name that itself tells of harm belongs into
        the draft."""
        key = self.registry.key_of(scan, party)
        if key is None:
            return
        self.parties[source] = key
        named = party.owner is not None or party.named is not None
        if itself and named and not scan.kinds.isdisjoint(_HARM):
            if key in self.registry.parties:
                self.registry.noted.add(key)
            else:
                self.registry.note(scan, party)

    def _by_last_word(self, folded: str) -> str | None:
        """Let "the source", "Hesso" stand for the full name given before, when it is the last word of only
        one."""
        if " " in folded or len(self._by_name) > 200:
            return None
        last, first = f" {folded}", f"{folded} "
        matches = {
            identifier
            for name, identifier in self._by_name.items()
            if name.endswith(last) or name.startswith(first)
        }
        return matches.pop() if len(matches) == 1 else None
