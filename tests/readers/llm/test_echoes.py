"""What is said back of an article is cut out of an error."""

from __future__ import annotations

import pytest

from summarizer.readers.llm.echoes import without_echo

ASKED = (
    "<article 76176463>\n[0] Raid near Gao\n[1] Rebels killed 3 soldiers near Gao on Monday, the army said."
)


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        (
            'rejects it ("bad prompt: [1] Rebels killed 3 soldiers near Gao on")',
            'rejects it ("bad prompt: […")',
        ),
        ("REBELS  KILLED\n3 soldiers, it says, near gao on monday the", "…, it says, …"),
        ("the army said that soldiers are fine", "the army said that soldiers are fine"),
        ("the key is wrong", "the key is wrong"),
        ("", ""),
    ],
    ids=["in a quotation", "other case and breaks", "few words", "nothing of it", "empty"],
)
def test_runs_of_words_of_the_article_are_cut_out(said: str, kept: str) -> None:
    assert without_echo(said, ASKED) == kept
