"""Predictions against gold: how good a reader is, by layer, with the mistakes beside their sentences.

docs/evaluation.md has the form of the gold and every matching rule with the function that applies it.
"""

from summarizer.evaluation.evaluating import Evaluation, FalseRecords, Row, evaluate
from summarizer.evaluation.gold import GoldRecord, read_gold
from summarizer.evaluation.predictions import read_predictions
from summarizer.evaluation.scores import Difference, Score
from summarizer.evaluation.tally import LAYERS, Mistake

__all__ = [
    "LAYERS",
    "Difference",
    "Evaluation",
    "FalseRecords",
    "GoldRecord",
    "Mistake",
    "Row",
    "Score",
    "evaluate",
    "read_gold",
    "read_predictions",
]
