"""What the first bytes say of a format, where no name does."""

from __future__ import annotations

import csv
import re

from summarizer.sources.fields import is_guessed
from summarizer.sources.item import Fields
from summarizer.sources.streams import in_text

DELIMITERS = ",;\t|"
_JSON = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:\{|\[\s*\{)")
_MAIL_LINE = re.compile(rb"([!-9;-~]{1,60}):[ \t\r\n]|[ \t]")
_MAIL_NAMES = frozenset(
    b"arc-seal content-type date delivered-to dkim-signature from message-id mime-version received reply-to "
    b"return-path subject to".split()
)
_COLUMN = re.compile(r"[\w .:/-]{1,40}")
_COLUMN_WORDS = 4


def is_json(head: bytes) -> bool:
    """Tell an object, or a list of objects."""
    return _JSON.match(head) is not None


def is_tar(head: bytes) -> bool:
    """Tell a tar archive by the mark in its first header."""
    return head[257:262] == b"ustar"


def is_mail(head: bytes) -> bool:
    """Tell a mail by its header: fields and nothing else up to a blank line, two of them of mails."""
    named = set()
    for number, line in enumerate(head.splitlines(keepends=True)):
        if not line.strip():
            break
        if not line.endswith((b"\n", b"\r")) and number:  # the rest of it is not in the head
            break
        found = _MAIL_LINE.match(line)
        if found is None or (found[1] is None and not number):
            return False
        named.add((found[1] or b"").lower())
    return len(named & _MAIL_NAMES) >= 2


def is_mailbox(head: bytes) -> bool:
    """Tell a mailbox by its first line and the mail behind it."""
    first, _, rest = head.partition(b"\n")
    return first.startswith(b"From ") and is_mail(rest)


def is_table(head: bytes, encoding: str, fields: Fields) -> bool:
    """Tell a table by its header: short names, the text among them, and cells below."""
    lines = in_text(head, encoding).lstrip("\ufeff").lstrip().splitlines(keepends=True)
    if not lines or not lines[0].endswith(("\n", "\r")):
        return False
    delimiter = max(DELIMITERS, key=lines[0].count)
    try:
        (columns,) = csv.reader([lines[0]], delimiter=delimiter, strict=True)
    except (csv.Error, ValueError):
        return False
    if len(columns) < 2 or (len(lines) > 1 and not any(mark in lines[1] for mark in (delimiter, '"'))):
        return False
    plain = all(_COLUMN.fullmatch(name) and len(name.split()) <= _COLUMN_WORDS for name in columns)
    return plain and any(name == fields.text if fields.text else is_guessed("text", name) for name in columns)
