"""Compare this package's date rules with dateparser on the date phrases of annotated articles.

    python benchmarks/date_readers.py DATA.jsonl... [--disagreements N]

Each line of DATA is an article:

    {"text": "...", "published": "2010-05-12", "gold": {"dates": [{"alts": [["2010-05-11", "2010-05-11"]]}]}}

A finder that belongs to neither reader takes the date phrases out of the text; both readers get the same
phrases and the same publication date. Printed, for each reader: how many phrases it reads; for how many
articles one of its readings meets an annotated date; how many of them meet one; microseconds a phrase.

Before that, both read the phrases of `KNOWN`, whose days were fixed by hand for a publication on Thursday
2016-10-06: they are what news writes and a parser of single dates has no notion of, not a fair sample.

The annotation dates events, not phrases: an article's other dates (its own, background) count as readings
that meet nothing, for both alike, so the last share compares the readers but is no precision.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from summarizer.checking.dates import read_date

_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
_DAY = rf"(?:\d{{1,2}}(?:st|nd|rd|th)? {_MONTH}(?:,? \d{{4}}| \d\d\b)?|{_MONTH} \d{{1,2}}\b(?:, \d{{4}})?)"
_NUMBER = r"(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2}|a few|several)"
_UNIT = r"(?:hours?|days?|weeks?|months?|years?)"
_TIME = r"(?:morning|afternoon|evening|night|at dawn|dawn)"
_FINDER = re.compile(
    rf"\b(?:(?:at dawn|early|late|overnight|the (?:night|morning|evening|early hours)) (?:on |of )?)?"
    rf"(?:(?:since|early|late|mid|last|next|this|from|until)[ -])?"
    rf"(?:{_DAY}(?:(?: to | and |-){_DAY})?|{_WEEKDAY}(?: to {_WEEKDAY})?(?: {_TIME})?|{_MONTH} \d{{4}}"
    rf"|(?:over |in |for |during )?the (?:past|last) {_NUMBER} {_UNIT}|{_NUMBER} {_UNIT} ago"
    rf"|(?:last|this|next|past) (?:week|month|year|weekend|night|morning|afternoon|evening)"
    rf"|(?:yesterday|today|tomorrow|tonight)(?: {_TIME})?|overnight|since {_MONTH}|in \d{{4}})\b",
    re.IGNORECASE,
)
_WIDEST = 31
"""Days of a reading that may still meet an annotated date; a whole year meets nothing."""

KNOWN = (
    ("on Tuesday", "10-04", "10-04"),
    ("on Thursday", "10-06", "10-06"),
    ("last Thursday", "09-29", "09-29"),
    ("yesterday", "10-05", "10-05"),
    ("last night", "10-05", "10-05"),
    ("overnight", "10-05", "10-06"),
    ("late on Wednesday", "10-05", "10-05"),
    ("at dawn on Tuesday", "10-04", "10-04"),
    ("overnight Wednesday to Thursday", "10-05", "10-06"),
    ("from Monday to Thursday", "10-03", "10-06"),
    ("three days ago", "10-03", "10-03"),
    ("two weeks ago", "09-19", "09-25"),
    ("last week", "09-26", "10-02"),
    ("earlier this month", "10-01", "10-06"),
    ("in July", "07-01", "07-31"),
    ("on 4 October", "10-04", "10-04"),
    ("Oct. 4, 2016", "10-04", "10-04"),
    ("2016-10-04", "10-04", "10-04"),
    ("early September", "09-01", "09-10"),
    ("mid-September", "09-11", "09-20"),
    ("between 3 and 5 May", "05-03", "05-05"),
    ("May 3-5", "05-03", "05-05"),
    ("since Tuesday", "10-04", "10-06"),
    ("since October", "10-01", "10-06"),
    ("over the past 48 hours", "10-04", "10-06"),
    ("for six days", "10-01", "10-06"),
    ("the last three days", "10-03", "10-06"),
    ("at the weekend", "10-01", "10-02"),
    ("this summer", "06-01", "08-31"),
    ("Friday's attack", "09-30", "09-30"),
)
"""Phrases and their days in 2016."""

Days = tuple[dt.date, dt.date]
Reader = Callable[[str, dt.date], Days | None]


class Document(NamedTuple):
    """The date phrases of an article, and the days that its events are annotated with."""

    published: dt.date
    phrases: list[str]
    gold: list[list[Days]]


class Score(NamedTuple):
    """What one reader made of all phrases."""

    read: int
    articles: int
    meeting: int
    microseconds: float


def documents(path: Path) -> Iterator[Document]:
    """Read the articles that have a publication day and annotated dates."""
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        gold = (record.get("gold") or {}).get("dates")
        published = str(record.get("published") or "")
        if not gold or not re.fullmatch(r"\d{4}-\d\d-\d\d", published):
            continue
        days = [[_days(*alternative) for alternative in item["alts"]] for item in gold]
        phrases = [match[0] for match in _FINDER.finditer(record["text"])]
        yield Document(dt.date.fromisoformat(published), phrases, days)


def _days(start: str, end: str) -> Days:
    return dt.date.fromisoformat(start), dt.date.fromisoformat(end)


def ours(phrase: str, published: dt.date) -> Days | None:
    """Read a phrase with this package's rules."""
    span = read_date(phrase, published=published, language="en")
    return (span.start, span.end) if span.start and span.end else None


