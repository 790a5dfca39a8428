"""What count phrases say in numbers, and where they stand."""

from __future__ import annotations

import random
import tomllib
from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.checking.quantities import Reading, read_count, stands_in
from summarizer.checking.quantities.lexicon import LANGUAGES
from summarizer.schema.vocabulary import Outcome, Qualifier

KILLED = Outcome.KILLED
BOTH = Outcome.KILLED_OR_WOUNDED


def bounds(phrase: str | None, language: str | None = "en") -> tuple[int | None, int | None, str] | None:
    """Return minimum, maximum and qualifier."""
    reading = read_count(phrase, outcome=KILLED, language=language)
    return None if reading is None else (reading.minimum, reading.maximum, str(reading.qualifier))


CONVENTIONS = [
    (None, (2, None, "plural")),
    ("a couple", (2, 2, "about")),
    ("a few", (3, None, "vague")),
    ("several", (3, None, "vague")),
    ("some", (3, None, "vague")),
    ("a group", (3, None, "vague")),
    ("multiple", (3, None, "vague")),
    ("numerous", (4, None, "vague")),
    ("a handful", (4, None, "vague")),
    ("a large number", (5, None, "vague")),
    ("tens", (20, None, "vague")),
    ("a dozen", (12, 12, "exact")),
    ("over a dozen", (13, None, "more_than")),
    ("dozens", (24, None, "vague")),
    ("in the dozens", (24, None, "vague")),
    ("scores", (40, None, "vague")),
    ("hundreds", (200, None, "vague")),
    ("at least 12", (12, None, "at_least")),
    ("up to 30", (0, 30, "up_to")),
    ("about 20", (20, 20, "about")),
    ("nearly 20", (20, 20, "about")),
    ("between 6 and 8", (6, 8, "range")),
    ("no casualties", (0, 0, "none")),
]


@pytest.mark.parametrize(("phrase", "expected"), CONVENTIONS)
def test_the_codebook_conventions(phrase: str | None, expected: tuple[int | None, int | None, str]) -> None:
    """Each row of the table of counts comes out as the table says."""
    assert bounds(phrase) == expected


def test_casualties_alone_are_one_or_more_harmed_and_nobody_known_dead() -> None:
    """ "Casualties" says that somebody was harmed, and of the killed nothing, which is not zero."""
    harmed = read_count("casualties", outcome=BOTH)
    dead = read_count("heavy casualties", outcome=KILLED)
    unnamed = read_count(None, outcome=BOTH)

    assert harmed and (harmed.minimum, harmed.maximum) == (1, None)
    assert dead and (dead.minimum, dead.maximum) == (None, None)
    assert unnamed and (unnamed.minimum, unnamed.maximum) == (1, None)


FIGURES = [
    ("12", 12), ("1,200", 1200), ("1.200", 1200), ("1 200", 1200), ("1\u00a0200", 1200),
    ("1\u202f200", 1200), ("1'200", 1200), ("12,345,678", 12345678), ("1,20,000", 120000),
    ("1.2 million", 1200000), ("2.5 million", 2500000), ("3k", 3000), ("twelve", 12), ("twenty-two", 22),
    ("TWENTY TWO", 22), ("a hundred and five", 105), ("one hundred five", 105), ("twelve hundred", 1200),
    ("a thousand", 1000), ("one-and-a-half thousand", 1500), ("two and a half million", 2500000),
    ("a million and a half", 1500000), ("half a dozen", 6), ("half a million", 500000), ("two dozen", 24),
    ("dozen", 12), ("three score", 60), ("a lakh", 100000), ("1.5 lakh", 150000), ("two crore", 20000000),
    ("12 thousand 500", 12500), ("a further 12", 12), ("another three", 3), ("all 12", 12), ("both", 2),
    ("both brothers", 2), ("the two", 2), ("only three", 3), ("just five", 5), ("two more", 2),
    ("15 others", 15), ("his two brothers", 2), ("a pair", 2), ("a total of 30", 30),
    ("a family of five", 5), ("a group of 11 armed men", 11), ("a 12-man patrol", 12),
    ("two 12-year-old boys", 2), ("three of the five", 3), ("eight, including two children", 8),
    ("eight (8)", 8), ("one", 1), ("35 a day", 35), ("killed 12", 12), ("a death toll of 28", 28),
    ("the toll rose to 28", 28), ("“12”", 12), ("１２", 12),
]  # fmt: skip


