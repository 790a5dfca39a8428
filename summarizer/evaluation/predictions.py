"""The reports to evaluate, and which gold record each belongs to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import NamedTuple, TypeAlias

from pydantic import ValidationError

from summarizer.errors import Unreadable, UsageError
from summarizer.evaluation.gold import GoldRecord
from summarizer.evaluation.lines import each_json, first_error
from summarizer.schema.report import Report


class Name(NamedTuple):
    """What an article goes by."""

    id: str
    source: str | None


_SQLITE = b"SQLite format 3\x00"


def read_predictions(path: Path | str, *, reader: str | None = None) -> Iterator[tuple[str, Report]]:
    """Return every report of a JSONL file, a .json file, a folder of .json files or a ledger, with its place.

    Reports are read one at a time. `reader` says whose, where several have read into one ledger.

    Raises:
        Unreadable: the file or folder cannot be read, or holds what is no report (with the line and field).
        LedgerError: a ledger that cannot be read.
    """
    if is_ledger(path):
        from summarizer.archive.ledger import Ledger

        with Ledger(path, create=False) as ledger:
            for report in ledger.reports(reader=reader):
                yield report.article.source or report.article.id, report
        return
    for where, value in each_json(path, what="reports"):
        try:
            yield where, Report.model_validate(value)
        except ValidationError as error:
            raise Unreadable(
                f"{where} is no report: {first_error(error)}; "
                "`summarizer summarize --format json` writes reports."
            ) from None


Copies: TypeAlias = Mapping[str, Sequence[Name]]
"""Under which other names a ledger has an article, by its source, or else its id."""


def read_copies(path: Path | str, *, reader: str | None = None) -> Copies:
    """Return the names of the inputs of a ledger that are copies of articles with a report."""
    from summarizer.archive.ledger import Ledger

    copies: dict[str, list[Name]] = {}
    with Ledger(path, create=False) as ledger:
        for outcome in ledger.outcomes(reader=reader):
            if first := outcome["duplicate_of"]:
                name = Name(str(outcome["id"]), str(outcome["source"]) if outcome["source"] else None)
                copies.setdefault(str(first), []).append(name)
    return copies


def is_ledger(path: Path | str) -> bool:
    """Tell a ledger, a SQLite file or a URL, from a file of reports."""
    if "://" in str(path):
        return True
    try:
        with Path(path).open("rb") as stream:
            return stream.read(len(_SQLITE)) == _SQLITE
    except OSError:
        return False


@dataclass
class Paired:
    """Which report belongs to which gold record."""

    reports: dict[str, Report] = field(default_factory=dict)
    """By the id of the gold record."""
    without_prediction: list[str] = field(default_factory=list)
    """Ids of gold records that no report belongs to; they count as empty predictions."""
    without_gold: list[str] = field(default_factory=list)
    """Where the reports stand that belong to no gold record."""
    repeated: list[str] = field(default_factory=list)
    """Where further reports of a ledger stand that belong to a gold record which has one."""


def pair_up(
    predictions: Iterable[tuple[str, Report]],
    gold: Sequence[GoldRecord],
    name: str,
    *,
    copies: Copies | None = None,
) -> Paired:
    """Return the reports by the gold record that they belong to: rule `partners`.

    Args:
        predictions: the reports, each with where it stands.
        gold: the gold records.
        name: of the predictions, for messages.
        copies: the other names of a ledger's articles; None: the predictions are no ledger.

    Raises:
        UsageError: two reports, not of a ledger, belong to one gold record, or none of the reports to any.
    """
    partners = Paired()
    by_id = {record.id: record for record in gold}
    by_file = {record.article: record for record in gold if record.article}
    by_copies: dict[str, Report] = {}
    for where, report in predictions:
        named = Name(report.article.id, report.article.source)
        others = (copies or {}).get(named.source or named.id, ())
        found = [one.id for other in others if (one := _record_of(other, by_id, by_file))]
        for id in found:
            by_copies.setdefault(id, report)
        record = _record_of(named, by_id, by_file)
        if record is None:
            if not found:
                partners.without_gold.append(_label(report))
        elif record.id in partners.reports and copies is not None:
            partners.repeated.append(where)
        elif record.id in partners.reports:
            raise UsageError(
                f"{where} is a second report of {record.id!r}; keep one report of each article in {name}."
            )
        else:
            partners.reports[record.id] = report
    for id, report in by_copies.items():  # an article's own name goes before a copy's
        partners.reports.setdefault(id, report)
    partners.without_prediction = [record.id for record in gold if record.id not in partners.reports]
    if partners.without_gold and not partners.reports:
        raise UsageError(
            f"none of the {len(partners.without_gold)} reports in {name} belongs to a gold record: neither "
            f"their ids (such as {partners.without_gold[0]!r}) nor their file names are those of the gold."
        )
    return partners


def _record_of(name: Name, by_id: dict[str, GoldRecord], by_file: dict[str, GoldRecord]) -> GoldRecord | None:
    if name.id in by_id:
        return by_id[name.id]
    file = _file(name.source)
    if file is None:
        return None
    return by_file.get(file.name) or by_id.get(file.name) or by_id.get(file.stem)


def _file(source: str | None) -> PurePath | None:
    return PurePath(source.replace("\\", "/").rstrip("/")) if source else None


def _label(report: Report) -> str:
    file = _file(report.article.source)
    return f"{report.article.id} ({file.name})" if file is not None and file.name else report.article.id
