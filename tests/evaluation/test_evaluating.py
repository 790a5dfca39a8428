"""Perfect predictions score 1, empty ones 0, and what lies between is counted by the documented rules."""

from __future__ import annotations

from pathlib import Path

import pytest

from summarizer.errors import UsageError
from summarizer.evaluation import LAYERS, Evaluation, GoldRecord, evaluate, read_gold
from summarizer.evaluation.predicted import predicted
from summarizer.evaluation.profiles import ISAF, MUC4, profile_of
from summarizer.schema import Person, Report
from summarizer.schema.vocabulary import ActorType, Outcome
from tests.evaluation.perfect import perfect

GOLD = Path(__file__).with_name("gold")


@pytest.fixture(scope="module")
def gold() -> list[GoldRecord]:
    return read_gold(GOLD)


@pytest.fixture(scope="module")
def reports(gold: list[GoldRecord]) -> list[Report]:
    return [perfect(record) for record in gold]


def muc(record: GoldRecord, **more: object) -> GoldRecord:
    """The record as one of a data set that codes terrorist incidents."""
    layers = record.gold.model_copy(update={"event_types": None})
    fields = {"dataset": "muc4", "relevance": None, "split": None, "gold": layers, **more}
    return record.model_copy(update=fields)


def headlines(evaluation: Evaluation) -> dict[str, float | None]:
    return {row.layer: row.score.headline for row in evaluation.rows if row.split is None}


def test_perfect_predictions_score_1_on_every_layer(gold: list[GoldRecord], reports: list[Report]) -> None:
    evaluation = evaluate(reports, gold, bootstrap=20)

    assert headlines(evaluation) == dict.fromkeys(LAYERS, 1.0)
    assert evaluation.mistakes == []
    assert all(row.score.low == row.score.high == 1.0 for row in evaluation.rows)


def test_without_predictions_every_layer_scores_0(gold: list[GoldRecord]) -> None:
    evaluation = evaluate([], gold, bootstrap=0)

    layers = [layer for layer in LAYERS if layer != "no_false_record"]  # no report: nothing false in it
    assert headlines(evaluation) == dict.fromkeys(layers, 0.0)
    assert evaluation.predictions.without_prediction == [record.id for record in gold]


def test_a_report_with_nothing_in_it_scores_0_wherever_the_gold_has_something(
    gold: list[GoldRecord], reports: list[Report]
) -> None:
    nothing: dict[str, list[object]] = {"actors": [], "operations": [], "casualties": []}
    emptied = [report.model_copy(update=nothing) for report in reports]

    scores = headlines(evaluate(emptied, gold, bootstrap=0))

    right_all_the_same = {"relevance": 1.0, "no_false_record": 1.0}
    assert scores == dict.fromkeys(LAYERS, 0.0) | right_all_the_same


@pytest.mark.parametrize("dataset", ["muc4", "isaf", "re3d"])
def test_perfect_predictions_score_1_under_the_profile_of_every_data_set(
    gold: list[GoldRecord], dataset: str
) -> None:
    renamed = [
        muc(record, dataset=dataset, gold=record.gold.model_copy(update={"event_types": None}))
        for record in gold
    ]
    coded = [
        record.model_copy(
            update={
                "gold": record.gold.model_copy(
                    update={
                        "victims": [v for v in record.gold.victims or () if not v.optional],
                        "actors": [a.model_copy(update={"roles": []}) for a in record.gold.actors or ()],
                        "casualties": [
                            one
                            for one in record.gold.casualties or ()
                            if one.scope == "event" and not one.part and not one.rival and one.low
                        ],
                    }
                )
            }
        )
        for record in renamed
        if record.gold.casualties
    ]

    evaluation = evaluate([perfect(record) for record in coded], coded, bootstrap=0)

    assert set(headlines(evaluation).values()) == {1.0}
    assert {"actors", "victims", "locations", "dates", "casualties_exact"} <= set(headlines(evaluation))