@pytest.mark.parametrize(("phrase", "number"), FIGURES)
def test_a_single_stated_figure_is_exact_and_the_best(phrase: str, number: int) -> None:
    """Digits, words, separators and scales of a plain figure give minimum, maximum and best alike."""
    reading = read_count(phrase, outcome=KILLED)

    assert reading is not None
    assert (reading.minimum, reading.maximum, reading.best) == (number, number, number)
    assert reading.qualifier == Qualifier.EXACT


BOUNDED = [
    ("more than 12", 13, None, "more_than"), ("well over 100", 101, None, "more_than"),
    ("more than a couple", 3, None, "more_than"), ("more than one", 2, None, "more_than"),
    ("fewer than 10", 0, 9, "up_to"), ("less than a dozen", 0, 11, "up_to"),
    ("fewer than one", 0, 0, "up_to"), ("as many as 30", 0, 30, "up_to"),
    ("not more than 5", 0, 5, "up_to"), ("12 at most", 0, 12, "up_to"),
    ("no fewer than 12", 12, None, "at_least"), ("no less than two dozen", 24, None, "at_least"),
    ("upwards of 50", 50, None, "at_least"), ("40 or more", 40, None, "at_least"),
    ("30+", 30, None, "at_least"), ("20-plus", 20, None, "at_least"),
    ("12 civilians at least", 12, None, "at_least"), ("one or more", 1, None, "at_least"),
    ("some 40", 40, 40, "about"), ("40-odd", 40, 40, "about"), ("~40", 40, 40, "about"),
    ("close to 40", 40, 40, "about"), ("an estimated 200", 200, 200, "about"),
    ("dozen or so", 12, 12, "about"), ("up to about 30", 0, 30, "up_to"), ("6-8", 6, 8, "range"),
    ("6 to 8", 6, 8, "range"), ("6 or 7", 6, 7, "range"), ("six to eight", 6, 8, "range"),
    ("from 6 to 8", 6, 8, "range"), ("10 to 20 thousand", 10000, 20000, "range"),
    ("two or three dozen", 24, 36, "range"), ("two to three hundred thousand", 200000, 300000, "range"),
    ("10-15,000", 10000, 15000, "range"), ("between a hundred and two hundred", 100, 200, "range"),
    ("between one hundred and fifty and two hundred", 150, 200, "range"),
    ("at least 12 and as many as 30", 12, 30, "range"), ("12, possibly 13", 12, 13, "range"),
    ("several dozen", 36, None, "vague"), ("several hundred", 300, None, "vague"),
    ("tens of thousands", 20000, None, "vague"), ("hundreds of thousands", 200000, None, "vague"),
    ("dozens, possibly hundreds", 24, None, "vague"), ("a family", 2, None, "vague"),
    ("an unknown number", 1, None, "vague"), ("up to several hundred", 0, None, "vague"),
]  # fmt: skip


@pytest.mark.parametrize(("phrase", "minimum", "maximum", "qualifier"), BOUNDED)
def test_qualifiers_bound_the_figure(phrase: str, minimum: int, maximum: int | None, qualifier: str) -> None:
    """A qualifier gives the bounds that the words entail, and no best figure but for "about"."""
    reading = read_count(phrase, outcome=KILLED)

    assert reading is not None
    assert (reading.minimum, reading.maximum, str(reading.qualifier)) == (minimum, maximum, qualifier)
    assert (reading.best is not None) == (qualifier == "about")


@pytest.mark.parametrize(
    "phrase", ["no", "none", "no one", "nobody", "zero", "not a single", "none of the 12"]
)
def test_a_stated_zero_is_zero(phrase: str) -> None:
    """ "No" and "none" state that there were none."""
    assert bounds(phrase) == (0, 0, "none")


@pytest.mark.parametrize(
    "phrase",
    ["a", "an", "the", "another", "a single", "the mayor", "a 12-year-old girl", "a woman, 30", "himself"],
)
def test_a_determiner_alone_is_one_person(phrase: str) -> None:
    """For one person the count is only an article; an age beside it is no count."""
    assert bounds(phrase) == (1, 1, "exact")


@pytest.mark.parametrize("phrase", ["the soldiers", "these policemen", "insurgents"])
def test_a_plural_noun_is_two_or_more(phrase: str) -> None:
    """A plural without a figure says two at least."""
    assert bounds(phrase) == (2, None, "plural")


