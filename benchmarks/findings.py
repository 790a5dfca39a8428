"""How many planted errors the checks find, how often they alarm without cause, and how long they take.

    python -m benchmarks.findings [DRAFT.json ...] [--misses] [--alarms] [--rounds N]

One error at a time is planted into good drafts (`benchmarks/planting.py`), at every place where it fits; it
counts as found when the report has a finding of its code that the unharmed draft's report has not. Then the
findings on the unharmed drafts are counted. Good drafts are of two kinds:

- right: the draft of the tests, those of the prompt's examples, and `normal-report.json` beside this file,
  written by hand and looked through;
- tapes: the recorded completions for the fixture articles, written by hand and not looked through, so a
  finding on one may be right. Those that are stand in `RIGHT_ALARMS`, each looked at.

More drafts can be named: DRAFT.json with its article beside it as DRAFT.md, DRAFT.txt or DRAFT.html. The
time is that of `check` alone, the shortest of so many; `normal-report` has 400 words, five actors, four
operations and six counts. Nothing goes over the network.
"""

from __future__ import annotations

import argparse
import datetime as dt
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.planting import PLANTERS, Planter, Sample
from summarizer import Article, Draft, Report, open_article
from summarizer.checking.check import check
from summarizer.schema.vocabulary import FindingCode
from tests.cassettes import FOLDER, recorded_completion
from tests.checking import drafts

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "prompts" / "examples"
ARTICLES = FOLDER.parent / "articles"
PUBLISHED = dt.date(2024, 5, 17)
"""A Friday, for the examples, which have no date of their own."""
NORMAL = Path(__file__).with_name("normal-report.json")

_NO_NUMBER = "a share, or a number in a clause of its own: no count phrase"
_ELSEWHERE = "the place stands in a sentence that the record does not cite"
RIGHT_ALARMS = {
    ("07-rival-tolls", "instruction-in-text"): "the example has an instruction in it",
    ("checkpoint-suicide-attack", "title-disagrees"): "the title has the first count, the body a later one",
    ("siege-live-blog", "date-unresolved"): "a time without a day",
    ("general-obituary", "count-unparsed"): _NO_NUMBER,
    ("market-air-strike", "count-unparsed"): _NO_NUMBER,
    ("schoolteachers-abduction", "count-unparsed"): _NO_NUMBER,
    ("valley-ceasefire", "count-unparsed"): _NO_NUMBER,
    ("market-air-strike", "name-outside-evidence"): _ELSEWHERE,
    ("planned-port-operation", "name-outside-evidence"): _ELSEWHERE,
    ("river-town-offensive", "name-outside-evidence"): _ELSEWHERE,
    ("siege-live-blog", "name-outside-evidence"): _ELSEWHERE,
}
"""Findings on unharmed drafts that are no false alarms: sample and code, and why."""

Key = tuple[str, str, str]


def right_drafts() -> Iterator[Sample]:
    """The tests' draft, a normal report and the prompt's examples."""
    yield Sample("tests", drafts.article(), drafts.draft())
    yield from given_drafts([NORMAL])
    for path in sorted(EXAMPLES.glob("*.json")):
        lines = path.with_suffix(".md").read_text(encoding="utf-8").strip().splitlines()
        title, *body = (line.split("] ", 1)[1] for line in lines)
        article = Article("\n\n".join(body), title=title, published=PUBLISHED)
        if len(article.sentences) != len(lines):
            article = Article(" ".join(body), title=title, published=PUBLISHED)
        if len(article.sentences) != len(lines):
            raise SystemExit(f"{path}: its sentences are cut otherwise than the example has them.")
        yield Sample(path.stem, article, Draft.model_validate_json(path.read_text(encoding="utf-8")))


def taped_drafts() -> Iterator[Sample]:
    """The recorded completions of the fixture articles."""
    for path in sorted(ARTICLES.iterdir()):
        if (FOLDER / f"{path.stem}.yaml").exists():
            yield Sample(
                path.stem, open_article(path), Draft.model_validate_json(recorded_completion(path.stem))
            )


def given_drafts(paths: Sequence[Path]) -> Iterator[Sample]:
    """Drafts named by the user, each with the article beside it."""
    for path in paths:
        beside = [path.with_suffix(suffix) for suffix in (".md", ".txt", ".html")]
        article = next((candidate for candidate in beside if candidate.exists()), None)
        if article is None:
            raise SystemExit(f"{path}: no article beside it; name it {path.stem}.md, .txt or .html.")
        yield Sample(path.stem, open_article(article), Draft.model_validate_json(path.read_text("utf-8")))


