"""Which days date phrases name, beside a publication on Thursday 2016-10-06 unless a test says otherwise."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.checking.dates import Span, read_date
from summarizer.schema.vocabulary import DateBasis, DatePrecision, Stage

THURSDAY = dt.date(2016, 10, 6)


def days(phrase: str, stage: Stage | None = None, language: str | None = "en") -> tuple[str, str]:
    """Return start and end, or "-" where there is none."""
    span = read_date(phrase, published=THURSDAY, stage=stage, language=language)
    return str(span.start or "-"), str(span.end or "-")


ONE_DAY = [
    ("on Tuesday", "2016-10-04"), ("Thursday", "2016-10-06"), ("last Thursday", "2016-09-29"),
    ("last Tuesday", "2016-10-04"), ("next Tuesday", "2016-10-11"), ("this Tuesday", "2016-10-04"),
    ("ON TUESDAY", "2016-10-04"), ("Friday's attack", "2016-09-30"), ("after Friday prayers", "2016-09-30"),
    ("today", "2016-10-06"), ("tonight", "2016-10-06"), ("yesterday", "2016-10-05"),
    ("tomorrow", "2016-10-07"), ("last night's raid", "2016-10-05"), ("this morning", "2016-10-06"),
    ("since dawn", "2016-10-06"), ("the day before yesterday", "2016-10-04"),
    ("late on Wednesday", "2016-10-05"), ("Tuesday night", "2016-10-04"), ("three days ago", "2016-10-03"),
    ("48 hours ago", "2016-10-04"), ("on 4 October", "2016-10-04"), ("October 4", "2016-10-04"),
    ("Oct. 4, 2016", "2016-10-04"), ("2 MAY 90", "1990-05-02"), ("on 7 October", "2015-10-07"),
    ("Tuesday, October 4, 2016", "2016-10-04"), ("Tuesday (4 October)", "2016-10-04"),
    ("the 4th", "2016-10-04"), ("2016-10-04", "2016-10-04"), ("2016/10/04", "2016-10-04"),
    ("13/10/2016", "2016-10-13"), ("10/13/2016", "2016-10-13"), ("05/05/2016", "2016-05-05"),
    ("24 June this year", "2016-06-24"), ("Tuesday of last week", "2016-09-27"),
    ("the 15th of last month", "2016-09-15"), ("Christmas Day", "2015-12-25"),
    ("29 February", "2016-02-29"), ("at 5 p.m. on Tuesday", "2016-10-04"),
    ("September 11, 2001", "2001-09-11"), ("on or about May 5", "2016-05-05"),
]  # fmt: skip


@pytest.mark.parametrize(("phrase", "day"), ONE_DAY)
def test_phrases_of_one_day(phrase: str, day: str) -> None:
    """A phrase that names one day gives that day, with the precision of a day."""
    span = read_date(phrase, published=THURSDAY, language="en")

    assert (str(span.start), str(span.end), span.precision) == (day, day, DatePrecision.DAY)


SPANS = [
    ("overnight", "2016-10-05", "2016-10-06"),
    ("overnight Wednesday to Thursday", "2016-10-05", "2016-10-06"),
    ("overnight on Tuesday", "2016-10-04", "2016-10-05"),
    ("overnight into Thursday", "2016-10-05", "2016-10-06"),
    ("from Monday to Thursday", "2016-10-03", "2016-10-06"),
    ("Monday and Tuesday", "2016-10-03", "2016-10-04"),
    ("between Monday and Wednesday", "2016-10-03", "2016-10-05"), ("3-5 May", "2016-05-03", "2016-05-05"),
    ("between 3 and 5 May", "2016-05-03", "2016-05-05"), ("May 3-5, 2014", "2014-05-03", "2014-05-05"),
    ("3, 4 and 5 May", "2016-05-03", "2016-05-05"), ("3 May - 5 June 2014", "2014-05-03", "2014-06-05"),
    ("28 December to 3 January", "2015-12-28", "2016-01-03"),
    ("the night of 4-5 October", "2016-10-04", "2016-10-05"),
    ("December to March 2015", "2014-12-01", "2015-03-31"), ("2003-2011", "2003-01-01", "2011-12-31"),
    ("two weeks ago", "2016-09-19", "2016-09-25"), ("a month ago", "2016-09-01", "2016-09-30"),
    ("two years ago", "2014-01-01", "2014-12-31"), ("several days ago", "2016-09-29", "2016-10-04"),
    ("six hours ago", "2016-10-05", "2016-10-06"), ("last week", "2016-09-26", "2016-10-02"),
    ("this week", "2016-10-03", "2016-10-06"), ("next week", "2016-10-10", "2016-10-16"),
    ("last month", "2016-09-01", "2016-09-30"), ("earlier this month", "2016-10-01", "2016-10-06"),
    ("later this month", "2016-10-06", "2016-10-31"), ("last year", "2015-01-01", "2015-12-31"),
    ("this year", "2016-01-01", "2016-10-06"), ("since Tuesday", "2016-10-04", "2016-10-06"),
    ("since October", "2016-10-01", "2016-10-06"),
    ("since the uprising began in 2011", "2011-01-01", "2016-10-06"),
    ("since the start of the year", "2016-01-01", "2016-10-06"), ("in July", "2016-07-01", "2016-07-31"),
    ("in November", "2015-11-01", "2015-11-30"), ("May last year", "2015-05-01", "2015-05-31"),
    ("last July", "2016-07-01", "2016-07-31"), ("July 2014", "2014-07-01", "2014-07-31"),
    ("mid-2014", "2014-05-01", "2014-08-31"), ("early September", "2016-09-01", "2016-09-10"),
    ("mid-September", "2016-09-11", "2016-09-20"), ("late September", "2016-09-21", "2016-09-30"),
    ("late last month", "2016-09-21", "2016-09-30"), ("early last week", "2016-09-26", "2016-09-28"),
    ("summer 2014", "2014-06-01", "2014-08-31"), ("last fall", "2015-09-01", "2015-11-30"),
    ("winter 2014", "2014-12-01", "2015-02-28"), ("in 2014", "2014-01-01", "2014-12-31"),
    ("the 2013 market bombing", "2013-01-01", "2013-12-31"), ("the 1990s", "1990-01-01", "1999-12-31"),
    ("early 1990s", "1990-01-01", "1993-12-31"), ("for six days", "2016-10-01", "2016-10-06"),
    ("three days of fighting", "2016-10-04", "2016-10-06"),
    ("a six-day battle", "2016-10-01", "2016-10-06"),
    ("over the past 48 hours", "2016-10-04", "2016-10-06"),
    ("the last three days", "2016-10-03", "2016-10-06"), ("in recent days", "2016-09-29", "2016-10-06"),
    ("the coming days", "2016-10-06", "2016-10-13"), ("at the weekend", "2016-10-01", "2016-10-02"),
    ("next weekend", "2016-10-08", "2016-10-09"), ("second week of May", "2016-05-08", "2016-05-14"),
    ("after 4 October", "2016-10-04", "2016-10-06"), ("before 2014", "-", "2013-12-31"),
    ("until Tuesday", "-", "2016-10-04"), ("for months", "-", "2016-10-06"),
    ("2015-12-01 to 2015-12-05", "2015-12-01", "2015-12-05"), ("2016-09", "2016-09-01", "2016-09-30"),
]  # fmt: skip


@pytest.mark.parametrize(("phrase", "start", "end"), SPANS)
def test_phrases_of_several_days(phrase: str, start: str, end: str) -> None:
    """Ranges, weeks, months, parts of them, durations and starts give both ends."""
    assert days(phrase) == (start, end)


AHEAD = [
    ("on Tuesday", "2016-10-11", "2016-10-11"), ("Thursday", "2016-10-06", "2016-10-06"),
    ("this Friday", "2016-10-07", "2016-10-07"), ("in November", "2016-11-01", "2016-11-30"),
    ("in July", "2017-07-01", "2017-07-31"), ("on 4 October", "2017-10-04", "2017-10-04"),
    ("within days", "2016-10-06", "2016-10-13"), ("within two weeks", "2016-10-06", "2016-10-20"),
    ("in three days", "2016-10-09", "2016-10-09"), ("from Monday to Thursday", "2016-10-10", "2016-10-13"),
    ("this week", "2016-10-06", "2016-10-09"), ("this weekend", "2016-10-08", "2016-10-09"),
    ("by Tuesday", "2016-10-06", "2016-10-11"), ("overnight", "2016-10-06", "2016-10-07"),
    ("for six days", "2016-10-06", "2016-10-11"), ("from Monday", "2016-10-10", "-"),
]  # fmt: skip


@pytest.mark.parametrize("stage", [Stage.PLANNED, Stage.THREATENED])
@pytest.mark.parametrize(("phrase", "start", "end"), AHEAD)
def test_what_is_planned_looks_ahead(phrase: str, start: str, end: str, stage: Stage) -> None:
    """The nearest day behind the publication is meant, where the operation is still to come."""
    assert days(phrase, stage) == (start, end)


@pytest.mark.parametrize(
    ("phrase", "day", "time"),
    [
        ("at first prayers on Saturday", "2016-10-01", None),
        ("for four hours on Monday afternoon", "2016-10-03", "afternoon"),
        ("on Tuesday, an hour before classes", "2016-10-04", None),
        ("two days after the raid on Monday", None, None),
        ("minutes later, on Monday and on Friday", None, None),
    ],
)
def test_the_one_day_that_a_longer_phrase_names_is_its_day(
    phrase: str, day: str | None, time: str | None
) -> None:
    """Where a phrase counts from a day, or names two, the day is not taken for it."""
    span = read_date(phrase, published=THURSDAY)

    assert (str(span.start) if span.start else None, span.time_of_day) == (day, time)


@pytest.mark.parametrize("weekday", range(7))
def test_a_weekday_is_the_publications_own_or_one_of_the_six_before(weekday: int) -> None:
    """Published on that weekday, the phrase means the same day."""
    names = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    for offset in range(7):
        published = THURSDAY + dt.timedelta(days=offset)
        span = read_date(f"on {names[weekday]}", published=published)
        assert span.start is not None
        assert span.start.weekday() == weekday
        assert 0 <= (published - span.start).days <= 6


TIMES = [
    ("at dawn on Tuesday", "dawn"), ("early on Wednesday", "morning"), ("late on Wednesday", "night"),
    ("Tuesday night", "night"), ("last night", "night"), ("this afternoon", "afternoon"),
    ("overnight", "night"), ("at noon today", "midday"), ("yesterday evening", "evening"),
    ("at 2330 [0530 GMT]", "night"), ("on Tuesday at 10:30", "morning"),
    ("in the early hours of Tuesday", "night"), ("at dawn", "dawn"), ("on Tuesday", None),
    ("shortly after midnight on Tuesday", "night"), ("at 5 pm on Tuesday", "afternoon"),
]  # fmt: skip


@pytest.mark.parametrize(("phrase", "time"), TIMES)
def test_the_time_of_day(phrase: str, time: str | None) -> None:
    """The part of the day is read from words and from the clock, even where the day is not."""
    assert read_date(phrase, published=THURSDAY).time_of_day == time


@pytest.mark.parametrize(
    ("phrase", "precision", "basis"),
    [
        ("on Tuesday", "day", "relative"),
        ("on 4 October", "day", "defaulted"),
        ("on 4 October 2016", "day", "explicit"),
        ("last week", "week", "relative"),
        ("in July", "month", "defaulted"),
        ("July 2014", "month", "explicit"),
        ("summer 2014", "season", "explicit"),
        ("in 2014", "year", "explicit"),
        ("early September", "range", "defaulted"),
        ("since 2011", "range", "explicit"),
        ("from Monday to 4 October", "range", "relative"),
        ("for six days", "range", "relative"),
    ],
)
def test_precision_and_basis(phrase: str, precision: str, basis: str) -> None:
    """How wide a span is and what it was computed from stand beside it; a range rests on its weaker end."""
    span = read_date(phrase, published=THURSDAY)

    assert (span.precision, span.basis) == (precision, basis)


UNRESOLVED = [
    ("04/10/2016", "ambiguous-day-month"), ("9/11", "no-rule"), ("2010-11", "ambiguous-year-or-month"),
    ("31 February 2016", "no-such-day"), ("2016-02-31", "no-such-day"), ("during Ramadan", "moving-feast"),
    ("the same day", "counted-from-the-story"), ("the day after the bombing", "counted-from-the-story"),
    ("two days before the attack", "counted-from-the-story"),
    ("three days later", "counted-from-the-story"), ("the third day of the offensive", "no-rule"),
    ("since the war began", "no-rule"), ("soon", "no-rule"), ("that December", "counted-from-the-story"),
    ("before the war", "no-rule"), ("", "no-rule"), ("within days", "no-rule"),
    ("99999999 days ago", "no-such-day"), ("99999 years ago", "no-such-day"),
]  # fmt: skip


@pytest.mark.parametrize(("phrase", "why"), UNRESOLVED)
def test_what_cannot_be_computed_stays_unresolved(phrase: str, why: str) -> None:
    """A day that only the story, a lunar calendar or the reader's country tells is not guessed."""
    span = read_date(phrase, published=THURSDAY, language="en")

    assert (span.start, span.end, span.precision, span.basis, span.rule) == (
        None, None, None, DateBasis.UNRESOLVED, why,
    )  # fmt: skip