def theirs(phrase: str, published: dt.date) -> Days | None:
    """Read a phrase with dateparser: English, the past preferred, its period taken into account."""
    import dateparser.date

    from summarizer.checking.dates.spans import month_of, week_of

    settings = {
        "RELATIVE_BASE": dt.datetime.combine(published, dt.time()),
        "PREFER_DATES_FROM": "past",
        "RETURN_AS_TIMEZONE_AWARE": False,
    }
    found = dateparser.date.DateDataParser(languages=["en"], settings=settings).get_date_data(phrase)
    if found.date_obj is None:
        return None
    day = found.date_obj.date()
    if found.period == "week":
        return week_of(day)
    if found.period == "month":
        return month_of(day.year, day.month)
    if found.period == "year":
        return month_of(day.year, 1, 12)
    return day, day


def meets(days: Days, gold: list[list[Days]]) -> bool:
    """Whether a reading overlaps one of the annotated dates."""
    start, end = days
    return (end - start).days < _WIDEST and any(
        start <= last and first <= end for alternatives in gold for first, last in alternatives
    )


def score(reader: Reader, articles: list[Document]) -> Score:
    """Let a reader read every phrase."""
    read = meeting = hits = 0
    reader("on Tuesday", dt.date(2016, 10, 6))  # what is loaded on first use is not timed
    started = time.perf_counter()
    for article in articles:
        readings = [days for phrase in article.phrases if (days := reader(phrase, article.published))]
        met = sum(meets(days, article.gold) for days in readings)
        read, meeting, hits = read + len(readings), meeting + met, hits + bool(met)
    phrases = sum(len(article.phrases) for article in articles) or 1
    return Score(read, hits, meeting, (time.perf_counter() - started) / phrases * 1e6)


def disagreements(articles: list[Document]) -> Iterator[str]:
    """Describe each phrase that the two read differently, with who meets the annotation."""
    for article in articles:
        for phrase in article.phrases:
            one, other = ours(phrase, article.published), theirs(phrase, article.published)
            if one != other:
                marks = ["*" if days and meets(days, article.gold) else " " for days in (one, other)]
                yield (
                    f"{article.published}  {phrase!r:36} ours {_shown(one)}{marks[0]}  "
                    f"dateparser {_shown(other)}{marks[1]}"
                )


def _shown(days: Days | None) -> str:
    return "-" * 21 if days is None else f"{days[0]}/{days[1]}"


def _is_right(reader: Reader, phrase: str, start: str, end: str) -> bool:
    return reader(phrase, dt.date(2016, 10, 6)) == _days(f"2016-{start}", f"2016-{end}")


READERS = (("these rules", ours), ("dateparser", theirs))


def main() -> None:
    """Print the comparison, file by file."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("data", nargs="+", type=Path, help="annotated articles, one JSON object a line")
    parser.add_argument("--disagreements", type=int, default=0, help="how many differing readings to print")
    options = parser.parse_args()
    known = {name: sum(_is_right(reader, *row) for row in KNOWN) for name, reader in READERS}
    print(
        f"{len(KNOWN)} known phrases read rightly: " + ", ".join(f"{n} {right}" for n, right in known.items())
    )
    for path in options.data:
        articles = list(documents(path))
        phrases = sum(len(article.phrases) for article in articles)
        print(f"{path.name}: {len(articles)} articles, {phrases} phrases")
        print(
            f"  {'reader':12} {'read':>6} {'articles met':>13} {'readings that meet':>19} {'us/phrase':>10}"
        )
        for name, reader in READERS:
            result = score(reader, articles)
            share = 100 * result.meeting / (result.read or 1)
            print(
                f"  {name:12} {result.read:6} {result.articles:13} "
                f"{result.meeting:11} ({share:4.1f}%) {result.microseconds:10.0f}"
            )
        for shown, line in enumerate(disagreements(articles)):
            if shown >= options.disagreements:
                break
            print("  " + line)


if __name__ == "__main__":
    main()
