"""The day of an event whose own sentence names none: the sentence before it has set the scene."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from summarizer.patterns.dates import find_dates
from summarizer.patterns.scan import Scan
from summarizer.readers.rules.event import Event

_WORDS = 8
"""Words that a sentence has at least that sets a scene; what is shorter is a heading or a dateline."""


def date_from_the_scene(
    events: Sequence[Event], scans: Mapping[int, Scan], headings: Collection[int]
) -> None:
    """Give events without a date the one day of the sentence before: "In Helmand last night, a force searched
    a compound. It detained two men."

    A sentence that tells another event dates that one, and a heading the article.
    """
    told = {number for event in events for number in event.evidence}
    for event in events:
        before = event.first - 1
        if event.date is not None or event.past or event.stage == "planned" or before in told:
            continue
        scan = scans.get(before)
        if scan is None or before in headings or len(scan.words) < _WORDS:
            continue
        days = [date for date in find_dates(scan) if date.role == "event" and date.precise]
        if len(days) == 1:
            event.date, event.date_precise = days[0].text, True
            event.evidence.add(before)
