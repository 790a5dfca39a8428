"""Which column or key of a record is the text, which the title, the date, the id."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields

from summarizer.errors import InputError, Unreadable
from summarizer.sources.html import looks_like_html, read_html
from summarizer.sources.item import Fields, Item, Opening, shortened, unreadable
from summarizer.sources.page import Page
from summarizer.sources.published import DateOrder, order_wanted, orders_of, read_published

# In the order in which they are taken; compared in lower case without anything but letters and digits. Not
# among them, for they mean something else as often: description, summary, source, timestamp, created,
# event_date.
_GUESSES = {
    "text": (
        "text body content article articletext articlebody fulltext maintext bodytext contenttext plaintext "
        "story rawtext document notes "
        # Only where there is none of those.
        "articlecontent fullarticle newstext cleantext texten rawcontent paragraphs"
    ).split(),
    "title": "title headline heading articletitle".split(),
    "date": (
        "published publicationdate publisheddate datepublished datepublish publishdate publishedat "
        "publishedon publicationtime publishedtime pubdate firstpublished date"
    ).split(),
    "id": "id uuid articleid docid documentid guid uid url link permalink weburl uri".split(),
    "author": "author authors byline".split(),
    "publisher": "publisher publication outlet newspaper sitename".split(),
}
_TAGS = ("</p>", "</div>", "<br>", "<br/>", "<br />", "</P>", "<BR>")
_ASKED = ("text", "title", "date", "id")
_ID_LENGTH = 300
_LISTED = 8
"""Keys that a message names."""
_KEY_SETS = 64
"""How many different sets of keys one source may have before they are resolved anew each time."""


class Records:
    """The records of one source: guesses made once a set of keys, dates that are none counted."""

    def __init__(self, source: str, fields: Fields, opening: Opening, noun: str = "field") -> None:
        self._source = source
        self._fields = fields
        self._opening = opening
        self._noun = noun
        self._resolved: dict[tuple[str, ...], dict[str, str]] = {}
        self._announced: set[tuple[str, str]] = set()
        self._nul = False
        self._undated = 0
        self._undated_first = ""
        self._orders: set[frozenset[DateOrder]] = set()

    def item(self, position: str, record: Mapping[str, object]) -> Item:
        """Return the article of a record, or why there is none."""
        names = self.names(tuple(record))
        if "text" not in names:
            return unreadable(position, self.without_text(record))
        written = _value(record, names["text"])
        text = _text(written)
        if text is None:
            lacks = (
                "nothing but bytes that are no UTF-8" if isinstance(written, bytes) and written else "no text"
            )
            return unreadable(position, f"has {lacks} in {names['text']!r}: nothing to read in this record.")
        if "\0" in text and not self._nul:
            self._nul = True
            where = f"{self._source}: there are NUL characters in its texts (first: {position})"
            self._opening.notice(f"{where}; they are left out. Is the file damaged?")
        if looks_like_html(text) or any(tag in text for tag in _TAGS):
            message = f"the texts in {names['text']!r} are HTML, and read as such."
            self._opening.mention(message, f"{self._source}: {message}")
            try:
                text = read_html(f"<html><body><article>{text}</article></body></html>", position).text
            except InputError as error:
                return unreadable(position, error)
        found = {part: _text(_value(record, name)) for part, name in names.items() if part != "text"}
        date = _value(record, names["date"]) if "date" in names else None
        published = read_published(date, self._opening.date_order)
        if published is None and date not in (None, "") and (undated := str(date).strip()):
            if not self._undated:
                self._undated_first = f"{position} {shortened(undated)!r}"
            self._undated += 1
            self._orders.add(orders_of(undated))
        id = found.get("id")
        return self._opening.article(
            position,
            Page(
                text,
                title=found.get("title"),
                published=published,
                author=found.get("author"),
                publisher=found.get("publisher"),
            ),
            id=" ".join(id.split())[:_ID_LENGTH] if id else None,
        )

    def names(self, keys: tuple[str, ...]) -> dict[str, str]:
        """Return which key is what for records with these keys, and announce it when it is new."""
        known = self._resolved.get(keys)
        if known is not None:
            return known
        resolved = _resolve(keys, self._fields)
        if len(self._resolved) < _KEY_SETS:
            self._resolved[keys] = resolved
            new = resolved.items() - self._announced
            if "text" in resolved and new:
                message = self._announcement(resolved, lacking=not self._announced)
                self._announced |= new
                self._opening.mention(message, f"{self._source}: {message}")
        return resolved

    def without_text(self, keys: Iterable[str], cost: str = "") -> str:
        """Return the reason for records none of whose keys is a text, and what that `cost`."""
        wanted = f"named {self._fields.text!r}" if self._fields.text else "that looks like the text"
        return f"has no {self._noun} {wanted} among {_listed(keys)}{cost}; name it with --text-field."

    def misnamed(self, names: Mapping[str, str], columns: Iterable[str], cost: str) -> str | None:
        """Return the reason for a table without a column that was named; None where all are there."""
        for field in fields(self._fields):
            name = getattr(self._fields, field.name)
            if name and field.name not in names:
                option = f"--{field.name}-field"
                return f"has no {self._noun} {name!r} ({option}) among {_listed(columns)}{cost}."
        return None

    def finish(self) -> None:
        """Say how many dates were none."""
        if self._undated:
            order = self._opening.date_order
            self._opening.notice(
                f"{self._source}: {self._undated:,} of its dates could not be read as a day"
                f"{f' in the order {order}' if order else ''} (first: {self._undated_first}); "
                f"those articles are read without one.{'' if order else order_wanted(self._orders)}"
            )

    def _announcement(self, names: Mapping[str, str], *, lacking: bool) -> str:
        taken = ", ".join(f"{part} from {names[part]!r}" for part in _GUESSES if part in names)
        taken = taken.replace("text from", f"text from {self._noun}", 1)
        missing = [part for part in _ASKED if part not in names] if lacking else []
        asked = {part: getattr(self._fields, part) for part in missing}
        lacks = [f"no {self._noun} {name!r} for the {part}" for part, name in asked.items() if name]
        if others := " or ".join(f"for the {part}" for part, name in asked.items() if not name):
            lacks.append(f"none {others}" if lacks else f"no {self._noun} {others}")
        said = " and ".join(part for part in (", ".join(lacks[:-1]), *lacks[-1:]) if part)
        return f"{taken}; {said}." if said else f"{taken}."


def is_guessed(part: str, key: str) -> bool:
    """Tell whether a key is taken to be the text, the title, the date, ... where nobody names it."""
    return _folded(key) in _GUESSES[part]


def _folded(key: object) -> str:
    return "".join(filter(str.isalnum, str(key).lower()))


def _resolve(keys: tuple[str, ...], given: Fields) -> dict[str, str]:
    folded: dict[str, str] = {}
    for key in keys:
        folded.setdefault(_folded(key), key)
    named = {field.name: getattr(given, field.name) for field in fields(given)}
    taken = {name for name in named.values() if name}
    resolved: dict[str, str] = {}
    for part, guesses in _GUESSES.items():
        if name := named.get(part):
            if name in keys or name.partition(".")[0] in keys:
                resolved[part] = name
            continue
        for guess in guesses:
            if guess in folded and folded[guess] not in taken:
                resolved[part] = folded[guess]
                break
    return resolved


def _value(record: Mapping[str, object], name: str) -> object:
    if name in record:
        return record[name]
    value: object = record
    for step in name.split("."):
        if not isinstance(value, Mapping):
            return None
        value = value.get(step)
    return value


def _text(value: object) -> str | None:
    """Return a value as text: paragraphs joined, a number as written; None for anything else or empty.

    Bytes are what Parquet gives where nobody wrote down that they are a text.
    """
    if isinstance(value, bytes):
        try:
            value = value.decode()
        except UnicodeDecodeError:
            return None
    if isinstance(value, list) and all(isinstance(part, str) for part in value):
        value = "\n\n".join(value)
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        value = str(value)
    return value if isinstance(value, str) and value.strip() else None


def _listed(keys: Iterable[str]) -> str:
    named = [repr(shortened(str(key), 30)) for key in keys]
    more = f" and {len(named) - _LISTED:,} more" if len(named) > _LISTED else ""
    return f"{', '.join(named[:_LISTED])}{more}" if named else "nothing"


def required(
    names: Mapping[str, str],
    records: Records,
    columns: Sequence[str],
    source: str,
    count: Callable[[], int | None],
) -> None:
    """Raise `Unreadable` for a table without a column of text, or without one that was named.

    A slip in a name must not cost all dates. `count` returns the number of rows, None where it cannot be
    told; it is asked only for the message.
    """
    if "text" in names and records.misnamed(names, columns, "") is None:
        return
    cost = _unread(count())
    reason = records.misnamed(names, columns, cost) if "text" in names else None
    raise Unreadable(f"{source} {reason or records.without_text(columns, cost)}")


def _unread(rows: int | None) -> str:
    if rows == 0:
        return ""
    if rows == 1:
        return ", so its only row was not read"
    return f", so none of its {'' if rows is None else f'{rows:,} '}rows was read"
