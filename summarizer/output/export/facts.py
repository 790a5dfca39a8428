"""What reports say of their articles as a whole, kept aside until the articles' own rows are written."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from types import TracebackType
from typing import Self

from pydantic import JsonValue

from summarizer.schema.report import Report
from summarizer.schema.vocabulary import Severity


class Facts:
    """A few facts of each report, on disk in a database that vanishes with this object."""

    def __init__(self) -> None:
        self._database = sqlite3.connect("")  # the empty name is SQLite's for a temporary file
        self._database.execute("CREATE TABLE fact (key BLOB PRIMARY KEY, value TEXT) WITHOUT ROWID")

    def keep(self, report: Report) -> None:
        """Keep the facts of one report."""
        key = _key(report.article.source, report.article.id)
        value = json.dumps(_facts(report), ensure_ascii=True)
        self._database.execute("INSERT OR REPLACE INTO fact VALUES (?, ?)", (key, value))

    def of(self, outcome: Mapping[str, JsonValue]) -> Mapping[str, JsonValue]:
        """Return the facts of the report of an outcome; nothing where it has none."""
        key = _key(outcome.get("source"), outcome.get("id"))
        found = self._database.execute("SELECT value FROM fact WHERE key = ?", (key,)).fetchone()
        facts: Mapping[str, JsonValue] = json.loads(found[0]) if found else {}
        return facts

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._database.close()


def _key(source: JsonValue, id: JsonValue) -> bytes:
    return json.dumps([source, id]).encode("ascii")


def _facts(report: Report) -> dict[str, JsonValue]:
    return {
        "reader": report.provenance.reader,
        "publisher": report.article.publisher,
        "language": report.article.language,
        "relevance": report.relevance.value,
        "document_type": report.document_type.value,
        "headline": report.headline,
        "abstract": report.abstract,
        "operations": len(report.operations),
        "actors": len(report.actors),
        "casualties": len(report.casualties),
        "errors": _codes(report, Severity.ERROR),
        "warnings": _codes(report, Severity.WARNING),
    }


def _codes(report: Report, severity: Severity) -> list[JsonValue]:
    return list(dict.fromkeys(f.code.value for f in report.findings if f.severity == severity))