def test_a_full_date_of_ramadan_is_the_date() -> None:
    """A feast beside a day and month does not hide them."""
    assert days("the first day of Ramadan, 6 June 2016") == ("2016-06-06", "2016-06-06")


@pytest.mark.parametrize(
    "phrase", ["on Tuesday", "at dawn on Tuesday", "4 October", "in July", "last week", "today"]
)
def test_without_a_publication_date_nothing_is_counted_from_it(phrase: str) -> None:
    """The days stay null; the phrase still says why, and what time of day."""
    span = read_date(phrase, published=None)

    assert (span.start, span.end, span.basis, span.rule) == (
        None, None, DateBasis.UNRESOLVED, "no-publication-date",
    )  # fmt: skip
    assert (span.time_of_day == "dawn") == ("dawn" in phrase)


@pytest.mark.parametrize(
    ("phrase", "start", "end"),
    [
        ("4 October 2016", dt.date(2016, 10, 4), dt.date(2016, 10, 4)),
        ("in 2014", dt.date(2014, 1, 1), dt.date(2014, 12, 31)),
        ("since 2011", dt.date(2011, 1, 1), None),
        ("18 FEB 90", dt.date(1990, 2, 18), dt.date(1990, 2, 18)),
    ],
)
def test_explicit_dates_need_no_publication(phrase: str, start: dt.date, end: dt.date | None) -> None:
    """A date that names its year is read from an undated article too."""
    span = read_date(phrase, published=None)

    assert (span.start, span.end, span.basis) == (start, end, DateBasis.EXPLICIT)


