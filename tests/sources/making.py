"""Makes the files that the tests of sources read, and reads them."""

from __future__ import annotations

import io
import json
import tarfile
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from summarizer.article import Article
from summarizer.sources import Fields, Limits, UnreadableItem, open_articles

TEXT = "Rebels shelled the town of Kesra on Monday, killing two soldiers, the army said."
PAGE = (
    "<html><head><title>Rebels shell Kesra</title>"
    '<meta property="article:published_time" content="2016-10-06T09:00:00Z"></head><body><nav>Home News</nav>'
    f"<article><h1>Rebels shell Kesra</h1><p>{TEXT}</p><p>Residents of the town said that the shelling began "
    "before dawn and went on for three hours, until a truce was agreed.</p></article></body></html>"
)


class Reading:
    """What came out of some paths."""

    def __init__(
        self, *paths: str | Path, fields: Fields | None = None, encoding: str = "utf-8", **limits: int
    ) -> None:
        self.notices: list[str] = []
        items = open_articles(
            paths, fields=fields, encoding=encoding, limits=Limits(**limits), on_notice=self.notices.append
        )
        self.items = list(items)
        self.articles = [item for item in self.items if isinstance(item, Article)]
        self.unreadable = [item for item in self.items if isinstance(item, UnreadableItem)]

    def sources(self, root: Path) -> list[str]:
        """Return the positions of the articles, as seen from a folder."""
        return [str(article.source).removeprefix(f"{root}/") for article in self.articles]

    def reasons(self, root: Path) -> dict[str, str]:
        """Return why what could not be read, by position."""
        return {item.source.removeprefix(f"{root}/"): item.reason for item in self.unreadable}


def json_lines(records: Iterable[object]) -> bytes:
    """Return records as JSON lines."""
    return b"".join(json.dumps(record).encode() + b"\n" for record in records)


def zipped(members: dict[str, bytes]) -> bytes:
    """Return a zip archive."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def tarred(members: Mapping[str, bytes | tarfile.TarInfo], mode: str = "w:gz") -> bytes:
    """Return a tar archive."""
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode=mode) as archive:  # type: ignore[call-overload]
        for name, data in members.items():
            if isinstance(data, tarfile.TarInfo):
                archive.addfile(data)
            else:
                info = tarfile.TarInfo(name)
                info.size = len(data)
                archive.addfile(info, io.BytesIO(data))
    return buffer.getvalue()


def pdf(text: str) -> bytes:
    """Return a PDF with one page; the text in one line of Helvetica, "" for a page without text."""
    shown = f"BT /F1 12 Tf 40 700 Td ({text}) Tj ET".encode("latin-1") if text else b"0 0 m 9 9 l S"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(shown), shown),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    data = b"%PDF-1.4\n"
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return data + (
        b"xref\n0 6\n0000000000 65535 f \n%strailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
        % (table, len(data))
    )


def answer(
    address: str, body: bytes, status: str = "200 OK", type: str = "text/html", kind: str = "response"
) -> bytes:
    """Return a WARC record of an HTTP answer."""
    http = b"HTTP/1.1 %s\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s" % (
        status.encode(),
        type.encode(),
        len(body),
        body,
    )
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2020-01-02T03:04:05Z\r\n"
        "WARC-Record-ID: <urn:uuid:12345678-1234-1234-1234-123456789abc>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


MAIL = (
    "From: Desk <desk@example.org>\nTo: list@example.org\nSubject: Rebels shell Kesra\n"
    "Date: Thu, 06 Oct 2016 09:00:00 +0200\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n"
    f"{TEXT}\n"
).encode()
