"""Reports whole, one a line."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from summarizer.output.export.exported import Exported
from summarizer.output.files import writing
from summarizer.schema.report import Report


def write_jsonl(reports: Iterable[Report], output: Path) -> Exported:
    """Write each report as one line of JSON, exactly as `model_dump_json` gives it."""
    number = 0
    with writing(output) as stream:
        for report in reports:
            stream.write(report.model_dump_json() + "\n")
            number += 1
    return Exported(output, (output,), {"reports": number})
