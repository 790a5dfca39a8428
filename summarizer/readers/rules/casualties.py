"""Casualties: counts with their scope, their victims, and what they are to one another."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from summarizer.patterns.attacks import find_attacks
from summarizer.patterns.belligerents import fights, may_attack, one_of_them
from summarizer.patterns.count import Count
from summarizer.patterns.dates import find_dates
from summarizer.patterns.group import Group
from summarizer.patterns.named import persons_of
from summarizer.patterns.scan import Scan
from summarizer.patterns.speakers import Speaker
from summarizer.readers.rules.actors import Registry, agents_of
from summarizer.readers.rules.adding_up import put_under_total
from summarizer.readers.rules.counting import (
    befallen_before,
    count_phrase,
    nouns_of,
    said_by,
    victims_of,
)
from summarizer.readers.rules.event import Event
from summarizer.readers.rules.naming import name_them, naming_of
from summarizer.readers.rules.recalling import (
    none_until_then,
    of_previous_ones,
    of_the_compared,
    of_the_first,
)
from summarizer.readers.rules.reconciling import exceeds, of_one_house, of_the_same, tells_of_another_day
from summarizer.readers.rules.row import Row
from summarizer.readers.rules.scopes import (
    brings_a_total,
    of_a_war,
    of_a_year,
    scope_of,
    toll_scope,
)
from summarizer.readers.rules.statuses import status_of
from summarizer.readers.rules.told_again import plain_number, tell_again, told_before


class Casualties:
    """The casualty records of one article, each count statement once."""

    def __init__(self, registry: Registry) -> None:
        self.registry = registry
        self.rows: list[Row] = []

    def add(
        self,
        scan: Scan,
        counts: Sequence[Count],
        event: Event | None,
        speakers: list[tuple[Speaker, str]],
        denied: Collection[int],
        owners: Mapping[int, Event | None],
    ) -> None:
        """Add what a sentence says; a count told again only gains evidence.

        `event` is what the sentence is about; `owners` tell by the first token of its group whose a count is,
        where the sentence tells of several events; `denied` are the counts, likewise, that are denied.
        """
        naming = naming_of(scan)
        if naming is not None and name_them(self.rows, naming, scan.number):
            counts = [count for count in counts if count.group.start < naming.start and count.hint != "toll"]
        scope, period = scope_of(scan)
        tolls = any(count.hint == "toll" for count in counts)
        brought = scope != "event" and brings_a_total(scan)
        made: list[tuple[Row, Count]] = []
        whole: Row | None = None
        old: Row | None = None
        nouns = nouns_of(scan, counts)
        named = any(group.head.kind == "name" for group in scan.groups)
        for count in sorted(counts, key=lambda count: count.hint != "old"):  # "to 45 from 38"
            if count.hint == "shared":
                continue
            if (
                tolls
                and count.hint != "toll"
                and scan.words[max(0, count.group.start - 2) : count.group.start] == _NUMBER_OF
            ):
                continue  # "brought to 31 the number of people killed": the toll has them
            sources = said_by(scan, count, speakers)
            # "five died, taking the number of dead to 31 since Thursday": only the toll is of the period
            of_event = (tolls or (brought and scope != "period")) and count.hint != "toll"
            own = owners.get(count.group.start, event)
            row = self._row(
                scan, count, own, sources, denied, *(("event", None) if of_event else (scope, period))
            )
            row.victim_actor = self._own_side(scan, count, speakers) or row.victim_actor
            _set_scope(row, scan, count, (scope, period), whole)
            if count.hint == "toll" and row.scope == "event" and not find_attacks(scan):
                self._take_scope_before(row, event)
            if named:
                row.persons = persons_of(scan, scan.groups, count.group)
            if count.group.start in nouns:
                _name(row, scan, nouns[count.group.start])
            known = told_before(self.rows, row, count, scan, self.registry.published)
            if known is not None:
                tell_again(known, row)
                if count.hint != "part":
                    whole = known
                continue
            apart = tells_of_another_day(scan.words) or of_the_same(row, scan.words)
            apart = apart or of_one_house(scan.words)
            self._relate(row, count, whole, old, of_another_day=apart)
            if count.hint == "old":
                old = row
            if count.hint != "part":
                whole = row
            self.rows.append(row)
            made.append((row, count))
        if tolls and brings_a_total(scan):
            put_under_total(made, self.rows)

    def name(self, scan: Scan) -> None:
        """Take in a sentence that counts nobody, and may name those counted before it."""
        naming = naming_of(scan)
        if naming is not None:
            name_them(self.rows, naming, scan.number)

    def _row(
        self,
        scan: Scan,
        count: Count,
        event: Event | None,
        sources: list[str],
        denied: Collection[int],
        scope: str,
        period: str | None,
    ) -> Row:
        group = count.group
        phrase = count_phrase(scan, group)
        party = fights(group) and count.hint not in ("self", "lost") and not one_of_them(group)
        return Row(
            count.outcome,
            phrase,
            victims_of(scan, group),
            "" if group.head.kind in ("number", "demonym") else group.head.name,
            "perpetrator" if count.hint == "self" else status_of(scan, group),
            scope,
            period,
            "denied" if group.start in denied and not count.noun else count.assertion,
            event if scope == "event" else None,
            self.registry.resolve(scan, group, agents_of(self.registry, scan, count)) if party else None,
            list(sources),
            {scan.number},
            [],
            None if phrase is None else plain_number(phrase),
            definite=group.definite and group.amount is None,
            partial=count.hint == "part",
            out_of="wounded" if count.hint == "succumbed" else befallen_before(scan, count),
        )

    def _take_scope_before(self, row: Row, event: Event | None) -> None:
        """Let a toll be of what the count right before it was of: "26 have died since March … Others put the
        death toll at 36"."""
        last = self.rows[-1] if self.rows else None
        if last is None or last.scope not in _RUNNING or last.outcome != row.outcome:
            return
        if max(last.evidence) == min(row.evidence) - 1 and (
            event is None or event.last <= max(last.evidence)
        ):
            row.scope, row.period, row.event = last.scope, last.period, None

    def _own_side(self, scan: Scan, count: Count, speakers: list[tuple[Speaker, str]]) -> str | None:
        """Return the party that speaks, where it tells of its own men: "the rebels said they lost two men",
        "that only two of their fighters had died"."""
        theirs = not _OWN.isdisjoint(scan.words[count.group.start : count.group.end])
        lost = count.hint == "lost" or scan.words[count.at] in _LOSE
        of_them = lost and not _THEY.isdisjoint(scan.words[max(0, count.at - 3) : count.at])
        of_them = of_them or (lost and any(speaker.verb == count.at - 1 for speaker, _ in speakers))
        if not theirs and not of_them:
            return None
        before = [speaker for speaker, _ in speakers if speaker.verb < count.at]
        party = before[-1].party if before else None
        if party is None or not may_attack(party):
            return None
        return self.registry.resolve(scan, party)

    def _relate(
        self, row: Row, count: Count, whole: Row | None, old: Row | None, *, of_another_day: bool
    ) -> None:
        if count.hint == "part" and (whole is None or {whole.outcome, row.outcome} == _APART):
            # "a bomb killed five people. … The dead included two policemen"
            whole = self._earlier(row)
            if whole is not None and (whole.partial or exceeds(row, whole)):
                whole = None
        if count.hint == "part" and whole is not None:
            row.relation = (whole, "part_of")
            row.event = whole.event
            row.scope, row.period = whole.scope, whole.period
        elif old is not None and count.hint in ("toll", "") and row.outcome == old.outcome and row.count:
            row.relation = (old, "revises")
        elif count.hint == "toll" and of_another_day and self._raises(row):
            row.relation = (self.rows[-1], "revises")
        elif count.hint == "adds":
            earlier = self._earlier(row)
            if earlier is not None:
                row.relation = (earlier, "adds_to")
        elif row.scope == "event" and row.sources and count.hint in ("", "toll") and not of_another_day:
            rival = self._earlier(row)
            # a bare number that nobody vouches for may be of anybody: "two died on the way"
            told = rival is not None and bool(rival.head or rival.sources)
            if (
                rival is not None
                and told
                and rival.sources != row.sources
                and rival.count
                and row.count
                and rival.number != row.number
                and (row.head in ("", rival.head) or count.hint == "toll" or _of_one_side(row, rival))
                and rival.relation is None
            ):
                row.relation = (rival, "rivals")
                row.assertion = rival.assertion = "disputed"

    def _raises(self, row: Row) -> bool:
        """Tell whether a toll replaces the count before it in a sentence: "killed 20, later raised to 40"."""
        last = self.rows[-1] if self.rows else None
        return (
            last is not None
            and last.outcome == row.outcome
            and last.event is row.event
            and not last.evidence.isdisjoint(row.evidence)
            and last.relation is None
        )

    def _earlier(self, row: Row) -> Row | None:
        return next(
            (
                other
                for other in reversed(self.rows[-24:])
                if other.outcome == row.outcome
                and other.event is row.event
                and other.scope == "event"
                and (other.relation is None or other.relation[1] != "part_of")
            ),
            None,
        )


