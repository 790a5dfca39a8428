"""The places of operations as GeoJSON (RFC 7946) for maps."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from summarizer.output.export import Counts
from summarizer.output.export.columns import Cell, Column, Event
from summarizer.output.export.exported import Exported
from summarizer.output.export.lookup import Lookup
from summarizer.output.export.operations import fatalities_columns
from summarizer.output.files import writing
from summarizer.schema.report import Place, Report, ReportedOperation
from summarizer.schema.vocabulary import Outcome, ParticipantRole, Severity

_COUNTED = (Outcome.KILLED, Outcome.WOUNDED, Outcome.KILLED_OR_WOUNDED)


def write_geojson(reports: Iterable[Report], output: Path, counts: Counts | None) -> Exported:
    """Write a FeatureCollection, one Feature a place of an operation that has coordinates."""
    columns = fatalities_columns(counts)
    written = left_out = 0
    with writing(output) as stream:
        stream.write('{"type":"FeatureCollection","features":[')
        for report in reports:
            lookup = Lookup(report)
            for operation in report.operations:
                for feature in _features(operation, lookup, columns):
                    if feature is None:
                        left_out += 1
                        continue
                    stream.write(",\n" if written else "\n")
                    stream.write(
                        json.dumps(feature, ensure_ascii=False, separators=(",", ":"), default=_plain)
                    )
                    written += 1
        stream.write("\n]}\n")
    return Exported(output, (output,), {"places": written}, left_out)


def _features(
    operation: ReportedOperation, lookup: Lookup, columns: tuple[Column[Event], ...]
) -> Iterator[dict[str, object] | None]:
    """A Feature for each place of an operation, None for one without coordinates."""
    chosen = lookup.place(operation)
    common: dict[str, object] | None = None
    for number, place in enumerate(operation.places, 1):
        if not lookup.is_located(operation, place):
            yield None
            continue
        common = common or _properties(operation, lookup, columns)
        yield {
            "type": "Feature",
            "id": f"{lookup.report.article.id}/{operation.id}/{number}",
            "geometry": {"type": "Point", "coordinates": [place.longitude, place.latitude]},
            "properties": {**_place(place), "main": place is chosen, **common},
        }


def _place(place: Place) -> dict[str, object]:
    return {
        "place": place.name,
        "role": place.role.value,
        "relation": place.relation,
        "canonical": place.canonical,
        "admin1": place.admin1,
        "country": place.country,
        "precision": place.precision.value,
        "geonames_id": place.geonames_id,
    }


def _properties(
    operation: ReportedOperation, lookup: Lookup, columns: tuple[Column[Event], ...]
) -> dict[str, object]:
    """What every Feature of an operation says of it."""
    article = lookup.report.article
    when = operation.when
    tolls: dict[str, Cell] = {}
    for outcome in _COUNTED:
        line = lookup.toll(operation, outcome)
        tolls[f"{outcome.value}_minimum"] = line.minimum if line else None
        tolls[f"{outcome.value}_maximum"] = line.maximum if line else None
    event = Event(operation, lookup)
    return {
        "article_id": article.id,
        "source": article.source,
        "published": article.published,
        "operation_id": operation.id,
        "title": operation.title,
        "type": operation.type.value,
        "stage": operation.stage.value,
        "assertion": operation.assertion.value,
        "basis": operation.basis.value,
        "discourse": operation.discourse.value,
        "date": operation.date,
        "start": when.start if when else None,
        "end": when.end if when else None,
        "initiators": lookup.in_role(operation, ParticipantRole.INITIATOR),
        "targets": lookup.in_role(operation, ParticipantRole.TARGET),
        "according_to": lookup.speakers(operation.according_to),
        **tolls,
        **{column.name: column.value(event) for column in columns},
        "errors": lookup.codes(operation.id, Severity.ERROR),
    }


def _plain(value: object) -> str:
    if isinstance(value, dt.date):
        return value.isoformat()
    raise TypeError(f"{value!r} is no JSON")