def test_one_wrong_number_costs_the_exact_layer_and_its_size_and_is_shown_with_its_sentence(
    gold: list[GoldRecord], reports: list[Report]
) -> None:
    wrong = [report.model_copy(deep=True) for report in reports]
    shelling = next(report for report in wrong if report.article.id == "hill-post-shelling")
    quantity = shelling.casualties[0].quantity
    shelling.casualties[0].quantity = quantity.model_copy(update={"minimum": 4, "maximum": 4})

    evaluation = evaluate(wrong, gold, bootstrap=0)

    exact = evaluation.row("invented", "casualties_exact")
    assert exact is not None
    assert (exact.right, exact.predicted, exact.gold) == (7, 8, 8)
    below = {layer for layer, score in headlines(evaluation).items() if score != 1.0}
    assert below == {
        "casualties_exact",
        "casualties_overlap",
        "casualties_total",
        "casualties_total_overlap",
        "casualties_size_3-5",
        "casualties_size_6+",
        "casualties_scope",
        "casualties_status",
    }
    mistake = evaluation.mistakes[0]
    assert (mistake.layer, mistake.kind, mistake.weight) == ("casualties_exact", "wrong", 4)
    assert mistake.predicted == "killed 4: soldiers"
    assert mistake.gold == "killed 6+: soldiers"
    assert mistake.sentence == "6 to None killed."


def test_a_cumulative_toll_taken_for_an_events_is_wrong(
    gold: list[GoldRecord], reports: list[Report]
) -> None:
    wrong = [report.model_copy(deep=True) for report in reports]
    shelling = next(report for report in wrong if report.article.id == "hill-post-shelling")
    toll = next(one for one in shelling.casualties if one.scope == "cumulative")
    toll.scope = type(toll.scope)("event")

    evaluation = evaluate(wrong, gold, bootstrap=0)

    scores = headlines(evaluation)
    assert scores["casualties_exact"] == 7 / 8
    assert scores["casualties_scope"] == 7 / 8
    assert scores["casualties_total"] == 3 / 4
    assert [m.gold for m in evaluation.mistakes if m.layer == "casualties_scope"] == [
        "killed 140, cumulative: people in Kesra since May (cumulative)"
    ]


def test_a_null_read_as_zero_is_a_false_statement(gold: list[GoldRecord], reports: list[Report]) -> None:
    wrong = [report.model_copy(deep=True) for report in reports]
    source = next(report for report in wrong if report.article.id == "hill-post-shelling")
    chess = next(report for report in wrong if report.article.id == "chess-final")
    zero = next(one for one in source.casualties if one.quantity.maximum == 0)
    chess.casualties = [zero]

    evaluation = evaluate(wrong, gold, bootstrap=0)

    stated = evaluation.row("invented", "casualties_stated")
    clean = evaluation.row("invented", "no_false_record")
    assert stated is not None
    assert clean is not None
    assert (stated.right, stated.predicted, stated.gold) == (4, 5, 4)
    assert clean.score.precision == 0.0
    assert [(f.documents, f.casualties) for f in evaluation.false_records] == [(1, 1.0)]


def test_an_incomplete_layer_has_recall_only(gold: list[GoldRecord], reports: list[Report]) -> None:
    harbour = [record for record in gold if record.id == "harbour-arrests"]

    row = evaluate(reports, harbour, bootstrap=0).row("invented", "locations")

    assert row is not None
    assert (row.score.precision, row.score.recall, row.score.f1) == (None, 1.0, None)


def test_optional_gold_is_neutral(gold: list[GoldRecord], reports: list[Report]) -> None:
    with_optional = [report.model_copy(deep=True) for report in reports]
    harbour = next(report for report in with_optional if report.article.id == "harbour-arrests")
    extra = harbour.actors[0].model_copy(update={"id": "A9", "name": "two men"})
    harbour.actors.append(extra)

    row = evaluate(with_optional, gold, bootstrap=0).row("invented", "actors")

    assert row is not None
    assert (row.right, row.predicted, row.gold) == (4, 4, 4)


def test_muc_leaves_out_the_background_parts_and_targets(gold: list[GoldRecord]) -> None:
    shelling = next(record for record in gold if record.id == "hill-post-shelling")
    report = perfect(shelling)

    row = evaluate([report], [muc(shelling)], bootstrap=0)

    counts = row.row("muc4", "casualties_exact")
    assert counts is not None
    assert counts.predicted == 2  # six killed, ten to 12 wounded: no part, rival, zero or cumulative toll
    for operation in report.operations:
        operation.discourse = type(operation.discourse)("background")
    actors = evaluate([report], [muc(shelling)], bootstrap=0).row("muc4", "actors")
    assert actors is not None
    assert actors.predicted == 0


