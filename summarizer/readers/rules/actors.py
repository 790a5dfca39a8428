"""Who is who: the many ways in which a text names a party, gathered into one actor each."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from functools import cache
from typing import Any

from summarizer.patterns.allegiance import STATE_FORCES
from summarizer.patterns.belligerents import fights, find_belligerents, party_of_person
from summarizer.patterns.count import Count
from summarizer.patterns.group import Group
from summarizer.patterns.lexicon import Entry, phrases
from summarizer.patterns.scan import Scan
from summarizer.patterns.tokens import fold
from summarizer.readers.rules.party import Party, name_and_aliases
from summarizer.readers.rules.referring import LOOSE, a_kind_of_its_own, called, country_of

_MILITARY = "state_military"
_POLICE = "state_police_or_security"
_EMPTY_PEOPLE = frozenset(["member", "associate", "individual"])
_FAMILY = {
    "state_military": "military",
    "foreign_military": "military",
    "state_police_or_security": "police",
    "government": "government",
    "rebel_group": "rebel",
    "unidentified_armed_group": "gunmen",
    "criminal_group": "criminal",
    "coalition": "coalition",
    "pro_government_militia": "militia",
    "political_militia": "militia",
    "identity_militia": "tribal",
    "un_or_io_force": "peacekeepers",
    "private_military": "mercenaries",
    "protesters": "protesters",
    "civilians": "civilians",
}


_FIRST_OF = {family: type_ for type_, family in reversed(_FAMILY.items())}


class Registry:
    """The parties of one article. `resolve` gives the same key for every form of one party."""

    def __init__(self, scans: list[Scan], published: dt.date | None = None) -> None:
        self._scans = scans
        self.published = published
        """The day of the article."""
        self.parties: dict[str, Party] = {}
        self.home = country_of(scans)
        self.noted: set[str] = set()
        """The parties that belong into the draft even where no operation has them."""
        self.attacker: str | None = None
        """The armed group whose attack was told last: whom "the attackers" and "the gunmen" mean."""
        self._named_rebels: list[str] = []
        self._coalitions: list[str] = []
        self._militaries: set[str] = set()
        for scan in scans:
            if "belligerent" in scan.kinds or not (
                "head" not in scan.kinds or scan.kinds.isdisjoint(("demonym", "nation", "capital"))
            ):
                for group in find_belligerents(scan):
                    if not _only_an_ally(scan, group):
                        self._prepare(group)

    def _prepare(self, group: Group) -> None:
        named = self._named_key(group)
        if named is not None:
            type_ = self._type_of_named(group)
            if type_ == "coalition" and named != "coalition" and named not in self._coalitions:
                self._coalitions.append(named)
            if type_ == "rebel_group" and named not in self._named_rebels:
                self._named_rebels.append(named)
        elif (
            group.head.kind == "head"
            and group.owner is not None
            and group.owner.info
            and group.head.type in (_MILITARY, _POLICE)
        ):
            self._militaries.add(f"{_FAMILY[group.head.type]}:{group.owner.info}")

    def is_rebel(self, key: str) -> bool:
        """Tell whether a party fights the state: rebels, and gangs."""
        return key.startswith(("rebel:", "criminal:")) or (
            key.startswith("party:") and self.parties[key].type in ("rebel_group", "criminal_group")
        )

    def is_armed_group(self, key: str) -> bool:
        """Tell whether a party is neither a state's nor nameless: rebels, a gang, a militia."""
        return key.startswith(_FAMILIES_OF_GROUPS) or (
            key.startswith("party:") and self.parties[key].type in _ARMED_GROUPS
        )

    @staticmethod
    def _named_key(group: Group) -> str | None:
        entry = group.head if group.head.kind == "belligerent" else group.owner
        if entry is None or entry.kind != "belligerent":
            return None
        return "coalition" if entry.name == "Combined Task Force" else f"party:{entry.name}"

    @staticmethod
    def _type_of_named(group: Group) -> str:
        entry = group.head if group.head.kind == "belligerent" else group.owner
        return entry.type if entry else ""

    def resolve(self, scan: Scan, group: Group, besides: Collection[str | None] = ()) -> str | None:
        """Return the key of the party that a group is or belongs to, or None where it is none; note the
        form. A bare description is none of the parties `besides`: who kills "the fighters" is not they."""
        key = self.key_of(scan, group, besides)
        return None if key is None else self._take(key, scan, group)

    def note(self, scan: Scan, group: Group) -> None:
        """Note a party that the text sets on a side, though no operation has it."""
        key = self.key_of(scan, group)
        if key is None:
            return
        forces = self.parties.get(f"military:{group.owner.info}" if group.owner is not None else "")
        if key.startswith("government:") and forces and scan.span(group.core, group.end) in forces.forms:
            key = forces.key  # the state that acts has been named by the same word
        self.noted.add(self._take(key, scan, group))

    def member(self, scan: Scan, person: Group) -> str | None:
        """Return the key of a person who is called by name and belongs to an armed party; None: to none."""
        said = party_of_person(scan, person)
        key = self.resolve(scan, person) if said is not None else None
        if key is not None and said is not None:
            self.parties[key].parent = self.resolve(scan, said)
        return key

    def note_people(self, scan: Scan, group: Group) -> None:
        """Note a people that suffers: "Syrian civilians", "the people of the valley"."""
        owner = group.owner.info or group.owner.name if group.owner is not None else ""
        self.noted.add(self._take(f"civilians:{owner}", scan, group))

    def _take(self, key: str, scan: Scan, group: Group) -> str:
        """Return the key; open its party where it is new, and note the form and the sentence."""
        party = self.parties.get(key)
        if party is None:
            party = self.parties[key] = self._new(key, group)
        form = self._form(scan, group, party)
        if form:
            party.forms[form] = party.forms.get(form, 0) + 1
            if group.named is not None:
                party.proper.add(form)
        party.evidence.add(scan.number)
        return key

    def key_of(self, scan: Scan, group: Group, besides: Collection[str | None] = ()) -> str | None:
        """Return the key of the party that a group is or belongs to, without noting anything."""
        subject = called(scan, group)
        key = self._key(scan, group if subject is None else subject)
        if key == "gunmen:" and group.determiner in _POINTING and group.head.name not in _BOMBERS:
            key = self._named_before(scan, group) or self.attacker or key
        if key is None or key not in besides or group.owner is not None or self._named_key(group) is not None:
            return key
        bare = f"{_FAMILY.get(group.head.type, group.head.type)}:"
        return None if bare in besides else bare

    def _named_before(self, scan: Scan, group: Group) -> str | None:
        """Return the armed group named before in the sentence: "fought 150 of X's men, killing 13 of the
        gunmen"."""
        for other in scan.groups:
            if other.start >= group.start:
                return None
            named = self._named_key(other)
            if named is not None and self._type_of_named(other) in _ARMED_GROUPS:
                return named
        return None

    def _key(self, scan: Scan, group: Group) -> str | None:
        named = self._named_key(group)
        if named is not None:
            return self._one_coalition(named)
        kind, type_ = group.head.kind, group.head.type
        if kind == "name":
            return f"person:{fold(scan.span(group.core, group.end))}"
        if kind == "platform":
            if group.owner is not None and group.owner.info:
                return f"military:{group.owner.info}"
            return None
        if kind == "demonym" or (kind == "person" and type_ != "combatant" and type_ != "police_security"):
            return None
        if kind == "person" and group.head.name in SOMEBODY and group.owner is None:
            return "gunmen:"
        if kind == "person":
            type_ = "rebel_group" if type_ == "combatant" else _POLICE
            if group.belongs is not None:
                type_ = group.belongs.type
            elif group.head.name in _EMPTY_PEOPLE or type_ == "rebel_group":
                return None
        if kind == "number":
            return None
        if group.belongs is not None and group.belongs.type in (_POLICE, "pro_government_militia"):
            type_ = group.belongs.type
        return self._generic_key(scan, group, type_)

    def _one_coalition(self, key: str) -> str:
        """Let "the coalition" be the one coalition that the text names."""
        if key != "coalition":
            return key
        if len(self._coalitions) == 1:
            return self._coalitions[0]
        return key

    def _generic_key(self, scan: Scan, group: Group, type_: str) -> str | None:
        family = _FAMILY.get(type_, type_)
        owner = group.owner
        if (
            owner is not None
            and owner.kind != "belligerent"
            and not (owner.kind == "place" and family == "rebel")
        ):
            if family in ("rebel", "gunmen") and owner.kind != "demonym":
                return self._insurgents(scan, group, family)
            return f"{family}:{owner.info or owner.name}"
        if family in ("rebel", "gunmen"):
            return self._insurgents(scan, group, family)
        if family in ("military", "police"):
            candidates = [key for key in self._militaries if key.startswith(family)]
            if len(candidates) == 1 and group.head.info != "units":
                return candidates[0]
        if family == "government" and group.head.name in _RULES and group.end - group.core == 1:
            known = [key for key in self.parties if key.startswith("government:") and not key.endswith(":")]
            if len(known) == 1:
                return known[0]
        return f"{family}:"

    def _insurgents(self, scan: Scan, group: Group, family: str) -> str:
        """Let "the militants" be the one armed group that the text names; gunmen stay unidentified."""
        if (
            family == "rebel"
            and len(self._named_rebels) == 1
            and group.head.name not in _BOMBERS
            and not a_kind_of_its_own(scan, group)
        ):
            return self._named_rebels[0]
        return f"{family}:"

    def _new(self, key: str, group: Group) -> Party:
        family, _, rest = key.partition(":")
        if family == "party":
            entry = _entries().get(rest)
            if entry is None:  # a name that only its shape tells
                told = (group.head, group.owner)
                entry = next((one for one in told if one is not None and one.kind == "belligerent"), None)
            if entry is None:  # it is called so elsewhere in the sentence
                return Party(key, "unidentified_armed_group", named=True)
            return Party(key, entry.type, entry.info or None, named=True)
        if family == "person":
            return Party(key, "individual", named=True)
        if key == "coalition":
            return Party(key, "coalition", named=True)
        country = group.owner.info if group.owner is not None and group.owner.info else None
        if country is None and len(rest) == 3 and rest.isupper():
            country = rest
        type_ = _FIRST_OF.get(family, "other")
        if group.head.kind == "head" and _FAMILY.get(group.head.type) == family:
            type_ = group.head.type
        if type_ == _MILITARY and country and self.home and country != self.home:
            type_ = "foreign_military"
        return Party(key, type_, country, named=bool(rest))

    def _form(self, scan: Scan, group: Group, party: Party) -> str:
        """Return how this mention names the party: the name alone, or the whole phrase without its count."""
        if group.named is not None and party.key.startswith(("party:", "coalition")):
            start, end = group.named
            if start > group.core and scan.words[start - 1] in _WORLDWIDE:
                start -= 1
            return scan.span(start, end)
        if group.head is STATE_FORCES and group.owner is not None and group.owner.kind == "demonym":
            return self._state_of(group.owner) or scan.span(group.start, group.end)
        if (
            group.determiner in ("its", "their")
            and group.owner is not None
            and group.owner.kind != "belligerent"
        ):
            return self._state_of(group.owner) or scan.span(group.start, group.end)
        start = group.core
        while start < group.end - 1 and scan.words[start] in LOOSE:
            start += 1
        if group.head.kind == "platform" and group.end - 1 > start:
            return scan.span(start, group.end - 1)
        text = scan.span(start, group.end)
        if group.determiner == "the" and group.amount is None and party.key.startswith("party:"):
            return text if group.named else f"the {text}" if scan.tokens.cased else f"THE {text}"
        return text

    def _state_of(self, people: Entry) -> str:
        """Return how the text names the state of a people: for "a Russian missile" what it calls Russia."""
        return next(
            (
                scan.span(mark.start, mark.end)
                for scan in self._scans
                for mark in scan.of("nation")
                if mark.entry.info == people.info
            ),
            "",
        )

    def records(self, used: dict[str, set[int]]) -> tuple[list[dict[str, Any]], dict[str, str]]:
        """Return the fields of the actors that were used, in order of first mention, and their ids by key."""
        evidence = {key: sorted(self.parties[key].evidence | numbers) for key, numbers in used.items()}
        order = sorted(used, key=lambda key: (evidence[key][0] if evidence[key] else 0, key))
        ids = {key: f"A{position}" for position, key in enumerate(order, start=1)}
        actors: list[dict[str, Any]] = []
        for key in order:
            party = self.parties[key]
            name, aliases = name_and_aliases(party)
            actors.append(
                {
                    "id": ids[key],
                    "name": name,
                    "aliases": aliases,
                    "type": party.type,
                    "country": party.country,
                    "belongs_to": ids.get(party.parent) if party.parent else None,
                    "leaders": party.leaders,
                    "evidence": evidence[key],
                }
            )
        return actors, ids