LANGUAGE_PHRASES = [
    ("es", "el martes pasado", "2016-10-04", "2016-10-04"), ("es", "anoche", "2016-10-05", "2016-10-05"),
    ("es", "hace tres días", "2016-10-03", "2016-10-03"),
    ("es", "4 de octubre de 2016", "2016-10-04", "2016-10-04"),
    ("es", "a principios de septiembre", "2016-09-01", "2016-09-10"),
    ("es", "el jueves", "2016-10-06", "2016-10-06"),
    ("es", "entre el 3 y el 5 de mayo", "2016-05-03", "2016-05-05"),
    ("fr", "mardi dernier", "2016-10-04", "2016-10-04"),
    ("fr", "il y a trois jours", "2016-10-03", "2016-10-03"),
    ("fr", "du 3 au 5 mai", "2016-05-03", "2016-05-05"),
    ("fr", "dans la nuit de mardi à mercredi", "2016-10-04", "2016-10-05"),
    ("fr", "la semaine dernière", "2016-09-26", "2016-10-02"),
    ("ru", "во вторник", "2016-10-04", "2016-10-04"),
    ("ru", "4 октября 2016 года", "2016-10-04", "2016-10-04"),
    ("ru", "в ночь на вторник", "2016-10-03", "2016-10-04"),
    ("ru", "с понедельника по четверг", "2016-10-03", "2016-10-06"),
    ("ru", "три дня назад", "2016-10-03", "2016-10-03"), ("uk", "у п’ятницю", "2016-09-30", "2016-09-30"),
    ("uk", "минулого тижня", "2016-09-26", "2016-10-02"),
    ("ar", "فجر الثلاثاء", "2016-10-04", "2016-10-04"),
    ("ar", "تشرين الأول/أكتوبر 2016", "2016-10-01", "2016-10-31"),
    ("ar", "قبل ثلاثة أيام", "2016-10-03", "2016-10-03"), ("ar", "٤ أكتوبر", "2016-10-04", "2016-10-04"),
]  # fmt: skip