def test_isaf_has_one_number_of_an_outcome_for_an_operation_and_no_wounded(gold: list[GoldRecord]) -> None:
    """A leader, two more and "several" are six or more; those of another raid stay apart."""
    record = muc(next(one for one in gold if one.id == "hill-post-shelling"), dataset="isaf")
    report = perfect(record)
    first = next(one for one in report.casualties if one.outcome == "killed" and one.quantity.minimum == 6)
    others = [
        first.model_copy(
            update={
                "id": f"C{9 + n}",
                "outcome": type(first.outcome)(outcome),
                "operations": [operation],
                "quantity": first.quantity.model_copy(update={"minimum": low, "maximum": high}),
            }
        )
        for n, (outcome, operation, low, high) in enumerate(
            [
                ("captured", "O1", 1, 1),
                ("detained", "O1", 2, 2),
                ("captured", "O1", 3, None),
                ("captured", "O2", 4, 4),
                ("wounded", "O1", 5, 5),
            ]
        )
    ]
    report.casualties = others

    found = predicted(report, ISAF).counts

    assert [(one.outcome, one.bounds) for one in found] == [("captured", (6, None)), ("captured", (4, 4))]


def test_muc_has_a_count_for_everybody_who_is_named(gold: list[GoldRecord]) -> None:
    """Two dead of whom both are named are two counts of one; of three dead with two names it stays one."""
    record = muc(next(one for one in gold if one.id == "hill-post-shelling"))
    report = perfect(record)
    first = next(one for one in report.casualties if one.outcome == "killed" and one.quantity.minimum == 6)
    persons = [Person(name="Ada Nor"), Person(name="Ben Sol")]
    report.casualties = [
        first.model_copy(
            update={
                "persons": persons,
                "quantity": first.quantity.model_copy(update={"minimum": number, "maximum": number}),
            }
        )
        for number in (2, 3)
    ]

    found = predicted(report, MUC4).counts

    assert [(one.bounds, one.victims) for one in found] == [
        ((1, 1), "Ada Nor"),
        ((1, 1), "Ben Sol"),
        ((3, 3), first.victims),
    ]


def test_muc_codes_no_arrests_and_no_dead_rebels(gold: list[GoldRecord]) -> None:
    """Terrorism is what the set codes: whom police arrest and whom an army kills in battle is not."""
    record = muc(next(one for one in gold if one.id == "hill-post-shelling"))
    report = perfect(record)
    first = next(one for one in report.casualties if one.outcome == "killed" and one.quantity.minimum == 6)
    rebels = report.actors[0].model_copy(update={"id": "A9", "type": ActorType.REBEL_GROUP})
    report.actors.append(rebels)
    report.casualties = [
        first.model_copy(update={"outcome": Outcome.DETAINED}),
        first.model_copy(update={"outcome": Outcome.ABDUCTED}),
        first.model_copy(update={"victim_actor": "A9"}),
    ]

    assert [one.outcome for one in predicted(report, MUC4).counts] == ["captured"]


def test_off_topic_documents_are_reported_apart(gold: list[GoldRecord], reports: list[Report]) -> None:
    off_topic = [muc(record, meta={"relevant": False}) for record in gold]

    evaluation = evaluate(reports, off_topic, bootstrap=0)

    assert evaluation.rows == []
    assert [(f.kind, f.documents) for f in evaluation.false_records] == [("off_topic", 3)]


def test_splits_have_rows_of_their_own_and_several_data_sets_a_row_together(
    gold: list[GoldRecord], reports: list[Report]
) -> None:
    moved = [
        record.model_copy(update={"dataset": "another"}) if record.id == "chess-final" else record
        for record in gold
    ]

    evaluation = evaluate(reports, moved, bootstrap=0)

    assert {(row.dataset, row.split) for row in evaluation.rows} == {
        ("another", None),
        ("invented", None),
        ("invented", "local"),
        ("invented", "wire"),
        ("all", None),
    }


def test_the_same_seed_gives_the_same_intervals_and_they_hold_the_score(
    gold: list[GoldRecord], reports: list[Report]
) -> None:
    some = [report for report in reports if report.article.id != "harbour-arrests"]

    one, same, other = (evaluate(some, gold, bootstrap=200, seed=seed) for seed in (1, 1, 2))

    assert one.rows == same.rows
    assert one.rows != other.rows
    row = one.row("invented", "casualties_exact")
    assert row is not None
    assert row.score.low is not None
    assert row.score.high is not None
    assert row.score.f1 is not None
    assert row.score.low <= row.score.f1 <= row.score.high
    assert row.score.low < row.score.high


