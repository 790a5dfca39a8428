"""A ledger writes itself down for other programs."""

from __future__ import annotations

import json
from pathlib import Path

from summarizer import Ledger, Summarizer
from summarizer.output.export import export
from tests.archive.counting import articles


def test_a_ledger_exports_itself(tmp_path: Path) -> None:
    """The same bytes as the exporting function makes of its reports and outcomes."""
    with Summarizer(places=False) as summarizer, Ledger(tmp_path / "run.db") as ledger:
        assert all(outcome.ok for outcome in summarizer.map(articles(3), ledger=ledger))
        written = ledger.export(tmp_path / "own", format="csv", counts="ucdp")
        export(ledger.reports(), ledger.outcomes(), format="csv", output=tmp_path / "other", counts="ucdp")
        ledger.export(tmp_path / "all.jsonl", format="jsonl", reader="rules")

    assert written.rows["articles"] == 3
    for file in written.files:
        assert file.read_bytes() == (tmp_path / "other" / file.name).read_bytes()
    lines = (tmp_path / "all.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["article"]["source"] for line in lines] == [
        f"wire.jsonl:{number}" for number in (1, 2, 3)
    ]