@pytest.mark.parametrize("named", [True, False])
@pytest.mark.parametrize(("language", "phrase", "start", "end"), LANGUAGE_PHRASES)
def test_other_languages(language: str, phrase: str, start: str, end: str, named: bool) -> None:
    """The languages with a lexicon are read, whether they are named or not."""
    assert days(phrase, language=language if named else None) == (start, end)


DATEPARSER = [
    ("de", "Dienstag", "2016-10-04", "2016-10-04"), ("de", "Donnerstag", "2016-10-06", "2016-10-06"),
    ("de", "4. Oktober 2016", "2016-10-04", "2016-10-04"), ("de", "im Juli", "2016-07-01", "2016-07-31"),
    ("de", "04.10.2016", "2016-10-04", "2016-10-04"), ("it", "ieri", "2016-10-05", "2016-10-05"),
    ("pt", "quinta-feira", "2016-10-06", "2016-10-06"), ("zz", "gestern", "-", "-"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "phrase", "start", "end"), DATEPARSER)
def test_languages_without_a_lexicon_go_to_dateparser(
    language: str, phrase: str, start: str, end: str
) -> None:
    """Single dates of other languages are read; a weekday that is the publication's own stays that day."""
    assert days(phrase, language=language) == (start, end)


def test_foreign_dates_that_need_no_publication() -> None:
    """dateparser's own idea of today is never used."""
    full = read_date("4. Oktober 2016", published=None, language="de")
    relative = read_date("gestern", published=None, language="de")

    assert (full.start, full.basis) == (dt.date(2016, 10, 4), DateBasis.EXPLICIT)
    assert (relative.start, relative.basis) == (None, DateBasis.UNRESOLVED)


