"""Which language a text is in, told by its commonest words."""

from __future__ import annotations

import pytest

from summarizer.text.language import guess_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            "A bomber was shot as he ran towards a checkpoint; his vest went off, wounding three guards. A "
            "second bomber blew himself up nearby, killing a street vendor.",
            "en",
        ),
        (
            "A polícia matou a tiros quatro suspeitos a caminho de uma favela do Rio. A operação começou a "
            "noite.",
            "pt",
        ),
    ],
    ids=["English with many an article", "Portuguese"],
)
def test_an_article_of_one_letter_makes_no_text_portuguese(text: str, language: str) -> None:
    assert guess_language(text) == language