def test_two_predictions_are_compared_on_the_same_resampled_documents(
    gold: list[GoldRecord], reports: list[Report]
) -> None:
    same = evaluate(reports, gold, against=reports, bootstrap=50)
    better = evaluate(reports, gold, against=reports[1:], bootstrap=50)

    assert all(row.difference is not None for row in same.rows)
    assert {(d.value, d.low, d.high) for row in same.rows if (d := row.difference)} == {(0.0, 0.0, 0.0)}
    row = better.row("invented", "relevance")
    assert row is not None
    assert row.difference is not None
    assert row.difference.value == pytest.approx(1 - 4 / 5)
    assert row.difference.low >= 0
    assert better.against is not None
    assert better.against.without_prediction == ["chess-final"]


def test_the_majority_floor_is_what_the_most_frequent_answer_scores(
    gold: list[GoldRecord], reports: list[Report]
) -> None:
    evaluation = evaluate(reports, gold, bootstrap=0)

    floors = {row.layer: row.floor for row in evaluation.rows if row.split is None and row.floor is not None}

    assert floors == pytest.approx(
        {
            "relevance": 2 / 3,
            "roles": 2 * (3 / 4) * (3 / 5) / (3 / 4 + 3 / 5),  # initiator: 3 of 4 actors, 3 of 5 roles
            "sides": 2 / 3,
            "operation_types": 2 * (1 / 3) * (1 / 4) / (1 / 3 + 1 / 4),  # shelling once of each article
            "casualties_scope": 7 / 8,
            "casualties_status": 4 / 6,
        }
    )


def test_a_report_finds_its_gold_by_id_or_by_the_name_of_its_file(
    gold: list[GoldRecord], reports: list[Report]
) -> None:
    named = []
    for report, source in zip(reports, ["a/chess-final.md", "C:\\b\\harbour-arrests.txt", None], strict=True):
        article = report.article.model_copy(
            update={"id": "0f3c" if source else report.article.id, "source": source}
        )
        named.append(report.model_copy(update={"article": article}))

    evaluation = evaluate(named, gold, bootstrap=0)

    assert evaluation.predictions.without_prediction == []
    assert evaluation.predictions.without_gold == []


def test_what_finds_no_partner_is_named_both_ways(gold: list[GoldRecord], reports: list[Report]) -> None:
    evaluation = evaluate(reports[:2], gold[1:], bootstrap=0)

    assert evaluation.predictions.without_gold == ["chess-final"]
    assert evaluation.predictions.without_prediction == ["hill-post-shelling"]


def test_reports_of_other_articles_are_refused(gold: list[GoldRecord], reports: list[Report]) -> None:
    with pytest.raises(UsageError, match=r"none of the 1 reports .* 'chess-final'"):
        evaluate(reports[:1], gold[1:])


def test_a_second_report_of_one_article_is_refused(gold: list[GoldRecord], reports: list[Report]) -> None:
    with pytest.raises(UsageError, match="second report of 'chess-final'"):
        evaluate([reports[0], reports[0]], gold)


def test_what_our_own_gold_form_does_not_know_is_said() -> None:
    record = GoldRecord.model_validate(
        {
            "id": "x",
            "dataset": "mine",
            "gold": {
                "actors": [{"names": ["police"], "roles": ["arrester"], "optinal": True}],
                "event_types": [{"names": ["arrests"]}],
                "places": [],
            },
        }
    )

    assert evaluate([], [record], bootstrap=0).notices == [
        "gold record 'x': gold has no layer 'places'",
        "gold record 'x': gold.actors has no field 'optinal'",
        "gold record 'x': gold.actors: 'arrester' is no role",
        "gold record 'x': gold.event_types: 'arrests' is no operation type",
    ]
    assert evaluate([], [muc(record)], bootstrap=0).notices == []


def test_a_part_of_a_data_set_has_its_profile(gold: list[GoldRecord]) -> None:
    names = [profile_of(muc(gold[0], dataset=name)).name for name in ("MUC4-test", "isaf", "isafish", "mine")]

    assert names == ["muc4", "isaf", "ours", "ours"]
