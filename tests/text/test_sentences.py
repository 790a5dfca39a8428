"""Where sentences end in news English."""

from __future__ import annotations

import pytest

from summarizer.text.sentences import split


@pytest.mark.parametrize(
    "sentences",
    [
        ["He said:", "“It is over.”", "The army left."],
        ["Twelve died, said Maj. Gen. A. Karimi.", "Nobody else spoke."],
        ["The attack came at 5 p.m. Tuesday near the mill.", "It was brief."],
        ["It ended at 5 p.m.", "The troops left."],
        ["On Oct. 2 gunmen shot No. 3 on the list.", "He lived."],
        ["U.S. forces left.", "They went home."],
        ["About 3.5 km of road was mined.", "It was cleared."],
        ["The 1st Inf. Div. moved north.", "It halted."],
        ["Fighters left the hill.", "al-Karim stayed."],
        ["They fled, said Mr. Ode.", "“We saw them,” he added."],
    ],
    ids=lambda value: value[0][:24],
)
def test_borders(sentences: list[str]) -> None:
    text = " ".join(sentences)
    if sentences[0].endswith(":"):  # a colon before a quotation is no border
        sentences = [f"{sentences[0]} {sentences[1]}", *sentences[2:]]

    assert [text[start:end] for start, end in split(text, "en")] == sentences


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("“It is over.”The army left.", ["“It is over.”", "The army left."]),
        ("Twelve people died.A further six fled.", ["Twelve people died.", "A further six fled."]),
        ("a heading\nThe army left.", ["a heading", "The army left."]),
    ],
)
def test_sentences_that_are_glued_together_come_apart(text: str, sentences: list[str]) -> None:
    assert [text[start:end] for start, end in split(text, "en")] == sentences


def test_a_paragraph_longer_than_a_window_keeps_its_sentences() -> None:
    sentence = "Government soldiers entered the town on foot before sunrise and met no resistance."
    text = " ".join([sentence] * 60)

    assert {text[start:end] for start, end in split(text, "en")} == {sentence}
