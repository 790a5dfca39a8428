"""What stands above and around the story itself: title, byline, dateline, agency, a printed date."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

_TITLE_LENGTH = 200
_TOP_PARAGRAPHS = 12
"""How far down a dateline or byline is looked for: releases carry up to ten lines of header."""

_MONTHS = {
    name: number
    for number, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), start=1)
}
_MONTH = r"(?P<month>Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.?"
_FULL_DATES = (
    re.compile(
        rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+{_MONTH},?\s+(?P<year>\d{{4}}|\d\d)\b", re.IGNORECASE
    ),
    re.compile(rf"\b{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s*(?P<year>\d{{4}})\b", re.IGNORECASE),
    re.compile(r"\b(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)\b"),
)
_MONTH_AND_NUMBER = re.compile(
    rf"\b{_MONTH}\s*\d|\d\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)", re.IGNORECASE
)
_DATE_LABEL = re.compile(
    r"(?:first )?(?:published|posted|(?:last )?updated|date|released?|issued)\b"
    r"(?: on| at)?:?\s*(?P<rest>.{6,60})",
    re.IGNORECASE,
)

# BAGHDAD (AFP) – · ERBIL, Kurdistan Region (Kurdistan 24) – · KABUL, Afghanistan (Oct. 2) - · BEIRUT, Oct 6 —
_DATELINE = re.compile(
    r"(?P<place>(?:[A-Z][A-Z’'.-]+|AL|EL)(?: [A-Z][A-Z’'.-]+){0,3}(?:/[A-Z][A-Z’'-]+)?"
    r"(?:, [A-Z][\w’'.-]*(?: [A-Z][\w’'.-]*){0,3}){0,2}?)"
    r"(?: \([A-Z][A-Za-z .]{2,25}\)(?=, \d))?"  # ROME (ITALY), 28 APR 89 (ANSA) --
    r"(?:,? (?P<date>\d{1,2} [A-Z][A-Za-z]{2,8}\.?(?: \d{2,4})?|[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?))?"
    r"(?: ?\((?P<inside>[^()\n]{2,60})\))?"
    r"(?P<end>\s?(?:--|[–—-])\s*|\s*$)"
)
# Port Sudan (Sudan) (AFP) – : in small letters, but with an agency and a dash
_AGENCY_DATELINE = re.compile(
    r"(?P<place>[A-Z][\w’'.-]+(?:[ -][A-Z][\w’'.-]+){0,3})(?: \([A-Z][A-Za-z .]{2,25}\))?(?P<date>)"
    r" ?\((?P<inside>AFP|Reuters|AP|EFE|Xinhua|dpa|DPA|ANSA|APA|IANS|PTI|UPI|RFE/RL|VOA)\)"
    r"(?P<end>\s?(?:--|[–—-])\s*)"
)
_BYLINE = re.compile(
    r"(?:by|BY|By) (?P<author>[A-Z][\w’'.-]+(?: (?:[A-Z][\w’'.-]+|al-[A-Z]\w+|and|de|van|von|bin)){1,6})"
    r"(?P<rest>,? ?(?:in [A-Z]\w+.*|[A-Z][\w .&-]{1,40}|for .*)?)$"
)
_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"[^\W\d_]{2,}")
_TERMINAL = ".!?…。！？؟:;,"
_CLOSERS = "\"'”’»)]"


@dataclass(frozen=True, slots=True)
class Dateline:
    """The place of reporting, which is not the place of the event, and where the story starts behind it."""

    place: str
    agency: str | None
    date: dt.date | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Masthead:
    """What the top of a text says of the text."""

    title: str | None
    author: str | None
    dateline: Dateline | None
    printed: dt.date | None


def read_masthead(text: str, *, has_title: bool | None) -> Masthead:
    """Read the top of a normalised text.

    `has_title` says that the first paragraph is the title (True), is not (False), or is to be judged (None).
    """
    paragraphs = _top_paragraphs(text)
    title = None
    if paragraphs and (has_title or (has_title is None and _looks_like_title(paragraphs, text))):
        title = paragraphs[0][1]
    below = paragraphs[1:] if title is not None else paragraphs
    author: str | None = None
    dateline: Dateline | None = None
    printed: dt.date | None = None
    for start, paragraph in below:
        author = author or _author(paragraph)
        dateline = dateline or _dateline(paragraph, start)
        printed = printed or _printed_date(paragraph)
    if dateline is not None and dateline.date is not None:
        printed = printed or dateline.date
    return Masthead(title, author, dateline, printed)


def _top_paragraphs(text: str) -> list[tuple[int, str]]:
    paragraphs: list[tuple[int, str]] = []
    start = 0
    while start < len(text) and len(paragraphs) < _TOP_PARAGRAPHS:
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        if end > start:
            paragraphs.append((start, text[start:end]))
        start = end + 1
    return paragraphs


def _looks_like_title(paragraphs: list[tuple[int, str]], text: str) -> bool:
    """Tell a headline from a first sentence: short, open-ended, and something follows it."""
    first = paragraphs[0][1]
    return (
        len(paragraphs) > 1
        and len(first) <= _TITLE_LENGTH
        and first.rstrip(_CLOSERS)[-1:] not in _TERMINAL
        and len(_WORD.findall(first)) >= 2
        and _dateline(first, 0) is None
        and _author(first) is None
        and _printed_date(first) is None
    )


def _author(paragraph: str) -> str | None:
    if len(paragraph) > 120:
        return None
    match = _BYLINE.match(paragraph)
    return match["author"] if match else None


def _dateline(paragraph: str, offset: int) -> Dateline | None:
    match = _DATELINE.match(paragraph[:200])
    if match is None and "(" in paragraph[:120]:
        match = _AGENCY_DATELINE.match(paragraph[:120])
    if match is None or not (match["end"].strip() or match["inside"]):
        return None
    if not match["end"].strip() and len(paragraph) > match.end():
        return None
    # A text in capitals has no visible dateline unless something sets it off.
    if match["place"].isupper() and " " in match["place"] and not (match["inside"] or match["date"]):
        words = match["place"].replace(",", "").split()
        if len(words) > 3 or paragraph.isupper():
            return None
    inside = match["inside"]
    date = _full_date(match["date"] or "") or _full_date(inside or "")
    agency = inside if inside and not _mentions_month(inside) else None
    end = offset + match.end()
    return Dateline(match["place"].rstrip(" ,"), agency, date, offset + match.start("place"), end)


def _mentions_month(text: str) -> bool:
    return _MONTH_AND_NUMBER.search(text) is not None


def _printed_date(paragraph: str) -> dt.date | None:
    """Return the date of a line that is nothing but a date, or says "Published: …"."""
    if len(paragraph) > 90 or not _DIGIT.search(paragraph):
        return None
    label = _DATE_LABEL.match(paragraph)
    if label:
        return _full_date(label["rest"])
    for pattern in _FULL_DATES:
        match = pattern.search(paragraph)
        if match and len(paragraph) - len(match[0]) <= 24 and not paragraph.rstrip().endswith("."):
            rest = (paragraph[: match.start()] + paragraph[match.end() :]).strip(" ,|-–—()")
            if re.fullmatch(r"(?:[A-Z][a-z]+day|\d\d?:\d\d(?: ?[A-Z]{2,4})?|,| )*", rest):
                return _from_match(match)
    return None


def _full_date(text: str) -> dt.date | None:
    """Return the first date in the text that has a day, a month and a year."""
    for pattern in _FULL_DATES:
        match = pattern.search(text)
        if match:
            return _from_match(match)
    return None


def _from_match(match: re.Match[str]) -> dt.date | None:
    month, year = match["month"], int(match["year"])
    number = int(month) if month.isdigit() else _MONTHS[month[:3].lower()]
    if year < 100:
        year += 1900 if year >= 30 else 2000
    try:
        return dt.date(year, number, int(match["day"]))
    except ValueError:
        return None
