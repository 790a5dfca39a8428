"""Archives: read member by member, bounded, and never unpacked to disk."""

from __future__ import annotations

import bz2
import gzip
import io
import random
import stat
import tarfile
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
import zstandard

from summarizer.errors import TooLong
from tests.sources.making import MAIL, PAGE, TEXT, Reading, json_lines, pdf, tarred, zipped

ARTICLE = TEXT.encode()
MEMBERS = {"2016/a.html": PAGE.encode(), "b.txt": ARTICLE, "c.jsonl": json_lines([{"text": TEXT}] * 2)}
POSITIONS = ["2016/a.html", "b.txt", "c.jsonl:1", "c.jsonl:2"]


def write(folder: Path, name: str, data: bytes) -> Path:
    """Write a file."""
    (folder / name).write_bytes(data)
    return folder / name


def noise(size: int) -> bytes:
    """Return a text that does not pack well."""
    return random.Random(1).randbytes(size).hex().encode()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("x.zip", zipped(MEMBERS)),
        ("x.tar", tarred(MEMBERS, "w")),
        ("x.tar.gz", tarred(MEMBERS)),
        ("x.tgz", tarred(MEMBERS)),
        ("x.tar.bz2", tarred(MEMBERS, "w:bz2")),
        ("x.tar.zst", zstandard.compress(tarred(MEMBERS, "w"))),
    ],
)
def test_members_are_named_and_read_as_files_are(tmp_path: Path, name: str, data: bytes) -> None:
    reading = Reading(write(tmp_path, name, data))

    assert reading.sources(tmp_path) == [f"{name}!{position}" for position in POSITIONS]
    assert reading.unreadable == []
    assert str(reading.articles[0].published) == "2016-10-06"
    assert [path.name for path in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize("pack", [gzip.compress, zstandard.compress, bz2.compress])
@pytest.mark.parametrize("suffix", [".gz", ".zst", ".bz2", ""])
def test_packed_twins_are_known_by_their_bytes(tmp_path: Path, pack: object, suffix: str) -> None:
    assert callable(pack)
    write(tmp_path, f"x.jsonl{suffix}", pack(json_lines([{"text": TEXT}])))
    write(tmp_path, f"y.csv{suffix}", pack(f'text\n"{TEXT}"\n'.encode()))
    write(tmp_path, f"z.txt{suffix}", pack(ARTICLE))

    reading = Reading(tmp_path)

    assert [article.text for article in reading.articles] == [TEXT] * 3
    assert reading.sources(tmp_path) == [f"x.jsonl{suffix}:1", f"y.csv{suffix}:2", f"z.txt{suffix}"]


@pytest.mark.parametrize("suffix", [".gz", ".zst", ".bz2"])
def test_packed_twins_are_read_as_their_format(tmp_path: Path, suffix: str) -> None:
    """Front matter, fragments of pages, tab-separated cells: what only the name tells of a text."""
    packing: dict[str, Callable[[bytes], bytes]] = {
        ".gz": gzip.compress,
        ".zst": zstandard.compress,
        ".bz2": bz2.compress,
    }
    pack = packing[suffix]
    plain = {
        "a.md": f"---\ntitle: Kesra\npublished: 2016-10-06\n---\n*{TEXT}*\n".encode(),
        "b.html": f"<p>{TEXT}</p><p>Residents of the town said that the shelling began at dawn.</p>".encode(),
        "c.tsv": f"text\tid, of the archive, and, its, number\n{TEXT}\t7\n".encode(),
    }
    for name, data in plain.items():
        write(tmp_path, name, data)
    write(tmp_path, "x.zip", zipped({name + suffix: pack(data) for name, data in plain.items()}))
    for name, data in plain.items():
        write(tmp_path, name + suffix, pack(data))

    reading = Reading(tmp_path)

    by_source = dict(zip(reading.sources(tmp_path), reading.articles, strict=True))
    for position in ("a.md", "b.html", "c.tsv:2"):
        name, colon, line = position.partition(":")
        for twin in (f"{name}{suffix}{colon}{line}", f"x.zip!{name}{suffix}{colon}{line}"):
            original, packed = by_source[position], by_source[twin]
            assert (packed.text, packed.title, packed.published, packed.id) == (
                original.text,
                original.title,
                original.published,
                original.id,
            )
    assert by_source[f"a.md{suffix}"].title == "Kesra"
    assert reading.unreadable == []


def test_a_file_that_was_unpacked_on_its_way_is_read(tmp_path: Path) -> None:
    write(tmp_path, "x.txt.gz", ARTICLE)

    assert [article.text for article in Reading(tmp_path).articles] == [TEXT]


def test_what_is_packed_twice_is_reported(tmp_path: Path) -> None:
    write(tmp_path, "x.txt.gz", gzip.compress(gzip.compress(ARTICLE)))

    assert Reading(tmp_path).reasons(tmp_path) == {"x.txt.gz": "is packed twice; unpack it first."}


def test_archives_in_archives_are_read_one_deep(tmp_path: Path) -> None:
    inner = zipped({"d.txt": ARTICLE, "deep.zip": zipped({"e.txt": ARTICLE}), "f.tar": tarred({}, "w")})
    write(tmp_path, "x.zip", zipped({"in.zip": inner, "in.tgz": tarred({"g.txt": ARTICLE})}))
    write(tmp_path, "y.tar.gz", tarred({"in.zip": inner, "h.pdf": pdf(TEXT), "i.eml": MAIL}))

    reading = Reading(tmp_path)

    assert reading.sources(tmp_path) == [
        "x.zip!in.zip!d.txt", "x.zip!in.tgz!g.txt", "y.tar.gz!in.zip!d.txt", "y.tar.gz!h.pdf",
        "y.tar.gz!i.eml",
    ]  # fmt: skip
    assert set(reading.reasons(tmp_path)) == {
        f"{outer}!in.zip!{name}" for outer in ("x.zip", "y.tar.gz") for name in ("deep.zip", "f.tar")
    }


def test_the_number_of_nested_archives_and_members_is_bounded(tmp_path: Path) -> None:
    inner = zipped({"a.txt": ARTICLE})
    write(tmp_path, "x.zip", zipped({f"{number}.zip": inner for number in range(5)}))

    nested = Reading(tmp_path, nested=2)
    members = Reading(tmp_path, members=3)

    assert (len(nested.articles), len(nested.unreadable)) == (2, 3)
    assert (len(members.articles), len(members.unreadable)) == (3, 1)
    assert "more than 3 members" in members.unreadable[0].reason


@pytest.mark.parametrize("archive", ["zip", "tar"])
def test_paths_that_lead_out_are_reported(tmp_path: Path, archive: str) -> None:
    members = {
        "../a.txt": ARTICLE,
        "/etc/b.txt": ARTICLE,
        "c/../../d.txt": ARTICLE,
        "C:\\e.txt": ARTICLE,
        "f.txt": ARTICLE,
    }
    write(tmp_path, f"x.{archive}", zipped(members) if archive == "zip" else tarred(members, "w"))

    reading = Reading(tmp_path)

    assert reading.sources(tmp_path) == [f"x.{archive}!f.txt"]
    assert len(reading.unreadable) == 4
    assert all("leads out of the archive" in item.reason for item in reading.unreadable)


def test_links_and_devices_are_not_followed(tmp_path: Path) -> None:
    secret = write(tmp_path, "secret.log", b"secret")
    members: dict[str, bytes | tarfile.TarInfo] = {"a.txt": ARTICLE}
    for name, type in (
        ("l.txt", tarfile.SYMTYPE),
        ("h.txt", tarfile.LNKTYPE),
        ("d.txt", tarfile.CHRTYPE),
        ("f.txt", tarfile.FIFOTYPE),
    ):
        members[name] = info = tarfile.TarInfo(name)
        info.type, info.linkname = type, str(secret)
    write(tmp_path, "x.tar", tarred(members, "w"))
    with zipfile.ZipFile(tmp_path / "y.zip", "w") as archive:
        link = zipfile.ZipInfo("l.txt")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, str(secret))

    reading = Reading(tmp_path)

    assert reading.sources(tmp_path) == ["x.tar!a.txt"]
    assert set(reading.reasons(tmp_path)) == {*(f"x.tar!{letter}.txt" for letter in "lhdf"), "y.zip!l.txt"}


