"""One door over folders, globs, single files and standard input: everything is read or reported."""

from __future__ import annotations

import gzip
import io
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from summarizer.article import Article
from summarizer.errors import Unreadable, UsageError
from summarizer.sources import Fields, open_article, open_articles
from summarizer.sources.extras import PACKAGES
from tests.sources.making import MAIL, PAGE, TEXT, Reading, json_lines, pdf, tarred, zipped

FIXTURES = Path(__file__).parents[2] / "fixtures" / "articles"


def test_a_folder_is_read_recursively_in_the_order_of_names(tmp_path: Path) -> None:
    for name in ("b/2.txt", "b/1.txt", "a.md", "c.txt", "b/deep/x.html"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(PAGE if name.endswith("html") else TEXT, encoding="utf-8")

    reading = Reading(tmp_path)

    assert reading.sources(tmp_path) == ["a.md", "b/1.txt", "b/2.txt", "b/deep/x.html", "c.txt"]
    assert reading.unreadable == []


def test_the_same_paths_give_the_same_articles_again() -> None:
    first, second = Reading(FIXTURES), Reading(FIXTURES)

    assert len(first.articles) == len(list(FIXTURES.iterdir()))
    assert first.articles == second.articles
    assert first.sources(FIXTURES) == second.sources(FIXTURES)


def test_a_file_is_read_as_open_article_reads_it() -> None:
    assert Reading(FIXTURES).articles == [open_article(path) for path in sorted(FIXTURES.iterdir())]


def test_a_mixed_folder_is_read_whole(tmp_path: Path) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    from tests.sources.making import answer

    record = {"text": TEXT, "title": "Rebels shell Kesra"}
    files = {
        "a.txt": TEXT.encode(),
        "b.md": f"# Rebels shell Kesra\n\n{TEXT}".encode(),
        "c.html": PAGE.encode(),
        "d.json": json_lines([record]),
        "e.jsonl": json_lines([record, record]),
        "f.csv": f'text\n"{TEXT}"\n'.encode(),
        "g.tsv": f"text\n{TEXT}\n".encode(),
        "i.zip": zipped({"a.txt": TEXT.encode()}),
        "j.tgz": tarred({"a.txt": TEXT.encode()}),
        "k.eml": MAIL,
        "l.mbox": b"From x\n" + MAIL,
        "m.pdf": pdf(TEXT),
        "n.warc": answer("https://a.example/1", PAGE.encode()),
    }
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    pq.write_table(pa.table({"text": [TEXT]}), tmp_path / "h.parquet")

    reading = Reading(tmp_path)

    assert reading.unreadable == []
    assert reading.sources(tmp_path) == [
        "a.txt",
        "b.md",
        "c.html",
        "d.json",
        "e.jsonl:1",
        "e.jsonl:2",
        "f.csv:2",
        "g.tsv:2",
        "h.parquet:1",
        "i.zip!a.txt",
        "j.tgz!a.txt",
        "k.eml",
        "l.mbox:1",
        "m.pdf",
        "n.warc!https://a.example/1",
    ]
    assert all("killing two soldiers" in article.text for article in reading.articles)


def test_globs_match_recursively_and_in_order(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    for name in ("b.txt", "a.txt", "sub/c.txt", "sub/d.md"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")

    assert Reading(f"{tmp_path}/*.txt").sources(tmp_path) == ["a.txt", "b.txt"]
    assert Reading(f"{tmp_path}/**/*.txt").sources(tmp_path) == ["a.txt", "b.txt", "sub/c.txt"]
    assert Reading(f"{tmp_path}/**").sources(tmp_path) == ["a.txt", "b.txt", "sub/c.txt", "sub/d.md"]


def test_a_file_whose_name_looks_like_a_glob_is_that_file(tmp_path: Path) -> None:
    (tmp_path / "a[1].txt").write_text(TEXT, encoding="utf-8")

    assert Reading(tmp_path / "a[1].txt").sources(tmp_path) == ["a[1].txt"]


def test_what_is_not_there_is_reported(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "dead.txt").symlink_to(tmp_path / "nowhere")

    reading = Reading(
        tmp_path / "missing.txt", f"{tmp_path}/*.csv", tmp_path / "empty", tmp_path / "dead.txt"
    )

    assert reading.articles == []
    assert reading.reasons(tmp_path) == {
        "missing.txt": "no such file or folder.",
        "*.csv": "matches no file.",
        "empty": "has no article in it.",
        "dead.txt": "is gone, or a link to nothing.",
    }
    assert all(isinstance(item.error, Unreadable) for item in reading.unreadable)
    assert str(reading.unreadable[0].error) == f"{tmp_path}/missing.txt: no such file or folder."


def test_other_types_in_a_folder_are_counted_and_documents_reported(tmp_path: Path) -> None:
    for name in ("a.txt", "b.png", "c.png", "README", ".hidden.txt", "d.docx", "e.rar"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    (tmp_path / ".git").mkdir()

    reading = Reading(tmp_path)

    assert reading.sources(tmp_path) == ["a.txt"]
    assert reading.reasons(tmp_path) == {
        "d.docx": "is a .docx file, which is not read here; save it as text or PDF.",
        "e.rar": "is a .rar file, which is not read here; unpack it first.",
    }
    assert reading.notices == [
        f"{tmp_path}: 5 files of other types passed over (2 hidden, 2 .png, 1 without a suffix); "
        "a file is read whatever its type if you name it yourself."
    ]


def test_a_folder_of_nothing_but_other_types_is_reported(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(b"\x89PNG")

    assert Reading(tmp_path).reasons(tmp_path.parent) == {
        tmp_path.name: "has no article in it: 1 file of other types passed over (1 .png)."
    }


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("README", TEXT.encode()),
        ("page", PAGE.encode()),
        ("report", pdf(TEXT)),
        ("records", json_lines([{"text": TEXT}, {"text": TEXT}])),
        ("record", b'{\n "text": "killing two soldiers"}'),
        ("bundle", zipped({"a.txt": TEXT.encode()})),
        ("article.log", TEXT.encode()),
        ("report.txt", pdf(TEXT)),
        ("page.txt", PAGE.encode()),
    ],
)
def test_a_file_that_is_named_is_read_by_what_is_in_it(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)

    reading = Reading(tmp_path / name)

    assert reading.unreadable == []
    assert reading.articles
    assert all("killing two soldiers" in article.text for article in reading.articles)
    assert not any("<" in article.text or "{" in article.text for article in reading.articles)
    if name.endswith(".txt"):
        assert "whatever its name says" in reading.notices[0]


def test_linked_folders_are_followed_once_and_loops_reported(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "x.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "a" / "loop").symlink_to(tmp_path)
    (tmp_path / "b").symlink_to(tmp_path / "a")

    reading = Reading(tmp_path)

    assert reading.sources(tmp_path) == ["a/x.txt"]
    assert reading.reasons(tmp_path) == {
        "a/loop": "is a link to a folder that holds it; it is not followed.",
        "b": f"is a link to {tmp_path}/a, which was read already.",
    }


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_in_a_folder_is_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")

    assert Reading(tmp_path).reasons(tmp_path) == {
        "pipe.txt": "is a pipe or device, not a file; it is not opened."
    }


@pytest.fixture
def without_rights() -> Iterator[None]:
    """Read as somebody who is not the superuser, for whom no file is closed."""
    if not hasattr(os, "geteuid"):
        pytest.skip("no file permissions here")
    root = os.geteuid() == 0
    if root:
        os.seteuid(65534)
    yield
    if root:
        os.seteuid(0)


def test_files_and_folders_without_permission_are_reported(
    tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> None:
    folder = tmp_path_factory.mktemp("closed")
    for above in (folder, folder.parent, folder.parent.parent):
        above.chmod(0o755)
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    (folder / "b.txt").write_text(TEXT, encoding="utf-8")
    (folder / "c").mkdir(mode=0o000)
    (folder / "a.txt").chmod(0o000)
    request.getfixturevalue("without_rights")

    reading = Reading(folder)

    assert reading.sources(folder) == ["b.txt"]
    assert reading.reasons(folder) == {
        "a.txt": "cannot be read: Permission denied.",
        "c": "cannot be read: Permission denied.",
    }


def test_a_name_cannot_steer_a_terminal(tmp_path: Path) -> None:
    (tmp_path / "a\x1b[31m\n.txt").write_text(TEXT, encoding="utf-8")

    assert Reading(tmp_path).sources(tmp_path) == ["a\ufffd[31m\ufffd.txt"]


def standard_input(data: bytes, monkeypatch: pytest.MonkeyPatch, fields: Fields | None = None) -> Reading:
    """Return what comes out of standard input."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"))
    return Reading("-", fields=fields)


def test_standard_input_is_an_article_or_json_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    article = standard_input(TEXT.encode(), monkeypatch)
    page = standard_input(PAGE.encode(), monkeypatch)
    records = standard_input(
        json_lines([{"text": TEXT}]) + b"{broken\n" + json_lines([{"text": TEXT}]), monkeypatch
    )
    nothing = standard_input(b"", monkeypatch)

    assert [item.source for item in article.articles] == ["standard input"]
    assert [item.title for item in page.articles] == ["Rebels shell Kesra"]
    assert [item.source for item in records.items] == [f"standard input:{line}" for line in (1, 2, 3)]
    assert len(records.unreadable) == 1
    assert nothing.unreadable[0].reason == "is empty: there is nothing to read in it."


CSV = f'title,full_text\nKesra,"{TEXT}"\nKesra,"{TEXT}"\n'.encode()


@pytest.mark.parametrize(
    ("data", "sources"),
    [
        (json_lines([[{"text": TEXT}, {"text": TEXT}]]), ["[0]", "[1]"]),
        (b'{\n "articles": [' + json_lines([{"text": TEXT}]) + b"]}", [".articles[0]"]),
        (json_lines([{"text": TEXT}]), [":1"]),
        (CSV, [":2", ":3"]),
        (CSV.replace(b',"', b'\t"').replace(b"title,", b"title\t").replace(b"\n", b"\r\n"), [":2", ":3"]),
        (b"\xef\xbb\xbf" + CSV, [":2", ":3"]),
        (CSV.decode().encode("utf-16"), [":2", ":3"]),
        (gzip.compress(CSV), [":2", ":3"]),
        (MAIL, [""]),
        (b"Received: from a.example\r\n\tby b.example\r\n" + MAIL.replace(b"\n", b"\r\n"), [""]),
        (b"From x\n" + MAIL, [":1"]),
        (tarred({"a.txt": TEXT.encode()}), ["!a.txt"]),
        (tarred({"a.txt": TEXT.encode()}, "w"), ["!a.txt"]),
        (zipped({"a.txt": TEXT.encode()}), ["!a.txt"]),
    ],
)
def test_standard_input_is_read_as_what_its_first_bytes_say(
    monkeypatch: pytest.MonkeyPatch, data: bytes, sources: list[str]
) -> None:
    reading = standard_input(data, monkeypatch)

    assert reading.unreadable == []
    assert [item.source for item in reading.articles] == [f"standard input{source}" for source in sources]
    assert {article.text.strip().splitlines()[-1] for article in reading.articles} == {TEXT}


@pytest.mark.parametrize(
    "text",
    [
        f"[Update] {TEXT}",
        f"Army, rebels, story of a truce\n\n{TEXT}",
        f"Text, notes and photographs by our correspondent in Kesra\n{TEXT}",
        f"Kesra: {TEXT}\nDate: Monday\n\nFrom: our correspondent",
        f"Notes\n{TEXT}",
        f"From Kesra our correspondent writes: {TEXT}",
    ],
)
def test_an_article_that_looks_a_little_like_something_else_is_an_article(
    monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    reading = standard_input(text.encode(), monkeypatch)

    assert [item.source for item in reading.articles] == ["standard input"]
    assert reading.articles[0].text.split() == text.split()


def test_a_named_column_says_that_standard_input_is_a_table(monkeypatch: pytest.MonkeyPatch) -> None:
    data = f'n,"What was written, in full, by the desk, on the day"\n1,"{TEXT}"\n'
    name = "What was written, in full, by the desk, on the day"

    right = standard_input(data.encode(), monkeypatch, Fields(text=name))
    wrong = standard_input(data.encode(), monkeypatch, Fields(text="boddy"))
    line = standard_input(json_lines([{"boddy": TEXT}]), monkeypatch, Fields(text="boddy"))

    assert [article.text for article in right.articles] == [TEXT]
    assert "has no column named 'boddy'" in wrong.unreadable[0].reason
    assert [article.text for article in line.articles] == [TEXT]


def test_standard_input_stays_open(monkeypatch: pytest.MonkeyPatch) -> None:
    standard_input(TEXT.encode(), monkeypatch)

    assert not sys.stdin.buffer.closed


def test_an_unknown_encoding_is_wrong_usage_at_once(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="klingon"):
        open_articles([tmp_path], encoding="klingon")


def test_another_encoding_is_read_when_it_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("Murió un capitán.".encode("cp1252"))
    (tmp_path / "b.csv").write_bytes("text\nMurió un capitán.\n".encode("cp1252"))
    (tmp_path / "c.jsonl").write_bytes('{"text": "Murió un capitán."}\n'.encode("cp1252"))

    assert [item.text for item in Reading(tmp_path, encoding="cp1252").articles] == ["Murió un capitán."] * 3
    reading = Reading(tmp_path)
    assert set(reading.reasons(tmp_path)) == {"a.txt", "b.csv:2", "c.jsonl:1"}
    usual = (
        "; name the one it is in with --encoding, for example cp1252 (Western European), cp1251 (Cyrillic) "
        "or gb18030 (Chinese)."
    )
    assert all(item.reason.endswith(usual) for item in reading.unreadable)


def test_a_page_is_read_in_the_encoding_that_it_declares(tmp_path: Path) -> None:
    page = PAGE.replace("<head>", '<head><meta charset="windows-1251">').replace(
        "Rebels shelled", "Погибли двое"
    )
    (tmp_path / "a.html").write_bytes(page.encode("cp1251"))

    (article,) = Reading(tmp_path).articles

    assert "Погибли двое the town" in article.text


def test_a_wrong_byte_outside_the_article_costs_nothing_and_inside_is_reported(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(PAGE.encode().replace(b"Home News", b"Home \xe9 News"))
    (tmp_path / "b.html").write_bytes(PAGE.encode().replace(b"Residents", b"R\xe9sidents"))

    reading = Reading(tmp_path)

    assert reading.sources(tmp_path) == ["a.html"]
    assert "is not utf-8" in reading.reasons(tmp_path)["b.html"]


def test_the_number_of_tags_of_a_page_is_bounded(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<html><body>" + "<p>x</p>" * 60_000, encoding="utf-8")

    assert "has more than 100,000 HTML tags" in Reading(tmp_path).reasons(tmp_path)["a.html"]


def test_a_date_that_is_none_costs_the_date_not_the_text(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(f"---\ndate: last autumn\n---\n{TEXT}", encoding="utf-8")

    reading = Reading(tmp_path)

    assert [article.published for article in reading.articles] == [None]
    assert reading.notices == [f"{tmp_path}/a.md: 'last autumn' is not a publication date; read without it."]


def test_notices_that_many_files_call_for_are_given_three_times(tmp_path: Path) -> None:
    for number in range(9):
        (tmp_path / f"{number}.json").write_bytes(b'{"text": "Two died."}')

    reading = Reading(tmp_path)

    assert len(reading.articles) == 9
    assert len(reading.notices) == 3
    assert reading.notices[-1].endswith("More of this kind are not announced.")


def test_one_article_at_a_time_is_read(tmp_path: Path) -> None:
    """Nothing is opened before it is asked for, and a reader that stops early leaves nothing open."""
    (tmp_path / "a.jsonl").write_bytes(json_lines([{"text": TEXT}, {"text": TEXT}]))
    (tmp_path / "b.txt").write_text(TEXT, encoding="utf-8")

    items = open_articles([tmp_path])
    first = next(items)
    (tmp_path / "b.txt").unlink()
    (tmp_path / "c.txt").write_text(TEXT, encoding="utf-8")

    assert isinstance(first, Article)
    assert str(first.source).endswith("a.jsonl:1")
    assert "is gone, or a link to nothing." in [getattr(item, "reason", "") for item in items]


def test_opening_text_loads_no_heavy_library(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(json_lines([{"text": TEXT}]))
    code = (
        "import sys; from summarizer import open_articles; "
        "assert len(list(open_articles([sys.argv[1]]))) == 1;"
        "print([name for name in ('trafilatura', 'lxml', 'pyarrow', 'pypdf', 'fastwarc', 'zstandard', "
        "'markdown_it') if name in sys.modules])"
    )

    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )

    assert done.stdout == "[]\n"


@pytest.mark.parametrize(
    ("name", "package", "extra"),
    [
        ("a.pdf", "pypdf", "pdf"),
        ("a.parquet", "pyarrow", "parquet"),
        ("a.warc", "fastwarc", "warc"),
        ("a.txt.zst", "zstandard", "zst"),
    ],
)
def test_a_missing_package_is_named_with_the_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, package: str, extra: str
) -> None:
    (tmp_path / name).write_bytes(b"\x28\xb5\x2f\xfd" if extra == "zst" else b"PAR1")
    for module in [package, *(module for module in sys.modules if module.startswith(f"{package}."))]:
        monkeypatch.setitem(sys.modules, module, None)

    assert f"pip install {PACKAGES[extra]}" in Reading(tmp_path).reasons(tmp_path)[name]
