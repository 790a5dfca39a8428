"""Web archives: the pages that a crawler got."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any, BinaryIO, cast

from summarizer.errors import TooLong, Unreadable
from summarizer.sources.extras import needs
from summarizer.sources.item import Entry, Item, Opening, guarded, megabytes, one_line, printable, shortened
from summarizer.sources.plain import page_of_html

_HTML = frozenset({"text/html", "application/xhtml+xml"})
_HEADER = 1 << 20


def read_warc(entry: Entry, opening: Opening) -> Iterator[Item]:
    """Yield the pages of a web archive, named by their addresses ("x.warc.gz!https://..."). Needs `warc`.

    Only HTML that was answered with 200 is taken, in the encoding of the page or of its HTTP header. The date
    of the crawl is not a publication date.
    """
    with needs("warc", entry.source):
        from fastwarc.warc import ArchiveIterator, WarcRecordType
    seen = passed = pages = 0
    try:
        for record in ArchiveIterator(
            cast(BinaryIO, _Pipe(entry.stream)),
            parse_http=True,
            auto_decode="all",
            max_header_len=_HEADER,
            fsspec_args=False,
        ):
            seen += 1
            if record.record_type != WarcRecordType.response:
                continue
            if not _is_page(record):
                passed += 1
                continue
            pages += 1
            address = printable(shortened(record.headers.get("WARC-Target-URI") or f"record {seen}", 500))
            source = f"{entry.source}!{address}"
            yield from guarded(source, _page(record, source, opening))
    except BaseException as error:
        # A panic of the Rust library derives from BaseException, and its class cannot be imported.
        if not isinstance(error, (OSError, ValueError)) and type(error).__name__ != "PanicException":
            raise
        raise Unreadable(
            f"{entry.source} is cut off or damaged behind record {seen} ({one_line(error)}); fetch it again."
        ) from error
    if not seen:
        raise Unreadable(f"{entry.source} is no WARC file, or has no record in it.")
    if passed:
        opening.notice(
            f"{entry.source}: {passed:,} of its answers are no HTML page got with status 200; passed over."
        )
    if not pages:
        raise Unreadable(f"{entry.source} has no HTML page in it that was got with status 200.")


class _Pipe:
    """A stream that knows where it is and cannot go back: the library seeks in any that has the method."""

    def __init__(self, stream: io.BufferedReader) -> None:
        self._stream = stream
        self._position = 0

    def read(self, size: int) -> bytes:
        data = self._stream.read1(size)
        self._position += len(data)
        return data

    def tell(self) -> int:
        return self._position


def _is_page(record: Any) -> bool:
    http = record.http_headers
    return http is not None and http.status_code == 200 and (record.http_content_type or "").lower() in _HTML


def _page(record: Any, source: str, opening: Opening) -> Iterator[Item]:
    limit = opening.limits.page
    data = record.reader.read(limit + 1)
    if len(data) > limit:
        raise TooLong(f"{source} is larger than {megabytes(limit)}, more than any article.")
    if not data.strip():
        raise Unreadable(f"{source} is empty: there is nothing to read in it.")
    http = record.http_headers
    encoded = http.get("Content-Encoding") or http.get("Transfer-Encoding")
    if not encoded and len(data) < record.content_length:
        raise Unreadable(f"{source} is cut off; fetch it again.")
    charset = str(record.http_charset or "")
    yield opening.article(source, page_of_html(data, opening.encoding, source, charset))