def report_of(sample: Sample) -> Report:
    """Check a draft."""
    return check(sample.draft, sample.article, drafts.provenance())


def keys(report: Report) -> set[Key]:
    """The findings of a report, to tell new ones from old."""
    return {(finding.code.value, finding.path, finding.message) for finding in report.findings}


def plant(samples: Sequence[Sample], code: str, planter: Planter, misses: list[str]) -> tuple[int, int]:
    """Return how many errors were planted and found; what was not is described in `misses`."""
    planted = found = 0
    for sample in samples:
        before = keys(report_of(sample))
        for harmed in planter(sample):
            planted += 1
            new = {key for key in keys(report_of(harmed)) - before if key[0] == code}
            found += bool(new)
            if not new:
                misses.append(f"{planter.__name__} {sample.name}: {_difference(sample, harmed)}")
    return planted, found


def _difference(sample: Sample, harmed: Sample) -> str:
    """Describe what was planted, shortly."""
    if harmed.article.text != sample.article.text:
        tail = " ".join(harmed.article.text[-70:].split())
        return tail if harmed.article.title == sample.article.title else f"title {harmed.article.title}"
    lost = []
    for before, after in (
        (sample.draft.casualties, harmed.draft.casualties),
        (sample.draft.operations, harmed.draft.operations),
        (sample.draft.actors, harmed.draft.actors),
    ):
        kept = {record.model_dump_json() for record in after}
        lost += [
            record.model_dump_json(exclude_defaults=True)[:150]
            for record in before
            if record.model_dump_json() not in kept
        ]
    return "; ".join(lost[:2])


def alarms(samples: Sequence[Sample]) -> tuple[Counter[str], list[str]]:
    """Return the findings on unharmed drafts by code, without those known to be right, and all of them."""
    counts: Counter[str] = Counter()
    told: list[str] = []
    for sample in samples:
        for finding in report_of(sample).findings:
            right = RIGHT_ALARMS.get((sample.name, finding.code.value))
            counts[finding.code.value] += right is None
            told.append(f"{sample.name} {finding.code} {finding.path}: {finding.message} {right or ''}")
    return counts, told


def milliseconds(sample: Sample, rounds: int) -> float:
    """Return the shortest time of a check, of so many."""
    shortest = float("inf")
    for _ in range(rounds):
        begun = time.perf_counter()
        report_of(sample)
        shortest = min(shortest, time.perf_counter() - begun)
    return shortest * 1e3


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("drafts", nargs="*", type=Path, help="more drafts, each with its article beside it")
    parser.add_argument("--misses", action="store_true", help="print what was planted and not found")
    parser.add_argument("--alarms", action="store_true", help="print the findings on the unharmed drafts")
    parser.add_argument("--rounds", type=int, default=50, help="checks timed for each report")
    options = parser.parse_args()
    right, taped = list(right_drafts()), list(taped_drafts())
    taped += given_drafts(options.drafts)
    misses: list[str] = []
    rates: dict[str, list[tuple[str, int, int]]] = defaultdict(list)
    for code, what, planter in PLANTERS:
        rates[code].append((what, *plant([*right, *taped], code, planter, misses)))
    on_right, told = alarms(right)
    on_tapes, more = alarms(taped)
    print(f"{len(right)} right drafts, {len(taped)} tapes; findings without cause per draft\n")
    print(f"{'finding':22} {'planted':38} {'found':>12} {'right':>7} {'tapes':>7}")
    for code in (word.value for word in FindingCode):
        lines = rates.get(code) or [("not planted", 0, 0)]
        for index, (what, planted, found) in enumerate(lines):
            share = f"{found} of {planted}" if planted else "-"
            rate = (
                f"{on_right[code] / len(right):7.2f} {on_tapes[code] / max(1, len(taped)):7.2f}"
                if not index
                else ""
            )
            print(f"{'' if index else code:22} {what:38} {share:>12} {rate}")
    _print_times([sample for sample in right if sample.name == NORMAL.stem] + taped, options.rounds)
    for wanted, shown in ((options.misses, misses), (options.alarms, [*told, *more])):
        if wanted:
            print("\n" + "\n".join(shown))


def _print_times(samples: Sequence[Sample], rounds: int) -> None:
    print(f"\n{'milliseconds of one check':30} {'words':>6} {'actors, operations, counts':>27}")
    for sample in samples:
        records = sample.draft
        size = f"{len(records.actors)}, {len(records.operations)}, {len(records.casualties)}"
        words = len(sample.article.text.split())
        print(f"  {sample.name:28} {words:6} {size:>27} {milliseconds(sample, rounds):6.2f}")


if __name__ == "__main__":
    main()
