"""What a repair asks for, mends and costs, on the recorded drafts with errors planted into them.

    python -m benchmarks.repair

reads every tape of an article, plants up to five errors into its draft (`tests/damage.py`), and lets the
undamaged records be the answer: what a model that answers rightly would give. Nothing goes over the network.
Tokens are a quarter of the characters, as on the tapes; prices are the list's, without a cache discount.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from summarizer import Article, Draft, Reading, Report, Summarizer, open_article
from summarizer.readers.base import Attempt, Doubt
from summarizer.readers.llm.prices import cost_usd
from summarizer.readers.llm.repair_prompt import Mended, RepairPrompt, repair_message
from summarizer.readers.llm.strict_schema import strict_schema
from summarizer.readers.llm.usage import Tokens, tokens
from tests.cassettes import FOLDER, recorded_completion
from tests.damage import damaged

MODEL = "openai/gpt-4.1-mini"
ARTICLES = FOLDER.parent / "articles"
CHARACTERS_PER_TOKEN = 4


class Right:
    """Drafts with planted errors, and mends them rightly."""

    name, version = "right", "1"

    def __init__(self, stem: str) -> None:
        self.whole = Draft.model_validate_json(recorded_completion(stem))
        self.wrong = Draft.model_validate_json(damaged(recorded_completion(stem)))
        self.shown = 0

    async def read(self, article: Article) -> Draft:
        return self.wrong

    async def repair(self, article: Article, draft: Draft, doubts: Sequence[Doubt]) -> Reading:
        self.shown = len({sentence.number for doubt in doubts for sentence in doubt.sentences})
        ids = {doubt.record.id for doubt in doubts}
        kinds = {name: getattr(self.whole, name) for name in Mended.model_fields}
        answer = Mended(**{name: [r for r in records if r.id in ids] for name, records in kinds.items()})
        body = {
            "messages": [*RepairPrompt.load().messages(whole=True), repair_message(draft, doubts)],
            "schema": strict_schema(Mended),
        }
        sizes = len(json.dumps(body, ensure_ascii=False)), len(answer.model_dump_json())
        used = [size // CHARACTERS_PER_TOKEN for size in sizes]
        return Reading(draft.model_copy(update=dict(answer)), (Attempt("ok", 0.0, *used),))


class Row(NamedTuple):
    """One article."""

    name: str
    planted: int
    asked: int
    left: int
    shown: str
    main: Tokens
    repair: Tokens

    def __str__(self) -> str:
        counts = f"{self.planted:>7} {self.asked:>6} {self.left:>6} {self.shown:>9}"
        spent = (
            f"{self.main.input:>8,} {self.main.output:>6,} {self.repair.input:>9,} {self.repair.output:>6,}"
        )
        return f"{self.name:<28} {counts} {spent} {share(self.main, self.repair):>6.0%}"


def share(main: Tokens, repair: Tokens) -> float:
    """Return what the repair costs, as a share of the main call."""
    whole, part = cost_usd(MODEL, main), cost_usd(MODEL, repair)
    return part / whole if whole and part else 0.0


def usages(tape: str) -> list[Tokens]:
    """Return the tokens of each exchange on a tape."""
    exchanges = yaml.safe_load((FOLDER / f"{tape}.yaml").read_text(encoding="utf-8"))["interactions"]
    bodies: list[dict[str, Any]] = [json.loads(x["response"]["body"]["string"]) for x in exchanges]
    return [tokens(body["usage"]) for body in bodies]


def errors(report: Report) -> int:
    return sum(finding.severity == "error" for finding in report.findings)


async def measure(path: Path) -> Row:
    """Return the row of one article."""
    reader = Right(path.stem)
    article = open_article(path)
    before = await Summarizer(reader=reader, repair=False).asummarize(article)
    after = await Summarizer(reader=reader).asummarize(article)
    asked = after.provenance.parameters.get("repair_asked", [])
    return Row(
        path.stem,
        errors(before),
        len(asked) if isinstance(asked, list) else 0,
        errors(after),
        f"{reader.shown}/{len(article.sentences)}",
        usages(path.stem)[-1],
        Tokens(after.provenance.input_tokens, after.provenance.output_tokens),
    )


def main() -> None:
    rows = [asyncio.run(measure(path)) for path in sorted(ARTICLES.iterdir())]
    print(
        f"{'article':<28} {'planted':>7} {'asked':>6} {'left':>6} {'sentences':>9} "
        f"{'draft in':>8} {'out':>6} {'repair in':>9} {'out':>6} {'cost':>6}"
    )
    for row in rows:
        print(row)
    asked = sorted((row for row in rows if row.asked), key=lambda row: share(row.main, row.repair))
    middle = asked[len(asked) // 2]
    price = cost_usd(MODEL, middle.repair)
    print(f"\nplanted {sum(row.planted for row in rows)}, left {sum(row.left for row in rows)}")
    print(
        f"median of {len(asked)}: {share(middle.main, middle.repair):.0%} of the main call, USD {price:.4f}"
    )
    recorded = usages("repair")[-1]
    print(f"as recorded (repair.yaml): {recorded.input:,} tokens in, {recorded.output:,} out")


if __name__ == "__main__":
    main()