UNREAD = [
    "", " ", "3rd", "third", "the third", "12th", "the 3rd Brigade", "Hill 250", "12%", "12 percent", "$12",
    "12:30", "24/7", "one in three", "two-thirds", "a third of the force", "12-year-old", "12 years",
    "No. 12", "12 km", "from 40 to 28", "12 to 3", "two soldiers and three policemen", "a man and a woman",
    "12 dead and 40 wounded", "a policeman, two soldiers", "2.5", "1.2.3", "9" * 5000, "all", "each",
    "Ali Hassan", "!!!", "a whopping 400",
]  # fmt: skip


@pytest.mark.parametrize("phrase", UNREAD)
def test_what_is_no_single_count_has_no_reading(phrase: str) -> None:
    """Ordinals, ages, shares, prices, revisions and two counts in one are left to the finding."""
    assert read_count(phrase, outcome=KILLED, language="en") is None


LANGUAGE_PHRASES = [
    ("es", "al menos 12", 12, None), ("es", "más de una docena", 13, None), ("es", "hasta 30", 0, 30),
    ("es", "entre 6 y 8", 6, 8), ("es", "unos 40", 40, 40), ("es", "decenas", 20, None),
    ("es", "1.200", 1200, 1200), ("es", "treinta y cinco", 35, 35),
    ("es", "doscientos treinta y un", 231, 231), ("es", "ningún", 0, 0),
    ("es", "un millón y medio", 1500000, 1500000), ("es", "1,5 millones", 1500000, 1500000),
    ("es", "cientos de miles", 200000, None), ("es", "no menos de 12", 12, None),
    ("es", "media docena", 6, 6), ("fr", "au moins 12", 12, None), ("fr", "plus d'une dizaine", 11, None),
    ("fr", "jusqu'à 30", 0, 30), ("fr", "quatre-vingt-dix-sept", 97, 97),
    ("fr", "soixante et onze", 71, 71), ("fr", "une quarantaine", 40, 40), ("fr", "des dizaines", 20, None),
    ("fr", "une dizaine de milliers", 10000, 10000), ("fr", "aucun", 0, 0),
    ("fr", "2,5 millions", 2500000, 2500000), ("fr", "de 6 à 8", 6, 8),
    ("fr", "un demi-million", 500000, 500000), ("ru", "не менее двенадцати", 12, None),
    ("ru", "более ста", 101, None), ("ru", "до 30", 0, 30), ("ru", "двадцать пять", 25, 25),
    ("ru", "две тысячи", 2000, 2000), ("ru", "тысячи", 2000, None), ("ru", "от 6 до 8", 6, 8),
    ("ru", "полтора миллиона", 1500000, 1500000), ("ru", "несколько десятков", 30, None),
    ("uk", "щонайменше 12", 12, None), ("uk", "понад сто", 101, None), ("uk", "двадцять п’ять", 25, 25),
    ("uk", "кілька", 3, None), ("uk", "жодного", 0, 0), ("uk", "п'ятсот двадцять", 520, 520),
    ("ar", "مقتل ١٢ مدنيا على الأقل", 12, None), ("ar", "ما لا يقل عن خمسة وعشرين", 25, None),
    ("ar", "خمسة عشر", 15, 15), ("ar", "مئة وخمسة وعشرون", 125, 125), ("ar", "بين 6 و8", 6, 8),
    ("ar", "عشرات", 20, None), ("ar", "ثلاثة آلاف ومئتان", 3200, 3200), ("ar", "حتى ٣٠", 0, 30),
    ("ar", "١٬٢٠٠", 1200, 1200), ("fa", "۱۲", 12, 12), ("de", "1.200", 1200, 1200),
]  # fmt: skip


@pytest.mark.parametrize("named", [True, False])
@pytest.mark.parametrize(("language", "phrase", "minimum", "maximum"), LANGUAGE_PHRASES)
def test_other_languages(language: str, phrase: str, minimum: int, maximum: int | None, named: bool) -> None:
    """Number words and qualifiers of other languages are read, whether the language is named or not."""
    reading = read_count(phrase, outcome=KILLED, language=language if named else None)

    assert reading is not None
    assert (reading.minimum, reading.maximum) == (minimum, maximum)


