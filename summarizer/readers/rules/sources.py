"""Who is cited: speakers gathered into sources, pronouns resolved to the last one named."""

from __future__ import annotations

from typing import Any

from summarizer.patterns.scan import Scan
from summarizer.patterns.speakers import Speaker, find_speakers
from summarizer.patterns.tokens import fold

_ARTICLES = ("the ", "a ", "an ", "its ", "their ", "his ")


class Sources:
    """The sources of one article, each once."""

    def __init__(self) -> None:
        self.records: list[dict[str, Any]] = []
        """The fields of the sources, in order."""
        self._by_name: dict[str, str] = {}
        self._last: str | None = None
        self.parties: dict[str, str] = {}
        """Source id -> name of the party that its name holds."""

    def of(self, scan: Scan) -> list[tuple[Speaker, str]]:
        """Return the speakers of a sentence with the ids of their sources, in order."""
        found: list[tuple[Speaker, str]] = []
        for speaker in find_speakers(scan):
            if not speaker.name:
                if self._last is not None:
                    found.append((speaker, self._last))
                continue
            source = self._known(speaker)
            self._last = source
            found.append((speaker, source))
        return found

    def _known(self, speaker: Speaker) -> str:
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
        if speaker.names_party:
            self.parties[identifier] = speaker.names_party
        return identifier

    def _by_last_word(self, folded: str) -> str | None:
        """Let "the source", "Hesso" stand for the full name given before, when it is the last word of only
        one."""
        if " " in folded or len(self._by_name) > 200:
            return None
        matches = {
            identifier
            for name, identifier in self._by_name.items()
            if name.endswith(f" {folded}") or name.startswith(f"{folded} ")
        }
        return matches.pop() if len(matches) == 1 else None