def test_english_never_loads_dateparser() -> None:
    """The 90 milliseconds of its import are not paid for English articles."""
    code = (
        "import datetime, sys; from summarizer.checking.dates import read_date; "
        "read_date('gibberish', published=datetime.date(2016, 10, 6), language='en'); "
        "print('dateparser' in sys.modules)"
    )
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert shown.stdout.strip() == "False"


WORDS = st.sampled_from(
    "on in at the last next this since from to between and or early late mid Monday Tuesday May October 4 31 "
    "2016 90 1990s 2330 overnight yesterday today night dawn days weeks month year hours ago three a several "
    "past recent coming within for six-day before after until Ramadan same later weekend summer 04/10/2016 "
    "2016-10-04 - 9999 0 999999999 hace días il y a mardi в ночь на вторник الثلاثاء قبل".split()
)


def is_sound(span: Span) -> bool:
    """Whether a span's ends are in order and its basis agrees with them."""
    ordered = span.start is None or span.end is None or span.start <= span.end
    unresolved = span.start is None and span.end is None
    return ordered and unresolved == (span.basis == DateBasis.UNRESOLVED) == (span.precision is None)


@settings(deadline=None, max_examples=400)
@given(
    st.text() | st.lists(WORDS, max_size=8).map(" ".join),
    st.none() | st.dates(),
    st.none() | st.sampled_from(list(Stage)),
    st.sampled_from([None, "en", "es", "fr", "ar", "ru", "uk", "de"]),
)
def test_no_phrase_raises_and_spans_are_in_order(
    phrase: str, published: dt.date | None, stage: Stage | None, language: str | None
) -> None:
    """Any text, any publication date, the first and the last day of the calendar included."""
    assert is_sound(read_date(phrase, published=published, stage=stage, language=language))


@given(st.dates(dt.date(1900, 1, 1), dt.date(2099, 12, 31)), st.none() | st.dates())
def test_every_full_date_reads_back(day: dt.date, published: dt.date | None) -> None:
    """A day written out in full is that day, whatever the publication."""
    month = day.strftime("%B")
    phrases = [f"{day.day} {month} {day.year}", f"{month} {day.day}, {day.year}", day.isoformat()]

    assert {read_date(phrase, published=published).start for phrase in phrases} == {day}


@given(st.dates(dt.date(1900, 1, 1), dt.date(2099, 12, 31)), st.integers(0, 400))
def test_a_day_without_a_year_is_the_nearest_before_the_publication(published: dt.date, back: int) -> None:
    """A day and month mean the last such day, up to and with the publication's own."""
    day = published - dt.timedelta(days=back % 365)
    span = read_date(f"{day.day} {day.strftime('%B')}", published=published)

    assert span.start is not None
    assert (span.start.month, span.start.day) == (day.month, day.day)
    assert day <= span.start <= published


@pytest.mark.parametrize("text", ["Monday " * 150_000, "1" * 1_000_000, "3-" * 400_000, "a" * 1_000_000])
def test_long_phrases_are_cut_short(text: str) -> None:
    """A megabyte is no date phrase: only its beginning is read."""
    assert is_sound(read_date(text, published=THURSDAY))


@pytest.mark.parametrize("phrase", ["not before November", "no earlier than November", "not until November"])
def test_a_plan_that_is_not_before_a_date_begins_there_at_the_earliest(phrase: str) -> None:
    """Read as "before November", it would end where it begins."""
    span = read_date(phrase, published=dt.date(2016, 10, 6), stage=Stage.PLANNED)

    assert (span.start, span.end) == (dt.date(2016, 11, 1), None)
