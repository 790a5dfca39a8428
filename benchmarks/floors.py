"""The scores of both readers, and the floors that they may not fall below.

    python -m benchmarks.floors                 show every score beside its floor
    python -m benchmarks.floors --pin           raise the floors to the scores; a floor never falls
    python -m benchmarks.floors --pin --lower   set every floor to its score, after the gold has changed

`rules` is the embedded reader on every article of fixtures/gold, without a gazetteer. `model` is the model
reader on those with a recorded exchange in fixtures/cassettes, whose completions were written by hand
(fixtures/README.md): its scores say what the program makes of them, not how well a model reads. The files of
benchmarks/gold are read by the embedded reader; their floors lie two points below the scores, because a rule
that helps one kind of text may cost another a document. Scores are the F1 of each layer, or its recall or
share where there is no F1; they are kept in floors.toml, cut off after three decimals. tests/accuracy fails
where a score is below its floor.
"""

from __future__ import annotations

import argparse
import math
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from summarizer import Article, Report, Summarizer, open_article, open_articles
from summarizer.evaluation import GoldRecord, evaluate, read_gold
from summarizer.evaluation.evaluating import Evaluation
from tests.cassettes import FOLDER
from tests.readers.llm.test_cassettes import read as read_from_tape

FILE = Path(__file__).with_name("floors.toml")
FIXTURES = FOLDER.parent
READERS = ("rules", "model")
GOLD = {path.stem: path for path in sorted((Path(__file__).parent / "gold").glob("*.jsonl"))}
"""Gold with texts, by name; see benchmarks/gold/README.md."""
MEASURED = (*READERS, *GOLD)
_ROUNDING = 1e-6
"""A score of 0.8 may come out as 0.7999999999."""
_SLACK = 0.02
"""How far below its score the floor of a layer lies on a file of gold."""

Floors = Mapping[str, float]


def articles(reader: str) -> list[tuple[GoldRecord, Path]]:
    """Return the gold records that a reader has something to read of, each with the file of its article."""
    pairs = [
        (record, FIXTURES / "articles" / (record.article or record.id))
        for record in read_gold(FIXTURES / "gold")
    ]
    return [
        (record, article)
        for record, article in pairs
        if reader == "rules" or (FOLDER / f"{article.stem}.yaml").exists()
    ]


def reports(reader: str) -> Iterator[Report]:
    """Read every article with the embedded reader, or the model reader from its tapes."""
    if reader == "model":
        for _, article in articles(reader):
            yield read_from_tape(article, article.stem)
        return
    with Summarizer(places=False) as summarizer:
        for _, article in articles(reader):
            yield summarizer.summarize(open_article(article))


def read(path: Path) -> Iterator[Report]:
    """Read every text of a gold file with the embedded reader."""
    with Summarizer(places=False) as summarizer:
        for item in open_articles([path]):
            if isinstance(item, Article):
                yield summarizer.summarize(item)


@cache
def evaluation(reader: str) -> Evaluation:
    """Return how good a reader is on the fixture articles, or the embedded one on a file of gold."""
    if reader in GOLD:
        return evaluate(read(GOLD[reader]), GOLD[reader], bootstrap=0, errors=3)
    gold = [record for record, _ in articles(reader)]
    return evaluate(reports(reader), gold, bootstrap=0, errors=3)


def scores(evaluation: Evaluation) -> Floors:
    """Return the headline of every layer that has one."""
    return MappingProxyType(
        {
            row.layer: row.score.headline
            for row in evaluation.rows
            if row.split is None and row.dataset != "all" and row.score.headline is not None
        }
    )


def fallen(reader: str, found: Floors, floors: Floors) -> list[str]:
    """Return a line for every layer whose score is below its floor, or that has no score any more."""
    return [
        f"{reader}: {layer} is {found.get(layer, 0.0):.3f}, below its floor of {floor:.3f}"
        for layer, floor in floors.items()
        if found.get(layer, 0.0) < floor - _ROUNDING
    ]


def raised(found: Floors, floors: Floors, *, lower: bool = False, slack: float = 0.0) -> dict[str, float]:
    """Return the floors raised to the scores, or so much below them; with `lower`, set to them."""
    cut = {
        layer: math.floor(max(0.0, score - slack + _ROUNDING) * 1000) / 1000 for layer, score in found.items()
    }
    return cut if lower else {**floors, **{k: max(v, floors.get(k, 0.0)) for k, v in cut.items()}}


def read_floors() -> dict[str, dict[str, float]]:
    """Return the floors by reader and layer."""
    if not FILE.exists():
        return {}
    floors: dict[str, dict[str, float]] = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return floors


def write_floors(floors: Mapping[str, Floors]) -> None:
    """Write the floors by reader and layer."""
    lines = ["# Scores that may not fall; python -m benchmarks.floors --pin raises them."]
    for reader, layers in floors.items():
        lines += ["", f"[{reader}]", *(f'"{layer}" = {floor:.3f}' for layer, floor in layers.items())]
    FILE.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    """Show the scores, or pin them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--pin", action="store_true", help="raise the floors to the scores")
    parser.add_argument("--lower", action="store_true", help="with --pin: lower them as well")
    options = parser.parse_args()
    floors = read_floors()
    pinned: dict[str, Floors] = {}
    for reader in MEASURED:
        found, known = scores(evaluation(reader)), floors.get(reader, {})
        print(f"{reader}: {len(read_gold(GOLD[reader]) if reader in GOLD else articles(reader))} articles")
        for layer, score in found.items():
            floor = known.get(layer)
            mark = "" if floor is None or score >= floor else "  below"
            print(f"  {layer:26} {score:.3f}  {'–' if floor is None else f'{floor:.3f}'}{mark}")
        slack = _SLACK if reader in GOLD else 0.0
        pinned[reader] = raised(found, known, lower=options.lower, slack=slack)
    if options.pin:
        write_floors(pinned)
        print(f"pinned in {FILE.name}")


if __name__ == "__main__":
    main()