@pytest.mark.parametrize(
    ("phrase", "numeral"),
    [
        ("at least 12 civilians", "12"),
        ("Some twenty-two people", "twenty-two"),
        ("between 6 and 8", "6 and 8"),
        ("a 12-year-old girl", "a"),
        ("مقتل ١٢ مدنيا على الأقل", "١٢"),
    ],
)
def test_the_numeral_is_located_in_the_phrase(phrase: str, numeral: str) -> None:
    """The span of a reading is where the number stands, as it is written."""
    reading = read_count(phrase, outcome=KILLED)

    assert reading is not None
    assert reading.numeral is not None
    assert phrase[slice(*reading.numeral)] == numeral


ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
TENS = "- - twenty thirty forty fifty sixty seventy eighty ninety".split()


def spell(number: int, joint: str = " ") -> str:
    """Spell a number below a million; `joint` stands behind "hundred" ("hundred and five")."""
    if number < 20:
        return ONES[number]
    if number < 100:
        return TENS[number // 10] + (f"-{ONES[number % 10]}" if number % 10 else "")
    if number < 1000:
        rest = number % 100
        return f"{ONES[number // 100]} hundred" + (f"{joint}{spell(rest)}" if rest else "")
    rest = number % 1000
    between = joint if rest < 100 else " "
    return f"{spell(number // 1000, joint)} thousand" + (f"{between}{spell(rest, joint)}" if rest else "")


@pytest.mark.parametrize("joint", [" ", " and "])
def test_every_spelled_number_reads_back(joint: str) -> None:
    """All numbers to 9,999 and a sample of those below a million come back from their words."""
    numbers = [*range(10_000), *random.Random(7).sample(range(10_000, 1_000_000), 5_000), 999_999]
    wrong = [n for n in numbers if _exact(spell(n, joint)) != n]

    assert wrong == []


def _exact(phrase: str) -> int | None:
    reading = read_count(phrase, outcome=KILLED, language="en")
    return reading.minimum if reading and reading.minimum == reading.maximum else None


@given(st.integers(0, 10**12))
def test_every_figure_reads_back(number: int) -> None:
    """A number in figures comes back, with and without separators."""
    assert [_exact(str(number)), _exact(f"{number:,}")] == [number, number]


WORDS = st.sampled_from(
    "at least up to more than fewer about between and or no none a an the one two twelve twenty hundred "
    "thousand million dozen dozens hundreds half score of several few couple some 12 1,200 3rd 6-8 6 8 0 - + % "
    "( , men "
    "soldiers including plus odd y et de à al menos не менее п'ять على الأقل ١٢ و5 no-one 's".split()
)


def is_sound(phrase: str, reading: Reading | None) -> bool:
    """Whether a reading's bounds do not cross and its span lies in the phrase."""
    if reading is None:
        return True
    low, high, best = reading.minimum, reading.maximum, reading.best
    ordered = low is None or high is None or 0 <= low <= high
    within = reading.numeral is None or 0 <= reading.numeral[0] < reading.numeral[1] <= len(phrase)
    return ordered and within and (best is None or low == best == high)


@settings(deadline=None, max_examples=300)
@given(
    st.text() | st.lists(WORDS, max_size=9).map(" ".join),
    st.sampled_from([KILLED, BOTH]),
    st.sampled_from([None, "xx", *LANGUAGES]),
)
def test_no_phrase_raises_and_bounds_never_cross(phrase: str, outcome: Outcome, language: str | None) -> None:
    """Any text whatever has a sound reading or none."""
    assert is_sound(phrase, read_count(phrase, outcome=outcome, language=language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_lexicon_reads_its_own_words(language: str) -> None:
    """Each number and scale word of a lexicon has its value in that language."""
    source = files("summarizer.checking") / "quantities" / "lexicons" / f"{language}.toml"
    data = tomllib.loads(source.read_text(encoding="utf-8"))
    values = {word: value for table in ("numbers", "scales") for word, value in data[table].items()}
    whole = {word: value for word, value in values.items() if isinstance(value, int)}
    misread = [word for word, value in whole.items() if (bounds(word, language) or ())[:2] != (value, value)]

    assert len(whole) >= 30
    assert misread == []


STANDS = [
    ("at least 12", "At  least\u00a012 soldiers died.", "At  least\u00a012"),
    ("At least twelve", "at least 12 soldiers died", "12"),
    ("12", "Twelve soldiers died", "Twelve"),
    ("twelve", "12 soldiers died", "12"),
    ("forty-two", "forty‑two men", "forty‑two"),
    ("1,200", "some 1200 people", "1200"),
    ("1.2 million", "1,200,000 displaced", "1,200,000"),
    ("6 to 8", "between six and eight men", "six and eight"),
    ("dozens", "Dozens were hurt", "Dozens"),
    ("no", "No one was hurt", "No"),
    ("a", "A mayor was shot", "A"),
    ("one", "a policeman died", "a"),
    ("12", "a 12-year-old and 12 men", "12"),
    ("12", "قتل ١٢ مدنيا", "١٢"),
    ("douze", "les douze soldats", "douze"),
    ("“12”", "'12' men", "12"),
]


@pytest.mark.parametrize(("phrase", "sentence", "found"), STANDS)
def test_a_count_is_found_where_it_stands(phrase: str, sentence: str, found: str) -> None:
    """Case, quotes, hyphens, spaces and the choice of figures or words do not hide a count."""
    span = stands_in(phrase, sentence)

    assert span is not None
    assert sentence[slice(*span)] == found


ABSENT = [
    ("12", "120 people"), ("12", "1,200 people"), ("12", "the 12th man"), ("12", "12 thousand displaced"),
    ("12", "a 12-year-old boy"), ("12", "at 12:30"), ("12", "12% of them"), ("12", "$12 was found"),
    ("16", "F-16 jets"), ("two", "twenty-two died"), ("hundred", "two hundred died"),
    ("more than 30", "more than 30,000 died"), ("dozens", "a dozen died"), ("12", "dozens died"),
    ("6 to 8", "6 died"), ("1", "a policeman died"), ("no", "twelve died"), ("12", ""), ("", "twelve died"),
    ("12.5", "12 died"), ("12", "on 12 October"),
]  # fmt: skip


@pytest.mark.parametrize(("phrase", "sentence"), ABSENT)
def test_a_count_is_not_found_within_another_number(phrase: str, sentence: str) -> None:
    """Part of a larger figure, an ordinal, an age, a time or a model number is not the count."""
    assert stands_in(phrase, sentence) is None


@given(st.integers(2, 99_999), st.integers(2, 99_999))
def test_a_sentence_holds_its_own_number_and_no_other(number: int, other: int) -> None:
    """A figure is found in a sentence with that figure, spelled or not, and in no other."""
    sentence = f"The blast killed {number:,} people."
    spelled = f"The blast killed {spell(number, ' and ')} people."

    assert stands_in(str(number), sentence, language="en") is not None
    assert stands_in(str(number), spelled, language="en") is not None
    assert (stands_in(f"at least {other}", sentence, language="en") is not None) == (number == other)


@settings(deadline=None)
@given(
    st.text(max_size=40) | st.lists(WORDS, max_size=4).map(" ".join),
    st.text() | st.lists(WORDS).map(" ".join),
)
def test_spans_lie_in_the_sentence(phrase: str, sentence: str) -> None:
    """Whatever the texts, a span is a stretch of the sentence."""
    span = stands_in(phrase, sentence)

    assert span is None or 0 <= span[0] < span[1] <= len(sentence)


@pytest.mark.parametrize(
    "text",
    [
        "12 " * 100_000,
        "a" * 1_000_000,
        "1" * 1_000_000,
        "(" * 500_000,
        "one hundred and " * 60_000,
        "-1" * 300_000,
    ],
    ids=["numbers", "word", "figure", "brackets", "words", "dashes"],
)
def test_long_texts_come_to_an_end(text: str) -> None:
    """A quadratic reading of a megabyte would take hours; what is asked for does not stand in it."""
    read_count(text, outcome=KILLED, language="en")

    assert stands_in("13", text, language="en") is None
    assert stands_in("12 12 12 13", text, language="en") is None


@pytest.mark.parametrize(
    ("phrase", "sentence"),
    [
        ("45", "The rockets killed 22 people and wounded 45 in three hamlets."),
        ("45", "They killed 22 rebels and wounded 45 in four days of fighting."),
        ("18", "Snipers killed nine and injured 18 in five minutes."),
        ("nine", "The raids killed nine in one hamlet and 18 in two others."),
        ("two", "Mines killed two in three hamlets."),
    ],
)
def test_a_number_before_in_is_a_count(phrase: str, sentence: str) -> None:
    """ "In three hamlets" tells where, and takes nothing from the number before it."""
    assert stands_in(phrase, sentence) is not None


@pytest.mark.parametrize("sentence", ["One in three of the wounded died.", "Nearly one in five was hurt."])
def test_a_share_of_a_small_number_is_no_count(sentence: str) -> None:
    """ "One in three" counts nobody."""
    assert stands_in("one", sentence) is None