def test_bombs_are_cut_short_and_what_follows_is_read(tmp_path: Path) -> None:
    bomb = b"0" * 30_000_000
    write(tmp_path, "a.zip", zipped({"a.txt": bomb, "b.txt": ARTICLE}))
    write(tmp_path, "b.jsonl.gz", gzip.compress(bomb))
    write(tmp_path, "c.jsonl.zst", zstandard.compress(bomb))
    write(tmp_path, "d.zip", zipped({"a.jsonl": bomb}))
    write(tmp_path, "e.tgz", tarred({"a.jsonl": bomb}))
    write(tmp_path, "f.txt", ARTICLE)

    tracemalloc.start()
    reading = Reading(tmp_path, page=10_000, record=10_000, expansion_from=1_000_000)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert reading.sources(tmp_path) == ["a.zip!b.txt", "f.txt"]
    assert all(isinstance(item.error, TooLong) for item in reading.unreadable)
    reasons = reading.reasons(tmp_path)
    assert "larger than 10,000 bytes" in reasons["a.zip!a.txt"]
    for source in ("b.jsonl.gz", "c.jsonl.zst", "d.zip!a.jsonl", "e.tgz"):
        assert "unpacks to more than 200 times its size" in reasons[source]
    assert peak < 6_000_000


def test_a_zip_of_the_same_bytes_over_and_over_is_a_bomb_too(tmp_path: Path) -> None:
    """All members together are measured against the archive, for members may overlap."""
    write(
        tmp_path,
        "a.zip",
        zipped({f"{number}.jsonl": json_lines([{"text": "x" * 9000}] * 20) for number in range(50)}),
    )

    reading = Reading(tmp_path, expansion_from=500_000, expansion=50)

    assert 0 < len(reading.articles) < 1000
    assert "unpacks to more than 50 times" in reading.unreadable[-1].reason


