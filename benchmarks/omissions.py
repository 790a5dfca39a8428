"""What the check for omissions sees in articles that others have annotated.

    python -m benchmarks.omissions DATA.jsonl...

Each line of DATA is an article:

    {"text": "...", "title": "...", "gold": {"casualties": [{"outcome": "killed", "low": 4, "high": null}]}}

Articles whose casualties are not annotated are passed over. Each is checked twice: with an empty draft, from
which everything is missing, so that every article with somebody killed should alarm and no other; and with
the embedded reader's draft, which uses the same finders, so that hardly anything should. Printed: how many
do.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from benchmarks.findings import report_of
from benchmarks.planting import Sample
from summarizer import Article, Draft
from summarizer.readers.rules import RulesReader

_EMPTY = Draft(relevance="event_report", document_type="news", headline="-", abstract="-")


class Annotated(NamedTuple):
    """An article, and whether its annotation has somebody killed."""

    name: str
    article: Article
    killed: bool


def annotated(path: Path) -> Iterator[Annotated]:
    """Read the articles whose casualties are annotated."""
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        casualties = (record.get("gold") or {}).get("casualties")
        if casualties is None:
            continue
        killed = any(item["outcome"] == "killed" for item in casualties)
        article = Article(record["text"], title=record.get("title") or None)
        yield Annotated(str(record.get("id", "")), article, killed)


def missing(item: Annotated, draft: Draft) -> list[str]:
    """Return what the report of a draft says is missing."""
    findings = report_of(Sample(item.name, item.article, draft)).findings
    return [finding.message for finding in findings if finding.code == "possible-omission"]


def tells_of_killed(messages: list[str]) -> bool:
    """Tell whether one of the messages is about people killed."""
    of_harm = [message.casefold() for message in messages if "casualty record" in message]
    words = ("kill", "dead", "died", "death", "bodies", "slain", "murder", "assassin", "massacre", "execut")
    return any(word in message for message in of_harm for word in words)


def main() -> None:
    """Print the counts, file by file."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("data", nargs="+", type=Path, help="annotated articles, one JSON object a line")
    parser.add_argument("--alarms", action="store_true", help="print what is missed in the reader's drafts")
    options = parser.parse_args()
    reader = RulesReader()
    for path in options.data:
        items = list(annotated(path))
        told = {item.name: tells_of_killed(missing(item, _EMPTY)) for item in items}
        with_killed = [told[item.name] for item in items if item.killed]
        without = [told[item.name] for item in items if not item.killed]
        read = [(item, missing(item, reader.draft(item.article))) for item in items]
        print(f"{path.name}: {len(items)} articles")
        print(f"  empty draft, somebody was killed: {sum(with_killed)} of {len(with_killed)} alarm")
        print(f"  empty draft, nobody was killed: {sum(without)} of {len(without)} alarm")
        print(f"  the embedded reader's draft: {sum(bool(messages) for _, messages in read)} alarm")
        for item, messages in read if options.alarms else ():
            for message in messages:
                print(f"    {item.name}: {message}")


if __name__ == "__main__":
    main()
