"""Text as a cell that a spreadsheet shows as it is: not computed, made no date or number, not too long."""

from __future__ import annotations

import re

from summarizer.text.folding import fold

LONGEST_CELL = 32_767
"""Characters that Excel has room for, in units of UTF-16; the rest of a cell spills into the rows below."""

CUT = " … [cut: jsonl and parquet have the whole]"

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""What a text may not begin with: a spreadsheet would compute it."""

# Where a spreadsheet takes semicolons for separators, a cell can begin behind one, or on a new line.
_BREAK = re.compile(r"[;\r\n]")
_NEXT_CELL = re.compile(r"([;\r\n])(?= *[=+\-@\t＝＋－＠])")

_PLAIN_NUMBER = re.compile(r"0|[1-9][0-9]{0,14}")
_MONEY = "$¢£¥€₩₪₴₹₺₽"
_LIKE_A_NUMBER = re.compile(rf"[\s.,({_MONEY}]*[0-9][0-9\s.,:/eE+()%'{_MONEY}-]*")
"""A date, a time, an amount or another number: "6-8", "2:30", "50,000", ".5", "$5", "5%", "(5)", "12e3"."""

_TIME = re.compile(r"[0-9]{1,2}(?::[0-9]{1,2}){0,2}\s?[ap]m?")
_TRUTHS = frozenset(
    "true false verdadero falso vrai faux wahr falsch истина ложь істина хибність".casefold().split()
)

_LONGEST_NAME = 24
_NOT_A_NAME = re.compile(r"[^\w./-]")
_FIGURE = re.compile(r"[0-9]+")
_WORD = re.compile(r"[^\W\d_]+")
_MONTHS = fold(
    "january february march april may june july august september october november december "
    "enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre "
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre "
    "январь января февраль февраля март марта апрель апреля май мая июнь июня июль июля август августа "
    "сентябрь сентября октябрь октября ноябрь ноября декабрь декабря "
    "січень січня лютий лютого березень березня квітень квітня травень травня червень червня липень липня "
    "серпень серпня вересень вересня жовтень жовтня листопад листопада грудень грудня "
    "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر"
).split()
_MONTH_WORDS = frozenset(month[:end] for month in _MONTHS for end in range(3, len(month) + 1))
"""Names of months, whole or cut to three letters and more, as a spreadsheet takes them ("SEPT2")."""


def disarmed(text: str) -> str:
    """Return a text with an apostrophe before what a spreadsheet would compute, or make something else."""
    text = text.replace("\0", "\N{REPLACEMENT CHARACTER}")
    if _BREAK.search(text):
        text = _NEXT_CELL.sub(r"\1'", text)
    return f"'{text}" if text.startswith(_FORMULA) or _would_change(text) else text


def fitting(text: str) -> str:
    """Return a text that a cell has room for; a longer one is cut, and says so at its end."""
    if 2 * len(text) <= LONGEST_CELL:
        return text
    units = text.encode("utf-8", "backslashreplace").decode("utf-8").encode("utf-16-le")
    if len(units) <= 2 * LONGEST_CELL:
        return text
    # A character of two units that the cut goes through is left out.
    return units[: 2 * (LONGEST_CELL - len(CUT))].decode("utf-16-le", "ignore") + CUT


def _would_change(text: str) -> bool:
    """Whether a spreadsheet makes a date, a time, another number or a truth of the text."""
    if _LIKE_A_NUMBER.fullmatch(text) is not None:
        return _PLAIN_NUMBER.fullmatch(text) is None
    if len(text) > _LONGEST_NAME:
        return False
    folded = fold(text.strip())
    return folded in _TRUTHS or _TIME.fullmatch(folded) is not None or _is_a_date(text.strip())


def _is_a_date(text: str) -> bool:
    """Whether a month and figures make up a name that is no date: "MAR1", "12-Dec", but not "March 2016".

    A date phrase is one in a spreadsheet as well, and stays as it was written.
    """
    if not _FIGURE.search(text) or _NOT_A_NAME.search(text):
        return False
    words = _WORD.findall(fold(text))
    return len(words) == 1 and words[0] in _MONTH_WORDS