def test_a_zip_inside_an_archive_is_bounded_in_memory(tmp_path: Path) -> None:
    write(tmp_path, "x.tar", tarred({"in.zip": zipped({"a.txt": noise(40_000)}), "b.txt": ARTICLE}, "w"))

    reading = Reading(tmp_path, document=10_000)

    assert reading.sources(tmp_path) == ["x.tar!b.txt"]
    assert isinstance(reading.unreadable[0].error, TooLong)


def test_an_encrypted_member_costs_itself(tmp_path: Path) -> None:
    data = bytearray(zipped({"a.txt": ARTICLE, "b.txt": ARTICLE}))
    data[data.index(b"PK\x03\x04") + 6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    write(tmp_path, "x.zip", bytes(data))

    reading = Reading(tmp_path)

    assert reading.sources(tmp_path) == ["x.zip!b.txt"]
    assert "is encrypted" in reading.reasons(tmp_path)["x.zip!a.txt"]


def test_a_member_with_wrong_bytes_costs_itself(tmp_path: Path) -> None:
    data = bytearray(zipped({"a.txt": noise(3000), "b.txt": ARTICLE}))
    data[200] ^= 0xFF
    write(tmp_path, "x.zip", bytes(data))

    reading = Reading(tmp_path)

    assert reading.sources(tmp_path) == ["x.zip!b.txt"]
    assert "fetch it again" in reading.reasons(tmp_path)["x.zip!a.txt"]


def test_what_is_cut_off_is_read_up_to_there_and_reported(tmp_path: Path) -> None:
    lines = json_lines([{"text": TEXT}] * 3)
    write(tmp_path, "a.jsonl.gz", gzip.compress(lines + noise(20_000))[:-9_000])
    write(tmp_path, "b.jsonl.zst", zstandard.compress(lines + noise(400_000))[:-9_000])
    write(tmp_path, "c.tgz", tarred({"a.txt": ARTICLE, "b.txt": noise(50_000)})[:-20_000])
    write(tmp_path, "d.tar", tarred({"a.txt": ARTICLE, "b.txt": ARTICLE}, "w")[:1300])
    write(tmp_path, "e.tar", tarred({"a.txt": ARTICLE}, "w")[:1024])
    write(tmp_path, "f.zip", zipped({"a.txt": ARTICLE})[:-30])
    write(tmp_path, "g.zip", b"")
    write(tmp_path, "h.tar", b"")
    write(tmp_path, "i.tar", b"no archive " * 100)
    write(tmp_path, "j.txt.gz", b"\x1f\x8b\x08junk")

    reading = Reading(tmp_path)

    assert reading.sources(tmp_path) == [
        *(f"a.jsonl.gz:{line}" for line in (1, 2, 3)), *(f"b.jsonl.zst:{line}" for line in (1, 2, 3)),
        "c.tgz!a.txt", "d.tar!a.txt", "e.tar!a.txt",
    ]  # fmt: skip
    assert {source.partition("!")[0].partition(":")[0] for source in reading.reasons(tmp_path)} == {
        "a.jsonl.gz", "b.jsonl.zst", "c.tgz", "d.tar", "e.tar", "f.zip", "g.zip", "h.tar", "i.tar", "j.txt.gz"
    }  # fmt: skip


def test_an_archive_without_articles_is_reported(tmp_path: Path) -> None:
    write(tmp_path, "a.zip", zipped({"a.css": b"x", "__MACOSX/._a.txt": b"x"}))
    write(tmp_path, "b.tar", tarred({}, "w"))
    write(tmp_path, "c.zip", zipped({"[Content_Types].xml": b"<x/>", "word/document.xml": b"<x/>"}))

    assert Reading(tmp_path).reasons(tmp_path) == {
        "a.zip": "has no article in it: 2 files of other types passed over (1 .css, 1 hidden).",
        "b.tar": "has no article in it.",
        "c.zip": "is an office document or e-book; save it as text or PDF.",
    }


def test_names_of_members_cannot_steer_a_terminal(tmp_path: Path) -> None:
    write(tmp_path, "a.zip", zipped({"a\x1b[31m.txt": ARTICLE, "b.\x1b[2J": b"x", "c." + "d" * 500: b"x"}))

    reading = Reading(tmp_path)

    assert reading.sources(tmp_path) == ["a.zip!a\ufffd[31m.txt"]
    assert "(1 .\ufffd[2j, 1 others)" in reading.notices[0]


def test_a_long_archive_does_not_stay_in_memory(tmp_path: Path) -> None:
    path = tmp_path / "x.tar"
    with tarfile.open(path, "w") as archive:
        for number in range(3000):
            archive.addfile(tarfile.TarInfo(f"{number}.css"))
    assert path.stat().st_size > 1_000_000

    tracemalloc.start()
    reading = Reading(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert "3,000 files of other types" in reading.unreadable[0].reason
    assert peak < 1_000_000


def header(type: bytes, body: bytes | int, name: str = "x") -> bytes:
    """Return a tar header of that type, with what it holds; with so many zeros for a number."""
    info = tarfile.TarInfo(name)
    info.type = type
    info.size = body if isinstance(body, int) else len(body)
    content = bytes(body) if isinstance(body, int) else body
    return info.tobuf(tarfile.GNU_FORMAT) + content + bytes(-len(content) % 512)


FIRST, LAST = (
    header(tarfile.REGTYPE, ARTICLE, "a.txt"),
    header(tarfile.REGTYPE, ARTICLE, "b.txt") + bytes(1024),
)
OVERLAPPING = b"2 " * 200_000 + b"="
"""Early versions of Python 3.11 take a name of up to 400,000 characters from each of its bytes on."""


@pytest.mark.parametrize(
    ("between", "words"),
    [
        (header(tarfile.GNUTYPE_LONGNAME, 30_000_000), "a header of more than 1 MB"),
        (header(tarfile.GNUTYPE_LONGLINK, 30_000_000), "a header of more than 1 MB"),
        (header(tarfile.XHDTYPE, 30_000_000), "a header of more than 1 MB"),
        (header(tarfile.GNUTYPE_LONGNAME, b"c.txt") * 5000, "a header"),
        (header(tarfile.XHDTYPE, OVERLAPPING), "an extended header that is none"),
        (
            header(tarfile.XHDTYPE, b"400017 path=" + b"7" * 400_004 + b"\n"),
            "an extended header that is none",
        ),
        (
            b"".join(
                header(tarfile.XGLTYPE, b"300012 %05d=%s\n" % (number, b"x" * 299_998))
                + header(tarfile.DIRTYPE, b"")
                for number in range(30)
            ),
            "headers of more than 1 MB",
        ),
    ],
)
def test_headers_of_a_tar_are_bounded_and_what_they_cost_is_said(
    tmp_path: Path, between: bytes, words: str
) -> None:
    path = write(tmp_path, "x.tar.gz", gzip.compress(FIRST + between + LAST))

    tracemalloc.start()
    reading = Reading(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert reading.sources(tmp_path) == ["x.tar.gz!a.txt"]
    (reason,) = reading.reasons(tmp_path).values()
    assert reason.startswith("is cut off or damaged behind member ")
    assert words in reason
    assert reason.endswith("what follows is not read.")
    assert peak < 12_000_000


def test_a_tar_that_ends_in_the_map_of_a_sparse_member_ends(tmp_path: Path) -> None:
    records = b"22 GNU.sparse.major=1\n22 GNU.sparse.minor=0\n"
    data = FIRST + header(tarfile.XHDTYPE, records) + header(tarfile.REGTYPE, 0, "b.txt") + b"9"

    reading = Reading(write(tmp_path, "x.tar", data))

    assert reading.sources(tmp_path) == ["x.tar!a.txt"]
    assert "is cut off or damaged behind member 1" in reading.reasons(tmp_path)["x.tar"]


@pytest.mark.parametrize("format", [tarfile.PAX_FORMAT, tarfile.GNU_FORMAT])
def test_long_names_are_read(tmp_path: Path, format: int) -> None:
    names = [f"{folder * 40}/{'д' * 100}.txt" for folder in ("ж", "я")]
    with tarfile.open(tmp_path / "x.tar", "w", format=format, pax_headers={"comment": "9" * 40}) as archive:
        for name in names:
            info = tarfile.TarInfo(name)
            info.size = len(ARTICLE)
            archive.addfile(info, io.BytesIO(ARTICLE))

    reading = Reading(tmp_path / "x.tar")

    assert reading.sources(tmp_path) == [f"x.tar!{name}" for name in names]
    assert reading.unreadable == []
