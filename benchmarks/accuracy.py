"""How good each reader is, on every data set there is: the tables of docs/accuracy.md.

    python -m benchmarks.accuracy [GOLD.jsonl ...]
    python -m benchmarks.accuracy --brief GOLD.jsonl [...]

Both readers on the fixture articles (the model's from its tapes), beside each other with the difference, and
the embedded reader on gold files that hold their texts, with what reading took. Prints Markdown. Intervals
are of 1,000 resamplings of the documents. With `--brief`, one table: a line for each gold file, a column
for each layer.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.floors import articles, read, reports
from summarizer.evaluation import evaluate, read_gold
from summarizer.evaluation.evaluating import Evaluation, Row
from summarizer.evaluation.figures import percent
from summarizer.evaluation.tally import TITLES
from summarizer.readers.llm.prices import cost_usd
from summarizer.readers.llm.usage import Tokens

PRICED = "openai/gpt-4.1-mini"
"""The model at whose price the tokens of the tapes are put."""


def fixtures() -> Iterator[str]:
    """Yield the tables of the fixture articles."""
    gold = [record for record, _ in articles("model")]
    taped = list(reports("model"))
    list(reports("rules"))  # the lexicons are read at the first article
    begun = time.process_time()
    ruled = list(reports("rules"))
    seconds = time.process_time() - begun
    compared = evaluate(ruled, gold, against=taped)
    yield f"### Fixture articles ({len(gold)})\n"
    yield from table(compared.rows, "rules", "model (hand-written tapes)")
    yield ""
    yield from false_records(compared)
    yield from false_records(evaluate(taped, gold, bootstrap=0), "model (hand-written tapes)")
    yield ""
    used = [(report.provenance.input_tokens, report.provenance.output_tokens) for report in taped]
    means = [round(statistics.mean(column)) for column in zip(*used, strict=True)]
    price = cost_usd(PRICED, Tokens(*means)) or 0.0
    yield (
        f"An article took the embedded reader {1000 * seconds / len(ruled):.1f} ms of CPU, report included. "
        f"It would have taken a model about {means[0]:,} tokens in and {means[1]:,} out, {price:.4f} USD at "
        f"the list price of {PRICED.split('/')[1]} (tokens of the tapes: a quarter of the characters)."
    )


def gold_file(path: Path) -> Iterator[str]:
    """Yield the tables of a gold file with texts, read with the embedded reader."""
    begun = time.process_time()
    found = list(read(path))
    seconds = time.process_time() - begun
    evaluation = evaluate(found, path)
    for name in dict.fromkeys(row.dataset for row in evaluation.rows):
        rows = [row for row in evaluation.rows if row.dataset == name and row.split is None]
        if name == "all" or not rows:
            continue
        yield f"\n### {path.stem}: {name} ({rows[0].documents} documents)\n"
        yield from table(rows, "rules")
    yield ""
    yield from false_records(evaluation)
    milliseconds = 1000 * seconds / len(found)
    yield f"\nThe embedded reader took {milliseconds:.1f} ms of CPU for a document, report included."


BRIEF = (
    "actors",
    "roles",
    "operation_types",
    "casualties_exact",
    "casualties_total",
    "victims",
    "locations",
    "dates",
    "no_false_record",
)
"""The layers of the brief table: F1, or the recall or the share where there is no F1."""


def brief(paths: Sequence[Path]) -> Iterator[str]:
    """Yield one table of gold files that the embedded reader has read."""
    yield "| file | texts | " + " | ".join(TITLES.get(layer, layer) for layer in BRIEF) + " |"
    yield "|---" * (len(BRIEF) + 2) + "|"
    for path in paths:
        evaluation = evaluate(read(path), path, bootstrap=0)
        rows = {row.layer: row for row in evaluation.rows if row.split is None and row.dataset != "all"}
        scored = {layer: row.score.headline for layer, row in rows.items() if row.gold}
        cells = [percent(scored.get(layer)) for layer in BRIEF]
        yield f"| {path.stem} | {len(read_gold(path))} | " + " | ".join(cells) + " |"


def table(rows: Sequence[Row], reader: str, other: str | None = None) -> Iterator[str]:
    """Yield a table of layers."""
    heads = ["layer", "n", f"P {reader}", "R", "F1", "95 %"]
    heads += [f"score {other}", "difference (95 %)"] if other else ["majority floor"]
    yield "| " + " | ".join(heads) + " |"
    yield "|---" * len(heads) + "|"
    for row in rows:
        if row.split is not None:
            continue
        score = row.score
        cells = [TITLES.get(row.layer, row.layer).strip(), str(row.gold or row.predicted)]
        cells += [percent(score.precision), percent(score.recall), percent(score.f1)]
        cells.append("–" if score.low is None else f"{percent(score.low)}–{percent(score.high)}")
        if other:
            gap = row.difference
            cells.append(percent(row.against.headline if row.against else None))
            cells.append(
                "–"
                if gap is None
                else f"{100 * gap.value:+.1f} ({100 * gap.low:+.1f} to {100 * gap.high:+.1f})"
            )
        else:
            cells.append(percent(row.floor))
        yield "| " + " | ".join(cells) + " |"


def false_records(evaluation: Evaluation, reader: str = "rules") -> Iterator[str]:
    """Yield what was found in articles without an event."""
    for one in evaluation.false_records:
        kind = "without any event" if one.kind == "without_event" else "that the data set does not annotate"
        yield (
            f"{one.dataset}, {one.documents} documents {kind}, {reader}: {one.operations:.2f} operations, "
            f"{one.casualties:.2f} casualties, {one.actors:.2f} actors a document.  "
        )


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("gold", nargs="*", type=Path, help="gold files with texts")
    parser.add_argument("--brief", action="store_true", help="one line for each gold file, and nothing else")
    options = parser.parse_args()
    if options.brief:
        print(*brief(options.gold), sep="\n")
        return
    for line in fixtures():
        print(line)
    for path in options.gold:
        for line in gold_file(path):
            print(line)


if __name__ == "__main__":
    main()