def _set_scope(
    row: Row, scan: Scan, count: Count, of_sentence: tuple[str, str | None], whole: Row | None
) -> None:
    """Set what a count is of, where that is not what the others of its sentence are of."""
    told = bool(find_attacks(scan) or find_dates(scan))
    if row.scope == "event" and of_a_war(scan, count, told):
        row.scope, row.event = "war", None
    if row.scope == "event" and (year := of_a_year(scan, count)) is not None:
        row.scope, row.period, row.event = "period", year, None
    if count.hint == "toll":
        row.scope, row.period = of_sentence if of_sentence[0] != "event" else toll_scope(scan, count)
        if row.scope != "event":
            row.event = None
    elif count.hint == "part" and whole is not None and whole.scope != "event":
        row.scope, row.period, row.event = whole.scope, whole.period, None
    if none_until_then(scan, count):
        row.scope, row.period, row.event = "cumulative", None, None
    if of_the_first(scan, count) or of_the_compared(scan, count.at):
        row.event = None
    if row.event is not None and row.event.first < scan.number and of_previous_ones(scan, count):
        row.event = None


def _of_one_side(row: Row, other: Row) -> bool:
    """Tell whether both count the men of one party: "12 rebels", "the rebels admitted losing eight"."""
    return row.victim_actor is not None and row.victim_actor == other.victim_actor


_APART = {"killed", "wounded"}
_RUNNING = frozenset(("cumulative", "period", "war"))
_OWN = frozenset(("its", "their", "our"))
_LOSE = frozenset(("lost", "lose", "losing"))
_THEY = frozenset(("it", "they", "we"))
_NUMBER_OF = ["number", "of"]


def _name(row: Row, scan: Scan, group: Group) -> None:
    row.victims, row.head, row.status = victims_of(scan, group), group.head.name, status_of(scan, group)