def _only_an_ally(scan: Scan, group: Group) -> bool:
    """Tell whether a party only says whose friend another is: "linked to X", "which is allied with X"."""
    words = scan.words
    return (
        words[max(0, group.start - 1) : group.start] in (["to"], ["with"]) and words[group.start - 2] in _TIED
    )


_TIED = frozenset("linked allied affiliated aligned loyal tied ties links allegiance".split())


def agents_of(registry: Registry, scan: Scan, count: Count) -> set[str | None]:
    """Return the keys of the armed parties that did a harm, as its own clause tells."""
    return {registry.key_of(scan, group) for group in count.agents if fights(group)}


SOMEBODY = frozenset(("man", "men", "person", "people", "individual", "youth", "young man", "young men"))
"""Attackers who are called nothing else."""
_WORLDWIDE = frozenset(("international", "global", "multinational"))
"""What belongs to the name of a coalition that has no other."""
_RULES = frozenset(("regime", "junta"))
_POINTING = frozenset(("the", "these", "those"))
_FAMILIES_OF_GROUPS = ("rebel:", "criminal:", "militia:", "tribal:")
_ARMED_GROUPS = frozenset(("rebel_group", "criminal_group", "political_militia", "identity_militia"))
_BOMBERS = frozenset(("suicide bomber", "bomber"))


@cache
def _entries() -> dict[str, Entry]:
    """Return the named parties of the lexicon by name."""
    return {
        form.entry.name: form.entry
        for forms in phrases().values()
        for form in forms
        if form.entry.kind == "belligerent"
    }
