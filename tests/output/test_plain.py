"""Text that is shown and never obeyed."""

from __future__ import annotations

import pytest

from summarizer.output.plain import clipped, fenced, plain


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("two  words\n on\ta\u00a0line\u2028", "two words on a line"),
        ("\x1b[31mred\x1b[0m", "␛[31mred␛[0m"),
        ("\x9b31m", "\\x9b31m"),
        ("a\u202eb\u2066c", "a\\u202eb\\u2066c"),
        ("Isla\u200bmic St\u00adate\ufeff", "Islamic State"),
        ("\x7f\x00", "\\x7f␀"),
        ("می\u200cرود", "می\u200cرود"),
        ("٦٥ ؀", "٦٥ ؀"),
        ("日本 é 👍", "日本 é 👍"),
        ("", ""),
    ],
)
def test_controls_are_spelled_out_and_letters_kept(text: str, shown: str) -> None:
    """What a terminal or a page would act on becomes something to read."""
    assert plain(text) == shown


def test_a_lone_half_of_a_character_can_be_written() -> None:
    """It would otherwise stop the output with an encoding error."""
    assert plain("a\ud800b").encode() == "a\ufffdb".encode()


def test_only_right_to_left_text_gets_a_mark_behind_it() -> None:
    """Latin text is left as it is, also where Arabic stands inside it."""
    assert fenced("الجيش") == "الجيش\u200e"
    assert fenced("(“١٢”)") == "(“١٢”)\u200e"
    assert fenced("الجيش (army)") == "الجيش (army)"
    assert fenced("12") == "12"
    assert fenced("") == ""


def test_clipping_keeps_whole_words() -> None:
    """A text that fits is left alone; a single long word is cut."""
    assert clipped("one two three", 13) == "one two three"
    assert clipped("one two three", 12) == "one two…"
    assert clipped("aaaaaaaa", 4) == "aaa…"
