"""What a name says of a file's format."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from enum import Enum, auto

from summarizer.sources.plain import HTML, MARKDOWN, suffix

PACKED = frozenset({".gz", ".zst", ".zstd", ".bz2"})
_SHORT = {".tgz": ".tar", ".tbz": ".tar", ".tbz2": ".tar", ".tzst": ".tar"}
PLAIN = frozenset({".txt", ".text"}) | MARKDOWN | HTML
_ARCHIVES = frozenset({".zip", ".tar"})
_READ = (
    PLAIN
    | _ARCHIVES
    | {
        ".json",
        ".jsonl",
        ".ndjson",
        ".csv",
        ".tsv",
        ".tab",
        ".parquet",
        ".pq",
        ".eml",
        ".mbox",
        ".pdf",
        ".warc",
    }
)
MANY = _READ - PLAIN - {".pdf", ".eml"}
"""Formats that hold many articles."""
FOREIGN = {
    **dict.fromkeys((".doc", ".docx", ".odt", ".rtf", ".pages", ".wpd"), "save it as text or PDF"),
    **dict.fromkeys((".epub", ".mobi", ".djvu", ".ps"), "convert it to text or PDF"),
    **dict.fromkeys((".xls", ".xlsx", ".ods", ".dta", ".sav", ".rds"), "export it as CSV"),
    **dict.fromkeys((".7z", ".rar", ".xz", ".txz", ".lz4", ".z"), "unpack it first"),
    **dict.fromkeys((".msg", ".pst"), "export it as .eml or .mbox"),
    **dict.fromkeys((".mht", ".mhtml", ".webarchive", ".wacz"), "save it as HTML or WARC"),
}
"""Formats that may well hold articles and are not read: each file is reported, with what to do."""


class Kind(Enum):
    """What is done with a file found in a folder or archive."""

    READ = auto()
    FOREIGN = auto()
    """Reported as unreadable."""
    PASSED = auto()
    """Counted: pictures, styles, programs, hidden files, names without a known suffix."""


def format_of(name: str) -> str:
    """Return the suffix that tells the format, without that of the packing (".jsonl" of "x.jsonl.gz")."""
    last = suffix(without_packing(name))
    return _SHORT.get(last, last)


def without_packing(name: str) -> str:
    """Return the name that a file has when it is unpacked ("x.jsonl" of "x.jsonl.gz")."""
    last = suffix(name)
    return name[: -len(last)] if last in PACKED else name


def kind_of(name: str) -> Kind:
    """Return what is done with a file of that name."""
    parts = name.split("/")
    if parts[-1].startswith(".") or "__MACOSX" in parts:
        return Kind.PASSED
    format = format_of(name)
    if format in _READ:
        return Kind.READ
    return Kind.FOREIGN if format in FOREIGN else Kind.PASSED


def is_archive(name: str) -> bool:
    """Tell whether a name is that of an archive."""
    return format_of(name) in _ARCHIVES


_SUFFIX_LENGTH = 20
_SUFFIXES = 1000


class Passed:
    """The files that were passed over for their type, counted."""

    def __init__(self) -> None:
        self._suffixes: Counter[str] = Counter()

    def add(self, name: str) -> None:
        """Count a file."""
        last = name.rpartition("/")[2]
        named = "hidden" if last.startswith(".") else (format_of(last) or "without a suffix")
        if len(named) > _SUFFIX_LENGTH or (len(self._suffixes) >= _SUFFIXES and named not in self._suffixes):
            named = "others"
        self._suffixes[named] += 1

    def in_words(self) -> str:
        """Return ": 12 files of other types passed over (7 .css, 5 .png)", or "" for none."""
        total = self._suffixes.total()
        if not total:
            return ""
        listed = [f"{count:,} {name}" for name, count in self._suffixes.most_common(6)]
        more = ", ..." if len(self._suffixes) > 6 else ""
        return f": {total:,} file{'s' * (total > 1)} of other types passed over ({', '.join(listed)}{more})"

    def announce(self, source: str, notice: Callable[[str], None]) -> None:
        """Say how many there were, if any."""
        if self._suffixes:
            notice(f"{source}{self.in_words()}; a file is read whatever its type if you name it yourself.")
