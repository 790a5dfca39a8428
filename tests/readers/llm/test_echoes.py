"""What is said back of an article is cut out of an error."""

from __future__ import annotations

import pytest

from summarizer.readers.llm.echoes import without_echo

ASKED = (
    "<article 76176463>\n[0] Raid near Gao\n[1] Rebels killed 3 soldiers near Gao on Monday, the army said."
)


@pytest.mark.parametrize(
    "said",
    [
        "一架无人机袭击了加奥附近的村庄",
        "the_army_killed_twelve_soldiers_near_café_gao",
        "the army killed\\ntwelve soldiers\\nnear caf\\u00e9 gao",
        "the army killed twelve soldiers near cafe\u0301 gao",
    ],
    ids=["no spaces", "underscores", "escapes", "decomposed"],
)
def test_other_forms_of_the_same_words_are_cut_out_as_well(said: str) -> None:
    asked = "一架无人机袭击了加奥附近的村庄。 The army killed twelve soldiers near café Gao."

    assert without_echo(f"bad prompt: {said}", asked) == "bad prompt: …"


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
