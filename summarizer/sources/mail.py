"""Mails: single ones (.eml) and mailboxes (.mbox)."""

from __future__ import annotations

import email
import email.policy
from collections.abc import Iterator
from email.message import EmailMessage, MIMEPart

from summarizer.errors import TooLong, Unreadable
from summarizer.sources.html import read_html
from summarizer.sources.item import Entry, Item, Opening, guarded, megabytes, unreadable
from summarizer.sources.page import Page
from summarizer.sources.plain import page_of_html
from summarizer.sources.streams import lines


def read_mail(entry: Entry, opening: Opening) -> Iterator[Item]:
    """Yield the article of a mail: its text, else its HTML; Subject is its title, Date its publication."""
    yield _mail(entry.whole(opening.limits.document), entry.source, opening)


def read_mailbox(entry: Entry, opening: Opening) -> Iterator[Item]:
    """Yield the article of each mail, named by the line on which it begins ("x.mbox:1841")."""
    limit = opening.limits.document
    mail: list[bytes] = []
    length = begun = 0
    blank = True
    for number, line in lines(entry.stream, opening.limits.record):
        if line is not None and blank and line.startswith(b"From "):
            if begun:
                yield from _boxed(f"{entry.source}:{begun}", mail, length, opening)
            mail, length, begun = [], 0, number
        elif not begun and line is not None and line.strip():
            raise Unreadable(f"{entry.source} is no mailbox: it does not begin with a line 'From ...'.")
        else:
            length += len(line) if line is not None else limit + 1
            if length > limit:
                mail.clear()
            elif line is not None:
                mail.append(line[1:] if line.startswith(b">From ") else line)
        blank = line in (b"\n", b"\r\n")
    if not begun:
        raise Unreadable(f"{entry.source} is empty: there is nothing to read in it.")
    yield from _boxed(f"{entry.source}:{begun}", mail, length, opening)


def _boxed(position: str, mail: list[bytes], length: int, opening: Opening) -> Iterator[Item]:
    limit = opening.limits.document
    if length > limit:
        yield unreadable(
            position, TooLong(f"{position} is a mail larger than {megabytes(limit)}; passed over.")
        )
    else:
        yield from guarded(position, (_mail(data, position, opening) for data in (b"".join(mail),)))


def _mail(data: bytes, source: str, opening: Opening) -> Item:
    if not data.strip():
        raise Unreadable(f"{source} is empty: there is nothing to read in it.")
    message = email.message_from_bytes(data, policy=email.policy.default)
    if not message.keys():
        raise Unreadable(f"{source} is no mail: it has no header.")
    part = message.get_body(("plain", "html"))
    if part is None:
        raise Unreadable(f"{source} is a mail without a text.")
    page = _page(part, source)
    attached = sum(1 for _ in message.iter_attachments()) if message.is_multipart() else 0
    if attached:
        what = f"{attached} attachment{'s' * (attached > 1)}"
        opening.mention("attachments", f"{source}: {what} not read; save them as files.")
    return opening.article(
        source,
        Page(
            page.text,
            title=_header(message, "Subject") or page.title,
            published=_header(message, "Date"),
            author=page.author,
            publisher=page.publisher,
        ),
    )


def _page(part: MIMEPart, source: str) -> Page:
    if part.get_content_type() == "text/html":
        payload = part.get_payload(decode=True)
        charset = part.get_content_charset()
        if isinstance(payload, bytes) and charset is None:
            return page_of_html(payload, "utf-8", source)
        return read_html(str(part.get_content()), source)
    text = str(part.get_content())
    if "\ufffd" in text:
        raise Unreadable(
            f"{source} is not in the encoding that it declares ({part.get_content_charset() or 'us-ascii'}); "
            "save its text as UTF-8."
        )
    return Page(text)


def _header(message: EmailMessage, name: str) -> str | None:
    value = message[name]
    return " ".join(str(value).split()) or None if value is not None else None
