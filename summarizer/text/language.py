"""Which language a text is written in, from its script and its commonest words.

Good enough to choose sentence rules and number words; it names no language when it is in doubt.
"""

from __future__ import annotations

import re

_SAMPLE = 1500
_LETTER_RUN = re.compile(r"[^\W\d_]+")
_BEYOND_ASCII = re.compile("[\x80-\U0010ffff]")
_ASCII_GAPS = str.maketrans({chr(code): " " for code in range(128) if not chr(code).isalpha()})

_COMMON: dict[str, frozenset[str]] = {
    "en": frozenset(
        "the of and to in that was were for on with by from at said have has is are his it an he she "
        "who they their after when but had been not".split()
    ),
    "es": frozenset("el la los las de que y en un una por con del se para su al fue como más".split()),
    "fr": frozenset("le la les des de et à en un une du dans par pour que qui sur au est ont".split()),
    "de": frozenset(
        "der die das und in den von zu mit im auf für ist dem ein eine nicht des bei nach".split()
    ),
    "pt": frozenset("o os de que e em um uma por com do da no na para se ao foi não".split()),
    "it": frozenset("il lo la gli le di che e in un una per con del della nel sono è si da al".split()),
}
_LATIN = tuple(_COMMON)
_SHARE = 0.08
"""Running text has a quarter to a half of such words; lists of names and figures have hardly any."""
_FEWEST = 3

_UKRAINIAN = re.compile(r"[іїєґІЇЄҐ]")
_PERSIAN = re.compile(r"[پچژگ]")

_SCRIPTS = (
    (re.compile(r"[\u0600-\u06ff]"), "ar"),
    (re.compile(r"[\u0400-\u04ff]"), "ru"),
    (re.compile(r"[\u0590-\u05ff]"), "he"),
    (re.compile(r"[\u3040-\u30ff]"), "ja"),
    (re.compile(r"[\uac00-\ud7af]"), "ko"),
    (re.compile(r"[\u4e00-\u9fff]"), "zh"),
)


def guess_language(text: str) -> str | None:
    """Return the ISO 639-1 code of the text's language, or None when nothing is certain."""
    sample = text[:_SAMPLE]
    # Mostly a few quotes and dashes, behind which the rest is ASCII.
    plain = sample if sample.isascii() else _BEYOND_ASCII.sub(_letter_or_gap, sample)
    if plain.isascii():
        runs = words = plain.lower().translate(_ASCII_GAPS).split()
    else:
        runs, words = _LETTER_RUN.findall(sample), _LETTER_RUN.findall(sample.lower())
    if not sample.isascii():
        letters = sum(map(len, runs))
        beyond_ascii = len(sample) - len(sample.encode("ascii", "ignore"))
        for script, language in _SCRIPTS if beyond_ascii > 0.3 * letters else ():
            if letters and len(script.findall(sample)) > 0.3 * letters:
                return _within_script(language, sample)
    if not words:
        return None
    threshold = _SHARE * len(words)
    # Nearly every article is English: the other languages are only counted when it is not.
    if sum(map(_COMMON["en"].__contains__, words)) >= 2 * threshold:
        return "en"
    best = max(_LATIN, key=lambda language: sum(map(_COMMON[language].__contains__, words)))
    # One or two such words in a short text say nothing; "a", of Portuguese and English, is in neither list.
    hits = sum(map(_COMMON[best].__contains__, words))
    return best if hits >= max(threshold, _FEWEST) else None


def _letter_or_gap(found: re.Match[str]) -> str:
    return found[0] if _LETTER_RUN.match(found[0]) else " "


def _within_script(language: str, sample: str) -> str:
    if language == "ru" and _UKRAINIAN.search(sample):
        return "uk"
    if language == "ar" and _PERSIAN.search(sample):
        return "fa"
    return language
